"""What several bonds ask of a tree: which words count, what belongs to a phrase."""

from collections.abc import Iterable, Iterator

from ..tree import Tree, is_time

# Words that are shown, and words that they need.
Pair = tuple[Iterable[int], Iterable[int]]

# Set off by a comma, these only add to what is said.
_ADDING = frozenset("relcl acl appos advcl prep npadvmod parataxis advmod conj attr dep".split())
_TODAY = frozenset(
    (
        "on monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight now this "
        "week morning afternoon evening night late early earlier later overnight"
    ).split()
)


def counting(tree: Tree, indices: Iterable[int]) -> frozenset[int]:
    """Those of the words that a headline does not leave out by its grammar: no articles, stops, plain auxiliaries."""
    return frozenset(i for i in indices if not _grammatical(tree, i))


def _grammatical(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    article = token.text.lower() in {"a", "an", "the"}
    auxiliary = token.dep in {"aux", "auxpass"} and token.tag != "MD"
    return (
        article or auxiliary or token.dep == "punct" or token.pos in {"PUNCT", "SPACE"} or token.dep == "cc"
    )


def whole(tree: Tree, head: int, known: bool = False) -> frozenset[int]:
    """The words of a phrase without what a comma sets off inside it and without days that go without saying.

    Args:
        tree: the sentence.
        head: the word that governs the phrase.
        known: whether what describes "the ship" or "Ann Lee" may go: which one is meant is known without it.
    """
    found = {head}
    for child in tree.children[head]:
        dep = tree.tokens[child].dep
        beside = dep in _ADDING and tree.comma_before(child) and not _in_list(tree, child)
        described = known and dep in _DESCRIBING and text(tree, child) != "of" and _known(tree, head)
        if not beside and not described and not of_today(tree, child):
            found |= whole(tree, child, known)
    return counting(tree, found)


_DESCRIBING = frozenset({"amod", "acl", "relcl", "prep"})


def _known(tree: Tree, noun: int) -> bool:
    """Whether a noun names something that the reader can tell from others: a name, "the ship", "its owner"."""
    token = tree.tokens[noun]
    if token.text.lower() in {"one", "ones", "those", "that"}:
        return False
    pointing = any(text(tree, i) == "the" for i in tree.offspring(noun, "det"))
    return token.pos == "PROPN" or (
        token.pos == "NOUN" and (pointing or tree.child(noun, "poss") is not None)
    )


def gist(tree: Tree, head: int) -> frozenset[int]:
    """The words of a clause without what only describes its nouns: "if investment [in the firm] goes ahead"."""
    found = {head}
    nominal = tree.tokens[head].pos in {"NOUN", "PROPN", "NUM", "PRON"}
    for child in tree.children[head]:
        token = tree.tokens[child]
        described = (
            nominal and token.dep in {"amod", "acl", "relcl", "appos", "prep"} and token.text.lower() != "of"
        )
        beside = token.dep in _ADDING and tree.comma_before(child) and not _in_list(tree, child)
        if not described and not beside and not of_today(tree, child):
            found |= gist(tree, child)
    return counting(tree, found)


def _in_list(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.dep == "conj" and token.pos not in {"VERB", "AUX"}


def of_today(tree: Tree, index: int) -> bool:
    """A phrase that only says that it is news: "on Monday", "yesterday", "this week"."""
    words = {tree.tokens[i].text.lower() for i in tree.subtree(index)}
    return words <= _TODAY and (is_time(tree, index) or bool(words - {"on", "this", "late", "early", "now"}))


def behind(tree: Tree, head: int, *deps: str) -> Iterator[int]:
    """Children of a word that stand behind it, by label, without those that a comma sets off."""
    for child in tree.offspring(head, *deps):
        if child > head and not tree.comma_before(child):
            yield child


def text(tree: Tree, index: int) -> str:
    """A word in lower case, "" outside the sentence."""
    return tree.tokens[index].text.lower() if 0 <= index < len(tree.tokens) else ""
