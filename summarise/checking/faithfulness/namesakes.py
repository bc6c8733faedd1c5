"""Whether two names may be of one bearer: short forms, countries and their people, first names and surnames."""

from collections.abc import Sequence

from .align import Alignment
from .keys import abbreviations, aliases, key
from .reading import Reading
from .words import Word


def _kin(one: str, other: str) -> bool:
    """Whether two names begin alike: "Korean" and "Korea's"."""
    return one[:_ROOT] == other[:_ROOT] and min(len(one), len(other)) >= _ROOT


_ROOT = 5  # letters


def same_one(reading: Reading, home: Alignment, first: int, last: int, slot: tuple[int, int]) -> bool:
    """Whether two names may be of one bearer."""
    mine = [reading.words[at] for at in range(first, last + 1)]
    theirs = [home.source.words[at] for at in range(slot[0], slot[1] + 1)]
    if {word.key for word in mine} & {word.key for word in theirs}:
        return True
    if {key(word.lower) for word in mine} & {key(word.lower) for word in theirs}:
        return True
    common = {aliases().get(reading.told.line.slice(mine[0].start, mine[-1].end)), *(w.key for w in mine)} - {
        None
    }
    if aliases().get(home.source.line.slice(theirs[0].start, theirs[-1].end)) in common:
        return True  # "Britain" and "United Kingdom"
    if any(_kin(one.lower, other.lower) for one in mine for other in theirs):
        return True
    if any(_resolves(word, theirs) for word in mine) or any(_resolves(word, mine) for word in theirs):
        return True
    joined = f"{mine[-1].text} {theirs[0].text}", f"{theirs[-1].text} {mine[0].text}"
    if any(reading.source.has_text(text) for text in joined):
        return True  # first name and surname of one person
    return bool(_initials(mine) & _forms(theirs) or _initials(theirs) & _forms(mine))


def _resolves(short: Word, full: Sequence[Word]) -> bool:
    """Whether a name is a known abbreviation or nickname of another."""
    keys = {key(word.lower) for word in full}
    return any(keys & set(known) for known in abbreviations().get(short.text, ()))


def _initials(words: Sequence[Word]) -> set[str]:
    """The first letters of some of these words in a row, short forms whole: "ukip" of "UK Independence Party"."""
    letters = [word.lower if word.text.isupper() and len(word.text) > 1 else word.lower[0] for word in words]
    return {"".join(letters[at:end]) for at in range(len(letters)) for end in range(at + 2, len(letters) + 1)}


def _forms(words: Sequence[Word]) -> set[str]:
    return {word.lower.removesuffix("'s").removesuffix("’s").replace(".", "") for word in words}
