"""Days, months and years: each in its own place."""

from collections.abc import Iterator, Sequence
from datetime import date

from ...model import Finding
from .align import Alignment
from .reading import Reading
from .words import DAYS, MONTHS, Word

_LAST_DAY = 31
_SORTS = frozenset({"day", "month", "year", "relative"})
_NAMES = {"day": "day", "month": "month", "year": "year", "relative": "day"}
_COMPARED = {
    "day": ("day", "relative"),
    "relative": ("relative", "day"),
    "month": ("month",),
    "year": ("year",),
}


def check_dates(reading: Reading) -> Iterator[Finding]:
    """Days, months, years and days of the month that the source does not have, or has elsewhere."""
    yield from _periods(reading)
    for at, word in enumerate(reading.words):
        if word.sort in _SORTS:
            found = _date(reading, at, word)
        elif word.sort == "number" and _day_of_month(reading, at) is not None:
            found = _numbered(reading, at, word)
        else:
            continue
        if found is not None:
            yield found


def _periods(reading: Reading) -> Iterator[Finding]:
    """ "Last month" where the source has "last week", "next year" where it has "last year"."""
    words = reading.words
    for at in range(len(words) - 1):
        mine = _period(words, at)
        if mine is None:
            continue
        home = reading.home(at + 1)
        if not reading.close(home, at) or home.support(at) < 0.4:
            continue
        theirs = home.source.words
        known = {period: place for place in range(len(theirs) - 1) if (period := _period(theirs, place))}
        if mine in known or not known:
            continue
        low, high = home.bounds(at)[0], home.bounds(at + 1)[1]
        first = home.links[low] if low >= 0 else 0
        last = home.links[high] if high >= 0 else len(theirs)
        place = next((p for p in known.values() if first - 1 <= p <= last + 1), None)
        if place is None or (len(known) > 1 and last - first > 6):
            continue
        text, span = reading.quoted(home, place, place + 1)
        said = f"{words[at].text} {words[at + 1].text}"
        message = f"the source has {text!r} here, the summary {said!r}"
        yield reading.finding("date", "contradicted", at, at + 1, message, span)


_RELATIVE = frozenset({"last", "this", "next", "previous", "past", "coming"})
_PERIODS = frozenset(
    "week month year decade century season quarter weekend summer winter spring autumn fall night".split()
)


def _period(words: Sequence[Word], at: int) -> tuple[str, str] | None:
    one, other = words[at].lower, words[at + 1].lower.removesuffix("'s").removesuffix("’s")
    if one in _RELATIVE and (other in _PERIODS or words[at + 1].sort in ("day", "month")):
        return ("last" if one in ("previous", "past") else "next" if one == "coming" else one), other
    return None


def _date(reading: Reading, at: int, word: Word) -> Finding | None:
    home = reading.home(at)
    if home.same(at) >= 0 and not _elsewhere_in_place(home, at):
        return None
    if _dated_alike(reading, at):
        return None
    other = _other(home, at, _COMPARED[word.sort])
    named = _NAMES[word.sort]
    if other is not None and not reading.borne(at) and not _same_day(reading, word, home, other):
        text, place = reading.quoted(home, other, other)
        if home.support(at) >= 0.4 and reading.close(home, at):
            message = f"the source has the {named} {text!r} here, the summary {word.text!r}"
            return reading.finding("date", "contradicted", at, at, message, place)
    if word.key in reading.source.places or word.key in reading.source.all_words or _computed(reading, word):
        return None
    if f"{word.key}s" in reading.source.all_words:
        return None
    if word.sort == "relative":
        return None  # "today" of a summary is the day of its writing
    return reading.finding("date", "not found", at, at, f"the {named} {word.text!r} is not in the source")


def _elsewhere_in_place(home: Alignment, at: int) -> bool:
    """Whether the word has moved, while another of its sort stands in its place."""
    return home.links[at] >= 0 and not home.equal[at] and home.moved.get(at, -1) >= 0


def _dated_alike(reading: Reading, at: int) -> bool:
    """Whether the source has the month with the same day of the month, wherever that stands."""
    words = reading.words
    if words[at].sort != "month":
        return False
    near = {w.key for w in words[max(0, at - 2) : at + 3] if w.sort == "number"}
    if not near:
        return False
    for told in reading.source.told:
        for place, other in enumerate(told.words):
            if other.sort == "month" and other.key == words[at].key:
                days = {w.key for w in told.words[max(0, place - 2) : place + 3] if w.sort == "number"}
                if days & near:
                    return True
    return False


def _other(home: Alignment, at: int, sorts: tuple[str, ...]) -> int | None:
    """The day of the source that stands in the place of a day of the summary."""
    link = home.links[at]
    if link >= 0 and not home.equal[at] and home.source.words[link].sort in sorts:
        return link
    inside = [j for j in home.gap(at) if home.source.words[j].sort in sorts and home.back[j] < 0]
    return inside[0] if len(inside) == 1 and len(home.gap(at)) <= 6 else None


def _same_day(reading: Reading, word: Word, home: Alignment, other: int) -> bool:
    """Whether two words may mean one day: "Friday" and "yesterday" in an article that does not say which day it is."""
    theirs = home.source.words[other]
    if {word.sort, theirs.sort} == {"day", "relative"}:
        return True
    return word.key == theirs.key


def _computed(reading: Reading, word: Word) -> bool:
    """Whether a weekday follows from a full date of the source, or a year from a relative one."""
    if word.sort != "day":
        return False
    return any(DAYS[day.weekday()] == word.key for day in full_dates(reading))


def full_dates(reading: Reading) -> Iterator[date]:
    """Every date of the source that has its day, month and year."""
    for told in reading.source.told:
        words = told.words
        for at, word in enumerate(words):
            if word.sort != "month":
                continue
            near = words[max(0, at - 2) : at + 4]
            days = [
                int(w.key)
                for w in near
                if w.sort == "number" and w.key.isdigit() and 1 <= int(w.key) <= _LAST_DAY
            ]
            years = [int(w.key) for w in near if w.sort == "year"]
            if days and years:
                try:
                    yield date(years[0], MONTHS.index(word.key) + 1, days[0])
                except ValueError:
                    continue


def _day_of_month(reading: Reading, at: int) -> int | None:
    """Where the month stands to which a number is the day, None if it is none."""
    words = reading.words
    if (
        not words[at].key.isdigit()
        or not 1 <= int(words[at].key) <= _LAST_DAY
        or not words[at].text.isdigit()
    ):
        return None
    for beside in (at + 1, at - 1, at + 2, at + 3):
        if not 0 <= beside < len(words) or words[beside].sort != "month":
            continue
        between = words[min(at, beside) + 1 : max(at, beside)]
        if all(w.lower in ("st", "nd", "rd", "th", "of") for w in between):
            return beside
    return None


def _numbered(reading: Reading, at: int, word: Word) -> Finding | None:
    """A day of the month that the source does not give for that month."""
    beside = _day_of_month(reading, at)
    assert beside is not None
    month = reading.words[beside].key
    known: dict[str, tuple[int, int]] = {}
    for told in reading.source.told:
        for index_of_month, other in enumerate(told.words):
            if other.sort == "month" and other.key == month:
                for index in (index_of_month + step for step in (-1, 1, -2, -3)):
                    near = told.words[index] if 0 <= index < len(told.words) else None
                    if near is not None and near.text.isdigit() and 1 <= int(near.text) <= _LAST_DAY:
                        known.setdefault(near.key, (near.start, near.end))
    if word.key in known:
        return None
    if not known or (word.key not in known and _told_as_ordinal(reading, word.key)):
        return None
    text, place = next(iter(known.items()))
    message = f"the source has the day {text} {month.capitalize()} here, the summary {word.text}"
    return reading.finding("date", "contradicted", at, at, message, place)


def _told_as_ordinal(reading: Reading, day: str) -> bool:
    """Whether the source has the day without its month: "the 25th"."""
    for told in reading.source.told:
        for at, word in enumerate(told.words[:-1]):
            if word.key == day and told.words[at + 1].lower in ("st", "nd", "rd", "th"):
                return True
    return False
