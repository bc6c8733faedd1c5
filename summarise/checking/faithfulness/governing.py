"""What a negation or a doubt governs: the word that is denied or not certain."""

from ...figures.context.verbs import auxiliaries, is_verb
from .registers import operator_words
from .words import Told, Word

_NOBODY = frozenset({"nobody", "none", "nothing", "nowhere", "no-one", "noone"})
_STOPS = frozenset({";", ":", ".", "?", "!", '"', "(", ")", "“", "”"})
_CLAUSE = frozenset(
    {"but", "because", "although", "though", "while", "whereas", "which", "who", "after", "before", "when"}
)
_REACH = 7
_QUOTES = frozenset({'"', "“", "”"})


def governed(told: Told, at: int, word: Word, sort: str) -> tuple[int, ...]:
    """The words that an operator governs.

    Args:
        told: the sentence; at: the operator's last word; word: its first.
        sort: what it does to them ("not", "plan" ...).
    """
    words, known = told.words, operator_words()
    lower = word.lower
    nobody = lower in _NOBODY or lower in ("neither", "nor") or (lower == "no" and words[at].lower == "one")
    if nobody:
        near = _next_content(told, at + 1)
        if near is not None and _verbal(told, at + 1, near, lower, "not"):
            return (near,)  # "nobody really buys it"
        verb = _next_verb(told, at + 1)
        return (verb,) if verb is not None else ()
    if sort == "alleged" and (done := deed(told, at)) is not None:
        return (done,)
    if sort in ("demand", "alleged") and "that" in [w.lower for w in words[at + 1 : at + 3]]:
        verb = _next_verb(told, at + 2)
        return (verb,) if verb is not None else ()
    found = _next_content(told, at + 1)
    if lower == "whether" and found is not None:
        verb = _next_verb(told, found + 1)
        return (verb,) if verb is not None else (found,)
    if sort == "not" and lower == "no" and words[at].lower == "no" and found is not None:
        verb = _next_verb(told, found + 1)
        return (found, verb) if verb is not None else (found,)
    if sort == "not" and word.key in known.negating and lower not in known.negations:
        behind = [w.lower for w in words[at + 1 : at + 8]]
        if "from" in known.negating[word.key] and "from" in behind:
            inner = _next_content(told, at + 2 + behind.index("from"))
            return (inner,) if inner is not None else ()
        if "that" in behind[:4]:
            verb = _next_verb(told, at + 2 + behind.index("that"))
            return (verb,) if verb is not None else ()
    if sort == "alleged" and lower.endswith("ly"):
        before = next((i for i in range(at - 1, max(at - 4, -1), -1) if words[i].content), None)
        both = (found if found is not None and found - at <= 3 else None, before)
        return tuple(i for i in both if i is not None)[:1]
    if sort != "not" and found is not None and not _verbal(told, at + 1, found, lower, sort):
        return ()
    if sort == "not" and found is not None:
        joined = _joined_by_or(told, found)
        if joined is not None:
            return (found, joined)
    return (found,) if found is not None else ()


def _verbal(told: Told, start: int, found: int, lower: str, sort: str) -> bool:
    """Whether what a doubt governs is a verb or its like: only auxiliaries and adverbs stand before it, or it is what
    something may be ("could be a record", "probably the oldest").
    """
    joined = told.words[start - 1].key == "be" and sort not in _OF_DEEDS  # "could be"
    linked = joined or lower in _DOUBTING_ADVERBS
    for word in told.words[start:found]:
        if linked and word.lower in _BEFORE_PREDICATE:
            continue
        if word.lower not in auxiliaries() | _BETWEEN and not word.lower.endswith("ly"):
            return False
        linked = linked or ((word.key == "be" or word.lower == "have") and sort not in _OF_DEEDS)
    return True


# These say something of deeds only: what "will be in dry dock" is no plan.
_OF_DEEDS = ("plan", "attempt", "demand", "condition")
LIGHT = frozenset("take make get go give come".split())
_BETWEEN = LIGHT | frozenset("to not also soon still now even only just been be".split())
_BEFORE_PREDICATE = frozenset("a an the in at on of its his her their one those some as among his".split())
_DOUBTING_ADVERBS = frozenset(
    "perhaps probably possibly maybe presumably reportedly allegedly apparently potentially arguably".split()
)


def deed(told: Told, at: int) -> int | None:
    """What somebody is accused of: the participle behind "of" or "for" ("accused the mayor of lying"), None if none."""
    words = told.words
    for i in range(at + 1, min(at + _REACH + 2, len(words) - 1)):
        if words[i].lower in _STOPS | _CLAUSE:
            return None
        if words[i].lower in ("of", "for") and words[i + 1].lower.endswith("ing"):
            if words[i + 1].lower in ("having", "being"):
                return _next_content(told, i + 2)
            return i + 1 if words[i + 1].content else None
    return None


def _joined_by_or(told: Told, at: int) -> int | None:
    """The second word that a negation governs: "did not prove a threat or prompt a flight"."""
    words = told.words
    for i in range(at + 1, min(at + _REACH, len(words))):
        if words[i].lower in _STOPS or words[i].lower == ",":
            return None
        if words[i].lower in ("or", "nor"):
            return _next_content(told, i + 1)
    return None


def _next_content(told: Told, start: int) -> int | None:
    words = told.words
    for at in range(start, min(start + _REACH, len(words))):
        word = words[at]
        if word.lower == "," or (word.lower in _STOPS and word.lower not in _QUOTES):
            return None  # "if they do not, tenants may withhold rent"
        adverb = word.lower.endswith("ly") and word.sort == "word" and at + 1 < len(words)
        if word.content and not adverb and word.lower not in auxiliaries():
            return at
    return None


def _next_verb(told: Told, start: int) -> int | None:
    """The next main verb of the clause: behind an auxiliary, or by itself."""
    words, line = told.words, told.line
    for at in range(start, min(start + 2 * _REACH, len(words))):
        word = words[at]
        if word.lower in _STOPS or word.lower in _CLAUSE:
            return None
        if word.lower in auxiliaries():
            return _next_content(told, at + 1)
        if word.sort in ("word", "said") and is_verb(line, at):
            return at
    return None
