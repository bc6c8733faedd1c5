"""The one door to NLTK's Punkt (Kiss and Strunk, Computational Linguistics 32, 2006).

Punkt's statistics come from two places here, and from no download: its abbreviations
and sentence starters are our data files; its orthographic evidence (is this word
written small inside sentences?) is the article at hand.
"""

import re
from typing import Any

from summarise.resources import word_list

_ACRONYM = re.compile(r"\b((?:[^\W\d_]\.)+[^\W\d_])\.")
_IN_LOWER_CASE = re.compile(r"(?<![\w.'’-])[a-z]{2,}(?![\w'’])")
_CAPITAL_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
# Punkt's flags for a word seen inside a sentence with a small and with a capital first letter.
_MIDDLE_LOWER = 1 << 5
_MIDDLE_UPPER = 1 << 2


class Punkt:
    """Punkt for one article; set up at the first question, as most articles ask none."""

    def __init__(self, text: str) -> None:
        """Take the article's text, the evidence for how its words are spelled."""
        self._text = text
        self._tokenizer: Any = None

    def ends_sentence(self, word: str, following: str) -> bool:
        """Whether a sentence ends at the full stop between `word` and `following`."""
        if self._tokenizer is None:
            self._tokenizer = _tokenizer(self._text)
        return bool(self._tokenizer.text_contains_sentbreak(f"{word}. {following}"))


def _tokenizer(text: str) -> Any:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    listed = word_list("en/abbreviations.txt") | word_list("en/abbreviations_after_place.txt")
    parameters.abbrev_types = {word.lower() for word in listed}
    parameters.abbrev_types |= {word.lower() for word in _ACRONYM.findall(text)}
    parameters.sent_starters = {word.lower() for word in word_list("en/sentence_starters.txt")}
    for word in _IN_LOWER_CASE.findall(text):
        parameters.add_ortho_context(word, _MIDDLE_LOWER)
    for word in _CAPITAL_INSIDE.findall(text):
        parameters.add_ortho_context(word.lower(), _MIDDLE_UPPER)
    return PunktSentenceTokenizer(parameters)
