"""Two numbers that are one figure: ranges, and scores told apart from them."""

from dataclasses import replace
from decimal import Decimal

from summarise.figures.arithmetic import product
from summarise.figures.labels.dates import is_month, label_end, looks_like_year
from summarise.figures.lexicon import lexicon, word_class
from summarise.figures.nouns.phrases import counted
from summarise.figures.quantities.amounts import read_quantity
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import DASHES, Line

_CONTEST = word_class("ranges", "contest")
_GAP = 4  # words that may stand between the ends of "from 20 mpg in 2008 to 29"


def read_range(line: Line, first: Quantity) -> Quantity | None:
    """The range or score that begins with `first`, or None if it stands alone."""
    if first.upper is not None:
        return None
    at = first.end
    sign = line[at]
    if sign.text in DASHES and sign.text != "−":
        return _dashed(line, first)
    cue = line[first.start - 1].lower
    if cue not in ("from", "between") and lexicon().cues_before.before(line, first.start):
        found = lexicon().cues_before.before(line, first.start)
        cue = line[found[1] - 1].lower if found else cue
    if sign.lower == "to":
        return _joined(line, first, at + 1, "from" if cue == "from" else "to")
    if sign.lower == "and" and cue == "between":
        return _joined(line, first, at + 1, "between")
    if cue == "from":
        return _apart(line, first)
    return None


def _apart(line: Line, first: Quantity) -> Quantity | None:
    """ "from 30 trams an hour in March to 36": up to a few words before "to"."""
    for at in range(first.end, first.end + _GAP):
        token = line[at]
        if token.lower == "to":
            return _joined(line, first, at + 1, "from") if at > first.end else None
        if (
            token.kind == "sign"
            or (token.kind == "number" and not looks_like_year(token))
            or token.kind == "end"
        ):
            return None
        if token.lower in ("and", "or", "but", "from"):
            return None
    return None


def _second(line: Line, at: int, first: Quantity) -> Quantity | None:
    """The quantity at or just behind token `at` (a sign or a cue may stand before its number)."""
    cue = lexicon().cues_before.after(line, at)
    if cue and cue[0] == "~":
        at = cue[1]
    for index in range(at, at + 3):
        token = line[index]
        if token.kind == "number":
            if label_end(line, index) and not line.glued(index):
                return None
            second = read_quantity(line, index, money=first.kind == "money")
            return second if second and second.start == at else None
        if token.kind == "word":
            second = read_quantity(line, index)
            if second is not None:
                return second if second.start == at or index == at else None
            if index == at and token.lower in lexicon().cardinals:
                return None
    return None


def _joined(line: Line, first: Quantity, at: int, link: str) -> Quantity | None:
    second = _second(line, at, first)
    if second is None or second.number.ratio or first.number.ratio or second.number.vague:
        return None
    if first.unit and second.unit:
        if first.unit_name != second.unit_name and first.unit.name != second.unit.name:
            return None
    elif first.unit and not second.unit and link == "to":
        return None
    if _bare_year(line, first) and (
        second.unit is None or (first.start == first.number.start and line[first.start - 1].lower == "in")
    ):
        return None
    if is_month(line[second.end]):
        return None
    if link == "to" and not first.unit and not second.unit and _contest(line, first):
        return None
    if link == "to" and _changed(line, first):
        far = second.value.copy_abs() > product(Decimal(3), first.value.copy_abs())
        if far or (first.unit and second.unit):
            return None  # "rose 12 to 3,400": an amount and a level
    return _merge(line, first, second, link)


def _bare_year(line: Line, quantity: Quantity) -> bool:
    return quantity.number.plain and looks_like_year(line[quantity.number.start]) and quantity.unit is None


def _contest(line: Line, first: Quantity) -> bool:
    return any(line[first.start - back].lower in _CONTEST for back in (1, 2))


def _changed(line: Line, first: Quantity) -> bool:
    """ "fell 5 points to 10 points" tells a change and a level."""
    words_ = lexicon()
    before = line[first.start - 1].lower
    return before in words_.change or before in words_.change_of_something or before == "by"


def _merge(line: Line, first: Quantity, second: Quantity, link: str) -> Quantity:
    low, high = first.value, second.value
    inherits = second.number.scaled and not first.number.scaled and low.copy_abs() < 1000
    if inherits and second.number.value and first.value:
        # "33-35 billion": the multiplier belongs to both ends, if that makes a range.
        factor = _factor(line, second)
        scaled = product(low, factor)
        if scaled < high or link == "from":
            low = scaled
    unit = second.unit or first.unit
    kind = second.kind if second.unit else first.kind
    return replace(
        first,
        value=min(low, high),
        upper=max(low, high),
        end=second.end,
        unit=unit,
        rate=_shared_rate(first, second),
        kind=kind,
        hyphen=second.hyphen,
        link=link,
    )


def _shared_rate(first: Quantity, second: Quantity) -> str | None:
    """ "$75 a barrel to $45": of both; but "20 miles per gallon to 29 mpg" has it in the unit already."""
    same = second.unit is None or (first.unit is not None and first.unit.name == second.unit.name)
    return second.rate or (first.rate if same else None)


def _factor(line: Line, quantity: Quantity) -> Decimal:
    """The multiplier that was written behind a number."""
    known = lexicon()
    factor = Decimal(1)
    for at in range(quantity.number.start, quantity.number.end):
        token = line[at]
        size = known.scales.get(token.lower) or known.short_scales.get(token.lower)
        if size is None and line.glued(at):
            size = known.letters.get(token.text) or known.money_letters.get(token.text)
        factor = product(factor, size or Decimal(1))
    return factor


def _dashed(line: Line, first: Quantity) -> Quantity | None:
    at = first.end
    tight = line.glued(at) and line.glued(at + 1)
    if line.glued(at) != line.glued(at + 1) or (line[at].text == "—" and not tight):
        return None
    second = _second(line, at + 1, first)
    if second is None or second.start != at + 1 or second.number.ratio:
        return None
    if first.unit and second.unit and first.unit.name != second.unit.name:
        return None
    if first.unit and not second.unit and first.kind != "money":
        return None
    merged = _merge(line, first, second, "-")
    if second.unit or first.unit or second.number.scaled:
        return merged if first.value < second.value or merged.value < second.value.copy_abs() else None
    low, high = first.value, second.value
    noun = counted(line, second.end, singular=False)
    if low < high and not _contest(line, first) and (noun or high > 20):
        return merged
    if not (first.number.plain and second.number.plain and tight) or max(low, high) > 999:
        return merged if low < high else None
    if line[second.end].kind == "word" and line.glued(second.end):
        return None
    return replace(merged, value=low, upper=high, kind="score", link="score")
