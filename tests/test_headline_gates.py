"""Each gate and each bond: lines it closes on and lines that none of them minds."""

from dataclasses import replace

import pytest
from headline_lines import GOLDEN, draft_of

from summarise.model import Piece
from summarise.phrasing.draft import Draft, draft
from summarise.phrasing.gates import BONDS, GATES, bonds, breaks, hangs, refused
from summarise.phrasing.line import text_of


def examples() -> list[tuple[str, str, str, str]]:
    """Name, sentence, "closes" or "opens", line."""
    found = []
    for block in (GOLDEN / "gates.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        name, sentence, *rest = lines
        assert name in GATES or name in BONDS, f"no gate and no bond is called {name!r}"
        for line in rest:
            kind, words = line.split(": ", 1)
            assert kind in {"closes", "opens"}, line
            found.append((name, sentence, kind, words))
    return found


def broken(line: Draft, name: str) -> bool:
    """Whether a line breaks a bond of this name."""
    return any(
        bond.name == name and bond.shown <= line.shown and not bond.needs <= line.shown
        for bond in bonds(line.clause.tree)
    )


@pytest.mark.parametrize(("name", "sentence", "kind", "words"), examples(), ids=lambda part: part[:40])
def test_a_gate_closes_on_what_it_is_for(name: str, sentence: str, kind: str, words: str) -> None:
    line = draft_of(sentence, words)
    if kind == "opens":
        assert refused(line) is None
    elif name in GATES:
        assert GATES[name](line)
    else:
        assert broken(line, name)
        assert refused(line) is not None


# These look at the order of the pieces or at other sentences, which words in their order cannot show.
ELSEWHERE = {
    "words out of their order",
    "said twice",
    "under a verb left out",
    "of another year",
    "torn word",
}


def test_every_gate_and_bond_has_an_example_that_it_closes_on() -> None:
    closing = {name for name, _, kind, _ in examples() if kind == "closes"}
    assert set(GATES) | set(BONDS) == closing | ELSEWHERE


def reordered(line: Draft, *order: int) -> Draft:
    """The draft with its words as pieces in another order."""
    tokens = line.clause.tree.tokens
    pieces = tuple(Piece(f" {tokens[i].text}", "copied", tokens[i].start, tokens[i].end) for i in order)
    return draft(
        (replace(pieces[0], text=pieces[0].text.lstrip()), *pieces[1:]), line.clause, "by hand", "general"
    )


def test_what_stood_before_the_subject_may_not_come_between_it_and_its_verb() -> None:
    line = draft_of("After rain the river flooded Orlin.", "After rain river flooded Orlin")
    assert refused(reordered(line, 3, 0, 1, 4, 5)) == "words out of their order"
    assert refused(reordered(line, 3, 4, 5, 0, 1)) is None


def test_no_words_are_said_twice() -> None:
    line = draft_of("The river flooded Orlin.", "river flooded Orlin")
    assert refused(reordered(line, 1, 2, 3)) is None
    assert refused(reordered(line, 1, 2, 3, 3)) == "said twice"


@pytest.mark.parametrize(
    ("text", "closed"), [("Ex -wife wins", True), ("Co- writer wins", True), ("Ex-wife wins", False)]
)
def test_a_word_is_not_torn_at_its_hyphen(text: str, closed: bool) -> None:
    line = replace(draft_of("The writer wins.", "writer wins"), text=text)
    assert GATES["torn word"](line) is closed


def test_a_clause_does_not_stand_without_the_verb_above_it() -> None:
    line = draft_of("The union fears that the owner sold the yard.", "owner sold yard")
    tokens = line.clause.tree.tokens
    below = replace(
        line.clause,
        verb=next(t.index for t in tokens if t.text == "sold"),
        subject=next(t.index for t in tokens if t.text == "owner"),
    )
    told = draft(line.pieces, below, "by hand", "general")
    assert text_of(told.pieces) == "Owner sold yard"
    assert refused(told) == "under a verb left out"
    reported = replace(below, report=line.clause.verb, speaker=line.clause.subject)
    assert refused(draft(line.pieces, reported, "by hand", "general")) is None


def test_what_a_year_below_the_lead_tells_is_no_news() -> None:
    from headline_lines import drafts

    second = "The fire broke out at noon. The mill burned down in 1987."
    texts = {line.text: refused(line) for line in drafts(second)}
    assert texts["Mill burns down"] == "of another year"


def test_a_choice_of_words_can_be_asked_before_a_line_is_made_of_it() -> None:
    tree = draft_of("The former mayor was fined.", "mayor was fined").clause.tree
    former, mayor, fined = (
        next(t.index for t in tree.tokens if t.text == w) for w in ("former", "mayor", "fined")
    )
    assert breaks(tree, frozenset({mayor, fined})) == "qualifying word"
    assert breaks(tree, frozenset({former, mayor, fined})) is None
    assert breaks(tree, frozenset({mayor, fined}), frozenset({"former"})) is None


@pytest.mark.parametrize("text", ["", "Two held over", "Council votes to", "Mayor says"])
def test_an_end_that_wants_another_word_hangs(text: str) -> None:
    assert hangs(text)


@pytest.mark.parametrize("text", ["Two held over theft", "Council votes", "Prices are up"])
def test_an_end_that_wants_nothing_does_not_hang(text: str) -> None:
    assert not hangs(text)
