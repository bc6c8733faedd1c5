"""Bonds of figures among themselves: from one to another, up from, on aggregate."""

from collections.abc import Iterator

from ..tree import Tree, figure_tokens
from .register import entry
from .together import Pair, behind, counting, text, whole


def from_to(tree: Tree) -> Iterator[Pair]:
    """ "cut from 4% to 2.5%": where it came from says nothing without where it went."""
    measured = {i for f in tree.figures for i in figure_tokens(tree, f)}
    for token in tree.tokens:
        if token.dep != "prep" or token.text.lower() != "from" or not _measures(tree, token.index, measured):
            continue
        for other in tree.tokens[token.index + 1 :]:
            near = other.head == token.head or token.index in tree.path_up(other.index)
            if other.text.lower() == "to" and other.dep == "prep" and near:
                inner = tree.child(other.index, "pobj")
                if inner is not None:
                    yield {token.index}, counting(tree, {other.index, inner})
                break


def _measures(tree: Tree, preposition: int, measured: set[int]) -> bool:
    inner = tree.child(preposition, "pobj", "pcomp")
    return inner is not None and (inner in measured or tree.tokens[inner].pos == "NUM")


def one_in(tree: Tree) -> Iterator[Pair]:
    """ "one in every 200 people", "two out of three farms": a share with the whole it is of."""
    for token in tree.tokens:
        if token.pos != "NUM" or token.index + 1 >= len(tree.tokens):
            continue
        for child in behind(tree, token.index, "prep"):
            if text(tree, child) in {"in", "out"} and child == token.index + 1:
                needs = whole(tree, child)
                if any(tree.tokens[i].pos == "NUM" for i in needs):
                    yield {token.index}, needs


def up_from(tree: Tree) -> Iterator[Pair]:
    """ "40 million passengers, up from 22 million": with its comma, or it reads as part of the phrase before."""
    for token in tree.tokens[1:]:
        comma = text(tree, token.index - 1) == ","
        if comma and token.text.lower() in {"up", "down"} and text(tree, token.index + 1) == "from":
            yield {token.index}, {token.index - 1, token.index + 1}


def scored(tree: Tree) -> Iterator[Pair]:
    """ "won 5-4 on aggregate": a score with how it was counted."""
    for figure in tree.figures:
        if figure.kind != "score":
            continue
        tokens = figure_tokens(tree, figure)
        for other in tree.tokens[max(tokens, default=0) : max(tokens, default=0) + 4]:
            if other.text.lower() in entry("scores", "words") and tree.tokens[other.head].dep == "prep":
                yield tokens, {other.index, other.head}
