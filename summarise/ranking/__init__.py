"""Which sentences matter, why, and which of them make an extract."""

from summarise.ranking.budget import STANDARD_SENTENCES, Budget, budget_of
from summarise.ranking.extract import Extract, extract
from summarise.ranking.profiles import AUTO, PROFILES
from summarise.ranking.rank import RANKERS, Ranking, rank, standing
from summarise.ranking.trims import TRIMS
from summarise.settings import Names

NAMES: Names = {"rankers": tuple(RANKERS), "profiles": (AUTO, *PROFILES), "trims": tuple(TRIMS)}
"""The names that settings may give."""

__all__ = [
    "AUTO",
    "NAMES",
    "PROFILES",
    "RANKERS",
    "STANDARD_SENTENCES",
    "TRIMS",
    "Budget",
    "Extract",
    "Ranking",
    "budget_of",
    "extract",
    "rank",
    "standing",
]
