"""The nouns: what an article is made of and what comes out.

All are frozen. `start` and `end` are always character offsets into
`Article.text`, which is never changed, so that `article.text[start:end]` is the
thing itself. Verbs live in the stages; a noun only knows how to show itself.
"""

from .output import (
    SCHEMA_VERSION,
    Audit,
    Bullet,
    Digest,
    Finding,
    Headline,
    KeyLine,
    LineForm,
    Origin,
    Piece,
    Readability,
    Style,
    Warning,
    plain,
)
from .source import (
    ELLIPSIS,
    Article,
    Bound,
    Dateline,
    Direction,
    Figure,
    FigureKind,
    ParsedSentence,
    Ranked,
    Role,
    Sentence,
    Span,
    Token,
)

__all__ = [
    "ELLIPSIS",
    "SCHEMA_VERSION",
    "Article",
    "Audit",
    "Bound",
    "Bullet",
    "Dateline",
    "Digest",
    "Direction",
    "Figure",
    "FigureKind",
    "Finding",
    "Headline",
    "KeyLine",
    "LineForm",
    "Origin",
    "ParsedSentence",
    "Piece",
    "Ranked",
    "Readability",
    "Role",
    "Sentence",
    "Span",
    "Style",
    "Token",
    "Warning",
    "plain",
]
