"""Yes and no: whether what is told keeps its negations, and no word became its contrary."""

from collections.abc import Iterator, Sequence

from ...model import Figure, Finding
from .align import Alignment
from .operators import Operator
from .reading import Reading
from .registers import alike, contrary, operator_words, opposites

_AROUND = 3
_WHOLE = 0.55  # of a sentence that must come from the source's to look for contraries anywhere in it


def check_polarity(reading: Reading, figures: Sequence[Figure] = ()) -> Iterator[Finding]:
    """Words that lost or gained a negation, or that became their contraries.

    Args:
        reading: the sentence beside its source.
        figures: the figures in it; their words are compared with them.
    """
    for at, word in enumerate(reading.words):
        if not word.content:
            continue
        if word.sort not in ("number", "ordinal") and any(
            figure.start <= word.start < figure.end for figure in figures
        ):
            continue
        home = reading.home(at)
        link, against = _like(home, at)
        if link < 0:
            link, against = _contrary_anywhere(reading, home, at)
        if link < 0:
            continue
        mine, source = reading.operators, reading.source.operators(home.index)
        turned, turned_there = under(mine, at, "not"), under(source, link, "not")
        flipped = (turned is None) != (turned_there is None)
        if bool(against) == flipped:
            continue  # the same, or a contrary that is denied
        if against:
            if not _excused(reading, home, at, link, against):
                text, place = reading.quoted(home, link, link)
                message = f"the source says {text!r} here, the summary {word.text!r}"
                yield reading.finding("polarity", "contradicted", at, at, message, place)
        elif (
            reading.close(home, at)
            and home.support(at, _AROUND) >= 0.25
            and not _balanced(reading, home, at, link)
            and not _so_elsewhere(reading, home, at)
        ):
            yield _negated(reading, home, at, link, turned, turned_there)


def _like(home: Alignment, at: int) -> tuple[int, str]:
    """The word of the source that word `at` repeats or contradicts, and how it contradicts it."""
    word, link = home.told.words[at], home.links[at]
    if link >= 0 and not home.equal[at] and link not in home.moved.values():
        against = contrary(word.key, home.source.words[link].key)
        if against:
            return link, against
    return home.same(at), ""


def _contrary_anywhere(reading: Reading, home: Alignment, at: int) -> tuple[int, str]:
    """A contrary of word `at` elsewhere in the sentence of the source that most of this one comes from."""
    word = reading.words[at]
    if word.key not in opposites() or reading.share(home) < _WHOLE or home.support(at, _AROUND) < 0.3:
        return -1, ""
    own = {w.key for w in reading.words}
    for link, other in enumerate(home.source.words):
        if other.key in opposites() and home.back[link] < 0 and other.key not in own:
            against = contrary(word.key, other.key)
            if against in ("strong", "converse") and not any(alike(other.key, same) for same in own):
                return link, against
    return -1, ""


def _negated(
    reading: Reading, home: Alignment, at: int, link: int, turned: Operator | None, there: Operator | None
) -> Finding:
    if turned is None:
        assert there is not None
        text, place = reading.quoted(home, there.at, there.last)
        message = f"the source denies this ({text!r}), the summary states it"
        return reading.finding("polarity", "contradicted", at, at, message, place)
    _, place = reading.quoted(home, link, link)
    text = reading.told.line.slice(reading.words[turned.at].start, reading.words[turned.last].end)
    first, last = min(turned.at, at), max(turned.last, at)
    message = f"the source states this, the summary denies it ({text!r})"
    return reading.finding("polarity", "contradicted", first, last, message, place)


def under(operators: Sequence[Operator], at: int, sort: str) -> Operator | None:
    """The operator of a sort that governs word `at`."""
    return next((one for one in operators if one.sort == sort and at in one.over), None)


def _excused(reading: Reading, home: Alignment, at: int, link: int, against: str) -> bool:
    """Whether a contrary is an honest one after all."""
    if against == "weak":
        return not _same_slot(home, at) or reading.borne(at)
    word = reading.words[at]
    compared = word.lower in _COMPARED or word.lower.endswith("er")
    if compared and any(w.lower == "than" for w in reading.words) and _exchanged(home):
        return True  # "lower in the north than in the south"
    if _is_idiom(home, link):
        return True
    if against == "strong" and _very_slot(home, at, link):
        return False
    if home.links[at] == link and home.support(at, _AROUND) < 0.3:
        return True
    if against == "converse" and _exchanged(home):
        return True
    free = [o for o in reading.operators if o.sort == "not" and home.same(o.at) < 0 and abs(o.at - at) <= 4]
    if free:
        return True  # "probably won't" for "unlikely to"
    # The source may have both words: "lost the vote but won the argument".
    if any(alike(word.key, other.key) for other in home.source.words):
        return True
    near = reading.source.told[max(0, home.index - 1) : home.index + 2]
    return any(word.key == other.key for told in near for other in told.words) or any(
        one is not home and any(alike(word.key, w.key) for w in one.source.words) and one.support(at) >= 0.5
        for one in reading.alignments
    )


_COMPARED = frozenset({"more", "less", "fewer", "better", "worse"})


def _exchanged(home: Alignment) -> bool:
    """Whether names or things have changed places: what is told from the other side."""
    return any(home.told.words[at].sort in ("name", "word") for at in home.moved)


def _same_slot(home: Alignment, at: int) -> bool:
    """Whether a word stands between the very neighbours of the source."""
    left, right = home.bounds(at)
    link = home.links[at]
    beside = (left >= 0 and home.links[left] >= link - 2 and left >= at - 2) or (left < 0 and at <= 1)
    behind = (right >= 0 and home.links[right] <= link + 2 and right <= at + 2) or (
        right < 0 and at >= len(home.links) - 2
    )
    return beside and behind and home.support(at, _AROUND) >= 0.6


def _is_idiom(home: Alignment, link: int) -> bool:
    """Whether a word of the source says the contrary of itself with its verb: "lost their lives"."""
    words = home.source.words
    return words[link].lower in ("life", "lives") and any(
        word.lower in ("lost", "lose", "losing", "claimed", "cost", "took", "taken")
        for word in words[max(0, link - 4) : link]
    )


def _very_slot(home: Alignment, at: int, link: int) -> bool:
    """Whether the words on both sides are those of the source."""
    if home.links[at] != link:
        return False
    size, there = len(home.links), len(home.back)
    before = (at == 0 and link == 0) or (
        at > 0 and link > 0 and home.links[at - 1] == link - 1 and home.equal[at - 1]
    )
    behind = (at == size - 1 and link == there - 1) or (
        at + 1 < size and home.links[at + 1] == link + 1 and home.equal[at + 1]
    )
    return before and behind and home.support(at, _AROUND) >= 0.5


def _balanced(reading: Reading, home: Alignment, at: int, link: int) -> bool:
    """Whether as many negations stand around the word in the summary as around its like in the source.

    "No homes were damaged" and "the homes were not damaged" turn different words; "refused release" and "should
    not be released" too.
    """
    linked = [home.same(i) for i in range(max(0, at - 8), min(len(reading.words), at + 9))]
    inside = [j for j in linked if j >= 0] or [link]
    low, high = max(min(*inside, link) - 3, link - 10), min(max(*inside, link) + 3, link + 10)
    mine = sum(1 for one in reading.operators if one.sort == "not" and abs(one.at - at) <= 8)
    operators = reading.source.operators(home.index)
    theirs = sum(1 for one in operators if one.sort == "not" and low <= one.at <= high)
    if under(reading.operators, at, "not") is None:
        return mine + _silent(home, reading.operators, at - 6, at + 7, own=True) >= theirs
    return theirs + _silent(home, operators, low, high, own=False) >= mine


def _silent(home: Alignment, operators: Sequence[Operator], low: int, high: int, *, own: bool) -> int:
    """How many verbs that hold a negation stand in a stretch without governing a verb: "refused release"."""
    known = operator_words().negating
    counted = {one.at for one in operators}
    told = home.told.words if own else home.source.words
    return sum(
        1
        for at in range(max(0, low), min(high + 1, len(told)))
        if (told[at].key in known or told[at].lower in _HALF_NO)
        and at not in counted
        and (
            home.links[at] < 0 or not home.equal[at]
            if own
            else home.back[at] < 0 or not home.equal[home.back[at]]
        )
    )


_HALF_NO = frozenset({"unlikely", "unable", "unwilling", "without", "lack", "absence"})


def _so_elsewhere(reading: Reading, home: Alignment, at: int) -> bool:
    """Whether another sentence of the source tells the word as the summary does, among the same words."""
    turned = under(reading.operators, at, "not") is not None
    for one in reading.alignments:
        if one is home or one.same(at) < 0 or one.support(at) < 0.5 * home.support(at):
            continue
        if (under(reading.source.operators(one.index), one.same(at), "not") is not None) == turned:
            return True
    return False
