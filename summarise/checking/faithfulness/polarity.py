"""Yes and no: whether what is told keeps its negations, and no word became its contrary."""

from collections.abc import Iterator, Sequence

from ...figures.context.verbs import auxiliaries
from ...model import Figure, Finding
from .align import Alignment
from .balance import HALF_NO, balanced, so_elsewhere, told_again, under
from .operators import Operator, marks
from .reading import Reading
from .registers import alike, contrary, operator_words, opposites
from .words import Told, Word

_AROUND = 3
_RETOLD = 0.85  # of a sentence that lacks nothing but a negation
_WHOLE = 0.55  # of a sentence that must come from the source's to look for contraries anywhere in it


def check_polarity(reading: Reading, figures: Sequence[Figure] = ()) -> Iterator[Finding]:
    """Words that lost or gained a negation, or that became their contraries.

    Args:
        reading: the sentence beside its source.
        figures: the figures in it; their words are compared with them.
    """
    found = list(_turned(reading, figures))
    yield from found or _left_out(reading)


def _turned(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Words that are denied here and not there, or the other way round, and contraries."""
    for at, word in enumerate(reading.words):
        if not word.content:
            continue
        if word.sort not in ("number", "ordinal") and any(
            figure.start <= word.start < figure.end or _in_cue(figure, word) for figure in figures
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
        if not against and _not_a_claim(reading, home, at, link, turned, turned_there):
            continue
        if against:
            if any(
                f.start <= home.source.words[link].start < f.end
                for f in reading.source.figures_in(home.index)
            ):
                continue  # "24 hours" and "a day"
            if {word.lower, home.source.words[link].lower} & auxiliaries():
                continue
            if reading.share(home) >= _WHOLE and not _excused(reading, home, at, link, against):
                text, place = reading.quoted(home, link, link)
                message = f"the source says {text!r} here, the summary {word.text!r}"
                yield reading.finding("polarity", "contradicted", at, at, message, place)
        elif (turned_there is None or word.sort != "name") and (
            (reading.close(home, at) or _as_one(home, at, turned_there))
            and home.support(at, _AROUND) >= 0.25
            and not balanced(reading, home, at, link)
            and not told_again(reading, home, at, turned)
            and not so_elsewhere(reading, home, at)
        ):
            yield _negated(reading, home, at, link, turned, turned_there)


def _in_cue(figure: Figure, word: Word) -> bool:
    """Whether a word is of a figure's bound ("at most 14"), which is compared with the figure."""
    return figure.cue_span is not None and figure.cue_span.start <= word.start < figure.cue_span.end


def _not_a_claim(
    reading: Reading, home: Alignment, at: int, link: int, turned: Operator | None, there: Operator | None
) -> bool:
    """Whether a negation says nothing of a word: a day that stands under it, or what is alleged and denied."""
    one = turned or there
    word = reading.words[at]
    if one is not None and word.sort in ("day", "month", "year", "number") and one.last + 1 not in one.over:
        return True
    denies = turned is not None and reading.words[turned.at].key in operator_words().negating
    alleged = under(reading.source.operators(home.index), link, "alleged") is not None
    accused = any(operator_words().verbs.get(w.key) == "alleged" for w in home.source.words)
    return denies and (alleged or accused)


def _as_one(home: Alignment, at: int, there: Operator | None) -> bool:
    """Whether all that a negation governs in the source stands together here: "deaths were reported"."""
    if there is None or len(there.over) < 2:
        return False
    own = [home.back[link] for link in there.over]
    return at in own and all(i >= 0 and home.equal[i] for i in own) and max(own) - min(own) <= len(own) + 3


def _left_out(reading: Reading) -> Iterator[Finding]:
    """A negation that alone was taken out of a sentence."""
    home = reading.alignments[0]
    words, theirs = reading.words, home.source.words
    fresh = [at for at in range(len(words)) if home.same(at) < 0]
    if reading.share(home) < _RETOLD or any(
        words[at].key in operator_words().negating or words[at].lower in HALF_NO for at in fresh
    ):
        return
    if any(one.sort == "not" and home.same(one.at) < 0 for one in marks(reading.told, range(len(words)))):
        return
    plain = auxiliaries() | {"to", "does", "do", "did", "be", "is", "any"}
    for change in home.changes():
        if len(change.source) > 3 or any(words[at].lower not in plain for at in change.told):
            continue
        for one in marks(home.source, change.source):
            rest = [at for at in change.source if not one.at <= at <= one.last]
            if one.sort != "not" or one.last not in change.source or _says_more(theirs, rest, plain):
                continue
            near = change.told[0] if change.told else min(change.told.start, len(words) - 1)
            last = max(near, min(change.told.stop, len(words) - 1))
            text, place = reading.quoted(home, one.at, one.last)
            message = f"the source denies this ({text!r}), the summary states it"
            yield reading.finding("polarity", "contradicted", near, last, message, place)
            return


def _says_more(words: Sequence[Word], places: Sequence[int], plain: frozenset[str]) -> bool:
    """Whether one of some words says something by itself."""
    return any(words[at].content and words[at].lower not in plain for at in places)


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
    if word.key not in opposites() or reading.share(home) < _RETOLD or home.support(at, _AROUND) < 0.5:
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
    if word.lower == "left" and at and reading.words[at - 1].lower in auxiliaries():
        return True  # "fifty are left" remain
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
    others = {w.key for i, w in enumerate(reading.words) if w.content and i != at}
    return any(_beside(word.key, others, told) for told in near) or any(
        one is not home and any(alike(word.key, w.key) for w in one.source.words) and one.support(at) >= 0.5
        for one in reading.alignments
    )


def _beside(word: str, others: set[str], told: Told) -> bool:
    """Whether a sentence has a word beside half of some others."""
    keys = {w.key for w in told.words}
    return word in keys and 2 * len(others & keys) >= len(others)


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
