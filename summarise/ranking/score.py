"""The score of every sentence of a story: its features weighed, theme by theme."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from operator import mul, sub

from summarise.ranking.features import FEATURES, Measured, Measures
from summarise.ranking.importance import importance
from summarise.ranking.weights import USUAL_WORDS, Weights

THEMES: dict[str, tuple[str, str]] = {
    "place": ("place_log", "second"),
    "length": ("length_log", "very_long"),
    "frequency": ("frequency", "frequency_mean"),
    "links": ("forward", "rarity"),
    "names": ("names_elsewhere", "names_share"),
    "speech": ("quotes", "person"),
    "form": ("label", "question"),
    "title": ("title", "title"),
}
"""Features that answer one question, from the first to the last of each theme."""

_NUMBERS = {name: number for number, name in enumerate(FEATURES)}
_ENDS = tuple(_NUMBERS[last] for _, last in THEMES.values())


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with its score.

    Attributes:
        measured: what was counted.
        score: as the only sentence of an extract; comparable within one story.
        themes: what each of THEMES adds, then the function words and the importance of its terms.
        linear: the part of the score that does not depend on what else an extract has.
    """

    measured: Measured
    score: float
    themes: tuple[float, ...]
    linear: float


@dataclass(frozen=True, slots=True)
class Scores:
    """All sentences of a story with their scores, and the importance of each term."""

    sentences: tuple[Scored, ...]
    importance: Mapping[str, float]


def score(measures: Measures, weights: Weights) -> Scores:
    """Weigh what was counted."""
    probability = importance(measures.counts, weights.words)
    mass, mass_squares = weights.importance
    _, _, _, cover, cover_squares = weights.extract
    functions, sentence_weights = weights.functions, weights.sentence
    scored = []
    for sentence in measures.sentences:
        sums = list(accumulate(map(mul, sentence_weights, sentence.values)))
        ends = [sums[end] for end in _ENDS]
        themes = list(map(sub, ends, (0.0, *ends)))
        length = length_score(sentence.size, 1, weights)
        themes[1] += length
        themes.append(sum([functions[number] * count for number, count in sentence.functions.items()]))
        own = [probability[term] for term in sentence.terms]
        total = sum(own)
        squares = sum(map(mul, own, own))
        covered = cover * total + cover_squares * squares
        themes.append(mass * total + mass_squares * squares + covered)
        value = sum(themes)
        scored.append(Scored(sentence, value, tuple(themes), value - covered - length))
    return Scores(tuple(scored), probability)


def length_score(words: int, sentences: int, weights: Weights) -> float:
    """What the length of an extract adds: `words` in `sentences` sentences."""
    part = words / (USUAL_WORDS * sentences)
    # The weights are those of three sentences.
    return sentences / 3 * (weights.extract[0] * part + weights.extract[1] * part * part)
