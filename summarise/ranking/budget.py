"""How much an extract may hold: sentences, words, characters, a share of the article."""

from dataclasses import dataclass

STANDARD_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits of an extract; every one that is not None holds.

    Attributes:
        sentences: at most so many sentences.
        words: at most so many words, counted as `language.words` counts them.
        characters: at most so many characters, 2 or more, with one space between two sentences.
    """

    sentences: int | None = None
    words: int | None = None
    characters: int | None = None

    def holds(self, sentences: int, words: int, characters: int) -> bool:
        """Whether an extract of this size is within every limit."""
        return (
            (self.sentences is None or sentences <= self.sentences)
            and (self.words is None or words <= self.words)
            and (self.characters is None or characters <= self.characters)
        )


def budget_of(
    sentences: int | None,
    words: int | None,
    characters: int | None,
    share: float | None,
    *,
    article_words: int,
) -> Budget:
    """The limits that a style asks for.

    Args:
        sentences, words, characters: as in `Budget`; if nothing is asked for, three sentences.
        share: at most this part of the article's words, above 0 and up to 1; at least one word.
        article_words: words of the story's own sentences.
    """
    if share is not None:
        part = max(1, int(share * article_words + 1e-9))
        words = part if words is None else min(words, part)
    if sentences is words is characters is None:
        sentences = STANDARD_SENTENCES
    return Budget(sentences, words, characters)
