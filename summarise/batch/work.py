"""Articles to results, a chunk at a time, in this process or in several."""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from summarise.batch.pool import in_order, internal
from summarise.errors import ModelError, StyleError, SummariseError, TemplateError
from summarise.model import Article, Digest, Style
from summarise.pipeline import summarise, summarise_many
from summarise.writing import write

# These are about the run, not about an article: every other one would fail as well.
_FATAL = (ModelError, StyleError, TemplateError)

_Kept = TypeVar("_Kept")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one article: the written digest with what the index says of it, or the error."""

    text: str = ""
    headline: str | None = None
    domain: str | None = None
    bullets: int = 0
    figures: int = 0
    lines: int = 0
    rejected: int = 0
    findings: int = 0
    warnings: tuple[str, ...] = ()
    error: SummariseError | None = None


def do_chunks(
    chunks: Iterable[tuple[_Kept, Sequence[Article]]], style: Style, format: str, workers: int
) -> Generator[tuple[_Kept, list[Result]], None, None]:
    """Each chunk's results beside what came with the chunk, in the order of the chunks; see `in_order`.

    Raises:
        SummariseError: a worker process died; and what `do_chunk` raises.
    """
    return in_order(chunks, partial(do_chunk, style=style, format=format), workers)


def do_chunk(articles: Sequence[Article], style: Style, format: str) -> list[Result]:
    """One result per article, in order; a bad article does not cost the others theirs.

    Raises:
        ModelError, StyleError, TemplateError: nothing can be done with this style or installation.
    """
    results: list[Result] = []
    try:
        for article, digest in zip(articles, summarise_many(articles, style), strict=True):
            results.append(_result(article, digest, format))
    except _FATAL:
        raise
    except Exception:
        # One of the chunk's articles cannot be done together with the others: from the first
        # without a result on, each is tried alone, and the culprit names itself.
        results += [_one(article, style, format) for article in articles[len(results) :]]
    return results


def _one(article: Article, style: Style, format: str) -> Result:
    try:
        return _result(article, summarise(article, style), format)
    except _FATAL:
        raise
    except SummariseError as error:
        return Result(error=error)
    except Exception as error:
        return Result(error=internal(error, article.source, "article"))


def _result(article: Article, digest: Digest, format: str) -> Result:
    try:
        text = write(digest, format)
    except Exception as error:
        return Result(error=internal(error, article.source, "article"))
    best = digest.headline
    return Result(
        text=text,
        headline=best.text if best else None,
        domain=digest.domain,
        bullets=len(digest.bullets),
        figures=len(digest.figures),
        lines=digest.checked.lines,
        rejected=digest.checked.rejected,
        findings=len(digest.checked.findings),
        warnings=tuple(warning.message for warning in digest.warnings),
    )
