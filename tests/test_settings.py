"""Styles from files and settings, and what a mistake in them says."""

from pathlib import Path

import pytest

from summarise.errors import StyleError
from summarise.model import Style
from summarise.settings import check_style, find_style_file, load_style

RANKERS = ("news", "lex-rank", "lsa")


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


SETTINGS = "summary_sentences, max_bullets, max_headline_chars, alternatives, key_figures, ranker, templates"


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
        ("ranker = 3", "ranker = 3 is not a text"),
        ("templates = 3", "templates = 3 is not a text"),
        (
            'ranker = "lexrank"',
            'there is no ranker "lexrank" (did you mean "lex-rank"? rankers: lex-rank, lsa, news)',
        ),
        ("max_bullets = 1\nmax-bullets = 2", 'the setting "max_bullets" is given twice'),
        ("max_bullets = ", "is not valid TOML: Invalid value (at end of document)"),
    ],
)
def test_a_mistake_says_file_key_and_way_out(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(StyleError) as caught:
        load_style(path, rankers=RANKERS)
    assert str(caught.value) == f"{path}: {message}"


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
