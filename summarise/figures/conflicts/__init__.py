"""Figures of one article that contradict each other."""

from summarise.figures.conflicts.find import conflicts

__all__ = ["conflicts"]
