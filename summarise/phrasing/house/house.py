"""What a house style is, and reading one from its file.

A house is TOML with the names of `House`'s fields as keys; what it does not name is
as in "plain". `like = "uk-web"` begins with another shipped house instead.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from ...errors import StyleError
from ...model import Style
from ...resources import house_files
from ...settings import read_toml

PLAIN = "plain"
LIKE = "like"
AS_SOURCE = "as source"
_SHORTEST = 20

CHOICES: dict[str, tuple[str, ...]] = {
    "spelling": (AS_SOURCE, "uk", "us"),
    "case": ("sentence", "title"),
    "attribution": ("says behind", "colon front", "colon behind"),
    "quotation_marks": (AS_SOURCE, "double", "single"),
    "dash": (AS_SOURCE, "en", "em"),
    "numerals": (AS_SOURCE, "digits", "words under ten"),
    "opening": ("like the others", "word"),
    "thousands": (AS_SOURCE, "comma"),
    "scales": ("money", "all"),
    "million": (AS_SOURCE, "m", "M", "million"),
    "billion": (AS_SOURCE, "bn", "B", "billion"),
    "trillion": (AS_SOURCE, "tn", "T", "trillion"),
    "thousand": (AS_SOURCE, "k", "K"),
    "percent": (AS_SOURCE, "%", "percent", "per cent"),
    "rounding": ("off", "more than"),
    "rounding_of": ("counts", "counts and money"),
}
"""The settings that take one of a few values, each with those; the first is that of "plain"."""


@dataclass(frozen=True, slots=True)
class House:
    """How the headlines of a newsroom look. The values of each setting are in `CHOICES`.

    Attributes:
        name: that of its file, or the path of a user's own.
        about: what it is, in one line.
        most: characters that a headline must not go beyond.
        spelling: of words that British and American English write differently.
        case: "Fire kills three" or "Fire Kills Three".
        attribution: "..., police say", "Police: ..." or "...: police".
        quotation_marks, dash: which of their forms.
        numerals: of small whole numbers, in digits or words; `opening`: of the one a headline begins with.
        thousands: whether a comma parts them.
        scales: whether the next three are for money alone or for counts as well.
        million, billion, trillion: how they are written behind digits.
        thousand: how thousands of money are written.
        percent: how it is written behind digits.
        rounding: whether 1,066 may be "more than 1,000"; `rounding_of`: what may be rounded.
    """

    name: str = PLAIN
    about: str = ""
    most: int = 110
    spelling: str = AS_SOURCE
    case: str = "sentence"
    attribution: str = "says behind"
    quotation_marks: str = AS_SOURCE
    dash: str = AS_SOURCE
    numerals: str = AS_SOURCE
    opening: str = "like the others"
    thousands: str = AS_SOURCE
    scales: str = "money"
    million: str = AS_SOURCE
    billion: str = AS_SOURCE
    trillion: str = AS_SOURCE
    thousand: str = AS_SOURCE
    percent: str = AS_SOURCE
    rounding: str = "off"
    rounding_of: str = "counts"

    @property
    def changes_nothing(self) -> bool:
        """Whether every line is as it should be before it is looked at."""
        return all(getattr(self, key) == values[0] for key, values in CHOICES.items())


def load_house(name: str) -> House:
    """The house of that name, or of a user's file.

    Args:
        name: a name such as "uk-web", or the path of a .toml file.

    Raises:
        StyleError: there is no such house or file, or a setting in it has a name or a value that does not exist.
    """
    if name.endswith(".toml"):
        return _read(Path(name), name)
    return _shipped(name)


def settled(style: Style, house: House) -> Style:
    """The style with the length that holds: its own if it names one, else that of the house."""
    return style if style.max_headline_chars is not None else replace(style, max_headline_chars=house.most)


@cache
def _shipped(name: str) -> House:
    files = house_files()
    if name not in files:
        hint = f"{_did_you_mean(name, tuple(files))}houses: {', '.join(files)} or a .toml file"
        raise StyleError(f'there is no house "{name}"', hint=hint)
    return _read(files[name], name)


def _read(path: Path, name: str) -> House:
    text, document = read_toml(path, "file of a house")
    base = _base(document, text, path)
    settings = {key: value for key, value in document.items() if key != LIKE}
    for key, value in settings.items():
        _check(key, value, f"{path}:{_line(text, key)}")
    return replace(base, **settings | {"name": name})


def _base(document: Mapping[str, Any], text: str, path: Path) -> House:
    like = document.get(LIKE)
    if like is None:
        return House()
    place = f"{path}:{_line(text, LIKE)}"
    files = house_files()
    if like not in files:
        raise StyleError(
            f"like = {_shown(like)} is no shipped house", place=place, hint="one of " + ", ".join(files)
        )
    return replace(_shipped(like), about="")


def _check(key: str, value: object, place: str) -> None:
    known = [f.name for f in fields(House) if f.name != "name"]
    if key not in known:
        hint = f"{_did_you_mean(key, known)}settings: {', '.join([LIKE, *known])}"
        raise StyleError(f'there is no setting "{key}"', place=place, hint=hint)
    if key == "about":
        if not isinstance(value, str):
            raise StyleError(f"about = {_shown(value)} is not a text", place=place)
    elif key == "most":
        # bool is an int in Python, but "most = true" is a slip of the pen.
        if isinstance(value, bool) or not isinstance(value, int):
            raise StyleError(f"{key} = {_shown(value)} is not a whole number", place=place)
        if value < _SHORTEST:
            raise StyleError(f"{key} = {value} is too small", place=place, hint=f"{_SHORTEST} or more")
    elif value not in CHOICES[key]:
        allowed = ", ".join(f'"{choice}"' for choice in CHOICES[key])
        raise StyleError(f"{key} = {_shown(value)} does not exist", place=place, hint=f"one of {allowed}")


def _line(text: str, key: str) -> int:
    """The number of the line on which a key stands."""
    found = re.search(rf'^[ \t]*["\']?{re.escape(key)}\b', text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def _did_you_mean(word: str, known: "list[str] | tuple[str, ...]") -> str:
    near = get_close_matches(word, sorted(known), n=1)
    return f'did you mean "{near[0]}"? ' if near else ""
