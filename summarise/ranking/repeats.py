"""Whether a sentence says again what another has said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from summarise.ranking.terms import content_stems

SAME = 0.7
"""A sentence that has this share of its terms in one already taken says it again."""
SAME_WITH_FIGURE = 0.4
"""So much is enough where both give the same figure of the same thing ("14 native speakers")."""

# The figure, its noun, and something that is said of it.
_BESIDE_FIGURE = 3


@dataclass(frozen=True, slots=True)
class Content:
    """What a sentence says, for comparison: its terms, and each figure with the term behind it."""

    terms: frozenset[str]
    figures: frozenset[tuple[str, str]]


def content(text: Sequence[str]) -> Content:
    """The content of a sentence, from its words."""
    stems = content_stems(text)
    figures = [pair for pair in pairwise(stems) if pair[0][0].isdigit() or pair[0][-1].isdigit()]
    # "So it was." has no terms: its words are compared.
    return Content(frozenset(stems or map(str.lower, text)), frozenset(figures))


class Said:
    """What an extract says so far. Finding a repeated sentence costs no look at every sentence taken."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self._contents: dict[int, Content] = {}
        self._by_term: dict[str, list[int]] = {}
        self._by_figure: dict[tuple[str, str], list[int]] = {}

    def add(self, position: int, own: Content) -> None:
        """Note a sentence as said."""
        self._contents[position] = own
        for term in own.terms:
            self._by_term.setdefault(term, []).append(position)
        for figure in own.figures:
            self._by_figure.setdefault(figure, []).append(position)

    def repeats(self, own: Content) -> int | None:
        """The position of a sentence said that this one repeats, None if it is news."""
        if not self._contents:
            return None
        for figure in own.figures:
            found = self._first(own, self._by_figure.get(figure, ()), SAME_WITH_FIGURE, _BESIDE_FIGURE)
            if found is not None:
                return found
        # Two sentences with 70 % in common share one of any 31 %: those said least often are looked up.
        said = sorted([(len(self._by_term.get(term, ())), term) for term in own.terms])
        for _, term in said[: len(said) - ceil(SAME * len(said)) + 1]:
            found = self._first(own, self._by_term.get(term, ()), SAME)
            if found is not None:
                return found
        return None

    def _first(self, own: Content, positions: Iterable[int], share: float, least: int = 0) -> int | None:
        for position in positions:
            common = len(own.terms & self._contents[position].terms)
            if common >= share * len(own.terms) and common >= least:
                return position
        return None
