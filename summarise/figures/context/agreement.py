"""Who a pronoun can mean."""

from summarise.figures.context.naming import PERSONAL, slice_of
from summarise.figures.lexicon import word_class, words
from summarise.figures.nouns.phrases import is_plural
from summarise.figures.tokens import Line
from summarise.resources import word_list

_BODIES = word_class("context", "bodies")
HE = frozenset({"mr", "sir", "lord", "mr."})
SHE = frozenset({"mrs", "ms", "miss", "lady", "dame"})


def agrees(pronoun: str, named: str) -> bool:
    """Whether a pronoun can mean the one who is named so."""
    if pronoun not in PERSONAL or not named or named.lower() in PERSONAL:
        return False
    parts = named.split()
    last = parts[-1].lower()
    body = last in _BODIES or (len(named) > 1 and named.isupper())
    many = last in words("people_nouns") or (
        is_plural(last) and (last == named.lower() or parts[-1][0].islower())
    )
    if pronoun == "they":
        return many or body
    if pronoun == "it":
        person = (
            parts[0].lower() in HE | SHE
            or parts[0] in word_list("en/first_names.txt")
            or last in words("person_nouns")
        )
        return not many and not person
    if (
        body
        or many
        or (parts[0].lower() in HE and pronoun == "she")
        or (parts[0].lower() in SHE and pronoun == "he")
    ):
        return False
    return any(letter.isupper() for letter in parts[-1]) or is_person(last)


def is_person(word: str) -> bool:
    """Whether a lower-case word names one person: "engineer", "spokeswoman"."""
    return word in words("person_nouns") or word.endswith(("man", "woman"))


def introduced(line: Line) -> str:
    """The last person whom a line introduces: by an age behind the name ("Ana Reed, 34,") or by "by Ana Reed,"."""
    for at in range(len(line) - 1, 0, -1):
        if line[at].text != ",":
            continue
        start = at
        while (
            start > 0
            and at - start < 4
            and line[start - 1].kind == "word"
            and line[start - 1].text[0].isupper()
        ):
            start -= 1
        aged = line[at + 1].kind == "number" and line[at + 2].text in (",", ".")
        if at - start > 1 and (aged or line[start - 1].lower == "by"):
            return slice_of(line, (start, at))
    return ""
