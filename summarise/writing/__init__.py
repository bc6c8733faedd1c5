"""A Digest as text, Markdown, JSON or an HTML page, the index page of a batch, and audits in the same formats."""

from summarise.writing.audit_text import WIDTH, Emphasis, Line, finding_block, finding_line
from summarise.writing.audited import Audited, Pair, count_line, counts, problem_line
from summarise.writing.audits import (
    AUDIT_FORMATS,
    AUDIT_SUFFIXES,
    audit_document,
    audit_record,
    write_audit,
)
from summarise.writing.documents import write_figures
from summarise.writing.files import replacing, write_file
from summarise.writing.formats import FORMATS, SUFFIXES, write, writer
from summarise.writing.index import IndexRow, write_index
from summarise.writing.wording import BOUND_WORDS, FigureRow, figure_row, printable, why

__all__ = [
    "AUDIT_FORMATS",
    "AUDIT_SUFFIXES",
    "BOUND_WORDS",
    "FORMATS",
    "SUFFIXES",
    "WIDTH",
    "Audited",
    "Emphasis",
    "FigureRow",
    "IndexRow",
    "Line",
    "Pair",
    "audit_document",
    "audit_record",
    "count_line",
    "counts",
    "figure_row",
    "finding_block",
    "finding_line",
    "printable",
    "problem_line",
    "replacing",
    "why",
    "write",
    "write_audit",
    "write_figures",
    "write_file",
    "write_index",
    "writer",
]
