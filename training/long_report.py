"""Derive the profile for long reports from that for news: summarise/data/en/ranking/long-report.toml.

    python -m training.long_report

No set of long reports with references was at hand, so nothing is fitted here. In a report what
matters may stand anywhere: where a sentence stands counts a quarter of what it counts in news, and
in which sentence a term comes first does not count. Everything else is as in news.
"""

from dataclasses import replace
from pathlib import Path

from summarise.ranking.features import FEATURES
from summarise.ranking.weights import load_weights

from .weights_file import write_weights

OUT = Path("summarise/data/en/ranking/long-report.toml")
PLACE = ("place_log", "place_share", "first", "second")
QUARTER = 0.25


def main() -> None:
    """Derive and write."""
    news = load_weights("news")
    sentence = tuple(
        round(weight * QUARTER, 3) if name in PLACE else weight
        for name, weight in zip(FEATURES, news.sentence, strict=True)
    )
    flags = {
        name: 0.0 if "lead" in name or "early" in name else value for name, value in news.words.flags.items()
    }
    words = replace(news.words, first=tuple(0.0 for _ in news.words.first), flags=flags)
    weights = replace(news, name="long-report", sentence=sentence, words=words)
    write_weights(OUT, weights, None)
    print(f"written: {OUT}")


if __name__ == "__main__":
    main()
