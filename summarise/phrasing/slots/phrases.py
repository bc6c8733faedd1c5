"""Noun phrases as slots, in three lengths."""

from dataclasses import replace

from ...language.inflect import is_known_word
from ...model import Piece
from ...resources import word_list
from ..compress.deletion import close, shape
from ..line import pieces
from ..tree import Tree, figure_tokens
from .registers import noun_classes
from .slot import Slot, graded, trimmed

_PARTICIPLE = "participle at a noun"
_BEHIND = frozenset({"adjective", "phrase at a noun", _PARTICIPLE})
_LONGEST = 8
_POINTING_PHRASES = frozenset({"in", "at", "for", "on", "by", "from", "against", "between", "over", "to"})


def phrase(tree: Tree, head: int) -> Slot:
    """A noun phrase with its adjectives and without what follows it, articles gone."""
    return _noun_phrase(tree, head, frozenset({"adjective"}))


def full_phrase(tree: Tree, head: int) -> Slot:
    """A noun phrase with its adjectives and the prepositional phrases at it, articles gone."""
    return _noun_phrase(tree, head, frozenset({"adjective", "phrase at a noun"}))


def nominal(tree: Tree, head: int) -> Slot:
    """A noun phrase in all its lengths.

    Returns:
        The full phrase; `short`, without the phrases behind it; `head`, the shortest that still names the same:
        a person's bare name, a noun with what it cannot do without. "Shares in Halcyon" has no shorter form.
    """
    full = _noun_phrase(tree, head, _BEHIND)
    if _needs_its_phrase(tree, head):
        return graded(full, full, full)
    short = phrase(tree, head)
    bare = _name(tree, head)
    if bare is None:
        # "its rival Baltica" cannot be "its Baltica".
        owned = tree.child(head, "poss") is not None
        bare = short if owned else _noun_phrase(tree, head, frozenset())
    return graded(full, short, bare)


def articles(tree: Tree, kept: frozenset[int]) -> dict[int, None]:
    """The articles among the kept tokens, to be left out."""
    return {i: None for i in kept if _article(tree, i) or _address(tree, i)}


def line_of(tree: Tree, kept: frozenset[int]) -> tuple[Piece, ...]:
    """The kept tokens as a line without articles."""
    closed = close(tree, _with_as_well(tree, kept))
    return small(tree, trimmed(pieces(tree, closed, articles(tree, closed))))


def small(tree: Tree, line: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A line without the capital that a common word had only at the start of the sentence."""
    opening = tree.tokens[0]
    if not line or line[0].start != opening.start or opening.text.isupper():
        return line
    word = opening.text.lower()
    common = opening.tag in {"NN", "NNS", "VBN"} and is_known_word(word)
    plain = opening.tag in {"CD", "DT", "IN", "JJR", "RBR", "RB", "PRP$"} or word in word_list(
        "en/restrictive.txt"
    )
    if not (common or plain):
        return line
    return (replace(line[0], text=line[0].text[:1].lower() + line[0].text[1:]), *line[1:])


def _with_as_well(tree: Tree, kept: frozenset[int]) -> frozenset[int]:
    """Kept tokens with all of "as well as" where its last word is kept."""
    lasts = [i for i in kept if i > 1 and tree.tokens[i].text == "as" and tree.tokens[i - 1].text == "well"]
    return kept.union(*({i - 1, i - 2} for i in lasts))


def _noun_phrase(tree: Tree, head: int, wanted: frozenset[str]) -> Slot:
    form = shape(tree, head)
    kept = set(form.core)
    for option in form.options:
        # "admits forging cheques", which the parser may take for cheques that forge.
        needed = option.rule.name == "adjective" and tree.tokens[min(option.tokens)].tag == "VBG"
        if option.rule.name == _PARTICIPLE:
            # "once owned by a singer": with every word of it or not at all.
            whole = frozenset(
                tree.subtree(min(option.tokens, key=lambda i: (tree.tokens[i].head in option.tokens, i)))
            )
            if _PARTICIPLE in wanted and len(whole) <= _LONGEST:
                kept |= whole
            continue
        if needed or (option.rule.name in wanted and len(option.tokens) <= _LONGEST):
            kept |= option.tokens.union(*(o.tokens for o in option.inner if o.rule.name == "adjective"))
    kept -= _astray(tree, head)
    return Slot(line_of(tree, frozenset(kept)), tree.tokens[head].lemma)


def _astray(tree: Tree, head: int) -> set[int]:
    """What the parser joined to an object and is the subject of the next clause: "scores 29 points and Duke won"."""
    if tree.tokens[head].dep in {"nsubj", "nsubjpass"}:
        return set()
    gone: set[int] = set()
    for joined in tree.offspring(head, "conj"):
        below = tree.subtree(joined)
        after = tree.tokens[below[-1] + 1] if below[-1] + 1 < len(tree.tokens) else None
        if after is not None and after.tag in {"VBD", "VBZ", "VBP", "MD"}:
            gone |= set(below) | {i for i in tree.offspring(head, "cc", "punct") if i < joined}
    return gone


def _address(tree: Tree, index: int) -> bool:
    """The "Mr" of a name, which headlines leave out."""
    token = tree.tokens[index]
    addressing = token.text.rstrip(".") in {"Mr", "Mrs", "Ms"} and token.dep == "compound"
    return addressing and index not in tree.quoted and tree.tokens[token.head].tag == "NNP"


def _article(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.dep != "det" or token.text.lower() not in {"a", "an", "the"} or index in tree.quoted:
        return False
    # "a third", "3% a year", "a few": the article is part of the amount.
    if any(f.start <= token.start < f.end for f in tree.figures):
        return False
    following = tree.tokens[index + 1] if index + 1 < len(tree.tokens) else token
    if token.text.lower() != "the" and following.text.lower() in _COUNTING:
        return False
    # "The Hague", "The Killers": a capital inside the sentence makes it part of the name.
    return not (token.text == "The" and index > 0 and following.text[:1].isupper())


_COUNTING = frozenset("few lot number dozen third quarter half million billion hundred thousand".split())


def _needs_its_phrase(tree: Tree, head: int) -> bool:
    """Whether a noun says nothing without the phrase behind it: "shares in Halcyon", "chance of rain"."""
    if tree.tokens[head].lemma not in noun_classes()["needs_phrase"]:
        return False
    return any(tree.tokens[i].text.lower() in _POINTING_PHRASES for i in tree.offspring(head, "prep"))


def _name(tree: Tree, head: int) -> Slot | None:
    """The bare name of somebody who is introduced: "Martin Johnson" of "England captain Martin Johnson"."""
    token = tree.tokens[head]
    if token.tag != "NNP" or head in tree.quoted:
        return None
    if any(tree.tokens[i].dep in {"poss", "conj", "nummod", "case"} for i in tree.children[head]):
        return None
    first = head
    while first > 0 and tree.tokens[first - 1].tag == "NNP" and tree.tokens[first - 1].head == head:
        first -= 1
    before = tree.tokens[first - 1] if first > 0 else None
    # Only what says the person's work may go: "captain Martin Johnson", not "the Old Bailey".
    if before is None or before.head != head or before.tag != "NN" or before.dep != "compound":
        return None
    if before.lemma not in word_list("en/person_nouns.txt") or any(
        f.start < token.end and f.end > before.start for f in tree.figures
    ):
        return None
    return _tokens(tree, first, head)


def _tokens(tree: Tree, first: int, last: int) -> Slot:
    kept = frozenset(range(first, last + 1))
    return Slot(trimmed(pieces(tree, kept)), tree.tokens[last].lemma)


def counted(tree: Tree, head: int) -> Slot:
    """A phrase that counts people; its `head` is the number alone where it counts just "people"."""
    slot = nominal(tree, head)
    short = phrase(tree, head)
    token = tree.tokens[head]
    if token.lemma not in noun_classes()["anybody"]:
        return graded(short, short, slot.variant("head"))
    count = next(
        (figure_tokens(tree, f) for f in tree.figures if _counts_it(tree, head, figure_tokens(tree, f))), None
    )
    plain = count is not None and all(
        tree.tokens[i].dep in {"nummod", "det", "amod"} for i in tree.children[head]
    )
    if count is None or not plain or token.index in count:
        return graded(short, short, short)
    bare = Slot(small(tree, trimmed(pieces(tree, range(min(count), max(count) + 1)))), token.lemma)
    return graded(short, replace(bare), bare)


def _counts_it(tree: Tree, head: int, tokens: frozenset[int]) -> bool:
    return bool(tokens) and any(
        tree.tokens[i].head == head and tree.tokens[i].dep == "nummod" for i in tokens
    )
