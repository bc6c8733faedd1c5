"""The command that checks summaries against their sources."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Annotated

import typer

from summarise.cli.options import Json
from summarise.cli.show import coloured, on_a_terminal, say, show, show_line
from summarise.model import SEVERITIES, Finding
from summarise.writing import (
    AUDIT_FORMATS,
    AUDIT_SUFFIXES,
    WIDTH,
    Audited,
    Emphasis,
    Pair,
    audit_record,
    count_line,
    finding_block,
    problem_line,
    replacing,
    write_audit,
)

_STDIN = "-"
_PAIRS = (".jsonl", ".ndjson")
_NEVER = "never"
_FAIL_ON = (*(severity.replace(" ", "-") for severity in SEVERITIES), _NEVER)

_LOOKS: dict[Emphasis, str] = {
    "": "",
    "place": "dim",
    "words": "bold",
    "source": "bold cyan",
    "contradicted": "bold red",
    "not found": "red",
    "changed attribution": "magenta",
    "weakened": "yellow",
}


def _known(names: Iterable[str]) -> Callable[[str | None], str | None]:
    listed = ", ".join(names)

    def check(name: str | None) -> str | None:
        wanted = name.replace(" ", "-") if name else name
        if wanted is not None and wanted not in names:
            raise typer.BadParameter(f"{name!r} is not one of {listed}.")
        return wanted

    return check


_Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(AUDIT_FORMATS),
        callback=_known(AUDIT_FORMATS),
        help="Output format; text on a terminal, lines (one a finding) elsewhere.",
    ),
]
_FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="|".join(_FAIL_ON),
        callback=_known(_FAIL_ON),
        help="Exit code 1 only if a finding is as grave as this or graver; any finding is at least weakened.",
    ),
]


def audit(
    summary: Annotated[
        str,
        typer.Argument(
            metavar="SUMMARY|-", help='Summary, folder of summaries or .jsonl file of pairs; "-" is stdin.'
        ),
    ],
    source: Annotated[
        str | None,
        typer.Option(
            "--source", "-s", metavar="ARTICLE|-", help="The article it is of, or the folder of the articles."
        ),
    ] = None,
    format: _Format = None,
    json: Json = False,
    fail_on: _FailOn = "weakened",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here; the suffix tells the format."),
    ] = None,
    summary_field: Annotated[
        str, typer.Option("--summary-field", metavar="NAME", help="Key of the summary in a .jsonl file.")
    ] = "summary",
    source_field: Annotated[
        str, typer.Option("--source-field", metavar="NAME", help="Key of the source in a .jsonl file.")
    ] = "source",
    workers: Annotated[int, typer.Option("--workers", min=1, help="Processes to use for many pairs.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no closing line.")] = False,
) -> None:
    """Check a summary against its article: figures, names, who did what, who says so, quotations, dates.

    Many at once: a .jsonl file whose records have a summary and a source (then no --source), two folders
    whose files have the same names, or a folder of summaries of one article. Exit code 1 if there is a
    finding (see --fail-on) or a pair could not be checked.
    """
    if json and format not in (None, "json"):
        raise typer.BadParameter(f"--json and --format {format} exclude each other.", param_hint="--json")
    one = _is_one(summary, source)
    form = _form("json" if json else format, output)
    if form == "html" and not one:
        raise typer.BadParameter("a page shows one summary; take markdown or json.", param_hint="--format")
    if output is not None:
        _check_place(output, summary, source)
    if one and source is not None:
        results, total = _one(summary, source), None
    else:
        results, total = _many(summary, source, (summary_field, source_field), workers, output)
    found: Counter[str] = Counter()
    failed = checked = clean = 0
    hidden = one or quiet or not sys.stderr.isatty() or (output is None and on_a_terminal())
    with _out(output) as write, _progress(total, hidden=hidden) as advance:
        for audited in results:
            if audited.error:
                if one:
                    raise audited.error
                failed += 1
                say(problem_line(audited.pair, audited.error))
            checked += not audited.error
            clean += audited.ok
            found.update(finding.severity for finding in audited.findings)
            _show(audited, form, write, one=one)
            advance(sum(found.values()))
    if not quiet:
        say(_closing_line(found, checked, clean, failed, one=one))
    if failed or _is_grave(found, fail_on):
        raise typer.Exit(1)


def _is_one(summary: str, source: str | None) -> bool:
    """Whether it is one summary with one article; wrong combinations are wrong use."""
    if summary == source == _STDIN:
        raise typer.BadParameter("summary and source cannot both be standard input.")
    folders = Path(summary).is_dir(), source is not None and Path(source).is_dir()
    if source is None:
        if folders[0]:
            raise typer.BadParameter(
                "give the article, or the folder of the articles.", param_hint="--source"
            )
        if summary != _STDIN and Path(summary).suffix.lower() not in _PAIRS:
            hint = f"give the article; without it, SUMMARY is a {' or '.join(_PAIRS)} file of pairs."
            raise typer.BadParameter(hint, param_hint="--source")
        return False
    if not folders[0] and Path(summary).suffix.lower() in _PAIRS:
        hint = f"{summary} holds pairs, which have their sources in them: leave --source out."
        raise typer.BadParameter(hint, param_hint="--source")
    if folders[1] and not folders[0]:
        there = summary == _STDIN or Path(summary).exists()
        other = f"{summary} is a file" if there else f"there is no {summary}"
        hint = "give two files, two folders, or a folder and one article"
        raise typer.BadParameter(f"{source} is a folder, {other}: {hint}.", param_hint="--source")
    return not folders[0]


def _form(format: str | None, output: Path | None) -> str:
    """The format asked for, else that of the output's suffix; where they contradict each other, it is wrong use."""
    if output is None:
        return format or ("text" if on_a_terminal() else "lines")
    suffix = output.suffix.lower()
    meant = AUDIT_SUFFIXES.get(suffix)
    if format is None:
        if suffix and meant is None:
            hint = f"no format has the suffix {suffix}: take {', '.join(AUDIT_SUFFIXES)}, or say --format."
            raise typer.BadParameter(hint, param_hint="--output")
        return meant or "lines"
    # Lines are text too.
    if meant not in (None, format, "text" if format == "lines" else format):
        hint = f"{output} is a name for {meant}, the format asked for is {format}: give one of them."
        raise typer.BadParameter(hint, param_hint="--output")
    return format


def _check_place(output: Path, *inputs: str | None) -> None:
    if output.is_dir():
        raise typer.BadParameter(f"{output} is a folder: name a file.", param_hint="--output")
    if not output.parent.is_dir():
        hint = f"there is no folder {output.parent}: make it first, or write elsewhere."
        raise typer.BadParameter(hint, param_hint="--output")
    for given in inputs:
        if (
            given not in (None, _STDIN)
            and output.exists()
            and Path(given).exists()
            and output.samefile(given)
        ):
            raise typer.BadParameter(f"{output} is an input.", param_hint="--output")


def _one(summary: str, source: str) -> Iterator[Audited]:
    from summarise.batch import audit_one, pair_of, read_source, read_summary

    yield audit_one(pair_of(read_summary(summary), read_source(source)))


def _many(
    summary: str, source: str | None, fields: tuple[str, str], workers: int, output: Path | None
) -> tuple[Iterator[Audited], int | None]:
    """The results, and about how many there will be, None if that cannot be told before."""
    from summarise.batch import audit_pairs, load_pair, match_article, match_folders, read_pairs, read_source

    if source is not None:
        if Path(source).is_dir():
            matched = match_folders(summary, source, out=output)
            found: Iterator[Pair] = iter(matched.pairs)
        else:
            # Once for all summaries, which standard input could not be read twice for.
            article = read_source(source)
            matched = match_article(summary, source, out=output)
            found = (load_pair(pair, article) for pair in matched.pairs)
        if matched.ignored:
            say(f"left alone, of no kind that can be read: {', '.join(matched.ignored)}")
        return audit_pairs(found, workers=workers), len(matched.pairs)
    pairs = read_pairs(summary, summary=fields[0], source=fields[1])
    return audit_pairs(pairs, workers=workers), _lines(Path(summary)) if sys.stderr.isatty() else None


def _lines(file: Path) -> int | None:
    if not file.is_file():
        return None
    with file.open("rb") as lines:
        return sum(bool(line.strip()) for line in lines)


@contextmanager
def _out(output: Path | None) -> Iterator[Callable[[str], None] | None]:
    """What writes to the output file; None for standard output."""
    with nullcontext() if output is None else replacing(output) as write:
        yield write


def _show(audited: Audited, form: str, write: Callable[[str], None] | None, *, one: bool) -> None:
    if write is None and form == "text" and coloured():
        for finding in audited.findings:
            _show_block(audited, finding)
        return
    text = audit_record(audited) if form == "json" and not one else write_audit(audited, form)
    (write or show)(text)


def _show_block(audited: Audited, finding: Finding) -> None:
    from rich.console import Console

    # So wide that an underlined line is never broken, so narrow that it can be read.
    width = min(WIDTH, Console().width - 1)
    for line in finding_block(audited, finding, width):
        show_line(*((part, _LOOKS[emphasis]) for part, emphasis in line))
    show_line()


@contextmanager
def _progress(total: int | None, *, hidden: bool) -> Iterator[Callable[[int], None]]:
    """What to call after each pair, with the number of findings so far."""
    if hidden:
        yield lambda found: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = BarColumn(), MofNCompleteColumn(), TextColumn("pairs · {task.description}"), TimeElapsedColumn()
    # stdout is for results, and the bar must not carry them off to stderr.
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("starting", total=total)
        yield lambda found: bar.update(task, advance=1, description=f"{found:,} findings")


def _is_grave(found: Counter[str], fail_on: str) -> bool:
    if fail_on == _NEVER:
        return False
    return any(found[severity] for severity in SEVERITIES[: _FAIL_ON.index(fail_on) + 1])


def _closing_line(found: Counter[str], checked: int, clean: int, failed: int, *, one: bool) -> str:
    line = count_line({severity: found[severity] for severity in SEVERITIES if found[severity]})
    if one:
        return line
    pairs = f"{checked:,} pair{'s' * (checked != 1)} checked, {clean:,} of them without a finding; {line}"
    return f"{pairs}; {failed:,} could not be checked" if failed else pairs
