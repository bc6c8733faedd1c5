"""How much of the article's news a word carries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..language.words import STOP_WORDS, stem, words
from ..model import Figure, Sentence, Warning

_TOLLS = frozenset({"conflict", "disaster", "accident"})


@dataclass(frozen=True, slots=True)
class Salience:
    """Weight of each stem, of each sentence, and the figures that matter.

    `figures_lead` is True in the kinds of news whose figures are the news: tolls of attacks and disasters.
    `clashes` are the warnings of figures that do not go together.
    """

    stems: Mapping[str, float]
    sentences: Mapping[int, float]
    key_figures: tuple[Figure, ...]
    best: float
    figures_lead: bool = False
    clashes: tuple[Warning, ...] = ()

    def of_word(self, word: str) -> float:
        """Weight of a word; 0.0 for stop words and words of no weight."""
        return 0.0 if word.lower() in STOP_WORDS else self.stems.get(stem(word.lower()), 0.0)

    def of_text(self, text: str) -> float:
        """Summed weight of the different stems of a text, as a share of that of the ten heaviest."""
        seen = {stem(word.lower()): None for word in words(text) if word.lower() not in STOP_WORDS}
        return sum(self.stems.get(s, 0.0) for s in seen) / self.best


def salience(
    sentences: Sequence[Sentence],
    weights: Mapping[int, float],
    key: tuple[Figure, ...],
    domain: str = "general",
    clashes: tuple[Warning, ...] = (),
) -> Salience:
    """Weigh the words of an article.

    A stem weighs the more, the more sentences hold it and the better those rank: the sum of
    1 / (1 + position / 3) over its sentences, so that the top of the story speaks loudest
    (the position-weighted word frequency of Nenkova & Vanderwende's SumBasic, 2005).

    Args:
        sentences: the article's sentences.
        weights: for each sentence index its weight in the ranking.
        key: the key figures, best first.
        domain: the likeliest kind of news.
        clashes: what `figures.conflicts` found.
    """
    stems: dict[str, float] = {}
    for sentence in sentences:
        share = 1.0 / (1.0 + sentence.index / 3.0)
        for found in dict.fromkeys(
            stem(w.lower()) for w in words(sentence.text) if w.lower() not in STOP_WORDS
        ):
            stems[found] = stems.get(found, 0.0) + share
    heaviest = sorted(stems.values(), reverse=True)[:10]
    return Salience(stems, weights, key, sum(heaviest) or 1.0, domain in _TOLLS, clashes)
