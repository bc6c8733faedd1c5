"""Numbers and units as they are printed, several ways each, the handsomest first."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from summarise.figures.arithmetic import EXACT, MAX_DIGITS, quotient
from summarise.figures.tokens import VULGAR
from summarise.resources import data_file

_SCALES = (Decimal(10) ** 6, Decimal(10) ** 9, Decimal(10) ** 12)
_DECIMALS = 3  # more than these behind a "million" are hard to read
_PARTS = {
    2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth",
    20: "twentieth", 100: "hundredth", 1000: "thousandth",
}  # fmt: skip
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_LARGEST_WHOLE = 10**6
_SIGNS = {Fraction(*parts): sign for sign, parts in VULGAR.items()}


def numbers(value: Decimal, style: str, *, money: bool = False) -> tuple[str, ...]:
    """The value as text: "4.5bn", "4,500,000,000", and what says odd ones exactly: "10 2/3", "1.5 × 10^-26"."""
    return tuple(dict.fromkeys(_numbers(value, style, money)))


def _numbers(value: Decimal, style: str, money: bool) -> Iterator[str]:
    sign = "-" if value.is_signed() else ""
    size = value.copy_abs()
    scales = _table()[style]["many_millions"]["money" if money else "other"]
    for factor, name in reversed(tuple(zip(_SCALES, scales, strict=True))):
        part = quotient(size, factor)
        if part >= 1 and _places(part) <= _DECIMALS and EXACT.multiply(part, factor) == size:
            yield f"{sign}{_digits(part)}{name}"
    plain = _digits(size)
    if money and _places(size) == 1:
        yield f"{sign}{plain}0"  # £9.10
    if len(plain.replace(",", "")) <= MAX_DIGITS:
        yield sign + plain
    for factor, name in ((Decimal(1), ""), (Decimal(100), " hundred"), (Decimal(1000), " thousand"),
                         *zip(_SCALES, (" million", " billion", " trillion"), strict=True)):  # fmt: skip
        part = EXACT.divide(size, factor)
        yield from (f"{sign}{mixed}{name}" for mixed in _mixed(part))
        if size >= 10**MAX_DIGITS and factor > 1:
            yield f"{sign}{_digits(part)}{name}"
    digits = size.as_tuple()
    tens = digits.exponent if isinstance(digits.exponent, int) else 0
    mantissa = "".join(map(str, digits.digits))
    yield f"{sign}{mantissa} × 10^{tens}"


def _digits(size: Decimal) -> str:
    text = f"{size:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _places(number: Decimal) -> int:
    exponent = number.normalize(EXACT).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _mixed(size: Decimal) -> Iterator[str]:
    """ "10 2/3", "1/7" where the digits behind the point never end."""
    whole = int(size)
    part = fraction(size - whole) if size != whole else None
    if part is None or part.denominator > 64:
        return
    before = f"{whole:,}" if whole else ""
    if part in _SIGNS:
        yield f"{before}{_SIGNS[part]}"
    yield f"{before} {part.numerator}/{part.denominator}".strip()
    name = _part_name(part)
    if name:
        yield f"{before} and {name.replace('-', ' ')}" if whole else name


def fraction(size: Decimal) -> Fraction | None:
    """The fraction of small whole numbers that a value is when divided to 28 digits, if there is one."""
    found = Fraction(size).limit_denominator(_LARGEST_WHOLE)
    same = quotient(Decimal(found.numerator), Decimal(found.denominator)) == size
    return found if same else None


def _part_name(part: Fraction) -> str | None:
    """ "one-third", "two-fifths"."""
    name = _PARTS.get(part.denominator)
    if name is None or part.numerator >= len(_WORDS):
        return None
    return f"{_WORDS[part.numerator]}-{name}{'s' * (part.numerator > 1)}"


def shares(value: Decimal) -> tuple[str, ...]:
    """A part of a whole: "a third", "two-thirds", "one in five", "17 out of 20"."""
    part = fraction(value)
    if part is None or not 0 < part < 1:
        return ()
    name = _part_name(part)
    texts = []
    if name and part.denominator < 5:
        texts = [name.replace("one-half", "half").replace("one-", "a "), name]
    small = part.numerator < 10 and part.denominator < 10
    top, bottom = (_WORDS[n] if small else f"{n:,}" for n in (part.numerator, part.denominator))
    texts += [f"{top} in {bottom}", f"{top} out of {bottom}", *filter(None, [name])]
    for times in range(2, 10):  # "two out of 20": only some wholes follow "in"
        texts.append(f"{part.numerator * times:,} out of {part.denominator * times:,}")
    return tuple(texts)


def unit_templates(
    unit: str | None, kind: str, style: str, *, singular: bool, noun: str | None = None
) -> tuple[str, ...]:
    """Ways to print a unit around a number, which stands where the {} is.

    Args:
        unit: as `Figure.unit` has it: "USD", "kilometre", "USD per barrel", "per day", None.
        kind: the figure's kind.
        style: "UK" or "US".
        singular: the number is one.
        noun: what is counted, for a rate that must have it ("22,000 vehicles a day").
    """
    if unit is None:
        return ("{}",)
    if kind == "age":
        name = _spelled(unit, style) if singular else _plural(unit, style)
        return (f"{{}} {name} old", f"aged {{}} {name}", "aged {}")
    texts = list(_whole(unit, kind, style, singular))
    base, per, rate = unit.rpartition(" per ") if not unit.startswith("per ") else ("", "per", unit[4:])
    if per:
        rate = _spelled(rate, style)
        behind = [f" per {rate}"]
        for article in ("a", "an"):
            if rate in _table()["rates"][article]:
                behind.insert(0, f" {article} {rate}")
        counted = ["{}", f"{{}} {noun}" if noun else "{} times"]
        before = list(_whole(base, kind, style, singular)) if base else counted
        texts += [template + end for template in before for end in behind]
        texts += [f"{template}/{rate}" for template in before]
    return tuple(dict.fromkeys(texts))


def _whole(unit: str, kind: str, style: str, singular: bool) -> Iterator[str]:
    """A unit that is one name."""
    table = _table()[style]
    if unit in table["units"]:
        template = table["units"][unit]
        yield template.removesuffix("s") if singular and template.endswith("metres") else template
    if unit in table["money"]:
        yield table["money"][unit]
    if unit in _toml("currencies"):
        entry = _toml("currencies")[unit]
        if entry.get("code", True):
            yield f"{unit} {{}}"
        for name in _names(entry, singular):
            yield f"{{}} {name}"
    for name in _unit_names(unit, singular):
        yield f"{{}} {_spelled(name, style)}"
    for prefix, entry in _entries().get(unit, ()):
        for symbol in entry.get("symbols", ()) if not prefix else ():
            yield f"{{}} {symbol}"
            yield f"{{}}{symbol}"
        for symbol in entry.get("close", ()) if not prefix else ():
            yield f"{{}}{symbol}"


def _unit_names(unit: str, singular: bool) -> list[str]:
    """The unit's own name first, then the others: "kilograms", "kilogrammes", "kilos"."""
    names = [prefix + name for prefix, entry in _entries().get(unit, ()) for name in _names(entry, singular)]
    return sorted(names, key=lambda name: name not in (unit, f"{unit}s"))


def _names(entry: dict[str, Any], singular: bool) -> list[str]:
    words: list[str] = entry.get("words", [])
    plurals: list[str] = entry.get("plurals", [])
    if singular:
        return words
    return plurals or [f"{word}s" for word in words]


def _plural(unit: str, style: str) -> str:
    return _spelled(next(iter(_unit_names(unit, False)), f"{unit}s"), style)


def _spelled(name: str, style: str) -> str:
    for ours, theirs in _table()[style]["spelling"].items():
        name = name.replace(ours, theirs)
    return name


@cache
def _entries() -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """The entries of units.toml that make a unit, each with the prefix that it needs for it."""
    entries: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for name, entry in _toml("units").items():
        for prefix in ["", *entry.get("prefixes", [])]:
            entries.setdefault(prefix + name, []).append((prefix, entry))
    return entries


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(data_file(f"en/{name}.toml").read_text(encoding="utf-8"))


def _table() -> dict[str, Any]:
    return _toml("printed_figures")
