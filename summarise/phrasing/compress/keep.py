"""How likely each word of a sentence stays when an editor shortens it.

Two views of a token, each a hashed logistic model with boosted trees on top: whether it stays given that
its governor stays ("branches", what a tree decoder wants), and whether it stays at all ("words").
Fitted by training/compression.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ...learned.files import load
from ...learned.forest import Forest, forest_of
from ..tree import Tree
from .surroundings import surroundings

MODEL = "compression"
# The second view's columns stand beside those of the first up to here: what follows is the same in both.
_SHARED_FROM = 14


@dataclass(frozen=True, slots=True)
class Keep:
    """Logits of a sentence's tokens: above nothing means that it rather stays."""

    branches: NDArray[np.float64]
    words: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class KeepModel:
    """Column weights of the two views and the trees on top of them."""

    branch_weights: NDArray[np.float64]
    word_weights: NDArray[np.float64]
    branches: Forest
    words: Forest


@cache
def keep_model() -> KeepModel:
    """The fitted model, read on first use."""
    arrays = load(MODEL)
    return KeepModel(
        arrays["branch_weights"].astype(np.float64),
        arrays["word_weights"].astype(np.float64),
        forest_of(arrays, "branches"),
        forest_of(arrays, "words"),
    )


def keep(trees: Sequence[Tree], columns: Sequence[NDArray[np.intp]]) -> list[Keep]:
    """What the model says of sentences.

    Args:
        trees: the sentences.
        columns: for each of them the feature columns of its tokens, one row a token.
    """
    if not trees:
        return []
    model = keep_model()
    rows = [
        view_rows(tree, model.branch_weights[own].sum(axis=1), model.word_weights[own].sum(axis=1))
        for tree, own in zip(trees, columns, strict=True)
    ]
    together = np.concatenate(rows)
    branches, words = model.branches.raw(together), model.words.raw(together)
    ends = np.cumsum([len(own) for own in rows])[:-1]
    return [Keep(b, w) for b, w in zip(np.split(branches, ends), np.split(words, ends), strict=True)]


def view_rows(tree: Tree, branches: NDArray[np.float64], words: NDArray[np.float64]) -> NDArray[np.float64]:
    """What the trees of both views read: the first guesses and their surroundings."""
    return np.hstack([surroundings(tree, branches), surroundings(tree, words)[:, :_SHARED_FROM]])
