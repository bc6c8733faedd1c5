"""Compression: grammatical deletions that say the same, within a budget."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summarise
from summarise.errors import StyleError
from summarise.language.words import words

# A sentence; words that its compression must have; words that it must not have any more.
CASES = [
    (
        "The city of Halden, which lies on the river Arn, opened its new tram line to passengers on Monday.",
        ["Halden opened its new tram line"],
        ["river"],
    ),
    (
        "The committee did not approve the plan, which had been drawn up last year by a firm from Oslo.",
        ["did not approve"],
        ["drawn up"],
    ),
    (
        "At least 23 people were wounded when a bus carrying pilgrims overturned near Harran on Friday.",
        ["At least 23 people were wounded"],
        ["Friday"],
    ),
    (
        "Unless the river falls by Sunday, some 300 people in the lower town will have to leave their homes.",
        ["300 people"],
        [],
    ),
    (
        "Anna Berg, a teacher from Leeds, has won the national lottery.",
        ["Berg", "has won the national lottery"],
        ["teacher"],
    ),
]


@pytest.mark.parametrize(
    ("sentence", "kept", "gone"), CASES, ids=lambda v: v[:40] if isinstance(v, str) else ""
)
def test_what_matters_stays_and_the_rest_goes(sentence: str, kept: list[str], gone: list[str]) -> None:
    short = summarise.compress(sentence)
    assert all(part in short for part in kept), short
    assert not any(part in short for part in gone), short
    assert len(words(short)) < len(words(sentence))
    assert short.endswith(".")


def test_a_condition_never_goes_alone() -> None:
    short = summarise.compress("The bank will close 40 branches if the merger is approved in May.")
    assert "if the merger is approved" in short


def test_who_says_so_stays_where_it_is_asked_for() -> None:
    sentence = "The reservoir has reached its lowest level for thirty years, the water board said on Friday."
    assert "said" in summarise.compress(sentence, attribution=True)


@pytest.mark.parametrize("most", [8, 12, 16])
def test_a_budget_is_kept_where_the_core_allows(most: int) -> None:
    sentence = (
        "The Reserve Bank of Australia unexpectedly lifted its main interest rate by a quarter of a percentage point "
        "to 5.5 percent on Wednesday after data showed that inflation had climbed faster than expected."
    )
    assert len(words(summarise.compress(sentence, max_words=most))) <= most + 6
    assert len(words(summarise.compress(sentence, max_words=6))) <= len(
        words(summarise.compress(sentence, max_words=most))
    )


def test_a_ratio_is_a_budget() -> None:
    sentence = (
        "Rebel forces seized two oil depots near Harran late on Thursday after a day of heavy fighting."
    )
    assert summarise.compress(sentence, ratio=0.5) == summarise.compress(
        sentence, max_words=round(0.5 * len(words(sentence)))
    )


@pytest.mark.parametrize("wrong", [{"max_words": 0}, {"ratio": 0.0}, {"ratio": 1.5}])
def test_a_budget_that_is_none_is_said(wrong: dict[str, float]) -> None:
    with pytest.raises(StyleError):
        summarise.compress("The council met.", **wrong)  # type: ignore[arg-type]


_PARTS = st.lists(
    st.sampled_from(
        [
            "the council", "on Monday", "approved", "a plan", "not", "at least 40", "houses", "police said", ",",
            "which burned", "in Leeds", "and", "fled", "will", "if it rains", "Anna Berg", "denied", "that",
        ]
    ),
    min_size=1,
    max_size=14,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(_PARTS)
def test_only_words_of_the_sentence_in_their_order(parts: list[str]) -> None:
    sentence = " ".join(parts) + "."
    source = iter(word.lower() for word in words(sentence))
    assert all(word.lower() in source for word in words(summarise.compress(sentence)))
