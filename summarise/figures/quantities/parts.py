"""Amounts told in two units: dollars and cents, feet and inches, "an hour and a half"."""

from dataclasses import replace
from decimal import Decimal

from summarise.figures.arithmetic import EXACT, quotient
from summarise.figures.lexicon import lexicon
from summarise.figures.numbers.multipliers import HYPHENS, and_a_half
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import Line

_CENTS = {"cent": "USD EUR CAD AUD NZD HKD SGD", "penny": "GBP"}


def with_cents(line: Line, quantity: Quantity) -> Quantity:
    """ "3 dollars 50 cents" is one amount."""
    at = quantity.end + (line[quantity.end].lower == "and")
    if quantity.kind != "money" or line[at].kind != "number" or quantity.unit is None:
        return quantity
    part = lexicon().money_after.after(line, at + 1)
    bare = line[at].text.isdecimal() and len(line[at].text) == 2 and line[at - 1].kind == "word"
    if bare and part is None and line[at + 1].kind in ("sign", "end") and not line.glued(at + 2):
        # "15 dollars 50"
        cents = quotient(Decimal(line[at].text), Decimal(100))
        return replace(quantity, value=EXACT.add(quantity.value, cents), end=at + 1)
    if part and quantity.unit.name in _CENTS.get(part[0].name, "") and line[at].text.isdecimal():
        cents = quotient(Decimal(line[at].text[:4]), Decimal(100))
        return replace(quantity, value=EXACT.add(quantity.value, cents), end=part[1])
    return quantity


def with_inches(line: Line, quantity: Quantity) -> Quantity:
    """ "6 foot 4", "5-foot-11": feet and inches in feet."""
    at = quantity.end + (line[quantity.end].text in HYPHENS and line.glued(quantity.end + 1))
    inches = line[at]
    if not (inches.text.isdecimal() and len(inches.text) < 3 and int(inches.text) < 12):
        return quantity
    following = line[at + 1]
    if (
        following.kind == "number"
        or following.text in ("%", "-", "–", "/", ":")
        or following.lower.startswith("in")
    ):
        return quantity  # "12 feet 2 inches" are told as two
    value = EXACT.add(quantity.value, quotient(Decimal(inches.text), Decimal(12)))
    return replace(quantity, value=value, end=at + 1)


def with_half_a_unit(line: Line, quantity: Quantity) -> Quantity:
    """ "an hour and a half", "one year and a half"."""
    whole = and_a_half(line, replace(quantity.number, value=quantity.value, end=quantity.end))
    return replace(quantity, value=whole.value, end=whole.end)
