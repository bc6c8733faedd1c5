"""Commands about one article. Everything heavy is imported when a command runs."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarise.cli.options import DIGEST, EXTRACT, File, Format, Json, format_of, with_style
from summarise.cli.show import say, show, show_json, show_line, show_table
from summarise.model import Style
from summarise.writing import printable, why, write, write_figures

if TYPE_CHECKING:
    from summarise.model import Article, Finding

_SEVERITY = {
    "contradicted": "bold red",
    "not found": "red",
    "weakened": "yellow",
    "changed attribution": "magenta",
}


_QUOTES = '"“”'


@with_style(DIGEST)
def digest(
    file: File,
    *,
    format: Format = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write here; the suffix tells the format unless --format does.",
        ),
    ] = None,
    style: Style,
) -> None:
    """Headline, bullets, key figures and extract of one article.

    Text unless --format or the output file's suffix says otherwise. For a folder, or a file
    with several articles, use `summarise batch`.
    """
    if output is not None and file != "-" and output.exists() and output.samefile(file):
        raise typer.BadParameter("it is the article itself.", param_hint="--output")
    from summarise.pipeline import summarise
    from summarise.reading import read_one

    result = summarise(read_one(file), style)
    show(write(result, format_of(format, output, "text")), output)


def audit(
    summary: Annotated[
        str, typer.Argument(metavar="SUMMARY|-", help='Summary to check; "-" is standard input.')
    ],
    source: Annotated[str, typer.Option("--source", "-s", metavar="ARTICLE|-", help="The article it is of.")],
    json: Json = False,
) -> None:
    """Check a summary against its article: figures, names, quotations, who says what.

    Each finding is a line "file:line:column: severity kind "text": message". Exit code 1 if there is any.
    """
    if summary == source == "-":
        raise typer.BadParameter("summary and source cannot both be standard input.")
    from summarise.pipeline import audit as check
    from summarise.reading import read_one

    claim, article = _with_title_first(read_one(summary)), read_one(source)
    # Behind the text, so that offsets into it stay true.
    result = check(claim.text, f"{article.text}\n\n{article.title}" if article.title else article.text)
    if json:
        show_json(result.to_dict())
    else:
        for finding in result.findings:
            _show_finding(finding, claim, article)
    if not result.ok:
        raise typer.Exit(1)
    say("no findings")


def figures(
    file: File,
    *,
    json: Json = False,
    all: Annotated[
        bool,
        typer.Option(
            "--all", help="Also years, dates, times, ordinals and numbers in names, which count nothing."
        ),
    ] = False,
    key: Annotated[
        int | None,
        typer.Option("--key", min=0, metavar="N", help="Only the N figures that matter most, best first."),
    ] = None,
) -> None:
    """Every figure of an article: how much of what, how it is meant, who says so, where and when.

    Key figures are marked. Figures that contradict each other are named on stderr. Sentences are counted from 1.
    """
    from summarise.cli.figures import find, read, table

    article = read(file)
    found = find(article, labels=all, key=key)
    if json:
        show(write_figures(article, found.figures, found.key, found.warnings))
        return
    table(found)


@with_style(EXTRACT)
def rank(file: File, *, json: Json = False, style: Style) -> None:
    """The sentences of an article, best first, and why each is taken into the extract or passed over.

    The numbers in brackets say what a reason adds to the score. Sentences are counted from 1.
    """
    from summarise.pipeline import rank as rank_sentences
    from summarise.reading import read_one

    ranked = rank_sentences(read_one(file), style)
    if json:
        show_json(ranked)
        return
    show_table(
        ["rank", "sentence", "score", "taken", "why", "text"],
        [
            (
                str(r.rank),
                str(r.sentence.index + 1),
                f"{r.score:.2f}",
                "✓" * r.taken,
                why(r),
                r.sentence.shown,
            )
            for r in ranked
        ],
        numbers=["rank", "sentence", "score"],
        apart=True,
    )


def compress(
    sentence: Annotated[
        str,
        typer.Argument(
            metavar="SENTENCE|-", help='The sentence; "-" reads one per line from standard input.'
        ),
    ],
    max_words: Annotated[
        int | None, typer.Option("--max-words", min=1, help="Stop at this many words.")
    ] = None,
) -> None:
    """A shorter sentence, by leaving out what grammar can spare."""
    lines = sys.stdin.read().splitlines() if sentence == "-" else [sentence]
    sentences = [line.strip() for line in lines if line.strip()]
    if not sentences:
        raise typer.BadParameter("there is no sentence to compress.")
    from summarise.pipeline import compress as shorten

    for one in sentences:
        show(shorten(one, max_words=max_words) + "\n")


def _with_title_first(summary: "Article") -> "Article":
    """A summary whose title was told apart, as in HTML, is checked with it: it may be the headline."""
    if not summary.title or summary.title in summary.text:
        return summary
    return replace(summary, text=f"{summary.title}\n\n{summary.text}")


def _named(finding: "Finding") -> str:
    return finding.severity if finding.kind in finding.severity else f"{finding.severity} {finding.kind}"


def _show_finding(finding: "Finding", claim: "Article", article: "Article") -> None:
    before = claim.text[: finding.start]
    line = before.count("\n") + 1
    column = finding.start - (before.rfind("\n") + 1) + 1
    show_line(
        (f"{claim.source or 'summary'}:{line}:{column}: ", "dim"),
        (f"{_named(finding)} ", _SEVERITY[finding.severity]),
        (f'"{printable(finding.text).strip(_QUOTES)}"', "bold"),
        (f": {printable(finding.message)}", ""),
    )
    if finding.source_start is not None and finding.source_end is not None:
        nearest = printable(article.text[finding.source_start : finding.source_end])
        if nearest:
            show_line((f'    the article has "{nearest}"', "dim"))
