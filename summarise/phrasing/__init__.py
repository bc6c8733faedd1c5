"""From clauses and figures to headlines, bullets and lines of figures."""

from .bullets import bullets
from .domains import domains
from .figure_lines import key_lines
from .headline import headlines
from .salience import Salience, salience

__all__ = ["Salience", "bullets", "domains", "headlines", "key_lines", "salience"]
