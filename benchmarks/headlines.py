"""Headlines against those that editors wrote.

    python -m benchmarks.headlines headline_bbc_dev.jsonl headline_numhg_dev.jsonl [--limit N]

ROUGE-1/2/L F1 with stemming, beside the article's first words in the same run; the
share of headlines of at most 80 characters, with no number that the source lacks,
and (where the set names the number) that hold exactly the right figure.
"""

import argparse
import re
from collections.abc import Sequence
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


def number(text: str) -> Decimal | None:
    """A gold number ("1,000", "1K", "2.5M") as its value."""
    match = re.fullmatch(r"\$?(-?[\d,]*\.?\d+)\s*([KMBT]?)", text.strip(), re.IGNORECASE)
    try:
        value = Decimal(match[1].replace(",", "")) if match else Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
    scale = {"": 0, "K": 3, "M": 6, "B": 9, "T": 12}[match[2].upper() if match else ""]
    return value.scaleb(scale)


def values(text: str) -> set[Decimal]:
    """The values of all figures of a headline, plain numbers among them."""
    found = {f.value for f in summarise.find_figures(text)}
    found |= {
        n
        for word in re.findall(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?[KMBTkmbt]?(?![\w.,]*\w)", text)
        if (n := number(word)) is not None
    }
    return found


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
        (gold, line)
        for row, line in zip(data, output, strict=True)
        if (gold := number(row.get("number", ""))) is not None
    ]
    return 100 * sum(gold in values(line) for gold, line in judged) / len(judged) if judged else "–"


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
