"""A line laid out flat: its characters, each with its place in the source, and changes sewn in.

A change takes the place of a stretch of the line. The piece it makes is "normalised"
and has the span of what it stands for; what lies beside it keeps its origin and gets
the part of the span that is its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ...model import Piece

_NO_SPACE = tuple(",;:.!?%")  # before these a polished line has none


class Edit(NamedTuple):
    """The line's characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Cloth:
    """A line with the places of its characters.

    Attributes:
        pieces: the line.
        text: the line as text.
        places: for each character its offset in the source; None where its piece is a template's or
            is not written as the source has it.
        starts: where each piece begins in the line.
    """

    pieces: tuple[Piece, ...]
    text: str
    places: tuple[int | None, ...]
    starts: tuple[int, ...]


def lay_out(line: Sequence[Piece], source: str) -> Cloth:
    """A line as cloth.

    Args:
        line: the line.
        source: the text that its spans point into.
    """
    places: list[int | None] = []
    starts: list[int] = []
    for piece in line:
        starts.append(len(places))
        places += _places(piece, source)
    return Cloth(tuple(line), "".join(p.text for p in line), tuple(places), tuple(starts))


def _places(piece: Piece, source: str) -> list[int | None]:
    """The places of a copied piece's characters.

    Its span may be a little wider than its words: the final stop is gone, several spaces have become one, and
    none is left before a comma.
    """
    unknown: list[int | None] = [None] * len(piece.text)
    if piece.start is None or piece.end is None or piece.origin != "copied":
        return unknown
    body = piece.text.lstrip(" ")
    if not body:
        return unknown
    told = [
        at
        for at in range(piece.start, piece.end)
        if not source[at].isspace()
        or not (
            (at > piece.start and source[at - 1].isspace())
            or source[at + 1 : piece.end].lstrip()[:1] in _NO_SPACE
        )
    ]
    plain = "".join(" " if source[at].isspace() else source[at] for at in told)
    # Capitals may be the line's own.
    small = plain.lower()
    found = small.find(body.lower())
    if found < 0 or len(small) != len(plain):
        return unknown
    return [*unknown[: len(piece.text) - len(body)], *told[found : found + len(body)]]


def sew(cloth: Cloth, edits: Iterable[Edit], source: str) -> Cloth:
    """The line with the changes made. Of two that overlap, the first in the line counts."""
    line: list[Piece] = []
    position = 0
    for edit in sorted(edits):
        if edit.start < position or edit.text == cloth.text[edit.start : edit.end]:
            continue
        line += _between(cloth, position, edit.start)
        line.append(_patch(cloth, edit))
        position = edit.end
    if not position:
        return cloth
    line += _between(cloth, position, len(cloth.text))
    return lay_out(_gaps(line), source)


def _between(cloth: Cloth, start: int, end: int) -> list[Piece]:
    """The pieces of a stretch of the line, cut to it."""
    found = []
    for piece, at in zip(cloth.pieces, cloth.starts, strict=True):
        first, last = max(start, at), min(end, at + len(piece.text))
        if first >= last:
            continue
        text = cloth.text[first:last]
        if len(text) == len(piece.text):
            found.append(piece)
            continue
        # White space is not the source's unless words of the source are on both its sides.
        inner = [
            place for i, place in enumerate(cloth.places[first:last]) if place is not None and text[i] != " "
        ]
        if inner:
            found.append(replace(piece, text=text, start=inner[0], end=inner[-1] + 1))
        elif text.strip(" ") or not found:
            found.append(replace(piece, text=text))
        else:
            found[-1] = replace(found[-1], text=found[-1].text + text)
    return found


def _patch(cloth: Cloth, edit: Edit) -> Piece:
    spans: list[tuple[int, int]] = []
    for piece, at in zip(cloth.pieces, cloth.starts, strict=True):
        first, last = max(edit.start, at), min(edit.end, at + len(piece.text))
        if first >= last or piece.start is None or piece.end is None:
            continue
        known = [place for place in cloth.places[first:last] if place is not None]
        spans.append((known[0], known[-1] + 1) if known else (piece.start, piece.end))
    if not spans:
        return Piece(edit.text, "template")
    return Piece(edit.text, "normalised", min(s for s, _ in spans), max(e for _, e in spans))


def _gaps(line: Sequence[Piece]) -> tuple[Piece, ...]:
    """White space between two pieces belongs to the later one."""
    pieces: list[Piece] = []
    carried = ""
    for piece in line:
        text = carried + piece.text
        kept = text.rstrip(" ")
        carried = text[len(kept) :]
        if kept:
            pieces.append(replace(piece, text=kept))
    return tuple(pieces)


def recase(cloth: Cloth, text: str) -> Cloth:
    """The same line in other letters: `text` is as long and differs in capitals only; origins stay."""
    ends = [*cloth.starts[1:], len(text)]
    pieces = (
        replace(piece, text=text[start:end])
        for piece, start, end in zip(cloth.pieces, cloth.starts, ends, strict=True)
    )
    return replace(cloth, pieces=tuple(pieces), text=text)
