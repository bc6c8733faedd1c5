"""Whether the pronouns of a line have somebody to stand for in the same line."""

from collections.abc import Sequence

from ..model import Token
from ..resources import word_list
from .tree import Tree


def unnamed(tree: Tree, shown: Sequence[Token]) -> bool:
    """Whether one of the shown tokens is a pronoun with nobody shown before it that it could stand for."""
    for token in shown:
        number = _PRONOUNS.get(token.text.lower())
        if number is None or token.tag not in {"PRP", "PRP$"} or token.dep == "expl":
            continue
        before = [t for t in shown if t.index < token.index and t.pos in {"NOUN", "PROPN", "NUM"}]
        if token.dep in {"dobj", "dative"}:
            # "X tells them", "X laughs and tells them": an object is somebody else than who acts.
            acting = _joined_to(tree, token.head)
            before = [t for t in before if not (t.head in acting and t.dep in {"nsubj", "nsubjpass"})]
        person = token.text.lower() in {"he", "him", "his", "she", "her"}
        thing = token.text.lower() in {"it", "its"}
        people = word_list("en/people.txt")
        if person or thing:
            # "he" is a person, "it" is none; a name may be either.
            before = [t for t in before if t.pos == "PROPN" or (t.lemma in people) == person]
        if person:
            # "in Port Salut": a place is nobody.
            before = [t for t in before if not _place(tree, t)]
        heads = [t for t in before if t.dep not in {"compound", "poss", "npadvmod"} or t.dep == "poss"]
        if not any(number == "any" or _number(t, tree) in {number, "any"} for t in heads):
            return True
    return False


def _place(tree: Tree, token: Token) -> bool:
    governor = tree.tokens[token.head]
    return token.pos == "PROPN" and token.dep == "pobj" and governor.text.lower() in _LOCATING


_LOCATING = frozenset("in at near on off outside across around into from".split())


def _joined_to(tree: Tree, verb: int) -> set[int]:
    """A verb and the verbs that it is joined to, whose subject it may borrow."""
    row = {verb}
    for above in tree.path_up(verb):
        if tree.tokens[verb].dep != "conj":
            break
        row.add(above)
        verb = above
    return row


_PRONOUNS = {
    "he": "one", "him": "one", "his": "one", "she": "one", "her": "one", "it": "one", "its": "one",
    "they": "many", "them": "many", "their": "many",
}  # fmt: skip


def _number(token: Token, tree: Tree) -> str:
    if any(tree.tokens[i].text.lower() == "and" for i in tree.offspring(token.index, "cc")):
        return "many"
    if token.tag in {"NNS", "NNPS"}:
        return "any" if token.tag == "NNPS" else "many"
    # "England", "the party", "the family" take either.
    return "any" if token.tag == "NNP" or token.lemma in GROUPS else "one"


GROUPS = frozenset(
    "team party family company government firm band group couple pair crew police club side staff public".split()
)
