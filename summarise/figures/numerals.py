"""Numbers as they are written: digits, words, fractions and their multipliers.

`read_number` tells how much stands at a place of a line, nothing about what it
is a number of.
"""

from dataclasses import dataclass, replace
from decimal import Context, Decimal

from summarise.figures.lexicon import lexicon
from summarise.figures.tokens import VULGAR, Line

# Longer digit strings are account numbers or noise. The cap also keeps the
# arithmetic exact: 24 digits times a trillion fit the context.
MAX_DIGITS = 24
EXACT = Context(prec=60)
_ROUNDED = Context(prec=28)  # for thirds and their like
_HYPHENS = "-‐‑"
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})
_LARGEST = Decimal(10) ** 36
_SEVERAL = frozenset({"several", "few", "many"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens `start` to `end` (exclusive).

    `scaled` says that a multiplier was written ("4.5 billion"), `vague` that only its size
    is known ("hundreds of"), `ratio` that it is a part of a whole, `plain` that it is bare
    digits, `letter` that the multiplier is the letter m, which may be a metre.
    """

    value: Decimal
    start: int
    end: int
    scaled: bool = False
    vague: bool = False
    ratio: bool = False
    plain: bool = False
    letter: bool = False


def product(left: Decimal, right: Decimal) -> Decimal:
    """Exact product, whatever the caller's decimal context."""
    return EXACT.multiply(left, right)


def quotient(left: Decimal, right: Decimal) -> Decimal:
    """Quotient to 28 digits."""
    return _ROUNDED.divide(left, right)


def read_number(line: Line, index: int, *, money: bool = False) -> Number | None:
    """The number that begins at token `index`, or None.

    `money`: a currency sign stands before it, which settles what a letter after it means.
    """
    token = line[index]
    if token.kind == "number":
        found = _digits(line, index, money)
    elif token.kind == "word":
        found = _fraction_words(line, index) or _words(line, index)
    else:
        return None
    if found is None or abs(found.value) >= _LARGEST:
        return None
    return _in_so_many(line, found) or found


def decimal_of(text: str) -> Decimal | None:
    """The value of a digit token, None when it is too long to be a quantity."""
    if text in VULGAR:
        return quotient(*(Decimal(part) for part in VULGAR[text]))
    if len(text) > 2 * MAX_DIGITS:
        return None
    digits = text.replace(",", "")
    for space in "\u00a0\u2009\u202f":
        digits = digits.replace(space, "")
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    return None if len(digits) > MAX_DIGITS else Decimal(digits)


def _digits(line: Line, index: int, money: bool) -> Number | None:
    token = line[index]
    value = decimal_of(token.text)
    if value is None:
        return None
    end = index + 1
    plain = token.text.isdecimal()
    if plain:
        value, end = _grouped(line, index, value)
        plain = end == index + 1
    slash = _slash_fraction(line, index) if plain else None
    if slash is not None:
        value, end, plain = slash, index + 3, False
    elif plain:
        value, end = _mixed(line, index, value)
        plain = end == index + 1
    if line[end].text in "×xX" and line[end + 1].text == "10":
        value, end = _scientific(line, end, value)
    number = Number(value, index, end, plain=plain)
    return _scale(line, _and_a_half(line, number), money)


def _grouped(line: Line, index: int, value: Decimal) -> tuple[Decimal, int]:
    """Thousands parted by a space ("17 000"), a stray space ("80, 000"), or a decimal comma ("3,5 million")."""
    text = line[index].text
    end = index + 1
    if len(text) > 3:
        return value, end
    if line[end].text == "," and line.glued(end) and line[end + 1].text == "000" and not line.glued(end + 1):
        return product(value, Decimal(1000)), end + 2
    if line[end].text == "," and line.glued(end) and line.glued(end + 1) and len(line[end + 1].text) <= 2:
        after = line[end + 2]
        if line[end + 1].text.isdecimal() and (after.lower in lexicon().scales or after.text == "%"):
            return Decimal(f"{text}.{line[end + 1].text}"), end + 2
    if text.startswith("0") or line[index - 1].kind == "number":
        return value, end
    digits = text
    while _is_group(line, end) and len(digits) < MAX_DIGITS:
        digits += line[end].text
        end += 1
    if end > index + 1 and line[end].kind == "number" and not line.glued(end):
        return value, index + 1  # a list of numbers or a telephone number
    return (Decimal(digits) if end > index + 1 else value), end


def _is_group(line: Line, index: int) -> bool:
    token, before = line[index], line[index - 1]
    return token.kind == "number" and len(token.text) == 3 and token.text.isdecimal() and token.start == before.end + 1


def _slash_fraction(line: Line, index: int) -> Decimal | None:
    top, slash, bottom = line[index], line[index + 1], line[index + 2]
    if slash.text not in "/⁄" or not slash.text or not (line.glued(index + 1) and line.glued(index + 2)):
        return None
    if not bottom.text.isdecimal() or len(bottom.text) > 2 or len(top.text) > 2 or line[index + 3].text == "/":
        return None
    if int(bottom.text) not in _DENOMINATORS or int(top.text) >= int(bottom.text) or int(top.text) == 0:
        return None
    return quotient(Decimal(top.text), Decimal(bottom.text))


def _mixed(line: Line, index: int, value: Decimal) -> tuple[Decimal, int]:
    """"10 1/2", "1½"."""
    following = line[index + 1]
    if following.text in VULGAR and following.start - line[index].end <= 1:
        return EXACT.add(value, quotient(*(Decimal(part) for part in VULGAR[following.text]))), index + 2
    if following.kind == "number" and following.start == line[index].end + 1:
        part = _slash_fraction(line, index + 1)
        if part is not None:
            return EXACT.add(value, part), index + 4
    return value, index + 1


def _scientific(line: Line, index: int, value: Decimal) -> tuple[Decimal, int]:
    at = index + 2
    sign = 1
    if line[at].text == "^":
        at += 1
    if line[at].text in ("-", "−", "–"):
        sign, at = -1, at + 1
    exponent = line[at].text
    if at == index + 2 or not line.glued(at) or not exponent.isdecimal() or len(exponent) > 2:
        return value, index
    return EXACT.scaleb(value, Decimal(sign * min(int(exponent), 30))), at + 1


def _and_a_half(line: Line, number: Number) -> Number:
    """"two and a half", "three and three quarters"."""
    at = number.end
    if line[at].lower != "and":
        return number
    top = 1 if line[at + 1].lower in ("a", "one") else lexicon().cardinals.get(line[at + 1].lower, 0)
    name = line[at + 2].lower
    bottom = lexicon().fractions.get(name) or lexicon().fractions.get(name.removesuffix("s"))
    if not 0 < top < (bottom or 0) or name.startswith("second"):
        return number
    part = quotient(Decimal(top), Decimal(bottom or 1))
    return replace(number, value=EXACT.add(number.value, part), end=at + 3, plain=False)


def _scale(line: Line, number: Number, money: bool) -> Number:
    """Multipliers behind the digits: "4.5 billion", "4.5bn", "24K", "3 lakh crore"."""
    words = lexicon()
    at = number.end
    token = line[at]
    if token.kind == "word" and line.glued(at) and not line[at - 1].kind == "word":
        factor = words.short_scales.get(token.lower) or words.letters.get(token.text)
        if factor is None and money:
            factor = words.money_letters.get(token.text)
        if factor is not None and not (line.glued(at + 1) and line[at + 1].kind == "number"):
            letter = token.text == "m" and not money
            return replace(
                number, value=product(number.value, factor), end=at + 1, scaled=True, letter=letter, plain=False
            )
    for _ in range(3):  # "three lakh crore" is as far as it goes
        step = 2 if line[at].text in _HYPHENS and line[at].text and line.glued(at) and line.glued(at + 1) else 1
        word = line[at + step - 1].lower
        factor = words.scales.get(word) or words.short_scales.get(word)
        if factor is None and word.endswith("s") and not number.scaled:
            factor = words.scales.get(word[:-1])
        if factor is None and money and not number.scaled and step == 1:
            factor = words.letters.get(line[at].text) or words.money_letters.get(line[at].text)
        if factor is None or line[at].kind == "end":
            return number
        at += step
        number = replace(number, value=product(number.value, factor), end=at, scaled=True, plain=False)
    return number


def _words(line: Line, index: int) -> Number | None:
    """Number words: "seven", "two hundred and five thousand", "a dozen", "several hundred", "tens of thousands"."""
    words = lexicon()
    first = line[index].lower
    if first in ("a", "an", "another") and line[index + 1].lower in words.scales:
        factor = words.scales[line[index + 1].lower]
        number = Number(factor, index + (first == "another"), index + 2, scaled=True)
        return _scale(line, number, False) if line[index + 1].lower != "dozen" else number
    if first in ("a", "an") and line[index - 1].lower in ("than", "nearly", "almost"):
        # "less than an hour", "more than a decade"
        unit = words.units.after(line, index + 1)
        if unit is not None and unit[0].kind in ("duration", "measure"):
            return Number(Decimal(1), index, index + 1)
    if first in _SEVERAL:
        factor = words.scales.get(line[index + 1].lower.removesuffix("s") if first == "many" else line[index + 1].lower)
        return _scale(line, Number(factor, index, index + 2, scaled=True, vague=True), False) if factor else None
    vague = _vague_plural(line, index)
    if vague is not None:
        return vague
    if first not in words.cardinals:
        # "a million dollar house", "quarter million" are read from their multiplier.
        if first in ("million", "billion", "trillion", "thousand", "hundred"):
            return Number(words.scales[first], index, index + 1, scaled=True)
        return None
    total, current, at = 0, 0, index
    last = ""
    while True:
        step = 0
        if at > index:
            if line[at].text in _HYPHENS and line[at].text and line.glued(at) and line.glued(at + 1):
                step = 1
            elif line[at].lower == "and" and last in words.scales:
                step = 1
        word = line[at + step].lower
        value = words.cardinals.get(word)
        if value is not None and (at == index or _may_follow(current, value, last)):
            current += value
        elif word in words.scales and at > index and len(str(total)) + len(str(current)) < MAX_DIGITS and word != "dozen":
            factor = int(words.scales[word])
            if step and line[at].lower == "and":
                break
            if factor == 100:
                current *= factor
            else:
                total, current = total + current * factor, 0
        else:
            break
        last = word
        at += step + 1
    scaled = last in words.scales
    number = Number(Decimal(total + current), index, at, scaled=scaled)
    return _scale(line, _and_a_half(line, number), False)


def _may_follow(current: int, value: int, last: str) -> bool:
    if last in lexicon().scales:
        return value < 100
    return 20 <= current % 100 <= 90 and current % 10 == 0 and 0 < value < 10


def _vague_plural(line: Line, index: int) -> Number | None:
    """"hundreds of", "tens of thousands of", "dozens more"."""
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


def _fraction_words(line: Line, index: int) -> Number | None:
    """"a third of", "two-thirds", "half the", "half a million", "a quarter of a million"."""
    words = lexicon()
    first, second = line[index].lower, line[index + 1].lower
    hyphen = line[index + 1].text in _HYPHENS and bool(line[index + 1].text) and line.glued(index + 1)
    at = index + 2 if hyphen else index + 1
    name = line[at].lower
    if first in ("a", "an", "one") or 1 < words.cardinals.get(first, 0) < 10:
        top = words.cardinals.get(first, 1)
        bottom = words.fractions.get(name) or (words.fractions.get(name[:-1]) if name.endswith("s") else 0) or 0
        before, after = line[index - 1].lower, line[at + 1].lower
        certain = after in ("of", "more", "less", "fewer", "larger", "smaller", "higher", "lower", "the") or (top > 1 and name.endswith("s")) or (hyphen and top == 1)
        certain = certain or before in ("by", "than", "nearly", "almost", "about", "roughly", "around", "over", "another")
        if name == "half":
            certain = certain or line[at + 1].lower in words.scales
        if top < bottom and certain:
            value = quotient(Decimal(top), Decimal(bottom))
            return _fraction_of(line, Number(value, index, at + 1, ratio=True))
    if first in ("half", "quarter"):
        part = quotient(Decimal(1), Decimal(words.fractions[first]))
        skip = 1 if second in ("a", "an") or hyphen else 0
        factor = words.scales.get(line[index + 1 + skip].lower)
        if factor is not None:
            return Number(product(part, factor), index, index + 2 + skip, scaled=True)
        before = line[index - 1].lower
        if first == "half" and before not in ("first", "second", "other", "this", "that", "last", "final", "and"):
            if second in ("of", "the", "its", "their", "his", "her", "our", "all"):
                return _fraction_of(line, Number(part, index, index + 1, ratio=True))
            if second in ("a", "an") and not hyphen and lexicon().units.after(line, index + 2):
                return Number(part, index, index + 2)
    return None


def _fraction_of(line: Line, number: Number) -> Number:
    """"a quarter of a million": the part is of a multiplier."""
    at = number.end
    if line[at].lower == "of" and line[at + 1].lower in ("a", "one"):
        factor = lexicon().scales.get(line[at + 2].lower)
        if factor is not None:
            return replace(number, value=product(number.value, factor), end=at + 3, ratio=False, scaled=True)
    return number


def _in_so_many(line: Line, number: Number) -> Number | None:
    """"one in five", "three out of 10"."""
    at = number.end
    out_of = line[at].lower == "out" and line[at + 1].lower == "of"
    if not (out_of or line[at].lower == "in") or number.scaled or number.ratio or number.vague:
        return None
    whole = _digits(line, at + 1 + out_of, False) if line[at + 1 + out_of].kind == "number" else None
    if whole is None and line[at + 1 + out_of].kind == "word":
        whole = _words(line, at + 1 + out_of)
    if whole is None or whole.value <= number.value or whole.vague or number.value < 1:
        return None
    if not out_of and (whole.value not in _WHOLES or number.value > 9):
        return None
    if whole.plain and line[whole.end].text in (":", "%", "/", "-") and line.glued(whole.end):
        return None
    return Number(quotient(number.value, whole.value), number.start, whole.end, ratio=True)


_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 30, 40, 50, 100, 1000, 10000, 100000, 1000000})
