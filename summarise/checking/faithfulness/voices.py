"""The speaker alone changed: a sentence of the source retold word for word, with another speaker or with none."""

from collections.abc import Iterator, Sequence

from ...figures.context.attribution import Attribution
from ...figures.context.verbs import auxiliaries, is_verb
from ...language.inflect import may_be_verb
from ...model import Finding
from .align import Alignment, Change
from .claims import HEDGES, SELF, own_news, speakers_of, stated, two_voices
from .keys import keys_of
from .reading import Reading
from .speakers import one_speaker, saying, says
from .vouching import disputed, only_relays, relayed
from .words import Told, Word

_RETOLD = 0.6  # of a sentence that comes from the source's, or what is missing may stand elsewhere
_KEPT = 0.85  # of a sentence that is the source's but for its speaker
_STAYED = 0.7  # of what the source says besides
_LONGEST = 20  # words that name a speaker and his verb
_AUXILIARY = frozenset(
    "also has have had later now then earlier on in a the once there not never no refused declined".split()
)
_NAMING = ("name", "word", "number")
_BEFORE_NOUN = frozenset("a an the this that his her its their of to no any some".split())
_MARKS = frozenset({'"', "“", "”", "‘", "'"})
_LONGEST_NAME = 8  # words of a speaker
_NOUNISH = frozenset("forecasts forecast reports estimates claims notes accounts states shows".split())
_FEWEST = 3  # words that a sentence must share with a claim to be it
_JOINS = frozenset("who which if when as after although while how why what".split())


def check_voices(reading: Reading, spoken: Sequence[Attribution]) -> Iterator[Finding]:
    """Speakers who were exchanged or taken out while the rest stayed.

    Args:
        reading: the sentence beside its source.
        spoken: who says what in it.
    """
    yield from _replaced(reading, spoken)
    yield from _taken_out(reading, spoken)


def _replaced(reading: Reading, spoken: Sequence[Attribution]) -> Iterator[Finding]:
    """Another subject beside the verb of saying that the source has as well."""
    home = reading.alignments[0]
    if reading.share(home) < _RETOLD:
        return
    words, theirs = reading.words, home.source.words
    for change in home.changes():
        mine = [at for at in change.told if words[at].sort in _NAMING and words[at].lower not in _AUXILIARY]
        other = [
            at
            for at in change.source
            if theirs[at].sort in _NAMING or theirs[at].lower in SELF | {"who", "%"}
        ]
        if not mine or not other or len(change.told) > 8 or not _beside_saying(home, change):
            continue
        if (
            mine[0]
            and words[mine[0] - 1].text in _MARKS
            and words[min(mine[-1] + 1, len(words) - 1)].text in _MARKS
        ):
            continue  # what stands in quotation marks is said, and says nothing
        if len(other) > _LONGEST_NAME or any(
            theirs[at].lower in auxiliaries() for at in range(other[0], other[-1])
        ):
            continue
        if any(words[at].key in saying() or _adverb(words[at]) for at in mine[:-1]) or _says(
            reading.told, mine[-1]
        ):
            continue
        if any(at in home.moved for at in mine) and theirs[other[0]].lower in SELF:
            continue
        said = reading.told.line.slice(words[mine[0]].start, words[mine[-1]].end)
        text, place = reading.quoted(home, other[0], other[-1])
        if one_speaker(said, _resolved(reading, home, change) or text, reading.source) and not _both(
            reading, home, change, said
        ):
            continue
        message = f"in the source {text} {says(text)} this, in the summary {said}"
        yield reading.finding("attribution", "changed attribution", mine[0], mine[-1], message, place)
        return


def _adverb(word: Word) -> bool:
    """Whether a word looks like an adverb."""
    return word.sort == "word" and word.lower.endswith("ly")


def _both(reading: Reading, home: Alignment, change: Change, said: str) -> bool:
    """Whether the summary's speaker says something else in the source."""
    return any(
        two_voices(reading.source, home.index, claim, said)
        for claim in reading.source.attributions(home.index)
        if claim.name[0] in change.source
    )


def _resolved(reading: Reading, home: Alignment, change: Change) -> str:
    """The name that a pronoun in the source's place stands for, "" if it is none or unknown."""
    for claim in reading.source.attributions(home.index):
        if claim.name[0] in change.source:
            return claim.text
    return ""


def _beside_saying(home: Alignment, change: Change) -> bool:
    """Whether a verb of saying that both share stands right before or behind a change."""
    told, size = home.told, len(home.told.words)
    words = told.words
    after = next((at for at in range(change.told.stop, size) if words[at].lower not in _AUXILIARY), size)
    before = next(
        (at for at in range(change.told.start - 1, -1, -1) if words[at].lower not in _AUXILIARY), -1
    )
    if before > 0 and words[before].lower == "to" and words[before - 1].lower == "according":
        return home.links[before - 1] >= 0 and home.equal[before - 1]
    ends = change.told.stop >= size or words[change.told.stop].sort == "sign"
    # "..., said the mayor"; whom somebody told is no speaker.
    turned = (
        before > 0
        and (words[before - 1].sort == "sign" or ends)
        and words[before].lower not in ("told", "tells")
    )
    return any(
        0 <= at < size and home.equal[at] and _says(told, at)
        for at in ((after, before) if turned else (after,))
    )


def _says(told: Told, at: int) -> bool:
    """Whether a word is a verb of saying here: no noun ("the report says" has one of each), no order ("told to")."""
    words = told.words
    word = words[at]
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if word.sort == "name" or following in ("to", "by", "of") or word.lower.endswith("ing"):
        return False
    if at and words[at - 1].lower in ("be", "been", "being", "is", "are", "was", "were"):
        return False
    if at and words[at - 1].lower in _BEFORE_NOUN:
        return False
    if (
        word.lower in _NOUNISH
        and at
        and words[at - 1].sort == "word"
        and following not in ("that", ",", ".", "”", '"', "")
    ):
        return False  # "cut its sales forecasts for the year"
    if word.sort == "said":
        return True
    behind = at and (words[at - 1].content or words[at - 1].lower in SELF | {"there"})
    return word.key in saying() and (
        is_verb(told.line, at) or (bool(behind) and following not in auxiliaries())
    )


def _taken_out(reading: Reading, spoken: Sequence[Attribution]) -> Iterator[Finding]:
    """A sentence of which only "..., police said" was taken out."""
    home = reading.alignments[0]
    words, theirs = reading.words, home.source.words
    if reading.share(home) < _KEPT:
        return
    fresh = [word for at, word in enumerate(words) if home.same(at) < 0]
    if any(word.key in saying() or word.lower in HEDGES for word in fresh):
        return
    moved = set(home.moved.values())
    for change in home.changes():
        source = _fitted(home, change)
        verb = next((at for at in source if _says(home.source, at)), None)
        if verb is None or len(source) > _LONGEST or any(words[at].content for at in change.told):
            continue
        if not _with_speaker(home, source, verb) or not _whole_clause(home, source):
            continue
        if source[0] > 0 and any(theirs[at].lower in _CLAIMED for at in source if at > verb):
            continue  # what was said is taken out with it
        behind = theirs[verb + 1] if verb + 1 < len(theirs) else None
        if theirs[verb].key in keys_of(_HOLDING) and behind is not None and behind.sort != "sign":
            continue  # "growers expect half the harvest" is a statement of its own
        if _says_more(home, source, verb):
            continue
        if source[0] > 0 and any(theirs[at].sort == "number" for at in source if at > verb):
            continue
        if any(theirs[at].lower in _JOINS for at in source) or any(at in moved for at in source):
            continue
        told = [at for at in range(len(words)) if home.links[at] >= 0 and words[at].content]
        if not _tells(words, 0, len(words)):
            continue  # a bare label
        if len(told) < _FEWEST or stated(reading, home, told) or speakers_of(spoken, told):
            continue
        if any(word.text == ":" for word in words[1:_HEADED]) or _own(reading, home, source):
            continue
        # A dateline before the first word that both have is not what is said.
        begin = min((link for link in home.links if link >= 0), default=0)
        rest = [at for at in range(begin, len(theirs)) if theirs[at].content and at not in source]
        stayed = sum(home.taken(at) for at in rest)
        if stayed < _STAYED * len(rest):
            continue
        text, place = reading.quoted(home, source[0], source[-1])
        message = f"in the source this is somebody's claim ({text.strip(' ,.')!r}), here it is a fact"
        yield reading.finding("attribution", "changed attribution", told[0], told[-1], message, place)
        return


def _says_more(home: Alignment, source: range, verb: int) -> bool:
    """Whether a stretch holds a statement beside its speaker: ", will open in May, the ministry said"."""
    theirs = home.source.words
    marks = [at for at in source[1:-1] if theirs[at].lower in (",", ";")]
    before = [at for at in marks if at < verb and at + 1 < verb]
    return any(
        any(theirs[i].content for i in range(source[0] + 1, at))
        for at in before
        if _tells(theirs, source[0], at)
    )


def _tells(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a stretch of words holds a verb."""
    return any(words[at].sort == "word" and may_be_verb(words[at].lower) for at in range(first, last)) or any(
        words[at].lower in auxiliaries() for at in range(first, last)
    )


_HOLDING = "expect believe think fear hope know"
_CLAIMED = frozenset("that it he she they there would will could may might had".split())


_HEADED = 6  # words in which a headline names its speaker before a colon


def _own(reading: Reading, home: Alignment, source: range) -> bool:
    """Whether the speaker taken out tells of his own deeds, makes its own news known, or is where it was read."""
    undisputed = not disputed(reading.source, home.index)
    if undisputed and only_relays(home.source, source):
        return True
    return any(
        own_news(reading, home, claim) or (undisputed and relayed(home.source, claim))
        for claim in reading.source.attributions(home.index)
        if claim.name[0] in source or claim.name[0] < 0
    )


def _fitted(home: Alignment, change: Change) -> range:
    """What is missing, moved to where a clause begins: of "the mayor said the" the last word opens the claim."""
    first, last = change.source.start, change.source.stop
    theirs = home.source.words
    while (
        last > first > 0 and theirs[first - 1].key == theirs[last - 1].key and not theirs[first - 1].content
    ):
        first, last = first - 1, last - 1
    return range(first, last)


def _with_speaker(home: Alignment, source: range, verb: int) -> bool:
    """Whether somebody stands beside a verb of saying: before it, or behind it where the verb comes first."""
    theirs = home.source.words
    before = [
        at for at in source if at < verb and theirs[at].lower not in _AUXILIARY and theirs[at].sort != "sign"
    ]
    if before:
        last = theirs[before[-1]]
        if last.lower.endswith("ly") or last.lower in ("is", "are", "was", "were", "be", "been", "i", "we"):
            return False
        return any(theirs[at].sort in _NAMING or theirs[at].lower in SELF for at in before)
    return any(theirs[at].sort in _NAMING or theirs[at].lower in SELF for at in source if at > verb)


def _whole_clause(home: Alignment, source: range) -> bool:
    """Whether a stretch of the source opens or ends its sentence, or stands between commas."""
    theirs = home.source.words
    first, last = source[0], source[-1]
    opens = first == 0 or theirs[first - 1].sort == "sign" or theirs[first].lower == ","
    ends = last >= len(theirs) - 2 or theirs[last + 1].sort == "sign" or theirs[last].lower in (",", "that")
    return (first == 0) or (opens and ends)
