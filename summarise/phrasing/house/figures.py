"""Where the figures of the source stand in a line."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...checking.faithfulness import Source
from ...model import Figure
from .cloth import Cloth
from .quoted import is_quoted, quotations


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure of the source and the stretch of the line that shows it.

    What the figure is (its kind, value and bound) is known from the source, so it is the same however the
    line writes it.
    """

    figure: Figure
    start: int
    end: int
    opening: bool


def shown_figures(cloth: Cloth, source: Source) -> Iterator[Shown]:
    """The figures of a line that are nobody's quoted words, in the order of the source."""
    spans = [(p.start, p.end) for p in cloth.pieces if p.start is not None and p.end is not None]
    if not spans:
        return
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    zones = quotations(cloth.text)
    for figure in source.figures:
        if figure.end <= first or figure.start >= last:
            continue
        stretch = _stretch(cloth, figure)
        if stretch is None or is_quoted(zones, *stretch):
            continue
        start, end = stretch
        yield Shown(figure, start, end, not cloth.text[:start].strip())


def _stretch(cloth: Cloth, figure: Figure) -> tuple[int, int] | None:
    inside: list[int] = []
    for piece, at in zip(cloth.pieces, cloth.starts, strict=True):
        if piece.start is None or piece.end is None or piece.end <= figure.start or piece.start >= figure.end:
            continue
        if piece.origin == "normalised":
            lead = len(piece.text) - len(piece.text.lstrip(" "))
            inside += range(at + lead, at + len(piece.text))
            continue
        inside += [
            i
            for i, place in enumerate(cloth.places[at : at + len(piece.text)], at)
            if place is not None and figure.start <= place < figure.end
        ]
    if not inside:
        return None
    start, end = min(inside), max(inside) + 1
    here = set(inside)
    apart = any(i not in here and not cloth.text[i].isspace() for i in range(start, end))
    return None if apart else (start, end)
