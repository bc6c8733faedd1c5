"""Whether the figure of an editor's headline is among the figures found in its article."""

import time
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from summarise.figures import conflicts, find_figures, key_figures
from summarise.model import Figure


def headlines(name: str, rows: list[dict[str, Any]], errors: int) -> None:
    from summarise.language.segment import segment
    from summarise.ranking import rank, standing
    from summarise.reading import from_text

    measures = ("quantities only", "with labels", "top three key figures")
    hits = {measure: {"all": 0, "taken over": 0} for measure in measures}
    counts = {"all": len(rows), "taken over": 0}
    words, seconds = 0, {"quantities only": 0.0, "with labels": 0.0}
    for row in rows:
        # "taken over": the number stands in the text, in figures or in words, or as 1,000 for 1K.
        taken_over = row["annotation"].startswith(("Copy", "Trans", "Paraphrase"))
        counts["taken over"] += taken_over
        words += len(row["text"].split())
        found: dict[str, Sequence[Figure]] = {}
        for measure in seconds:
            begin = time.perf_counter()
            found[measure] = find_figures(row["text"], labels=measure == "with labels")
            seconds[measure] += time.perf_counter() - begin
        article = from_text(row["text"])
        sentences = segment(article)
        ranked = sorted(rank(sentences, title=article.title).ranked, key=lambda r: r.sentence.index)
        weights = [standing(entry.rank) for entry in ranked]
        figures = find_figures(article.text, sentences)
        found[measures[2]] = key_figures(
            figures,
            weights,
            3,
            title=article.title,
            clashes=conflicts(figures, article.text, sentences),
            sentences=sentences,
        )
        wanted = str(row["number"]).replace(",", "")
        wanted = _plain(Decimal(wanted)) if wanted.replace(".", "", 1).isdecimal() else wanted
        for measure in measures:
            hit = wanted in _shown_as(found[measure])
            hits[measure]["all"] += hit
            hits[measure]["taken over"] += hit and taken_over
        if errors > 0 and taken_over and wanted not in _shown_as(found["with labels"]):
            errors -= 1
            print(
                f"    {row['id']} {row['number']} {row['annotation']} {row['headline']}\n        {row['text'][:700]}"
            )
    print(f"\n{name}: the headline's number among the figures of the text")
    for group, count in counts.items():
        print(f"    {group} ({count})")
        for measure in measures:
            print(f"        {measure:24}{100 * hits[measure][group] / max(count, 1):6.1f} %")
    for measure, spent in seconds.items():
        print(f"    {measure}: {words / spent:,.0f} words a second")


def _shown_as(figures: Sequence[Figure]) -> set[str]:
    """Every way a headline may write these figures: 4500 as 4500 and 4.5 (thousand), two ends as 9/11."""
    ways: set[str] = set()
    for figure in figures:
        values = [abs(value) for value in (figure.value, figure.upper) if value is not None]
        for value in values:
            ways.update(f"{_plain(value / scale)}" for scale in (1, 10**3, 10**6, 10**9, 10**12))
        ways.add("/".join(_plain(value) for value in values))
        if figure.kind == "ratio":
            part = Fraction(figure.value).limit_denominator(20)
            ways.add(f"{part.numerator}/{part.denominator}")
    return ways


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
