"""Whose claim it is: a claim of the source keeps its speaker, and does not become a fact."""

from collections.abc import Iterator, Sequence

from ...figures.context.attribution import Attribution
from ...figures.context.naming import PRONOUNS
from ...figures.context.verbs import is_verb
from ...model import Finding
from .align import Alignment
from .claims import (
    also_says,
    hedged,
    is_named,
    is_said,
    kept,
    named_too,
    of_clause,
    own_deed,
    own_news,
    place_of,
    speakers_of,
    stated,
    two_voices,
    verb_of,
    within,
)
from .quoted import check_quoted
from .reading import Reading
from .speakers import one_speaker, says
from .voices import check_voices
from .vouching import disputed, relayed, vouched

_ENOUGH = 0.6  # of the words of a sentence that must come from a claim to make the sentence that claim
_VERBATIM = 0.85  # of them, where nothing else shows whether the sentence is that claim
_KEPT = 0.75  # of the claim that a sentence which takes it over as it is has
_SENTENCE = 4  # content words that make a sentence of its own


def check_attribution(reading: Reading, spoken: Sequence[Attribution]) -> Iterator[Finding]:
    """Claims that lost their speaker, or got another.

    Args:
        reading: the sentence beside its source.
        spoken: who says what in it.
    """
    quoted = list(check_quoted(reading, spoken))
    yield from quoted
    for home in () if quoted else reading.alignments:
        if home.weight < 0.5 * reading.alignments[0].weight:
            continue
        for claim in reading.source.attributions(home.index):
            found = _claim(reading, home, claim, spoken)
            if found is not None:
                yield found
                return
    if not quoted:
        yield from check_voices(reading, spoken)


def _claim(
    reading: Reading, home: Alignment, claim: Attribution, spoken: Sequence[Attribution]
) -> Finding | None:
    """What is wrong with a claim of the source in the summary's sentence, None if it is not there or all is well."""
    words = reading.words
    if not claim.text or not is_said(home.source, claim) or not is_named(claim):
        return None
    verb = verb_of(home.source, claim)
    if verb > 0 and home.source.words[verb - 1].lower in _PASSIVE:
        return None  # "14 cases have been confirmed"
    inside = set(within(home.source, claim))
    told = [
        at
        for at in range(len(words))
        if words[at].content
        and words[at].sort != "said"
        and home.same(at) in inside
        and reading.home(at) is home
    ]
    weight = sum(words[at].weight for at in told)
    if len(told) < 2 or weight < _ENOUGH * of_clause(reading, told):
        return None
    mine = speakers_of(spoken, told)
    if not mine:
        return _made_fact(reading, home, claim, told)
    # One hands on what another says, and the summary names one of the two.
    around = [
        other.text
        for other in reading.source.attributions(home.index)
        if other is not claim
        and other.text
        and inside <= set(within(home.source, other)) | set(range(*other.name))
    ]
    if any(one.text and one_speaker(one.text, text, reading.source) for one in mine for text in around):
        return None
    if any(one.text and one_speaker(one.text, claim.text, reading.source) for one in mine[:-1]):
        return None
    return _other_speaker(reading, home, claim, told, mine[-1])


_PASSIVE = frozenset("be been being is are was were".split())


def _made_fact(reading: Reading, home: Alignment, claim: Attribution, told: Sequence[int]) -> Finding | None:
    """The finding for a claim that stands without its speaker."""
    words = reading.words
    whole = sum(word.weight for word in words if word.content and word.sort != "said")
    share = sum(words[at].weight for at in told) / (whole or 1.0)
    # A name and a place of the claim are not yet the claim: its verb has to be there, or nearly all else.
    asserted = any(words[at].sort == "word" and is_verb(reading.told.line, at) for at in told)
    if not asserted and share < _VERBATIM:
        return None
    if vouched(home.source, claim) and not disputed(reading.source, home.index):
        # What a body, a paper or a count tells is handed on as a fact; not if the sentence is taken over as it is.
        in_place = sum(home.links[at] >= 0 for at in told) >= _VERBATIM * len(told)
        if len(told) < _SENTENCE or share < _VERBATIM or not in_place or kept(home, claim) < _KEPT:
            return None
    if hedged(reading, home, claim) or own_news(reading, home, claim) or stated(reading, home, told):
        return None
    if relayed(home.source, claim) and not disputed(reading.source, home.index):
        return None
    place = place_of(home, claim)
    if place is None:
        return None
    message = f"in the source this is what {claim.text} {says(claim.text)}, here it is a fact"
    return reading.finding("attribution", "changed attribution", told[0], told[-1], message, place)


def _other_speaker(
    reading: Reading, home: Alignment, claim: Attribution, told: Sequence[int], mine: Attribution
) -> Finding | None:
    """The finding for a claim that somebody else makes in the summary."""
    said_by_pronoun = mine.name[0] >= 0 and reading.words[mine.name[0]].lower in PRONOUNS
    if said_by_pronoun or not mine.text or claim.pronoun or mine.text.lower() in PRONOUNS:
        return None
    if own_deed(reading, home, claim):
        return None
    if any(also_says(reading, other, told, mine) for other in reading.alignments if other is not home):
        return None
    if not two_voices(reading.source, home.index, claim, mine.text) and (
        one_speaker(mine.text, claim.text, reading.source) or named_too(reading, mine, claim)
    ):
        return None
    first, last = mine.name[0], mine.name[1] - 1
    if first < 0:
        first, last = told[0], told[-1]
    message = f"in the source {claim.text} {says(claim.text)} this, in the summary {mine.text}"
    return reading.finding("attribution", "changed attribution", first, last, message, place_of(home, claim))
