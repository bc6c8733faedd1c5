"""Numbers in words: "seven", "two hundred and five", "a dozen", "hundreds of", "two-thirds", "half a million"."""

from dataclasses import replace
from decimal import Decimal

from summarise.figures.arithmetic import MAX_DIGITS, product, quotient
from summarise.figures.lexicon import lexicon, word_class
from summarise.figures.nouns.phrases import is_function_word
from summarise.figures.numbers.multipliers import HYPHENS, Number, and_a_half, scale
from summarise.figures.tokens import Line

_SEVERAL = frozenset({"several", "few", "many"})
_NOT_BEFORE_HALF = word_class("numbers", "not_before_half")
_BEFORE_FRACTION = word_class("numbers", "before_fraction")
_WHOLE_ONLY = word_class("numbers", "whole_only")
_ORDINAL_ENDS = word_class("numbers", "ordinal_ends")
_SCALE_ORDINALS = frozenset({"hundredth", "thousandth", "millionth"})
_PAIRED = word_class("numbers", "paired")


def number_words(line: Line, index: int) -> Number | None:
    """Number words: "seven", "two hundred and five thousand", "a dozen", "several hundred", "tens of thousands"."""
    words = lexicon()
    first = line[index].lower
    if first in ("a", "an", "another") and line[index + 1].lower in words.scales:
        factor = words.scales[line[index + 1].lower]
        number = Number(factor, index + (first == "another"), index + 2, scaled=True)
        return scale(line, number, False) if line[index + 1].lower != "dozen" else number
    if first in ("a", "an"):
        return _a_unit(line, index) or _group(line, index + 1, index)
    if first in words.groups and line[index - 1].lower not in ("the", "this", "that", "each"):
        return _group(line, index, index)
    if first in _SEVERAL:
        word = line[index + 1].lower
        size = words.scales.get(word.removesuffix("s") if first == "many" else word)
        return scale(line, Number(size, index, index + 2, scaled=True, vague=True), False) if size else None
    vague = _vague_plural(line, index)
    if vague is not None:
        return vague
    if first not in words.cardinals:
        # "a million dollar house", "quarter million" are read from their multiplier.
        if first in ("million", "billion", "trillion", "thousand", "hundred"):
            return Number(words.scales[first], index, index + 1, scaled=True)
        return None
    return _spelled_out(line, index)


def _a_unit(line: Line, index: int) -> Number | None:
    """ "less than an hour", "more than a decade", "an hour and a half"."""
    unit = lexicon().units.after(line, index + 1)
    if unit is None or unit[0].kind not in ("duration", "measure"):
        return None
    one = Number(Decimal(1), index, index + 1)
    if and_a_half(line, replace(one, end=unit[1])).end > unit[1]:
        return one
    measured = line[index - 1].lower in ("than", "nearly", "almost", "within")
    return one if measured and line[unit[1]].lower not in ("ago", "earlier", "before", "later") else None


def _group(line: Line, index: int, start: int) -> Number | None:
    """ "a couple of", "a pair of", "a couple of hundred"."""
    words = lexicon()
    size = words.groups.get(line[index].lower)
    of = line[index + 1].lower == "of"
    factor = words.scales.get(line[index + 1 + of].lower)
    if size is None or not (of or factor) or line[index + 1 + of].lower in _PAIRED:
        return None
    if factor is None:
        return Number(Decimal(size), start, index + 2)
    return scale(line, Number(product(Decimal(size), factor), start, index + 2 + of, scaled=True), False)


def _spelled_out(line: Line, index: int) -> Number | None:
    """ "two hundred and five thousand six hundred": hundreds add up, then thousands and more."""
    words = lexicon()
    total, current, at, last = 0, 0, index, ""
    while True:
        tied = at > index and line[at].text in HYPHENS and line.glued(at) and line.glued(at + 1)
        linked = at > index and line[at].lower == "and" and last in words.scales
        word = line[at + (tied or linked)].lower
        value = words.cardinals.get(word)
        if value is not None and (at == index or _may_follow(current, value, last)):
            current += value
        elif (
            word in words.scales and word != "dozen" and at > index and not linked and total < 10**MAX_DIGITS
        ):
            if word == "hundred":
                current *= 100
            else:
                total, current = total + current * int(words.scales[word]), 0
        else:
            break
        last = word
        at += 1 + (tied or linked)
        if current >= 10**MAX_DIGITS:
            break
    tied = line[at].text in HYPHENS and line.glued(at) and line.glued(at + 1)
    if line[at + tied].lower in _ORDINAL_ENDS and (
        tied or last in words.scales or line[at].lower in _SCALE_ORDINALS
    ):
        return None  # "the twenty-first century", "its two hundredth win"
    number = Number(Decimal(total + current), index, at, scaled=last in words.scales)
    return scale(line, and_a_half(line, number), False)


def _may_follow(current: int, value: int, last: str) -> bool:
    if last in lexicon().scales:
        return value < 100
    return 20 <= current % 100 <= 90 and current % 10 == 0 and 0 < value < 10


def _vague_plural(line: Line, index: int) -> Number | None:
    """ "hundreds of", "tens of thousands of", "dozens more"."""
    scales = lexicon().scales
    first = line[index].lower
    factor = Decimal(10) if first == "tens" else scales.get(first[:-1]) if first.endswith("s") else None
    if factor is None:
        return None
    end = index + 1
    while line[end].lower == "of" and line[end + 1].lower.removesuffix("s") in scales and end < index + 5:
        factor = product(factor, scales[line[end + 1].lower.removesuffix("s")])
        end += 2
    if first == "tens" and end == index + 1:
        return None
    return Number(factor, index, end, scaled=True, vague=True)


def fraction_words(line: Line, index: int) -> Number | None:
    """ "a third of", "two-thirds", "half the", "half a million", "a quarter of a million"."""
    words = lexicon()
    first, second = line[index].lower, line[index + 1].lower
    hyphen = line[index + 1].text in HYPHENS and line.glued(index + 1)
    at = index + 2 if hyphen else index + 1
    name = line[at].lower
    if first in ("a", "an", "one") or 1 < words.cardinals.get(first, 0) < 10:
        top = words.cardinals.get(first, 1)
        bottom = (
            words.fractions.get(name) or (words.fractions.get(name[:-1]) if name.endswith("s") else 0) or 0
        )
        before, after = line[index - 1].lower, line[at + 1].lower
        certain = (
            after in ("of", "more", "less", "fewer", "larger", "smaller", "higher", "lower", "the")
            or (top > 1 and name.endswith("s"))
            or (hyphen and top == 1)
        )
        certain = certain or before in _BEFORE_FRACTION
        if name == "half":
            certain = certain or line[at + 1].lower in words.scales
        after_it = line[at + 1]
        if top == 1 and before == "by" and after_it.kind == "word" and not is_function_word(after_it):
            certain = certain and name in ("half", "quarter")  # "followed by a fourth man"
        if top < bottom and certain:
            value = quotient(Decimal(top), Decimal(bottom))
            factor = words.scales.get(line[at + 1].lower) if name == "half" else None
            if factor is not None:
                return Number(product(value, factor), index, at + 2, scaled=True)  # "a half million"
            return _fraction_of(line, Number(value, index, at + 1, ratio=True))
    if first in ("half", "quarter"):
        part = quotient(Decimal(1), Decimal(words.fractions[first]))
        skip = 1 if second in ("a", "an") or hyphen else 0
        if (first == "quarter" or hyphen) and line[index + 1 + skip].lower in ("point", "points"):
            return Number(part, index, index + 1)  # "a quarter-point cut"
        factor = words.scales.get(line[index + 1 + skip].lower)
        if factor is not None:
            return Number(product(part, factor), index, index + 2 + skip, scaled=True)
        before = line[index - 1].lower
        if first == "half" and (before not in _NOT_BEFORE_HALF or (before == "and" and second == "of")):
            if second in ("of", "the", "its", "their", "his", "her", "our", "all"):
                return _fraction_of(line, Number(part, index, index + 1, ratio=True))
            bare = line[index + 1].kind in ("sign", "end") or is_function_word(line[index + 1])
            if before in _BEFORE_FRACTION and bare and not hyphen and second not in ("an", "a", "past"):
                return Number(part, index, index + 1, ratio=True)  # "fell by half"
            if second in ("a", "an") and not hyphen and _halves(line, index + 2):
                return Number(part, index, index + 2)
    return None


def _halves(line: Line, at: int) -> bool:
    """Whether half of what stands at `at` is a measure: "half an acre", "half a point"; not "half a chance"."""
    word = line[at].lower
    return bool(lexicon().units.after(line, at)) or (
        line[at].kind == "word"
        and word.isalpha()
        and word not in _WHOLE_ONLY
        and not is_function_word(line[at])
    )


def _fraction_of(line: Line, number: Number) -> Number:
    """ "a quarter of a million": the part is of a multiplier."""
    at = number.end
    if line[at].lower == "of" and line[at + 1].lower in ("a", "one"):
        factor = lexicon().scales.get(line[at + 2].lower)
        if factor is not None:
            return replace(number, value=product(number.value, factor), end=at + 3, ratio=False, scaled=True)
    return number
