"""What the audit of a digest's own lines came to, in words."""

from dataclasses import dataclass

from summarise.model import Checked, Digest, Finding, LineFinding
from summarise.writing.audited import Excerpt, excerpt, severity_and_kind


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A finding in a line of the digest; `where` is "Headline" or "Bullet 2"."""

    where: str
    named: str
    finding: Finding
    line: Excerpt


def checked_line(checked: Checked, *, page: bool = False) -> str:
    """What was checked, found and left out, as a sentence for an editor; "" if nothing was checked.

    "Checked against the article: all 12 lines above, nothing found; 3 draft lines failed the check and were left out."

    Args:
        checked: what the audit did.
        page: whether it stands at the head of a page, with the lines and findings under it, not at the end.
    """
    if not checked.lines:
        return ""
    number = _counted(checked.lines, "line")
    lines = (
        f"{f'all {number}' if checked.lines > 1 else f'the {number}'} {'of this page' if page else 'above'}"
    )
    found = "nothing found"
    if checked.findings:
        found = f"{_counted(len(checked.findings), 'finding')}, {'see below' if page else 'listed above'}"
    said = f"Checked against the article: {lines}, {found}"
    if checked.rejected:
        were = "was" if checked.rejected == 1 else "were"
        said += f"; {_counted(checked.rejected, 'draft line')} failed the check and {were} left out"
    return said + "."


def checked_rows(digest: Digest) -> list[CheckedRow]:
    """The findings in the digest's own lines, as a list to print."""
    return [_row(line) for line in digest.checked.findings]


def _row(line: LineFinding) -> CheckedRow:
    where = line.part.capitalize()
    if line.part == "extract":
        where += f", sentence {line.index + 1}"
    elif line.part != "headline" or line.index:
        where += f" {line.index + 1}"
    shown = excerpt(line.text, line.finding.start, line.finding.end, len(line.text))
    return CheckedRow(where, severity_and_kind(line.finding), line.finding, shown)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"
