"""Whether a sentence makes a figure a mere possibility, a plan or a forecast: by patterns within one sentence."""

from summarise.figures.context.given import is_given
from summarise.figures.context.modality import PASSIVE, REACH, governing, is_dash
from summarise.figures.context.verbs import auxiliaries, is_finite, is_past, lemma, verbs
from summarise.figures.labels.dates import is_month
from summarise.figures.lexicon import word_class
from summarise.figures.tokens import Line
from summarise.model import FigureKind

_CLAUSE_ENDS = word_class("context", "clause_ends")
_HYPOTHETICAL = word_class("context", "hypothetical")
_PLANS = word_class("context", "plans")
_PLAN_NOUNS = word_class("context", "plan_nouns")
_PLANS_TO = word_class("context", "plans_to")
_AGAINST_PLANS = word_class("context", "against_plans")
_FORETOLD = word_class("context", "foretold")
_FORESEEN = word_class("context", "foreseen")
_AMOUNT_ENDS = word_class("context", "amount_ends")
_HABITS = word_class("context", "habits")
_WEEKDAYS = word_class("labels", "weekdays")
_OPINION = frozenset({"say", "think", "guess", "imagine", "argue"})
_NOT_PLANNED = frozenset({"not", "never"})
_SIGNS = frozenset({",", ";", ":", "“", "”", "—", "(", ")"})
_MODALS_BEHIND = frozenset({"could", "would", "may", "might", "if", "unless"})
_SUBJECTS = frozenset({"i", "he", "she", "it", "we", "they", "you", "that", "there"})
_BEHIND = 8
_DATED = 24  # tokens from "will" to a day that makes it a timetable
_AMOUNTS = ("money", "percent", "rate")


def is_hypothetical(line: Line, start: int, end: int, kind: FigureKind = "count") -> bool:
    """Whether a modal, a plan, a promise or a condition governs the number at tokens `start`, its cue
    included, to `end`.
    """
    if is_given(line, start, end, kind) or is_source(line, start, end):
        return False
    for at in range(start - 1, max(start - 1 - REACH, -1), -1):
        token = line[at]
        if (token.text in _SIGNS and start - at > 1) or token.lower in _CLAUSE_ENDS or is_dash(line, at):
            break
        if token.text == "If":
            return True
        if not token.text.islower():
            continue
        if token.lower in _HYPOTHETICAL:
            if token.lower == "would" and line[at + 1].lower in _OPINION:
                continue  # "I would say 70% of them"
            if token.lower == "could" and line[at + 1].lower in ("not", "only"):
                continue  # what somebody was not able to do is told as a fact
            if line[at - 2].lower == "than" or line[at - 1].lower == "than":
                return False  # "more than he could have hoped for two years ago"
            if token.lower == "would" and _is_habit(line, at, end):
                return False
            return not (token.lower == "if" and line[at + 1].lower in ("not", "only"))
        if is_will(token.lower) and _foretells(line, at, kind):
            return True
        if token.lower in _PLANS and _plans(line, at):
            return True
        if token.lower in _PLANS_TO and line[at + 1].lower == "to" and _is_base(line[at + 2].lower):
            return True
    return _modal_behind(line, end, kind)


def is_source(line: Line, start: int, end: int) -> bool:
    """Whether a number is what a change sets out from: "could rise to 5% from 4%", "up from 40"."""
    at = governing(line, start)
    if line[at].lower != "from" or any(line[inside].lower == "to" for inside in range(start, end + 2)):
        return False
    before = line[at - 1]
    return before.kind == "number" or before.text == "%" or before.lower in _AMOUNT_ENDS


def is_will(word: str) -> bool:
    """Whether a lower-case word is or holds "will"."""
    return word in ("will", "shall", "won't", "won’t") or word.endswith(("'ll", "’ll"))


def is_promised(verb: str, kind: FigureKind, *, dated: bool) -> bool:
    """Whether "will" with this base form is a promise or a forecast and no plain timetable.

    `dated`: the sentence names a day ("will cut 40 jobs on Friday").
    """
    return not dated and (verb in _FORETOLD or (verb == "be" and kind in _AMOUNTS))


def is_dated(line: Line, at: int) -> bool:
    """Whether a weekday or a day of a month stands near token `at`."""
    for near in range(max(at - _DATED, 0), at + _DATED):
        token = line[near]
        if not token.text[:1].isupper():
            continue
        if token.lower in _WEEKDAYS or (
            is_month(token) and "number" in (line[near - 1].kind, line[near + 1].kind)
        ):
            return True
    return False


def _foretells(line: Line, at: int, kind: FigureKind) -> bool:
    """Whether the "will" at token `at` promises or forecasts what its verb says."""
    at += 1
    while line[at].lower in ("not", "also", "only", "soon", "still", "now", "then") or line[
        at
    ].lower.endswith("ly"):
        at += 1
    word = line[at].lower
    if word == "have" and is_past(line[at + 1].lower):
        return True
    if word == "be" and (is_past(line[at + 1].lower) or line[at + 1].lower.endswith("ing")):
        word = _base(line[at + 1].lower)
    return is_promised(word, kind, dated=False) and not is_dated(line, at)


def _base(word: str) -> str:
    """The base form of a participle, also of a verb that only the list of what is promised knows."""
    stem = word.removesuffix("ing").removesuffix("ed")
    return next((base for base in (stem, f"{stem}e", stem[:-1]) if base in _FORETOLD), lemma(word))


def _is_habit(line: Line, at: int, end: int) -> bool:
    """ "we would meet three times a week": what used to be."""
    return line[end].lower == "times" or line[at + 1].lower in _HABITS or line[at - 1].lower in _HABITS


def _plans(line: Line, at: int) -> bool:
    """Whether the word of a plan at token `at` makes the figures behind it planned ones."""
    before, following = line[at - 1].lower, line[at + 1].lower
    if before in _AGAINST_PLANS | _NOT_PLANNED or following in auxiliaries():
        return False
    if line[at].lower not in _PLAN_NOUNS:
        return True
    # "raised its target by 15%", "plans by two firms": neither is what is planned
    return following not in ("by", "in", "from", "with", "under", "and")


def _is_base(word: str) -> bool:
    known = verbs()
    return word in known.base or word in known.measuring or word in ("be", "have")


def _modal_behind(line: Line, end: int, kind: FigureKind) -> bool:
    """ "40 jobs could go", "40 people are expected to come"; not over another verb or subject."""
    for at in range(end, min(end + _BEHIND, len(line))):
        token = line[at]
        if token.text in _SIGNS or token.lower in _CLAUSE_ENDS | _SUBJECTS or token.lower in ("said", "says"):
            return False
        if token.text in _MODALS_BEHIND:
            if token.text == "could" and line[at + 1].text in ("not", "only"):
                return False
            return not (token.text == "would" and _is_habit(line, at, at))
        if is_will(token.text):
            return _foretells(line, at, kind)
        joined = token.lower in ("and", "but")
        if joined and (line[at + 1].lower in auxiliaries() or is_finite(line, at + 1)):
            return False
        if token.text in _FORESEEN and line[at + 1].lower == "to":
            return line[at - 1].lower in PASSIVE
        if token.lower in auxiliaries() and line[at + 1].text not in _FORESEEN:
            return False
    return False
