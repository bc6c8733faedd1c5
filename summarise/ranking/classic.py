"""The classic rankers, from sumy, fed with our sentences and words.

sumy is made to read its own documents. Here it gets a document of the same shape
whose sentences are compared by identity, not by text (sumy keeps ratings in a
dictionary keyed by sentence, so that a sentence that occurs twice would be one), and
whose words are ours ("$4.5bn" is one).
"""

import math
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from summarise.language.words import STOP_WORDS, stem, words
from summarise.model import Sentence

# Edmundson's method weighs words that promise and words that warn. Those that promise
# are the title's, or else the most frequent; those that warn are the first and second person.
_BONUS_WORDS = 10
_STIGMA = frozenset({"i", "me", "my", "we", "our", "you", "your", "hardly", "impossible"})


class _Line:
    """A sentence as sumy wants it; equal only to itself."""

    def __init__(self, text: str, heading: bool) -> None:
        self.words = tuple(word.lower().replace("’", "'") for word in words(text))
        self.is_heading = heading


class _Paragraph:
    def __init__(self, lines: Sequence[_Line]) -> None:
        self.sentences = tuple(line for line in lines if not line.is_heading)
        self.headings = tuple(line for line in lines if line.is_heading)
        self.words = tuple(word for line in lines for word in line.words)


class _Document:
    def __init__(self, sentences: Sequence[Sentence], title: str | None) -> None:
        self.lines = [_Line(sentence.text, sentence.heading) for sentence in sentences]
        grouped: dict[int, list[_Line]] = {}
        for sentence, line in zip(sentences, self.lines, strict=True):
            grouped.setdefault(sentence.paragraph, []).append(line)
        if title and grouped:
            grouped[min(grouped)].insert(0, _Line(title, True))
        self.paragraphs = tuple(_Paragraph(lines) for _, lines in sorted(grouped.items()))

    @cached_property
    def sentences(self) -> tuple[_Line, ...]:
        return tuple(line for paragraph in self.paragraphs for line in paragraph.sentences)

    @cached_property
    def headings(self) -> tuple[_Line, ...]:
        return tuple(line for paragraph in self.paragraphs for line in paragraph.headings)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(word for paragraph in self.paragraphs for word in paragraph.words)


class _Numbered:
    """A stemmer that gives each stem a number, in the order in which they come.

    sumy's LSA lays out its matrix, and its LexRank adds up, in the order of a set of stems.
    For strings that order changes with the hash seed, and with it the last bits of the result,
    which decide between equal sentences. A set of small numbers has one order.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __call__(self, word: str) -> int:
        return self._numbers.setdefault(stem(word), len(self._numbers))


def _lex_rank(document: _Document) -> Any:
    from sumy.summarizers.lex_rank import LexRankSummarizer

    return LexRankSummarizer(_Numbered())


def _text_rank(document: _Document) -> Any:
    from sumy.summarizers.text_rank import TextRankSummarizer

    return TextRankSummarizer(_Numbered())


def _lsa(document: _Document) -> Any:
    from sumy.summarizers.lsa import LsaSummarizer

    return LsaSummarizer(_Numbered())


def _luhn(document: _Document) -> Any:
    from sumy.summarizers.luhn import LuhnSummarizer

    return LuhnSummarizer(stem)


def _edmundson(document: _Document) -> Any:
    from sumy.summarizers.edmundson import EdmundsonSummarizer

    summarizer = EdmundsonSummarizer(stem)
    titled = [word for line in document.headings for word in line.words if word not in STOP_WORDS]
    counted = Counter(word for word in document.words if word not in STOP_WORDS)
    summarizer.bonus_words = titled or [word for word, _ in counted.most_common(_BONUS_WORDS)] or ["news"]
    summarizer.stigma_words = _STIGMA
    summarizer.null_words = STOP_WORDS
    return summarizer


def _sum_basic(document: _Document) -> Any:
    from sumy.summarizers.sum_basic import SumBasicSummarizer

    return SumBasicSummarizer(stem)


def _kl(document: _Document) -> Any:
    from sumy.summarizers.kl import KLSummarizer

    return KLSummarizer(stem)


CLASSIC: dict[str, Callable[[_Document], Any]] = {
    "lex-rank": _lex_rank,
    "text-rank": _text_rank,
    "lsa": _lsa,
    "luhn": _luhn,
    "edmundson": _edmundson,
    "sum-basic": _sum_basic,
    "kl": _kl,
}


def score_classic(name: str, sentences: Sequence[Sentence], title: str | None) -> list[float]:
    """sumy's rating of each sentence, in the order given; headings get the lowest minus one."""
    import numpy

    document = _Document(sentences, title)
    summarizer = CLASSIC[name](document)
    if hasattr(type(summarizer), "stop_words"):
        summarizer.stop_words = STOP_WORDS
    ratings: dict[int, float] = {}

    def keep(rated: list[Any]) -> list[Any]:
        # sumy hands its ratings to whoever decides how many sentences to keep.
        ratings.update((id(entry.sentence), float(entry.rating)) for entry in rated)
        return []

    with numpy.errstate(all="ignore"), warnings.catch_warnings():
        # A text of a few repeated words has fewer terms than sentences, of which LSA warns,
        # and no two sentences in common, on which LexRank divides by nought.
        warnings.simplefilter("ignore")
        summarizer(document, keep)
    scores = [ratings.get(id(line), math.nan) for line in document.lines]
    real = [score for score in scores if math.isfinite(score)]
    lowest = min(real, default=0.0)
    return [
        # Nine digits: what lies behind them is the processor's rounding.
        round(score if math.isfinite(score) else lowest - line.is_heading, 9)
        for score, line in zip(scores, document.lines, strict=True)
    ]
