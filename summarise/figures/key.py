"""Which figures of an article matter.

A linear score over what an editor looks at: where the figure stands, what kind
it is, and whether it counts something that can be named. The weights were chosen
by hand where a coarse random search over the sample corpus was flat and good.
"""

from collections.abc import Sequence

from summarise.figures.compare import same_quantity
from summarise.figures.lexicon import words
from summarise.model import Figure, FigureKind

_KIND: dict[FigureKind, float] = {
    "count": 0.5, "money": 0.8, "percent": 0.7, "measure": 0.4, "rate": 0.5, "score": 0.6, "ratio": 0.5,
    "duration": 0.05, "age": -0.3, "rank": -0.4,
}  # fmt: skip
_CASUALTIES = 0.5
_NOUN = 0.1
_FIRST_IN_SENTENCE = 0.1
_LATER = 0.25  # for every sentence further down, up to the tenth
_SENTENCE = 1.5


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
    scored: list[tuple[float, int]] = []
    for order, figure in enumerate(figures):
        weight = weights[figure.sentence] if 0 <= figure.sentence < len(weights) else low
        score = _SENTENCE * ((weight - low) / (high - low) if high > low else 0.0)
        score += _worth(figure)
        if figure.sentence not in seen:
            seen.add(figure.sentence)
            score += _FIRST_IN_SENTENCE
        scored.append((-score, order))
    best: list[Figure] = []
    for _, order in sorted(scored):
        figure = figures[order]
        if len(best) == count:
            break
        if not any(_repeats(figure, other) for other in best):
            best.append(figure)
    return tuple(best)


def _repeats(figure: Figure, other: Figure) -> bool:
    """The same amount of the same thing; a figure without a noun may repeat any."""
    if not same_quantity(figure, other):
        return False
    mine, theirs = (figure.noun or "").lower(), (other.noun or "").lower()
    return not mine or not theirs or mine.endswith(theirs) or theirs.endswith(mine)


def _worth(figure: Figure) -> float:
    score = _KIND[figure.kind] - _LATER * min(figure.sentence, 10)
    if figure.noun:
        score += _NOUN
        last = figure.noun.lower().rsplit(" ", 1)[-1]
        if last in words("casualty_nouns") or last in words("people_nouns"):
            score += _CASUALTIES
    elif figure.kind == "count":
        score -= 0.4
    if figure.negated:
        score -= 0.4
    if figure.hypothetical:
        score -= 0.1
    if figure.kind == "count" and figure.value <= 2:
        score -= 0.5
    return score
