"""Scores in words: "by 12 votes to seven", "205 for four", "all out for 244"."""

from dataclasses import replace

from summarise.figures.lexicon import lexicon, word_class
from summarise.figures.nouns.phrases import is_function_word
from summarise.figures.quantities.amounts import read_quantity
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import Line

_UNITS = word_class("ranges", "score_units")
_WICKETS = 10


def read_score(line: Line, first: Quantity) -> Quantity | None:
    """The score that begins with `first`, None if it is no part of one."""
    if first.unit is not None or first.upper is not None or first.number.ratio or first.number.scaled:
        return None
    at = first.end
    if line[at].lower in _UNITS and line[at + 1].lower == "to":
        second = _bare(line, at + 2)
        return _scored(first, second) if second is not None and second.value < first.value else None
    if line[at].lower == "for":
        second = _bare(line, at + 1)
        small = second is not None and min(first.value, second.value) <= _WICKETS
        return _scored(first, second) if second is not None and small else None
    if line[first.start - 1].lower == "for" and line[first.start - 2].lower == "out" and _ends(line, at):
        return replace(first, start=first.start - 2, kind="score")  # "out for 244": it needs the words
    return None


def _bare(line: Line, at: int) -> Quantity | None:
    """A number that neither has a unit nor counts what follows."""
    if line[at].kind != "number" and line[at].lower not in lexicon().cardinals:
        return None
    found = read_quantity(line, at, at)
    if found is None or found.unit is not None or found.number.ratio or found.number.scaled or found.hyphen:
        return None
    return found if _ends(line, found.end) else None


def _ends(line: Line, at: int) -> bool:
    """Whether nothing follows that a number before `at` could count."""
    return (
        line[at].kind == "end"
        or is_function_word(line[at])
        or line[at].text in (",", ".", ";", ")", "”", '"')
    )


def _scored(first: Quantity, second: Quantity) -> Quantity:
    return replace(first, upper=second.value, end=second.end, kind="score", link="score")
