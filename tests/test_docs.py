"""The documents tell the truth: their code runs, their links lead somewhere, their commands exist."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarise.cli.app import app
from summarise.model import Style
from summarise.phrasing.templates import SLOTS

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


def test_the_settings_of_the_readme_are_the_defaults() -> None:
    import tomllib

    block = next(b for b in re.findall(r"```toml\n(.*?)```", README, re.DOTALL) if "ranker" in b)
    assert Style(**tomllib.loads(block)) == Style()


def test_every_slot_is_explained() -> None:
    guide = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    missing = sorted(slot for slot in SLOTS if f"`{slot}`" not in guide)
    assert not missing
