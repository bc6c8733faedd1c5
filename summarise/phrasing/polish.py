"""The one surface pass over a finished headline, in this order:

1. numbers by headline style: "percent" → "%", "$4.5 billion" → "$4.5bn"
2. white space and punctuation: single spaces, none before a comma, no loose dash
3. opening and closing: no leading conjunction's comma, no final stop
4. capital at the start
5. quotation marks as the source has them, none left alone
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Piece

_SCALES = {"trillion": "tn", "billion": "bn", "million": "m"}
_MONEY = re.compile(r"(?<=\d) (trillion|billion|million)\b")
_PERCENT = re.compile(r"(?<=\d)(?: |-)?(?:percent|per cent)\b(?!age)(?! point)")
_CURRENCY = re.compile(r"(?:[$£€¥]|\b(?:US|A|C|NZ|HK)\$)\s?\d[\d,.]*$")


def polish(line: Sequence[Piece]) -> tuple[Piece, ...]:
    """The line as it is printed; spans stay with their pieces."""
    pieces = [piece for source in line for piece in _numbers(source)]
    pieces = _spaces(pieces)
    pieces = _ends(pieces)
    return tuple(capital(pieces))


def tidy(line: Sequence[Piece]) -> tuple[Piece, ...]:
    """Steps 2 and 4 alone: for lines that keep the wording and the stop of the source."""
    return tuple(capital(_spaces(list(line))))


def _numbers(piece: Piece) -> list[Piece]:
    """A copied piece in headline style for numbers, split so that only the changed part is "normalised"."""
    if piece.origin != "copied" or piece.start is None:
        return [piece]
    # A space at the front belongs to the line, not to the source.
    lead = len(piece.text) - len(piece.text.lstrip(" "))
    found: list[Piece] = []
    position = 0
    matches = [(m, "%") for m in _PERCENT.finditer(piece.text)]
    matches += [
        (m, _SCALES[m[1]]) for m in _MONEY.finditer(piece.text) if _CURRENCY.search(piece.text[: m.start()])
    ]
    for match, short in sorted(matches, key=lambda found: found[0].start()):
        number = _number_start(piece.text, match.start())
        if number < position:
            continue
        gap = piece.text[position:number]
        if gap.strip(" "):
            found.append(_cut(piece, position, number, lead))
            gap = ""
        span = _cut(piece, number, match.end(), lead)
        text = gap + piece.text[number : match.start()] + short
        found.append(replace(span, text=text, origin="normalised"))
        position = match.end()
    if position < len(piece.text):
        found.append(_cut(piece, position, len(piece.text), lead))
    return found


def _number_start(text: str, end: int) -> int:
    start = end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    return start


def _cut(piece: Piece, start: int, end: int, lead: int) -> Piece:
    assert piece.start is not None
    whole = start == 0 and end == len(piece.text)
    first = piece.start + max(0, start - lead)
    last = piece.end if end == len(piece.text) else piece.start + max(0, end - lead)
    return piece if whole else Piece(piece.text[start:end], piece.origin, first, last)


def _spaces(line: list[Piece]) -> list[Piece]:
    pieces: list[Piece] = []
    for piece in line:
        text = re.sub(r"\s+", " ", piece.text)
        text = re.sub(r" (?=[,;:!?%]|\.(?!\d))", "", text)
        if pieces and pieces[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            pieces.append(replace(piece, text=text))
    return pieces


def _ends(line: list[Piece]) -> list[Piece]:
    while line and not line[0].text.lstrip(" ,;:.–—-"):
        line = line[1:]
    if line:
        line = [replace(line[0], text=line[0].text.lstrip(" ,;:.–—-")), *line[1:]]
    while line and not line[-1].text.rstrip(" ,;:–—-"):
        line = line[:-1]
    if line:
        text = line[-1].text.rstrip(" ,;:–—-")
        if text.endswith(".") and not re.search(
            r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|a\.m|p\.m)\.$", text
        ):
            text = text.rstrip(".")
        line = [*line[:-1], replace(line[-1], text=text)]
    return [piece for piece in line if piece.text]


def capital(line: Sequence[Piece]) -> list[Piece]:
    """The line with a capital at its start."""
    if not line:
        return []
    text = line[0].text
    # "iPhone" and "eBay" keep their small letter.
    if text[:1].islower() and not re.match(r"[a-z][A-Z]", text):
        return [replace(line[0], text=text[0].upper() + text[1:]), *line[1:]]
    return list(line)
