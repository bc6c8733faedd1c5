"""What `summarise figures` shows: the figures of an article, the key ones among them, and which contradict."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarise.cli.show import on_a_terminal, say, show_table
from summarise.errors import ReadError
from summarise.model import Article, Figure, Sentence, Style, Warning
from summarise.writing import BOUND_WORDS, FigureRow, figure_row

_EMPTY = "it is empty"  # as the reading says it
_LABELS = ("ordinal", "year", "date", "time", "name")


@dataclass(frozen=True, slots=True)
class Found:
    """The figures to show, those of them that are key, best first, and warnings about any of the article's."""

    article: Article
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
    key: tuple[Figure, ...]
    warnings: tuple[Warning, ...]


def read(file: str) -> Article:
    """The article of a file or of stdin ("-"); an empty one is an article without figures.

    Raises:
        ReadError: it cannot be read.
    """
    from summarise.reading import read_one

    try:
        return read_one(file)
    except ReadError as error:
        if error.problem != _EMPTY:
            raise
        return Article("", source=error.place)


def find(article: Article, *, labels: bool, key: int | None) -> Found:
    """The figures of an article.

    Args:
        article: the article, which may be empty.
        labels: also numbers that label and do not count.
        key: only this many key figures, best first; None for all figures in their order.
    """
    from summarise.figures import conflicts, find_figures
    from summarise.figures.parsed import with_syntax
    from summarise.language.segment import segment
    from summarise.language.syntax import parse

    sentences = segment(article)
    found = find_figures(article.text, sentences, labels=labels)
    quantities = tuple(figure for figure in found if figure.kind not in _LABELS)
    warnings = conflicts(quantities, article.text, sentences)
    best = _key(article, sentences, quantities, warnings, Style().key_figures if key is None else key)
    # Chosen and compared as the patterns find them, shown as the parse understands them: so does the digest.
    wanted = {figure.sentence for figure in found}
    parsed = parse([[s for s in sentences if s.index in wanted]])[0] if wanted else ()
    refined = dict(zip(found, with_syntax(found, parsed), strict=True))
    shown = tuple(refined[figure] for figure in best)
    return Found(article, sentences, tuple(refined.values()) if key is None else shown, shown, warnings)


def _key(
    article: Article,
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    clashes: Sequence[Warning],
    count: int,
) -> tuple[Figure, ...]:
    if not figures:
        return ()
    from summarise.figures import key_figures
    from summarise.pipeline import rank
    from summarise.ranking import standing

    # As a digest chooses them.
    weights = {ranked.sentence.index: standing(ranked.rank) for ranked in rank(article)}
    return key_figures(
        figures,
        [weights.get(s.index, 0.0) for s in sentences],
        count,
        title=article.title,
        clashes=clashes,
        sentences=sentences,
    )


def table(found: Found) -> None:
    """Write the table to stdout, and to stderr the contradictions, or that there is nothing to show."""
    rows = [figure_row(figure) for figure in found.figures]
    if not on_a_terminal():
        _plain(found, rows)
    elif rows:
        _drawn(found, rows)
    for warning in found.warnings:
        say(f"{warning.kind}: {warning.message}{_sentences(warning, found)}")
    if not rows:
        say(f"no figures in {found.article.source or 'the article'}")


def _plain(found: Found, rows: Sequence[FigureRow]) -> None:
    """Always the same columns, for programs."""
    show_table(
        ["text", "value", "unit", "kind", "what", "bound", "who says", "place", "time", "note", "key", "sentence"],
        [
            (
                row.text, row.value, row.unit, figure.kind, row.what, row.bound, row.speaker, row.place, row.time,
                row.note, "key" * (figure in found.key), str(row.sentence),
            )
            for figure, row in zip(found.figures, rows, strict=True)
        ],
    )  # fmt: skip


def _drawn(found: Found, rows: Sequence[FigureRow]) -> None:
    """For a reader: what goes without saying is left out; note, place and time share a column."""
    mixed = len(found.key) < len(found.figures)
    strong = [mixed and figure in found.key for figure in found.figures]
    show_table(
        ["text", "value", "unit", "what", "bound", "who says", "remarks", "in"],
        [
            (
                "★ " * key + row.text,
                row.value,
                figure.kind if figure.kind in _LABELS else row.unit,
                row.what,
                "" if figure.bound == "=" and row.bound == BOUND_WORDS["="] else row.bound,
                row.speaker,
                ", ".join(filter(None, (row.note, row.where))),
                str(row.sentence),
            )
            for figure, row, key in zip(found.figures, rows, strong, strict=True)
        ],
        numbers=["value", "in"],
        gap=2,
        below=("★ key figure; " if any(strong) else "") + "in: number of the sentence",
        strong=strong,
    )


def _sentences(warning: Warning, found: Found) -> str:
    """ " (sentences 1 and 4)"."""
    numbers = sorted(
        {s.index + 1 for s in found.sentences for span in warning.spans if s.start <= span.start < s.end}
    )
    if not numbers:
        return ""
    return f" (sentence{'s' * (len(numbers) > 1)} {' and '.join(map(str, numbers))})"
