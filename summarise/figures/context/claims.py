"""Whether a verb of saying tells a claim, and how far that claim reaches."""

from summarise.figures.context.agreement import is_person
from summarise.figures.context.naming import PRONOUNS, SAID
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.nouns.phrases import TokenSpan, is_plural
from summarise.figures.tokens import Line

_NOUN_ALIKE = word_class("context", "noun_alike")
_NAMING = word_class("context", "naming")
_INTENDING = word_class("context", "intending")
_PUTTING = word_class("context", "putting")
_CALLING = word_class("context", "calling")
_SURVEYS = word_class("context", "surveys")
_ANSWERS = word_class("context", "answers")
_FINDINGS = word_class("context", "findings")
_ASIDES = word_class("context", "asides")
_OPENERS = frozenset(
    {"that", "the", "there", "it", "a", "an", "its", "his", "her", "their", "up", "no", "some"}
)
SPEAKING = SAID | _NAMING | _INTENDING | _PUTTING | _CALLING


def claims(line: Line, at: int, name: TokenSpan) -> bool:
    """Whether the verb at `at` tells a claim: not "said no", not "found a way", not "added 20 trips"."""
    verb, following = line[at].lower, line[at + 1]
    if line[name[0] - 1].lower in ("if", "whether", "unless") and line[name[0]].lower in PRONOUNS:
        return False
    if following.text == "," and line[at + 2].text in ("“", '"'):
        return verb in SAID  # "Reed added, "after 15 years..."
    if following.lower == "in" and verb in ("believe", "believes"):
        return False
    if (
        verb in _NOUN_ALIKE
        and line[name[0]].lower in ("a", "an", "the")
        and name[1] == name[0] + 2
        and not _can_speak(line[name[0] + 1].lower)
    ):
        return False
    past = past_time(line, at + 1)
    if verb in _INTENDING:
        return line[past].lower == "to"
    if verb in _PUTTING and any(
        line[next_].lower in ("at", "on") and _amount(line, next_ + 1) for next_ in range(at + 2, at + 14)
    ):
        return True
    if verb in _CALLING and verb not in SAID:
        return any(line[next_].lower == "for" for next_ in range(at + 1, at + 4))
    if line[past].lower == "that":
        return verb in SAID | _NAMING
    if verb in _FINDINGS:
        head = line[name[1] - 1].lower
        surveyed = any(line[inside].lower in _SURVEYS for inside in range(*name)) or head in _SURVEYS
        return surveyed and line[past].lower not in ("a", "an") and _amount(line, past)
    if verb in _NAMING:
        if verb in _NOUN_ALIKE and not _amount(line, past) and following.kind == "word":
            whole = line[name[0]].text[0].isupper() or line[name[0]].lower == "the"
            return following.lower in _OPENERS or (
                following.lower not in words("figure_function_words")
                and (whole or line[name[1] - 1].text[0].isupper() or is_plural(line[name[1] - 1].lower))
            )
        return True
    if verb in _NOUN_ALIKE:
        return following.lower in _OPENERS | PRONOUNS or _amount(line, past)
    if verb in ("pointed", "points"):
        return following.lower == "out"
    if verb in ("added", "adds", "adding"):
        return following.lower in {"that", "the", "there"} | PRONOUNS or following.text in (":", "“", '"')
    if verb in ("declared", "reported", "reports"):
        return following.lower not in ("a", "an", "its", "war", "victory", "bankruptcy")
    if verb == "wrote" or verb == "writes":
        return following.text in (":", "“", '"') or following.lower in ("in", "on")
    if verb in ("told", "tells", "telling"):
        return (
            following.lower not in ("me", "us", "him", "her", "them")
            and not (following.kind == "number" or _amount(line, at + 1))
        ) or any(line[next_].lower == "that" for next_ in range(at, at + 12))
    if following.lower in _ANSWERS:
        after = line[at + 2]
        return after.kind in ("word", "number") and after.lower not in ("to", "and", "but", "when", "as")
    return verb in SAID


def _can_speak(word: str) -> bool:
    return word in word_class("context", "bodies") or is_plural(word) or is_person(word)


def past_time(line: Line, at: int) -> int:
    """Past "on Tuesday", "Monday", "last week" behind a verb."""
    if line[at].lower in ("on", "in", "last", "late", "early") and line[at + 1].kind == "word":
        weekday = line[at + 1].lower in word_class("labels", "weekdays") or line[at].lower == "last"
        return at + 2 if weekday or line[at + 1].lower in word_class("labels", "months") else at
    return at + 1 if line[at].lower in word_class("labels", "weekdays") else at


def _amount(line: Line, at: int) -> bool:
    """Whether an amount begins at token `at`, with or without its cue."""
    found = lexicon().cues_before.after(line, at)
    at = found[1] if found else at
    while line[at].lower in ("a", "an", "between", "the", "just", "only", "some", "more", "from", "around"):
        at += 1
    token = line[at]
    return (
        token.kind == "number"
        or token.text in ("$", "£", "€", "¥")
        or token.lower in lexicon().cardinals
        or (token.lower in ("half", "nearly", "almost", "about", "third", "quarter"))
        or (line[at + 1].kind == "number" and token.lower in ("estimated", "record", "total"))
    )


def claim_end(line: Line, at: int) -> int:
    """Where what is said ends: before the paper's own aside."""
    for inside in range(at + 1, len(line) - 1):
        if line[inside].text == "," and line[inside + 1].lower in _ASIDES:
            return inside
        if line[inside].text in (";",):
            return inside
    return len(line)
