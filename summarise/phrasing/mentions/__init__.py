"""Who is who: the names of an article, and what its pronouns and definite nouns stand for.

`read` makes the `Mentions` of an article; what is not clear stays open. The method is said in `resolve`.
"""

from .mentions import Mentions, read
from .name import Name, NameMention, Sort

__all__ = ["Mentions", "Name", "NameMention", "Sort", "read"]
