"""Which sentences matter, why, and which of them make an extract."""

from summarise.ranking.rank import RANKERS, rank
from summarise.ranking.selection import select

__all__ = ["RANKERS", "rank", "select"]
