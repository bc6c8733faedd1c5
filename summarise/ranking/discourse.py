"""What leans on what: the register of rules, and the pass that asks them."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from summarise.model import Sentence
from summarise.ranking.context import quoted_on
from summarise.ranking.names import remember_names, remember_short_forms, runs_of
from summarise.ranking.openers import opening, opening_words
from summarise.ranking.register import RULES
from summarise.ranking.story import Story
from summarise.ranking.told import Look, Told

__all__ = ["RULES", "Lean", "is_question", "leans"]

# So many sentences behind one with unpaired marks can still lie inside its quotation.
_QUOTATION_REACH = 8
_MARKS = '"“”‘`'


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

    Args:
        story: the story.
        beside: positions of notices and captions, which support nothing. Headings support nothing either.
        opening_may_lean: put the first sentence under the rules as well: nothing can support what
            leans there. Otherwise it opens so on purpose.
    """
    sentences = story.sentences
    results: list[tuple[Lean, ...]] = [()] * len(sentences)
    aside = frozenset(beside)
    own = [
        p
        for p, sentence in enumerate(sentences)
        if not sentence.heading and p not in aside and story.words[p]
    ]
    inside = _inside(sentences)
    told = Told([sentences[position].text for position in own], own, _cased(sentences))
    mentions = told.mentions
    for number, (position, text) in enumerate(zip(own, told.texts, strict=True)):
        if "``" in text or " ," in text:
            text = _typeset(text)
        words = story.words[position]
        lowered = text.lower()
        low = " ".join(words).lower().split(" ")
        runs = runs_of(words, low, text) if told.cased else []
        if "’" in lowered:
            lowered = lowered.replace("’", "'")
            low = [word.replace("’", "'") for word in low]
        first = low[0]
        opened = (
            opening(text, first, low[1] if len(low) > 1 else "")
            if first.partition("'")[0] in _OPENING
            else None
        )
        look = Look(
            text, lowered, words, low, number, sentences[position].index in inside, runs, opened, told
        )
        if number or opening_may_lean:
            results[position] = _leans_of(look)
        told.lowered[position] = lowered
        for word in set(low):
            mentions[word].append(position)
        if runs:
            remember_names(look)
        if "(" in text:
            remember_short_forms(text, position, told)
    return tuple(results)


def _typeset(text: str) -> str:
    """Quotation marks and commas as printed, from text that was cut into tokens."""
    text = text.replace("``", "“").replace("''", "”").replace("“ ", "“").replace(" ”", "”")
    return text.replace(" ,", ",")


def _leans_of(look: Look) -> tuple[Lean, ...]:
    low = look.low
    text = look.text
    told = look.told
    asked: list[int] = []
    first = low[0]
    if look.opened:
        asked.append(_LISTED[look.opened[1]])
    if first in _STARTS:
        asked += _STARTS[first]
    for word in _TRIGGERS.intersection(low):
        asked += _WITHIN[word]
    if look.inside or '"' in text or "”" in text or text[0] in _MARKS:
        asked += _WHEN["quote"]
    if first[0] <= "9":
        asked += _WHEN["number"]
    if told.name_words and not told.name_words.isdisjoint(look.words):
        asked += _WHEN["name"]
    if told.short_forms:
        asked += _WHEN["short"]
    if not asked:
        return ()
    found: list[Lean] = []
    for number in sorted(set(asked)) if len(asked) > 1 else asked:
        rule = RULES[number]
        if lean := rule.find(look):
            places = lean.supporters
            if places is None:
                places = (look.told.positions[look.number - 1],) if look.number else ()
            found.append(Lean(rule.name, lean.text, places))
    return tuple(found)


def _inside(sentences: tuple[Sentence, ...]) -> frozenset[int]:
    """Indices of the sentences inside a quotation; only what follows unpaired marks is looked at."""
    texts = [sentence.text for sentence in sentences]
    whole = "\n".join(texts)
    if any(mark in whole for mark in ("‘", "\n'", " '", "``", "''")):
        odd = [p for p, text in enumerate(texts) if _unpaired(text)]
    elif "“" in whole or "”" in whole:
        odd = [p for p, text in enumerate(texts) if text.count('"') % 2 or text.count("“") != text.count("”")]
    else:
        odd = [p for p, text in enumerate(texts) if text.count('"') % 2]
    if not odd:
        return frozenset()
    part = sentences[max(odd[0] - 1, 0) : odd[-1] + _QUOTATION_REACH]
    if any("``" in sentence.text for sentence in part):
        part = tuple(replace(s, text=s.text.replace("``", "“ ").replace("''", " ”")) for s in part)
    return quoted_on(part)


def _unpaired(text: str) -> bool:
    return (
        ('"' in text and text.count('"') % 2 == 1)
        or (("“" in text or "”" in text) and text.count("“") != text.count("”"))
        or "‘" in text
        or " '" in text
        or text[0] == "'"
        or "``" in text
        or "''" in text
    )


def _cased(sentences: tuple[Sentence, ...]) -> bool:
    """Whether capitals tell names from other words: sentences are neither in lower nor in upper case."""
    sample = [sentence.text for sentence in sentences[:20]]
    return 2 * sum(text.islower() or text.isupper() for text in sample) < len(sample)


def _table(field: str) -> dict[str, tuple[int, ...]]:
    table: dict[str, list[int]] = {}
    for number, rule in enumerate(RULES):
        keys = getattr(rule, field)
        for key in [keys] if isinstance(keys, str) else sorted(keys):
            table.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in table.items()}


_STARTS = _table("starts")
_WITHIN = _table("within")
_WHEN = _table("when")
_LISTED = {rule.name: number for number, rule in enumerate(RULES)}
_OPENING = frozenset(opening_words())
_TRIGGERS = frozenset(_WITHIN)
