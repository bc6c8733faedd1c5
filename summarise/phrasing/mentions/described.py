"""Whom "the singer" or "the Labour leader" means, of whom the story has said nothing of the kind so far."""

from collections.abc import Sequence

from ..tree import Tree
from .name import Phrase, cited
from .phrases import is_aged
from .reach import ARGUMENTS
from .registers import described_nouns, other_offices, plain_people, sex_of_title

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def described(tree: Tree, head: int, noun: str, story: Sequence[Phrase]) -> Phrase | None:
    """The main subject of the sentence before, if nobody else was named there.

    News gives the bare name first and says in the next sentence who that is: "Ada Holm has resigned. The Labour
    leader ...". So a noun of office needs a word beside it that says which office, and a name that began without any.
    What everybody sees ("the singer") may be said of any name.

    Args:
        tree: the sentence of the noun phrase.
        head: the token of its noun.
        noun: its lemma.
        story: the phrases before it.
    """
    if tree.tokens[head].dep not in _SUBJECTS:
        return None
    plain = noun in plain_people() or is_aged(tree, head)
    here, sex = tree.sentence.index, sex_of_title(noun)
    people = [p for p in story if _person(p) and not (sex and p.sex not in {None, sex})]
    if any(p.sentence == here and p.sort == "person" for p in people):
        return None
    before = [p for p in people if p.sentence == here - 1]
    chosen = _centre(before, people, plain)
    if chosen is None or chosen.name is None:
        return None
    if chosen.sort != "person" and not (chosen.sex or len(chosen.name.mentions) > 1):
        return None
    renamed = bool(other_offices(noun) & chosen.name.nouns)
    which = noun in described_nouns() and chosen.name.bare and _says_which(tree, head)
    if not (plain or ((renamed or which) and tree.tokens[head].head == tree.root)):
        return None
    others = [p for p in (before if plain else people) if p.who != chosen.who and not p.quoted]
    if any(p.name is not None or p.role in ({"subject"} if plain else ARGUMENTS) for p in others):
        return None
    return chosen


def _centre(before: Sequence[Phrase], people: Sequence[Phrase], plain: bool) -> Phrase | None:
    """The main subject of the sentence before, or the only person of the story, of whom it spoke there twice."""
    named = [p for p in before if p.name is not None]
    main = [p for p in named if p.main]
    if main or not plain:
        return main[-1] if main else None
    alone = len({p.who for p in people if p.name is not None}) == 1
    return named[-1] if alone and len(named) > 1 else None


def _says_which(tree: Tree, head: int) -> bool:
    return any(tree.tokens[i].dep in {"amod", "compound", "nmod"} for i in tree.children[head] if i < head)


def _person(phrase: Phrase) -> bool:
    if phrase.number == "many" or cited(phrase.name):
        return False
    if phrase.sort == "person" or phrase.name is None:
        return phrase.sort == "person"
    return phrase.name.personal and phrase.role in ARGUMENTS
