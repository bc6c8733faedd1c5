"""Comparing figures: equality, and support for a claim."""

from dataclasses import replace
from decimal import Decimal

from summarise.figures.arithmetic import EXACT, product, quotient
from summarise.model import Figure

_TOLERANCE = Decimal("0.000001")
_HUNDRED = Decimal(100)
_PARTS = {"cent": ("USD", "EUR", "CAD", "AUD", "NZD", "HKD", "SGD"), "penny": ("GBP",)}


def _close(left: Decimal | None, right: Decimal | None) -> bool:
    if left is None or right is None:
        return left is right
    largest = max(left.copy_abs(), right.copy_abs())
    return EXACT.subtract(left, right).copy_abs() <= product(_TOLERANCE, largest)


def _near(value: Decimal, other: Decimal, share: Decimal) -> bool:
    return EXACT.subtract(value, other).copy_abs() <= product(share, value.copy_abs())


def same_quantity(a: Figure, b: Figure) -> bool:
    """Whether two figures say the same amount in the same way: value, upper end, unit and bound.

    Seven and 7 are the same, $4.5bn and $4.5 billion too; "about 500" and "500" are not.
    """
    a, b = _in_one_unit(a, b)
    return _same_amount(a, b) and a.bound == b.bound


def _same_amount(a: Figure, b: Figure) -> bool:
    return _close(a.value, b.value) and _close(a.upper, b.upper) and _same_unit(a, b)


def _in_one_unit(a: Figure, b: Figure) -> tuple[Figure, Figure]:
    """75p and £0.75 in pounds both."""
    return _whole(a, b.unit), _whole(b, a.unit)


def _whole(figure: Figure, other: str | None) -> Figure:
    """Cents as dollars or euros, pence as pounds, if the other figure is in these."""
    if figure.unit not in _PARTS or other not in _PARTS[figure.unit]:
        return figure
    upper = quotient(figure.upper, _HUNDRED) if figure.upper is not None else None
    return replace(figure, value=quotient(figure.value, _HUNDRED), upper=upper, unit=other)


def _same_unit(a: Figure, b: Figure) -> bool:
    if a.unit == b.unit:
        return (a.kind in ("score", "rank", "age")) == (
            b.kind in ("score", "rank", "age")
        ) or a.unit is not None
    # "33" and "33-year-old" may both be an age in a headline; nothing else comes without its unit.
    return "age" in (a.kind, b.kind) and None in (a.unit, b.unit)


def supports(source: Figure, claim: Figure) -> bool:
    """Whether the source figure bears the claim out.

    It does when both are the same quantity, and when the claim says less than the source and
    follows from it: 1,066 bears out "more than 1,000", "at least 23" bears out "more than 20".
    Never the other way round: "at least 23" does not bear out "23".
    """
    source, claim = _in_one_unit(source, claim)
    if not _same_unit(source, claim) or (source.negated and not claim.negated):
        return False
    if _same_amount(source, claim) and source.bound == claim.bound:
        return True
    if source.upper is not None and claim.upper is None and (source.cue or "").lower() == "from":
        # "rose from 20 to 29": both ends are told.
        return claim.bound == "=" and (_close(source.value, claim.value) or _close(source.upper, claim.value))
    if source.kind == "score" or claim.kind == "score":
        return False
    return _follows(source, claim)


def _follows(source: Figure, claim: Figure) -> bool:
    least, strictly_more, most, strictly_less = _limits(source)
    value = claim.value
    if (claim.cue or "").lower() == "from":
        return False  # a change tells both its ends or is another one
    if claim.upper is not None:
        return (
            claim.bound == "="
            and least is not None
            and most is not None
            and least >= value
            and most <= claim.upper
        )
    if claim.bound == ">":
        return least is not None and (least > value or (strictly_more and least >= value))
    if claim.bound == ">=":
        return least is not None and least >= value
    if claim.bound == "<":
        return most is not None and (most < value or (strictly_less and most <= value))
    if claim.bound == "<=":
        return most is not None and most <= value
    if claim.bound == "~":
        # A rounder number with "about": within five per cent of an exact one.
        exact = source.upper is None and source.bound == "="
        return exact and _near(source.value, value, Decimal("0.05"))
    return False


def _limits(source: Figure) -> tuple[Decimal | None, bool, Decimal | None, bool]:
    """What a figure says for certain: at least, more than that, at most, less than that."""
    upper = source.upper if source.upper is not None else source.value
    if source.bound == "=":
        return source.value, False, upper, False
    if source.bound in (">", ">="):
        return source.value, source.bound == ">", None, False
    if source.bound in ("<", "<="):
        return None, False, upper, source.bound == "<"
    return None, False, None, False


def noun_key(figure: Figure) -> str:
    """The noun in lower case with single plain spaces, to compare it with others; "" if there is none."""
    return " ".join((figure.noun or "").lower().split())


def wording(figure: Figure) -> str:
    """A figure with its cue as they follow each other: "at least 40", "five minutes or so", "dozens"."""
    cue, span = figure.cue, figure.cue_span
    if cue is None or span is None or figure.bound not in (">", ">=", "<", "<=", "~"):
        return figure.text
    if figure.start <= span.start and span.end <= figure.end:
        return figure.text
    gap = "" if span.start == figure.end or span.end == figure.start else " "  # "300+", ">40"
    return gap.join((cue, figure.text) if span.start < figure.start else (figure.text, cue))
