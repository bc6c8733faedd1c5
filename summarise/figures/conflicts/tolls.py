"""Numbers of the dead, the hurt and the like: whether two of them are rival claims about one event."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from summarise.figures.arithmetic import product
from summarise.figures.conflicts.told import Told, known

_APART = Decimal("2.5")  # tolls further apart are hardly of the same event
_APART_CROWD = Decimal(20)  # what the police and the organisers make of one march
_APART_UNNAMED = Decimal(2)  # "two were killed" after "eight people are dead" counts others
_ROUND = Decimal("0.1")
_WIDE = Decimal("1.1")  # "at least 29" and 37 of somebody else are worth showing, 30 is not
_WIDER = Decimal("1.25")  # the same for "more than 100"
_LEAD = 2  # sentences that tell the news itself


class Pair(NamedTuple):
    """Two figures that do not agree; of an "updated" pair `first` is the newer one."""

    kind: Literal["conflict", "updated"]
    first: Told
    second: Told


def is_toll(one: Told) -> bool:
    """Whether a figure counts all of one class of people, at an event that happened."""
    figure = one.figure
    return bool(
        one.topic
        and not (one.part or figure.negated or figure.hypothetical)
        and not (one.extra and one.topic not in ("hurt", "ill"))
        and figure.value > 1
        and (figure.text[:1].isdigit() or not figure.text.endswith("s"))
    )


def adds_up(main: Told, at: int, told: Sequence[Told]) -> bool:
    """Whether a figure and one beside it are the parts of the main one."""
    beside = (*told[max(at - 2, 0) : at], *told[at + 1 : at + 3])
    rest = main.figure.value - told[at].figure.value
    topic = told[at].topic
    return any(o is not main and o.figure.value == rest and o.topic == topic and not o.part for o in beside)


def rivals(main: Told, other: Told) -> bool:
    """Whether two tolls of one class are claims about the same event that cannot both be right."""
    if not disagree(main, other):
        return False
    small, large = sorted((main.figure.value, other.figure.value))
    whole = tells_the_toll(other)
    unnamed = other.figure.noun is None and not whole
    apart = _APART_CROWD if main.topic == "crowd" else _APART_UNNAMED if unnamed else _APART
    if large > product(apart, small) or other.extra:
        return False
    if not same_event(main, other) or (not whole and _of_one_place(main, other)):
        return False
    beside = main.figure.sentence == other.figure.sentence
    if whole:
        return different(main.speaker, other.speaker) or not beside
    fewer = other.figure.bound in (">", ">=") and other.figure.value < main.figure.value
    leading = main.figure.sentence <= _LEAD or beside
    return leading and not fewer and different(main.speaker, other.speaker)


def disagree(a: Told, b: Told) -> bool:
    """Whether what two figures say leaves no number that both could mean; one "at least" is no excuse."""
    x, y = a.figure, b.figure
    if x.value == y.value and x.upper == y.upper:
        return False
    if x.upper is not None or y.upper is not None:
        low, high = (x, y) if x.value <= y.value else (y, x)
        return (low.upper if low.upper is not None else low.value) < high.value
    if "~" in (x.bound, y.bound) and abs(x.value - y.value) <= product(_ROUND, max(x.value, y.value)):
        return False
    low, high = (x, y) if x.value < y.value else (y, x)
    if low.bound in (">", ">=") or high.bound in ("<", "<="):
        apart = different(a.speaker, b.speaker) or tells_the_toll(b)
        return apart and high.value > product(_WIDER if ">" in (low.bound, high.bound) else _WIDE, low.value)
    return True


def different(first: str, second: str) -> bool:
    """Whether two speakers are told and neither is a part of the other."""
    a, b = first.lower().split(), second.lower().split()
    return bool(a and b) and not (set(a) <= set(b) or set(b) <= set(a) or a[-1] == b[-1])


def tells_the_toll(one: Told) -> bool:
    """ "put the death toll at 26", "the true number": the number of all, not of one place."""
    back = {one.line[at].lower for at in range(max(one.first - 8, 0), one.first)}
    return bool(back & (known("rivals", "puts") | known("rivals", "true"))) and bool(
        back & known("classes", "amounts")
    )


def _of_one_place(main: Told, other: Told) -> bool:
    """ "six people in the state were killed": a smaller number of a smaller place."""
    if other.figure.value > main.figure.value:
        return False
    for at in range(other.behind, other.behind + 6):
        if other.line[at].lower in known("classes", "prepositions"):
            inside = {other.line[i].lower for i in range(at + 1, at + 6)}
            return not inside & known("background", "events")
        if other.line[at].kind != "word":
            return False
    return False


def same_event(main: Told, other: Told) -> bool:
    """Whether nothing in the two sentences says that they tell of different times, places or events."""
    lead = main.figure.sentence <= _LEAD
    if main.setting.of_a_year if lead else main.setting.background:
        return False
    if main.figure.sentence != other.figure.sentence and other.setting.background:
        return False
    return not (_elsewhere(main, other) or _on_another_day(main, other))


def _elsewhere(main: Told, other: Told) -> bool:
    mine, theirs = _place(main), _place(other)
    return bool(mine and theirs) and not (mine & theirs)


def _place(one: Told) -> frozenset[str]:
    """Names behind a preposition in the figure's part of the sentence: "in Kyiv", "near Wad Rahma"."""
    if one.figure.place is not None:
        return frozenset(word for word in one.figure.place.split() if word[:1].isupper())
    at = one.behind
    while at < min(one.behind + 12, len(one.line)) and one.line[at].text not in '.,;:()“”"':
        if one.line[at].lower in known("classes", "prepositions"):
            names = []
            for inside in range(at + 1, min(at + 7, len(one.line))):
                token = one.line[inside]
                if token.kind != "word":
                    break
                if token.text[0].isupper() and token.lower not in known("classes", "weekdays"):
                    names.append(token.text)
            if names:
                return frozenset(names)
        at += 1
    return frozenset()


def _on_another_day(main: Told, other: Told) -> bool:
    days = known("classes", "weekdays") | known("classes", "months")
    mine, theirs = main.setting.words & days, other.setting.words & days
    return bool(mine and theirs) and not (mine & theirs)
