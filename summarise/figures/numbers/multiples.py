"""How many times as much: "double the rate", "twice as many", "has more than tripled", "halved"."""

from decimal import Decimal

from summarise.figures.lexicon import lexicon, word_class
from summarise.figures.numbers.multipliers import Number
from summarise.figures.tokens import Line

_OF_WHAT = word_class("multiples", "of_what")
_BEFORE_VERB = word_class("multiples", "before_verb")
_AFTER_VERB = word_class("multiples", "after_verb")


def multiple(line: Line, index: int) -> Number | None:
    """The multiple at token `index`, or None: a double bed is none, nor is a tennis player's double."""
    word = line[index].lower
    if line[index].text.istitle() and index > 0:
        return None  # a name
    value = lexicon().multiples.get(word)
    if value is not None:
        return _number(value, index) if _says_of_what(line, index) else None
    value = lexicon().multiplying.get(word)
    if value is None:
        return None
    before, after = line[index - 1].lower, line[index + 1]
    doing = before in _BEFORE_VERB or after.lower in _AFTER_VERB or after.kind in ("sign", "end")
    return _number(value, index) if doing and after.text not in ("-", "‑") else None


def is_verb(line: Line, number: Number) -> bool:
    """Whether the multiple is told by a verb, whose subject it is of: "sales have doubled"."""
    return line[number.start].lower in lexicon().multiplying


def _says_of_what(line: Line, index: int) -> bool:
    """ "twice as many", "double the rate", "more than double that"; not "twice a week", "a double act"."""
    if line[index - 1].lower in ("a", "the", "his", "her"):
        return False
    return line[index + 1].lower in _OF_WHAT or (
        line[index - 1].lower in ("than", "nearly", "almost") and line[index + 1].text not in ("-", "‑")
    )


def _number(value: Decimal, index: int) -> Number:
    return Number(value, index, index + 1, ratio=True)
