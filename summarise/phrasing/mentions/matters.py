"""What a subject "it" goes on with: the firm or thing above it, or the one the sentence before was about."""

from collections.abc import Sequence

from ..tree import Tree
from .name import Phrase, cited
from .reach import subjects_above
from .registers import acts

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def matter(tree: Tree, at: int, story: Sequence[Phrase]) -> Phrase | None:
    """The firm or thing that "it" goes on with; None unless only one can be meant.

    Args:
        tree: the sentence of the pronoun, which is no empty "it".
        at: its token.
        story: the phrases before it.
    """
    token = tree.tokens[at]
    if token.dep not in _SUBJECTS:
        return None
    if token.dep == "nsubjpass" and tree.child(token.head, "ccomp", "csubj") is not None:
        # "It was found that ..."
        return None
    if not acts(tree.tokens[token.head].lemma):
        # What merely is or happens may be anything that was spoken of.
        return None
    here = tree.sentence.index
    people = {p.who for p in story if p.sex is not None or p.sort == "person"}
    fitting = [
        p for p in story if here - p.sentence <= 1 and p.who not in people and _fits(p) and not p.quoted
    ]
    own = [p for p in fitting if p.sentence == here]
    if not own:
        return _main(tree, at, fitting)
    above = subjects_above(tree, at)[:1]
    chosen = next((p for p in reversed(own) if p.head in above), None)
    if chosen is None:
        return _under(tree, above, own)
    path = set(tree.path_up(at))
    others = [p for p in own if p.who != chosen.who and p.head not in path]
    # Only who acts may have done it.
    return chosen if _acting(chosen) and not any(_acting(p) for p in others) else None


def _under(tree: Tree, above: Sequence[int], own: Sequence[Phrase]) -> Phrase | None:
    """ "Shares in Petrovia fell after it warned of a loss": the only organisation in the subject above."""
    inside = {i for subject in above for i in tree.subtree(subject)}
    acting = [p for p in own if _acting(p)]
    chosen = acting[-1] if len({p.who for p in acting}) == 1 else None
    return chosen if chosen is not None and chosen.head in inside and chosen.sort == "organisation" else None


def _main(tree: Tree, at: int, before: Sequence[Phrase]) -> Phrase | None:
    if tree.tokens[at].head != tree.root:
        return None
    main = [p for p in before if p.main]
    if len({p.who for p in main}) != 1:
        return None
    chosen = main[-1]
    others = [p for p in before if p.who != chosen.who]
    return chosen if _acting(chosen) and not any(_acting(p) for p in others) else None


def _fits(phrase: Phrase) -> bool:
    """Whether a phrase may be no person at all: "Ada Lodge", of whom nothing is known, may be one."""
    if phrase.number == "many" or phrase.sort == "person" or cited(phrase.name):
        return False
    return not (
        phrase.name is not None
        and phrase.sort == "unknown"
        and phrase.name.personal
        and " " in phrase.name.text
    )


def _acting(phrase: Phrase) -> bool:
    """Whether a phrase may have done what only organisations and states do: not a word in passing."""
    if phrase.name is None:
        return phrase.sort == "organisation"
    if phrase.role == "part" or (phrase.sort == "place" and phrase.role not in {"subject", "object"}):
        return False
    return (
        phrase.sort == "organisation" or phrase.role in {"subject", "object"} or len(phrase.name.mentions) > 1
    )
