"""Bonds of how many and which: "most patients given the drug", "people who smoke", "half of those tested"."""

from collections.abc import Iterator

from ...model import Token
from ..tree import Tree, figure_tokens, is_time
from .register import entry
from .together import Pair, behind, text, whole

_ARTICLES = frozenset({"a", "an", "the"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def determiners(tree: Tree) -> Iterator[Pair]:
    """ "no tax", "neither side", "some bridges": a noun with its quantifier."""
    for token in tree.tokens:
        if token.dep in {"det", "predet", "preconj", "neg"} and token.text.lower() not in _ARTICLES | {
            "this",
            "that",
        }:
            yield {token.head}, {token.index}
        if token.dep == "amod" and token.text.lower() in entry("quantities", "words") | {"many", "several"}:
            yield {token.head}, {token.index}


def which(tree: Tree) -> Iterator[Pair]:
    """What says which ones are meant, where the claim is of all, most, few or part of them, or of a kind at large."""
    for token in tree.tokens:
        if token.pos not in {"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "ADJ"}:
            continue
        counted = _counted(tree, token)
        kind = _kind(tree, token)
        if not counted and not kind:
            continue
        for child in behind(tree, token.index, "relcl", "acl", "prep", "amod"):
            label = tree.tokens[child].dep
            if label == "acl" and tree.child(child, "mark") is not None:
                continue
            definite = any(text(tree, i) in _POINTING for i in tree.offspring(token.index, "det"))
            numbered = tree.child(token.index, "nummod") is not None
            if label == "prep" and (text(tree, child) == "of" or (definite and counted and numbered)):
                continue
            # "none of the 14 miners trapped below": a known, counted group is named well enough.
            if label == "acl" and definite and numbered:
                continue
            if label in {"prep", "amod"} and kind and not counted and not _at_large(tree, token):
                continue
            yield {token.index}, whole(tree, child)
        for far in _far_clauses(tree, token.index):
            yield {token.index}, whole(tree, far)

    for token in tree.tokens:
        # "were among the 14 people charged": among whom is all that is said.
        if token.text.lower() == "among" and token.dep == "prep" and tree.tokens[token.head].lemma == "be":
            for inside in tree.offspring(token.index, "pobj"):
                for child in behind(tree, inside, "relcl", "acl"):
                    yield {token.index}, whole(tree, child)
        # "one of four captains named": of which four; "sue people who share films": which people.
        few = token.dep == "pobj" and text(tree, token.head) == "of" and _numbered(tree, token)
        anybody = token.lemma in {"people", "person"} and tree.child(token.index, "det", "nummod") is None
        if (few and text(tree, tree.tokens[token.head].head) == "one") or (anybody and token.dep == "dobj"):
            for child in behind(tree, token.index, "relcl", "acl"):
                yield {token.index}, whole(tree, child)
        # "15 percent contained": a share of what was done.
        if token.lemma in {"%", "percent", "cent"} and token.dep in {"attr", "acomp", "npadvmod"}:
            for child in behind(tree, token.index, "acl"):
                yield {token.index}, {child}
            if token.dep == "npadvmod" and tree.tokens[token.head].tag == "VBN":
                yield {token.index}, {token.head}


def _far_clauses(tree: Tree, noun: int) -> Iterator[int]:
    """ "workers at the plant who refused": a "who ..." that the parser hangs on the nearer noun."""
    for child in behind(tree, noun, "prep"):
        for inner in tree.offspring(child, "pobj"):
            for clause in behind(tree, inner, "relcl"):
                subject = tree.child(clause, *_SUBJECTS)
                if subject is not None and text(tree, subject) == "who":
                    yield clause


def holding(tree: Tree) -> Iterator[Pair]:
    """ "are unsafe in high winds", "go hungry at weekends": where or when a standing truth holds."""
    for token in tree.tokens:
        if token.tag not in {"VBZ", "VBP"} or tree.child(token.index, "aux", "auxpass") is not None:
            continue
        quality = tree.child(token.index, "acomp")
        for child in behind(tree, token.index, "prep"):
            inner = tree.child(child, "pobj")
            often = inner is not None and is_time(tree, inner) and tree.tokens[inner].tag == "NNS"
            placed = quality is not None and child > quality and text(tree, child) in _PLACING
            within = token.lemma == "be" and placed and not is_time(tree, child)
            if often or within:
                yield {token.index}, whole(tree, child)


_PLACING = frozenset("in at on under within among during near without for".split())


def _counted(tree: Tree, token: Token) -> bool:
    """Whether a noun stands under a quantity of a whole."""
    words = entry("quantities", "words")
    own = [text(tree, i) for i in tree.offspring(token.index, "det", "predet", "amod", "neg", "nummod")]
    if token.text.lower() in {"half", "quarter", "third", "majority", "minority", "most", "few", "none"}:
        return True
    pointing = [text(tree, i) for i in tree.offspring(token.index, "det")]
    if token.text.lower() in {"number", "amount"} and "the" in pointing:
        return True
    if token.text.lower() in {"everyone", "everybody", "anyone", "anybody", "those", "nobody"} or words & set(
        own
    ):
        return True
    if token.dep != "pobj":
        return False
    preposition = tree.tokens[token.head]
    if preposition.text.lower() not in {"of", "in"}:
        return False
    above = tree.tokens[preposition.head]
    if preposition.text.lower() == "of" and above.text.lower() in words:
        # "a number of films" is only some films; "the number of films" counts them.
        return above.lemma != "number" or all(
            text(tree, i) != "a" for i in tree.offspring(above.index, "det")
        )
    parts = [figure_tokens(tree, f) for f in tree.figures if f.kind in {"ratio", "percent"}]
    return any(above.index in part for part in parts)


def _numbered(tree: Tree, token: Token) -> bool:
    return tree.child(token.index, "nummod") is not None


def _kind(tree: Tree, token: Token) -> bool:
    """ "people who smoke": a plural without article or number as the subject is a kind of them."""
    if token.tag != "NNS" or token.dep not in _SUBJECTS:
        return False
    return tree.child(token.index, "det", "nummod", "poss", "predet") is None


def _at_large(tree: Tree, token: Token) -> bool:
    """Whether the verb tells what holds at large: "women in the region earn less", not "workers struck"."""
    verb = tree.tokens[token.head]
    auxiliaries = [tree.tokens[i] for i in tree.offspring(verb.index, "aux", "auxpass")]
    negated = tree.child(verb.index, "neg") is not None
    present = verb.tag in {"VBZ", "VBP"} and not auxiliaries
    standing = any(a.text.lower() in {"are", "do", "can", "may", "should", "must"} for a in auxiliaries)
    coming = verb.tag == "VBG"
    # "drivers will have to": a rule to come.
    ruled = verb.lemma == "have" and tree.child(verb.index, "xcomp") is not None
    return negated or present or ruled or (standing and not coming)
