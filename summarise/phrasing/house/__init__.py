"""House styles: how a newsroom wants its headlines to look, as data, and what puts them on."""

from .dressing import dress, dressed
from .house import CHOICES, House, load_house, settled

__all__ = ["CHOICES", "House", "dress", "dressed", "load_house", "settled"]
