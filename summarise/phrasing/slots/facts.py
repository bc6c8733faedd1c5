"""What a clause tells as plain fact: nothing denied, doubted, wished or only possible."""

from ...resources import word_list
from ..tree import Tree

# What names an act without saying that it came to pass, said of the verb itself.
_DOUBTFUL = frozenset(
    "allegedly reportedly apparently possibly probably perhaps maybe likely unlikely nearly almost supposedly "
    "purportedly potentially theoretically falsely wrongly mistakenly hardly barely scarcely rarely seldom never "
    "provisionally conditionally".split()
)


def plain_fact(tree: Tree, verb: int, top: int) -> bool:
    """Whether a verb is `top` or joined to it as a fact: no negation, modal, doubt or condition on the way."""
    index = verb
    while True:
        if not _affirmed(tree, index):
            return False
        if index == top:
            return True
        token = tree.tokens[index]
        joined = token.dep == "conj" or (
            token.dep == "advcl" and token.tag == "VBG" and tree.child(index, "mark") is None
        )
        if not joined or token.head == index:
            return False
        index = token.head


def _affirmed(tree: Tree, verb: int) -> bool:
    if tree.child(verb, "neg") is not None:
        return False
    if any(tree.tokens[a].tag in {"MD", "TO"} for a in tree.offspring(verb, "aux")):
        return False
    return not any(tree.tokens[a].text.lower() in _DOUBTFUL for a in tree.offspring(verb, "advmod"))


def hedged(tree: Tree, noun: int) -> bool:
    """Whether a noun is denied or doubted by a word at it: "no", "alleged", "hardly any"."""
    doubting = word_list("en/hedges.txt") | {"no", "alleged", "reported", "suspected"}
    return any(tree.tokens[i].text.lower() in doubting for i in tree.offspring(noun, "det", "amod", "neg"))


def attached(tree: Tree, index: int, verb: int) -> bool:
    """Whether a token belongs to a verb and to no other verb between: not the 5% of "rose and sales fell 5%"."""
    while index != verb:
        token = tree.tokens[index]
        if token.head == index or token.dep in _OWN_CLAUSE:
            return False
        if token.pos in {"VERB", "AUX"} and token.dep not in {"aux", "auxpass"}:
            return False
        index = token.head
    return True


_OWN_CLAUSE = frozenset({"advcl", "relcl", "acl", "ccomp", "parataxis", "appos"})
