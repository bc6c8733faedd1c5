"""A source made ready for many audits: what is needed of it is worked out once, and only when it is asked for."""

import math
import re
from collections.abc import Sequence
from functools import cached_property
from typing import overload

from ...figures import find_figures
from ...figures.context.attribution import Attribution
from ...figures.context.voices import speakers
from ...figures.tokens import Line
from ...language.segment import segment
from ...model import Article, Figure, ParsedSentence, Sentence, Span
from .operators import Operator, operators
from .vocabulary import Vocabulary
from .words import Told, take_apart

_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "–": "-", "—": "-"})
_NEAREST = 3
_BACK = 3  # sentences back in which the speaker may stand whom a pronoun means
_ENOUGH = 0.3  # of the best sentence's weight


class _TakenApart(Sequence[Told]):
    """The sentences of an article, taken apart one by one as they are asked for."""

    def __init__(self, sentences: Sequence[Sentence], vocabulary: Vocabulary) -> None:
        self._sentences = sentences
        self._vocabulary = vocabulary
        self._known: dict[int, Told] = {}

    def __len__(self) -> int:
        return len(self._sentences)

    @overload
    def __getitem__(self, index: int) -> Told: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Told]: ...
    def __getitem__(self, index: int | slice) -> Told | Sequence[Told]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        found = self._known.get(index)
        if found is None:
            sentence = self._sentences[index]
            found = take_apart(Line(sentence.text, sentence.start), self._vocabulary.is_name)
            self._known[index] = found
        return found


class Source:
    """An article's text with what the checks read in it.

    Args:
        text: the article's text; all places in findings refer to it.
        sentences: its sentences, if they are known already.
        figures: its figures, if they are known already.
        parsed: those of its sentences that are parsed already.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence] | None = None,
        figures: Sequence[Figure] | None = None,
        parsed: Sequence[ParsedSentence] = (),
    ) -> None:
        self.text = text
        self.sentences: tuple[Sentence, ...] = tuple(
            segment(Article(text)) if sentences is None else sentences
        )
        self._figures = figures
        self._parsed = {one.sentence.index: one for one in parsed}
        self._by_sentence: dict[int, tuple[Figure, ...]] = {}
        self._operators: dict[int, tuple[Operator, ...]] = {}
        self._attributions: dict[int, tuple[Attribution, ...]] = {}

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """All its quantities."""
        return tuple(find_figures(self.text, self.sentences) if self._figures is None else self._figures)

    def figures_in(self, index: int) -> tuple[Figure, ...]:
        """The quantities of one sentence."""
        if self._figures is None and "figures" not in self.__dict__:
            if index not in self._by_sentence:
                self._by_sentence[index] = find_figures(self.text, [self.sentences[index]])
            return self._by_sentence[index]
        return tuple(figure for figure in self.figures if figure.sentence == index)

    def parsed(self, index: int) -> ParsedSentence | None:
        """The tree of a sentence, if it was handed over."""
        return self._parsed.get(index)

    def has_text(self, text: str) -> bool:
        """Whether these very words stand in the text, not as a part of a longer number."""
        return has_text(self.plain, text)

    @cached_property
    def plain(self) -> str:
        """The text with straight quotes and single spaces."""
        return plain(self.text)

    @cached_property
    def quotable(self) -> str:
        """The text in lower case without its quotation marks."""
        return quotable(self.text)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Its words, and in which sentences they stand."""
        return Vocabulary(self.text, self.sentences)

    @cached_property
    def told(self) -> Sequence[Told]:
        """Every sentence taken apart, each when it is first asked for."""
        return _TakenApart(self.sentences, self.vocabulary)

    @cached_property
    def _sentence_texts(self) -> frozenset[str]:
        return frozenset(plain(sentence.text) for sentence in self.sentences)

    def verbatim(self, text: str) -> bool:
        """Whether a text is a sentence of the source, or several in a row, word for word."""
        wanted = plain(text).strip()
        if wanted in self._sentence_texts:
            return True
        at = self.plain.find(wanted)
        if at < 0 or not wanted:
            return False
        # Sentences may be told apart otherwise in the summary: all that counts is where it begins and ends.
        before, behind = self.plain[:at].rstrip(), self.plain[at + len(wanted) :]
        return (not before or before[-1] in '.!?"') and wanted[-1] in '.!?"' and not behind[:1].isalnum()

    def operators(self, index: int) -> tuple[Operator, ...]:
        """What turns or doubts the words of a sentence."""
        if index not in self._operators:
            self._operators[index] = operators(self.told[index])
        return self._operators[index]

    def attributions(self, index: int) -> tuple[Attribution, ...]:
        """Who says what in a sentence; the tokens are those of its line."""
        if index not in self._attributions:
            spans = [Span(s.start, s.end) for s in self.sentences]
            self._attributions[index] = speakers(
                self.text,
                spans[max(0, index - _BACK) : index],
                self.told[index].line,
                spans[index + 1] if index + 1 < len(spans) else None,
            )
        return self._attributions[index]

    def nearest(self, told: Told, most: int = _NEAREST) -> list[int]:
        """The sentences that have most of a summary sentence's content, the best first.

        Every word counts once, the rarer the more. The second and third are chosen for what the first lacks,
        so that a line made of two sentences finds both.
        """
        total = len(self.sentences)
        weights = {
            word.key: word.weight * math.log(1 + total / len(self.vocabulary.places[word.key]))
            for word in told.words
            if word.content and word.key in self.vocabulary.places
        }
        whole: dict[int, float] = {}
        for same, weight in weights.items():
            for index in self.vocabulary.places[same]:
                whole[index] = whole.get(index, 0.0) + weight
        order = sorted(whole, key=lambda index: (-whole[index], index))
        if not order:
            return []
        chosen = order[:1]
        had = self._keys(order[0])
        rest = {same: weight for same, weight in weights.items() if same not in had}
        other: dict[int, float] = {}
        for same, weight in rest.items():
            for index in self.vocabulary.places[same]:
                other[index] = other.get(index, 0.0) + weight
        added = sorted(other, key=lambda index: (-other[index], index))[:1]
        if added and other[added[0]] >= _ENOUGH * whole[order[0]]:
            chosen += added
        for index in order[1:]:
            if len(chosen) >= most:
                break
            if index not in chosen and whole[index] >= _ENOUGH * whole[order[0]]:
                chosen.append(index)
        return chosen

    def _keys(self, index: int) -> frozenset[str]:
        return frozenset(word.key for word in self.told[index].words)


def plain(text: str) -> str:
    """A text with straight quotes, plain dashes and single spaces, to look words up in it."""
    return re.sub(r"\s+", " ", text.translate(_QUOTES))


def quotable(text: str) -> str:
    """A text in lower case with plain spaces and marks and without quotation marks, to look quotations up in it."""
    return re.sub(r"\s+", " ", re.sub(r"[\"`]|''", "", plain(text).lower()))


def has_text(text: str, wanted: str) -> bool:
    """Whether a figure's very words stand in a text, not as a part of a longer number."""
    pattern = r"(?<![\w.,])" + re.escape(plain(wanted)) + r"(?![\w]|[.,]\d)"
    spoken = plain(text)
    if re.search(pattern, spoken, re.IGNORECASE) is not None:
        return True
    return wanted.isdigit() and re.search(pattern, re.sub(r"(?<=\d),(?=\d{3})", "", spoken)) is not None
