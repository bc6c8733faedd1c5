"""Styles from files and settings, and what a mistake in them says."""

from pathlib import Path

import pytest

from summarise.errors import StyleError
from summarise.model import Style
from summarise.settings import check_style, find_style_file, load_style

RANKERS = ("news", "lex-rank", "lsa")
PROFILES = ("auto", "news", "long-report")
TRIMS = ("parentheses", "attribution")


def write(folder: Path, text: str, name: str = "style.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_file_or_settings_the_style_is_the_default(tmp_path: Path) -> None:
    assert load_style(folder=tmp_path) == Style()


def test_a_file_of_its_own_has_its_keys_at_the_top(tmp_path: Path) -> None:
    path = write(tmp_path, 'summary-sentences = 4\nmax_bullets = 0\nranker = "lsa"\n')
    assert load_style(path, rankers=RANKERS) == Style(summary_sentences=4, max_bullets=0, ranker="lsa")


def test_the_nearest_pyproject_with_the_table_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    outer = write(tmp_path, "[tool.summarise]\nkey_figures = 2\n", "pyproject.toml")
    write(tmp_path / "a", "[tool.other]\nx = 1\n", "pyproject.toml")
    assert find_style_file(inner) == outer
    assert load_style(folder=inner) == Style(key_figures=2)


def test_settings_win_over_the_file_and_none_means_not_given(tmp_path: Path) -> None:
    path = write(tmp_path, "summary_sentences = 4\nmax_bullets = 3\n")
    assert load_style(path, summary_sentences=1, max_bullets=None) == Style(
        summary_sentences=1, max_bullets=3
    )


def test_templates_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    path = write(tmp_path, 'templates = "mine"\n')
    assert load_style(path).templates == str(tmp_path / "mine")


SETTINGS = (
    "summary_sentences, summary_words, summary_characters, summary_share, max_bullets, max_headline_chars, "
    "house, alternatives, key_figures, ranker, profile, trim, min_confidence, templates"
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "max_bulets = 3",
            f'there is no setting "max_bulets" (did you mean "max_bullets"? settings: {SETTINGS})',
        ),
        ("zzz = 3", f'there is no setting "zzz" (settings: {SETTINGS})'),
        ("max_bullets = true", "max_bullets = true is not a whole number"),
        ("max_bullets = 2.5", "max_bullets = 2.5 is not a whole number"),
        ('max_bullets = "3"', 'max_bullets = "3" is not a whole number'),
        ("max_bullets = -1", "max_bullets = -1 is too small (0 or more)"),
        ("summary_sentences = 0", "summary_sentences = 0 is too small (1 or more)"),
        ("max_headline_chars = 19", "max_headline_chars = 19 is too small (20 or more)"),
        ("max_headline_chars = true", "max_headline_chars = true is not a whole number"),
        ("ranker = 3", "ranker = 3 is not a text"),
        ("house = 3", "house = 3 is not a text"),
        (
            'house = "uk-wep"',
            'there is no house "uk-wep" (did you mean "uk-web"? houses: plain, print, push, uk-web, us-web, '
            "web or a .toml file)",
        ),
        ("templates = 3", "templates = 3 is not a text"),
        ('min_confidence = "high"', 'min_confidence = "high" is not a number'),
        ("min_confidence = 2", "min_confidence = 2 is out of range (from 0 to 1)"),
        (
            'ranker = "lexrank"',
            'there is no ranker "lexrank" (did you mean "lex-rank"? rankers: lex-rank, lsa, news)',
        ),
        ("summary_words = 0", "summary_words = 0 is too small (1 or more)"),
        ("summary_words = 2.0", "summary_words = 2.0 is not a whole number"),
        ("summary_characters = -5", "summary_characters = -5 is too small (2 or more)"),
        ("summary_share = 0", "summary_share = 0 is out of range (above 0 and up to 1)"),
        ("summary_share = 1.2", "summary_share = 1.2 is out of range (above 0 and up to 1)"),
        ("summary_share = nan", "summary_share = nan is out of range (above 0 and up to 1)"),
        ("summary_share = true", "summary_share = true is not a number"),
        ('summary_share = "20%"', 'summary_share = "20%" is not a number'),
        pytest.param(
            "profile = 3",
            "profile = 3 is not a text",
        ),
        (
            'profile = "newz"',
            'there is no profile "newz" (did you mean "news"? profiles: auto, long-report, news '
            "or a .toml file of weights)",
        ),
        ('trim = "attribution"', 'trim = "attribution" is not a list of names'),
        ("trim = [3]", "trim = [3] is not a list of names"),
        (
            'trim = ["attributions"]',
            'there is no trim "attributions" (did you mean "attribution"? trims: attribution, parentheses)',
        ),
        ("max_bullets = 1\nmax-bullets = 2", 'the setting "max_bullets" is given twice'),
        ("max_bullets = ", "is not valid TOML: Invalid value (at end of document)"),
    ],
)
def test_a_mistake_says_file_key_and_way_out(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(StyleError) as caught:
        load_style(path, rankers=RANKERS, profiles=PROFILES, trims=TRIMS)
    assert str(caught.value) == f"{path}: {message}"


def test_a_trim_that_is_a_number_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match="trim = 3 is not a list of names"):
        load_style(write(tmp_path, "trim = 3"))


def test_limits_profile_and_trims_from_a_file(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        'summary-words = 60\nsummary_characters = 400\nsummary-share = 0.2\nprofile = "long-report"\n'
        'trim = ["attribution", "parentheses"]\n',
    )
    assert load_style(path, rankers=RANKERS, profiles=PROFILES, trims=TRIMS) == Style(
        summary_words=60,
        summary_characters=400,
        summary_share=0.2,
        profile="long-report",
        trim=("attribution", "parentheses"),
    )
    assert load_style(path, summary_words=9, profile="news", trim=()).trim == ()
    assert load_style(path, summary_words=9).summary_share == 0.2


def test_no_limit_need_be_given_and_a_share_may_be_all() -> None:
    assert Style().summary_sentences is None
    assert check_style(Style(summary_share=1)) == Style(summary_share=1)


def test_a_profile_of_ones_own_is_relative_to_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, 'profile = "mine.toml"\n')
    with pytest.raises(StyleError, match=r'profile = ".*mine\.toml" is not a file'):
        load_style(path, profiles=PROFILES)
    write(tmp_path, "", "mine.toml")
    assert load_style(path, profiles=PROFILES).profile == str(tmp_path / "mine.toml")


def test_a_house_of_ones_own_is_relative_to_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, 'house = "ours.toml"\n')
    with pytest.raises(StyleError, match=r'house = ".*ours\.toml" is not a file'):
        load_style(path)
    write(tmp_path, "", "ours.toml")
    assert load_style(path).house == str(tmp_path / "ours.toml")
    assert load_style(path, house="push").house == "push"


@pytest.mark.parametrize(
    ("style", "message"),
    [
        (Style(summary_words=0), "summary_words = 0 is too small (1 or more)"),
        (Style(summary_share=0.0), "summary_share = 0.0 is out of range (above 0 and up to 1)"),
        (Style(profile="nowhere.toml"), 'profile = "nowhere.toml" is not a file'),
        (Style(trim=("x",)), 'there is no trim "x" (trims: attribution, parentheses)'),
    ],
)
def test_new_settings_made_in_python_are_checked_too(style: Style, message: str) -> None:
    with pytest.raises(StyleError) as caught:
        check_style(style, profiles=PROFILES, trims=TRIMS)
    assert str(caught.value) == message


def test_a_mistake_in_pyproject_names_the_table(tmp_path: Path) -> None:
    path = write(tmp_path, "[tool.summarise]\nmax_bullets = -1\n", "pyproject.toml")
    with pytest.raises(StyleError, match=r"pyproject\.toml, \[tool\.summarise\]: max_bullets = -1"):
        load_style(path)


def test_a_pyproject_given_by_name_must_have_the_table(tmp_path: Path) -> None:
    path = write(tmp_path, "[project]\nname = 'x'\n", "pyproject.toml")
    with pytest.raises(StyleError, match=r"has no \[tool\.summarise\] table"):
        load_style(path)


def test_a_missing_file_or_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match=r"nowhere\.toml: there is no such style file"):
        load_style(tmp_path / "nowhere.toml")
    with pytest.raises(StyleError, match=r'templates = ".*none" is not a folder'):
        load_style(folder=tmp_path, templates=tmp_path / "none")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "style.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StyleError, match="is not UTF-8 text"):
        load_style(path)


def test_a_style_made_in_python_is_checked_too() -> None:
    assert check_style(Style()) == Style()
    with pytest.raises(StyleError, match="alternatives = 0 is too small"):
        check_style(Style(alternatives=0))
