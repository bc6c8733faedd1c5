"""Discourse: which sentences lean on which, and that the register of rules says what it means."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarise.language.segment import segment
from summarise.model import Article, Sentence
from summarise.ranking.discourse import RULES, Discourse, Lean, is_question, leans
from summarise.ranking.story import Story, story_of

GOLDEN = Path(__file__).parent / "golden" / "discourse.txt"


def story(*texts: str) -> Story:
    """A story of these sentences; "# " in front makes a heading."""
    sentences = []
    start = 0
    for index, text in enumerate(texts):
        heading = text.startswith("# ")
        plain = text.removeprefix("# ")
        sentences.append(Sentence(index, start, start + len(plain), plain, 0, heading))
        start += len(plain) + 1
    return story_of(sentences)


def rules_of(found: tuple[Lean, ...]) -> set[str]:
    return {lean.rule for lean in found}


# The register.


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_fires_on_its_example(rule) -> None:
    found = leans(story(*rule.fires.sentences), ())
    assert rule.name in rules_of(found[rule.fires.index])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_nothing_fires_on_the_quiet_example(rule) -> None:
    found = leans(story(*rule.quiet.sentences), ())
    assert found[rule.quiet.index] == ()


def test_the_register_is_in_order() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(rule.about.endswith((".", ")")) for rule in RULES)
    assert all(len(rule.fires.sentences) > 1 for rule in RULES)


# Golden cases.


def golden_stories() -> list[tuple[str, list[tuple[str, str]]]]:
    """Each story of the golden file: its name, and its sentences with the verdict in front."""
    stories: list[tuple[str, list[tuple[str, str]]]] = []
    for line in GOLDEN.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            stories.append((line[3:], []))
        elif line and not line.startswith("#"):
            verdict, _, text = line.partition(" | ")
            stories[-1][1].append((verdict.strip(), text))
    return stories


def verdict_of(found: tuple[Lean, ...]) -> str:
    if not found:
        return "-"
    return "; ".join(f"{lean.text} < {' '.join(map(str, lean.supporters))}".rstrip() for lean in found)


@pytest.mark.parametrize(("name", "lines"), golden_stories(), ids=[name for name, _ in golden_stories()])
def test_golden(name: str, lines: list[tuple[str, str]]) -> None:
    found = leans(story(*(text for _, text in lines)), ())
    assert [verdict_of(one) for one in found] == [verdict for verdict, _ in lines]


# Supporters.


def test_the_opening_stands_unless_it_may_lean() -> None:
    one = story("He resigned.", "The council met.")
    assert leans(one, ())[0] == ()
    assert leans(one, (), opening_may_lean=True)[0] == (Lean("pronoun opening", "He", ()),)


def test_headings_and_notices_support_nothing() -> None:
    one = story("Ada Holm swam.", "# Swimming", "Click here.", "She won.")
    assert leans(one, {2})[3][0].supporters == (0,)
    assert leans(one, {2})[1:3] == ((), ())


def test_positions_are_those_of_the_story_whatever_the_index() -> None:
    one = story("Ada Holm swam.", "She won.")
    moved = Story(tuple(replace(s, index=s.index + 7) for s in one.sentences), one.words, None)
    assert leans(moved, ())[1][0].supporters == (0,)


def test_many_supporters_are_cut_to_the_first_and_the_last() -> None:
    texts = [
        "Ada Holm swam.",
        *(f"In 20{number} Ada Holm won." for number in range(10, 40)),
        "Doctors praised Holm.",
    ]
    (lean,) = leans(story(*texts), ())[-1]
    assert lean.supporters == (0, *range(23, 31))


def test_without_capitals_openers_work_and_names_do_not_count() -> None:
    lower = story(
        "ada holm swam .", "the river scares holm .", "she won .", "`` but they left , '' he said ."
    )
    found = leans(lower, ())
    assert [rules_of(one) for one in found[:3]] == [set(), set(), {"pronoun opening"}]
    assert {"linker opening", "unnamed speaker"} <= rules_of(found[3])
    upper = story("ADA HOLM SWAM.", "THE RIVER SCARES HOLM.", "SHE WON.")
    assert [rules_of(one) for one in leans(upper, ())] == [set(), set(), {"pronoun opening"}]


def test_tokenised_quotations() -> None:
    one = story("The ferry is safe , said Ada Holm .", "`` Nobody fell .", "We swam , '' the mayor said .")
    assert "within a quotation" in rules_of(leans(one, ())[2])


def test_questions() -> None:
    assert is_question("Who pays?")
    assert is_question("“Who pays?”")
    assert not is_question("“Who pays?” he asked.")
    assert not is_question("")


# On demand.


MARSTON = (
    "Ada Holm runs the ferry at Marston.",
    "A boat sank there.",
    "Police said the boat was old.",
    "She saw nothing.",
    "Doctors praised Holm.",
)


def test_sentences_can_be_asked_in_any_order() -> None:
    one = story(*MARSTON)
    discourse = Discourse(one, ())
    backwards = [discourse.of(position) for position in reversed(range(len(one.sentences)))]
    assert tuple(reversed(backwards)) == leans(one, ())
    assert [rules_of(found) for found in reversed(backwards)][2:] == [
        {"reported definite"},
        {"pronoun opening"},
        {"bare surname"},
    ]


def test_what_comes_later_supports_nothing() -> None:
    one = story("Rain fell.", "Police warned Holm.", "A boat of Ada Holm (MRT) sank.", "The MRT paid.")
    discourse = Discourse(one, ())
    assert discourse.of(3)[0].supporters == (2,)
    assert discourse.of(1) == ()


def test_a_long_story_leans_as_a_short_one() -> None:
    # Long ones have an index of their words, short ones are looked through.
    rain = [f"Rain fell in 20{number} again." for number in range(10, 99)]
    short = leans(story(*MARSTON), ())
    assert leans(story(*MARSTON, *rain, *rain), ())[: len(MARSTON)] == short
    late = leans(story(*rain, *rain, *MARSTON), ())[-len(MARSTON) :]
    assert [[lean.text for lean in found] for found in late[1:]] == [
        [lean.text for lean in found] for found in short[1:]
    ]


def test_the_first_reported_definite_is_named() -> None:
    one = story("A boat hit a pier.", "Joe Marsh said the pier fell, and Ada Holm believes the boat sank.")
    assert [lean.text for lean in leans(one, ())[1]] == ["the pier"]
    again = story("A boat hit a pier.", "Ada Holm said nothing, but Joe Marsh said the boat sank.")
    assert [lean.text for lean in leans(again, ())[1]] == ["the boat"]


# Any text.


PIECES = st.sampled_from(
    ["The man", "A man", "“", "”", '"', "'", "he said", "Ada Holm", "Holm", "(MRT)", "MRT", ", however,", "the",
     "this", ".", "?", "In 2014", "\n\n", "İ", "ß", "\u0301", "``", "''", "of the", "said the", "One", "30", "-"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map(" ".join), st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_text(text: str, opening_may_lean: bool) -> None:
    one = story_of(segment(Article(text)))
    found = leans(one, (), opening_may_lean=opening_may_lean)
    assert len(found) == len(one.sentences)
    names = {rule.name for rule in RULES}
    for position, leaning in enumerate(found):
        for lean in leaning:
            assert lean.rule in names
            assert lean.text
            assert position not in lean.supporters
            assert all(0 <= place < len(found) for place in lean.supporters)
            assert len(lean.supporters) <= 9
