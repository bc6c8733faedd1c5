"""What a word is to the ranker: its term, its name, its place among the small words. Looked up once a word."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from summarise.language.words import STOP_WORDS, stem

FUNCTION_WORDS = (
    "a an the of in to on at for and or but is are was were be been being has have had it he she they his her"
    " their its that this these those with by from as who which"
).split()
"""Small words whose number tells how a sentence is built: a lead has "a" and "has been", a quotation "was" and "it"."""

_PERSON = frozenset("i i'm i've i'll i'd me my we we're we've we'll us our you you're your".split())
_NUMBER_OF = {word: number for number, word in enumerate(FUNCTION_WORDS)}


class Term(NamedTuple):
    """Facts about a word as it stands.

    Attributes:
        stem: the stem of a word that says something, "" for a stop word.
        name: the word without its possessive if it has a capital and a stem, else "".
        function: its number in FUNCTION_WORDS, -1 for any other word.
        person: is a word of the first or second person.
    """

    stem: str
    name: str
    function: int
    person: bool


@lru_cache(maxsize=1 << 16)
def term(word: str) -> Term:
    """The facts of one word."""
    lowered = word.lower().replace("’", "'")
    own = "" if lowered in STOP_WORDS else stem(lowered)
    name = word.replace("’", "'").removesuffix("'s") if own and word[0].isupper() else ""
    return Term(own, name, _NUMBER_OF.get(lowered, -1), lowered in _PERSON)


def content_stems(text: Sequence[str]) -> list[str]:
    """The stems of the words that say something, in order."""
    return [own for word in text if (own := term(word).stem)]
