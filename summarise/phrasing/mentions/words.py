"""The words of plain text as names need them: possessive endings apart, initials and hyphened words whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ...model import Sentence

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’.&/](?=[^\W_])[^\W_]+)*(?:[-](?=[^\W_]))?|&")


class Word(NamedTuple):
    """A word of a run; `owner` if a possessive 's stands behind it."""

    start: int
    end: int
    text: str
    owner: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """Words of the article in small letters, and those with a capital that no sentence start gave them."""

    small: frozenset[str]
    capital: frozenset[str]


def seen_in(sentences: Sequence[Sentence]) -> Seen:
    """How the words of an article are written inside its sentences."""
    rows = [s.text.split() for s in sentences if not s.heading]
    small = frozenset(word.strip(_EDGES) for row in rows for word in row if word[0].islower())
    capital = (
        word.strip(_EDGES).removesuffix("'s").removesuffix("’s")
        for row in rows
        for before, word in pairwise(row)
        if word[0].isupper() and before[-1] not in '.:?!"“”'
    )
    return Seen(small, frozenset(capital))


_EDGES = ",;:.?!()\"'“”‘’"


_APOSTROPHES = ("'", "’")


def words_of(text: str, offset: int) -> list[Word]:
    """The words of a sentence that begins at `offset`, possessive endings apart."""
    words: list[Word] = []
    for found in _WORD.finditer(text):
        word = found[0]
        start, end = found.span()
        owner = False
        if word[-1] == "s":
            if word[-2:-1] in _APOSTROPHES:
                word, end, owner = word[:-2], end - 2, True
            elif text[end : end + 1] in _APOSTROPHES and text[end + 1 : end + 2] == " ":
                owner = True
        words.append(Word(offset + start, offset + end, word, owner))
    return words
