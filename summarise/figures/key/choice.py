"""Which figures of an article matter.

A linear score over what an editor looks at (key/features): where the figure stands, what kind it is, what it counts,
whether the title speaks of it, and how large it is among its like. The weights are those of data/en/key_figures.toml,
which training/key_figures.py fits. What rules bar (key/rules) never comes; nor does a figure that is worth less,
leaving its place in the article aside, than the floor of that file, so that idle numbers make few key figures or none.
What is contested stands beside what contests it, and a number that was replaced never stands without its replacement.
"""

import tomllib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from heapq import heapify, heappop, heappush
from typing import Any

from summarise.figures.key.features import POSITION, features, of_people
from summarise.figures.key.rules import candidates, repeats
from summarise.model import Figure, Sentence, Warning
from summarise.resources import data_file

_ONE_MORE = 0.6  # off for each figure of its kind already taken from its sentence
_ONE_MORE_SCORE = 1.2  # the sets of a match are told by the first of them
_LEADING = 2  # sentences whose figures are seldom idle
_LEAD = 0.4  # more for these against the floor
_CONTESTED = 0.6  # more for a number that another one contradicts or that replaced one


@cache
def load_weights() -> Mapping[str, float]:
    """The weight of each feature, as the file has it."""
    return {name: float(value) for name, value in _read()["weights"].items()}


@cache
def load_floor() -> float:
    """The least that a key figure is worth wherever it stands, as the file has it."""
    return float(_read()["floor"])


def _read() -> dict[str, Any]:
    return tomllib.loads(data_file("en/key_figures.toml").read_text(encoding="utf-8"))


def key_figures(
    figures: Sequence[Figure],
    weights: Sequence[float],
    count: int,
    *,
    title: str | None = None,
    clashes: Sequence[Warning] = (),
    sentences: Sequence[Sentence] = (),
    feature_weights: Mapping[str, float] | None = None,
    floor: float | None = None,
) -> tuple[Figure, ...]:
    """The figures that matter most, best first, each quantity once; fewer than `count` if few are worth it.

    Two that contradict each other stand side by side if both are among them; a replaced number is
    among them only behind its replacement.

    Args:
        figures: as `find_figures` gives them.
        weights: weight of each sentence in the article's ranking, higher is better; a figure of a
            sentence beyond the end of the list weighs nothing.
        count: how many at most, 0 or more.
        title: the article's title, if it has one.
        clashes: what `conflicts` found among the figures.
        sentences: those of the article; without them, what stands beside a figure is not looked at.
        feature_weights: other weights than those of the data file, to fit them.
        floor: another least worth than that of the data file.
    """
    if count <= 0 or not figures:
        return ()
    by_feature = load_weights() if feature_weights is None else feature_weights
    least = load_floor() if floor is None else floor
    newer, contested = _clashing(figures, clashes)
    rows = features(figures, weights, title, sentences)
    queue: list[tuple[float, int]] = []
    for order in candidates(figures, title, sentences):
        worth = _CONTESTED if order in contested else 0.0
        worth += _sum(by_feature, {name: n for name, n in rows[order].items() if name not in POSITION})
        if worth + (_LEAD if figures[order].sentence < _LEADING else 0.0) >= least:
            place = _sum(by_feature, {name: n for name, n in rows[order].items() if name in POSITION})
            queue.append((-worth - place, order))
    best = _taken(figures, queue, count, newer, contested)
    return tuple(figures[order] for order in _side_by_side(best, newer, contested))


def _sum(weights: Mapping[str, float], row: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in row.items())


def _clashing(
    figures: Sequence[Figure], clashes: Sequence[Warning]
) -> tuple[dict[int, int], dict[int, int | None]]:
    """For each replaced figure the one that replaced it; what is contested or new, with what it is contested by."""
    places: dict[int, int] = {}
    for order, figure in enumerate(figures):
        places.setdefault(figure.start, order)
    newer: dict[int, int] = {}
    contested: dict[int, int | None] = {}
    for clash in clashes:
        if clash.kind not in ("conflict", "updated"):
            continue
        first, second = (places.get(span.start) for span in clash.spans[:2])
        if first is None:
            continue
        contested.setdefault(first, None)
        if second is not None and second != first:
            if clash.kind == "conflict":
                contested[second] = first
            else:
                newer[second] = first
    return {old: new for old, new in newer.items() if new not in newer}, contested


def _taken(
    figures: Sequence[Figure],
    queue: list[tuple[float, int]],
    count: int,
    newer: Mapping[int, int],
    contested: Collection[int],
) -> list[int]:
    """The best `count` figures, no quantity twice, not all of one kind from one sentence."""
    heapify(queue)
    best: list[int] = []
    waiting: dict[int, list[tuple[float, int]]] = {}
    taken: Counter[tuple[int, str]] = Counter()  # figures of a sentence and kind that were taken
    charged: Counter[int] = Counter()  # how many of these a figure was marked down for
    while queue and len(best) < count:
        score, order = heappop(queue)
        figure = figures[order]
        alike = figure.sentence, figure.kind
        more = taken[alike] - charged[order]
        if more and not of_people(figure):
            charged[order] = taken[alike]
            heappush(
                queue, (score + more * (_ONE_MORE_SCORE if figure.kind == "score" else _ONE_MORE), order)
            )
            continue
        replacement = newer.get(order)
        if replacement is not None and replacement not in best:
            waiting.setdefault(replacement, []).append((score, order))
            continue
        for held in waiting.pop(order, []):
            heappush(queue, held)
        if any(
            repeats(figure, figures[other], contested=order in contested or other in contested)
            for other in best
        ):
            continue
        best.append(order)
        taken[alike] += 1
    return best


def _side_by_side(
    best: Sequence[int], newer: Mapping[int, int], contested: Mapping[int, int | None]
) -> list[int]:
    """The same figures with those that belong to another one right behind it."""
    partner = {order: other for order in best if (other := newer.get(order, contested.get(order))) in best}
    ordered: list[int] = []
    for order in best:
        if partner.get(order) is None:
            ordered += [order, *(other for other in best if partner.get(other) == order)]
    return [*ordered, *(order for order in best if order not in ordered)]
