"""British and American spelling, by the register of data/en/dress/spelling.txt."""

import re
from collections.abc import Iterator
from functools import cache

from ...checking.faithfulness import Source
from ...resources import word_lines
from .cloth import Cloth, Edit
from .house import AS_SOURCE, House
from .names import may_be_name
from .quoted import is_quoted, quotations

_WORD = re.compile(r"[A-Za-z]{4,}")
# A party and a union as often as work: with a capital it is left alone wherever it stands.
_SMALL_ONLY = frozenset({"labour", "labor"})


def spelling(cloth: Cloth, house: House, source: Source) -> Iterator[Edit]:
    """The words of a line that the house spells differently; never in names or quotations."""
    if house.spelling == AS_SOURCE:
        return
    pairs = spellings(house.spelling)
    zones = quotations(cloth.text)
    for match in _WORD.finditer(cloth.text):
        word = match[0]
        other = pairs.get(word.lower())
        if other is None or is_quoted(zones, *match.span()):
            continue
        if word.lower() in _SMALL_ONLY and word[0].isupper() and not _small(cloth, match.start(), source):
            continue
        if not may_be_name(cloth, *match.span(), source):
            yield Edit(match.start(), match.end(), other.capitalize() if word[0].isupper() else other)


def _small(cloth: Cloth, start: int, source: Source) -> bool:
    place = cloth.places[start]
    return place is not None and source.text[place].islower()


@cache
def spellings(country: str) -> dict[str, str]:
    """For "uk" or "us": words of the other country's spelling to this one's, lower case."""
    pairs: dict[str, str] = {}
    for line in word_lines("en/dress/spelling.txt"):
        words, _, endings = line.partition(":")
        one_way = " > " in words
        british, american = words.replace(" > ", " ").split()
        if country == "uk" and one_way:
            continue
        for ending in endings.split() or ["-"]:
            tail = "" if ending == "-" else ending
            here, there = (british, american) if country == "uk" else (american, british)
            pairs[there + tail] = here + tail
    return pairs
