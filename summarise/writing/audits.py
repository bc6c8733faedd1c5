"""The register of an audit's output formats, its JSON, and its page."""

import json
from collections.abc import Callable
from typing import Any

from summarise.model import SCHEMA_VERSION, Finding, plain
from summarise.writing.audit_text import write_blocks, write_lines
from summarise.writing.audited import (
    Audited,
    count_line,
    counts,
    excerpt,
    place,
    position,
    quoted,
    record_mark,
    severity_and_kind,
    source_place,
    source_span,
)
from summarise.writing.rendering import render
from summarise.writing.stretches import stretches

_EXCERPT = 240  # characters of a line that are shown around the words


def audit_document(audited: Audited) -> dict[str, Any]:
    """An audit as plain data, after `audit_document` of docs/schema.json."""
    pair = audited.pair
    return {
        "schema": SCHEMA_VERSION,
        "id": pair.id,
        "name": pair.name,
        "source_name": pair.source_name,
        "ok": audited.ok,
        "error": str(audited.error) if audited.error else None,
        "findings": [_finding(audited, finding) for finding in audited.findings],
    }


def audit_record(audited: Audited) -> str:
    """The same as one line of JSON, for JSON Lines."""
    return json.dumps(audit_document(audited), ensure_ascii=False) + "\n"


def write_audit(audited: Audited, format: str) -> str:
    """The audit in one of `AUDIT_FORMATS`; "lines" and "text" are empty where nothing was found."""
    return AUDIT_FORMATS[format](audited)


def _finding(audited: Audited, finding: Finding) -> dict[str, Any]:
    pair, span = audited.pair, source_span(audited.pair, finding)
    line, column = position(pair.summary, finding.start)
    in_title = span is not None and pair.title_at is not None and span[0] >= pair.title_at
    there = None if span is None or in_title else position(pair.source, span[0])
    return {
        **plain(finding),
        "line": line,
        "column": column,
        "source_text": pair.source[slice(*span)] if span else None,
        "source_line": there[0] if there else None,
        "source_column": there[1] if there else None,
    }


def _json(audited: Audited) -> str:
    return json.dumps(audit_document(audited), ensure_ascii=False, indent=2) + "\n"


def _page(audited: Audited) -> dict[str, Any]:
    """What the templates of an audit print."""
    pair = audited.pair
    body = len(pair.source) if pair.title_at is None else pair.title_at
    findings = []
    claims, places, in_title = {}, {}, {}
    for number, finding in enumerate(audited.findings, 1):
        span = source_span(pair, finding)
        claims[number] = (finding.start, finding.end, finding.severity)
        if span and span[0] < body:
            places[number] = (*span, finding.severity)
        elif span:
            in_title[number] = (span[0] - body, span[1] - body, finding.severity)
        findings.append(
            {
                "number": number,
                "finding": finding,
                "named": severity_and_kind(finding),
                "words": quoted(finding.text),
                "place": place(pair, finding),
                "line": excerpt(pair.summary, finding.start, finding.end, _EXCERPT),
                "source_place": source_place(pair, finding),
                "source_line": excerpt(pair.source, *span, _EXCERPT) if span else None,
            }
        )
    summary = stretches(pair.summary, claims)
    source, title = stretches(pair.source[:body].rstrip(), places), stretches(pair.source[body:], in_title)
    return {
        "audited": audited,
        "pair": pair,
        "record_mark": record_mark(pair),
        "findings": findings,
        "counts": counts(audited.findings),
        "count_line": count_line(counts(audited.findings)),
        "summary": summary,
        "source": source,
        "title": title,
        "claimed": {number for piece in summary for number in piece.begins},
        "placed": {number for piece in (*source, *title) for number in piece.begins},
    }


def _markdown(audited: Audited) -> str:
    return render("audit/audit.md.j2", _page(audited))


def _html(audited: Audited) -> str:
    return render("audit/audit.html.j2", _page(audited))


AUDIT_FORMATS: dict[str, Callable[[Audited], str]] = {
    "text": write_blocks,
    "lines": write_lines,
    "json": _json,
    "markdown": _markdown,
    "html": _html,
}

AUDIT_SUFFIXES: dict[str, str] = {
    ".txt": "text", ".json": "json", ".jsonl": "json", ".ndjson": "json", ".md": "markdown", ".html": "html"
}  # fmt: skip
