"""A story taken apart once: its sentences and their words, for everyone who counts them."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarise.language.words import words
from summarise.model import Sentence

# So many sentences tell whether capitals mean anything in a text.
_SAMPLE = 20


@dataclass(frozen=True, slots=True)
class Story:
    """The sentences of one article in order, headings included.

    Attributes:
        sentences: the sentences.
        words: the words of each, as they stand.
        title: the article's own, if it has one.
        cased: capitals tell names from other words: the text is not all in lower or upper case.
    """

    sentences: tuple[Sentence, ...]
    words: tuple[tuple[str, ...], ...]
    title: str | None = None
    cased: bool = True


def story_of(sentences: Sequence[Sentence], title: str | None = None) -> Story:
    """Split the sentences into words."""
    sample = [sentence.text for sentence in sentences[:_SAMPLE]]
    cased = 2 * sum(text.islower() or text.isupper() for text in sample) < len(sample)
    return Story(tuple(sentences), tuple(tuple(words(s.text)) for s in sentences), title, cased)
