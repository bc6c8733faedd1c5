"""Done or only planned, known or only alleged: whether what is told keeps its doubts."""

from collections.abc import Iterator

from ...figures.context.verbs import auxiliaries
from ...model import Finding
from .align import Alignment, Change
from .balance import under
from .governing import LIGHT
from .keys import key, keys_of
from .operators import Operator, marks
from .reading import Reading
from .registers import operator_words
from .speakers import saying
from .words import Told, Word

_DOUBTS = {
    "possible": "a possibility",
    "belief": "what somebody believes or expects",
    "plan": "a plan or a wish",
    "alleged": "an allegation",
    "condition": "a condition",
    "attempt": "an attempt",
    "demand": "a demand",
}
_BEFORE_NOUN = frozenset(
    "a an the of on for its his her their this that these those over in by with no".split()
)
_COURT = frozenset("accused charged tried alleged suspect suspected".split())
_ALLOWING = "let allow permit enable entitle right free able can option offer"
_BEFORE_ING = frozenset("against for of from on about by in over without to".split())
_AROUND = 3
_RETOLD = 0.75  # of a sentence that comes from the source's, or a word that is missing may stand elsewhere
# What may stand where a doubt stood without being one.
_CERTAIN = frozenset("is are was were be been has have had will shall to does do did".split())
_SURE = frozenset({"will", "shall"})


def check_modality(reading: Reading) -> Iterator[Finding]:
    """Plans, possibilities and allegations that became facts, and facts that became doubtful."""
    for at, word in enumerate(reading.words):
        home = reading.home(at)
        link = home.same(at)
        if (
            not word.content
            or word.lower in operator_words().negations
            or link < 0
            or home.support(at, _AROUND) < 0.3
            or not reading.close(home, at)
        ):
            continue
        theirs = [
            one for one in reading.source.operators(home.index) if one.sort in _DOUBTS and link in one.over
        ]
        mine = [one for one in reading.operators if one.sort in _DOUBTS and at in one.over]
        if under(reading.operators, at, "not") and under(reading.source.operators(home.index), link, "not"):
            continue  # "would not confirm" and "did not confirm"
        lost = next((one for one in theirs if not _kept(reading, home, at, one)), None)
        if lost is not None:
            if word.sort not in ("word", "said") or not _as_done(reading, home, link):
                continue
            if _is_noun(reading, home, at, link, lost) or _told_otherwise(reading, home, at, lost.sort):
                continue
            text, place = reading.quoted(home, lost.at, lost.last)
            message = f"in the source this is {_DOUBTS[lost.sort]} ({text!r}), here it is a fact"
            yield reading.finding("modality", "weakened", at, at, message, place)
        elif not theirs and mine:
            yield from _doubt_added(reading, home, at, link, mine[0])
    yield from _left_out(reading)
    yield from _condition_lost(reading)


def _as_done(reading: Reading, home: Alignment, link: int) -> bool:
    """Whether a noun of the source has its verb here as well: "took effect" for "may take effect", not "the effect"."""
    before = home.source.words[link - 1].lower if link else ""
    return before not in LIGHT or any(key(word.lower) == key(before) for word in reading.words)


def _left_out(reading: Reading) -> Iterator[Finding]:
    """Doubts that alone were taken out of a sentence, or replaced by "is", "has" or "will"."""
    home = reading.alignments[0]
    if reading.share(home) < _RETOLD:
        return
    fresh = any(o.sort in _DOUBTS and o.sort != "plan" and home.same(o.at) < 0 for o in reading.operators)
    for change in home.changes():
        if (
            fresh
            or len(change.source) > 5
            or any(reading.words[at].lower not in _CERTAIN for at in change.told)
        ):
            continue
        # "Is" of "is said to" may have stayed.
        for one in marks(home.source, range(change.source.start - 1, change.source.stop)):
            if any(at in home.moved.values() for at in range(one.at, one.last + 1)):
                continue
            touched = one.at in change.source or one.last in change.source
            if one.sort not in _DOUBTS or not touched or one.sort == "condition":
                continue
            future = home.source.words[one.at].lower in ("will", "would", "shall", "to")
            if future or any(w.content and i > one.last for i, w in _inside(home, change)):
                continue
            behind = range(change.told.start, min(change.told.stop + 1, len(reading.words)))
            if one.sort != "possible" and any(
                reading.words[at].lower == "to" for at in (*behind, behind.stop) if at < len(reading.words)
            ):
                continue
            if one.sort == "plan" and any(reading.words[at].lower == "will" for at in change.told):
                continue
            claimed = any(w.key in saying() and home.same(at) < 0 for at, w in enumerate(reading.words))
            denied = any(
                w.key == "alleg" or (w.key in operator_words().negating and home.links[i] < 0)
                for i, w in enumerate(reading.words)
            )
            if one.sort == "alleged" and (claimed or denied):
                continue
            near = (
                change.told[0] if len(change.told) else max(0, min(change.told.start, len(reading.words) - 1))
            )
            if home.source.words[one.at].sort == "said" and one.at == one.last and one.sort != "alleged":
                continue
            if reading.words[near].sort in ("day", "name", "number", "month"):
                continue
            text, place = reading.quoted(home, one.at, one.last)
            message = f"in the source this is {_DOUBTS[one.sort]} ({text!r}), here it is a fact"
            last = change.told[-1] if len(change.told) else near
            if last + 1 < len(reading.words) and not reading.words[last].content:
                last += 1
            yield reading.finding("modality", "weakened", near, last, message, place)


def _inside(home: Alignment, change: Change) -> Iterator[tuple[int, Word]]:
    for at in change.source:
        yield at, home.source.words[at]


def _kept(reading: Reading, home: Alignment, at: int, operator: Operator) -> bool:
    """Whether the summary has a doubt as well: its word, another one, "to" in a headline, a court."""
    words = reading.words
    mine = [one for one in reading.operators if one.sort in _DOUBTS]
    for one in mine:
        near = at in one.over or abs(one.at - at) <= 8
        sure = words[one.at].lower in _SURE and operator.sort in ("possible", "alleged", "belief")
        # A doubt that stands in the source beside the one in question does not stand for it.
        other = at not in one.over and home.same(one.at) not in (-1, operator.at)
        if near and not sure and not other:
            return True
    back = home.back[operator.last]
    if back >= 0 and home.equal[back] and words[back].content:
        return True
    if operator.sort in ("plan", "belief", "demand", "condition", "attempt") and _after_to(reading.told, at):
        return True
    if operator.sort == "plan" and _timetable(reading, home, at, operator):
        return True
    return operator.sort == "alleged" and any(
        word.sort == "said"
        or word.key in saying()
        or word.key in operator_words().negating
        or word.lower in _COURT
        for word in words
    )


def _timetable(reading: Reading, home: Alignment, at: int, operator: Operator) -> bool:
    """Whether a headline tells in the present what will happen on a day it names: "law expires at end of 2028"."""
    dated = any(word.sort in ("day", "month", "year") for word in reading.words)
    will = home.source.words[operator.at].lower == "will"
    return (
        will
        and dated
        and reading.words[at].lower.endswith("s")
        and not home.source.words[home.same(at)].lower.endswith("s")
    )


def _after_to(told: Told, at: int) -> bool:
    """Whether "to" stands before a verb, or "will": "Firm to close plant"."""
    before = at - 1
    while before >= 0 and (
        told.words[before].lower.endswith("ly") or told.words[before].lower in ("be", "not")
    ):
        before -= 1
    return (
        before >= 0
        and told.words[before].lower in ("to", "will", "would", "shall", "and", "or", ",")
        and (
            any(
                told.words[i].lower in ("to", "will", "would", "shall")
                for i in range(max(0, before - 6), before + 1)
            )
        )
    )


def _is_noun(reading: Reading, home: Alignment, at: int, link: int, operator: Operator) -> bool:
    """Whether the word is a verb there and a noun here: "would have banned" and "blocks a ban"."""
    words = reading.words
    if at and words[at - 1].lower.endswith(("'s", "’s", "'", "’")):
        return True
    if words[at].lower.endswith("ing") and at and words[at - 1].lower in _BEFORE_ING:
        return True
    if at and words[at - 1].lower in _BEFORE_NOUN and home.source.words[link - 1].lower not in _BEFORE_NOUN:
        return True
    # "considering an offer" keeps its doubt in a verb of its own; "alleged thief" is of nouns.
    beside = operator.sort == "alleged" or home.source.words[link - 1].lower in auxiliaries() | {
        "to",
        "not",
        "be",
    }
    return not beside and link - operator.last > 3


def _told_otherwise(reading: Reading, home: Alignment, at: int, sort: str) -> bool:
    """Whether another sentence of the source tells it without that doubt."""
    for one in reading.alignments:
        if one is home or one.same(at) < 0 or one.support(at) < 0.5 * home.support(at):
            continue
        if not any(o.sort == sort and one.same(at) in o.over for o in reading.source.operators(one.index)):
            return True
    return _stated_plainly(reading, home, at)


def _stated_plainly(reading: Reading, home: Alignment, at: int) -> bool:
    """Whether any other sentence of the source has the word, under no doubt, among half of what stands with it here."""
    word, source = reading.words[at], reading.source
    others = {reading.words[i].key for i in reading.told.content if i != at}
    for index in source.vocabulary.places.get(word.key, ())[:_MOST_PLACES]:
        told = source.told[index]
        if index == home.index or 2 * len(others & {w.key for w in told.words}) < max(4, len(others)):
            continue
        doubted = {i for one in source.operators(index) if one.sort in _DOUBTS for i in one.over}
        if any(w.key == word.key and i not in doubted for i, w in enumerate(told.words)):
            return True
    return False


_MOST_PLACES = 8


def _doubt_added(
    reading: Reading, home: Alignment, at: int, link: int, operator: Operator
) -> Iterator[Finding]:
    if operator.sort not in ("possible", "alleged") or home.same(operator.at) >= 0:
        return
    if any(word.key in keys_of(_ALLOWING) for word in home.source.words):
        return  # "lets tenants withhold rent": they may
    source = reading.source.operators(home.index)
    if any(one.sort in _DOUBTS for one in source) or home.support(at, _AROUND) < 0.6:
        return
    if any(
        word.sort == "said" or word.lower in _OPINION or operator_words().verbs.get(word.key) == "alleged"
        for word in home.source.words
    ):
        return
    _, place = reading.quoted(home, link, link)
    doubt = reading.told.line.slice(reading.words[operator.at].start, reading.words[operator.last].end)
    first, last = min(operator.at, at), max(operator.last, at)
    message = f"the source states this as a fact, the summary has {doubt!r}"
    yield reading.finding("modality", "weakened", first, last, message, place)


_OPINION = frozenset("believe believes believed think thinks thought feared fear fears".split())


def _condition_lost(reading: Reading) -> Iterator[Finding]:
    """What the source says only for the case that something else happens, told without that case."""
    home = reading.alignments[0]
    for one in marks(home.source, range(2)):
        if one.sort != "condition" or any(o.sort in _DOUBTS and o.sort != "plan" for o in reading.operators):
            continue
        words = home.source.words
        end = next(
            (i for i in range(one.at, len(words)) if words[i].lower in (",", ";", ".", "-", "—")), len(words)
        )
        if one.at > 1 or end >= len(words) - 2:
            continue
        condition = [i for i in range(one.at, end) if words[i].content]
        rest = [i for i in range(end, len(words)) if words[i].content]
        kept = [i for i in rest if home.taken(i)]
        if len(kept) < 3 or len(kept) < 0.7 * len(rest) or any(home.back[i] >= 0 for i in condition[:2]):
            continue
        told = sorted(home.back[i] for i in kept)
        text, place = reading.quoted(home, one.at, end - 1)
        message = f"the source says this only for the case {text!r}"
        yield reading.finding("modality", "weakened", told[0], told[-1], message, place)
