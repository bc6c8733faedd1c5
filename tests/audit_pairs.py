"""Reading the files of pairs: blocks of "source:", "summary:" and perhaps "finds:", under "# category" lines."""

from pathlib import Path
from typing import NamedTuple


class Pair(NamedTuple):
    """A source, a summary of it, and for a wrong one the kind of finding and the wrong words."""

    category: str
    source: str
    summary: str
    kind: str = ""
    words: str = ""


def pairs(path: Path) -> list[Pair]:
    """The pairs of a file, in order."""
    category = ""
    found: list[Pair] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        fields: dict[str, str] = {}
        last = ""
        for line in block.splitlines():
            if line.startswith("#!") or not line.strip():
                continue
            if line.startswith("# "):
                category = line[2:].strip()
            elif line.startswith("  "):
                fields[last] += " " + line.strip()
            else:
                last, _, value = line.partition(": ")
                fields[last] = value.strip()
        if fields:
            kind, _, words = fields.get("finds", "").partition(" ")
            found.append(Pair(category, fields["source"], fields["summary"], kind, words.strip().strip('"')))
    return found
