"""Which figures of an article matter.

A linear score over what an editor looks at: where the figure stands, what kind
it is, and whether it counts something that can be named. The weights were chosen
by hand where a coarse random search over the sample corpus was flat and good.
"""

from collections import Counter
from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from summarise.figures.compare import noun_key, same_quantity
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.model import Figure, FigureKind

_KIND: dict[FigureKind, float] = {
    "count": 0.5, "money": 0.8, "percent": 0.7, "measure": 0.4, "rate": 0.5, "score": 0.6, "ratio": 0.5,
    "duration": 0.05, "age": -0.3, "rank": -0.4,
}  # fmt: skip
_SELDOM_NEWS = ("duration", "age", "rank")  # the place of their sentence does less for these
_IDLE_NOUNS = word_class("key", "idle_nouns")
_TOLLS = word_class("key", "tolls")
_PERSONS = word_class("key", "persons")
_CASUALTIES = 0.5
_NOUN = 0.1
_FIRST_IN_SENTENCE = 0.1
_LATER = 0.25  # for every sentence further down, up to the tenth
_ONE_MORE = 0.3  # off for each figure of its kind already taken from its sentence
_SENTENCE = 1.0
_SENTENCE_SELDOM = 0.5


def key_figures(figures: Sequence[Figure], weights: Sequence[float], count: int) -> tuple[Figure, ...]:
    """The figures that matter most, best first, each quantity once.

    Args:
        figures: as `find_figures` gives them.
        weights: weight of each sentence in the article's ranking, higher is better; a figure of a
            sentence beyond the end of the list weighs nothing.
        count: how many at most, 0 or more.
    """
    if count <= 0 or not figures:
        return ()
    low, high = (min(weights), max(weights)) if weights else (0.0, 0.0)
    seen: set[int] = set()
    queue: list[tuple[float, int]] = []
    for order, figure in enumerate(figures):
        weight = weights[figure.sentence] if 0 <= figure.sentence < len(weights) else low
        share = _SENTENCE_SELDOM if figure.kind in _SELDOM_NEWS else _SENTENCE
        score = share * ((weight - low) / (high - low) if high > low else 0.0) + _worth(figure)
        if figure.sentence not in seen:
            seen.add(figure.sentence)
            score += _FIRST_IN_SENTENCE
        queue.append((-score, order))
    heapify(queue)
    best: list[Figure] = []
    taken: Counter[tuple[int, str]] = Counter()  # figures of a sentence and kind that were taken
    charged: Counter[int] = Counter()  # how many of these a figure was marked down for
    while queue and len(best) < count:
        score, order = heappop(queue)
        figure = figures[order]
        alike = figure.sentence, figure.kind
        more = taken[alike] - charged[order]
        if more and not _of_people(figure):
            charged[order] = taken[alike]
            heappush(queue, (score + more * _ONE_MORE, order))
            continue
        if any(_repeats(figure, other) for other in best):
            continue
        best.append(figure)
        taken[alike] += 1
    return tuple(best)


def _repeats(figure: Figure, other: Figure) -> bool:
    """The same amount of the same thing; a figure without a noun may repeat any."""
    if not same_quantity(figure, other):
        return False
    mine, theirs = noun_key(figure), noun_key(other)
    return not mine or not theirs or mine.endswith(theirs) or theirs.endswith(mine)


def _worth(figure: Figure) -> float:
    score = _KIND[figure.kind] - _LATER * min(figure.sentence, 10)
    if figure.noun:
        score += _NOUN + (_CASUALTIES if _of_people(figure) else 0.0)
    elif figure.kind == "count":
        score -= 0.4
    if figure.negated:
        score -= 0.4
    if figure.hypothetical:
        score -= 0.1
    if figure.kind == "count" and figure.value <= 2:
        score -= 0.5 if figure.value == 2 else 1.0
    if _is_idle(figure):
        score -= 0.5
    if figure.cue_span is not None and figure.cue_span.start == figure.start:
        score -= 0.5  # "hundreds": its size is all that is known
    return score


def _of_people(figure: Figure) -> bool:
    """People, above all the dead and the hurt."""
    last = noun_key(figure).rsplit(" ", 1)[-1]
    return last in words("casualty_nouns") | words("people_nouns") | _TOLLS | _PERSONS


def _is_idle(figure: Figure) -> bool:
    """ "one guess", "two wrongs", "a million things": a turn of phrase."""
    last = noun_key(figure).rsplit(" ", 1)[-1]
    first, _, scale = figure.text.lower().partition(" ")
    round_ = first in ("a", "one") and scale in lexicon().scales
    return figure.kind in ("count", "ratio") and last in _IDLE_NOUNS and (round_ or figure.value <= 2)
