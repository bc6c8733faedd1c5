"""Results on stdout: handsome on a terminal, plain and whole everywhere else."""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from summarise.model import plain
from summarise.writing import printable, write_file


def show(text: str, output: Path | None = None) -> None:
    """Write a result to a file, or to stdout.

    Raises:
        WriteError: the file cannot be written.
    """
    if output is not None:
        write_file(output, text)
        return
    sys.stdout.write(text)
    # At once, so that a closed pipe is noticed here and not when the program ends.
    sys.stdout.flush()


def show_json(value: Any) -> None:
    """Write a result as JSON, like `Digest.to_json` does."""
    show(json.dumps(plain(value), ensure_ascii=False, indent=2) + "\n")


def show_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numbers: Iterable[str] = (),
    title: str | None = None,
) -> None:
    """Write a table: drawn on a terminal; elsewhere tab-separated, a line each, nothing cut.

    Args:
        columns: the heads.
        rows: the cells; white space within a cell becomes single spaces.
        numbers: heads of the columns to align to the right.
        title: for the terminal only.
    """
    cells = [[printable(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        show("".join("\t".join(line) + "\n" for line in [columns, *cells]))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left")
    right = set(numbers)
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left", overflow="fold")
    for line in cells:
        # Text from articles is no markup: "[red]" stays what it is.
        table.add_row(*line)
    Console(markup=False, highlight=False, emoji=False).print(table)


def show_line(*parts: tuple[str, str]) -> None:
    """Write a line of parts, each with its rich style, which only a terminal shows."""
    text = "".join(part for part, _ in parts)
    if not sys.stdout.isatty():
        show(f"{text}\n")
        return
    from rich.console import Console
    from rich.text import Text

    Console(soft_wrap=True, highlight=False).print(Text.assemble(*parts))


def say(message: str) -> None:
    """Write a line to stderr, for the person at the keyboard."""
    print(f"summarise: {printable(message)}", file=sys.stderr)
