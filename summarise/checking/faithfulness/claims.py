"""A claim of the source in the summary: which words are of it, who says it there and here, and how it may be shown."""

from collections.abc import Iterator, Sequence

from ...figures.context.attribution import Attribution
from ...figures.context.naming import SAID
from ...figures.lexicon import words
from .align import Alignment
from .reading import Reading
from .source import Source
from .speakers import generic_heads, heads, names, one_speaker, saying
from .words import DAYS, MONTHS, Told


def verb_of(told: Told, claim: Attribution) -> int:
    """The verb of saying beside the speaker's name, -1 if the speaker is named in another sentence."""
    first, last = claim.name
    if first < 0:
        return -1
    near = [*range(last, min(last + 6, len(told.words))), *range(first - 1, max(first - 4, -1), -1)]
    return next(
        (at for at in near if told.words[at].lower in SAID or told.words[at].lower == "according"), -2
    )


def is_said(told: Told, claim: Attribution) -> bool:
    """Whether somebody says it: not what is recommended, counted or demanded."""
    verb = verb_of(told, claim)
    return verb != -2 and not (verb >= 0 and told.words[verb].lower in _NOT_SAID)


_NOT_SAID = frozenset("counted recorded found saw heard gave met".split())


def within(told: Told, claim: Attribution) -> Iterator[int]:
    """The words of a claim without those that name its speaker, without the verb of saying, and without what is only
    added between commas: "the whale, which had been seen on Monday, is back, the coastguard said".
    """
    verb = verb_of(told, claim)
    added = False
    for at in range(max(claim.start, 0), min(claim.end, len(told.words))):
        lower = told.words[at].lower
        if lower == ",":
            following = told.words[at + 1].lower if at + 1 < len(told.words) else ""
            added = not added and following in ("which", "who", "where", "whose")
        if not added and not claim.name[0] <= at < claim.name[1] and at != verb:
            yield at


def is_named(claim: Attribution) -> bool:
    """Whether a claim's speaker can be one: not a day, not half a sentence, nothing of somebody's."""
    words = [word.strip(",.").lower() for word in claim.text.split()]
    if not words or (words[0] in ("his", "her", "its", "their") and len(words) > 3):
        return False
    return not all(word in (*DAYS, *MONTHS) for word in words) and not any(word in _IS for word in words)


_IS = frozenset("is are was were who which has have had".split())


def kept(home: Alignment, claim: Attribution) -> float:
    """How much of a claim's content the summary's sentence has."""
    begin = min((link for link in home.links if link >= 0), default=0)
    inside = [at for at in within(home.source, claim) if home.source.words[at].content and at >= begin]
    had = sum(home.source.words[at].weight for at in inside if home.taken(at))
    return had / (sum(home.source.words[at].weight for at in inside) or 1.0)


def own_deed(reading: Reading, home: Alignment, claim: Attribution) -> bool:
    """Whether the speaker tells of himself, and the summary names him: "the council said it had bought the land"."""
    first = [home.source.words[at].lower for at in list(within(home.source, claim))[:5]]
    named = names(reading.told, _head(claim.text))
    return bool(named) and any(word in SELF | _OWN for word in first)


def own_news(reading: Reading, home: Alignment, claim: Attribution) -> bool:
    """Whether a body makes known its own deed, itself or through one of its own: the deed stands for the claim."""
    if own_deed(reading, home, claim):
        return True
    if (
        claim.name[0] >= 0
        and home.source.words[claim.name[0]].lower in SELF
        and names(reading.told, claim.text)
    ):
        return True  # "The bank is closing branches, it said"
    speaker = claim.text.split()
    before = [word.lower for word in home.source.words[max(0, claim.name[0] - 4) : max(0, claim.name[0])]]
    role = before[-2] if before[-1:] == [","] and len(before) > 2 and before[-3] in _POSSESSIVE else ""
    if speaker and speaker[0].lower() in _POSSESSIVE:
        role = speaker[-1].lower()
    if role and (
        role in words("person_nouns") or role in ("office", "spokesman", "spokeswoman", "director", "chief")
    ):
        return True  # "the museum will return a head, its director, Ada Lund, said"
    # "Solent Lines ferries will run ..., the operator Solent Lines said": the name is there.
    capitals = {part.lower().strip(",.") for part in speaker if part[0].isupper() and part.lower() != "the"}
    own = {reading.words[at].lower for at in names(reading.told, _head(claim.text))}
    return (len(capitals) > 1 and capitals <= own) or _announced(reading, claim)


_POSSESSIVE = frozenset({"its", "their", "his", "her"})


def _announced(reading: Reading, claim: Attribution) -> bool:
    """Whether a headline tells a plan as a plan, which a body has made known: "Museum to return bronze"."""
    speaker = claim.text.split()
    body = bool(speaker) and speaker[0].lower() in ("the", "a") and speaker[-1].islower()
    words = reading.words
    planned = any(
        words[at].lower == "to"
        and words[at - 1].content
        and words[at + 1].sort == "word"
        and at + 1 < len(words)
        for at in range(1, len(words) - 1)
    )
    return (
        body and planned and words[-1].text != "." and not any(w.lower in ("the", "a", "will") for w in words)
    )


def _head(speaker: str) -> str:
    """Of "the mayor's brother" the brother."""
    return speaker.replace("’", "'").rsplit("'s ", 1)[-1]


_OWN = frozenset("we i our my".split())
SELF = frozenset("it he she they its his her their".split())


def named_too(reading: Reading, mine: Attribution, claim: Attribution) -> bool:
    """Whether the source's speaker says something in the sentence as well, beside the one that was found."""
    return any(
        not mine.name[0] <= at < mine.name[1]
        and any(other.key in saying() for other in reading.words[max(0, at - 4) : at + 5])
        for at in names(reading.told, claim.text)
    )


def of_clause(reading: Reading, told: Sequence[int]) -> float:
    """The weight of the content of the clauses that the claim's words stand in."""
    words = reading.words
    first, last = told[0], told[-1]
    while first > 0 and words[first - 1].text not in _BREAKS:
        first -= 1
    while last + 1 < len(words) and words[last + 1].text not in _BREAKS:
        last += 1
    return sum(w.weight for w in words[first : last + 1] if w.content and w.sort != "said")


_BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")"})


def speakers_of(spoken: Sequence[Attribution], told: Sequence[int]) -> list[Attribution]:
    """Who says most of the words `told`: where one hands on what another says, both; the nearest last."""
    found = [one for one in spoken if 2 * sum(one.start <= at < one.end for at in told) >= len(told)]
    return sorted(found, key=lambda one: (one.start, -one.end))


def hedged(reading: Reading, home: Alignment, claim: Attribution) -> bool:
    """Whether the summary shows in another way that somebody says so."""
    words = reading.words
    inside = set(within(home.source, claim))
    for at, word in enumerate(words):
        if word.key in saying() and (home.same(at) not in inside or beside_name(reading, claim, at)):
            return True
        if word.lower in HEDGES:
            return True
    if any(word.text == ":" for word in words[1:_HEADED]):
        return True  # "Analyst: phones are checked too often"
    if any(word.text in _MARKS and home.links[at] < 0 for at, word in enumerate(words)):
        return True  # 'too slow': the marks show that somebody says so
    if names(reading.told, claim.text):
        # "Police: three held", "minister's warning of ..."
        return any(word.text in (":", "-", "–", "—", '"', "“", "'", "‘") for word in words) or any(
            word.lower in _SPEECH for word in words
        )
    return any(one.sort in _DOUBTED and home.same(one.at) < 0 for one in reading.operators)


def beside_name(reading: Reading, claim: Attribution, at: int) -> bool:
    """Whether the claim's speaker stands right before or behind a word."""
    return any(abs(name - at) <= _BESIDE for name in names(reading.told, claim.text))


_BESIDE = 2
_HEADED = 6  # words in which a headline names its speaker before a colon
_MARKS = frozenset({'"', "“", "'", "‘"})
_DOUBTED = ("alleged", "possible", "belief")
HEDGES = frozenset(
    "reportedly allegedly apparently according claims claim claimed claiming accused accuses reported".split()
)
_SPEECH = frozenset(
    (
        "warning warns warn call calls called urges urge urged vow vows vowed pledge pledges pledged view opinion "
        "criticism criticises criticizes slams condemns praises hails blames blamed accuses denies denied admits "
        "admitted thinks believes wants demands promises hopes fears statement claim claims told tells"
    ).split()
)


def stated(reading: Reading, home: Alignment, told: Sequence[int]) -> bool:
    """Whether another sentence of the source tells the same words as a fact."""
    for other in reading.alignments:
        if other is home:
            continue
        same = [other.same(at) for at in told]
        if sum(j >= 0 for j in same) < 0.75 * len(told):
            continue
        claims = reading.source.attributions(other.index)
        if not any(c.start <= j < c.end for c in claims for j in same if j >= 0):
            return True
    return False


def also_says(reading: Reading, other: Alignment, told: Sequence[int], mine: Attribution) -> bool:
    """Whether the summary's speaker says so in another sentence of the source."""
    same = [other.same(at) for at in told]
    if sum(j >= 0 for j in same) < 0.5 * len(told):
        return False
    return any(
        one_speaker(mine.text, claim.text, reading.source)
        for claim in reading.source.attributions(other.index)
        if any(claim.start <= j < claim.end for j in same if j >= 0)
    )


def two_voices(source: Source, index: int, claim: Attribution, mine: str, reach: int = 0) -> bool:
    """Whether the source lets the summary's speaker speak or stand beside the claim's: then they are two.

    Args:
        source: the article; index: the claim's sentence.
        claim: the claim and its speaker; mine: the summary's speaker.
        reach: in how many sentences around it even "the bank" and "officials" are told apart.
    """
    every, theirs = heads(mine), heads(claim.text)
    own = every - generic_heads()
    if not every or not every.isdisjoint(theirs):
        return False
    if not own:
        # "Campaigners say so; the ministry has no proof": of one sentence, or who speaks next to it.
        words = source.told[index].words
        if any(words[at].key in every for at in range(len(words)) if not claim.start <= at < claim.end):
            return True
    for at in range(max(0, index - max(1, reach)), min(index + max(1, reach) + 1, len(source.told))):
        for other in source.attributions(at):
            if other.text == claim.text or other.pronoun:
                continue
            parts = heads(other.text)
            if theirs.isdisjoint(parts) and (
                (own and own <= parts) or (not own and reach and every <= parts)
            ):
                return True
    return False


def place_of(home: Alignment, claim: Attribution) -> tuple[int, int] | None:
    """Where the speaker of a claim is named in the source, else its sentence."""
    first, last = claim.name
    words = home.source.words
    if 0 <= first < last <= len(words):
        return words[first].start, words[last - 1].end
    return (words[0].start, words[-1].end) if words else None
