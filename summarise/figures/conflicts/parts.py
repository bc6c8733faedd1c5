"""Parts that do not fit their total: "12 of the 10", "26 dead: 14 men, 8 women and 3 children"."""

import tomllib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from summarise.figures.arithmetic import EXACT
from summarise.figures.conflicts.told import Told
from summarise.resources import data_file

_HUNDRED = Decimal(100)
_ROUNDING = Decimal("1.5")  # shares of a whole may add up to 101 by rounding
_CLAUSE = 25  # tokens between a number and a part of it
_GAP = 4  # tokens between a number and "of" and the number it is of


class Misfit(NamedTuple):
    """Figures that cannot be right together, and what the first of them should be."""

    figures: tuple[Told, ...]
    message: str


@cache
def _lists() -> tuple[list[frozenset[str]], ...]:
    read = tomllib.loads(data_file("en/conflict_words.toml").read_text(encoding="utf-8"))["parts"]
    return tuple([frozenset(entry) for entry in read[name]] for name in ("sets", "whole", "answers"))


def misfits(sentence: Sequence[Told]) -> Iterator[Misfit]:
    """What does not add up among the figures of one sentence."""
    counts = [one for one in sentence if one.figure.kind == "count" and one.figure.upper is None]
    yield from _more_than_all(sentence)
    yield from _of_them(counts)
    yield from _lists_of_parts(counts)
    yield from _shares(sentence)
    yield from _votes(sentence)


def _more_than_all(sentence: Sequence[Told]) -> Iterator[Misfit]:
    """ "15 of the 12 boats"."""
    for part, whole in pairwise(sentence):
        if part.figure.kind != "count" or whole.figure.kind != "count" or not _plain(part, whole):
            continue
        line = part.line
        of = line[part.after].lower
        if of == "out" and line[part.after + 1].lower == "of":
            of = "of"
        if (
            of == "of"
            and whole.first - part.after <= _GAP
            and part.figure.value > whole.figure.value > 1
            and line[whole.after].lower not in ("of", "to")
            and line[whole.first - 1].lower in ("of", "the", "its", "their", "his", "her", "those", "all")
        ):
            yield Misfit((part, whole), f"“{_said(part, whole)}” takes more than there are")


def _said(first: Told, last: Told) -> str:
    return " ".join(first.line.slice(first.figure.start, last.figure.end).split())


def _plain(*told: Told) -> bool:
    return all(one.figure.bound == "=" and one.figure.upper is None for one in told)


def _of_them(counts: Sequence[Told]) -> Iterator[Misfit]:
    """ "12 people were hurt, 15 of them children": more than any number before it in the sentence."""
    most: Told | None = None
    for one in counts:
        following = one.line[one.after].lower, one.line[one.after + 1].lower
        if following in (("of", "them"), ("of", "whom"), ("of", "which")):
            if (
                most is not None
                and _in_one_clause(most, one)
                and one.figure.value > most.figure.value > 1
                and _plain(one, most)
            ):
                message = f"“{one.figure.text} of {following[1]}” is more than “{most.figure.text}”"
                yield Misfit((most, one), message)
        elif most is None or one.figure.value > most.figure.value:
            most = one


def _in_one_clause(first: Told, last: Told) -> bool:
    if last.first - first.after > _CLAUSE:
        return False
    between = {first.line[at].lower for at in range(first.after, last.first)}
    return not between & {"but", "while", "whereas", ";", "because", "although", "if"}


def _head(one: Told) -> str:
    words = [one.line[at].lower for at in range(one.after, one.behind)]
    return words[-1] if words else one.line[one.after].lower


def _lists_of_parts(counts: Sequence[Told]) -> Iterator[Misfit]:
    """A total with its parts behind it: "26 dead, including 14 men, 8 women and 15 children"."""
    sets, whole, _ = _lists()
    at = 0
    while at < len(counts):
        total = counts[at]
        best: list[Told] = []
        for names in sets:
            parts: list[Told] = []
            for one in counts[at + 1 : at + 1 + len(names)]:
                if (
                    _head(one) not in names
                    or _head(one) in map(_head, parts)
                    or not _follows(one, parts, total)
                ):
                    break
                parts.append(one)
            best = max(best, parts, key=len)
        heads = {_head(one) for one in best}
        if len(best) > 1 and _head(total) not in heads and _plain(total, *best):
            amount = sum((one.figure.value for one in best), Decimal(0))
            open_ = _opens_a_list(total, best[0])
            complete = heads in [names for names in whole if len(names) > 2 or open_ == "all"]
            if open_ and (amount > total.figure.value or (complete and amount != total.figure.value)):
                message = f"the parts add up to {amount:,}, not to “{total.figure.text}”"
                yield Misfit((total, *best), message)
        at += max(len(best), 1)


def _follows(one: Told, parts: Sequence[Told], total: Told) -> bool:
    if not parts:
        return one.first - total.behind <= 8
    between = [one.line[at] for at in range(parts[-1].behind, one.first)]
    return len(between) <= 2 and all(
        token.text in ",&" or token.lower in ("and", "including") for token in between
    )


def _opens_a_list(total: Told, first: Told) -> str:
    """ "all" for a list of everything, "some" for one of examples, "" for no list of parts."""
    between = [total.line[at].lower for at in range(total.behind, first.first)]
    if "including" in between or "among" in between or "include" in between:
        return "some"
    if between and between[-1] in (":", "—", "–", "-", "(", "comprising"):
        return "all"
    return "some" if between and between[-1] == "," and not total.group else ""


def _shares(sentence: Sequence[Told]) -> Iterator[Misfit]:
    """Answers of a poll: "61% backed it, 45% opposed it"."""
    *_, answers = _lists()
    given: dict[int, Told] = {}
    for one in sentence:
        figure = one.figure
        if figure.unit != "percent" or figure.upper is not None or figure.bound != "=":
            continue
        behind = _words_behind(one)
        kinds = [place for place, words in enumerate(answers) if behind & words]
        if not kinds:
            continue
        if len(kinds) > 1 or kinds[0] in given:
            return  # two questions
        given[kinds[0]] = one
    total = sum((one.figure.value for one in given.values()), Decimal(0))
    if len(given) > 1 and total > EXACT.add(_HUNDRED, _ROUNDING):
        yield Misfit(tuple(given.values()), f"the answers add up to {total:f} per cent")


def _words_behind(one: Told) -> set[str]:
    """What follows a figure, up to the next one or a comma."""
    behind: set[str] = set()
    for at in range(one.after, min(one.after + 8, len(one.line))):
        if one.line[at].kind == "number" or one.line[at].text in ",;.(":
            break
        behind.add(one.line[at].lower)
    return behind


def _votes(sentence: Sequence[Told]) -> Iterator[Misfit]:
    """ "passed 218-230 in the 435-member house"."""
    scores = [one for one in sentence if one.figure.upper is not None and _is_vote(one)]
    seats = [one for one in sentence if _is_house(one)]
    if len(scores) != 1 or len(seats) != 1 or scores[0].figure.upper is None:
        return
    cast = EXACT.add(scores[0].figure.value, scores[0].figure.upper)
    if cast > seats[0].figure.value:
        yield Misfit(
            (scores[0], seats[0]), f"“{scores[0].figure.text}” are more votes than “{seats[0].figure.text}”"
        )


def _is_vote(one: Told) -> bool:
    if one.figure.kind not in ("score", "count") or not set("-–") & set(one.figure.text):
        return False
    return one.line[one.first - 1].lower in votes() or one.line[one.first - 2].lower in votes()


@cache
def votes() -> frozenset[str]:
    """Verbs and nouns before the two sides of a vote."""
    read = tomllib.loads(data_file("en/conflict_words.toml").read_text(encoding="utf-8"))
    return frozenset(read["parts"]["votes"])


def _is_house(one: Told) -> bool:
    at = one.after + 1 if one.line[one.after].text in ("-", "‐", "‑") else one.after
    return one.figure.kind == "count" and one.line[at].lower in ("member", "members", "seat", "seats")
