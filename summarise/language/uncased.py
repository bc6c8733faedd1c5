"""The ends of sentences in text whose capitals tell nothing: all small, or all capitals.

What follows a stop is no help here, but for the few words that hardly stand anywhere
but at the beginning. So an abbreviation ends no sentence unless one of them follows,
and every other stop ends one.
"""

import re
from functools import cache

from summarise.language.candidates import Candidate, bare
from summarise.language.speakers import any_speaker
from summarise.resources import word_list

_OPENING = frozenset(
    "the it he she they we i but these those there however meanwhile his her their nobody everyone".split()
)
# "Who pays?" and left: what goes on after a question that is quoted.
_GOING_ON = frozenset("and or to of is was are were".split())
_MEASURE = re.compile(r"\d\s?(?:ft|in|lbs?|oz|st|yds?|mi|hrs?|mins?|secs?)$", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_QUOTES = "\"'”’»"


@cache
def _small(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in word_list(f"en/{name}.txt"))


def ends_sentence(c: Candidate) -> bool:
    """Whether a sentence ends at the candidate."""
    following = bare(c.next).lower()
    if c.next[:1] in {",", ";", ":"}:
        return False
    if ".." in c.mark or "…" in c.mark or ". ." in c.mark:
        return bool(c.closers) or following in _OPENING
    if c.mark[-1] in "?!":
        return _after_question(c, following)
    if c.mark != "." or not c.before:
        return True
    return _after_stop(c, c.before.lower(), following)


def _after_question(c: Candidate, following: str) -> bool:
    if any(quote in c.closers for quote in _QUOTES):
        return following not in _GOING_ON and not any_speaker(c.text, c.next_at)
    near = c.text[max(c.start, c.at - 40) : c.at].lower().split()
    names = _small("exclaimed_names")
    if not c.closers and near and (near[-1] in names or " ".join(near[-2:]) in names):
        return following in _OPENING
    return True


def _after_stop(c: Candidate, word: str, following: str) -> bool:
    last = word.rpartition("-")[2]
    if c.closers[:1] in {")", "]"} or c.closers.startswith((" )", " -r")):
        return c.in_brackets or not _is_abbreviation(c, word, last)
    if c.next[:1].isdigit() and (
        last in _small("abbreviations_before_number")
        or _MEASURE.search(c.text, max(c.start, c.at - 12), c.at)
    ):
        return False
    if last.rpartition(".")[2] in _small("titles"):
        return False
    return following in _OPENING if _is_abbreviation(c, word, last) else True


def _is_abbreviation(c: Candidate, word: str, last: str) -> bool:
    if _DOTTED.fullmatch(word) or last in _small("abbreviations"):
        return True
    return last in _small("abbreviations_after_place") and c.before_word((",", "(", "-lrb-"))
