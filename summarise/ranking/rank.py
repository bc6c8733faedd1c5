"""One door to all rankers, by name."""

from collections.abc import Callable, Sequence

from summarise.errors import StyleError
from summarise.model import Ranked, Sentence
from summarise.ranking.classic import CLASSIC, score_classic
from summarise.ranking.news import score_news

Scores = list[tuple[float, tuple[str, ...]]]
Ranker = Callable[[Sequence[Sentence], str | None], Scores]


def _classic(name: str) -> Ranker:
    def score(sentences: Sequence[Sentence], title: str | None) -> Scores:
        return [
            (rating, (f"{name} rates it {rating:.4g}",)) for rating in score_classic(name, sentences, title)
        ]

    return score


RANKERS: dict[str, Ranker] = {"news": score_news} | {name: _classic(name) for name in CLASSIC}
"""Every ranker by its name: from the sentences and the title to a score and its reasons for each sentence."""


def rank(
    sentences: Sequence[Sentence], *, ranker: str = "news", title: str | None = None
) -> tuple[Ranked, ...]:
    """The sentences of one article, best first, with score and reasons.

    Args:
        sentences: what `segment` gave, headings included.
        ranker: a name in `RANKERS`.
        title: the article's title, if it has one; some rankers look for its words.

    Returns:
        Every sentence once; ranks run from 1. Equal scores keep the order of the article.
        Scores are comparable within one article and one ranker only.

    Raises:
        StyleError: there is no ranker of that name.
    """
    if ranker not in RANKERS:
        raise StyleError(f"there is no ranker {ranker!r}", hint=f"choose one of {', '.join(RANKERS)}")
    if not sentences:
        return ()
    scored = zip(sentences, RANKERS[ranker](sentences, title), strict=True)
    best_first = sorted(scored, key=lambda pair: (-pair[1][0], pair[0].index))
    return tuple(
        Ranked(sentence, place, score, reasons)
        for place, (sentence, (score, reasons)) in enumerate(best_first, 1)
    )
