"""Extracts: budgets, texts that are no story, and how they are shown."""

import math
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarise.language.segment import segment
from summarise.language.words import words
from summarise.model import Article, Digest, Sentence, Span, Style
from summarise.pipeline import rank as rank_text
from summarise.pipeline import summarise
from summarise.ranking import RANKERS, TRIMS, Budget, Extract, Ranking, budget_of, extract, rank
from summarise.ranking.discourse import is_question, leans
from summarise.ranking.extract import cut_to
from summarise.settings import load_style

GOLDEN = Path(__file__).parent / "golden" / "extract.txt"

STORY = """A ferry with 40 people on board has sunk in the harbour of Goole, the coastguard said on Monday.

All of them were saved by a fishing boat. The captain, Ada Holm, said she had heard a bang. Engineers will look
for a crack in the hull. The harbour is closed until Friday. Shops in Leeds are short of fish."""


def sentence_of(text: str, start: int = 0) -> Sentence:
    return Sentence(0, start, start + len(text), text, 0)


def shown(found: Extract | Digest) -> str:
    sentences = found.sentences if isinstance(found, Extract) else found.summary
    return " ".join(sentence.shown for sentence in sentences)


# Golden cases.


def golden_cases() -> list[Any]:
    """Each case of the golden file: its settings, its text, the sentences expected."""
    cases = []
    for block in GOLDEN.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, *lines = block.split("\n")
        given = dict(line.split(" = ", 1) for line in lines if line[:1].islower() and " = " in line)
        style: dict[str, Any] = {key: int(value) for key, value in given.items() if value.isdigit()}
        if "trim" in given:
            style["trim"] = tuple(given["trim"].split(", "))
        text = "\n".join(line[2:] for line in lines if line.startswith("|"))
        expected = [line[2:] for line in lines if line.startswith("> ")]
        late = [line.removeprefix("not yet: ") for line in lines if line.startswith("not yet: ")]
        marks = [pytest.mark.xfail(strict=True, reason=reason) for reason in late]
        cases.append(pytest.param(Style(**style), text, expected, id=name, marks=marks))
    return cases


def test_there_are_golden_cases() -> None:
    assert len(golden_cases()) >= 24


@pytest.mark.parametrize(("style", "text", "expected"), golden_cases())
def test_golden(style: Style, text: str, expected: list[str]) -> None:
    # As `summarise` gives them; the parser, which the extract does not need, is left out.
    sentences = segment(Article(text))
    wanted = style.summary_sentences or (None if style.summary_words or style.summary_characters else 3)
    budget = Budget(wanted, style.summary_words, style.summary_characters)
    found = extract(rank(sentences, wanted=wanted), budget, style.trim)
    assert [sentence.shown for sentence in found.sentences] == expected


# Budgets.

LIMITS = st.integers(1, 6) | st.integers(1, 300)
PIECES = st.sampled_from(
    "The the A man bridge Marston Holm Ada He But She it closed was saved on in 40 $4.5m U.S. U.S.-led 5% said"
    ' people “ ” " ? . . . .\n\n a I , - : … 3.The (MRT) Meanwhile, Click here'.split(" ")
)
TEXTS = st.lists(st.one_of(PIECES, PIECES, st.text(max_size=6)), min_size=1, max_size=50).map(" ".join)


@st.composite
def budgets(draw: st.DrawFn) -> Budget:
    return Budget(*(draw(st.none() | LIMITS) for _ in range(3)))


def taken(text: str, budget: Budget, ranker: str, trims: list[str]) -> tuple[Ranking, Extract]:
    ranking = rank(segment(Article(text)), ranker=ranker, wanted=budget.sentences)
    return ranking, extract(ranking, budget, trims)


@given(
    TEXTS,
    budgets(),
    st.one_of(st.just("news"), st.sampled_from(list(RANKERS))),
    st.lists(st.sampled_from(list(TRIMS)), unique=True),
)
@settings(max_examples=250, deadline=None)
def test_budgets_hold_and_no_extract_is_empty(
    text: str, budget: Budget, ranker: str, trims: list[str]
) -> None:
    ranking, found = taken(text, budget, ranker, trims)
    if not ranking.story.sentences:
        assert found.sentences == ()
        return
    assert found.sentences
    line = shown(found)
    assert line.strip()
    assert len(found.sentences) <= (budget.sentences or math.inf)
    assert len(words(line)) <= (budget.words or math.inf)
    if budget.characters != 1:  # one is the first character of a word with its ellipsis behind it
        assert len(line) <= (budget.characters or math.inf)
    for sentence in found.sentences:
        assert sentence.text == text[sentence.start : sentence.end]
    if found.shortened:
        assert len(found.sentences) == 1
        (only,) = found.sentences
        if only.cuts:
            assert only.shown == text[only.start : only.cuts[0].start] + "…"
            assert only.cuts[0].end == only.end
    elif not trims:
        # Only a bullet or the time of an entry may go, and these stand in front.
        assert all(cut.start == sentence.start for sentence in found.sentences for cut in sentence.cuts)
        assert line == " ".join(text[(s.cuts[0].end if s.cuts else s.start) : s.end] for s in found.sentences)


@given(TEXTS, budgets())
@settings(max_examples=150, deadline=None)
def test_a_sentence_is_cut_off_only_where_none_fits(text: str, budget: Budget) -> None:
    ranking, found = taken(text, budget, "news", [])
    if budget.characters == 1:
        return
    fitting = [
        position
        for position in ranking.own
        if budget.holds(1, len(ranking.story.words[position]), len(ranking.story.sentences[position].text))
    ]
    assert found.shortened == (not fitting and bool(ranking.own))
    leaning = leans(ranking.story, ranking.beside)
    standing = [p for p in fitting if not leaning[p] and not is_question(ranking.story.sentences[p].text)]
    chosen = {sentence.index for sentence in found.sentences}
    for sentence in found.sentences if standing else ():
        for lean in leaning[sentence.index]:
            assert chosen & set(lean.supporters)


@given(TEXTS, st.floats(0, 1, exclude_min=True), st.none() | LIMITS, st.none() | LIMITS)
@settings(max_examples=100, deadline=None)
def test_a_share_of_the_words(text: str, share: float, sentences: int | None, most: int | None) -> None:
    ranking = rank(segment(Article(text)))
    number = sum(len(ranking.story.words[position]) for position in ranking.own)
    budget = budget_of(sentences, most, None, share, article_words=number)
    found = extract(ranking, budget)
    assert bool(found.sentences) == bool(ranking.own)
    said = len(words(shown(found)))
    assert said <= max(1, share * number + 1e-6)
    assert said <= (most or math.inf)
    assert len(found.sentences) <= (sentences or math.inf)


def test_three_sentences_unless_another_limit_is_given() -> None:
    def limits(*given: Any) -> Budget:
        return budget_of(*given, article_words=200)

    assert limits(None, None, None, None) == Budget(3)
    assert limits(2, None, None, None) == Budget(2)
    assert limits(None, 50, None, None) == Budget(None, 50)
    assert limits(None, None, 90, None) == Budget(None, None, 90)
    assert limits(None, None, None, 0.25) == Budget(None, 50)
    assert limits(4, 70, 90, 0.25) == Budget(4, 50, 90)
    assert limits(4, 30, 90, 0.25) == Budget(4, 30, 90)
    assert limits(None, None, None, 0.001) == Budget(None, 1)
    assert budget_of(None, None, None, 0.07, article_words=100) == Budget(None, 7)


@pytest.mark.parametrize(
    ("style", "sentences"),
    [
        (Style(), 3),
        (Style(summary_sentences=1), 1),
        (Style(summary_words=1000), 6),
        (Style(summary_characters=5000), 6),
        (Style(summary_share=1.0), 6),
        (Style(summary_words=1000, summary_sentences=2), 2),
    ],
)
def test_settings_reach_the_extract(style: Style, sentences: int) -> None:
    ranked = rank_text(STORY, style)
    assert sum(entry.taken for entry in ranked) == sentences


@pytest.mark.parametrize("characters", [2, 9, 40, 96, 97, 150, 250])
def test_a_digest_keeps_to_its_characters(characters: int) -> None:
    digest = summarise(STORY, Style(summary_characters=characters))
    assert 0 < len(digest.summary_text) <= characters
    assert digest.summary_text == shown(digest)
    cut = [warning for warning in digest.warnings if warning.kind == "cut off"]
    assert [w.message for w in cut] == (
        ["no sentence fits the extract's limits: the best one is cut off"] if characters < 28 else []
    )


# One sentence cut off.


@pytest.mark.parametrize(
    ("budget", "expected"),
    [
        (Budget(words=1), "The…"),
        (Budget(words=4), "The U.S.-led force paid…"),
        (Budget(words=5), "The U.S.-led force paid $4.5m…"),
        (Budget(characters=2), "T…"),
        (Budget(characters=3), "Th…"),
        (Budget(characters=4), "The…"),
        (Budget(characters=12), "The…"),
        (Budget(characters=13), "The U.S.-led…"),
        (Budget(words=3, characters=13), "The U.S.-led…"),
        (Budget(words=1, characters=13), "The…"),
    ],
)
def test_a_sentence_cut_off(budget: Budget, expected: str) -> None:
    assert cut_to(sentence_of("The U.S.-led force paid $4.5m for a bridge.", 7), budget).shown == expected


def test_a_sentence_without_a_word_cut_off() -> None:
    assert cut_to(sentence_of("“...!”"), Budget(characters=4)).shown == "“..…"


def test_what_is_shown_of_a_sentence_with_cuts() -> None:
    text = "The ferry (a gift) was closed, police said."
    assert sentence_of(text, 5).shown == text
    sentence = Sentence(0, 5, 5 + len(text), text, 0, False, (Span(14, 23), Span(34, 47)))
    assert sentence.shown == "The ferry was closed."


def test_the_verdict_on_a_sentence_cut_off() -> None:
    ranking = rank(segment(Article("The ferry of Goole sank. The captain of the ferry was saved by a boat.")))
    found = extract(ranking, Budget(words=2))
    assert [e.verdict for e in found.ranked if e.taken] == ["taken: none fits whole, this one is cut off"]


def test_the_verdict_on_the_others_where_none_fits() -> None:
    ranking = rank(segment(Article("The ferry of Goole sank. The captain of the ferry was saved by a boat.")))
    (other,) = (entry for entry in extract(ranking, Budget(words=2)).ranked if not entry.taken)
    assert other.verdict.startswith("passed over: does not fit")


# Verdicts of budgets.

TWO = "The ferry of Goole sank. The captain of the long ferry was saved by a fishing boat."


def verdict_on_the_second(budget: Budget) -> str:
    found = extract(rank(segment(Article(TWO))), budget)
    return next(entry.verdict for entry in found.ranked if entry.sentence.index == 1)


def test_what_does_not_fit_says_how_much_is_left() -> None:
    assert verdict_on_the_second(Budget(words=7)) == "passed over: does not fit, 7 words are left"
    assert verdict_on_the_second(Budget(characters=40)) == "passed over: does not fit"


def test_where_characters_decide_no_words_are_said_to_be_left() -> None:
    assert verdict_on_the_second(Budget(words=100, characters=40)) == "passed over: does not fit"


def test_one_word_is_left() -> None:
    ranking = rank(segment(Article("Goole. " + TWO)))
    verdicts = [entry.verdict for entry in extract(ranking, Budget(words=1)).ranked]
    assert not [verdict for verdict in verdicts if ", 1 words are left" in verdict]


def test_no_verdict_points_to_a_sentence_that_is_not_there() -> None:
    text = "He sank the ferry. She saved the crew of Goole. They left. He sank the ferry."
    found = extract(rank(segment(Article(text)), profile="lead-cut"), Budget(sentences=3))
    (only,) = found.sentences
    for entry in found.ranked:
        if "says again" in entry.verdict:
            assert f"sentence {only.index + 1} " in entry.verdict
        assert entry.taken or entry.verdict != "passed over: others add more"


def test_a_text_of_one_character_is_not_cut_off() -> None:
    assert not extract(rank(segment(Article("A"))), Budget(characters=1)).shortened


def test_length_in_characters_counts_one_space_between_sentences() -> None:
    ranking = rank(segment(Article("The ferry sank.\n\n\n\nThe captain swam.")))
    both = "The ferry sank. The captain swam."
    assert shown(extract(ranking, Budget(characters=len(both)))) == both
    assert len(extract(ranking, Budget(characters=len(both) - 1)).sentences) == 1


# Size.


def test_a_text_of_5000_sentences() -> None:
    names = [f"{a}{b}{c}" for a in ("Har", "Mar", "Pel", "Gool", "Nor") for b in "aeiou" for c in "bdklmnrst"]
    dice = random.Random(3)
    lines = [
        f"{'He' if n % 9 == 4 else dice.choice(names)} saw {' and '.join(dice.sample(names, 5))} in {n}."
        for n in range(5000)
    ]
    sentences = segment(Article(" ".join(lines)))
    ranking = rank(sentences)
    assert len(sentences) == 5000
    assert ranking.profile.name == "long-report"
    number = sum(map(len, ranking.story.words))
    found = extract(ranking, budget_of(None, None, None, 0.2, article_words=number))
    assert 0.19 * number < len(words(shown(found))) <= 0.2 * number


def test_trim_comes_from_a_style_file(tmp_path: Path) -> None:
    path = tmp_path / "style.toml"
    path.write_text('trim = ["attribution"]\nsummary_sentences = 1\n', encoding="utf-8")
    digest = summarise("The bridge was closed overnight, police said.", load_style(path))
    assert digest.summary_text == "The bridge was closed overnight."
