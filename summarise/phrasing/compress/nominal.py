"""Questions about what stands inside a noun phrase, for the deletion rules: each is true of the pair or not."""

from ...model import Token
from ...resources import word_list
from ..tree import Tree


def restricting(tree: Tree, child: Token, head: Token) -> bool:
    """An adjective that makes its noun another: a capital, a participle, "fewer", or a word of the list."""
    telling = child.text[:1].isupper() or child.tag in {"JJR", "JJS", "VBN", "VBG"}
    # "most primitive", "least likely"
    telling = telling or any(tree.tokens[i].tag in {"RBS", "RBR"} for i in tree.children[child.index])
    return telling or _makes_sense(tree, child, head) or child.text.lower() in word_list("en/restrictive.txt")


def _makes_sense(tree: Tree, child: Token, head: Token) -> bool:
    """Whether a noun is odd or another without its adjective, whatever that is."""
    article = tree.child(head.index, "det") is not None
    # "an estimated 20,000 people", "come a long way"
    if (
        article and tree.child(head.index, "nummod") is not None and head.tag == "NNS"
    ) or head.lemma == "way":
        return True
    # "in poor health", "under heavy fire"
    bare = head.dep == "pobj" and head.tag == "NN" and not article
    return bare and head.head == child.index - 1 and tree.child(head.index, "poss", "compound") is None


def and_others(tree: Tree, child: Token, head: Token) -> bool:
    """ "looting of Jews and other enemies": the first is true without the rest; who acts or suffers is told whole."""
    rest = child.text.lower() in {"others", "more", "elsewhere"} or any(
        tree.tokens[i].text.lower() == "other" for i in tree.offspring(child.index, "amod", "det")
    )
    top = head
    while top.dep == "conj":
        top = tree.tokens[top.head]
    return rest and top.dep in {"pobj", "dobj"} and not any(tree.offspring(top.index, "nummod"))
