"""A number with its unit, and what follows the unit: "a day", "per square foot", "-year-old"."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from summarise.figures.lexicon import Unit, lexicon, word_class, words
from summarise.figures.numbers.multipliers import HYPHENS, Number
from summarise.figures.tokens import Line
from summarise.model import FigureKind

_RATE_WORDS = frozenset({"per", "a", "an", "each", "every"})
_ROUND = re.compile(r"10{1,8}|1(?:,000){1,3}|10,000|100,000")
_AFTER_A = word_class("rates", "after_a")


@dataclass(frozen=True, slots=True)
class Quantity:
    """What stands at tokens `start` to `end` (exclusive).

    `rate`: what it is per ("day"). `hyphen`: a hyphen ties a word to it ("12-member").
    `upper`: the other end if it is a range. `link`: the word or sign that makes the range.
    """

    number: Number
    value: Decimal
    start: int
    end: int
    unit: Unit | None = None
    rate: str | None = None
    kind: FigureKind = "count"
    hyphen: bool = False
    upper: Decimal | None = None
    link: str | None = None

    @property
    def unit_name(self) -> str | None:
        """ "USD", "barrel per day", "per day" (of a count), None."""
        name = self.unit.name if self.unit else None
        return " ".join(part for part in (name, f"per {self.rate}") if part) if self.rate else name


def with_age(line: Line, quantity: Quantity) -> Quantity:
    """ "33-year-old", "three weeks old", "six weeks of age"."""
    if quantity.kind != "duration" or quantity.unit is None:
        return quantity
    at = quantity.end
    step = 1 if line[at].text in HYPHENS else 0
    if line[at + step].lower in ("old", "olds", "old's", "old’s"):
        return replace(quantity, kind="age", end=at + step + 1)
    if line[at].lower == "of" and line[at + 1].lower == "age":
        return replace(quantity, kind="age", end=at + 2)
    return quantity


def with_rate(line: Line, quantity: Quantity) -> Quantity:
    """ "a day", "per square foot", "/cm", "-a-share" behind a unit."""
    if quantity.unit is None:
        many = None if quantity.number.ratio else _per_so_many(line, quantity.end)
        return replace(_per(quantity, *many), kind="rate") if many is not None else quantity
    if quantity.kind == "age" or (quantity.hyphen and quantity.kind == "duration"):
        return quantity
    at = quantity.end
    step = 1 if line[at].text in HYPHENS and line.glued(at) else 0
    word = line[at + step]
    target = at + step + 1
    if line[target].text in HYPHENS and line.glued(target):
        target += 1
    if word.lower == "per" and line[target].lower == "annum":
        return _per(quantity, "year", target + 1)
    many = _per_so_many(line, at + step)
    if many is not None:
        return _per(quantity, *many)
    if not (word.lower in _RATE_WORDS or (word.text == "/" and line.glued(target) and line.glued(at))):
        if word.lower in ("annually", "yearly") and quantity.kind in ("money", "percent"):
            return _per(quantity, "year", at + 1)
        return quantity
    unit = lexicon().units.after(line, target) or (
        lexicon().close_units.after(line, target) if word.text == "/" else None
    )
    if unit and unit[0].kind != "percent" and line[unit[1]].lower not in _AFTER_A:
        return _per(quantity, unit[0].name, unit[1])
    if unit and word.lower == "per":
        return _per(quantity, unit[0].name, unit[1])
    if line[target].lower in words("rate_nouns") or (word.lower == "per" and line[target].kind == "word"):
        return _per(quantity, line[target].lower, target + 1)
    return quantity


def _per_so_many(line: Line, at: int) -> tuple[str, int] | None:
    """ "per 100,000", "/ 100 km": a rate by a round number, with its unit if it has one."""
    by = line[at + 1]
    if (
        not (line[at].lower == "per" or line[at].text == "/")
        or by.kind != "number"
        or not _ROUND.fullmatch(by.text)
    ):
        return None
    unit = lexicon().units.after(line, at + 2)
    digits = by.text.replace(",", "")
    if unit is not None and unit[0].kind in ("measure", "duration"):
        return f"{digits} {unit[0].name}", unit[1]
    return (digits, at + 2) if line[at].lower == "per" else None


def rate_behind(line: Line, quantity: Quantity, at: int) -> Quantity:
    """The rate that stands behind the noun: "3.1 million tonnes of gravel a year", "22,000 vehicles a day"."""
    if (
        quantity.rate
        or quantity.kind not in ("measure", "count")
        or line[at].lower not in ("a", "an", "per", "each", "every")
    ):
        return quantity
    many = _per_so_many(line, at)
    if many is not None:
        return replace(quantity, rate=many[0], kind="rate")
    unit = lexicon().units.after(line, at + 1)
    if unit is not None:
        timed = unit[0].kind == "duration" and line[unit[1]].lower not in _AFTER_A
        return replace(quantity, rate=unit[0].name, kind="rate") if timed else quantity
    # "7.4 runs a game"; in words any noun that "per" stands before
    named = line[at + 1].lower in words("rate_nouns") or line[at].lower == "per"
    ends = line[at + 2].kind != "word" or line[at + 2].lower in words("figure_function_words")
    if named and ends and line[at + 1].kind == "word" and quantity.kind == "count":
        return replace(quantity, rate=line[at + 1].lower, kind="rate")
    return quantity


def _per(quantity: Quantity, rate: str, end: int) -> Quantity:
    kind: FigureKind = "rate" if quantity.kind == "measure" else quantity.kind
    return replace(quantity, rate=rate, end=end, kind=kind)
