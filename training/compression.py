"""Fit what stays of a sentence to sentences with their compressions, and check it on a tenth left out.

    python -m training.compression google.jsonl [--held] [--write] [--limit N]

A record has `tokens` and `keep`. Three models: hashed logistic ones of two views of a token (whether it
stays given that its governor stays; whether it stays at all), boosted trees on each, and a choice among
the decoder's deletions. What is fitted on an earlier model's outcome sees that model's values for
sentences it was not fitted on. With --held every tenth sentence is left out and measured; the gate: the
models are written only if that measure is not below the one that stands in the models in use (--force).
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.compression import Outcome, score, token_f1, written
from benchmarks.measure import rows as records
from summarise.figures import find_figures
from summarise.language.syntax import parse
from summarise.learned.files import load, save
from summarise.learned.forest import Forest
from summarise.model import Sentence
from summarise.phrasing.compress.deletions import deletions, facts
from summarise.phrasing.compress.features import BITS, token_columns
from summarise.phrasing.compress.keep import MODEL, Keep, view_rows
from summarise.phrasing.tree import Tree, grow
from summarise.resources import data_file

from .boosting import boosted, logistic, sparse

FOLDS = 5
PROCESSES = 2
STRENGTH = 0.05
CHOICE: dict[str, Any] = {"trees": 150, "depth": 5, "leaves": 15, "rate": 0.05, "least": 50}
# What an exact match is worth beside the F1.
EXACT = 0.3
HELD = 10
TOLERANCE = 0.3


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with its compression: its tree, the features of its tokens, and which of them stay."""

    tokens: tuple[str, ...]
    gold: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    tree: Tree
    columns: NDArray[np.int32]
    labels: NDArray[np.int8]

    def shown(self, kept: frozenset[int]) -> list[str]:
        """The tokens of the set that a choice of the tree's tokens shows; the final stop always stays."""
        held = {i for k in kept for i in range(self.tree.tokens[k].start, self.tree.tokens[k].end)}
        last = len(self.tokens) - 1
        return [
            token
            for place, (token, (start, end)) in enumerate(zip(self.tokens, self.spans, strict=True))
            if sum(i in held for i in range(start, end)) * 2 > end - start
            or (place == last and token in {".", "!", "?"})
        ]


def case(row: Mapping[str, Any]) -> Case | None:
    """A record as a case; None if it was not parsed."""
    text, spans = written(row["tokens"])
    sentence = Sentence(0, 0, len(text), text, 0)
    tree = grow(parse([[sentence]])[0][0], find_figures(text, (sentence,)))
    if tree is None:
        return None
    stays = np.zeros(len(text))
    for (start, end), keep in zip(spans, row["keep"], strict=True):
        stays[start:end] = keep
    labels = [float(stays[t.start : t.end].mean()) > 0.5 for t in tree.tokens]
    gold = tuple(token for token, keep in zip(row["tokens"], row["keep"], strict=True) if keep)
    columns = np.array(token_columns(tree), dtype=np.int32)
    return Case(tuple(row["tokens"]), gold, tuple(spans), tree, columns, np.array(labels, dtype=np.int8))


@dataclass(frozen=True, slots=True)
class Fitted:
    """The models of both views and the choice."""

    branch_weights: NDArray[np.float64]
    word_weights: NDArray[np.float64]
    branches: Forest
    words: Forest
    choice: Forest

    def arrays(self) -> dict[str, NDArray[Any]]:
        """As they are written."""
        return {
            "branch_weights": self.branch_weights.astype(np.float16),
            "word_weights": self.word_weights.astype(np.float16),
            **self.branches.arrays("branches"),
            **self.words.arrays("words"),
            **self.choice.arrays("choice"),
        }

    def keep(self, one: Case) -> Keep:
        """What the models of both views say of a sentence."""
        rows = view_rows(
            one.tree,
            self.branch_weights[one.columns].sum(axis=1),
            self.word_weights[one.columns].sum(axis=1),
        )
        return Keep(self.branches.raw(rows), self.words.raw(rows))


def fit(cases: Sequence[Case]) -> Fitted:
    """All models, the later ones on what the earlier say of sentences they were not fitted on."""
    sizes = [len(one.labels) for one in cases]
    ends = np.cumsum(sizes)[:-1]
    folds = np.repeat([number % FOLDS for number in range(len(cases))], sizes)
    labels = np.concatenate([one.labels for one in cases])
    rows = sparse(np.concatenate([one.columns for one in cases]), 1 << BITS)
    starts = np.concatenate([[0], ends])
    heads = np.concatenate(
        [[start + t.head for t in one.tree.tokens] for start, one in zip(starts, cases, strict=True)]
    )
    below = (labels[heads] == 1) & (heads != np.arange(len(labels)))
    everything = np.ones(len(labels), dtype=bool)
    first, weights = [], []
    for asked in (below, everything):
        values = np.zeros(len(labels))
        for fold in range(FOLDS):
            seen = (folds != fold) & asked
            values[folds == fold] = rows[folds == fold] @ logistic(
                rows[seen], labels[seen], STRENGTH, steps=40
            )
        first.append(np.split(values, ends))
        weights.append(logistic(rows[asked], labels[asked], STRENGTH))
    facts_of = np.concatenate(
        [view_rows(one.tree, b, w) for one, b, w in zip(cases, first[0], first[1], strict=True)]
    )
    second, forests = [], []
    for asked in (below, everything):
        values = np.zeros(len(labels))
        for fold in range(FOLDS):
            seen = (folds != fold) & asked
            values[folds == fold] = boosted(facts_of[seen], labels[seen]).raw(facts_of[folds == fold])
        second.append(np.split(values, ends))
        forests.append(boosted(facts_of[asked], labels[asked]))
    keeps = [Keep(b, w) for b, w in zip(second[0], second[1], strict=True)]
    with Pool(PROCESSES) as pool:
        judged = pool.starmap(_judged, zip(cases, keeps, strict=True), chunksize=50)
    choice = boosted(
        np.array([row for found in judged for row, _ in found]),
        np.array([worth for found in judged for _, worth in found]),
        objective="regression",
        **CHOICE,
    )
    return Fitted(weights[0], weights[1], forests[0], forests[1], choice)


def _judged(one: Case, kept: Keep) -> list[tuple[list[float], float]]:
    found = []
    for deletion in deletions(one.tree, kept, attribution=False):
        shown = one.shown(deletion.kept)
        worth = token_f1(shown, one.gold) + EXACT * (tuple(shown) == one.gold)
        found.append((facts(one.tree, kept, deletion), worth))
    return found


def outcome(fitted: Fitted, one: Case) -> Outcome:
    """Sentence, what is kept of it, and its reference."""
    kept = fitted.keep(one)
    found = deletions(one.tree, kept, attribution=False)
    said = fitted.choice.raw(np.array([facts(one.tree, kept, deletion) for deletion in found]))
    return one.tokens, one.shown(found[int(np.argmax(said))].kept), [one.gold]


def main() -> int:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--force", action="store_true")
    options = parser.parse_args()
    data = records(options.file, options.limit)
    with Pool(PROCESSES) as pool:
        cases = pool.map(case, data, chunksize=100)
    note: dict[str, float] = {"sentences": float(len(data))}
    if options.held:
        tuned = [one for number, one in enumerate(cases) if one is not None and number % HELD]
        held = [one for number, one in enumerate(cases) if one is not None and not number % HELD]
        fitted = fit(tuned)
        f1, exact, ratio = score(list(map(partial(outcome, fitted), held)))
        note |= {"F1": f1, "exact": exact, "ratio": ratio}
        print(
            f"a tenth left out ({len(held)}): F1 {f1:.2f}, exact {exact:.2f} %, ratio {ratio:.3f}", flush=True
        )
    if not options.write:
        return 0
    known = json.loads(bytes(load(MODEL).get("figures", np.zeros(0, np.uint8))) or b"{}")
    if not options.force and note.get("F1", 0.0) < known.get("F1", 0.0) - TOLERANCE:
        print(f"F1 was {known['F1']:.2f} in the models in use; nothing written (--force)", file=sys.stderr)
        return 1
    figures = np.frombuffer(json.dumps(note, sort_keys=True).encode(), dtype=np.uint8)
    whole = fit([one for one in cases if one is not None])
    save(MODEL, whole.arrays() | {"figures": figures}, data_file("models"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
