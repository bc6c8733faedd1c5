"""The lines of the key figures: clauses that a desk could print, and nothing that the sentence does not say."""

from pathlib import Path

import pytest

import summarise
from summarise.checking.faithfulness import Auditor, Source, audit
from summarise.figures import find_figures
from summarise.figures.parsed import with_syntax
from summarise.language.segment import segment
from summarise.language.syntax import parse
from summarise.language.words import words
from summarise.model import Article, KeyLine, Span
from summarise.phrasing.figure_lines import key_lines
from summarise.writing import write

TABLE = Path(__file__).parent / "golden" / "figure_lines.txt"
ROWS = [
    tuple(part.strip() for part in row.split("|"))
    for row in TABLE.read_text(encoding="utf-8").splitlines()
    if row.strip() and not row.startswith("#")
]
# The words that a line may add to those of its sentence.
FIXED = frozenset(
    "about more less than at least most up down by according to denied not a fact yet years old".split()
)


def lines_of(text: str, *wanted: str) -> tuple[KeyLine, ...]:
    """The lines of the figures of a text with these words, or of all."""
    sentences = segment(Article(text))
    found = find_figures(text, sentences)
    auditor = Auditor(Source(text, sentences, found))
    parsed = parse([sentences])[0]
    refined = with_syntax(found, parsed)
    return key_lines([f for f in refined if not wanted or f.text in wanted], parsed, auditor)


@pytest.mark.parametrize(("sentence", "figure", "line"), ROWS)
def test_the_line_of_a_figure(sentence: str, figure: str, line: str) -> None:
    assert [found.text for found in lines_of(sentence, figure)] == [line]


@pytest.mark.parametrize(("sentence", "figure", "line"), ROWS)
def test_the_table_has_only_lines_that_invent_nothing(sentence: str, figure: str, line: str) -> None:
    said = {word.lower() for word in words(sentence)}
    assert {word.lower() for word in words(line)} <= said | FIXED
    assert figure.lower() in line.lower()
    assert audit(line, sentence).ok


def test_two_figures_that_one_clause_tells_stand_in_one_line() -> None:
    text = "The blast killed six people and wounded 14 at the mill."
    (line,) = lines_of(text)
    assert [text[start:end] for start, end in line.figures] == ["six", "14"]
    assert line.text == "Blast killed six people and wounded 14"


def test_a_line_that_comes_twice_stands_once() -> None:
    text = "The owners expect the barge to sell for £339 and $499."
    assert len(lines_of(text)) == 1


def test_a_fuller_line_takes_the_place_of_one_that_it_holds() -> None:
    text = "Mara Lund, 30, attacked three guards."
    (line,) = lines_of(text)
    assert {text[start:end] for start, end in line.figures} == {"30", "three"}


def test_a_conversion_never_stands_alone() -> None:
    (line,) = lines_of("The port was sold for $300m (£160m).", "£160m")
    assert "$300m (£160m)" in line.text


def test_a_line_that_is_no_clause_is_never_a_bare_number() -> None:
    for text in ("A 2-1!", "Two months.", "(£250)", "6-4, 6-2"):
        for line in lines_of(text):
            assert any(word.isalpha() for word in line.text.split()) or "…" in line.text


def test_a_digest_has_a_line_for_every_key_figure_in_its_order() -> None:
    text = (
        "At least 23 people were hurt when a coach overturned near Luton on Monday, police said. "
        "The coach had 41 passengers. Repairs could cost £2m."
    )
    digest = summarise.summarise(text)
    told = [span for line in digest.key_lines for span in line.figures]
    assert sorted(told) == sorted(Span(f.start, f.end) for f in digest.key_figures)
    assert digest.to_dict()["key_lines"][0]["text"] == digest.key_lines[0].text
    assert "at least 23 people were hurt" in digest.key_lines[0].text.lower()
    for format in ("text", "markdown", "html"):
        assert digest.key_lines[0].text in write(digest, format)


def test_the_same_lines_come_out_again() -> None:
    text = "Sales rose 4% to 90m euros, the firm said. It will hire 300 people and open 12 shops."
    assert summarise.summarise(text).key_lines == summarise.summarise(text).key_lines


def test_who_was_hurt_is_not_told_as_killed() -> None:
    text = "Nine miners were killed in the northern village of Harn and more than 60 injured by the blast."
    for line in lines_of(text, "60"):
        assert "60 injured" in line.text or "killed" not in line.text


def test_a_line_neither_loses_what_leads_to_a_score_nor_its_subject() -> None:
    text = "The seed booked her place in the last 16 after a clear 6-2 6-4 defeat of a Czech qualifier."
    assert not any("16 6-2" in line.text or "place 6-2" in line.text for line in lines_of(text))
    text = "Among the guests were a party of four from the valley who left early."
    assert not any(line.text.lower().startswith("were") for line in lines_of(text))
