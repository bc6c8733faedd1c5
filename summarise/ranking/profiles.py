"""Profiles: sets of weights for different texts and purposes, and the choice between them."""

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from summarise.ranking.discourse import Lean
from summarise.ranking.features import FEATURES, Measures
from summarise.ranking.story import Story
from summarise.ranking.terms import FUNCTION_WORDS, term
from summarise.resources import data_file

AUTO = "auto"
# From so many sentences on a text is no news story any more.
LONG = 120
# Taken for cut off from this probability on.
CUT = 0.44

OPENING: dict[str, str] = {
    "leans": "the first sentence leans on something",
    "pronoun": "it opens with a pronoun",
    "linker": "it opens with a word such as but",
    "definite": "its subject is a definite noun, or it opens with one and a number",
    "courtesy": "it opens with a title and a surname",
    "bare_name": "it opens with a name of one word",
    "named_later": "that name comes with a first name later on",
}
"""What else tells that a story's first sentences are missing."""

# These tell a short text from a long one more than a lead from another sentence.
_SIZE = frozenset({"frequency_mean", "forward_sum", "backward_sum", "names_elsewhere"})
_COURTESY = frozenset("mr mrs ms miss dr sir prof".split())
_RULES = {"pronoun": "pronoun opening", "linker": "linker opening", "definite": "definite subject"}


@dataclass(frozen=True, slots=True)
class Profile:
    """A set of weights.

    Attributes:
        name: also the name of its file in data/en/ranking.
        about: what it is for.
        opening_may_lean: the first sentence is no safe one by nature.
    """

    name: str
    about: str
    opening_may_lean: bool = False


PROFILES: dict[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile("news", "a news story, for an extract of several sentences"),
        Profile("one-sentence", "a news story, for an extract of one sentence"),
        Profile("lead-cut", "a news story without its first sentences", opening_may_lean=True),
        Profile("long-report", "a report, a speech, a long read: what matters may stand anywhere"),
    )
}


def profile_for(
    name: str, story: Story, measures: Measures, opening: Sequence[Lean], sentences: int | None
) -> Profile:
    """The profile of that name; for "auto" the one that fits.

    A text of 120 sentences or more is a long report. For one sentence it matters most whether the
    story still has its lead: see `cut_off`. Everything else is news.

    Args:
        name: a name in PROFILES, "auto", or a file of weights.
        story, measures: the story and what was counted.
        opening: what the first sentence would lean on if it had to stand by the rules.
        sentences: how many are asked for, None if the extract is limited otherwise.
    """
    if name.endswith(".toml"):
        return Profile(name, "fitted by the user")
    if name != AUTO:
        return PROFILES[name]
    if len(measures.sentences) >= LONG:
        return PROFILES["long-report"]
    if sentences != 1:
        return PROFILES["news"]
    # A text that still has its title has its lead as well.
    if story.title or cut_off(story, measures, opening) < CUT:
        return PROFILES["one-sentence"]
    return PROFILES["lead-cut"]


def cut_off(story: Story, measures: Measures, opening: Sequence[Lean]) -> float:
    """The probability, from 0 to 1, that the first sentence is not the one the story began with.

    A logistic model over the features of the first sentence, fitted by training/lead.py on stories
    with and without their leads.
    """
    if not measures.sentences:
        return 0.0
    weights = _weights()
    value = weights["base"] + sum(
        weights[name] * number for name, number in signs(story, measures, opening).items()
    )
    return 1.0 / (1.0 + math.exp(-value))


def signs(story: Story, measures: Measures, opening: Sequence[Lean]) -> dict[str, float]:
    """What `cut_off` weighs, by name."""
    first = measures.sentences[0]
    found = {name: value for name, value in zip(FEATURES, first.values, strict=True) if name not in _SIZE}
    found |= {f"word_{word}": 0.0 for word in FUNCTION_WORDS}
    found |= {f"word_{FUNCTION_WORDS[number]}": float(count) for number, count in first.functions.items()}
    rules = {lean.rule for lean in opening}
    own = story.words[first.position]
    name = term(own[0]).name if story.cased and own else ""
    bare = bool(name) and len(own) > 1 and not own[1][0].isupper()
    found["leans"] = float(bool(rules))
    found |= {sign: float(rule in rules) for sign, rule in _RULES.items()}
    found["courtesy"] = float(bool(own) and own[0].lower().rstrip(".") in _COURTESY)
    found["bare_name"] = float(bare)
    found["named_later"] = float(bare and _named_later(story, name, first.position))
    return found


def _named_later(story: Story, name: str, position: int) -> bool:
    for text in story.words[position + 1 :]:
        for before, word in pairwise(text):
            if term(word).name == name and term(before).name:
                return True
    return False


@cache
def _weights() -> dict[str, float]:
    table = tomllib.loads(data_file("en/ranking/cut_off.toml").read_text(encoding="utf-8"))
    return {name: float(value) for name, value in table["weights"].items()}
