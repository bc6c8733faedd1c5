"""Selection: extracts that stand on their own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarise.language.segment import segment
from summarise.model import Article, Ranked, Sentence
from summarise.ranking import RANKERS, rank, select
from summarise.ranking.openers import leaning_opener, notice


def ranking_of(*order: str) -> tuple[Ranked, ...]:
    """A ranking made by hand: texts in source order, each with its rank in front ("2 He left.")."""
    made = []
    for index, entry in enumerate(order):
        place, _, text = entry.partition(" ")
        heading = text.startswith("# ")
        text = text.removeprefix("# ")
        made.append(
            Ranked(Sentence(index, index * 100, index * 100 + len(text), text, 0, heading), int(place), 0.0)
        )
    return tuple(sorted(made, key=lambda entry: entry.rank))


def taken(ranked: tuple[Ranked, ...], count: int) -> list[str]:
    return [sentence.text for sentence in select(ranked, count)]


# Openings.


@pytest.mark.parametrize(
    ("text", "opener"),
    [
        ("He resigned.", "He"),
        ("They're gone.", "They're"),
        ("“But we lost,” he said.", "But"),
        ("This surprised nobody.", "This"),
        ("In addition, taxes rose.", "In addition"),
        ("However, taxes rose.", "However"),
        ("Its shares fell.", "Its"),
        ("The pair were held.", "The pair"),
        ("So, what now?", "So"),
        ("We lost.” The mayor left.", "…"),
        ('was over," he said.', "…"),
        ("This year taxes rose.", None),
        ("Those who stayed were paid.", None),
        ("So far nobody has paid.", None),
        ("Butter prices rose.", None),
        ("Hebden Bridge flooded.", None),
        ("The council met.", None),
        ("Police said it was over.", None),
        ('"It was over," he said.', "It"),
        ('The mayor said: "We won."', None),
        ("Item 5.", None),
        ("", None),
    ],
)
def test_leaning_openers(text: str, opener: str | None) -> None:
    assert leaning_opener(text) == opener


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Click here for more.", "Click here"),
        ("READ MORE: Bridge closed", "READ MORE"),
        ("Photo: Jo Hale", "Photo:"),
        ("Clicks heard in the bridge worried engineers.", None),
        ("Photographs of the crack were published.", None),
    ],
)
def test_notices(text: str, words: str | None) -> None:
    assert notice(text) == words


# Selection.


def test_selection_is_in_source_order() -> None:
    ranked = ranking_of("3 Alpha rose.", "1 Beta fell.", "4 Gamma stood.", "2 Delta won.")
    assert taken(ranked, 2) == ["Beta fell.", "Delta won."]


def test_a_leaning_sentence_waits_for_the_one_before() -> None:
    ranked = ranking_of("2 The mayor resigned.", "1 He cited his health.", "3 The council met.")
    assert taken(ranked, 1) == ["The mayor resigned."]
    assert taken(ranked, 2) == ["The mayor resigned.", "He cited his health."]


def test_a_leaning_sentence_is_left_out_without_the_one_before() -> None:
    ranked = ranking_of(
        "1 The bridge closed.", "4 The mayor resigned.", "2 He cited his health.", "3 Rain fell."
    )
    assert taken(ranked, 2) == ["The bridge closed.", "Rain fell."]


def test_a_chain_of_leaning_sentences() -> None:
    ranked = ranking_of("3 The mayor resigned.", "1 He was ill.", "2 But he stays.", "4 Rain fell.")
    assert taken(ranked, 3) == ["The mayor resigned.", "He was ill.", "But he stays."]


def test_an_article_may_open_with_a_pronoun() -> None:
    ranked = ranking_of("1 It was the coldest night in years.", "2 Rain fell.")
    assert taken(ranked, 1) == ["It was the coldest night in years."]


def test_headings_only_where_there_is_nothing_else() -> None:
    assert taken(ranking_of("1 # Bridge closed", "2 It rained.", "3 # More"), 3) == ["It rained."]
    assert taken(ranking_of("2 # Bridge closed", "1 # More"), 1) == ["More"]


def test_a_sentence_said_again_is_passed_over() -> None:
    ranked = ranking_of("1 The bridge closed on Monday.", "2 Monday: bridge closed.", "3 Rain fell.")
    assert taken(ranked, 2) == ["The bridge closed on Monday.", "Rain fell."]


def test_counts() -> None:
    ranked = ranking_of("1 Alpha rose.", "2 Beta fell.")
    assert taken(ranked, 0) == []
    assert taken(ranked, 9) == ["Alpha rose.", "Beta fell."]


STARTS = ["The bridge", "He", "But they", "Rain", "Meanwhile, it", "This year", "“We", "Engineers"]
LINES = st.builds(
    "{} {}{}".format,
    st.sampled_from(STARTS),
    st.sampled_from(["closed", "fell in 2015", "met the mayor", "won 3-2", "left”"]),
    st.sampled_from([". ", "? ", ".\n\n", "\n\n"]),
)


@given(
    st.lists(LINES, min_size=1, max_size=15).map("".join), st.integers(1, 6), st.sampled_from(list(RANKERS))
)
@settings(max_examples=60, deadline=None)
def test_no_extract_has_a_dangling_opening(text: str, count: int, ranker: str) -> None:
    sentences = segment(Article(text))
    extract = select(rank(sentences, ranker=ranker), count)
    assert 1 <= len(extract) <= count
    assert [s.index for s in extract] == sorted({s.index for s in extract})
    real = [s for s in sentences if not s.heading]
    chosen = {s.index for s in extract}
    for sentence in extract:
        assert not sentence.heading or not real
        if not sentence.heading and leaning_opener(sentence.text):
            place = real.index(sentence)
            assert place == 0 or real[place - 1].index in chosen
