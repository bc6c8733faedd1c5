"""Does a summary say only what its source says?

Each sentence of the summary is laid beside the sentences of the source that have most
of its words (`align`, `reading`), and each check compares one thing: figures, dates,
names, who did it to whom, yes and no, done and only planned, whose claim it is,
quotations. A finding needs evidence: either the source has no such thing at all, or it
has another one in the same place.
"""

from .auditor import Auditor
from .checking import audit
from .source import Source

__all__ = ["Auditor", "Source", "audit"]
