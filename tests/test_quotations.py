"""Quotations over several sentences: which sentences begin inside one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.language.quotations import open_quotations
from summarise.language.segment import segment
from summarise.model import Article


def inside(text: str) -> list[str]:
    """The sentences of the text that begin in a quotation opened before them."""
    sentences = segment(Article(text))
    found = open_quotations(sentences, text)
    return [sentence.text for sentence in sentences if sentence.index in found]


@pytest.mark.parametrize("marks", [('"', '"'), ("“", "”"), ("'", "'"), ("‘", "’")])
def test_the_middle_and_the_end_of_a_quotation(marks: tuple[str, str]) -> None:
    opening, closing = marks
    text = f"The ferry sank. {opening}We heard a bang. The lights died. Nobody slept,{closing} a cook said. Help came."
    assert inside(text) == ["The lights died.", f"Nobody slept,{closing} a cook said."]


@pytest.mark.parametrize(("opening", "closing"), [("``", "''"), ('"', '"')])
def test_marks_that_are_tokens(opening: str, closing: str) -> None:
    text = (
        f"the ferry sank . a cook said : {opening} we heard a bang . the lights died . nobody slept . {closing} "
        f"help came . {opening} i swam , {closing} she added . rain fell ."
    )
    assert inside(text) == ["the lights died .", f"nobody slept . {closing}"]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank. Help came.",
        '"We heard a bang," a cook said. The lights died.',
        '"We heard a bang." The lights died. "Nobody slept."',
        'The "unsinkable" ferry sank. Help came. The "safe" harbour was closed.',
        "The cook is 6'2\". The captain is 5'10\". Both swam.",
        "The sailors' union met. The '90s were better, it said. The workers' pay fell.",
        "'Tis the season. The workers' pay fell. Sailors' wives wept.",
        "",
    ],
)
def test_nothing_is_open(text: str) -> None:
    assert inside(text) == []


def test_two_quotations_in_a_row() -> None:
    text = '"We heard a bang. It was loud," a cook said. Help came. "I swam. I was cold."'
    assert inside(text) == ['It was loud," a cook said.', 'I was cold."']


def test_a_quotation_that_opens_inside_a_sentence() -> None:
    text = 'A cook said: "We heard a bang. The lights died." Help came.'
    assert inside(text) == ['The lights died."']


def test_a_dateline_in_brackets_before_the_mark() -> None:
    assert inside('(PA)"We heard a bang. It was loud," a cook said.') == ['It was loud," a cook said.']


def test_single_marks_inside_double_ones_open_nothing() -> None:
    assert inside("\"They cried 'Fire!' at us,\" a cook said. Help came. The harbour closed.") == []


@pytest.mark.parametrize("marks", [('"', '"'), ("“", "”")])
def test_a_quotation_over_several_paragraphs(marks: tuple[str, str]) -> None:
    opening, closing = marks
    text = (
        f"{opening}We heard a bang. The lights died.\n\n"
        f"{opening}Nobody slept. It was cold.{closing}\n\n"
        "Help came. The harbour was closed."
    )
    assert inside(text) == ["The lights died.", f"It was cold.{closing}"]


def test_several_paragraphs_from_the_middle_of_the_first() -> None:
    text = 'A cook said: "We heard a bang. The lights died.\n\n"Nobody slept."\n\nHelp came.'
    assert inside(text) == ["The lights died."]


def test_several_paragraphs_run_into_one() -> None:
    text = (
        'Help came. "We heard a bang. The lights died. "Nobody slept," a cook said. The harbour was closed.'
    )
    assert inside(text) == ["The lights died."]


def test_a_mark_that_is_never_closed_opens_nothing() -> None:
    text = 'The ferry, called "Hope, sank. Help came. The harbour was closed.\n\nIt will open on Monday. Rain fell.'
    assert inside(text) == []


def test_a_mark_lost_far_away_does_not_swallow_the_article() -> None:
    assert inside('"We heard a bang. ' + "The harbour was closed. " * 20) == []


@given(st.text(alphabet="aB .\"“”'‘’\n,2", max_size=80))
def test_any_text(text: str) -> None:
    sentences = segment(Article(text))
    found = open_quotations(sentences, text)
    assert found <= {sentence.index for sentence in sentences}
    seen: set[int] = set()
    for sentence in sentences:
        first = sentence.paragraph not in seen
        seen.add(sentence.paragraph)
        assert not (first and sentence.index in found)


@given(
    st.lists(st.sampled_from(["Help came.", "Rain fell.", "The harbour was closed."]), min_size=2, max_size=6)
)
def test_every_sentence_but_the_first_of_a_closed_quotation(parts: list[str]) -> None:
    text = f"A cook wept. “{' '.join(parts)}” Night fell."
    assert inside(text) == [*parts[1:-1], f"{parts[-1]}”"]
