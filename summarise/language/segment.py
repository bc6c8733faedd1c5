"""Sentences of an article, with their paragraphs.

`paragraphs` finds the lines and wrapped paragraphs, `boundaries` the ends of
sentences inside them; here the two become `Sentence`s. Every character of the body
that is not white space is in exactly one sentence.
"""

import re

from summarise.language.boundaries import boundaries
from summarise.language.paragraphs import paragraphs
from summarise.language.punkt import Punkt
from summarise.language.words import word_spans
from summarise.model import Article, Sentence, Span

_FINISHED = re.compile(r"[.?!…:;,][\"'”’»)\]*_]*$")
_BULLET = re.compile(r"[-–—*•·●▪◦‣■►>]|\(?\d{1,3}[.)]\s")
_WORD_CHARACTER = re.compile(r"\w")

# A heading is a line, not a paragraph without its stop.
_LONGEST_HEADING = 14


def segment(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the article's body, in order; their offsets point into `article.text`.

    Paragraphs are numbered from 0. A sentence never crosses a blank line or the end of a
    stretch of the body. `heading` is set for a short line that is a paragraph of its own
    without a closing mark (a crosshead), and for a line without any word ("* * *"), provided
    the body has something else.
    """
    text = article.text
    punkt = Punkt(text)
    found: list[Sentence] = []
    whole = list(paragraphs(text, article.spans()))
    for number, paragraph in enumerate(whole):
        spans = _sentence_spans(text, paragraph, punkt)
        heading = len(spans) == 1 and len(whole) > 1 and _is_heading(text, spans[0])
        for start, end in spans:
            found.append(Sentence(len(found), start, end, text[start:end], number, heading))
    return tuple(found)


def _sentence_spans(text: str, paragraph: Span, punkt: Punkt) -> list[Span]:
    spans: list[Span] = []
    start = paragraph.start
    for end in (*boundaries(text, paragraph, punkt), paragraph.end):
        piece = _stripped(text, start, end)
        if not _WORD_CHARACTER.search(text, piece.start, piece.end):
            # A stray quote or dash is no sentence: it stays with the one before, or opens the next.
            if spans:
                spans[-1] = Span(spans[-1].start, piece.end)
            elif end < paragraph.end:
                continue
        if not spans or piece.end > spans[-1].end:
            spans.append(piece)
        start = end
    return spans


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _is_heading(text: str, span: Span) -> bool:
    line = text[span.start : span.end]
    count = len(word_spans(line))
    if not count:
        return True
    return count <= _LONGEST_HEADING and not _FINISHED.search(line) and not _BULLET.match(line)
