"""The words of data/en/headline_bonds.toml, as sets."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from ...resources import data_file


@cache
def table(name: str) -> Mapping[str, Any]:
    """One table of the file as it is written there."""
    raw = tomllib.loads(data_file("en/headline_bonds.toml").read_text(encoding="utf-8"))
    found: Mapping[str, Any] = raw[name]
    return found


@cache
def entry(name: str, key: str) -> frozenset[str]:
    """The words of one list: `entry("denying", "nouns")`; empty if the list is not there."""
    return frozenset(table(name).get(key, "").split())
