"""A phrase of place or time, and the words that such phrases are made of."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Literal

from summarise.figures.nouns.phrases import TokenSpan
from summarise.resources import data_file


@dataclass(frozen=True, slots=True)
class Setting:
    """A phrase of place or time: its tokens with the preposition, and those that are shown.

    `owning`: it stands before what it is the time of ("Sunday's | 20 deaths").
    """

    kind: Literal["place", "time"]
    span: TokenSpan
    shown: TokenSpan
    owning: bool = False


@cache
def lists() -> dict[str, dict[str, frozenset[str]]]:
    """The data file of places and times, read once: part, name of the list, words."""
    table = tomllib.loads(data_file("en/settings.toml").read_text(encoding="utf-8"))
    return {
        part: {name: frozenset(entries) for name, entries in lists.items()} for part, lists in table.items()
    }
