"""Whether a subject is one or many, for the verb that stands with it in the present."""

from ..language.inflect import is_known_plural
from ..resources import word_list
from .tree import Tree

_PLURAL_WORDS = frozenset("police people they we you i these those both few many several".split())
_QUANTIFYING = frozenset("number majority handful couple rest % percent cent half third total group".split())
_SHARES = frozenset({"%", "percent", "cent"})
_PLURAL_EVIDENCE = frozenset({"are", "were", "have", "do", "'re", "’re"})
_SINGULAR_EVIDENCE = frozenset({"is", "was", "has", "does"})


def is_plural(tree: Tree, subject: int, verb: int) -> bool:
    """Whether the subject takes a plural verb: by the verb's own form if that shows it, else by the noun."""
    auxiliaries = [tree.tokens[i].text.lower() for i in tree.offspring(verb, "aux", "auxpass")]
    forms = {*auxiliaries, tree.tokens[verb].text.lower()}
    if forms & _PLURAL_EVIDENCE:
        return True
    if forms & _SINGULAR_EVIDENCE:
        return False
    if not auxiliaries and tree.tokens[verb].tag in {"VBZ", "VBP"}:
        return tree.tokens[verb].tag == "VBP"
    return plural_noun(tree, subject)


def _one_person(tree: Tree, noun: int) -> bool:
    """ "comedian and actress Anne Meara": two nouns for one, with the name behind the second."""
    first = tree.tokens[noun]
    if first.tag != "NN" or tree.child(noun, "det", "nummod") is not None:
        return False
    other = tree.child(noun, "conj")
    if other is None:
        return False
    named = [tree.tokens[i] for i in (other, *tree.children[other])]
    beside = tree.tokens[other].pos == "PROPN" and any(t.dep == "compound" and t.tag == "NN" for t in named)
    return beside or (
        tree.tokens[other].tag == "NN" and any(t.dep == "appos" and t.pos == "PROPN" for t in named)
    )


def plural_noun(tree: Tree, noun: int) -> bool:
    """Whether a noun takes a plural verb."""
    token = tree.tokens[noun]
    if any(tree.tokens[i].text.lower() == "and" for i in tree.offspring(noun, "cc")):
        return not _one_person(tree, noun)
    word = token.text.lower()
    if word == "number" and any(tree.tokens[i].text.lower() == "the" for i in tree.offspring(noun, "det")):
        return False
    if word in _QUANTIFYING:
        of = next((i for i in tree.offspring(noun, "prep") if tree.tokens[i].text.lower() == "of"), None)
        inner = tree.child(of, "pobj") if of is not None else None
        # "28% oppose it": people.
        return plural_noun(tree, inner) if inner is not None else word in _SHARES
    if token.text in word_list("en/singular_names.txt"):
        return False
    if token.index == 0 and token.tag == "NNP" and not any(tree.offspring(noun, "compound")):
        # The capital is the sentence's: "Dogs buried on the farm ..."
        return is_known_plural(token.text)
    return (
        token.tag in {"NNS", "NNPS"}
        or word in _PLURAL_WORDS
        or (token.tag == "CD" and word not in {"1", "one"})
        or word in {"hundreds", "thousands", "dozens", "millions"}
    )
