"""What can be counted about a sentence, before anyone weighs it.

Everything here is a number between 0 and 1 (or a small signed one) and takes time
linear in the article's words. Sources of the measures: position, title words and
cue words, Edmundson (1969); mean word probability, SumBasic (Nenkova and
Vanderwende 2005); centrality with direction, PacSum (Zheng and Lapata 2019), here
on tf-isf vectors (isf: inverse sentence frequency) and with running sums instead
of all pairs.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarise.language.words import STOP_WORDS, stem, words
from summarise.model import Sentence
from summarise.ranking.context import notices, quoted_on
from summarise.ranking.openers import leaning_opener

# How many of the article's most frequent terms count as its subject.
FREQUENT_TERMS = 8

_FIRST_AND_SECOND_PERSON = frozenset(
    [
        "i",
        "i'm",
        "i've",
        "i'll",
        "i'd",
        "me",
        "my",
        "we",
        "we're",
        "we've",
        "we'll",
        "us",
        "our",
        "you",
        "you're",
        "your",
    ]
)
_QUOTED = re.compile(r"[\"“][^\"”]*(?:[\"”]|$)|(?:^|(?<=\s))[‘'](?=\S)[^’']{12,}(?:['’](?!\w)|$)")
_SHORT, _LONG = 8, 40


@dataclass(frozen=True, slots=True)
class Features:
    """The countable sides of one sentence.

    Attributes:
        number, of: place among the sentences, from 1, and how many there are.
        size: words.
        forward: sum of the tf-isf cosines with the sentences after it, as a share of the highest
            in the article.
        frequency: mean probability of its terms, as a share of the highest in the article.
        frequent: how many of the article's `FREQUENT_TERMS` it has, and of how many.
        title: how many of the title's terms it has, and of how many.
        quoted: share of its characters that stand in quotation marks.
        person: first- and second-person words outside those marks.
        figures: words with a digit.
        question: ends with a question mark.
        quotation: begins inside a quotation that an earlier sentence opened.
        opener: the words that lean on the sentence before, or None.
        notice: the words that show it for a notice to readers, a credit or a caption, or None.
        heading: is a heading.
    """

    number: int
    of: int
    size: int
    forward: float
    frequency: float
    frequent: tuple[int, int]
    title: tuple[int, int]
    quoted: float
    person: int
    figures: int
    question: bool
    quotation: bool
    opener: str | None
    notice: str | None
    heading: bool


def features(sentences: Sequence[Sentence], title: str | None) -> list[Features]:
    """The features of every sentence, in the order given. `title` is the article's own, if it has one."""
    texts = [words(sentence.text) for sentence in sentences]
    terms = [content_stems(text) for text in texts]
    # Headings and notices are no evidence for what the story is about.
    beside = notices(sentences)
    inside = quoted_on(sentences)
    bags = [
        Counter() if sentence.heading or sentence.index in beside else Counter(stems)
        for sentence, stems in zip(sentences, terms, strict=True)
    ]
    forward = _centrality(bags)
    frequency, frequent = _frequency(bags)
    titled = list(dict.fromkeys(content_stems(words(title or ""))))
    return [
        Features(
            number=place + 1,
            of=len(sentences),
            size=len(texts[place]),
            forward=forward[place],
            frequency=frequency[place],
            frequent=(sum(term in bags[place] for term in frequent), len(frequent)),
            title=(sum(term in bags[place] for term in titled), len(titled)),
            quoted=_quoted_share(sentence.text),
            person=_persons(sentence.text),
            figures=sum(map(_is_figure, texts[place])),
            question=sentence.text.rstrip("\"'”’) ").endswith("?"),
            quotation=sentence.index in inside,
            opener=leaning_opener(sentence.text),
            notice=beside.get(sentence.index),
            heading=sentence.heading,
        )
        for place, sentence in enumerate(sentences)
    ]


def content_stems(text: Sequence[str]) -> list[str]:
    """The stems of the words that say something, in order."""
    return [term for word in text if (term := _term(word))]


@lru_cache(maxsize=65536)
def _term(word: str) -> str:
    """The stem of a word, "" for a stop word."""
    lowered = word.lower().replace("’", "'")
    return "" if lowered in STOP_WORDS else stem(lowered)


@lru_cache(maxsize=65536)
def _is_figure(word: str) -> bool:
    return any(map(str.isdigit, word))


def _centrality(bags: Sequence[Counter[str]]) -> list[float]:
    """For each sentence the sum of its cosines with those after it, scaled to the highest.

    A sum of cosines with many unit vectors is one product with their sum: O(words), not O(n²).
    """
    spread = Counter(term for bag in bags for term in bag)
    rarity = {term: math.log((len(bags) + 1) / count) for term, count in spread.items()}
    after: dict[str, float] = {}
    sums = []
    for bag in reversed(bags):
        vector = [(term, times * rarity[term]) for term, times in bag.items()]
        length = math.sqrt(sum(weight * weight for _, weight in vector)) or 1.0
        sums.append(sum(weight * after[term] for term, weight in vector if term in after) / length)
        for term, weight in vector:
            after[term] = after.get(term, 0.0) + weight / length
    return _scaled(sums[::-1])


def _frequency(bags: Sequence[Counter[str]]) -> tuple[list[float], list[str]]:
    """Mean term probability of each sentence, scaled to the highest, and the most frequent terms."""
    counts: Counter[str] = Counter()
    for bag in bags:
        counts.update(bag)
    means = [sum(counts[term] * times for term, times in bag.items()) / (bag.total() or 1) for bag in bags]
    # Counter keeps first-seen order among equals, which is the article's own.
    frequent = [term for term, times in counts.most_common(FREQUENT_TERMS) if times > 1]
    return _scaled(means), frequent


def _scaled(values: Sequence[float]) -> list[float]:
    highest = max(values, default=0.0)
    return [value / highest if highest > 0 else 0.0 for value in values]


def _quoted_share(text: str) -> float:
    if not any(mark in text for mark in "\"“‘'"):
        return 0.0
    inside = sum(len(match.group()) for match in _QUOTED.finditer(text))
    return min(1.0, inside / len(text)) if text else 0.0


def _persons(text: str) -> int:
    outside = _QUOTED.sub(" ", text) if any(mark in text for mark in "\"“‘'") else text
    return sum(word.replace("’", "'") in _FIRST_AND_SECOND_PERSON for word in outside.lower().split())
