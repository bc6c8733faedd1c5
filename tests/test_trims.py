"""Trims: what may be left out inside a sentence of an extract, and what must stay."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.model import Sentence, Span
from summarise.ranking.trims import TRIMS, Trim, trim


def sentence_of(text: str, start: int = 0, *, heading: bool = False) -> Sentence:
    return Sentence(0, start, start + len(text), text, 0, heading)


def trimmed(text: str, *kinds: str) -> str:
    sentence = sentence_of(text, 40)
    return replace(sentence, cuts=tuple(trim(sentence, kinds or tuple(TRIMS)))).shown


# The register.

SHORTENS = [
    pytest.param(name, before, after, id=f"{name}: {before}")
    for name, one in TRIMS.items()
    for before, after in one.shortens
]
LEAVES = [
    pytest.param(name, text, id=f"{name}: {text}") for name, one in TRIMS.items() for text in one.leaves
]


@pytest.mark.parametrize(("name", "one"), TRIMS.items())
def test_every_trim_is_described_and_has_both_examples(name: str, one: Trim) -> None:
    assert one.name == name
    assert one.about.endswith(".")
    assert one.shortens
    assert one.leaves


@pytest.mark.parametrize(("name", "before", "after"), SHORTENS)
def test_a_trim_shortens(name: str, before: str, after: str) -> None:
    assert before != after
    assert trimmed(before, name) == after


@pytest.mark.parametrize(("name", "text"), LEAVES)
def test_a_trim_leaves(name: str, text: str) -> None:
    assert trimmed(text) == text


# What `trim` gives.


def test_nothing_goes_unless_asked_for() -> None:
    sentence = sentence_of("The ferry (a gift) was closed overnight, police said.")
    assert trim(sentence, ()) == ()
    assert replace(sentence, cuts=()).shown == sentence.text


def test_each_kind_alone() -> None:
    text = "The old ferry (a gift from Harbury) was closed overnight, police said."
    assert trimmed(text, "parentheses") == "The old ferry was closed overnight, police said."
    assert trimmed(text, "attribution") == "The old ferry (a gift from Harbury) was closed overnight."
    assert trimmed(text) == "The old ferry was closed overnight."


def test_cuts_are_stretches_of_the_article() -> None:
    text = "It rained. Ada Holm (left) opened the bridge."
    sentence = sentence_of(text[11:], 11)
    (cut,) = trim(sentence, ["parentheses"])
    assert text[cut.start : cut.end] == " (left)"


def test_cuts_that_touch_are_one() -> None:
    sentence = sentence_of("The road was closed by the ferry (a gift from Harbury), police said.")
    assert trim(sentence, list(TRIMS)) == (Span(32, 67),)
    assert (
        replace(sentence, cuts=tuple(trim(sentence, list(TRIMS)))).shown
        == "The road was closed by the ferry."
    )


def test_a_tail_with_an_aside_goes_whole() -> None:
    sentence = sentence_of("The road was closed, said Ada Holm (left), a spokeswoman for the council.")
    assert trim(sentence, list(TRIMS)) == (Span(19, 72),)
    assert replace(sentence, cuts=tuple(trim(sentence, list(TRIMS)))).shown == "The road was closed."


def test_space_around_an_aside_is_left_once() -> None:
    assert trimmed("Ada Holm  (left)  opened the bridge.") == "Ada Holm opened the bridge."
    assert trimmed("Ada Holm (left) , the mayor, spoke.") == "Ada Holm , the mayor, spoke."


def test_headings_stay_whole() -> None:
    heading = sentence_of("The ferry (a gift from Harbury) sails", heading=True)
    assert trim(heading, list(TRIMS)) == ()


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        trim(sentence_of("The ferry sails."), ["dashes"])


# What an institution says is cut only while the rest could be anybody's plain report.

WEIGHTY = """
    The driver was accused of theft
    The mayor may have left
    The ferry was built in nineteen months
    The bridge was badly damaged
    The fire was caused by a lamp
    The crew didn't see the barge
    The roof was the best in the county
    The boat was attacked at night
    The mayor said he was ashore
    The ferry is to return in spring
    Passengers were frightened by the noise
    The sailor was not on board
""".strip().splitlines()


@pytest.mark.parametrize("rest", [line.strip() for line in WEIGHTY])
def test_a_weighty_statement_keeps_its_speaker(rest: str) -> None:
    assert trimmed(f"{rest}, police said.") == f"{rest}, police said."


@pytest.mark.parametrize(
    "tail",
    [
        "police said",
        "the Marston police said on Monday night",
        "the ministry has said",
        "county officials said today",
        "the Department of Ferries announced",
        "according to Harbury council",
        "said Joe Marsh, a spokesman for the Harbury police",
        "a spokeswoman for the airline said in a statement",
    ],
)
def test_tails_of_institutions(tail: str) -> None:
    assert trimmed(f"The bridge was closed overnight, {tail}.") == "The bridge was closed overnight."


@pytest.mark.parametrize(
    "tail",
    [
        "the mayor said",
        "a spokesman said",
        "prosecutors said",
        "the union said",
        "a former police chief said",
        "the Ferry Campaign said",
        "intelligence officials said",
        "police said after a long search",
        "police said, but the council disagreed",
        "the broadcasting corporation said",
        "said Joe Marsh, who runs the ferry company",
        "according to documents of the ministry",
    ],
)
def test_other_tails_stay(tail: str) -> None:
    text = f"The bridge was closed overnight, {tail}."
    assert trimmed(text) == text


# Any text.

PIECES = st.sampled_from(
    "( ) [ ] , . ; : ? ! - – “ ” \" ' ’ \n  police officials said according to the council was closed The bridge"
    " Ada Holm (left) [see (below)] (MRT) MRT $4m (£3m) (3-2) 7 U.S. (a gift from Harbury) , police said. Ärger 雪"
    " e\u0301 a spokeswoman for İstanbul \u200b \U0001f600".split(" ")
)
TEXTS = (
    st.text(max_size=80)
    | st.lists(PIECES, max_size=25).map(" ".join)
    | st.lists(PIECES, max_size=25).map("".join)
)


@given(TEXTS, st.sets(st.sampled_from(sorted(TRIMS))), st.integers(0, 1000))
def test_a_trimmed_sentence_is_the_sentence_with_less_in_it(text: str, kinds: set[str], start: int) -> None:
    sentence = sentence_of(text, start)
    cuts = trim(sentence, kinds)
    last = start
    for cut in cuts:
        assert last <= cut.start < cut.end <= sentence.end
        last = cut.end
    left = replace(sentence, cuts=tuple(cuts)).shown
    words = iter(re.findall(r"\w+", text))
    assert all(word in words for word in re.findall(r"\w+", left))
    assert left[:1] == text[:1]


@given(TEXTS, st.sets(st.sampled_from(sorted(TRIMS))))
def test_trimming_twice_changes_nothing(text: str, kinds: set[str]) -> None:
    once = trimmed(text, *kinds) if kinds else text
    assert trim(sentence_of(once), kinds) == ()


@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_no_cut_spoils_the_spacing(text: str) -> None:
    text = " ".join(text.split())
    left = trimmed(text)
    assert "  " not in left
    for mark in ".,;:?!":
        assert left.count(f" {mark}") <= text.count(f" {mark}")
    assert left.count("..") <= text.count("..")


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20000,
        "Holm " + "(left) " * 20000,
        "Holm " + "(£3m) " * 3000,
        "The bridge was closed" + ", police said" * 20000 + ".",
        "The bridge was closed, " + "police " * 20000 + "said.",
        "Holm (" + "left " * 20000 + ") won.",
        "a " * 20000 + "(MRT) (MRT) won, said" + " " * 20000,
    ],
    ids=lambda text: text[:30],
)
def test_long_sentences_come_back(text: str) -> None:
    sentence = sentence_of(text)
    cuts = trim(sentence, list(TRIMS))
    assert all(sentence.start <= cut.start < cut.end <= sentence.end for cut in cuts)
