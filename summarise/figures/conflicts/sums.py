"""One amount told in two ways that do not agree: conversions in brackets, changes in per cent, shares of a number."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from summarise.figures.arithmetic import EXACT, product, quotient
from summarise.figures.conflicts.parts import Misfit
from summarise.figures.conflicts.told import Told
from summarise.figures.lexicon import lexicon
from summarise.model import Figure
from summarise.resources import data_file

_ONE, _TWO, _HUNDRED = Decimal(1), Decimal(2), Decimal(100)
_OFF = Decimal("1.15")  # a conversion further off is no rounding
_POINTS = Decimal("1.5")  # a share may be off by so many points
_MOST_ROUNDED = Decimal("0.03")  # 1,000 may be rounded from 970, not from 500
_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_OTHER_MEASURE = frozenset(
    {
        "adjusted",
        "annualised",
        "annualized",
        "constant",
        "currencies",
        "currency",
        "inflation",
        "organic",
        "underlying",
    }
)

Range = tuple[Decimal, Decimal]


@cache
def _measures() -> dict[str, tuple[str, tuple[Decimal, ...]]]:
    read = tomllib.loads(data_file("en/conflict_words.toml").read_text(encoding="utf-8"))["measures"]
    return {
        unit: (dimension, tuple(map(Decimal, factors)))
        for dimension, units in read.items()
        for unit, factors in units.items()
    }


def wrong_sums(sentence: Sequence[Told]) -> Iterator[Misfit]:
    """Figures of one sentence that are the same amount and do not agree."""
    for at, one in enumerate(sentence[:-1]):
        following = sentence[at + 1]
        yield from _conversion(sentence[at - 1] if at else None, one, following, *sentence[at + 2 : at + 3])
        if at + 2 < len(sentence):
            yield from _share(one, following, sentence[at + 2])
        yield from _change(one, following, *sentence[at + 2 : at + 3])


def rounding(figure: Figure, *, upper: bool = False) -> Range:
    """From where to where the true value may lie: "about 50" is wider than "50", "51.2" narrower than "51"."""
    value = figure.upper if upper and figure.upper is not None else figure.value
    found = _DIGITS.findall(figure.text)
    digits = (found[-1] if upper else found[0]).replace(",", "") if found else ""
    if not digits or Decimal(digits) == 0:
        return value, value
    scale = quotient(value.copy_abs(), Decimal(digits))
    whole, _, behind = digits.partition(".")
    zeros = len(whole) - len(whole.rstrip("0")) if not behind else 0
    step = Decimal(1).scaleb(zeros - len(behind))
    half = quotient(product(step, scale), _TWO)
    most = product(_MOST_ROUNDED, value.copy_abs())
    if zeros:
        # 50 and 500 stand as they are, 1,200 may be rounded from 1,180.
        half = min(half, most) if len(whole) > 3 else quotient(scale, _TWO)
    if figure.bound != "=" and figure.bound not in ("up", "down"):
        half = max(half, most)
    return EXACT.subtract(value, half), EXACT.add(value, half)


def _overlap(a: Range, b: Range) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _times(span: Range, factor: Decimal) -> Range:
    return product(span[0], factor), product(span[1], factor)


# Conversions


def _conversion(before: Told | None, one: Told, other: Told, behind: Told | None = None) -> Iterator[Misfit]:
    """ "100 km (90 miles)"."""
    a, b = one.figure, other.figure
    if not _restates(one, other) or a.unit == b.unit or (a.upper is None) != (b.upper is None):
        return
    if "foot" in (a.unit, b.unit) and behind is not None and behind.first == other.after:
        return  # "(6ft 2in)"
    if before is not None and one.first - before.after < 2 and before.figure.unit == "foot":
        return  # "6ft 2in (1.88 m)"
    if {a.unit, b.unit} == {"degree celsius", "degree fahrenheit"}:
        if not _same_temperature(a, b):
            yield Misfit((one, other), f"“{a.text}” and “{b.text}” are not the same temperature")
        return
    left, right = _measures().get(a.unit or ""), _measures().get(b.unit or "")
    if left is None or right is None or left[0] != right[0]:
        return
    for mine in left[1]:
        for theirs in right[1]:
            if _agree(a, b, quotient(mine, theirs)):
                return
    factor = quotient(left[1][0], right[1][0])
    yield Misfit(
        (one, other), f"“{a.text}” is about {_plainly(product(a.value, factor))} {b.unit}s, not “{b.text}”"
    )


def _plainly(value: Decimal) -> str:
    places = 0 if value >= 20 else 1
    return f"{round(value, places):,f}"


def _restates(one: Told, other: Told) -> bool:
    line = other.line
    opening, gap = line[other.first - 1], other.first - one.after
    if opening.text == "(":
        return gap <= 3 and (line[other.after].text == ")" or line[other.after + 1].text == ")")
    return (
        opening.lower == "or"
        and line[other.first - 2].text == ","
        and gap == 2
        and line[other.after].text == ","
    )


def _agree(a: Figure, b: Figure, factor: Decimal) -> bool:
    ends = (False, True) if a.upper is not None else (False,)
    for upper in ends:
        mine, theirs = _times(rounding(a, upper=upper), factor), rounding(b, upper=upper)
        x = product(a.upper if upper and a.upper is not None else a.value, factor)
        y = b.upper if upper and b.upper is not None else b.value
        small, large = sorted((x.copy_abs(), y.copy_abs()))
        if not _overlap(mine, theirs) and large > product(_OFF, small):
            return False
    return True


def _same_temperature(a: Figure, b: Figure) -> bool:
    celsius, fahrenheit = (a, b) if a.unit == "degree celsius" else (b, a)
    as_change = product(celsius.value, Decimal("1.8"))
    expected = (as_change, EXACT.add(as_change, Decimal(32)))
    return any(EXACT.subtract(fahrenheit.value, one).copy_abs() <= 3 for one in expected)


# Changes in per cent


def _change(one: Told, other: Told, third: Told | None = None) -> Iterator[Misfit]:
    """ "rose 10% from 50 to 60", "rose 10% to 60 from 50", "rose from 50 to 60, or 10%"."""
    for share, first, second in ((one, other, third), (third, one, other), (other, one, None)):
        if share is None or share.figure.unit != "percent" or share.figure.upper is not None:
            continue
        ends = _ends(first, second) if share is one else _ends(first, second if third is share else None)
        if ends is None or not _linked(share, one, other, third):
            continue
        if first.figure.upper is not None and not _is_wrong(share, *ends[::-1]):
            continue  # a range has its lower end first, however it is told
        if share.setting.words & _OTHER_MEASURE:
            return
        yield from _wrong_change(
            share, *ends, tuple(t for t in (first, second) if t is not None and t is not share)
        )


def _ends(first: Told, second: Told | None) -> tuple[Range, Range] | None:
    """From where to where: of one range with "from", or of two figures behind "from" and "to"."""
    a = first.figure
    if a.upper is not None:
        if (a.cue or "").lower() != "from" or a.kind == "score":
            return None
        return rounding(a), rounding(a, upper=True)
    if second is None or second.figure.upper is not None:
        return None
    b = second.figure
    if a.kind != b.kind or a.unit != b.unit or a.kind in ("age", "duration", "rank"):
        return None
    link, next_ = first.line[first.first - 1].lower, first.line[second.first - 1].lower
    if second.first - first.behind > 2:
        return None
    if (link, next_) == ("to", "from"):
        return rounding(b), rounding(a)
    return (rounding(a), rounding(b)) if (link, next_) == ("from", "to") else None


def _linked(share: Told, one: Told, other: Told, third: Told | None) -> bool:
    """Whether the per cent stand directly before the two ends, or behind them as "or 10%"."""
    if share is one:
        return other.first - one.behind <= 2 and one.figure.bound in ("up", "down")
    end = other if third is share else one
    between = [share.line[at].lower for at in range(end.behind, share.first)]
    changes = lexicon().change_nouns
    opened = len(between) in (1, 2, 3, 4) and between[0] in (",", "(", "—", "–")
    return opened and all(
        word in ("or", "a", "an", "of", "up", "down") or word in changes for word in between[1:]
    )


def _wrong_change(share: Told, start: Range, end: Range, ends: tuple[Told, ...]) -> Iterator[Misfit]:
    if _is_wrong(share, start, end):
        if share.figure.bound == "down" and start[0] < end[0]:
            start, end = end, start
        right = _plainly(quotient(sum(_change_told(start, end), Decimal(0)), _TWO))
        yield Misfit((share, *ends), f"the change told is about {right} per cent, not “{share.figure.text}”")


def _is_wrong(share: Told, start: Range, end: Range) -> bool:
    if start[0] <= 0 or end[0] <= 0:
        return False
    told = share.figure.value
    low, high = _change_told(start, end)
    slack = max(_ONE, product(told, Decimal("0.1")))
    points = EXACT.subtract(end[0], start[0]).copy_abs()
    return not low - slack <= told <= high + slack and abs(points - told) > _ONE


def _change_told(start: Range, end: Range) -> Range:
    """The least and the greatest change in per cent, as positive numbers."""
    low = product(EXACT.subtract(quotient(end[0], start[1]), _ONE), _HUNDRED)
    high = product(EXACT.subtract(quotient(end[1], start[0]), _ONE), _HUNDRED)
    low, high = (-high, -low) if high < 0 else (low, high)
    return max(low, Decimal(0)), max(high, Decimal(0))


# Shares of a number


def _share(one: Told, other: Told, third: Told) -> Iterator[Misfit]:
    """ "45 of 60 members, or 80 percent", "a third of the 90 workers (25)"."""
    line = one.line
    if line[one.after].lower != "of" or other.first - one.after > 3 or other.figure.kind != "count":
        return
    a, b, c = one.figure, other.figure, third.figure
    if (
        any(f.upper is not None for f in (a, b, c))
        or b.value <= 0
        or any(f.bound not in ("=", "~") for f in (a, b, c))
    ):
        return
    opening = line[third.first - 1].lower
    near = third.first - other.behind <= 2 and opening in ("(", "or")
    if not near:
        return
    if a.kind == "count" and c.unit == "percent" and a.value <= b.value:
        share = product(quotient(a.value, b.value), _HUNDRED)
        if EXACT.subtract(share, c.value).copy_abs() > _POINTS:
            yield Misfit(
                (one, other, third),
                f"“{a.text} of {b.text}” is about {_plainly(share)} per cent, not “{c.text}”",
            )
    elif c.kind == "count" and (a.kind == "ratio" or a.unit == "percent") and a.value > 0 and opening == "(":
        part = product(a.value if a.kind == "ratio" else quotient(a.value, _HUNDRED), b.value)
        off = EXACT.subtract(part, c.value).copy_abs()
        if off > max(_ONE, product(Decimal("0.1"), part)) and line[third.after].text == ")":
            yield Misfit(
                (one, other, third), f"“{a.text}” of {b.text} is about {_plainly(part)}, not “{c.text}”"
            )
