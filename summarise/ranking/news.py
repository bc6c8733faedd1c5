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
    "first": 0.2,
    "early": 1.0,
    "share": 0.9,
    "forward": 0.7,
    "frequency": 0.5,
    "frequent": 0.2,
    "title": 0.5,
    "short": -1.6,
    "long": -1.7,
    "quoted": -0.9,
    "person": -0.3,
    "figure": 0.1,
    "question": -0.2,
    "quotation": -0.4,
    "opener": -0.05,
    "notice": -5.0,
    "heading": -10.0,
}


REASONS: dict[str, str] = {
    "first": "opens the story",
    "early": "is sentence {f.number} of {f.of}",
    "share": "has {value:.0%} of the story still to come",
    "forward": "is taken up by what follows ({value:.0%} of the most taken up)",
    "frequency": "keeps to the story's words ({value:.0%} of the closest)",
    "frequent": "shares {f.frequent[0]} of the {f.frequent[1]} most frequent terms",
    "title": "shares {f.title[0]} of the title's {f.title[1]} terms",
    "short": "has only {f.size} words",
    "long": "has as many as {f.size} words",
    "quoted": "is quoted speech ({value:.0%})",
    "person": "speaks in the first or second person ({f.person} words)",
    "figure": "gives figures ({f.figures})",
    "question": "asks a question",
    "quotation": "goes on with a quotation",
    "opener": "leans on the sentence before ('{f.opener}')",
    "notice": "reads like a notice to readers or a caption ('{f.notice}')",
    "heading": "is a heading",
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
        added = sorted(contributions(feature), key=lambda contribution: -abs(contribution.value))
        scored.append((math.fsum(c.value for c in added), tuple(c.reason for c in added)))
    return scored


def contributions(f: Features) -> list[Contribution]:
    """What each feature that has something to say adds to the score of a sentence."""
    return [
        Contribution(name, WEIGHTS[name] * value, REASONS[name].format(f=f, value=value))
        for name, value in measured(f).items()
        if value
    ]


def measured(f: Features) -> dict[str, float]:
    """The features on the scale of the weights, each from 0 to 1."""
    return {
        "first": float(f.number == 1),
        "early": 1 / math.log2(f.number + 1),
        "share": (f.of - f.number) / max(1, f.of - 1),
        "forward": f.forward,
        "frequency": f.frequency,
        "frequent": f.frequent[0] / max(1, f.frequent[1]),
        "title": f.title[0] / max(1, f.title[1]),
        "short": max(0, SHORTEST - f.size) / SHORTEST,
        "long": min(1.0, max(0, f.size - LONGEST) / LONGEST),
        "quoted": f.quoted,
        "person": min(1.0, f.person / 2),
        "figure": min(1.0, f.figures / 2),
        "question": float(f.question),
        "quotation": float(f.quotation),
        "opener": float(f.opener is not None),
        "notice": float(f.notice is not None),
        "heading": float(f.heading),
    }
