"""What the data files say about number words, units, currencies and cues, ready to look up.

Names of more than one word are keyed by their tokens, as `tokens.split_key` cuts them.
"""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Generic, TypeVar

from summarise.figures.tokens import Line, split_key
from summarise.model import Bound, FigureKind
from summarise.resources import data_file, word_list

Key = tuple[str, ...]
T = TypeVar("T")
_PREFIXES = {
    "tera": "T", "giga": "G", "mega": "M", "kilo": "k", "hecto": "h", "deci": "d", "centi": "c", "milli": "m",
    "micro": "μ", "nano": "n", "peta": "P",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or a currency under the name the program gives it.

    `least`: smaller numbers before it do not make it a unit ("30 won" is a match report).
    """

    name: str
    kind: FigureKind
    least: int = 0


class Table(Generic[T]):
    """Longest match over tokens: first the exact case, then lower case."""

    __slots__ = ("_exact", "_firsts", "_lasts", "_lower", "longest")

    def __init__(self) -> None:
        self._exact: dict[Key, T] = {}
        self._lower: dict[Key, T] = {}
        # What entries begin and end with: most tokens are ruled out by these alone.
        self._firsts: set[str] = set()
        self._lasts: set[str] = set()
        self.longest = 0

    def add(self, text: str, value: T, *, any_case: bool = True) -> None:
        """Enter a name; the first entry of a name stays."""
        key = split_key(text)
        self.longest = max(self.longest, len(key))
        self._firsts.add(key[0].lower())
        self._lasts.add(key[-1].lower())
        if any_case:
            self._lower.setdefault(tuple(part.lower() for part in key), value)
        else:
            self._exact.setdefault(key, value)

    def entries(self) -> tuple[T, ...]:
        """Everything that was entered, in order, names in any case first."""
        return (*self._lower.values(), *self._exact.values())

    def after(self, line: Line, index: int) -> tuple[T, int] | None:
        """The entry that begins at token `index`, with the index behind it."""
        if line[index].lower not in self._firsts:
            return None
        for length in range(min(self.longest, len(line) - index), 0, -1):
            found = self._get(line, index, index + length)
            if found is not None:
                return found, index + length
        return None

    def before(self, line: Line, index: int) -> tuple[T, int] | None:
        """The entry that ends just before token `index`, with the index of its first token."""
        if line[index - 1].lower not in self._lasts:
            return None
        for length in range(min(self.longest, index), 0, -1):
            found = self._get(line, index - length, index)
            if found is not None:
                return found, index - length
        return None

    def _get(self, line: Line, start: int, end: int) -> T | None:
        tokens = line.tokens[start:end]
        if tokens[-1].kind == "number" and not line.glued(end - 1):
            return None  # "12 m 2 dm" has no square metre
        found = self._exact.get(tuple(token.text for token in tokens))
        return self._lower.get(tuple(token.lower for token in tokens)) if found is None else found


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything together. See the data files for what each part holds."""

    cardinals: dict[str, int]
    scales: dict[str, Decimal]
    short_scales: dict[str, Decimal]
    letters: dict[str, Decimal]
    money_letters: dict[str, Decimal]
    fractions: dict[str, int]
    groups: dict[str, int]
    decades: dict[str, int]
    multiples: dict[str, Decimal]
    multiplying: dict[str, Decimal]
    money_before: Table[Unit]
    money_after: Table[Unit]
    units: Table[Unit]
    close_units: Table[Unit]
    cues_before: Table[Bound]
    cues_after: Table[Bound]
    change: dict[str, Bound]
    change_of_something: dict[str, Bound]
    change_nouns: dict[str, Bound]


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(data_file(f"en/{name}.toml").read_text(encoding="utf-8"))


def words(name: str) -> frozenset[str]:
    """A one-per-line list of data/en."""
    return word_list(f"en/{name}.txt")


@cache
def _word_classes() -> dict[str, dict[str, frozenset[str]]]:
    tables = _toml("figure_words")
    return {
        part: {name: frozenset(entries) for name, entries in table.items()} for part, table in tables.items()
    }


def word_class(part: str, name: str) -> frozenset[str]:
    """A class of words of data/en/figure_words.toml."""
    return _word_classes()[part][name]


@cache
def lexicon() -> Lexicon:
    """The data files, read once."""
    numbers = _toml("number_words")
    cues = _toml("bound_cues")
    before: Table[Unit] = Table()
    after: Table[Unit] = Table()
    units: Table[Unit] = Table()
    close: Table[Unit] = Table()
    for code, entry in _toml("currencies").items():
        _add_currency(code, entry, before, after)
    for name, entry in _toml("units").items():
        _add_unit(name, entry, units, close)
    cues_before: Table[Bound] = Table()
    cues_after: Table[Bound] = Table()
    for table, part in ((cues_before, "before"), (cues_after, "after")):
        for bound, texts in cues[part].items():
            for text in texts:
                table.add(text, bound)
    return Lexicon(
        cardinals=numbers["cardinals"],
        scales=_decimals(numbers["scales"]),
        short_scales=_decimals(numbers["short_scales"]),
        letters=_decimals(numbers["letters"]),
        money_letters=_decimals(numbers["money_letters"]),
        fractions=numbers["fractions"],
        groups=numbers["groups"],
        decades=numbers["decades"],
        multiples=_decimals(numbers["multiples"]),
        multiplying=_decimals(numbers["multiplying"]),
        money_before=before,
        money_after=after,
        units=units,
        close_units=close,
        cues_before=cues_before,
        cues_after=cues_after,
        change=_directions(cues["change"]),
        change_of_something=_directions(cues["change_of_something"]),
        change_nouns=_directions(cues["change_nouns"]),
    )


def _decimals(table: dict[str, str]) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in table.items()}


def _directions(table: dict[str, list[str]]) -> dict[str, Bound]:
    directions: dict[str, Bound] = {}
    for bound in ("up", "down"):
        for word in table[bound]:
            directions[word] = bound
    return directions


def _add_currency(code: str, entry: dict[str, Any], before: Table[Unit], after: Table[Unit]) -> None:
    unit = Unit(code, "money", entry.get("least", 0))
    signs = [code] if entry.get("code", True) else []
    for sign in [*entry.get("before", []), *signs]:
        before.add(sign, unit, any_case=False)
    for sign in [*entry.get("after", []), *signs]:
        after.add(sign, unit, any_case=False)
    names = entry.get("words", [])
    for name in [*names, *(f"{name}s" for name in names), *entry.get("plurals", [])]:
        after.add(name, unit)


def _add_unit(name: str, entry: dict[str, Any], units: Table[Unit], close: Table[Unit]) -> None:
    for prefix in ["", *entry.get("prefixes", [])]:
        letter = _PREFIXES[prefix] if prefix else ""
        unit = Unit(prefix + name, entry["kind"])
        singular = [prefix + word for word in entry.get("words", [])]
        plural = (
            [prefix + word for word in entry["plurals"]]
            if "plurals" in entry
            else [f"{w}s" for w in singular]
        )
        for word in [*singular, *plural]:
            units.add(word, unit)
            if word.startswith(("square ", "cubic ")):
                units.add(word.replace(" ", "-"), unit)  # "a 2,400-square-foot house"
        # Letters that must touch the number are only ambiguous without a prefix: "5 g", but "5 kg".
        for symbol in entry.get("symbols", []) + (entry.get("close", []) if prefix else []):
            for variant in (letter, "µ") if letter == "μ" else (letter,):
                units.add(variant + symbol, unit, any_case=False)
                if len(variant + symbol) > 1 and not (prefix and len(symbol) == 1):
                    units.add(variant + symbol, unit)
        if not prefix:
            for symbol in entry.get("close", []):
                close.add(symbol, unit, any_case=False)
