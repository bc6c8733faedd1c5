"""What a headline of this article would be about: for each word, how likely a headline takes it up.

A hashed logistic model sees the word in its sentence; boosted trees on top of it see the word in its
article: how often and how early it is told, in how many sentences, how rare it is elsewhere, whether it
is part of a key figure. Fitted by training/headlines.py on articles with their editors' headlines.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ..language.words import STOP_WORDS, stem, words
from ..learned.files import load
from ..learned.forest import Forest, forest_of
from ..model import Figure, Sentence
from ..ranking.importance import articles_with
from .compress.keep import Keep
from .compress.surroundings import surroundings
from .tree import Tree, figure_tokens

MODEL = "headlines"

KEY_FIGURES = 10
"""How many key figures the models look at, whatever the style shows."""

KINDS = "count money percent measure duration age rate score rank ratio".split()
_KIND_NUMBER = {kind: number for number, kind in enumerate(KINDS, 1)}
NO_RANK = 99.0
UNRANKED = 50
_OPENING = 3
# What a stem that the table of terms does not know counts as.
_UNKNOWN = 20


@dataclass(frozen=True, slots=True)
class Story:
    """What the models know of an article beside its sentences.

    Attributes:
        occurrences: for each stem the indices of the sentences that hold it.
        counts: how often each stem occurs.
        length: words of the article.
        sentences: how many sentences it has.
        places: for each sentence index its place in the ranking, from 0.
        weights: for each sentence index its weight in the ranking.
        key: place of each key figure among them, by where it starts.
    """

    occurrences: Mapping[str, tuple[int, ...]]
    counts: Mapping[str, int]
    length: int
    sentences: int
    places: Mapping[int, int]
    weights: Mapping[int, float]
    key: Mapping[int, int]


def story(
    sentences: Sequence[Sentence],
    order: Sequence[int],
    weights: Mapping[int, float],
    key: Sequence[Figure],
) -> Story:
    """Count an article's words.

    Args:
        sentences: all its sentences.
        order: their indices, best first.
        weights: the weight of each in the ranking.
        key: its key figures, best first.
    """
    occurrences: dict[str, list[int]] = {}
    counts: Counter[str] = Counter()
    length = 0
    for sentence in sentences:
        spoken = words(sentence.text)
        length += len(spoken)
        stems = [own for word in spoken if (own := content_stem(word))]
        counts.update(stems)
        for own in dict.fromkeys(stems):
            occurrences.setdefault(own, []).append(sentence.index)
    return Story(
        {own: tuple(found) for own, found in occurrences.items()},
        counts,
        length,
        len(sentences),
        {index: place for place, index in enumerate(order)},
        weights,
        {figure.start: place for place, figure in reversed(list(enumerate(key)))},
    )


def content_stem(word: str) -> str:
    """The stem of a word that says something, "" for stop words and marks."""
    lowered = word.lower()
    if lowered in STOP_WORDS or not any(character.isalnum() for character in lowered):
        return ""
    return stem(lowered)


@cache
def _model() -> tuple[NDArray[np.float64], Forest]:
    arrays = load(MODEL)
    return arrays["content_weights"].astype(np.float64), forest_of(arrays, "content")


def content(
    trees: Sequence[Tree], columns: Sequence[NDArray[np.intp]], kept: Sequence[Keep], told: Story
) -> list[NDArray[np.float64]]:
    """For each sentence a logit for each token: how likely a headline takes its word up."""
    if not trees:
        return []
    weights, forest = _model()
    rows = [
        content_rows(tree, weights[own].sum(axis=1), keep, told)
        for tree, own, keep in zip(trees, columns, kept, strict=True)
    ]
    logits = forest.raw(np.concatenate(rows))
    return np.split(logits, np.cumsum([len(own) for own in rows])[:-1])


def content_rows(tree: Tree, guesses: NDArray[np.float64], keep: Keep, told: Story) -> NDArray[np.float64]:
    """What the trees read: the first guesses, their surroundings and the article's facts."""
    figures: dict[int, tuple[float, float, float, float]] = {}
    for figure in tree.figures:
        facts = (
            float(_KIND_NUMBER.get(figure.kind, 0)),
            float(told.key.get(figure.start, NO_RANK)),
            float(figure.bound != "="),
            float(figure.hypothetical or figure.negated),
        )
        for index in figure_tokens(tree, figure):
            figures[index] = facts
    strongest = max(map(_strength, told.occurrences.values()), default=1.0)
    own_index = tree.sentence.index
    of_sentence = (
        float(own_index),
        told.weights.get(own_index, 0.0),
        float(told.places.get(own_index, UNRANKED)),
        float(told.sentences),
        math.log(told.length + 1),
    )
    rows = []
    for token in tree.tokens:
        own = content_stem(token.text)
        occurs = told.occurrences.get(own, ()) if own else ()
        rows.append(
            (
                *of_sentence,
                float(told.counts.get(own, 0)) if own else -1.0,
                float(len(occurs)),
                len(occurs) / told.sentences,
                float(sum(index < _OPENING for index in occurs)),
                float(occurs[0]) if occurs else -1.0,
                float(0 in occurs),
                float(1 in occurs),
                math.log(articles_with(own, _UNKNOWN) + 1) if own else -1.0,
                _strength(occurs) / strongest,
                float(token.text[:1].isupper()),
                *figures.get(token.index, (0.0, NO_RANK, 0.0, 0.0)),
                keep.branches[token.index],
                keep.words[token.index],
                float(len(token.text)),
                keep.branches[token.head],
                float(token.index in tree.quoted),
            )
        )
    return np.hstack([surroundings(tree, guesses), np.array(rows, dtype=np.float64)])


def _strength(occurs: Sequence[int]) -> float:
    return sum(1.0 / (1.0 + index / 3.0) for index in occurs)
