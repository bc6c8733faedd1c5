"""Quotations that run over several sentences.

Only the first sentence of such a quotation carries the opening mark and only the last
the closing one. The sentences in between show no mark at all: taken out of their
place, they would read as the reporter's own statement.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from summarise.model import Sentence

# Feet and inches (6'2") are no quotation marks: they match as one longer piece, which is skipped.
_FEET = r"(?<=\d)['’′]\s?\d{1,2}(?:[\"”″]|''|’’)"
_DOUBLE_MARK = re.compile(_FEET + r"|[“”\"]")
_SINGLE_MARK = re.compile(_FEET + r"|['‘’]")
_DOUBLE_OPENING = '“"'

# What may stand right before an opening mark and right after a closing one, white space apart.
_BEFORE_OPENING = frozenset("([{-–—/…:*_>‘'")
_AFTER_CLOSING = frozenset(".,;:?!)]}-–—/…*_<’'")
_STATEMENT_ENDS = frozenset(".,;:?!…-–—")

# Behind a mark that is never closed, no more sentences than this count as quoted.
_LONGEST_UNCLOSED = 6


def open_quotations(sentences: Sequence[Sentence], text: str) -> frozenset[int]:
    """Indices of the sentences that begin inside a quotation opened in an earlier one.

    Args:
        sentences: consecutive sentences of one article, in order, headings included.
        text: the text that their offsets point into.

    Returns:
        `Sentence.index` of every sentence that lies wholly or partly in direct speech begun
        in an earlier sentence of its paragraph. Marks are double ones, straight or curly, and
        single ones that enclose a whole statement ('It is over. We lost,'). A quotation over
        several paragraphs opens each of them with a mark and closes only the last; where a
        mark is neither closed nor repeated, it counts as a slip of the pen and opens nothing.
        The time is linear in the length of the text.
    """
    inside: set[int] = set()
    groups = [list(group) for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph)]
    for group, after in pairwise([*groups, []]):
        if len(group) < 2:
            continue
        starts = [sentence.start for sentence in group]
        goes_on = bool(after) and text[after[0].start] in _DOUBLE_OPENING
        for quotation in _quotations(text, starts[0], group[-1].end):
            # Linear as well: quotations of one kind do not overlap.
            first, last = bisect_right(starts, quotation.start), bisect_left(starts, quotation.end)
            if quotation.closed or (
                last - first <= _LONGEST_UNCLOSED
                and _continues(quotation, text, starts, group[-1].end, goes_on)
            ):
                inside.update(sentence.index for sentence in group[first:last])
    return frozenset(inside)


class _Quotation(NamedTuple):
    """One quotation: from its opening mark to the closing one, or to where it is given up."""

    start: int
    end: int
    closed: bool


def _continues(quotation: _Quotation, text: str, starts: list[int], end: int, goes_on: bool) -> bool:
    """Whether a quotation without its closing mark is one that goes on in the next paragraph.

    Where the paragraphs were lost, that one shows as a sentence that opens with a mark again.
    """
    if text[quotation.start] not in _DOUBLE_OPENING:
        return False
    if quotation.end == end:
        return goes_on or quotation.start == starts[0]
    return (
        starts[bisect_left(starts, quotation.end)] == quotation.end if quotation.end <= starts[-1] else False
    )


def _quotations(text: str, start: int, end: int) -> Iterator[_Quotation]:
    """The quotations of one paragraph: those in double marks, then those in single marks outside them."""
    outer = list(_scan(text, start, end, _DOUBLE_MARK))
    yield from outer
    closed = iter([quotation for quotation in outer if quotation.closed])
    current = next(closed, None)
    for quotation in _scan(text, start, end, _SINGLE_MARK):
        while current and current.end < quotation.start:
            current = next(closed, None)
        if not current or quotation.start < current.start:
            yield quotation


def _scan(text: str, start: int, end: int, marks: re.Pattern[str]) -> Iterator[_Quotation]:
    opened: int | None = None
    for match in marks.finditer(text, start, end):
        place = match.start()
        if len(match.group()) > 1:
            continue
        if opened is not None and _closes(text, place, end):
            yield _Quotation(opened, place, closed=True)
            opened = None
        elif _opens(text, place, start, end):
            if opened is not None:
                yield _Quotation(opened, place, closed=False)
            opened = place
    if opened is not None:
        yield _Quotation(opened, end, closed=False)


def _opens(text: str, place: int, start: int, end: int) -> bool:
    mark = text[place]
    if mark in "“”’" or place + 1 >= end:
        return mark == "“"
    free = place == start or text[place - 1].isspace() or text[place - 1] in _BEFORE_OPENING
    if mark in "'‘":
        # An apostrophe opens words too ('tis, '90s); a statement opens with a capital.
        return free and text[place + 1].isupper()
    # Straight marks stick to what they enclose, but for a dateline's bracket: (AP)"We ...
    return not text[place + 1].isspace() and (free or text[place - 1] == ")")


def _closes(text: str, place: int, end: int) -> bool:
    mark, before = text[place], text[place - 1]
    if mark in "“‘":
        return False
    if mark == "”":
        return True
    free = place + 1 >= end or text[place + 1].isspace() or text[place + 1] in _AFTER_CLOSING
    if mark in "'’":
        # Inside words and behind plurals it is an apostrophe; a statement has a stop before its mark.
        return free and before in _STATEMENT_ENDS
    return free or before in _STATEMENT_ENDS or not (before.isspace() or before in _BEFORE_OPENING)
