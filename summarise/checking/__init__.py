"""Is it in the source, and can it be read?"""

from .faithfulness import Auditor, Source, audit
from .readability import readability

__all__ = ["Auditor", "Source", "audit", "readability"]
