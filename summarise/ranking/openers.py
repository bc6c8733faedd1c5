"""How a sentence opens: on its own feet, leaning on the one before, or as a notice to readers."""

import re
from functools import cache
from itertools import islice

from summarise.resources import word_lines, word_list

_LEAD = "\"'“‘”’([{—–-*_…. "
_WORD = re.compile(r"[^\s,;:.!?…—–]+")
_STRAIGHT_CLOSER = re.compile(r"(?<=\S)\"(?=\s|[,.;:?!)]|$)")


def leaning_opener(text: str) -> str | None:
    """The opening that leans on the sentence before ("But", "In addition"), as it stands; None if none does.

    A sentence that ends a quotation it did not open leans as well: "…" stands for that.
    """
    stripped = text.lstrip(_LEAD)
    lowered = stripped[:80].lower().replace("’", "'")
    first = _WORD.match(lowered)
    longest = 0
    if first and (first.group() in _first_words() or _contracted(first.group())):
        longest = _longest_opener(lowered)
    if longest:
        return stripped[:longest]
    return "…" if _ends_foreign_quotation(text) else None


def notice(text: str) -> str | None:
    """The opening that shows a sentence for a notice to readers or a credit ("Click here"), if any."""
    lowered = text.lstrip(_LEAD).lower()
    found = _notices().match(lowered)
    return text.lstrip(_LEAD)[: found.end()] if found else None


def _longest_opener(lowered: str) -> int:
    """How many characters of the text the longest listed opening takes; 0 if there is none."""
    longest = end = 0
    phrase = ""
    for match in islice(_WORD.finditer(lowered), 4):
        # A comma ends an opening: "So, far from it" is not "so far".
        if lowered[end : match.start()].strip():
            break
        end = match.end()
        phrase = f"{phrase} {match.group()}".lstrip()
        if phrase in word_list("en/leaning_exceptions.txt"):
            return 0
        if phrase in word_list("en/leaning_openers.txt") or _contracted(phrase):
            longest = end
    return longest


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in word_list("en/leaning_openers.txt"))


def _contracted(word: str) -> bool:
    """Whether the word is "he's", "they've", "that'll" ... of a leaning word."""
    head, apostrophe, ending = word.partition("'")
    return bool(apostrophe) and " " not in ending and head in word_list("en/leaning_openers.txt")


def _ends_foreign_quotation(text: str) -> bool:
    opening, closing = text.find("“"), text.find("”")
    if closing >= 0 and (opening < 0 or closing < opening):
        return True
    if text.count('"') % 2 == 0:
        return False
    first = text.index('"')
    return first > 0 and _STRAIGHT_CLOSER.match(text, first) is not None


@cache
def _notices() -> re.Pattern[str]:
    entries = sorted(word_lines("en/boilerplate.txt"), key=len, reverse=True)
    return re.compile(
        "|".join(re.escape(entry) + (r"\b" if entry[-1].isalnum() else "") for entry in entries)
    )
