"""Gates that look at the line alone: its first and last words, its marks, its pairs."""

import re
from itertools import pairwise

from ...language.words import words
from ...resources import word_list
from ..draft import Draft

_FIRST_PERSON = frozenset(
    "i we you me us my our your myself ourselves mine i'm we're i've we've you're it's let's".split()
)
DANGLING = frozenset(
    (
        "a an the of to in on at by for with from and or but nor as than that which who whose is are was were "
        "be been has have had will would could should may might must can not its their his her into over "
        "under near about between because while although if when where amid per thanks due via during without "
        "despite including such"
    ).split()
)
FINAL_PARTICLES = frozenset({"over", "in", "on", "under", "about", "by", "near", "to"})
_SAYING = frozenset({"says", "said", "say", "told", "tells"})


def too_short(draft: Draft) -> bool:
    """Fewer than three words."""
    return len(words(draft.text)) < 3


def leading_pronoun(draft: Draft) -> bool:
    """ "He ...", "This ..." """
    spoken = words(draft.text)
    return bool(spoken) and spoken[0].lower() in word_list("en/pronouns.txt")


def speaks_of_itself(draft: Draft) -> bool:
    """ "I", "we" or "you" outside a quotation."""
    return personal(draft.text)


def personal(text: str) -> bool:
    """The same of a text."""
    outside = re.sub(r'"[^"]*"|“[^”]*”', "", text)
    return any(
        w.lower().replace("’", "'").split("'")[0] in _FIRST_PERSON and w != "US" for w in words(outside)
    )


def question(draft: Draft) -> bool:
    """A question mark anywhere."""
    return "?" in draft.text


def half_quoted(draft: Draft) -> bool:
    """A quotation mark without the other."""
    return draft.text.count('"') % 2 == 1 or draft.text.count("“") != draft.text.count("”")


def hangs(text: str) -> bool:
    """Whether a text ends on a word that wants another behind it."""
    spoken = words(text)
    return not spoken or spoken[-1].lower() in DANGLING | FINAL_PARTICLES | _SAYING


def torn(draft: Draft) -> bool:
    """ "Ex -wife awarded 12 million", "Soros 's ready": half of a word."""
    return bool(re.search(r"\w -\w|\w- (?!and\b|or\b|to\b)\w|\w ['’](?:s|re|ve|ll|d|m)\b", draft.text))


def repeats(draft: Draft) -> bool:
    """The same span of the source twice in one line, one word twice in a row, or a name joined to itself."""
    if re.search(r"\b([A-Za-z]{2,})(?: and)? \1\b", draft.text):
        return True
    spans = sorted((p.start, p.end) for p in draft.pieces if p.start is not None and p.end is not None)
    return any(one[1] is not None and two[0] is not None and two[0] < one[1] for one, two in pairwise(spans))


def stray(draft: Draft) -> bool:
    """Marks of lists, tables, links and captions, and a dash that parts nothing any more."""
    if " - " in draft.text or "..." in draft.text or "…" in draft.text:
        return True
    return bool(re.search(r"https?:|www\.|[|•*_<>{}\[\]]|@\w|\bclick\b", draft.text, re.IGNORECASE))
