"""Options that several commands share, and the style that they make together."""

from pathlib import Path
from typing import Annotated

import typer

from summarise.model import Style
from summarise.settings import load_style
from summarise.writing import FORMATS, SUFFIXES

_STYLE = "Style"


def _known_format(name: str | None) -> str | None:
    if name is not None and name not in FORMATS:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(FORMATS)}.")
    return name


File = Annotated[str, typer.Argument(metavar="FILE|-", help='Article to read; "-" is standard input.')]
Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]
Format = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="|".join(FORMATS), callback=_known_format, help="Output format."),
]
StyleFile = Annotated[
    Path | None,
    typer.Option(
        "--style",
        metavar="FILE.toml",
        help=r"Settings; without it, [tool.summarise] of the nearest pyproject.toml. Options win over it.",
        rich_help_panel=_STYLE,
    ),
]
Sentences = Annotated[
    int | None, typer.Option("--sentences", min=1, help="Sentences in the extract.", rich_help_panel=_STYLE)
]
Bullets = Annotated[
    int | None, typer.Option("--bullets", min=0, help="Most bullets.", rich_help_panel=_STYLE)
]
MaxHeadline = Annotated[
    int | None,
    typer.Option("--max-headline", min=20, help="Longest headline, in characters.", rich_help_panel=_STYLE),
]
Ranker = Annotated[
    str | None,
    typer.Option("--ranker", metavar="NAME", help="What ranks the sentences.", rich_help_panel=_STYLE),
]
Templates = Annotated[
    Path | None,
    typer.Option(
        "--templates",
        metavar="DIR",
        help="Folder of headline templates to use beside the shipped ones.",
        rich_help_panel=_STYLE,
    ),
]


def style_of(
    file: Path | None,
    *,
    sentences: int | None = None,
    bullets: int | None = None,
    max_headline: int | None = None,
    ranker: str | None = None,
    templates: Path | None = None,
) -> Style:
    """The style of the style file and the options.

    Raises:
        StyleError: a setting has a name or a value that does not exist.
    """
    from summarise.ranking import NAMES

    return load_style(
        file,
        **NAMES,
        summary_sentences=sentences,
        max_bullets=bullets,
        max_headline_chars=max_headline,
        ranker=ranker,
        templates=templates,
    )


def format_of(format: str | None, output: Path | None, default: str) -> str:
    """The format asked for, else the one that the output file's suffix stands for, else the default."""
    if format is not None:
        return format
    named = {suffix: name for name, suffix in SUFFIXES.items()}
    return named.get(output.suffix.lower(), default) if output else default
