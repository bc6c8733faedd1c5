"""Compression by deletion against what editors kept.

    python -m benchmarks.compression compression_google_dev.jsonl [--limit N] [--spaced]

Token F1 (bags of tokens), exact matches and the compression ratio in tokens, beside the first tokens of
the sentence in the same run. A record has `tokens` and `keep`, or `sentence` and `compressions` (several
references: the mean over them, and an exact match with any). Sentences are written as people write them;
with --spaced every token stands apart, as the sets have it.
"""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import summarise

from .measure import rows, table, timed

HEADER = ("system", "F1", "exact %", "ratio", "ms/sentence")
_BEFORE = frozenset(", . ; : ? ! ) ] 's 're 've 'll 'd 'm n't % '' ’s ’ ”".split())
_BEHIND = frozenset("( [ $ `` US$ # £ € “ C$ A$ HK$".split())
_QUOTES = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}
# About what editors keep.
_SHARE = 0.41


def written(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Tokens as running text, and where each of them stands in it."""
    text, spans = "", []
    opened = False
    before = ""
    for token in tokens:
        shown = _QUOTES.get(token, token)
        gap = " "
        if not text or token in _BEFORE or before in _BEHIND or (before == '"' and opened):
            gap = ""
        if token == '"':
            gap = "" if opened or not text else " "
            opened = not opened
        elif token == "``":
            gap = " " if text else ""
        text += gap
        spans.append((len(text), len(text) + len(shown)))
        text += shown
        before = token
    return text, spans


def token_f1(kept: Sequence[str], gold: Sequence[str]) -> float:
    """F1 of two bags of tokens, between 0 and 1."""
    common = sum((Counter(kept) & Counter(gold)).values())
    return 2 * common / (len(kept) + len(gold)) if common else 0.0


Outcome = tuple[Sequence[str], Sequence[str], Sequence[Sequence[str]]]
"""A sentence, what is kept of it, and its references."""


def score(outcomes: Sequence[Outcome]) -> tuple[float, float, float]:
    """Mean F1 and exact matches in per cent, and the ratio, over (sentence, kept, references)."""
    f1 = [sum(token_f1(kept, gold) for gold in golds) / len(golds) for _, kept, golds in outcomes]
    exact = [any(list(kept) == list(gold) for gold in golds) for _, kept, golds in outcomes]
    ratio = [len(kept) / len(tokens) for tokens, kept, _ in outcomes]
    count = len(outcomes)
    return 100 * sum(f1) / count, 100 * sum(exact) / count, sum(ratio) / count


def golds(row: Mapping[str, Any]) -> tuple[list[str], list[list[str]]]:
    """The tokens of a record, and its references."""
    if "tokens" in row:
        kept = [token for token, keep in zip(row["tokens"], row["keep"], strict=True) if keep]
        return list(row["tokens"]), [kept]
    return row["sentence"].split(), [reference.split() for reference in row["compressions"]]


def kept_tokens(tokens: Sequence[str], output: str) -> list[str]:
    """The tokens of a sentence that its compression has, found from left to right."""
    kept, place = [], 0
    for token in tokens:
        shown = _QUOTES.get(token, token)
        while place < len(output) and output[place].isspace():
            place += 1
        start = output[place : place + len(shown)]
        if start == shown or (place == 0 and start.lower() == shown.lower()):
            kept.append(token)
            place += len(shown)
    return kept


def measure(path: Path, limit: int | None, spaced: bool) -> str:
    """The table of one set."""
    data = [golds(row) for row in rows(path, limit)]
    texts = [" ".join(tokens) if spaced else written(tokens)[0] for tokens, _ in data]
    made, milliseconds = timed(texts, summarise.compress)
    ours = [
        (tokens, kept_tokens(tokens, line), gold) for (tokens, gold), line in zip(data, made, strict=True)
    ]
    first = [(tokens, [*tokens[: round(_SHARE * len(tokens))], tokens[-1]], gold) for tokens, gold in data]
    lines = [("first tokens", *score(first), 0.0), ("summarise", *score(ours), milliseconds)]
    return table(f"Compression: {path.stem}, {len(data)} sentences", HEADER, lines)


def main() -> None:
    """Print a table for each set."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--spaced", action="store_true")
    options = parser.parse_args()
    for path in options.paths:
        print(measure(path, options.limit, options.spaced))


if __name__ == "__main__":
    main()
