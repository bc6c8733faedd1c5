"""Figures: finding the quantities of a text, ranking them, comparing them."""

from summarise.figures.compare import same_quantity, supports, wording
from summarise.figures.conflicts import conflicts
from summarise.figures.find import find_figures, normalise
from summarise.figures.key import key_figures

__all__ = ["conflicts", "find_figures", "key_figures", "normalise", "same_quantity", "supports", "wording"]
