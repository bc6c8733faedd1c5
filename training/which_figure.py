"""Fit the model that says which figure is the news, for training/headlines.py."""

from collections.abc import Sequence
from multiprocessing import Pool
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.headlines import values
from summarise.learned.forest import Forest
from summarise.phrasing.compress.keep import Keep
from summarise.phrasing.readings import Reading, reading
from summarise.phrasing.which_figure import by_start, figure_rows

from .boosting import boosted
from .stories import FOLDS, PROCESSES, Told

FIGURE_TREES: dict[str, Any] = {"trees": 100, "depth": 4, "leaves": 12, "rate": 0.08, "least": 80}


def figure_models(
    stories: Sequence[Told],
    logits: Sequence[Sequence[NDArray[np.float64]]],
    kept: Sequence[Sequence[Keep]],
    weights: Sequence[float],
) -> tuple[list[dict[int, float]], Forest]:
    """For each story the chances of its figures by a model it was not fitted on, and the model fitted on all."""
    with Pool(PROCESSES) as pool:
        parts = pool.starmap(_figures, zip(stories, logits, kept, strict=True), chunksize=50)
    sizes = np.array([len(labels) for _, labels in parts])
    rows = np.concatenate([own for own, labels in parts if len(labels)])
    target = np.concatenate([labels for _, labels in parts])
    folds, counted = np.repeat([told.fold for told in stories], sizes), np.repeat(weights, sizes)
    found = np.zeros(len(target))
    for fold in range(FOLDS):
        seen = folds != fold
        found[~seen] = boosted(rows[seen], target[seen], weights=counted[seen], **FIGURE_TREES).raw(
            rows[~seen]
        )
    split = np.split(1.0 / (1.0 + np.exp(-found)), np.cumsum(sizes)[:-1])
    chances = [
        by_start(read_again(told, own, k), values)
        for told, own, k, values in zip(stories, logits, kept, split, strict=True)
    ]
    right = [
        bool(labels[int(np.argmax(own))])
        for own, (_, labels) in zip(split, parts, strict=True)
        if len(labels) and labels.any()
    ]
    print(
        f"figures fitted; the likeliest is in the headline in {np.mean(right):.1%} of {len(right)}",
        flush=True,
    )
    return chances, boosted(rows, target, weights=counted, **FIGURE_TREES)


def _figures(
    told: Told, logits: Sequence[NDArray[np.float64]], kept: Sequence[Keep]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """A row for each figure of a story, and whether the editor's headline has its value."""
    read, facts = read_again(told, logits, kept), told.story()
    wanted = values(told.row["headline"])
    rows = [own for sentence in read if len(own := figure_rows(sentence, facts))]
    by = {figure.start: figure for figure in told.figures}
    starts = by_start(read, np.zeros(sum(map(len, rows))))
    labels = [float(bool({by[start].value, by[start].upper} & wanted)) for start in starts]
    return (np.concatenate(rows) if rows else np.zeros((0, 0))), np.array(labels)


def read_again(told: Told, logits: Sequence[NDArray[np.float64]], kept: Sequence[Keep]) -> list[Reading]:
    """An article's sentences with the values of models that were not fitted on it."""
    return [reading(tree, k, own) for tree, k, own in zip(told.trees(), kept, logits, strict=True)]
