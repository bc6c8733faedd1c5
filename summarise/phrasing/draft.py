"""A filled template before it is judged."""

from dataclasses import dataclass

from ..model import Piece
from .clauses import Clause
from .headlinese import the_age_of
from .line import text_of
from .tightening import Tightening
from .tree import Tree


@dataclass(frozen=True, slots=True)
class Draft:
    """A line with the clause it was made of.

    Attributes:
        pieces, text: the line as it would be printed.
        template, domain: what made it.
        clause: the clause it tells.
        shown: the tokens of the clause's sentence that the line holds.
        restated: those of them in whose place a name stands.
        tightened: what was said shorter, by the names of `tightening.TIGHTENINGS`.
        spared: the tokens that this left unsaid; they count as shown.
    """

    pieces: tuple[Piece, ...]
    text: str
    template: str
    domain: str
    clause: Clause
    shown: frozenset[int]
    restated: frozenset[int] = frozenset()
    tightened: tuple[str, ...] = ()
    spared: frozenset[int] = frozenset()

    def covers(self, offset: int) -> bool:
        """Whether the line holds the character of the source at `offset`."""
        return any(
            p.start is not None and p.end is not None and p.start <= offset < p.end for p in self.pieces
        )


def draft(
    line: tuple[Piece, ...],
    clause: Clause,
    template: str,
    domain: str,
    restated: frozenset[int] = frozenset(),
    how: tuple[Tightening, ...] = (),
) -> Draft:
    """The draft of a polished line."""
    spared = frozenset(i for one in how for i in one.put.tokens)
    # Asked of every token of every draft, so the pieces are looked at once.
    spans = [(p.start, p.end) for p in line if p.start is not None and p.end is not None]
    covered = (t.index for t in clause.tree.tokens if any(s <= t.start < e for s, e in spans))
    shown = frozenset(covered) | restated | spared
    shown |= frozenset(the_age_of(clause.tree, shown)) | _counted(clause.tree, shown)
    names = tuple(one.name for one in how)
    return Draft(line, text_of(line), template, domain, clause, shown, restated, names, spared)


def _counted(tree: Tree, shown: frozenset[int]) -> frozenset[int]:
    """ "14 killed": the number stands for the people as well."""
    people = (t.index for t in tree.tokens if t.text.lower() in {"people", "persons"})
    return frozenset(i for i in people if any(c in shown for c in tree.offspring(i, "nummod")))
