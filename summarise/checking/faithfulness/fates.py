"""What befell somebody: "were arrested" in the very place of "were killed"."""

from collections.abc import Iterator
from functools import cache

from ...model import Finding
from ...resources import word_lines
from .reading import Reading
from .registers import alike
from .slots import pinned


@cache
def _fates() -> dict[str, int]:
    """Each word with the line that it stands in."""
    lines = (line.split() for line in word_lines("en/audit/fates.txt"))
    return {word: number for number, line in enumerate(lines) for word in line}


def check_fates(reading: Reading) -> Iterator[Finding]:
    """A fate of the summary where the source has another between the same words.

    Args:
        reading: the sentence beside its source.
    """
    fates = _fates()
    for at, word in enumerate(reading.words):
        if word.lower not in fates:
            continue
        home = reading.home(at)
        stretch = pinned(home, at, at)
        other = home.source.words[stretch[0]] if len(stretch) == 1 else None
        if (
            other is None
            or fates.get(other.lower, fates[word.lower]) == fates[word.lower]
            or alike(word.key, other.key)
        ):
            continue
        message = f"the source says {other.text!r} here, the summary {word.text!r}"
        yield reading.finding("polarity", "contradicted", at, at, message, (other.start, other.end))
