"""Which headline is chosen, what is said of it, and when there is none."""

import pytest

import summarise
from summarise.model import Digest, Style

ARTICLE = """The city of Halden opened its new tram line to passengers on Monday after six years of work.
Thousands of people rode the trams for nothing. The line cost $90 million, twice what was planned, the mayor said.
Anna Berg, who heads the transport board, said that it would carry 40,000 people a day. She thanked the workers."""


@pytest.fixture(scope="module")
def digest() -> Digest:
    return summarise.summarise(ARTICLE)


def test_the_alternatives_say_how_sure_they_are_and_what_they_are_made_of(digest: Digest) -> None:
    assert len(digest.headlines) > 1
    scores = [line.score for line in digest.headlines]
    assert scores == sorted(scores, reverse=True)
    for line in digest.headlines:
        assert 0 < line.confidence < 1
        assert line.reasons
        assert "".join(piece.text for piece in line.pieces) == line.text
        for piece in line.pieces:
            if piece.origin == "copied":
                # The first word has a capital.
                assert ARTICLE[piece.start : piece.end].lower().split() == piece.text.lower().split()


def test_a_desk_may_rather_have_none(digest: Digest) -> None:
    best = max(line.confidence for line in digest.headlines)
    none = summarise.summarise(ARTICLE, Style(min_confidence=min(1.0, best + 0.01)))
    assert none.headline is None
    assert none.headlines == ()
    some = summarise.summarise(ARTICLE, Style(min_confidence=best - 0.001))
    assert some.headline is not None
    assert all(line.confidence >= best - 0.001 for line in some.headlines)


def test_a_digest_without_a_headline_is_written_all_the_same() -> None:
    digest = summarise.summarise(ARTICLE, Style(min_confidence=1.0))
    assert digest.to_dict()["headline"] is None
    assert digest.bullets


# An article, words that the headline has in its one clause, and what was done to make it.
MADE = [
    (
        "Jack Kemp, who led the party for years, has died of cancer at the age of 73, the AP reports.",
        "at 73",
        "",
    ),
    (
        "Jack Kemp, who led the party for years, has died of cancer at the age of 73, the AP reports.",
        "Kemp dies",
        "cited",
    ),
    ("Dozens fled after a bomb exploded in a market in Leeds on Friday, police said.", "Bomb explodes", ""),
]


@pytest.mark.parametrize(("article", "words", "done"), MADE, ids=[m[1] for m in MADE])
def test_the_grammar_of_headlines(article: str, words: str, done: str) -> None:
    made = [(line.text, line.template) for line in summarise.summarise(article).headlines]
    assert any(words in text and done in template for text, template in made), made


def test_a_name_is_put_for_a_pronoun_that_can_mean_only_one() -> None:
    article = "Anna Berg, 41, heads the transport board of Halden. She resigned on Monday after the tram line failed."
    made = [line.text for line in summarise.summarise(article, Style(alternatives=20)).headlines]
    assert any(text.startswith("Anna Berg resigns") for text in made), made
    assert not any(text.startswith("She ") for text in made)
