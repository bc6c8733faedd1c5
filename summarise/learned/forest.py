"""Tree ensembles in numpy: gradient-boosted trees of a fixed depth (Friedman, Annals of Statistics 2001).

Every tree is stored as a full binary tree, so that all rows walk down all trees at once; a leaf that
lies higher is repeated below itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees of one depth.

    Attributes:
        features: the column that each inner node looks at, one row a tree.
        thresholds: a value up to this goes left.
        leaves: what each leaf adds to the sum.
        depth: inner nodes on the way to a leaf.
    """

    features: NDArray[np.intp]
    thresholds: NDArray[np.float64]
    leaves: NDArray[np.float64]
    depth: int

    def raw(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The sum of all trees for each row: a logit or a value, as it was fitted."""
        count, trees = len(rows), len(self.features)
        if not count:
            return np.zeros(0)
        width, inner = rows.shape[1], self.features.shape[1]
        values = np.ascontiguousarray(rows).ravel()
        base = np.arange(count)[:, None] * width
        tree = np.arange(trees)[None, :] * inner
        features, thresholds = self.features.ravel(), self.thresholds.ravel()
        node = np.zeros((count, trees), dtype=np.intp)
        for _ in range(self.depth):
            at = tree + node
            right = values[base + features[at]] > thresholds[at]
            node = 2 * node + 1 + right
        leaf = np.arange(trees)[None, :] * self.leaves.shape[1] + (node - inner)
        total: NDArray[np.float64] = self.leaves.ravel()[leaf].sum(axis=1)
        return total

    def arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """The forest as arrays for a model file."""
        return {
            f"{name}.features": self.features.astype(np.int16),
            f"{name}.thresholds": self.thresholds.astype(np.float32),
            f"{name}.leaves": self.leaves.astype(np.float32),
        }


def forest_of(arrays: Mapping[str, NDArray[Any]], name: str) -> Forest:
    """The forest of that name in a model file."""
    features = arrays[f"{name}.features"].astype(np.intp)
    return Forest(
        features,
        arrays[f"{name}.thresholds"].astype(np.float64),
        arrays[f"{name}.leaves"].astype(np.float64),
        int(features.shape[1] + 1).bit_length() - 1,
    )
