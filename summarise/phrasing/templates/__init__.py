"""Headline templates: what they are, reading them from TOML, choosing forms for their slots, filling them."""

from .filling import fillings
from .reading import SLOTS, domain_names, load, load_file
from .rendering import render
from .template import Example, HeadlineTemplate

__all__ = [
    "SLOTS",
    "Example",
    "HeadlineTemplate",
    "domain_names",
    "fillings",
    "load",
    "load_file",
    "render",
]
