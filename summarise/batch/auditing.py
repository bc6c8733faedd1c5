"""Many pairs of a summary and its source, each audited, in order."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing

from summarise import pipeline
from summarise.batch.pairs import load_pair
from summarise.batch.pool import in_order, internal
from summarise.errors import ModelError, SummariseError
from summarise.model import Audit
from summarise.writing import Audited, Pair

# Enough to be worth a journey to another process, few enough that the first result comes soon.
_CHUNK = 16


def audit_pairs(pairs: Iterable[Pair | tuple[str, str]], *, workers: int = 1) -> Iterator[Audited]:
    """Check many summaries, each against its own source; the results come in the order of the pairs.

    A pair that cannot be checked comes out with its `error`, and the next one has its turn. Pairs are taken
    from the iterable only as fast as they are done, so there may be more than fit into memory.

    Args:
        pairs: what to check: tuples of summary and source, or pairs from `read_pairs` or `match_folders`,
            whose files are read when it is their turn.
        workers: processes to use, 1 or more; above 1, a calling script needs the usual
            `if __name__ == "__main__":`. The results do not depend on it.

    Raises:
        SummariseError: `workers` is below 1, or a worker process died.
        ModelError: the English pipeline is missing.
    """
    if workers < 1:
        raise SummariseError(f"workers = {workers} is too small", hint="1 or more")
    return _results(pairs, workers)


def audit_one(pair: Pair) -> Audited:
    """One pair's result, whatever comes of it.

    Raises:
        ModelError: the English pipeline is missing.
    """
    if pair.problem:
        return Audited(pair, error=pair.problem)
    try:
        return Audited(pair, pipeline.audit(pair.summary, pair.source))
    except ModelError:
        raise
    except SummariseError as error:
        return Audited(pair, error=error)
    except Exception as error:
        return Audited(pair, error=internal(error, pair.name, "pair"))


def _results(pairs: Iterable[Pair | tuple[str, str]], workers: int) -> Iterator[Audited]:
    # Closed at once when the reader goes away, so that no worker goes on for nothing.
    with closing(in_order(_chunks(pairs), _audit_chunk, workers)) as chunks:
        for chunk, results in chunks:
            for pair, result in zip(chunk, results, strict=True):
                yield Audited(pair, result) if isinstance(result, Audit) else Audited(pair, error=result)


def _chunks(
    pairs: Iterable[Pair | tuple[str, str]],
) -> Generator[tuple[list[Pair], list[Pair]], None, None]:
    chunk: list[Pair] = []
    for given in pairs:
        pair = given if isinstance(given, Pair) else Pair(*given)
        # Read here: the texts are wanted on this side too, and reading is quick.
        chunk.append(load_pair(pair) if not (pair.summary or pair.source) else pair)
        if len(chunk) == _CHUNK:
            yield chunk, chunk
            chunk = []
    if chunk:
        yield chunk, chunk


def _audit_chunk(pairs: Sequence[Pair]) -> list[Audit | SummariseError]:
    results: list[Audit | SummariseError] = []
    for pair in pairs:
        audited = audit_one(pair)
        results.append(audited.error or audited.audit)
    return results
