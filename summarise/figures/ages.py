"""Numbers that are ages without saying so: "Priebke, 100," - "aged 33" - "children under five"."""

from dataclasses import replace

from summarise.figures.lexicon import Unit, lexicon, word_class
from summarise.figures.nouns import counted
from summarise.figures.rates import Quantity
from summarise.figures.tokens import Line

_YEAR = Unit("year", "duration")
_OLDEST = 115
_PERSONS = word_class("ages", "persons")
_PEOPLE = word_class("ages", "people")


def bare_age(line: Line, quantity: Quantity) -> Quantity | None:
    """ "Priebke, 100," - "aged 33" - "John Smith (33)"."""
    index, end = quantity.number.start, quantity.end
    before, following = line[index - 1], line[end]
    if before.lower in ("aged", "age", "ages") or (before.lower == "of" and line[index - 2].lower == "age"):
        return replace(quantity, kind="age", unit=_YEAR) if quantity.value <= _OLDEST else None
    if before.lower == "between" and line[index - 2].lower in ("aged", "ages"):
        return replace(quantity, kind="age", unit=_YEAR)
    words_ = quantity.number.end == index + 1 and line[index].kind == "word"
    if (
        not (quantity.number.plain or words_)
        or not 1 <= quantity.value <= _OLDEST
        or quantity.upper is not None
    ):
        return None
    person = line[index - 2].lower in _PERSONS
    if (
        before.lower == "of"
        and person
        and following.lower not in ("the", "his", "her")
        and counted(line, end, singular=False) is None
    ):
        return replace(quantity, kind="age", unit=_YEAR)
    if _people_under(line, index):
        return replace(quantity, kind="age", unit=_YEAR)
    if following.lower in ("or", "and") and line[end + 1].lower in ("older", "younger"):
        return replace(quantity, kind="age", unit=_YEAR)
    named = person or (line[index - 2].kind == "word" and line[index - 2].text[:1].isupper())
    if (
        before.text == ","
        and named
        and following.text in (",", ")", ";", ".")
        and not line[index - 2].text.isupper()
    ):
        return replace(quantity, kind="age", unit=_YEAR)
    if before.text == "(" and named and following.text == ")" and quantity.value >= 15:
        return replace(quantity, kind="age", unit=_YEAR)
    if before.lower in ("turned", "turns", "turning") and following.kind != "word":
        return replace(quantity, kind="age", unit=_YEAR)
    if (
        before.lower == "was"
        and line[index - 2].lower in ("who", "he", "she")
        and (following.kind in ("sign", "end") or following.lower in ("when", "and", "at"))
    ):
        return replace(quantity, kind="age", unit=_YEAR)
    return None


def _people_under(line: Line, index: int) -> bool:
    """ "children under five", "people over 65", "older than 75"."""
    cue = lexicon().cues_before.before(line, index)
    if cue is None:
        return False
    first = line[cue[1]].lower
    return first in ("older", "younger") or (first in ("under", "over") and line[cue[1] - 1].lower in _PEOPLE)
