"""Names: each must be in the source, in that form, and in its own place."""

from collections.abc import Iterator, Sequence

from ...model import Figure, Finding
from .align import Alignment
from .keys import abbreviations, key
from .reading import Reading
from .source import Source
from .words import Word

_TITLES = frozenset(
    (
        "ch insp mr mrs ms miss dr sir dame lord lady president prime minister chancellor king queen prince princess judge justice "
        "senator governor mayor captain general colonel professor pope saint st chief secretary inspector sergeant rev "
        "reverend father sister gov sen rep gen col capt prof pc sgt det supt cllr councillor mp sheikh crown first lady "
        "duke duchess baroness baron major lieutenant archbishop bishop cardinal coach manager director"
    ).split()
)
_PARTICLES = frozenset("van der den de la le du da dos di bin al el von ten ter of and the".split())
_MOST_BETWEEN = 6  # words of the source in the place of a name


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
        found = (
            _unknown(reading, first, last)
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


def _unknown(reading: Reading, first: int, last: int) -> Finding | None:
    source = reading.source
    for at in range(first, last + 1):
        word = reading.words[at]
        if word.key in source.places or _known(word, source):
            continue
        if first == last and _spells_out(reading, first):
            return None
        near = _nearest_name(reading, at)
        message = f"{word.text!r} is not in the source"
        if near is not None:
            message += f", which has {near[0]!r} here"
        return reading.finding("name", "not found", at, at, message, near[1] if near else None)
    return None


def _known(word: Word, source: Source) -> bool:
    """Whether the source has the word in another form: inflected, in lower case, as a part, or abbreviated."""
    bare = word.lower.replace("’", "'").removesuffix("'s").rstrip(".")
    if key(bare) in source.stems or bare in source.all_words or word.lower in source.all_words:
        return True
    if word.key in _TITLES or bare in _TITLES:
        return True
    plain = bare.replace(".", "")
    if plain in source.initials or plain.removesuffix("s") in source.initials:
        return True
    if bare.endswith("s") and bare[:-1] in source.places:
        return True
    for fulls in (abbreviations().get(word.text.rstrip("'s’")), abbreviations().get(word.text)):
        if fulls and any(all(part in source.places or part in _PARTICLES for part in full) for full in fulls):
            return True
    # The long form of an abbreviation in the source: "World" and "Health" of "WHO".
    return any(
        short.lower() in source.places and any(key(bare) in full for full in fulls)
        for short, fulls in abbreviations().items()
        if any(key(bare) in full for full in fulls)
    )


def _spells_out(reading: Reading, at: int) -> bool:
    """Whether an opening word has its capital only from its place and is the source's in another form."""
    word = reading.words[at]
    opening = at == 0 or reading.words[at - 1].sort == "sign"
    lower = word.lower
    if not opening:
        return False
    short = len(lower) > 2 and any(known.startswith(lower) for known in reading.source.small_words)
    return short or key(lower) in reading.source.stems


def _nearest_name(reading: Reading, at: int) -> tuple[str, tuple[int, int]] | None:
    """The name of the source in the place of word `at`."""
    home = reading.home(at)
    candidates = [index for index in home.gap(at) if home.source.words[index].sort == "name"]
    if not candidates or home.support(at) < 0.3:
        return None
    return reading.quoted(home, candidates[0], _end_of_run(home.source.words, candidates[0]))


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
            one in _TITLES
            or key(one) in _TITLES
            or one.startswith("=")
            or other.startswith("=")
            or one == other
        ):
            continue
        if at == 0 and words[at].lower in source.small_words and words[at].lower not in source.places:
            continue
        if (one, other) in source.name_pairs or one in source.initials or other in source.initials:
            continue
        fuller = source.before_name.get(other)
        if fuller is None or one not in source.after_any_name:
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
    own = [at for at in range(first, last + 1) if not (home.links[at] >= 0 and home.equal[at])]
    if not own:
        return None
    if len(own) <= last - first and not _strange_part(reading, home, first, last, own):
        return None
    first, last = own[0], own[-1]
    if not reading.close(home, first):
        return None
    moved = any(at in home.moved for at in range(first, last + 1))
    slot = _slot(home, first, last, moved)
    if slot is None or _same_one(reading, home, first, last, slot):
        return None
    if any(reading.borne(at) for at in range(first, last + 1)):
        return None
    text, place = reading.quoted(home, *slot)
    named = reading.told.line.slice(reading.words[first].start, reading.words[last].end)
    return reading.finding(
        "name", "contradicted", first, last, f"the source has {text!r} here, the summary {named!r}", place
    )


def _strange_part(reading: Reading, home: Alignment, first: int, last: int, own: Sequence[int]) -> bool:
    """Whether the words of a name that the source lacks here never stand beside the others: "Bernie MCI"."""
    words, pairs = reading.words, reading.source.name_pairs
    if any(words[at].key in _TITLES or words[at].key.startswith("=") for at in own):
        return False
    rest = [at for at in range(first, last + 1) if at not in own]
    if any((words[a].key, words[b].key) in pairs for a in own for b in rest if a < b):
        return False
    if any((words[b].key, words[a].key) in pairs for a in own for b in rest if b < a):
        return False
    gap = [home.source.words[at] for at in home.gap(own[0])]
    return (
        any(word.sort == "name" and word.key not in _TITLES for word in gap)
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
    if (
        not mine[head].content
        or mine[head].sort in ("name", "number", "day")
        or not (home.links[head] >= 0 and home.equal[head])
    ):
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


def _same_one(reading: Reading, home: Alignment, first: int, last: int, slot: tuple[int, int]) -> bool:
    """Whether two names may be of one bearer."""
    mine = [reading.words[at] for at in range(first, last + 1)]
    theirs = [home.source.words[at] for at in range(slot[0], slot[1] + 1)]
    if {word.key for word in mine} & {word.key for word in theirs}:
        return True
    if {key(word.lower) for word in mine} & {key(word.lower) for word in theirs}:
        return True
    return bool(_initials(mine) & _forms(theirs) or _initials(theirs) & _forms(mine))


def _initials(words: Sequence[Word]) -> set[str]:
    letters = "".join(word.text[0].lower() for word in words)
    return {letters} if len(letters) > 1 else set()


def _forms(words: Sequence[Word]) -> set[str]:
    return {word.lower.replace(".", "") for word in words}
