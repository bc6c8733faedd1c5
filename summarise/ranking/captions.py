"""Lines that belong to something beside the story: captions, labels and the heads of a list."""

import re

from summarise.resources import word_list

_PLACES = (
    r"(?:pictured|left|right|centre|center|above|below|inset|top|bottom|front|back|foreground|background)"
)
_PICTURES = r"(?:photo(?:graph)?|picture|image|graphic|map|chart|video|clip|footage)s?"

# "(left)", "(pictured with his wife)", "(back row, centre)"
_BRACKETED = re.compile(
    r"\((?:pictured\b[^()]{0,60}"
    r"|(?:(?:far|top|bottom|back|front|row|first|second|third|fourth|from|on|in|at|the|both|all|also|seen),? ){0,3}"
    rf"{_PLACES}(?:,[^()]{{0,40}}| (?:and|with|row|to|in|on)\b[^()]{{0,40}})?)\)",
    re.IGNORECASE,
)
# ", pictured," and ", pictured in 2012"
_PICTURED = re.compile(r",\s+(?:pictured|seen here|shown here)\b", re.IGNORECASE)
_OPENS_PICTURED = re.compile(
    r"(?:pictured|seen here|shown here)\b"
    r"|(?:(?:far|top|bottom) )?(?:above|below|left|right|centre|center)(?:: |, the )",
    re.IGNORECASE,
)
_POINTS_TO_PICTURE = re.compile(
    rf"\b{_PICTURES} (?:above|below|on the (?:left|right))\b|\b(?:above|below),? {_PICTURES}\b"
    r"|\bscroll down (?:for|to see|to watch)\b",
    re.IGNORECASE,
)
# "Hard work: Volunteers ...": at most this many words, and no clause among them.
_LABEL = re.compile(r"(?P<label>[A-Z0-9][\w'’&-]*(?: [\w'’&-]+){0,3}): +[A-Z]")
_LIST_HEAD = re.compile(r"(?:\(?\d{1,2}[.)]|#\d{1,2}[.:)]?|\d{1,2} [-–—])\s+(?=[\"'“‘]?[A-Z])")


def caption(text: str) -> str | None:
    """The words that show a sentence for a caption, a label or the head of a list item; None if none do.

    Four signs count: somebody's place in a picture ("(left)", ", pictured, "), a picture that is
    pointed to ("the photograph above", "Scroll down for video"), a label of up to four words before
    a colon and a capital ("Hard work: Volunteers clear the lane"), and the number of a list item
    ("5. Leeds"). A clause ("It is official: Leeds won") is no label, nor is what opens a quotation.
    """
    for sign in (_LIST_HEAD, _OPENS_PICTURED):
        if found := sign.match(text):
            return found.group().strip()
    for sign in (_BRACKETED, _POINTS_TO_PICTURE, _PICTURED):
        if found := sign.search(text):
            return found.group().strip(" ,")
    label = _LABEL.match(text)
    if label and not _is_clause(label["label"]):
        return f"{label['label']}:"
    return None


def _is_clause(label: str) -> bool:
    """Whether the words before the colon say something of their own or name a speaker."""
    found = label.lower().replace("’", "'").split()
    return any(word.partition("'")[0] in word_list("en/clause_words.txt") for word in found)
