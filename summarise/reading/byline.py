"""Bylines and the lines of a page that give dates, reading times and credits.

Every line here stands alone: a byline is only looked for where a whole line is one.
"""

import re

from summarise.reading.dates import DATE, STAMP, TIME
from summarise.reading.places import is_known_agency, is_known_place

_LONGEST = 140

_PARTICLE = r"(?:al|bin|da|de|del|della|der|di|dos|du|el|ibn|la|le|van|von|ten|ter|y)"
_WORD = r"(?:(?:al-|el-|d['’]|O['’]|Mc|Mac)?[A-ZÀ-ÖØ-Þ][^\W\d_'’]*(?:['’-][^\W\d_]+)*|[A-Z]\.(?:[A-Z]\.)*)"
_NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{1,4}}"
_AND = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)"
_NAMES = rf"{_NAME}(?:{_AND}{_NAME}){{0,5}}"
# What may follow the names: "Staff Writer", "BBC News, Paris", "in Kyiv", "Political Editor, and agencies"
_ROLE = r"(?:\s*(?:,|\||/|·|•|-|–|—|\bin\b|\bat\b|\bfor\b|\bof\b|\()\s*[^.!?:;\"“”]{2,80})?"
_BY = re.compile(
    rf"(?:(?:[Bb]y|BY|Written by|Story by|Words by)\s*:?|Authors?:)\s+(?P<byline>{_NAMES}{_ROLE}\)?)"
)
_MIXED = r"(?:(?:Mc|Mac|O['’])?[A-ZÀ-ÖØ-Þ](?:[^\W\d_A-Z]+(?:['’-][^\W\d_]+)*|\.))"
_MIXED_NAME = rf"{_MIXED}(?:\s+{_MIXED}){{1,3}}"
_OPENING = re.compile(rf"By\s+{_MIXED_NAME}(?:{_AND}{_MIXED_NAME}){{0,3}}\s+(?=[A-Z]{{3}})")
_BY_AGENCY = re.compile(r"(?:[Bb]y|BY|Source:?)\s+(?P<byline>[^.!?:;]{2,60})")
_NAME_IN_PLACE = re.compile(rf"(?P<byline>{_NAMES}\s+in\s+(?P<place>[A-ZÀ-ÖØ-Þ][^.!?:;\"“”\d]{{2,40}}))")
_NAME_WITH_ROLE = re.compile(
    rf"(?P<byline>{_NAMES}\s*[,|·•–—-]\s*(?:[^.!?:;,]{{2,40}}\s)?"
    r"(?i:correspondent|editor|reporter|writer|staff|columnist|producer)(?:[ ,][^.!?:;]{2,40})?)"
)
# A role's words: capitalised, or one of these. "By Jane Doe, who was there" is a sentence.
_ROLE_VOCABULARY = """
    a and at by chief correspondent desk editor for foreign freelance from in health news of on online our
    political politics reporter reporters reporting senior special sports staff the with writer writers
"""
_ROLE_WORDS = frozenset(_ROLE_VOCABULARY.split())
_HOUSE = re.compile(
    r"(?i:our\s+(?:own\s+)?(?:\w+\s+)?(?:correspondent|reporter)s?"
    r"|staff(?:\s+(?:writer|reporter|and agencies))?s?|news\s+desk|newsroom|agencies|wire\s+services?"
    r"|special\s+correspondent|editorial\s+team|.{0,20}news\s+staff)"
)

_STAMP_WORD = (
    r"(?i:(?:first\s+|last\s+|originally\s+)?(?:published|updated|posted|modified|filed|created|revised)"
    r"(?:\s+(?:at|on))?|date|updated\s+on)"
)
_STAMP_LINE = re.compile(
    rf"(?:{_STAMP_WORD}\s*:?[\s.,]*)(?:{STAMP}|{TIME}|{DATE}|\d+\s+(?:minute|hour|day)s?\s+ago)"
    rf"(?:[\s,|·•()/.–—-]+(?:{_STAMP_WORD}\s*:?[\s.,]*)?(?:{STAMP}|{TIME}|{DATE}))*[\s.)]*"
)
_DATE_LINE = re.compile(rf"(?:{STAMP})[\s.|]*")
_READING_TIME = re.compile(
    r"(?i:(?:reading time:?\s*)?\d{1,2}[\s-]+min(?:ute)?s?(?:[\s-]+read)?\.?|\d+\s+comments?|share)"
)

_CREDIT = re.compile(
    r"(?i:[(\[]?\s*(?:(?:additional|further)\s+)?(?:reporting|writing|editing|compiled|written)(?:\s+and\s+\w+)?\s+by\s"
    r"|©|copyright\s+(?:©|\(c\)|\d{4}|by\s)|\(c\)\s+\d{4}|all rights reserved).*"
)
_CREDIT_LENGTH = 400
_END_MARK = re.compile(r"(?:#{2,}|-30-|-{3,}|_{3,}|\*{3,}|(?:\*\s){2,}\*|ENDS?|-ends?-|-ENDS?-)")
_INLINE_CREDIT = re.compile(
    r"\s*\(\s*(?:additional\s+)?(?:reporting|writing|editing|compiled)(?:\s+and\s+\w+)?\s+by\s[^()]{3,300}\)\s*$",
    re.IGNORECASE,
)
# "CNN's Jane Doe and The Associated Press contributed to this report." as the last sentence
_CONTRIBUTED = re.compile(
    r"(?:^|(?<=[.!?\"”'’)])\s+)"
    r"(?:CNN|CNNMoney|AP|Reuters|BBC|The Associated Press|Associated Press|AFP|NBC|CBS|ABC)\b"
    r"(?:(?!\b[^\W\d_]{3,}[.!?][\"”]?\s+[A-Z])[^!?]){0,300}?"
    r"\bcontributed\s+(?:reporting\s+)?to\s+(?:this|the)\s+(?:report|story|article)\.?\s*$"
)
# "Jane Doe reported from Sanaa and John Roe wrote from Atlanta." as the last sentence
_REPORTED_FROM = re.compile(
    r"(?<=[.!?\"”'’)])\s+(?:CNN['’]s\s+)?[A-Z][\w'’-]+\s[^.!?\"“”]{2,80}\breported\s+(?:this\s+story\s+)?from\b"
    r"[^.!?\"“”]{2,160}\bwrote\s+(?:this\s+(?:story|report)\s+)?(?:from|in)\s+[A-Z][^.!?\"“”]{2,30}\.?\s*$"
)


def byline(line: str, *, after_title: bool) -> str | None:
    """The names in a byline, without the "By".

    Args:
        line: a whole line without white space at its ends.
        after_title: whether the line stands under a title. Only there does a line without a
            "By" count ("Jane Doe in Paris", "Jane Doe, Health Correspondent", "Reuters").

    Returns:
        The names with their role, as they stand in the line; None if it is not a byline.
    """
    if len(line) > _LONGEST or line.endswith((",", ";", ":")):
        return None
    match = _BY.fullmatch(line)
    if match is not None and _role_is_plain(match["byline"]):
        return match["byline"]
    match = _BY_AGENCY.fullmatch(line)
    if match is not None and is_house(match["byline"]):
        return match["byline"]
    if not after_title:
        return None
    if is_house(line):
        return line
    match = _NAME_IN_PLACE.fullmatch(line)
    if match is not None and _capitalised(match["place"]):
        return match["byline"]
    match = _NAME_WITH_ROLE.fullmatch(line)
    return match["byline"] if match is not None else None


def is_stamp(line: str) -> bool:
    """True for a line that only says when an article was published or updated, or how long it is to read."""
    if len(line) > _LONGEST:
        return False
    return any(form.fullmatch(line) for form in (_STAMP_LINE, _DATE_LINE, _READING_TIME))


def is_credit(line: str) -> bool:
    """True for a closing line that belongs to the agency: "Reporting by ...", "© ...", "ENDS", "###"."""
    return _END_MARK.fullmatch(line) is not None or (
        len(line) <= _CREDIT_LENGTH and _CREDIT.fullmatch(line) is not None
    )


def closing_credit(text: str) -> int:
    """Where a credit at the end of the last paragraph begins; `len(text)` if there is none."""
    from_ = max(0, len(text) - _CREDIT_LENGTH)
    for form in (_INLINE_CREDIT, _CONTRIBUTED, _REPORTED_FROM):
        match = form.search(text, from_)
        if match is not None:
            return match.start()
    return len(text)


def opening_byline(line: str) -> int:
    """Length of a "By Jane Doe " that runs into a dateline in capitals; 0 if the line does not open so."""
    match = _OPENING.match(line[:_LONGEST])
    return match.end() if match is not None else 0


def is_house(line: str) -> bool:
    """True for an outlet's own name, alone or with its place: "Reuters", "BBC News, Paris"."""
    parts = re.split(r"\s+and\s+|\s*[,/&|]\s*|\s+in\s+", line)
    named = [part for part in parts if not is_known_place(part)]
    return bool(named) and all(is_known_agency(part) or _HOUSE.fullmatch(part) for part in named)


def _capitalised(words: str) -> bool:
    return all(word[:1].isupper() or word in ("and", "de", "of", "the", "la") for word in words.split())


def _role_is_plain(names: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’.-]*", names)
    return all(word[:1].isupper() or word in _ROLE_WORDS or re.fullmatch(_PARTICLE, word) for word in words)
