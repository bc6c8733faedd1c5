"""Bonds of a verb: its object, its particle, its modal, and the prepositions that hold its sense."""

from collections.abc import Iterator

from ..compress.dependents import causative, particle
from ..tree import Tree, is_time
from .register import entry, table
from .together import Pair, behind, counting, text, whole

_COMPLEMENTS = ("dobj", "dative", "prt", "acomp", "attr", "oprd", "xcomp", "ccomp")


def governed(tree: Tree) -> Iterator[Pair]:
    """ "Army takes over", "firefighters keep flames from reaching": a verb with what makes its sense."""
    for token in tree.tokens:
        if token.pos not in {"VERB", "AUX"}:
            continue
        for child in behind(tree, token.index, *_COMPLEMENTS):
            if tree.tokens[child].dep == "dative" and tree.tokens[child].pos == "ADP":
                continue
            yield {token.index}, counting(tree, {child})
        wanted = table("prepositions").get(token.lemma, "").split()
        for child in behind(tree, token.index, "prep", "dative", "agent"):
            if text(tree, child) in wanted and tree.tokens[child].dep != "agent" and not is_time(tree, child):
                inner = [i for i in tree.children[child] if tree.tokens[i].dep in {"pobj", "pcomp", "prep"}]
                # A template may say the preposition itself: "charged with {{ with_phrase }}".
                yield {token.index}, counting(tree, inner or {child})


def modal(tree: Tree) -> Iterator[Pair]:
    """ "may cut": a verb with its modal, its own or that of the verb it is joined to."""
    for token in tree.tokens:
        if token.pos not in {"VERB", "AUX"}:
            continue
        modals = [i for i in tree.offspring(token.index, "aux") if tree.tokens[i].tag == "MD"]
        bare = token.dep == "conj" and token.tag == "VB" and tree.child(token.index, "aux") is None
        if bare:
            modals = [i for i in tree.offspring(token.head, "aux") if tree.tokens[i].tag == "MD"]
        for index in modals:
            yield {token.index}, {index}


def prepositions(tree: Tree) -> Iterator[Pair]:
    """A preposition with what it governs, "out" with its "of", "according" with its "to"."""
    for token in tree.tokens:
        if token.dep not in {"prep", "agent", "dative"} or token.pos not in {"ADP", "VERB", "SCONJ", "ADV"}:
            continue
        inner = [i for i in tree.children[token.index] if tree.tokens[i].dep in {"pobj", "pcomp"}]
        if not inner and token.text.lower() in {"according", "due", "thanks", "because"}:
            inner = [i for i in tree.offspring(token.index, "prep") if i > token.index]
        if (
            token.text.lower() == "with"
            and token.head != token.index
            and tree.tokens[token.head].pos == "VERB"
        ):
            # "kicks off with Williams seeking a sixth title": who does what, not who is there.
            beside = (*inner, token.head)
            doing = {
                i
                for above in beside
                for i in tree.offspring(above, "acl", "advcl")
                if tree.tokens[i].tag == "VBG" and i - 1 in inner
            }
            inner = [*inner, *(i for top in doing for i in whole(tree, top))]
        yield {token.index}, counting(tree, inner or {min(token.index + 1, len(tree.tokens) - 1)})


def adverbs(tree: Tree) -> Iterator[Pair]:
    """ "pull back", "come close to", "do worse": adverbs that are half of the verb; "as" that says what as."""
    for token in tree.tokens:
        if token.pos not in {"VERB", "AUX"}:
            continue
        for child in behind(tree, token.index, "advmod"):
            half = particle(tree, tree.tokens[child], token)
            half = half and (child == token.index + 1 or any(behind(tree, child, "prep")))
            comparing = tree.tokens[child].tag in {"RBR", "JJR"}
            leading = child == token.index + 1 and any(behind(tree, child, "prep"))
            if half or comparing or leading:
                yield {token.index}, {child}
        for child in behind(tree, token.index, "prep"):
            inner = tree.child(child, "pobj")
            manner = text(tree, child) == "at" and inner is not None and tree.tokens[inner].lemma in _MANNERS
            # "under a bill", "under a plan": so far it stands only on paper.
            paper = (
                inner is not None
                and tree.tokens[inner].lemma in _PAPERS
                and text(tree, child) in {"under", "in"}
            )
            if text(tree, child) == "as" or manner or paper:
                yield {token.index}, counting(tree, {child, *([inner] if inner is not None else [])})


_PAPERS = frozenset(
    "bill plan proposal draft blueprint scheme scenario simulation drill exercise rehearsal".split()
)
_MANNERS = frozenset({"pace", "rate", "speed", "expense", "risk"})


def openers(tree: Tree) -> Iterator[Pair]:
    """ "when shells hit", "on when to bring": a clause with the word that opens it."""
    for token in tree.tokens:
        if token.dep in {"advcl", "pcomp", "ccomp", "xcomp", "acl"} and token.pos in {"VERB", "AUX"}:
            for child in tree.offspring(token.index, "mark", "advmod"):
                opens = tree.tokens[child].dep == "mark" or tree.tokens[child].tag == "WRB"
                if opens and child < token.index and text(tree, child) != "that":
                    yield {token.index}, {child}


def causatives(tree: Tree) -> Iterator[Pair]:
    """ "had his camera stolen", "saw a million jobs lost": what was done to it."""
    for token in tree.tokens:
        if token.dep == "acl" and causative(tree, token, tree.tokens[token.head]):
            head = tree.tokens[token.head]
            yield {head.index}, {token.index}
            if head.dep == "conj":
                yield {head.head}, {head.index, token.index}


def denied_by_particle(tree: Tree, verb: int) -> bool:
    """ "ruled out": a verb that denies only with its particle."""
    particle = tree.child(verb, "prt")
    listed = tree.tokens[verb].lemma in entry("denying", "with_particle")
    return listed and particle is not None and text(tree, particle) == "out"


def whole_complements(tree: Tree, verb: int) -> frozenset[int]:
    """Everything in the object, the complement clauses and the phrases of a verb, without when it was."""
    found: frozenset[int] = frozenset()
    for child in behind(tree, verb, *_COMPLEMENTS, "prep"):
        if tree.tokens[child].dep != "prep" or not is_time(tree, child):
            found |= whole(tree, child, True)
    return found
