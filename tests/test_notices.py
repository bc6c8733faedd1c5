"""Notices: sentences that are in an article's text and not in its story."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.language.segment import segment
from summarise.model import Article, Sentence
from summarise.ranking.notices import RULES, Notice, Rule, notices

GOLDEN = Path(__file__).parent / "golden" / "notices.txt"


def sentences_of(*texts: str) -> tuple[Sentence, ...]:
    """Sentences made by hand; "# " in front makes a heading."""
    made = []
    for index, text in enumerate(texts):
        heading = text.startswith("# ")
        text = text.removeprefix("# ")
        made.append(Sentence(index, index * 500, index * 500 + len(text), text, index, heading))
    return tuple(made)


def in_an_article(text: str) -> dict[int, Notice]:
    """What is found in a story with the text as its last line but one."""
    story = ("The council met on Monday.", "Rain fell on the town.", "Nobody was hurt.", "It rained on.")
    return notices(sentences_of(*story[:3], text, story[3]))


# The register.

FIRING = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.fires]
QUIET = [pytest.param(text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.quiet]


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_every_rule_is_described_and_has_both_examples(rule: Rule) -> None:
    assert rule.about
    assert "\n" not in rule.about
    assert rule.fires
    assert rule.quiet
    assert rule.first or rule.words or rule.marks or rule.shape, "the rule would never be tried"


def test_names_of_rules_are_different() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(("rule", "text"), FIRING)
def test_a_rule_fires(rule: Rule, text: str) -> None:
    shown = rule.check(text)
    assert shown
    assert in_an_article(text) == {3: Notice(rule.kind, shown)}


@pytest.mark.parametrize("text", QUIET)
def test_no_rule_fires(text: str) -> None:
    assert in_an_article(text) == {}


@pytest.mark.parametrize(("rule", "text"), FIRING)
def test_the_words_shown_stand_in_the_sentence(rule: Rule, text: str) -> None:
    shown = rule.check(text)
    assert shown
    assert shown.rstrip(":") in text


# Whole articles.


def golden_articles() -> list[tuple[str, list[tuple[str, str]]]]:
    """The title of each golden article and its sentences, each with its kind ("story" for none)."""
    articles = []
    for block in GOLDEN.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            rows = [line.split(" | ", 1) for line in lines[1:]]
            articles.append((lines[0].removeprefix("= "), [(kind.strip(), text) for kind, text in rows]))
    return articles


ARTICLES = golden_articles()


def test_there_are_golden_articles() -> None:
    assert len(ARTICLES) >= 14


@pytest.mark.parametrize("rows", [rows for _, rows in ARTICLES], ids=[title for title, _ in ARTICLES])
def test_golden(rows: list[tuple[str, str]]) -> None:
    found = notices(sentences_of(*(text for _, text in rows)))
    judged = [(found[i].kind if i in found else "story", text) for i, (_, text) in enumerate(rows)]
    assert judged == rows


# Places.


def test_the_opening_of_the_story_is_no_caption_but_can_be_a_notice() -> None:
    caption = "Hard work: Edna Marsh (left) clears the lane."
    assert notices(sentences_of(caption, "Rain fell.")) == {}
    assert notices(sentences_of("# Rain", caption, "Rain fell.")) == {}
    assert notices(sentences_of("Rain fell.", caption))[1].kind == "caption"
    assert notices(sentences_of("Click here.", "Rain fell."))[0] == Notice("notice to readers", "Click here")


def test_an_author_box_stands_at_the_end() -> None:
    box = "Ada Holm is a reporter for the Courier."
    rest = ("Rain fell.", "It rained on.", "Leeds was dry.")
    assert notices(sentences_of("The ferry sank.", *rest, box))[4].kind == "byline"
    assert notices(sentences_of("The ferry sank.", box, *rest)) == {}


def test_lines_without_stops_tell_nothing_where_no_line_has_one() -> None:
    lines = ("the ferry sank off leeds", "nobody was hurt", "the mayor thanked them", "rain fell")
    assert notices(sentences_of(*lines)) == {}
    tokenised = ("The ferry sank off Leeds .", "Nobody was hurt .", "The mayor left .")
    assert notices(sentences_of(*tokenised)) == {}


def test_a_text_cut_off_at_its_end_keeps_its_last_line() -> None:
    assert notices(sentences_of("The ferry sank.", "Nobody was hurt.", "On Monday the mayor")) == {}


def test_order_and_numbers_of_the_sentences_given() -> None:
    one, two, three = sentences_of("The ferry sank.", "Hard work: Volunteers dig.", "Rain fell.")
    assert notices((three, two, one)) == notices((one, two, three)) == {1: Notice("label", "Hard work:")}
    assert notices((two, three)) == {}  # the first that is given opens
    assert notices(()) == {}


@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=12))
def test_any_text(texts: list[str]) -> None:
    sentences = tuple(Sentence(i, 0, len(text), text, i, False) for i, text in enumerate(texts))
    found = notices(sentences)
    assert set(found) <= set(range(len(texts)))
    assert all(notice.kind and notice.text for notice in found.values())


PIECES = st.sampled_from(
    [
        *(text for rule in RULES for text in (*rule.fires, *rule.quiet)),
        "(",
        ":",
        "@",
        "1 2",
        " .",
        "left",
        "By A",
    ]
)


@given(st.lists(PIECES, max_size=10).map(" ".join))
def test_glued_lines(text: str) -> None:
    sentences = segment(Article(text))
    found = notices(sentences)
    assert found == notices(sentences)
    assert set(found) <= {sentence.index for sentence in sentences}


@pytest.mark.parametrize(
    "piece", ["a ", "Ada ", "(left ", "1 ", "call 0113 496 ", "a@", "www ", "A, ", "is on bbc "]
)
def test_long_lines_are_no_trap(piece: str) -> None:
    line = piece * 20_000
    notices(sentences_of("Rain fell.", line, f"By {line}", f"Follow {line}", "Rain fell."))
