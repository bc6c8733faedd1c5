"""The words of a sentence as the audit compares them."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from ...figures.context.naming import SAID
from ...figures.designations.designation import ordinal_words
from ...figures.lexicon import lexicon
from ...figures.tokens import Line
from ...language.words import STOP_WORDS
from .keys import aliases, key

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_SHORT_MONTHS = {month[:3]: month for month in MONTHS} | {"sept": "september"}
_SHORT_DAYS = {day[:3]: day for day in DAYS} | {"tues": "tuesday", "thurs": "thursday", "thur": "thursday"}
RELATIVE_DAYS = frozenset({"yesterday", "today", "tomorrow", "tonight"})
# Words that say little by themselves, but what is missing here tells: negations, "than", "before" are content.
_FUNCTION = (STOP_WORDS | {"mr", "mrs", "ms", "dr", "sir", "per", "also", "said", "says", "say"}) - frozenset(
    (
        "not no nor never none nothing nobody neither cannot before after above below over under against up down out "
        "off more most less few same without"
    ).split()
)
_QUOTES = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "``": '"'}


class Word(NamedTuple):
    """A token of a sentence.

    Attributes:
        text, lower, start, end: as it stands; offsets into the whole text.
        key: equal for forms of the same word; "" for what is not compared.
        sort: "name", "number", "ordinal", "day", "month", "year", "relative" (yesterday), "said" (a verb of saying), "word",
            "small" (a function word) or "sign".
        weight: what it counts in an alignment.
    """

    text: str
    lower: str
    start: int
    end: int
    key: str
    sort: str
    weight: float

    @property
    def content(self) -> bool:
        """Whether it says something by itself."""
        return self.weight >= 1


class Told(NamedTuple):
    """A sentence taken apart; its words are the tokens of its line, one for one."""

    start: int
    end: int
    line: Line
    words: tuple[Word, ...]

    @property
    def content(self) -> list[int]:
        """Indices of the words that say something."""
        return [index for index, word in enumerate(self.words) if word.weight >= 1]


_WEIGHTS = {
    "name": 2.0, "number": 2.0, "ordinal": 1.5, "day": 1.5, "month": 1.5, "year": 1.5, "relative": 1.0, "said": 1.0, "word": 1.5,
    "small": 0.4, "sign": 0.1,
}  # fmt: skip


def take_apart(line: Line, is_name: Callable[[str, str, bool], bool]) -> Told:
    """The words of a line.

    Args:
        line: the sentence.
        is_name: whether a capitalised word (text, lower case, at a place where any word has a capital) is a name.
    """
    found: list[Word] = []
    opening = True
    for index, token in enumerate(line.tokens):
        text, lower = token.text, token.lower
        if token.kind == "sign":
            plain = _QUOTES.get(text, text)
            sort, same = ("word", "percent") if text == "%" else ("sign", plain)
            opening = opening or plain in '":;(' or text in "–—•"
        elif token.kind == "number":
            sort, same = "number", lower.replace(",", "")
            # "In 2014" but not "2014 people": what a figure counts is told by the figures.
            if len(lower) == 4 and lower.isdigit() and 1700 <= int(lower) <= 2099:
                sort = "year"
            opening = False
        else:
            sort, same = _sort_of(line, index, text, lower, opening, is_name)
            opening = False
        weight = _WEIGHTS[sort]
        found.append(Word(text, lower, token.start, token.end, same, sort, weight))
    return Told(line.offset, line.offset + len(line.text), line, tuple(found))


def _sort_of(
    line: Line, index: int, text: str, lower: str, opening: bool, is_name: Callable[[str, str, bool], bool]
) -> tuple[str, str]:
    capital = text[0].isupper()
    bare = lower[:-2] if lower.endswith(("'s", "’s")) else lower
    if capital:
        plain = bare.rstrip(".")
        day = _SHORT_DAYS.get(plain, plain)
        if day in _DAY_SET:
            return "day", day
        month = _SHORT_MONTHS.get(plain, plain)
        if month in _MONTH_SET and (plain not in ("may", "march", "mar", "jan") or _dated(line, index)):
            return "month", month
        common = _alias(text)
        if common is not None:
            return "name", common
    if bare in RELATIVE_DAYS:
        return "relative", "today" if bare == "tonight" else bare
    if bare in _numbers() and not (bare == "one" and not _counts(line, index)):
        return "number", key(bare)
    if bare in _ordinals():
        return "ordinal", _ordinals()[bare]
    if line[index - 1].kind == "number" and line.glued(index):
        if lower in ("st", "nd", "rd", "th"):
            return "ordinal", lower
        return "word", key(lower)  # the unit of "500MW"
    if capital and lower not in _FUNCTION and is_name(text, bare, opening or line.headline_case):
        return "name", _bare_key(text, bare)
    if lower in SAID or lower in ("according", "says", "say", "saying"):
        return "said", key(lower)
    if bare in _FUNCTION:
        return "small", key(bare) if bare in _BE else bare
    return "word", key(lower)


def _counts(line: Line, index: int) -> bool:
    """Whether "one" counts: "one person", not "the one", "no one", "one of them"."""
    return (
        line[index - 1].lower not in ("no", "the", "this", "that", "any", "every")
        and line[index + 1].kind == "word"
    )


def _dated(line: Line, index: int) -> bool:
    """Whether "May" and "March" are months here: beside a number or behind "in"."""
    return (
        line[index + 1].kind == "number"
        or line[index - 1].kind == "number"
        or line[index - 1].lower
        in ("in", "since", "by", "last", "until", "next", "this", "during", "of", "to", "early", "late")
        or line[index + 1].lower in ("this", "last", "next")
    )


def _bare_key(text: str, bare: str) -> str:
    return bare.replace("’", "'").replace(".", "")


@cache
def _alias(text: str) -> str | None:
    plain = text.replace("’", "'")
    known = aliases()
    for form in (plain, plain.removesuffix("'s"), plain.removesuffix("'"), plain.replace(".", "")):
        if form in known:
            return known[form]
    return None


@cache
def _ordinals() -> dict[str, str]:
    """Ordinals in words with their value."""
    return {word: str(value) for word, value in ordinal_words().items() if word not in ("second", "last")}


@cache
def _numbers() -> frozenset[str]:
    return frozenset(lexicon().cardinals)


_DAY_SET = frozenset(DAYS)
_MONTH_SET = frozenset(MONTHS)
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "an", "has", "have", "had"})


def text_between(words: Sequence[Word], text: str) -> str:
    """The text from the first of some words to the last."""
    return text[words[0].start : words[-1].end] if words else ""
