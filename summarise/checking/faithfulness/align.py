"""Laying a sentence of the summary beside one of the source.

The heaviest common subsequence of their words (Needleman & Wunsch 1970, without a
price for gaps): equal words weigh most, then synonyms, then words of the same sort
that may stand in the same place (name for name, day for day, rise for fall). What is
left over and stands elsewhere in the source sentence has moved.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .registers import alike, contrary, opposites, synonyms
from .words import Told, Word

# Beyond this many pairs of words a sentence is a table; only its equal ends are laid side by side.
_MOST_PAIRS = 40_000
_TOGETHER = 0.3  # two neighbours that stay neighbours
_ALIKE = 0.75  # of the weight of an equal pair
_SWAPPED = {
    "name": 0.5,
    "number": 0.5,
    "ordinal": 0.5,
    "year": 0.6,
    "day": 0.7,
    "month": 0.7,
    "relative": 0.6,
    "said": 0.5,
}
_CONTRARY = 0.8
_DATED = frozenset({"day", "relative"})


class Change(NamedTuple):
    """A stretch of the summary's words and the stretch of the source's in its place; one of them may be empty."""

    told: range
    source: range


@dataclass(frozen=True, slots=True)
class Alignment:
    """A summary sentence laid beside a source sentence.

    Attributes:
        told: the summary's sentence; `source`: the source's.
        index: which sentence of the source it is.
        links: for each word of the summary the word of the source in its place, or -1.
        back: the same the other way round.
        equal: for each word of the summary whether it has a link and the pair says the same.
        moved: words of the summary that stand elsewhere in the source sentence.
        weight: of all that says the same, in order or moved.
    """

    told: Told
    source: Told
    index: int
    links: tuple[int, ...]
    back: tuple[int, ...]
    equal: tuple[bool, ...]
    moved: dict[int, int] = field(default_factory=dict)
    weight: float = 0.0

    def same(self, at: int) -> int:
        """The word of the source that word `at` of the summary repeats, in order or moved; -1 if there is none."""
        if self.equal[at]:
            return self.links[at]
        return self.moved.get(at, -1)

    def support(self, at: int, reach: int = 3) -> float:
        """How much of the content around word `at`, `reach` words on either side and not itself, stays in its place."""
        return self.staying(self.neighbours(at, reach))

    def staying(self, places: Sequence[int]) -> float:
        """How much of the weight of some words of the summary stays in its place; 0 of no words."""
        words = self.told.words
        whole = sum(words[i].weight for i in places)
        return sum(words[i].weight for i in places if self.equal[i]) / (whole or 1.0)

    def taken(self, link: int) -> bool:
        """Whether the summary has word `link` of the source in its place."""
        return self.back[link] >= 0 and self.equal[self.back[link]]

    def neighbours(self, at: int, reach: int) -> list[int]:
        """The content words nearest to word `at`, at most `reach` on either side."""
        content = self.told.content
        here = bisect_left(content, at)
        behind = here + (here < len(content) and content[here] == at)
        return [*content[max(0, here - reach) : here], *content[behind : behind + reach]]

    def changes(self) -> list[Change]:
        """Every place where the two sentences differ, between words that they share."""
        found: list[Change] = []
        at, link = -1, -1
        for here in range(len(self.links) + 1):
            end = here == len(self.links)
            if not end and not self.equal[here]:
                continue
            there = len(self.back) if end else self.links[here]
            if here > at + 1 or there > link + 1:
                found.append(Change(range(at + 1, here), range(link + 1, there)))
            at, link = here, there
        return found

    def gap(self, at: int) -> range:
        """The words of the source that stand where word `at` of the summary stands: between its linked neighbours."""
        first, last = self.bounds(at)
        return range(
            self.links[first] + 1 if first >= 0 else 0, self.links[last] if last >= 0 else len(self.back)
        )

    def bounds(self, at: int) -> tuple[int, int]:
        """The nearest words before and behind `at` that say the same as in the source; -1 where the sentence ends."""
        first = next((i for i in range(at - 1, -1, -1) if self._firm(i)), -1)
        last = next((i for i in range(at + 1, len(self.links)) if self._firm(i)), -1)
        return first, last

    def _firm(self, at: int) -> bool:
        return self.equal[at] and self.told.words[at].sort != "sign"


def align(told: Told, source: Told, index: int) -> Alignment:
    """Lay a sentence of the summary beside sentence `index` of the source."""
    mine, theirs = told.words, source.words
    links = [-1] * len(mine)
    start = 0
    end, other_end = len(mine), len(theirs)
    while start < min(end, other_end) and mine[start].key == theirs[start].key:
        links[start] = start
        start += 1
    while end > start and other_end > start and mine[end - 1].key == theirs[other_end - 1].key:
        end, other_end = end - 1, other_end - 1
        links[end] = other_end
    if start < end and start < other_end and (end - start) * (other_end - start) <= _MOST_PAIRS:
        for one, other in _chain(mine[start:end], theirs[start:other_end]):
            links[start + one] = start + other
    return _finished(told, source, index, links)


def _finished(told: Told, source: Told, index: int, links: list[int]) -> Alignment:
    mine, theirs = told.words, source.words
    equal = tuple(
        link >= 0 and alike(word.key, theirs[link].key) for word, link in zip(mine, links, strict=True)
    )
    back = [-1] * len(theirs)
    for at, link in enumerate(links):
        if link >= 0:
            back[link] = at
    free: dict[str, list[int]] = {}
    for at, word in enumerate(theirs):
        if word.content and (back[at] < 0 or not equal[back[at]]):
            free.setdefault(word.key, []).append(at)
    moved: dict[int, int] = {}
    for at, word in enumerate(mine):
        if word.content and not equal[at] and free.get(word.key):
            moved[at] = free[word.key].pop(0)
    weight = sum(word.weight for at, word in enumerate(mine) if equal[at] or at in moved)
    return Alignment(told, source, index, tuple(links), tuple(back), equal, moved, weight)


def _chain(mine: Sequence[Word], theirs: Sequence[Word]) -> list[tuple[int, int]]:
    """The pairs of the heaviest chain, in order."""
    pairs = _pairs(mine, theirs)
    width = len(theirs) + 1
    above = [0.0] * width
    matched_above = [False] * width
    steps: list[list[int]] = []  # 0 up, 1 left, 2 across
    for row in pairs:
        current = [0.0] * width
        matched = [False] * width
        step = [0] * width
        left = 0.0
        for column in range(1, width):
            up = above[column]
            best, how = (up, 0) if up >= left else (left, 1)
            weight = row.get(column - 1)
            if weight is not None:
                across = above[column - 1] + weight + (_TOGETHER if matched_above[column - 1] else 0.0)
                if across > best:
                    best, how = across, 2
                    matched[column] = True
            current[column] = left = best
            step[column] = how
        above, matched_above = current, matched
        steps.append(step)
    found: list[tuple[int, int]] = []
    row_at, column = len(mine), width - 1
    while row_at and column:
        how = steps[row_at - 1][column]
        if how == 2:
            found.append((row_at - 1, column - 1))
            row_at, column = row_at - 1, column - 1
        elif how == 0:
            row_at -= 1
        else:
            column -= 1
    return found[::-1]


def _pairs(mine: Sequence[Word], theirs: Sequence[Word]) -> list[dict[int, float]]:
    """For each word of the summary the words of the source that may stand for it, and what the pair weighs."""
    by_key: dict[str, list[int]] = {}
    by_sort: dict[str, list[int]] = {}
    by_group: dict[int, list[int]] = {}
    contraries: list[int] = []
    known, opposed = synonyms(), opposites()
    for at, word in enumerate(theirs):
        by_key.setdefault(word.key, []).append(at)
        if word.sort in _SWAPPED:
            by_sort.setdefault("day" if word.sort in _DATED else word.sort, []).append(at)
        for group in known.get(word.key, ()):
            by_group.setdefault(group, []).append(at)
        if word.key in opposed:
            contraries.append(at)
    rows: list[dict[int, float]] = []
    for word in mine:
        row: dict[int, float] = {}
        if word.sort in _SWAPPED:
            for at in by_sort.get("day" if word.sort in _DATED else word.sort, ()):
                row[at] = _SWAPPED[word.sort]
        if word.key in opposed:
            for at in contraries:
                if contrary(word.key, theirs[at].key):
                    row[at] = max(row.get(at, 0.0), _CONTRARY)
        for group in known.get(word.key, ()):
            for at in by_group.get(group, ()):
                row[at] = max(row.get(at, 0.0), _ALIKE * word.weight)
        for at in by_key.get(word.key, ()) if word.key else ():
            row[at] = word.weight
        rows.append(row)
    return rows
