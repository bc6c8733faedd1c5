"""A filled template before it is judged."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Piece
from .clauses import Clause
from .line import text_of


@dataclass(frozen=True, slots=True)
class Draft:
    """A line with the clause it was made of.

    Attributes:
        pieces, text: the line as it would be printed.
        template, domain: what made it.
        clause: the clause it tells.
        shown: the tokens of the clause's sentence that the line holds.
        restated: those of them in whose place a name stands.
    """

    pieces: tuple[Piece, ...]
    text: str
    template: str
    domain: str
    clause: Clause
    shown: frozenset[int]
    restated: frozenset[int] = frozenset()

    def covers(self, offset: int) -> bool:
        """Whether the line holds the character of the source at `offset`."""
        return _covered(self.pieces, offset)


def draft(
    line: tuple[Piece, ...],
    clause: Clause,
    template: str,
    domain: str,
    restated: frozenset[int] = frozenset(),
) -> Draft:
    """The draft of a polished line."""
    shown = frozenset(t.index for t in clause.tree.tokens if _covered(line, t.start)) | restated
    return Draft(line, text_of(line), template, domain, clause, shown, restated)


def _covered(line: Iterable[Piece], offset: int) -> bool:
    return any(p.start is not None and p.end is not None and p.start <= offset < p.end for p in line)
