"""What stands in a template's place.

A slot is made of pieces, so that every part of a headline knows the characters of
the source it comes from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ...model import Piece
from ..line import spaced, text_of


@dataclass(frozen=True, slots=True)
class Slot:
    """Pieces, and what filters and templates need to know of them.

    Attributes:
        pieces: the text with its spans.
        lemma: base form of the verb or of the noun that heads it, a verb with its particle ("lay off").
        plural: whether a verb beside it stands in the plural.
        start, end: where the verb stands, for verbs.
        parts: further slots inside: its shorter variants `short` and `head`, `casualties.verb` ...
        wants: of each of these groups a template that shows this slot must show one as well:
            "hit the governor with a fine" is not "hit with a fine", "orders the firm to pay" not "orders the firm".
    """

    pieces: tuple[Piece, ...]
    lemma: str = ""
    plural: bool = False
    start: int | None = None
    end: int | None = None
    parts: Mapping[str, "Slot"] = field(default_factory=dict)
    wants: tuple[frozenset[str], ...] = ()

    def __str__(self) -> str:
        return text_of(self.pieces)

    def __getattr__(self, name: str) -> "Slot":
        # `casualties.verb` in a template; a part that is not there is an error, not a blank.
        if name in {"parts", "pieces"} or name.startswith("__") or name not in self.parts:
            raise AttributeError(name)
        return self.parts[name]

    def variant(self, name: str) -> "Slot":
        """The slot's part `short` or `head`; the slot itself for "full" and where it has no shorter form."""
        return self.parts.get(name, self)


NOTHING = Slot(())
"""Stands for an optional slot that is left out."""


def trimmed(line: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The line without white space at its front."""
    if not line:
        return line
    first = line[0]
    return (replace(first, text=first.text.lstrip()), *line[1:])


def graded(full: Slot, short: Slot, head: Slot) -> Slot:
    """One slot with its shorter variants, each of which knows those that are shorter still."""
    short = replace(short, parts={**full.parts, "short": short, "head": head})
    return replace(full, parts={**full.parts, "short": short, "head": head})


def led_by(piece: Piece, slot: Slot) -> Slot:
    """A slot with a word before it, in all its variants: "in" and "Leeds"."""

    def behind(inner: Slot) -> Slot:
        return replace(inner, pieces=(piece, *spaced(inner.pieces)), parts={})

    if not slot.pieces:
        return slot
    return graded(behind(slot), behind(slot.variant("short")), behind(slot.variant("head")))
