"""What comes behind a number and is still part of it: "and a half", "million", "bn", "lakh crore"."""

from dataclasses import dataclass, replace
from decimal import Decimal

from summarise.figures.arithmetic import EXACT, product, quotient
from summarise.figures.lexicon import lexicon
from summarise.figures.tokens import Line

HYPHENS = frozenset("-‐‑")


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


def and_a_half(line: Line, number: Number) -> Number:
    """ "two and a half", "three-and-a-half", "three and three quarters"."""
    at = _past_hyphen(line, number.end)
    if line[at].lower != "and":
        return number
    at = _past_hyphen(line, at + 1)
    top = 1 if line[at].lower in ("a", "one") else lexicon().cardinals.get(line[at].lower, 0)
    at = _past_hyphen(line, at + 1)
    name = line[at].lower
    bottom = lexicon().fractions.get(name) or lexicon().fractions.get(name.removesuffix("s"))
    if not 0 < top < (bottom or 0) or name.startswith("second"):
        return number
    following = line[at + 1]
    if (
        top == 1
        and name not in ("half", "quarter")
        and following.kind == "word"
        and not following.lower.endswith("s")
    ):
        return number  # "Flight 370 and a third woman"
    part = quotient(Decimal(top), Decimal(bottom or 1))
    return replace(number, value=EXACT.add(number.value, part), end=at + 1, plain=False)


def _past_hyphen(line: Line, at: int) -> int:
    """Past a hyphen that ties two words: "two-and-a-half"."""
    return at + (line[at].text in HYPHENS and line.glued(at) and line.glued(at + 1))


def scale(line: Line, number: Number, money: bool) -> Number:
    """Multipliers behind the digits: "4.5 billion", "4.5bn", "24K", "3 lakh crore"."""
    words = lexicon()
    at = number.end
    token = line[at]
    if token.kind == "word" and line.glued(at) and line[at - 1].kind != "word":
        factor = words.short_scales.get(token.lower) or words.letters.get(token.text)
        if factor is None and money:
            factor = words.money_letters.get(token.text)
        if factor is not None and not (line.glued(at + 1) and line[at + 1].kind == "number"):
            letter = token.text == "m" and not money
            return replace(
                number,
                value=product(number.value, factor),
                end=at + 1,
                scaled=True,
                letter=letter,
                plain=False,
            )
    for _ in range(3):  # "three lakh crore" is as far as it goes
        step = 2 if line[at].text in HYPHENS and line.glued(at) and line.glued(at + 1) else 1
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
