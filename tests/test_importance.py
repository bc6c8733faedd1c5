"""What is counted and weighed word by word, each held against a slow and plain definition."""

import math
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarise.language.segment import segment
from summarise.language.words import word_spans, words
from summarise.model import Article
from summarise.ranking.features import FEATURES, Measures, measure
from summarise.ranking.importance import COMMON, Counts, classes, importance, known
from summarise.ranking.notices import notices
from summarise.ranking.rank import own_positions
from summarise.ranking.story import Story, story_of
from summarise.ranking.terms import FUNCTION_WORDS, content_stems, term
from summarise.ranking.weights import WordWeights, load_weights
from summarise.resources import data_file

PIECES = st.sampled_from(
    "The the A bridge Bridge bridges Marston Holm Holm's Ada ferry closed slowly was on in 40 $4.5m £9 I said"
    " “ ” . . . ? 2015-16 police Police zyxel Zyxel of and".split()
)
TEXTS = st.lists(st.one_of(PIECES, PIECES, st.text(max_size=5)), min_size=1, max_size=80).map(" ".join)


def counted(text: str) -> tuple[Story, Measures]:
    story = story_of(segment(Article(text)))
    return story, measure(story, own_positions(story.sentences, notices(story.sentences)))


def slow_importance(own: str, counts: Counts, weights: WordWeights) -> float:
    """The logistic function of all entries of the tables that hold for a term."""
    value = weights.base
    for name, size in classes(own, counts).items():
        table, _, place = name.partition(".")
        if place:
            value += getattr(weights, table)[int(place)] * size
        else:
            value += (weights.flags[name] if name in weights.flags else getattr(weights, name)) * size
    return 1 / (1 + math.exp(-value))


def compare(text: str, profile: str, *, openers: bool = True) -> None:
    """Every term of a text both ways; `openers`: also those whose only capital opens a sentence."""
    _, measures = counted(text)
    weights = load_weights(profile).words
    found = importance(measures.counts, weights)
    assert list(found) == list(measures.counts.times)
    own = [term for term in found if openers or measures.counts.capitals.get(term) != 0]
    slow = {term: slow_importance(term, measures.counts, weights) for term in own}
    assert {term: found[term] for term in own} == pytest.approx(slow)


@given(TEXTS, st.sampled_from(["news", "one-sentence", "long-report"]))
@settings(max_examples=150, deadline=None)
def test_importance_is_the_logistic_of_the_classes(text: str, profile: str) -> None:
    compare(text, profile, openers=False)  # see the next test


def test_the_first_word_of_the_lead_is_no_name_by_its_capital() -> None:
    compare("Ferries sank in the storm. Nobody was hurt.", "news")


def test_a_term_of_every_kind() -> None:
    text = "Police in Marston paid $4m slowly to Holm. Holm paid. Holm of Marston paid 40 zyxels."
    counts = counted(text)[1].counts
    assert counts.times == Counter(content_stems(words(text)))
    assert {own: counts.first[own] for own in ("polic", "holm", "40")} == {"polic": 0, "holm": 0, "40": 2}
    # The first word of a sentence has its capital anyway.
    assert {own: counts.capitals.get(own, 0) for own in ("polic", "marston", "holm")} == {
        "polic": 0,
        "marston": 2,
        "holm": 1,
    }
    on = {name for name, value in classes("holm", counts).items() if value}
    assert on >= {"times.2", "first.0", "part.5", "capital.1", "repeated_from_lead", "repeated_early"}
    assert classes("$4m", counts)["money"] == classes("$4m", counts)["digit"] == 1
    assert classes("slowli", counts)["adverb"] == 1
    assert [classes(own, counts)["unknown"] for own in ("zyxel", "polic")] == [1, 0]


def test_every_term_of_the_table_is_a_stem_with_two_numbers() -> None:
    lines = data_file("en/ranking/terms.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len(rows) > 1000
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    for own, articles, taken_up in rows:
        assert COMMON[0] <= int(articles) <= 10_000
        assert -700 < int(taken_up) < 700  # a thousand times as often, or as rarely
        assert known(own).common > 0
        assert known(own).kind < 8


# Ties between sentences.


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    dot = sum(weight * other.get(own, 0.0) for own, weight in one.items())
    lengths = math.hypot(*one.values()) * math.hypot(*other.values())
    return dot / lengths if lengths else 0.0


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_ties_are_the_cosines_of_all_pairs(text: str) -> None:
    story, measures = counted(text)
    bags = [Counter(content_stems(story.words[one.position])) for one in measures.sentences]
    number = len(bags)
    spread = Counter(own for bag in bags for own in bag)
    vectors = [
        {own: count * math.log((number + 1) / spread[own]) for own, count in bag.items()} for bag in bags
    ]
    whole = sum(bags, Counter())
    centre = {own: count * known(own).rarity for own, count in whole.items()}
    for place, one in enumerate(measures.sentences):
        value = dict(zip(FEATURES, one.values, strict=True))
        forward = sum(cosine(vectors[place], other) for other in vectors[place + 1 :])
        backward = sum(cosine(vectors[place], other) for other in vectors[:place])
        assert value["forward_sum"] == pytest.approx(forward / math.sqrt(number), abs=1e-9)
        assert value["forward_mean"] == pytest.approx(forward / max(1, number - 1 - place), abs=1e-9)
        assert value["backward_sum"] == pytest.approx(backward / math.sqrt(number), abs=1e-9)
        assert value["backward_mean"] == pytest.approx(backward / max(1, place), abs=1e-9)
        own = {stem: count * known(stem).rarity for stem, count in bags[place].items()}
        assert value["central"] == pytest.approx(cosine(own, centre), abs=1e-9)
        frequency = sum(whole[stem] * count for stem, count in bags[place].items())
        mean = frequency / (bags[place].total() or 1)
        assert value["frequency_mean"] == pytest.approx(100 * mean / (whole.total() or 1))


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_features_stay_in_their_bounds(text: str) -> None:
    _, measures = counted(text)
    shares = [name for name in FEATURES if name.endswith("_share")]
    ones = ["first", "second", "short", "long", "quotes", "opens_quoted", "label", "question", "title"]
    for one in measures.sentences:
        value = dict(zip(FEATURES, one.values, strict=True))
        assert all(map(math.isfinite, one.values))
        assert all(0 <= value[name] <= 1 for name in (*shares, *ones, "frequency"))
        assert all(-1e-9 <= value[name] <= 1 + 1e-9 for name in ("forward", "backward"))
        assert all(1 <= number <= 2 for number in one.functions.values())


def test_centrality_looks_forward() -> None:
    text = "A crack closed the bridge. Rain fell on Leeds. The crack in the bridge grew. The bridge has one crack."
    first, second, *_ = (dict(zip(FEATURES, s.values, strict=True)) for s in counted(text)[1].sentences)
    assert first["forward"] == 1.0
    assert second["forward"] == pytest.approx(0.0)
    assert second["backward"] == 0.0


# Words and terms.

ODD = st.text(alphabet="ab.AB9'’-–/@:%$€°CK\u0301\u00ad _*\t\n\u00a0\u2028\u3000\x1c\x85İßñ", max_size=60)


@given(st.one_of(ODD, st.text(), ODD.map(lambda text: text.replace(" ", ""))))
@settings(max_examples=300)
def test_words_are_the_slices_of_their_spans(text: str) -> None:
    assert words(text) == [text[start:end] for start, end in word_spans(text)]


@given(st.one_of(ODD, st.text()))
def test_every_word_has_its_facts(text: str) -> None:
    for word in words(text):
        fact = term(word)
        assert fact.stem == "" or content_stems([word]) == [fact.stem]
        assert not (fact.name and not fact.stem)
        assert not (fact.stem and (fact.function >= 0 or fact.person))


def test_facts_of_a_word() -> None:
    assert term("Holm’s") == term("Holm's") == ("holm", "Holm", -1, False)
    assert term("bridges") == ("bridg", "", -1, False)
    assert term("The") == ("", "", FUNCTION_WORDS.index("the"), False)
    assert term("We’ve").person
