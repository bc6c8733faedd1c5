"""The "news" ranker: a weighted sum of countable features, each with its reason in words.

The weights are literal and few, so that an editor can follow every score. They were
set by coordinate search on development articles (CNN/DailyMail, ROUGE-1 against
their highlights; training/ has none of the texts).
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from summarise.model import Sentence
from summarise.ranking.features import Features, features

# Words that a sentence should have at least and at most to be taken as it stands.
SHORTEST, LONGEST = 8, 40

WEIGHTS: dict[str, float] = {
    "first": 0.5,
    "early": 1.0,
    "share": 0.3,
    "forward": 0.5,
    "backward": 0.0,
    "frequency": 0.3,
    "frequent": 0.3,
    "title": 0.5,
    "short": -1.0,
    "long": -0.3,
    "quoted": -0.3,
    "person": -0.3,
    "figure": 0.1,
    "question": -0.5,
    "opener": -0.2,
    "notice": -5.0,
    "heading": -10.0,
}


class Contribution(NamedTuple):
    """What one feature adds to a score, and why."""

    name: str
    value: float
    reason: str


def score_news(sentences: Sequence[Sentence], title: str | None) -> list[tuple[float, tuple[str, ...]]]:
    """A score and its reasons for each sentence, in the order given; the weightiest reason comes first."""
    scored = []
    for feature in features(sentences, title):
        added = [c for c in contributions(feature) if c.value]
        added.sort(key=lambda contribution: -abs(contribution.value))
        scored.append((math.fsum(c.value for c in added), tuple(c.reason for c in added)))
    return scored


def contributions(f: Features, weights: dict[str, float] = WEIGHTS) -> list[Contribution]:
    """What each feature adds to the score of a sentence; value 0 where it has nothing to say."""
    share = (f.of - f.number) / max(1, f.of - 1)
    frequent, frequents = f.frequent
    titled, titles = f.title
    measured: list[tuple[str, float, str]] = [
        ("first", float(f.number == 1), "opens the story"),
        ("early", 1 / math.log2(f.number + 1), f"is sentence {f.number} of {f.of}"),
        ("share", share, f"has {share:.0%} of the story still to come"),
        ("forward", f.forward, f"is taken up by what follows ({f.forward:.0%} of the most taken up)"),
        ("backward", f.backward, f"repeats what went before ({f.backward:.0%} of the most repetitive)"),
        ("frequency", f.frequency, f"keeps to the story's words ({f.frequency:.0%} of the closest)"),
        (
            "frequent",
            frequent / max(1, frequents),
            f"shares {frequent} of the {frequents} most frequent terms",
        ),
        ("title", titled / max(1, titles), f"shares {titled} of the title's {titles} terms"),
        ("short", max(0, SHORTEST - f.size) / SHORTEST, f"has only {f.size} words"),
        ("long", min(1.0, max(0, f.size - LONGEST) / LONGEST), f"has as many as {f.size} words"),
        ("quoted", f.quoted, f"is quoted speech ({f.quoted:.0%})"),
        ("person", min(1.0, f.person / 2), f"speaks in the first or second person ({f.person} words)"),
        ("figure", min(1.0, f.figures / 2), f"gives figures ({f.figures})"),
        ("question", float(f.question), "asks a question"),
        ("opener", float(f.opener is not None), f"opens with '{f.opener}'"),
        ("notice", float(f.notice is not None), f"reads like a notice to readers ('{f.notice}')"),
        ("heading", float(f.heading), "is a heading"),
    ]
    return [Contribution(name, weights[name] * value, reason) for name, value, reason in measured]
