"""Figures: value, unit, scale, bound, direction and what is counted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...figures import same_quantity, supports, wording
from ...model import Figure, Finding
from .align import Alignment
from .counting import check_counted, same_noun
from .keys import key
from .reading import Reading
from .source import has_text
from .units import in_one_unit
from .words import Word

_NO_RANGE = 500  # times the lower end
_FAR = 2  # a rounder bound may be half or double the figure, not less or more
_MOST_IN_PLACE = 8  # words of the source in which the figure's counterpart may stand


def check_figures(reading: Reading, claims: Sequence[Figure]) -> Iterator[Finding]:
    """Figures of a sentence that the source does not bear out.

    Args:
        reading: the sentence beside its source.
        claims: the figures in it.
    """
    for claim in claims:
        found = _figure(reading, claim)
        if found is not None:
            yield found


def _figure(reading: Reading, claim: Figure) -> Finding | None:
    source = reading.source
    at = _first_word(reading.words, claim)
    home = reading.home(at)
    place = _counterparts(reading, home, at, claim)
    here = [figure for figure in place if _bears(figure, claim)]
    if here:
        return check_counted(reading, home, claim, here)
    if (claim.unit or claim.upper) and has_text(home.source.line.text, claim.text):
        same = [f for f in source.figures_in(home.index) if f.value == claim.value and f.upper == claim.upper]
        if all(f.bound == claim.bound or f.unit != claim.unit for f in same):
            return None
    if place and reading.close(home, at) and not reading.borne(at) and _same_slot(home, at):
        if (
            _one_kind(place[0], claim)
            and not _elsewhere(reading, home, claim)
            and not _told_apart(reading, claim)
        ):
            return _contradicted(claim, place[0])
    bearing = [figure for figure in source.figures if _bears(figure, claim)]
    if bearing:
        return check_counted(reading, home, claim, bearing)
    if source.has_text(claim.text) or _told_apart(reading, claim):
        return None
    near = next((f for f in source.figures if same_quantity(f, claim)), None)
    near = near or next((f for f in source.figures if f.value == claim.value), None)
    near = near or (place[0] if place else None)
    if near is not None:
        return _contradicted(claim, near)
    return Finding("figure", "not found", claim.text, claim.start, claim.end, "the source has no such figure")


def _bears(figure: Figure, claim: Figure) -> bool:
    """Whether the amount is the same or follows. Negations and directions are compared by themselves."""
    if _turned(figure, claim):
        return False
    if figure.upper is not None and claim.upper is None:
        low, high = sorted((figure.value, figure.upper))
        if high > _NO_RANGE * low:
            # "the forecast for 2031 to 1.3 per cent": no range at all.
            figure = replace(figure, value=low, upper=None)
    if (figure.cue or "").lower() == "within" and claim.bound == "=":
        figure = replace(figure, bound="=")
    return any(
        supports(_level(one), _level(other)) and not _far(one, other)
        for one, other in in_one_unit(figure, claim)
    )


def _far(figure: Figure, claim: Figure) -> bool:
    """Whether a bound is true and says next to nothing: "more than a thousand" for "more than a million"."""
    if claim.bound not in (">", ">=", "<", "<=") or not figure.value or not claim.value:
        return False
    ratio = figure.value / claim.value
    return ratio > _FAR or ratio * _FAR < 1


def _level(figure: Figure) -> Figure:
    """The figure without its direction and its negation."""
    return replace(figure, negated=False, bound="=" if figure.bound in ("up", "down") else figure.bound)


def _turned(figure: Figure, claim: Figure) -> bool:
    """Whether one tells a rise and the other a fall."""
    return None not in (figure.direction, claim.direction) and figure.direction != claim.direction


def _first_word(words: Sequence[Word], claim: Figure) -> int:
    inside = [at for at, word in enumerate(words) if claim.start <= word.start < claim.end]
    numbers = [at for at in inside if words[at].sort in ("number", "year")]
    return (numbers or inside or [0])[0]


def _counterparts(reading: Reading, home: Alignment, at: int, claim: Figure) -> list[Figure]:
    """The figures of the source that stand in the claim's place: linked to it, or between the same neighbours."""
    theirs = home.source.words
    link = home.links[at]
    inside = home.source
    figures = [f for f in reading.source.figures_in(home.index)]
    if link >= 0:
        found = [f for f in figures if f.start <= theirs[link].start < f.end]
        if found:
            return found
    gap = home.gap(at)
    if not len(gap) or len(gap) > _MOST_IN_PLACE:
        return []
    start, end = theirs[gap[0]].start, theirs[gap[-1]].end
    return [f for f in figures if start <= f.start < end and inside.start <= f.start]


def _one_kind(figure: Figure, claim: Figure) -> bool:
    """Whether one figure may stand for the other by mistake: both people, both money, both shares."""
    if figure.kind == claim.kind or figure.unit == claim.unit:
        return True
    return figure.noun is not None and claim.noun is not None and same_noun(figure, claim)


def _told_apart(reading: Reading, claim: Figure) -> bool:
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


def _same_slot(home: Alignment, at: int) -> bool:
    return home.support(at) >= 0.5


def _elsewhere(reading: Reading, home: Alignment, claim: Figure) -> bool:
    """Whether a figure of the nearest sentences bears the claim out, of the same thing."""
    for one in reading.alignments:
        for figure in reading.source.figures_in(one.index):
            if not _bears(figure, claim):
                continue
            if one is home:
                return figure.noun is not None and claim.noun is not None and same_noun(figure, claim)
            if same_noun(figure, claim) and (figure.noun or claim.unit):
                return True
    return False


def _contradicted(claim: Figure, near: Figure) -> Finding:
    was, now = wording(near), wording(claim)
    if _turned(near, claim) and near.direction_cue and claim.direction_cue:
        was, now = f"{near.direction_cue} {was}", f"{claim.direction_cue} {now}"
    same = near.value == claim.value and near.upper == claim.upper and near.unit == claim.unit
    loosened = same and not _turned(near, claim) and not _flipped(near, claim)
    return Finding(
        "figure", "weakened" if loosened else "contradicted", claim.text, claim.start, claim.end,
        f"the source says {was!r}, the summary {now!r}", near.start, near.end,
    )  # fmt: skip


def _flipped(near: Figure, claim: Figure) -> bool:
    """Whether "at least" became "at most" or the other way round."""
    return {near.bound[0], claim.bound[0]} == {"<", ">"}
