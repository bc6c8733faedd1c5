"""A line of text as tokens with their places: numerals, words and signs.

One regular expression, one pass, no alternative that can run over the same
characters twice: linear time on any input.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
DASHES = ("-", "‐", "‑", "–", "—", "−")
_NARROW = "\u00a0\u2009\u202f"  # the spaces that typesetters put between thousands

_TOKEN = re.compile(
    rf"""
    (?P<number>
        [0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?        # 1,000,000.5
      | [0-9]{{1,2}}(?:,[0-9]{{2}}){{1,6}},[0-9]{{3}}(?![0-9])(?:\.[0-9]+)?   # 12,34,567
      | [0-9]{{1,3}}(?:\.[0-9]{{3}}){{2,7}}(?![0-9])              # 1.000.000
      | [0-9]{{1,3}}(?:[{_NARROW}][0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?          # 1 000 000
      | [0-9]+(?:\.[0-9]+)?
      | (?<![\w.])\.[0-9]+                                        # .001
      | [{"".join(VULGAR)}]
    )
  | (?P<word>(?:[A-Za-z]\.){{2,}} | [^\W\d_{"".join(VULGAR)}]+(?:['’][^\W\d_{"".join(VULGAR)}]+)*)
  | (?P<sign>\S)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A numeral, a word or a single sign; `start` and `end` point into the whole text."""

    kind: str
    text: str
    lower: str
    start: int
    end: int


_END = Token("end", "", "", -2, -2)


class Line:
    """The tokens of a sentence, safe to ask beyond its ends."""

    __slots__ = ("headline_case", "offset", "text", "tokens")

    def __init__(self, text: str, offset: int = 0) -> None:
        self.text = text
        self.offset = offset
        self.tokens = list(_tokens(text, offset))
        words = [token.text for token in self.tokens if token.kind == "word" and len(token.text) > 3]
        self.headline_case = len(words) > 4 and sum(word[0].isupper() for word in words) > 0.7 * len(words)

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index] if 0 <= index < len(self.tokens) else _END

    def glued(self, index: int) -> bool:
        """Whether token `index` touches the one before it."""
        return 0 < index < len(self.tokens) and self.tokens[index].start == self.tokens[index - 1].end

    def slice(self, start: int, end: int) -> str:
        """Text between two places of the whole text."""
        return self.text[start - self.offset : end - self.offset]


def _tokens(text: str, offset: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        found = match.group()
        yield Token(
            match.lastgroup or "sign", found, found.lower(), match.start() + offset, match.end() + offset
        )


def split_key(text: str) -> tuple[str, ...]:
    """The tokens of a name or cue as it stands in a data file: "sq. m" → ("sq", ".", "m")."""
    return tuple(token.text for token in _tokens(text, 0))
