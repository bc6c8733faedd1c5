"""Fitted weights as a file that an editor can read: one weight a line, its meaning beside it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarise.ranking.features import FEATURES
from summarise.ranking.importance import FLAGS
from summarise.ranking.terms import FUNCTION_WORDS
from summarise.ranking.weights import CLASSES, EXTRACT, IMPORTANCE, SCALES, Weights, weights_file

from .examples import Array

DIGITS = 3

HEAD = """\
# Weights of the profile "{name}", written by training/. A weight is what one unit of a measure adds
# to the score of a sentence or an extract; only differences within one story count.
"""
FIT = """
[fit]
fitted_on = "{0.mark}"  # of the files it was fitted on: {0.stories} stories
cross_validated = [{0.rouge1:.2f}, {0.rouge2:.2f}, {0.words:.1f}]  # ROUGE-1, ROUGE-2, words on stories not fitted on
"""


@dataclass(frozen=True, slots=True)
class Fit:
    """Where weights come from: a mark of the files, the number of stories, and what they scored on unseen ones."""

    mark: str
    stories: int
    rouge1: float
    rouge2: float
    words: float


CLASS_MEANINGS = {
    "times": "a term that occurs once, twice, 3, 4, 5-6, 7-9, 10 times or more",
    "first": "a term that comes first in sentence 1, 2, 3, 4, 5-6, 7-9, 10-14, 15-20, or later",
    "part": "a term whose number is below .15, .25, .4, .6, .85 of the most frequent one's, or above",
    "common": "in 10,000 articles below 7, 15, 30, 60, 120, 250, 500, 1000, 2000 have the term, or more",
    "capital": "a term that has a capital inside sentences never, below .5, below .9, or always",
}
WORD_MEANINGS = {
    "base": "a term of class 0 throughout",
    "digit": "has a digit",
    "money": "opens with a currency sign",
    "adverb": "ends like an adverb",
    "unknown": "is not in terms.tsv",
    "repeated_from_lead": "is in the first sentence and comes again",
    "repeated_early": "is in the first three and comes twice again",
    "name_in_lead": "has a capital and is in the first sentence",
    "taken_up": "for each unit by which headlines take it up more often than others",
    "rare_and_frequent": "logarithm of its number times that of its rarity",
}


def document_of(found: Array, word_weights: Array, base: float) -> dict[str, Any]:
    """The tables of a file from the two fits, rounded."""
    values = iter(float(round(float(value), DIGITS)) + 0.0 for value in found)
    document: dict[str, Any] = {
        "sentence": {name: next(values) for name in FEATURES},
        "functions": {name: next(values) for name in FUNCTION_WORDS},
        "importance": {name: next(values) for name in IMPORTANCE},
        "extract": {name: next(values) for name in EXTRACT},
    }
    numbers = iter(float(round(float(value), DIGITS)) + 0.0 for value in word_weights)
    words: dict[str, Any] = {"base": round(base, DIGITS)}
    words |= {name: [next(numbers) for _ in range(size)] for name, size in CLASSES.items()}
    words |= {name: next(numbers) for name in (*FLAGS, *SCALES)}
    return document | {"words": words}


def write_weights(path: Path, weights: Weights, fit: Fit | None) -> None:
    """Write the file; `fit` is None for weights that were not fitted."""
    lines = [HEAD.format(name=weights.name), FIT.format(fit) if fit else ""]
    lines += _table("sentence", "what is counted of a sentence", weights.sentence, FEATURES)
    lines += _table(
        "functions",
        "each small word of a sentence, at most two of a kind",
        weights.functions,
        dict.fromkeys(FUNCTION_WORDS, ""),
    )
    lines += _table("importance", "how likely its terms are in a summary", weights.importance, IMPORTANCE)
    lines += _table("extract", "the extract as a whole", weights.extract, EXTRACT)
    lines.append("[words]  # a term's importance is the logistic function of what it adds up to here\n")
    lines.append(_line("base", weights.words.base, WORD_MEANINGS["base"]))
    for name in CLASSES:
        lines.append(f"# {CLASS_MEANINGS[name]}\n{name} = {list(getattr(weights.words, name))}\n")
    singles = {**weights.words.flags, **{name: getattr(weights.words, name) for name in SCALES}}
    lines += [_line(name, value, WORD_MEANINGS[name]) for name, value in singles.items()]
    path.write_text("".join(lines), encoding="utf-8")


def _table(name: str, about: str, values: tuple[float, ...], meanings: Mapping[str, str]) -> list[str]:
    rows = [
        _line(key, value, meaning) for (key, meaning), value in zip(meanings.items(), values, strict=True)
    ]
    return [f"\n[{name}]  # {about}\n", *rows, *(["\n"] if name == "extract" else [])]


def _line(name: str, value: float, meaning: str) -> str:
    return f"{name} = {value:g}" + (f"  # {meaning}" if meaning else "") + "\n"


def fitted_on(name: str) -> tuple[str, float, float, float] | None:
    """The mark and the cross-validated figures in a file of weights, None if it has none."""
    fit = tomllib.loads(weights_file(name).read_text(encoding="utf-8")).get("fit", {})
    if "fitted_on" not in fit or "cross_validated" not in fit:
        return None
    return (fit["fitted_on"], *map(float, fit["cross_validated"]))
