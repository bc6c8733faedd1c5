"""The lines above a story: title, byline, dates of publication, dateline.

They come in any order and number, so the lines are taken one by one from the top,
until a line is the story. Every line recognised becomes a gap in the body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from summarise.model import Dateline, Span
from summarise.reading.byline import byline, is_house, is_stamp, opening_byline
from summarise.reading.dateline import FoundDateline, find_dateline
from summarise.reading.dates import first_date
from summarise.reading.title import is_marked_title, is_sentence, is_title, is_underline

# All of it stands in the first lines that are not blank, or nowhere.
_HEAD_LINES = 10
# Under a title, a standfirst of so many lines may come before the byline.
_STANDFIRST_LINES = 2

# A line this long is a paragraph even without a stop.
_PARAGRAPH = 80

_LINE_BREAK = re.compile(r"\r\n|\r|\n|\u2028|\u2029")


class Line(NamedTuple):
    """A line that is not blank, without white space at its ends."""

    start: int
    end: int
    text: str


@dataclass
class Head:
    """What stands above the story. `gaps` are the stretches that are not story, in order."""

    title: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    date: str | None = None
    gaps: list[Span] = field(default_factory=list)


def read_head(text: str, lines: Sequence[Line], known_title: str | None) -> Head:
    """The head of a text.

    Args:
        text: the article.
        lines: its lines that are not blank.
        known_title: the title if it is known; then only a line that repeats it is one.
    """
    head = Head(title=known_title)
    story = 0  # lines of story passed
    for index, line in enumerate(lines[:_HEAD_LINES]):
        # Once in the story only a line under a byline or stamp can be a dateline.
        below_furniture = not story or bool(head.gaps and index and head.gaps[-1].end == lines[index - 1].end)
        if _takes_line(head, text, lines, index, known_title, in_story=story > 0):
            head.gaps.append(Span(line.start, line.end))
            continue
        opening = _dateline(head, text, line) if head.dateline is None and below_furniture else None
        if opening is not None:
            head.dateline = opening.dateline
            head.gaps.append(Span(line.start, opening.body_start))
            if opening.body_start < line.end:
                break
            continue
        story += 1
        if story > _STANDFIRST_LINES or head.title is None or head.dateline is not None:
            break
    return head


def _takes_line(
    head: Head, text: str, lines: Sequence[Line], index: int, known_title: str | None, *, in_story: bool
) -> bool:
    """Whether the whole line belongs to the head, the dateline aside; what it says is kept in `head`."""
    line = lines[index].text
    if is_stamp(line):
        head.date = head.date or first_date(line)
        return True
    if head.byline is None:
        head.byline = byline(line, after_title=head.title is not None and not in_story)
        if head.byline is not None:
            return True
    if in_story:
        return False
    if known_title is not None:
        return _same(line, known_title)
    if head.title is not None and is_underline(line):
        return True
    if head.byline is not None and is_house(line):
        return True  # the second line of a byline
    told = head.title or head.byline or head.dateline
    if told is None and _opens_with_title(text, lines, index):
        head.title = line.lstrip("# ") if is_marked_title(line) else line
        return True
    return False


def _dateline(head: Head, text: str, line: Line) -> FoundDateline | None:
    # "By Jane Doe LONDON (Reuters) - Shares": an archive lost the line break.
    names_end = opening_byline(line.text) if head.byline is None else 0
    opening = find_dateline(text, line.start + names_end, line.end)
    if opening is not None and names_end:
        head.byline = byline(line.text[:names_end].strip(), after_title=False)
    return opening


def _opens_with_title(text: str, lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if index + 1 == len(lines):
        return False
    after = lines[index + 1]
    if is_marked_title(line.text):
        return True
    if is_underline(after.text) and (after.text[0] == "=" or 2 * len(after.text) >= len(line.text)):
        return True
    if not _story_follows(lines[index + 1 :]):
        return False
    own = find_dateline(text, line.start, line.end)
    # "Iran: What happens next" is a title; with an agency, a date or a line of its own it is a dateline.
    if own is not None and (own.body_start == line.end or own.dateline.text != own.dateline.place):
        return False
    return is_title(
        line.text,
        text[line.end :],
        blank_after=len(_LINE_BREAK.findall(text, line.end, after.start)) > 1,
        furniture_after=is_stamp(after.text)
        or byline(after.text, after_title=True) is not None
        or find_dateline(text, after.start, after.end) is not None,
    )


def _story_follows(lines: Sequence[Line]) -> bool:
    """Whether one of the next two lines, stamps and bylines aside, is a paragraph: not so in fact boxes."""
    prose = (
        line.text
        for line in lines[:_HEAD_LINES]
        if not is_stamp(line.text) and byline(line.text, after_title=True) is None
    )
    return any(len(line) >= _PARAGRAPH or is_sentence(line) for line in islice(prose, 2))


def _same(line: str, title: str) -> bool:
    return line.lstrip("# ").casefold().split() == title.casefold().split()
