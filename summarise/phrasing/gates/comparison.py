"""Bonds of comparisons: "less than expected", "as much as planned", "the biggest fall for a decade"."""

from collections.abc import Iterator

from ...model import Token
from ..tree import TIME_NOUNS, Tree, is_time
from .together import Pair, behind, counting, text, whole

_COMPARING = frozenset({"rather", "other", "else", "twice", "half"})
_ORDINALS = frozenset("first second third fourth fifth sixth last only".split())
_SCOPED = frozenset({"in", "of", "since", "for", "on", "ever", "among", "under", "by", "to", "outside", "at"})


def compared(tree: Tree) -> Iterator[Pair]:
    """A comparative with its "than", "as" with its "as", "too" with its "to"."""
    for token in tree.tokens:
        if token.text.lower() == "than":
            yield from _than(tree, token)
        if token.text.lower() == "as":
            yield from _as(tree, token)
        if token.text.lower() == "compared" and token.head < token.index:
            yield {token.head}, whole(tree, token.index, True)
        if token.text.lower() in {"too", "enough"} and token.dep == "advmod" and token.head != token.index:
            for child in tree.offspring(token.head, "xcomp", "advcl", "prep", "ccomp"):
                if child > token.head and not tree.comma_before(child):
                    yield {token.index}, whole(tree, child)


def _than(tree: Tree, token: Token) -> Iterator[Pair]:
    more = next(
        (
            t.index
            for t in reversed(tree.tokens[: token.index])
            if t.tag in {"JJR", "RBR"} or t.text.lower() in _COMPARING
        ),
        None,
    )
    if more is None:
        return
    # "than" hangs on its clause ("than expected") or governs a phrase ("than men").
    top = (
        token.head
        if token.dep in {"mark", "quantmod", "advmod"} and token.head > token.index
        else token.index
    )
    rest = counting(tree, whole(tree, top, True) | {token.index})
    yield {more}, rest
    yield {token.index}, {more}


def _as(tree: Tree, token: Token) -> Iterator[Pair]:
    """The second "as" of "twice as much as planned"."""
    first = next((t for t in reversed(tree.tokens[: token.index]) if t.text.lower() == "as"), None)
    if first is None or token.index - first.index > 5 or first.dep != "advmod":
        return
    top = token.head if token.dep == "mark" else token.index
    second = whole(tree, top) | {token.index}
    yield {first.index}, second
    yield {token.index}, {first.index}
    yield {first.head}, second


def degrees(tree: Tree) -> Iterator[Pair]:
    """ "twice as likely", "too costly": an adjective with the word for how much."""
    for token in tree.tokens:
        if token.pos not in {"ADJ", "ADV"} or token.dep == "amod":
            continue
        for child in tree.offspring(token.index, "advmod", "npadvmod", "quantmod"):
            measured = text(tree, child) in _DEGREES
            # "more environmentally aware"
            measured = measured or any(text(tree, i) in _DEGREES for i in tree.offspring(child, "advmod"))
            if child < token.index and measured:
                yield {token.index}, {child}


_DEGREES = frozenset("as twice half too so less more least most equally three-times thrice".split())


def since_then(tree: Tree) -> Iterator[Pair]:
    """ "the deadliest attack since fighting resumed": the "since" belongs to the superlative, however it was parsed."""
    for token in tree.tokens:
        if token.text.lower() != "since" or token.dep not in {"mark", "prep"}:
            continue
        top = token.head if token.dep == "mark" else token.index
        above = tree.tokens[top].head
        between = tree.tokens[min(above, token.index) : token.index]
        for other in between:
            if other.tag == "JJS":
                yield {top}, {other.index}


def superlatives(tree: Tree) -> Iterator[Pair]:
    """The biggest, the first, the only: with what says among which."""
    for token in tree.tokens:
        if not _superlative(tree, token):
            if token.text.lower() in {"latest", "next"} and token.dep == "amod":
                # "the latest contestant to be evicted"
                for child in behind(tree, token.head, "acl", "relcl"):
                    if any(tree.tokens[i].tag == "TO" for i in tree.offspring(child, "aux")):
                        yield {token.head}, _scope(tree, child)
            continue
        noun = tree.tokens[token.head] if token.dep in {"amod", "advmod", "compound"} else token
        if noun.pos in {"VERB", "AUX"}:
            continue
        if noun.pos == "ADJ" and noun.dep == "amod":
            # "most expensive house": the noun stands one higher.
            noun = tree.tokens[noun.head]
        if noun.lemma in TIME_NOUNS or is_time(tree, noun.index):
            continue
        for child in behind(tree, noun.index, "prep", "acl", "relcl", "advcl", "advmod", "xcomp"):
            if tree.tokens[child].dep != "prep" or text(tree, child) in _SCOPED:
                yield {token.index, noun.index}, _scope(tree, child)
        yield from _at_the_verb(tree, token, noun)


def _scope(tree: Tree, top: int) -> frozenset[int]:
    """The scope; "since records began" says enough without "in 1911"."""
    dates = {
        i
        for child in tree.children[top]
        if is_time(tree, child) and tree.tokens[top].dep == "advcl"
        for i in tree.subtree(child)
    }
    return whole(tree, top) - dates


def _superlative(tree: Tree, token: Token) -> bool:
    word = token.text.lower()
    if word in {"latest", "least"} or (
        word in {"most", "least", "best", "worst"} and text(tree, token.index - 1) == "at"
    ):
        return False
    if word == "most" and token.dep in {"amod", "nsubj", "nsubjpass"}:
        # "most patients" is a quantity.
        return False
    ordinal = word in _ORDINALS and token.pos in {"ADJ", "NOUN", "ADV"} and token.dep != "advmod"
    if ordinal and text(tree, token.index - 1) in {"a", "one", "two", "-", "1", "2"}:
        # "a third", "one-fifth"
        return False
    return ordinal or token.tag in {"JJS", "RBS"}


def _at_the_verb(tree: Tree, token: Token, noun: Token) -> Iterator[Pair]:
    """ "had its biggest fall for a decade", "is the lowest since records began": the scope may hang on the verb."""
    verb = next((i for i in tree.path_up(noun.index) if tree.tokens[i].pos in {"VERB", "AUX"}), None)
    if verb is None or noun.index < verb:
        return
    for child in behind(tree, verb, "prep", "advcl"):
        if child < noun.index:
            continue
        lasting = text(tree, child) in {"for", "in", "since"} and tree.tokens[child].dep == "prep"
        span = lasting and _is_span(tree, child)
        mark = tree.child(child, "mark") if tree.tokens[child].dep == "advcl" else None
        if span or (mark is not None and text(tree, mark) == "since"):
            yield {token.index, noun.index}, _scope(tree, child)


def _is_span(tree: Tree, preposition: int) -> bool:
    """ "for a decade", "in 40 years", "since 1976" """
    inner = tree.child(preposition, "pobj", "pcomp")
    if inner is None:
        return False
    spanning = tree.tokens[inner].lemma in TIME_NOUNS | {"generation", "history", "record", "life", "career"}
    return text(tree, preposition) == "since" or spanning
