"""Names: each must be in the source, in that form, and in its own place."""

from collections.abc import Iterator, Sequence

from ...model import Figure, Finding
from .align import Alignment
from .keys import key
from .namesakes import same_one
from .reading import Reading
from .slots import content_in, pinned
from .unknown import TITLES, check_unknown, only_capital
from .words import Word


def check_names(reading: Reading, figures: Sequence[Figure] = ()) -> Iterator[Finding]:
    """Names that the source lacks, that it joins otherwise, or that stand in another's place.

    Args:
        reading: the sentence beside its source.
        figures: the figures in it; a name inside one is its unit.
    """
    words = reading.words
    for first, last in phrases(words):
        if any(figure.start <= words[first].start < figure.end for figure in figures):
            continue
        if all(only_capital(reading, at) for at in range(first, last + 1)):
            continue
        found = (
            check_unknown(reading, first, last)
            or _joined_otherwise(reading, first, last)
            or _in_place_of_another(reading, first, last)
        )
        if found is not None:
            yield found


def phrases(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """First and last word of every run of names."""
    at = 0
    while at < len(words):
        if words[at].sort != "name":
            at += 1
            continue
        last = at
        while last + 1 < len(words) and words[last + 1].sort == "name" and _touches(words, last):
            last += 1
        yield at, last
        at = last + 1


def _touches(words: Sequence[Word], at: int) -> bool:
    """Whether nothing but a space, a hyphen or a particle stands between word `at` and the next."""
    return words[at + 1].start - words[at].end <= 1 and not words[at].text.endswith(("'s", "’s"))


def _end_of_run(words: Sequence[Word], at: int) -> int:
    while at + 1 < len(words) and words[at + 1].sort == "name" and _touches(words, at):
        at += 1
    return at


def _joined_otherwise(reading: Reading, first: int, last: int) -> Finding | None:
    """ "Petro Zelensky", where the source has both words but never together."""
    words, source = reading.words, reading.source
    if reading.told.line.headline_case:
        return None
    for at in range(first, last):
        one, other = words[at].key, words[at + 1].key
        if (
            one in TITLES
            or key(one) in TITLES
            or one.startswith("=")
            or other.startswith("=")
            or one == other
        ):
            continue
        if (
            at == 0
            and words[at].lower in source.vocabulary.small_words
            and words[at].lower not in source.vocabulary.places
        ):
            continue
        if (
            (one, other) in source.vocabulary.name_pairs
            or one in source.vocabulary.initials
            or other in source.vocabulary.initials
        ):
            continue
        fuller = source.vocabulary.before_name.get(other)
        if fuller is None or one not in source.vocabulary.after_any_name:
            continue
        before, place = fuller
        return reading.finding(
            "name",
            "contradicted",
            at,
            at + 1,
            f"the source has {before!r}, not {words[at].text} {words[at + 1].text}",
            place,
        )
    return None


def _in_place_of_another(reading: Reading, first: int, last: int) -> Finding | None:
    home = reading.home(first)
    own = [at for at in range(first, last + 1) if not home.equal[at]]
    if not own:
        return None
    part = len(own) <= last - first
    if part and not (_part_exchanged(home, own) or _strange_part(reading, home, first, last, own)):
        return None
    first, last = own[0], own[-1]
    moved = any(at in home.moved for at in range(first, last + 1))
    slot = None if moved else _pinned(home, first, last)
    if slot is None:
        if not reading.close(home, first) or any(reading.borne(at) for at in range(first, last + 1)):
            return None
        slot = _slot(home, first, last, moved)
        if slot is not None and not _alike_placed(home, first, last, slot):
            return None
    if slot is None or same_one(reading, home, first, last, slot):
        return None
    if reading.share(home) < _TAKEN_OVER and (_described(home, slot) or _near_by(reading, home, first, last)):
        return None
    text, place = reading.quoted(home, *slot)
    named = reading.told.line.slice(reading.words[first].start, reading.words[last].end)
    return reading.finding(
        "name", "contradicted", first, last, f"the source has {text!r} here, the summary {named!r}", place
    )


_TAKEN_OVER = (
    0.8  # of a sentence that is the source's, in which a name cannot stand for one that was named before
)
_AROUND = 2  # sentences in which he may be named who is described here


def _described(home: Alignment, slot: tuple[int, int]) -> bool:
    """Whether the source has no name there but a title or an origin: "the Russian President"."""
    words = home.source.words[slot[0] : slot[1] + 1]
    return all(word.key.startswith("=") or word.lower in TITLES for word in words)


def _near_by(reading: Reading, home: Alignment, first: int, last: int) -> bool:
    """Whether the sentences around that of the source have the name."""
    places = reading.source.vocabulary.places
    near = range(home.index - _AROUND, home.index + _AROUND + 1)
    return all(
        any(index in near for index in places.get(reading.words[at].key, ())) for at in range(first, last + 1)
    )


def _alike_placed(home: Alignment, first: int, last: int, slot: tuple[int, int]) -> bool:
    """Whether two names stand alike in sentences that differ around them as well.

    Not a dateline or a credited paper, not one at the head of a sentence with more words before its verb, not
    "at Gretna" beside "by Anna", not "Leith's" beside "Leith".
    """
    mine, theirs = home.told.words, home.source.words
    one, other = slot
    before, after = theirs[one - 1] if one else None, theirs[other + 1] if other + 1 < len(theirs) else None
    if before is not None and (before.text == "(" or before.sort == "said"):
        return False
    if after is not None and after.text == ")":
        return False
    ahead = mine[first - 1] if first else None
    if (
        ahead is not None
        and before is not None
        and ahead.lower in _PREPOSITIONS
        and before.lower in _ALL_PREPOSITIONS
        and ahead.lower != before.lower
    ):
        return {ahead.lower, before.lower} <= _IN_PLACES
    if mine[last].lower.endswith(_POSSESSIVE) and not theirs[other].lower.endswith(_POSSESSIVE):
        return False
    left, right = home.bounds(first)[0], home.bounds(last)[1]
    if left < 0 and right >= 0:
        opening = _only_small(theirs, 0, one) or (before is not None and before.text == ",")
        return (
            opening
            and _only_small(mine, 0, first)
            and _only_small(theirs, other + 1, home.links[right])
            and _only_small(mine, last + 1, right)
        )
    return True


_POSSESSIVE = ("'s", "’s", "s'", "s’")
_IN_PLACES = frozenset("in at near".split())


def _pinned(home: Alignment, first: int, last: int) -> tuple[int, int] | None:
    """The one name of the source in the very place of a name."""
    stretch = pinned(home, first, last)
    runs = list(phrases(home.source.words[stretch.start : stretch.stop]))
    if len(runs) != 1:
        return None
    one, other = stretch.start + runs[0][0], stretch.start + runs[0][1]
    outside = [at for at in content_in(home.source.words, stretch) if not one <= at <= other]
    return None if outside else (one, other)


def _part_exchanged(home: Alignment, own: Sequence[int]) -> bool:
    """Whether a part of a name stands in the very place of another: "the Welsh Open" for "the German Open"."""
    if own[-1] - own[0] >= len(own) or any(home.told.words[at].key in TITLES for at in own):
        return False
    slot = _pinned(home, own[0], own[-1])
    if slot is None:
        return False
    return not any(word.key in TITLES for word in home.source.words[slot[0] : slot[1] + 1])


def _strange_part(reading: Reading, home: Alignment, first: int, last: int, own: Sequence[int]) -> bool:
    """Whether the words of a name that the source lacks here never stand beside the others: "Bernie MCI"."""
    words, pairs = reading.words, reading.source.vocabulary.name_pairs
    if any(words[at].key in TITLES or words[at].key.startswith("=") for at in own):
        return False
    rest = [at for at in range(first, last + 1) if at not in own]
    if any((words[a].key, words[b].key) in pairs for a in own for b in rest if a < b):
        return False
    if any((words[b].key, words[a].key) in pairs for a in own for b in rest if b < a):
        return False
    gap = [home.source.words[at] for at in home.gap(own[0])]
    return (
        any(word.sort == "name" and word.key not in TITLES for word in gap)
        and len(own) == own[-1] - own[0] + 1
    )


def _slot(home: Alignment, first: int, last: int, moved: bool) -> tuple[int, int] | None:
    """The name of the source that stands between the same neighbours as the name `first` to `last`.

    A name that stands elsewhere in the sentence of the source (`moved`) is in the wrong place only if it is behind
    another preposition with its noun or verb: who did what to whom is told by the roles.
    """
    theirs, mine = home.source.words, home.told.words
    left, right = home.bounds(first)[0], home.bounds(last)[1]
    start = home.links[left] + 1 if left >= 0 else 0
    end = home.links[right] if right >= 0 else len(theirs)
    runs = list(phrases(theirs[start:end]))
    behind = _behind_preposition(home, first)
    if behind is not None:
        return behind
    if moved or not runs:
        return None
    if _only_small(mine, last + 1, right if right >= 0 else len(mine)):
        one, other = start + runs[-1][0], start + runs[-1][1]
        if _only_small(theirs, other + 1, end) and _holds(home, first, right, left):
            return one, other
    if _only_small(mine, left + 1, first):
        one, other = start + runs[0][0], start + runs[0][1]
        if _only_small(theirs, start, one) and _holds(home, first, left, right):
            return one, other
    return None


def _behind_preposition(home: Alignment, first: int) -> tuple[int, int] | None:
    """The source's name behind the same word and preposition: "a workshop in Leith" for "a workshop in Kirkcaldy"."""
    mine, theirs = home.told.words, home.source.words
    if first < 2 or mine[first - 1].lower not in _PREPOSITIONS:
        return None
    head = first - 2
    if not mine[head].content or mine[head].sort in ("name", "number", "day") or not home.equal[head]:
        return None
    place = home.links[head] + 2
    if (
        place >= len(theirs)
        or theirs[place - 1].lower != mine[first - 1].lower
        or theirs[place].sort != "name"
    ):
        return None
    return place, _end_of_run(theirs, place)


_PREPOSITIONS = frozenset("in at near from of for to with against on over outside".split())
_ALL_PREPOSITIONS = _PREPOSITIONS | {"by", "before", "after", "under", "through", "via", "behind", "between"}


def _only_small(words: Sequence[Word], start: int, end: int) -> bool:
    return all(not words[at].content for at in range(start, end))


def _holds(home: Alignment, at: int, near: int, far: int) -> bool:
    """Whether enough of the sentence stays in place around the slot to call it the same slot."""
    words = home.told.words
    support = home.support(at, 3)
    if near >= 0 and words[near].content:
        return support >= 0.4
    if near < 0:
        return far >= 0 and support >= 0.5
    return support >= 0.6
