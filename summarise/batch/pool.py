"""Chunks of work, done in this process or in several, with the results in order."""

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from summarise.errors import SummariseError

_Kept = TypeVar("_Kept")
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def in_order(
    chunks: Iterable[tuple[_Kept, Sequence[_Item]]],
    work: Callable[[Sequence[_Item]], list[_Result]],
    workers: int,
) -> Generator[tuple[_Kept, list[_Result]], None, None]:
    """Each chunk's results beside what came with the chunk, in the order of the chunks.

    Chunks are taken from the iterable only as fast as they are done. The number of workers changes
    the time, never a result.

    Args:
        chunks: items to do, each chunk with something to keep at hand until its results are there.
        work: does a chunk; a function of a module, so that other processes can find it.
        workers: processes to use; 1 is this one.

    Raises:
        SummariseError: a worker process died; and what `work` raises.
    """
    if workers == 1:
        for kept, items in chunks:
            yield kept, work(items) if items else []
        return
    # Not "fork": it copies locked locks of the parent's threads, and Windows has none.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_ignore_interrupt)
    waiting: deque[tuple[_Kept, Future[list[_Result]] | None]] = deque()
    try:
        for kept, items in chunks:
            # A chunk with nothing left to do needs no worker, and a pool that gets no work starts no process.
            future = pool.submit(work, items) if items else None
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


def internal(error: Exception, place: str | None, thing: str) -> SummariseError:
    """An error that nobody foresaw, as one that says what to do with it."""
    hint = f"a defect of this program: please report it with the {thing}"
    return SummariseError(f"internal error: {type(error).__name__}: {error}", place=place, hint=hint)


def _next(waiting: "deque[tuple[_Kept, Future[list[_Result]] | None]]") -> tuple[_Kept, list[_Result]]:
    kept, future = waiting.popleft()
    return kept, future.result() if future else []


def _ignore_interrupt() -> None:
    # Ctrl-C goes to every process of the terminal; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
