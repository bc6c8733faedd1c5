"""A `Style` from a file and from single settings, every mistake named with its place.

A style file is TOML: either `[tool.summarise]` of a pyproject.toml, or a file of
its own with the same keys at the top level.

    summary_sentences = 3
    max_bullets = 4
    ranker = "lex-rank"

Keys are the names of `Style`'s fields; a dash may stand for the underscore.
A relative `templates` folder, and a .toml file named by `profile` or `house`, are taken from the file's own folder.
"""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import asdict, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypedDict

from summarise.errors import StyleError
from summarise.model import Style
from summarise.resources import house_files

_TABLE = "[tool.summarise]"


class Names(TypedDict):
    """The names that settings may give, by the argument of `check_style` that wants them."""

    rankers: Collection[str]
    profiles: Collection[str]
    trims: Collection[str]


# Settings that may be left open.
_OPEN = (
    "summary_sentences", "summary_words", "summary_characters", "summary_share", "max_headline_chars", "templates",
)  # fmt: skip

# The smallest value that makes sense; the largest is whatever the article can give.
_LEAST: dict[str, int] = {
    "summary_sentences": 1,
    "summary_words": 1,
    "summary_characters": 2,  # one and an ellipsis
    "max_bullets": 0,
    "max_headline_chars": 20,
    "alternatives": 1,
    "key_figures": 0,
}


def load_style(
    file: str | Path | None = None,
    *,
    folder: str | Path = ".",
    rankers: Collection[str] = (),
    profiles: Collection[str] = (),
    trims: Collection[str] = (),
    **settings: Any,
) -> Style:
    """The style that a file and single settings ask for; what neither names keeps its default.

    Args:
        file: a style file; without it, the nearest pyproject.toml at or above `folder` that has
            a `[tool.summarise]` table, if any.
        folder: where that search begins.
        rankers, profiles, trims: the names `ranker`, `profile` and `trim` may have; empty leaves
            them unchecked.
        settings: fields of `Style` that win over the file; None means not given.

    Raises:
        StyleError: the file is missing or no TOML, or a key or value does not exist.
    """
    path = Path(file) if file is not None else find_style_file(folder)
    names: Names = {"rankers": rankers, "profiles": profiles, "trims": trims}
    style = Style() if path is None else _from_file(path, names)
    given = {key: value for key, value in settings.items() if value is not None}
    return check_style(_apply(style, given, place=None), **names) if given else style


def find_style_file(folder: str | Path = ".") -> Path | None:
    """The nearest pyproject.toml at or above `folder` with a `[tool.summarise]` table, None if there is none.

    Raises:
        StyleError: a pyproject.toml on the way is not valid TOML.
    """
    start = Path(folder).absolute()
    for place in (start, *start.parents):
        path = place / "pyproject.toml"
        if path.is_file() and _own_table(_read_toml(path)) is not None:
            return path
    return None


def check_style(
    style: Style,
    *,
    place: str | None = None,
    rankers: Collection[str] = (),
    profiles: Collection[str] = (),
    trims: Collection[str] = (),
) -> Style:
    """The style itself, if every value is of the right type and in range.

    Args:
        style: what to check.
        place: the file it came from, for the message.
        rankers, profiles, trims: the names `ranker`, `profile` and `trim` may have; empty leaves
            them unchecked.

    Raises:
        StyleError: a value is not; it says which and what is allowed.
    """
    for key, value in asdict(style).items():
        if value is None and key in _OPEN:
            continue
        if key in _LEAST:
            _check_count(key, value, place)
        elif key == "summary_share":
            _check_share(value, place)
        elif key == "min_confidence":
            _check_confidence(value, place)
        elif key == "trim":
            if not isinstance(value, tuple | list) or not all(isinstance(name, str) for name in value):
                shown = list(value) if isinstance(value, tuple) else _shown(value)
                raise StyleError(f"trim = {shown} is not a list of names", place=place)
        elif not isinstance(value, str):
            raise StyleError(f"{key} = {_shown(value)} is not a text", place=place)
    _check_name("ranker", style.ranker, rankers, place)
    if style.profile.endswith(".toml"):
        if not Path(style.profile).is_file():
            raise StyleError(f'profile = "{style.profile}" is not a file', place=place)
    else:
        _check_name("profile", style.profile, profiles, place, hint=" or a .toml file of weights")
    if style.house.endswith(".toml"):
        if not Path(style.house).is_file():
            raise StyleError(f'house = "{style.house}" is not a file', place=place)
    else:
        _check_name("house", style.house, house_files(), place, hint=" or a .toml file")
    for name in style.trim:
        _check_name("trim", name, trims, place)
    if style.templates is not None and not Path(style.templates).is_dir():
        raise StyleError(f'templates = "{style.templates}" is not a folder', place=place)
    return style


def _check_name(kind: str, name: str, names: Collection[str], place: str | None, hint: str = "") -> None:
    if names and name not in names:
        raise StyleError(
            f'there is no {kind} "{name}"',
            place=place,
            hint=f"{_did_you_mean(name, names)}{kind}s: {', '.join(sorted(names))}{hint}",
        )


def _from_file(path: Path, names: Names) -> Style:
    document = _read_toml(path)
    own = _own_table(document)
    if own is None and path.name == "pyproject.toml":
        raise StyleError(f"has no {_TABLE} table", place=str(path))
    place = str(path) if own is None else f"{path}, {_TABLE}"
    style = _apply(Style(), document if own is None else own, place=place)
    if style.templates is not None:
        style = replace(style, templates=str(path.parent / style.templates))
    if isinstance(style.profile, str) and style.profile.endswith(".toml"):
        style = replace(style, profile=str(path.parent / style.profile))
    if isinstance(style.house, str) and style.house.endswith(".toml"):
        style = replace(style, house=str(path.parent / style.house))
    return check_style(style, place=place, **names)


def read_toml(path: Path, what: str) -> tuple[str, dict[str, Any]]:
    """The text of a TOML file and what it holds.

    Args:
        path: the file.
        what: what it is, for the message: "style file".

    Raises:
        StyleError: it is missing, cannot be read or is no TOML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        return text, tomllib.loads(text)
    except FileNotFoundError:
        raise StyleError(f"there is no such {what}", place=str(path)) from None
    except OSError as error:
        raise StyleError(f"cannot be read: {error.strerror or error}", place=str(path)) from None
    except UnicodeDecodeError:
        raise StyleError("is not UTF-8 text", place=str(path)) from None
    except tomllib.TOMLDecodeError as error:
        raise StyleError(f"is not valid TOML: {error}", place=str(path)) from None


def _read_toml(path: Path) -> dict[str, Any]:
    return read_toml(path, "style file")[1]


def _own_table(document: Mapping[str, Any]) -> Mapping[str, Any] | None:
    tool = document.get("tool")
    own = tool.get("summarise") if isinstance(tool, dict) else None
    return own if isinstance(own, dict) else None


def _apply(style: Style, settings: Mapping[str, Any], *, place: str | None) -> Style:
    known = [f.name for f in fields(Style)]
    changes: dict[str, Any] = {}
    for written, value in settings.items():
        key = written.replace("-", "_")
        if key not in known:
            raise StyleError(
                f'there is no setting "{written}"',
                place=place,
                hint=f"{_did_you_mean(key, known)}settings: {', '.join(known)}",
            )
        if key in changes:
            raise StyleError(f'the setting "{key}" is given twice', place=place)
        if key == "templates" and not isinstance(value, str | Path):
            raise StyleError(f"templates = {_shown(value)} is not a text", place=place)
        changes[key] = _as_field(key, value)
    return replace(style, **changes)


def _as_field(key: str, value: object) -> object:
    if key == "templates":
        return str(value)
    return tuple(value) if key == "trim" and isinstance(value, list) else value


def _check_share(value: object, place: str | None) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise StyleError(f"summary_share = {_shown(value)} is not a number", place=place)
    if not 0 < value <= 1:
        raise StyleError(f"summary_share = {value} is out of range", place=place, hint="above 0 and up to 1")


def _check_confidence(value: object, place: str | None) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise StyleError(f"min_confidence = {_shown(value)} is not a number", place=place)
    if not 0 <= value <= 1:
        raise StyleError(f"min_confidence = {value} is out of range", place=place, hint="from 0 to 1")


def _check_count(key: str, value: object, place: str | None) -> None:
    least = _LEAST[key]
    # bool is an int in Python, but "max_bullets = true" is a slip of the pen.
    if isinstance(value, bool) or not isinstance(value, int):
        raise StyleError(f"{key} = {_shown(value)} is not a whole number", place=place)
    if value < least:
        raise StyleError(f"{key} = {value} is too small", place=place, hint=f"{least} or more")


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def _did_you_mean(word: str, known: Collection[str]) -> str:
    near = get_close_matches(word, sorted(known), n=1)
    return f'did you mean "{near[0]}"? ' if near else ""
