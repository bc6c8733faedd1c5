"""Numbers that are ages without saying so: "Priebke, 100," - "aged 33" - "children under five" - "she was 31"."""

from dataclasses import replace

from summarise.figures.lexicon import Unit, lexicon, word_class, words
from summarise.figures.nouns.phrases import counted, is_function_word
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import Line

_YEAR = Unit("year", "duration")
_OLDEST = 115
_PERSONS = word_class("ages", "persons")
_PEOPLE = word_class("ages", "people")
_AT_AN_AGE = word_class("ages", "at_an_age")
_HE_OR_SHE = frozenset({"who", "he", "she", "i", "they"})
_BE = frozenset({"was", "is", "were", "are", "'s", "’s"})
_BESIDE = frozenset({"now", "then", "both", "just", "only", "aged"})
_DASHES = ("-", "‐", "‑")


def bare_age(line: Line, quantity: Quantity) -> Quantity | None:
    """The quantity as an age in years, None if it is none."""
    index, end = quantity.number.start, quantity.end
    before = line[index - 1].lower
    if _is_told(line, quantity):
        return replace(quantity, kind="age", unit=_YEAR) if quantity.value <= _OLDEST else None
    words_ = quantity.number.end == index + 1 and line[index].kind == "word"
    if (
        not (quantity.number.plain or words_)
        or not 1 <= quantity.value <= _OLDEST
        or quantity.upper is not None
    ):
        return None
    if _is_cohort(line, quantity):
        return replace(quantity, kind="age", unit=_YEAR, end=end + 1)
    person = line[index - 2].lower in _PERSONS
    of_person = before == "of" and person and line[end].lower not in ("the", "his", "her")
    if of_person and counted(line, end, singular=False) is None:
        return replace(quantity, kind="age", unit=_YEAR)
    grown = line[end].lower in ("or", "and") and line[end + 1].lower in ("older", "younger", "over", "under")
    if _people_under(line, index) or grown or _beside_a_name(line, quantity) or _is_somebody(line, quantity):
        return replace(quantity, kind="age", unit=_YEAR)
    return None


def _is_told(line: Line, quantity: Quantity) -> bool:
    """ "aged 33", "at the age of 33", "aged between 14 and 17", "as young as 12", "aged 15 and 17"."""
    index = quantity.number.start
    before, earlier = line[index - 1].lower, line[index - 2].lower
    if before in ("aged", "age", "ages") or (before == "of" and earlier in ("age", "ages")):
        return True
    if before == "between" and earlier in ("aged", "ages"):
        return True
    if before == "as" and earlier in ("young", "old") and line[index - 3].lower == "as":
        return counted(line, quantity.end, singular=False) is None
    if before in ("and", "or", ",", "to") and line[index - 2].kind == "number":
        return any(line[at].lower in ("aged", "ages") for at in range(max(index - 7, 0), index - 2))
    return False


def _is_cohort(line: Line, quantity: Quantity) -> bool:
    """ "over-65s", "under-18s"."""
    index, end = quantity.number.start, quantity.end
    tied = line[index - 1].text in _DASHES and line[index - 2].lower in ("over", "under")
    return tied and line[end].text == "s" and line.glued(end)


def _beside_a_name(line: Line, quantity: Quantity) -> bool:
    """ "Ann Lee, 33," - "Lee (33)" - "the striker, 33," - "Lee, now 33,"."""
    index, following = quantity.number.start, line[quantity.end]
    at = index - 1 - (line[index - 1].lower in _BESIDE and line[index - 2].text == ",")
    before, name = line[at], line[at - 1]
    if name.kind != "word" or name.text.isupper():
        return False
    named = name.text[0].isupper() or name.lower in _PERSONS or name.lower in words("person_nouns")
    if before.text == ",":
        beside = following.text == "(" and line[quantity.end + 2].text == ")"  # "Ann Lee, 24 (left)"
        return named and (beside or following.text in (",", ")", ";", "."))
    return before.text == "(" and named and following.text == ")" and quantity.value >= 15


def _is_somebody(line: Line, quantity: Quantity) -> bool:
    """ "she was 31 when", "who is now 61", "turned 40", "At 28, she", "died at 90"."""
    index, following = quantity.number.start, line[quantity.end]
    before, earlier = line[index - 1].lower, line[index - 2].lower
    ends = following.kind in ("sign", "end") or following.lower in (
        "when",
        "and",
        "at",
        "but",
        "on",
        "or",
        "in",
        "last",
        "next",
    )
    if following.text in ("%", "$", "£", "€", "-", "–", "/", ":") or following.kind == "number":
        return False
    if before in ("turned", "turns", "turning", "turn"):
        return ends
    if before == "at" and earlier in _AT_AN_AGE and line[quantity.end].lower != "on":
        return ends and quantity.value > 11
    if before in ("at", "now") and index == 1 and following.text == ",":
        return line[quantity.end + 1].lower in ("he", "she")
    at = index - 1 - (before in ("only", "just", "now", "still", "nearly", "almost"))
    if line[at].lower not in _BE or not ends:
        return False
    subject = line[at - 1]
    if subject.text.istitle() and line[at - 2].text.istitle() and following.lower in ("when", "at"):
        return quantity.value > 11  # "Ann Smith was 77 when she left"
    return subject.lower in _HE_OR_SHE or (subject.lower in _PERSONS and quantity.value > 11)


def _people_under(line: Line, index: int) -> bool:
    """ "children under five", "people over 65", "older than 75"."""
    cue = lexicon().cues_before.before(line, index)
    if cue is None:
        return False
    first = line[cue[1]].lower
    if line[index + 1].kind == "word" and not is_function_word(line[index + 1]):
        return False  # "over 22 court days"
    return first in ("older", "younger") or (first in ("under", "over") and line[cue[1] - 1].lower in _PEOPLE)
