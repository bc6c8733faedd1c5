"""Fit the weights of a profile to texts with references, check them on texts they have not seen, and keep the better.

    python -m training.rank news --data articles.jsonl
    python -m training.rank lead-cut --sentences 1 --data xsum.jsonl --cut bbc.jsonl:1 cnn.jsonl:0.5
    python -m training.rank my-outlet --data outlet.jsonl -o my-outlet.toml

A file holds one record a line with `text` and `reference` (or `headline`); ":0.5" behind its name
is the weight of its records. --cut takes stories whose first sentence is taken off and becomes the
reference: that is how a story without its lead looks. Cross-validation is by story; its folds are
the same in every run. Every fold is judged by the whole ranker, rules and all, with rouge-score.

The gate: the new weights are written only if their cross-validated ROUGE-1 + ROUGE-2 is not below
that of the weights in use (--against, by default those of the same profile that ship) on the same
stories. Where those were fitted on the very same files, their cross-validated figures count, which
stand in their file. --force writes anyway.
"""

import argparse
import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from summarise.errors import StyleError
from summarise.ranking.budget import Budget
from summarise.ranking.extract import extract
from summarise.ranking.profiles import PROFILES
from summarise.ranking.rank import rank
from summarise.ranking.weights import Weights, load_weights, weights_of

from .examples import Array, Example, Record, example, records, without_leads
from .minimum_risk import chances, fit_sentences, fit_words, word_rows
from .weights_file import Fit, document_of, fitted_on, write_weights

FOLDS = 5
# What rounding and the folds themselves may change.
TOLERANCE = 0.05


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over stories: ROUGE-1 and ROUGE-2 F1 in per cent, and words."""

    rouge1: float
    rouge2: float
    words: float

    def __str__(self) -> str:
        return f"R-1 {self.rouge1:.2f}  R-2 {self.rouge2:.2f}  {self.words:.1f} words"


def fit(examples: Sequence[Example], rows: Sequence[Array], options: argparse.Namespace) -> Weights:
    """Both fits, rounded as they are written."""
    word_weights, base = fit_words(np.concatenate(rows), np.concatenate([one.referred for one in examples]))
    for one, own in zip(examples, rows, strict=True):
        one.chances = chances(own, word_weights, base)
    found = fit_sentences(
        examples,
        options.sentences,
        opening_may_lean=options.opening_may_lean,
        price=options.price,
        strict=options.strict,
    )
    document = document_of(found, word_weights, base)
    return weights_of(document, name=options.profile, place="the fit")


def judge(examples: Sequence[Example], weights: Weights | None, options: argparse.Namespace) -> Figures:
    """The figures of a set of weights (None: those that --against names) by the whole ranker."""
    from rouge_score.rouge_scorer import RougeScorer

    scorer = RougeScorer(["rouge1", "rouge2"], use_stemmer=True)
    sums = np.zeros(3)
    for one in examples:
        sentences = one.story.sentences
        ranking = rank(
            sentences,
            title=one.story.title,
            profile=options.judged_as,
            wanted=options.sentences,
            weights=weights,
        )
        taken = extract(ranking, Budget(sentences=options.sentences)).sentences
        text = "\n".join(sentence.text for sentence in taken)
        scores = scorer.score(one.record.reference, text)
        sums += (100 * scores["rouge1"].fmeasure, 100 * scores["rouge2"].fmeasure, len(text.split()))
    return Figures(*(sums / len(examples)))


def cross_validate(
    examples: Sequence[Example], rows: Sequence[Array], judged: Sequence[int], options: argparse.Namespace
) -> Figures:
    """Figures over stories that were not fitted on; only the numbers in `judged` are counted."""
    order = np.random.RandomState(0).permutation(len(examples))
    sums = np.zeros(3)
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS].tolist())
        rest = [number for number in range(len(examples)) if number not in held]
        weights = fit([examples[n] for n in rest], [rows[n] for n in rest], options)
        seen = [examples[n] for n in sorted(held) if n in set(judged)]
        if not seen:
            continue
        figures = judge(seen, weights, options)
        print(f"fold {fold + 1} of {FOLDS}: {figures}", flush=True)
        sums += np.array([figures.rouge1, figures.rouge2, figures.words]) * len(seen)
    return Figures(*(sums / len(judged)))


def passes(new: Figures, old: Figures) -> bool:
    """Whether the new weights are no worse than the old ones."""
    return new.rouge1 + new.rouge2 >= old.rouge1 + old.rouge2 - TOLERANCE


def _named(argument: str) -> tuple[Path, float]:
    name, _, weight = argument.rpartition(":")
    return (Path(name), float(weight)) if name else (Path(argument), 1.0)


def main() -> int:
    """Fit, judge, write. 0: written; 1: refused by the gate."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("profile", help="name of the profile")
    parser.add_argument("--data", nargs="*", type=_named, default=[], metavar="FILE[:WEIGHT]")
    parser.add_argument("--cut", nargs="*", type=_named, default=[], metavar="FILE[:WEIGHT]")
    parser.add_argument("--sentences", type=int, default=3)
    parser.add_argument(
        "--price", type=float, default=0.0, help="what an extract of usual length pays for its words"
    )
    parser.add_argument(
        "--strict", type=float, default=12.0, help="how much harder function words are held to nought"
    )
    parser.add_argument("--against", help="weights to beat: a profile or a .toml file")
    parser.add_argument("-o", "--output", type=Path, help="where to write (default: the shipped profile)")
    parser.add_argument("--force", action="store_true", help="write even if the gate refuses")
    options = parser.parse_args()
    shipped = PROFILES.get(options.profile)
    options.opening_may_lean = bool(shipped and shipped.opening_may_lean)
    options.judged_as = options.profile if shipped else "news"
    output = options.output or Path(f"summarise/data/en/ranking/{options.profile}.toml")
    files = [path for path, _ in (*options.data, *options.cut)]
    given: list[Record] = [record for path, weight in options.data for record in records(path, weight)]
    judged = list(range(len(given)))
    given += [r for path, weight in options.cut for r in without_leads(records(path, weight))]
    examples = [example(record, opening_may_lean=options.opening_may_lean) for record in given]
    keep = [number for number, one in enumerate(examples) if len(one.needs) > options.sentences]
    rows = [word_rows(one) for one in examples]
    print(f"{len(examples)} stories, {len(keep)} of them longer than the extract", flush=True)
    judged = judged or list(range(len(examples)))
    new = cross_validate(examples, rows, judged, options)
    print(f"cross-validated: {new}")
    weights = fit(examples, rows, options)
    mark = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]
    against = options.against or (options.profile if shipped else "news")
    old = _old(against, mark, [examples[number] for number in judged], options)
    if old is not None:
        print(f"in use ({against}): {old}")
    if old is not None and not passes(new, old) and not options.force:
        print(f"refused: {output} is as it was")
        return 1
    write_weights(output, weights, Fit(mark, len(examples), new.rouge1, new.rouge2, new.words))
    print(f"written: {output}")
    return 0


def _old(against: str, mark: str, examples: Sequence[Example], options: argparse.Namespace) -> Figures | None:
    try:
        weights = load_weights(against)
    except StyleError:
        return None
    recorded = fitted_on(against)
    if recorded is not None and recorded[0] == mark:
        return Figures(*recorded[1:])
    return judge(examples, weights, options)


if __name__ == "__main__":
    sys.exit(main())
