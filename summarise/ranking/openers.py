"""How a sentence opens: on its own feet, leaning on the one before, or as a notice to readers."""

import re
from functools import cache

from summarise.resources import word_lines, word_list

_LEAD = "\"'“‘”’([{—–-*_…. "
_WORD = re.compile(r"[^\s,;:.!?…—–]+")
_STRAIGHT_CLOSER = re.compile(r"(?<=\S)\"(?=\s|[,.;:?!)]|$)")


def leaning_opener(text: str) -> str | None:
    """The opening that leans on the sentence before ("But", "In addition"), as it stands; None if none does.

    A sentence that ends a quotation it did not open leans as well: "…" stands for that.
    """
    stripped = text.lstrip(_LEAD)
    spans = [match.span() for match in _opening_words(stripped)]
    lowered = stripped.lower().replace("’", "'")
    longest = 0
    for count in range(1, len(spans) + 1):
        phrase = " ".join(lowered[start:end] for start, end in spans[:count])
        if phrase in word_list("en/leaning_exceptions.txt"):
            return None
        if phrase in word_list("en/leaning_openers.txt") or (count == 1 and _contracted(phrase)):
            longest = count
    if longest:
        return stripped[: spans[longest - 1][1]]
    return "…" if _ends_foreign_quotation(text) else None


def notice(text: str) -> str | None:
    """The opening that shows a sentence for a notice to readers or a credit ("Click here"); None if none does."""
    lowered = text.lstrip(_LEAD).lower()
    found = _notices().match(lowered)
    return text.lstrip(_LEAD)[: found.end()] if found else None


def _opening_words(text: str) -> list[re.Match[str]]:
    """Up to four words; a comma ends the opening, as "So, ..." is not "so far"."""
    found: list[re.Match[str]] = []
    for match in _WORD.finditer(text[:80]):
        if len(found) == 4 or (found and text[found[-1].end() : match.start()].strip()):
            break
        found.append(match)
    return found


def _contracted(word: str) -> bool:
    """Whether the word is "he's", "they've", "that'll" ... of a leaning word."""
    head, apostrophe, _ = word.partition("'")
    return bool(apostrophe) and head in word_list("en/leaning_openers.txt")


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
