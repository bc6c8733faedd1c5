"""The very place of a word: where a sentence is its source's but for one stretch, that stretch is an exchange."""

from collections.abc import Sequence

from .align import Alignment
from .words import Word

_RETOLD = 0.75  # of the rest of the sentence that must come from the one sentence of the source
_NEAR = 0.6  # of the three content words on either side
_LONG = 6  # words that a stretch of the source may have more than that of the summary


def pinned(home: Alignment, first: int, last: int) -> range:
    """The source's words in the place of the summary's words `first` to `last`, where that place is beyond doubt.

    Args:
        home: the sentence beside its source.
        first, last: the words asked about, both inclusive.

    Returns:
        What stands between the same neighbours in the source; empty if the neighbours are others, nothing stands
        there, or the rest of the sentence does not come from that sentence.
    """
    left, right = _neighbour(home, first, -1), _neighbour(home, last, 1)
    if left is None or right is None:
        return range(0)
    start = home.links[left] + 1 if left >= 0 else 0
    end = home.links[right] if right >= 0 else len(home.back)
    while start < end and home.source.words[start].sort == "sign":
        start += 1
    while start < end and home.source.words[end - 1].sort == "sign":
        end -= 1
    if not 0 < end - start <= last - first + 1 + _LONG:
        return range(0)
    rest = [i for i in home.told.content if not first <= i <= last]
    if home.staying(rest) < _RETOLD or _around(home, first, last) < _NEAR:
        return range(0)
    return range(start, end)


def _neighbour(home: Alignment, at: int, step: int) -> int | None:
    """The next word in a direction if it says the same as in the source, -1 where the sentence ends, else None."""
    words = home.told.words
    at += step
    while 0 <= at < len(words):
        if home.equal[at] and words[at].sort != "sign":
            return at
        if words[at].sort != "sign":
            return None
        at += step
    return -1


def _around(home: Alignment, first: int, last: int) -> float:
    """How much of the content nearest to a stretch, three words on either side, stays in its place."""
    before = [i for i in home.neighbours(first, 3) if i < first]
    return home.staying([*before, *(i for i in home.neighbours(last, 3) if i > last)])


def content_in(words: Sequence[Word], stretch: range) -> list[int]:
    """The words of a stretch that say something."""
    return [at for at in stretch if words[at].content]
