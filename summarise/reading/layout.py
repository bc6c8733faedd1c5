"""Tells the parts of a plain text apart: title, byline, dateline, body, closing credits.

The text itself is never changed; what is not story is left out of `Article.body`.
"""

import re
from collections.abc import Sequence

from summarise.errors import ReadError
from summarise.model import Article, Span
from summarise.reading.byline import closing_credit, is_credit
from summarise.reading.head import Head, Line, read_head

_CREDIT_LINES = 4
# A stray replacement character is a blemish; one in ten means that a file was decoded wrongly.
_MOST_REPLACED = 0.1

# A line without the white space (or stray byte-order mark) at its ends.
_LINE = re.compile(r"[^\s\ufeff](?:[^\r\n\u2028\u2029]*[^\s\ufeff])?")
_WORD = re.compile(r"[^\W\d_]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def from_text(
    text: str, *, title: str | None = None, id: str | None = None, source: str | None = None
) -> Article:
    """An article from plain text, its parts told apart.

    Args:
        text: the article as it stands; it becomes `Article.text` unchanged, every offset refers to it.
        title: the title if it is known already. It is cut off the text when the text repeats it, and no
            other line is taken for one.
        id: identifier to keep with the article.
        source: what to call the text in messages.

    Returns:
        The article. `body` is empty when all of the text is story.

    Raises:
        ReadError: the text has no word in it, holds half of a surrogate pair (no file could hold it), or
            consists of replacement characters to a tenth or more.
    """
    check_text(text, source)
    return arrange(text, title=title, id=id, source=source)


def check_text(text: str, source: str | None) -> None:
    """Raise `ReadError` unless `text` is text with a word in it."""
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise ReadError(
            "there is no text in it", place=source, hint="give an article of at least one sentence"
        )
    broken = _SURROGATE.search(text)
    if broken is not None:
        raise ReadError(
            f"character {broken.start() + 1} is half of a surrogate pair, which no encoding can hold",
            place=source,
            hint="decode the source with errors='replace'",
        )
    if text.count("\ufffd") > _MOST_REPLACED * len(text):
        raise ReadError(
            "much of it is replacement characters: it was decoded with the wrong encoding",
            place=source,
            hint="decode it again from the original, or save it as UTF-8",
        )
    if not _WORD.search(text):
        raise ReadError(
            "there is no word in it", place=source, hint="give an article of at least one sentence"
        )


def arrange(
    text: str,
    *,
    title: str | None = None,
    names: str | None = None,
    date: str | None = None,
    id: str | None = None,
    source: str | None = None,
) -> Article:
    """The article for a checked text; the `title`, `names` and `date` of the caller win over the text's."""
    lines = [Line(match.start(), match.end(), match[0]) for match in _LINE.finditer(text)]
    head = read_head(text, lines, title)
    tail = _read_tail(text, lines)
    body = _body(text, (*head.gaps, tail))
    if not any(_WORD.search(text, span.start, span.end) for span in body):
        # Nothing told apart, or nothing but a title and a dateline: then all of it is the story.
        if head.gaps or tail.start < len(text):
            head = Head(title)
        body = ()
    return Article(
        text=text,
        title=head.title,
        byline=names or head.byline,
        dateline=head.dateline,
        date=date or head.date or (head.dateline.date if head.dateline else None),
        id=id,
        source=source,
        body=body,
    )


def _read_tail(text: str, lines: Sequence[Line]) -> Span:
    """The closing credits, empty at the end of the text if there are none."""
    start = len(text)
    for line in reversed(lines[-_CREDIT_LINES:]):
        if is_credit(line.text):
            start = line.start
            continue
        inline = line.start + closing_credit(line.text)
        if inline < line.end:
            start = inline
            if inline == line.start:
                continue
        break
    return Span(start, len(text))


def _body(text: str, gaps: Sequence[Span]) -> tuple[Span, ...]:
    """What the gaps leave over, without white space at the ends; empty when they take nothing away."""
    if not any(text[gap.start : gap.end].strip() for gap in gaps):
        return ()
    body: list[Span] = []
    at = 0
    for gap in (*gaps, Span(len(text), len(text))):
        story = text[at : gap.start]
        if story.strip():
            start = at + len(story) - len(story.lstrip())
            body.append(Span(start, start + len(story.strip())))
        at = max(at, gap.end)
    return tuple(body)
