"""The speaker behind a question: "Who pays?" Hale asked."""

import re

_SAYS = (
    r"(?:said|says|asks|asked|adds|added|writes|wrote|shouts|shouted|replies|replied|tweeted|posted|continued"
    r"|wondered|cried|joked|quipped|tells|told|exclaimed|explained|declared|insisted|recalled|recalls"
    r"|screamed|yelled|whispered|pleaded|demanded|mused)\b"
)
_NAME = r"(?:[A-Z][\w.’'-]{0,30},?\s+){1,6}"
# "Hale", "Hale's lawyer, Ann Lund,", "Hale, 62,".
_NAMED = re.compile(rf"{_NAME}(?:[a-z]{{3,15}},\s+{_NAME}|\d\d,\s+)?({_SAYS})\s*(\S*)")
_MYSELF = re.compile(rf"I\s+({_SAYS})\s*([.,])")
# Nobody's capitals tell a name from "the mayor" here: a few words, then the verb.
_ANYONE = re.compile(rf"(?:[\w.’'-]{{1,30}}\s+){{0,4}}?({_SAYS})\s*(\S*)", re.IGNORECASE)
_QUOTES = ('"', "'", "“", "‘", "`")
_ASKING = frozenset({"asked", "asks", "told", "tells"})
# "Hale said the road was closed" is a sentence of its own, "Hale said on Monday" is not.
_CLAUSE = frozenset(
    "that he she they it we i you the a an this these those there his her its their many most some all no"
    " if because people being nobody anyone what how why".split()
)


def named_speaker(text: str, at: int) -> bool:
    """Whether at `at` a name and a verb of saying stand that only complete the speech before."""
    return _completes(_NAMED.match(text, at) or _MYSELF.match(text, at))


def any_speaker(text: str, at: int) -> bool:
    """The same for text whose capitals tell nothing."""
    return _completes(_ANYONE.match(text, at))


def _completes(match: re.Match[str] | None) -> bool:
    if match is None:
        return False
    verb, after = match[1].lower(), match[2]
    if after.endswith(":"):
        # What the speaker answers follows.
        return False
    return verb in _ASKING or not (after.rstrip(".,:").lower() in _CLAUSE or after.startswith(_QUOTES))
