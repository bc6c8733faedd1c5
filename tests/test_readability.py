"""Readability and syllables: our counts, textstat's formulas, no download."""

import importlib
import json
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.checking.readability import prepared, readability
from summarise.language.segment import segment
from summarise.language.syllables import count_by_rule, count_syllables, syllable_key
from summarise.language.words import words
from summarise.model import Article, Readability
from summarise.resources import word_lines

TEXT = [
    "The firm made $4.5 million in the U.S. last year.",
    "Why?",
    "Engineers found serious corrosion underneath the old bridge, including several cracked supporting beams.",
    "A 23-year-old air-defence officer didn't comment: \"It's o'clock somewhere,\" O'Brien said.",
]


@pytest.fixture(autouse=True)
def no_download(monkeypatch: pytest.MonkeyPatch) -> None:
    import nltk

    def refuse(*args: object, **options: object) -> None:
        raise AssertionError("tried to download")

    monkeypatch.setattr(nltk, "download", refuse)
    monkeypatch.setattr(nltk.data, "path", [])


def textstat_counts(text: str) -> tuple[int, int, int]:
    from textstat.backend import counts

    return counts.count_words(text), counts.count_sentences(text), counts.count_syllables(text, "en_US")


def test_counts_are_ours_and_textstat_agrees() -> None:
    result = readability(TEXT)
    keys = [syllable_key(word) for text in TEXT for word in words(text)]
    assert result.words == sum(len(words(text)) for text in TEXT) == len(keys)
    assert result.sentences == len(TEXT)
    assert result.syllables == sum(count_syllables(word) for text in TEXT for word in words(text))
    assert textstat_counts(prepared(keys, len(TEXT))) == (result.words, result.sentences, result.syllables)


def test_formulas() -> None:
    # Ten words of one syllable in two sentences: 206.835 - 1.015 * 5 - 84.6 * 1 and so on.
    result = readability(["The cat sat down there.", "The dog ran off too."])
    assert (result.words, result.sentences, result.syllables) == (10, 2, 10)
    assert result.flesch_reading_ease == pytest.approx(206.835 - 1.015 * 5 - 84.6)
    assert result.flesch_kincaid_grade == pytest.approx(0.39 * 5 + 11.8 - 15.59)
    assert result.gunning_fog == pytest.approx(0.4 * 5)
    assert result.seconds_to_read == pytest.approx(10 / 238 * 60)


def test_fog_counts_long_words() -> None:
    plain = readability(["The cat sat down there and then it ran off."])
    foggy = readability(["The cat sat down there and then it deliberated."])
    assert foggy.gunning_fog > plain.gunning_fog


def test_abbreviations_and_figures_do_not_end_sentences() -> None:
    one = readability(["The firm made $4.5 million in the U.S. last year at 9 a.m. on Sept. 11."])
    assert one.sentences == 1
    assert one.words == 16


def test_sentences_and_strings_give_the_same() -> None:
    sentences = segment(Article("The bridge closed on Monday. Engineers found a crack."))
    assert readability(sentences) == readability([sentence.text for sentence in sentences])


def test_nothing_to_read() -> None:
    nothing = Readability(0, 0, 0, 0.0, 0.0, 0.0, 0.0)
    assert readability([]) == readability([""]) == readability(["...", "* * *"]) == nothing


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_text_can_be_counted(texts: list[str]) -> None:
    result = readability(texts)
    keys = [syllable_key(word) or "x" for text in texts for word in words(text)]
    assert result.words == len(keys)
    if keys:
        counted = textstat_counts(prepared(keys, result.sentences))
        assert counted[0] == result.words
        assert counted[1] == max(1, min(result.sentences, result.words // 3))
        assert counted[2] == result.syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("cat", 1),
        ("area", 3),
        ("idea", 3),
        ("government", 3),
        ("walked", 1),
        ("wanted", 2),
        ("tables", 2),
        ("business", 2),
        ("don't", 1),
        ("didn’t", 2),
        ("Police's", 3),
        ("air-defence", 3),
        ("23-year-old", 3),
        ("2015-16", 1),
        ("$4.5", 1),
        ("U.S.", 2),
        ("p.m.", 2),
        ("café", 2),
        ("O'Brien", 3),
        ("coronavirus", 5),
        ("--", 0),
    ],
)
def test_syllables(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


def test_listed_words_are_those_that_the_rule_gets_wrong() -> None:
    entries = [line.split() for line in word_lines("en/syllables.txt")]
    assert len(entries) > 5000
    names = [name for name, _ in entries]
    assert len(set(names)) == len(names)
    for name, count in entries:
        assert syllable_key(name.replace("_", "-")) == name
        assert count_syllables(name) == int(count)
        if name.isalpha():
            assert count_by_rule(name) != int(count)


def test_nltk_is_left_as_it_was() -> None:
    import nltk

    loader = importlib.import_module("textstat.backend.utils._get_cmudict")
    before = (list(nltk.data.path), nltk.corpus.cmudict)
    readability(["The bridge closed on Monday."])
    assert (list(nltk.data.path), nltk.corpus.cmudict) == before
    assert loader.nltk is nltk


def test_a_fresh_process_needs_neither_net_nor_data(tmp_path: object) -> None:
    program = """
import json, socket, sys
def refuse(*args, **options): raise AssertionError("tried to reach the net")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
from summarise.checking.readability import readability
import dataclasses
print(json.dumps(dataclasses.asdict(readability(json.loads(sys.argv[1])))))
"""
    environment = {name: value for name, value in os.environ.items() if name != "NLTK_DATA"}
    environment["HOME"] = str(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", program, json.dumps(TEXT)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert Readability(**json.loads(done.stdout)) == readability(TEXT)
