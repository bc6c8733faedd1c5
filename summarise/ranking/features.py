"""What can be counted about the sentences of a story, before anyone weighs it.

Everything takes time linear in the story's words. Sources of the measures: position,
title words and length, Edmundson (1969); mean word probability, SumBasic (Nenkova and
Vanderwende 2005); centrality with direction, PacSum (Zheng and Lapata 2019), here on
tf-isf vectors (isf: inverse sentence frequency) and with running sums instead of all
pairs. What each of FEATURES means is said beside it.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarise.language.words import words
from summarise.ranking.centrality import ties
from summarise.ranking.importance import Counts, known
from summarise.ranking.story import Story
from summarise.ranking.terms import content_stems, term

FEATURES: dict[str, str] = {
    "place_log": "logarithm of its number in the story",
    "place_share": "part of the story before it",
    "first": "opens the story",
    "second": "is the second sentence",
    "length_log": "logarithm of its words",
    "short": "fewer than 8 words",
    "long": "more than 35 words",
    "very_long": "words above 45, in twenties",
    "frequency": "mean frequency of its terms, of the highest in the story",
    "frequency_mean": "mean frequency of its terms, of all, in hundredths",
    "forward": "sum of its cosines with later sentences, of the highest in the story",
    "forward_sum": "the same sum over the root of the number of sentences",
    "forward_mean": "mean cosine with a later sentence",
    "backward": "sum of its cosines with earlier sentences, of the highest in the story",
    "backward_sum": "the same sum over the root of the number of sentences",
    "backward_mean": "mean cosine with an earlier sentence",
    "central": "cosine with the whole story, terms weighed by their rarity in news",
    "rarity": "mean rarity of its terms in news",
    "names_elsewhere": "logarithm of the other sentences that have its names, added up",
    "names_mean": "mean part of the story's sentences that have one of its names",
    "names_new": "logarithm of the names it is the first to have",
    "names_share": "names among its words",
    "quotes": "has quotation marks",
    "quoted_share": "part of its characters inside them",
    "opens_quoted": "opens with a quotation mark",
    "person": "words of the first or second person outside quotations, in pairs",
    "label": "a few words and a colon in front",
    "question": "ends with a question mark",
    "title": "part of the title's terms that it has",
}
"""The features by name, each with its meaning, in the order of `Measured.values`."""

_QUOTED = re.compile(r"[\"“][^\"”]*(?:[\"”]|$)|``.*?(?:''|$)")
_LABEL = re.compile(r"[^,.:\"“]{2,40}: ")
_OPENING_MARKS = frozenset("\"“`'‘")
_LABEL_REACH = 48
_QUESTION = re.compile(r"\?[\"'”’) ]*$")
_MOST_OF_A_FUNCTION_WORD = 2
_MOST_PERSONS = 3
_SHORT, _LONG, _VERY_LONG = 8, 35, 45


@dataclass(frozen=True, slots=True)
class Measured:
    """What was counted of one sentence.

    Attributes:
        position: its place in `Story.sentences`.
        values: in the order of FEATURES.
        functions: how often it has each function word, by its number in terms.FUNCTION_WORDS, at most 2.
        terms: its distinct terms, in order.
        names: its names that stand inside a sentence somewhere, without the first words that are none.
        size: its words.
    """

    position: int
    values: tuple[float, ...]
    functions: Mapping[int, int]
    terms: tuple[str, ...]
    names: frozenset[str]
    size: int


@dataclass(frozen=True, slots=True)
class Measures:
    """What was counted of a story: its own sentences in order, its terms, and in how many sentences each name is."""

    sentences: tuple[Measured, ...]
    counts: Counts
    names: Mapping[str, int]


@dataclass(slots=True)
class _Tally:
    """One sentence while its words are gone through."""

    bag: dict[str, int]
    functions: dict[int, int]
    names: set[str]
    opener: str
    persons: int


def measure(story: Story, own: Sequence[int]) -> Measures:
    """Count everything.

    Args:
        story: the story.
        own: positions of the sentences that belong to it (no headings, captions, notices), in order.
            Nothing else is counted: a caption is no evidence of what the story is about.
    """
    first: dict[str, int] = {}
    times: dict[str, int] = {}
    capitals: dict[str, int] = {}
    tallies = []
    for number, position in enumerate(own):
        tally = _tally(story.words[position], story.cased, capitals)
        tallies.append(tally)
        for own_term, count in tally.bag.items():
            if own_term in times:
                times[own_term] += count
            else:
                first[own_term] = number
                times[own_term] = count
    known = set().union(*(tally.names for tally in tallies))
    for tally in tallies:
        if tally.opener in known:
            tally.names.add(tally.opener)
    names = Counter(name for tally in tallies for name in tally.names)
    counts = Counts(times, first, capitals)
    return Measures(tuple(_measured(story, own, tallies, counts, names)), counts, names)


def _tally(text: Sequence[str], cased: bool, capitals: dict[str, int]) -> _Tally:
    """Sort the words of a sentence; capitals inside it are added to `capitals`."""
    # Plain loops and dicts: this is the one place that sees every word.
    bag: dict[str, int] = {}
    functions: dict[int, int] = {}
    names: set[str] = set()
    persons = 0
    opener = None
    for own, name, function, person in map(term, text):
        if own:
            bag[own] = bag.get(own, 0) + 1
            if name and cased:
                if opener is None:
                    # The first word has a capital anyway: it is a name only if it is one elsewhere.
                    opener = name
                    continue
                names.add(name)
                capitals[own] = capitals.get(own, 0) + 1
        elif function >= 0:
            functions[function] = min(functions.get(function, 0) + 1, _MOST_OF_A_FUNCTION_WORD)
        elif person:
            persons += 1
        if opener is None:
            opener = ""
    return _Tally(bag, functions, names, opener or "", persons)


def _measured(
    story: Story, own: Sequence[int], tallies: Sequence[_Tally], counts: Counts, names: Mapping[str, int]
) -> Iterator[Measured]:
    of = len(own)
    every = sum(counts.times.values()) or 1
    rare = {own_term: known(own_term)[1] for own_term in counts.times}
    tied = ties([tally.bag for tally in tallies], counts.times, rare)
    top_mean = max([tie.frequency for tie in tied], default=0.0) or 1.0
    top_forward = max([tie.forward for tie in tied], default=0.0) or 1.0
    top_backward = max([tie.backward for tie in tied], default=0.0) or 1.0
    titled = set(content_stems(words(story.title))) if story.title else set()
    root = math.sqrt(of)
    seen: set[str] = set()
    for number, (position, tally, tie) in enumerate(zip(own, tallies, tied, strict=True)):
        text = story.sentences[position].text
        size = len(story.words[position])
        frequency, backward, forward, central, rarity = tie
        others = sum([names[name] - 1 for name in tally.names])
        new = tally.names - seen
        seen |= new
        quoted = _QUOTED.findall(text) if '"' in text or "“" in text or "``" in text else ()
        persons = _persons(_QUOTED.sub(" ", text)) if quoted and tally.persons else tally.persons
        colon = ": " in text[:_LABEL_REACH] and _LABEL.match(text) is not None
        yield Measured(
            position,
            (
                math.log1p(number),
                number / of,
                float(number == 0),
                float(number == 1),
                math.log(size or 1),
                float(size < _SHORT),
                float(size > _LONG),
                max(0, size - _VERY_LONG) / 20,
                frequency / top_mean,
                100 * frequency / every,
                forward / top_forward,
                forward / root,
                forward / max(1, of - 1 - number),
                backward / top_backward,
                backward / root,
                backward / max(1, number),
                central,
                rarity,
                math.log1p(others),
                others / (len(tally.names) or 1) / of,
                math.log1p(len(new)),
                len(tally.names) / (size or 1),
                float(bool(quoted)),
                sum(map(len, quoted)) / len(text),
                float(text[0] in _OPENING_MARKS),
                min(persons, _MOST_PERSONS) / 2,
                float(colon),
                float("?" in text[-4:] and _QUESTION.search(text) is not None),
                len(titled.intersection(tally.bag)) / len(titled) if titled else 0.0,
            ),
            tally.functions,
            tuple(tally.bag),
            frozenset(tally.names),
            size,
        )


def _persons(text: str) -> int:
    return sum(term(word).person for word in words(text))
