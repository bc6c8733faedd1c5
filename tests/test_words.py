"""Words and stems."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.language.words import STOP_WORDS, stem, word_spans, words

GOLDEN = Path(__file__).parent / "golden" / "words.txt"


def golden_cases() -> list[tuple[str, list[str]]]:
    blocks = GOLDEN.read_text(encoding="utf-8").split("\n\n")
    cases = []
    for block in blocks:
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if lines:
            assert lines[0].startswith("> ")
            cases.append((lines[0][2:], " ".join(lines[1:]).split()))
    return cases


CASES = golden_cases()


def test_there_are_golden_cases() -> None:
    assert len(CASES) >= 18


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_golden(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_spans_and_words_agree(text: str) -> None:
    spans = word_spans(text)
    assert [text[start:end] for start, end in spans] == words(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(st.text())
def test_every_letter_and_digit_is_in_a_word(text: str) -> None:
    inside = {place for start, end in word_spans(text) for place in range(start, end)}
    assert all(place in inside for place, character in enumerate(text) if character.isalnum())


@given(st.text())
def test_a_word_has_a_letter_or_digit_and_no_space(text: str) -> None:
    for word in words(text):
        assert any(character.isalnum() or character == "_" for character in word)
        assert len(word.split()) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("election", "Elections"),
        ("Kyiv", "Kyiv's"),
        ("Kyiv’s", "kyiv"),
        ("attack", "attacked"),
        ("$4.5bn", "$4.5BN"),
    ],
)
def test_words_with_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("2015", "2016"), ("$4.5bn", "$4.5m"), ("Iran", "Iraq")])
def test_words_with_two_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_stop_words_are_lower_case_words() -> None:
    assert {"the", "of", "said", "don't"} <= STOP_WORDS
    assert all(word == word.lower() and words(word) == [word] for word in STOP_WORDS)
    assert not STOP_WORDS & {"police", "killed", "million", "government"}


def test_importing_costs_no_library() -> None:
    heavy = ("nltk", "sumy", "textstat", "numpy", "spacy")
    modules = "summarise.language.segment, summarise.ranking, summarise.checking.readability"
    program = f"import sys, {modules}; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
