"""A number with its currency or unit: "$4.5bn", "35-mile", "barrels a day", "18 to 25 percent"."""

from dataclasses import replace
from decimal import Decimal

from summarise.figures.arithmetic import product, quotient
from summarise.figures.labels.dates import looks_like_year
from summarise.figures.lexicon import Unit, lexicon, word_class, words
from summarise.figures.nouns.phrases import is_plural, past_cue
from summarise.figures.numbers.multipliers import HYPHENS
from summarise.figures.numbers.numerals import read_number
from summarise.figures.quantities.doubtful import is_metre, is_sterling
from summarise.figures.quantities.parts import with_cents, with_half_a_unit, with_inches
from summarise.figures.quantities.points import with_points
from summarise.figures.quantities.rates import Quantity, with_age, with_rate
from summarise.figures.tokens import DASHES, Line

_BETWEEN = word_class("quantities", "between")
_DIMENSIONS = word_class("quantities", "dimensions")
_DOLLARS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "usd": "USD", "cad": "CAD",
    "aud": "AUD", "nzd": "NZD", "hkd": "HKD", "sgd": "SGD",
}  # fmt: skip
_SPACED = frozenset({"g", "l", "V"})
_OPENING = frozenset("([{“\"‘'/–—,")


def read_quantity(line: Line, index: int, floor: int = 0, *, money: bool = False) -> Quantity | None:
    """The number at token `index` with the sign before it and the unit after it, or None.

    A currency sign before token `floor` belongs to something else. `money`: the number is known
    to be an amount of money all the same, as the second one in "$5-10m".
    """
    prefix = money_before(line, index)
    if prefix is not None and prefix[1] < floor:
        prefix = None
    number = read_number(line, index, money=money or prefix is not None)
    if number is None:
        return None
    start = prefix[1] if prefix else index
    quantity = Quantity(number, number.value, start, number.end)
    quantity = _with_prefix(line, quantity, prefix[0]) if prefix is not None else _with_unit(line, quantity)
    if quantity.unit is None:
        quantity = with_points(line, quantity)
    quantity = _signed(line, quantity)
    quantity = with_age(line, quantity)
    return with_rate(line, quantity)


def money_before(line: Line, index: int) -> tuple[Unit, int] | None:
    """The currency whose sign stands before token `index`, with the index of the sign's first token."""
    found = lexicon().money_before.before(line, index)
    if found is None:
        return None
    unit, start = found
    sign = line.slice(line[start].start, line[index - 1].end)
    gap = line[index].start - line[index - 1].end
    if gap > 1 or (line.glued(start) and sign[0].isalpha() and line[start - 1].text not in _OPENING):
        return None
    if sign.isalpha() and len(sign) <= 2 and sign not in ("Rs", "RM", "Tk", "Dh") and gap:
        return None
    if (
        sign == "PS"
        and line[index].text.isdecimal()
        and len(line[index].text) == 1
        and not line.glued(index + 1)
    ):
        return None  # the game console
    return unit, start


def _with_prefix(line: Line, quantity: Quantity, unit: Unit) -> Quantity:
    end = quantity.end
    if unit.name == "USD":
        code = _DOLLARS.get(line[end].lower)
        following = line[end + 1]
        if code and (following.kind != "word" or following.lower in words("figure_function_words")):
            unit, end = Unit(code, "money"), end + 1
        else:
            named = lexicon().money_after.after(line, end)
            # "$5 million dollars" says it twice.
            if named and named[0].kind == "money" and line[end].kind == "word" and named[0].name == "USD":
                end = named[1]
    return replace(quantity, unit=unit, end=end, kind="money")


def _with_unit(line: Line, quantity: Quantity) -> Quantity:
    words_ = lexicon()
    at = past_cue(line, quantity.end)
    # "hundreds of pounds", "millions of miles"; but pounds of something are weighed
    at += quantity.number.vague and line[at].lower == "of"
    if quantity.number.ratio and line[at].lower == "of" and line[at + 1].lower in ("a", "an"):
        part = words_.units.after(line, at + 2)
        if part is not None:  # "a quarter of a mile", "three-quarters of a percentage point"
            return replace(
                quantity,
                number=replace(quantity.number, ratio=False),
                unit=part[0],
                kind=part[0].kind,
                end=part[1],
            )
    hyphen = (
        line[at].text in HYPHENS and line.glued(at) and line.glued(at + 1) and line[at + 1].kind == "word"
    )
    at += hyphen
    if line[at].kind == "end":
        return quantity
    if line[at].lower in _BETWEEN and not hyphen:
        unit = words_.units.after(line, at + 1)
        if (
            unit
            and unit[0].kind in ("duration", "measure")
            and line[unit[1] - 1].lower.endswith(("s", "feet"))
        ):
            return replace(quantity, unit=unit[0], kind=unit[0].kind, end=unit[1])
    money = words_.money_after.after(line, at)
    unit = words_.units.after(line, at)
    if line[at].text in _SPACED and not hyphen and _stands_alone(line, at):
        unit = unit or words_.close_units.after(line, at)  # "249 g of flour"
    if unit and line[unit[1] - 1].text == "." and unit[1] >= len(line):
        unit = unit[0], unit[1] - 1  # the stop is the sentence's
    if line.glued(at) and not hyphen:
        unit = unit or words_.close_units.after(line, at)
        if line[at].text == "s" and "." in line[at - 1].text:
            unit = Unit("second", "duration"), at + 1
        elif line[at].text == "s":
            unit = None
    if money and line[money[1]].kind == "number" and line.glued(money[1]):
        money = None  # "3 USD50 cards": the code belongs to what follows
    if money and (
        quantity.value < money[0].least or (line[at].text in ("p", "R", "$") and not _sign_fits(line, at))
    ):
        money = None
    if unit and not _unit_fits(line, at, unit[1], hyphen, quantity):
        unit = None
    if quantity.number.letter:
        # "32m2", "5m/s": the letter was no multiplier.
        longer = words_.units.after(line, at - 1)
        if longer and longer[1] > at:
            value = quotient(quantity.value, Decimal(1000000))
            return replace(quantity, value=value, unit=longer[0], kind=longer[0].kind, end=longer[1])
    if unit is None and line[at + 1].text == "/" and line.glued(at + 1):
        unit = words_.close_units.after(line, at)
    if unit and line[unit[1] - 1].lower in ("pound", "pounds") and is_sterling(line, quantity, unit[1]):
        money = Unit("GBP", "money"), unit[1]
    best = money if money and (unit is None or money[1] >= unit[1]) else unit
    if best is None:
        if quantity.number.letter and is_metre(line, quantity):
            value = quotient(quantity.value, Decimal(1000000))
            number = replace(quantity.number, value=value, scaled=False)
            return replace(
                quantity, number=number, value=value, unit=Unit("metre", "measure"), kind="measure"
            )
        return _close_quote(line, replace(quantity, hyphen=bool(hyphen)), at)
    found, end = best
    if found.kind == "money" and quantity.number.scaled is False and line[end].lower in words_.scales:
        # "75 USD million"
        quantity = replace(quantity, value=product(quantity.value, words_.scales[line[end].lower]))
        end += 1
    quantity = replace(quantity, unit=found, end=end, kind=found.kind, hyphen=bool(hyphen))
    if found.name == "foot" and quantity.number.plain:
        quantity = with_inches(line, quantity)
    return with_half_a_unit(line, with_cents(line, quantity))


def _stands_alone(line: Line, at: int) -> bool:
    """Whether a single letter behind a number is its unit and no initial or label: what follows is no name."""
    following = line[at + 1]
    if line[at - 1].kind != "number" or line.glued(at):
        return False
    if following.text == "." and line.glued(at + 1) and line[at + 2].kind != "end":
        return False
    return following.kind in ("sign", "end") or following.lower in words("figure_function_words")


def _sign_fits(line: Line, at: int) -> bool:
    token = line[at]
    if token.text == "p":
        return line.glued(at)
    if token.text == "$":
        return line[at + 1].kind != "number"
    return line[at + 1].kind != "number" and not (line.glued(at + 1) and line[at + 1].kind != "sign")


# Units in the singular that open a compound of their own behind a plural number.
_PARTS_OF_WORDS = frozenset("night day week month year hour minute second foot degree point".split())


def _unit_fits(line: Line, at: int, end: int, hyphen: bool, quantity: Quantity) -> bool:
    """Whether a word that may be a unit is one here."""
    text = line[at].text
    if end == at + 1 and text in ("C", "PS", "W", "MP") and line[end].text in DASHES and line.glued(end):
        return False
    joined = (
        line[end].text in DASHES and line.glued(end) and line.glued(end + 1) and line[end + 1].kind == "word"
    )
    if joined and not hyphen and quantity.value != 1 and end == at + 1 and text in _PARTS_OF_WORDS:
        return False  # "two night-shift workers"
    if text == "second" and not hyphen and quantity.value != 1:
        return False
    if text == "m" and not line.glued(at) and is_plural(line[end].lower):
        return False
    if text in ("′", "″") and looks_like_year(line[at - 1]):
        return False
    if line[end].kind == "number" and line.glued(end) and line[at].kind == "word":
        return False
    return not (text in ("Day", "Night", "Second", "Foot", "Stone") and not line.headline_case)


def _close_quote(line: Line, quantity: Quantity, at: int) -> Quantity:
    """A straight double quote is an inch only before a word of dimension ("10" long")."""
    if line[at].text == '"' and line[at + 1].lower in _DIMENSIONS:
        return replace(quantity, unit=Unit("inch", "measure"), kind="measure", end=at + 1)
    return quantity


def _signed(line: Line, quantity: Quantity) -> Quantity:
    """A sign before the number: "-1.3%", "−$5", "minus 5", "minus-1.4"."""
    start = quantity.start
    before = line[start - 1]
    touching = before.text in ("-", "−", "–", "+") and line.glued(start)
    if touching and line[start - 2].lower == "minus" and line.glued(start - 1):
        return replace(quantity, value=quantity.value.copy_negate(), start=start - 2)
    if touching and not line.glued(start - 1) and line[start - 1].text:
        value = quantity.value if before.text == "+" else quantity.value.copy_negate()
        return replace(quantity, value=value, start=start - 1)
    if before.lower == "minus" and line[start - 2].lower not in ("or", "plus"):
        return replace(quantity, value=quantity.value.copy_negate(), start=start - 1)
    return quantity
