"""The program: its commands, its version, and what a mistake looks like.

Results go to stdout, everything else to stderr. Exit codes: 0 clean, 1 findings or an input that
could not be done, 2 wrong use, 130 interrupted.
"""

import sys
from typing import Annotated

import typer

from summarise import __version__
from summarise.cli import articles, audit, batch, templates
from summarise.errors import StyleError, SummariseError
from summarise.writing import printable

app = typer.Typer(
    help="Headlines, bullets, key figures and extracts from news articles, without a language model.",
    epilog="Exit codes: 0 clean, 1 findings or an input that could not be done, 2 wrong use.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(articles.digest)
app.command()(batch.batch)
app.command()(audit.audit)
app.command()(articles.figures)
app.command()(articles.rank)
app.command()(articles.compress)
app.add_typer(templates.app, name="templates")


def _show_version(asked: bool) -> None:
    if asked:
        print(f"summarise {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """The options of the program itself; what they do is done in their callbacks."""


def main() -> None:
    """Run the program with `sys.argv` and exit; a user's mistake is one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # The same bytes whatever the locale; what UTF-8 does not have is shown, not a crash.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="summarise")
    except SummariseError as error:
        print(f"summarise: {printable(str(error))}", file=sys.stderr)
        sys.exit(2 if isinstance(error, StyleError) else 1)
