"""The driver: every number of a line that is no quantity, in order."""

from collections.abc import Iterator, Sequence
from functools import cache

from summarise.figures.designations.clock import times
from summarise.figures.designations.dates import APOSTROPHES, dates, years
from summarise.figures.designations.designation import Designation, known, ordinal_words
from summarise.figures.designations.names import names, without_s
from summarise.figures.designations.ordinals import ordinals
from summarise.figures.lexicon import lexicon, word_class
from summarise.figures.tokens import Line, Token


def designations(line: Line, taken: Sequence[tuple[int, int]]) -> Iterator[Designation]:
    """Every number of a line that labels and does not count, in order, none overlapping.

    Args:
        line: the tokens of a sentence.
        taken: token ranges of the quantities, in order, none overlapping; no designation touches them.

    What `Designation.value` holds is said there. Digit strings longer than 24 digits have no value and
    are left out, and so are number words that are no ordinal and in no name ("the other two").
    """
    starts = [*(start for start, _ in taken), len(line)]
    following, floor, at = 0, 0, 0
    while at < len(line):
        while starts[following] < at:
            following += 1
        if at == starts[following]:
            at = floor = taken[following][1]
            following += 1
            continue
        found = next(_free(line, at, floor, starts[following]), None) if _may_begin(line[at]) else None
        if found is not None:
            yield found
            at = floor = found.end
        else:
            at += 1


def _free(line: Line, at: int, floor: int, stop: int) -> Iterator[Designation]:
    """Readings of the number at token `at` that keep within `floor` and `stop`, the best first."""
    for found in _readings(line, at, floor):
        if floor <= found.start and found.end <= stop:
            yield found


def _readings(line: Line, at: int, floor: int) -> Iterator[Designation]:
    token = line[at]
    if token.kind == "sign":
        yield from years(line, at)
        return
    yield from dates(line, at)
    yield from times(line, at)
    yield from years(line, at)
    yield from ordinals(line, at)
    yield from names(line, at, floor)


def _may_begin(token: Token) -> bool:
    if token.kind == "word":
        return (
            token.lower in _openers()
            or without_s(token.lower) in lexicon().cardinals
            or token.text in known("eras")
        )
    return token.kind == "number" or token.text in APOSTROPHES


@cache
def _openers() -> frozenset[str]:
    """Words that one of the readers may begin at."""
    numbers = {*lexicon().cardinals, *ordinal_words(), "hundred", "thousand", "million"}
    return frozenset(numbers | word_class("labels", "months") | known("fiscal"))
