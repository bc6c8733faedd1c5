"""Sentences: every decision that the golden files record, and what must hold for any text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.language.segment import segment
from summarise.model import Article, Sentence, Span

GOLDEN = Path(__file__).parent / "golden" / "segment"


def golden_cases() -> list[object]:
    """One parameter for each case of each file: the text and the lines expected of it."""
    cases = []
    for path in sorted(GOLDEN.glob("*.txt")):
        if path.name == "README.txt":
            continue
        source: list[str] = []
        expected: list[str] = []
        number = 0
        for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
            if line.startswith(">"):
                source.append(line[2:])
            elif line.startswith(("- ", "= ")):
                expected.append(line)
            elif not line.strip() and source:
                where = f"{path.stem}:{number - len(source) - len(expected)}"
                cases.append(pytest.param("\n".join(source), expected, id=where))
                source, expected = [], []
            elif line.strip() and not line.startswith("#"):
                raise ValueError(f"{path}:{number}: neither text, sentence, heading nor remark: {line!r}")
    return cases


CASES = golden_cases()


def shown(sentence: Sentence) -> str:
    return ("= " if sentence.heading else "- ") + " ".join(sentence.text.split())


def check(article: Article, sentences: tuple[Sentence, ...]) -> None:
    """What must hold for every article."""
    covered = set()
    end = 0
    for index, sentence in enumerate(sentences):
        assert sentence.index == index
        assert sentence.text == article.text[sentence.start : sentence.end]
        assert sentence.text == sentence.text.strip() != ""
        assert sentence.start >= end
        end = sentence.end
        covered.update(range(sentence.start, sentence.end))
    numbers = [sentence.paragraph for sentence in sentences]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(set(numbers))))
    for position, character in enumerate(article.text):
        inside = any(span.start <= position < span.end for span in article.spans())
        if not inside:
            assert position not in covered
        elif not character.isspace():
            assert position in covered


def test_there_are_golden_cases() -> None:
    assert len(CASES) >= 120


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_golden(text: str, expected: list[str]) -> None:
    article = Article(text)
    sentences = segment(article)
    assert [shown(sentence) for sentence in sentences] == expected
    check(article, sentences)


def test_paragraphs_are_numbered() -> None:
    sentences = segment(Article("One. Two.\n\nThree.\n\n\n \nFour."))
    assert [sentence.paragraph for sentence in sentences] == [0, 0, 1, 2]


def test_windows_line_ends() -> None:
    text = "The bridge closed. It rained.\r\n\r\nWhat went wrong\r\n\r\nEngineers found a crack.\r\n"
    assert [shown(s) for s in segment(Article(text))] == [
        "- The bridge closed.",
        "- It rained.",
        "= What went wrong",
        "- Engineers found a crack.",
    ]


def test_only_the_body_is_segmented() -> None:
    text = (
        "Bridge closes\nBy Jo Hale\nLEEDS - The bridge closed. It rained.\nRead more here\nIt opened again."
    )
    first, second = text.index("The bridge"), text.index("\nRead")
    article = Article(text, body=(Span(first, second), Span(text.index("It opened"), len(text))))
    sentences = segment(article)
    assert [s.text for s in sentences] == ["The bridge closed.", "It rained.", "It opened again."]
    check(article, sentences)


def test_a_sentence_never_crosses_a_gap_in_the_body() -> None:
    text = "The bridge, which [advertisement] is old, closed."
    article = Article(text, body=(Span(0, 18), Span(33, len(text))))
    sentences = segment(article)
    assert [s.text for s in sentences] == ["The bridge, which", "is old, closed."]
    check(article, sentences)


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\r\n"])
def test_nothing_gives_nothing(text: str) -> None:
    assert segment(Article(text)) == ()


def test_a_lone_line_is_a_sentence_not_a_heading() -> None:
    assert [s.heading for s in segment(Article("Three hurt in bridge fire"))] == [False]


WORDS = 'The U.S. Gov. a.m. no No. 1 3.5 said J. ... … . ? ! " “ ” ( ) - Yahoo! x.Y é Ill.'.split()
GAPS = [" ", " ", " ", "\n", "\n\n", "\r\n", "* ", "1. ", "\u2028", "\u00a0"]
PIECES = st.sampled_from([*WORDS, *GAPS])


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join)))
def test_every_character_is_in_exactly_one_sentence(text: str) -> None:
    article = Article(text)
    check(article, segment(article))


@given(st.lists(PIECES, min_size=4, max_size=40).map("".join), st.data())
def test_the_same_inside_any_body(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    article = Article(text, body=(Span(cuts[0], cuts[1]), Span(cuts[2], cuts[3])))
    check(article, segment(article))
