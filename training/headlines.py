"""Fit what chooses headlines to articles with their editors' headlines, and check it on articles it has not seen.

    python -m training.headlines bbc.jsonl:3 numhg.jsonl [--limit N] [--write]

A file holds one record a line with `text` and `headline`, optionally `number`; ":3" behind its name is
the weight of its records. Four models, each judged in five folds by article: `content` (whether a
headline takes a word up: a hashed logistic model, trees on top of it), `figures` (whether it has a figure)
and `choice` (which candidate is nearest to the editor's headline). What is fitted on the outcome of an
earlier model sees that model's values for articles it was not fitted on.

The gate: with --write the models are written only if the cross-validated figures are not below those
that stand in the file of the models in use, as far as these were fitted on the same sets. --force writes anyway.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.headlines import KINDS, gold, values
from benchmarks.measure import Rouge
from summarise.checking import Source
from summarise.learned.files import load, save
from summarise.learned.forest import Forest
from summarise.model import STANDARD_HOUSE
from summarise.phrasing import measures
from summarise.phrasing.candidates import candidates
from summarise.phrasing.compress.features import BITS
from summarise.phrasing.compress.keep import Keep, keep
from summarise.phrasing.content import content_rows
from summarise.phrasing.gates import refused
from summarise.phrasing.house import dress, load_house
from summarise.phrasing.line import text_of
from summarise.phrasing.mentions import read as read_mentions
from summarise.phrasing.salience import salience
from summarise.phrasing.templates import load as load_templates
from summarise.resources import data_file

from .boosting import boosted, logistic, sparse
from .stories import FOLDS, PROCESSES, Told, by_tree, labelled, read_stories
from .which_figure import figure_models, read_again

CONTENT_STRENGTH = 0.03
CONTENT_TREES: dict[str, Any] = {"trees": 120, "depth": 6, "leaves": 31, "rate": 0.1, "least": 150}
CHOICE_TREES: dict[str, Any] = {
    "trees": 400,
    "depth": 5,
    "leaves": 20,
    "rate": 0.035,
    "least": 60,
    "share": 0.3,
}
ROOM = 110
# What ROUGE-1, -2 and -L are worth, and the right number beside them.
SHARES = (0.5, 0.25, 0.25)
NUMBER = 0.22


class Made(NamedTuple):
    """A candidate: text, measures, ROUGE-1, -2 and -L against the editor's, whether it has the gold number."""

    text: str
    measures: list[float]
    rouge: tuple[float, float, float]
    number: bool

    @property
    def worth(self) -> float:
        """What the choice is fitted to."""
        return sum(s * r for s, r in zip(SHARES, self.rouge, strict=True)) + NUMBER * self.number


def content_models(
    stories: Sequence[Told], weights: Sequence[float]
) -> tuple[NDArray[np.float64], NDArray[np.float64], Forest, list[list[Keep]]]:
    """Values for tokens of articles not fitted on, and the models fitted on all; with what the deletion model says."""
    columns, labels = zip(*labelled(stories), strict=True)
    sizes = np.array([len(own) for own in labels])
    folds = np.repeat([told.fold for told in stories], sizes)
    counted = np.repeat(weights, sizes)
    target, rows = np.concatenate(labels), sparse(np.concatenate([c for c in columns if len(c)]), 1 << BITS)
    first = np.zeros(len(target))
    for fold in range(FOLDS):
        seen = folds != fold
        found = logistic(rows[seen], target[seen], CONTENT_STRENGTH, counted[seen], 35)
        first[~seen] = rows[~seen] @ found
    weights_of_all = logistic(rows, target, CONTENT_STRENGTH, counted, 40)
    with Pool(PROCESSES) as pool:
        kept = pool.starmap(_kept, zip(stories, columns, strict=True), chunksize=50)
        parts = pool.starmap(
            _content_rows, zip(stories, by_tree(stories, first), kept, strict=True), chunksize=50
        )
    facts = np.concatenate([part for part in parts if len(part)])
    second = np.zeros(len(target))
    for fold in range(FOLDS):
        seen = folds != fold
        second[~seen] = boosted(facts[seen], target[seen], weights=counted[seen], **CONTENT_TREES).raw(
            facts[~seen]
        )
    return second, weights_of_all, boosted(facts, target, weights=counted, **CONTENT_TREES), kept


def _kept(told: Told, columns: NDArray[np.int32]) -> list[Keep]:
    trees = told.trees()
    ends = np.cumsum([len(tree.tokens) for tree in trees])[:-1]
    return keep(trees, [own.astype(np.intp) for own in np.split(columns, ends)]) if trees else []


def _content_rows(
    told: Told, guesses: Sequence[NDArray[np.float64]], kept: Sequence[Keep]
) -> NDArray[np.float32]:
    facts = told.story()
    rows = [
        content_rows(tree, own, k, facts) for tree, own, k in zip(told.trees(), guesses, kept, strict=True)
    ]
    return np.concatenate(rows).astype(np.float32) if rows else np.zeros((0, 0), dtype=np.float32)


def made(
    told: Told,
    logits: Sequence[NDArray[np.float64]],
    kept: Sequence[Keep],
    chances: Mapping[int, float],
    rouge: Rouge,
) -> list[Made]:
    """The candidates of an article that pass the gates, each measured and compared with the editor's headline."""
    read = read_again(told, logits, kept)
    worth = salience(
        told.sentences, told.weights, told.key[:5], next(iter(told.kinds), "general"), told.clashes
    )
    of = measures.article(read, told.story(), worth, told.kinds, chances)
    mentions = read_mentions(told.parsed, told.sentences, told.figures)
    templates = load_templates()
    house, source = load_house(STANDARD_HOUSE), Source(told.text, told.sentences, told.figures)
    wanted = gold(told.row)
    found: dict[str, Made] = {}
    for sentence in read:
        for line in candidates(sentence, mentions, templates, told.kinds, ROOM):
            if line.text in found or len(line.text) > ROOM or refused(line):
                continue
            shown = text_of(dress(line.pieces, house, source))
            scores = rouge.one(told.row["headline"], shown)
            found[line.text] = Made(
                shown,
                list(measures.measure(line, sentence, of).values()),
                (scores[KINDS[0]], scores[KINDS[1]], scores[KINDS[2]]),
                wanted is not None and wanted in values(shown),
            )
    return list(found.values())


def _made(
    rouge: Rouge,
    told: Told,
    logits: Sequence[NDArray[np.float64]],
    kept: Sequence[Keep],
    chances: Mapping[int, float],
) -> list[Made]:
    return made(told, logits, kept, chances, rouge)


def choices(
    stories: Sequence[Told], lines: Sequence[list[Made]], weights: Sequence[float]
) -> tuple[list[NDArray[np.float64]], Forest]:
    """What the choice says of the candidates of articles it was not fitted on, and the model fitted on all."""
    sizes = [len(own) for own in lines]
    rows = np.array([line.measures for own in lines for line in own], dtype=np.float64)
    target = np.array([line.worth for own in lines for line in own])
    folds = np.repeat([told.fold for told in stories], sizes)
    # Every article counts the same, however many candidates it has.
    counted = np.repeat([w / max(1, n) ** 0.5 for w, n in zip(weights, sizes, strict=True)], sizes)
    said = np.zeros(len(target))
    for fold in range(FOLDS):
        seen = folds != fold
        said[~seen] = _choice(rows[seen], target[seen], counted[seen]).raw(rows[~seen])
    return np.split(said, np.cumsum(sizes)[:-1]), _choice(rows, target, counted)


def _choice(rows: NDArray[np.float64], target: NDArray[np.float64], weights: NDArray[np.float64]) -> Forest:
    return boosted(rows, target, weights=weights, objective="regression", **CHOICE_TREES)


def report(
    name: str, stories: Sequence[Told], lines: Sequence[list[Made]], said: Sequence[NDArray[np.float64]]
) -> dict[str, float]:
    """Means over a set: ROUGE of the chosen candidates and right numbers, and of the best there was."""
    chosen = [own[int(np.argmax(of))] if own else None for own, of in zip(lines, said, strict=True)]
    best = [max(own, key=lambda line: line.worth) if own else None for own in lines]
    figures = {"articles": float(len(stories)), "without": float(sum(line is None for line in chosen))}
    for what, picked in (("chosen", chosen), ("best", best)):
        for place, kind in enumerate(KINDS):
            figures[f"{what} {kind}"] = 100 * sum(line.rouge[place] for line in picked if line) / len(stories)
        figures[f"{what} number"] = 100 * sum(line.number for line in picked if line) / len(stories)
        figures[f"{what} words"] = sum(len(line.text.split()) for line in picked if line) / len(stories)
    print(name, {key: round(value, 2) for key, value in figures.items()}, flush=True)
    return figures


def main() -> int:
    """Fit, report, and write what is not worse."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--force", action="store_true")
    parser.add_argument(
        "--dump", type=Path, help="write the candidates with what the choice says of them here"
    )
    options = parser.parse_args()
    sets = [(name, float(weight or 1)) for name, _, weight in (file.partition(":") for file in options.files)]
    stories: list[Told] = []
    weights: list[float] = []
    ends: list[int] = []
    for name, weight in sets:
        stories += read_stories(Path(name), options.limit)
        weights += [weight] * (len(stories) - len(weights))
        ends.append(len(stories))
    print(len(stories), "articles read", flush=True)
    logits, column_weights, forest, kept = content_models(stories, weights)
    print("content fitted", flush=True)
    own_logits = by_tree(stories, logits)
    chances, figure_forest = figure_models(stories, own_logits, kept, weights)
    with Pool(PROCESSES) as pool:
        lines = pool.starmap(
            partial(_made, Rouge(KINDS)),
            zip(stories, own_logits, kept, chances, strict=True),
            chunksize=20,
        )
    said, choice = choices(stories, lines, weights)
    figures = {}
    for (name, _), start, end in zip(sets, [0, *ends], ends, strict=False):
        stem = Path(name).stem
        figures[stem] = report(stem, stories[start:end], lines[start:end], said[start:end])
    if options.dump:
        _dump(options.dump, stories, lines, said)
    if not options.write:
        return 0
    if not options.force and (worse := _worse(figures)):
        print(worse, file=sys.stderr)
        return 1
    arrays = {"content_weights": column_weights.astype(np.float16), **forest.arrays("content")}
    arrays |= figure_forest.arrays("figures")
    note = np.frombuffer(json.dumps(figures, sort_keys=True).encode(), dtype=np.uint8)
    save("headlines", arrays | choice.arrays("choice") | {"figures": note}, data_file("models"))
    return 0


def _worse(figures: dict[str, dict[str, float]]) -> str | None:
    """What has become worse than the models in use were on the same sets; None if nothing has."""
    known = load("headlines")
    before = json.loads(bytes(known["figures"])) if "figures" in known else {}
    for name, own in figures.items():
        for key in ("chosen rouge1", "chosen rouge2", "chosen rougeL", "chosen number"):
            if before.get(name, {}).get("articles") == own["articles"] and own[key] < before[name][key] - 0.1:
                return (
                    f"{name}: {key} {own[key]:.2f}, in use {before[name][key]:.2f}; nothing written (--force)"
                )
    return None


def _dump(
    path: Path, stories: Sequence[Told], lines: Sequence[list[Made]], said: Sequence[NDArray[np.float64]]
) -> None:
    with path.open("w", encoding="utf-8") as file:
        for told, own, of in zip(stories, lines, said, strict=True):
            ranked = sorted(zip(of, own, strict=True), key=lambda pair: -pair[0])
            record = {
                "id": told.row.get("id"),
                "headline": told.row["headline"],
                "lines": [(round(float(v), 4), m.text, round(m.worth, 3), m.measures) for v, m in ranked],
            }
            file.write(json.dumps(record) + "\n")


if __name__ == "__main__":
    sys.exit(main())
