"""Times told from the day of writing: "yesterday", "last week", "next year", and when one contradicts another."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...model import Finding
from .align import Alignment
from .reading import Reading
from .slots import pinned
from .words import DAYS, MONTHS, Word

_RELATIVE = {
    "last": "past", "previous": "past", "past": "past", "this": "now", "next": "coming", "coming": "coming",
}  # fmt: skip
_DAYS = {"yesterday": "past", "today": "now", "tomorrow": "coming"}
# Each period with how long it is, roughly; only the order counts.
_PERIODS = {
    "morning": 1, "afternoon": 1, "evening": 1, "night": 1, "week": 7, "weekend": 2, "fortnight": 14, "month": 30,
    "quarter": 90, "summer": 90, "winter": 90, "spring": 90, "autumn": 90, "fall": 90, "season": 300, "year": 365,
    "decade": 3650, "century": 36500,
} | dict.fromkeys(DAYS, 1) | dict.fromkeys(MONTHS, 30)  # fmt: skip
_ONE_DAY = 1
_WITHIN_A_YEAR = frozenset(("summer", "winter", "spring", "autumn", "fall", "season", *MONTHS))
_WIDE = 6  # words of the source in which one of several such times may be the one meant
_AS_GOOD = 0.7


class Period(NamedTuple):
    """A time told from the day of writing: words `first` to `last`; "past", "now" or "coming"; what is counted."""

    first: int
    last: int
    tense: str
    unit: str


def periods(words: Sequence[Word]) -> Iterator[Period]:
    """Every such time of a sentence."""
    for at, word in enumerate(words):
        if word.sort == "relative":
            yield Period(at, at, _DAYS[word.key], "day")
        elif at + 1 < len(words) and word.lower in _RELATIVE:
            other = words[at + 1]
            unit = other.key if other.sort in ("day", "month") else other.lower.replace("’", "'")
            unit = unit.removesuffix("'s")
            if unit in _PERIODS:
                yield Period(at, at + 1, _RELATIVE[word.lower], unit)


def check_periods(reading: Reading) -> Iterator[Finding]:
    """ "Last week" where the source has "yesterday", "next year" where it has "last year"."""
    for mine in periods(reading.words):
        home = reading.home(mine.first)
        theirs = list(periods(home.source.words))
        place = _place(home, mine)
        sure = _sure(home, mine)
        here = [one for one in theirs if one.first < place.stop and place.start <= one.last]
        if not here or any(_may_be_one(mine, one) for one in here):
            continue
        if not sure:
            if not reading.close(home, mine.first) or home.support(mine.first) < 0.4:
                continue
            if any(_may_be_one(mine, one) for one in theirs) or (len(theirs) > 1 and len(place) > _WIDE):
                continue
            if _borne(reading, home, mine):
                continue
        text, span = reading.quoted(home, here[0].first, here[0].last)
        said = reading.told.line.slice(reading.words[mine.first].start, reading.words[mine.last].end)
        message = f"the source says {text!r} here, the summary {said!r}"
        yield reading.finding("date", "contradicted", mine.first, mine.last, message, span)


def _sure(home: Alignment, mine: Period) -> bool:
    """Whether a time stands between the very same words as in the source, with or without "the" before it."""
    if len(pinned(home, mine.first, mine.last)):
        return True
    before = mine.first - 1
    article = before >= 0 and home.told.words[before].lower in ("the", "on", "in", "over")
    return article and len(pinned(home, before, mine.last)) > 0


def _place(home: Alignment, mine: Period) -> range:
    """The words of the source where a time of the summary stands."""
    low, high = home.bounds(mine.first)[0], home.bounds(mine.last)[1]
    return range(
        home.links[low] + 1 if low >= 0 else 0, home.links[high] if high >= 0 else len(home.source.words)
    )


def _may_be_one(mine: Period, other: Period) -> bool:
    """Whether two times may be one: equal, or the summary's the wider."""
    if (mine.tense, mine.unit) == (other.tense, other.unit):
        return True
    length, theirs = _PERIODS.get(mine.unit, _ONE_DAY), _PERIODS.get(other.unit, _ONE_DAY)
    if length == theirs == _ONE_DAY:
        # "last night" and "yesterday", "tonight" and "this evening", "next Friday" and "tomorrow"
        return mine.tense == other.tense or "night" in (mine.unit, other.unit)
    if mine.tense == "now" and length > theirs:
        return True  # "this year" for "last month", "this week" for "yesterday"
    if mine.tense != other.tense:
        return False
    if length > theirs:
        # "last year" for "last July", "last week" for "last Friday", but not "last week" for "yesterday"
        return other.unit in _WITHIN_A_YEAR or other.unit in DAYS or other.unit == "weekend"
    return {mine.unit, other.unit} == {"autumn", "fall"}


def _borne(reading: Reading, home: Alignment, mine: Period) -> bool:
    """Whether another of the nearest sentences has the same time among nearly as much of what is around it."""
    wanted = _AS_GOOD * max(home.support(mine.first), 0.2)
    return any(
        one is not home
        and one.support(mine.first) >= wanted
        and any(_may_be_one(mine, other) for other in periods(one.source.words))
        for one in reading.alignments
    )
