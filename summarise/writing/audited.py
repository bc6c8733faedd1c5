"""A summary, its source and what the audit found, and how both point to their places."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from summarise.errors import SummariseError
from summarise.model import SEVERITIES, Audit, Finding
from summarise.writing.wording import plain_line, printable

_QUOTES = '"“”'
_BREAK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Pair:
    """A summary and the source that it must be true to.

    Attributes:
        summary, source: the texts; findings point into these.
        id: what the pair is called.
        name, source_name: the files or records ("pairs.jsonl:12") that they come from, for messages.
        title_at: where a title that is no part of the article's own text stands behind it; None if it has none.
        problem: why there is nothing to check, None if there is.
        own_id: whether the id is the record's own, which a reader then looks it up by.
    """

    summary: str
    source: str
    id: str | None = None
    name: str | None = None
    source_name: str | None = None
    title_at: int | None = None
    problem: SummariseError | None = None
    own_id: bool = False


@dataclass(frozen=True, slots=True)
class Audited:
    """A pair with the result of its audit, or with the error that kept it from being checked."""

    pair: Pair
    audit: Audit = field(default_factory=Audit)
    error: SummariseError | None = None

    @property
    def ok(self) -> bool:
        """True when it was checked and nothing was found."""
        return self.error is None and self.audit.ok

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the audit found, in the order of the summary."""
        return self.audit.findings


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words and what stands before and behind them on their line, each ready to print."""

    before: str
    words: str
    after: str


def severity_and_kind(finding: Finding) -> str:
    """ "contradicted figure"; a kind that the severity says already is not said twice."""
    return finding.severity if finding.kind in finding.severity else f"{finding.severity} {finding.kind}"


def quoted(text: str) -> str:
    """Words on one line in quotation marks; a whole quotation keeps its own, a part of one gets single ones."""
    line = printable(text)
    inner = line.strip(_QUOTES)
    if any(mark in inner for mark in _QUOTES) or (line[:1] in _QUOTES) != (line[-1:] in _QUOTES):
        return f"'{line}'"
    return f'"{inner}"'


def position(text: str, at: int) -> tuple[int, int]:
    """Line and column of a character, both counted from 1."""
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def place(pair: Pair, finding: Finding) -> str:
    """Where the words stand in the summary: "summary.txt:2:10"."""
    line, column = position(pair.summary, finding.start)
    return f"{pair.name or 'summary'}:{line}:{column}"


def record_mark(pair: Pair) -> str:
    """ "[a-17] " before what is said of a record with an id of its own; "" for all else."""
    return f"[{printable(pair.id)}] " if pair.own_id and pair.id else ""


def problem_line(pair: Pair, error: SummariseError) -> str:
    """Why a pair could not be checked: "pairs.jsonl:3: [a-17] there is no ..."."""
    place = error.place or pair.name
    return str(SummariseError(f"{record_mark(pair)}{error.problem}", place=place, hint=error.hint))


def source_span(pair: Pair, finding: Finding) -> tuple[int, int] | None:
    """The nearest stretch of the source, None if there is none or nothing in it."""
    start, end = finding.source_start, finding.source_end
    if start is None or end is None or not pair.source[start:end].strip():
        return None
    return start, end


def source_place(pair: Pair, finding: Finding) -> str | None:
    """Where the nearest words stand in the source: "article.txt:3:24", or in its title; None if nowhere."""
    span = source_span(pair, finding)
    if span is None:
        return None
    name = pair.source_name or "source"
    if pair.title_at is not None and span[0] >= pair.title_at:
        return f"{name}, title"
    line, column = position(pair.source, span[0])
    return f"{name}:{line}:{column}"


def excerpt(text: str, start: int, end: int, width: int) -> Excerpt:
    """Words of a text on their line, which is cut down to about so many characters around them."""
    before = plain_line(text[text.rfind("\n", 0, start) + 1 : start]).lstrip()
    end_of_line = text.find("\n", end)
    after = plain_line(text[end : len(text) if end_of_line == -1 else end_of_line]).rstrip()
    words = plain_line(text[start:end])
    if len(words) > width:
        words = words[: width - 1] + "…"
    room = max(0, width - len(words))
    left = max(room // 2, room - len(after))
    if len(before) > left:
        # Cut at a space, so that no half of a number or a name is shown.
        kept = before[len(before) - max(0, left - 2) :]
        space = _BREAK.search(kept)
        before = "… " + (kept[space.end() :] if space else "")
    right = room - len(before)
    if len(after) > right:
        kept = after[: max(0, right - 2)]
        after = kept[: max(kept.rfind(" "), 0)] + " …"
    return Excerpt(before, words, after)


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many there are of each severity that there is, the gravest first."""
    found = Counter(finding.severity for finding in findings)
    return {severity: found[severity] for severity in SEVERITIES if found[severity]}


def count_line(found: dict[str, int]) -> str:
    """ "3 findings: 2 contradicted, 1 weakened", or "no findings"."""
    if not found:
        return "no findings"
    total = sum(found.values())
    severities = ", ".join(f"{number:,} {severity}" for severity, number in found.items())
    return f"{total:,} finding{'s' * (total != 1)}: {severities}"
