"""Which figures lead, which are told once, and how a figure is put into words."""

import pytest

from summarise.figures import find_figures, key_figures, wording
from summarise.figures.key.choice import load_floor, load_weights
from summarise.figures.key.features import FEATURES, POSITION, features
from summarise.figures.key.rules import repeats
from summarise.language.segment import segment
from summarise.model import Article


def lead(text: str, weights: list[float], count: int = 3) -> list[str]:
    return [figure.text for figure in key_figures(find_figures(text), weights, count)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Eight minutes of fear. The blast killed three people.", "three"),
        ("A 50-year-old baker won. The cake fed 800 guests.", "800"),
        ("Ranked No. 4, Lund United won. The game drew 9,000 fans.", "9,000"),
        ("You get one guess. The vote cost $4m.", "$4m"),
        ("Two wrongs do not help. The strike stopped 30 trains.", "30"),
        ("She did a million things. The show sold 40 prints.", "40"),
        ("It fed hundreds of gulls. The pier lost 70 planks.", "70"),
    ],
)
def test_news_comes_before_what_only_stands_first(text: str, first: str) -> None:
    assert lead(f"{text} Rain fell.", [1.0, 0.8, 0.0])[0] == first


def test_people_hurt_come_before_things() -> None:
    text = "The storm tore down 260 fences and injured 26 others."
    assert lead(text, [1.0])[0] == "26"


def test_one_sentence_does_not_fill_the_list_with_figures_of_one_kind() -> None:
    text = "Ann Lee won 6-4, 7-5, 6-3. Some 9,000 seats were sold. The prize was $2m. It rained."
    assert lead(text, [1.0, 0.9, 0.9, 0.0]) == ["6-4", "$2m", "9,000"]


def test_a_hard_space_makes_no_other_noun() -> None:
    text = (
        "The game has 14 native Welsh-speaking players. It is led by 14 native\u00a0Welsh-speaking players."
    )
    assert lead(text, [1.0, 1.0]) == ["14"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("They saw dozens of boats.", "dozens"),
        ("They saw tens of thousands of boats.", "tens of thousands"),
        ("They talked for five minutes or so.", "five minutes or so"),
        ("They saw at least 40 boats.", "at least 40"),
        ("Rents rose 5 percent.", "5 percent"),
        ("They saw 40 boats.", "40"),
        ("They saw 40-plus boats.", "40 plus"),
        ("They saw 300+ boats.", "300+"),
    ],
)
def test_the_cue_is_said_once_and_in_its_place(text: str, shown: str) -> None:
    (figure,) = find_figures(text)
    assert wording(figure) == shown


def best(text: str, title: str) -> str:
    figures = find_figures(text)
    return key_figures(figures, [1.0, 1.0, 1.0], 1, title=title)[0].text


def test_a_figure_of_the_title_comes_first() -> None:
    text = "The club sold 40 prints. The club sold 70 mugs. It rained."
    assert best(text, "A club and its prints") == "40"
    assert best(text, "Club sells 70 mugs") == "70"


def test_the_weights_name_every_feature_and_no_other() -> None:
    assert set(load_weights()) == set(FEATURES)
    assert set(FEATURES) > POSITION


def test_features_are_told_by_name() -> None:
    figures = find_figures("It paid $5m (£4m) and hired 40 men. It fired 90 men.")
    rows = features(figures, [1.0, 0.5])
    assert all(set(row) <= set(FEATURES) for row in rows)
    assert [bool(row.get("most_people")) for row in rows] == [False, False, False, True]
    assert [bool(row.get("opening")) for row in rows] == [True, True, True, False]


def chosen(text: str, title: str | None = None, count: int = 5) -> list[str]:
    """The key figures of a text whose sentences all weigh alike, as the product chooses them."""
    sentences = segment(Article(text))
    figures = find_figures(text, sentences)
    return [
        figure.text
        for figure in key_figures(figures, [1.0] * len(sentences), count, title=title, sentences=sentences)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell. Ann Lee is one of the founders.",
        "Rain fell. One baker aims to change that.",
        "Rain fell. She has been there three times.",
        "Rain fell. It closed. The bridge reopened two days later.",
        "Rain fell. They spoke five minutes before the match.",
        "Rain fell. He left for the 15-man game.",
        "Rain fell. A two-part film will follow.",
        "Rain fell. It came with two stickers.",
        "Rain fell. Lund: Berg, Holm (Lind 61), Dahl.",
        "Rain fell. Scorers were Berg 12, Dahl 70.",
        "Rain fell. She won the 400m title.",
        "Rain fell. Kim Holm scored to make it 3-0 after the break.",
        "Rain fell. Snow fell. They came back from 2-0 down.",
        "Rain fell. Snow fell. They showed a six-minute film.",
        "Rain fell. Snow fell. The shop was shut by Kim Berg, 34.",
    ],
)
def test_idle_figures_are_no_key_figures_even_where_there_are_no_others(text: str) -> None:
    assert chosen(text) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Rain fell. One passenger was killed.", "One"),
        ("Rain fell. The strike left one person dead.", "one"),
        ("Rain fell. She won the title 18 times.", "18"),
        ("The fleet sailed two days before the storm.", "two days"),
        ("Rain fell. The siege lasted 90 days in all.", "90 days"),
        ("Rain fell. Two sailors were killed.", "Two"),
        ("Rain fell. She leads a 700-member choir.", "700"),
        ("Rain fell. The 400m of new track cost more.", "400m"),
        ("Kim Berg led Lund. Rain fell. Snow fell. Berg, 34, has gone.", "34"),
    ],
)
def test_what_tells_something_stays(text: str, kept: str) -> None:
    assert kept in chosen(text)


def test_one_is_key_if_the_title_tells_of_it() -> None:
    text = "Rain fell. Only one bridge was open."
    assert chosen(text) == []
    assert chosen(text, title="One bridge open") == ["one"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The firm paid $5m (£4m) for it.", ["$5m"]),
        ("The firm paid $5m (£4m; 6m euros) for it.", ["$5m"]),
        ("The firm paid $5m (or about £4m) for it.", ["$5m"]),
        ("The path is 40 km (25 miles) long.", ["40 km"]),
        ("Sales were $5m. Costs (wages only) were £4m.", ["$5m", "£4m"]),
    ],
)
def test_a_conversion_is_no_key_figure_beside_its_twin(text: str, told: list[str]) -> None:
    assert sorted(chosen(text)) == sorted(told)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The sale brought $1,970,000. The mill got almost $2m for it.", 1),
        ("The sale brought $1,970,000. The mill got almost $2.3m for it.", 2),
        ("Of the boats 38 percent sank. Of the boats 39 percent burned.", 2),
        ("It sold 4,012 boats. It sold about 4,000 boats.", 1),
        ("It sold 4,012 boats. It sold about 4,000 mugs.", 2),
    ],
)
def test_an_amount_and_its_round_number_are_told_once(text: str, count: int) -> None:
    assert len(chosen(text)) == count


def test_a_contested_number_is_not_taken_for_the_round_one_of_the_other() -> None:
    text = "Police said 1,970 people were killed. The army said about 2,000 people were killed."
    first, second = find_figures(text)
    assert repeats(first, second)
    assert not repeats(first, second, contested=True)


def test_labels_are_no_key_figures() -> None:
    figures = find_figures("In 2016 it was the third to sell 40 boats.", labels=True)
    assert [figure.text for figure in key_figures(figures, [1.0], 5)] == ["40"]


def test_a_time_in_prison_counts_for_more_than_another_time() -> None:
    text = (
        "A clerk was in court. He could be jailed for up to 12 years. The firm has been there for 30 years."
    )
    assert chosen(text)[0] == "12 years"


def test_an_attendance_needs_no_noun() -> None:
    assert chosen("Lund beat Berg. Attendance: 8,200. It rained on 9,100 and more.")[0] == "8,200"


def test_either_number_is_in_doubt_where_the_text_leaves_it_open() -> None:
    assert chosen("It rained. We need three or four chairs, and 40 desks.") == ["40"]


def test_the_same_people_are_counted_once() -> None:
    text = "Police charged three men. It rained. The three suspects live in Lund. Some 40 guests came."
    assert chosen(text) == ["three", "40"]


def test_the_floor_is_over_what_a_figure_is_worth_and_not_where_it_stands() -> None:
    text = "It rained. " * 12 + "The flood killed 40 people."
    assert chosen(text) == ["40"]
    assert load_floor() < 0
