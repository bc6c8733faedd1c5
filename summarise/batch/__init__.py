"""Many articles: folders and record files in, one result each and an index out; and many audits."""

from summarise.batch.auditing import audit_one, audit_pairs
from summarise.batch.entries import Entry
from summarise.batch.folder import BatchReport, Progress, summarise_folder
from summarise.batch.pairs import (
    Matched,
    load_pair,
    match_article,
    match_folders,
    pair_of,
    read_pairs,
    read_source,
    read_summary,
)
from summarise.writing import Audited, Pair

__all__ = [
    "Audited",
    "BatchReport",
    "Entry",
    "Matched",
    "Pair",
    "Progress",
    "audit_one",
    "audit_pairs",
    "load_pair",
    "match_article",
    "match_folders",
    "pair_of",
    "read_pairs",
    "read_source",
    "read_summary",
    "summarise_folder",
]
