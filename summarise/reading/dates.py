"""Dates and times of day as they are printed at the head of an article.

Only the form is recognised, nothing is converted: a date stays the string that
stands in the source. Bare years are no dates here; "2025" alone says nothing
about when a story was filed.
"""

import re

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:r(?:s)?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d.,:]\d)(?!\w)"

# Longest forms first: "July 5, 2025" must not be read as "July 5".
_CALENDAR = (
    rf"(?:{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"
    rf"|{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?"
    rf"|{_MONTH},?\s+{_YEAR}"
    rf"|(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)"
    rf"|[0-3]?\d([/.])[0-3]?\d(?:[/.])(?:19|20)?\d\d(?!\d))"
).replace("([/.])", "[/.]")

DATE = rf"(?i:(?:{_WEEKDAY},?\s+)?{_CALENDAR}|{_WEEKDAY})"
"""Regular expression of a date: "5 July 2025", "Jul 5, 2025", "Saturday, 5 July", "2025-07-05"."""

FULL_DATE = rf"(?i:(?:{_WEEKDAY},?\s+)?{_CALENDAR})"
"""The same without the bare day of the week."""

_ZONE = r"(?:\s*(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T|AE[SD]T|IST|JST|Z|[+-]\d\d:?\d\d)\b)"
_HALF = r"(?:\s*[ap]\.?m\b\.?)"
TIME = rf"(?i:T?[0-2]?\d(?:[:.][0-5]\d){{1,2}}(?:\.\d+)?{_HALF}?{_ZONE}?|[01]?\d{_HALF}{_ZONE}?)"
"""Regular expression of a time of day: "6:54 AM CDT", "10.15 GMT", "5pm", "T10:00:00Z"."""

_GLUE = r"(?:\s|,|\||·|•|-|–|—|\bat\b|\bon\b)*"
STAMP = rf"(?:{FULL_DATE}{_GLUE}(?:{TIME})?|{TIME}{_GLUE}{FULL_DATE})"
"""Regular expression of a date with or without its time, in either order."""

_FIND_DATE = re.compile(rf"(?<!\w){FULL_DATE}")


def first_date(text: str) -> str | None:
    """The first date in `text`, as it stands there, without its time of day; None if there is none."""
    found = _FIND_DATE.search(text)
    return found[0].rstrip(" ,") if found else None
