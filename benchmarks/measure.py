"""What all benchmarks share: reading a set, spoiling its text, ROUGE, and a clock."""

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any


def rows(path: Path, limit: int | None, ids_without: str = "") -> list[dict[str, Any]]:
    """The records of a JSONL file whose id does not begin with `ids_without`, if that is given.

    With a limit the first so many of them, spread evenly over the file.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    if ids_without:
        lines = [line for line in lines if not str(json.loads(line).get("id", "")).startswith(ids_without)]
    step = max(1, len(lines) // limit) if limit else 1
    return [json.loads(line) for line in lines[::step][:limit]]


DEGRADED = ("lower", "tokenised", "both")

# A mark that ends a word, perhaps with others behind it; one inside a word or a number stays.
_MARK = re.compile(r"(?<=[\w%$.)'’”\"])([,;:?!])(?!\w)")
_STOP = re.compile(r"(?<=[\w%)'’”\"?!])(\.)(?=[)'’”\"]*(?:\s|$))")
# Where the stop belongs to the word: a letter by itself, letters with stops between them, a title.
_ABBREVIATION = re.compile(
    r"(?:\b[A-Za-z]|\.[A-Za-z]|\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Sen|Rep|Gov|Lt|Col|Sgt))$"
)
_CLITIC = re.compile(r"(?<=\w)(n['’]t|['’](?:s|re|ve|ll|d|m))\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–-]))[\"“]\s*")


def degrade(text: str, how: str) -> str:
    """The text as some corpora hand it on: in "lower" case, "tokenised" as in the Penn Treebank, or "both".

    Any other word leaves it as it is. The tokens are plain ones: marks, clitics and quotes set apart.
    """
    if how in ("tokenised", "both"):
        text = _OPENING.sub("`` ", text)
        text = re.sub(r"\s*[\"”]", " ''", text)
        text = _STOP.sub(_parted_stop, text)
        text = _MARK.sub(r" \1 ", text)
        text = _CLITIC.sub(r" \1", text)
        text = re.sub(r"(?<=\w)(['’])(?!['’\w])", r" \1", text)
        text = re.sub(r"([(\[])(?=\S)", r"\1 ", re.sub(r"(?<=\S)([)\]])", r" \1", text))
        text = re.sub(r"[ \t]+", " ", text)
    return text.lower() if how in ("lower", "both") else text


def _parted_stop(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 6) : match.start()]
    last = not match.string[match.end() :].strip()
    return "." if _ABBREVIATION.search(before) and not last else " ."


class Rouge:
    """Mean ROUGE F1 in per cent (Lin 2004), with stemming, as the package rouge-score computes it."""

    def __init__(self, kinds: Sequence[str]) -> None:
        from rouge_score.rouge_scorer import RougeScorer

        self.kinds = list(kinds)
        self._scorer = RougeScorer(self.kinds, use_stemmer=True)

    def one(self, reference: str, candidate: str) -> dict[str, float]:
        """F1 of one candidate, between 0 and 1."""
        scores = self._scorer.score(reference, candidate)
        return {kind: float(scores[kind].fmeasure) for kind in self.kinds}

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


def clocked(items: Sequence[Any], work: Callable[[Any], Any]) -> tuple[list[Any], list[float]]:
    """Results of `work` on every item and the milliseconds each took, after one warm-up."""
    work(items[0])
    results, times = [], []
    for item in items:
        start = time.perf_counter()
        results.append(work(item))
        times.append(1000 * (time.perf_counter() - start))
    return results, times


def timed(items: Sequence[Any], work: Callable[[Any], Any]) -> tuple[list[Any], float]:
    """Results of `work` on every item and the milliseconds an item took on average, after one warm-up."""
    results, times = clocked(items, work)
    return results, sum(times) / len(times)


def table(title: str, header: Sequence[str], lines: Iterable[Sequence[Any]]) -> str:
    """A Markdown table."""

    def cells(values: Sequence[Any]) -> Iterator[str]:
        return (f"{v:.1f}" if isinstance(v, float) else str(v) for v in values)

    body = ["| " + " | ".join(cells(line)) + " |" for line in lines]
    return "\n".join(
        [f"### {title}", "", "| " + " | ".join(header) + " |", "|---" * len(header) + "|", *body, ""]
    )
