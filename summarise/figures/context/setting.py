"""Where and when a figure holds: phrases of place and time in its own clause, by patterns."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import islice

from summarise.figures.context.naming import SAID
from summarise.figures.context.places import place_at
from summarise.figures.context.setting_words import Setting, lists
from summarise.figures.context.times import time_at
from summarise.figures.lexicon import lexicon, word_class
from summarise.figures.nouns.phrases import TokenSpan
from summarise.figures.tokens import Line

_WEEKDAYS = word_class("labels", "weekdays")
_MONTHS = word_class("labels", "months")
_HARD = frozenset({";", ":", "“", "”", "(", ")", "—", "–"})
_OWNED = 2  # tokens between "Sunday's" and a figure
_FARTHEST = 14  # tokens between a figure and where or when it holds


@cache
def _starters() -> frozenset[str]:
    """Words that a phrase of place or time can begin with, beside numbers; everything else is passed over."""
    known = lists()
    time = known["time"]
    led = (
        time["prepositions"]
        | time["pointing"]
        | time["alone"]
        | time["degrees"]
        | {"a", "an", "the", "several"}
    )
    return (
        led
        | known["place"]["prepositions"]
        | known["place"]["alone"]
        | {"at", "now"}
        | {phrase.split()[0] for phrase in time["phrases"]}
        | {f"{day}{end}" for day in _WEEKDAYS for end in ("'s", "’s")}
        | _WEEKDAYS
        | _MONTHS
        | frozenset(lexicon().cardinals)
    )


def settings(line: Line) -> tuple[Setting, ...]:
    """Every phrase of place and time of a line, in order, without those of who speaks."""
    found: list[Setting] = []
    at = 0
    starters, tokens = _starters(), line.tokens
    while at < len(tokens):
        token = tokens[at]
        begins = token.lower in starters or token.kind == "number"
        one = (time_at(line, at) or place_at(line, at)) if begins else None
        if one is None:
            at += 1
            continue
        if not _of_a_speaker(line, one.span):
            found.append(one)
        at = one.span[1]
    return tuple(found)


def nearest(line: Line, known: Sequence[Setting], kind: str, span: TokenSpan) -> TokenSpan | None:
    """The tokens to show of the place or time that the figure at tokens `span` holds for, or None."""
    best: tuple[int, TokenSpan] | None = None
    # Only those that are near, and what opens the line: a long list is not read for each of its figures.
    near = bisect_left(known, span[0] - 2 * _FARTHEST, key=lambda one: one.span[0])
    for one in islice(known, near, len(known)):
        if one.span[0] > span[1] + _FARTHEST:
            break
        if one.kind != kind or (one.span[0] < span[1] and span[0] < one.span[1]):
            continue
        behind = one.span[0] >= span[1]
        if one.owning and (behind or span[0] - one.span[1] > _OWNED):
            continue
        gap = (span[1], one.span[0]) if behind else (one.span[1], span[0])
        if not _reaches(line, gap, opening=_opens(line, one.span), behind=behind):
            continue
        distance = gap[1] - gap[0] + (0 if behind else 2)
        if best is None or distance < best[0]:
            best = distance, one.shown
    return best[1] if best else None


def _opens(line: Line, span: TokenSpan) -> bool:
    """Whether a phrase opens its sentence: "In May, ..."."""
    return span[0] <= 1 and line[span[1]].text == ","


def _reaches(line: Line, gap: TokenSpan, *, opening: bool, behind: bool) -> bool:
    """Whether what stands between a figure and a phrase leaves both in one clause."""
    if gap[1] - gap[0] > (_FARTHEST * 2 if opening else _FARTHEST):
        return False
    ends = lists()["reach"]["clause_ends"]
    for at in range(*gap):
        token = line[at]
        if token.text in _HARD or token.lower in ends:
            return False
        if token.text == "," and not (opening and not behind):
            return False
    return True


def _of_a_speaker(line: Line, span: TokenSpan) -> bool:
    """Whether the phrase tells when or where somebody spoke: "said on Monday", "police in Lund said"."""
    start, end = span
    if line[end].lower in SAID or (line[end + 1].lower in SAID and line[end].lower in ("has", "had", "have")):
        return True
    for at in range(start - 1, max(start - 5, -1), -1):
        token = line[at]
        if token.lower in SAID or token.lower in ("statement", "reporters", "interview"):
            return True
        if token.kind != "word" or token.lower in ("that", "it", "the"):
            return False
    return False
