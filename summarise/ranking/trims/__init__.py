"""Stretches that may be left out inside a sentence of an extract, if that is asked for."""

from summarise.ranking.trims.trimming import TRIMS, Trim, trim

__all__ = ["TRIMS", "Trim", "trim"]
