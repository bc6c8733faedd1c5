"""What the files of `data/en/mentions` say of words, read once."""

import tomllib
from functools import cache
from typing import Literal

from ...resources import data_file, word_lines, word_list

Sex = Literal["he", "she"]


@cache
def _table(name: str) -> dict[str, frozenset[str]]:
    raw = tomllib.loads(data_file(f"en/mentions/{name}").read_text(encoding="utf-8"))
    return {key: frozenset(words.split()) for key, words in raw.items()}


@cache
def titles() -> frozenset[str]:
    """Words before a name that are no part of it, in lower case."""
    return frozenset().union(*_table("titles.toml").values())


@cache
def kept_titles() -> frozenset[str]:
    """Titles without which their bearers are not called: "Prince Harry"."""
    return _table("titles.toml")["kept"]


def sex_of_title(word: str) -> Sex | None:
    """What a title or a noun tells of its bearer, None if it may be either."""
    low = word.lower().rstrip(".")
    for file in ("titles.toml", "person_nouns.toml"):
        table = _table(file)
        if low in table["he"]:
            return "he"
        if low in table["she"]:
            return "she"
    return None


def sex_of_name(word: str) -> Sex | None:
    """What a first name tells of its bearer."""
    table = _table("first_names.toml")
    word = word.split("-")[0]
    return "he" if word in table["he"] else "she" if word in table["she"] else None


@cache
def first_names() -> frozenset[str]:
    """Words known as first names."""
    table = _table("first_names.toml")
    return table["he"] | table["she"] | word_list("en/first_names.txt")


@cache
def plain_people() -> frozenset[str]:
    """Nouns that news puts for a person whom it has just named."""
    return _table("person_nouns.toml")["plain"]


@cache
def offices() -> frozenset[str]:
    """Nouns for persons that stand for a name only if it was called so before."""
    return _table("person_nouns.toml")["office"]


@cache
def described_nouns() -> frozenset[str]:
    """Nouns for persons that, with a word before them, say who a name is that was called nothing so far."""
    return _table("person_nouns.toml")["described"]


@cache
def other_offices(noun: str) -> frozenset[str]:
    """What somebody may have been called whom news then calls by `noun`: the minister a secretary."""
    return _table("offices.toml").get(noun, frozenset())


@cache
def person_nouns() -> frozenset[str]:
    """Every singular noun for a person."""
    table = _table("person_nouns.toml")
    # "chief" and "secretary" are, "group" and "people" are not.
    singular = {w for w in word_list("en/people.txt") if not w.endswith("s") or w in {"boss", "actress"}}
    plural = {"men", "women", "people", "gunmen", "children", "police", "family", "couple"}
    return word_list("en/person_nouns.txt") | frozenset().union(*table.values()) | (singular - plural)


@cache
def organisation_nouns() -> dict[str, str]:
    """Common nouns for organisations, each with its kind: "business", "sport", "public", "civic"."""
    raw = tomllib.loads(data_file("en/mentions/organisation_nouns.toml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for kind, words in raw.items():
        for word in f"{words['wide']} {words['narrow']}".split():
            found.setdefault(word, kind)
    return found


@cache
def wide_nouns() -> dict[str, frozenset[str]]:
    """Nouns that may be put for any organisation of some kinds: "group" -> business, civic."""
    raw = tomllib.loads(data_file("en/mentions/organisation_nouns.toml").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for kind, words in raw.items():
        for word in words["wide"].split():
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def organisation_words() -> dict[str, str]:
    """Words in a name that make it an organisation, with what it may be called ("" for nothing)."""
    lines = (line.partition("|") for line in word_lines("en/mentions/organisation_words.txt"))
    return {word.strip(): noun.strip() for word, _, noun in lines}


@cache
def places() -> frozenset[str]:
    """Countries, regions and big cities, short forms in capitals as well."""
    capitals = (form for line in _gazetteer() for form in line[1:] if form.isupper())
    return frozenset([*(line[0] for line in _gazetteer()), *capitals])


@cache
def demonyms() -> frozenset[str]:
    """Adjectives and inhabitants of places, in no other use a name: "French", "Danes"."""
    names = {line[0] for line in _gazetteer()}
    forms = {form for line in _gazetteer() for form in line[1:]}
    return frozenset(form for form in forms - names if not form.isupper() and " " not in form)


@cache
def _gazetteer() -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(form.strip() for form in line.split("|")) for line in word_lines("en/audit/demonyms.txt")
    )


def stands_apart(word: str) -> bool:
    """Whether "the ... firm" with this word is another one or one of many."""
    return word in word_list("en/mentions/never_definites.txt")


def acts(lemma: str) -> bool:
    """Whether only organisations, states and persons do what a verb says."""
    return lemma in word_list("en/mentions/agent_verbs.txt")


@cache
def media() -> frozenset[str]:
    """Papers, agencies and channels that news cites."""
    return word_list("en/mentions/media.txt")
