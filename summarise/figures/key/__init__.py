"""Which figures of an article matter."""

from summarise.figures.key.choice import key_figures

__all__ = ["key_figures"]
