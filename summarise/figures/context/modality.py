"""Whether a sentence takes a figure back: by patterns within one sentence."""

from summarise.figures.context.given import hyphened, is_given
from summarise.figures.lexicon import word_class
from summarise.figures.tokens import Line
from summarise.model import FigureKind

_NEGATIONS = word_class("context", "negations")
_NOT_NEGATED = word_class("context", "not_negated")
_DENIALS = word_class("context", "denials")
_REJECTIONS = word_class("context", "rejections")
_CLAIMS = word_class("context", "claims")
_FAILURES = word_class("context", "failures")
_FACTIVE = word_class("context", "factive")
_CLAUSE_ENDS = word_class("context", "clause_ends")
_NOT_IN_TIME = word_class("context", "not_in_time")
_BESIDE = word_class("context", "beside_denial")
PASSIVE = frozenset({"be", "been", "being", "was", "were", "is", "are", "got"})
REACH = 12
_NEAR = 5


def is_negated(line: Line, start: int, end: int, kind: FigureKind = "count") -> bool:
    """Whether a denial or a negation reaches the number at tokens `start`, its cue included, to `end`.

    A score is how a thing was rejected, not what was; an age is that of someone who is there; "the two teams"
    and "a five-year plan" are there whatever is denied.
    """
    if hyphened(line, start, end) or is_given(line, start, end, kind):
        return False
    governor = line[governing(line, start)].lower
    such = line[start - 1].lower == "as" and line[start - 2].lower == "such"
    if governor in _BESIDE or governor in ("just", "only") or such or (governor == "for" and kind == "count"):
        return False  # "cannot afford a house in 92% of towns"
    for at in range(start - 1, max(start - 1 - REACH, -1), -1):
        token = line[at]
        if token.text in (";", ":", "“", "”") or (token.text == "," and start - at > 1) or is_dash(line, at):
            return False
        word = token.lower
        if word in _CLAUSE_ENDS:
            return False
        if word in _DENIALS:
            return line[at - 1].lower not in PASSIVE
        if word in _REJECTIONS and line[at - 1].lower not in PASSIVE:
            return any(line[inside].lower in _CLAIMS for inside in range(at + 1, min(at + 6, start)))
        if word in _FAILURES and line[at + 1].lower == "to":
            return start - at <= _NEAR
        if word == "without":
            return start - at <= 2 and kind != "duration"
        if word in _NEGATIONS or word.endswith(("n't", "n’t")):
            if word == "not" and line[at - 1].lower in ("if", "or", "why", "whether"):
                return False
            if line[at + 1].lower in _NOT_NEGATED | _FACTIVE:
                return False
            return not (kind == "duration" and governor in _NOT_IN_TIME)
    return False


def is_dash(line: Line, at: int) -> bool:
    """Whether a hyphen stands for a dash."""
    return line[at].text == "-" and not line.glued(at) and not line.glued(at + 1)


def governing(line: Line, start: int) -> int:
    """The token before a number and its article."""
    at = start
    while line[at - 1].lower in ("the", "a", "an", "last", "past", "some", "about"):
        at -= 1
    return at - 1
