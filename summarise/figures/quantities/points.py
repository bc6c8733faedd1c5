"""Points of a percentage: "cut its main rate by half a point", "a quarter-point rise"; none of an index or a team."""

from dataclasses import replace
from decimal import Decimal

from summarise.figures.lexicon import Unit, word_class
from summarise.figures.numbers.multipliers import HYPHENS
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import Line

_POINT = Unit("percentage point", "percent")
_MOST = Decimal(20)  # an index moves by more
_RATES = word_class("points", "rates")
_SCORING = word_class("points", "scoring")


def with_points(line: Line, quantity: Quantity) -> Quantity:
    """The quantity with the unit that "point" behind it is, if the sentence is about rates."""
    at = quantity.end
    if line[at].lower == "of" and line[at + 1].lower == "a" and quantity.value < 1:
        at += 2
    hyphen = line[at].text in HYPHENS and line.glued(at) and line.glued(at + 1)
    at += hyphen
    if line[at].lower not in ("point", "points") or quantity.value >= _MOST or not is_about_rates(line):
        return quantity
    number = replace(quantity.number, ratio=False)
    return replace(quantity, number=number, unit=_POINT, kind="percent", end=at + 1, hyphen=hyphen)


def is_about_rates(line: Line) -> bool:
    """Whether a sentence speaks of rates or polls, and of no game or index."""
    lowers = {token.lower for token in line.tokens}
    return bool(lowers & _RATES) and not lowers & _SCORING
