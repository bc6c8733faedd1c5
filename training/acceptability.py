"""Fit how likely a desk would print a headline as it is to candidates that people have read.

    python -m training.acceptability [--write]
    python -m training.acceptability --join candidates.jsonl readings.tsv...

The rows are in training/labels/acceptability.jsonl: for each candidate its measures and what its readers
said ("P" print it as it is, "E" after a small edit, "R" reject it; and whether it misleads), numbers and
letters only, nothing of the texts. --join makes such rows of a dump of training/headlines.py and of
readings (number, verdict, "F" if misleading, each line of one reader; the dump's lines carry the number).

A logistic model on standardised measures, judged in five folds by article: the area under its curve, and
what there is among the half that it trusts most.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from summarise.learned.files import save
from summarise.phrasing.choice import ACCEPTABILITY
from summarise.resources import data_file

ROWS = Path(__file__).parent / "labels" / "acceptability.jsonl"
FOLDS = 5
STRENGTH = 0.005
PRINT, REJECT = "P", "R"


@dataclass(frozen=True, slots=True)
class Labelled:
    """All labelled candidates: measures, the article of each, and the share of readers with each verdict."""

    measures: NDArray[np.float64]
    articles: NDArray[np.int64]
    printed: NDArray[np.float64]
    rejected: NDArray[np.float64]
    misleading: NDArray[np.float64]


def read_rows(path: Path) -> tuple[Labelled, list[dict[str, Any]]]:
    """The labelled candidates of a file, and its records."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    def share(verdict: str) -> NDArray[np.float64]:
        return np.array([sum(v == verdict for v in r["verdicts"]) / len(r["verdicts"]) for r in records])

    return Labelled(
        np.array([r["measures"] for r in records], dtype=np.float64),
        np.array([r["article"] for r in records]),
        share(PRINT),
        share(REJECT),
        np.array([sum(r["misleading"]) / len(r["misleading"]) for r in records]),
    ), records


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic model on standardised measures."""

    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]
    bias: float

    def chances(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Between 0 and 1."""
        logits = ((rows - self.mean) / self.scale) @ self.weights + self.bias
        return np.asarray(1.0 / (1.0 + np.exp(-logits)))


def fit(rows: NDArray[np.float64], shares: NDArray[np.float64]) -> Logistic:
    """Weights for shares of readers, with a squared penalty."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0)
    scale = np.where(scale > 1e-9, scale, 1.0)
    standard = (rows - mean) / scale

    def loss(found: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        logits = standard @ found[:-1] + found[-1]
        chances = 1.0 / (1.0 + np.exp(-logits))
        value = STRENGTH * float((np.logaddexp(0, logits) - shares * logits).sum())
        slope = STRENGTH * (chances - shares)
        penalty = 0.5 * float(found[:-1] @ found[:-1])
        return value + penalty, np.append(standard.T @ slope + found[:-1], slope.sum())

    found = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B").x
    return Logistic(mean, scale, found[:-1], float(found[-1]))


def area(values: NDArray[np.float64], wanted: NDArray[np.bool_]) -> float:
    """Area under the curve: how often a wanted one stands above an unwanted one."""
    order = np.argsort(np.argsort(values, kind="stable"), kind="stable") + 1
    good, bad = int(wanted.sum()), int((~wanted).sum())
    return float((order[wanted].sum() - good * (good + 1) / 2) / (good * bad))


def agreement(records: Sequence[dict[str, Any]]) -> tuple[float, float]:
    """How often two readers agree whether to print, and Cohen's kappa of it."""
    pairs = [
        (r["verdicts"][0] == PRINT, r["verdicts"][1] == PRINT) for r in records if len(r["verdicts"]) == 2
    ]
    same = sum(a == b for a, b in pairs) / len(pairs)
    first, second = (sum(p[i] for p in pairs) / len(pairs) for i in (0, 1))
    chance = first * second + (1 - first) * (1 - second)
    return same, (same - chance) / (1 - chance)


def report(data: Labelled, records: Sequence[dict[str, Any]]) -> None:
    """Print what the model is worth on articles it has not seen."""
    folds = np.unique(data.articles, return_inverse=True)[1] % FOLDS
    said = np.zeros(len(data.printed))
    for fold in range(FOLDS):
        seen = folds != fold
        said[~seen] = fit(data.measures[seen], data.printed[seen]).chances(data.measures[~seen])
    same, kappa = agreement(records)
    trusted = said >= np.median(said)
    print(f"{len(records)} candidates, two readers agree on {same:.1%} (kappa {kappa:.2f})")
    print(f"area under the curve: printable {area(said, data.printed >= 0.5):.3f}", end=", ")
    print(f"not rejected {area(said, data.rejected < 0.5):.3f}")
    for name, part in (("all", np.ones(len(said), dtype=bool)), ("the trusted half", trusted)):
        shares = data.printed[part].mean(), data.rejected[part].mean(), data.misleading[part].mean()
        print("{}: printable {:.1%}, rejected {:.1%}, misleading {:.1%}".format(name, *shares))


def join(dump: Path, readings: Sequence[Path]) -> int:
    """Add the candidates of a dump that were read to the rows; the number of them."""
    said: dict[int, list[tuple[str, bool]]] = {}
    for path in readings:
        for line in path.read_text(encoding="utf-8").splitlines():
            number, verdict, flag, *_ = [*line.split("\t"), "", ""]
            if number.strip().isdigit():
                said.setdefault(int(number), []).append((verdict.strip(), flag.strip() == "F"))
    lines = []
    for line in dump.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["number"] in said:
            verdicts, flags = zip(*said[record["number"]], strict=True)
            row = {"article": record["article"], "verdicts": verdicts, "misleading": [int(f) for f in flags]}
            lines.append(json.dumps(row | {"measures": record["measures"]}))
    ROWS.parent.mkdir(exist_ok=True)
    with ROWS.open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
    return len(lines)


def main() -> int:
    """Report, and write if asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--join", nargs="+", type=Path, metavar="FILE")
    options = parser.parse_args()
    if options.join:
        print(join(options.join[0], options.join[1:]), "rows added")
    data, records = read_rows(ROWS)
    report(data, records)
    if options.write:
        model = fit(data.measures, data.printed)
        arrays = {
            "mean": model.mean,
            "scale": model.scale,
            "weights": model.weights,
            "bias": np.array([model.bias]),
        }
        save(ACCEPTABILITY, arrays, data_file("models"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
