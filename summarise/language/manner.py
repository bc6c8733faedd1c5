"""How a text is written: whether its capitals tell anything, and whether its marks stand apart.

News reaches us in lower case throughout, in capitals throughout, and cut into tokens
("he said , `` we won . ''"). Both are decided once for an article, from a few of its stops.
"""

import re
from itertools import islice
from typing import NamedTuple

# The first letter after a stop, whatever quotes and brackets come between.
_AFTER_STOP = re.compile(r"[.?!](?:\s?[\"'”’)])*+\s+(?:[\"'“‘(`]\s?)*+([^\W\d_])")
_LOOKED_AT = 20
_LETTER = re.compile(r"[^\W\d_]")
# Fewer stops than this tell nothing of an article.
_FEWEST = 3


class Manner(NamedTuple):
    """How an article is written.

    Attributes:
        cased: a capital opens a sentence or a name, a small letter neither.
        tokenised: white space stands between a word and the mark after it.
    """

    cased: bool
    tokenised: bool


def manner(text: str) -> Manner:
    """The manner of a whole article; short texts without evidence count as written the usual way."""
    apart = text.count(" . ") + text.count(" .\n")
    tokenised = apart >= _FEWEST and apart * 2 > text.count(". ") + text.count(".\n")
    return Manner(_is_cased(text), tokenised)


def _is_cased(text: str) -> bool:
    if text.islower():
        return False
    middle = text[len(text) // 3 :][:400]
    capitals = sum(map(str.isupper, middle))
    # Capitals in most places, not only in a headline.
    if capitals * 2 > len(middle) and capitals > 0.6 * len(_LETTER.findall(middle)) and len(text) > 40:
        return False
    first = [match[1] for match in islice(_AFTER_STOP.finditer(text), _LOOKED_AT)]
    small = sum(map(str.islower, first))
    return len(first) < _FEWEST or small < 0.7 * len(first)
