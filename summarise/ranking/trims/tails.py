"""Tails that say who said so: ", police said on Monday."."""

import re

from summarise.model import Span
from summarise.ranking.trims.weighing import LETTERS, SPEAKING, SPEECH, weighs

_TAIL = 160  # a longer tail says more than who and when
_REPORTING = ("said", "says", "according to", "announced", "confirmed", "stated", "told reporters")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHEN = (
    rf"(?: (?:(?:late |early )?(?:on )?(?:late |early )?{_DAY}(?: morning| afternoon| evening| night)?"
    r"|today|yesterday|last night|(?:earlier )?this (?:week|month)|last (?:week|month)))?"
    r"(?: in an? (?:[a-z]+ )?(?:statement|release))?"
)
_VERB = r"(?:(?:has |have )?(?:said|announced|confirmed|stated)|says?|told reporters)"
_WORD = r"[\w.&’'-]+"
_NAME = r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|der|van|von|al|bin)){0,3}"
_GROUP = rf"{_WORD}(?: {_WORD}){{0,8}}"
# The speaker stands before the verb, behind it, or behind "according to".
_TAILS = tuple(
    re.compile(pattern)
    for pattern in (
        rf",\s(?P<who>{_GROUP}?) {_VERB}{_WHEN}$",
        rf",\s(?:said|says){_WHEN} (?P<who>{_GROUP}?)$",
        rf",\saccording to (?P<who>{_GROUP}?)$",
        rf",\s(?:said|says) {_NAME}, (?P<who>{_GROUP}?)$",
        rf",\saccording to {_NAME}, (?P<who>{_GROUP}?)$",
    )
)
# Who reports what is the case: institutions, not parties to a quarrel, news media or people with a view.
_BODIES = frozenset(
    "police officers officials authorities ministry department council government agency company firm airline"
    " university hospital school commission regulator authority service bureau office administration treasury"
    " college airport museum operator organisers organizers firefighters coastguard corporation carmaker"
    " manufacturer retailer zoo library inspectorate administrators managers".split()
)
_VOICES = r"(?:spokes(?:man|woman|person)|spokespeople)"
_OF_BODY = re.compile(
    rf"(?P<head>\w+)(?: (?:of|for|in) (?:the )?{_NAME}(?: and {_NAME})?)?(?: {_VOICES}(?: {_NAME})?)?$"
)
_VOICE_OF = re.compile(rf"(?:(?:an?|the|its) )?{_VOICES}(?: {_NAME})? (?:for|of) (?:the )?")
_BETWEEN = frozenset("of for in at from by with to near on about".split())
# With one of these the speaker is nameless, a party, or has a view of its own.
_PARTIES = frozenset(
    "news press media rights opposition rebel rebels former anonymous unnamed unidentified some many several other"
    " rival intelligence military defence defense security army western diplomatic union party club campaign church"
    " who which that and or but he she they we his her their our an broadcasting"
    " broadcaster institute prosecutor prosecutors attorney secret".split()
)
_SUBORDINATORS = frozenset(
    "when while after before as if although though because since once until whether".split()
)
_HANGING = frozenset(
    "a an the of to for with by from and or but as than that which who whose when where while if because at into"
    " is are was were be been has have had".split()
)
# A finite verb, or what nearly always is one.
_VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|does|began|begins|came|went|took|made|won|lost|left|ran|fell|rose|met|held"
    r"|gave|found|sold|bought|opens|closes|remains?|[a-z]{3,}ed)\b"
)
_TO_COME = re.compile(r"\b(?:is|are|was|were) to\b")
_FRAGMENT = re.compile(r"[^,]*, (?:who|which|whose|where)\b[^,]*")
_END = re.compile(r"[.](?=\)?\Z)|(?<![.!?…:;,\-–—)])\Z")


def tails(text: str) -> list[Span]:
    """The tail of a sentence that says who said so, if it may go: none or one, as offsets into `text`.

    It goes where the speaker is an institution or its spokesperson, the tail says no more than who and
    when, and the rest is plain reporting: no quotation, no I, we or you, no figure, and no word of a
    claim, a view, a crime, harm, feelings, a plan or a doubt (`claim_words.txt`, `hedges.txt`).
    """
    last = text.rfind(",")
    if last < 0 or len(text) - last > _TAIL:
        return []
    ending = text[-_TAIL:]
    if not any(verb in ending for verb in _REPORTING):
        return []
    end = _END.search(text, max(0, len(text) - 2))
    if end is None or any(map(str.isdigit, text)):
        return []
    for comma in (last, text.rfind(",", max(0, len(text) - _TAIL), last)):
        tail = text[comma : end.start()]
        if comma > 0 and any(_official(tail, pattern) for pattern in _TAILS):
            if not _plain(text[:comma]):
                return []
            # "the U.S., police said.": one stop is enough.
            return [Span(comma, end.end() if text[comma - 1] == "." else end.start())]
    return []


def _official(tail: str, pattern: re.Pattern[str]) -> bool:
    """Whether the tail is no more than an official source, a verb and a time."""
    found = pattern.match(tail)
    if found is None:
        return False
    who, of_voice = _VOICE_OF.subn("", found["who"], count=1)
    if pattern in _TAILS[3:] and not of_voice and not re.search(_VOICES, who):
        return False
    body = _OF_BODY.search(who)
    if body is None or body["head"].lower() not in _BODIES:
        return False
    # "experts at the university" are not the university.
    before = LETTERS.findall(who[: body.start()].lower())
    return not _BETWEEN.intersection(before) and not _PARTIES.intersection(LETTERS.findall(who.lower()))


def _plain(rest: str) -> bool:
    """Plain reporting in a whole sentence: nobody's words or view, no claim, no harm, no figure, no plan."""
    words = LETTERS.findall(rest)
    if len(words) < 4 or words[-1].lower() in _HANGING or any(mark in rest for mark in ":;?!…"):
        return False
    if words[0].lower() in _SUBORDINATORS and "," not in rest:
        return False
    if not _VERBAL.search(rest) or _FRAGMENT.fullmatch(rest):
        return False
    if _TO_COME.search(rest):
        return False
    return not (SPEECH.search(rest) or SPEAKING.search(rest) or weighs(rest))
