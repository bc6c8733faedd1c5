"""The article's text cut into paragraphs and marked parts, for a page that shows where things stand.

Sentences and figures keep their offsets into `Article.text`; this is where these
become anchors. The parts joined are the article's text, less the white space between paragraphs.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from summarise.model import Digest, Figure, Sentence, Span

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
_LINE_END = re.compile(r"\n\s*")

_BY_REQUEST = "left out by request"
_TO_FIT = "cut off to fit the limits"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text, perhaps of a figure; only the first part of a figure bears its anchor.

    `left_out` says why the extract leaves it out of its sentence, None if it does not. `severity` is that of
    an audit's finding that it is the nearest place of; only the first part of the place bears its anchor.
    """

    text: str
    figure: Figure | None = None
    anchor: str | None = None
    key: bool = False
    left_out: str | None = None
    severity: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Parts of one sentence, or of what lies between sentences (then without anchor)."""

    parts: tuple[Part, ...]
    anchor: str | None = None
    extract: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `story` is False for titles, bylines and whatever else is not body."""

    runs: tuple[Run, ...]
    story: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    """A marked stretch of the text."""

    start: int
    end: int
    anchor: str
    sentence: Sentence | None = None
    figure: Figure | None = None
    severity: str | None = None


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article ready for showing, and where the anchors of its places are."""

    paragraphs: tuple[Paragraph, ...]
    _sentences: tuple[_Mark, ...]
    _figures: tuple[_Mark, ...]
    _findings: tuple[_Mark, ...] = ()

    def sentence_anchor(self, index: int) -> str | None:
        """Anchor of the sentence with this index, None if it is not marked."""
        marks = (mark.anchor for mark in self._sentences if mark.sentence and mark.sentence.index == index)
        return next(marks, None)

    def anchor(self, start: int, end: int) -> str | None:
        """Anchor of the first figure that overlaps the stretch, else of the first sentence that does."""
        span = Span(start, end)
        found = [*_overlapping(span, self._figures), *_overlapping(span, self._sentences)]
        return found[0].anchor if found else None

    def finding_anchor(self, start: int | None, end: int | None) -> str | None:
        """Anchor of the place of a finding, None if it has none."""
        if start is None or end is None:
            return None
        found = _overlapping(Span(start, end), self._findings)
        return found[0].anchor if found else self.anchor(start, end)


def mark(digest: Digest) -> MarkedArticle:
    """The digest's article with its sentences and figures marked."""
    text, story = digest.article.text, digest.article.spans()
    ranked = (ranked.sentence for ranked in digest.ranking)
    known = {sentence.index: sentence for sentence in (*ranked, *digest.summary)}
    sentences = _apart(_Mark(s.start, s.end, f"s{s.index + 1}", sentence=s) for s in known.values())
    figures = _apart(
        _Mark(figure.start, figure.end, f"f{number}", figure=figure)
        for number, figure in enumerate(digest.figures, 1)
    )
    taken = {sentence.index for sentence in digest.summary}
    keys = {Span(figure.start, figure.end) for figure in digest.key_figures}

    cuts = _apart(
        _Mark(cut.start, cut.end, _TO_FIT if cut.end == sentence.end else _BY_REQUEST)
        for sentence in digest.summary
        for cut in sentence.cuts
    )

    places = ((n, line.finding) for n, line in enumerate(digest.checked.findings, 1))
    findings = _apart(
        _Mark(*_stripped(text, Span(found.source_start, found.source_end)), f"a{n}", severity=found.severity)
        for n, found in places
        if found.source_start is not None and found.source_end is not None
    )

    def pieces(span: Span) -> Iterator[tuple[Span, _Mark | None, _Mark | None, _Mark | None]]:
        for outer, figure in _split(span, figures):
            for inner, cut in _split(outer, cuts):
                for piece, finding in _split(inner, findings):
                    yield piece, figure, cut, finding

    def parts(span: Span) -> Iterator[Part]:
        for piece, figure, cut, finding in pieces(span):
            part = Part(text[piece.start : piece.end], left_out=cut.anchor if cut else None)
            if finding:
                place = finding.anchor if piece.start == finding.start else None
                part = replace(part, severity=finding.severity, place=place)
            if figure:
                # A figure that runs over an edge is cut in two; an id may stand only once.
                anchor = figure.anchor if piece.start == figure.start else None
                key = Span(figure.start, figure.end) in keys
                part = replace(part, figure=figure.figure, anchor=anchor, key=key)
            yield part

    def run(span: Span, sentence: _Mark | None) -> Run:
        if sentence is None or sentence.sentence is None:
            return Run(tuple(parts(span)))
        extract = sentence.sentence.index in taken
        return Run(tuple(parts(span)), anchor=sentence.anchor, extract=extract)

    paragraphs = tuple(
        Paragraph(
            tuple(run(span, sentence) for span, sentence in _split(stretch, sentences)),
            story=any(span.start < stretch.end and stretch.start < span.end for span in story),
        )
        for stretch in _paragraphs(text, sentences)
    )
    return MarkedArticle(paragraphs, sentences, figures, findings)


def _apart(marks: Iterable[_Mark]) -> tuple[_Mark, ...]:
    """The marks in order without those that begin inside the one before or are empty."""
    kept: list[_Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        if mark.start < mark.end and (not kept or kept[-1].end <= mark.start):
            kept.append(mark)
    return tuple(kept)


def _overlapping(span: Span, marks: Sequence[_Mark]) -> Sequence[_Mark]:
    first = bisect_right(marks, span.start, key=lambda mark: mark.end)
    last = bisect_right(marks, span.end - 1, key=lambda mark: mark.start)
    return marks[first:last]


def _paragraphs(text: str, sentences: Sequence[_Mark]) -> list[Span]:
    """Stretches between blank lines (between lines, where there is no blank line); no sentence is cut."""
    boundary = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_END
    edges = [0]
    for match in boundary.finditer(text):
        inside = _overlapping(Span(match.start(), match.end() + 1), sentences)
        if not any(mark.start < match.start() and match.end() < mark.end for mark in inside):
            edges.append(match.end())
    stretches = (_stripped(text, Span(*edge)) for edge in pairwise([*edges, len(text)]))
    return [stretch for stretch in stretches if stretch.start < stretch.end]


def _stripped(text: str, span: Span) -> Span:
    inner = text[span.start : span.end]
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))


def _split(stretch: Span, marks: Sequence[_Mark]) -> list[tuple[Span, _Mark | None]]:
    """The stretch as spans that lie in one of the marks or in none."""
    spans: list[tuple[Span, _Mark | None]] = []
    at = stretch.start
    for mark in _overlapping(stretch, marks):
        start, end = max(mark.start, at), min(mark.end, stretch.end)
        if at < start:
            spans.append((Span(at, start), None))
        spans.append((Span(start, end), mark))
        at = end
    if at < stretch.end:
        spans.append((Span(at, stretch.end), None))
    return spans
