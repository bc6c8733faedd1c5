"""The deletions of a sentence that are worth a look, and what tells the better ones.

A deletion has a top, the verb that becomes the main one: that of the sentence, or of a clause inside that
is asserted ("..., officials said"). Below the top the decoder finds the best tree at several biases.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..clauses import asserted, stands_alone
from ..tree import Tree
from .decode import by_branches, by_words, decode
from .deletion import FREE, Shape, shape
from .keep import Keep

BRANCH_BIASES = (-1.0, -0.6, -0.3, 0.0, 0.3, 0.6)
WORD_BIASES = (-0.8, -0.4, -0.1, 0.2, 0.5)
# For a budget that is tight.
TIGHT_BIASES = (-1.5, -2.2, -3.5)


@dataclass(frozen=True, slots=True)
class Top:
    """Where a deletion begins.

    Attributes:
        verb: the verb that becomes the main one.
        gone, instead: a pronoun below it that the subject of the verb above replaces: "Douglas said he felt ..."
            becomes "Douglas felt ...".
    """

    verb: int
    gone: int | None = None
    instead: int | None = None


@dataclass(frozen=True, slots=True)
class Deletion:
    """A choice of tokens with its top."""

    kept: frozenset[int]
    top: Top


def tops(tree: Tree, attribution: bool) -> Iterator[Top]:
    """The verbs that a deletion may begin with; inside what somebody says only where `attribution` may go."""
    yield Top(tree.root)
    for token in tree.tokens:
        if token.head == token.index or token.pos not in {"VERB", "AUX"}:
            continue
        subject = tree.child(token.index, "nsubj", "nsubjpass", "expl")
        if subject is None:
            continue
        told = token.dep in {"ccomp", "parataxis"} and asserted(tree, token.index)
        if (told and not attribution) or token.dep == "conj" or stands_alone(tree, token.index):
            yield Top(token.index)
        if told and not attribution and tree.tokens[subject].pos == "PRON":
            speaker = tree.child(token.head, "nsubj")
            named = (
                speaker is not None and speaker < subject and tree.tokens[speaker].pos in {"PROPN", "NOUN"}
            )
            if named and tree.tokens[subject].text.lower() in {"he", "she", "it", "they"}:
                yield Top(token.index, subject, speaker)


def deletions(tree: Tree, kept: Keep, attribution: bool, tight: bool = False) -> list[Deletion]:
    """The deletions to choose from, no choice of tokens twice."""
    found: dict[frozenset[int], Deletion] = {}
    more = TIGHT_BIASES if tight else ()
    worths = [by_branches(kept.branches, bias) for bias in (*BRANCH_BIASES, *more)]
    worths += [by_words(kept.words, bias) for bias in (*WORD_BIASES, *more)]
    for top in tops(tree, attribution):
        form = _form(tree, top)
        for worth in worths:
            tokens = decode(tree, form, worth) or form.core
            found.setdefault(tokens, Deletion(tokens, top))
    return list(found.values())


def _form(tree: Tree, top: Top) -> Shape:
    above = tree.tokens[top.verb].head
    leave_out = {above} if above != top.verb else set()
    if top.gone is not None:
        leave_out.add(top.gone)
    mark = tree.child(top.verb, "mark")
    if mark is not None and top.verb != tree.root:
        leave_out.add(mark)
    form = shape(tree, top.verb, frozenset(leave_out), FREE)
    if top.instead is None:
        return form
    actor = shape(tree, top.instead, free=FREE)
    return Shape(form.core | actor.core, (*form.options, *actor.options))


def facts(tree: Tree, kept: Keep, one: Deletion) -> list[float]:
    """What the choice sees of a deletion: how likely it is in both views, how much it keeps, where it begins."""
    count = len(tree.tokens)
    inside = np.zeros(count, dtype=bool)
    inside[list(one.kept)] = True
    chances = 1.0 / (1.0 + np.exp(-kept.words))
    held, total = float(chances[inside].sum()), float(chances.sum())
    signed = np.where(inside, kept.words, -kept.words)
    likelihood = float(-np.logaddexp(0.0, -signed).sum())
    heads = np.array([token.head for token in tree.tokens])
    marks = np.array([token.dep == "punct" for token in tree.tokens])
    open_ = inside[heads] & (heads != np.arange(count)) & ~marks
    branch = np.where(inside, kept.branches, -kept.branches)[open_]
    top = tree.tokens[one.top.verb]
    size = int(inside.sum())
    return [
        2 * held / (size + total),
        likelihood,
        likelihood / count,
        float(-np.logaddexp(0.0, -branch).sum()),
        float(-np.logaddexp(0.0, -branch).sum()) / max(1, size),
        _least(kept.branches[open_ & inside]),
        _least(-kept.branches[open_ & ~inside]),
        float(size),
        size / count,
        float(count),
        float(kept.words[top.index]),
        float(kept.words[top.head]),
        float(kept.branches[top.index]),
        float(top.dep == "ROOT"),
        float(top.dep == "ccomp"),
        float(top.dep == "conj"),
        float(one.top.instead is not None),
        top.index / count,
        min(one.kept) / count,
        max(one.kept) / count,
        float(chances[inside].min()),
        float(chances[~inside].max()) if size < count else 0.0,
        held / total,
        held / size,
    ]


def _least(values: NDArray[np.float64]) -> float:
    return float(values.min()) if len(values) else 9.0
