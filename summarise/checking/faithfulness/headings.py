"""Lines with the capitals of a heading: there a capital does not make a name."""

from ...figures.tokens import Line
from ...language.words import STOP_WORDS

_TELLING = 4  # letters from which a word of a heading has its capital whatever it is
_FEWEST = 3  # words with a capital of which a heading can be told


def titled(line: Line) -> bool:
    """Whether a line has capitals as a heading has them, on every longer word: "Dow Tumbles Almost 500"."""
    if line.headline_case:
        return True
    words = [token.text for token in line.tokens if token.kind == "word"]
    telling = [word for word in words if len(word) >= _TELLING and word.lower() not in STOP_WORDS]
    if not telling or not all(word[0].isupper() for word in telling):
        return False
    return sum(word[0].isupper() for word in words) >= max(_FEWEST, 0.5 * len(words))
