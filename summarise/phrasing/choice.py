"""The best candidate: what is nearest to an editor's headline, and what reads like one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ..learned.files import load
from ..learned.forest import Forest, forest_of
from .content import MODEL
from .draft import Draft
from .measures import Article, measure, rows
from .readings import Reading


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate with what the scorers say of it.

    Attributes:
        draft: the candidate.
        score: the higher, the better; comparable within an article.
        confidence: how likely a reader would print it as it is, between 0 and 1.
        reasons: what speaks for and against it, in words.
    """

    draft: Draft
    score: float
    confidence: float
    reasons: tuple[str, ...]


ACCEPTABILITY = "acceptability"

# What being printable is worth beside being near to an editor's headline; more costs nearness and makes lines longer.
_PRINTABLE = 0.12


@cache
def _choice() -> Forest:
    return forest_of(load(MODEL), "choice")


def _confidences(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """How likely a desk would print each as it is: a logistic model of what readers said."""
    model = load(ACCEPTABILITY)
    logits = ((matrix - model["mean"]) / model["scale"]) @ model["weights"] + model["bias"][0]
    return np.asarray(1.0 / (1.0 + np.exp(-logits)))


def choose(found: Sequence[tuple[Draft, Reading]], of: Article) -> list[Chosen]:
    """The candidates of an article, best first.

    Args:
        found: candidates that passed the gates, each with its sentence.
        of: the article.
    """
    if not found:
        return []
    measured = [measure(line, sentence, of) for line, sentence in found]
    matrix = rows(measured)
    near, sure = _choice().raw(matrix), _confidences(matrix)
    chosen = [
        Chosen(line, float(n + _PRINTABLE * c), float(c), _reasons(own, float(n), float(c)))
        for (line, _), own, n, c in zip(found, measured, near, sure, strict=True)
    ]
    return sorted(chosen, key=lambda one: (-one.score, one.draft.clause.tree.sentence.index, one.draft.text))


def _reasons(measured: dict[str, float], near: float, sure: float) -> tuple[str, ...]:
    return (
        f"printable as it is: {sure:.0%}",
        f"likeness to an editor's headline {near:.2f}",
        f"carries {measured['mass share']:.0%} of what a headline of the article would be about",
        f"from sentence {int(measured['sentence']) + 1}, number {int(measured['place']) + 1} of the ranking",
    )
