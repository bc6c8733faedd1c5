"""Lines that belong to something beside the story: captions, labels and the heads of a list."""

import re

from summarise.resources import word_list

_PLACES = (
    r"(?:pictured|left|right|centre|center|above|below|inset|top|bottom|front|back|foreground|background)"
)
_PICTURES = r"(?:photo(?:graph)?|picture|image|graphic|map|chart|video|clip|footage|gallery)s?"

# "(left)", "(pictured with his wife)", "( back row, centre )" as a tokeniser leaves it
_BRACKETED = re.compile(
    r"\(\s?(?:pictured\b[^()]{0,60}"
    r"|(?:(?:far|top|bottom|back|front|row|first|second|third|fourth|from|on|in|at|the|both|all|also|seen),? ){0,3}"
    rf"{_PLACES}(?:,[^()]{{0,40}}| (?:and|with|row|to|in|on|as)\b[^()]{{0,40}})?)\s?\)",
    re.IGNORECASE,
)
# ", pictured," and ", pictured in 2012"
_PICTURED = re.compile(r"\s?,\s+(?:pictured|seen here|shown here)\b", re.IGNORECASE)
_OPENS_PICTURED = re.compile(r"(?:pictured|seen here|shown here)\b", re.IGNORECASE)
_OPENS_PLACE = re.compile(
    r"(?:(?:far|top|bottom) )?(?:above|below|left|right|centre|center)(?: ?: |, the )", re.IGNORECASE
)
_POINTS_TO_PICTURE = re.compile(
    rf"\b{_PICTURES} (?:above|below|on the (?:left|right))\b|\b(?:above|below),? {_PICTURES}\b"
    r"|\bscroll down (?:for|to see|to watch)\b",
    re.IGNORECASE,
)
# "the video above the fold", "pictures below £50": something else is above or below something.
_MEASURED = re.compile(
    r" (?:above|below) (?:(?:the|a|an|his|her|their|its|my|our) \w|[£$€\d])", re.IGNORECASE
)
# "Hard work: Volunteers ...": at most this many words, and no clause among them.
_LABEL = re.compile(r"(?P<label>[A-Z0-9][\w'’&-]*(?: [\w'’&-]+){0,3}): +[A-Z0-9£$€]")
_LIST_HEAD = re.compile(r"(?:\(?\d{1,2}[.)]|#\d{1,2}[.:)]?|\d{1,2} [-–—])\s+(?=[\"'“‘]?[A-Z])")
# "The idea: Bread is dear", "But one question stays: Who pays?" tell something; a caption's label has
# neither such an opening nor a verb at its end.
_SENTENCE_OPENINGS = frozenset(
    "a also always among an and another because but consider how if imagine its my nor one or our recall"
    " remember so still suppose the then to when where why yes yet".split()
)
_VERB_ENDINGS = frozenset(
    "benefited follow followed following include included includes know learned ponder reason remain remained"
    " remains say see show showed shows suggest tell wonder wondered wonders worked works".split()
)


def caption(text: str) -> str | None:
    """The words that show a sentence for a caption, a label or the head of a list item; None if none do.

    Four signs count: somebody's place in a picture ("(left)", ", pictured, "), a picture that is
    pointed to ("the photograph above", "Scroll down for video"), a label of up to four words before
    a colon and a capital or a figure ("Hard work: Volunteers clear the lane"), and the number of a
    list item ("5. Leeds"). A clause ("It is official: Leeds won") is no label, nor is what opens a
    quotation.
    """
    return (
        list_head(text) or picture_pointed_to(text) or bracketed_place(text) or pictured(text) or label(text)
    )


def list_head(text: str) -> str | None:
    """The number of a list item at the head of the sentence ("5.", "#3", "(12)"), None if there is none."""
    if text[:1] not in _NUMBER_STARTS:
        return None
    found = _LIST_HEAD.match(text)
    return found.group().strip() if found else None


_NUMBER_STARTS = frozenset("(#0123456789")


def bracketed_place(text: str) -> str | None:
    """The brackets that say where somebody stands in a picture ("(left)"), None if there are none."""
    found = _BRACKETED.search(text)
    return found.group() if found else None


def pictured(text: str) -> str | None:
    """The words that say who is pictured ("Pictured", "seen here"), None if none do."""
    found = _OPENS_PICTURED.match(text) or _PICTURED.search(text)
    return found.group().strip(" ,") if found else None


def picture_pointed_to(text: str) -> str | None:
    """The words that point to a picture beside the text ("Above:", "the video below"), None if none do."""
    if found := _OPENS_PLACE.match(text):
        return found.group().strip()
    found = _POINTS_TO_PICTURE.search(text)
    if not found or _MEASURED.match(text, found.start() + found.group().rfind(" ")):
        return None
    return found.group()


def label(text: str) -> str | None:
    """The label before a caption ("Hard work:"), None if there is none or it is a clause or a speaker."""
    found = _LABEL.match(text)
    return f"{found['label']}:" if found and not _is_clause(found["label"]) else None


def _is_clause(words: str) -> bool:
    """Whether the words before the colon say something of their own or name a speaker."""
    lowered = words.lower().replace("’", "'")
    found = lowered.split()
    if any(word.partition("'")[0] in word_list("en/clause_words.txt") for word in found):
        return True
    if found[-1] in _VERB_ENDINGS:
        return True
    return found[0] in _SENTENCE_OPENINGS
