"""Figures written in words."""

from summarise.figures.printing.formatting import format_figure

__all__ = ["format_figure"]
