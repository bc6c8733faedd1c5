"""Selection: extracts that stand on their own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarise.language.quotations import open_quotations
from summarise.language.segment import segment
from summarise.model import Article, Ranked, Sentence
from summarise.ranking import RANKERS, rank, select
from summarise.ranking.context import notices
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
        ("The duo were held.", "The duo"),
        ("Soon, the bridge closed.", "Soon"),
        ("Here, prices rose.", "Here"),
        ("Once again the bridge closed.", "Once again"),
        ("I know, because I was there.", "I know"),
        ("Today, they returned.", "Today, they"),
        ("Now he's on trial.", "Now he's"),
        ("On Monday she resigned.", "On Monday she"),
        ("Three days later, their boat sank.", "Three days later, their"),
        ("Last year they won.", "Last year they"),
        ("The mayor, however, stayed.", "however"),
        ("Bread, for example, cost more.", "for example"),
        ("Leeds, for instance, flooded.", "for instance"),
        ("The mayor, too, resigned.", "too"),
        ("The mayor resigned, too.", "too"),
        ("Leeds did the same.", "did the same"),
        ("Nobody knows who lost that one.", "that one"),
        ("The mayor prefers the latter.", "the latter"),
        ("The former was closed.", "The former"),
        ("The latter fell twice.", "The latter"),
        ("Nobody was hurt, he said.", "he said"),
        ('"We lost," they said.', "they said"),
        ("“Are we safe?” she said.", "she said"),
        ("The fire, it added, is out.", "it added"),
        ("Nobody,” she wrote, “was hurt.”", "…"),
        ("One of the engineers found a crack.", None),
        ("Both Leeds and York flooded.", None),
        ("Both the old bridge and the ferry closed.", None),
        ("Both were closed.", "Both"),
        ("Another 30 people were hurt.", None),
        ("Another twelve houses burned.", None),
        ("Another was hurt.", "Another"),
        ("The mayor won in May, however small his lead.", None),
        ("Prices rose; bread, however, did not.", None),
        ("Leeds did the same work as York.", None),
        ("He said that one bridge closed.", "He"),
        ("Engineers say that one bridge closed.", None),
        ("The former mayor was jailed.", None),
        ("The latter part of May was dry.", None),
        ("Soon-to-be mayors met.", None),
        ("Hereford flooded.", None),
        ("Today prices rose.", None),
        ("On Monday Leeds flooded.", None),
        ("The mayor said it was over.", None),
        ("Edna Marsh, 60, said she saw it.", None),
        ("Firs of 5'11\" and 6'2\" fell.", None),
        ("A fir of 5'11\", the tallest, fell.", None),
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
        ("Edna Marsh (pictured) sells bread.", "(pictured)"),
        ("Edna Marsh (right) and the mayor (left) met.", "(right)"),
        ("The mayor (second from left) in Leeds.", "(second from left)"),
        ("Edna Marsh (back row, centre) with friends.", "(back row, centre)"),
        ("Edna Marsh (pictured with her son) sells bread.", "(pictured with her son)"),
        ("Edna Marsh, pictured, sells bread.", "pictured"),
        ("Edna Marsh, pictured in 2012, sells bread.", "pictured"),
        ("Pictured in Leeds: the mayor.", "Pictured"),
        ("Above: The bridge in May.", "Above:"),
        ("The photograph above shows a crack.", "photograph above"),
        ("Edna Marsh in the above picture.", "above picture"),
        ("The bridge fell. Scroll down for video.", "Scroll down for"),
        ("Hard work: Volunteers clear the lane.", "Hard work:"),
        ("Opinion: Why bridges fall", "Opinion:"),
        ("5. Leeds has three bridges.", "5."),
        ("(12) Leeds has three bridges.", "(12)"),
        ("#3 Leeds has three bridges.", "#3"),
        ("The mayor resigned (left office) in May.", None),
        ("Two engineers (who left) found a crack.", None),
        ("The party of the left won.", None),
        ("Right now, the bridge is closed.", None),
        ("Above all, the bridge was old.", None),
        ("It's official: Leeds won.", None),
        ("The mayor said: Leeds won.", None),
        ('Edna Marsh: "I swam."', None),
        ("The council of the city of Leeds: Nobody knew.", None),
        ("5.5 million people live there.", None),
        ("30 people were hurt.", None),
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


def test_a_quotation_is_never_entered_in_its_middle() -> None:
    ranked = ranking_of(
        "2 The bridge closed.", "5 “We swam.", "1 The council slept.", "3 Rain fell.”", "4 Help came."
    )
    assert taken(ranked, 1) == ["The bridge closed."]
    assert taken(ranked, 2) == ["The bridge closed.", "Help came."]
    ranked = ranking_of(
        "2 The bridge closed.", "3 “We swam.", "1 The council slept.", "4 Rain fell.”", "5 Help came."
    )
    assert taken(ranked, 3) == ["The bridge closed.", "“We swam.", "The council slept."]


def test_captions_are_never_taken_while_the_story_has_more() -> None:
    ranked = ranking_of(
        "4 The bridge closed.",
        "1 Old stones: The crack.",
        "2 5. Leeds has bridges.",
        "3 The mayor (left).",
        "5 Rain fell.",
    )
    assert taken(ranked, 5) == ["The bridge closed.", "Rain fell."]


def test_captions_where_there_is_nothing_else() -> None:
    assert taken(ranking_of("2 # Bridges", "1 Click here."), 2) == ["Click here."]


def test_a_caption_does_not_part_a_sentence_from_the_one_before() -> None:
    ranked = ranking_of("1 The mayor resigned.", "3 Old stones: The crack.", "2 He was ill.")
    assert taken(ranked, 2) == ["The mayor resigned.", "He was ill."]


def test_headings_only_where_there_is_nothing_else() -> None:
    assert taken(ranking_of("1 # Bridge closed", "2 It rained.", "3 # More"), 3) == ["It rained."]
    assert taken(ranking_of("2 # Bridge closed", "1 # More"), 1) == ["More"]


def test_a_sentence_said_again_is_passed_over() -> None:
    ranked = ranking_of("1 The bridge closed on Monday.", "2 Monday: bridge closed.", "3 Rain fell.")
    assert taken(ranked, 2) == ["The bridge closed on Monday.", "Rain fell."]


def test_the_same_figure_of_the_same_thing_is_said_once() -> None:
    first = "1 The race will be run by 14 Norwegian skiers."
    again = "2 Ada Holm is one of 14 Norwegian skiers in the race."
    other = "3 Ada Holm is one of 30 Norwegian skiers in the race."
    rain = "4 Rain fell."
    assert taken(ranking_of(first, again, rain), 2) == [first[2:], "Rain fell."]
    assert taken(ranking_of(first, other, rain), 2) == [first[2:], other[2:]]


def test_counts() -> None:
    ranked = ranking_of("1 Alpha rose.", "2 Beta fell.")
    assert taken(ranked, 0) == []
    assert taken(ranked, 9) == ["Alpha rose.", "Beta fell."]


STARTS = [
    "The bridge (left)",
    "Old stones: The crack",
    "The bridge",
    "He",
    "But they",
    "Rain",
    "Meanwhile, it",
    "This year",
    "“We",
    "Engineers",
]
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
    beside = notices(sentences)
    story = [s for s in real if s.index not in beside]
    inside = open_quotations(sentences, text)
    chosen = {s.index for s in extract}
    for sentence in extract:
        assert not sentence.heading or not real
        assert sentence.index not in beside or not story
        if sentence in story and (leaning_opener(sentence.text) or sentence.index in inside):
            place = story.index(sentence)
            assert place == 0 or story[place - 1].index in chosen
