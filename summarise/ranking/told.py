"""What a story has told up to a sentence, and the sentence itself as the discourse rules see it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

# Of the sentences that mention a thing, the first and so many of the last are kept as supporters.
_LAST_KEPT = 8


class Found(NamedTuple):
    """Words that lean, and the positions that support them; None stands for the sentence before."""

    text: str
    supporters: tuple[int, ...] | None = None


@dataclass(slots=True)
class Told:
    """What the sentences before have mentioned, and the story's own sentences (no headings or notices).

    Attributes:
        texts: the story's own sentences.
        positions: where these stand among all sentences.
        cased: whether capitals tell names from other words.
        mentions: words in lower case, and the positions that have them.
        lowered: own sentences in lower case, so far.
        names: last words of full names, each with the first word and the positions of the full name.
        name_words: the same last words, possessives as well.
        bare: capitalised words that came alone before any full name that they end.
        short_forms: short forms explained in brackets, and where.
    """

    texts: list[str]
    positions: list[int]
    cased: bool
    mentions: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    lowered: dict[int, str] = field(default_factory=dict)
    names: dict[str, tuple[str, list[int]]] = field(default_factory=dict)
    name_words: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    short_forms: dict[str, list[int]] = field(default_factory=dict)

    def mentioning(self, noun: str, *, verbs: bool = False) -> list[tuple[int, str]]:
        """Positions that mention a noun in any of its forms, and the form: the first and the last ones."""
        found: list[tuple[int, str]] = []
        for form in forms(noun, verbs):
            if form in self.mentions:
                found += [(place, form) for place in kept(self.mentions[form])]
        return sorted(found)


@dataclass(slots=True)
class Look:
    """One sentence under the rules.

    Attributes:
        text: the sentence, quotation marks as typesetters make them.
        lowered: the same in lower case, straight apostrophes.
        words: its words as they stand.
        low: its words in lower case, straight apostrophes.
        number: which of the story's own sentences (see `Told.texts`) it is.
        inside: whether it begins inside a quotation.
        runs: its capitalised words, neighbours together: (first, end) as indices into `words`.
            None where capitals say nothing.
        opened: its listed opening and the rule of that, see `openers.opening`.
        told: what was told before.
    """

    text: str
    lowered: str
    words: tuple[str, ...]
    low: list[str]
    number: int
    inside: bool
    runs: list[tuple[int, int]]
    opened: tuple[str, str] | None
    told: Told

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
        when: "quote" for sentences with a quotation mark or inside a quotation, "name" for those
            with a word that ended a full name before, "short" for those with a known short form,
            "number" for those that open with a figure.
    """

    name: str
    about: str
    fires: Example
    quiet: Example
    find: Find
    starts: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    when: str = ""


def kept(places: list[int]) -> list[int]:
    """The first of many positions and the last ones: a bounded number."""
    return places if len(places) <= _LAST_KEPT + 1 else [places[0], *places[-_LAST_KEPT:]]


def supporters(places: Iterable[int]) -> tuple[int, ...]:
    """Of positions in order the first and the last ones, each once."""
    return tuple(kept(sorted(set(places))))


@lru_cache(maxsize=4096)
def forms(noun: str, verbs: bool = False) -> tuple[str, ...]:
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
    marked = plain | {f"{form}'s" for form in plain}
    return tuple(sorted(marked))
