"""The words that edits are made of, read from `register.toml`."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_PATH = Path(__file__).with_name("register.toml")


@cache
def register() -> dict[str, Any]:
    """The whole register."""
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


def words(name: str, by: str | None = None) -> list[str]:
    """The words of a list that is written as one string, parted by spaces or by a mark, also of "table.key"."""
    entry: Any = register()
    for part in name.split("."):
        entry = entry[part]
    return [" ".join(phrase.split()) for phrase in str(entry).split(by)]


def either(name: str) -> str:
    """The phrases of a list that commas part, as alternatives of a pattern, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(words(name, by=","), key=len, reverse=True))
