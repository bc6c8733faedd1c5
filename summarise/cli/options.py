"""Options that several commands share, and the style that they make together."""

import inspect
import tomllib
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from summarise.model import Style
from summarise.ranking import AUTO, NAMES, PROFILES, RANKERS, TRIMS
from summarise.resources import house_files
from summarise.settings import load_style
from summarise.writing import FORMATS, SUFFIXES

_STYLE = "Style"
_EXTRACT = "Extract"


def _known_format(name: str | None) -> str | None:
    if name is not None and name not in FORMATS:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(FORMATS)}.")
    return name


def _listed(lines: Mapping[str, str]) -> str:
    """Names with what they are, for a help text in Markdown."""
    return "".join(f"\n- {name}: {about[:1].lower()}{about[1:].rstrip('.')}" for name, about in lines.items())


def _profiles() -> str:
    about = {name: profile.about for name, profile in PROFILES.items()}
    return _listed({AUTO: "the one that fits text and limits", **about, "FILE.toml": "your own weights"})


def _houses() -> str:
    """The shipped houses with what their files say of themselves."""
    about = {
        name: tomllib.loads(path.read_text(encoding="utf-8"))["about"] for name, path in house_files().items()
    }
    return "".join(f"\n- {name}: {line}" for name, line in {**about, "FILE.toml": "your own"}.items())


File = Annotated[str, typer.Argument(metavar="FILE|-", help='Article to read; "-" is standard input.')]
Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]
Format = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="|".join(FORMATS), callback=_known_format, help="Output format."),
]

_StyleFile = Annotated[
    Path | None,
    typer.Option(
        "--style",
        metavar="FILE.toml",
        help="Settings; without it, [tool.summarise] of the nearest pyproject.toml. Options win over it.",
        rich_help_panel=_STYLE,
    ),
]
_Sentences = Annotated[
    int | None,
    typer.Option(
        "--sentences",
        min=1,
        metavar="N",
        help="Most sentences of the extract; three if no limit is given.",
        rich_help_panel=_EXTRACT,
    ),
]
_Words = Annotated[
    int | None,
    typer.Option("--words", min=1, metavar="N", help="Most words of the extract.", rich_help_panel=_EXTRACT),
]
_Characters = Annotated[
    int | None,
    typer.Option(
        "--characters", min=2, metavar="N", help="Most characters of the extract.", rich_help_panel=_EXTRACT
    ),
]
_Share = Annotated[
    float | None,
    typer.Option(
        "--share",
        metavar="PART",
        help="Most of the article's words, above 0 and up to 1: 0.2 is a fifth.",
        rich_help_panel=_EXTRACT,
    ),
]
_Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME|FILE.toml",
        help=f"Weights of the ranker `news`:\n{_profiles()}",
        rich_help_panel=_EXTRACT,
    ),
]
_Ranker = Annotated[
    str | None,
    typer.Option(
        "--ranker",
        metavar="NAME",
        help=f"What ranks the sentences: {', '.join(RANKERS)}.",
        rich_help_panel=_EXTRACT,
    ),
]
_Trim = Annotated[
    list[str] | None,
    typer.Option(
        "--trim",
        metavar="NAME",
        help=(
            "What to leave out of the extract's sentences; may be repeated:\n"
            + _listed({name: trim.about for name, trim in TRIMS.items()})
        ),
        rich_help_panel=_EXTRACT,
    ),
]
_Bullets = Annotated[
    int | None, typer.Option("--bullets", min=0, metavar="N", help="Most bullets.", rich_help_panel=_STYLE)
]
_MaxHeadline = Annotated[
    int | None,
    typer.Option(
        "--max-headline",
        min=20,
        metavar="N",
        help="Longest headline, in characters; without it, that of the house.",
        rich_help_panel=_STYLE,
    ),
]
_House = Annotated[
    str | None,
    typer.Option(
        "--house",
        metavar="NAME|FILE.toml",
        help=f"House style of the headlines:\n{_houses()}",
        rich_help_panel=_STYLE,
    ),
]
_Templates = Annotated[
    Path | None,
    typer.Option(
        "--templates",
        metavar="DIR",
        help="Folder of headline templates to use beside the shipped ones.",
        rich_help_panel=_STYLE,
    ),
]

EXTRACT: Mapping[str, Any] = {
    "summary_sentences": _Sentences,
    "summary_words": _Words,
    "summary_characters": _Characters,
    "summary_share": _Share,
    "profile": _Profile,
    "ranker": _Ranker,
    "trim": _Trim,
}
"""Options about the ranking and the extract, by the setting that each stands for."""

DIGEST: Mapping[str, Any] = {
    **EXTRACT,
    "max_bullets": _Bullets,
    "max_headline_chars": _MaxHeadline,
    "house": _House,
    "templates": _Templates,
}
"""Options about the whole digest, by the setting that each stands for."""


def with_style(options: Mapping[str, Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the option --style and these options instead of its parameter `style: Style`."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def run(style_file: Path | None = None, **given: Any) -> None:
            settings = {name: given.pop(name) for name in options}
            command(**given, style=style_of(style_file, **settings))

        signature = inspect.signature(command, eval_str=True)
        own = [parameter for name, parameter in signature.parameters.items() if name != "style"]
        shared = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
            for name, kind in {"style_file": _StyleFile, **options}.items()
        ]
        # typer reads the options off the signature and the annotations.
        parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own] + shared
        run.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in parameters}
        return run

    return decorate


def style_of(file: Path | None, **settings: Any) -> Style:
    """The style of the style file and the options; None and an empty list mean not given.

    Raises:
        StyleError: a setting has a name or a value that does not exist.
    """
    given = {name: value for name, value in settings.items() if value is not None and value != []}
    return load_style(file, **NAMES, **given)


def format_of(format: str | None, output: Path | None, default: str) -> str:
    """The format asked for, else the one that the output file's suffix stands for, else the default."""
    if format is not None:
        return format
    named = {suffix: name for name, suffix in SUFFIXES.items()}
    return named.get(output.suffix.lower(), default) if output else default
