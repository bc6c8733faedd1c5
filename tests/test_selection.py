"""Selection: extracts that stand on their own, whatever the ranking."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarise.language.segment import segment
from summarise.model import Article, Ranked, Sentence
from summarise.ranking import PROFILES, RANKERS, Budget, Ranking, extract, rank
from summarise.ranking.discourse import is_question, leans
from summarise.ranking.discourse.openers import leaning_opener
from summarise.ranking.extract import Extract
from summarise.ranking.notices import notices
from summarise.ranking.rank import own_positions
from summarise.ranking.repeats import SAME, SAME_WITH_FIGURE, Content, Said, content
from summarise.ranking.story import story_of


def ranking_of(*order: str) -> Ranking:
    """A ranking made by hand: texts in source order, each with its rank in front ("2 He left.")."""
    made = []
    for index, entry in enumerate(order):
        place, _, text = entry.partition(" ")
        heading = text.startswith("# ")
        text = text.removeprefix("# ")
        sentence = Sentence(index, index * 100, index * 100 + len(text), text, 0, heading)
        made.append(Ranked(sentence, int(place), -float(place)))
    story = story_of([entry.sentence for entry in made])
    beside = notices(story.sentences)
    ranked = tuple(sorted(made, key=lambda entry: entry.rank))
    own = own_positions(story.sentences, beside)
    return Ranking(story, own, beside, ranked, None, None, PROFILES["news"])


def taken(ranking: Ranking, count: int) -> list[str]:
    return [sentence.text for sentence in extract(ranking, Budget(sentences=count)).sentences]


def verdicts(ranking: Ranking, count: int) -> list[str]:
    """What is said of each sentence, in order of the story."""
    ranked = extract(ranking, Budget(sentences=count)).ranked
    return [entry.verdict for entry in sorted(ranked, key=lambda entry: entry.sentence.index)]


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


# Notices, captions and headings.


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("READ MORE: Bridge closed", "READ MORE"),
        ("Edna Marsh (right) and the mayor (left) met.", "(right)"),
        ("The mayor (second from left) in Leeds.", "(second from left)"),
        ("Edna Marsh (back row, centre) with friends.", "(back row, centre)"),
        ("Edna Marsh (pictured with her son) sells bread.", "(pictured with her son)"),
        ("Edna Marsh, pictured in 2012, sells bread.", "pictured"),
        ("Edna Marsh in the above picture.", "above picture"),
        ("The bridge fell. Scroll down for video.", "Scroll down for"),
        ("Clicks heard in the bridge worried engineers.", None),
        ("Two engineers (who left) found a crack.", None),
        ("The party of the left won.", None),
        ("The mayor said: Leeds won.", None),
        ("The council of the city of Leeds: Nobody knew.", None),
    ],
)
def test_notices_beside_the_golden_ones(text: str, words: str | None) -> None:
    ranking = ranking_of(
        "1 The council met.", "2 Rain fell.", "3 Nobody was hurt.", f"4 {text}", "5 Leeds won."
    )
    assert {position: notice.text for position, notice in ranking.beside.items()} == (
        {3: words} if words else {}
    )


def test_captions_are_never_taken_while_the_story_has_more() -> None:
    ranking = ranking_of(
        "4 The bridge closed.",
        "1 Old stones: The crack.",
        "2 5. Leeds has bridges.",
        "3 The mayor (left).",
        "5 Rain fell.",
    )
    assert taken(ranking, 5) == ["The bridge closed.", "Rain fell."]


def test_captions_where_there_is_nothing_else() -> None:
    assert taken(ranking_of("2 # Bridges", "1 Click here."), 2) == ["Click here."]


def test_a_caption_does_not_part_a_sentence_from_the_one_before() -> None:
    ranking = ranking_of("1 The mayor resigned.", "3 Old stones: The crack.", "2 He was ill.")
    assert taken(ranking, 2) == ["The mayor resigned.", "He was ill."]


def test_headings_only_where_there_is_nothing_else() -> None:
    assert taken(ranking_of("1 # Bridge closed", "2 It rained.", "3 # More"), 3) == ["It rained."]
    assert taken(ranking_of("2 # Bridge closed", "1 # More"), 1) == ["More"]


# What is taken, and what is said about it.


def test_selection_is_in_source_order() -> None:
    ranking = ranking_of("3 Alpha rose.", "1 Beta fell.", "4 Gamma stood.", "2 Delta won.")
    assert taken(ranking, 2) == ["Beta fell.", "Delta won."]
    assert verdicts(ranking, 2) == [
        "passed over: others add more",
        "taken as number 1",
        "passed over: others add more",
        "taken as number 2",
    ]


def test_more_than_there_are() -> None:
    assert taken(ranking_of("1 Alpha rose.", "2 Beta fell."), 9) == ["Alpha rose.", "Beta fell."]


def test_a_leaning_sentence_draws_in_what_it_leans_on() -> None:
    ranking = ranking_of("4 Rain fell.", "3 The mayor of Marston resigned.", "1 He was ill.", "2 Beta fell.")
    assert taken(ranking, 2) == ["The mayor of Marston resigned.", "He was ill."]
    assert verdicts(ranking, 3) == [
        "passed over: others add more",
        "taken along: sentence 3 leans on it",
        "taken as number 1",
        "taken as number 3",
    ]


def test_a_leaning_sentence_is_passed_over_where_there_is_no_room_for_two() -> None:
    ranking = ranking_of("3 The mayor resigned.", "1 He was ill.", "2 Rain fell.")
    assert taken(ranking, 1) == ["Rain fell."]
    assert verdicts(ranking, 1)[1] == "passed over: leans on sentence 1 ('He'), which was not taken"


def test_no_verdict_says_of_a_sentence_taken_that_it_was_not() -> None:
    ranking = ranking_of("2 The mayor resigned.", "1 He was ill.", "3 Rain fell.")
    assert taken(ranking, 1) == ["The mayor resigned."]
    assert "not taken" not in verdicts(ranking, 1)[1]


def test_the_verdict_names_what_is_missing() -> None:
    ranking = ranking_of(
        "1 Ada Holm won the race on Monday.",
        "3 The old and rich Marston River Trust (MRT), which has owned the ferry since May, paid for it.",
        "2 Holm praised the MRT.",
    )
    ranked = extract(ranking, Budget(words=13)).ranked
    said = {entry.sentence.index: entry.verdict for entry in ranked}
    assert said[0] == "taken as number 1"
    assert said[2] == "passed over: leans on sentence 2 ('MRT'), which was not taken"


def test_no_verdict_says_that_a_question_would_come_last_where_it_would_not() -> None:
    ranking = ranking_of("1 Who pays?", "2 Rain fell.", "3 Beta fell.")
    assert taken(ranking, 1) == ["Rain fell."]
    assert verdicts(ranking, 1)[0] != "passed over: would end the extract with a question"


def test_a_question_is_taken_once_something_follows_it() -> None:
    ranking = ranking_of("1 Who paid?", "2 The council met.", "3 Rain fell.")
    assert taken(ranking, 2) == ["Who paid?", "The council met."]
    last = ranking_of("2 The council pays.", "3 Rain fell.", "1 Who was told?")
    assert taken(last, 3) == ["The council pays.", "Rain fell."]
    assert verdicts(last, 3)[2] == "passed over: would end the extract with a question"


def test_questions_where_there_is_nothing_else() -> None:
    assert taken(ranking_of("2 Who pays?", "1 Did the mayor know?"), 3) == ["Did the mayor know?"]


def test_an_article_may_open_with_a_pronoun() -> None:
    ranking = ranking_of("1 It was the coldest night in years.", "2 Rain fell.")
    assert taken(ranking, 1) == ["It was the coldest night in years."]


def test_a_quotation_is_never_entered_in_its_middle() -> None:
    story = ("The bridge closed.", "“We swam.", "The council slept.", "Rain fell.”", "Help came.")

    def ranked(*places: int) -> Ranking:
        return ranking_of(*(f"{place} {text}" for place, text in zip(places, story, strict=True)))

    assert taken(ranked(2, 5, 1, 3, 4), 1) == ["The bridge closed."]
    for places in ((2, 5, 1, 3, 4), (2, 3, 1, 4, 5), (5, 4, 3, 1, 2)):
        for count in range(1, 6):
            found = taken(ranked(*places), count)
            for before, sentence in ((story[1], story[2]), (story[2], story[3])):
                assert sentence not in found or before in found


# Saying it again.


def test_a_sentence_said_again_is_passed_over() -> None:
    ranking = ranking_of("1 The bridge closed on Monday.", "2 Monday: bridge closed.", "3 Rain fell.")
    assert taken(ranking, 2) == ["The bridge closed on Monday.", "Rain fell."]
    assert verdicts(ranking, 2)[1] == "passed over: says again what sentence 1 says"


def test_the_same_figure_of_the_same_thing_is_said_once() -> None:
    first = "1 The race will be run by 14 Norwegian skiers."
    again = "2 Ada Holm is one of 14 Norwegian skiers in the race."
    other = "3 Ada Holm is one of 30 Norwegian skiers in the race."
    rain = "4 Rain fell."
    assert taken(ranking_of(first, again, rain), 2) == [first[2:], "Rain fell."]
    assert taken(ranking_of(first, other, rain), 2) == [first[2:], other[2:]]


def test_news_of_the_same_people_is_news() -> None:
    sank = "1 A ferry has sunk in the harbour of Goole with 40 people on board."
    saved = "2 All 40 people have been saved by a fishing boat."
    assert taken(ranking_of(sank, saved, "3 Rain fell."), 2) == [sank[2:], saved[2:]]


def test_a_sentence_does_not_draw_in_what_it_says_again() -> None:
    ranking = ranking_of(
        "3 A man was arrested in Harbury on Monday.",
        "1 The man was arrested in Harbury on Monday.",
        "2 Rain fell.",
    )
    assert len([text for text in taken(ranking, 3) if "arrested" in text]) == 1


@given(
    st.lists(st.lists(st.sampled_from("bridge mayor 14 skier rain 30 the".split()), max_size=6), max_size=8)
)
def test_what_is_said_again_is_found_as_by_comparing_all(texts: list[list[str]]) -> None:
    said = Said()
    before: list[Content] = []
    for position, text in enumerate(texts):
        own = content(text)

        def shared(other: Content, own: Content = own) -> float:
            return len(own.terms & other.terms) / (len(own.terms) or 1)

        again = {
            number
            for number, other in enumerate(before)
            if own.terms
            and (
                shared(other) >= SAME
                or (
                    own.figures & other.figures
                    and shared(other) >= SAME_WITH_FIGURE
                    and len(own.terms & other.terms) >= 3
                )
            )
        }
        found = said.repeats(own)
        assert (found in again) if again else found is None
        said.add(position, own)
        before.append(own)


# Any text, any ranker.

STARTS = [
    "The bridge (left)",
    "Old stones: The crack",
    "The bridge",
    "A bridge",
    "He",
    "But they",
    "Rain",
    "Meanwhile, it",
    "This year Leeds",
    "“We",
    "Engineers",
    "Ada Holm",
    "Holm",
    "Two others",
    "The man",
    "A man",
    "Click here",
]
ENDS = [
    "closed",
    "fell in 2015",
    "met the mayor",
    "won 3-2",
    "left”",
    "hurt 40 people",
    "was saved, she said",
]
LINES = st.builds(
    "{} {}{}".format,
    st.sampled_from(STARTS),
    st.sampled_from(ENDS),
    st.sampled_from([". "] * 4 + ["? ", "\n\n"]),
)
STORIES = st.lists(LINES, min_size=1, max_size=14).map("".join)


def ranked_and_taken(text: str, ranker: str, profile: str, count: int) -> tuple[Ranking, Extract]:
    ranking = rank(segment(Article(text)), ranker=ranker, profile=profile, wanted=count)
    return ranking, extract(ranking, Budget(sentences=count))


RUNS = st.builds(
    ranked_and_taken,
    STORIES,
    st.one_of(st.just("news"), st.sampled_from(list(RANKERS))),
    st.sampled_from(["auto", *PROFILES]),
    st.integers(1, 6),
)


@given(RUNS)
@settings(max_examples=150, deadline=None)
def test_no_extract_dangles_ends_in_a_question_or_goes_beside_the_story(run: tuple[Ranking, Extract]) -> None:
    ranking, found = run
    story, own = ranking.story, ranking.own
    leaning = leans(story, ranking.beside, opening_may_lean=ranking.profile.opening_may_lean)
    chosen = [story.sentences.index(sentence) for sentence in found.sentences]
    assert chosen
    assert chosen == sorted(set(chosen))
    assert set(chosen) <= set(own)
    beside = notices(story.sentences)
    if any(not s.heading and p not in beside for p, s in enumerate(story.sentences)):
        assert not any(story.sentences[p].heading or p in beside for p in chosen)
    if not any(not leaning[p] and not is_question(story.sentences[p].text) for p in own):
        return  # nothing can stand
    for position in chosen:
        for lean in leaning[position]:
            assert set(lean.supporters) & set(chosen), (story.sentences[position].text, lean)
    assert not is_question(found.sentences[-1].text)


@given(RUNS)
@settings(max_examples=150, deadline=None)
def test_every_sentence_has_a_verdict(run: tuple[Ranking, Extract]) -> None:
    ranking, found = run
    assert [e.sentence.index for e in found.ranked] == [e.sentence.index for e in ranking.ranked]
    assert {e.sentence.index for e in found.ranked if e.taken} == {s.index for s in found.sentences}
    assert all(entry.taken == entry.verdict.startswith("taken") for entry in found.ranked)
    assert all(re.fullmatch(VERDICT, entry.verdict) for entry in found.ranked)
    places = [place(entry) for entry in found.ranked if place(entry)]
    assert len(places) == len(set(places))
    assert min(places) == 1


VERDICT = re.compile(
    r"taken as number \d+"
    r"|taken along: sentence \d+ leans on it"
    r"|passed over: leans on (sentence \d+|what is not in the text) \('.+'\), which was not taken"
    r"|passed over: would end the extract with a question"
    r"|passed over: does not fit(, 1 word is left|, \d+ words are left)?"
    r"|passed over: no part of the story"
    r"|passed over: says again what sentence \d+ says"
    r"|passed over: others add more",
    re.DOTALL,
)


def place(entry: Ranked) -> int:
    return int(entry.verdict.removeprefix("taken as number ")) if "taken as" in entry.verdict else 0


@given(RUNS)
@settings(max_examples=100, deadline=None)
def test_no_sentence_is_taken_that_repeats_one_taken_before(run: tuple[Ranking, Extract]) -> None:
    ranking, found = run
    texts = dict(zip(ranking.story.sentences, ranking.story.words, strict=True))
    numbered = sorted((place(entry), texts[entry.sentence]) for entry in found.ranked if place(entry))
    said = Said()
    for number, text in numbered:
        assert said.repeats(content(text)) is None
        said.add(number, content(text))
