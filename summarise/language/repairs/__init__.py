"""Mending what the parser gets wrong in news for want of a cue.

A small parser trained on a little of everything stumbles over what every newspaper does: past
forms that look like participles, the paper that reports it at the end, a name between commas,
two sentences around a colon. Each repair knows one such stumble by its shape in the tree and
leaves all other trees alone.
"""

from collections.abc import Callable, Sequence

from ...model import Token
from .looking import is_tree
from .nouns import ages, noun_after_noun, torn_name
from .scores import hang_scores
from .speakers import find_speaker, outlet_after_verb, verb_of_outlet
from .subjects import (
    hidden_claim,
    name_and_description,
    second_subject,
    subject_of_auxiliary,
    subject_of_clause_behind_preposition,
)
from .verbs import find_verb, fold_relative

Repair = Callable[[Sequence[Token]], tuple[Token, ...]]

REPAIRS: tuple[Repair, ...] = (
    hang_scores,
    subject_of_auxiliary,
    second_subject,
    verb_of_outlet,
    outlet_after_verb,
    ages,
    find_verb,
    fold_relative,
    find_speaker,
    name_and_description,
    noun_after_noun,
    torn_name,
    hidden_claim,
    subject_of_clause_behind_preposition,
)
"""In their order: a later one sees what the earlier have mended."""


def repair(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with the tree mended."""
    mended = tuple(tokens)
    for mend in REPAIRS:
        found = mend(mended)
        # What no longer leads up to one root is no tree: better the parser's mistake.
        if found == mended or is_tree(found):
            mended = found
    return mended
