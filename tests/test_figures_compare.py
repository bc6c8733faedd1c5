"""Comparing figures: equality, support, the key ones; and the data files behind them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.figures import find_figures, key_figures, normalise, same_quantity, supports
from summarise.figures.lexicon import lexicon, words
from summarise.figures.tokens import Line
from summarise.model import Figure


def figure(text: str) -> Figure:
    found = normalise(text)
    assert found is not None, text
    return found


SAME = [
    ("seven ships", "7 ships"),
    ("$4.5bn", "$4.5 billion"),
    ("US$4.5 billion", "4.5 billion dollars"),
    ("1,000 men", "1000 men"),
    ("5 per cent", "5%"),
    ("two-thirds of voters", "2/3 of voters"),
    ("at least 23 men", "no fewer than 23 men"),
    ("18 to 25 percent", "18-25%"),
    ("75p", "£0.75"),
    ("a dozen eggs", "12 eggs"),
    ("10 km", "10 kilometers"),
    ("33-year-old", "33 years old"),
]
DIFFERENT = [
    ("seven ships", "8 ships"),
    ("$5", "£5"),
    ("5 percent", "5 percentage points"),
    ("about 500 men", "500 men"),
    ("5 km", "5 miles"),
    ("18 to 25 percent", "18 percent"),
    ("$5 a share", "$5"),
    ("rose 5%", "fell 5%"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_the_same_quantity(a: str, b: str) -> None:
    assert same_quantity(figure(a), figure(b))
    assert same_quantity(figure(b), figure(a))
    assert supports(figure(a), figure(b))


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_different_quantities(a: str, b: str) -> None:
    assert not same_quantity(figure(a), figure(b))
    assert not same_quantity(figure(b), figure(a))


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("1,066 staff", "more than 1,000 staff"),
        ("1,066 staff", "at least 1,066 staff"),
        ("1,066 staff", "about 1,100 staff"),
        ("at least 23 men", "more than 20 men"),
        ("more than 60 percent", "at least 60 percent"),
        ("fewer than 40 men", "up to 40 men"),
        ("up to 40 men", "fewer than 50 men"),
        ("18 to 25 percent", "at least 18 percent"),
        ("18 to 25 percent", "less than 30 percent"),
        ("rose from 20 to 29 tonnes", "29 tonnes"),
    ],
)
def test_a_weaker_claim_is_supported_and_not_the_other_way_round(source: str, claim: str) -> None:
    assert supports(figure(source), figure(claim))
    assert not supports(figure(claim), figure(source))


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("at least 23 men", "23 men"),
        ("about 500 men", "500 men"),
        ("up to 5 men", "5 men"),
        ("about 500 men", "more than 400 men"),
        ("23 men", "more than 23 men"),
        ("at least 23 men", "more than 23 men"),
        ("up to 5 men", "at least 5 men"),
        ("fell 5%", "rose 5%"),
        ("rose 5%", "5%"),
        ("$5m", "£5m"),
        ("18 to 25 percent", "about 20 percent"),
        ("not 40 men", "40 men"),
    ],
)
def test_a_stronger_or_other_claim_is_not_supported(source: str, claim: str) -> None:
    assert not supports(figure(source), figure(claim))


@given(
    st.integers(1, 10**6),
    st.integers(1, 10**6),
    st.sampled_from(["more than", "at least", "fewer than", "up to"]),
)
def test_support_follows_from_arithmetic(held: int, said: int, cue: str) -> None:
    true = {
        "more than": held > said,
        "at least": held >= said,
        "fewer than": held < said,
        "up to": held <= said,
    }
    assert supports(figure(f"exactly {held:,} cows"), figure(f"{cue} {said:,} cows")) == true[cue]


def test_key_figures_lead_with_the_best_sentence() -> None:
    text = "Rain fell for 3 days. The flood killed 40 people. Repairs cost $5m. Ann Lee, 33, sells 12 boats."
    figures = find_figures(text)
    best = key_figures(figures, [0.1, 1.0, 0.6, 0.2], 2)
    assert [one.text for one in best] == ["40", "$5m"]


def test_key_figures_are_told_once_and_no_more_than_asked_for() -> None:
    figures = find_figures("It sold 40 boats. It sold forty boats. It sold 40 planes.")
    assert [one.text for one in key_figures(figures, [1, 1, 1], 5)] == ["40", "40"]
    assert len(key_figures(figures, [1, 1, 1], 1)) == 1
    assert key_figures(figures, [1, 1, 1], 0) == ()
    assert key_figures((), [], 5) == ()


def test_a_figure_of_an_unknown_sentence_weighs_nothing() -> None:
    figures = find_figures("It sold 40 boats. It sold 50 boats.")
    assert [one.text for one in key_figures(figures, [1.0], 2)] == ["40", "50"]
    assert len(key_figures(figures, [], 2)) == 2


def test_normalise_gives_the_first_figure() -> None:
    assert figure("at least seven of the nine men").value == Decimal(7)


@pytest.mark.parametrize(
    "name",
    [
        "rate_nouns",
        "label_nouns",
        "casualty_nouns",
        "people_nouns",
        "irregular_plurals",
        "figure_function_words",
    ],
)
def test_word_lists_are_lower_case(name: str) -> None:
    entries = words(name)
    assert entries
    assert all(entry == entry.lower() for entry in entries)


def test_every_currency_is_found_by_its_code() -> None:
    codes = [unit.name for unit in lexicon().money_after.entries() if unit.name.isupper()]
    assert len(set(codes)) > 40
    for code in codes:
        (found,) = find_figures(f"It paid {code} 500 for them.")
        assert (found.unit, found.kind) == (code, "money")


def test_every_unit_is_found_behind_a_number() -> None:
    names = {unit.name for unit in lexicon().units.entries()}
    assert {"kilometre", "degree celsius", "percent", "barrel", "hectare"} <= names
    found = {lexicon().units.after(Line(name), 0) for name in ("kilometres", "km", "hectares", "per cent")}
    assert None not in found
