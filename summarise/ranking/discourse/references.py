"""References inside a sentence to what was told before: linkers, the same, the former, the pair."""

import re

from summarise.ranking.discourse.told import Found, Look

# A linker set off by commas points back from wherever it stands; behind ; or : it points to the words before.
_SET_OFF_LINK = re.compile(
    r"^[^;:]*?[,–—-] ?(?P<link>however|for example|for instance|too|meanwhile|therefore|nevertheless|nonetheless"
    r"|moreover|furthermore|consequently|by contrast|in contrast|in turn|on the other hand|though|as well|as a result"
    r"|then)(?= ?,|[.!?]?[\"'”’]*$)"
)
LINK_WORDS = frozenset(
    "however example instance too meanwhile therefore nevertheless nonetheless moreover furthermore consequently"
    " contrast turn hand though well result then".split()
)
_SAID_BEFORE = re.compile(
    r"\b(?:did|does|do|done|doing) (?:the same|likewise)\b(?! [a-z]+ as\b| as\b| (?:job|work|thing|amount|kind))"
    r"|\bthat one(?=[.,;!?]|$)"
)
_FORMER = re.compile(
    r"\bthe (?:former|latter)(?=[.,;!?]|'s\b|$| (?:is|are|was|were|has|have|had|will|would|can|could|said|says)\b)"
)
# It begins with plain letters, so that the search skips to these.
_PAIR = re.compile(
    r"the (?<=\bthe )(?:pair|duo|trio|two|couple"
    r"|two (?:men|women|sides|boys|girls|countries|leaders|teams|nations|clubs|companies|parties"
    r"|brothers|sisters|suspects|players|officers|firms|others))"
    r"(?=[.,;!?]|'s?\b|$| (?:is|are|was|were|has|have|had|will|would|can|could|said|met|also|then|who)\b)"
)
_BOTH = re.compile(
    r"(?:^|, |that |said |while |and )both"
    r" (?=(?:men|women|sides|countries|teams|were|are|have|had|of them|players|companies|cases)\b)"
)


def set_off_link(look: Look) -> Found | None:
    """A linker between commas (", however,") or at the end (", too.")."""
    found = _SET_OFF_LINK.search(look.lowered)
    if not found or (found["link"] == "then" and found.end() < len(look.lowered) - 3):
        return None
    return Found(as_written(look, found.start("link"), found.end("link")))


def same_again(look: Look) -> Found | None:
    """ "Did the same", "that one": what was done stands before."""
    if "the same" not in look.lowered and " that one" not in look.lowered and "likewise" not in look.low:
        return None
    found = _SAID_BEFORE.search(look.lowered)
    return Found(as_written(look, *found.span())) if found else None


def former(look: Look) -> Found | None:
    """ "The former", "the latter" without a noun."""
    found = _FORMER.search(look.lowered)
    return Found(as_written(look, *found.span())) if found else None


def pair(look: Look) -> Found | None:
    """ "The pair", "the two men", "both were", unless two are named earlier in the sentence."""
    found = _PAIR.search(look.lowered) or ("both" in look.low and _BOTH.search(look.lowered))
    if not found or " and " in look.lowered[: found.start()] or " with " in look.lowered[: found.start()]:
        return None
    return Found(as_written(look, *found.span()).strip(", "))


def as_written(look: Look, start: int, end: int) -> str:
    """A stretch of `look.lowered` as the sentence has it.

    Lower-casing keeps the length of nearly every text; where it does not, the lowered words must do."""
    source = look.text if len(look.text) == len(look.lowered) else look.lowered
    return source[start:end]
