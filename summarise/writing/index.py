"""The page that lists the articles of a batch."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarise.writing.rendering import render


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One article of a batch.

    Attributes:
        source: file or record it came from, relative to the input folder.
        output: its result, relative to the page, "/" between folders; None if there is none.
        headline, domain: the best headline and the kind of news; None if there is none.
        bullets, figures: how many the digest has.
        lines, rejected, findings: how many of its lines the audit checked, how many candidates it refused before,
            and what it found in the lines.
        warnings: the warnings' messages.
        problem: why there is no result; None if there is one.
    """

    source: str
    output: str | None = None
    headline: str | None = None
    domain: str | None = None
    bullets: int = 0
    figures: int = 0
    lines: int = 0
    rejected: int = 0
    findings: int = 0
    warnings: tuple[str, ...] = ()
    problem: str | None = None


def write_index(rows: Sequence[IndexRow], *, title: str = "Digests") -> str:
    """A self-contained HTML page that lists the rows in their order and links to the results."""
    return render("report/index.html.j2", {"rows": rows, "title": title})
