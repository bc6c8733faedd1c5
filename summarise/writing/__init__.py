"""A Digest as text, Markdown, JSON or an HTML page, and the index page of a batch."""

from summarise.writing.documents import write_figures
from summarise.writing.files import write_file
from summarise.writing.formats import FORMATS, SUFFIXES, write, writer
from summarise.writing.index import IndexRow, write_index
from summarise.writing.wording import BOUND_WORDS, FigureRow, figure_row, printable, why

__all__ = [
    "BOUND_WORDS",
    "FORMATS",
    "SUFFIXES",
    "FigureRow",
    "IndexRow",
    "figure_row",
    "printable",
    "why",
    "write",
    "write_figures",
    "write_file",
    "write_index",
    "writer",
]
