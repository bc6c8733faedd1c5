"""One door to all rankers, by name: the order of a story's sentences."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarise.errors import StyleError
from summarise.language.words import words
from summarise.model import Ranked, Sentence
from summarise.ranking.classic import CLASSIC, score_classic
from summarise.ranking.discourse import Discourse, Lean
from summarise.ranking.features import Measures, measure
from summarise.ranking.notices import Notice, notices
from summarise.ranking.profiles import AUTO, PROFILES, Profile, profile_for
from summarise.ranking.reasons import beside_reason, main_of, ranking_reasons
from summarise.ranking.score import Scores, score
from summarise.ranking.story import Story, story_of
from summarise.ranking.terms import content_stems
from summarise.ranking.weights import Weights, load_weights

NEWS = "news"
RANKERS: dict[str, str] = {
    NEWS: "ours: fitted weights over plain features, see PROFILES",
    **{name: f"{name} of sumy" for name in CLASSIC},
}
"""Every ranker by its name."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """A story with everything that its order and its extract are made of.

    Attributes:
        story: the story.
        own: positions of the sentences an extract may take, in order.
        beside: the notices, by position.
        ranked: the order, best first.
        scores, weights: what our ranker found and what it weighed with, None for a classic one.
        profile: the profile that was used.
    """

    story: Story
    own: tuple[int, ...]
    beside: dict[int, Notice]
    ranked: tuple[Ranked, ...]
    scores: Scores | None
    weights: Weights | None
    profile: Profile


def rank(
    sentences: Sequence[Sentence],
    *,
    ranker: str = NEWS,
    title: str | None = None,
    profile: str = AUTO,
    wanted: int | None = None,
    weights: Weights | None = None,
) -> Ranking:
    """The sentences of one article in order of their worth, with scores and reasons.

    Args:
        sentences: what `segment` gave, headings included.
        ranker: a name in `RANKERS`.
        title: the article's title, if it has one; its words count.
        profile: a name in `PROFILES`, "auto" or a file of weights (.toml); our own ranker only.
        wanted: how many sentences the extract is to have, if that is known: "auto" looks at it.
        weights: use these instead of the profile's own.

    Returns:
        A Ranking whose `ranked` has every sentence once; ranks run from 1. Equal scores keep the
        order of the article. Scores are comparable within one article, ranker and profile only.
        Headings, notices and captions come last.

    Raises:
        StyleError: there is no ranker or profile of that name, or its file is broken.
    """
    _known("ranker", ranker, RANKERS)
    if not profile.endswith(".toml"):
        _known("profile", profile, (AUTO, *PROFILES))
    story = story_of(sentences, title)
    beside = notices(story.sentences) if story.sentences else {}
    own = own_positions(story.sentences, beside)
    if ranker != NEWS:
        return _classic(ranker, story, own, beside)
    measures = measure(story, own)
    chosen = _profile(profile, story, beside, measures, wanted)
    weights = weights or load_weights(chosen.name)
    scores = score(measures, weights)
    said = ranking_reasons(scores, main_of(measures, scores, _titled(title)))
    values = [scored.score for scored in scores.sentences]
    return Ranking(story, own, beside, _ordered(story, own, beside, values, said), scores, weights, chosen)


def standing(place: int) -> float:
    """What a sentence of this rank counts for those who come after the ranking, from 1 downwards."""
    return 1.0 / (1.0 + 0.35 * (place - 1))


def own_positions(sentences: Sequence[Sentence], beside: dict[int, Notice]) -> tuple[int, ...]:
    """Positions of the story's own sentences; where there are none, the notices', then the headings'."""
    real = [position for position, sentence in enumerate(sentences) if not sentence.heading]
    own = [position for position in real if position not in beside]
    return tuple(own or real or range(len(sentences)))


def _profile(
    name: str, story: Story, beside: dict[int, Notice], measures: Measures, wanted: int | None
) -> Profile:
    opening: tuple[Lean, ...] = ()
    if name == AUTO and wanted == 1 and measures.sentences:
        first = measures.sentences[0].position
        # Only the first sentence is asked for: the others need not be looked at.
        part = replace(story, sentences=story.sentences[: first + 1], words=story.words[: first + 1])
        opening = Discourse(part, beside, opening_may_lean=True).of(first)
    return profile_for(name, story, measures, opening, wanted)


def _titled(title: str | None) -> int:
    return len(set(content_stems(words(title)))) if title else 0


def _classic(ranker: str, story: Story, own: tuple[int, ...], beside: dict[int, Notice]) -> Ranking:
    ratings = score_classic(ranker, story.sentences, story.title)
    values = [ratings[position] for position in own]
    said = [(f"{ranker} rates it {value:.4g}",) for value in values]
    ranked = _ordered(story, own, beside, values, said)
    return Ranking(story, own, beside, ranked, None, None, PROFILES["news"])


def _ordered(
    story: Story,
    own: Sequence[int],
    beside: dict[int, Notice],
    values: Sequence[float],
    said: Sequence[tuple[str, ...]],
) -> tuple[Ranked, ...]:
    """All sentences, best first; what is no part of the story comes behind it."""
    lowest = min(values, default=0.0)
    rated = {position: (value, reasons) for position, value, reasons in zip(own, values, said, strict=True)}
    for position, sentence in enumerate(story.sentences):
        if position not in rated:
            reason = beside_reason(sentence, beside.get(position))
            rated[position] = (lowest - (2.0 if sentence.heading else 1.0), (reason,))
    order = sorted(rated, key=lambda position: (-rated[position][0], position))
    return tuple(
        Ranked(story.sentences[position], place, *rated[position]) for place, position in enumerate(order, 1)
    )


def _known(kind: str, name: str, names: Sequence[str] | dict[str, str]) -> None:
    if name not in names:
        raise StyleError(f"there is no {kind} {name!r}", hint=f"choose one of {', '.join(names)}")
