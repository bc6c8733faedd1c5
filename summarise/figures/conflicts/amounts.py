"""Amounts that somebody disputes: "put the bill at 60bn", "rejected that", "three times the firm's figure"."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from summarise.figures.arithmetic import product, quotient
from summarise.figures.compare import noun_key
from summarise.figures.conflicts.told import Told, known
from summarise.figures.conflicts.tolls import Pair, different, disagree, same_event
from summarise.figures.tokens import Line

_APART = Decimal("2.5")  # amounts further apart are hardly of the same thing
_FAR = 80  # figures back


def disputed_amount(at: int, told: Sequence[Told], lines: Mapping[int, Line]) -> Pair | None:
    """The amount at `at` with the one told before it that its speaker does not agree with, if there is one."""
    one = told[at]
    figure = one.figure
    if (
        one.topic
        or figure.negated
        or figure.kind in ("age", "rank", "score", "duration", "ratio")
        or one.part
    ):
        return None
    multiple = _multiple_of_theirs(at, told)
    if multiple is not None:
        return multiple
    disputed, puts = _is_disputed(at, told, lines), _puts_at(one)
    if not (disputed or puts or one.speaker):
        return None
    for other in told[max(at - 4, 0) : at][::-1]:
        alike = (other.figure.kind, other.figure.unit) == (figure.kind, figure.unit)
        if not alike or figure.sentence - other.figure.sentence > 2 or not disagree(other, one):
            continue
        same = _same_amount_named(one, other) if puts else _same_thing(one, other)
        if disputed or (same and different(other.speaker, one.speaker)):
            return Pair("conflict", other, one)
    return None


def _is_disputed(at: int, told: Sequence[Told], lines: Mapping[int, Line]) -> bool:
    """The first figure of a sentence that disputes a number, or of the one behind it."""
    one = told[at]
    here = one.figure.sentence
    if at and told[at - 1].figure.sentence == here:
        return False
    own = any(one.line[i].lower in known("rivals", "disputed") for i in range(one.first))
    before = lines.get(here - 1)
    short = before is not None and len(before) <= 16
    earlier = (
        short
        and before is not None
        and any(
            t.lower in known("rivals", "disputed")
            and before[i + 1].lower in ("that", "the", "this", "those", "it")
            for i, t in enumerate(before.tokens)
        )
    )
    return bool(
        own and {t.lower for t in one.line.tokens[: one.first]} & {"figure", "number", "estimate", "count"}
    ) or (bool(earlier) and not one.group)


def _puts_at(one: Told) -> bool:
    """ "puts the bill at 60bn"."""
    if one.line[one.first - 1].lower != "at":
        return False
    back = [one.line[at].lower for at in range(max(one.first - 6, 0), one.first)]
    return any(word in known("rivals", "puts") for word in back)


def _same_amount_named(one: Told, other: Told) -> bool:
    noun = one.line[one.first - 2].lower
    if noun in known("classes", "amounts"):
        around = {token.lower for token in other.line.tokens[max(other.first - 6, 0) : other.behind + 3]}
        return bool(around & known("classes", "costs"))
    return noun in (other.figure.noun or "").lower().split()


def _same_thing(one: Told, other: Told) -> bool:
    """ "the cost was $5m", "the cost was $7m": the same noun and deed, at one time and place."""
    noun = noun_key(one.figure)
    if (
        not noun
        or noun != noun_key(other.figure)
        or one.topic != other.topic
        or one.extra
        or other.extra
        or other.part
    ):
        return False
    if one.figure.kind == "percent" or {one.figure.bound, other.figure.bound} & {"up", "down"}:
        return False
    small, large = sorted((one.figure.value, other.figure.value))
    if large > product(_APART, small) or not same_event(other, one):
        return False
    return noun in known("classes", "amounts") or bool(_deeds(one) & _deeds(other))


def _deeds(one: Told) -> set[str]:
    """The stems of the long words beside a figure and its noun: "destroyed", "were destroyed"."""
    beside = (*range(one.first - 3, one.first), *range(one.behind, one.behind + 3))
    return {one.line[at].lower[:6] for at in beside if len(one.line[at].text) > 5}


def _multiple_of_theirs(at: int, told: Sequence[Told]) -> Pair | None:
    """ "114 complaints, three times the company's figure": with the figure that fits."""
    one = told[at]
    if at + 1 >= len(told) or one.figure.kind != "count":
        return None
    ratio = told[at + 1]
    if ratio.figure.sentence != one.figure.sentence or ratio.figure.kind not in ("ratio", "count"):
        return None
    line, number = ratio.line, ratio.after
    if line[number].lower == "times":
        number += 1
    tail = [line[i].lower for i in range(number, min(number + 5, len(line)))]
    owned = any(
        word.endswith(("'s", "’s", "s'", "s’")) or word in ("official", "government") for word in tail
    )
    if not owned or not set(tail) & {"count", "estimate", "figure", "tally"}:
        return None
    for other in told[max(at - _FAR, 0) : at]:
        if other.figure.kind == "count" and other.figure.value > 0:
            fits = quotient(one.figure.value, other.figure.value)
            if ratio.figure.value <= fits <= product(ratio.figure.value, Decimal("1.2")):
                return Pair("conflict", other, one)
    return None
