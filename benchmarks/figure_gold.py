"""Figures and key figures against the gold of sample articles."""

import tomllib
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from summarise.figures import conflicts, find_figures, key_figures
from summarise.model import Figure


def corpus(folder: Path, errors: int, parsed: bool = False) -> None:
    """Print how many gold figures are found whole; if `parsed`, also with every sentence parsed, side by side."""
    from summarise.figures.parsed import with_syntax
    from summarise.language.segment import segment
    from summarise.language.syntax import parse
    from summarise.ranking import rank, standing
    from summarise.reading import from_text

    columns = ("patterns", "parsed") if parsed else ("patterns",)
    measures = ("value", "bound", "unit", "noun", "speaker", "kind", "all four")
    named = 0
    right_of_named = dict.fromkeys(columns, 0)
    counts = {column: dict.fromkeys(measures, 0) for column in columns}
    wanted, found_all, first_three, in_five = 0, 0, 0, dict.fromkeys(columns, 0)
    for path in sorted(folder.glob("*.toml")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        article = from_text(text)
        sentences = segment(article)
        figures = find_figures(article.text, sentences)
        found = {"patterns": figures}
        if parsed:
            found["parsed"] = with_syntax(figures, parse([sentences])[0])
        found_all += len(figures)
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("figure", [])
        wanted += len(tables)
        named += sum("noun" in table for table in tables)
        first_three += len(tables[:3])
        ranked = sorted(rank(sentences, title=article.title).ranked, key=lambda r: r.sentence.index)
        weights = [standing(entry.rank) for entry in ranked]
        clashes = conflicts(figures, article.text, sentences)
        for column in columns:
            keys = key_figures(
                found[column], weights, 5, title=article.title, clashes=clashes, sentences=sentences
            )
            in_five[column] += sum(any(_agrees(f, table) for f in keys) for table in tables[:3])
            for table in tables:
                hit = _hit(article.text, found[column], table)
                same = _same(hit, table)
                for key, right in same.items():
                    counts[column][key] += right
                right_of_named[column] += "noun" in table and same.get("noun", False)
                if errors > 0 and column == columns[-1] and not (same and all(same.values())):
                    errors -= 1
                    wrong = {k: (getattr(hit, k, None), table.get(k)) for k in same if not same[k] and hit}
                    print(f"    {path.stem}: {table['text']!r} ours/gold {wrong or 'not found'}")
    print(
        f"\n{folder}: {wanted} figures wanted, {found_all} found\n{'':14}{''.join(f'{c:>12}' for c in columns)}"
    )
    for key in measures:
        print(f"    {key:10}{''.join(f'{100 * counts[c][key] / max(wanted, 1):10.1f} %' for c in columns)}")
    rights = "".join(f"{100 * right_of_named[c] / max(named, 1):10.1f} %" for c in columns)
    print(f"    {'noun':10}{rights} of the {named} that have one in the gold")
    shares = ", ".join(f"{100 * in_five[c] / max(first_three, 1):.1f} % ({c})" for c in columns)
    print(f"    first three among our five key figures {shares}")


def _hit(text: str, figures: Sequence[Figure], table: dict[str, Any]) -> Figure | None:
    """The figure that a gold table tells, one inside its text if there is one."""
    places = _places(text, table["text"])
    alike = [figure for figure in figures if _agrees(figure, table)]
    inside = (figure for figure in alike if any(a <= figure.start < b for a, b in places))
    return next(inside, alike[0] if alike else None)


def _same(hit: Figure | None, table: dict[str, Any]) -> dict[str, bool]:
    """Measure by measure, whether the figure says what the table says."""
    if hit is None:
        return {}
    same = {
        "value": True,
        # "rose by about 3 per cent" is about three and upwards; the gold has room for one of the two
        "bound": table.get("bound", "=") in (hit.bound, hit.direction),
        "unit": _unit(hit, table),
        "noun": _within(hit.noun, table.get("noun")),
        "speaker": _within(hit.speaker, table.get("speaker")),
        "kind": hit.kind == table.get("kind"),
    }
    return {**same, "all four": all(same[key] for key in ("value", "bound", "unit", "noun"))}


def _places(text: str, part: str) -> list[tuple[int, int]]:
    places, at = [], text.find(part)
    while at >= 0:
        places.append((at, at + len(part)))
        at = text.find(part, at + 1)
    return places


def _agrees(figure: Figure, table: dict[str, Any]) -> bool:
    def close(a: Decimal | None, b: Any) -> bool:
        return a is b if a is None or b is None else abs(float(a) - float(b)) <= 1e-3 * abs(float(b))

    subunit = figure.unit is not None and figure.unit.split(" per ")[0] in ("cent", "penny")
    value = figure.value / 100 if subunit and table.get("unit") not in (None, figure.unit) else figure.value
    if table.get("kind") == "score" and "upper" not in table:
        return close(value, table["value"]) and figure.kind == "score"
    upper = (
        figure.upper / 100 if subunit and figure.upper is not None and value != figure.value else figure.upper
    )
    return close(value, table["value"]) and close(upper, table.get("upper"))


def _unit(figure: Figure, table: dict[str, Any]) -> bool:
    """A rate may be given by its unit alone ("$2 a share" as USD), a part of a currency as the currency."""
    ours, theirs = (figure.unit or "").lower(), str(table.get("unit", "")).lower()
    ours = "" if ours.startswith("per ") else ours
    base = ours.split(" per ")[0]
    return (
        ours == theirs
        or (base == theirs and " per " not in theirs)
        or (base in ("cent", "penny") and theirs != "")
    )


def _within(ours: str | None, theirs: str | None) -> bool:
    """One is a part of the other, as "police" and "local police"."""
    a, b = (ours or "").lower(), (theirs or "").lower()
    return a == b or bool(a and b and (a in b or b in a))
