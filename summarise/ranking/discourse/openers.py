"""How a sentence stands: on its own feet, leaning on the one before, or as a notice to readers."""

import re
from functools import cache, lru_cache
from itertools import islice

from summarise.resources import word_lines, word_list

_LEAD = "\"'“‘”’([{—–-*_…. "
# What may stand before the first word of a sentence.
LEAD = _LEAD + "`•·●▪◦‣■►>"
_WORD = re.compile(r"[^\s,;:.!?…—–]+")
_PRONOUNS = r"(?:he|she|they|his|her|their)"
# "Today, they ...", "Now he's ...": the adverb has not said who is meant.
_ADVERB_AND_PRONOUN = re.compile(
    r"(?:now|today|tonight|yesterday|tomorrow|later|earlier|recently|eventually|finally|previously|initially"
    r"|originally|sometimes|often|perhaps|maybe|once|(?:last|this|that|next|every) [a-z]+"
    r"|(?:on|in|by|since|until) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|[a-z]+ \d{1,2}|\d{4})"
    rf"|(?:a|one|two|three|four|five|\d+) [a-z]+ (?:later|earlier|ago)),? {_PRONOUNS}(?:'[a-z]+)?\b"
)
# A linker set off by commas points back from wherever it stands; behind ; or : it points to the words before.
_SET_OFF_LINK = re.compile(
    r"^[^;:]*?(?P<link>, (?:however|for example|for instance|too|meanwhile|therefore|nevertheless|nonetheless"
    r"|moreover|furthermore|consequently|by contrast|in turn|on the other hand)(?=,|[.!?]?[\"'”’]*$))",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(
    r"\b(?:did|does|do|done|doing) the same\b(?! [a-z]+ as\b| as\b)|\bthat one(?=[.,;!?]|$)"
    r"|\bthe (?:former|latter)(?=[.,;!?]|'s\b|$| (?:is|are|was|were|has|have|had|will|would|can|could|said|says)\b)",
    re.IGNORECASE,
)
# "Nobody was hurt, he said": who "he" is stands elsewhere.
_SPEAKER_ELSEWHERE = re.compile(
    r"[,?!…]['\"”’]{0,2} (?:he|she|they|it) (?:also |later |then |further )?"
    r"(?:said|says|added|adds|told|wrote|writes|explained|noted|insisted|argued|warned|claimed|recalled|continued"
    r"|joked|admitted|tweeted|concluded|replied|testified|recounted|declared|stated|stressed|suggested)\b"
)
# Words of the leaning list that here bring their own meaning: "Both Leeds and York", "Another 30 people".
_SELF_CONTAINED = re.compile(
    r"both (?:[\w'-]+ ){1,5}and\b|both of the\b|another (?:\d|(?:{numbers})\b)".replace(
        "{numbers}",
        "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|few hundred|hundred|thousand|million",
    )
)
_BOTH_NAMED = re.compile(r"both (?:[\w'-]+ ){1,5}and\b|neither (?:[\w'-]+ ){1,5}nor\b|both of the\b")
_COUPLED = frozenset(("both", "neither"))
_STOPS = frozenset(",:;?!.—–-")
_FEET_AND_INCHES = re.compile(r"(?<=\d)['’′]\s?\d{1,2}[\"”″]")
_STRAIGHT_CLOSER = re.compile(r"(?<=\S)\"(?=\s|[,.;:?!)]|$)")


def leaning_opener(text: str) -> str | None:
    """The words that lean on the sentence before, as they stand; None if the sentence stands by itself.

    Most are its opening ("But", "In addition", "Today, they"). Others stand further in: a linker
    between commas (", however,"), "did the same", or a speaker known from elsewhere (", she said").
    A sentence that ends a quotation it did not open leans as well: "…" stands for that.
    """
    stripped = text.lstrip(_LEAD)
    lowered = stripped[:80].lower().replace("’", "'")
    if not _SELF_CONTAINED.match(lowered):
        first = _WORD.match(lowered)
        longest = 0
        if first and (first.group() in _first_words() or _contracted(first.group())):
            longest = _longest_opener(lowered)
        if not longest and (pronoun := _ADVERB_AND_PRONOUN.match(lowered)):
            longest = pronoun.end()
        if longest:
            return stripped[:longest]
    return "…" if ends_foreign_quotation(text) else _leaning_inside(text)


def _leaning_inside(text: str) -> str | None:
    if link := _SET_OFF_LINK.search(text):
        return link["link"].strip(" ,")
    found = _SAID_BEFORE.search(text) or _SPEAKER_ELSEWHERE.search(text)
    return found.group().lstrip(", ?!…'\"”’") if found else None


def opening(text: str, first: str, second: str) -> tuple[str, str] | None:
    """The listed opening of a sentence and the rule it belongs to: ("But", "linker opening").

    `first` and `second` are the sentence's first words in lower case.
    """
    alone = _opening_alone(first, second)
    if alone is None:
        return None
    stripped = text.lstrip(LEAD)
    if alone and stripped[: len(first)].isalpha():
        return stripped[: len(first)], alone
    lowered = stripped[:80].lower().replace("’", "'")
    length, rule = _listed(lowered)
    return (stripped[:length], rule) if length and not _BOTH_NAMED.match(lowered) else None


@lru_cache(maxsize=1 << 15)
def _opening_alone(first: str, second: str) -> str | None:
    """The rule of a first word that is an opening by itself; "" if its text decides; None if it is none."""
    follows = opening_words().get(first.partition("'")[0])
    if follows is None:
        return None
    if second.partition("'")[0] in follows or first in _COUPLED:
        return ""
    # No longer entry comes into question.
    rule, before_comma = _openings().get(first, ("", False))
    if not rule and first.isalpha():
        return None
    return "" if before_comma else rule


@cache
def opening_words() -> dict[str, frozenset[str]]:
    """The words that listed openings begin with, and the words that can follow each of them there."""
    following: dict[str, set[str]] = {}
    for phrase in (*_openings(), *word_list("en/leaning_exceptions.txt")):
        first, *rest = (word.partition("'")[0] for word in phrase.split())
        following.setdefault(first, set()).update(rest[:1])
    return {first: frozenset(follows) for first, follows in following.items()}


def _longest_opener(lowered: str) -> int:
    """How many characters of the text the longest listed opening takes; 0 if there is none."""
    return _listed(lowered)[0]


def _listed(lowered: str) -> tuple[int, str]:
    """Length and rule of the longest listed opening; (0, "") if there is none."""
    openings = _openings()
    exceptions = word_list("en/leaning_exceptions.txt")
    longest, rule = 0, ""
    end = 0
    phrase = ""
    for match in islice(_WORD.finditer(lowered), 4):
        # A comma ends an opening: "So, far from it" is not "so far".
        if lowered[end : match.start()].strip():
            break
        end = match.end()
        phrase = f"{phrase} {match.group()}".lstrip()
        if phrase in exceptions:
            longest, rule = 0, ""
            continue
        found = openings.get(phrase) or (
            openings.get(phrase.partition("'")[0]) if _contracted(phrase) else None
        )
        if found and (not found[1] or lowered[end : end + 2].lstrip()[:1] in _STOPS):
            longest, rule = end, found[0]
    return longest, rule


@cache
def _openings() -> dict[str, tuple[str, bool]]:
    """Each listed opening with its rule and whether it counts only before a comma or the like."""
    openings: dict[str, tuple[str, bool]] = {}
    rule = ""
    for entry in word_lines("en/leaning_openers.txt"):
        if entry.startswith("["):
            rule = entry.strip("[]")
        else:
            openings[entry.rstrip(",")] = (rule, entry.endswith(","))
    return openings


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _openings())


def _contracted(word: str) -> bool:
    """Whether the word is "he's", "they've", "that'll" ... of a leaning word."""
    head, apostrophe, ending = word.partition("'")
    return bool(apostrophe) and " " not in ending and head in _openings()


def ends_foreign_quotation(text: str) -> bool:
    """Whether a sentence closes a quotation that it did not open."""
    text = _FEET_AND_INCHES.sub("", text)
    opening, closing = text.find("“"), text.find("”")
    if closing >= 0 and (opening < 0 or closing < opening):
        return True
    if text.count('"') % 2 == 0:
        return False
    first = text.index('"')
    return first > 0 and _STRAIGHT_CLOSER.match(text, first) is not None
