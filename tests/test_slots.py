"""Slots: what a clause offers, in which lengths, and what it never offers."""

from collections.abc import Mapping

import pytest

from summarise.figures import find_figures
from summarise.language.segment import segment
from summarise.language.syntax import parse
from summarise.model import Article
from summarise.phrasing.clauses import clauses
from summarise.phrasing.line import text_of
from summarise.phrasing.slots import Slot, frame_slots
from summarise.phrasing.templates import HeadlineTemplate, fillings, render
from summarise.phrasing.tree import grow


def slots(text: str) -> Mapping[str, Slot]:
    """The slots of the first clause of a sentence."""
    sentences = segment(Article(text))
    tree = grow(parse([sentences])[0][0], find_figures(text, sentences))
    assert tree is not None
    return frame_slots(next(clauses(tree)))


OFFERED = {
    "change": ("Shares in Halcyon fell by 5% to 320p in London on Monday.", "by 5% to 320p"),
    "to_phrase": ("Cases of cholera rose to 340 on Wednesday.", "340"),
    "price": ("Fjordline bought its rival for $1.2 billion on Monday.", "for $1.2 billion"),
    "punishment": ("The clerk was sentenced to 20 years in prison on Monday.", "to 20 years in prison"),
    "reason": (
        "A former bank clerk was jailed for 12 years on Friday for stealing from customers.",
        "for stealing from customers",
    ),
    "result": ("Marlow Rovers thrashed Eastbrook Town 5-1 on Saturday.", "5-1"),
    "age": ("Drummer Carl Otis died on Sunday aged 61 after a long illness.", "aged 61"),
    "infinitive": ("France urged Iran to halt enrichment.", "Iran to halt enrichment"),
    "purpose": ("Lucia Ferro beat Anna Kline 6-4 6-2 to reach the last eight.", "to reach last eight"),
    "doing": ("Joe Penrose denied stealing two vans on Monday.", "stealing two vans"),
    "named": ("Marta Kovel was found guilty of fraud on Friday.", "guilty of fraud"),
    "actor": ("The comedy Spare Keys topped the chart in June.", "comedy Spare Keys"),
    "time": ("Exports from Vietnam reached $33 billion in March.", "in March"),
    "casualties": ("At least 23 civilians were wounded in an attack.", "at least 23 civilians"),
    "others": ("Three people were killed and 12 injured in a blast in Kabul.", "12"),
    "where": ("In Prague, the Rangers beat Tampa Bay.", "in Prague"),
}


@pytest.mark.parametrize("name", OFFERED)
def test_what_a_clause_offers(name: str) -> None:
    text, expected = OFFERED[name]
    assert str(slots(text)[name]) == expected


WITHHELD = {
    "the figure of another verb": ("percent", "Profits rose and sales fell 5% on Monday."),
    "the score of another match": ("result", "Leeds beat Hull in May after a 2-0 defeat by York."),
    "casualties that were spared": ("casualties", "No one of the 40 passengers was hurt in the crash."),
    "casualties that are only feared": ("casualties", "Forty people may have been killed in the crash."),
    "casualties somebody alleges": ("casualties", "Forty people were allegedly killed in the raid."),
    "things for people": ("casualties", "The storm destroyed 40 houses and killed 12 cows."),
    "somebody told before": ("casualties", "A bus hit a wall, injuring six of them."),
    "some of those told before": ("actor", "42 of those people tested positive on Monday."),
    "a number without its noun": ("actor", "Three refused to confirm the reports."),
    "what each of them cost": ("price", "The firm sold 19 million shares at $85 each."),
    "how long after": ("after", "The man died four years after he fell into a coma."),
    "a thing told before": ("infinitive", "Researchers agreed to test that theory."),
    "a plan of the past": ("infinitive", "The pilot planned to land at Akron."),
    "a time for a reason": ("reason", "The clerk was jailed for 12 years."),
    "an office that is to close": ("for_phrase", "Unions called for the office to be closed."),
}


@pytest.mark.parametrize("case", WITHHELD)
def test_what_a_clause_never_offers(case: str) -> None:
    name, text = WITHHELD[case]
    assert name not in slots(text)


@pytest.mark.parametrize(
    "text",
    [
        "The sequel took $44.7 million, according to studio estimates.",
        "The pilot had bought a farm in Kent.",
        "The bug only affects expensive phones.",
        "Prices nearly doubled in Kent.",
        "The clerk was visiting friends in Kent when he was arrested.",
    ],
)
def test_nothing_is_offered_of_what_is_hearsay_or_background(text: str) -> None:
    assert slots(text) == {}


LENGTHS = {
    "phrases behind go, then adjectives": (
        "A narrow bridge in Oslo collapsed on Monday.",
        ("narrow bridge in Oslo", "narrow bridge", "bridge"),
    ),
    "a person keeps the name": (
        "Actor Paul Reed died on Friday.",
        ("actor Paul Reed", "actor Paul Reed", "Paul Reed"),
    ),
    "shares are shares in something": (
        "Shares in Halcyon fell.",
        ("shares in Halcyon", "shares in Halcyon", "shares in Halcyon"),
    ),
    "what is owned keeps what it is": (
        "Its old factory in Norway closed on Monday.",
        ("its old factory in Norway", "its old factory", "its old factory"),
    ),
}


@pytest.mark.parametrize("case", LENGTHS)
def test_an_actor_in_three_lengths(case: str) -> None:
    text, expected = LENGTHS[case]
    actor = slots(text)["actor"]
    assert tuple(str(actor.variant(form)) for form in ("full", "short", "head")) == expected


def test_people_may_be_counted_without_saying_people() -> None:
    casualties = slots("At least 17 people were killed in a blast.")["casualties"]
    assert (str(casualties), str(casualties.short)) == ("at least 17 people", "at least 17")


HITS = HeadlineTemplate(
    "disaster/hits",
    "disaster",
    ("actor", "verb", "object"),
    "{{ actor }} {{ verb | present }} {{ object }} {{ where }}",
    verbs=("hit",),
    may=("where",),
)


def lines(template: HeadlineTemplate, offered: Mapping[str, Slot]) -> list[str]:
    found = [render(template, filling) for filling in fillings(template, offered)]
    return [text_of(line) for line in found if line is not None]


def test_fillings_go_from_long_to_short_and_are_few() -> None:
    offered = slots("A mild earthquake near Rome damaged small churches on Monday.")
    made = lines(HITS, offered)
    assert made[0].startswith("mild earthquake near Rome damages small churches")
    assert made[-1].startswith("earthquake damages")
    assert len(made) == len(set(made)) <= 5
    assert [len(line) for line in made[1:]] <= [len(made[0])] * 4


def test_what_may_be_left_out_leaves_no_gap() -> None:
    made = lines(HITS, slots("A cyclone battered the islands."))
    assert made == ["cyclone batters islands"]


def accepts(template: HeadlineTemplate, text: str, lemma: str) -> bool:
    return template.accepts(slots(text), lemma, passive=False)


MEASURE = HeadlineTemplate("x/y", "x", ("actor", "verb", "change"), "{{ actor }} {{ verb }} {{ change }}")


def test_what_rises_is_not_who_raised_it() -> None:
    assert accepts(MEASURE, "Spending rose by 1.5% in Paris on Monday.", "rise")
    assert not accepts(MEASURE, "French shoppers increased their spending by 1.5% on Monday.", "increase")


SHOWS_NO_OBJECT = HeadlineTemplate(
    "x/y", "x", ("actor", "verb", "where"), "{{ actor }} {{ verb }} {{ where }}"
)


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("A bomber blew himself up in Kabul.", "blow"),
        ("The mayor opened a bridge in Oslo.", "open"),
        ("French shoppers increased their spending by 1.5% in Paris.", "increase"),
    ],
)
def test_a_template_that_drops_the_object_is_not_eligible(text: str, lemma: str) -> None:
    assert not accepts(SHOWS_NO_OBJECT, text, lemma)


def test_an_order_is_not_told_without_what_is_ordered() -> None:
    judging = HeadlineTemplate("x/y", "x", ("actor", "verb", "object"), "{{ actor }} {{ verb }} {{ object }}")
    assert not accepts(judging, "A judge ordered a baker to pay his staff.", "order")


def test_a_verb_is_its_particle_too() -> None:
    offered = slots("Bookseller Inkwell is laying off 250 workers.")
    cutting = HeadlineTemplate(
        "x/y", "x", ("actor", "verb", "object"), "{{ verb | present }}", verbs=("cut",)
    )
    assert cutting.accepts(offered, "lay", passive=False)
    assert lines(cutting, offered)[0] == "lays off"
    raising = HeadlineTemplate("x/y", "x", ("actor", "verb"), "{{ verb | present }}", verbs=("close",))
    assert not raising.accepts(slots("The firm shut out its critics."), "shut", passive=False)


def test_spans_of_every_variant_point_at_its_words() -> None:
    text = "Actor Paul Reed bought a small farm in Kent for $2 million on Friday."
    for name, slot in slots(text).items():
        for form in ("full", "short", "head"):
            for piece in slot.variant(form).pieces:
                assert piece.start is not None, name
                assert text[piece.start : piece.end].lower().split() == piece.text.lower().split(), name
