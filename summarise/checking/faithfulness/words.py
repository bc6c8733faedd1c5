"""The words of a sentence as the audit compares them."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from ...figures.context.naming import SAID
from ...figures.designations.designation import ordinal_words
from ...figures.lexicon import lexicon
from ...figures.tokens import Line
from ...language.words import STOP_WORDS
from .headings import titled
from .keys import aliases, key

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_SHORT_MONTHS = {month[:3]: month for month in MONTHS} | {"sept": "september"}
# "Sun", "Sat" and "Wed" are more often other words.
_SHORT_DAYS = {
    "mon": "monday", "tue": "tuesday", "tues": "tuesday", "thu": "thursday", "thur": "thursday", "thurs": "thursday",
    "fri": "friday",
}  # fmt: skip
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
        sort: "name", "number", "ordinal", "day", "month", "year", "relative" (yesterday), "said" (a verb of saying),
            "word", "small" (a function word) or "sign".
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
    """A sentence taken apart; its words are the tokens of its line, one for one.

    `content` are the places of the words that say something by themselves.
    """

    start: int
    end: int
    line: Line
    words: tuple[Word, ...]
    content: tuple[int, ...]


_WEIGHTS = {
    "name": 2.0, "number": 2.0, "ordinal": 1.5, "day": 1.5, "month": 1.5, "year": 1.5, "relative": 1.0,
    "said": 1.0, "word": 1.5, "small": 0.4, "sign": 0.1,
}  # fmt: skip


def take_apart(line: Line, is_name: Callable[[str, str, bool], bool]) -> Told:
    """The words of a line.

    Args:
        line: the sentence.
        is_name: whether a capitalised word (text, lower case, at a place where any word has a capital) is a name.
    """
    found: list[Word] = []
    opening, heading = True, titled(line)
    number_end = -1  # of a number right before, which a unit or "th" may touch
    for index, token in enumerate(line.tokens):
        kind, text, lower, start, end = token
        if kind == "word":
            if start == number_end:
                sort, same = ("ordinal", lower) if lower in _ENDINGS else ("word", key(lower))
            else:
                sort, same, doubt, otherwise, other = known_word(text)
                if doubt:
                    if doubt == "name":
                        sure = is_name(text, same, opening or heading)
                    else:
                        sure = _dated(line, index) if doubt == "month" else _counts(line, index)
                    if not sure:
                        sort, same = otherwise, other
            opening = False
        elif kind == "sign":
            plain = _QUOTES.get(text, text)
            sort, same = ("word", "percent") if text == "%" else ("sign", plain)
            opening = opening or plain in '":;(' or text in "–—•"
        else:
            sort, same = _number(text)
            opening = False
            number_end = end
        found.append(Word(text, lower, start, end, same, sort, _WEIGHTS[sort]))
    content = tuple(index for index, word in enumerate(found) if word.weight >= 1)
    return Told(line.offset, line.offset + len(line.text), line, tuple(found), content)


_ENDINGS = ("st", "nd", "rd", "th")


def _number(text: str) -> tuple[str, str]:
    # "In 2014" but not "2014 people": what a figure counts is told by the figures.
    year = len(text) == 4 and text.isdigit() and _FIRST_YEAR <= int(text) <= _LAST_YEAR
    return "year" if year else "number", text.lower().replace(",", "")


_FIRST_YEAR, _LAST_YEAR = 1700, 2099


@lru_cache(maxsize=65536)
def known_word(text: str) -> tuple[str, str, str, str, str]:
    """Sort and key of a word by itself; what they depend on ("name", "month", "one" or ""); sort and key if not."""
    lower = text.lower()
    bare = lower[:-2] if lower.endswith(("'s", "’s")) else lower
    plain_sort, plain_key = _plain(lower, bare)
    if text[0].isupper():
        plain = bare.rstrip(".")
        day = _SHORT_DAYS.get(plain, plain)
        if day in DAYS:
            return "day", day, "", "", ""
        month = _SHORT_MONTHS.get(plain, plain)
        if month in MONTHS:
            unsure = "month" if plain in ("may", "march", "mar", "jan") else ""
            return "month", month, unsure, plain_sort, plain_key
        common = _alias(text)
        if common is not None:
            return "name", common, "", "", ""
        if plain_sort in ("word", "said") and lower not in _FUNCTION:
            return "name", bare.replace("’", "'").replace(".", ""), "name", plain_sort, plain_key
    if bare == "one":
        return "number", key(bare), "one", "small", "one"
    return plain_sort, plain_key, "", "", ""


def _plain(lower: str, bare: str) -> tuple[str, str]:
    """Sort and key of a word that is no name."""
    if bare in RELATIVE_DAYS:
        return "relative", "today" if bare == "tonight" else bare
    if bare in _numbers():
        return "number", key(bare)
    if bare in _ordinals():
        return "ordinal", _ordinals()[bare]
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
        or (line[index + 1].text == "." and line[index + 2].kind == "number")
        or line[index - 1].kind == "number"
        or line[index - 1].lower
        in ("in", "since", "by", "last", "until", "next", "this", "during", "of", "to", "early", "late")
        or line[index + 1].lower in ("this", "last", "next")
    )


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
    return {word: f"{value}th" for word, value in ordinal_words().items() if word not in ("second", "last")}


@cache
def _numbers() -> frozenset[str]:
    return frozenset(lexicon().cardinals)


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "an", "has", "have", "had"})
