"""From clauses and figures to headlines and bullets."""

from .bullets import bullets
from .domains import domains
from .headline import headlines
from .salience import Salience, salience
from .shorten import compress

__all__ = ["Salience", "bullets", "compress", "domains", "headlines", "salience"]
