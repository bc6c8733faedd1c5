"""Syllables of English words: a rule of spelling, and the list of words that it gets wrong.

The rule counts groups of vowels and corrects for silent and for split ones. It is
right for about nine in ten words of the CMU Pronouncing Dictionary; `data/en/syllables.txt`,
written by `training/syllables.py`, holds the others, so that every word of that
dictionary comes out as it is pronounced there (first pronunciation).
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from summarise.resources import word_lines

# The apostrophes that English contracts with stay in a word ("don't", "we'll"); any
# other mark between letters parts it ("o_clock", "air_defence", "u_s").
_KEPT_APOSTROPHE = re.compile(r"'(?=(?:[tsd]|ve|ll|re)\b)")
_PART = re.compile(r"\d+|[^\W\d_]+(?:'[a-z]+)?")

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"""
      (?<=[^aeiouy])e$ (?<! [^aeiouyrl]le)            # "make", not "table"
    | (?<=[^aeiouysxzcg])es$ (?<! [sc]hes) (?<! [^aeiouyrl]les)   # "makes", not "boxes", "tables"
    | (?<=[^aeioutd])ed$ (?<! [^aeiouyrl]led)         # "walked", "played", not "wanted"
    | (?<=[^aeiouy])e(?=(?:ly|less|ness|ful|ments?|man|men|way|wide|town|wood|land|ville)$)  # "safely"
    | (?<=ic)a(?=lly$)                                # "basically"
    | (?<=[gq])ues?$                                  # "league", "unique"
    | (?<=[aeo])ye(?=[ds]?$)                          # "eye", "dyed"
    """,
    re.VERBOSE,
)
_SPLIT = re.compile(
    r"""
      (?<![tcsgx])i(?=a(?!ge)) | (?<![tcsgxnl])i(?=o)           # "di-alogue", "ri-ot", not "na-tion"
    | (?<=[nvrdlmpbhk])i(?=ou|um|us) | ^[bdlt]i(?=[aeou])       # "previ-ous", "sci-", "tri-al"
    | (?<=[^aeioucst])i(?=enc|ent|et)                           # "audi-ence", "qui-et"
    | (?<=[^aeioucg])i(?=ers?$|est$)                            # "easi-er"
    | (?<![qg])u(?=a[^y]|ou|o[^y]|ers?$)                        # "actu-al", "influ-ence"
    | e(?=o(?!u|n$|p|r)) | (?<=[rnlmtd])e(?=um|us$|a[tl](?:e|i|or)) | (?<=r)e(?=act)   # "vide-o", "cre-ate"
    | (?<=[aeou])y(?=[aeiou](?!d$|s$|$)) | (?<=[^aeiou])y(?=i)  # "loy-al", "carry-ing"
    | u(?=ing|ity|ish$) | a(?=uer|[io]s[mt]) | (?<=[eo])i(?=ng$) | e(?=i(?:ng|er)$)    # "flu-id", "see-ing"
    | [ao](?=er[so]) | (?<=[bdfgkptz])l(?=ing$)                 # "a-erosol", "sett-ling"
    | (?<=s)m(?=s?$) | (?<=th)m(?=s?$)                          # "capitalis-m"
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=65536)
def count_syllables(word: str) -> int:
    """Syllables of one word as it stands in a text, read aloud; 0 if it has neither letter nor digit.

    A compound counts its parts, dotted letters count each letter ("U.S." 2). A figure counts
    one however many digits it has, as Flesch's instructions say ("How to Write Plain English",
    1979: figures and symbols are words of one syllable).
    """
    return count_key(syllable_key(word))


def syllable_key(word: str) -> str:
    """The word as the list has it: small unaccented letters, digits, inner marks as "_", no outer ones."""
    bare = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    bare = _KEPT_APOSTROPHE.sub("\ue000", "".join(c for c in bare if not unicodedata.combining(c)))
    return re.sub(r"[^\w\ue000]+|_+", "_", bare).strip("_\ue000").replace("\ue000", "'")


@lru_cache(maxsize=65536)
def count_key(key: str) -> int:
    """Syllables of a `syllable_key`."""
    return count_with(key, _listed())


def count_with(key: str, listed: Mapping[str, int]) -> int:
    """Syllables of a `syllable_key`, with `listed` in the place of the shipped list."""
    if key in listed:
        return listed[key]
    figures = re.sub(r"(?<=\d)_+(?=\d)", "", key)
    parts = _PART.findall(figures)
    if parts == [key]:
        return _count_letters(key, listed)
    return sum(count_with(part, listed) for part in parts)


def count_by_rule(word: str) -> int:
    """Syllables of a word of small letters by its spelling alone, 1 or more."""
    return max(1, len(_VOWELS.findall(word)) - len(_SILENT.findall(word)) + len(_SPLIT.findall(word)))


def _count_letters(word: str, listed: Mapping[str, int]) -> int:
    head, apostrophe, ending = word.partition("'")
    if not apostrophe:
        return count_by_rule(word)
    base = count_with(head, listed)
    if ending == "s":
        return base + bool(re.search(r"(?:[sxz]|[cs]h|[csz]e|ge)$", head))
    # "didn't", "there'd", "should've" sound one more; "can't", "they'll" do not.
    return base + (ending in {"t", "ve", "d", "ll"} and not re.search(r"[aeiouwr]n?$", head))


@cache
def _listed() -> dict[str, int]:
    entries = (line.split() for line in word_lines("en/syllables.txt"))
    return {word: int(count) for word, count in entries}
