"""Quantities against sets of annotated sentences: ours and quantulum3's, matched by value, change and unit."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from summarise.figures import find_figures
from summarise.model import Figure

MULTIPLES = {"double", "doubled", "doubling", "halved", "halving", "triple", "tripled", "twice"}
CHANGES = {">=": ">", "<=": "<"}
# The sets' own names for our units.
UNITS = {
    "percent": "percentage", "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen",
    "CNY": "chinese yuan", "CAD": "canadian dollar", "AUD": "australian dollar", "NZD": "new zealand dollar",
    "HKD": "hong kong dollar", "SGD": "singaporean dollar", "INR": "rupee", "ILS": "shekel", "TRY": "turkish lira",
    "ZAR": "south african rand", "DKK": "danish krone", "SEK": "swedish krona", "HRK": "croatian kuna",
    "MYR": "malaysian ringgit", "CHF": "swiss franc", "BTC": "bitcoin", "LAK": "lao kip", "DEM": "mark",
    "NLG": "netherlands guilde", "pound": "pound-mass", "degree celsius": "celsius", "degree fahrenheit": "fahrenheit",
    "pound per square inch": "pound per square inch", "part per billion": "parts-per-billion",
    "part per million": "parts-per-million", "pound-foot": "foot pound-force", "PLN": "polish zloty",
    "KRW": "south korean won", "IDR": "indonesian rupiah", "RUB": "russian ruble", "BRL": "brazilian real",
    "MXN": "mexican peso",
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
    if figure.kind == "age":
        return f"{name} of age"
    return name if figure.unit in UNITS or not rate else f"{name} per {rate}"


def ours(text: str) -> list[Item]:
    items = []
    for figure in find_figures(text):
        if figure.kind == "rank" or figure.text.lower() in MULTIPLES:
            continue  # no quantities to these sets
        ends = (float(figure.value),) if figure.upper is None else (float(figure.value), float(figure.upper))
        units, change = {set_unit(figure)}, _change(figure, text)
        if figure.noun and _is_counted(figure):
            # The sets give what is counted as the unit.
            noun = singular(figure.noun)
            units = (units - {"-"}) | {"count" if noun == "time" else noun}
            if figure.kind == "ratio":
                units.add(f"% {noun}")
            if (figure.unit or "").startswith("per "):
                units |= {f"{noun} {figure.unit}", f"count {figure.unit}" if noun == "time" else ""}
        shown = f"{change} {figure.text} [{figure.unit} | {figure.noun}]"
        items.append(Item(tuple(sorted(ends)), change, frozenset(units), shown))
    return items


def _is_counted(figure: Figure) -> bool:
    """Whether the noun stands behind the number; what stands before it is to the sets its concept, no unit."""
    return figure.noun_span is not None and figure.noun_span.start >= figure.start


def _change(figure: Figure, text: str) -> str:
    """The change as the sets annotate it: told by a verb or "up" and "down" before it, by no noun ("a 5% rise")."""
    if figure.bound in ("up", "down") and figure.direction_span is not None:
        behind = figure.direction_span.start >= figure.end
        if behind or text[figure.direction_span.end : figure.start].split()[:1] == ["of"]:
            return "="
    return CHANGES.get(figure.bound, figure.bound)


def quantulum(text: str) -> list[Item]:
    from quantulum3 import parser

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
