"""What a word stands under: a negation, a doubt, a plan. By patterns within one sentence."""

from dataclasses import dataclass
from itertools import pairwise

from .governing import deed, governed
from .registers import operator_words
from .words import Told, Word

_NOT_A_CONDITION = frozenset(
    {"as", "even", "what", "know", "see", "ask", "asked", "wonder", "decide", "about", "of"}
)
# Verbs of refusing and failing take the verb away only in these shapes.
_AFTER_DENIAL = ("that", "having", "being", "any")
_BEFORE_ADJECTIVE = frozenset(
    "a an the his her its their our of for in into on over with from about against by other another two some".split()
)
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
            over = governed(told, last, word, sort) if sort else ()
            if over:
                found.append(Operator(sort, at, last, over))
            at = last + 1
            continue
        sort = _sort(told, at, word)
        if sort:
            over = governed(told, at, word, sort)
            if over:
                found.append(Operator(sort, at, at, over))
        at += 1
    return tuple(found)


def marks(told: Told, stretch: range) -> tuple[Operator, ...]:
    """Every operator that begins in a stretch of a sentence, whether or not a word that it governs was found."""
    found: list[Operator] = []
    at = max(stretch.start, 0)
    while at < min(stretch.stop, len(told.words)):
        phrase = _phrase(told, at)
        sort, last = phrase if phrase is not None else (_sort(told, at, told.words[at]), at)
        if sort:
            found.append(Operator(sort, at, last, ()))
        at = last + 1
    return tuple(found)


def _phrase(told: Told, at: int) -> tuple[str, int] | None:
    """Sort and last word of the phrase that begins at a word."""
    words = told.words
    if [word.lower for word in words[at : at + 3]] == ["no", "-", "one"]:
        return "not", at + 2
    if at + 2 < len(words) and (words[at].key, words[at + 1].lower) in operator_words().negating_pairs:
        # "ruled out selling", "voted down"
        return (
            ("not", at + 1) if words[at + 2].lower.endswith("ing") or words[at + 2].lower == "that" else None
        )
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
    if word.sort in ("name", "month") or following is None:
        return ""
    if lower in ("can", "able"):
        return ""  # what somebody can do, he does
    if lower in known.negations or lower.endswith(known.clitics):
        return "" if lower in ("no", "none", "non") and following.sort == "sign" else "not"
    if word.key in known.negating:
        return "not" if _turns(told, at, known.negating[word.key]) else ""
    sort = known.words.get(lower, "")
    if lower.endswith(("'ll", "’ll", "'d", "’d")):
        sort = "plan"
    if sort == "condition":
        before = words[at - 1].lower if at else ""
        return sort if lower in ("if", "unless", "whether") and before not in _NOT_A_CONDITION else ""
    if lower == "accused" and at and words[at - 1].lower == "the" and following.sort != "word":
        return ""  # the accused
    if sort == "alleged" and word.sort == "said" and not _adjective(told, at):
        return ""  # whose claim it is, the attribution tells
    if sort:
        return sort
    if following.lower == "to" and _base_follows(told, at + 2):
        return known.verbs.get(word.key, "") or known.nouns.get(word.key, "")
    verb = known.verbs.get(word.key, "")
    if verb in ("plan", "attempt") and following.lower.endswith("ing"):
        return verb
    if verb == "demand" and any(w.lower == "that" for w in words[at + 1 : at + 3]):
        return verb
    return verb if verb == "alleged" and (following.lower == "that" or deed(told, at) is not None) else ""


def _adjective(told: Told, at: int) -> bool:
    """Whether "alleged" or "reported" stands before a noun: "their alleged part", "into reported thefts"."""
    before = told.words[at - 1] if at else None
    after = told.words[at + 1]
    if after.lower in ("that", "the", "a", "he", "she", "it", "they", "to") or not after.content:
        return False
    return before is None or before.lower in _BEFORE_ADJECTIVE or before.sort in ("number", "sign")


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
