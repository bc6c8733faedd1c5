"""Count how common terms are and how often headlines take them up: summarise/data/en/ranking/terms.tsv.

    python -m training.terms --texts a.jsonl b.jsonl --headlines c.jsonl d.jsonl [-o terms.tsv]

Every file holds one record a line with `text`; those of --headlines also `headline`. A term is
kept if at least 0.07 % of the articles have it. Only counts are written, nothing of the texts.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summarise.language.words import words
from summarise.ranking.terms import content_stems

OUT = Path("summarise/data/en/ranking/terms.tsv")
LEAST_PER_10_000 = 7
# A ratio is drawn to the mean as if so many more articles with the term were at the mean.
PRIOR_ARTICLES = 20
HEAD = """\
# stem, articles of 10,000 that have it, and how much more often than the mean term a headline takes it up
# (hundredths of a natural logarithm). Counted by training/terms.py over {articles} news articles.
"""


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", nargs="*", type=Path, default=[])
    parser.add_argument("--headlines", nargs="*", type=Path, default=[])
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    options = parser.parse_args()
    articles: Counter[str] = Counter()
    offered: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    number = 0
    for path in (*options.texts, *options.headlines):
        for record in records(path):
            number += 1
            found = set(content_stems(words(record["text"])))
            articles.update(found)
            if path in options.headlines:
                offered.update(found)
                taken.update(found & set(content_stems(words(record["headline"]))))
    mean = sum(taken.values()) / max(1, sum(offered.values())) or 1.0
    lines = []
    for own, count in sorted(articles.items()):
        per = round(10_000 * count / number)
        if per >= LEAST_PER_10_000:
            ratio = (taken[own] + PRIOR_ARTICLES * mean) / (offered[own] + PRIOR_ARTICLES) / mean
            lines.append(f"{own}\t{per}\t{round(100 * math.log(ratio))}\n")
    options.output.write_text(HEAD.format(articles=number) + "".join(lines), encoding="utf-8")
    print(f"{options.output}: {len(lines)} terms of {number} articles")


if __name__ == "__main__":
    main()
