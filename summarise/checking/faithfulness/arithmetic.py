"""What follows from two figures of the source by counting: half of 80 is forty, all but two of 15 are thirteen."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ...figures.arithmetic import quotient
from ...model import Figure
from .source import Source

_CLOSE = 6  # words between the part and the whole
_ROUNDED = Decimal("0.01")
_FEW = 3
_TWICE = {"twice": 2, "both": 2, "brace": 2, "hat": 3, "thrice": 3, "once": 1}


def follows(claim: Figure, source: Source, nearest: Sequence[int]) -> bool:
    """Whether a figure follows from two of one sentence of the source.

    Args:
        claim: the figure.
        source: the article.
        nearest: which of its sentences to look at; what was done twice may stand in the next.
    """
    beside = {near for index in nearest for near in (index - 1, index, index + 1)}
    if any(_times(claim, source, index) for index in beside if 0 <= index < len(source.told)):
        return True
    return any(
        any(_is(claim, figure) for figure in _combined(source, source.figures_in(index))) for index in nearest
    )


def _combined(source: Source, figures: Sequence[Figure]) -> Iterator[Figure]:
    """Part of a whole as a share and as a number, and the rest of a whole: only where the source has "of" between."""
    plain = [f for f in figures if f.upper is None and f.bound == "="]
    for one, other in pairwise(plain):
        between = source.text[one.end : other.start].lower().split()
        if "of" not in between or len(between) > _CLOSE or not _counts(other):
            continue
        if one.kind == "ratio":
            yield replace(other, value=one.value * other.value)
        elif _counts(one) and 0 < one.value < other.value:
            before = source.text[: one.start].rstrip().lower()
            if before.endswith(("but", "except")):
                yield replace(one, value=other.value - one.value)
            else:
                yield replace(one, value=quotient(one.value, other.value), kind="ratio")


def _counts(figure: Figure) -> bool:
    return figure.kind == "count" and figure.unit is None and figure.value == int(figure.value)


def _is(claim: Figure, figure: Figure) -> bool:
    if claim.unit == "percent" and figure.kind == "ratio":
        figure = replace(figure, value=figure.value * 100)
    elif claim.unit is not None:
        return False
    return claim.upper is None and abs(claim.value - figure.value) <= _ROUNDED * figure.value


def _times(claim: Figure, source: Source, index: int) -> bool:
    """ "Scored two" for "scored twice"."""
    words = {word.lower for word in source.told[index].words}
    return (
        claim.unit is None
        and (claim.noun is None or claim.value <= _FEW)
        and any(claim.value == Decimal(value) for word, value in _TWICE.items() if word in words)
    )
