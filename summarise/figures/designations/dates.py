"""Days of the calendar and years."""

from collections.abc import Iterator
from decimal import Decimal

from summarise.figures.designations.designation import Designation, known
from summarise.figures.designations.ordinals import ENDINGS, ordinal_at
from summarise.figures.labels.dates import is_month, looks_like_year
from summarise.figures.labels.namesakes import names_something
from summarise.figures.lexicon import words
from summarise.figures.tokens import Line

DASHES = ("-", "‐", "‑", "–", "—")
APOSTROPHES = ("'", "’", "‘")
_TO = frozenset({"to", "and", "or", "through", "until"})
_NAMED_BEFORE = 1800  # a year before this one does not stand right behind a name
_DECADES = 12  # tokens before "80s" among which the article of its decade stands
_TURN = 35  # years of two digits up to this are of this century


def dates(line: Line, at: int) -> Iterator[Designation]:
    """Ways to read a day of the calendar at token `at`, the longest first."""
    if line[at].kind == "word" and is_month(line[at]):
        yield from _month_first(line, at)
    elif line[at].kind == "word":
        yield from _in_words(line, at)
    elif not _inside_a_word(line, at):
        yield from _day_first(line, at)
        yield from _in_figures(line, at)


def _day(line: Line, at: int) -> int | None:
    """Index behind the day of a month at token `at`: "13", "13th"."""
    token = line[at]
    if not token.text.isdecimal() or len(token.text) > 2 or not 1 <= int(token.text) <= 31:
        return None
    if line.glued(at + 1) and line[at + 1].kind == "word":
        return at + 2 if line[at + 1].lower in ENDINGS else None
    if line.glued(at + 1) and line[at + 1].text in ("%", ":"):
        return None
    return at + 1


def _number(line: Line, at: int) -> Decimal:
    return Decimal(line[at].text)


def _days(line: Line, at: int) -> Iterator[tuple[int, Decimal | None]]:
    """Ends of the day or span of days at token `at` ("3-5", "3/4", "3 and 4"), each with the span's last day."""
    end = _day(line, at)
    if end is None:
        return
    sign = line[end]
    if sign.text in (*DASHES, "/") or sign.lower in _TO:
        last = _day(line, end + 1)
        if last is not None:
            yield last, _number(line, end + 1)
    yield end, None


def _month_first(line: Line, month: int) -> Iterator[Designation]:
    """ "April 13", "Sept. 3rd", "May 3-5", "July Fourth"."""
    at = month + 1
    at += line[at].text == "." and line.glued(at)
    for end, last in _days(line, at):
        if last is None or last > _number(line, at):
            yield Designation(month, end, _number(line, at), last, "date")
    place = ordinal_at(line, at) if line[at].kind == "word" else None
    if place is not None and place[0] <= 31:
        yield Designation(month, place[1], place[0], None, "date")


def _day_first(line: Line, at: int) -> Iterator[Designation]:
    """ "13 April", "16-28 November", "4th of July"."""
    for end, last in _days(line, at):
        month = end + (line[end].lower == "of")
        if is_month_here(line, month):
            yield Designation(at, month + 1, _number(line, at), last, "date")


def is_month_here(line: Line, at: int) -> bool:
    """Whether a month's name stands at token `at`; the text may be all in lower case."""
    return is_month(line[at]) and (line[at].text[0].isupper() or line.text.islower())


def _in_words(line: Line, at: int) -> Iterator[Designation]:
    """ "the fourth of July"."""
    place = ordinal_at(line, at)
    if place is not None and place[0] <= 31 and line[place[1]].lower == "of" and is_month(line[place[1] + 1]):
        yield Designation(at, place[1] + 2, place[0], None, "date")


def _in_figures(line: Line, at: int) -> Iterator[Designation]:
    """ "2019-09-01", "12/03/2019", "12.03.2019", "9/11"."""
    first, sign = line[at], line[at + 1].text
    if not (line.glued(at + 1) and line.glued(at + 2) and line[at + 2].text.isdecimal()):
        return
    second = line[at + 2]
    third = line[at + 4] if line.glued(at + 3) and line.glued(at + 4) and line[at + 3].text == sign else None
    if sign == "." and looks_like_year(second) and _day_and_month(first.text.split(".")):
        day, month = first.text.split(".")
        yield Designation(at, at + 3, Decimal(day), Decimal(month), "date")
    elif not sign or sign not in "/-–" or not first.text.isdecimal():
        return
    elif third is not None:
        if looks_like_year(first) and _day_and_month([second.text, third.text]):
            yield Designation(at, at + 5, Decimal(third.text), None, "date")
        elif (
            third.text.isdecimal() and len(third.text) in (2, 4) and _day_and_month([first.text, second.text])
        ):
            yield Designation(at, at + 5, Decimal(first.text), Decimal(second.text), "date")
    elif sign == "/" and _day_and_month([first.text, second.text]) and not _goes_on(line, at + 3):
        yield Designation(at, at + 3, Decimal(first.text), Decimal(second.text), "date")


def _goes_on(line: Line, at: int) -> bool:
    """Whether a path or a word goes on at token `at`: "1/2/a", "3/4x"."""
    return line.glued(at) and (line[at].text == "/" or line[at].kind != "sign")


def _day_and_month(parts: list[str]) -> bool:
    """Whether two numbers can be a day and a month, in either order."""
    if len(parts) != 2 or not all(part.isdecimal() and len(part) <= 2 for part in parts):
        return False
    if parts == ["24", "7"]:
        return False
    low, high = sorted(int(part) for part in parts)
    return 1 <= low <= 12 and high <= 31


def _inside_a_word(line: Line, at: int) -> bool:
    return line.glued(at) and line[at - 1].kind == "word"


def years(line: Line, at: int) -> Iterator[Designation]:
    """Ways to read a year, a decade or a span of years at token `at`, the longest first."""
    token = line[at]
    if token.text in APOSTROPHES:
        yield from _shortened(line, at)
    elif token.kind == "word":
        yield from _after_word(line, at)
    elif token.text.isdecimal() and not _inside_a_word(line, at) and not _is_label(line, at):
        yield from _in_digits(line, at)


def _in_digits(line: Line, at: int) -> Iterator[Designation]:
    if len(line[at].text) > 4:
        return
    value = _number(line, at)
    if line[at + 1].text in known("eras"):
        yield Designation(at, at + 2, value, None, "year")
    decade = _decade_end(line, at)
    if not looks_like_year(line[at]):
        if decade is not None and len(line[at].text) == 2 and _means_decade(line, at):
            yield Designation(at, decade, _in_full(line[at].text, 10), None, "year")
        medieval = len(line[at].text) == 4 and 1000 <= value < 1500
        if medieval and line[at - 1].lower in known("year_cues") and not line.glued(at + 1):
            yield Designation(at, at + 1, value, None, "year")
        return
    if decade is not None:
        yield Designation(at, decade, value, None, "year")
        return
    if line.glued(at + 1) and line[at + 1].kind == "word":
        return
    last = _last_of_span(line, at)
    if last is not None:
        yield Designation(at, at + 3, value, last, "year")
    yield Designation(at, at + 1, value, None, "year")


def _decade_end(line: Line, at: int) -> int | None:
    """Index behind the s of "1980s" and "1980's"."""
    if not line[at].text.endswith("0"):
        return None
    end = at + 1 + (line[at + 1].text in APOSTROPHES and line.glued(at + 1))
    return end + 1 if line[end].text == "s" and line.glued(end) else None


def _means_decade(line: Line, at: int) -> bool:
    """Whether "80s" is a decade, no age and no heat: "the mid- to late-80s", "the 1970s and 80s"; not "her 80s"."""
    for back in range(at - 1, at - _DECADES, -1):
        token = line[back]
        if token.lower == "the" or looks_like_year(token):
            return True
        decade = token.text.isdecimal() and len(token.text) == 2
        if not (
            decade or token.text in (*DASHES, *APOSTROPHES, ",") or token.lower in known("part_of_decade")
        ):
            return False
    return False


def _in_full(digits: str, turn: int = _TURN) -> Decimal:
    """The year of its last two digits; up to `turn` it is of this century."""
    short = int(digits)
    return Decimal(short + (2000 if short <= turn else 1900))


def _last_of_span(line: Line, at: int) -> Decimal | None:
    """The second year of "2025-26", "2019–2020", "2014/15"."""
    sign, second = line[at + 1], line[at + 2]
    tight = line.glued(at + 1) and line.glued(at + 2)
    if (
        not sign.text
        or sign.text not in (*DASHES, "/")
        or (line.glued(at + 3) and line[at + 3].kind == "word")
    ):
        return None
    first = int(line[at].text)
    if looks_like_year(second):
        last = int(second.text)
    elif second.text.isdecimal() and len(second.text) <= 2 and tight:
        size = 10 ** len(second.text)
        last = first - first % size + int(second.text)
        last += 100 if last < first and size == 100 else 0
    else:
        return None
    return Decimal(last) if last > first else None


def _shortened(line: Line, mark: int) -> Iterator[Designation]:
    """ "'08", "the '80s": a mark that touches two digits and nothing before it."""
    at = mark + 1
    token = line[at]
    if not line.glued(at) or not token.text.isdecimal() or len(token.text) != 2 or line.glued(mark):
        return
    decade = _decade_end(line, at)
    if decade is not None:
        yield Designation(mark, decade, _in_full(token.text, 10), None, "year")
    elif line[at + 1].text not in APOSTROPHES and not (line.glued(at + 1) and line[at + 1].kind == "word"):
        yield Designation(mark, at + 1, _in_full(token.text), None, "year")


def _after_word(line: Line, word: int) -> Iterator[Designation]:
    """ "FY2019", "FY 19", "AD 79"."""
    token = line[word + 1]
    if not token.text.isdecimal() or not 2 <= len(token.text) <= 4 or line[word + 2].text == ":":
        return
    if line[word].lower in known("fiscal") and len(token.text) != 3:
        value = _in_full(token.text) if len(token.text) == 2 else Decimal(token.text)
        yield Designation(word, word + 2, value, None, "year")
    elif line[word].text in known("eras") and not line.glued(word + 1):
        yield Designation(word, word + 2, Decimal(token.text), None, "year")


def _is_label(line: Line, at: int) -> bool:
    """ "Flight 1549", "Russell 2000": no year whatever it looks like."""
    before = line[at - 1]
    if before.text == "#" and line.glued(at):
        return True
    if before.lower in known("not_before_year"):
        return True
    if int(line[at].text[:4]) < _NAMED_BEFORE and names_something(line, at):
        return True
    return before.lower in words("label_nouns") and before.lower not in ("class", "season", "model", "series")
