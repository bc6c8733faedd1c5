"""Paragraphs and lines: where a sentence cannot go on, before any full stop is looked at.

Three kinds of text come in: paragraphs parted by blank lines, one paragraph a
line, and text that was wrapped by hand or by a mail program at some column. In
the first two a single newline ends a line for good; in the third it is a space.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from summarise.model import Span

# Longest line that still counts as wrapped: mail and terminals stop at 72 to 80,
# a few editors at 100; a real paragraph on one line is longer.
_WIDEST = 104
# Wrapping programs that balance their lines leave this many columns unused.
_SLACK = 12
# Narrower than this and the first lines of a poem, a list or a table look wrapped too.
_NARROWEST = 40

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
_BULLET = re.compile(r"\s*(?:[-–—*•·●▪◦‣■►]\s+|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s+)\S")
_SENTENCE_END = re.compile(r"[.?!…][\"'”’»)\]]*$")
# Or with what only follows a word: a name stood there as a link.
_BEGINS_SMALL = re.compile(r"[a-z]+(?:[\s,]|\.?$)|[,;.]\s|['’]s\s")
_FINISHED = re.compile(r"[.?!…:;][\"'”’»)\]]*$")


def paragraphs(text: str, spans: tuple[Span, ...], cased: bool = True) -> Iterator[Span]:
    """The paragraphs inside `spans`, in order, without white space at their ends.

    A blank line, a newline and the end of a span end a paragraph; where the text is
    hard-wrapped, a newline that only ends a full line does not. Nor does a break in the
    middle of a sentence (a link or a page break stood there): the line before has no closing
    mark, the one after begins small, or with a comma or a stop. `cased` says whether a small letter tells anything.
    """
    lines = [line for span in spans for line in _lines(text, span)]
    width = _wrap_width(text, lines)
    joined: list[Span] = []
    for number, line in enumerate(lines):
        if number and _goes_on(text, lines[number - 1], line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(Span(line.start, line.end))
    return _mended(text, joined, {line.start for line in lines if line.first}) if cased else iter(joined)


def _mended(text: str, whole: list[Span], firsts: set[int]) -> Iterator[Span]:
    """The paragraphs, those put together that a break in the middle of a sentence parted.

    What begins small goes to the paragraph before, up to where the sentence ends; if it never
    does, these are items of a list.
    """
    place = 0
    while place < len(whole):
        span, place = whole[place], place + 1
        last = place
        while last < len(whole) and whole[last].start not in firsts:
            if not _broken(text, whole[last - 1], whole[last]):
                break
            last += 1
        if last > place and _SENTENCE_END.search(text[whole[last - 1].end - 3 : whole[last - 1].end]):
            yield Span(span.start, whole[last - 1].end)
        else:
            yield from (span, *whole[place:last])
        place = last


def _broken(text: str, span: Span, after: Span) -> bool:
    """Whether a sentence broke off at the end of `span` and goes on in `after`."""
    small = _BEGINS_SMALL.match(text, after.start, after.end)
    return small is not None and not _FINISHED.search(text[span.end - 3 : span.end])


class _Line(NamedTuple):
    start: int
    end: int
    fresh: bool  # opens its span or follows a blank line
    first: bool  # opens its span


def _lines(text: str, span: Span) -> Iterator[_Line]:
    previous = None
    for match in _LINE.finditer(text, span.start, span.end):
        stripped = match.group().strip()
        if not stripped:
            continue
        start = match.start() + match.group().index(stripped[0])
        end = start + len(stripped)
        first = previous is None
        fresh = previous is None or len(_BREAK.findall(text, previous, start)) > 1
        previous = match.end()
        yield _Line(start, end, fresh, first)


def _wrap_width(text: str, lines: list[_Line]) -> int | None:
    """The column at which the text was wrapped, None if it was not.

    Wrapped text has no line longer than a page is wide, and most of its newlines fall inside
    a sentence. Text with one paragraph or heading a line fails one of the two.
    """
    if len(lines) < 2:
        return None
    width = max(line.end - line.start for line in lines)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    inner = [
        (line, after)
        for line, after in pairwise(lines)
        if not after.fresh and not _BULLET.match(text, after.start, after.end)
    ]
    cut = sum(
        _full(text, line, after, width) and not _FINISHED.search(text[line.end - 3 : line.end])
        for line, after in inner
    )
    return width if cut and cut * 2 >= len(inner) else None


def _goes_on(text: str, line: _Line, after: _Line, width: int | None) -> bool:
    """Whether `after` continues the paragraph of `line`."""
    if width is None or after.fresh or _BULLET.match(text, after.start, after.end):
        return False
    return text[after.start].islower() or _full(text, line, after, width)


def _full(text: str, line: _Line, after: _Line, width: int) -> bool:
    """Whether the first word of `after` had no room left on `line`."""
    word = text[after.start : after.end].split(None, 1)[0]
    return (line.end - line.start) + 1 + len(word) > width - _SLACK
