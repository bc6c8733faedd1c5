"""Headlines against those that editors wrote.

    python -m benchmarks.headlines headline_bbc_dev.jsonl headline_numhg_dev.jsonl [--limit N]

ROUGE-1/2/L F1 with stemming, beside the article's first words in the same run; the
share of headlines of at most 80 characters, with no number that the source lacks,
and (where the set names the number) that hold exactly the right figure.
"""

import argparse
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import summarise
from summarise.reading import from_text

from .measure import Rouge, rows, table, timed

KINDS = ("rouge1", "rouge2", "rougeL")
HEADER = (
    "system",
    "R-1",
    "R-2",
    "R-L",
    "words",
    "right number %",
    "number not in source",
    "empty",
    "ms/article",
)
AUDITED = ("digests", "lines shown", "candidates refused", "digests with one", "lines shown with a finding")


_SCALES = {
    "k": 3,
    "thousand": 3,
    "m": 6,
    "million": 6,
    "b": 9,
    "bn": 9,
    "billion": 9,
    "t": 12,
    "tn": 12,
    "trillion": 12,
}
_NUMBER = re.compile(
    r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?|\.\d+)[ -]?(?:(thousand|million|billion|trillion|tn|bn|[kmbt])(?![a-z]))?",
    re.IGNORECASE,
)


def numbers(text: str) -> list[tuple[Decimal, Decimal]]:
    """The numbers in digits of a headline, each as it is written and as its value: "$2.5M" is 2.5 and 2500000."""
    found = []
    for match in _NUMBER.finditer(text):
        written = Decimal(match[1].rstrip(",").replace(",", ""))
        found.append((written, written.scaleb(_SCALES.get((match[2] or "").lower(), 0))))
    return found


def gold(row: Mapping[str, Any]) -> Decimal | None:
    """The value of a set's gold number: that which it has in the editor's headline ("2" in "$2B" is 2000000000)."""
    try:
        written = Decimal(str(row.get("number", "")).strip().replace(",", ""))
    except InvalidOperation:
        return None
    return next((value for own, value in numbers(row["headline"]) if own == written), written)


def values(text: str) -> set[Decimal]:
    """The values of all numbers of a text, in digits or words, those that only label among them."""
    figures = summarise.find_figures(text, labels=True)
    found = {value for figure in figures for value in (figure.value, figure.upper) if value is not None}
    return found | {value for _, value in numbers(text)}


def invented(headline: str, source: str) -> bool:
    """Whether a headline has a digit group that the source has in no form."""
    known = values(source)
    return any(value not in known for value in values(headline))


def measure(path: Path, limit: int | None) -> str:
    """The table of one set."""
    rouge = Rouge(KINDS)
    data = rows(path, limit)
    references = [row["headline"] for row in data]
    first = 13 if any("number" in row for row in data) else 11
    digests, milliseconds = timed([row["text"] for row in data], digest)
    made = [one.headline.text if one.headline else "" for one in digests]
    leads = [" ".join(body(row["text"]).split()[:first]) for row in data]
    lines = []
    for name, output, ms in ((f"first {first} words", leads, 0.0), ("summarise", made, milliseconds)):
        scores = rouge.mean(zip(references, output, strict=True))
        lines.append(
            (
                name,
                *(scores[k] for k in (*KINDS, "words")),
                right_numbers(data, output),
                sum(invented(line, row["text"]) for line, row in zip(output, data, strict=True)),
                sum(not line.strip() for line in output),
                ms,
            )
        )
    headlines = table(f"Headlines: {path.stem}, {len(data)} articles", HEADER, lines)
    return f"{headlines}\n{audited(path.stem, digests)}"


def audited(name: str, digests: Sequence[summarise.Digest]) -> str:
    """What the audit did to digests: how often it refused a candidate, and what it found in the lines shown."""
    checked = [one.checked for one in digests]
    line = (
        len(checked),
        sum(one.lines for one in checked),
        sum(one.rejected for one in checked),
        sum(one.rejected > 0 for one in checked),
        sum(len(one.findings) for one in checked),
    )
    return table(f"The audit of our own lines: {name}", AUDITED, [line])


def right_numbers(data: list[dict[str, Any]], output: list[str]) -> float | str:
    """Share of headlines that hold the gold number, in per cent."""
    judged = [
        (wanted, line) for row, line in zip(data, output, strict=True) if (wanted := gold(row)) is not None
    ]
    return 100 * sum(wanted in values(line) for wanted, line in judged) / len(judged) if judged else "–"


def body(text: str) -> str:
    """The text without a date in brackets before it."""
    return re.sub(r"^\([^)]*\)\s*", "", text)


def digest(text: str) -> summarise.Digest:
    """Our digest."""
    return summarise.summarise(from_text(text))


def main() -> None:
    """Print a table for each set."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    for path in options.paths:
        print(measure(path, options.limit))


if __name__ == "__main__":
    main()
