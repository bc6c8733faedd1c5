"""The command for many articles."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarise.cli.options import DIGEST, Format, with_style
from summarise.cli.show import say
from summarise.model import Style

if TYPE_CHECKING:
    from summarise.batch import BatchReport
    from summarise.batch import Progress as State


@with_style(DIGEST)
def batch(
    *,
    sources: Annotated[list[str], typer.Argument(metavar="FOLDER", help="Folders, files or globs to read.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="Folder for the results.")],
    format: Format = "json",
    pattern: Annotated[
        list[str] | None,
        typer.Option(
            "--pattern", metavar="GLOB", help='Only files like this, such as "*.txt"; may be repeated.'
        ),
    ] = None,
    recursive: Annotated[
        bool, typer.Option("--recursive/--no-recursive", help="Also read subfolders.")
    ] = True,
    force: Annotated[bool, typer.Option("--force", help="Do again what is done already.")] = False,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Processes to use.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no closing line.")] = False,
    style: Style,
) -> None:
    """Digest every article of a folder, or of a .jsonl or .json file with many.

    Writes one result per article, with an index.jsonl of all, an errors.jsonl of those that could not
    be done and, for html, an index.html. Started again, it skips what is done already. Exit code 1
    if an article could not be done.
    """
    report = _run(sources, out, style, format or "json", pattern, recursive, force, workers, quiet)
    if not quiet:
        say(_closing_line(report, out))
    if not report.ok:
        raise typer.Exit(1)


def _run(
    sources: list[str],
    out: Path,
    style: Style,
    format: str,
    pattern: list[str] | None,
    recursive: bool,
    force: bool,
    workers: int,
    quiet: bool,
) -> "BatchReport":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from summarise.batch import summarise_folder

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files · {task.description}"),
        TimeElapsedColumn(),
    )
    hidden = quiet or not sys.stderr.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=hidden) as bar:
        task = bar.add_task("starting", total=None)

        def show_progress(state: "State") -> None:
            articles = state.done + state.skipped + state.failed
            failed = f", {state.failed} failed" if state.failed else ""
            bar.update(
                task,
                total=state.all_files,
                completed=state.files,
                description=f"{articles:,} articles{failed}",
            )

        return summarise_folder(
            sources,
            out,
            style=style,
            format=format,
            pattern=pattern or None,
            recursive=recursive,
            progress=show_progress,
            force=force,
            workers=workers,
        )


def _closing_line(report: "BatchReport", out: Path) -> str:
    parts = [f"{len(report.done):,} done"]
    if report.skipped:
        parts.append(f"{len(report.skipped):,} done before")
    if report.failed:
        parts.append(f"{len(report.failed):,} failed (see {out / 'errors.jsonl'})")
    if report.ignored:
        parts.append(f"{len(report.ignored):,} files of other kinds left alone")
    return f"{', '.join(parts)}; index in {out / 'index.jsonl'}"
