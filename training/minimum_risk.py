"""The two fits: word importance (logistic regression), and sentence weights (minimum risk).

Minimum-risk training (Smith and Eisner, ACL 2006): for each story all admissible sets of k among
its likeliest sentences are laid out; the weights give each set a probability by a softmax over
linear scores; they are moved so that the expected ROUGE-1 + ROUGE-2 of the set drawn rises (Adam).
Sets that would dangle are not laid out: the weights learn to choose among extracts that may be
printed.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from summarise.ranking.features import FEATURES
from summarise.ranking.importance import FLAGS, classes
from summarise.ranking.terms import FUNCTION_WORDS
from summarise.ranking.weights import CLASSES, EXTRACT, IMPORTANCE, SCALES, USUAL_WORDS

from .examples import Array, Example

CANDIDATES = 16
NAMES = (*FEATURES, *FUNCTION_WORDS, *IMPORTANCE, *EXTRACT)
WORD_NAMES = (*(f"{name}.{at}" for name, size in CLASSES.items() for at in range(size)), *FLAGS, *SCALES)
# Not fitted, as no set has titles: having all of a title's terms counts as much as a good place.
HAND_SET = {"title": 1.0}
_COLUMN = {name: column for column, name in enumerate(WORD_NAMES)}


def word_rows(one: Example) -> Array:
    """The entries of the tables for each term of a story."""
    rows = np.zeros((len(one.measures.counts.times), len(WORD_NAMES)), np.float32)
    for row, term in enumerate(one.measures.counts.times):
        for name, value in classes(term, one.measures.counts).items():
            rows[row, _COLUMN[name]] = value
    return rows


def fit_words(rows: Array, referred: Array, *, l2: float = 1e-4, steps: int = 9) -> tuple[Array, float]:
    """Weights and base of the logistic model, by Newton's method."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    design = np.c_[(rows - mean) / spread, np.ones(len(rows), np.float32)].astype(np.float64)
    weights = np.zeros(design.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (chance - referred) / len(rows) + l2 * weights
        curve = (design * (chance * (1 - chance))[:, None]).T @ design / len(rows) + l2 * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    found = weights[:-1] / spread
    # A class that no term was in says nothing.
    found[rows.std(0) == 0] = 0.0
    return found, float(weights[-1] - (found * mean).sum())


def chances(rows: Array, weights: Array, base: float) -> Array:
    """The probability of each term under a fitted model."""
    return np.asarray(1 / (1 + np.exp(-(rows @ weights + base))), np.float32)


def sets_of(candidates: Array, size: int) -> Array:
    """All sets of `size` among the candidates, a row each, in order."""
    size = min(size, len(candidates))
    return np.asarray(
        candidates[np.array(list(combinations(range(len(candidates)), size)), int).reshape(-1, size)]
    )


def admissible(one: Example, sets: Array, opening_may_lean: bool) -> Array:
    """Which sets hold a supporter for everything they lean on and do not end with a question."""
    inside = np.zeros((len(sets), len(one.needs)), bool)
    inside[np.arange(len(sets))[:, None], sets] = True
    good = ~one.asks[sets.max(1)]
    for sentence, needs in enumerate(one.needs):
        for supporters in needs:
            supported = inside[:, list(supporters)].any(1) if supporters else np.zeros(len(sets), bool)
            good &= ~inside[:, sentence] | supported
    return np.asarray(good)


def rows_of(one: Example, sets: Array) -> Array:
    """What NAMES count of each set of sentences."""
    assert one.chances is not None
    masses = np.array([[one.chances[t].sum(), (one.chances[t] ** 2).sum()] for t in one.terms], np.float32)
    own = np.concatenate([one.values, masses.reshape(-1, 2)], 1)[sets].sum(1)
    size = sets.shape[1]
    words = one.sizes[sets].sum(1) / (USUAL_WORDS * size)
    held = np.zeros((len(sets), len(one.chances)), bool)
    for sentence in np.unique(sets):
        mask = np.zeros(len(one.chances), bool)
        mask[one.terms[sentence]] = True
        held[(sets == sentence).any(1)] |= mask
    positions = np.array([s.position for s in one.measures.sentences])
    adjacent = (np.diff(positions[sets], axis=1) == 1).sum(1) if size > 1 else np.zeros(len(sets))
    third = size / 3
    whole = [words * third, words**2 * third, adjacent, held @ one.chances, held @ one.chances**2]
    return np.concatenate([own, np.array(whole, np.float32).T], 1).astype(np.float32)


def rouge(one: Example, sets: Array) -> Array:
    """ROUGE-1 + ROUGE-2 F1 of each set (pairs of words across two sentences left out)."""
    hits = np.minimum(one.unigrams[sets].sum(1), one.wanted).sum(1)
    tokens = one.tokens[sets].sum(1)
    pairs = np.minimum(one.bigrams[sets].sum(1), one.wanted_pairs).sum(1)
    first = 2 * hits / np.maximum(1, tokens + one.wanted.sum())
    second = 2 * pairs / np.maximum(1, tokens - sets.shape[1] + one.wanted_pairs.sum())
    return np.asarray(first + second, np.float32)


def likeliest(one: Example, number: int) -> Array:
    """The sentences that a plain sum of place, links and frequency puts first, in order of the story."""
    at = {name: column for column, name in enumerate(FEATURES)}
    plain = one.values[:, at["forward"]] + one.values[:, at["frequency"]] - one.values[:, at["place_log"]]
    return np.sort(np.argsort(-plain, kind="stable")[:number])


def fit_sentences(
    examples: Sequence[Example],
    size: int,
    *,
    opening_may_lean: bool,
    price: float = 0.0,
    steps: int = 400,
    rate: float = 0.03,
    l2: float = 7e-3,
    strict: float = 12.0,
) -> Array:
    """The weights of NAMES.

    `price` is what an extract of usual length pays for its words, `strict` how many times harder
    than other weights those of the function words are held to nought: they are many, and each
    says little.
    """
    laid_out, gains = [], []
    for one in examples:
        candidates = np.arange(len(one.needs)) if size == 1 else likeliest(one, CANDIDATES)
        sets = sets_of(candidates, size)
        good = admissible(one, sets, opening_may_lean)
        sets = sets[good] if good.sum() > 1 else sets
        if len(sets) < 2:
            continue
        rows = rows_of(one, sets)
        laid_out.append(rows)
        paid = price * one.sizes[sets].sum(1) / (USUAL_WORDS * sets.shape[1])
        gains.append(one.record.weight * (rouge(one, sets) - paid))
    starts = np.cumsum([0, *map(len, laid_out)])[:-1]
    lengths = np.array(list(map(len, laid_out)))
    rows, gain = np.concatenate(laid_out), np.concatenate(gains).astype(np.float32)
    owner = np.repeat(np.arange(len(lengths)), lengths)
    rows -= (np.add.reduceat(rows, starts) / lengths[:, None])[owner]
    spread = np.sqrt((rows**2).mean(0)) + 1e-6
    rows /= spread
    strictness = np.array([strict if name in FUNCTION_WORDS else 1.0 for name in NAMES], np.float32)
    weights: Array = np.zeros(rows.shape[1], np.float32)
    first: Array = np.zeros_like(weights)
    second: Array = np.zeros_like(weights)
    for step in range(1, steps + 1):
        logits = rows @ weights
        logits -= np.maximum.reduceat(logits, starts)[owner]
        chance = np.exp(logits)
        chance /= np.add.reduceat(chance, starts)[owner]
        expected = np.add.reduceat(chance * gain, starts)
        slope = rows.T @ (chance * (gain - expected[owner])) * 10 / len(lengths) - l2 * strictness * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        stride = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights = np.asarray(weights + rate * stride, np.float32)
    found = weights / spread
    found[spread < 1e-5] = 0.0
    for name, value in HAND_SET.items():
        found[NAMES.index(name)] = value
    return np.asarray(found)
