"""A figure in the words that an editor would print, made from its data alone.

Several wordings are made, the handsomest first; the first one that the reader of figures takes for the
very same figure is the one. So what is printed never says another value, unit or bound than the data,
and it grows handsomer by itself where the reader learns to understand more.
"""

from collections.abc import Iterator
from itertools import islice, product
from typing import Literal

from summarise.figures.compare import wording
from summarise.figures.find import find_figures
from summarise.figures.printing.wordings import numbers, shares, unit_templates
from summarise.model import Bound, Figure

Style = Literal["UK", "US"]

_LABELS = ("ordinal", "year", "date", "time", "name")
_TRIED = 100  # wordings at most; one is the rule
_CUES: dict[Bound, tuple[str, ...]] = {
    "=": ("",),
    "~": ("about ",),
    ">": ("more than ", "over "),
    ">=": ("at least ", "no less than "),
    "<": ("less than ", "under "),
    "<=": ("up to ", "at most ", "no more than "),
    "up": ("up ", "up by ", "rose ", "a rise of "),
    "down": ("down ", "down by ", "fell ", "a fall of "),
}
_FEWER = ("fewer than ",)


def format_figure(figure: Figure, *, style: Style = "UK") -> str:
    """The figure with its bound and unit, ready to print: "at least 23", "up about 3 per cent", "£4.5bn".

    `find_figures` finds one figure in it, with the same value, upper end, unit, bound, direction and kind.
    Digits are never rounded away. The noun, the speaker, the place and the time are left to the caller.
    Dates, times and names are printed in their own words, which may need their sentence to be taken for one.

    Args:
        figure: any figure.
        style: "UK" ("$4.5bn", "3 per cent", "10km") or "US" ("$4.5 billion", "3 percent", "10 kilometers").
    """
    if figure.kind in ("date", "time", "name"):
        return figure.text
    tried = islice(_wordings(figure, style), _TRIED)
    # Where the reader takes none of them for the figure, nothing is safer than what the article has.
    return next((text for text in tried if says(text, figure)), wording(figure))


def says(text: str, figure: Figure) -> bool:
    """Whether the one figure of a text is this one: value, upper end, unit, bound, direction and kind."""
    found = find_figures(text, labels=figure.kind in _LABELS)
    return len(found) == 1 and _meaning(found[0]) == _meaning(figure)


def _meaning(figure: Figure) -> tuple[object, ...]:
    bound, way = figure.bound, figure.direction
    if bound in ("up", "down"):
        way = bound
    elif bound == "=" and way is not None and figure.upper is not None:
        bound = way  # "up between 4 and 6" is as much as "up 4 to 6"
    return figure.value, figure.upper, figure.unit, bound, way, figure.kind


def _wordings(figure: Figure, style: Style) -> Iterator[str]:
    """Wordings in the order in which they are liked, then the article's own."""
    for amount, cue in product(_amounts(figure, style), _cues(figure)):
        yield f"{cue}{amount}"
    yield wording(figure)
    if figure.noun is not None:
        yield f"{wording(figure)} {figure.noun}"


def _cues(figure: Figure) -> tuple[str, ...]:
    cues = _CUES[figure.bound]
    if figure.bound == "<" and figure.kind == "count":
        cues = (*_FEWER, *cues)
    if figure.direction is None or figure.bound == figure.direction:
        return cues
    return tuple(f"{way}{cue}" for way in _CUES[figure.direction] for cue in cues)


def _amounts(figure: Figure, style: Style) -> Iterator[str]:
    """Number and unit."""
    if figure.kind == "score":
        yield from _scores(figure, style)
    elif figure.kind == "rank":
        yield from _ranks(figure, style)
    elif figure.kind == "ratio":
        yield from _ratios(figure, style)
    elif figure.kind == "ordinal":
        yield _ordinal(figure)
    elif figure.kind == "year":
        yield from (figure.text, f"{figure.value:f}", f"{figure.value:f}s")
    else:
        yield from _quantities(figure, style)


def _ends(figure: Figure, style: Style) -> Iterator[str]:
    """The number, or both ends of the range, without a unit."""
    money = figure.kind == "money"
    low = numbers(figure.value, style, money=money)
    if figure.upper is None:
        yield from low
        return
    high = numbers(figure.upper, style, money=money)
    for first, second in [*zip(low, high, strict=False), *product(low, high)]:
        yield f"{first} to {second}"


def _quantities(figure: Figure, style: Style) -> Iterator[str]:
    one = figure.upper is None and figure.value == 1
    templates = unit_templates(figure.unit, figure.kind, style, singular=one, noun=figure.noun)
    ends = tuple(_ends(figure, style))
    if figure.kind == "money" and figure.upper is not None:
        yield from _money_ranges(figure, style, templates)
    for template, number in product(templates, ends):
        if number.startswith("-") and not template.startswith("{}"):
            yield "-" + template.format(number[1:])  # -$5, not $-5
            yield "minus " + template.format(number[1:])
        yield template.format(number)
        if _may_be_between(figure):
            yield "between " + template.format(number.replace(" to ", " and "))


def _may_be_between(figure: Figure) -> bool:
    return figure.upper is not None and figure.bound in ("=", "up", "down")


def _money_ranges(figure: Figure, style: Style, templates: tuple[str, ...]) -> Iterator[str]:
    """ "$5m to $10m": the sign stands at both ends, what it is per at the last one only."""
    if figure.upper is None:
        return
    ends = [numbers(end, style, money=True) for end in (figure.value, figure.upper)]
    for template in templates:
        sign, _, rest = template.partition("{}")
        if sign:
            for low, high in zip(*ends, strict=False):
                for minus in ("-", "minus "):
                    first, second = (
                        f"{minus}{sign}{end[1:]}" if end.startswith("-") else sign + end
                        for end in (low, high)
                    )
                    yield f"{first} to {second}{rest}"
                    if _may_be_between(figure):
                        yield f"between {first} and {second}{rest}"


def _scores(figure: Figure, style: Style) -> Iterator[str]:
    if figure.upper is None:
        return
    first, second = numbers(figure.value, style)[0], numbers(figure.upper, style)[0]
    yield from (f"{first}-{second}", f"won {first}-{second}", f"score of {first}-{second}")


def _ranks(figure: Figure, style: Style) -> Iterator[str]:
    for number in _ends(figure, style):
        yield from (f"No {number}", f"No. {number}") if style == "UK" else (f"No. {number}", f"No {number}")
        yield f"number {number}"


def _ratios(figure: Figure, style: Style) -> Iterator[str]:
    yield from shares(figure.value) if figure.upper is None else ()
    for number in _ends(figure, style):
        for many in ("times as many", "times as much", "times more", "times the", "times its", "fold"):
            yield f"{number} {many}"
        yield f"{number}-fold"
        yield number


def _ordinal(figure: Figure) -> str:
    number = f"{figure.value:f}"
    teens = number[-2:] in ("11", "12", "13")
    return number + ("th" if teens else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))
