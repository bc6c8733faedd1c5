"""Doer and done-to exchanged in a sentence that is otherwise the source's: seen by the order of the words alone."""

from collections.abc import Sequence

from ...figures.context.verbs import is_verb, lemma, verbs
from ...language.inflect import is_known_word
from ...model import Finding
from .align import Alignment
from .keys import keys_of
from .reading import Reading
from .words import Told, Word

# Verbs that are true of both sides, or that say no deed.
MUTUAL = "meet marry play draw face divorce be become remain resemble equal match include join"
_LONGEST = 16  # content words in which two parties change places
_MOST_BETWEEN = 3  # of them that stand between the two
_KEPT = 0.8  # of a sentence that is the source's
_PARTIES = ("name", "word", "number")
_BE = frozenset("is are was were be been being gets got".split())


def exchanged(reading: Reading, home: Alignment) -> Finding | None:
    """The finding for two parties that stand in each other's place beside the same verb, None if there are none."""
    if reading.share(home) < _KEPT:
        return None
    return _swapped(reading, home) or _turned(reading, home)


def _swapped(reading: Reading, home: Alignment) -> Finding | None:
    """ "The dog chased two boys" for "two boys chased the dog"."""
    if not home.moved:
        return None
    mine, theirs = _middle(home)
    words, size = reading.words, len(mine)
    if size != len(theirs) or not 3 <= size <= _LONGEST:
        return None
    own, other = [words[at].key for at in mine], [home.source.words[at].key for at in theirs]
    for begin in range(1, size - 1):
        for end in range(begin + 1, min(begin + _MOST_BETWEEN, size - 1) + 1):
            behind = size - end
            if other != [*own[end:], *own[begin:end], *own[:begin]]:
                continue
            between, there = mine[begin:end], theirs[behind : behind + end - begin]
            if not _deed(reading.told, between) or not _parties(words, mine[:begin], mine[end:]):
                continue
            if _shape(reading.told, mine[begin - 1], mine[end]) != _shape(
                home.source, theirs[behind - 1], theirs[behind + end - begin]
            ):
                continue
            was, place = reading.quoted(home, theirs[0], theirs[behind - 1])
            verb = home.source.words[there[0]].text
            now = reading.told.line.slice(words[mine[0]].start, words[mine[begin - 1]].end)
            message = f"in the source {was!r} stands before {verb!r}, in the summary {now!r}"
            return reading.finding("role", "contradicted", mine[0], mine[-1], message, place)
    return None


def _middle(home: Alignment) -> tuple[list[int], list[int]]:
    """The content words of both sentences without those that they begin and end with alike."""
    mine = [at for at in home.told.content if home.told.words[at].sort != "sign"]
    theirs = [at for at in home.source.content if home.source.words[at].sort != "sign"]
    while mine and theirs and home.told.words[mine[0]].key == home.source.words[theirs[0]].key:
        mine, theirs = mine[1:], theirs[1:]
    while mine and theirs and home.told.words[mine[-1]].key == home.source.words[theirs[-1]].key:
        mine, theirs = mine[:-1], theirs[:-1]
    return mine, theirs


def _deed(told: Told, between: Sequence[int]) -> bool:
    """Whether words between two parties tell what one does to the other."""
    words = [told.words[at] for at in between]
    if any(word.key in keys_of(MUTUAL) for word in words):
        return False
    return any(
        word.sort in ("word", "said") and (is_verb(told.line, at) or _inflected(word.lower))
        for word, at in zip(words, between, strict=True)
    )


def _inflected(lower: str) -> bool:
    """Whether a word is a verb's base form, to judge by its past tense."""
    return lemma(lower) in verbs().base or is_known_word(lower + ("d" if lower.endswith("e") else "ed"))


def _parties(words: Sequence[Word], one: Sequence[int], other: Sequence[int]) -> bool:
    return all(any(words[at].sort in _PARTIES for at in party) for party in (one, other))


def _shape(told: Told, first: int, last: int) -> tuple[bool, bool, bool]:
    """What stands between two words: a passive's "by", its "was", a comma or "and" that makes it no deed."""
    between = {word.lower for word in told.words[first + 1 : last]}
    return "by" in between, bool(between & _BE), bool(between & {",", "and", "of"})


def _turned(reading: Reading, home: Alignment) -> Finding | None:
    """ "The keeper tripped Lund" for "the keeper was tripped by Lund", and the other way round."""
    words, theirs = reading.words, home.source.words
    for at in range(1, len(words) - 1):
        link = home.links[at]
        if (
            link < 1
            or link + 2 >= len(theirs)
            or not home.equal[at]
            or words[at].sort not in ("word", "said")
        ):
            continue
        if not _deed(reading.told, [at]):
            continue
        for one, place, other, there in (
            (words, at, theirs, link),
            (theirs, link, words, at),
        ):
            if one[place - 1].lower in _BE or other[there - 1].lower not in _BE:
                continue
            if there + 2 >= len(other) or other[there + 1].lower != "by" or one[place + 1].lower == "by":
                continue
            if not _stayed(home, at, link):
                continue
            was, source_place = reading.quoted(home, max(link - 1, 0), link + 1)
            now = reading.told.line.slice(words[max(at - 1, 0)].start, words[at + 1].end)
            message = f"the source says {was!r} of the same two, the summary {now!r}"
            return reading.finding("role", "contradicted", max(at - 1, 0), at, message, source_place)
    return None


def _stayed(home: Alignment, at: int, link: int) -> bool:
    """Whether the nearest content words on both sides of a verb are the source's, in the same place."""
    mine, theirs = home.told, home.source
    for step, stop, other_stop in ((-1, -1, -1), (1, len(mine.words), len(theirs.words))):
        own = next((i for i in range(at + step, stop, step) if _party(mine.words[i])), -1)
        there = next((i for i in range(link + step, other_stop, step) if _party(theirs.words[i])), -1)
        if own < 0 or there < 0 or home.links[own] != there or not home.equal[own]:
            return False
    return True


def _party(word: Word) -> bool:
    return word.sort in _PARTIES or word.lower in ("he", "she", "they", "him", "her", "them", "it", "who")
