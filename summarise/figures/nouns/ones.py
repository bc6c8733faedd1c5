"""The number one: a count, an idle word ("one day"), or one of many ("one of the oldest mills")."""

from summarise.figures.lexicon import lexicon, word_class
from summarise.figures.nouns.phrases import TokenSpan, counted
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import Line

_NOT_BEFORE_ONE = word_class("judging", "not_before_one")
_FOOTHOLD = word_class("judging", "foothold")
_COUNTS_BEFORE = word_class("ones", "counts_before")
_OF_THESE = word_class("ones", "of_these")
_DEGREES = frozenset({"most", "more", "least", "less", "very", "few", "only", "remaining"})


def what_one_counts(line: Line, quantity: Quantity) -> TokenSpan | None:
    """What "one" without a unit counts, None if it counts nothing."""
    index = quantity.number.start
    many = _one_of(line, index + 1)
    if many is not None:
        return many
    before = line[index - 1].lower
    if before in _NOT_BEFORE_ONE and not (
        before == "only" and line[index - 2].lower not in ("the", "an", "my", "his", "her")
    ):
        return None
    return counted(line, quantity.end, singular=True)


def _one_of(line: Line, at: int) -> TokenSpan | None:
    """The many that one is of, without the words of degree: "gifted players" of "one of the most gifted players"."""
    if line[at].lower != "of":
        return None
    at += 1
    owned = False
    for ahead in range(at, at + 4):
        if line[ahead].lower.endswith(("'s", "’s", "s'", "s’")) and line[ahead].kind == "word":
            at, owned = ahead + 1, True
            break
        if line[ahead].kind != "word" or not line[ahead].text[0].isupper():
            break
    if not owned and not (line[at].kind == "number" or line[at].lower in lexicon().cardinals):
        if line[at].lower not in _OF_THESE:
            return None
        at += 1
        for ahead in range(at, at + 3):
            if line[ahead].lower.endswith(("'s", "’s")):
                at = ahead + 1  # "the sport's biggest stars"
                break
    while line[at].lower in _DEGREES:
        at += 1
    return counted(line, at - 1 if line[at - 1].lower == "of" else at, singular=False)


def one_is_idle(line: Line, quantity: Quantity) -> bool:
    """ "one day", "one night": any one, unless something says how many."""
    before = line[quantity.start - 1].lower
    unit = quantity.unit.name if quantity.unit else ""
    if unit == "foot" and line[quantity.end].lower != "of" and not quantity.hyphen:
        # "with one foot in the door", "one foot on the pedal": a part of the body
        placed = line[quantity.end].lower in ("in", "on", "onto", "over", "out")
        if before in ("with", "on", "in") or (placed and line[quantity.end + 1].lower in _FOOTHOLD):
            return True
    if before in ("no", "this", "that", "the", "any") and quantity.kind == "duration":
        return True
    if unit not in ("day", "night", "second", "minute", "year") or quantity.kind != "duration":
        return False
    return not (quantity.hyphen or quantity.rate or before in _COUNTS_BEFORE)
