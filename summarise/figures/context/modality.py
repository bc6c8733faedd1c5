"""Whether a sentence takes a figure back or makes it a mere possibility: by patterns within one sentence."""

from summarise.figures.context.verbs import auxiliaries, verbs
from summarise.figures.lexicon import word_class
from summarise.figures.tokens import Line
from summarise.model import FigureKind

_NEGATIONS = word_class("context", "negations")
_NOT_NEGATED = word_class("context", "not_negated")
_DENIALS = word_class("context", "denials")
_REJECTIONS = word_class("context", "rejections")
_CLAIMS = word_class("context", "claims")
_FAILURES = word_class("context", "failures")
_CLAUSE_ENDS = word_class("context", "clause_ends")
_NOT_IN_TIME = word_class("context", "not_in_time")
_HYPOTHETICAL = word_class("context", "hypothetical")
_PLANS = word_class("context", "plans")
_PLANS_TO = word_class("context", "plans_to")
_AGAINST_PLANS = word_class("context", "against_plans")
_NOT_PLANNED = frozenset({"not", "never"})
_SIGNS = frozenset({",", ";", ":", "“", "”", "—", "(", ")"})
_MODALS_BEHIND = frozenset({"could", "would", "may", "might", "if", "unless"})
_PASSIVE = frozenset({"be", "been", "being", "was", "were", "is", "are", "got"})
_AMOUNT_ENDS = word_class("context", "amount_ends")
_FORESEEN = word_class("context", "foreseen")
_REACH = 12
_BEHIND = 8
_NEAR = 5


def is_negated(line: Line, start: int, kind: FigureKind = "count") -> bool:
    """Whether a denial or a negation reaches the number whose cue or first token is `start`."""
    if kind in ("score", "age", "rank"):
        return (
            False  # a score is how a thing was rejected, not what was; an age is that of someone who is there
        )
    governing = line[_governing(line, start)].lower
    for at in range(start - 1, max(start - 1 - _REACH, -1), -1):
        token = line[at]
        if token.text in (";", ":", "“", "”") or (token.text == "," and start - at > 1) or _dash(line, at):
            return False
        word = token.lower
        if word in _CLAUSE_ENDS:
            return False
        if word in _DENIALS:
            return line[at - 1].lower not in _PASSIVE
        if word in _REJECTIONS and line[at - 1].lower not in _PASSIVE:
            return any(line[inside].lower in _CLAIMS for inside in range(at + 1, min(at + 6, start)))
        if word in _FAILURES and line[at + 1].lower == "to":
            return start - at <= _NEAR
        if word == "without":
            return start - at <= 2 and kind != "duration"
        if word in _NEGATIONS or word.endswith(("n't", "n’t")):
            if word == "not" and line[at - 1].lower in ("if", "or", "why", "whether"):
                return False
            if line[at + 1].lower in _NOT_NEGATED:
                return False
            return not (kind == "duration" and governing in _NOT_IN_TIME)
    return False


def _dash(line: Line, at: int) -> bool:
    """Whether a hyphen stands for a dash."""
    return line[at].text == "-" and not line.glued(at) and not line.glued(at + 1)


def _governing(line: Line, start: int) -> int:
    """The token before a number and its article."""
    at = start
    while line[at - 1].lower in ("the", "a", "an", "last", "past", "some", "about"):
        at -= 1
    return at - 1


def is_hypothetical(line: Line, start: int, end: int, kind: FigureKind = "count") -> bool:
    """Whether a modal, a plan or a condition governs the number at tokens `start`, its cue included, to `end`."""
    if kind in ("age", "score"):
        return False
    if _is_source(line, start, end):
        return False
    for at in range(start - 1, max(start - 1 - _REACH, -1), -1):
        token = line[at]
        if (token.text in _SIGNS and start - at > 1) or token.lower in _CLAUSE_ENDS or _dash(line, at):
            break
        if token.text == "If":
            return True
        if not token.text.islower():
            continue
        if token.lower in _HYPOTHETICAL:
            return not (token.lower == "if" and line[at + 1].lower in ("not", "only"))
        if token.lower in _PLANS and not (
            line[at - 1].lower in _AGAINST_PLANS | _NOT_PLANNED or line[at + 1].lower in auxiliaries()
        ):
            return True
        if token.lower in _PLANS_TO and line[at + 1].lower == "to" and _is_base(line[at + 2].lower):
            return True
    return _modal_behind(line, end)


def _is_source(line: Line, start: int, end: int) -> bool:
    """Whether a number is what a change sets out from: "could rise to 5% from 4%", "up from 40"."""
    at = _governing(line, start)
    if line[at].lower != "from" or any(line[inside].lower == "to" for inside in range(start, end + 2)):
        return False
    before = line[at - 1]
    return before.kind == "number" or before.text == "%" or before.lower in _AMOUNT_ENDS


def _is_base(word: str) -> bool:
    known = verbs()
    return word in known.base or word in known.measuring or word in ("be", "have")


def _modal_behind(line: Line, end: int) -> bool:
    """ "40 jobs could go", "40 people are expected to come"."""
    for at in range(end, min(end + _BEHIND, len(line))):
        token = line[at]
        if token.text in _SIGNS or token.lower in _CLAUSE_ENDS or token.lower in ("said", "says"):
            return False
        if token.text in _MODALS_BEHIND:
            return True
        if (
            token.text in ("expected", "likely", "set", "due", "forecast", "projected", "planned")
            and line[at + 1].lower == "to"
        ):
            return line[at - 1].lower in _PASSIVE
    return False
