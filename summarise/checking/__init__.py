"""Is it in the source, and can it be read?"""

from .audit import Source, audit, prepare
from .readability import readability

__all__ = ["Source", "audit", "prepare", "readability"]
