"""Sentences of an article, with their paragraphs.

`paragraphs` finds the lines and wrapped paragraphs, `boundaries` the ends of
sentences inside them; here the two become `Sentence`s. Every character of the body
that is not white space is in exactly one sentence.
"""

import re
from dataclasses import replace

from summarise.language.boundaries import boundaries
from summarise.language.manner import Manner, manner
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

    Paragraphs are numbered from 0. A sentence never crosses the end of a stretch of the body, and
    a blank line only where it clearly goes on behind it (see `paragraphs`). `heading` is set for a
    short line that is a paragraph of its own without a closing mark (a crosshead), and for a line
    without any word ("* * *"), provided the body has something else. In text that has no closing
    marks at all every line with a word is a sentence.
    """
    text = article.text
    how = manner(text)
    punkt = Punkt(text)
    found: list[Sentence] = []
    headings = False
    whole = list(paragraphs(text, article.spans(), how.cased))
    for number, paragraph in enumerate(whole):
        spans = _sentence_spans(text, paragraph, how, punkt)
        heading = len(spans) == 1 and len(whole) > 1 and _is_heading(text, spans[0])
        headings = headings or heading
        for start, end in spans:
            found.append(Sentence(len(found), start, end, text[start:end], number, heading))
    if headings and not any(_FINISHED.search(sentence.text) for sentence in found):
        # Nothing but lines without a mark: the text has no marks, and no headings.
        return tuple(replace(s, heading=s.heading and not _WORD_CHARACTER.search(s.text)) for s in found)
    return tuple(found)


def _sentence_spans(text: str, paragraph: Span, how: Manner, punkt: Punkt) -> list[Span]:
    spans: list[Span] = []
    start = unread = paragraph.start
    for end, following in (*boundaries(text, paragraph, how, punkt), (paragraph.end, paragraph.end)):
        if text[unread].isalnum() or _WORD_CHARACTER.search(text, unread, end):
            spans.append(Span(start, end))
        elif spans:
            # A stray quote or dash is no sentence: it stays with the one before, or opens the next.
            spans[-1] = Span(spans[-1].start, end)
        elif end < paragraph.end:
            unread = end
            continue
        else:
            spans.append(Span(start, end))
        start = unread = following
    return spans


def _is_heading(text: str, span: Span) -> bool:
    line = text[span.start : span.end]
    count = len(word_spans(line))
    if not count:
        return True
    return count <= _LONGEST_HEADING and not _FINISHED.search(line) and not _BULLET.match(line)
