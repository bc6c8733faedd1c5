"""Fitting what `summarise.learned` runs: hashed logistic models by L-BFGS, boosted trees by LightGBM."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from summarise.learned.forest import Forest

Rows = NDArray[np.float64]


def sparse(columns: NDArray[np.int32], width: int) -> csr_matrix:
    """A matrix of ones at the given columns, one row of `columns` a row."""
    count, each = columns.shape
    ones = np.ones(count * each, dtype=np.float32)
    return csr_matrix((ones, columns.ravel(), np.arange(count + 1) * each), shape=(count, width))


def logistic(
    rows: csr_matrix,
    labels: NDArray[Any],
    strength: float,
    weights: NDArray[Any] | None = None,
    steps: int = 60,
) -> NDArray[np.float64]:
    """Weights of a logistic model with a squared penalty; `strength` is that of the data against the penalty."""
    signs = labels * 2.0 - 1.0
    counted = np.ones(len(signs)) if weights is None else weights
    turned = rows.T.tocsr()

    def loss(found: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margins = (rows @ found) * signs
        value = strength * float((counted * np.logaddexp(0, -margins)).sum()) + 0.5 * float(found @ found)
        slope = -(counted * signs) / (1.0 + np.exp(np.clip(margins, -50, 50)))
        return value, strength * (turned @ slope) + found

    start = np.zeros(rows.shape[1])
    result = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": steps, "maxcor": 8})
    return np.asarray(result.x, dtype=np.float64)


def boosted(
    rows: Rows,
    labels: NDArray[Any],
    *,
    trees: int = 80,
    depth: int = 5,
    leaves: int = 24,
    rate: float = 0.12,
    least: int = 60,
    share: float = 0.7,
    objective: str = "binary",
    weights: NDArray[Any] | None = None,
    groups: Sequence[int] | None = None,
) -> Forest:
    """Gradient-boosted trees, the same for the same data; each tree sees a `share` of the columns."""
    import lightgbm

    parameters = {
        "objective": objective,
        "num_leaves": leaves,
        "max_depth": depth,
        "learning_rate": rate,
        "min_data_in_leaf": least,
        "feature_fraction": share,
        "bagging_fraction": 0.8,
        "bagging_freq": 1,
        "seed": 1,
        "deterministic": True,
        "force_row_wise": True,
        "num_threads": 2,
        "verbose": -1,
    }
    data = lightgbm.Dataset(rows, labels, weight=weights, group=groups)
    return forest(lightgbm.train(parameters, data, trees), depth)


def forest(booster: Any, depth: int) -> Forest:
    """A LightGBM model as a forest of full trees."""
    trees = booster.dump_model()["tree_info"]
    inner, outer = (1 << depth) - 1, 1 << depth
    features = np.zeros((len(trees), inner), dtype=np.intp)
    thresholds = np.full((len(trees), inner), np.inf)
    leaves = np.zeros((len(trees), outer))
    for number, tree in enumerate(trees):
        _fill(tree["tree_structure"], 0, 0, depth, features[number], thresholds[number], leaves[number])
    # The first tree carries the mean.
    return Forest(features, thresholds.astype(np.float32).astype(np.float64), leaves, depth)


def _fill(
    node: dict[str, Any],
    at: int,
    level: int,
    depth: int,
    features: NDArray[np.intp],
    thresholds: NDArray[np.float64],
    leaves: NDArray[np.float64],
) -> None:
    if "leaf_value" in node:
        span = 1 << (depth - level)
        first = (at + 1 - (1 << level)) * span
        leaves[first : first + span] = node["leaf_value"]
        return
    features[at], thresholds[at] = node["split_feature"], node["threshold"]
    _fill(node["left_child"], 2 * at + 1, level + 1, depth, features, thresholds, leaves)
    _fill(node["right_child"], 2 * at + 2, level + 1, depth, features, thresholds, leaves)
