"""From a ranking to an extract: the best sentences that can stand together."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from summarise.language.words import words
from summarise.model import Ranked, Sentence
from summarise.ranking.context import notices, predecessors
from summarise.ranking.features import content_stems

# A sentence that has this share of its terms in one already taken says it again.
SAME = 0.7
# So much less is enough where both give the same figure of the same thing ("14 native speakers").
SAME_WITH_FIGURE = 0.4


def select(ranked: Sequence[Ranked], count: int) -> tuple[Sentence, ...]:
    """At most `count` sentences of a ranking, in source order.

    The best come first, with three rules. A sentence that leans on the one before ("He", "But",
    ", she said", the middle of a quotation) is taken only behind that one. A sentence that
    repeats one already taken is passed over. Headings, notices and captions are taken only
    where there is nothing else. So fewer than `count` may come out, but never none from a
    ranking that has a sentence.
    """
    if count < 1 or not ranked:
        return ()
    candidates = _candidates([entry.sentence for entry in ranked])
    anchors = predecessors(candidates)
    taken: dict[int, Sentence] = {}
    said: list[_Content] = []
    repeats: set[int] = set()
    while len(taken) < count:
        best = next(
            (
                sentence
                for sentence in candidates
                if sentence.index not in taken
                and sentence.index not in repeats
                and anchors[sentence.index] in (None, *taken)
            ),
            None,
        )
        if best is None:
            break
        own = _content(best)
        if any(_repeats(own, other) for other in said):
            repeats.add(best.index)
            continue
        taken[best.index] = best
        said.append(own)
    if not taken:
        taken[candidates[0].index] = candidates[0]
    return tuple(sorted(taken.values(), key=lambda sentence: sentence.index))


class _Content(NamedTuple):
    """What a sentence says, for comparison: its terms, and each figure with the term behind it."""

    terms: frozenset[str]
    figures: frozenset[tuple[str, str]]


def _content(sentence: Sentence) -> _Content:
    stems = content_stems(words(sentence.text))
    figures = (
        (figure, noun) for figure, noun in pairwise(stems) if figure[0].isdigit() or figure[-1].isdigit()
    )
    return _Content(frozenset(stems), frozenset(figures))


def _repeats(own: _Content, other: _Content) -> bool:
    share = SAME_WITH_FIGURE if own.figures & other.figures else SAME
    return len(own.terms & other.terms) >= share * len(own.terms)


def _candidates(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of the story itself; where there are none, the notices, then the headings."""
    beside = notices(sentences)
    real = [sentence for sentence in sentences if not sentence.heading]
    story = [sentence for sentence in real if sentence.index not in beside]
    return story or real or list(sentences)
