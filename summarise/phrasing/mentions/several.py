"""Whom a subject "they" means where several are near: the people above it, or those the sentence before was about."""

from collections.abc import Sequence

from ...model import Token
from ...resources import word_list
from ..tree import Tree
from .name import Phrase, cited
from .phrases import PAIR, ROW, doer, speaks
from .reach import ARGUMENTS, joined, speech, subjects_above
from .registers import acts

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What only people do, besides what organisations do as well.
_MINDS = frozenset(
    "say tell think know feel believe hope fear want like love try need begin start meet marry live work wait leave"
    " arrive go come return find learn discover talk speak discuss write claim deny fight flee steal attack carry"
    " catch spend receive sign".split()
)


def several(tree: Tree, at: int, story: Sequence[Phrase]) -> Phrase | None:
    """The people whom "they" goes on with; None unless only they can be meant.

    Args:
        tree: the sentence of the pronoun.
        at: its token.
        story: the phrases before it.
    """
    token = tree.tokens[at]
    if token.dep not in _SUBJECTS or speech(tree):
        return None
    here = tree.sentence.index
    near = [p for p in story if here - p.sentence <= 1 and not p.quoted]
    people = [p for p in near if _people(p)]
    own = [p for p in people if p.sentence == here]
    things = [p for p in near if p.number == "many" and not _people(p) and p.noun != "they"]
    minded = _minded(tree, token)
    if own:
        if any(p.sentence == here for p in things) and not minded:
            return None
        above = subjects_above(tree, at)[:1]
        chosen = next((p for p in reversed(own) if p.head in above), None)
        if chosen is None or len({p.who for p in own}) > 1:
            return None
        rivals = [p for p in people if p.sentence < here and p.who != chosen.who]
        return chosen if not rivals and chosen.number == "many" else None
    if token.head != tree.root or (things and not minded):
        return None
    main = [p for p in near if p.main and p.number != "one"]
    chosen = main[-1] if len({p.who for p in main}) == 1 else None
    if chosen is None or chosen not in people or not (chosen.number == "many" or minded):
        return None
    if chosen.speaks and speaks(tree, token):
        return chosen
    apart = {p.who for p in near if p.number == "one" and p.sort == "person" and not joined(p, chosen)}
    if len(apart) > 1:
        # Two people named apart may be "they" as well.
        return None
    return chosen if len({p.who for p in people}) == 1 else None


def _people(phrase: Phrase) -> bool:
    """Whether a phrase is people, or an organisation that may be spoken of as people."""
    if cited(phrase.name):
        return False
    if phrase.number == "many":
        # "Shoppers": a doer that no list knows.
        agents = phrase.name is None and phrase.noun not in {PAIR, ROW} and doer(phrase.noun)
        return phrase.sort in {"person", "organisation"} or phrase.name is not None or agents
    return (
        phrase.number == "either"
        and (phrase.name is None or phrase.sort == "organisation")
        and phrase.role in ARGUMENTS
    )


def _minded(tree: Tree, token: Token) -> bool:
    verb = tree.tokens[token.head].lemma
    return acts(verb) or verb in _MINDS or verb in word_list("en/reporting_verbs.txt")
