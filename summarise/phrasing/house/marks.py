"""Quotation marks and dashes in the form of the house."""

import re
from collections.abc import Iterator

from .cloth import Cloth, Edit
from .house import AS_SOURCE, House
from .quoted import is_quoted, quotations

_SINGLE = {'"': "'", "“": "‘", "”": "’"}
_DOUBLE = {"'": '"', "‘": "“", "’": "”"}
# An em dash stands with or without spaces; a shorter one without them is a hyphen or "to".
_DASH = re.compile(r"(?<=[^\s–—-])(?: [–-] | ?— ?)(?=[^\s–—-])")
_DASHES = {"en": "–", "em": "—"}


def marks(cloth: Cloth, house: House) -> Iterator[Edit]:
    """Quotation marks: curly stays curly and straight straight; a quotation that holds marks itself is left alone."""
    if house.quotation_marks == AS_SOURCE:
        return
    other = _SINGLE if house.quotation_marks == "single" else _DOUBLE
    text = cloth.text
    for one in quotations(text):
        opening, closing = text[one.start], text[one.end - 1]
        inside = text[one.start + 1 : one.end - 1]
        # An apostrophe at the end of a word would look like the end of the quotation, and marks that stand
        # apart from their words would not be known again.
        clear = (
            not any(mark in inside for mark in '"“”‘')
            and not re.search(r"(?:\W|^)'|['’](?:\W|$)", inside)
            and re.fullmatch(r"[^\W_](?:.*[\w.,!?%…)])?", inside)
        )
        if one.sure and opening in other and closing in other and clear:
            yield Edit(one.start, one.start + 1, other[opening])
            yield Edit(one.end - 1, one.end, other[closing])


def dashes(cloth: Cloth, house: House) -> Iterator[Edit]:
    """Dashes between words, with a space on either side."""
    if house.dash == AS_SOURCE:
        return
    dash = _DASHES[house.dash]
    zones = quotations(cloth.text)
    for match in _DASH.finditer(cloth.text):
        if not is_quoted(zones, match.start(), match.end()):
            yield Edit(match.start(), match.end(), f" {dash} ")
