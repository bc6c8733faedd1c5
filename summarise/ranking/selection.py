"""From a ranking to an extract: the best sentences that can stand together."""

from collections.abc import Sequence

from summarise.language.words import words
from summarise.model import Ranked, Sentence
from summarise.ranking.features import content_stems
from summarise.ranking.openers import leaning_opener

# A sentence that has this share of its terms in one already taken says it again.
SAME = 0.7


def select(ranked: Sequence[Ranked], count: int) -> tuple[Sentence, ...]:
    """At most `count` sentences of a ranking, in source order.

    The best come first, with three rules. A sentence whose opening leans on the one before
    ("He", "But", "Meanwhile") is taken only behind that one. A sentence that repeats one
    already taken is passed over. A heading is taken only where there is nothing else. So
    fewer than `count` may come out, but never none from a ranking that has a sentence.
    """
    if count < 1 or not ranked:
        return ()
    real = [entry.sentence for entry in ranked if not entry.sentence.heading]
    candidates = real or [entry.sentence for entry in ranked]
    anchors = _anchors(candidates)
    taken: dict[int, Sentence] = {}
    terms: list[frozenset[str]] = []
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
        own = frozenset(content_stems(words(best.text)))
        if any(len(own & other) >= SAME * len(own) for other in terms):
            repeats.add(best.index)
            continue
        taken[best.index] = best
        terms.append(own)
    if not taken:
        taken[candidates[0].index] = candidates[0]
    return tuple(sorted(taken.values(), key=lambda sentence: sentence.index))


def _anchors(sentences: Sequence[Sentence]) -> dict[int, int | None]:
    """For each sentence the index of the one it leans on, None where it stands by itself.

    The first of all has nothing before it to lean on: an article that opens with "It" does so on purpose.
    """
    anchors: dict[int, int | None] = {}
    previous: int | None = None
    for sentence in sorted(sentences, key=lambda sentence: sentence.index):
        anchors[sentence.index] = previous if leaning_opener(sentence.text) else None
        previous = sentence.index
    return anchors
