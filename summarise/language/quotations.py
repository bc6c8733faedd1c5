"""Quotations that run over several sentences.

Only the first sentence of such a quotation carries the opening mark and only the last
the closing one. The sentences in between show no mark at all: taken out of their
place, they would read as the reporter's own statement.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarise.model import Sentence

# Feet and inches (6'2") are no quotation marks: they match as one longer piece, which is skipped.
_FEET = r"(?<=\d['’′])\s?\d{1,2}(?:[\"”″]|''|’’)"
# Both begin with the marks themselves, so that the search can skip ahead to one.
_DOUBLE_MARK = re.compile(rf"[\"“”'`’′](?:{_FEET}|(?<=[\"“”])|(?<=`)`|(?<=')')")
_SINGLE_MARK = re.compile(rf"['‘’′](?:{_FEET}|(?<=['‘’]))")
_DOUBLE_OPENING = ("“", '"', "``", "''")
# A single mark that may open a statement: without one, no need to look at the apostrophes.
_STATEMENT = re.compile(r"['‘](?=[^\W\d_a-z])(?<!\w.)")

# What may stand right before an opening mark and right after a closing one, white space apart.
_BEFORE_OPENING = frozenset("([{-–—/…:*_>‘'")
_AFTER_CLOSING = frozenset(".,;:?!)]}-–—/…*_<’'")
_PAIRS = frozenset({"``", "''"})
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
        single ones that enclose a whole statement ('It is over. We lost,'), and the pairs of tokenised
        text (`` and ''). A quotation over
        several paragraphs opens each of them with a mark and closes only the last; where a
        mark is neither closed nor repeated, it counts as a slip of the pen and opens nothing.
        The time is linear in the length of the text.
    """
    inside: set[int] = set()
    kinds = _kinds(text)
    if not kinds and not _STATEMENT.search(text):
        return frozenset()
    for group, after in pairwise([*_paragraphs(sentences), []]):
        if len(group) < 2 or not _may_run_over(group, text, kinds):
            continue
        starts = [sentence.start for sentence in group]
        goes_on = bool(after) and text.startswith(_DOUBLE_OPENING, after[0].start)
        for quotation in _quotations(text, starts[0], group[-1].end):
            # Linear as well: quotations of one kind do not overlap.
            first, last = bisect_right(starts, quotation.start), bisect_left(starts, quotation.end)
            if quotation.closed or (
                last - first <= _LONGEST_UNCLOSED
                and _continues(quotation, text, starts, group[-1].end, goes_on)
            ):
                inside.update(sentence.index for sentence in group[first:last])
    return frozenset(inside)


def _kinds(text: str) -> list[tuple[str, str]]:
    """The pairs of double marks that the text has."""
    return [pair for pair in (('"', '"'), ("“", "”"), ("``", "''")) if pair[0] in text or pair[1] in text]


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    for sentence in sentences:
        if group and sentence.paragraph != group[-1].paragraph:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _may_run_over(group: list[Sentence], text: str, kinds: list[tuple[str, str]]) -> bool:
    """Whether a quotation can leave a sentence: its marks are no pairs, or single marks open a statement.

    Most paragraphs are done with here, at little cost.
    """
    for opening, closing in kinds:
        for sentence in group:
            count = sentence.text.count(opening)
            if count % 2 if opening == closing else count != sentence.text.count(closing):
                return True
    return _STATEMENT.search(text, group[0].start, group[-1].end) is not None


class _Quotation(NamedTuple):
    """One quotation: from its opening mark to the closing one, or to where it is given up."""

    start: int
    end: int
    closed: bool


def _continues(quotation: _Quotation, text: str, starts: list[int], end: int, goes_on: bool) -> bool:
    """Whether a quotation without its closing mark is one that goes on in the next paragraph.

    Where the paragraphs were lost, that one shows as a sentence that opens with a mark again.
    """
    if not text.startswith(_DOUBLE_OPENING, quotation.start):
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
    if not _STATEMENT.search(text, start, end):
        return
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
        mark, place = match.group(), match.start()
        if len(mark) > 1 and mark not in _PAIRS:
            continue
        before = text[place - 1] if place > start else " "
        after = text[match.end()] if match.end() < end else ""
        if opened is not None and _closes(mark, before, after):
            yield _Quotation(opened, place, closed=True)
            opened = None
        elif _opens(mark, before, after):
            if opened is not None:
                yield _Quotation(opened, place, closed=False)
            opened = place
    if opened is not None:
        yield _Quotation(opened, end, closed=False)


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in {"“", "``"}:
        return True
    if mark in {"”", "’"} or not after:
        return False
    free = before.isspace() or before in _BEFORE_OPENING
    if mark in {"'", "‘"}:
        # An apostrophe opens words too ('tis, '90s); a statement opens with a capital.
        return free and after.isupper()
    if after.isspace():
        # In text cut into tokens every mark stands apart.
        return mark == '"' and before.isspace()
    # Straight marks stick to what they enclose, but for a dateline's bracket: (AP)"We ...
    return free or before == ")"


def _closes(mark: str, before: str, after: str) -> bool:
    if mark in {"“", "‘", "``"}:
        return False
    if mark == "”":
        return True
    free = not after or after.isspace() or after in _AFTER_CLOSING
    if mark in {"'", "’"}:
        # Inside words and behind plurals it is an apostrophe; a statement has a stop before its mark.
        return free and before in _STATEMENT_ENDS
    return free or before in _STATEMENT_ENDS or not (before.isspace() or before in _BEFORE_OPENING)
