"""Which word of a line is a verb: told from word lists, endings and the words beside it. No parser.

Where a word may be a noun as well ("claims", "record"), it is a verb only if its neighbours leave no doubt.
"""

import tomllib
from dataclasses import dataclass
from functools import cache

from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.tokens import Line
from summarise.resources import data_file

_DETERMINERS = word_class("nouns", "determiners")
_NOT_PRONOUN_BEFORE = frozenset({"who", "which", "that", "it", "he", "she"})
_WORD_LISTS = (
    "not_past", "not_ing", "measuring", "taking_time", "modals", "do", "have", "be", "becoming",
)  # fmt: skip
_PREPOSITIONS = frozenset(
    {"of", "in", "by", "with", "for", "from", "at", "on", "into", "than", "under", "per", "as"}
)


@dataclass(frozen=True, slots=True)
class Verbs:
    """Forms of verbs: base → base, "rises" → "rise", "rose" → "rise", "risen" → "rise"."""

    base: frozenset[str]
    third: dict[str, str]
    past: dict[str, str]
    participle: dict[str, str]
    not_past: frozenset[str]
    not_ing: frozenset[str]
    measuring: frozenset[str]
    taking_time: frozenset[str]
    modals: frozenset[str]
    do: frozenset[str]
    have: frozenset[str]
    be: frozenset[str]
    becoming: frozenset[str]

    @property
    def auxiliaries(self) -> frozenset[str]:
        """Words that stand before a main verb."""
        return self.modals | self.do | self.have | self.be


@cache
def verbs() -> Verbs:
    """The data file of verb forms, read once."""
    table = tomllib.loads(data_file("en/verb_forms.toml").read_text(encoding="utf-8"))
    past: dict[str, str] = {}
    participle: dict[str, str] = {}
    bases = set(table["regular"])
    for entry in table["irregular"]:
        base, one, other = entry.split()
        bases.add(base)
        past[one] = base
        participle[other] = base
    return Verbs(
        base=frozenset(bases),
        third={_third(base): base for base in bases},
        past=past,
        participle=participle,
        **{name: frozenset(table[name]) for name in _WORD_LISTS},
    )


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{base}es"
    if base.endswith("y") and base[-2] not in "aeou":
        return f"{base[:-1]}ies"
    return f"{base}s"


@cache
def auxiliaries() -> frozenset[str]:
    """Words that stand before a main verb ("could", "were", "has")."""
    return verbs().auxiliaries


def is_past(word: str) -> bool:
    """Whether a lower-case word has the form of a past tense or a past participle."""
    known = verbs()
    if word in known.past or word in known.participle:
        return True
    return len(word) > 3 and word.endswith("ed") and word not in known.not_past


def lemma(word: str) -> str:
    """A verb's base form as far as the lists tell it, else the word without its ending."""
    known = verbs()
    for table in (known.past, known.participle, known.third):
        if word in table:
            return table[word]
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word:
            for base in (stem, f"{stem}e", stem[:-1]):
                if base in known.base or base in known.measuring:
                    return base
            return stem
    return word


def is_verb(line: Line, at: int) -> bool:
    """Whether the word at `at` is the main verb of a clause or phrase; auxiliaries before it are none."""
    token, known = line[at], verbs()
    word = token.lower
    if (
        token.kind != "word"
        or (token.text[0].isupper() and at > 0)
        or (line[at - 1].text == "-" and line.glued(at))
    ):
        return False
    before = line[at - 1].lower if at else ""
    while before.endswith("ly") and at > 1:
        at -= 1
        before = line[at - 1].lower
    if word in known.base or word in known.measuring:
        led = before in ("to", "not", "n't") or before in known.modals or before in known.do
        if led:
            return before != "to" or not line[at - 2].lower.endswith(("ly", "close"))
    if before in _DETERMINERS or before in _PREPOSITIONS or before.endswith(("'s", "’s")):
        # "by raising", "of killing"; but "a wounded man"
        return word.endswith("ing") and before in _PREPOSITIONS and _is_ing(word)
    if is_past(word):
        return before not in known.modals and before not in ("to", "very", "more", "most")
    if word.endswith("ing"):
        return _is_ing(word)
    if word in known.third:
        if before in _NOT_PRONOUN_BEFORE:
            return True
        return _opens_object(line, at) and line[at - 1].kind == "word"
    return False


def _is_ing(word: str) -> bool:
    return len(word) > 4 and word not in verbs().not_ing


def _opens_object(line: Line, at: int) -> bool:
    """Whether an object or a preposition follows: "costs the firm", "employs about 20"; no noun then."""
    following = line[at + 1]
    return (
        following.kind == "number"
        or following.text in ("$", "£", "€")
        or following.lower in _DETERMINERS
        or following.lower in lexicon().cardinals
        or lexicon().cues_before.after(line, at + 1) is not None
        or following.lower in ("to", "that", "some", "nearly", "almost", "around", "about", "at", "between")
    )


def is_finite(line: Line, at: int) -> bool:
    """Whether the word at `at` begins the predicate of a clause: "was", "could", "rose", "costs the"."""
    word = line[at].lower
    known = verbs()
    if (
        word in known.be - {"be", "been", "being"}
        or word in known.have
        or word in known.modals
        or word in known.do
    ):
        return line[at].text.islower()
    return not word.endswith("ing") and line[at - 1].lower != "to" and is_verb(line, at)


def is_content(word: str) -> bool:
    """Whether a lower-case word is no function word."""
    return word not in words("figure_function_words")
