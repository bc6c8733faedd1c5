"""Names, and what pronouns and definite nouns stand for: golden/headline/mentions.txt, and what holds for any text."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarise.language.segment import segment
from summarise.language.syntax import parse
from summarise.model import Piece, Span
from summarise.phrasing.mentions import Mentions, Name, read
from summarise.phrasing.mentions.evidence import head_of
from summarise.phrasing.mentions.registers import person_nouns, sex_of_name, sex_of_title
from summarise.phrasing.tree import Tree, grow
from summarise.reading import from_text

GOLDEN = Path(__file__).parent / "golden" / "headline" / "mentions.txt"


def told(text: str) -> tuple[Mentions, list[Tree]]:
    """The mentions of a text of which every sentence was parsed, and its trees."""
    sentences = segment(from_text(text))
    parsed = parse([list(sentences)])[0]
    trees = [tree for p in parsed if (tree := grow(p, ())) is not None]
    return read(parsed, sentences), trees


def place(text: str, word: str) -> tuple[int, int]:
    """Where a word stands; "it#2" is its second occurrence."""
    word, _, number = word.partition("#")
    found = [m.span() for m in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)]
    assert len(found) >= int(number or 1), f"{word!r} does not stand in {text!r}"
    return found[int(number or 1) - 1]


def blocks() -> list[tuple[str, list[str]]]:
    found = []
    for block in GOLDEN.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            assert len(lines) > 1, f"an article of which nothing is asked: {lines[0]}"
            found.append((lines[0], lines[1:]))
    return found


CASES = [(text, line) for text, lines in blocks() for line in lines]
MENTIONS = [(text, line) for text, line in CASES if not line.startswith("name:")]
NAMES = [(text, line.removeprefix("name: ")) for text, line in CASES if line.startswith("name:")]


def restated(text: str, start: int, end: int) -> str:
    mentions, trees = told(text)
    tree = next(t for t in trees if t.sentence.start <= start < t.sentence.end)
    token = head_of(tree, start, end)
    assert token is not None
    line = mentions.restate(tree, token)
    return "open" if line is None else "".join(piece.text for piece in line)


@pytest.mark.parametrize(("text", "line"), MENTIONS, ids=lambda v: v[:50])
def test_a_mention_stands_for_what_an_editor_says(text: str, line: str) -> None:
    word, _, wanted = line.partition(" = ")
    assert restated(text, *place(text, word)) == wanted


@pytest.mark.parametrize(("text", "line"), NAMES, ids=lambda v: v[:50])
def test_a_name_is_what_an_editor_says(text: str, line: str) -> None:
    full, sort, short = line.rsplit(", ", 2)
    mentions, _ = told(text)
    name = next((n for n in mentions.names if n.text == full), None)
    assert name is not None, [n.text for n in mentions.names]
    assert (name.sort, text[slice(*mentions.short(name))]) == (sort, short)


def test_the_golden_file_is_full() -> None:
    assert len(CASES) >= 180
    assert sum(line.endswith("= open") for _, line in MENTIONS) >= 85


ARTICLE = (
    "Prime Minister Tony Marlow has resigned. Mr Marlow said he was tired. His firm, Northair, will move."
)


def test_a_name_knows_all_its_places() -> None:
    mentions, _ = told(ARTICLE)
    name = next(n for n in mentions.names if n.text == "Tony Marlow")
    assert [ARTICLE[m.titled : m.end] for m in name.mentions] == ["Prime Minister Tony Marlow", "Mr Marlow"]
    assert [ARTICLE[m.start : m.end] for m in name.mentions] == ["Tony Marlow", "Marlow"]
    assert [m.sentence for m in name.mentions] == [0, 1]
    assert name.sex == "he"
    assert "a title before it" in name.evidence
    assert mentions.named(ARTICLE.index("Prime")) == mentions.named(ARTICLE.index("Mr Marlow")) == name
    assert mentions.named(ARTICLE.index("resigned")) is None


def test_an_antecedent_is_a_name_or_a_stretch_of_the_source() -> None:
    mentions, _ = told(ARTICLE)
    found = mentions.antecedent(1, ARTICLE.index("he was"))
    assert isinstance(found, Name)
    assert found.text == "Tony Marlow"
    text = "A 34-year-old nurse was held in Lund. She denies the charge."
    span = told(text)[0].antecedent(1, text.index("She"))
    assert isinstance(span, Span)
    assert text[slice(*span)] == "34-year-old nurse"


def test_what_is_put_for_a_mention_is_copied_and_only_the_s_is_ours() -> None:
    mentions, trees = told(ARTICLE)
    start = ARTICLE.index("Marlow")
    his = next(t.index for t in trees[2].tokens if t.text == "His")
    assert mentions.restate(trees[2], his) == (
        Piece("Marlow", "copied", start, start + 6),
        Piece("'s", "template"),
    )
    he = next(t.index for t in trees[1].tokens if t.text == "he")
    assert mentions.restate(trees[1], he, full=True) == (
        Piece("Tony Marlow", "copied", start - 5, start + 6),
    )


def test_the_extent_of_a_mention_is_the_whole_phrase_up_to_its_head() -> None:
    text = "Steven Gale will miss the final. The injured Liverpool midfielder's foot is broken."
    mentions, trees = told(text)
    head = next(t.index for t in trees[1].tokens if t.text == "midfielder")
    words = [trees[1].tokens[i].text for i in mentions.extent(trees[1], head)]
    assert words == ["The", "injured", "Liverpool", "midfielder"]


def test_nothing_is_resolved_over_a_sentence_that_was_not_parsed() -> None:
    text = "Mary Holm has won the race. Rain fell in Lund. She is 34."
    sentences = segment(from_text(text))
    parsed = parse([list(sentences)])[0]
    start = text.index("She")
    assert isinstance(read(parsed, sentences).antecedent(2, start), Name)
    assert read([parsed[0], parsed[2]], sentences).antecedent(2, start) is None


def test_names_are_found_in_sentences_that_were_not_parsed() -> None:
    text = "Mary Holm has won the race. On Sunday Ms Holm will meet Paul Vane in Lund."
    mentions = read([], segment(from_text(text)))
    assert [n.text for n in mentions.names] == ["Mary Holm", "Paul Vane", "Lund"]
    assert mentions.resolved == ()


def test_an_article_without_sentences_has_no_mentions() -> None:
    assert read([], ()) == Mentions()


def test_no_first_name_is_of_both_sexes() -> None:
    assert sex_of_name("Mary") == "she"
    assert sex_of_name("Paul") == "he"
    assert sex_of_name("Robin") is None
    assert sex_of_name("Marie-Claire") == "she"


@pytest.mark.parametrize("noun", ["actor", "nurse", "spokeswoman"])
def test_nouns_for_persons_are_known(noun: str) -> None:
    assert noun in person_nouns()


def test_titles_tell_the_sex_if_they_do() -> None:
    assert [sex_of_title(w) for w in ("Mr", "Mrs.", "Dr", "king", "actress")] == [
        "he", "she", None, "he", "she",
    ]  # fmt: skip


WORDS = st.sampled_from(
    "Mary Holm Mr Marlow van der Bank of the (ICBC) he she it They its The company said and , . Northair's & Northair "
    "firm's a 34-year-old U.S. 's “ ” \" - Prime Minister al- May in O'Neill".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_names_of_any_text_point_to_their_words(row: list[str]) -> None:
    text = " ".join(["Rain", *row])
    sentences = segment(from_text(text))
    mentions = read([], sentences)
    assert mentions == read([], sentences)
    for name in mentions.names:
        assert text[slice(*name.span)] == name.text
        assert name.mentions
        assert text[slice(*name.short)].strip()
        for mention in name.mentions:
            assert 0 <= mention.titled <= mention.start < mention.end <= len(text)
            assert mentions.named(mention.start) is not None


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=30))
def test_any_parsed_text_is_read_the_same_twice(row: list[str]) -> None:
    text = " ".join(["Rain", *row])
    mentions, trees = told(text)
    assert mentions == told(text)[0]
    for found in mentions.resolved:
        tree = next(t for t in trees if t.sentence.index == found.sentence)
        line = mentions.restate(tree, found.head)
        assert line
        assert line[0].text == text[line[0].start : line[0].end]
