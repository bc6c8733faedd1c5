"""A text cut into stretches, each with the findings that it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from summarise.model import SEVERITIES, Severity


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a text and the numbers, from 1, of the findings that it belongs to.

    Attributes:
        begins, ends: the findings whose words begin or end with it.
        severity: of the gravest of its findings, None if it has none.
    """

    text: str
    numbers: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    severity: Severity | None = None


def stretches(text: str, spans: Mapping[int, tuple[int, int, Severity]]) -> list[Stretch]:
    """The text cut at every edge of the spans, which may overlap; joined, the stretches are the text."""
    size = len(text)
    inside = {n: (start, min(end, size), s) for n, (start, end, s) in spans.items() if start < min(end, size)}
    edges = sorted({0, size, *(edge for start, end, _ in inside.values() for edge in (start, end))})
    cut = []
    for start, end in pairwise(edges):
        here = {n: span for n, span in inside.items() if span[0] <= start and end <= span[1]}
        cut.append(
            Stretch(
                text[start:end],
                numbers=tuple(here),
                begins=tuple(n for n, span in here.items() if span[0] == start),
                ends=tuple(n for n, span in here.items() if span[1] == end),
                severity=min((s for _, _, s in here.values()), key=SEVERITIES.index, default=None),
            )
        )
    return cut
