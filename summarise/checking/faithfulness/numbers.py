"""Numbers that count nothing: places in a row ("third attempt"), and digits that no figure holds ("Flight 318")."""

from collections.abc import Iterator, Sequence

from ...model import Figure, Finding
from .align import Alignment
from .reading import Reading
from .words import Word

_SUPPORT = 0.5


def check_numbers(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Ordinals that became others, and digits that the source does not have.

    Args:
        reading: the sentence beside its source.
        figures: the figures in it, which are compared by themselves.
    """
    words = reading.words
    for at, word in enumerate(words):
        if any(figure.start <= word.start < figure.end for figure in figures):
            continue
        if word.sort == "ordinal":
            found = _ordinal(reading, at)
        elif (
            word.sort == "number"
            and word.text.isdigit()
            and not _of_a_clock(words, at)
            and not (_of_a_date(words, at) or _of_a_quarter(words, at))
        ):
            found = _digits(reading, at)
        else:
            continue
        if found is not None:
            yield found


def _ordinal(reading: Reading, at: int) -> Finding | None:
    """Another place in the row than the source has in the same place."""
    home = reading.home(at)
    if any(reading.words[at].key == word.key for one in reading.alignments for word in one.source.words):
        return None
    link = _beside(home, at)
    if link is None or not reading.close(home, at) or home.support(at) < _SUPPORT or reading.borne(at):
        return None
    text, place = reading.quoted(home, link, link)
    message = f"the source says {text!r} here, the summary {reading.words[at].text!r}"
    return reading.finding("figure", "contradicted", at, at, message, place)


def _beside(home: Alignment, at: int) -> int | None:
    def whole(words: Sequence[Word], index: int) -> bool:
        """A word that is an ordinal by itself: not the "first" of "twenty-first", not the "st" of "21st"."""
        joined = index > 0 and words[index].start == words[index - 1].end
        return words[index].sort == "ordinal" and not joined

    link, theirs = home.links[at], home.source.words
    if not whole(home.told.words, at):
        return None
    if link >= 0:
        return None if home.equal[at] or not whole(theirs, link) else link
    gap = [j for j in home.gap(at) if whole(theirs, j) and home.back[j] < 0]
    return gap[0] if len(gap) == 1 and at not in home.moved else None


def _digits(reading: Reading, at: int) -> Finding | None:
    """Digits that stand nowhere in the source."""
    word = reading.words[at]
    if word.key in reading.source.vocabulary.places or reading.source.has_text(word.text):
        return None
    if any(int(word.text) == figure.value for figure in reading.source.figures):
        return None
    if at + 1 < len(reading.words) and reading.words[at + 1].sort == "ordinal":
        # "3rd" for "third", "2nd" for "second", which may be a part of a minute.
        spelled = "second" if word.text == "2" else f"{word.text}th"
        if spelled in reading.source.vocabulary.places or spelled in reading.source.vocabulary.all_words:
            return None
    return reading.finding("figure", "not found", at, at, f"the source has no {word.text}")


def _of_a_clock(words: Sequence[Word], at: int) -> bool:
    """Whether digits are of a time of day ("21:40", "9.30am") or of a decade ("1980s"), which may be told otherwise."""
    near = [words[i].lower for i in (at - 1, at + 1) if 0 <= i < len(words) and _touches(words, at, i)]
    return any(other in (":", "am", "pm", "a.m", "p.m", "s", ".") for other in near)


def _of_a_quarter(words: Sequence[Word], at: int) -> bool:
    """The 3 of "Q3"."""
    return at > 0 and words[at - 1].text in ("Q", "H") and words[at - 1].end == words[at].start


def _of_a_date(words: Sequence[Word], at: int) -> bool:
    """Whether a number is a day of the month, which is compared as a date."""
    return any(word.sort == "month" for word in words[max(0, at - 2) : at + 3])


def _touches(words: Sequence[Word], at: int, other: int) -> bool:
    first, second = min(at, other), max(at, other)
    return words[second].start - words[first].end <= 1
