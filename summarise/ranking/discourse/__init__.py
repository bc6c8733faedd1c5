"""What leans on what: which sentence of a story needs which other to be understood."""

from summarise.ranking.discourse.leaning import Discourse, Lean, is_question, leans
from summarise.ranking.discourse.register import RULES

__all__ = ["RULES", "Discourse", "Lean", "is_question", "leans"]
