"""Which figures lead, which are told once, and how a figure is put into words."""

import pytest

from summarise.figures import find_figures, key_figures, wording
from summarise.figures.key.choice import load_weights
from summarise.figures.key.features import FEATURES, features


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


def test_features_are_told_by_name() -> None:
    figures = find_figures("It paid $5m (£4m) and hired 40 men. It fired 90 men.")
    rows = features(figures, [1.0, 0.5])
    assert all(set(row) <= set(FEATURES) for row in rows)
    assert [bool(row.get("conversion")) for row in rows] == [False, True, False, False]
    assert [bool(row.get("most_people")) for row in rows] == [False, False, False, True]
    assert [bool(row.get("opening")) for row in rows] == [True, True, True, False]
