"""What holds of figures whatever the text, and of the words that are made of them whatever the figure."""

from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarise.figures import conflicts, find_figures, key_figures, wording
from summarise.figures.lexicon import lexicon
from summarise.figures.printing.formatting import format_figure, says
from summarise.figures.printing.wordings import numbers
from summarise.language.segment import segment
from summarise.model import Article, Bound, Figure, Span
from summarise.writing import figure_row

CORPUS = Path(__file__).parent.parent / "corpus"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]

LABELS = ("ordinal", "year", "date", "time", "name")

# Any text

WORDS = """
    a about above after and at barrels between billion bn by cent children cut day denied down dozen
    each every few five from half higher hour hundred hundreds if in kg killed km least m may million
    more nearly no not of old one or or-more out over people per percent points police pounds quarter
    rise rose said shares than the third thirds thousand times to twice under up was were which while
    year years yen $ £ € % - – — / . , : ; ( ) “ ” " ' ? ! + ~ < > ° × ½ # No. @ ^ & 0 1 2 3 5 7 10 12
    20 33 40 100 007 1990 2019 2025 1,000 12,345 1.5 0.25 3.5.1 10:30 1/2 3/4 2-1 10-20 $5 5% 5kg £2bn
    40s 3rd 5pm 5'10 1e5 １２ ٣٤ ३ ० Ⅷ ① 万 多少 مئة שלוש e\u0301 \u200f \u202e \u200b \ufeff \x00 \x1b
    \ud7ff 😀 👨‍👩‍👧 𝟗 \U0010ffff
""".split()
GAPS = ["", " ", " ", " ", "\n", "\n\n", "\x85", "\u2028", "\u00a0", "\u2009", "\t", "-", ", "]
jumbled = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=40).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
anything = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=80)
texts = jumbled | anything | st.lists(jumbled | anything, max_size=4).map(" ".join)


def assert_sound(text: str, figures: tuple[Figure, ...]) -> None:
    """Everything that has a place stands there, and no figure lies in another."""
    spans = [field.name for field in fields(Figure) if field.name.endswith("_span")]
    assert len(spans) >= 5
    end = 0
    for figure in figures:
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        end = figure.end
        for name in spans:
            span: Span | None = getattr(figure, name)
            words = getattr(figure, name.removesuffix("_span"), None)
            if name == "direction_span":
                words = figure.direction_cue
            assert (span is None) == (words is None), name
            assert span is None or text[span.start : span.end] == words, name
        assert figure.speaker is None or figure.speaker
        assert figure.upper is None or figure.kind in ("score", *LABELS) or figure.value <= figure.upper
        assert figure.bound not in ("up", "down") or figure.direction == figure.bound


@settings(max_examples=400, deadline=None)
@given(texts, st.booleans())
def test_any_text_goes_through_and_every_place_is_true(text: str, labels: bool) -> None:
    figures = find_figures(text, labels=labels)
    assert_sound(text, figures)
    assert figures == find_figures(text, labels=labels)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_labels_come_beside_the_quantities_and_change_none(text: str) -> None:
    quantities = find_figures(text)
    assert not any(figure.kind in LABELS for figure in quantities)
    assert tuple(f for f in find_figures(text, labels=True) if f.kind not in LABELS) == quantities


@settings(max_examples=200, deadline=None)
@given(texts)
def test_what_is_found_can_be_ranked_compared_and_shown(text: str) -> None:
    sentences = segment(Article(text))
    figures = find_figures(text, sentences)
    spans = {Span(figure.start, figure.end) for figure in figures}
    for warning in conflicts(figures, text, sentences):
        assert spans >= set(warning.spans)
    assert set(key_figures(figures, [1.0], 3)) <= set(figures)
    for figure in find_figures(text, labels=True):
        assert figure_row(figure).phrase
        format_figure(figure)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_every_place_in_the_corpus_is_true(text: str) -> None:
    assert_sound(text, find_figures(text))
    assert_sound(text, find_figures(text, labels=True))


# Words made of a figure

UNITS = sorted({(unit.name, unit.kind) for unit in lexicon().units.entries()})
CURRENCIES = sorted({(unit.name, unit.kind) for unit in lexicon().money_before.entries()})
AGES = [(name, "age") for name in ("day", "week", "month", "year")]
BARE: list[tuple[str | None, str]] = [(None, "count")]
DIRECTED = ("up", "down")

small = st.integers(0, 2100).map(Decimal)
digits = st.decimals(0, 10**12, allow_nan=False, allow_infinity=False, places=3).map(lambda n: n.normalize())
scaled = st.builds(
    lambda number, factor: Decimal(number) * factor,
    st.integers(1, 9999).map(lambda n: Decimal(n) / 10),
    st.sampled_from([Decimal(10) ** n for n in (2, 3, 6, 9, 12)]),
)
sizes = small | digits | scaled


@st.composite
def quantities(draw: st.DrawFn) -> Figure:
    """A quantity that a text may hold."""
    unit, kind = draw(st.sampled_from([*UNITS, *CURRENCIES, *AGES, *BARE * 20]))
    value, upper = draw(sizes), None
    if draw(st.integers(0, 3)) == 0:
        upper = value + draw(sizes.filter(bool))
    if kind != "age" and draw(st.integers(0, 5)) == 0:
        value, upper = (-value, None) if upper is None else (-upper, -value)
    bound: Bound = draw(st.sampled_from([b for b in get_args(Bound) if kind != "age" or b not in DIRECTED]))
    direction = bound if bound in DIRECTED else None
    # No text says that something rose by at most minus 525 to minus 10.
    if bound not in ("=", *DIRECTED) and kind != "age" and value >= 0:
        direction = draw(st.sampled_from([None, None, *DIRECTED]))
    return made(value, kind, upper=upper, unit=unit, bound=bound, direction=direction)


def made(value: Decimal, kind: str, **others: Any) -> Figure:
    """A figure with no words of its own to fall back upon."""
    return Figure("?", 0, 1, value, kind, **others)  # type: ignore[arg-type]


@settings(max_examples=800, deadline=None)
@given(quantities(), st.sampled_from(["UK", "US"]))
def test_a_printed_figure_is_read_as_what_it_was(figure: Figure, style: Any) -> None:
    assert_read_back(figure, style)


shares = st.tuples(st.integers(1, 99), st.integers(2, 100)).filter(lambda n: n[0] < n[1])


@settings(max_examples=200, deadline=None)
@given(shares, st.sampled_from(["=", "~", ">", ">=", "<", "<=", "up", "down"]))
def test_a_printed_share_is_read_as_what_it_was(share: tuple[int, int], bound: Any) -> None:
    (found,) = find_figures(f"about {share[0]} out of {share[1]} voters")
    direction = bound if bound in DIRECTED else None
    assert_read_back(made(found.value, "ratio", bound=bound, direction=direction), "UK")


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_printed_score_is_read_as_what_it_was(ours: int, theirs: int) -> None:
    assert_read_back(made(Decimal(ours), "score", upper=Decimal(theirs)), "UK")


@given(st.integers(1, 999))
def test_a_printed_rank_is_read_as_what_it_was(place: int) -> None:
    assert_read_back(made(Decimal(place), "rank"), "UK")
    assert_read_back(made(Decimal(place), "rank"), "US")


def assert_read_back(figure: Figure, style: Any) -> None:
    printed = format_figure(figure, style=style)
    assert printed != "?"
    assert says(printed, figure), (printed, find_figures(printed))


def figures_of_the_corpus() -> Iterator[Figure]:
    for text in TEXTS:
        yield from find_figures(text)


def test_every_figure_of_the_corpus_is_read_as_what_it_was_when_printed() -> None:
    found = list(figures_of_the_corpus())
    assert len(found) > 900
    for figure in found:
        for style in ("UK", "US"):
            assert_read_back(figure, style)


def units(text: str) -> set[str | None]:
    return {figure.unit for figure in find_figures(text)}


def test_the_words_of_a_figure_in_the_corpus_keep_value_unit_and_bound() -> None:
    tried = 0
    for figure in figures_of_the_corpus():
        apart = figure.kind in ("age", "ratio", "score") or figure.unit not in units(figure.text)
        if apart or figure.direction or (figure.cue or "").lower() in ("between", "from"):
            continue  # what makes it one stands apart from its words, or is none of their business
        tried += 1
        alone = find_figures(f"{wording(figure)} {figure.noun or ''}".strip())
        said = (figure.value, figure.upper, figure.unit, figure.bound)
        assert said in [(one.value, one.upper, one.unit, one.bound) for one in alone], wording(figure)
    assert tried > 700


@pytest.mark.parametrize(
    ("text", "british", "american"),
    [
        ("Profit rose by about 3 percent.", "up about 3 per cent", "up about 3 percent"),
        ("They raised 4.5 billion dollars.", "$4.5bn", "$4.5 billion"),
        ("It cost 1,234,567 pounds sterling.", "£1,234,567", "£1,234,567"),
        ("The bridge cost NOK 300 million.", "NOK 300m", "NOK 300 million"),
        ("At least 23 villagers were hurt.", "at least 23", "at least 23"),
        ("Fewer than 20 lorries came.", "fewer than 20", "fewer than 20"),
        ("It weighs 5 kilograms.", "5kg", "5 kilograms"),
        ("They drove 1000 km.", "1,000km", "1,000 kilometers"),
        ("It took between 18 and 25 days.", "18 to 25 days", "18 to 25 days"),
        ("One in five voters agreed.", "one in five", "one in five"),
        ("Two-thirds of the voters agreed.", "two-thirds", "two-thirds"),
        ("Oil fell to $75 a barrel.", "$75 a barrel", "$75 a barrel"),
        ("The fee is €9.10.", "€9.10", "€9.10"),
        ("The suspect is 33 years old.", "33 years old", "33 years old"),
        ("She is ranked No. 3 in the world.", "No 3", "No. 3"),
        ("The city has 8.9 million people.", "8.9 million", "8.9 million"),
        ("Costs could be $5m to $10m.", "$5m to $10m", "$5 million to $10 million"),
    ],
)
def test_a_figure_as_an_editor_prints_it(text: str, british: str, american: str) -> None:
    (figure,) = find_figures(text)
    assert format_figure(figure) == british
    assert format_figure(figure, style="US") == american


@pytest.mark.parametrize(
    ("value", "first"),
    [
        ("4500000000", "4.5bn"),
        ("1234567", "1,234,567"),
        ("1234000", "1.234m"),
        ("-2000000", "-2m"),
        ("7E+12", "7tn"),
        ("0.00001", "0.00001"),
        ("9.1", "9.10"),
    ],
)
def test_a_number_is_scaled_only_where_no_digit_is_lost(value: str, first: str) -> None:
    assert numbers(Decimal(value), "UK", money=True)[0] == first
