"""What a story has told up to a sentence, and the sentence itself as the discourse rules see it."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, TypeVar

_Answer = TypeVar("_Answer")

# So many words are remembered at most (see `PerWord`).
_REMEMBERED = 30_000
# In a story of no more sentences looking through them is quicker than an index of their words.
_FEW = 120
# Of the sentences that mention a thing, the first and so many of the last are kept as supporters.
_LAST_KEPT = 8


class Found(NamedTuple):
    """Words that lean, and the positions that support them; None stands for the sentence before."""

    text: str
    supporters: tuple[int, ...] | None = None


class PerWord(dict[str, _Answer]):
    """What a function says of words, remembered: asked as `PerWord(function)[word]`.

    The same few thousand words make up most of any text. A full memory is emptied: it stays bounded.
    """

    __slots__ = ("_ask",)

    def __init__(self, ask: Callable[[str], _Answer]) -> None:
        self._ask = ask

    def __missing__(self, word: str) -> _Answer:
        if len(self) >= _REMEMBERED:
            self.clear()
        answer = self[word] = self._ask(word)
        return answer


_plain = PerWord(lambda word: word.lower().replace("’", "'")).__getitem__


@dataclass(slots=True)
class Told:
    """The story's own sentences (no headings or notices), and what they mention where.

    It knows the whole story: a rule takes of it what stands before the sentence that it looks at.

    Attributes:
        texts: the story's own sentences.
        words: the words of each as they stand.
        positions: where these stand among all sentences.
        cased: whether capitals tell names from other words.
        runs: capitalised words of each own sentence, neighbours together: (first, end) as indices into
            its words. None at all where capitals say nothing.
        names: last words of full names, each with the first word and the positions of the full name.
        bare: capitalised words that came alone before any full name that they end.
        named_again: own sentences with such a last word alone behind the full name.
        short_forms: short forms explained in brackets, and where.
    """

    texts: list[str]
    words: list[tuple[str, ...]]
    positions: list[int]
    cased: bool
    runs: list[list[tuple[int, int]]] = field(default_factory=list)
    names: dict[str, tuple[str, list[int]]] = field(default_factory=dict)
    bare: set[str] = field(default_factory=set)
    named_again: set[int] = field(default_factory=set)
    short_forms: dict[str, list[int]] = field(default_factory=dict)
    _low: dict[int, list[str]] = field(default_factory=dict)
    _lowered: dict[int, str] = field(default_factory=dict)
    _sets: list[set[str]] = field(default_factory=list)
    _mentions: dict[str, list[int]] = field(default_factory=dict)

    def low(self, number: int) -> list[str]:
        """Words of an own sentence in lower case, straight apostrophes."""
        if (known := self._low.get(number)) is not None:
            return known
        low = self._low[number] = list(map(_plain, self.words[number]))
        return low

    def lowered(self, number: int) -> str:
        """Text of an own sentence in lower case, straight apostrophes."""
        known = self._lowered.get(number)
        if known is None:
            known = self._lowered[number] = typeset(self.texts[number]).lower().replace("’", "'")
        return known

    def lowered_at(self, position: int) -> str:
        """The same of the own sentence at a position among all."""
        return self.lowered(bisect_left(self.positions, position))

    def mentioning(self, noun: str, number: int, *, verbs: bool = False) -> list[tuple[int, str]]:
        """Positions before an own sentence that mention a noun in any form, with the form.

        Of each form the first and the last ones.
        """
        wanted = forms(noun, verbs)
        places: dict[str, list[int]] = {}
        if len(self.texts) > _FEW:
            before = self.positions[number]
            for form in wanted & self._index().keys():
                places[form] = earlier(self._mentions[form], before)
        elif not all(map(wanted.isdisjoint, earlier_words := self._words_before(number))):
            for position, words in zip(self.positions, earlier_words, strict=False):
                for form in wanted & words:
                    places.setdefault(form, []).append(position)
        return sorted((place, form) for form, some in places.items() for place in kept(some))

    def mentioned(self, noun: str, number: int) -> bool:
        """Whether a sentence before an own sentence mentions a noun in any form."""
        wanted = forms(noun)
        if len(self.texts) > _FEW:
            before = self.positions[number]
            return any(self._mentions[form][0] < before for form in wanted & self._index().keys())
        return not all(map(wanted.isdisjoint, self._words_before(number)))

    def _words_before(self, number: int) -> list[set[str]]:
        known = self._sets
        for other in range(len(known), number):
            known.append(set(self.low(other)))
        return known[:number]

    def _index(self) -> dict[str, list[int]]:
        if not self._mentions:
            for number, position in enumerate(self.positions):
                for word in set(self.low(number)):
                    self._mentions.setdefault(word, []).append(position)
        return self._mentions


@dataclass(slots=True)
class Look:
    """One sentence under the rules.

    Attributes:
        text: the sentence, quotation marks as typesetters make them.
        lowered: the same in lower case, straight apostrophes.
        words: its words as they stand.
        low: its words in lower case, straight apostrophes.
        number: which of the story's own sentences (see `Told.texts`) it is.
        position: where it stands among all sentences.
        inside: whether it begins inside a quotation.
        opened: its listed opening and the rule of that, see `openers.opening`.
        told: what the story tells.
    """

    text: str
    lowered: str
    words: tuple[str, ...]
    low: list[str]
    number: int
    position: int
    inside: bool
    opened: tuple[str, str] | None
    told: Told

    @property
    def runs(self) -> list[tuple[int, int]]:
        """Its capitalised words, see `Told.runs`."""
        return self.told.runs[self.number]

    def neighbour(self, step: int) -> str:
        """Text of a sentence so many before (-1) or behind (1) it; "" where the story has none."""
        number = self.number + step
        return self.told.texts[number] if 0 <= number < len(self.told.texts) else ""


Find = Callable[[Look], Found | None]


@dataclass(frozen=True, slots=True)
class Example:
    """Sentences of a small story and which of them is meant."""

    sentences: tuple[str, ...]
    index: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of leaning.

    Attributes:
        name: what `Lean.rule` says.
        about: what the rule finds, and why that dangles.
        fires: an example in which it fires.
        quiet: one close by in which it does not.
        find: the words that lean, None if there are none.
        starts: the rule is asked only for sentences that open with one of these words (lower case).
        within: or only for those that have one of these (lower case). Neither: see `when`.
        when: "inside" for sentences that begin inside a quotation, "closing" for those that have a
            closing mark, "mark" for those that open with one, "name" for those with a word alone that
            ended a full name before, "short" where a short form is known, "number" for those that
            open with a figure.
    """

    name: str
    about: str
    fires: Example
    quiet: Example
    find: Find
    starts: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    when: str = ""


def typeset(text: str) -> str:
    """Quotation marks and commas as printed, from text that was cut into tokens."""
    if "``" not in text and " ," not in text:
        return text
    text = text.replace("``", "“").replace("''", "”").replace("“ ", "“").replace(" ”", "”")
    return text.replace(" ,", ",")


def earlier(places: list[int], before: int) -> list[int]:
    """Those of positions in order that stand before one."""
    return places[: bisect_left(places, before)]


def kept(places: list[int]) -> list[int]:
    """The first of many positions and the last ones: a bounded number."""
    return places if len(places) <= _LAST_KEPT + 1 else [places[0], *places[-_LAST_KEPT:]]


def supporters(places: Iterable[int]) -> tuple[int, ...]:
    """Of positions in order the first and the last ones, each once."""
    return tuple(kept(sorted(set(places))))


@lru_cache(maxsize=4096)
def forms(noun: str, verbs: bool = False) -> frozenset[str]:
    """Forms under which a noun may have stood before, possessives included.

    `verbs` adds those of the verb it names: "attack" was told by "attacked".
    """
    plain = {noun, noun + "s", noun + "es"}
    if noun.endswith("men"):
        plain.add(noun[:-3] + "man")
    elif noun.endswith("man"):
        plain.add(noun[:-3] + "men")
    if noun.endswith("ies"):
        plain.add(noun[:-3] + "y")
    elif noun.endswith("y"):
        plain.add(noun[:-1] + "ies")
    elif noun.endswith("s") and not noun.endswith("ss"):
        plain.add(noun[:-1])
        if noun.endswith(("ses", "xes", "ches", "shes")):
            plain.add(noun[:-2])
    if noun in ("child", "children"):
        plain |= {"child", "children"}
    if noun in ("person", "people"):
        plain |= {"person", "people"}
    if verbs:
        root = noun[:-3] if noun.endswith("ing") else noun
        plain |= {root + "ed", root + "ing", root + "d", root[:-1] + "ing", root + root[-1:] + "ed", root}
    return frozenset(plain | {f"{form}'s" for form in plain})
