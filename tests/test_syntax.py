"""The parser: the right weights, true offsets, and what is mended in its trees."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarise.language.segment import segment
from summarise.language.syntax import MAX_WORDS, parse, pipeline_files
from summarise.language.weekdays import weekday_spans
from summarise.model import Article, ParsedSentence, Sentence, Token

# Of the pinned package; a change means other weights under the same version.
WEIGHTS = {
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "ner/moves": "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "senter/model": "b69e7174a0b6307739adec3c8053ac45fdbad7171c4d3d8bfcd9713ecbc01f8c",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}


def test_the_weights_are_the_pinned_ones() -> None:
    assert pipeline_files() == WEIGHTS


def tree(text: str) -> tuple[Token, ...]:
    return parse([[Sentence(0, 0, len(text), text, 0)]])[0][0].tokens


def governor(tokens: tuple[Token, ...], word: str) -> tuple[str, str]:
    token = next(t for t in tokens if t.text == word)
    return tokens[token.head].text, token.dep


def check(parsed: ParsedSentence, text: str) -> None:
    for place, token in enumerate(parsed.tokens):
        assert token.index == place
        assert 0 <= token.head < len(parsed.tokens)
        assert text[token.start : token.end] == token.text
    starts = [t.start for t in parsed.tokens]
    assert starts == sorted(set(starts))
    if parsed.tokens:
        assert sum(t.head == t.index for t in parsed.tokens) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The bank (ICBC) paid £11bn (about $14bn) on Monday.",
        "On Tuesday, the mayor — “a fool” — left.",
        "Two  spaces,\na line break and\ta tab.",
        "Officials said Friday night that Monday's vote was off.",
    ],
)
def test_offsets_are_those_of_the_article(text: str) -> None:
    article = Article("Before it.\n\n" + text)
    for parsed in parse([segment(article)])[0]:
        check(parsed, article.text)


@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from("abc ABC,.()\"“”'- \n0123On Monday Friday"), max_size=80))
def test_offsets_hold_for_any_text(text: str) -> None:
    article = Article(text)
    for parsed in parse([segment(article)])[0]:
        check(parsed, text)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # A day between subject and verb does not lead the parser astray.
        ("The jury on Monday convicted the manager of fraud.", "jury", ("convicted", "nsubj")),
        ("On Tuesday the mayor lost.", "mayor", ("lost", "nsubj")),
        # A past form taken for a participle.
        ("A suicide bombing killed at least 14 people at a market.", "bombing", ("killed", "nsubj")),
        # A participle taken for the main verb.
        (
            "The last man wanted over a string of bank frauds has been arrested.",
            "man",
            ("arrested", "nsubjpass"),
        ),
        # A score taken for an object.
        ("Marlow Rovers thrashed Eastbrook Town 5-1 in the cup.", "Town", ("thrashed", "dobj")),
    ],
)
def test_trees_are_mended(text: str, word: str, expected: tuple[str, str]) -> None:
    assert governor(tree(text), word) == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The jury on Monday convicted him.", [" on Monday"]),
        ("He was held on Friday night, police said Saturday.", [" on Friday night", " Saturday"]),
        ("Monday's vote is off.", []),
        ("The Sunday Times said so.", []),
        ("It runs from Monday to Friday.", []),
        ("Nobody came until Thursday.", []),
    ],
)
def test_days_that_say_when(text: str, days: list[str]) -> None:
    assert [text[span.start : span.end] for span in weekday_spans(text)] == days


def test_a_table_is_not_parsed() -> None:
    assert tree("word " * (MAX_WORDS + 1)) == ()


def test_a_batch_gives_what_each_article_gives_alone() -> None:
    texts = ["The dam broke on Friday.", "Profit rose 4% to $3bn, the bank said.", "He left."]
    batches = [segment(Article(text)) for text in texts]
    assert parse(batches) == [parse([batch])[0] for batch in batches]
