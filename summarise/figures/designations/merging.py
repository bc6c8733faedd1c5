"""Designations as Figures among the quantities of a line."""

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from summarise.figures.designations.designation import Designation
from summarise.figures.designations.reading import designations
from summarise.figures.tokens import Line
from summarise.model import Figure, Span


def with_designations(line: Line, sentence: int, quantities: Iterable[Figure]) -> list[Figure]:
    """The quantities of a line and the numbers that label, in order of the text, none overlapping."""
    counted = list(quantities)
    starts = [token.start for token in line.tokens]
    taken = [(bisect_left(starts, one.start), bisect_left(starts, one.end)) for one in counted]
    labels = [_figure(line, one, sentence) for one in designations(line, taken)]
    return sorted([*counted, *labels], key=attrgetter("start"))


def _figure(line: Line, one: Designation, sentence: int) -> Figure:
    start, end = line[one.start].start, line[one.end - 1].end
    noun = Span(line[one.noun[0]].start, line[one.noun[1] - 1].end) if one.noun else None
    return Figure(
        text=line.slice(start, end),
        start=start,
        end=end,
        value=one.value,
        kind=one.kind,
        upper=one.upper,
        noun=line.slice(*noun) if noun else None,
        noun_span=noun,
        sentence=sentence,
    )
