"""Ranking: every ranker by name, what a score is made of, and the reasons that are given for it."""

import json
import os
import re
import subprocess
import sys
from math import log1p

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarise.errors import StyleError
from summarise.language.segment import segment
from summarise.model import Article, Sentence
from summarise.ranking import PROFILES, RANKERS, Budget, extract, rank
from summarise.ranking.features import FEATURES, measure
from summarise.ranking.notices import notices
from summarise.ranking.rank import own_positions
from summarise.ranking.score import THEMES, score
from summarise.ranking.story import story_of
from summarise.ranking.terms import FUNCTION_WORDS, content_stems
from summarise.ranking.weights import EXTRACT, IMPORTANCE, USUAL_WORDS, load_weights

TEXT = """The old bridge over the river Arrow in Marston was closed on Monday after engineers found a crack.

But the council had been warned twice. It said that a repair would cost $4.5 million and take 18 months.

What comes next

Shopkeepers in Marston complained that the closed bridge kept 3,000 customers a day from the old town.

"We will lose the summer," said Edna Marsh, who sells bread at the bridge. "Who pays for that?"

Meanwhile, the council asked engineers for a second report on the bridge. They meet again on Thursday.

Click here for more stories from Marston.
"""
TITLE = "Marston bridge closed"


def sentences_of(text: str) -> tuple[Sentence, ...]:
    return segment(Article(text))


# Every ranker.


@pytest.mark.parametrize("ranker", list(RANKERS))
@pytest.mark.parametrize("title", [None, TITLE])
def test_every_ranker_ranks_every_sentence_once(ranker: str, title: str | None) -> None:
    sentences = sentences_of(TEXT)
    ranked = rank(sentences, ranker=ranker, title=title).ranked
    assert [entry.rank for entry in ranked] == list(range(1, len(sentences) + 1))
    assert sorted(entry.sentence.index for entry in ranked) == list(range(len(sentences)))
    scores = [entry.score for entry in ranked]
    assert scores == sorted(scores, reverse=True)
    assert all(entry.reasons and all(entry.reasons) for entry in ranked)


@pytest.mark.parametrize("ranker", list(RANKERS))
@pytest.mark.parametrize(
    "text",
    [
        "One.",
        "One. One. One.",
        "...",
        "* * *\n\n* * *",
        "It is. It was. It is.",
        "Yes! No? Yes! No?",
        "\u0130?",
    ],
)
def test_every_ranker_takes_poor_texts(ranker: str, text: str) -> None:
    sentences = sentences_of(text)
    ranking = rank(sentences, ranker=ranker)
    assert len(ranking.ranked) == len(sentences)
    assert extract(ranking, Budget(sentences=3)).sentences


@pytest.mark.parametrize("ranker", list(RANKERS))
@pytest.mark.parametrize("title", [None, TITLE])
def test_nothing_gives_nothing(ranker: str, title: str | None) -> None:
    ranking = rank((), ranker=ranker, title=title)
    assert ranking.ranked == ()
    assert extract(ranking, Budget(sentences=3)).sentences == ()


def test_unknown_names_name_the_others() -> None:
    with pytest.raises(StyleError) as caught:
        rank(sentences_of(TEXT), ranker="pagerank")
    assert str(caught.value) == (
        "there is no ranker 'pagerank' (choose one of "
        "news, lex-rank, text-rank, lsa, luhn, edmundson, sum-basic, kl)"
    )
    with pytest.raises(StyleError) as caught:
        rank(sentences_of(TEXT), profile="sport")
    assert str(caught.value) == (
        "there is no profile 'sport' (choose one of auto, news, one-sentence, lead-cut, long-report)"
    )


@pytest.mark.parametrize("ranker", list(RANKERS))
def test_a_repeated_sentence_is_ranked_for_each_time_and_taken_once(ranker: str) -> None:
    text = "The bridge in Marston closed on Monday. " * 3 + "Engineers found a crack in the old pillar."
    ranking = rank(sentences_of(text), ranker=ranker)
    assert sorted(entry.sentence.index for entry in ranking.ranked) == [0, 1, 2, 3]
    taken = extract(ranking, Budget(sentences=3)).sentences
    assert [sentence.index for sentence in taken] in ([0, 3], [1, 3], [2, 3])


def test_equal_scores_keep_the_order_of_the_article() -> None:
    ranked = rank(sentences_of("Same words here. " * 6), ranker="luhn").ranked
    assert [entry.sentence.index for entry in ranked] == list(range(6))


@pytest.mark.parametrize("ranker", [name for name in RANKERS if name != "news"])
def test_figures_count_as_words(ranker: str) -> None:
    from summarise.ranking.classic import _Document

    document = _Document(sentences_of("It cost $4.5bn."), None)
    assert document.words == ("it", "cost", "$4.5bn")
    assert rank(sentences_of("It cost $4.5bn."), ranker=ranker).ranked[0].rank == 1


@pytest.mark.parametrize("ranker", list(RANKERS))
def test_headings_and_notices_come_last(ranker: str) -> None:
    ranked = rank(sentences_of(TEXT), ranker=ranker).ranked
    assert [(entry.sentence.text, entry.reasons) for entry in ranked[-2:]] == [
        (
            "Click here for more stories from Marston.",
            ("reads like a notice to readers ('Click here')",),
        ),
        ("What comes next", ("is a heading",)),
    ]


def test_captions_come_behind_the_story() -> None:
    text = (
        "The bridge in Marston was closed on Monday. Old stones: The bridge in Marston was built by hand. "
        "Engineers found a crack in the bridge. The mayor of Marston (left) at the closed bridge. It rained."
    )
    shown = {entry.sentence.index: entry.reasons for entry in rank(sentences_of(text)).ranked[-2:]}
    assert shown == {1: ("reads like a label ('Old stones:')",), 3: ("reads like a caption ('(left)')",)}


def test_a_lead_with_a_place_in_a_picture_is_no_caption() -> None:
    text = "Edna Marsh (pictured) closed her bakery at the bridge on Monday. It rained. Nobody came."
    assert rank(sentences_of(text)).own == (0, 1, 2)


def test_no_ranking_and_no_extract_depends_on_the_hash_seed() -> None:
    program = """
import json, sys
from summarise.language.segment import segment
from summarise.model import Article
from summarise.ranking import RANKERS, Budget, extract, rank
sentences = segment(Article(sys.argv[1]))
found = {}
for name in RANKERS:
    taken = extract(rank(sentences, ranker=name, title="Marston bridge closed"), Budget(words=90)).ranked
    found[name] = [(e.sentence.index, e.score, e.reasons, e.taken, e.verdict) for e in taken]
print(json.dumps(found))
"""
    # Every sentence a second time: equal ones are where the last bits would decide.
    text = TEXT + "\n" + TEXT
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", program, text],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        for seed in ("1", "77")
    ]
    one, two = (json.loads(run.communicate()[0]) for run in runs)
    assert one == two
    assert list(one) == list(RANKERS)


# What a score is made of.

WORDS = st.sampled_from(
    "The the A bridge Bridge bridges Marston Holm Holm's Ada ferry closed was has been on in 40 $4.5m people I we"
    ' said “ ” " ? . . . : (left) Who they slowly 2015-16 council'.split()
)
TEXTS = st.lists(st.one_of(WORDS, WORDS, st.just("\n\n"), st.text(max_size=6)), max_size=60).map(" ".join)
TITLES = st.sampled_from([None, "", "?", TITLE, "The the"])


def slow_score(sentences: tuple[Sentence, ...], title: str | None, profile: str) -> list[float]:
    """Every weight times what it weighs, added up as the files of weights describe it."""
    story = story_of(sentences, title)
    measures = measure(story, own_positions(sentences, notices(sentences)))
    weights = load_weights(profile)
    importance = score(measures, weights).importance
    scores = []
    for sentence in measures.sentences:
        chances = [importance[term] for term in set(content_stems(story.words[sentence.position]))]
        length = sentence.size / USUAL_WORDS
        low = [word.lower() for word in story.words[sentence.position]]
        counted = {
            **{f"sentence.{name}": value for name, value in zip(FEATURES, sentence.values, strict=True)},
            **{f"function.{word}": float(min(2, low.count(word))) for word in FUNCTION_WORDS},
            "importance.mass": sum(chances),
            "importance.mass_squares": sum(p * p for p in chances),
            # One sentence is a third of the three that these weights are for, and has no neighbour.
            "extract.words": length / 3,
            "extract.words_squared": length**2 / 3,
            "extract.adjacent": 0.0,
            "extract.cover": sum(chances),
            "extract.cover_squares": sum(p * p for p in chances),
        }
        named = {
            **{f"sentence.{name}": weight for name, weight in zip(FEATURES, weights.sentence, strict=True)},
            **{f"function.{w}": weight for w, weight in zip(FUNCTION_WORDS, weights.functions, strict=True)},
            **{f"importance.{n}": weight for n, weight in zip(IMPORTANCE, weights.importance, strict=True)},
            **{f"extract.{name}": weight for name, weight in zip(EXTRACT, weights.extract, strict=True)},
        }
        assert named.keys() == counted.keys()
        scores.append(sum(named[name] * counted[name] for name in named))
    return scores


@given(TEXTS, TITLES, st.sampled_from(list(PROFILES)))
@settings(max_examples=80, deadline=None)
def test_a_score_is_the_weighted_sum_and_the_sum_of_its_themes(
    text: str, title: str | None, profile: str
) -> None:
    sentences = sentences_of(text)
    scores = rank(sentences, title=title, profile=profile).scores
    assert scores is not None
    assert [one.score for one in scores.sentences] == pytest.approx(slow_score(sentences, title, profile))
    for one in scores.sentences:
        assert len(one.themes) == len(THEMES) + 2
        assert one.score == pytest.approx(sum(one.themes))


def test_every_feature_is_in_one_theme() -> None:
    names = list(FEATURES)
    spans = [(names.index(first), names.index(last)) for first, last in THEMES.values()]
    assert [place for first, last in spans for place in range(first, last + 1)] == list(range(len(names)))


def test_features_of_a_sentence() -> None:
    text = (
        'The bridge of Marston closed on Monday. "Who pays?" asked Ada Holm. Marston: I like a bridge, too?'
    )
    story = story_of(sentences_of(text), "Marston bridge")
    one, two, three = (dict(zip(FEATURES, s.values, strict=True)) for s in measure(story, range(3)).sentences)
    assert [v["first"] for v in (one, two, three)] == [1, 0, 0]
    assert [v["second"] for v in (one, two, three)] == [0, 1, 0]
    assert three["place_log"] == log1p(2)
    assert three["place_share"] == 2 / 3
    assert [v["title"] for v in (one, two, three)] == [1, 0, 1]
    assert [v["opens_quoted"] for v in (one, two, three)] == [0, 1, 0]
    assert two["quoted_share"] == len('"Who pays?"') / len('"Who pays?" asked Ada Holm.')
    assert [v["question"] for v in (one, two, three)] == [0, 0, 1]
    assert [v["label"] for v in (one, two, three)] == [0, 0, 1]
    assert [v["person"] for v in (one, two, three)] == [0, 0, 0.5]
    assert one["names_share"] == 2 / 7  # Marston and Monday
    assert one["names_elsewhere"] == log1p(1)  # Marston is in the last one, too


def test_title_words_raise_a_sentence() -> None:
    sentences = sentences_of(TEXT)
    without = {entry.sentence.text: entry.score for entry in rank(sentences).ranked}
    raised = {
        entry.sentence.text
        for entry in rank(sentences, title="Council wants second report").ranked
        if entry.score > without[entry.sentence.text] + 1e-9
    }
    assert raised == {sentence.text for sentence in sentences if "council" in sentence.text}


def test_the_lead_comes_first() -> None:
    assert rank(sentences_of(TEXT)).ranked[0].sentence.index == 0


# Reasons.

SAID = {
    "place": r"opens the story|is sentence \d+ of \d+",
    "length": r"has (only |as many as )?\d+ words?",
    "frequency": r"has \d+ of the \d+ most frequent terms|is in a story that repeats no term",
    "links": r"is taken up by what follows|goes over what came before|is taken up by little that follows",
    "names": r"names \d+ of the \d+ main actors|names no main actor|has names|has no name",
    "speech": r"reports instead of quoting|is quoted speech \(\d+%\)|speaks as I, we or you",
    "form": r"asks a question|has a label in front|is a plain statement",
    "title": r"has \d+ of the title's \d+ terms",
    "style": r"is (not )?worded like a summary",
    "importance": r"has \d+ of the \d+ terms that a summary likeliest has",
}


@given(TEXTS, TITLES)
@settings(max_examples=80, deadline=None)
def test_every_reason_carries_what_its_theme_moved(text: str, title: str | None) -> None:
    ranking = rank(sentences_of(text), title=title)
    assert ranking.scores is not None
    scored = ranking.scores.sentences
    number = len(scored) or 1
    mean = [sum(one.themes[theme] for one in scored) / number for theme in range(len(SAID))]
    reasons = {entry.sentence.index: entry.reasons for entry in ranking.ranked}
    for one in scored:
        said = reasons[ranking.story.sentences[one.measured.position].index]
        moved = dict(zip(SAID, (own - m for own, m in zip(one.themes, mean, strict=True)), strict=True))
        assert 1 <= len(said) <= 3
        named = []
        for reason in said:
            words, shown = re.fullmatch(r"(.+) \(([+-]\d+\.\d)\)", reason).groups()
            (theme,) = (name for name, pattern in SAID.items() if re.fullmatch(pattern, words))
            assert float(shown) == pytest.approx(moved[theme], abs=0.0501)
            named.append(theme)
        # Nothing that moved it more is left unsaid, and what moved it most comes first.
        sizes = [abs(moved[theme]) for theme in named]
        assert sizes == sorted(sizes, reverse=True)
        others = [abs(value) for theme, value in moved.items() if theme not in named]
        assert max(others) <= sizes[-1] or (len(said) < 3 and max(others) < 0.1)


def test_reasons_in_words() -> None:
    ranked = rank(sentences_of(TEXT)).ranked
    said = {
        entry.sentence.index: [reason.rpartition(" (")[0] for reason in entry.reasons] for entry in ranked
    }
    assert "is taken up by what follows" in said[0]
    assert "is quoted speech (100%)" in said[6]
    assert "asks a question" in said[6]
    text = "Rain fell on the town of Harbury all day. A bridge in Marston was closed. Nobody was told of it."
    by_place = {entry.sentence.index: entry.reasons for entry in rank(sentences_of(text), title=TITLE).ranked}
    assert "has 3 of the title's 3 terms (+0.7)" in by_place[1]


def test_a_classic_ranker_gives_its_rating_as_the_reason() -> None:
    best = rank(sentences_of(TEXT), ranker="luhn").ranked[0]
    assert best.reasons == (f"luhn rates it {best.score:.4g}",)


def test_no_reason_counts_terms_that_do_not_exist() -> None:
    ranked = rank(sentences_of("Who pays for the bridge? Did the mayor know? Why was nobody told?")).ranked
    assert not [reason for entry in ranked for reason in entry.reasons if "of the 0 " in reason]


def test_nought_has_no_sign() -> None:
    texts = ["It was. It was. It was.", "Ada Holm won. Ada Marsh won.", "Rain fell. Snow fell."]
    shown = [
        reason for text in texts for entry in rank(sentences_of(text)).ranked for reason in entry.reasons
    ]
    assert not [reason for reason in shown if "(-0.0)" in reason]
