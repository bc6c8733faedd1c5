"""Figures: value, unit, scale, bound, direction and what is counted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ...figures import same_quantity, supports, wording
from ...model import Figure, Finding
from .align import Alignment
from .arithmetic import follows
from .counting import check_counted, check_exchanged_nouns, counted_here, same_noun
from .dates import day_of_month
from .fates import check_fates
from .reading import Reading
from .retold import told_apart
from .slots import content_in, pinned
from .source import has_text, plain
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
    yield from _bare_numbers(reading, claims)
    yield from check_exchanged_nouns(reading)
    yield from check_fates(reading)


def _figure(reading: Reading, claim: Figure) -> Finding | None:
    source = reading.source
    at = _first_word(reading.words, claim)
    home = reading.home(at)
    place = _counterparts(reading, home, at, claim)
    here = [figure for figure in place if _bears(figure, claim)]
    if here:
        return check_counted(reading, home, claim, here)
    instead = _instead(reading, home, claim)
    if instead is not None:
        return _contradicted(claim, instead)
    if (claim.unit or claim.upper) and has_text(home.source.line.text, claim.text):
        same = [f for f in source.figures_in(home.index) if f.value == claim.value and f.upper == claim.upper]
        if all(f.bound == claim.bound or f.unit != claim.unit for f in same):
            return None
    if (
        _loose_bound(reading, claim)
        or _bound_apart(reading, home, claim)
        or follows(claim, source, [one.index for one in reading.alignments])
    ):
        return None
    likely = place and reading.close(home, at) and not reading.borne(at) and _same_slot(home, at)
    if likely and _one_kind(place[0], claim) and not _excused(reading, home, claim):
        return _contradicted(claim, place[0])
    bearing = [figure for figure in source.figures if _bears(figure, claim)]
    if bearing:
        rival = counted_here(reading, home, claim, bearing)
        return _contradicted(claim, rival) if rival else check_counted(reading, home, claim, bearing)
    if _labels(reading, claim) or told_apart(reading, claim):
        return None
    near = _nearly(reading, claim) or next((f for f in place if _one_kind(f, claim)), None)
    if near is not None:
        return _contradicted(claim, near)
    message = f"the figure {claim.text!r} is not in the source"
    return Finding("figure", "not found", claim.text, claim.start, claim.end, message)


# Words that bound an amount wherever they stand near it.
_OVER = frozenset("above over more exceed exceeds exceeded exceeding beyond least upwards topped".split())
_UNDER = frozenset("below under less fewer most within nearly almost".split())
_ABOUT = frozenset(
    "estimated estimate estimates about around some roughly approximately put reckoned".split()
)
_NEAR = 7  # words before a figure


def _bound_apart(reading: Reading, home: Alignment, claim: Figure) -> bool:
    """Whether both have the amount, and the same bound in another place: "well above its estimate of 200,000"."""
    for one in reading.alignments:
        for figure in reading.source.figures_in(one.index):
            if figure.value != claim.value or figure.upper != claim.upper or figure.unit != claim.unit:
                continue
            mine = _bounds_near(reading.words, claim.start)
            theirs = _bounds_near(one.source.words, figure.start)
            if "=" in (figure.bound, claim.bound) and figure.bound != claim.bound and mine & theirs:
                return True
    return False


def _bounds_near(words: Sequence[Word], start: int) -> frozenset[str]:
    """Which bounds the words before a figure speak of."""
    at = next((i for i, word in enumerate(words) if word.start >= start), len(words))
    near = {word.lower for word in words[max(0, at - _NEAR) : at]}
    sorts = (("over", _OVER), ("under", _UNDER), ("about", _ABOUT))
    return frozenset(name for name, known in sorts if not known.isdisjoint(near))


def _labels(reading: Reading, claim: Figure) -> bool:
    """Whether the claim's words stand in the source where they are no figure: a score, a label, a year."""
    source = reading.source
    if not source.has_text(claim.text):
        return False
    text = plain(claim.text).lower()
    figures = [f for f in source.figures if text in plain(f.text).lower()]
    counted = sum(plain(f.text).lower().count(text) for f in figures)
    return len(re.findall(rf"(?<![\w.,]){re.escape(text)}(?!\w|[.,]\d)", source.plain.lower())) > counted


def _instead(reading: Reading, home: Alignment, claim: Figure) -> Figure | None:
    """The one figure of the source in the very place of the claim."""
    inside = _inside(reading.words, claim)
    stretch = pinned(home, inside[0], inside[-1]) if inside else range(0)
    if not stretch:
        return None
    theirs = home.source.words
    there = [
        f
        for f in reading.source.figures_in(home.index)
        if any(f.start <= theirs[at].start < f.end and theirs[at].sort == "number" for at in stretch)
    ]
    if len(there) != 1 or not (_one_kind(there[0], claim) or claim.unit is None):
        return None
    if there[0].value == claim.value and there[0].upper == claim.upper:
        return None  # what differs is the unit, which may be told elsewhere
    if follows(claim, reading.source, [home.index]) or _loose_bound(reading, claim):
        return None
    outside = [
        at for at in content_in(theirs, stretch) if not there[0].start <= theirs[at].start < there[0].end
    ]
    return None if outside else there[0]


def _bare_numbers(reading: Reading, claims: Sequence[Figure]) -> Iterator[Finding]:
    """Numbers that are no quantities, "the two of them" or "at 2240 GMT", in the very place of another."""
    for at, word in enumerate(reading.words):
        if word.sort != "number" or any(claim.start <= word.start < claim.end for claim in claims):
            continue
        home = reading.home(at)
        stretch = pinned(home, at, at)
        if len(stretch) != 1 or home.source.words[stretch[0]].sort != "number":
            continue
        other = home.source.words[stretch[0]]
        if other.key != word.key and not other.key.startswith(word.key) and day_of_month(reading, at) is None:
            message = f"the source has the number {other.text!r} here, the summary {word.text!r}"
            yield reading.finding("figure", "contradicted", at, at, message, (other.start, other.end))


def _inside(words: Sequence[Word], claim: Figure) -> list[int]:
    return [at for at, word in enumerate(words) if claim.start <= word.start < claim.end]


def _excused(reading: Reading, home: Alignment, claim: Figure) -> bool:
    return _elsewhere(reading, home, claim) or told_apart(reading, claim)


def _nearly(reading: Reading, claim: Figure) -> Figure | None:
    """The figure of the source that the claim may come from: the same quantity, or one of its value near by."""
    figures = reading.source.figures
    same = next((f for f in figures if same_quantity(f, claim)), None)
    near = {one.index for one in reading.alignments}
    return same or next(
        (
            f
            for f in figures
            if f.value == claim.value
            and (f.unit == claim.unit or (f.sentence in near and _one_kind(f, claim)))
        ),
        None,
    )


def _loose_bound(reading: Reading, claim: Figure) -> bool:
    """Whether the claim's "under" or "than" is none of its own: "under a $45m scheme", "lower than the 3.4% of May"."""
    if claim.bound not in ("<", ">", "<=", ">="):
        return False
    plain = replace(claim, bound="=")
    if not any(_bears(figure, plain) for figure in reading.source.figures):
        return False
    inside = _inside(reading.words, claim)
    if not inside:
        return False
    before = [word.lower for word in reading.words[max(0, inside[0] - 2) : inside[0] + 1]]
    behind = reading.words[inside[-1] + 1].lower if inside[-1] + 1 < len(reading.words) else ""
    if "than" in before and "the" in before:
        return True
    if "under" in before:
        # "under-16s" where the source has "below the age of sixteen"
        told = {w.lower for one in reading.alignments for w in one.source.words}
        return behind in _SCHEMES or bool(told & {"under", "below", "younger"})
    return False


_SCHEMES = frozenset(
    "scheme plan programme program deal contract agreement law bill package budget act project".split()
)


def _bears(figure: Figure, claim: Figure) -> bool:
    """Whether the amount is the same or follows. Negations and directions are compared by themselves."""
    if _turned(figure, claim):
        return False
    if figure.upper is not None and claim.upper is None:
        low, high = sorted((figure.value, figure.upper))
        if high > _NO_RANGE * low:
            # "the forecast for 2031 to 1.3 per cent": no range at all.
            figure = replace(figure, value=low, upper=None)
    if figure.cue_span is not None and figure.start - figure.cue_span.end == len(" the "):
        figure = replace(figure, bound="=")  # "less than the 1% that was expected" is 1%
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
    if figure.value != claim.value and _digits(claim.value) >= _digits(figure.value):
        return (
            True  # only a rounder number is told in another's stead: "at least 20" for 23, not "at least 22"
        )
    ratio = figure.value / claim.value
    return ratio > _FAR or ratio * _FAR < 1


def _digits(value: Decimal) -> int:
    """Significant digits: 2 of 23, 1 of 20, 4 of 1,066."""
    return len(value.normalize().as_tuple().digits)


def _level(figure: Figure) -> Figure:
    """The figure without its direction and its negation."""
    return replace(figure, negated=False, bound="=" if figure.bound in ("up", "down") else figure.bound)


def _turned(figure: Figure, claim: Figure) -> bool:
    """Whether one tells a rise and the other a fall."""
    return None not in (figure.direction, claim.direction) and figure.direction != claim.direction


def _first_word(words: Sequence[Word], claim: Figure) -> int:
    inside = _inside(words, claim)
    numbers = [at for at in inside if words[at].sort in ("number", "year")]
    return (numbers or inside or [0])[0]


def _counterparts(reading: Reading, home: Alignment, at: int, claim: Figure) -> list[Figure]:
    """The figures of the source that stand in the claim's place: linked to it, or between the same neighbours."""
    theirs = home.source.words
    link = home.links[at]
    inside = home.source
    figures = reading.source.figures_in(home.index)
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
