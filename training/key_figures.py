"""Fit which figures of an article are its key figures: summarise/data/en/key_figures.toml.

    python -m training.key_figures BRIEFS.jsonl CORPUS [--folds 5] [--dry] [-o key_figures.toml]

BRIEFS holds records with `text`, `number` and `annotation`: the figure of the headline, told in the text if the
annotation is Copy, Trans or Paraphrase. CORPUS is a folder of NAME.txt with NAME.toml whose first three [[figure]]
tables are the key figures. A figure's score is linear in its features; the weights make the wanted figures of an
article likely under a softmax over all of its figures (Newton's method, convex, so the same files give the same
weights). Those of `HAND_SET` are not fitted, as the files say little of them or mislead. Printed beside the weights:
how often the headline's figure is among the first three and the first, and the corpus's three among the first five,
on articles not fitted on, for the fitted weights and for those of the file as it is, each with the rules and the floor
as the product runs them, and without the floor.
"""

import argparse
import json
import math
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from summarise.figures import conflicts, find_figures, key_figures
from summarise.figures.key.choice import load_weights
from summarise.figures.key.features import FEATURES, features
from summarise.figures.key.rules import candidates
from summarise.language.segment import segment
from summarise.model import Figure, Sentence, Warning
from summarise.ranking import rank, standing
from summarise.reading import from_text
from summarise.resources import data_file

Array = npt.NDArray[np.float64]

# Set by hand and not fitted: few articles there have titles, denials or turns of phrase; a headline of the briefs has
# many an age or a span of time that is no key figure to a newsroom, and says the noun that the figure lacks.
HAND_SET = {
    "in_title": 1.5, "noun_in_title": 0.3, "idle": -1.2, "negated": -0.4, "age": -0.7, "rank": -1.0, "duration": -0.6,
    "two": -0.7, "few_things": -0.7, "vague": -0.9, "opening_seldom": 0.2, "noun": 0.0, "point_in_time": -0.7,
    "people": 0.25, "attribute": -1.4, "side_age": -0.3, "interim": -1.4, "crowd": 0.6, "given": -0.8,
}  # fmt: skip
# The least that a key figure is worth wherever it stands. A softmax only tells the figures of one article apart, so
# this is set by hand: as high as the corpus keeps all of its key figures, while the idle ones of short articles go.
FLOOR = -0.85
SHARE_OF_CORPUS = 20.0  # one article of the corpus counts like so many briefs
PULL = 0.01  # towards 0
STEPS = 12
_TAKEN_OVER = ("Copy", "Trans", "Paraphrase")

HEAD = f"""\
# How much each feature of a figure adds to its standing among the key figures; written by training/key_figures.py.
# Only differences within one article count for the order. What the features are: figures/key/features.py.

# The least that a figure is worth to be one at all: the sum of its features but those of its place.
floor = {FLOOR:g}

[weights]
"""


@dataclass(frozen=True)
class Example:
    """An article's figures with what `key_figures` needs, and for each wanted figure which of them are it."""

    figures: tuple[Figure, ...]
    standings: tuple[float, ...]
    title: str | None
    clashes: tuple[Warning, ...]
    sentences: tuple[Sentence, ...]
    wanted: tuple[tuple[bool, ...], ...]

    def rows(self) -> tuple[Array, list[int]]:
        """Features, a row for each figure that no rule bars, and which figures these are."""
        found = features(self.figures, self.standings, self.title, self.sentences)
        allowed = candidates(self.figures, self.title, self.sentences)
        rows = [[found[place].get(name, 0.0) for name in FEATURES] for place in allowed]
        return np.array(rows, float).reshape(len(rows), len(FEATURES)), allowed


def briefs(path: Path) -> list[Example]:
    """The records whose number is taken over from the text."""
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    return [
        _example(record["text"], [{"value": str(record["number"])}])
        for record in records
        if record["annotation"].startswith(_TAKEN_OVER)
    ]


def corpus(folder: Path) -> list[Example]:
    """The articles of a folder with their first three figures."""
    return [
        _example(
            path.with_suffix(".txt").read_text(encoding="utf-8"),
            tomllib.loads(path.read_text(encoding="utf-8"))["figure"][:3],
        )
        for path in sorted(folder.glob("*.toml"))
    ]


def _example(text: str, wanted: Sequence[dict[str, Any]]) -> Example:
    article = from_text(text)
    sentences = segment(article)
    figures = find_figures(article.text, sentences)
    order = {one.sentence.index: standing(one.rank) for one in rank(sentences, title=article.title).ranked}
    return Example(
        figures,
        tuple(order.get(sentence.index, 0.0) for sentence in sentences),
        article.title,
        conflicts(figures, article.text, sentences),
        tuple(sentences),
        tuple(tuple(_is(figure, one) for figure in figures) for one in wanted),
    )


def _is(figure: Figure, wanted: dict[str, Any]) -> bool:
    """Whether a figure has the wanted value, and the upper end if one is wanted; a scale may be left out."""
    try:
        value = abs(Decimal(str(wanted["value"]).replace(",", "")))
    except InvalidOperation:
        return False
    ends = [abs(end) for end in (figure.value, figure.upper) if end is not None]
    if "kind" not in wanted:
        return any(value == end / scale for end in ends for scale in (1, 10**3, 10**6, 10**9, 10**12))
    part = Decimal(100) if (figure.unit or "").split(" per ")[0] in ("cent", "penny") else Decimal(1)
    close = abs(ends[0] - value) <= value / 1000 or abs(ends[0] / part - value) <= value / 1000
    return close and (figure.upper is not None) == ("upper" in wanted or wanted["kind"] == "score")


def fit(examples: Sequence[tuple[Example, float]]) -> Array:
    """The weights that make the wanted figures of each example likely; examples come with what they count."""
    rows, targets, counts = [], [], []
    for one, count in examples:
        found, allowed = one.rows()
        for wanted in one.wanted:
            chosen = np.array(wanted, bool)[allowed]
            if chosen.any() and not chosen.all():
                rows.append(found)
                targets.append(chosen / chosen.sum())
                counts.append(count)
    design, target, count_ = np.vstack(rows), np.concatenate(targets), np.array(counts)
    sizes = [len(part) for part in targets]
    starts, part = np.r_[0, np.cumsum(sizes)[:-1]], np.repeat(np.arange(len(sizes)), sizes)
    free = np.array([name not in HAND_SET for name in FEATURES])
    weights = np.array([HAND_SET.get(name, 0.0) for name in FEATURES])
    for _ in range(STEPS):
        scores = design @ weights
        chance = np.exp(scores - np.maximum.reduceat(scores, starts)[part])
        chance /= np.add.reduceat(chance, starts)[part]
        slope = design.T @ ((chance - target) * count_[part]) / count_.sum() + PULL * weights
        means = np.add.reduceat(chance[:, None] * design, starts)
        curve = design.T @ ((chance * count_[part])[:, None] * design) - means.T @ (count_[:, None] * means)
        curve = curve / count_.sum() + PULL * np.eye(len(weights))
        weights[free] -= np.linalg.solve(curve[np.ix_(free, free)], slope[free])
    return np.asarray(weights, float)


def hits(one: Example, weights: dict[str, float], count: int, floor: float) -> list[bool]:
    """For each wanted figure whether it is among the first `count`."""
    best = key_figures(
        one.figures,
        one.standings,
        count,
        title=one.title,
        clashes=one.clashes,
        sentences=one.sentences,
        feature_weights=weights,
        floor=floor,
    )
    taken = {(figure.start, figure.end) for figure in best}
    inside = [(figure.start, figure.end) in taken for figure in one.figures]
    return [any(a and b for a, b in zip(inside, wanted, strict=True)) for wanted in one.wanted]


def measured(
    short: Sequence[Example], long: Sequence[Example], weights: dict[str, float], floor: float = FLOOR
) -> list[list[bool]]:
    """Hits among the first three and the first of the briefs, and among the first five of the corpus."""
    return [
        [hit for one in short for hit in hits(one, weights, 3, floor)],
        [hit for one in short for hit in hits(one, weights, 1, floor)],
        [hit for one in long for hit in hits(one, weights, 5, floor)],
    ]


def named(weights: Array) -> dict[str, float]:
    """Weights by feature, rounded as the file has them."""
    return {name: round(float(value), 3) + 0.0 for name, value in zip(FEATURES, weights, strict=True)}


def cross_validated(short: Sequence[Example], long: Sequence[Example], folds: int) -> list[list[bool]]:
    """The same on articles that the weights were not fitted on."""
    found: list[list[bool]] = [[], [], []]
    for fold in range(folds):
        seen = [(one, 1.0) for at, one in enumerate(short) if at % folds != fold]
        seen += [(one, SHARE_OF_CORPUS) for at, one in enumerate(long) if at % folds != fold]
        weights = named(fit(seen))
        for part, more in zip(found, measured(short[fold::folds], long[fold::folds], weights), strict=True):
            part += more
    return found


def main() -> int:
    """Fit, measure, write."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("briefs", type=Path)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--folds", type=int, default=5)
    arguments.add_argument("--dry", action="store_true", help="only measure")
    arguments.add_argument("-o", "--output", type=Path, default=data_file("en/key_figures.toml"))
    options = arguments.parse_args()
    short, long = briefs(options.briefs), corpus(options.corpus)
    tests = (
        ("weights of the file", measured(short, long, dict(load_weights()))),
        ("the same without the floor", measured(short, long, dict(load_weights()), -math.inf)),
        ("fitted, on unseen articles", cross_validated(short, long, options.folds)),
    )
    for name, found in tests:
        three, one, five = (100 * sum(part) / max(len(part), 1) for part in found)
        print(f"{name:28} briefs {three:.1f} % in three, {one:.1f} % first; corpus {five:.1f} % in five")
    weights = named(fit([*((one, 1.0) for one in short), *((one, SHARE_OF_CORPUS) for one in long)]))
    if not options.dry:
        lines = [f"{name} = {value:g}\n" for name, value in weights.items()]
        options.output.write_text(HEAD + "".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
