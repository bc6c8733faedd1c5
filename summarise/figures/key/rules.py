"""Which figures are never key figures, and which two say the same.

These are rules, as no weight holds in an article that has few other figures.
"""

from collections.abc import Collection, Sequence
from decimal import Decimal

from summarise.figures.compare import noun_key, same_quantity
from summarise.figures.key.beside import is_conversion, is_line_up, is_race, surroundings
from summarise.figures.key.features import in_title, noun_in_title, of_harm, of_people, tells_harm
from summarise.figures.lexicon import words
from summarise.model import Figure, Sentence

_LABELS = frozenset({"ordinal", "year", "date", "time", "name"})
_ROUNDED = Decimal("0.03")  # "almost $2m" for $1,970,000
_LARGE = 1000  # smaller counts are told exactly


def candidates(figures: Sequence[Figure], title: str | None, sentences: Sequence[Sentence]) -> list[int]:
    """The places of the figures that may be key figures.

    Never are labels, the number one (unless somebody was hurt or the title tells it), a conversion in brackets
    behind its twin, the minutes of a team sheet and the length of a race that is but its name. All but the first two
    are told by the text, which the sentences give.
    """
    allowed, converted = [], False
    for place, (figure, beside) in enumerate(zip(figures, surroundings(figures, sentences), strict=True)):
        converted = is_conversion(figure, beside, figures[place - 1] if place else None, converted)
        if converted or figure.kind in _LABELS or is_line_up(figure, beside) or is_race(figure, beside):
            continue
        if _is_one(figure, title, beside.words):
            continue
        allowed.append(place)
    return allowed


def _is_one(figure: Figure, title: str | None, said: Collection[str]) -> bool:
    """ "one of the founders", "one day", "one man" who came to no harm, as far as his sentence says."""
    if figure.kind != "count" or figure.value > 1:
        return False
    last = noun_key(figure).rsplit(" ", 1)[-1]
    hurt = last in words("casualty_nouns") or (of_people(figure) and (of_harm(figure) or tells_harm(said)))
    return not hurt and not in_title(figure, title) and not noun_in_title(figure, title)


def repeats(figure: Figure, other: Figure, *, contested: bool = False) -> bool:
    """The same amount of the same thing, also rounded; a figure without a noun may repeat any.

    Args:
        contested: the two contradict each other or one replaced the other, so that a small difference counts.
    """
    mine, theirs = noun_key(figure).split(), noun_key(other).split()
    if mine and theirs and mine[-1] != theirs[-1] and not _shared(mine, theirs):
        return False
    return same_quantity(figure, other) or (not contested and _rounded(figure, other))


def _shared(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """ "Ann" and "Ann Lee", "mill shops" and "mill cafes", the one word as good as the other."""
    return any(word in theirs and len(word) > len("the") for word in mine) or mine[0] == theirs[0]


def _rounded(figure: Figure, other: Figure) -> bool:
    """One is the other in round numbers, or with a bound."""
    if figure.kind != other.kind or figure.unit != other.unit or figure.upper != other.upper:
        return False
    if figure.kind in ("score", "rank", "age"):
        return False
    largest = max(abs(figure.value), abs(other.value))
    if abs(figure.value - other.value) > _ROUNDED * largest:
        return False
    if figure.value == other.value:
        return figure.direction == other.direction
    rounder = min(figure, other, key=lambda one: len(one.value.normalize().as_tuple().digits))
    shorter = len({len(one.value.normalize().as_tuple().digits) for one in (figure, other)}) > 1
    exact = figure.kind not in ("money", "measure") and largest < _LARGE
    return shorter and (rounder.bound in ("~", ">", ">=", "<", "<=") or not exact)
