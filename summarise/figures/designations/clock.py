"""Times of day: "9.30am", "12:01", "0401 GMT", "nine o'clock"."""

from collections.abc import Iterator
from decimal import Decimal

from summarise.figures.arithmetic import EXACT
from summarise.figures.designations.designation import Designation, known
from summarise.figures.labels.namesakes import names_something
from summarise.figures.lexicon import lexicon, word_class
from summarise.figures.tokens import Line

_CLOCK = word_class("labels", "clock")
_LOWER_WORDS = frozenset({"ct", "pt", "et", "ist"})  # zones only in capitals
_DASHES = ("-", "–", "—")


def times(line: Line, at: int) -> Iterator[Designation]:
    """The time of day that begins at token `at`, if one does."""
    if line[at].kind == "word":
        hour = lexicon().cardinals.get(line[at].lower, 0)
        if 1 <= hour <= 12 and line[at + 1].lower in ("o'clock", "o’clock"):
            yield Designation(at, at + 2, Decimal(hour), None, "time")
        return
    if line.glued(at) and line[at - 1].kind == "word" and line[at - 1].text != "T":
        return
    read = _with_colon(line, at) or _with_clock_word(line, at)
    if read is not None:
        value, end = read
        yield Designation(at, _past_zones(line, end), value, None, "time")
        return
    if line[at + 1].text in _DASHES and line[at + 1].text and line[at].text.isdecimal():
        last = _with_clock_word(line, at + 2)
        first = _hours(line[at].text)
        if last is not None and first is not None:
            yield Designation(at, _past_zones(line, last[1]), first, last[0], "time")


def _with_colon(line: Line, at: int) -> tuple[Decimal, int] | None:
    """ "12:01", "1:30:00"; not "3:2", and not "John 3:16" unless "am" follows."""
    minutes = line[at + 2].text
    if line[at + 1].text != ":" or not (line.glued(at + 1) and line.glued(at + 2)):
        return None
    hours = line[at].text
    if not hours.isdecimal() or len(hours) > 2 or int(hours) > 24:
        return None
    if len(minutes) != 2 or not minutes.isdecimal() or int(minutes) > 59:
        return None  # "2:06.73" is how long a race took
    end = at + 3
    while (
        line[end].text == ":" and line.glued(end) and line[end + 1].kind == "number" and line.glued(end + 1)
    ):
        end += 2
    if names_something(line, at) and not _is_clock_word(line, end):
        return None
    return EXACT.add(Decimal(hours), Decimal(f"0.{minutes}")), end


def _with_clock_word(line: Line, at: int) -> tuple[Decimal, int] | None:
    """ "9.30am", "9 p.m.", "0401 GMT"."""
    value = _hours(line[at].text)
    if value is None:
        return None
    if line[at + 1].lower in ("a", "p") and line[at + 2].text == "." and line[at + 3].lower == "m":
        return value, at + 4
    if _is_clock_word(line, at + 1) or (line[at + 1].lower == "local" and line[at + 2].lower == "time"):
        return value, at + 1
    # "kick-off at 1930"; 20 hours and some minutes are rather a year
    text = line[at].text
    sharp = len(text) == 4 and text.endswith(("00", "15", "30", "45")) and not text.startswith("20")
    return (value, at + 1) if sharp and line[at - 1].lower in known("before_time") else None


def _is_clock_word(line: Line, at: int) -> bool:
    token = line[at]
    if token.lower not in _CLOCK or (token.lower in _LOWER_WORDS and token.text.islower()):
        return False
    return token.lower != "hrs" or (len(line[at - 1].text) == 4 and line[at - 1].text.isdecimal())


def _hours(text: str) -> Decimal | None:
    """ "9", "9.30" and "0930" as 9, 9.30 and 9.30."""
    if len(text) == 4 and text.isdecimal():
        text = f"{text[:2]}.{text[2:]}"
    hours, _, minutes = text.partition(".")
    if not hours.isdecimal() or len(hours) > 2 or int(hours) > 24:
        return None
    if minutes and (len(minutes) != 2 or not minutes.isdecimal() or int(minutes) > 59):
        return None
    return Decimal(text)


def _past_zones(line: Line, end: int) -> int:
    """Past "am", "p.m.", "GMT", "local time"."""
    for _ in range(3):
        token = line[end]
        if token.lower in ("a", "p") and line[end + 1].text == "." and line[end + 2].lower == "m":
            end += 3
        elif token.lower in _CLOCK and not (token.lower in _LOWER_WORDS and token.text.islower()):
            end += 1
        elif token.lower == "local" and line[end + 1].lower == "time":
            return end + 2
        else:
            break
    return end
