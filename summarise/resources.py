"""Where the files that ship with the program are found.

`templates/` lies beside the package in a checkout (and an editable install) and
inside it in a wheel; `data/` is always inside. One place knows that.
"""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def templates_folder() -> Path:
    """Folder with the shipped templates: the wheel's copy if there is one, else the checkout's."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


def data_file(name: str) -> Path:
    """Path of a shipped data file, such as `en/abbreviations.txt`."""
    return _PACKAGE / "data" / name


@cache
def word_list(name: str) -> frozenset[str]:
    """Entries of a shipped one-per-line data file; blank lines and `# comments` are left out."""
    return frozenset(word_lines(name))


@cache
def word_lines(name: str) -> tuple[str, ...]:
    """The same entries in the order of the file."""
    lines = data_file(name).read_text(encoding="utf-8").splitlines()
    return tuple(entry for line in lines if (entry := line.split("#", 1)[0].strip()))


@cache
def house_files() -> dict[str, Path]:
    """The shipped house styles of headlines by name, "plain" first."""
    files = sorted(data_file("en/house").glob("*.toml"), key=lambda path: (path.stem != "plain", path.stem))
    return {path.stem: path for path in files}
