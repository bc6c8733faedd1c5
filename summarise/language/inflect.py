"""The only door to lemminflect: forms of verbs for headlines."""

from functools import cache

# Verbs whose wanted form the statistical inflector gets wrong or gives as a variant.
_IRREGULAR = {
    ("be", "VBZ"): "is",
    ("be", "VBP"): "are",
    ("have", "VBZ"): "has",
    ("have", "VBP"): "have",
    ("do", "VBZ"): "does",
    ("do", "VBP"): "do",
    ("wound", "VBZ"): "wounds",
    ("found", "VBZ"): "founds",
    ("focus", "VBZ"): "focuses",
    ("lie", "VBZ"): "lies",
}


@cache
def inflect(lemma: str, tag: str) -> str:
    """A verb's form for a Penn Treebank tag: `inflect("launch", "VBZ") == "launches"`."""
    irregular = _IRREGULAR.get((lemma, tag))
    if irregular:
        return irregular
    if tag in ("VB", "VBP"):
        return lemma
    from lemminflect import getInflection

    forms = getInflection(lemma, tag=tag)
    return str(forms[0]) if forms else lemma


@cache
def is_known_plural(word: str) -> bool:
    """Whether the dictionary has a word as the plural of another: dogs, not Paris or Reuters."""
    from lemminflect import getAllLemmas

    lemmas = getAllLemmas(word.lower(), upos="NOUN").get("NOUN", ())
    return bool(lemmas) and word.lower() not in lemmas


@cache
def is_known_word(word: str) -> bool:
    """Whether the dictionary has a word in lower case, other than as a name: "ship", "sailed", not "Novaplasm"."""
    from lemminflect import getAllLemmas

    return any(sort != "PROPN" for sort in getAllLemmas(word.lower()))


@cache
def may_be_verb(word: str) -> bool:
    """Whether the dictionary has a word as a form of a verb: "beat", "named", not "goalkeeper"."""
    from lemminflect import getAllLemmas

    return "VERB" in getAllLemmas(word.lower())


def present(lemma: str, plural: bool) -> str:
    """Third person present: `present("launch", False) == "launches"`."""
    return inflect(lemma, "VBP" if plural else "VBZ")


def participle(lemma: str) -> str:
    """Past participle: `participle("strike") == "struck"`."""
    return inflect(lemma, "VBN")
