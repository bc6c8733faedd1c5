"""Numbers in names: "MH370", "Flight 370", "iPhone 4S", "S&P 500", "Formula One", and all that is left."""

from collections.abc import Iterator
from decimal import Decimal

from summarise.figures.arithmetic import MAX_DIGITS
from summarise.figures.designations.dates import DASHES
from summarise.figures.designations.designation import Designation, known
from summarise.figures.labels.dates import is_month
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.nouns.phrases import TokenSpan, is_function_word
from summarise.figures.numbers.numerals import decimal_of
from summarise.figures.tokens import Line, Token

_WEEKDAYS = word_class("labels", "weekdays")
_GLUED = 6  # tokens of a name without a space on either side of its number
_TELEPHONE = 7  # digits at least
_WORDS = 4  # words of a name before its number


def names(line: Line, at: int, floor: int) -> Iterator[Designation]:
    """Ways to read a name around the number at token `at`, the longest first; none begins before `floor`."""
    if line[at].kind == "word":
        yield from _number_word(line, at, floor)
        return
    value = decimal_of(line[at].text)
    if value is None:
        return
    start, end = _glued_before(line, at, floor), _glued_behind(line, at)
    upper: Decimal | None = None
    telephone = _telephone(line, at)
    chain = telephone or _chain(line, at)
    if chain is not None:
        value, upper, end = chain
    begin, noun = (at, None) if telephone else _name_before(line, start, floor)
    for first in (begin, start, at):
        yield Designation(first, end, value, upper, "name", noun)
        noun = None
    yield Designation(at, at + 1, decimal_of(line[at].text) or value, None, "name")


def _number_word(line: Line, at: int, floor: int) -> Iterator[Designation]:
    """ "Formula One", "World War Two", "phase two"."""
    value = lexicon().cardinals.get(without_s(line[at].lower))
    if value is None or at <= floor or line.glued(at):
        return
    capital = line[at].text[0].isupper() and not line.headline_case and _is_name_word(line[at - 1])
    if not (is_label_noun(line[at - 1]) or capital) or line[at + 1].text in DASHES:
        return
    begin, noun = _name_before(line, at, floor)
    if begin < at:
        yield Designation(begin, at + 1, Decimal(value), None, "name", noun)


def _glued_before(line: Line, at: int, floor: int) -> int:
    """Where the letters and signs that touch the number begin: "MH370", "F-16", "#1"."""
    start = at
    while start > max(floor, at - _GLUED) and line.glued(start):
        before = line[start - 1]
        if before.kind in ("word", "number"):
            start -= 1
        elif (
            before.text in ("-", "‐", "‑", "&", "_")
            and line.glued(start - 1)
            and line[start - 2].kind in ("word", "number")
            and start - 2 >= floor
        ):
            start -= 2
        else:
            return start - (before.text == "#")
    return start


def _glued_behind(line: Line, at: int) -> int:
    """Where the letters and digits that touch the number end: "4S", "H1N1"."""
    end = at + 1
    while end < at + _GLUED and line.glued(end) and line[end].kind in ("word", "number"):
        end += 1
    return end


def _chain(line: Line, at: int) -> tuple[Decimal, Decimal | None, int] | None:
    """Numbers tied by signs: "24/7", "747-400" (two), "555-123-4567" (all the digits), "1.2.3" (the first)."""
    end, signs = at + 1, set()
    digits = [line[at].text]
    while (
        line[end].text
        and line[end].text in "-–./:"
        and line.glued(end)
        and line.glued(end + 1)
        and line[end + 1].kind == "number"
        and len(digits) < MAX_DIGITS
    ):
        signs.add(line[end].text)
        digits.append(line[end + 1].text)
        end += 2
    values = [decimal_of(text) for text in digits[:2]]
    first, second = (*values, None)[:2]
    if first is None or len(digits) == 1:
        return None
    if len(digits) == 2:
        return first, second, end
    joined = "".join(digits)
    if signs <= {"-", "–"} and joined.isdecimal() and _TELEPHONE <= len(joined) <= MAX_DIGITS:
        return Decimal(joined), None, end
    return first, None, end


def _telephone(line: Line, at: int) -> tuple[Decimal, Decimal | None, int] | None:
    """Groups of digits parted by spaces, the first begins with a nought: "0800 555 111"."""
    if not line[at].text.startswith("0") or len(line[at].text) < 3 or not line[at].text.isdecimal():
        return None
    end, digits = at + 1, line[at].text
    while line[end].text.isdecimal() and line[end].start == line[end - 1].end + 1 and len(digits) < 12:
        digits += line[end].text
        end += 1
    return (Decimal(digits), None, end) if _TELEPHONE <= len(digits) <= MAX_DIGITS else None


def _name_before(line: Line, at: int, floor: int) -> tuple[int, TokenSpan | None]:
    """Where the name begins whose number is at token `at`, and its noun: a label noun alone, else a run of names."""
    label = at - 1 - (line[at - 1].text == "." and line.glued(at - 1))
    if line.glued(at) or label < floor:
        return at, None
    token = line[label]
    if label < at - 1:
        return (label, (label, label + 1)) if token.lower in known("short_labels") else (at, None)
    if is_label_noun(token) and not line.glued(label):
        return label, (label, label + 1)
    begin = at
    while begin > max(floor, at - _WORDS) and _is_name_word(line[begin - 1]):
        begin -= 1
        while (
            begin - 2 >= floor
            and line.glued(begin)
            and line.glued(begin - 1)
            and line[begin - 1].text in ("&", "-")
            and line[begin - 2].kind == "word"
            and at - begin < 2 * _WORDS
        ):
            begin -= 2
        if line.glued(begin) or line.headline_case:
            break
    if begin == 0 and begin < at and _only_by_place(line[0]):
        begin += 1
    return begin, (begin, at) if begin < at else None


def _is_name_word(token: Token) -> bool:
    """A word with a capital that is part of a name."""
    if token.kind != "word" or not any(character.isupper() for character in token.text):
        return False
    if is_function_word(token) or token.lower in _WEEKDAYS or is_month(token):
        return False
    return not token.lower.endswith(("'s", "’s"))


def _only_by_place(token: Token) -> bool:
    """Whether a word may have its capital only because it begins the sentence."""
    return token.text.istitle() and (
        token.text in words("sentence_starters") or token.lower.endswith(("ed", "ing", "ly"))
    )


def without_s(word: str) -> str:
    """The word without the ending of a possessive: "BBC Two's"."""
    return word.removesuffix("'s").removesuffix("’s")


def is_label_noun(token: Token) -> bool:
    """ "Flight", "week", "Chapters"."""
    word = token.lower.removesuffix("s") if token.text[:1].isupper() else token.lower
    return word in words("label_nouns") or token.lower in known("more_labels")
