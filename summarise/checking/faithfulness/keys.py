"""What makes two words the same word for the audit: ending, spelling, notation and tense do not count."""

import re
from functools import cache, lru_cache

from ...figures.context.verbs import lemma, verbs
from ...figures.lexicon import lexicon
from ...language.words import stem
from ...resources import word_lines

# British and American spelling by rule. The results are keys, not words: both sides go the same way.
_SPELLING = tuple(
    (part, re.compile(pattern), plain)
    for part, pattern, plain in (
        ("yz", r"(?<=[a-z]{2})yz(?=(?:e[drs]?|ing)$)", "ys"),
        ("iz", r"(?<=[a-z]{3})iz(?=(?:e[drs]?|ing|ations?|ational|ers?)$)", "is"),
        ("our", r"(?<=[a-z]{2})our(?=(?:s|ed|ing|ites?|able|al|ers?|hoods?|less|ful|ly)?$)", "or"),
        ("re", r"(?<=[a-z]{2}[tb])re(?=[sd]?$)", "er"),
        ("ll", r"ll(?=(?:ed|ing|ers?|ors?)$)", "l"),
        ("ogue", r"(?<=[a-z]{2}[lt]og)ue(?=s?$)", ""),
        ("ae", r"(?<=[a-z])ae(?=[a-z]{4})|^ae(?=[a-z]{5})", "e"),
        ("oe", r"(?<=[a-z])oe(?=[a-z]{4})|^oe(?=[a-z]{5})", "e"),
    )
)


@lru_cache(maxsize=65536)
def key(lower: str) -> str:
    """The key of a word in lower case: equal for "rose" and "rises", "centre" and "center", "seven" and "7".

    >>> key("colours") == key("color"), key("won") == key("wins"), key("rose") == key("fell")
    (True, True, False)
    """
    word = lower.replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    value = lexicon().cardinals.get(word)
    if value is not None:
        return str(value)
    word = _spellings().get(word, word)
    base = lemma(word)
    if base in verbs().base:
        word = base
    for part, pattern, plain in _SPELLING:
        if part in word:
            word = pattern.sub(plain, word)
    return _IRREGULAR.get(word) or stem(word)


@cache
def keys_of(words: str) -> frozenset[str]:
    """The keys of some words, given in one string. When it is first asked for, not when a module is loaded."""
    return frozenset(key(word) for word in words.split())


# What neither the endings nor the list of irregular verbs tell.
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "peopl", "died": "die", "dying": "die",
    "dies": "die", "death": "die", "deaths": "die", "dead": "die", "fewer": "few", "lying": "lie", "lies": "lie",
    "wives": "wife", "lives": "life", "policemen": "policeman", "is": "be", "are": "be", "was": "be", "were": "be",
    "been": "be", "an": "a", "cent": "percent", "pct": "percent", "per": "", "injuries": "injur", "injury": "injur",
}  # fmt: skip


@cache
def _spellings() -> dict[str, str]:
    """British and American pairs that no rule makes, either to the first of its line."""
    pairs: dict[str, str] = {}
    for line in word_lines("en/audit/spelling.txt"):
        first, *others = line.split()
        pairs.update(dict.fromkeys(others, first))
    return pairs


@cache
def aliases() -> dict[str, str]:
    """Names of one thing, as they stand in a text, to a common key: "UK", "Britain" and "British" are one."""
    found: dict[str, str] = {}
    shared: set[str] = set()  # "Korean" is of two countries, and so of none
    for file in ("demonyms", "capitals"):
        for line in word_lines(f"en/audit/{file}.txt"):
            forms = [form.strip() for form in line.split("|")]
            common = found.get(forms[0], f"={forms[0].lower()}")
            shared.update(form for form in forms if found.setdefault(form, common) != common)
    for form in shared:
        del found[form]
    return found


@cache
def abbreviations() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Abbreviations every reader knows, with the keys of what they may stand for."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in word_lines("en/audit/abbreviations_known.txt"):
        short, *fulls = (form.strip() for form in line.split("|"))
        found[short] = found.get(short, ()) + tuple(
            tuple(key(word) for word in full.lower().split()) for full in fulls
        )
    return found
