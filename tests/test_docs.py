"""The documents tell the truth: their code runs, their links lead somewhere, their commands exist."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarise.cli.app import app
from summarise.model import Style
from summarise.phrasing.house import CHOICES, House, load_house
from summarise.phrasing.templates import SLOTS
from summarise.ranking import AUTO, NAMES, PROFILES, RANKERS, STANDARD_SENTENCES, TRIMS
from summarise.ranking.profiles import LONG
from summarise.ranking.repeats import SAME, SAME_WITH_FIGURE
from summarise.resources import house_files
from summarise.settings import load_style

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "benchmarks" / "README.md"]
README = (ROOT / "README.md").read_text(encoding="utf-8")

SNIPPETS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("code", SNIPPETS, ids=range(len(SNIPPETS)))
def test_code_of_the_readme_runs(code: str) -> None:
    exec(compile(code, "README.md", "exec"), {})


def test_the_readme_has_code() -> None:
    assert len(SNIPPETS) >= 3


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (document.parent / target).exists(), target


def test_every_command_of_the_readme_exists() -> None:
    named = set(re.findall(r"^summarise (\w+)", README, re.MULTILINE))
    assert {"digest", "batch", "audit", "figures", "rank", "compress", "templates"} <= named
    for command in sorted(named):
        result = CliRunner().invoke(app, [command, "--help"])
        assert result.exit_code == 0, command


def settings_of_the_readme() -> str:
    return next(b for b in re.findall(r"```toml\n(.*?)```", README, re.DOTALL) if "ranker" in b)


def test_the_settings_of_the_readme_are_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "style.toml").write_text(settings_of_the_readme(), encoding="utf-8")
    assert load_style(tmp_path / "style.toml", **NAMES) == Style()


def test_the_readme_names_every_setting_and_what_it_shows_is_valid(tmp_path: Path) -> None:
    # Settings that are open by default are shown behind a "#".
    shown = re.sub(r"^# (?=[a-z_]+ = )", "", settings_of_the_readme(), flags=re.MULTILINE)
    assert tomllib.loads(shown).keys() == {field.name for field in fields(Style)}
    (tmp_path / "my-templates").mkdir()
    (tmp_path / "style.toml").write_text(shown, encoding="utf-8")
    load_style(tmp_path / "style.toml", **NAMES)


@pytest.mark.parametrize("document", [ROOT / "README.md", ROOT / "docs" / "ranking.md"], ids=lambda p: p.name)
def test_every_profile_ranker_and_trim_is_named(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for name in (AUTO, *PROFILES, *RANKERS, *TRIMS):
        assert re.search(rf"(?<![\w-]){name}(?![\w-])", text), name


def test_the_guide_to_the_ranking_says_its_numbers_as_they_are() -> None:
    guide = (ROOT / "docs" / "ranking.md").read_text(encoding="utf-8")
    assert f"{LONG} sentences" in guide
    assert {3: "three sentences"}[STANDARD_SENTENCES] in guide
    assert f"{SAME:.0%}".replace("%", " per cent") in guide
    assert f"{SAME_WITH_FIGURE:.0%}".replace("%", " per cent") in guide


def test_every_option_of_a_command_in_the_documents_exists() -> None:
    for document in DOCUMENTS:
        for line in re.findall(r"^summarise .*", document.read_text(encoding="utf-8"), re.MULTILINE):
            command, options = line.split()[1], re.findall(r"(?<= )--[a-z-]+", line.split("#")[0])
            shown = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).output
            missing = [option for option in options if option not in shown]
            assert not missing or command == "templates", line


def test_every_slot_is_explained() -> None:
    guide = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    missing = sorted(slot for slot in SLOTS if f"`{slot}`" not in guide)
    assert not missing


HOUSES = (ROOT / "docs" / "house-styles.md").read_text(encoding="utf-8")


def test_the_guide_to_house_styles_names_every_setting_with_its_values() -> None:
    rows = {row.split("|")[1].strip(): row for row in HOUSES.splitlines() if row.startswith("| `")}
    assert {f"`{field.name}`" for field in fields(House)} - {"`name`"} <= set(rows)
    for setting, values in CHOICES.items():
        missing = [value for value in values if f'`"{value}"`' not in rows[f"`{setting}`"]]
        assert not missing, setting
        assert f'| `"{values[0]}"`' in rows[f"`{setting}`"].replace(
            "the number that a headline begins with: ", ""
        ).replace("where the next three are used: ", "")


def test_the_guide_to_house_styles_knows_every_shipped_house_and_its_length() -> None:
    for name in house_files():
        assert re.search(rf"^\| `{name}` \|.*\| {load_house(name).most} \|$", HOUSES, re.MULTILINE), name
        assert f"`{name}`" in README


def test_the_house_of_the_guide_is_one(tmp_path: Path) -> None:
    shown = re.findall(r"```toml\n(.*?)```", HOUSES, re.DOTALL)
    assert len(shown) == 1
    (tmp_path / "our-paper.toml").write_text(shown[0], encoding="utf-8")
    assert load_house(str(tmp_path / "our-paper.toml")).about == "The Halden Gazette"


def test_the_houses_of_the_readme_write_as_it_says() -> None:
    golden = (ROOT / "tests" / "golden" / "headline" / "house.txt").read_text(encoding="utf-8")
    for name in house_files():
        row = re.search(rf"^\| `{name}` \| (.*) \|$", README, re.MULTILINE)
        assert row, name
        assert re.search(
            rf"At least (seven|7) trav.* \| {name} \| {re.escape(row[1])}$", golden, re.MULTILINE
        )
