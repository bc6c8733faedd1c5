"""From scores to an extract: the best sentences that can stand together within a budget.

Sentences are taken one after the other, always the one that adds most to the extract as it
is, together with whatever it leans on. What it adds is its score, less the importance of
terms that the extract has already, and what its length and its neighbours do to the
extract. (A search over all sets of three gained nothing measurable.)
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from summarise.ranking.budget import Budget
from summarise.ranking.discourse import Lean
from summarise.ranking.repeats import Content, Said, content

# Sentences tried at each step, best score first, and looked at to find them. More gained nothing measurable.
_TRIED = 8
_LOOKED_AT = 48
# A sentence draws in no more than so many, itself included.
_LONGEST_CHAIN = 3


@dataclass(frozen=True, slots=True)
class Option:
    """A sentence that an extract may take.

    Attributes:
        position: its place in the story, headings and all.
        score: as the only sentence of an extract.
        linear: the part of its score that does not depend on what else is taken.
        terms: its distinct terms.
        words, characters: its size.
        question: it asks, and so may not be the last.
        spoken: its words as they stand, for comparison with others.
    """

    position: int
    score: float
    linear: float
    terms: Sequence[str]
    words: int
    characters: int
    question: bool
    spoken: Sequence[str]


@dataclass(frozen=True, slots=True)
class Worth:
    """How an extract is weighed as a whole.

    Attributes:
        cover: what each term adds when the extract has it for the first time.
        adjacent: what a pair of neighbours in the story adds.
        length: what so many words in so many sentences add.
    """

    cover: Mapping[str, float]
    adjacent: float
    length: Callable[[int, int], float]


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen, and for every other sentence tried why not.

    Attributes:
        taken: positions, first taken first.
        drawn_in: those taken only because another leans on them: its position.
        repeating: those passed over because they repeat another: its position.
        too_long: those that did not fit, with the words that were left (None if characters decided).
        leaning: those passed over because they lean on sentences not taken.
        asking: questions that would have come last.
    """

    taken: tuple[int, ...]
    drawn_in: Mapping[int, int] = field(default_factory=dict)
    repeating: Mapping[int, int] = field(default_factory=dict)
    too_long: Mapping[int, int | None] = field(default_factory=dict)
    leaning: Mapping[int, Lean] = field(default_factory=dict)
    asking: frozenset[int] = frozenset()


def choose(
    options: Sequence[Option], leans_of: Callable[[int], Sequence[Lean]], budget: Budget, worth: Worth
) -> Choice:
    """Take sentences until nothing more fits or adds anything new.

    Args:
        options: the sentences that may be taken, in order of the story.
        leans_of: what the sentence at a position leans on.
        budget: what the extract may hold.
        worth: how it is weighed.

    Returns:
        The choice; `taken` is empty if no sentence can stand alone within the budget. No sentence
        is taken without one supporter for each thing it leans on; none that repeats another; and
        the last of the extract is no question.
    """
    builder = _Builder(options, leans_of, budget, worth)
    waiting = sorted(options, key=lambda option: (-option.score, option.position))
    while waiting and not builder.full:
        looked, group = builder.best(waiting)
        if not group:
            break
        builder.take(group)
        settled = builder.settled
        waiting[:looked] = [option for option in waiting[:looked] if option.position not in settled]
    return builder.choice()


class _Builder:
    """An extract in the making."""

    def __init__(
        self,
        options: Sequence[Option],
        leans_of: Callable[[int], Sequence[Lean]],
        budget: Budget,
        worth: Worth,
    ) -> None:
        self._options = {option.position: option for option in options}
        self._leans_of = leans_of
        self._budget = budget
        self._worth = worth
        self._said = Said()
        self._contents: dict[int, Content] = {}
        self._covered: set[str] = set()
        self._words = self._characters = 0
        self._last = -1
        self._taken: dict[int, None] = {}
        self._drawn_in: dict[int, int] = {}
        self._repeating: dict[int, int] = {}
        self._too_long: dict[int, int | None] = {}
        self._leaning: set[int] = set()
        self._asking: set[int] = set()

    @property
    def full(self) -> bool:
        """Whether not even the shortest sentence fits."""
        number = len(self._taken)
        return not self._budget.holds(number + 1, self._words + 1, self._characters + 1 + (number > 0))

    @property
    def settled(self) -> set[int]:
        """Positions that need not be looked at again."""
        return {*self._taken, *self._repeating, *self._too_long}

    def best(self, waiting: Sequence[Option]) -> tuple[int, list[Option]]:
        """The sentence that adds most, first, and those it needs; and how many were looked at."""
        best: list[Option] = []
        most = 0.0
        tried = looked = 0
        for option in waiting:
            if tried == _TRIED or (tried and looked == _LOOKED_AT):
                break
            looked += 1
            group = self._group(option)
            if not group:
                continue
            tried += 1
            gain = self._gain(group)
            if not best or gain > most:
                best, most = group, gain
        return looked, best

    def take(self, group: Sequence[Option]) -> None:
        """Add a sentence and those it needs."""
        for option in group:
            self._taken[option.position] = None
            self._covered.update(option.terms)
            self._said.add(option.position, self._content(option))
            self._last = max(self._last, option.position)
            self._words += option.words
            self._characters += option.characters + (len(self._taken) > 1)
            if option is not group[0]:
                self._drawn_in[option.position] = group[0].position
            for notes in (self._too_long, self._repeating):
                notes.pop(option.position, None)
            for marks in (self._leaning, self._asking):
                marks.discard(option.position)

    def _group(self, option: Option) -> list[Option]:
        """The sentence and all it needs, empty if they cannot be taken now; the reason is noted."""
        position = option.position
        if position in self._taken or position in self._repeating or position in self._too_long:
            return []
        if not self._fits([option]):
            left = None if self._budget.words is None else self._budget.words - self._words
            self._too_long[position] = left if left is not None and left < option.words else None
            return []
        group = [option]
        for needing in group:
            for lean in self._leans_of(needing.position):
                if self._stands(lean, group):
                    continue
                found = [self._options[p] for p in lean.supporters if p in self._options]
                if not found or len(group) == _LONGEST_CHAIN:
                    self._leaning.add(position)
                    return []
                group.append(max(found, key=lambda o: (o.score, o.position)))
        if len(group) > 1 and not self._fits(group):
            self._leaning.add(position)
            return []
        if self._asks(group):
            self._asking.add(position)
            return []
        if (other := self._said.repeats(self._content(option))) is not None:
            self._repeating[position] = other
            return []
        if len(group) > 1 and self._repeats_itself(group):
            self._leaning.add(position)
            return []
        return group

    def _missing(self, position: int) -> list[Lean]:
        """What the sentence leans on that is not taken."""
        return [lean for lean in self._leans_of(position) if not self._stands(lean, ())]

    def _repeats_itself(self, group: Sequence[Option]) -> bool:
        """Whether one of a group says again what was said, or what another of the group says."""
        said = Said()
        for option in sorted(group, key=lambda option: option.position):
            own = self._content(option)
            if said.repeats(own) is not None or self._said.repeats(own) is not None:
                return True
            said.add(option.position, own)
        return False

    def _content(self, option: Option) -> Content:
        found = self._contents.get(option.position)
        if found is None:
            found = self._contents[option.position] = content(option.spoken)
        return found

    def _stands(self, lean: Lean, group: Sequence[Option]) -> bool:
        return any(p in self._taken for p in lean.supporters) or any(
            option.position in lean.supporters for option in group
        )

    def _fits(self, group: Sequence[Option]) -> bool:
        number = len(self._taken) + len(group)
        characters = self._characters + sum(o.characters for o in group) + len(group) - (not self._taken)
        return self._budget.holds(number, self._words + sum(o.words for o in group), characters)

    def _asks(self, group: Sequence[Option]) -> bool:
        """Whether the extract would end with a question."""
        last = max(group, key=lambda option: option.position)
        return last.question and last.position > self._last

    def _gain(self, group: Sequence[Option]) -> float:
        """What the group adds for each of its sentences."""
        worth, cover, covered = self._worth, self._worth.cover, self._covered
        gain, words = 0.0, 0
        # A dict keeps the order of the terms: the last bits must not depend on the hash seed.
        new: dict[str, None] = {}
        for option in group:
            gain += option.linear
            words += option.words
            new.update(dict.fromkeys(option.terms))
        gain += sum([cover[term] for term in new if term not in covered])
        gain += worth.adjacent * self._neighbours(group)
        number = len(self._taken)
        before = worth.length(self._words, number) if number else 0.0
        gain += worth.length(self._words + words, number + len(group)) - before
        return gain / len(group)

    def _neighbours(self, group: Sequence[Option]) -> int:
        """Pairs of neighbours in the story that the group makes."""
        positions = [option.position for option in group]
        new = sum((p - 1 in self._taken) + (p + 1 in self._taken) for p in positions)
        return new + sum(p + 1 in positions for p in positions)

    def choice(self) -> Choice:
        """The finished extract; of what was noted on the way only what still holds."""
        missing = {position: self._missing(position) for position in sorted(self._leaning)}
        return Choice(
            tuple(self._taken),
            self._drawn_in,
            self._repeating,
            self._too_long,
            {position: found[0] for position, found in missing.items() if found},
            frozenset(position for position in self._asking if position > self._last),
        )
