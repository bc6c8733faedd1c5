"""Numbers as the house writes them: digits or words, commas, scales, per cent. The value is never another."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ...checking.faithfulness import Source
from ...figures import normalise
from ...figures.lexicon import lexicon
from ...model import Figure
from .cloth import Cloth, Edit
from .figures import Shown, shown_figures
from .house import AS_SOURCE, House
from .names import may_be_name
from .rounding import rounded

_WORDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_IN_DIGITS = frozenset({"count", "duration", "age", "money", "percent", "measure", "rate"})
_IN_WORDS = frozenset({"count", "duration", "rate"})
_MILLION = 10**6
# Groups and parts that are no number of their own: "two dozen", "two-thirds", "two and a half".
_PARTS = re.compile(
    r"\b(?:dozens?|score|half|halves|quarters?|thirds?|fifths?|tenths?|couple|pair)\b", re.IGNORECASE
)
_ONE_BEFORE = re.compile(r"\bone (?:of|in|out of|or|to|and)(?: (?:the|its|his|her|their))? $", re.IGNORECASE)
_DIGIT = re.compile(r"(?<![\w.,$£€¥/:–-])[1-9](?![\w%/:–]|[.,]\d|-\d)")
_LARGE = re.compile(
    r"\s*(?:(?:hundred|thousand|million|billion|trillion|dozen|bn|tn|m|per cent|percent)\b|%)", re.IGNORECASE
)
_LONG = re.compile(r"(?<![\d.,])\d{4,}(?!\d)")
_SIGN = r"(?:[$£€¥₹₦₩]|\b[A-Z]{1,3}\$)\s?"
_SCALED = re.compile(
    rf"(?P<sign>{_SIGN})?(?P<number>\d[\d,.]*)(?P<gap>[ -]?)"
    r"(?P<scale>[mM]illion|[bB]illion|[tT]rillion|bn|tn|[mMbBT])\b"
)
_SCALES = {"m": "million", "b": "billion", "t": "trillion"}
_THOUSANDS = re.compile(
    rf"(?<![\d,.])(?P<sign>{_SIGN})(?P<number>[1-9]\d{{1,2}}),000"
    r"(?![,.]?\d|[kK]|[ -]?(?:[mbt]n?|[mb]illion|trillion)\b)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(?<=\d)[ -]?(?:%|(?:per cent|percent|pct)\b)(?! point)")


def numbers(cloth: Cloth, house: House, source: Source) -> Iterator[Edit]:
    """The figures of a line, outside quotations, as the house writes them."""
    for shown in shown_figures(cloth, source):
        was = cloth.text[shown.start : shown.end]
        rounder = rounded(was, shown, cloth, house, source)
        now = _written(rounder or was, shown, cloth, house, source)
        if now != was:
            yield _narrow(was, now, shown.start)


def _written(text: str, shown: Shown, cloth: Cloth, house: House, source: Source) -> str:
    figure = shown.figure
    in_word = shown.opening and house.opening == "word"
    if (
        _wants_digits(figure, house)
        and not in_word
        and not may_be_name(cloth, shown.start, shown.end, source)
    ):
        text = _in_digits(text, shown, cloth)
    if house.numerals == "words under ten" or in_word:
        text = _in_words(text, shown, cloth)
    if house.thousands == "comma":
        text = _commas(text, figure)
    text = _scaled(text, figure, house)
    text = _in_thousands(text, figure, house)
    return _percent(text, shown, cloth, house)


def _wants_digits(figure: Figure, house: House) -> bool:
    # "five per cent" and "5%" beside each other are two houses in one line.
    return figure.kind in _IN_DIGITS and (
        house.numerals == "digits" or (figure.kind == "percent" and house.percent == "%")
    )


@cache
def _number_words() -> re.Pattern[str]:
    named = "|".join(sorted((w for w in lexicon().cardinals if w.isalpha()), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{named})(?:(?:[- ]| and )(?:{named}|hundred|thousand))*\b", re.IGNORECASE)


def _in_digits(text: str, shown: Shown, cloth: Cloth) -> str:
    before, behind = cloth.text[: shown.start], cloth.text[shown.end :]
    # "two 9/11 suspects" keeps its two numbers apart.
    beside = re.match(r" \d", behind) is not None or re.search(r"\d $", before) is not None
    tied = beside or before[-1:] in {"-", "–"} or (behind[:1] in {"-", "–"} and shown.figure.kind == "count")
    if tied or _PARTS.search(text) or _ONE_BEFORE.search(before):
        return text
    runs = list(_number_words().finditer(text))
    for run in reversed(runs):
        # "one" is as often a pronoun, or the end of "one to two".
        scaled = _LARGE.match(text, run.end()) is not None
        value = _value(run[0].lower())
        if value is None or value == 0 or (value == 1 and not scaled):
            return text
        text = f"{text[: run.start()]}{value:,}{text[run.end() :]}"
    return text


@lru_cache(maxsize=1024)
def _value(words: str) -> int | None:
    known = lexicon().cardinals.get(words)
    if known is not None:
        return int(known)
    figure = normalise(words)
    whole = (
        figure is not None
        and figure.upper is None
        and figure.text == words
        and figure.value == figure.value.to_integral_value()
    )
    return int(figure.value) if figure is not None and whole else None


def _in_words(text: str, shown: Shown, cloth: Cloth) -> str:
    behind = cloth.text[shown.end :]
    if shown.figure.kind not in _IN_WORDS or (shown.figure.kind != "duration" and shown.figure.noun is None):
        return text
    # A number beside a word with a capital may be part of a name: "Apollo 8 crew", "6 Music".
    before = cloth.text[: shown.start].split()
    bound = shown.figure.cue or ""
    if (before and before[-1][:1].isupper() and before[-1].lower() not in bound.lower().split()) or (
        behind.lstrip()[:1].isupper()
    ):
        return text
    if cloth.text[: shown.start][-1:] in {"-", "–", "/", "$", "£", "€"} or re.search(r"\d\d", text):
        return text

    def word(match: re.Match[str]) -> str:
        large = _LARGE.match(text, match.end()) or (match.end() == len(text) and _LARGE.match(behind))
        ahead = match.end() == len(text) and behind[:1] in {"-", "–", "/", "%"}
        return match[0] if large or ahead else _WORDS[int(match[0])]

    return _DIGIT.sub(word, text)


def _commas(text: str, figure: Figure) -> str:
    if figure.kind not in {"count", "money", "measure"}:
        return text
    # A bare number of this century or the last may be a year.
    bare = figure.kind == "count" and figure.noun is None and 1900 <= figure.value <= 2099
    return text if bare else _LONG.sub(lambda match: f"{int(match[0]):,}", text)


def _scaled(text: str, figure: Figure, house: House) -> str:
    if figure.kind not in {"money", "count"} or max(figure.value, figure.upper or 0) < _MILLION:
        return text

    def scale(match: re.Match[str]) -> str:
        name = _SCALES[match["scale"][0].lower()]
        form = str(getattr(house, name))
        in_words = match["scale"].lower() == name
        if match["gap"] == "-" and figure.kind == "count":
            return match[0]  # "550-million-user site"
        if match["sign"] is None and house.scales == "money":
            # "1.55bn euros" is no form of a house that writes "$1.55B".
            if in_words or not form[0].isupper():
                return match[0]
            form = name
        if form == AS_SOURCE or (in_words and form == name):
            return match[0]
        gap = (match["gap"] or " ") if form == name else ""
        return f"{match['sign'] or ''}{match['number']}{gap}{form}"

    return _SCALED.sub(scale, text)


def _in_thousands(text: str, figure: Figure, house: House) -> str:
    if house.thousand == AS_SOURCE or figure.kind != "money":
        return text
    return _THOUSANDS.sub(lambda match: f"{match['sign']}{match['number']}{house.thousand}", text)


def _percent(text: str, shown: Shown, cloth: Cloth, house: House) -> str:
    behind = cloth.text[shown.end :][:1]
    if house.percent == AS_SOURCE or shown.figure.unit != "percent":
        return text
    if house.percent == "%":
        return _PERCENT.sub("%", text)
    return text if behind.isalpha() or behind == "-" else _PERCENT.sub(f" {house.percent}", text)


def _narrow(was: str, now: str, start: int) -> Edit:
    """The change without the words at both ends that stay."""
    old, new = was.split(" "), now.split(" ")
    front = 0
    while front < min(len(old), len(new)) - 1 and old[front] == new[front]:
        front += 1
    back = 0
    while back < min(len(old), len(new)) - front - 1 and old[-1 - back] == new[-1 - back]:
        back += 1
    skipped = sum(len(word) + 1 for word in old[:front])
    changed = " ".join(old[front : len(old) - back])
    return Edit(start + skipped, start + skipped + len(changed), " ".join(new[front : len(new) - back]))
