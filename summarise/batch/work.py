"""Articles to results, a chunk at a time, in this process or in several."""

import signal
from collections import deque
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TypeVar

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
    warnings: tuple[str, ...] = ()
    error: SummariseError | None = None


def do_chunks(
    chunks: Iterable[tuple[_Kept, Sequence[Article]]], style: Style, format: str, workers: int
) -> Generator[tuple[_Kept, list[Result]], None, None]:
    """Each chunk's results beside what came with the chunk, in the order of the chunks.

    Chunks are taken from the iterable only as fast as they are done. The number of workers changes
    the time, never a result.

    Raises:
        SummariseError: a worker process died; and what `do_chunk` raises.
    """
    if workers == 1:
        for kept, articles in chunks:
            yield kept, do_chunk(articles, style, format) if articles else []
        return
    # Not "fork": it copies locked locks of the parent's threads, and Windows has none.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_ignore_interrupt)
    waiting: deque[tuple[_Kept, Future[list[Result]] | None]] = deque()
    try:
        for kept, articles in chunks:
            # Skipped articles need no worker, and a pool that gets no work starts no process.
            future = pool.submit(do_chunk, articles, style, format) if articles else None
            waiting.append((kept, future))
            if len(waiting) > 2 * workers:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)
    except BrokenProcessPool:
        hint = "out of memory, as a rule: use fewer workers; start again to go on where it stopped"
        raise SummariseError("a worker process died", hint=hint) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _next(waiting: "deque[tuple[_Kept, Future[list[Result]] | None]]") -> tuple[_Kept, list[Result]]:
    kept, future = waiting.popleft()
    return kept, future.result() if future else []


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
        return Result(error=_internal(error, article))


def _result(article: Article, digest: Digest, format: str) -> Result:
    try:
        text = write(digest, format)
    except Exception as error:
        return Result(error=_internal(error, article))
    best = digest.headline
    return Result(
        text=text,
        headline=best.text if best else None,
        domain=digest.domain,
        bullets=len(digest.bullets),
        figures=len(digest.figures),
        warnings=tuple(warning.message for warning in digest.warnings),
    )


def _internal(error: Exception, article: Article) -> SummariseError:
    hint = "a defect of this program: please report it with the article"
    return SummariseError(f"internal error: {type(error).__name__}: {error}", place=article.source, hint=hint)


def _ignore_interrupt() -> None:
    # Ctrl-C goes to every process of the terminal; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
