"""Numbers that label and do not count, and how they stand among the quantities."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise import pipeline
from summarise.figures import find_figures
from summarise.figures.designations import Designation, designations
from summarise.figures.tokens import Line

GOLDEN = Path(__file__).parent / "golden" / "figures" / "designations.txt"
LABELS = frozenset({"ordinal", "year", "date", "time", "name"})


def cases() -> Iterator[tuple[str, list[str]]]:
    for block in GOLDEN.read_text(encoding="utf-8").split("\n> ")[1:]:
        text, *rows = block.splitlines()
        yield text, [row.strip() for row in rows if row.strip()]


def shown(line: Line, one: Designation) -> str:
    def words(start: int, end: int) -> str:
        return line.slice(line[start].start, line[end - 1].end)

    value = f"{one.value}" + (f" to {one.upper}" if one.upper is not None else "")
    noun = words(*one.noun) if one.noun else "-"
    return " | ".join((words(one.start, one.end), value, one.kind, noun))


def values(text: str) -> list[tuple[str, str, Decimal]]:
    return [(f.text, f.kind, f.value) for f in find_figures(text, labels=True)]


def test_the_golden_file_is_not_empty() -> None:
    found = list(cases())
    assert len(found) >= 45
    kinds = [row.split(" | ")[2] for _, rows in found for row in rows]
    assert all(kinds.count(kind) >= 5 for kind in LABELS)


@pytest.mark.parametrize(("text", "rows"), [pytest.param(*case, id=case[0][:50]) for case in cases()])
def test_golden(text: str, rows: list[str]) -> None:
    line = Line(text)
    assert [shown(line, one) for one in designations(line, ())] == rows


def test_labels_stand_among_the_quantities_in_order() -> None:
    text = "On April 13, 2016 the third of Flight 370's 12 crates held $4.5m in gold."
    assert values(text) == [
        ("April 13", "date", Decimal(13)),
        ("2016", "year", Decimal(2016)),
        ("third", "ordinal", Decimal(3)),
        ("Flight 370", "name", Decimal(370)),
        ("12", "count", Decimal(12)),
        ("$4.5m", "money", Decimal(4500000)),
    ]


def test_quantities_only_unless_labels_are_asked_for() -> None:
    text = "In 2016 the third flight, MH370, left at 9.30am on 13 April with 40 goats."
    assert [f.text for f in find_figures(text)] == ["40"]
    assert [f.text for f in pipeline.find_figures(text)] == ["40"]


def test_the_front_door_gives_labels_with_the_sentence_they_stand_in() -> None:
    found = pipeline.find_figures("Nine men left. The second ship sank in 1999.", labels=True)
    assert [(f.text, f.kind, f.sentence) for f in found] == [
        ("Nine", "count", 0),
        ("second", "ordinal", 1),
        ("1999", "year", 1),
    ]


def test_a_sentence_whose_only_number_is_an_ordinal_is_read() -> None:
    (figure,) = find_figures("The first goat ate.", labels=True)
    assert (figure.text, figure.kind, figure.noun) == ("first", "ordinal", "goat")
    assert (figure.unit, figure.speaker, figure.bound) == (None, None, "=")


def test_the_noun_of_a_label_points_into_the_text() -> None:
    text = "The crew of Flight 370 slept, as did a third woman."
    for figure, noun in zip(find_figures(text, labels=True), ("Flight", "woman"), strict=True):
        assert figure.noun_span is not None
        assert text[figure.noun_span.start : figure.noun_span.end] == figure.noun == noun


def test_what_is_taken_is_left_alone() -> None:
    line = Line("Meet on April 13 or April 14.")
    assert [(one.start, one.end) for one in designations(line, [(3, 4)])] == [(5, 7)]
    # The month is free, but its day is not; a longer reading that runs into a quantity gives way to a shorter one.
    line = Line("Meet on May 3 and 5 friends come.")
    assert [(one.start, one.end, one.upper) for one in designations(line, [(5, 7)])] == [(2, 4, None)]


def test_a_name_does_not_reach_back_into_a_quantity() -> None:
    line = Line("He owns 3 Boeing 737 jets.")
    assert [(one.start, one.end) for one in designations(line, [(2, 4)])] == [(4, 5)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was 22 in May; come on.", ["name"]),
        ("You march 5 miles", ["name"]),
        ("The second hand of the clock", ["ordinal"]),
        ("Every second counts; wait a second, for a split second", ["ordinal"]),
        ("It fell by two-thirds in 12/2019", ["name"]),
    ],
)
def test_look_alikes(text: str, expected: list[str]) -> None:
    assert [one.kind for one in designations(Line(text), ())] == expected


@pytest.mark.parametrize("digits", ["1" * 25, "9" * 3000])
def test_digit_strings_beyond_24_digits_have_no_value(digits: str) -> None:
    assert find_figures(f"Code {digits} and X{digits}", labels=True) == ()


# Long enough that a quadratic step anywhere would be felt by whoever runs this.
@pytest.mark.parametrize(
    "piece",
    [
        "1/", "1-", "1.", "1:", "12:30:", "A1", "A-1-", "'08 ", "80s and ", "the mid-", "hundred and ", "third ",
        "twenty-", "May 3-", "May ", "Boeing X&", "Boeing ", "0800 ", "first more ", "2019-", "No. ", "a'",
    ],
)  # fmt: skip
def test_long_monotonous_texts_are_read(piece: str) -> None:
    text = piece * 3000
    assert all(text[f.start : f.end] == f.text for f in find_figures(text, labels=True))


PIECES = st.sampled_from(
    (
        "1 13 2016 08 80s 1980s 9.30 12:01 9/11 2025-26 '08 ’90s 22nd 3rd third second first twenty hundred and - – — "
        "April May Jan. Sept of the in a FY AD BC am p.m. GMT o'clock two one Formula Flight G20 MH370 4S S&P 500 No. "
        "Prop . , : / & # ' ( ) $ % million people years her late mid to 0800 555 said \n 12,000 1/2 ½ F-16 A day week"
    ).split(" ")
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join))


@given(TEXTS)
def test_any_text(text: str) -> None:
    figures = find_figures(text, labels=True)
    end = 0
    for figure in figures:
        assert end <= figure.start < figure.end
        assert text[figure.start : figure.end] == figure.text
        assert figure.value.is_finite()
        assert (figure.noun_span is None) == (figure.noun is None)
        if figure.noun_span is not None:
            assert text[figure.noun_span.start : figure.noun_span.end] == figure.noun
        end = figure.end
    assert tuple(f for f in figures if f.kind not in LABELS) == find_figures(text)
    assert find_figures(text, labels=True) == figures


@given(TEXTS, st.lists(st.integers(0, 40), max_size=10, unique=True))
def test_no_designation_touches_another_or_what_is_taken(text: str, cuts: list[int]) -> None:
    line = Line(text)
    ends = sorted(cut for cut in cuts if cut <= len(line))
    taken = list(zip(ends[::2], ends[1::2], strict=False))
    used = {at for start, end in taken for at in range(start, end)}
    last = 0
    for one in designations(line, taken):
        tokens = set(range(one.start, one.end))
        assert tokens
        assert not tokens & used
        assert last <= one.start
        assert one.end <= len(line)
        last = one.end


@given(TEXTS)
def test_every_number_in_figures_is_part_of_something(text: str) -> None:
    line = Line(text)
    covered = {at for one in designations(line, ()) for at in range(one.start, one.end)}
    short = [at for at, token in enumerate(line.tokens) if token.kind == "number" and len(token.text) <= 24]
    assert all(at in covered for at in short)
