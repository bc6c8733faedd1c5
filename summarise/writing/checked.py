"""What the audit of a digest's own lines came to, in words."""

from dataclasses import dataclass

from summarise.model import Checked, Digest, Finding, LineFinding
from summarise.writing.audited import Excerpt, count_line, counts, excerpt, severity_and_kind


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A finding in a line of the digest; `where` is "Headline" or "Bullet 2"."""

    where: str
    named: str
    finding: Finding
    line: Excerpt


def checked_line(checked: Checked) -> str:
    """ "Audit: 12 lines checked against the source, 31 candidates refused, no findings"; "" if none was checked."""
    if not checked.lines:
        return ""
    found = count_line(counts(line.finding for line in checked.findings))
    lines, refused = _counted(checked.lines, "line"), _counted(checked.rejected, "candidate")
    return f"Audit: {lines} checked against the source, {refused} refused, {found}"


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
