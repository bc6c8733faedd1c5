"""Which figure is the news: for each figure of a sentence, how likely a headline of the article has it.

Boosted trees see what kind of figure it is and how it is bound, its place among the key figures, where its
sentence stands, how deep in that sentence it hangs and on which word, and what the content model says of
the words around it. Fitted by training/headlines.py on the numbers of editors' headlines.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ..learned.files import load
from ..learned.forest import Forest, forest_of
from ..model import Figure
from .content import KINDS, MODEL, NO_RANK, UNRANKED, Story
from .readings import Reading
from .tree import Tree, figure_tokens


@cache
def _model() -> Forest:
    return forest_of(load(MODEL), "figures")


def figure_chances(read: Sequence[Reading], told: Story) -> dict[int, float]:
    """For each figure of the sentences, by where it starts, the probability that a headline has it."""
    rows = [figure_rows(sentence, told) for sentence in read]
    filled = [own for own in rows if len(own)]
    if not filled:
        return {}
    chances = 1.0 / (1.0 + np.exp(-_model().raw(np.concatenate(filled))))
    return by_start(read, chances)


def by_start(read: Sequence[Reading], chances: NDArray[np.float64]) -> dict[int, float]:
    """One value for each figure of the sentences, in their order, by where the figure starts."""
    starts = [figure.start for sentence in read for figure in _placed(sentence.tree)]
    return dict(zip(starts, map(float, chances), strict=True))


def figure_rows(sentence: Reading, told: Story) -> NDArray[np.float64]:
    """What the trees read: a row for each figure of a sentence that has a word of its own there."""
    rows = [_row(sentence, figure, told) for figure in _placed(sentence.tree)]
    return np.array(rows, dtype=np.float64) if rows else np.zeros((0, 0))


def _placed(tree: Tree) -> list[Figure]:
    return [figure for figure in tree.figures if figure_tokens(tree, figure)]


def _row(sentence: Reading, figure: Figure, told: Story) -> tuple[float, ...]:
    tree, pull, keep = sentence.tree, sentence.pull, sentence.keep
    parts = sorted(figure_tokens(tree, figure))
    inside = frozenset(parts)
    top = next((i for i in parts if tree.tokens[i].head not in inside or tree.tokens[i].head == i), parts[0])
    way = list(tree.path_up(top))
    above = next((i for i in way if i not in inside), top)
    verb = next((i for i in way if tree.tokens[i].pos in {"VERB", "AUX"}), tree.root)
    subject = tree.child(verb, "nsubj", "nsubjpass")
    around = [pull[i] for i in range(max(0, parts[0] - 4), min(len(pull), parts[-1] + 5)) if i not in inside]
    others = [f for f in tree.figures if f is not figure]
    index = tree.sentence.index
    return (
        float(KINDS.index(figure.kind) if figure.kind in KINDS else -1),
        float(told.key.get(figure.start, NO_RANK)),
        float(figure.bound != "="),
        float(figure.hypothetical or figure.negated),
        _magnitude(figure),
        float(len(figure.text)),
        float(any(character.isdigit() for character in figure.text)),
        float(index),
        float(told.places.get(index, UNRANKED)),
        told.weights.get(index, 0.0),
        float(told.sentences),
        float(len(way)),
        float(verb == tree.root),
        float(subject is not None and (top == subject or subject in way)),
        parts[0] / len(tree.tokens),
        float(len(others)),
        float(sum(f.start < figure.start for f in others)),
        max(pull[i] for i in parts),
        pull[above],
        pull[verb],
        pull[subject] if subject is not None else 0.0,
        max(around, default=0.0),
        sum(around) / max(1, len(around)),
        max(pull),
        float(keep.branches[top]),
        float(keep.words[top]),
        min((float(keep.branches[i]) for i in (top, *way)), default=0.0),
    )


def _magnitude(figure: Figure) -> float:
    value = abs(float(figure.value)) if figure.value is not None else 0.0
    return math.log10(value + 1.0)


def missed(chances: Mapping[int, float], shown: Sequence[Figure]) -> tuple[float, float]:
    """The best chance among the figures that are shown, and by how much the article's best is better."""
    best = max((chances.get(figure.start, 0.0) for figure in shown), default=0.0)
    return best, max(chances.values(), default=0.0) - best
