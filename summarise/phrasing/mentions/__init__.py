"""Who is who: the names of an article and what its definite nouns and pronouns stand for."""

from .mentions import Mentions, read
from .name import Name, NameMention, Sort

__all__ = ["Mentions", "Name", "NameMention", "Sort", "read"]
