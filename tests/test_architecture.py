"""Who may import whom, how heavy the front door is, and what lies where."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import summarise

PACKAGE = Path(summarise.__file__).parent

# From left to right: a stage imports only stages of a lower rank. docs/architecture.md says the same.
RANK = {
    "model": 0,
    "errors": 0,
    "resources": 0,
    "learned": 1,
    "settings": 1,
    "language": 1,
    "reading": 2,
    "figures": 2,
    "ranking": 3,
    "checking": 4,
    "phrasing": 5,
    "pipeline": 6,
    "writing": 6,
    "batch": 7,
    "cli": 8,
    "__main__": 9,
}

HEAVY = (
    "spacy",
    "nltk",
    "sumy",
    "textstat",
    "trafilatura",
    "lemminflect",
    "jinja2",
    "rich",
    "typer",
    "numpy",
    "lxml",
)


def stage(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_stages(path: Path) -> set[str]:
    """Stages that a module imports anywhere in it, relative or absolute."""
    package = ["summarise", *path.relative_to(PACKAGE).parts[:-1]]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            name = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            names = [name] if node.module else [f"{name}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {n.split(".")[1] for n in names if n.startswith("summarise.")}
    return found


MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.name != "__init__.py" or p.parent != PACKAGE)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_point_to_the_left(path: Path) -> None:
    own = stage(path)
    assert own in RANK, f"{own} has no place in the order of the stages"
    wrong = {s for s in imported_stages(path) if s != own and s in RANK and RANK[s] >= RANK[own] > 0}
    assert not wrong, f"{path.name} imports {sorted(wrong)}"


def test_modules_are_found() -> None:
    assert len(MODULES) > 30


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_file_fits_in_the_mind(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 320


def test_the_front_door_is_light() -> None:
    code = f"import sys, summarise; print([m for m in {HEAVY!r} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_the_front_door_has_at_most_a_dozen_names() -> None:
    assert len(summarise.__all__) <= 12
    assert all(getattr(summarise, name) is not None for name in summarise.__all__)
