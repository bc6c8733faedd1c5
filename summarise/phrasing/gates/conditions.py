"""Bonds of conditions: what a statement depends on stays with it, however it is worded."""

from collections.abc import Iterator
from functools import cache

from ..tree import Tree
from .register import entry, table
from .together import Pair, counting, gist, text


def conditions(tree: Tree) -> Iterator[Pair]:
    """ "if", "unless", "as long as", "provided that", "had it been": the verb above needs all of the condition."""
    marks = entry("conditions", "marks")
    even = entry("conditions", "not_after")
    for token in tree.tokens:
        if token.dep != "advcl" or token.head == token.index:
            continue
        mark = tree.child(token.index, "mark", "advmod")
        opener = text(tree, mark) if mark is not None else ""
        before = text(tree, tree.subtree(token.index)[0] - 1)
        listed = (
            opener in marks and before not in even and mark is not None and text(tree, mark - 1) not in even
        )
        # "picked up where he left off": the verb has nothing else.
        whereabouts = opener == "where" and tree.child(token.head, "dobj", "attr", "acomp", "prep") is None
        if listed or whereabouts or _inverted(tree, token.index) or _whenever(tree, token.index, opener):
            yield {_verb_above(tree, token.head)}, gist(tree, token.index)
    yield from _by_plan(tree)
    told = " ".join(token.text.lower() for token in tree.tokens)
    for phrase in table("conditions")["phrases"]:
        if phrase not in told:
            continue
        words = phrase.split()
        for start in range(len(tree.tokens) - len(words) + 1):
            if [text(tree, i) for i in range(start, start + len(words))] == words:
                yield from _phrased(tree, start, start + len(words))


def _by_plan(tree: Tree) -> Iterator[Pair]:
    """ "under plans unveiled today", "according to reports": what holds only there."""
    for token in tree.tokens:
        if token.dep != "prep" or not _verbal(tree, token.head):
            continue
        inner = tree.child(token.index, "pobj")
        if text(tree, token.index) == "according":
            to = tree.child(token.index, "prep")
            inner = tree.child(to, "pobj") if to is not None else None
            if inner is not None and tree.tokens[inner].lemma in entry("conditions", "hearsay"):
                yield {token.head}, gist(tree, token.index)
            continue
        planned = inner is not None and tree.tokens[inner].lemma in entry("conditions", "plans")
        if planned and text(tree, token.index) == "under":
            yield {token.head}, gist(tree, token.index)


def _phrased(tree: Tree, start: int, end: int) -> Iterator[Pair]:
    """A condition told by a phrase: it and the first clause or noun behind it."""
    inside = range(start, end)
    above = next((i for p in inside for i in tree.path_up(p) if i < start and _verbal(tree, i)), None)
    said = next((i for i in range(end, len(tree.tokens)) if _verbal(tree, i) or _ends_noun(tree, i)), None)
    if above is not None and said is not None:
        last = next((i for i in range(end, len(tree.tokens)) if _verbal(tree, i)), said)
        yield {above}, counting(tree, {*inside, said, last})


def whole_phrases(tree: Tree) -> Iterator[Pair]:
    """ "provided that", "as long as", "such as": the words of one conjunction stay together."""
    told = [token.text.lower() for token in tree.tokens]
    for start, first in enumerate(told):
        for words in _phrases().get(first, ()):
            inside = range(start, start + len(words))
            if tuple(told[start : start + len(words)]) != words:
                continue
            for index in inside:
                if tree.tokens[index].tag not in {"DT"}:
                    yield {index}, counting(tree, inside)


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases of more than one word, by their first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in [*table("conditions")["phrases"], *table("phrases")["whole"]]:
        words = tuple(phrase.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return found


def _verbal(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.pos in {"VERB", "AUX"} and token.dep not in {"aux", "auxpass"}


def _ends_noun(tree: Tree, index: int) -> bool:
    return tree.tokens[index].pos in {"NOUN", "PROPN"} and tree.tokens[index].dep != "compound"


def _verb_above(tree: Tree, index: int) -> int:
    return next((i for i in (index, *tree.path_up(index)) if _verbal(tree, i)), index)


def _inverted(tree: Tree, clause: int) -> bool:
    """ "had it been approved", "were he to win", "should talks fail"."""
    subject = tree.child(clause, "nsubj", "nsubjpass")
    first = tree.child(clause, "aux", "auxpass")
    if tree.child(clause, "mark") is not None:
        return False
    if subject is None:
        # "had the doctor come": the parser may take "had" for the verb.
        below = tree.child(clause, "ccomp")
        inner = tree.child(below, "nsubj", "nsubjpass") if below is not None else None
        return text(tree, clause) in {"had", "were", "should"} and inner is not None and inner > clause
    if first is None:
        return (
            tree.tokens[clause].lemma == "be"
            and tree.tokens[clause].text.lower() == "were"
            and clause < subject
        )
    return first < subject and text(tree, first) in {"had", "were", "should"}


def _whenever(tree: Tree, clause: int, opener: str) -> bool:
    """ "dies when you smoke": a rule, and the clause says when it holds. A past or coming event does without."""
    if opener not in {"when", "whenever", "wherever", "once"} or tree.tokens[clause].tag not in {
        "VBZ",
        "VBP",
    }:
        return False
    above = tree.tokens[_verb_above(tree, tree.tokens[clause].head)]
    return above.tag in {"VBZ", "VBP"} and not any(tree.offspring(above.index, "aux"))
