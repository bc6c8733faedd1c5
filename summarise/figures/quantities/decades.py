"""Ages by the decade: "in his 60s", "in her early forties"."""

from decimal import Decimal

from summarise.figures.lexicon import Unit, lexicon
from summarise.figures.numbers.multipliers import Number
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import Line

_YEAR = Unit("year", "duration")
_WHOSE = frozenset({"his", "her", "their", "my", "our", "your"})
_PARTS = frozenset({"early", "mid", "late"})


def read_decade(line: Line, index: int) -> Quantity | None:
    """The decade of an age that begins at token `index`, from its first year to its last; None if there is none."""
    token = line[index]
    if token.kind == "number":
        first = int(token.text) if len(token.text) == 2 and token.text.isdecimal() else 0
        end = index + 2
        if line[index + 1].text != "s" or not line.glued(index + 1):
            return None
    else:
        first = lexicon().decades.get(token.lower, 0)
        end = index + 1
    if not 10 <= first <= 90 or first % 10 or not _of_somebody(line, index):
        return None
    number = Number(Decimal(first), index, end)
    return Quantity(
        number, Decimal(first), index, end, unit=_YEAR, kind="age", upper=Decimal(first + 9), link="decade"
    )


def _of_somebody(line: Line, index: int) -> bool:
    """ "in his 60s", "in her late 20s", "in their mid-30s"."""
    at = index - 1
    if line[at].text in ("-", "‑"):
        at -= 1
    if line[at].lower in _PARTS:
        at -= 1
    return line[at].lower in _WHOSE and line[at - 1].lower in ("in", "into", "reached", "reach")
