"""Words as the newsroom counts them.

A word is what an editor counts as one: "$4.5bn", "don't", "air-defence", "U.S.",
"2015-16", "70%" and "AT&T" are one word each; punctuation is none.
"""

import re
from functools import lru_cache
from typing import Any

from summarise.model import Span
from summarise.resources import word_list

STOP_WORDS: frozenset[str] = word_list("en/stop_words.txt")
"""Lower-case words that say nothing of an article's subject (straight apostrophes)."""

# A run of letters and digits; combining accents belong to the letter before them.
_RUN = r"\w[\w\u0300-\u036f]*"

# What may stand between two runs without parting them. A stop parts them where a
# space was forgotten ("season.The", "fell to 3.The") and joins them elsewhere
# ("U.S", "3.5", "Jolt.co.uk", "Ph.D").
_JOINT = r"""(?:
      ['’ʼ\-‐‑\u00ad&@/+](?=\w)
    | \*+(?=\w)
    | (?<=\d)[,:](?=\d)
    | (?<=\d)[–−](?=\d)
    | (?<=\d)\.(?=[\da-z])
    | (?<![\d])(?<![a-z][a-z])\.(?=\w)
    | (?<=[a-z][a-z])\.(?=[a-z])
    | (?<=\.[^\W\d])\.['’\-](?=\w)       # "U.S.-led"
    | [$£€¥₹](?=\d)
    | ://(?=\w)
    | °(?=[CFK]\b)
    )"""

_WORD = re.compile(
    rf"""
    (?:[$£€¥₹₩₽₺₴₦₱₫](?=[\d.]))?       # a currency sign before its figure
    (?:(?<!\w)\.(?=\d))?               # ".5"
    {_RUN} (?:{_JOINT}{_RUN})*
    (?: (?<=[^\W\d]\.[^\W\d])\.                 # the last stop of "U.S.", "p.m.", "Ph.D."
      | (?<=\d)[%‰°¢€£]                # "70%", "5€"
    )?
    """,
    re.VERBOSE,
)

# Longer pieces are no words, and would fill the memory.
_LONGEST_KEPT = 40


def word_spans(text: str) -> list[Span]:
    """Where the words of `text` stand, in order, as offsets into `text`."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def words(text: str) -> list[str]:
    """The words of `text` as they stand, in order.

    >>> words('The U.S. paid $4.5bn for air-defence systems, "didn\\'t it?"')
    ['The', 'U.S.', 'paid', '$4.5bn', 'for', 'air-defence', 'systems', "didn't", 'it']
    """
    # No word crosses white space, and most pieces of a text come again and again.
    found: list[str] = []
    for piece in text.split():
        found += _words_of(piece) if len(piece) <= _LONGEST_KEPT else _WORD.findall(piece)
    return found


@lru_cache(maxsize=65536)
def _words_of(piece: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(piece))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word in lower case, possessive taken off (Porter 1980, NLTK's extended variant).

    A stem is a key for comparing words, not a word: "elections" and "Election's" give "elect".
    """
    plain = word.lower().replace("’", "'")
    if plain.endswith("'s"):
        plain = plain[:-2]
    return str(_stemmer().stem(plain, to_lowercase=False))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    from nltk.stem.porter import PorterStemmer

    return PorterStemmer()
