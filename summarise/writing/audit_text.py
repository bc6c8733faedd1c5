"""Findings as text: one line each for programs, or with the lines they are about for a reader."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal

from summarise.model import Finding, Severity
from summarise.writing.audited import (
    Audited,
    excerpt,
    place,
    quoted,
    record_mark,
    severity_and_kind,
    source_place,
    source_span,
)
from summarise.writing.wording import printable

Emphasis = Literal["", "place", "words", "source"] | Severity
"""What a part of a line is; a terminal gives each a look of its own."""
Line = tuple[tuple[str, Emphasis], ...]

WIDTH = 100
_INDENT = "    "


def finding_line(audited: Audited, finding: Finding) -> Line:
    """'summary.txt:2:10: contradicted figure "40": the source says 23 (article.txt:3:24 "23")' in parts."""
    pair = audited.pair
    nearest, span = source_place(pair, finding), source_span(pair, finding)
    where = f" ({printable(nearest)} {quoted(pair.source[slice(*span)])})" if nearest and span else ""
    return (
        (f"{printable(place(pair, finding))}: {record_mark(pair)}", "place"),
        (severity_and_kind(finding), finding.severity),
        (f" {quoted(finding.text)}", "words"),
        (f": {printable(finding.message)}", ""),
        (where, "place"),
    )


def finding_block(audited: Audited, finding: Finding, width: int = WIDTH) -> list[Line]:
    """The finding, its line of the summary and the nearest line of the source, the words in both underlined."""
    pair = audited.pair
    room = max(20, width - len(_INDENT))
    lines: list[Line] = [
        (
            (f"{printable(place(pair, finding))}: {record_mark(pair)}", "place"),
            (severity_and_kind(finding), finding.severity),
            (f": {printable(finding.message)}", ""),
        ),
        *_underlined(pair.summary, finding.start, finding.end, room, finding.severity),
    ]
    nearest, span = source_place(pair, finding), source_span(pair, finding)
    if nearest and span:
        lines += [((f"  {printable(nearest)}:", "place"),), *_underlined(pair.source, *span, room, "source")]
    return lines


def write_lines(audited: Audited) -> str:
    """One line a finding; "" if there is none."""
    return _joined([finding_line(audited, finding) for finding in audited.findings])


def write_blocks(audited: Audited) -> str:
    """A block of lines a finding, with an empty line behind each; "" if there is none."""
    return _joined([line for f in audited.findings for line in (*finding_block(audited, f), ())])


def _joined(lines: Sequence[Line]) -> str:
    return "".join("".join(part for part, _ in line) + "\n" for line in lines)


def _underlined(text: str, start: int, end: int, width: int, emphasis: Emphasis) -> Iterator[Line]:
    shown = excerpt(text, start, end, width)
    yield (_INDENT + shown.before, ""), (shown.words, emphasis), (shown.after, "")
    # Not by colour alone, which a pipe, a file and some eyes do not have.
    yield (_INDENT + " " * _cells(shown.before), ""), ("^" * max(1, _cells(shown.words)), emphasis)


def _cells(text: str) -> int:
    """How wide a terminal draws a text."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
