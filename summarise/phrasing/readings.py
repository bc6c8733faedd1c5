"""A parsed sentence with what the models say of its words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..model import Figure, ParsedSentence
from .compress.features import token_columns
from .compress.keep import Keep, keep
from .content import Story, content, content_stem
from .tree import Tree, grow


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as the headline's makers see it.

    Attributes:
        tree: the sentence.
        keep: how likely an editor who shortens it keeps each token, as logits.
        about: for each token the probability that a headline of the article takes its word up; 0 where it says
            nothing.
        pull: the same as logits, 0.0 for words that say nothing.
    """

    tree: Tree
    keep: Keep
    about: tuple[float, ...]
    pull: tuple[float, ...]


def readings(
    parsed: Sequence[ParsedSentence], figures: tuple[Figure, ...], told: Story
) -> tuple[Reading, ...]:
    """Read the sentences that a headline may be made of; headings and sentences that were not parsed are left out."""
    trees = [tree for p in parsed if not p.sentence.heading and (tree := grow(p, figures)) is not None]
    columns = [np.array(token_columns(tree), dtype=np.intp) for tree in trees]
    kept = keep(trees, columns)
    logits = content(trees, columns, kept, told)
    return tuple(reading(tree, k, own) for tree, k, own in zip(trees, kept, logits, strict=True))


def reading(tree: Tree, kept: Keep, logits: NDArray[np.float64]) -> Reading:
    """One sentence from its logits."""
    says = [bool(content_stem(token.text)) for token in tree.tokens]
    chances = 1.0 / (1.0 + np.exp(-logits))
    return Reading(
        tree,
        kept,
        tuple(float(p) if own else 0.0 for p, own in zip(chances, says, strict=True)),
        tuple(float(z) if own else 0.0 for z, own in zip(logits, says, strict=True)),
    )
