"""Days, months and years: each in its own place."""

from collections.abc import Iterator, Sequence
from datetime import date

from ...model import Finding
from .align import Alignment
from .headings import titled
from .periods import check_periods
from .reading import Reading
from .slots import pinned
from .words import DAYS, MONTHS, Word

_LAST_DAY = 31
_SORTS = frozenset({"day", "month", "year"})
_COMPARED = {"day": ("day", "relative"), "month": ("month",), "year": ("year",)}
_AROUND_DAY = frozenset(("st", "nd", "rd", "th", "of", "."))  # between a month and its day
_DECADES = {
    "twenties": "2", "thirties": "3", "forties": "4", "fifties": "5", "sixties": "6", "seventies": "7", "eighties": "8",
    "nineties": "9",
}  # fmt: skip


def check_dates(reading: Reading) -> Iterator[Finding]:
    """Days, months, years and days of the month that the source does not have, or has elsewhere."""
    yield from check_periods(reading)
    for at, word in enumerate(reading.words):
        if word.sort in _SORTS:
            found = _date(reading, at, word)
        elif word.sort == "number" and day_of_month(reading, at) is not None:
            found = _numbered(reading, at, word)
        else:
            continue
        if found is not None:
            yield found


def _date(reading: Reading, at: int, word: Word) -> Finding | None:
    home = reading.home(at)
    if home.same(at) >= 0 and not _elsewhere_in_place(home, at):
        return None
    if _dated_alike(reading, at):
        return None
    other = _other(home, at, _COMPARED[word.sort])
    named = word.sort
    if other is not None and not reading.borne(at) and not _same_day(reading, word, home, other):
        text, place = reading.quoted(home, other, other)
        if home.support(at) >= 0.4 and reading.close(home, at):
            message = f"the source has the {named} {text!r} here, the summary {word.text!r}"
            return reading.finding("date", "contradicted", at, at, message, place)
    if (
        word.key in reading.source.vocabulary.places
        or word.key in reading.source.vocabulary.all_words
        or _computed(reading, word)
    ):
        return None
    if f"{word.key}s" in reading.source.vocabulary.all_words:
        return None
    if word.sort == "year" and _decade(reading, word):
        return None
    if word.sort == "day" and titled(reading.told.line) and len(word.text) < _SHORTEST_DAY:
        return None  # "Soon to Be Wed", "in the Sun"
    return reading.finding("date", "not found", at, at, f"the {named} {word.text!r} is not in the source")


_SHORTEST_DAY = 6  # "Monday"


def _decade(reading: Reading, word: Word) -> bool:
    """Whether the source has a decade in words: "the nineteen-eighties", "the eighties" for "the 1980s"."""
    if not word.key.endswith("0"):
        return False
    known = reading.source.vocabulary.all_words
    return any(
        word.key[2] == digit and any(other == name or other.endswith(f"-{name}") for other in known)
        for name, digit in _DECADES.items()
    )


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


def day_of_month(reading: Reading, at: int) -> int | None:
    """Where the month stands to which a number is the day, None if it is none."""
    words = reading.words
    if not _may_be_day(words[at]):
        return None
    return _month_beside(words, at)


def _month_beside(words: Sequence[Word], at: int) -> int | None:
    """The month next to a number, with nothing but "of", an ending or a full stop between."""
    for step in (1, -1):
        beside = at + step
        while 0 <= beside < len(words) and words[beside].lower in _AROUND_DAY:
            beside += step
        if 0 <= beside < len(words) and words[beside].sort == "month":
            return beside
    return None


def _numbered(reading: Reading, at: int, word: Word) -> Finding | None:
    """A day of the month that the source does not give for that month, or not in this place."""
    beside = day_of_month(reading, at)
    assert beside is not None
    month = reading.words[beside].key
    here = _day_in_place(reading, at)
    if here is None:
        known: dict[str, tuple[int, int]] = {}
        for told in reading.source.told:
            for index, other in enumerate(told.words):
                near = _month_beside(told.words, index) if _may_be_day(other) else None
                if near is not None and told.words[near].key == month:
                    known.setdefault(other.key, (other.start, other.end))
        if word.key in known or not known or _told_as_ordinal(reading, word.key):
            return None
        here = next(iter(known.items()))
    text, place = here
    message = f"the source has the day {text} {month.capitalize()} here, the summary {word.text}"
    return reading.finding("date", "contradicted", at, at, message, place)


def _day_in_place(reading: Reading, at: int) -> tuple[str, tuple[int, int]] | None:
    """Another day of the month in the very place of this one."""
    home = reading.home(at)
    stretch = pinned(home, at, at)
    if len(stretch) != 1:
        return None
    other = home.source.words[stretch[0]]
    if not _may_be_day(other) or other.key == reading.words[at].key:
        return None
    if _month_beside(home.source.words, stretch[0]) is None:
        return None
    return other.key, (other.start, other.end)


def _may_be_day(word: Word) -> bool:
    return word.text.isdigit() and len(word.text) < 3 and 1 <= int(word.text) <= _LAST_DAY


def _told_as_ordinal(reading: Reading, day: str) -> bool:
    """Whether the source has the day without its month: "the 25th"."""
    for told in reading.source.told:
        for at, word in enumerate(told.words[:-1]):
            if word.key == day and told.words[at + 1].lower in ("st", "nd", "rd", "th"):
                return True
    return False
