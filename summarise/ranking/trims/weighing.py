"""Words with which a statement needs its speaker and an aside its place."""

import re
import tomllib
from functools import cache

from summarise.resources import data_file, word_list

LETTERS = re.compile(r"[^\W\d_]+")
"""A word without its digits, hyphens and apostrophes."""

# "US" is no pronoun: only "I" is asked for in capitals.
SPEAKING = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Ww]e|us|[Oo]urs?|[Yy]ours?|[Yy]ou|[Mm]yself|[Oo]urselves)\b"
)
"""First and second person: somebody speaks."""

# "the drivers' union" is no quotation.
SPEECH = re.compile(r"[\"“”„«»`‘]|(?<!\w)['’]|(?<!s)['’](?!\w)|(?<=s)['’](?![\w ])")
"""A quotation mark; apostrophes are none."""


@cache
def _claims() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words, and beginnings of words, with which a statement needs its speaker."""
    entries = word_list("en/claim_words.txt") | word_list("en/hedges.txt")
    beginnings = tuple(sorted(entry[:-1] for entry in entries if entry.endswith("*")))
    return entries | _number_words(), beginnings


@cache
def _number_words() -> frozenset[str]:
    table = tomllib.loads(data_file("en/number_words.toml").read_text(encoding="utf-8"))
    names = {name for part in ("cardinals", "scales", "fractions") for name in table[part]}
    ordinals = "second third fourth fifth sixth seventh eighth ninth tenth twice thrice percent per cent"
    return frozenset(names | {f"{name}s" for name in names} | set(ordinals.split()))


def weighs(text: str) -> bool:
    """A claim, a view, blame, harm, a plan, a doubt, a denial or a figure."""
    whole, beginnings = _claims()
    if any(map(str.isdigit, text)) or "n't" in text or "n’t" in text:
        return True
    return any(word in whole or word.startswith(beginnings) for word in LETTERS.findall(text.lower()))
