"""A source made ready for many audits: what is needed of it is worked out once, and only when it is asked for."""

import math
import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from ...figures import find_figures
from ...figures.context.attribution import Attribution
from ...figures.context.voices import speakers
from ...figures.tokens import Line
from ...language.inflect import is_known_word
from ...language.segment import segment
from ...language.words import STOP_WORDS
from ...model import Article, Figure, ParsedSentence, Sentence, Span
from ...resources import word_list
from .keys import key
from .operators import Operator, operators
from .words import Told, take_apart

_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "–": "-", "—": "-"})
_NEAREST = 3
_BACK = 3  # sentences back in which the speaker may stand whom a pronoun means
_ENOUGH = 0.3  # of the best sentence's weight


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
    def lines(self) -> tuple[Line, ...]:
        """The tokens of every sentence."""
        return tuple(Line(sentence.text, sentence.start) for sentence in self.sentences)

    @cached_property
    def _cases(self) -> tuple[dict[str, int], dict[str, int]]:
        """How often a word stands with a capital inside a sentence, and how often without."""
        capital: dict[str, int] = {}
        small: dict[str, int] = {}
        for line in self.lines:
            before = "."
            for token in line.tokens:
                if token.kind == "word":
                    bare = token.lower[:-2] if token.lower.endswith(("'s", "’s")) else token.lower
                    if not token.text[0].isupper():
                        small[bare] = small.get(bare, 0) + 1
                    elif before not in '.“"‘:(•–—-' and not line.headline_case:
                        capital[bare] = capital.get(bare, 0) + 1
                before = token.text
        return capital, small

    def is_name(self, text: str, lower: str, opening: bool) -> bool:
        """Whether a word with a capital names something.

        Args:
            text: the word as it stands.
            lower: the same in lower case, without a possessive ending.
            opening: it stands where any word has a capital.
        """
        if lower in STOP_WORDS and not (text.isupper() and len(text) > 1):
            return False
        capital, small = self._cases
        if not opening:
            # "The Bank of England" and "bank" in one text: the capital counts.
            return True
        if text.isupper() and len(text) > 1:
            return True
        named = capital.get(lower, 0)
        if named or lower in small:
            return named > small.get(lower, 0)
        return (
            text in word_list("en/first_names.txt")
            or text in word_list("en/known_names.txt")
            or not is_known_word(lower)
        )

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Every sentence taken apart."""
        return tuple(take_apart(line, self.is_name) for line in self.lines)

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """For each key the sentences that have it."""
        found: dict[str, list[int]] = {}
        for index, told in enumerate(self.told):
            for same in {word.key for word in told.words if word.weight >= 0.4}:
                found.setdefault(same, []).append(index)
        return {same: tuple(indices) for same, indices in found.items()}

    @cached_property
    def all_words(self) -> frozenset[str]:
        """Every word of the text in lower case, with and without its possessive ending."""
        return frozenset(
            form for told in self.told for word in told.words for form in (word.lower, _bare(word.lower))
        )

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that stand somewhere without a capital."""
        return frozenset(word.lower for told in self.told for word in told.words if word.text.islower())

    @cached_property
    def stems(self) -> frozenset[str]:
        """The keys of all words, those of names made as if they were none."""
        return frozenset(key(word) for word in self.all_words)

    @cached_property
    def initials(self) -> frozenset[str]:
        """First letters of the runs of names, and short forms in brackets: "un" for "United Nations"."""
        found: set[str] = set()
        for told in self.told:
            letters = ""
            reach = -1
            for word in told.words:
                if word.sort == "name":
                    letters = (
                        letters + word.lower[0] if word.start - reach <= 5 and letters else word.lower[0]
                    )
                    reach = word.end
                    found.update(letters[at:] for at in range(len(letters) - 1))
        return frozenset(found)

    @cached_property
    def name_pairs(self) -> frozenset[tuple[str, str]]:
        """Names that stand together in the text: one behind the other, with at most two words between."""
        found: set[tuple[str, str]] = set()
        for told in self.told:
            names = [(at, word.key) for at, word in enumerate(told.words) if word.sort == "name"]
            for place, (at, one) in enumerate(names):
                for behind, other in names[place + 1 : place + 4]:
                    if behind - at <= 4:
                        found.add((one, other))
        return frozenset(found)

    @cached_property
    def before_name(self) -> dict[str, tuple[str, tuple[int, int]]]:
        """For the last word of a full name the name as it first stands, and where."""
        found: dict[str, tuple[str, tuple[int, int]]] = {}
        for told in self.told:
            for one, other in pairwise(told.words):
                if (
                    one.sort == other.sort == "name"
                    and other.start - one.end == 1
                    and not one.key.startswith("=")
                ):
                    found.setdefault(other.key, (self.text[one.start : other.end], (one.start, other.end)))
        return found

    @cached_property
    def after_any_name(self) -> frozenset[str]:
        """Words that begin a full name somewhere in the text."""
        return frozenset(one for one, _ in self.name_pairs)

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
                self.lines[index],
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
            word.key: word.weight * math.log(1 + total / len(self.places[word.key]))
            for word in told.words
            if word.content and word.key in self.places
        }
        whole: dict[int, float] = {}
        for same, weight in weights.items():
            for index in self.places[same]:
                whole[index] = whole.get(index, 0.0) + weight
        order = sorted(whole, key=lambda index: (-whole[index], index))
        if not order:
            return []
        chosen = order[:1]
        had = self._keys(order[0])
        rest = {same: weight for same, weight in weights.items() if same not in had}
        other: dict[int, float] = {}
        for same, weight in rest.items():
            for index in self.places[same]:
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


def _bare(lower: str) -> str:
    return lower[:-2] if lower.endswith(("'s", "’s")) else lower


def plain(text: str) -> str:
    """A text with straight quotes, plain dashes and single spaces, to look words up in it."""
    return re.sub(r"\s+", " ", text.translate(_QUOTES))


def quotable(text: str) -> str:
    """A text in lower case with plain spaces and marks and without quotation marks, to look quotations up in it."""
    return re.sub(r"\s+", " ", re.sub(r"[\"`]|''", "", plain(text).lower()))


def has_text(text: str, wanted: str) -> bool:
    """Whether a figure's very words stand in a text, not as a part of a longer number."""
    pattern = r"(?<![\w.,])" + re.escape(plain(wanted)) + r"(?![\w]|[.,]\d)"
    return re.search(pattern, plain(text), re.IGNORECASE) is not None
