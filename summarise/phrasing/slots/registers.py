"""The word lists of slots: classes of verbs and of nouns."""

import tomllib
from functools import cache

from ...resources import data_file


@cache
def verb_classes() -> dict[str, frozenset[str]]:
    """The classes of data/en/verbs.toml, by name; a verb with a particle is written "lay off"."""
    return _classes("en/verbs.toml")


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """The classes of data/en/headline_nouns.toml, by name."""
    return _classes("en/headline_nouns.toml")


def _classes(path: str) -> dict[str, frozenset[str]]:
    raw = tomllib.loads(data_file(path).read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in raw.items()}


# Base forms that the lemmatizer gets wrong.
_MISREAD = {"fin": "fine"}


def base_form(lemma: str) -> str:
    """The base form of a verb by its lemma."""
    return _MISREAD.get(lemma, lemma)


EVENTS = noun_classes()["event"]
"""Nouns of what happens: an attack, a crash, an earthquake."""
