"""The words of a source, read once and quickly: in which sentences a key stands, and what is a name there.

Taking a whole article apart would cost more than all checks together; so the sentences
that matter are found by this index, and only they are taken apart.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from ...language.inflect import is_known_word
from ...language.words import STOP_WORDS
from ...model import Sentence
from ...resources import word_list
from .keys import key
from .words import known_word

# The words and numbers that `figures.tokens` tells apart, without their places.
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|[0-9]+(?:[,.][0-9]+)*|%")
# A capital behind a letter, a comma or the like is of a name; behind a stop or a quotation mark any word has one.
_INSIDE = re.compile(r"(?<=[\w,;)’'%\]]\s)[^\W\d_a-z][\w’']*")
_TOGETHER = 4  # words from the first of two names to the second
_NEXT = 2


@lru_cache(maxsize=65536)
def _keys(word: str) -> tuple[str, ...]:
    """The keys under which a word stands: two, where it may be a name."""
    if word[0].isdigit():
        return (word.replace(",", ""),)
    if word == "%":
        return ("percent",)
    _, same, doubt, _, other = known_word(word)
    return (same, other) if doubt else (same,)


class Vocabulary:
    """What words a text has, and where.

    Args:
        text: the text.
        sentences: its sentences.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.words: tuple[list[str], ...] = tuple(_WORD.findall(sentence.text) for sentence in sentences)

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """For each key the sentences that have it; a word that may be a name stands under both its keys."""
        found: dict[str, list[int]] = {}
        for index, spoken in enumerate(self.words):
            for same in set().union(*map(_keys, spoken)):
                found.setdefault(same, []).append(index)
        return {same: tuple(indices) for same, indices in found.items()}

    @cached_property
    def all_words(self) -> frozenset[str]:
        """Every word in lower case, with and without its possessive ending."""
        lower = {word.lower() for spoken in self.words for word in spoken}
        return frozenset(lower | {bare(word) for word in lower})

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that stand somewhere without a capital."""
        return frozenset(word for spoken in self.words for word in spoken if word.islower())

    @cached_property
    def stems(self) -> frozenset[str]:
        """The keys of all words, those of names made as if they were none."""
        return frozenset(key(word) for word in self.all_words)

    @cached_property
    def _cases(self) -> tuple[Counter[str], Counter[str]]:
        """How often a word stands with a capital inside a sentence, and how often without."""
        capital = Counter(bare(word.lower()) for word in _INSIDE.findall(self.text))
        small = Counter(bare(word) for spoken in self.words for word in spoken if word.islower())
        return capital, small

    @cached_property
    def _opening(self) -> frozenset[str]:
        """The words that open a sentence."""
        return frozenset(bare(spoken[0].lower()) for spoken in self.words if spoken)

    def is_name(self, text: str, lower: str, opening: bool) -> bool:
        """Whether a word with a capital names something.

        Args:
            text: the word as it stands.
            lower: the same in lower case, without a possessive ending.
            opening: it stands where any word has a capital.
        """
        written_large = text.isupper() and len(text) > 1
        if written_large or lower in STOP_WORDS:
            return written_large
        capital, small = self._cases
        if not opening and (lower in capital or lower not in self._opening):
            # "The Bank of England" and "bank" in one text: the capital counts.
            return True
        named = capital[lower]
        if named or lower in small:
            return named > small[lower]
        return (
            text in word_list("en/first_names.txt")
            or text in word_list("en/known_names.txt")
            or not is_known_word(lower)
        )

    @cached_property
    def _names(self) -> tuple[list[tuple[int, str, str]], ...]:
        """The names of each sentence: place among its words, key, and how it stands there."""
        found = []
        for spoken in self.words:
            names = []
            for at, word in enumerate(spoken):
                if not word[0].isupper():
                    continue
                sort, same, doubt, *_ = known_word(word)
                if sort == "name" and (not doubt or self.is_name(word, same, at == 0)):
                    names.append((at, same, word))
            found.append(names)
        return tuple(found)

    @cached_property
    def initials(self) -> frozenset[str]:
        """First letters of the runs of names: "un" for "United Nations"."""
        found: set[str] = set()
        for names in self._names:
            letters, reach = "", -_NEXT
            for at, _, word in names:
                letters = letters + word[0].lower() if at - reach <= _NEXT and letters else word[0].lower()
                reach = at
                found.update(letters[start:] for start in range(len(letters) - 1))
        return frozenset(found)

    @cached_property
    def name_pairs(self) -> frozenset[tuple[str, str]]:
        """Names that stand together in the text: one behind the other, with at most a few words between."""
        return frozenset(
            (one, other)
            for names in self._names
            for place, (at, one, _) in enumerate(names)
            for behind, other, _ in names[place + 1 : place + _TOGETHER]
            if behind - at <= _TOGETHER
        )

    @cached_property
    def before_name(self) -> dict[str, tuple[str, tuple[int, int]]]:
        """For the last word of a full name the name as it first stands, and where."""
        found: dict[str, tuple[str, tuple[int, int]]] = {}
        for names in self._names:
            for (at, one, word), (behind, other, last) in pairwise(names):
                if behind - at != 1 or one.startswith("=") or other in found:
                    continue
                full = f"{word} {last}"
                start = self.text.find(full)
                if start >= 0:
                    found[other] = (full, (start, start + len(full)))
        return found

    @cached_property
    def after_any_name(self) -> frozenset[str]:
        """Words that begin a full name somewhere in the text."""
        return frozenset(one for one, _ in self.name_pairs)


def bare(lower: str) -> str:
    """A word in lower case without a possessive ending."""
    return lower[:-2] if lower.endswith(("'s", "’s")) else lower
