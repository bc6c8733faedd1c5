"""Figures refined by the parse of their sentences."""

from summarise.figures.parsed.refine import with_syntax

__all__ = ["with_syntax"]
