"""Figures refined by the parse of their sentences."""

import random
import re

import pytest

from summarise import pipeline
from summarise.figures import find_figures
from summarise.figures.parsed import with_syntax
from summarise.language.segment import segment
from summarise.language.syntax import parse
from summarise.model import Article, Figure, ParsedSentence, Sentence, Token


def refined(text: str) -> tuple[Figure, ...]:
    sentences = segment(Article(text))
    return with_syntax(find_figures(text, sentences), parse([sentences])[0])


def only(text: str, shown: str) -> Figure:
    return next(figure for figure in refined(text) if figure.text == shown)


@pytest.mark.parametrize(
    ("text", "shown", "noun"),
    [
        ("The army captured 300 North Korean soldiers.", "300", "North Korean soldiers"),
        ("The state pays 15 percent of the repair costs.", "15 percent", "repair costs"),
        ("Bread prices in the capital climbed 7 percent.", "7 percent", "Bread prices"),
        ("A court imposed a fine of $2 million on the mill.", "$2 million", "fine"),
        ("The brewer reported a £19m loss.", "£19m", "loss"),
        ("The mill was sold for $2 million in May.", "$2 million", "mill"),
        ("The blaze had burned 40 acres by noon.", "40 acres", "blaze"),
        ("The board put the chance of a strike at 60%.", "60%", "chance of a strike"),
        ("The bakers cut the price of a loaf to $3 in May.", "$3", "price of a loaf"),
        ("Rents were 5 percent higher than a year ago.", "5 percent", "Rents"),
        ("Farmers own a mill that they say is worth $9 million.", "$9 million", "mill"),
        ("The mill hired bakers ages 19 to 46 for the season.", "19 to 46", "bakers"),
        ("The council spent £4m on street lamps.", "£4m", "street lamps"),
        ("Together the bids came up to £40m.", "£40m", "bids"),
        ("The board took the fee down to 3%.", "3%", "fee"),
        ("At age 31, Reed rowed to Malta.", "31", "Reed"),
        ("The shop is selling the lamp for £50 and the clock for £90.", "£90", "clock"),
        ("Pre-tax profits were £12m in May.", "£12m", "Pre-tax profits"),
        ("The index of flour orders fell to 88.1 in May.", "88.1", "index of flour orders"),
        ("The bakers have been fined £5m for the leak.", "£5m", None),
    ],
)
def test_what_a_figure_is_of(text: str, shown: str, noun: str | None) -> None:
    assert only(text, shown).noun == noun


def test_what_is_compared_is_of_the_same() -> None:
    found = refined("Bread prices climbed 7 percent in May, compared with 4 percent in April.")
    assert [figure.noun for figure in found] == ["Bread prices", "Bread prices"]


def test_a_count_without_a_noun_takes_that_of_the_whole() -> None:
    found = refined("Of 14 bakers asked by the guild, nine had closed their shops.")
    assert [(figure.text, figure.noun) for figure in found] == [("14", "bakers"), ("nine", "bakers")]


def test_more_than_the_whole_is_no_part_of_it() -> None:
    assert only("Three bakers came. Forty were invited by post.", "Forty").noun != "bakers"


def test_a_distance_is_of_nothing() -> None:
    assert only("Everyone within 5 miles of the mill was told to leave.", "5 miles").noun is None


def test_a_noun_right_behind_the_number_stays() -> None:
    text = "The mill sold 45 loaves of bread on Monday."
    before = find_figures(text, segment(Article(text)))[0]
    assert only(text, "45").noun == before.noun == "loaves"


@pytest.mark.parametrize(
    ("text", "shown", "verb", "role"),
    [
        ("At least 23 bakers were hurt in the fire.", "23", "hurt", "subject"),
        ("The mill hired 40 bakers.", "40", "hired", "object"),
        ("Bread prices rose 7 percent.", "7 percent", "rose", "adverbial"),
        ("The toll is 45.", "45", "is", "complement"),
        ("A 5% rise surprised the bakers.", "5%", "surprised", "modifier"),
    ],
)
def test_the_verb_and_what_the_figure_is_to_it(text: str, shown: str, verb: str, role: str) -> None:
    figure = only(text, shown)
    assert (figure.verb, figure.role) == (verb, role)


@pytest.mark.parametrize(
    ("text", "negated", "hypothetical"),
    [
        ("The mill hired 40 bakers.", False, False),
        ("The mill did not hire 40 bakers.", True, False),
        ("The owner denied that 40 bakers had left.", True, False),
        ("The repair could cost 40 million pesos.", False, True),
        ("The mill plans to hire 40 bakers.", False, True),
        ("The owner, who did not call, hired 40 bakers.", False, False),
        ("The mill did not sack the 40 bakers.", False, False),
        ("The owner had not seen his sister for 28 years.", False, False),
        ("Bakers cannot rent a flat in 70% of towns.", False, False),
        ("The new board will close 14 mills.", False, True),
        ("The mill will bake 40 pies on Friday.", False, False),
    ],
)
def test_whether_it_holds(text: str, negated: bool, hypothetical: bool) -> None:
    (figure,) = refined(text)
    assert (figure.negated, figure.hypothetical) == (negated, hypothetical)


def test_where_and_when() -> None:
    figure = only("At least 23 bakers were hurt in Lund on Tuesday, police said.", "23")
    assert (figure.place, figure.time, figure.speaker) == ("Lund", "on Tuesday", "police")


def test_what_a_change_sets_out_from_is_a_fact() -> None:
    found = refined("The fee could rise to £5 from £4 in May.")
    assert [(figure.text, figure.hypothetical) for figure in found] == [("£5", True), ("£4", False)]


@pytest.mark.parametrize(
    ("text", "shown", "place", "time"),
    [
        ("The market in Spain peaked in 1999, with sales of £3m.", "£3m", "Spain", "in 1999"),
        ("The mill paid £2m to an agent in Lund.", "£2m", None, None),
        ("Twelve mills have made rules like those in Lund.", "Twelve", None, None),
        ("The bakers were fined £5m for having sold old bread two years ago.", "£5m", None, None),
        ("The mill hired a cook in May and has already sold 40 pies.", "40", None, None),
        ("Prices fell on Tuesday, reaching £4.", "£4", None, "on Tuesday"),
        ("Six bakers were killed and 14 hurt on Monday.", "Six", None, "on Monday"),
        ("The bakers sold 40 pies more than in May.", "40", None, None),
        ("A 24-year-old baker was held in Lund on Monday.", "24-year-old", None, None),
        ("The town spent £3m on roads.", "£3m", None, None),
    ],
)
def test_where_and_when_only_what_is_tied_to_the_figure(
    text: str, shown: str, place: str | None, time: str | None
) -> None:
    figure = only(text, shown)
    assert (figure.place, figure.time) == (place, time)


def test_the_age_of_the_teller_is_told_by_the_writer() -> None:
    assert only("At age 31, Reed told the club that he was leaving.", "31").speaker is None


def test_who_leads_is_not_who_says_it() -> None:
    figure = only("The bread is safe, according to Ana Reed, a nurse who leads 40 bakers.", "40")
    assert figure.speaker is None


def test_a_conversion_says_what_its_twin_says() -> None:
    yen, dollars, pounds = refined("The baker lost more than 3bn yen ($30m; £20m) in May.")
    for twin in (dollars, pounds):
        assert (twin.bound, twin.noun, twin.verb, twin.time) == (yen.bound, yen.noun, yen.verb, yen.time)
    assert (yen.verb, yen.time) == ("lost", "in May")


def test_number_unit_and_bound_stay() -> None:
    text = "Nearly 40 percent of the bakers, or about 120, left after at least $3 million was lost."
    sentences = segment(Article(text))
    before = find_figures(text, sentences)
    after = with_syntax(before, parse([sentences])[0])
    assert [(f.text, f.value, f.unit, f.bound, f.kind) for f in before] == [
        (f.text, f.value, f.unit, f.bound, f.kind) for f in after
    ]


def test_a_sentence_that_was_not_parsed_stays() -> None:
    text = "Bread prices rose 7 percent. The mill was sold for $2 million."
    sentences = segment(Article(text))
    before = find_figures(text, sentences)
    after = with_syntax(before, parse([sentences[1:]])[0])
    assert after[0] is before[0]
    assert after[1].noun == "mill"
    assert with_syntax(before, ()) == before


WORDS = (
    "police said at least 23 bakers were hurt , in Lund on Tuesday 5 percent of sales rose to $4 million from up "
    "half times aged 29 years doubled no not denied that which according to them for prison - ' ( ) ; could if plans"
).split()
DEPS = (
    "nsubj nsubjpass dobj pobj prep advmod amod compound nummod appos conj ROOT relcl acl advcl ccomp xcomp neg aux "
    "mark attr npadvmod poss det quantmod csubj parataxis acomp"
).split()


@pytest.mark.parametrize("seed", range(40))
def test_no_tree_is_too_wild(seed: int) -> None:
    choice = random.Random(seed)
    for _ in range(25):
        text = " ".join(choice.choice(WORDS) for _ in range(choice.randint(1, 30)))
        places = list(re.finditer(r"\S+", text))
        tokens = tuple(
            Token(
                index,
                place.start(),
                place.end(),
                place.group(),
                choice.choice(["be", "rise", "say", "deny", "number", "cut", place.group().lower()]),
                choice.choice(["NN", "NNS", "NNP", "VB", "VBN", "JJ", "JJR", "IN", "CD", "WDT", "POS"]),
                choice.choice(["NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "ADP", "NUM", "PRON", "PUNCT"]),
                choice.choice(DEPS),
                choice.randint(-2, len(places) + 2),
            )
            for index, place in enumerate(places)
        )
        sentence = Sentence(0, 0, len(text), text, 0)
        for figure in with_syntax(find_figures(text, [sentence]), [ParsedSentence(sentence, tokens)]):
            told = (
                (figure.noun, figure.noun_span),
                (figure.verb, figure.verb_span),
                (figure.place, figure.place_span),
                (figure.time, figure.time_span),
            )
            for words, span in told:
                assert (words is None) == (span is None)
                assert span is None or text[span.start : span.end] == words


def test_a_token_outside_of_its_sentence_changes_nothing() -> None:
    text = "The mill was fined $2 million."
    (parsed,) = parse([segment(Article(text))])[0]
    found = find_figures(text, [parsed.sentence])
    broken = ParsedSentence(
        parsed.sentence, (*parsed.tokens, Token(9, 90, 95, "x", "x", "NN", "NOUN", "dep", 0))
    )
    assert with_syntax(found, [broken]) == found


STORY = (
    "At least 23 bakers were hurt in Lund on Tuesday when a mill burned down, police said. "
    "The owner was paid $2 million last year. Bread prices rose 7 percent."
)


def test_the_digest_holds_refined_figures() -> None:
    digest = pipeline.summarise(STORY)
    money = next(figure for figure in digest.figures if figure.kind == "money")
    assert (money.noun, money.verb) == ("owner", "paid")
    assert set(digest.key_figures) <= set(digest.figures)


def test_figures_are_refined_where_it_is_asked_for() -> None:
    plain, asked = pipeline.find_figures(STORY), pipeline.find_figures(STORY, syntax=True)
    assert [figure.text for figure in plain] == [figure.text for figure in asked]
    assert next(figure for figure in asked if figure.kind == "money").noun == "owner"
