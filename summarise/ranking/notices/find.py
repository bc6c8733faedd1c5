"""Sentences that are in an article's text and not in its story: notices, captions, tables, labels.

`RULES` is the register of what such a sentence looks like; the first rule that fires
decides. A rule is only tried where the sentence has its first word, one of its words or marks, or its
shape, which keeps this fast.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from summarise.model import Sentence
from summarise.ranking.notices import credits, labels, listings, phrases
from summarise.ranking.notices.rule import LEAD, Rule, shapes

__all__ = ["RULES", "Notice", "Rule", "notice", "notices"]

RULES: tuple[Rule, ...] = (
    *phrases.RULES,
    *credits.RULES,
    *listings.RULES,
    *labels.RULES,
    *listings.HEADLINES,
)

_FIRST_WORD = re.compile(r"\w+|©")
_EDGES = LEAD + "])}:,;.!?\"'“”‘’"
# What clings to a word where a text is parted at its spaces.
_BEFORE = ("", "(", '"', "“")
_AFTER = ("", ",", ".", ":", ";", ")", "),", ").", "!", "?", "…")
_AT_THE_END = 3
_TRANSCRIPT = "transcript"


@dataclass(frozen=True, slots=True)
class Notice:
    """Why a sentence is no part of the story: what kind of line it is, and the words that show it."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Dispatch:
    """The places of the rules in the register by what makes them worth trying."""

    first: dict[str, tuple[int, ...]]
    words: dict[str, tuple[int, ...]]
    known_words: frozenset[str]
    marks: tuple[tuple[str, tuple[int, ...]], ...]
    shapes: dict[str, tuple[int, ...]]


def notices(sentences: Sequence[Sentence]) -> dict[int, Notice]:
    """For each sentence that is no part of the story its index, what it is and the words that show it.

    The sentence that opens the story is no caption, label or row, whatever it has in brackets or
    before a colon; it can be a notice to readers or a credit.
    """
    ordered = sorted(sentences, key=attrgetter("index"))
    opening = next((sentence.index for sentence in ordered if not sentence.heading), None)
    stopped = _has_stops(ordered)
    # Where everything is in capitals they mark nothing.
    shouted = 2 * sum(sentence.text.isupper() for sentence in ordered) > len(ordered)
    table = _dispatch()
    found: dict[int, Notice] = {}
    behind = 0  # sentences of the story behind this one: what comes after the last of them is the end
    for sentence in reversed(ordered):
        for number in _candidates(sentence.text, table):
            rule = RULES[number]
            if shouted and rule.shape == "capitals":
                continue
            if rule.where != "anywhere" and (
                sentence.index == opening
                or (rule.where == "at the end" and behind >= _AT_THE_END)
                or (rule.where == "between whole sentences" and sentence is ordered[-1])
                or (rule.where.endswith("whole sentences") and (sentence.heading or not stopped))
            ):
                continue
            if shown := rule.check(sentence.text):
                found[sentence.index] = Notice(rule.kind, shown)
                break
        else:
            behind += 1
    return _with_answers(ordered, dict(reversed(found.items())))


def _with_answers(ordered: Sequence[Sentence], found: dict[int, Notice]) -> dict[int, Notice]:
    """In a transcript the rest of a paragraph belongs to the speaker whose name or "A:" opens it."""
    speaking = [index for index, notice in found.items() if notice.kind == _TRANSCRIPT]
    if not speaking or ordered[-1].paragraph < len(speaking):
        return found
    paragraphs = {sentence.index: sentence.paragraph for sentence in ordered}
    speakers = {paragraphs[index]: found[index] for index in reversed(speaking)}
    for sentence in ordered:
        if sentence.paragraph in speakers and sentence.index not in found:
            found[sentence.index] = speakers[sentence.paragraph]
    return found


def notice(text: str) -> Notice | None:
    """The same for one sentence by itself, taken to stand inside a story."""
    for number in _candidates(text, _dispatch()):
        rule = RULES[number]
        if rule.where in ("anywhere", "behind the opening") and (shown := rule.check(text)):
            return Notice(rule.kind, shown)
    return None


def _has_stops(sentences: Sequence[Sentence]) -> bool:
    """Whether half of the article's sentences end in a mark that clings to a word, as in print."""
    ends = [sentence.text[-2:] for sentence in sentences if not sentence.heading]
    return 2 * sum(end[-1:] in "\"'”’.!?)" and end[:1] != " " for end in ends) >= len(ends)


def _candidates(text: str, table: _Dispatch) -> list[int]:
    """The places in the register of the rules that are worth trying, in order."""
    lowered = text.lower()
    words = lowered.split()
    if not words:
        return []
    first = words[0].strip(_EDGES)
    if not first.isalnum():
        match = _FIRST_WORD.match(lowered.lstrip(LEAD))
        first = match.group() if match else ""
    numbers = list(table.first.get("0" if first[:1].isdigit() else first, ()))
    if not table.known_words.isdisjoint(words):
        numbers += [number for word in words for number in table.words.get(word, ())]
    for mark, rules in table.marks:
        if mark in text:
            numbers += rules
    for shape in shapes(text):
        numbers += table.shapes.get(shape, ())
    return sorted(set(numbers)) if len(numbers) > 1 else numbers


@cache
def _dispatch() -> _Dispatch:
    first: dict[str, tuple[int, ...]] = {}
    words: dict[str, tuple[int, ...]] = {}
    marks: dict[str, tuple[int, ...]] = {}
    by_shape: dict[str, tuple[int, ...]] = {}
    for number, rule in enumerate(RULES):
        for table, keys in (
            (first, rule.first),
            (words, [before + word + after for word in rule.words for before in _BEFORE for after in _AFTER]),
            (marks, rule.marks),
            (by_shape, [rule.shape] if rule.shape else []),
        ):
            for key in keys:
                table[key] = (*table.get(key, ()), number)
    return _Dispatch(first, words, frozenset(words), tuple(marks.items()), by_shape)
