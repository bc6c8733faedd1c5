"""Headlines that must never be printed, and the ladder below the templates."""

from pathlib import Path

import pytest

import summarise
from summarise.model import Style

GOLDEN = Path(__file__).parent / "golden" / "headline" / "traps.txt"


def traps() -> list[tuple[str, list[str], list[str]]]:
    cases = []
    for block in GOLDEN.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            never = [line for line in lines[1:] if line.startswith(("never: ", "never line: "))]
            must = [line.removeprefix("must: ") for line in lines[1:] if line.startswith("must: ")]
            assert never, f"a trap without a never: {lines[0]}"
            assert len(never) + len(must) == len(lines) - 1, f"a line that is neither: {lines}"
            cases.append((lines[0], never, must))
    return cases


@pytest.mark.parametrize(
    ("article", "never", "must"), traps(), ids=lambda v: v[:50] if isinstance(v, str) else ""
)
def test_traps_are_not_sprung(article: str, never: list[str], must: list[str]) -> None:
    digest = summarise.summarise(article)
    lines = [h.text for h in digest.headlines] + [b.text for b in digest.bullets]
    for trap in never:
        kind, words = trap.lower().split(": ", 1)
        sprung = [
            line
            for line in lines
            if (words == line.lower() if kind == "never line" else words in line.lower())
        ]
        assert not sprung, sprung
    assert digest.headline is not None
    for words in must:
        assert words.lower() in digest.headline.text.lower()


def test_there_are_traps() -> None:
    assert len(traps()) >= 20


LADDER = [
    # a template fits
    ("Marlow Rovers thrashed Eastbrook Town 5-1 in the cup on Saturday.", "sport/beats-score"),
    # a clause, but none that may stand: the lead, shortened
    (
        "He said that he would never go back there again because it was far too cold and too wet for him and his dog.",
        "lead",
    ),
    # no clause at all
    (
        "Rain in the north, sun in the south, and a strong wind from the west over all of the islands by the evening.",
        "lead",
    ),
]


@pytest.mark.parametrize(("article", "template"), LADDER, ids=[t for _, t in LADDER])
def test_the_ladder_goes_down_and_never_ends_in_nothing(article: str, template: str) -> None:
    headline = summarise.summarise(article).headline
    assert headline is not None
    assert (
        headline.template in {template, "general/clause"}
        if template != "lead"
        else headline.template in {"lead", "clause"}
    )
    assert len(headline.text) <= 80


@pytest.mark.parametrize("limit", [33, 45, 65, 110])
def test_the_limit_of_characters_is_kept(limit: int) -> None:
    text = (
        "The Reserve Bank of Australia unexpectedly lifted its main interest rate by a quarter of a percentage point "
        "to 5.5 percent on Wednesday after data showed that inflation had climbed faster than its economists expected."
    )
    digest = summarise.summarise(text, Style(max_headline_chars=limit))
    assert digest.headlines
    assert all(len(headline.text) <= limit for headline in digest.headlines)


def test_a_headline_says_where_it_comes_from() -> None:
    headline = summarise.summarise("The council approved seven new parks on Monday, the mayor said.").headline
    assert headline is not None
    assert headline.template == "politics/votes, says"
    origins = {piece.text.strip(): piece.origin for piece in headline.pieces}
    assert origins["approves"] == "inflected"
    assert origins["says"] == "inflected"
    assert headline.reasons
