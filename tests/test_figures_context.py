"""What the words around a figure say of it: the golden table, the spans, odd texts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.figures import find_figures
from summarise.model import Figure

GOLDEN = Path(__file__).parent / "golden" / "figures" / "context.txt"
MARKS = ("denied", "possible", "holds")


def cases() -> Iterator[tuple[str, list[str]]]:
    text, wanted = None, []
    for line in GOLDEN.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            if text is not None:
                yield text, wanted
            text, wanted = line[2:], []
        elif line.startswith("  ") and text is not None:
            wanted.append(line.strip())
    if text is not None:
        yield text, wanted


def meets(figure: Figure, wish: str) -> bool:
    if wish in MARKS:
        state = "denied" if figure.negated else "possible" if figure.hypothetical else "holds"
        return state == wish
    name, _, value = wish.partition(": ")
    found = getattr(figure, name)
    return found is None if value == "-" else found == value


def test_the_golden_table_says_something_of_every_text() -> None:
    found = list(cases())
    assert len(found) >= 70
    assert all(wanted for _, wanted in found)


@pytest.mark.parametrize(("text", "wanted"), [pytest.param(*case, id=case[0][:60]) for case in cases()])
def test_golden(text: str, wanted: list[str]) -> None:
    figures = {figure.text: figure for figure in find_figures(text)}
    for line in wanted:
        name, *wishes = line.split(" | ")
        assert name in figures, f"{name} is not found"
        figure = figures[name]
        assert [wish for wish in wishes if not meets(figure, wish)] == [], figure


def test_verb_place_and_time_point_into_the_text() -> None:
    text = "Good news. The blast wounded 23 people in Lund on Tuesday."
    (figure,) = find_figures(text)
    spans = {"verb": figure.verb_span, "place": figure.place_span, "time": figure.time_span}
    for name, span in spans.items():
        assert span is not None
        assert text[span.start : span.end] == getattr(figure, name)


def test_a_pronoun_that_no_one_near_is_meant_by_names_no_one() -> None:
    (figure,) = find_figures("He said 40 boats had sunk.")
    assert figure.speaker is None


def test_a_dateline_is_no_subject() -> None:
    (figure,) = find_figures("LUND (Agency) - Reed Boats made a loss and said it would cut 40 jobs.")
    assert figure.speaker == "Reed Boats"


def test_a_quotation_in_a_new_paragraph_has_no_speaker_of_the_last() -> None:
    (figure,) = find_figures('"It was cold," said Ana Reed.\n\nThe hall holds 40 people.')
    assert figure.speaker is None


def test_a_speaker_is_a_part_of_the_text() -> None:
    text = "Ana Reed rose. “There were 40,” she said. He added that 12 were late."
    for figure in find_figures(text):
        assert figure.speaker is None or figure.speaker in text


@given(
    st.lists(
        st.sampled_from(
            ["said", "40", "the", "police", ",", "“", "”", "in", "Lund", "of", "on", "Monday", "between", "May", "and",
             "which", "not", "could", "to", "from", "2019", "first", "quarter", "he", "killed", "people", "-", ".", ":",
             "according", "a", "5%", "$3m", "ago", "year", "'s", "were", "put", "at", "\n", "that"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_row_of_words_gives_fields_that_fit_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    for figure in find_figures(text):
        assert figure.speaker is None or figure.speaker in text
        assert (figure.verb is None) == (figure.verb_span is None)
        for value, span in (
            (figure.place, figure.place_span), (figure.time, figure.time_span), (figure.verb, figure.verb_span),
        ):  # fmt: skip
            assert value is None or (span is not None and text[span.start : span.end] == value)
