"""Reading: files, standard input and records to articles, their parts told apart."""

from summarise.reading.layout import from_text
from summarise.reading.records import from_record
from summarise.reading.sources import FORMATS, MAX_ARTICLE_BYTES, Reader, read, read_all, read_one

__all__ = [
    "FORMATS",
    "MAX_ARTICLE_BYTES",
    "Reader",
    "from_record",
    "from_text",
    "read",
    "read_all",
    "read_one",
]
