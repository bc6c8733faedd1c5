"""Is the first line of a plain text its title?

Plain text does not say, so a line has to look like a title, stand like one, and the
rest has to look like a story. When in doubt it stays in the body: a missed title
costs one odd sentence, a wrongly taken one costs the lead.
"""

import re

_LONGEST = 130
_MOST_WORDS = 22

_QUESTION_WORDS = 9
_LEAD_WORDS = 12
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|been)\b")

_CLOSERS = "\"'”’»)]"
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
# "in the U.S.", "by 5 p.m.": the stop belongs to the abbreviation.
_ABBREVIATION_END = re.compile(r"(?:^|\s)(?:[A-Za-z]\.){2,}$")
_SENTENCE = re.compile(r"(?:\b[\w'’-]+\b[^\w.!?\n]*){6,}[.!?…][\"'”’»)\]]*(?=\s|$)")
_MARKED = re.compile(r"#{1,2}\s+\S")
_UNDERLINE = re.compile(r"[=-]{3,}")


def is_marked_title(line: str) -> bool:
    """True for a line marked as a title the way Markdown does: "# Harbour fire kills two"."""
    return _MARKED.match(line) is not None


def is_underline(line: str) -> bool:
    """True for a row of "=" or "-" such as is typed under a title."""
    return _UNDERLINE.fullmatch(line) is not None


def is_sentence(line: str) -> bool:
    """True for a line of six words or more that holds a closed sentence."""
    return _SENTENCE.search(line[:4000]) is not None


def is_title(line: str, following: str, *, blank_after: bool, furniture_after: bool) -> bool:
    """Whether a first line is a title.

    Args:
        line: the line without white space at its ends.
        following: everything behind it.
        blank_after: whether a blank line follows.
        furniture_after: whether a byline, a dateline of its own or a date of publication follows.

    Returns:
        True only when the line is short, ends without a stop, is set apart from what follows, and
        what follows has sentences.
    """
    if not _reads_as_title(line):
        return False
    following = following.strip()
    first = following.splitlines()[0] if following else ""
    if not is_sentence(following):
        return False
    if furniture_after:
        return True
    if blank_after:
        # A question can open a story as well: as a title it is short and what follows is longer.
        if line.rstrip(_CLOSERS)[-1:] in ("?", "!"):
            return len(line.split()) <= _QUESTION_WORDS and len(first) > len(line)
        # A lead can lack its stop. Titles leave out auxiliaries, above all the long ones.
        return len(line.split()) < _LEAD_WORDS or _AUXILIARY.search(line) is None
    # A single line break: a hard-wrapped paragraph breaks like that too, but its second line is no longer
    # than the first and does not start and end as sentences do.
    starts = first.lstrip("\"'“‘«(")[:1]
    return len(first) >= 1.3 * len(line) and not starts.islower() and is_sentence(first)


def _reads_as_title(line: str) -> bool:
    words = line.split()
    if not 2 <= len(words) <= _MOST_WORDS or len(line) > _LONGEST:
        return False
    if not any(letter.isalpha() for letter in line):
        return False
    # A lower-case start continues something ("iPhone" does not); a bracket or a bullet opens something else.
    start = line.lstrip("\"'“‘«")
    if not start or (start[0].islower() and not any(letter.isupper() for letter in words[0])):
        return False
    if not (start[0].isalnum() or start[0] in "$£€¥#"):
        return False
    trailing_off = re.search(r"(?:\.\.\.|…)$", line) is not None and len(words) <= _QUESTION_WORDS
    if line[-1] in ".;,:—–-…" and not (trailing_off or _ABBREVIATION_END.search(line)):
        return False
    # 'They will "never return."' is a sentence although a quotation mark ends it.
    if _SENTENCE_END.search(line) and line[-1] in _CLOSERS:
        return False
    # A full stop inside means two sentences; a long line of two is a paragraph.
    return len(words) <= _LEAD_WORDS or not re.search(r"[a-z]{3,}[.!?]\s+[A-Z]", line)
