"""What a word stands under: a negation, a doubt, a plan. By patterns within one sentence."""

from dataclasses import dataclass
from itertools import pairwise

from ...figures.context.verbs import auxiliaries, is_verb
from .registers import operator_words
from .words import Told, Word

_NOBODY = frozenset({"nobody", "none", "nothing", "nowhere", "no-one", "noone"})
_STOPS = frozenset({";", ":", ".", "?", "!", '"', "(", ")", "“", "”"})
_CLAUSE = frozenset(
    {"but", "because", "although", "though", "while", "whereas", "which", "who", "after", "before", "when"}
)
_NOT_A_CONDITION = frozenset(
    {"as", "even", "what", "know", "see", "ask", "asked", "wonder", "decide", "about", "of"}
)
# Verbs of refusing and failing take the verb away only in these shapes.
_AFTER_DENIAL = ("that", "having", "being", "any")
_REACH = 7
_QUOTES = frozenset({'"', "“", "”"})
_CLAIMS = frozenset(
    "claim claims report reports allegation allegations suggestion suggestions accusation accusations rumours".split()
)


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that turns or doubts another.

    Attributes:
        sort: "not", or a sort of doubt ("possible", "plan" ...).
        at, last: the operator's first and last word; `over`: the words that it governs.
    """

    sort: str
    at: int
    last: int
    over: tuple[int, ...]


def operators(told: Told) -> tuple[Operator, ...]:
    """Every operator of a sentence, in order."""
    found: list[Operator] = []
    words = told.words
    at = 0
    while at < len(words):
        word = words[at]
        phrase = _phrase(told, at)
        if phrase is not None:
            sort, last = phrase
            over = _governed(told, last, word, sort) if sort else ()
            if over:
                found.append(Operator(sort, at, last, over))
            at = last + 1
            continue
        sort = _sort(told, at, word)
        if sort:
            over = _governed(told, at, word, sort)
            if over:
                found.append(Operator(sort, at, at, over))
        at += 1
    return tuple(found)


def _phrase(told: Told, at: int) -> tuple[str, int] | None:
    """Sort and last word of the phrase that begins at a word."""
    words = told.words
    for parts, sort in operator_words().phrases.get(words[at].lower, ()):
        end = at + len(parts)
        if end > len(words) or any(words[at + i].lower != part for i, part in enumerate(parts)):
            continue
        if parts[-1] == "to" and sort not in ("", "not") and not _base_follows(told, end):
            continue
        if parts == ("no", "longer") and end < len(words) and words[end].lower == "than":
            return None
        if sort not in ("", "not") and (parts[-1] == "of" or _negates(parts)):
            continue
        return sort, end - 1
    return None


def _negates(parts: tuple[str, ...]) -> bool:
    """Whether a phrase holds a negation of its own ("cannot be ruled out")."""
    known = operator_words()
    return any(part in known.negations or part.endswith(known.clitics) for part in parts)


def _base_follows(told: Told, at: int) -> bool:
    """Whether a verb may follow "to": no article, no name, no number."""
    words = told.words
    return at < len(words) and words[at].sort in ("word", "small", "said") and words[at].lower not in (
        "the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "some", "all",
    )  # fmt: skip


def _sort(told: Told, at: int, word: Word) -> str:
    words, known = told.words, operator_words()
    lower = word.lower
    following = words[at + 1] if at + 1 < len(words) else None
    if word.sort == "name" or following is None:
        return ""
    if lower in known.negations or lower.endswith(known.clitics):
        return "" if lower in ("no", "none", "non") and following.sort == "sign" else "not"
    if word.key in known.negating:
        return "not" if _turns(told, at, known.negating[word.key]) else ""
    sort = known.words.get(lower, "")
    if lower.endswith(("'ll", "’ll", "'d", "’d")):
        sort = "plan"
    if sort == "condition":
        before = words[at - 1].lower if at else ""
        return sort if lower in ("if", "unless") and before not in _NOT_A_CONDITION else ""
    if sort == "alleged" and word.sort == "said":
        return ""  # whose claim it is, the attribution tells
    if sort:
        return sort
    if following.lower == "to" and _base_follows(told, at + 2):
        return known.verbs.get(word.key, "") or known.nouns.get(word.key, "")
    if known.verbs.get(word.key) in ("plan", "attempt") and following.lower.endswith("ing"):
        return known.verbs[word.key]
    return ""


def _turns(told: Told, at: int, governs: tuple[str, ...]) -> bool:
    """Whether a verb of refusing takes another verb away here: "denied killing", "failed to win", not "denied it"."""
    words = told.words
    one = words[at + 1].lower
    if "to" in governs and one == "to":
        return _base_follows(told, at + 2)
    if "that" in governs and (one in _AFTER_DENIAL or (one.endswith("ing") and len(one) > 4)):
        return True
    near = [words[i].lower for i in range(at + 1, min(at + 5, len(words)))]
    if "that" in near and ("that" in governs or any(word in _CLAIMS for word in near)):
        return True
    behind = [w.lower for w in words[at + 1 : at + 9]]
    return "from" in governs and any(
        one == "from" and other.endswith("ing") for one, other in pairwise(behind)
    )


def _governed(told: Told, at: int, word: Word, sort: str) -> tuple[int, ...]:
    """The words that an operator ending at word `at` governs."""
    words, known = told.words, operator_words()
    lower = word.lower
    nobody = lower in _NOBODY or lower in ("neither", "nor") or (lower == "no" and words[at].lower == "one")
    if nobody:
        verb = _next_verb(told, at + 1)
        return (verb,) if verb is not None else ()
    found = _next_content(told, at + 1)
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
    if sort != "not" and found is not None and not _verbal(told, at + 1, found):
        return ()
    if sort == "not" and found is not None:
        joined = _joined_by_or(told, found)
        if joined is not None:
            return (found, joined)
    return (found,) if found is not None else ()


def _verbal(told: Told, start: int, found: int) -> bool:
    """Whether nothing but auxiliaries and adverbs stands before the word that a doubt governs: it is a verb or its like."""
    return all(
        word.lower
        in auxiliaries() | {"to", "not", "also", "soon", "still", "now", "even", "only", "just", "been", "be"}
        or word.lower.endswith("ly")
        for word in told.words[start:found]
    )


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
        if word.lower in _STOPS and word.lower not in _QUOTES:
            return None
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
