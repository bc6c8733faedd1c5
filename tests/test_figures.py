"""Finding figures: the golden file, the fields, what is promised for any text."""

from collections.abc import Iterator
from decimal import Decimal, localcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.figures import find_figures, normalise
from summarise.model import Figure, Sentence

GOLDEN = Path(__file__).parent / "golden" / "figures" / "sentences.txt"


def cases() -> Iterator[tuple[str, list[str]]]:
    text, figures = None, []
    for line in GOLDEN.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            if text is not None:
                yield text, figures
            text, figures = line[2:], []
        elif line.startswith("  ") and line.strip():
            figures.append(line.strip())
    if text is not None:
        yield text, figures


def shown(figure: Figure) -> str:
    def number(value: Decimal) -> str:
        return f"{value.normalize():f}" if value == value.to_integral_value() else f"{value:.6g}"

    value = number(figure.value) + ("" if figure.upper is None else f" to {number(figure.upper)}")
    marks = [name for name, on in (("denied", figure.negated), ("possible", figure.hypothetical)) if on]
    columns = (figure.text, f"{figure.bound} {value}", figure.unit, figure.kind, figure.noun, figure.speaker)
    return " | ".join(column or "-" for column in (*columns, ", ".join(marks)))


def test_the_golden_file_is_not_empty() -> None:
    found = list(cases())
    assert len(found) >= 130
    assert sum(len(figures) for _, figures in found) >= 220
    assert sum(not figures for _, figures in found) >= 15


@pytest.mark.parametrize(("text", "figures"), [pytest.param(*case, id=case[0][:50]) for case in cases()])
def test_golden(text: str, figures: list[str]) -> None:
    assert [shown(figure) for figure in find_figures(text)] == figures


def test_cue_and_noun_point_into_the_text() -> None:
    text = "Officials said at least 23 civilians were hurt."
    (figure,) = find_figures(text)
    assert figure.cue == "at least"
    assert figure.cue_span is not None
    assert text[figure.cue_span.start : figure.cue_span.end] == "at least"
    assert figure.noun_span is not None
    assert text[figure.noun_span.start : figure.noun_span.end] == "civilians"


def test_sentences_limit_and_number_the_search() -> None:
    text = "Nine men left. Ten women came. Eleven boys slept."
    sentence = Sentence(index=7, start=15, end=30, text=text[15:30], paragraph=0)
    (figure,) = find_figures(text, [sentence])
    assert (figure.text, figure.start, figure.sentence) == ("Ten", 15, 7)


def test_without_sentences_figures_are_numbered_by_our_own_cut() -> None:
    assert [
        figure.sentence for figure in find_figures("Nine men left. Ten women came.\nTwo boys slept.")
    ] == [0, 1, 2]


def test_a_conversion_in_brackets_shares_the_bound() -> None:
    first, second = find_figures("The moths fly more than 100 kilometres (60 miles) a year.")
    assert (first.bound, second.bound) == (">", ">")


def test_the_caller_s_decimal_context_changes_nothing() -> None:
    with localcontext() as context:
        context.prec = 2
        (figure,) = find_figures("It cost $1,234,567.89 million.")
    assert figure.value == Decimal("1234567890000")


def test_digit_strings_beyond_24_digits_are_no_quantity() -> None:
    assert find_figures(f"It holds 1{'0' * 23} cows.")[0].value == Decimal(10) ** 23
    assert find_figures(f"It holds 1{'0' * 24} cows.") == ()
    assert find_figures(f"It holds 1{',000' * 5000} cows.") == ()


def test_scales_do_not_run_away() -> None:
    assert all(figure.value < Decimal(10) ** 36 for figure in find_figures("9 " + "trillion " * 500))
    assert all(figure.value < Decimal(10) ** 36 for figure in find_figures("nine " + "trillion " * 500))


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "no figure", "one", "one of us", "In 2019", "$", "-", "½x", ".0/2"]
)
def test_texts_without_a_quantity(text: str) -> None:
    assert find_figures(text) == ()
    assert normalise(text) is None


# Long enough that a quadratic step anywhere would be felt by whoever runs this.
@pytest.mark.parametrize(
    "piece",
    [
        "1,",
        "1,11",
        "1.",
        "1-",
        "1/",
        "$1 ",
        "3 or ",
        "from 1 to ",
        "1 000 ",
        "of 5 ",
        "half a ",
        "said 1 ",
        "a-",
    ],
)
def test_long_monotonous_texts_are_read(piece: str) -> None:
    text = piece * 4000
    assert all(text[figure.start : figure.end] == figure.text for figure in find_figures(text))


PIECES = st.sampled_from(
    (
        "1 1,000 2.5 1/2 ½ 3-2 2019 one two hundred million dozen half a third of in to and or - – . , ( ) $ £ US$ € % "
        "per cent km m m2 C pence mph year-old aged at least more than about rose fell by 5% said police not could "
        "March No. F-16 people were wounded \n “ ” ' \" + / : × 10 − minus tens thousands plus a an the £3bn 7th 1980s "
        "10:30 p.m. or more than an"
    ).split(" ")
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text(text: str) -> None:
    figures = find_figures(text)
    end = 0
    for figure in figures:
        assert end <= figure.start < figure.end
        assert text[figure.start : figure.end] == figure.text
        assert figure.value.is_finite()
        assert figure.kind == "score" or figure.upper is None or figure.value <= figure.upper
        for span, part in ((figure.cue_span, figure.cue), (figure.noun_span, figure.noun)):
            assert (span is None) == (part is None)
            assert span is None or text[span.start : span.end] == part
        end = figure.end
    assert find_figures(text) == figures


@given(st.integers(0, 10**12), st.sampled_from(["houses", "people", "lorries"]))
def test_grouped_and_plain_digits_mean_the_same(number: int, noun: str) -> None:
    (figure,) = find_figures(f"They own more than {number:,} {noun}.")
    assert (figure.value, figure.bound) == (Decimal(number), ">")


@given(
    st.decimals(0, 999, places=2),
    st.sampled_from([("bn", 9), (" billion", 9), ("m", 6), ("tn", 12), (" million", 6)]),
)
def test_scales_multiply_exactly(number: Decimal, scale: tuple[str, int]) -> None:
    (figure,) = find_figures(f"It paid ${number}{scale[0]} today.")
    assert figure.value == number.scaleb(scale[1])
    assert figure.unit == "USD"
