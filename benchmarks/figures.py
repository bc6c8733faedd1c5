"""How well figures are found.

    python benchmarks/figures.py PATH [PATH ...] [--errors N]

Each PATH is a JSONL set or a folder of corpus articles:

- records with `text` and `quantities` (value, change, unit, normalized_unit): precision, recall and F1 of value,
  value + change, value + unit; a record's quantities are matched greedily, a range is its two ends;
- records with `text`, `headline` and `number`: how often the headline's number is among the figures of the text;
- a folder of NAME.txt with NAME.toml: recall of its [[figure]] tables and of the three most important ones among our
  first five key figures.

If quantulum3 is installed, it is measured beside on the first kind of set.
"""

import argparse
import json
import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from summarise.figures import find_figures, key_figures
from summarise.model import Figure

CHANGES = {">=": ">", "<=": "<"}
# The sets' own names for our units.
UNITS = {
    "percent": "percentage", "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen",
    "CNY": "chinese yuan", "CAD": "canadian dollar", "AUD": "australian dollar", "NZD": "new zealand dollar",
    "HKD": "hong kong dollar", "SGD": "singaporean dollar", "INR": "rupee", "ILS": "shekel", "TRY": "turkish lira",
    "ZAR": "south african rand", "DKK": "danish krone", "SEK": "swedish krona", "HRK": "croatian kuna",
    "MYR": "malaysian ringgit", "CHF": "swiss franc", "BTC": "bitcoin", "LAK": "lao kip", "DEM": "mark",
    "NLG": "netherlands guilde", "pound": "pound-mass", "degree celsius": "celsius", "degree fahrenheit": "fahrenheit",
    "part per billion": "parts-per-billion", "part per million": "parts-per-million", "pound-foot": "foot pound-force",
    "watt hour": "watt hour", "kilowatthour": "kilowatt hour", "tonne": "metric ton",
}  # fmt: skip


@dataclass(frozen=True)
class Item:
    """One quantity of either side: its ends, its change and every name its unit goes by."""

    ends: tuple[float, ...]
    change: str
    units: frozenset[str]
    shown: str


def singular(text: str) -> str:
    words = text.lower().split()
    return " ".join(w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in words)


def set_unit(figure: Figure) -> str:
    if figure.unit is None:
        return "-"
    base, _, rate = figure.unit.partition(" per ")
    name = UNITS.get(figure.unit) or UNITS.get(base, base)
    for prefix in ("kilo", "mega", "giga", "tera"):
        name = name.replace(f"{prefix}watt hour", f"{prefix}watt hour")
    if figure.kind == "age":
        return f"{name} of age"
    return name if figure.unit in UNITS or not rate else f"{name} per {rate}"


def ours(text: str) -> list[Item]:
    items = []
    for figure in find_figures(text):
        ends = (float(figure.value),) if figure.upper is None else (float(figure.value), float(figure.upper))
        units = {set_unit(figure)}
        if figure.noun:
            # The sets give what is counted as the unit.
            noun = singular(figure.noun)
            units = (units - {"-"}) | {"count" if noun == "time" else noun}
            if figure.kind == "ratio":
                units.add(f"% {noun}")
        shown = f"{figure.bound} {figure.text} [{figure.unit} | {figure.noun}]"
        items.append(
            Item(tuple(sorted(ends)), CHANGES.get(figure.bound, figure.bound), frozenset(units), shown)
        )
    return items


def quantulum(text: str) -> list[Item]:
    from quantulum3 import parser  # type: ignore[import-not-found, unused-ignore]

    names = {"dimensionless": "-", "year": "year"}
    return [
        Item(
            (q.value,),
            "=",
            frozenset({names.get(q.unit.name, q.unit.name), singular(q.unit.name)}),
            q.surface,
        )
        for q in parser.parse(text)
    ]


def gold(quantity: dict[str, Any]) -> Item:
    text = str(quantity["value"])
    ends: tuple[float, ...]
    try:
        ends = (float(text),)
    except ValueError:
        cut = text.index("-", 1)
        ends = tuple(sorted((float(text[:cut]), float(text[cut + 1 :]))))
    units = {str(quantity.get("normalized_unit") or "-").lower()}
    units.add(singular(str(quantity.get("unit") or "-")))
    return Item(
        ends, str(quantity.get("change", "=")), frozenset(units), json.dumps(quantity, ensure_ascii=False)
    )


def same_value(a: Item, b: Item) -> bool:
    return len(a.ends) == len(b.ends) and all(
        abs(x - y) <= 1e-6 * max(abs(x), abs(y), 1e-30) for x, y in zip(a.ends, b.ends, strict=True)
    )


def same_change(a: Item, b: Item) -> bool:
    return same_value(a, b) and a.change == b.change


def same_unit(a: Item, b: Item) -> bool:
    return same_value(a, b) and bool(a.units & b.units)


def match(
    found: Sequence[Item], wanted: Sequence[Item], same: Callable[[Item, Item], bool]
) -> list[tuple[int, int]]:
    """Greedy, in order."""
    pairs: list[tuple[int, int]] = []
    used: set[int] = set()
    for i, item in enumerate(found):
        for j, other in enumerate(wanted):
            if j not in used and same(item, other):
                used.add(j)
                pairs.append((i, j))
                break
    return pairs


def quantities(
    name: str, rows: list[dict[str, Any]], finder: Callable[[str], list[Item]], errors: int
) -> None:
    criteria = {"value": same_value, "value+change": same_change, "value+unit": same_unit}
    print(f"\n{name}: {len(rows)} texts\n{'':14}{'P':>8}{'R':>8}{'F1':>8}")
    pairs = [(row, finder(row["text"]), [gold(q) for q in row["quantities"]]) for row in rows]
    for label, same in criteria.items():
        if (
            label == "value+change"
            and "change" not in str(rows[0].get("quantities"))
            and not any("change" in q for row in rows for q in row["quantities"])
        ):
            continue
        hits = sum(len(match(found, wanted, same)) for _, found, wanted in pairs)
        found_all, wanted_all = sum(len(f) for _, f, _ in pairs), sum(len(w) for _, _, w in pairs)
        p, r = 100 * hits / max(found_all, 1), 100 * hits / max(wanted_all, 1)
        print(f"{label:14}{p:8.1f}{r:8.1f}{2 * p * r / max(p + r, 1e-9):8.1f}")
        left = errors
        for row, found, wanted in pairs if errors else []:
            matched = match(found, wanted, same)
            extra = [found[i].shown for i in range(len(found)) if i not in {a for a, _ in matched}]
            missed = [wanted[j].shown for j in range(len(wanted)) if j not in {b for _, b in matched}]
            if (extra or missed) and left > 0:
                left -= 1
                print(f"    {row['text'][:300]}\n        extra  {extra}\n        missed {missed}")


def headlines(name: str, rows: list[dict[str, Any]], errors: int) -> None:
    hits, words = 0, 0
    begin = time.perf_counter()
    for row in rows:
        numbers: set[Decimal] = set()
        for figure in find_figures(row["text"]):
            for value in (figure.value, figure.upper):
                if value is not None:
                    numbers.update(abs(value) / scale for scale in (1, 10**3, 10**6, 10**9, 10**12))
        words += len(row["text"].split())
        try:
            wanted = Decimal(str(row["number"]).replace(",", ""))
        except ArithmeticError:
            continue
        if wanted in numbers:
            hits += 1
        elif errors > 0 and row["annotation"].startswith(("Copy", "Trans")):
            errors -= 1
            print(
                f"    {row['id']} {row['number']} {row['annotation']} {row['headline']}\n        {row['text'][:700]}"
            )
    seconds = time.perf_counter() - begin
    print(f"\n{name}: headline's number among the figures {100 * hits / len(rows):.1f} % of {len(rows)}")
    print(f"    {words / seconds:,.0f} words a second")


def corpus(folder: Path, errors: int) -> None:
    from summarise.language.segment import segment
    from summarise.ranking import rank, standing
    from summarise.reading import from_text

    counts = dict.fromkeys(("wanted", "value", "bound", "unit", "noun", "speaker", "kind", "all four"), 0)
    first_three, in_five, found_all = 0, 0, 0
    for path in sorted(folder.glob("*.toml")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        article = from_text(text)
        sentences = segment(article)
        figures = find_figures(text, sentences)
        found_all += len(figures)
        wanted = tomllib.loads(path.read_text(encoding="utf-8")).get("figure", [])
        ranked = sorted(rank(sentences, title=article.title).ranked, key=lambda r: r.sentence.index)
        weights = [standing(entry.rank) for entry in ranked]
        keys = key_figures(figures, weights, 5)
        for order, table in enumerate(wanted):
            counts["wanted"] += 1
            places = _places(article.text, table["text"])
            hit = next(
                (f for f in figures if _agrees(f, table) and any(a <= f.start < b for a, b in places)), None
            )
            hit = hit or next((f for f in figures if _agrees(f, table)), None)
            if order < 3:
                first_three += 1
                in_five += any(_agrees(f, table) for f in keys)
            if hit is None:
                if errors > 0:
                    errors -= 1
                    print(f"    {path.stem}: not found: {table}")
                continue
            same = {
                "value": True,
                "bound": hit.bound == table.get("bound", "="),
                "unit": _unit(hit, table),
                "noun": _within(hit.noun, table.get("noun")),
                "speaker": _within(hit.speaker, table.get("speaker")),
                "kind": hit.kind == table.get("kind"),
            }
            for key, right in same.items():
                counts[key] += right
            counts["all four"] += all(same[key] for key in ("value", "bound", "unit", "noun"))
            if errors > 0 and not all(same.values()):
                errors -= 1
                wrong = {k: (getattr(hit, k), table.get(k)) for k, right in same.items() if not right}
                print(f"    {path.stem}: {table['text']!r} ours/gold {wrong}")
    print(f"\n{folder}: {counts['wanted']} figures wanted, {found_all} found")
    for key in list(counts)[1:]:
        print(f"    {key:10}{100 * counts[key] / max(counts['wanted'], 1):6.1f} %")
    print(f"    first three among our five key figures {100 * in_five / max(first_three, 1):.1f} %")


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


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("paths", nargs="+", type=Path)
    arguments.add_argument(
        "--errors", type=int, default=0, help="show this many wrong texts for each measure"
    )
    options = arguments.parse_args()
    try:
        import quantulum3  # type: ignore[import-not-found, unused-ignore] # noqa: F401

        peer = True
    except ImportError:
        peer = False
    for path in options.paths:
        if path.is_dir():
            corpus(path, options.errors)
            continue
        with path.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
        if "number" in rows[0]:
            headlines(path.name, rows, options.errors)
            continue
        quantities(path.name, rows, ours, options.errors)
        if peer:
            quantities(f"{path.name} (quantulum3)", rows, quantulum, 0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
