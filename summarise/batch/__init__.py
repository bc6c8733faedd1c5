"""Many articles: folders and record files in, one result each and an index out."""

from summarise.batch.entries import Entry
from summarise.batch.folder import BatchReport, Progress, summarise_folder

__all__ = ["BatchReport", "Entry", "Progress", "summarise_folder"]
