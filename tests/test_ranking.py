"""Ranking and selection: every ranker by name, reasons, and extracts that stand on their own."""

import json
import os
import subprocess
import sys

import pytest

from summarise.errors import StyleError
from summarise.language.segment import segment
from summarise.model import Article, Sentence
from summarise.ranking import RANKERS, rank, select
from summarise.ranking.features import features
from summarise.ranking.news import REASONS, WEIGHTS, contributions, measured, score_news

TEXT = """The old bridge over the river Arrow in Marston was closed on Monday after engineers found a crack.

But the council had been warned twice. It said that a repair would cost $4.5 million and take 18 months.

What comes next

Shopkeepers in Marston complained that the closed bridge kept 3,000 customers a day from the old town.

"We will lose the summer," said Edna Marsh, who sells bread at the bridge. "Who pays for that?"

Meanwhile, the council asked engineers for a second report on the bridge. They meet again on Thursday.

Click here for more stories from Marston.
"""


def sentences_of(text: str) -> tuple[Sentence, ...]:
    return segment(Article(text))


@pytest.mark.parametrize("ranker", list(RANKERS))
@pytest.mark.parametrize("title", [None, "Marston bridge closed"])
def test_every_ranker_ranks_every_sentence_once(ranker: str, title: str | None) -> None:
    sentences = sentences_of(TEXT)
    ranked = rank(sentences, ranker=ranker, title=title)
    assert [entry.rank for entry in ranked] == list(range(1, len(sentences) + 1))
    assert sorted(entry.sentence.index for entry in ranked) == list(range(len(sentences)))
    scores = [entry.score for entry in ranked]
    assert scores == sorted(scores, reverse=True)
    assert all(entry.reasons and all(entry.reasons) for entry in ranked)
    assert ranked[-1].sentence.heading or ranker == "news"
    assert not any(sentence.heading for sentence in select(ranked, 20))


@pytest.mark.parametrize("ranker", list(RANKERS))
@pytest.mark.parametrize(
    "text",
    ["One.", "One. One. One.", "...", "* * *\n\n* * *", "It is. It was. It is.", "Yes! No? Yes! No?"],
)
def test_every_ranker_takes_poor_texts(ranker: str, text: str) -> None:
    sentences = sentences_of(text)
    ranked = rank(sentences, ranker=ranker)
    assert len(ranked) == len(sentences)
    assert select(ranked, 3)


@pytest.mark.parametrize("ranker", list(RANKERS))
def test_nothing_gives_nothing(ranker: str) -> None:
    assert rank((), ranker=ranker) == ()
    assert select((), 3) == ()


def test_unknown_ranker_names_the_others() -> None:
    with pytest.raises(StyleError) as caught:
        rank(sentences_of(TEXT), ranker="pagerank")
    assert str(caught.value) == (
        "there is no ranker 'pagerank' (choose one of "
        "news, lex-rank, text-rank, lsa, luhn, edmundson, sum-basic, kl)"
    )


@pytest.mark.parametrize("ranker", list(RANKERS))
def test_a_repeated_sentence_is_ranked_for_each_time_and_selected_once(ranker: str) -> None:
    text = "The bridge in Marston closed on Monday. " * 3 + "Engineers found a crack in the old pillar."
    ranked = rank(sentences_of(text), ranker=ranker)
    assert sorted(entry.sentence.index for entry in ranked) == [0, 1, 2, 3]
    assert [sentence.index for sentence in select(ranked, 3)] in ([0, 3], [1, 3], [2, 3])


def test_equal_scores_keep_the_order_of_the_article() -> None:
    ranked = rank(sentences_of("Same words here. " * 6), ranker="luhn")
    assert [entry.sentence.index for entry in ranked] == list(range(6))


@pytest.mark.parametrize("ranker", [name for name in RANKERS if name != "news"])
def test_figures_count_as_words(ranker: str) -> None:
    from summarise.ranking.classic import _Document

    document = _Document(sentences_of("It cost $4.5bn."), None)
    assert document.words == ("it", "cost", "$4.5bn")
    assert rank(sentences_of("It cost $4.5bn."), ranker=ranker)[0].rank == 1


def test_no_ranker_depends_on_the_hash_seed() -> None:
    program = """
import json, sys
from summarise.language.segment import segment
from summarise.model import Article
from summarise.ranking import RANKERS, rank
sentences = segment(Article(sys.argv[1]))
ranked = {name: rank(sentences, ranker=name) for name in RANKERS}
print(json.dumps({name: [(e.sentence.index, e.score, e.reasons) for e in found] for name, found in ranked.items()}))
"""
    # Every sentence a second time: equal ones are where the last bits would decide.
    text = TEXT + "\n" + TEXT

    def run(seed: str) -> object:
        done = subprocess.run(
            [sys.executable, "-c", program, text],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        return json.loads(done.stdout)

    assert run("1") == run("2") == run("77")


# The news ranker.


def test_the_lead_comes_first_with_its_reason() -> None:
    best = rank(sentences_of(TEXT))[0]
    assert best.sentence.index == 0
    assert "opens the story" in best.reasons


def test_headings_and_notices_come_last() -> None:
    ranked = rank(sentences_of(TEXT))
    assert [entry.sentence.text for entry in ranked[-2:]] == [
        "Click here for more stories from Marston.",
        "What comes next",
    ]
    assert ranked[-2].reasons[0] == "reads like a notice to readers or a caption ('Click here')"
    assert ranked[-1].reasons[0] == "is a heading"


def test_captions_come_behind_the_story() -> None:
    text = (
        "The bridge in Marston was closed on Monday. Old stones: The bridge in Marston was built by hand. "
        "Engineers found a crack in the bridge. The mayor of Marston (left) at the closed bridge. It rained."
    )
    ranked = rank(sentences_of(text))
    assert {entry.sentence.index for entry in ranked[-2:]} == {1, 3}
    shown = {entry.sentence.index: entry.reasons[0] for entry in ranked[-2:]}
    assert shown[1] == "reads like a notice to readers or a caption ('Old stones:')"
    assert shown[3] == "reads like a notice to readers or a caption ('(left)')"


def test_a_lead_with_a_place_in_a_picture_is_no_caption() -> None:
    text = "Edna Marsh (pictured) closed her bakery at the bridge on Monday. It rained. Nobody came."
    assert rank(sentences_of(text))[0].sentence.index == 0


def test_the_middle_of_a_quotation_says_so() -> None:
    text = (
        'The bridge closed. "We will lose the summer. The council knew," said Edna Marsh. Rain fell on Leeds.'
    )
    going_on = [e.sentence.index for e in rank(sentences_of(text)) if "goes on with a quotation" in e.reasons]
    assert going_on == [2]


def test_reasons_carry_the_numbers_that_decided() -> None:
    ranked = {
        entry.sentence.index: entry for entry in rank(sentences_of(TEXT), title="Marston bridge closed")
    }
    assert "shares 3 of the title's 3 terms" in ranked[0].reasons
    assert "leans on the sentence before ('But')" in ranked[1].reasons
    assert "asks a question" in next(e for e in ranked.values() if "pays" in e.sentence.text).reasons


def test_score_is_the_sum_of_its_contributions() -> None:
    sentences = sentences_of(TEXT)
    counted = features(sentences, "Marston bridge closed")
    for feature, (score, reasons) in zip(
        counted, score_news(sentences, "Marston bridge closed"), strict=True
    ):
        added = contributions(feature)
        assert score == pytest.approx(sum(c.value for c in added))
        assert sorted(reasons) == sorted(c.reason for c in added)


def test_every_feature_has_a_weight_and_a_reason() -> None:
    for feature in features(sentences_of(TEXT), "Marston bridge closed"):
        assert list(measured(feature)) == list(WEIGHTS) == list(REASONS)
        assert all(0 <= value <= 1 for value in measured(feature).values())


def test_title_words_raise_a_sentence() -> None:
    sentences = sentences_of(TEXT)
    without = {entry.sentence.text: entry.score for entry in rank(sentences)}
    raised = {
        entry.sentence.text
        for entry in rank(sentences, title="Council wants second report")
        if entry.score > without[entry.sentence.text] + 1e-9
    }
    assert raised == {sentence.text for sentence in sentences if "council" in sentence.text}


def test_centrality_looks_forward() -> None:
    text = "A crack closed the bridge. Rain fell on Leeds. The crack in the bridge grew. The bridge has one crack."
    first, second, *_ = features(sentences_of(text), None)
    assert first.forward == 1.0
    assert second.forward == 0.0
