"""Numbers as they are written: digits, words, fractions and their multipliers.

`read_number` tells how much stands at a place of a line, nothing about what it
is a number of.
"""

from decimal import Decimal

from summarise.figures.arithmetic import EXACT, MAX_DIGITS, product, quotient
from summarise.figures.lexicon import lexicon
from summarise.figures.numbers.multiples import multiple
from summarise.figures.numbers.multipliers import Number, and_a_half, scale
from summarise.figures.numbers.words import fraction_words, number_words
from summarise.figures.tokens import VULGAR, Line

_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})
_LARGEST = Decimal(10) ** 36


def read_number(line: Line, index: int, *, money: bool = False) -> Number | None:
    """The number that begins at token `index`, or None.

    `money`: a currency sign stands before it, which settles what a letter after it means.
    """
    token = line[index]
    if token.kind == "number":
        found = _digits(line, index, money)
    elif token.kind == "word":
        found = fraction_words(line, index) or number_words(line, index) or multiple(line, index)
    else:
        return None
    if found is None or found.value.copy_abs() >= _LARGEST:
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
    elif token.text == "10" and line[end].text == "^" and line.glued(end):
        value, end = _scientific(line, index - 1, Decimal(1))
        plain = False
    number = Number(value, index, end, plain=plain)
    return scale(line, and_a_half(line, number), money)


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
        if line[end + 1].text.isdecimal() and (
            after.lower in lexicon().scales or after.text == "%" or _measures(line, end + 2)
        ):
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


def _measures(line: Line, at: int) -> bool:
    """Whether a unit of measure stands at `at`: "3,25 km"; not of time, which a list of numbers may be of too."""
    unit = lexicon().units.after(line, at)
    return unit is not None and unit[0].kind in ("measure", "rate")


def _is_group(line: Line, index: int) -> bool:
    token, before = line[index], line[index - 1]
    return (
        token.kind == "number"
        and len(token.text) == 3
        and token.text.isdecimal()
        and token.start == before.end + 1
    )


def _slash_fraction(line: Line, index: int) -> Decimal | None:
    top, slash, bottom = line[index], line[index + 1], line[index + 2]
    if slash.text not in "/⁄" or not slash.text or not (line.glued(index + 1) and line.glued(index + 2)):
        return None
    if (
        not bottom.text.isdecimal()
        or len(bottom.text) > 2
        or len(top.text) > 2
        or line[index + 3].text == "/"
    ):
        return None
    if int(bottom.text) not in _DENOMINATORS or int(top.text) >= int(bottom.text) or int(top.text) == 0:
        return None
    return quotient(Decimal(top.text), Decimal(bottom.text))


def _mixed(line: Line, index: int, value: Decimal) -> tuple[Decimal, int]:
    """ "10 1/2", "1½"."""
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


def _in_so_many(line: Line, number: Number) -> Number | None:
    """ "one in five", "three out of 10"."""
    at = number.end
    if line[number.start - 1].text in (".", "#") or line[number.start - 1].lower == "number":
        return None  # "No. 46 out of 180" is a rank
    out_of = line[at].lower == "out" and line[at + 1].lower == "of"
    if not (out_of or line[at].lower == "in") or number.scaled or number.ratio or number.vague:
        return None
    whole = _digits(line, at + 1 + out_of, False) if line[at + 1 + out_of].kind == "number" else None
    if whole is None and line[at + 1 + out_of].kind == "word":
        whole = number_words(line, at + 1 + out_of)
    if whole is None or whole.value <= number.value or whole.vague or number.value < 1:
        return None
    one = number.value == 1 and line[number.start].kind == "word" and not 1900 <= whole.value < 2100
    if not out_of and not one and (whole.value not in _WHOLES or number.value > 9):
        return None
    if whole.plain and line[whole.end].text in (":", "%", "/", "-") and line.glued(whole.end):
        return None
    return Number(quotient(number.value, whole.value), number.start, whole.end, ratio=True)


_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 30, 40, 50, 100, 1000, 10000, 100000, 1000000})
