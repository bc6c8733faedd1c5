"""Whether a sentence takes a figure back or makes it a mere possibility: by patterns within one sentence."""

from summarise.figures.lexicon import word_class
from summarise.figures.tokens import Line

_NEGATIONS = word_class("context", "negations")
_HYPOTHETICAL = word_class("context", "hypothetical")
_PLANS = word_class("context", "plans")
_CLAUSE = frozenset({",", ";", ":", "“", "”", "—", "(", ")"})
_REACH = 12


def is_negated(line: Line, start: int) -> bool:
    """Whether a denial or a negation reaches the number at token `start`."""
    for at in range(start - 1, max(start - 1 - _REACH, -1), -1):
        token = line[at]
        if token.text in (";", ":", "“", "”") or token.lower in ("but", "although", "while"):
            return False
        if token.text == "," and start - at > 1:
            return False
        if token.lower in _NEGATIONS or token.lower.endswith(("n't", "n’t")):
            following = line[at + 1].lower
            return following not in ("only", "more", "less", "fewer", "just", "least")
    return False


def is_hypothetical(line: Line, start: int, end: int) -> bool:
    """Whether a modal, a plan or a condition governs the number at tokens `start` to `end`."""
    for at in range(start - 1, max(start - 1 - _REACH, -1), -1):
        token = line[at]
        if token.text in _CLAUSE and start - at > 1:
            break
        if (token.lower in _HYPOTHETICAL and token.text.islower()) or token.text == "If":
            return True
        if token.lower in _PLANS and token.text.islower():
            return True
    for at in range(end, min(end + 8, len(line))):
        token = line[at]
        if token.text in _CLAUSE:
            break
        if token.text in ("could", "would", "may", "might", "if", "unless"):
            return True
    return False
