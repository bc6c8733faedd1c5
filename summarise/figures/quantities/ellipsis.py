"""What a figure leaves to the one before it: "more than 100 km (60 miles)", "$5bn, up from 4.6"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from summarise.figures.arithmetic import product
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.nouns.phrases import is_function_word
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import Line
from summarise.model import Figure

_NEW_CLAUSE = word_class("ellipsis", "new_clause")
_LINKS = word_class("ellipsis", "links")
_MORE = word_class("ellipsis", "more")
_FAR_BACK = 25  # characters over which "hundreds" does not look back
_HURTING = word_class("ellipsis", "hurting")
_LEVEL = frozenset({"at", "by", "of", "number"})
_SCALES = ("degree celsius", "degree fahrenheit")
_NEAR = Decimal(3)
_FAR = Decimal(10)
_LINKED = 4  # tokens between "$5bn" and the number of "compared with 4.6"
_APART = 12  # between "66.2 cents" and "71.4 at best"


def completed(line: Line, previous: tuple[Quantity, Figure], quantity: Quantity, figure: Figure) -> Figure:
    """The figure with the bound, the unit and the noun that it shares with the figure before it."""
    if _converts(line, previous[0], quantity):
        return as_twin(previous[1], figure)
    figure = _bound(line, previous, quantity, figure)
    figure = _unit(line, previous, quantity, figure)
    figure = _listed(line, previous, quantity, figure)
    figure = _noun(line, previous, quantity, figure)
    return _antecedent(line, previous, quantity, figure)


def _converts(line: Line, before: Quantity, quantity: Quantity) -> bool:
    """Whether a figure in brackets is the one before it in another unit: "3bn yen ($30m; £20m)"."""
    at = quantity.start - 1
    if quantity.unit is None or before.unit is None:
        return False
    if quantity.unit.name == before.unit.name or (
        quantity.kind != before.kind and "age" in (quantity.kind, before.kind)
    ):
        return False
    cue = _cue_start(line, quantity) - 1
    if line[cue].text == "(" and before.end == cue:
        return True
    return (
        line[at].text in (";", "/", ",")
        and before.end == at
        and any(line[b].text == "(" for b in range(max(before.start - 3, 0), before.start))
    )


def as_twin(first: Figure, figure: Figure) -> Figure:
    """A conversion says what its twin says, in another unit."""
    if figure.bound == "=" and figure.cue is None and figure.value >= 0:
        figure = _bounded_as(first, figure)
    return replace(
        figure,
        noun=first.noun or figure.noun,
        noun_span=first.noun_span or figure.noun_span,
        speaker=first.speaker,
        negated=first.negated,
        hypothetical=first.hypothetical,
        verb=first.verb,
        verb_span=first.verb_span,
        role=first.role,
        place=first.place,
        place_span=first.place_span,
        time=first.time,
        time_span=first.time_span,
    )


def _bounded_as(first: Figure, figure: Figure) -> Figure:
    return replace(
        figure,
        bound=first.bound,
        cue=first.cue,
        cue_span=first.cue_span,
        direction=first.direction,
        direction_cue=first.direction_cue,
        direction_span=first.direction_span,
    )


def _bound(line: Line, previous: tuple[Quantity, Figure], quantity: Quantity, figure: Figure) -> Figure:
    """An "or" shares the bound: "up to two or three days"."""
    before, first = previous
    if figure.bound != "=" or figure.cue is not None or figure.value < 0 or first.bound == "=":
        return figure
    if line[quantity.start - 1].lower != "or":
        return figure
    apart = quantity.start - before.end
    if apart == 1 and first.direction is None:
        return _bounded_as(first, figure)
    changed = first.bound in ("up", "down") and quantity.unit is not None
    return _bounded_as(first, figure) if changed and apart <= 3 else figure


def _cue_start(line: Line, quantity: Quantity) -> int:
    cue = lexicon().cues_before.before(line, quantity.start)
    return cue[1] if cue else quantity.start


def _unit(line: Line, previous: tuple[Quantity, Figure], quantity: Quantity, figure: Figure) -> Figure:
    """ "$5.2m, up from 4.9m" and "66.2 cents, and 71.4 at best": the unit is said once."""
    before, first = previous
    counts = figure.noun_span is not None and figure.noun_span.start >= figure.end
    if figure.unit or figure.kind != "count" or counts or line[quantity.start].kind != "number":
        return figure
    if first.unit is None or first.kind not in ("money", "percent", "measure", "rate"):
        return figure
    gap = range(before.end, _cue_start(line, quantity))
    if any(line[at].text in ';:()“”"' for at in gap):
        return figure
    link = line[gap.stop - 1].lower if gap else ""
    linked = len(gap) <= _LINKED and link in _LINKS and not (first.direction and link == "to")
    decimals = _decimals(line, quantity)
    alike = decimals == _decimals(line, before) > 0 and len(gap) <= _APART and link != "to"
    small, large = sorted((figure.value.copy_abs(), first.value.copy_abs()))
    if not (linked and large <= product(_FAR, small)) and not (alike and large <= product(_NEAR, small)):
        return figure
    return replace(figure, unit=first.unit, kind=first.kind)


def _decimals(line: Line, quantity: Quantity) -> int:
    return len(line[quantity.number.start].text.partition(".")[2])


def _listed(line: Line, previous: tuple[Quantity, Figure], quantity: Quantity, figure: Figure) -> Figure:
    """ "rose 5% in Italy, 10% in Spain and 8% in Malta": one verb and one subject for all."""
    before, first = previous
    if (
        figure.bound != "="
        or figure.cue
        or not first.direction_span
        or figure.unit != first.unit
        or not first.unit
    ):
        return figure
    gap = [line[at] for at in range(before.end, quantity.start)]
    joined = (
        bool(gap) and gap[-1].lower in (",", "and") and gap[0].lower in ("in", "for", "at", "on", "among")
    )
    if not joined or len(gap) > 7 or first.direction_span.start > first.start:
        return figure
    if any(token.text in ";:()" or token.lower in _NEW_CLAUSE - {"and"} for token in gap):
        return figure
    direction = figure.direction or first.direction
    return replace(
        figure,
        bound=first.direction or "=",
        cue=first.direction_cue,
        cue_span=first.direction_span,
        direction=direction,
        direction_cue=first.direction_cue,
        direction_span=first.direction_span,
        noun=figure.noun or first.noun,
        noun_span=figure.noun_span or first.noun_span,
    )


def _antecedent(line: Line, previous: tuple[Quantity, Figure], quantity: Quantity, figure: Figure) -> Figure:
    """ "killed 30 civilians and injured 70", "24 races, two more than this year": what was counted before."""
    before, first = previous
    if (
        figure.kind != "count"
        or figure.unit
        or figure.noun
        or first.kind != "count"
        or first.noun_span is None
    ):
        return figure
    gap = range(before.end, _cue_start(line, quantity))
    stops = any(line[at].text in ';:()“”"' for at in gap)
    if (
        first.noun_span.start < first.end
        or stops
        or len(gap) > _APART
        or figure.value != figure.value.to_integral_value()
    ):
        return figure
    following = line[quantity.end]
    far = gap and line[gap.stop - 1].start - line[before.end].start > _FAR_BACK
    people = line.slice(*first.noun_span).rsplit(" ", 1)[-1].lower() in words("people_nouns") | words(
        "casualty_nouns"
    )
    hurts = any(line[at].lower in _HURTING for at in gap)
    if (
        (quantity.number.vague and gap and far)
        or (hurts and not people)
        or (figure.value > 1 and first.value == 1)
    ):
        return figure
    open_ = following.kind in ("sign", "end") or is_function_word(following) or following.lower in _MORE
    if not open_ or following.text in ("%", "/", "-", "–", ":") or line[quantity.start - 1].lower in _LEVEL:
        return figure
    return replace(figure, noun=first.noun, noun_span=first.noun_span)


def _noun(line: Line, previous: tuple[Quantity, Figure], quantity: Quantity, figure: Figure) -> Figure:
    """ "Sales rose 3 percent to $5bn from $4bn, or $2 a share": all of it is of the sales."""
    before, first = previous
    if figure.noun is not None or first.noun is None or figure.kind in ("age", "rank", "score", "duration"):
        return figure
    at = _cue_start(line, quantity) - 1
    gap = range(before.end, at)
    link = line[at].lower
    if len(gap) > 3 or any(line[i].text in ";:()" or line[i].lower in _NEW_CLAUSE for i in gap):
        return figure
    same = figure.unit == first.unit and figure.kind == first.kind and link in ("from", "to", "or")
    level = link == "to" and bool(first.direction) and figure.unit != first.unit
    part = link == "or" and figure.kind == "money" and first.kind == "money"
    if not (same or level or part) or line[quantity.end].lower == "of":
        return figure
    return replace(figure, noun=first.noun, noun_span=first.noun_span)


def with_scale_of_degrees(figures: Sequence[Figure]) -> list[Figure]:
    """Plain degrees in the scale that the article names first: "46.3 degrees Celsius ... above 38 degrees"."""
    scale = next((figure.unit for figure in figures if figure.unit in _SCALES), None)
    if scale is None:
        return list(figures)
    return [replace(figure, unit=scale) if figure.unit == "degree" else figure for figure in figures]
