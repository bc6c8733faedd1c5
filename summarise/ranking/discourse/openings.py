"""Openings that follow a pattern rather than a list: "Three days later", "One was", "A second man"."""

import re

from summarise.ranking.discourse.openers import LEAD
from summarise.ranking.discourse.pronouns import EXPLETIVE
from summarise.ranking.discourse.told import Find, Found, Look

_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
AMOUNTS = frozenset(
    f"{_ONES}|a|an|thirteen|fourteen|fifteen|twenty|thirty|forty|several|few|some|many|just|barely|only|about|around"
    "|almost|nearly|within|less|more|over|not|half|hours|minutes|seconds|days|weeks|months|years|decades|moments"
    "|centuries|exactly".split("|")
)
_LATER = re.compile(
    r"(?:(?:just|barely|only|about|around|almost|nearly|within|less than|more than|over|not|some|exactly|half) )*"
    r"(?:(?:a few|a couple of|a|an|\d+|[a-z]+(?:-[a-z]+)?|several|many) ){0,2}"
    r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|year|season|decade|centur|moment|game|match|lap"
    r"|round)(?:s|y|ies)? (?:later|earlier|afterwards?|after that|before that|on|beforehand)\b(?! than)"
    r"|within (?:minutes|hours|days|weeks|seconds|moments),"
)
_COUNT = re.compile(
    # "One could say": anybody.
    r"(?!one (?:can|could|may|might|will|would be|is never)\b)"
    rf"(?:{_ONES}|\d+|some|most|many|several|few|none|all|each|half|a few|a third)"
    r"(?: also| even| still| now| later| then| already)*,? "
    r"(?:was|were|is|are|has|have|had|will|would|can|could|may|might|did|do|does|said|say|died|lived|remain|remained"
    r"|came|went|got|survived|arrived|involved|involves|shows|showed|reads|read|claimed|told|wore|carried|fled)\b"
    r"(?! and )"
)
_MORE = re.compile(
    rf"(?:{_ONES}|\d+|some|several|many|a few) (?:more|others?|further)\b(?! than\b| or less\b)"
)
COUNTS = frozenset(f"{_ONES}|some|most|many|several|few|none|all|each|half|a".split("|"))
_ORDINAL = re.compile(
    r"an? (?:second|third|fourth|fifth|sixth|further|similar|separate|subsequent|later)"
    r"(?!-| (?:of|half|term|time|quarter|successive|consecutive|straight|world|home|life|language|wave|place|class)\b)"
    r"(?: [a-z-]+| (?=\())"
)
LEADS = frozenset(["a", "an"])


def listed(rule: str) -> Find:
    """The finder of a rule whose openings are listed in leaning_openers.txt."""

    def find(look: Look) -> Found | None:
        found = look.opened
        if not found or found[1] != rule:
            return None
        if look.low[0] in ("it", "it's", "it’s") and EXPLETIVE.match(look.lowered.lstrip(LEAD)):
            return None
        return Found(found[0])

    return find


def later_moment(look: Look) -> Found | None:
    """ "Three days later": later than what stands before."""
    found = _LATER.match(look.lowered.lstrip(LEAD))
    return Found(look.text.lstrip(LEAD)[: found.end()].strip(", ")) if found else None


def counted_rest(look: Look) -> Found | None:
    """ "One was hurt", "Two more fled", "Another 30": of whom, or beside whom, stands before."""
    lead = look.lowered.lstrip(LEAD)
    found = _COUNT.match(lead) or _MORE.match(lead)
    return Found(look.text.lstrip(LEAD)[: found.end()]) if found else None


def one_more(look: Look) -> Found | None:
    """ "A second man": the first stands before."""
    found = _ORDINAL.match(look.lowered.lstrip(LEAD))
    return Found(look.text.lstrip(LEAD)[: found.end()].strip()) if found else None
