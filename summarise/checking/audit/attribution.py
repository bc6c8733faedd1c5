"""Whose claim it is: a claim of the source keeps its speaker, and does not become a fact."""

from collections.abc import Iterator, Sequence

from ...figures.context.attribution import Attribution
from ...figures.context.naming import PRONOUNS, SAID
from ...model import Finding
from .align import Alignment, Change
from .reading import Reading
from .speakers import names, one_speaker, saying
from .words import Told

_ENOUGH = 0.6  # of the words of a sentence that must come from a claim to make the sentence that claim


def check_attribution(reading: Reading, spoken: Sequence[Attribution]) -> Iterator[Finding]:
    """Claims that lost their speaker, or got another.

    Args:
        reading: the sentence beside its source.
        spoken: who says what in it.
    """
    for home in reading.alignments:
        if home.weight < 0.5 * reading.alignments[0].weight:
            continue
        for claim in reading.source.attributions(home.index):
            found = _claim(reading, home, claim, spoken)
            if found is not None:
                yield found
                return
    yield from _replaced(reading, spoken)
    yield from _taken_out(reading)


def _claim(
    reading: Reading, home: Alignment, claim: Attribution, spoken: Sequence[Attribution]
) -> Finding | None:
    """What is wrong with a claim of the source in the summary's sentence, None if it is not there or all is well."""
    words = reading.words
    if not _is_said(home.source, claim):
        return None
    inside = set(_inside(home.source, claim))
    told = [
        at
        for at in range(len(words))
        if words[at].content
        and words[at].sort != "said"
        and home.same(at) in inside
        and reading.home(at) is home
    ]
    weight = sum(words[at].weight for at in told)
    if len(told) < 2 or weight < _ENOUGH * _of_clause(reading, told):
        return None
    mine = _speaker_of(spoken, told)
    if mine is None:
        if not claim.text or _hedged(reading, home, claim) or _own_deed(reading, home, claim):
            return None
        if _stated(reading, home, told):
            return None
        place = _place(home, claim)
        if place is None:
            return None
        return reading.finding(
            "attribution",
            "changed attribution",
            told[0],
            told[-1],
            f"in the source this is what {claim.text} says, here it is a fact",
            place,
        )
    if not claim.text or not mine.text or claim.pronoun or mine.pronoun or mine.text.lower() in PRONOUNS:
        return None
    if one_speaker(mine.text, claim.text, reading.source) or _named_too(reading, mine, claim):
        return None
    if _own_deed(reading, home, claim):
        return None
    if any(_also(reading, other, told, mine) for other in reading.alignments if other is not home):
        return None
    first, last = mine.name[0], mine.name[1] - 1
    if first < 0:
        first, last = told[0], told[-1]
    return reading.finding(
        "attribution",
        "changed attribution",
        first,
        last,
        f"in the source {claim.text} says this, in the summary {mine.text}",
        _place(home, claim),
    )


def _verb(told: Told, claim: Attribution) -> int:
    """The verb of saying beside the speaker's name, -1 if the speaker is named in another sentence."""
    first, last = claim.name
    if first < 0:
        return -1
    near = [*range(last, min(last + 6, len(told.words))), *range(first - 1, max(first - 4, -1), -1)]
    return next(
        (at for at in near if told.words[at].lower in SAID or told.words[at].lower == "according"), -2
    )


def _is_said(told: Told, claim: Attribution) -> bool:
    """Whether somebody says it: not what is recommended, counted or demanded."""
    verb = _verb(told, claim)
    return verb != -2 and not (verb >= 0 and told.words[verb].lower in _NOT_SAID)


_NOT_SAID = frozenset("counted recorded found saw heard gave met".split())


def _inside(told: Told, claim: Attribution) -> Iterator[int]:
    """The words of a claim without those that name its speaker, and without the verb of saying."""
    verb = _verb(told, claim)
    for at in range(max(claim.start, 0), min(claim.end, len(told.words))):
        if not claim.name[0] <= at < claim.name[1] and at != verb:
            yield at


def _own_deed(reading: Reading, home: Alignment, claim: Attribution) -> bool:
    """Whether the speaker tells of himself, and the summary names him: "the council said it had bought the land"."""
    inside = list(_inside(home.source, claim))
    first = [home.source.words[at].lower for at in inside[:5]]
    return any(word in _SELF for word in first) and bool(names(reading.told, claim.text))


_SELF = frozenset("it he she they its his her their".split())


def _named_too(reading: Reading, mine: Attribution, claim: Attribution) -> bool:
    """Whether the source's speaker says something in the sentence as well, beside the one that was found."""
    return any(
        not mine.name[0] <= at < mine.name[1]
        and any(other.key in saying() for other in reading.words[max(0, at - 4) : at + 5])
        for at in names(reading.told, claim.text)
    )


def _of_clause(reading: Reading, told: Sequence[int]) -> float:
    """The weight of the content of the clauses that the claim's words stand in."""
    words = reading.words
    first, last = told[0], told[-1]
    while first > 0 and words[first - 1].text not in _BREAKS:
        first -= 1
    while last + 1 < len(words) and words[last + 1].text not in _BREAKS:
        last += 1
    return sum(w.weight for w in words[first : last + 1] if w.content and w.sort != "said")


_BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")"})


def _speaker_of(spoken: Sequence[Attribution], told: Sequence[int]) -> Attribution | None:
    """Who says most of the words `told`."""
    best, most = None, 0
    for one in spoken:
        count = sum(one.start <= at < one.end for at in told)
        if count > most:
            best, most = one, count
    return best if 2 * most >= len(told) else None


def _hedged(reading: Reading, home: Alignment, claim: Attribution) -> bool:
    """Whether the summary shows in another way that somebody says so."""
    words = reading.words
    inside = set(_inside(home.source, claim))
    for at, word in enumerate(words):
        if word.key in saying() and home.same(at) not in inside:
            return True
        if word.lower in _HEDGES:
            return True
    if names(reading.told, claim.text):
        # "Police: three held", "minister's warning of ..."
        return any(word.text in (":", "-", "–", "—", '"', "“", "'", "‘") for word in words) or any(
            word.lower in _SPEECH for word in words
        )
    return any(one.sort == "alleged" for one in reading.operators)


_HEDGES = frozenset(
    "reportedly allegedly apparently according claims claim claimed claiming accused accuses reported".split()
)
_SPEECH = frozenset(
    (
        "warning warns warn call calls called urges urge urged vow vows vowed pledge pledges pledged view opinion criticism "
        "criticises criticises slams condemns praises hails blames blamed accuses denies denied admits admitted thinks believes "
        "wants demands promises hopes fears statement claim claims told tells"
    ).split()
)


def _stated(reading: Reading, home: Alignment, told: Sequence[int]) -> bool:
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


def _also(reading: Reading, other: Alignment, told: Sequence[int], mine: Attribution) -> bool:
    """Whether the summary's speaker says so in another sentence of the source."""
    same = [other.same(at) for at in told]
    if sum(j >= 0 for j in same) < 0.5 * len(told):
        return False
    return any(
        one_speaker(mine.text, claim.text, reading.source)
        for claim in reading.source.attributions(other.index)
        if any(claim.start <= j < claim.end for j in same if j >= 0)
    )


def _place(home: Alignment, claim: Attribution) -> tuple[int, int] | None:
    first, last = claim.name
    words = home.source.words
    if 0 <= first < last <= len(words):
        return words[first].start, words[last - 1].end
    return (words[0].start, words[-1].end) if words else None


_RETOLD = 0.6  # of a sentence that comes from the source's, or what is missing may stand elsewhere
_AUXILIARY = frozenset("also has have had later now then earlier on in a the".split())


def _replaced(reading: Reading, spoken: Sequence[Attribution]) -> Iterator[Finding]:
    """Another subject beside the verb of saying that the source has as well."""
    home = reading.alignments[0]
    if reading.share(home) < _RETOLD:
        return
    words, theirs = reading.words, home.source.words
    for change in home.changes():
        mine = [at for at in change.told if words[at].sort in ("name", "word")]
        other = [
            at
            for at in change.source
            if theirs[at].sort in ("name", "word") or theirs[at].lower in _SELF | {"who"}
        ]
        if not mine or not other or len(change.told) > 8 or not _beside_saying(home, change):
            continue
        if any(words[at].lower.endswith("ly") or words[at].key in saying() for at in mine):
            continue
        said = reading.told.line.slice(words[change.told[0]].start, words[change.told[-1]].end)
        text, place = reading.quoted(home, other[0], other[-1])
        if any(at in home.moved for at in mine) and theirs[other[0]].lower in _SELF:
            continue
        if one_speaker(said, _resolved(reading, home, change) or text, reading.source):
            continue
        message = f"in the source {text} says this, in the summary {said}"
        yield reading.finding("attribution", "changed attribution", mine[0], mine[-1], message, place)
        return


def _resolved(reading: Reading, home: Alignment, change: Change) -> str:
    """The name that a pronoun in the source's place stands for, "" if it is none or unknown."""
    for claim in reading.source.attributions(home.index):
        if claim.name[0] in change.source:
            return claim.text
    return ""


def _beside_saying(home: Alignment, change: Change) -> bool:
    """Whether a verb of saying that both share stands right before or behind a change."""
    words = home.told.words
    size = len(words)
    after = next((at for at in range(change.told.stop, size) if words[at].lower not in _AUXILIARY), size)
    before = next(
        (at for at in range(change.told.start - 1, -1, -1) if words[at].lower not in _AUXILIARY), -1
    )
    turned = before > 0 and words[before - 1].sort == "sign"  # "..., said the mayor"
    for at in (after, before) if turned else (after,):
        if 0 <= at < size and home.links[at] >= 0 and home.equal[at]:
            ordered = at + 1 < size and words[at + 1].lower == "to"
            if words[at].sort == "said" and words[at].lower.endswith(("s", "d")) and not ordered:
                return True
    return False


def _taken_out(reading: Reading) -> Iterator[Finding]:
    """A sentence of which only "..., police said" was taken out."""
    home = reading.alignments[0]
    words, theirs = reading.words, home.source.words
    if reading.share(home) < 0.85 or any(word.key in saying() or word.lower in _HEDGES for word in words):
        return
    for change in home.changes():
        source = [theirs[at] for at in change.source]
        verb = next((at for at in change.source if theirs[at].sort == "said"), None)
        if verb is None or len(change.source) > 20 or any(words[at].content for at in change.told):
            continue
        who = [w for w in source if w.sort in ("name", "word", "number") or w.lower in _SELF]
        if (
            not who
            or not _whole_clause(home, change)
            or (verb > 0 and theirs[verb - 1].lower in ("is", "are", "be", "been"))
        ):
            continue
        if any(w.lower in ("who", "which", "if", "when", "as", "after", "although", "while") for w in source):
            continue
        told = [at for at in range(len(words)) if home.links[at] >= 0 and words[at].content]
        moved = set(home.moved.values())
        if not told or _stated(reading, home, told) or any(at in moved for at in change.source):
            continue
        text, place = reading.quoted(home, change.source[0], change.source[-1])
        message = f"in the source this is somebody's claim ({text.strip(' ,.')!r}), here it is a fact"
        yield reading.finding("attribution", "changed attribution", told[0], told[-1], message, place)
        return


def _whole_clause(home: Alignment, change: Change) -> bool:
    """Whether a stretch of the source opens or ends its sentence, or stands between commas."""
    theirs = home.source.words
    first, last = change.source[0], change.source[-1]
    opens = first == 0 or theirs[first - 1].sort == "sign" or theirs[first].lower == ","
    ends = last >= len(theirs) - 2 or theirs[last + 1].sort == "sign" or theirs[last].lower in (",", "that")
    return (first == 0) or (opens and ends)
