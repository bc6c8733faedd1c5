"""Results on stdout: handsome on a terminal, plain and whole everywhere else."""

import json
import os
import sys
from collections.abc import Collection, Iterable, Sequence
from itertools import repeat
from pathlib import Path
from typing import Any, Literal

from summarise.model import plain
from summarise.writing import printable, write_file

_WIDEST_WORD = 14
_NARROWEST = 9  # where words are broken, if nothing else helps


def on_a_terminal() -> bool:
    """Whether a person reads stdout, not a file or another program."""
    return sys.stdout.isatty()


def coloured() -> bool:
    """Whether stdout is a terminal and nobody asked for plain text; see https://no-color.org."""
    return on_a_terminal() and not os.environ.get("NO_COLOR")


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
    numbers: Collection[str] = (),
    apart: bool = False,
    gap: int = 3,
    strong: Sequence[bool] = (),
    below: str = "",
) -> None:
    """Write a table: drawn on a terminal; elsewhere tab-separated, a line each, nothing cut.

    Args:
        columns: the heads.
        rows: the cells; white space within a cell becomes single spaces.
        numbers: heads of the columns to align to the right.
        apart: set rows of several lines apart with an empty line.
        gap: characters between columns that are drawn.
        strong: which rows to draw in bold, in the order of the rows.
        below: a line of explanation under what is drawn.
    """
    cells = [[printable(cell) for cell in row] for row in rows]
    if not on_a_terminal():
        show("".join("\t".join(line) + "\n" for line in [columns, *cells]))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console(markup=False, highlight=False, emoji=False)
    # A column with nothing in it costs room that the others need.
    kept = [i for i in range(len(columns)) if i == 0 or any(line[i] for line in cells)]
    widths = _widths([[line[i] for line in [columns, *cells]] for i in kept], console.width, gap, numbers)
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, leading=int(apart), padding=(0, gap - 2, 0, 1)
    )
    for i, width in zip(kept, widths, strict=True):
        justify: Literal["right", "left"] = "right" if columns[i] in numbers else "left"
        table.add_column(columns[i], justify=justify, overflow="fold", width=width)
    for line, bold in zip(cells, strong or repeat(False), strict=False):
        # Text from articles is no markup: "[red]" stays what it is.
        table.add_row(*(line[i] for i in kept), style="bold" if bold else None)
    # Where the terminal is too narrow, lines run over; rich would cut the last columns off.
    console.width = max(console.width, sum(widths) + gap * len(widths))
    console.print(table)
    if below:
        console.print(below, style="dim")


def _widths(columns: Sequence[Sequence[str]], room: int, gap: int, unbroken: Collection[str]) -> list[int]:
    """Widths that fit the room if they can: the widest column gives way first, down to its longest word.

    Then long words are broken, but never in the columns with the heads `unbroken`.
    """
    widths = [max(map(len, column)) for column in columns]
    words = [max((len(word) for cell in column for word in cell.split()), default=1) for column in columns]
    for widest in (_WIDEST_WORD, _NARROWEST):
        least = [
            min(word, _WIDEST_WORD if column[0] in unbroken else widest)
            for word, column in zip(words, columns, strict=True)
        ]
        while sum(widths) + gap * len(widths) > room:
            shrinkable = [i for i in range(len(widths)) if widths[i] > least[i]]
            if not shrinkable:
                break
            widths[max(shrinkable, key=lambda i: widths[i])] -= 1
    return widths


def show_line(*parts: tuple[str, str]) -> None:
    """Write a line of parts, each with its rich style, which only a terminal shows."""
    text = "".join(part for part, _ in parts)
    if not coloured():
        show(f"{text}\n")
        return
    from rich.console import Console
    from rich.text import Text

    Console(soft_wrap=True, highlight=False).print(Text.assemble(*parts))


def say(message: str) -> None:
    """Write a line to stderr, for the person at the keyboard."""
    print(f"summarise: {printable(message)}", file=sys.stderr)
