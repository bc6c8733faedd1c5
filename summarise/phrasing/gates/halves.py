"""Gates and bonds for phrases of two halves, of which neither tells what it means without the other."""

from collections.abc import Iterator
from itertools import pairwise

from ..draft import Draft
from ..tree import TIME_NOUNS, Tree
from .together import Pair, whole

_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
_HAVING_DONE = frozenset("have get see order want keep leave hear".split())
_DONE = frozenset("acl ccomp amod relcl oprd xcomp advcl".split())
_COUNTED_FROM = frozenset({"after", "before", "ago", "later", "earlier"})


def joined_without_and(draft: Draft) -> bool:
    """ "President Trump first lady Melania Trump take calls", "Great Atlantic Pacific Tea": two that an "and" joins."""
    tree = draft.clause.tree
    # Of what is said shorter only the name is there.
    gone = frozenset(i for i in draft.spared if not draft.covers(tree.tokens[i].start))
    for one, other in pairwise(sorted(draft.shown - gone)):
        between = [t for t in tree.tokens[one + 1 : other] if t.index not in gone]
        joins = [t for t in between if t.tag == "CC" and t.text.lower() in {"and", "or", "&"}]
        plain = all(t.tag in _NOMINAL | {"CC", "DT", "PRP$", "JJ", "VBN"} for t in between)
        if joins and plain and {tree.tokens[one].tag, tree.tokens[other].tag} <= _NOMINAL | {"JJ"}:
            return True
    return False


def done_to_it(draft: Draft) -> bool:
    """ "has bucket of slurry", thrown over him; "orders 452 prisoners", freed."""
    tree, verb = draft.clause.tree, draft.clause.verb
    target = tree.child(verb, "dobj")
    if tree.tokens[verb].lemma not in _HAVING_DONE or target is None:
        return False
    behind = (*tree.subtree(target), *tree.offspring(verb, "acl", "ccomp", "oprd", "xcomp", "advcl"))
    return any(
        tree.tokens[i].tag in {"VBN", "VBD"} and tree.tokens[i].dep in _DONE and i > target
        for i in behind
        if i not in draft.shown and not tree.comma_before(i)
    )


def counted_from(tree: Tree) -> Iterator[Pair]:
    """ "recaptured 37 years after he fled": the years with what they are counted from."""
    for token in tree.tokens[1:-1]:
        following = tree.tokens[token.index + 1]
        counted = token.lemma in TIME_NOUNS and tree.tokens[token.index - 1].tag == "CD"
        if counted and following.text.lower() in _COUNTED_FROM:
            clause = following.dep == "mark"
            yield {token.index}, whole(tree, following.head if clause else following.index)


def at_which(tree: Tree) -> Iterator[Pair]:
    """ "doubles the level at which buyers pay": the level of what."""
    for token in tree.tokens[:-2]:
        first, second = tree.tokens[token.index + 1], tree.tokens[token.index + 2]
        opens = first.tag in {"IN", "TO"} and second.text.lower() in {"which", "whom"}
        clause = tree.child(token.index, "relcl")
        definite = any(tree.tokens[i].text.lower() == "the" for i in tree.offspring(token.index, "det"))
        if opens and definite and clause is not None:
            yield {token.index}, whole(tree, clause)


def joined_names(tree: Tree) -> Iterator[Pair]:
    """ "Atlantic & Pacific Tea": one name."""
    for token in tree.tokens[1:-1]:
        if token.text == "&":
            for one in (token.index - 1, token.index + 1):
                yield {one}, {token.index - 1, token.index, token.index + 1}
