"""Figures that do not agree are never put side by side as if they did."""

from collections.abc import Sequence

from ..language.words import words
from ..model import Figure, Piece, Span, Warning
from .line import text_of

_RIVALS = ("conflict", "updated")


def mixes(line: Sequence[Piece], clashes: Sequence[Warning], figures: Sequence[Figure]) -> bool:
    """Whether a line holds two figures that do not agree without saying whose they are.

    It may do so only where one sentence of the article holds both: a replaced number with its
    replacement, or two claims, each with its speaker if the article names him.

    Args:
        line: the pieces of a bullet or headline.
        clashes: what `figures.conflicts` found.
        figures: the article's figures.
    """
    for clash in clashes:
        if clash.kind not in _RIVALS or not all(_held(span, line) for span in clash.spans):
            continue
        both = [_figure_at(span, figures) for span in clash.spans]
        if len({figure.sentence for figure in both if figure is not None}) > 1:
            return True
        if clash.kind == "conflict" and not _all_named(both, line):
            return True
    return False


def _held(span: Span, line: Sequence[Piece]) -> bool:
    return any(
        piece.start is not None
        and piece.end is not None
        and piece.start < span.end
        and span.start < piece.end
        for piece in line
    )


def _figure_at(span: Span, figures: Sequence[Figure]) -> Figure | None:
    return next((figure for figure in figures if figure.start < span.end and span.start < figure.end), None)


def _all_named(both: Sequence[Figure | None], line: Sequence[Piece]) -> bool:
    said = {word.lower() for word in words(text_of(tuple(line)))}
    speakers = [figure.speaker for figure in both if figure is not None and figure.speaker]
    return all({word.lower() for word in words(speaker)} <= said for speaker in speakers)
