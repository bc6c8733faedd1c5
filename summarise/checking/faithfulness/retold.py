"""One figure of the summary that the source tells in two, or with its unit in another place."""

from ...model import Figure
from .align import Alignment
from .keys import key
from .reading import Reading


def told_apart(reading: Reading, claim: Figure) -> bool:
    """Whether the source tells in two figures, or with a unit in another place, what the claim tells in one.

    "11-7" for "eleven voted against it and seven for it"; "from 104 to 87" for "fell to 87 from 104"; "$400m" for
    "400 million" behind another sum in dollars; "2.01m" for "2.01 metres"; "€400m a year" and "an annual €400m".
    """
    source = reading.source
    for one in reading.alignments:
        figures = source.figures_in(one.index)
        values = {figure.value for figure in figures}
        if claim.upper is not None and {claim.value, claim.upper} <= values:
            return True
        near = [
            f
            for i in range(max(0, one.index - 1), min(one.index + 2, len(source.sentences)))
            for f in source.figures_in(i)
        ]
        for figure in figures:
            if figure.value == claim.value and figure.bound == claim.bound and figure.upper == claim.upper:
                if figure.unit is None and any(f.unit == claim.unit for f in near):
                    return True
                if _rates(figure, claim, reading, one):
                    return True
            metres = (
                figure.unit in ("metre", "mile", "minute") and claim.unit is None and claim.text.endswith("m")
            )
            if metres and figure.value * _MILLION == claim.value:
                return True
    return False


_MILLION = 1_000_000
_PER = {
    "annual": "year",
    "annually": "year",
    "yearly": "year",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
}


def _rates(figure: Figure, claim: Figure, reading: Reading, one: Alignment) -> bool:
    """Whether one has "a year" in its unit and the other elsewhere in its sentence."""
    for fuller, barer, told in (
        (figure, claim, reading.told),
        (claim, figure, one.source),
    ):
        amount, slash, per = f" {fuller.unit or ''}".partition(" per ")
        if slash and (barer.unit or "") == amount.strip():
            words = {_PER.get(word.lower, word.lower) for word in told.words}
            return per in words or key(per) in {word.key for word in told.words}
    return False
