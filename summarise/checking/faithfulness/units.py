"""One amount in two units: an hour and a half and 90 minutes, a quarter and 25 per cent."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ...figures.arithmetic import product, quotient
from ...model import Figure

# To the smallest unit of each kind; only where one is exactly so many of the other.
_SMALLEST: dict[str, tuple[str, Decimal]] = {
    unit: (smallest, Decimal(size))
    for smallest, units in {
        "second": {"second": "1", "minute": "60", "hour": "3600", "day": "86400", "week": "604800"},
        "month": {"month": "1", "quarter": "3", "year": "12", "decade": "120", "century": "1200"},
        "millimetre": {"millimetre": "1", "centimetre": "10", "metre": "1000", "kilometre": "1000000"},
        "gram": {"milligram": "0.001", "gram": "1", "kilogram": "1000", "tonne": "1000000"},
        "inch": {"inch": "1", "foot": "12", "yard": "36", "mile": "63360"},
        "watt": {"watt": "1", "kilowatt": "1000", "megawatt": "1000000", "gigawatt": "1000000000"},
    }.items()
    for unit, size in units.items()
}
_DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.4"), "year": Decimal("365.25")}
_HUNDRED = Decimal(100)


def in_one_unit(figure: Figure, claim: Figure) -> Iterator[tuple[Figure, Figure]]:
    """A source's figure and a claim as they stand, and in a unit that both can be told in."""
    yield figure, claim
    if figure.unit != claim.unit and _sterling(figure.unit) == _sterling(claim.unit):
        # "40 pounds" may be read as a weight, "£40" cannot.
        yield replace(figure, unit="GBP", kind="money"), replace(claim, unit="GBP", kind="money")
    for fuller, parts in ((figure.unit, claim.unit), (claim.unit, figure.unit)):
        amount, _, per = (fuller or "").partition(" per ")
        if per and amount in _HUNDREDS and parts == f"cent per {per}":
            yield _in_cents(figure, parts), _in_cents(claim, parts)  # "60 cents an hour", "$0.60 an hour"
    one, other = _SMALLEST.get(figure.unit or ""), _SMALLEST.get(claim.unit or "")
    if one and other and one[0] == other[0] and figure.unit != claim.unit:
        yield _times(figure, *one), _times(claim, *other)
    days, own_days = _DAYS.get(figure.unit or ""), _DAYS.get(claim.unit or "")
    if days and own_days and figure.unit != claim.unit and claim.bound != "=":
        # "nearly a month" for 29 days: months are not so many days, but nearly.
        yield _times(figure, "day", days), replace(_times(claim, "day", own_days), bound="~")
    rounded_up = claim.bound in ("<", "<=") and claim.value > figure.value
    rounded_down = claim.bound in (">", ">=") and claim.value < figure.value
    if figure.bound == "~" and (claim.bound == "~" or rounded_up or rounded_down):
        yield replace(figure, bound="="), replace(claim, bound="~")  # "some 7,930" and "nearly 8,000"
    if figure.unit is None and claim.unit == "percent" and _is_part(figure):
        yield figure, _share(claim)
    elif claim.unit is None and figure.unit == "percent" and _is_part(claim):
        yield _share(figure), claim
    elif figure.unit is None is claim.unit and "ratio" in (figure.kind, claim.kind):
        yield replace(figure, kind="ratio"), replace(claim, kind="ratio")
    if (
        figure.bound == claim.bound == "~"
        and figure.unit != claim.unit
        and "percent" in (figure.unit, claim.unit)
    ):
        # "some 24.6 per cent" and "about a quarter": both are rough.
        rough = replace(_share(figure) if figure.unit == "percent" else figure, bound="=")
        yield rough, _share(claim) if claim.unit == "percent" else claim


def _sterling(unit: str | None) -> str | None:
    return unit.replace("pound", "GBP") if unit else unit


_HUNDREDS = ("USD", "EUR", "CAD", "AUD", "NZD")


def _in_cents(figure: Figure, unit: str) -> Figure:
    return figure if figure.unit == unit else _times(figure, unit, _HUNDRED)


def _is_part(figure: Figure) -> bool:
    return 0 < figure.value <= 1 or figure.kind == "ratio"


def _times(figure: Figure, unit: str, size: Decimal) -> Figure:
    upper = product(figure.upper, size) if figure.upper is not None else None
    return replace(figure, value=product(figure.value, size), upper=upper, unit=unit)


def _share(figure: Figure) -> Figure:
    upper = quotient(figure.upper, _HUNDRED) if figure.upper is not None else None
    return replace(figure, value=quotient(figure.value, _HUNDRED), upper=upper, unit=None, kind="ratio")
