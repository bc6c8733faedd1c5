"""Datelines: the words before a story that say where, when and by whom it was filed.

Two shapes exist. A dateline of its own line ("Kyiv, 5 July 2025:") and one that runs
into the first sentence ("LONDON (Reuters) - Shares fell"). The forms follow the
dateline entries of the AP Stylebook and the Reuters Handbook of Journalism, plus what
broadcasters' sites print: "(CNN)Share", "(CNN) --", "Tunis (CNN) A", and the bracketed
date that opens a brief, "(Mar 9, 2021  7:15 AM) The".

It errs on the side of leaving words in the body: a dateline that is missed costs a
clumsy first sentence, a sentence taken for a dateline costs news.
"""

import re
from typing import NamedTuple

from summarise.model import Dateline, Span
from summarise.reading.dates import DATE, FULL_DATE, STAMP, TIME, first_date
from summarise.reading.places import is_known_agency, is_known_place

# No dateline is longer; it also bounds the work on a text without line breaks.
_LONGEST = 160


class FoundDateline(NamedTuple):
    """A dateline and where the story goes on behind it."""

    dateline: Dateline
    body_start: int


_DASH = r"(?:\s*(?:--+|—|―)\s*|\s+[-–]+\s*|[-–]+\s+)"
_SEPARATOR = rf"(?:{_DASH}|\s*:\s+|\s*:$)"
_PLACE = r"(?P<place>[^\W\d_][^()\d:;!?\"“”\n—]{0,60}?)"

# "LONDON (Reuters) - ", "LONDON, July 5 (Reuters) - ", "PARIS, Texas (AP) —", "Tunis (CNN)", "(CNN) --"
_WITH_AGENCY = re.compile(
    rf"(?:{_PLACE}(?:[\s,]+|\s*(?:{_DASH})))?(?:(?P<date>{DATE})(?:,|\s*{_DASH})?\s*)?"
    rf"(?:\((?P<agency>[^()\n]{{2,40}})\)|/(?P<wire>[^()/\n]{{2,40}})/)(?:,?\s*(?P<late>{FULL_DATE})(?=\s*[-–—:]))?(?P<separator>{_SEPARATOR}|\s*)"
)
# "NEW YORK, March 3 —", "Kyiv, 5 July 2025:", "LONDON — 5 July 2025 —"
_WITH_DATE = re.compile(
    rf"{_PLACE}(?:,\s*|\s*{_DASH}|\s+)\(?(?P<date>{DATE})(?:,?\s*{TIME})?\)?(?P<separator>{_SEPARATOR}|$)"
)
# "SYDNEY, Australia - ", "MOSCOW/KYIV —", "Sydney: "
_WITHOUT_DATE = re.compile(rf"{_PLACE}(?P<separator>{_SEPARATOR}|$)")
# "(Mar 9, 2021  7:15 AM) ", "(NoneDate) ": the second is what an exporter writes for a brief without one
_BRACKETED_DATE = re.compile(
    rf"[(\[]\s*(?:{STAMP}|(?:No|None)\s?Date)\s*[)\]](?P<separator>{_SEPARATOR}|\s+)"
)
# "March 19, 2015 . From a", "5 July 2025 - "
_BARE_DATE = re.compile(rf"(?P<date>{FULL_DATE})(?P<separator>\s+\.\s+|{_DASH}|:\s+)(?=\S)")

_STORY_STARTS = re.compile(r"[\"'“‘«(\[$£€¥…]*(?:[A-ZÀ-ÖØ-Þ0-9]|[a-z]{1,2}[A-Z]|al-)")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Small words inside names of places ("Rio de Janeiro", "Seyne-les-Alpes", "Isle of Wight") and
# before them ("Near Mosul, Iraq").
_SMALL_WORDS = _words(
    """
    and at de del della der des di do dos du el en es in la las le les los near of off on over the upon
    von van
    """
)

# Capitals that open a line and are followed by a dash or colon, yet name no place.
_NOT_PLACES = _words(
    """
    AIDS ALERT ANALYSIS BACKGROUND BBC BREAKING BRIEF BRIEFS CERN CNN COLUMN COMMENT CORRECTED
    CORRECTION COVID COVID-19 CRICKET CYCLING DEAL DEVELOPING DIARY EDITORIAL EXCLUSIVE EXPLAINER
    FACTBOX FEATURE FIFA FLASH FOCUS FOOTBALL GALLERY GOLF GRAPHIC INSIGHT INTERVIEW ISIS LATEST LISTEN
    LIVE MORE NASA NATO NEWS NEWSMAKER NOTE OPEC OPINION OSCE PHOTOS PICTURES PODCAST POLL PREVIEW
    PROFILE QUESTION QUOTES READ RECAP REFILE REPORT RESULT REVIEW RUGBY SOCCER SPECIAL SUMMARY TENNIS
    TIMELINE TOP UEFA UNESCO UNHCR UNICEF UPDATE UPDATED URGENT VIDEO WATCH WORLD WRAPUP
    """
)


def find_dateline(text: str, start: int, end: int) -> FoundDateline | None:
    """The dateline that opens the line `text[start:end]`, if there is one.

    Args:
        text: the article.
        start, end: the line, without white space at its ends.

    Returns:
        The dateline without the dash or colon that closes it, and the offset at which the
        story goes on: `end` when the line holds nothing else. None if the line opens with
        something else.
    """
    line = text[start : min(end, start + _LONGEST)]
    whole = end - start <= _LONGEST
    for recognise in (_agency, _bracketed_date, _dated, _undated, _bare_date):
        found = recognise(line)
        if found is None:
            continue
        match, place, date = found
        own_line = whole and match.end() == len(line)
        if not own_line and match.end() == len(line):
            continue
        closed = match.start("separator")
        span = Span(start, start + closed)
        place_span = None
        if place is not None:
            at = start + line.index(place)
            place_span = Span(at, at + len(place))
        dateline = Dateline(
            text=text[span.start : span.end],
            start=span.start,
            end=span.end,
            place=place,
            place_span=place_span,
            date=date,
        )
        return FoundDateline(dateline, end if own_line else start + match.end())
    return None


_Recognised = tuple[re.Match[str], str | None, str | None]


def _agency(line: str) -> _Recognised | None:
    match = _WITH_AGENCY.match(line)
    if match is None:
        return None
    place, agency = _clean(match["place"]), match["agency"] or match["wire"]
    dash = bool(match["separator"].strip())
    glued = not match["separator"] and match.end() < len(line)
    following = line[match.end() :]
    if place is not None and not _reads_as_place(place):
        return None
    if not is_known_agency(agency):
        # An outlet we do not know: its place must be beyond doubt, or, without one, the story glued to it.
        capitalised = all(word[:1].isupper() or word in _SMALL_WORDS for word in agency.split())
        if place:
            sure = dash and (_in_capitals(place) or is_known_place(place))
        else:
            sure = glued and not agency.isupper()
        if not (capitalised and sure):
            return None
    if following and not dash and not _STORY_STARTS.match(following):
        return None
    date = match["date"] or match["late"]
    return match, place, date.strip(" ,") if date else None


def _place_first(pattern: re.Pattern[str], line: str) -> tuple[re.Match[str], str, str] | None:
    """The match of a line that opens with a place, that place, and the story behind it."""
    match = pattern.match(line)
    if match is None:
        return None
    place = _clean(match["place"])
    following = line[match.end() :]
    if place is None or not _reads_as_place(place) or not _starts_story(following):
        return None
    return match, place, following


def _dated(line: str) -> _Recognised | None:
    found = _place_first(_WITH_DATE, line)
    if found is None:
        return None
    match, place, following = found
    if not following:
        # Of its own line, a bare weekday is too little: "Black Friday", "Kyiv, Saturday" ...
        sure = (
            is_known_place(place)
            or _in_capitals(place)
            or (first_date(match["date"]) is not None and "," in match[0])
        )
    else:
        sure = is_known_place(place) or _in_capitals(place) or first_date(match["date"]) is not None
    return (match, place, match["date"].strip(" ,")) if sure else None


def _undated(line: str) -> _Recognised | None:
    found = _place_first(_WITHOUT_DATE, line)
    if found is None:
        return None
    match, place, following = found
    # After a colon, capitals may as well be a label ("BREAKING:") or a speaker ("KING:").
    sure = ":" not in match["separator"] and _in_capitals(place) and not following[:30].isupper()
    return (match, place, None) if is_known_place(place) or (following and sure) else None


def _bracketed_date(line: str) -> _Recognised | None:
    match = _BRACKETED_DATE.match(line)
    return (match, None, first_date(match[0])) if match else None


def _bare_date(line: str) -> _Recognised | None:
    match = _BARE_DATE.match(line)
    if match is None or not _starts_story(line[match.end() :]):
        return None
    return match, None, match["date"].strip(" ,")


def _clean(place: str | None) -> str | None:
    return place.strip(" \t,-–—") or None if place else None


def _starts_story(following: str) -> bool:
    return not following or _STORY_STARTS.match(following) is not None


def _reads_as_place(place: str) -> bool:
    """Capitalised words, at most seven, in at most three parts: "Dili, East Timor", "SAN FRANCISCO/TOKYO"."""
    words = place.replace("/", " ").split()
    if not words or len(words) > 7 or place.count(",") > 3 or words[-1].strip(",").lower() in _SMALL_WORDS:
        return False
    if words[0].strip(".,").upper() in _NOT_PLACES and not is_known_place(place):
        return False
    return all(
        word[:1].isupper() or word in _SMALL_WORDS or re.match(r"(?:al|el|d|s)?['’-]", word) for word in words
    )


def _in_capitals(place: str | None) -> bool:
    """True when the town is printed in capitals: "PARIS, Texas", "McALLEN, Texas", "RIO DE JANEIRO"."""
    if not place:
        return False
    town = place.split(",")[0]
    words = [word for word in re.split(r"[\s/-]+", town) if word and word not in _SMALL_WORDS]
    if not words or len(words) > 4:
        return False
    # "US", "EU", "NHS": three letters and fewer are initials unless the list knows better.
    longest = max(len(re.sub(r"[^\w]", "", word)) for word in words)
    return longest > 3 and all(re.fullmatch(r"(?:Mc|Mac|De|La|Le|d['’])?[^a-z]+", word) for word in words)
