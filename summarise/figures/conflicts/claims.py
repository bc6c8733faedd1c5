"""Two figures for one thing: rival claims, and numbers that were replaced."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from summarise.figures.conflicts.amounts import disputed_amount
from summarise.figures.conflicts.replaced import both_ends, replaced, replacing, told_before
from summarise.figures.conflicts.told import Told
from summarise.figures.conflicts.tolls import Pair, adds_up, is_toll, rivals
from summarise.figures.tokens import Line

Key = tuple[str, str]


def claims(told: Sequence[Told], lines: Mapping[int, Line]) -> Iterator[Pair]:
    """Every pair of figures for the same thing of which one is replaced by the other, or disputed by it."""
    old: dict[Key, Told] = {}  # told as an earlier number before the one that holds now
    tolls: dict[Key, Told] = {}
    seen: set[tuple[str, str, Decimal]] = set()
    for at, one in enumerate(told):
        key = (one.topic, one.group)
        pair = (
            both_ends(one)
            or replacing(at, told)
            or replaced(at, told, tolls)
            or disputed_amount(at, told, lines)
        )
        if pair is not None:
            yield pair
            if pair.kind == "updated" and one is pair.first and is_toll(one):
                tolls[key] = one
            continue
        if not is_toll(one):
            continue
        if key not in tolls and key not in old and told_before(one):
            old[key] = one
            continue
        main = tolls.setdefault(key, one)
        if main is one and key in old and old[key].figure.value != one.figure.value:
            yield Pair("updated", one, old[key])
        mark = (*key, one.figure.value)
        if main is one or mark in seen or adds_up(main, at, told):
            continue
        other = main if rivals(main, one) else _beside(key, told, at)
        if other is not None:
            seen.add(mark)
            yield Pair("conflict", other, one)


def _beside(key: Key, told: Sequence[Told], at: int) -> Told | None:
    """The figure of the same class just before, in the same sentence, if somebody else tells that one."""
    before, one = told[max(at - 1, 0)], told[at]
    same = before.figure.sentence == one.figure.sentence and (before.topic, before.group) == key
    return before if same and before is not one and is_toll(before) and rivals(before, one) else None
