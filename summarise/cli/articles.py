"""Commands about one article. Everything heavy is imported when a command runs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from summarise.cli.options import DIGEST, EXTRACT, File, Format, Json, format_of, with_style
from summarise.cli.show import show, show_json, show_table
from summarise.model import Style
from summarise.writing import why, write, write_figures


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
    ratio: Annotated[
        float | None, typer.Option(metavar="R", help="The same as a share of the sentence's words, up to 1.")
    ] = None,
    attribution: Annotated[
        bool, typer.Option("--attribution", help='Keep "officials said" with what they said.')
    ] = False,
) -> None:
    """A shorter sentence, by leaving out what grammar can spare."""
    lines = sys.stdin.read().splitlines() if sentence == "-" else [sentence]
    sentences = [line.strip() for line in lines if line.strip()]
    if not sentences:
        raise typer.BadParameter("there is no sentence to compress.")
    from summarise.pipeline import compress as shorten

    for one in sentences:
        show(shorten(one, max_words=max_words, ratio=ratio, attribution=attribution) + "\n")
