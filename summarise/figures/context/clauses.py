"""The verb of a figure's clause and what the figure is to it, by patterns; None rather than a guess."""

from dataclasses import dataclass

from summarise.figures.context.verbs import auxiliaries, is_finite, is_past, is_verb, lemma, verbs
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.nouns.phrases import TokenSpan
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import Line
from summarise.model import Role

_DETERMINERS = word_class("nouns", "determiners")
_TO_A_VERB = word_class("clauses", "to_a_verb")
_PREPOSITIONS = _TO_A_VERB | word_class("clauses", "to_a_noun")
_LEANING = word_class("clauses", "leaning")
_OPENING = word_class("clauses", "opening")
_BOUNDARIES = word_class("clauses", "boundaries")
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their"})
_QUOTES = frozenset({"“", '"', "‘"})
_BACK = 12
_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Clause:
    """Token of the main verb, and the role of the phrase that the figure stands in."""

    verb: int | None = None
    role: Role | None = None


def clause(line: Line, quantity: Quantity, noun: TokenSpan | None, start: int) -> Clause:
    """What governs a figure. `start` is the first token of the figure with its cue."""
    first = _phrase_start(line, start)
    if _modifies(line, quantity, noun):
        return Clause(_verb_before(line, first), "modifier")
    before = line[first - 1]
    if first == 0 or before.text in _QUOTES | {",", ";", ":", "—"} or before.lower in _OPENING:
        verb = _verb_behind(line, _phrase_end(quantity, noun))
        if verb is not None:
            return Clause(verb, "subject")
        return Clause()
    if before.lower in verbs().be | verbs().becoming:
        return Clause(first - 1, "complement") if quantity.kind != "duration" else Clause()
    if before.lower == "of":
        return Clause(_verb_before(line, first - 2), "modifier")
    if before.lower in _TO_A_VERB:
        verb = _verb_before(line, first - 1)
        return Clause(verb, "adverbial") if verb is not None else Clause()
    if before.lower in verbs().have and quantity.kind != "percent":
        return Clause(first - 1, "object")
    if is_verb(line, first - 1) and not _reduced(line, first - 1):
        return Clause(first - 1, _object_or_measure(line, first - 1, quantity))
    return Clause()


def _phrase_start(line: Line, start: int) -> int:
    """Where the noun phrase of a figure begins: before its article, "another", "an estimated"."""
    at = start
    while at > 0 and at > start - 4:
        before = line[at - 1].lower
        if before in _DETERMINERS - {"that"} or before.endswith(("'s", "’s")):
            return at - 1
        if before not in _LEANING and not _described(line, at - 1):
            return at
        at -= 1
    return at


def _described(line: Line, at: int) -> bool:
    """Whether a word stands between an article and a figure: "a record 40"."""
    word = line[at].lower
    content = word.isalpha() and word not in words("figure_function_words") and not is_past(word)
    return content and line[at - 1].lower in _ARTICLES


def _phrase_end(quantity: Quantity, noun: TokenSpan | None) -> int:
    return max(quantity.end, noun[1]) if noun is not None and noun[0] <= quantity.end + 3 else quantity.end


def _modifies(line: Line, quantity: Quantity, noun: TokenSpan | None) -> bool:
    """Whether a figure stands before a noun that it describes: "a 5% rise", "the 12-member council"."""
    if quantity.hyphen or (line[quantity.end].text in ("-", "‑") and line.glued(quantity.end)):
        return True
    if quantity.kind in ("money", "percent", "measure", "duration"):
        following = line[quantity.end]
        change = following.lower in lexicon().change_nouns and line[quantity.start - 1].lower in (
            "a",
            "an",
            "the",
            "its",
        )
        return change or (noun is not None and noun[0] == quantity.end and following.kind == "word")
    return quantity.kind == "age" and (
        line[quantity.start - 1].text == "," or (noun is not None and noun[0] >= quantity.end)
    )


def _object_or_measure(line: Line, verb: int, quantity: Quantity) -> Role | None:
    base = lemma(line[verb].lower)
    if quantity.kind in ("score", "rank", "ratio"):
        return "adverbial" if quantity.kind == "score" else None
    if base in verbs().measuring or (line[verb].lower in lexicon().change and quantity.kind in ("percent",)):
        return "adverbial"
    if quantity.kind == "duration" and base not in verbs().taking_time:
        return "adverbial"
    return "object"


def _reduced(line: Line, at: int) -> bool:
    """Whether a participle only describes the noun before it: "a bomb found 40 miles away"."""
    word = line[at].lower
    return word in verbs().participle and word not in verbs().past and line[at - 1].lower not in auxiliaries()


def _verb_before(line: Line, end: int) -> int | None:
    """The main verb that stands before token `end` in the same clause."""
    for at in range(end - 1, max(end - 1 - _BACK, -1), -1):
        token = line[at]
        hyphen = token.text == "-" and line.glued(at)
        if token.kind == "sign" and not hyphen and token.text not in ("$", "£", "€", "%", "&", "’", "'"):
            return None
        if token.lower in _BOUNDARIES:
            return None
        if is_verb(line, at):
            return at
        if token.lower in verbs().be | verbs().have and token.text.islower():
            return at
    return None


def _verb_behind(line: Line, end: int) -> int | None:
    """The main verb whose subject ends before token `end`: past what belongs to the noun and past auxiliaries."""
    at = end
    inside = False
    while at < end + _AHEAD:
        token = line[at]
        if token.kind != "word" or token.lower in _BOUNDARIES or token.lower in ("and", "or"):
            return None
        if token.lower in auxiliaries():
            return _main(line, at)
        if is_finite(line, at):
            return at if not inside and _sure(line, at) else None
        inside = inside or token.lower in _PREPOSITIONS
        at += 1
    return None


def _main(line: Line, at: int) -> int | None:
    """The main verb behind an auxiliary; "were" itself if none follows."""
    first = at
    while at < first + 6:
        word = line[at].lower
        helping = word in auxiliaries() or word in (
            "not",
            "also",
            "still",
            "already",
            "now",
            "since",
            "then",
            "all",
        )
        if not helping and not (word.endswith("ly") and line[at].kind == "word"):
            break
        at += 1
    word = line[at].lower
    if line[at].kind == "word" and (
        is_past(word) or word.endswith("ing") or word in verbs().base or word in words("casualty_nouns")
    ):
        return at
    if line[at - 1].lower in verbs().modals or line[at - 1].lower in verbs().do or line[at - 1].lower == "to":
        return at if line[at].kind == "word" and word not in words("figure_function_words") else None
    return first if line[first].lower in verbs().be | verbs().have else None


def _sure(line: Line, at: int) -> bool:
    """Whether a past form behind its noun is a predicate and no participle of it ("40 people killed in the blast")."""
    word, following = line[at].lower, line[at + 1]
    if word in verbs().past and word not in verbs().participle:
        return True
    if lemma(word) in verbs().measuring or word in (
        "died",
        "remained",
        "arrived",
        "survived",
        "gathered",
        "attended",
        "became",
    ):
        return True
    return (
        following.kind == "number"
        or following.lower in _DETERMINERS
        or following.lower in ("him", "them", "it")
    )
