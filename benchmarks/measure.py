"""What all benchmarks share: reading a set, ROUGE, and a clock."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any


def rows(path: Path, limit: int | None) -> list[dict[str, Any]]:
    """The first `limit` records of a JSONL file, spread evenly over it; all of them for None."""
    lines = path.read_text(encoding="utf-8").splitlines()
    step = max(1, len(lines) // limit) if limit else 1
    return [json.loads(line) for line in lines[::step][:limit]]


class Rouge:
    """Mean ROUGE F1 in per cent (Lin 2004), with stemming, as the package rouge-score computes it."""

    def __init__(self, kinds: Sequence[str]) -> None:
        from rouge_score.rouge_scorer import RougeScorer

        self.kinds = list(kinds)
        self._scorer = RougeScorer(self.kinds, use_stemmer=True)

    def mean(self, pairs: Iterable[tuple[str, str]]) -> dict[str, float]:
        """Mean over (reference, candidate) pairs; `words` is the candidates' mean length."""
        totals = dict.fromkeys(self.kinds, 0.0)
        words = count = 0
        for reference, candidate in pairs:
            scores = self._scorer.score(reference, candidate)
            for kind in self.kinds:
                totals[kind] += scores[kind].fmeasure
            words += len(candidate.split())
            count += 1
        return {kind: 100 * total / count for kind, total in totals.items()} | {"words": words / count}


def timed(items: Sequence[Any], work: Callable[[Any], Any]) -> tuple[list[Any], float]:
    """Results of `work` on every item and the milliseconds an item took, after one warm-up."""
    work(items[0])
    start = time.perf_counter()
    results = [work(item) for item in items]
    return results, 1000 * (time.perf_counter() - start) / len(items)


def table(title: str, header: Sequence[str], lines: Iterable[Sequence[Any]]) -> str:
    """A Markdown table."""

    def cells(values: Sequence[Any]) -> Iterator[str]:
        return (f"{v:.1f}" if isinstance(v, float) else str(v) for v in values)

    body = ["| " + " | ".join(cells(line)) + " |" for line in lines]
    return "\n".join(
        [f"### {title}", "", "| " + " | ".join(header) + " |", "|---" * len(header) + "|", *body, ""]
    )
