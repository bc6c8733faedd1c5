"""The fitted weights of a profile: a TOML file of data/en/ranking, checked and put in order.

The files are written by training/rank.py. Each weight stands on a line of its own with its
meaning beside it, so that an editor can read why a sentence was taken, and change it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import isfinite
from pathlib import Path
from typing import Any

from summarise.errors import StyleError
from summarise.ranking.features import FEATURES
from summarise.ranking.importance import CAPITAL, COMMON, FIRST, FLAGS, PART, TIMES, WordWeights
from summarise.ranking.terms import FUNCTION_WORDS
from summarise.resources import data_file

IMPORTANCE: dict[str, str] = {
    "mass": "importance of its terms, added up",
    "mass_squares": "squares of the importance of its terms, added up",
}
"""What a sentence draws from word importance, each with its meaning."""

EXTRACT: dict[str, str] = {
    "words": "words of the extract, of what is usual for so many sentences",
    "words_squared": "the square of that",
    "adjacent": "pairs of sentences that are neighbours in the story",
    "cover": "importance of the terms that the extract has, each counted once",
    "cover_squares": "squares of that importance, each counted once",
}
"""What is weighed about an extract as a whole, each with its meaning."""

USUAL_WORDS = 70 / 3
"""Words of a sentence that is neither long nor short: three of them make an extract of 70."""

CLASSES: dict[str, int] = {
    "times": len(TIMES) + 1,
    "first": len(FIRST) + 1,
    "part": len(PART) + 1,
    "common": len(COMMON) + 1,
    "capital": len(CAPITAL) + 1,
}
SCALES = ("taken_up", "rare_and_frequent")


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights of one profile.

    Attributes:
        name: the profile.
        sentence: one for each of FEATURES.
        functions: one for each of FUNCTION_WORDS.
        importance: one for each of IMPORTANCE.
        extract: one for each of EXTRACT.
        words: the tables of word importance.
    """

    name: str
    sentence: tuple[float, ...]
    functions: tuple[float, ...]
    importance: tuple[float, ...]
    extract: tuple[float, ...]
    words: WordWeights


@cache
def load_weights(path: str | Path) -> Weights:
    """The weights of a file; a bare name such as "news" is one of those that ship.

    Raises:
        StyleError: the file is not there or no TOML, or a weight is missing, unknown or no number.
    """
    file = weights_file(path)
    try:
        document = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise StyleError(f"cannot be read: {error.strerror or error}", place=str(path)) from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise StyleError(f"is no file of weights: {error}", place=str(path)) from None
    return weights_of(document, name=file.stem, place=str(path))


def weights_file(path: str | Path) -> Path:
    """The file itself, or the one that ships for a bare name such as "news"."""
    return Path(path) if str(path).endswith(".toml") else data_file(f"en/ranking/{path}.toml")


def weights_of(document: Mapping[str, Any], *, name: str, place: str) -> Weights:
    """The weights in the tables of a document; see `load_weights`."""
    words = document.get("words")
    if not isinstance(words, dict):
        raise StyleError("has no table [words]", place=place, hint="fit it with training/rank.py")
    tables = {key: _row(words.get(key), size, f"words.{key}", place) for key, size in CLASSES.items()}
    singles = {key: value for key, value in words.items() if key not in CLASSES}
    named = _table(
        singles, {"base": "", **dict.fromkeys(SCALES, ""), **dict.fromkeys(FLAGS, "")}, "words", place
    )
    return Weights(
        name=name,
        sentence=tuple(_table(document.get("sentence"), FEATURES, "sentence", place).values()),
        functions=tuple(
            _table(document.get("functions"), dict.fromkeys(FUNCTION_WORDS, ""), "functions", place).values()
        ),
        importance=tuple(_table(document.get("importance"), IMPORTANCE, "importance", place).values()),
        extract=tuple(_table(document.get("extract"), EXTRACT, "extract", place).values()),
        words=WordWeights(
            base=named["base"],
            times=tables["times"],
            first=tables["first"],
            part=tables["part"],
            common=tables["common"],
            capital=tables["capital"],
            flags={key: named[key] for key in FLAGS},
            taken_up=named["taken_up"],
            rare_and_frequent=named["rare_and_frequent"],
        ),
    )


def _table(given: Any, wanted: Mapping[str, str], name: str, place: str) -> dict[str, float]:
    """The numbers of a table in the order of `wanted`."""
    given = given if isinstance(given, dict) else {}
    for key in (*wanted, *given):
        if key not in wanted:
            raise StyleError(f"[{name}] has an unknown weight {key!r}", place=place)
        if not _is_number(given.get(key)):
            raise StyleError(
                f"[{name}] has no number for {key!r}", place=place, hint="fit it with training/rank.py"
            )
    return {key: float(given[key]) for key in wanted}


def _row(given: Any, size: int, name: str, place: str) -> tuple[float, ...]:
    if not isinstance(given, list) or len(given) != size or not all(map(_is_number, given)):
        raise StyleError(f"{name} is not a row of {size} numbers", place=place)
    return tuple(map(float, given))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
