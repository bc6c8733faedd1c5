"""What leans on what: the register of rules, and the pass that asks them."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from summarise.model import Sentence
from summarise.ranking.discourse.names import note_names, note_short_forms
from summarise.ranking.discourse.openers import opening
from summarise.ranking.discourse.register import RULES
from summarise.ranking.discourse.speech import quoted_on
from summarise.ranking.discourse.told import Look, Rule, Told, typeset
from summarise.ranking.story import Story

__all__ = ["RULES", "Discourse", "Lean", "is_question", "leans"]

# So many sentences behind one with unpaired marks can still lie inside its quotation.
_QUOTATION_REACH = 8
_MARKS = "\"“‘'"


@dataclass(frozen=True, slots=True)
class Lean:
    """One thing a sentence takes from another.

    Attributes:
        rule: name of the rule in the register.
        text: the words that lean, as they stand.
        supporters: positions in `Story.sentences`; any one of them beside the sentence is enough.
            Empty if nothing can support it.
    """

    rule: str
    text: str
    supporters: tuple[int, ...]


def is_question(text: str) -> bool:
    """Whether a sentence asks: it must not be the last of an extract."""
    return text.rstrip("\"'”’) ").endswith("?")


def leans(
    story: Story, beside: Collection[int], *, opening_may_lean: bool = False
) -> tuple[tuple[Lean, ...], ...]:
    """What every sentence of a story leans on; all of it must be satisfied.

    Takes what `Discourse` takes, and asks it for every sentence.
    """
    discourse = Discourse(story, beside, opening_may_lean=opening_may_lean)
    return tuple(map(discourse.of, range(len(story.sentences))))


class Discourse:
    """A story, ready to say of any sentence what it leans on.

    Names and quotations are gathered once over the whole story; the rules are asked sentence by
    sentence, where somebody wants to know.

    Args:
        story: the story.
        beside: positions of notices and captions, which support nothing. Headings support nothing either.
        opening_may_lean: put the first sentence under the rules as well: nothing can support what
            leans there. Otherwise it opens so on purpose.
    """

    __slots__ = ("_found", "_inside", "_numbers", "_told")

    def __init__(self, story: Story, beside: Collection[int], *, opening_may_lean: bool = False) -> None:
        sentences = story.sentences
        aside = frozenset(beside)
        own = [
            position
            for position, sentence in enumerate(sentences)
            if story.words[position] and not sentence.heading and position not in aside
        ]
        self._told = told = Told(
            [sentences[position].text for position in own],
            [story.words[position] for position in own],
            own,
            story.cased,
        )
        self._inside = _inside(sentences)
        if told.cased:
            note_names(told)
        else:
            told.runs.extend([] for _ in own)
        note_short_forms(told)
        self._numbers = {position: number for number, position in enumerate(own)}
        # What is known already; headings, notices and the opening lean on nothing.
        self._found: list[tuple[Lean, ...] | None] = [()] * len(sentences)
        for position in own if opening_may_lean else own[1:]:
            self._found[position] = None

    def of(self, position: int) -> tuple[Lean, ...]:
        """What the sentence at a position in `Story.sentences` leans on; all of it must be satisfied."""
        found = self._found[position]
        if found is None:
            found = self._found[position] = self._leans_of(position)
        return found

    def _leans_of(self, position: int) -> tuple[Lean, ...]:
        told = self._told
        number = self._numbers[position]
        low = told.low(number)
        text = typeset(told.texts[number])
        first = low[0]
        opened = opening(text, first, low[1] if len(low) > 1 else "")
        asked = _STARTS.get(first, 0)
        for word in _TRIGGERS.intersection(low):
            asked |= _WITHIN[word]
        if opened:
            asked |= _LISTED[opened[1]]
        inside = position in self._inside
        if inside:
            asked |= _INSIDE
        else:
            if "”" in text or ('"' in text and text.count('"') % 2):
                asked |= _CLOSING
            if text[0] in _MARKS and (text[0] != "'" or "”" in text or '"' in text):
                asked |= _MARK
        if first[0] <= "9":
            asked |= _NUMBER
        if number in told.named_again:
            asked |= _NAME
        if told.short_forms:
            asked |= _SHORT
        if not asked:
            return ()
        look = Look(
            text, told.lowered(number), told.words[number], low, number, position, inside, opened, told
        )
        found: list[Lean] = []
        for rule in _rules(asked):
            if lean := rule.find(look):
                places = lean.supporters
                if places is None:
                    places = (told.positions[number - 1],) if number else ()
                found.append(Lean(rule.name, lean.text, places))
        return tuple(found)


# A single mark in front of a capital may open a statement.
_STATEMENT = re.compile(r"['‘](?=[^\W\d_a-z])(?<!\w.)")


def _inside(sentences: tuple[Sentence, ...]) -> frozenset[int]:
    """Positions of the sentences inside a quotation; only what follows unpaired marks is looked at."""
    texts = [sentence.text for sentence in sentences]
    odd = next((number for number, text in enumerate(texts) if _unpaired(text)), None)
    if odd is None:
        return frozenset()
    last = next(number for number in range(len(texts) - 1, -1, -1) if _unpaired(texts[number]))
    part = sentences[max(odd - 1, 0) : last + _QUOTATION_REACH]
    if any("``" in sentence.text for sentence in part):
        part = tuple(replace(s, text=s.text.replace("``", "“ ").replace("''", " ”")) for s in part)
    inside = quoted_on(part)
    return frozenset(p for p, sentence in enumerate(sentences) if sentence.index in inside)


def _unpaired(text: str) -> bool:
    """Whether a quotation may begin or end in a sentence without ending or beginning there."""
    return (
        text.count('"') % 2 == 1
        or text.count("“") != text.count("”")
        or text.count("``") != text.count("''")
        or (("'" in text or "‘" in text) and _STATEMENT.search(text) is not None)
    )


# Sets of rules are numbers: one bit for each rule, by its place in the register.


def _table(field: str) -> dict[str, int]:
    table: dict[str, int] = {}
    for number, rule in enumerate(RULES):
        keys = getattr(rule, field)
        for key in [keys] if isinstance(keys, str) else keys:
            table[key] = table.get(key, 0) | 1 << number
    return table


@lru_cache(maxsize=4096)
def _rules(asked: int) -> tuple[Rule, ...]:
    return tuple(rule for number, rule in enumerate(RULES) if asked >> number & 1)


_STARTS = _table("starts")
_WITHIN = _table("within")
_TRIGGERS = frozenset(_WITHIN)
_LISTED = {rule.name: 1 << number for number, rule in enumerate(RULES)}
_WHEN = _table("when")
_INSIDE, _MARK, _CLOSING = _WHEN["inside"], _WHEN["mark"], _WHEN["closing"]
_NUMBER, _NAME, _SHORT = _WHEN["number"], _WHEN["name"], _WHEN["short"]
