"""How likely a term is to be taken up by a summary: a logistic model over what can be counted.

Every quantity is put into a class ("three times", "first in sentence 2") and every class
has one fitted weight, so that the model is a few short tables which can be read. Word
importance as the hinge of extraction: Hong and Nenkova (EACL 2014).
"""

import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from summarise.resources import data_file

TIMES = (2, 3, 4, 5, 7, 10)
"""How often a term occurs: once, twice, 3, 4, 5-6, 7-9, 10 or more."""
FIRST = (1, 2, 3, 4, 6, 9, 14, 20)
"""In which sentence it comes first, from 0."""
PART = (0.15, 0.25, 0.4, 0.6, 0.85)
"""Its number as a part of the most frequent term's."""
COMMON = (7, 15, 30, 60, 120, 250, 500, 1000, 2000)
"""In how many of 10,000 articles it occurs."""
CAPITAL = (0.01, 0.5, 0.9)
"""The part of its occurrences inside sentences that have a capital."""
FLAGS = ("digit", "money", "adverb", "unknown", "repeated_from_lead", "repeated_early", "name_in_lead")
"""Yes or no: see `classes`."""


@dataclass(frozen=True, slots=True)
class WordWeights:
    """The fitted tables, one weight for each class; see the names above.

    `taken_up` weighs how much more often headlines take the term up than others (a log ratio),
    `rare_and_frequent` the logarithms of its number and its rarity multiplied.
    """

    base: float
    times: tuple[float, ...]
    first: tuple[float, ...]
    part: tuple[float, ...]
    common: tuple[float, ...]
    capital: tuple[float, ...]
    flags: Mapping[str, float]
    taken_up: float
    rare_and_frequent: float


@dataclass(frozen=True, slots=True)
class Counts:
    """What the story shows of its terms, each in order of first mention.

    Attributes:
        times: how often each occurs.
        first: the story's sentence that has it first.
        capitals: how often each has a capital inside a sentence.
    """

    times: Mapping[str, int]
    first: Mapping[str, int]
    capitals: Mapping[str, int]


class Known(NamedTuple):
    """What is known of a term before the story is read.

    Attributes:
        common: its class in COMMON.
        rarity: logarithm of 10,000 over the articles of 10,000 that have it.
        taken_up: log ratio of headlines that take it up, against the mean term; 0 if unknown.
        kind: sum of 1 for a digit in it, 2 for money, 4 for an adverb, 8 for a term not in the table.
    """

    common: int
    rarity: float
    taken_up: float
    kind: int


_KINDS = ("digit", "money", "adverb", "unknown")


@lru_cache(maxsize=1 << 16)
def known(own: str) -> Known:
    """Look a term up."""
    articles, taken_up = _table().get(own, (0, None))
    marks = (any(map(str.isdigit, own)), own[0] in "$£€", own.endswith(("ly", "li")), taken_up is None)
    return Known(
        bisect_right(COMMON, articles),
        math.log(10_000 / (articles + 1)),
        taken_up or 0.0,
        sum(mark << bit for bit, mark in enumerate(marks)),
    )


def articles_with(own: str, unknown: int) -> int:
    """How many articles of ten thousand hold a stem; `unknown` for one that the table does not have."""
    return _table().get(own, (unknown, 0.0))[0]


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[int, float]]:
    lines = data_file("en/ranking/terms.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {own: (int(articles), int(taken_up) / 100) for own, articles, taken_up in rows}


def importance(counts: Counts, weights: WordWeights) -> dict[str, float]:
    """For each term the probability, from 0 to 1, that a summary has it."""
    first, capitals, flags = counts.first, counts.capitals, weights.flags
    most = max(counts.times.values(), default=1)
    # What depends on one small number alone is added up once for each number.
    by_times = [
        weights.base + weights.times[bisect_right(TIMES, n)] + weights.part[bisect_right(PART, n / most)]
        for n in range(most + 1)
    ]
    grows = [weights.rare_and_frequent * math.log(n or 1) for n in range(most + 1)]
    by_place = [weights.first[bisect_right(FIRST, n)] for n in range(max(first.values(), default=0) + 1)]
    by_kind = [sum(flags[name] for bit, name in enumerate(_KINDS) if n >> bit & 1) for n in range(16)]
    common, taken, capital, exp = weights.common, weights.taken_up, weights.capital, math.exp
    result = {}
    for own, times in counts.times.items():
        place = first[own]
        fact = known(own)
        value = (
            by_times[times]
            + by_place[place]
            + common[fact[0]]
            + grows[times] * fact[1]
            + taken * fact[2]
            + by_kind[fact[3]]
        )
        if own in capitals:
            value += capital[bisect_right(CAPITAL, capitals[own] / times)]
            if place == 0:
                value += flags["name_in_lead"]
        else:
            value += capital[0]
        if times > 1 and place < 3:
            value += flags["repeated_from_lead"] if place == 0 else 0.0
            value += flags["repeated_early"] if times > 2 else 0.0
        result[own] = 1.0 / (1.0 + exp(-value))
    return result


def classes(own: str, counts: Counts) -> dict[str, float]:
    """The entries of the tables that hold for a term: what `importance` adds up, by name, for the fitting.

    A class of a table is "times.2"; what is not a class comes with its value.
    """
    times, place, fact = counts.times[own], counts.first[own], known(own)
    most = max(counts.times.values())
    with_capital = counts.capitals.get(own, 0)
    found = {
        f"times.{bisect_right(TIMES, times)}": 1.0,
        f"first.{bisect_right(FIRST, place)}": 1.0,
        f"part.{bisect_right(PART, times / most)}": 1.0,
        f"common.{fact.common}": 1.0,
        f"capital.{bisect_right(CAPITAL, with_capital / times)}": 1.0,
        "taken_up": fact.taken_up,
        "rare_and_frequent": math.log(times) * fact.rarity,
        "repeated_from_lead": float(times > 1 and place == 0),
        "repeated_early": float(times > 2 and place < 3),
        "name_in_lead": float(with_capital > 0 and place == 0),
    }
    return found | {name: float(fact.kind >> bit & 1) for bit, name in enumerate(_KINDS)}
