"""Who says so, behind the line or in front of it.

A line that somebody reports ends in a comma of the template's own, the speaker and the
reporting verb; that comma is how it is told from one that only happens to end so.
"""

from collections.abc import Sequence
from dataclasses import replace

from ...language.words import words
from ...model import Piece
from ...resources import word_list
from ..line import text_of
from .house import House

# A longer speaker in front keeps the reader waiting for the news.
_LONGEST_IN_FRONT = 4
# "Its chairman: firm to close mill" speaks of what the reader has not met yet.
_POINTING_BACK = frozenset({"its", "his", "her", "their"})


def attribution(line: Sequence[Piece], house: House) -> tuple[Piece, ...]:
    """The line with its speaker where the house wants it; as it is where the reporting verb carries a meaning."""
    line = tuple(line)
    if house.attribution == "says behind":
        return line
    comma = max((i for i, piece in enumerate(line) if piece.origin == "template"), default=-1)
    if comma < 1 or line[comma].text.strip() != ",":
        return line
    speaker, verb = line[comma + 1 : -1], line[-1].text.strip().lower()
    body = line[:comma]
    if not speaker or verb not in word_list("en/dress/neutral_reporting.txt"):
        return line
    name = text_of(speaker).strip()
    if ":" in text_of(line) or "," in name or name.lower() in word_list("en/pronouns.txt"):
        return line
    if house.attribution == "colon behind":
        return (*body, Piece(":", "template"), *speaker)
    spoken = words(name)
    if len(spoken) > _LONGEST_IN_FRONT or spoken[0].lower() in _POINTING_BACK:
        return line
    front = (replace(speaker[0], text=speaker[0].text.lstrip(" ")), *speaker[1:])
    return (*front, Piece(":", "template"), replace(body[0], text=" " + body[0].text.lstrip(" ")), *body[1:])
