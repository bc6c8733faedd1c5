"""What is counted: "at least 23 houses" where the source counts people."""

from collections.abc import Iterator, Sequence

from ...figures.lexicon import words
from ...model import Figure, Finding
from .align import Alignment
from .keys import aliases, key, keys_of
from .reading import Reading
from .registers import alike, contrary
from .slots import pinned
from .source import Source, plain
from .unknown import one_letter_apart
from .words import Word

_PEOPLE = "people persons person others"
# What befell those counted is no noun of theirs: "41 dead".
_BEFALLEN = "dead hurt killed injured wounded missing ill homeless held arrested victims casualties"
_BEHIND = 4  # words behind a number in which the noun counted ends
_WORKERS = "workers employees staff"
_TOLL = "toll casualty victim fatality death"
_TIGHT = 2  # content words on either side of a change that puts one noun for another


def check_counted(
    reading: Reading, home: Alignment, claim: Figure, bearing: Sequence[Figure]
) -> Finding | None:
    """Whether what a figure counts is what the source counts.

    Args:
        reading: the sentence beside its source.
        home: the sentence of the source that the figure is compared with.
        claim: a figure of the sentence.
        bearing: the figures of the source with that amount, not empty.
    """
    if claim.noun is None or claim.noun_span is None or claim.noun_span.start < claim.start:
        return None
    if claim.kind not in ("count", "ratio", "percent"):
        return None
    own = noun_keys(claim.noun)
    if own <= keys_of(_BEFALLEN):
        return _befell(reading, claim, own, bearing)
    if own <= keys_of(_PEOPLE) and all(f.noun is None or _somebody(f.noun) for f in bearing):
        return None
    if any(f.noun is not None and _loosely(claim.noun, f.noun, reading) for f in bearing):
        return None
    if own & keys_of(_WORKERS) and any(_employs(reading, f.sentence) for f in bearing):
        return None  # "employs 387 people", "its 387 workers"
    exchanged = _exchanged(reading, home, claim, bearing)
    if exchanged is not None:
        text, place = exchanged
        return _finding(claim, text, place)
    if claim.kind != "count":
        return None
    other = _otherwise(reading, home, claim, own, bearing)
    if other is None or other.noun is None:
        return None
    return _finding(claim, other.noun, tuple(other.noun_span or (other.start, other.end)))


def _befell(reading: Reading, claim: Figure, own: set[str], bearing: Sequence[Figure]) -> Finding | None:
    """Whether what befell those counted is told where the source has that number: "340 killed" of 340 employees."""
    for figure in bearing:
        told = reading.source.told[max(0, figure.sentence - 1) : figure.sentence + 2]
        if any(
            alike(one, word.key) or word.key in keys_of(_TOLL)
            for one in own
            for t in told
            for word in t.words
        ):
            return None
    first = bearing[0]
    what = first.noun or first.text
    return _finding(claim, what, tuple(first.noun_span or (first.start, first.end)))


def _finding(claim: Figure, counted: str, place: tuple[int, ...]) -> Finding:
    assert claim.noun is not None
    assert claim.noun_span is not None
    message = f"the source counts {counted!r} here, the summary {claim.noun!r}"
    return Finding("figure", "contradicted", claim.noun, *claim.noun_span, message, *place[:2])


def _exchanged(
    reading: Reading, home: Alignment, claim: Figure, bearing: Sequence[Figure]
) -> tuple[str, tuple[int, int]] | None:
    """The source's noun in the very place of the claim's, where it means something else."""
    assert claim.noun_span is not None
    mine, theirs = reading.words, home.source.words
    figure = next((f for f in bearing if f.sentence == home.index), None)
    if figure is None:
        return None
    for change in home.changes():
        inside = [at for at in change.told if mine[at].content]
        there = [at for at in change.source if theirs[at].content]
        if not inside or not there or len(inside) > _TIGHT or len(there) > _TIGHT:
            continue
        head = inside[-1]
        if mine[head].end != claim.noun_span.end or not reading.close(home, head):
            continue
        other = there[-1]
        if (
            theirs[other].lower.endswith("ed")
            or not _counts(figure, theirs[other].start)
            or mine[head].sort != "word"
        ):
            continue
        if any(_like(mine[a], theirs[b]) for a in inside for b in there):
            continue
        text, place = reading.quoted(home, there[0], other)
        if mine[head].key in keys_of(_PEOPLE) and _somebody(text):
            continue
        return text, place
    return None


def check_exchanged_nouns(reading: Reading) -> Iterator[Finding]:
    """A noun behind a number in the very place of another, where the figures do not tell what is counted.

    Args:
        reading: the sentence beside its source.
    """
    words = reading.words
    for at, word in enumerate(words):
        if word.sort != "word" or not any(w.sort == "number" for w in words[max(0, at - _BEHIND) : at]):
            continue
        behind = words[at + 1] if at + 1 < len(words) else None
        if behind is not None and behind.sort in ("word", "name", "number"):
            continue  # no end of a noun phrase
        home = reading.home(at)
        stretch = pinned(home, at, at)
        if len(stretch) != 1:
            continue
        other = home.source.words[stretch[0]]
        if other.sort != "word" or not (_plural(word) and _plural(other)) or _like(word, other):
            continue
        if word.key in keys_of(_PEOPLE) and _somebody(other.text):
            continue
        message = f"the source counts {other.text!r} here, the summary {word.text!r}"
        yield reading.finding("figure", "contradicted", at, at, message, (other.start, other.end))


def _plural(word: Word) -> bool:
    return (len(word.lower) > 3 and word.lower.endswith("s") and not word.lower.endswith("ss")) or _persons(
        word.lower
    )


def _somebody(noun: str) -> bool:
    """Whether a noun is one of people or of what befell them: "honorees", "dead", "others"."""
    return _persons(noun) or key(noun.lower().split()[-1]) in keys_of(f"{_PEOPLE} {_BEFALLEN}")


def _loosely(noun: str, other: str, reading: Reading) -> bool:
    """Whether a noun is another one spelt otherwise, or names more closely people whom the source calls so as well."""
    mine, theirs = noun.lower().split()[-1], other.lower().split()[-1]
    if len(mine) > _SPELT and one_letter_apart(mine, theirs):
        return True
    if mine.removeprefix("grand") in _CHILDREN and theirs.removeprefix("grand") in _OF_CHILDREN:
        return mine.startswith("grand") == theirs.startswith("grand")
    return key(theirs) in keys_of(_PEOPLE) and _persons(noun) and key(mine) in reading.source.vocabulary.stems


_SPELT = 5
_CHILDREN = frozenset(("kids", "children"))
_OF_CHILDREN = frozenset(
    "sons daughters boys girls toddlers schoolchildren teens teenagers pupils babies kids children".split()
)


def _employs(reading: Reading, index: int) -> bool:
    return any(word.key in keys_of("employ work job") for word in reading.source.told[index].words)


def _like(one: Word, other: Word) -> bool:
    return alike(one.key, other.key) or _part(one.lower, other.lower)


def _counts(figure: Figure, start: int) -> bool:
    """Whether the word at a place is what a figure counts, or stands right behind it where no noun is known."""
    if figure.noun_span is not None:
        return figure.noun_span.start <= start < figure.noun_span.end
    return figure.kind == "count" and 0 <= start - figure.end <= 1


def _otherwise(
    reading: Reading, home: Alignment, claim: Figure, own: set[str], bearing: Sequence[Figure]
) -> Figure | None:
    """The figure of the source that has the claim's amount, if none counts what the claim counts."""
    source = reading.source
    rivals = [
        noun_keys(f.noun)
        for f in source.figures_in(home.index)
        if f.noun is not None and f.value != claim.value
    ]
    other: Figure | None = None
    for figure in bearing:
        if figure.noun is None:
            if figure.sentence == home.index:
                return None
            continue
        nouns = noun_keys(figure.noun)
        if figure.sentence == home.index and not own & nouns and any(own & rival - nouns for rival in rivals):
            return figure  # its noun is counted by another figure of that sentence
        plain_words = [word for word in source.told[figure.sentence].words if word.sort != "name"]
        around = nouns | {word.key for word in plain_words}
        named = own | set(plain(claim.noun or "").lower().split())
        spoken = around | {word.lower for word in plain_words}
        if not _clash(claim.noun or "", figure.noun) and any(
            alike(one, two) or _part(one, two) for one in named for two in spoken
        ):
            return None
        other = other or figure
    if other is None or other.noun is None:
        return None
    if _clash(claim.noun or "", other.noun) or _counted_otherwise(source, claim, own):
        return other
    if all(same in source.vocabulary.places for same in own):
        return None  # the source calls it so elsewhere: a looser word
    return other


def _counted_otherwise(source: Source, claim: Figure, own: set[str]) -> bool:
    """Whether the source counts what the claim counts, to another number: "two workers" where the claim has three."""
    return any(
        figure.kind == "count"
        and figure.noun is not None
        and own <= noun_keys(figure.noun)
        and figure.value != claim.value
        for figure in source.figures
    )


def _part(one: str, other: str) -> bool:
    """Whether a word ends in another: "beehives" and "hives"."""
    one, other = one.removesuffix("s"), other.removesuffix("s")
    return min(len(one), len(other)) > 3 and (one.endswith(other) or other.endswith(one))


def _clash(one: str, other: str) -> bool:
    first, second = noun_keys(one), noun_keys(other)
    return not first & second and any(contrary(a, b) for a in first for b in second)


def same_noun(figure: Figure, claim: Figure) -> bool:
    """Whether a figure counts what a claim counts, as far as the claim says what."""
    if figure.noun is None or claim.noun is None:
        return claim.noun is None
    own, theirs = noun_keys(claim.noun), noun_keys(figure.noun)
    return any(alike(one, two) or _part(one, two) for one in own for two in theirs)


def noun_keys(noun: str) -> set[str]:
    """The keys of a noun's words; those of a country's people are one with the country's adjective."""
    parts = plain(noun).replace("-", " ").split()
    return {aliases().get(word) or key(word.lower()) for word in parts}


def _persons(noun: str) -> bool:
    """Whether a noun is one of people, as far as lists and endings tell: "viewers", "soldiers"."""
    last = noun.lower().split()[-1]
    known = last in words("people_nouns") or last in words("person_nouns")
    return known or last.endswith(("ers", "ors", "ists", "men", "ents", "ians", "ees", "children"))


def counted_here(
    reading: Reading, home: Alignment, claim: Figure, bearing: Sequence[Figure]
) -> Figure | None:
    """What the sentence retold counts, for a bare number that only some other sentence has: "fire kills three"."""
    if claim.kind != "count" or claim.noun is not None or reading.share(home) < _RETOLD:
        return None
    near = {one.index for one in reading.alignments if reading.share(one) >= _RETOLD} | {home.index}
    if any(figure.sentence + step in near for figure in bearing for step in (-1, 0, 1)):
        return None
    told = {word.key for word in reading.words if word.sort == "number"}
    counts = [f for f in reading.source.figures_in(home.index) if f.kind == "count" and f.noun is not None]
    return next((f for f in counts if str(f.value) not in told), None)


_RETOLD = 0.5  # of a sentence's content that one sentence of the source has
