"""Whether a number that was read is a quantity at all, and what it counts."""

from dataclasses import replace

from summarise.figures.labels.dates import looks_like_year
from summarise.figures.labels.namesakes import (
    is_chosen_number,
    is_group_name,
    is_hour,
    is_numbered_name,
    is_rank,
    is_tied_label,
    names_something,
)
from summarise.figures.lexicon import Unit, lexicon, word_class, words
from summarise.figures.nouns.attributives import attributive, compound_end, names, whose_age
from summarise.figures.nouns.counting import what_counts
from summarise.figures.nouns.ones import one_is_idle, what_one_counts
from summarise.figures.nouns.phrases import TokenSpan, counted, is_plural, measured, measured_from
from summarise.figures.nouns.subjects import (
    before_of,
    counted_subject,
    lasting,
    subject,
    verb_subject,
)
from summarise.figures.numbers.multiples import is_verb
from summarise.figures.numbers.multipliers import HYPHENS
from summarise.figures.quantities.ages import bare_age
from summarise.figures.quantities.amounts import read_quantity
from summarise.figures.quantities.rates import Quantity, rate_behind
from summarise.figures.tokens import Line

_A_OR_NEXT = frozenset({"a", "an", "another", "last", "next", "past"})
_LABELS = (is_chosen_number, is_group_name, is_numbered_name, is_hour, is_tied_label)
_MAGNITUDE = Unit("magnitude", "measure")
_SUSPENDED = 10  # tokens that "two-, three- or four-" may take
_NO_COMPOUND = frozenset({"fold", "way", "on", "to", "up", "in", "ish", "and"})
_SET_PHRASES = word_class("judging", "set_phrases")
_TIMES_WHAT = word_class("judging", "times_what")


def judge(line: Line, quantity: Quantity) -> tuple[Quantity, TokenSpan | None] | None:
    """Whether this is a quantity at all, and what it counts."""
    index = quantity.number.start
    if quantity.kind == "score":
        return quantity, None
    if quantity.unit is not None:
        if quantity.kind == "duration" and _bare_year(line, quantity):
            return None
        if quantity.value == 1 and line[index].lower == "one" and one_is_idle(line, quantity):
            return None
        if quantity.kind == "age":
            return quantity, whose_age(line, quantity)
        noun = measured(line, quantity.end)
        if noun is not None:
            return rate_behind(line, quantity, noun[1]), noun
        if quantity.kind == "duration" and not quantity.hyphen:
            return quantity, names(line, quantity) or before_of(line, quantity) or lasting(line, quantity)
        return quantity, subject(line, quantity)
    if quantity.number.ratio:
        return replace(quantity, kind="ratio"), _part_of(line, quantity)
    if line[index - 1].lower == "magnitude" and quantity.start == index:
        shaken = attributive(line, quantity.end)
        return replace(quantity, unit=_MAGNITUDE, kind="measure"), (
            shaken[0],
            shaken[0] + 1,
        ) if shaken else None
    age = bare_age(line, quantity)
    if age is not None:
        return age, whose_age(line, age)
    if any(is_label(line, index) for is_label in _LABELS):
        return None
    rank = is_rank(line, index)
    if rank is not None:
        whole = quantity.number.plain or line[index].kind == "word"
        return (replace(quantity, start=rank, kind="rank"), None) if whole else None
    if quantity.hyphen and line[index].lower == "one":
        return None
    if line[index].kind == "word" and line[index].lower == "one" and quantity.number.end == index + 1:
        noun = what_one_counts(line, quantity)
        return (quantity, noun) if noun else None
    if quantity.hyphen:
        return _compound(line, quantity)
    return _suspended(line, quantity) or _bare(line, quantity)


def _bare_year(line: Line, quantity: Quantity) -> bool:
    """A year that happens to stand before a unit of time."""
    token = line[quantity.number.start]
    return quantity.number.plain and looks_like_year(token) and not quantity.hyphen and int(token.text) > 1900


def _bare(line: Line, quantity: Quantity) -> tuple[Quantity, TokenSpan | None] | None:
    """A number without a unit: what it counts, unless it is a year or a label."""
    if line[index_of_or := quantity.start - 1].lower == "or" and line[index_of_or - 2].lower in _A_OR_NEXT:
        unit = lexicon().units.before(line, index_of_or)
        if unit is not None and unit[0].kind in ("duration", "measure"):
            return replace(quantity, unit=unit[0], kind=unit[0].kind), None  # "a year or two"
    if line[quantity.end].lower == "or" and quantity.upper is None:
        shared = _with_unit_of_next(line, quantity)
        if shared.unit is not None:
            return shared, None
    judged = what_counts(line, quantity)
    if judged is None:
        return None
    quantity, noun = judged
    if noun is not None and line[noun[1] - 1].lower == "times" and line[noun[1]].lower in _TIMES_WHAT:
        quantity = replace(quantity, kind="ratio")
    elif noun is not None:
        quantity = rate_behind(line, quantity, noun[1])
    else:
        quantity = rate_behind(line, quantity, quantity.end)  # "9,000 a year"
    if noun is None and quantity.kind == "ratio":
        return quantity, before_of(line, quantity)
    return quantity, noun or before_of(line, quantity) or counted_subject(line, quantity)


def _with_unit_of_next(line: Line, quantity: Quantity) -> Quantity:
    """ "eight or nine euros": the unit belongs to both."""
    at = quantity.end + 1 + (line[quantity.end + 1].lower in ("even", "perhaps", "maybe"))
    following = read_quantity(line, at, at)
    if following is None or following.unit is None or following.start != following.number.start:
        return quantity
    return replace(quantity, unit=following.unit, rate=following.rate, kind=following.kind)


def _suspended(line: Line, quantity: Quantity) -> tuple[Quantity, TokenSpan | None] | None:
    """ "two-, three- and four-bedroom flats": what the last one says holds for all."""
    at = quantity.end
    if (
        line[at].text not in HYPHENS
        or not line.glued(at)
        or (line.glued(at + 1) and line[at + 1].text != ",")
    ):
        return None
    for ahead in range(at + 1, at + _SUSPENDED):
        token = line[ahead]
        last = read_quantity(line, ahead, ahead) if token.kind in ("number", "word") else None
        if last is not None and (last.hyphen or last.unit):
            judged = judge(line, last)
            if judged is None:
                return None
            return replace(quantity, unit=last.unit, kind=last.kind, hyphen=last.hyphen), judged[1]
        if last is None and token.text not in HYPHENS and token.lower not in ("and", "or", "to", ","):
            return None
    return None


def _compound(line: Line, quantity: Quantity) -> tuple[Quantity, TokenSpan | None] | None:
    """ "12-member council": the noun is tied to the number by a hyphen, and what it makes stands behind."""
    at = quantity.end + 1
    word = line[at].lower
    if names_something(line, quantity.number.start) or word in lexicon().fractions or word in _NO_COMPOUND:
        return None
    if word in ("odd", "plus"):
        return replace(quantity, hyphen=False), counted(line, at + 1, singular=False)
    if not word.islower() or not line[at].text.islower() or word in words("figure_function_words"):
        return None
    head = line[at + 1]
    if f"{word} {head.lower}" in _SET_PHRASES:
        return None
    return quantity, (at, compound_end(line, at + 1))


def _part_of(line: Line, quantity: Quantity) -> TokenSpan | None:
    at = quantity.end
    if is_verb(line, quantity.number):
        return verb_subject(line, quantity)
    if line[at].lower in ("the", "its", "their", "his", "her", "all"):
        return counted(line, at + 1, singular=False) or measured_from(line, at + 1)
    if (
        line[at].lower == "of"
        and line[at + 1].lower in ("these", "those", "them", "this", "that")
        and not (line[at + 2].kind == "word" and is_plural(line[at + 2].lower))
    ):
        return None
    return measured(line, at) or counted(line, at, singular=False) or counted_subject(line, quantity)
