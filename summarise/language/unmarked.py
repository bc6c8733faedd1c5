"""Sentences that end without a mark.

Captions and headings lose theirs when an article is copied: "in the harbour (file picture)
The ferry", "called it 'a scandal' The mayor", "on this device The race". A capital word that
only opens sentences, behind a closing bracket, a closing quote or a small word, tells it; so
does a question ("How it began Who are the rebels?"), and a quotation straight behind another.
"""

import re
from collections.abc import Iterator

from summarise.language.words import STOP_WORDS

_PLAIN = frozenset({"The", "It", "He", "She", "They", "We", "There", "But", "This"})
_BRACKETED = _PLAIN | {"These", "A", "An", "In", "At", "As", "When", "While"}
_QUOTED = _PLAIN | {"These", "His", "Her"}
_ASKING = frozenset({"Why", "How", "What", "Who", "When", "Where"})

# The capital first, for the regex engine's sake.
_OPENING = re.compile(
    r"[ABHISTW](?<=[\w)\]\"'’”]\s.)"
    r"(?:he(?:y|re|se)?|his(?!\s+is\s+[A-Z])|t|e|er|is|ut|n|s|hen|hile|h?ow|hy|hat|ho|here|)"
    r"(?=(?:['’][a-z]{1,2})?\s+(\S))"
)
# The rest of a question: a verb soon, then the mark before any other.
_QUESTION = re.compile(
    r"(?:\s+[a-z]{1,20}){0,3}\s+(?:is|are|was|were|do|does|did|has|have|can|will|should|would|could)\s"
    r"[^.!?\"“”]{0,120}\?"
)
# What a web page says of itself, run into the text; the words looked for first, for speed.
_NOTICES = {
    "playback is ": re.compile(r"playback is (?:not supported|unsupported) on (?:this|your) device\s+(?=\S)"),
    "Last updated at ": re.compile(r"Last updated at \d\d?[:.]\d\d(?: [A-Z]{3,4}\b)?+\s+(?=[A-Z])"),
}
# A quotation straight behind another.
_TWO_QUOTATIONS = ("' '", '" "', "’ ‘", "” “")
_GLUED = re.compile(r"[a-z]{3}")
_BEHIND = 200
# Behind one of these the capital word belongs to a title or to speech whose mark is missing.
_RUNNING_ON = STOP_WORDS | set("said says added told wrote ask asks asked asking wonder wondered".split())
# A quotation shorter than this may be one of several titles.
_SPEECH = 30


def unmarked_ends(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where in `text[start:end]` a sentence ends without a mark, and where the next begins, in order."""
    found: list[tuple[int, int]] = []
    for match in _OPENING.finditer(text, start, end):
        at = match.start()
        if at - start > 1 and _opens(text, start, match):
            found.append((_stripped(text, at), at))
    others = [
        (_stripped(text, match.end()), match.end())
        for words, notice in _NOTICES.items()
        if text.find(words, start, end) >= 0
        for match in notice.finditer(text, start, end)
    ]
    others += [
        (at + 1, at + 2)
        for marks in _TWO_QUOTATIONS
        for at in _places(text, marks, start, end)
        if _two_quotations(text, start, at)
    ]
    return sorted({*found, *others}) if others else found


def _stripped(text: str, at: int) -> int:
    while text[at - 1].isspace():
        at -= 1
    return at


def _opens(text: str, start: int, match: re.Match[str]) -> bool:
    at, word = match.start(), match.group()
    behind = text[max(start, at - _BEHIND) : at].rstrip()
    mark = behind[-1:]
    if mark in ")]":
        return word in _BRACKETED and _closed_bracket(behind)
    if mark in "\"'’”":
        return word in _QUOTED and _closed_quotation(behind)
    if not match[1].islower() or (word not in _PLAIN and word not in _ASKING):
        return False
    last = behind.rsplit(None, 1)[-1]
    if not (last.isalpha() and last.islower() and len(last) > 2) or last in _RUNNING_ON:
        return False
    return word in _PLAIN or _QUESTION.match(text, match.end()) is not None


def _closed_bracket(behind: str) -> bool:
    """Whether the bracket that closes here holds a remark: "(file picture)", not "1)" and not "(He)"."""
    opening = max(behind.rfind("("), behind.rfind("["))
    if opening < 1 or not behind[opening - 1].isspace():
        return False
    return len(behind) - opening > 4 and behind[-2].isalnum()


def _two_quotations(text: str, start: int, at: int) -> bool:
    """Whether a quotation closes at `at` and speech opens behind it: "is to blame' 'What Hale does is"."""
    if not text[at + 3 : at + 4].isupper() or text[at] in text[at + 3 : at + 3 + _SPEECH]:
        return False
    behind = text[max(start, at - _BEHIND) : at + 1]
    return behind[-2:-1].islower() and _closed_quotation(behind)


def _closed_quotation(behind: str) -> bool:
    """Whether the mark closes a quotation, and is no plural's apostrophe."""
    if not behind[-2:-1].isalnum():
        return False
    if behind[-1] in '"”':
        return True
    opening = {"'": "'", "’": "‘"}[behind[-1]]
    # The space before it may be forgotten: "were a'serious breach".
    places = _places(behind, opening, 0, len(behind) - 1)
    return any(at == 0 or behind[at - 1].isspace() or _GLUED.match(behind, at + 1) for at in places)


def _places(text: str, part: str, start: int, end: int) -> Iterator[int]:
    at = text.find(part, start, end)
    while at >= 0:
        yield at
        at = text.find(part, at + 1, end)
