"""A Digest as text, Markdown, JSON or an HTML page, and the index page of a batch."""

from summarise.writing.files import write_file
from summarise.writing.formats import FORMATS, SUFFIXES, write, writer
from summarise.writing.index import IndexRow, write_index
from summarise.writing.wording import FigureRow, figure_row, printable, why

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "FigureRow",
    "IndexRow",
    "figure_row",
    "printable",
    "why",
    "write",
    "write_file",
    "write_index",
    "writer",
]
