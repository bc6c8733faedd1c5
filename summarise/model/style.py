"""What the output should be like."""

from dataclasses import dataclass

STANDARD_HEADLINE = 110
"""Characters of the longest headline, that of the houses "web" and "plain"."""

STANDARD_HOUSE = "web"
"""The house style where none is asked for."""


@dataclass(frozen=True, slots=True)
class Style:
    """What the output should be like. Frozen: make another with `dataclasses.replace`.

    Attributes:
        summary_sentences: most sentences in the extract, 1 or more; None is three, or no limit
            where one of the next three is given.
        summary_words: most words in the extract, 1 or more.
        summary_characters: most characters in the extract, 2 or more.
        summary_share: most of the article's words in the extract, above 0 and up to 1.
        max_bullets: at most this many bullets, 0 or more (as a rule three to five).
        max_headline_chars: longest headline, in characters, 20 or more; None is what the house allows.
        house: how headlines are written: a name of `resources.house_files`, such as "uk-web", or a .toml file.
        alternatives: how many headlines to give in all, 1 or more.
        key_figures: how many figures count as key, 0 or more.
        ranker: "news" (ours) or one of sumy's by name, such as "lex-rank".
        profile: weights of our own ranker: "auto", a name of `ranking.PROFILES` or a .toml file.
        trim: what to leave out of the extract's sentences: names of `ranking.TRIMS`.
        min_confidence: no headline below this confidence, from 0 (there always is one) to 1; where none reaches
            it, the digest has no headline.
        templates: folder with headline templates to use beside the shipped ones.
    """

    summary_sentences: int | None = None
    summary_words: int | None = None
    summary_characters: int | None = None
    summary_share: float | None = None
    max_bullets: int = 5
    max_headline_chars: int | None = None
    house: str = STANDARD_HOUSE
    alternatives: int = 5
    key_figures: int = 5
    ranker: str = "news"
    profile: str = "auto"
    trim: tuple[str, ...] = ()
    min_confidence: float = 0.0
    templates: str | None = None

    @property
    def headline_room(self) -> int:
        """Characters that a headline may have, where no house was asked: see `phrasing.house.settled`."""
        return STANDARD_HEADLINE if self.max_headline_chars is None else self.max_headline_chars
