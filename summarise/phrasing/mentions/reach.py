"""What lies within reach of a pronoun: phrases near it, and the subjects above it."""

from collections.abc import Sequence

from ..tree import Tree
from .name import Phrase
from .phrases import PAIR, ROW

ARGUMENTS = frozenset({"subject", "object"})


def near(tree: Tree, story: Sequence[Phrase], back: int = 1) -> list[Phrase]:
    """Phrases of this sentence and of the one before it."""
    here = tree.sentence.index
    return [p for p in story if here - p.sentence <= back]


def subjects_above(tree: Tree, at: int) -> list[int]:
    """The subjects of the verbs above a token, the nearest first."""
    verbs = [i for i in tree.path_up(at) if tree.tokens[i].pos in {"VERB", "AUX"}]
    subjects = (tree.child(verb, "nsubj", "nsubjpass") for verb in verbs)
    # "says his version is ...": what he belongs to is not whom he is.
    return [i for i in subjects if i is not None and at not in tree.subtree(i)]


def joined(phrase: Phrase, row: Phrase) -> bool:
    """ "A farmer and a vet": whether a phrase stands in a row that "and" has made."""
    inside = row.span.start <= phrase.span.start and phrase.span.end <= row.span.end
    return row.noun in {PAIR, ROW} and row.sentence == phrase.sentence and inside


def speech(tree: Tree) -> bool:
    """Whether a sentence is somebody's own words although no marks say so: "I thought they had left, Holm said"."""
    return any(
        t.text.lower() in _SPEAKERS and t.text != "US" and t.index not in tree.quoted for t in tree.tokens
    )


_SPEAKERS = frozenset("i we me us my our myself ourselves".split())
