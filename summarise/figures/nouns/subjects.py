"""What an amount, a share or a measure is of, when no "of" follows it.

"Sales rose 5 percent" → Sales; "a loss of £19m" → loss; "a 14 per cent rise in
annual profit" → annual profit.
"""

from summarise.figures.labels.dates import is_month
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.nouns.attributives import names
from summarise.figures.nouns.phrases import TokenSpan, measured, measured_from
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import Line

_DASHES = ("-", "‐", "‑")
_DETERMINERS = word_class("subjects", "determiners")
_COPULAS = word_class("subjects", "copulas")
_AUXILIARIES = word_class("subjects", "auxiliaries")
_SAID = word_class("context", "said")
_PREPOSITIONS = word_class("subjects", "prepositions")
_MOVING = word_class("subjects", "moving")
_WEEKDAYS = word_class("labels", "weekdays")
_NOT_FOR = word_class("subjects", "not_for")
_ING_NOUNS = word_class("subjects", "ing_nouns")
_NOT_IN = word_class("subjects", "not_in")


def subject(line: Line, quantity: Quantity) -> TokenSpan | None:
    """The noun phrase that a quantity with a unit is about, or None."""
    return (
        measured(line, quantity.end)
        or (_change_in(line, quantity.end) if line[quantity.end].lower != "in" else None)
        or names(line, quantity)
        or before_of(line, quantity)
        or _entry(line, quantity)
        or moved(line, quantity)
        or clause_subject(line, quantity)
        or (
            _change_in(line, quantity.end) or _spent_on(line, quantity.end)
            if quantity.kind == "money"
            else None
        )
    )


def _entry(line: Line, quantity: Quantity) -> TokenSpan | None:
    """ "Top speed: 90 mph": the words before the colon."""
    at = _cue_start(line, quantity)
    if line[at - 1].text != ":":
        return None
    begin = at - 1
    while (
        begin > 0
        and at - begin < 5
        and line[begin - 1].kind == "word"
        and line[begin - 1].lower not in _DETERMINERS
    ):
        begin -= 1
    return (begin, at - 1) if begin < at - 1 and at - begin < 5 else None


def _spent_on(line: Line, at: int) -> TokenSpan | None:
    """ "$6bn on cancer care", "£3m for a new roof": what the money is for."""
    if line[at].lower not in ("on", "for", "towards", "toward"):
        return None
    at += 1
    while line[at].lower in _DETERMINERS:
        at += 1
    first = line[at]
    if (
        first.kind != "word"
        or first.lower in _NOT_IN
        or first.lower in lexicon().cardinals
        or is_month(first)
    ):
        return None
    if first.lower.removesuffix("s") in _WEEKDAYS or first.lower.endswith(("'s", "’s")):
        return None
    if first.lower in _NOT_FOR or (first.lower.endswith("ing") and first.lower not in _ING_NOUNS):
        return None
    return measured_from(line, at)


def _change_in(line: Line, at: int) -> TokenSpan | None:
    """ "14.2 per cent rise in annual profit", "$1 billion in costs"."""
    if line[at].lower in lexicon().change_nouns and line[at + 1].lower in ("in", "of"):
        at += 1
    if line[at].lower != "in":
        return None
    at += 1
    while line[at].lower in _DETERMINERS:
        at += 1
    begin = at
    while at < begin + 4 and line[at].kind == "word" and line[at].lower not in words("figure_function_words"):
        if line[at].text[0].isupper() or (at > begin and line[at].lower.endswith("ed")):
            break
        at += 3 if line[at + 1].text in _DASHES and line.glued(at + 1) and line[at + 2].kind == "word" else 1
    first = line[begin].lower
    if at == begin or first in _NOT_IN or first in lexicon().cardinals:
        return None
    return begin, at


def _cue_start(line: Line, quantity: Quantity) -> int:
    found = lexicon().cues_before.before(line, quantity.start)
    at = found[1] if found else quantity.start
    return at - 1 if line[at - 1].lower in ("between", "just", "only", "from") else at


def before_of(line: Line, quantity: Quantity) -> TokenSpan | None:
    """The noun before "of" and a number: "a population of 38,000", "a truce of 72 hours"."""
    at = _cue_start(line, quantity)
    if line[at - 1].lower != "of":
        return None
    return _back_from(line, at - 1)


def _back_from(line: Line, end: int) -> TokenSpan | None:
    """The content words that end before token `end`."""
    at = end
    while at > 0 and end - at < 6:
        word = line[at - 1].lower
        if word in _DASHES and line.glued(at - 1) and line.glued(at) and at < end:
            at -= 1  # "pre-tax profits"
            continue
        if line[at - 1].kind != "word" or (end - at >= 4 and line[at].text not in _DASHES):
            break
        if word in words("figure_function_words") or word in _DETERMINERS or word.endswith(("'s", "’s")):
            break
        if (at < end and word in lexicon().change) or word.endswith("ly"):
            break
        at -= 1
    while at < end and line[at].kind != "word":
        at += 1
    return (at, end) if at < end else None


def counted_subject(line: Line, quantity: Quantity) -> TokenSpan | None:
    """What a bare number says of its clause: "the death toll rose to 53", "took the toll to 1,800"."""
    return moved(line, quantity) or clause_subject(line, quantity)


def moved(line: Line, quantity: Quantity) -> TokenSpan | None:
    """The object that a verb takes to an amount: "took the number of members to a record 4,200"."""
    at = _cue_start(line, quantity)
    if line[at - 1].kind == "word" and line[at - 2].lower in ("a", "an"):
        # "to a record 4,200"
        at -= 2
    elif line[at - 1].lower in ("a", "an", "just", "only"):
        at -= 1
    if line[at - 1].lower not in ("to", "at", "by", "from"):
        return None
    end = at - 1
    for verb in range(end - 1, max(end - 12, -1), -1):
        if line[verb].kind != "word" and line[verb].text not in _DASHES:
            return None
        if line[verb].lower in _MOVING:
            begin = verb + 1
            while (
                line[begin].lower in _DETERMINERS
                or line[begin].lower.endswith(("'s", "’s"))
                or (line[begin + 1].lower.endswith(("'s", "’s")) and line[begin].text[0].isupper())
            ):
                begin += 1
            stop = begin
            while stop < end and (
                line[stop].lower == "of" or line[stop].lower not in words("figure_function_words")
            ):
                stop += 1
            return (begin, stop) if begin < stop <= begin + 6 else None
    return None


def verb_subject(line: Line, quantity: Quantity) -> TokenSpan | None:
    """The subject of "doubled", or its object: "sales more than doubled", "they doubled their profit"."""
    at = quantity.end
    if line[at].lower in _DETERMINERS:
        return measured_from(line, at + 1)
    return _subject_before(line, _cue_start(line, quantity))


def lasting(line: Line, quantity: Quantity) -> TokenSpan | None:
    """What takes or lasts so long: "Repairs will take at least six weeks"; no person, who takes his time."""
    at = _cue_start(line, quantity)
    if line[at - 1].lower not in ("take", "takes", "last", "lasts", "lasted") or line[at - 1].text.istitle():
        return None
    found = _subject_before(line, at - 1)
    return found if found is not None and line[found[1] - 1].lower not in words("people_nouns") else None


def clause_subject(line: Line, quantity: Quantity) -> TokenSpan | None:
    """The subject of "rose 5 percent", "was £32,000", "fell to $171.40"."""
    known = lexicon()
    at = _cue_start(line, quantity)
    while at > 0 and (
        line[at - 1].lower in _PREPOSITIONS - {"of"}
        or line[at - 1].lower.endswith("ly")
        or line[at - 1].lower in ("a", "further", "another")
    ):
        at -= 1
    verb = line[at - 1].lower
    passive = verb in known.change_of_something and line[at - 2].lower in (
        "was",
        "were",
        "been",
        "be",
        "is",
        "are",
    )
    if verb not in known.change and verb not in _COPULAS and not passive:
        return None
    return _subject_before(line, at - 1)


def _subject_before(line: Line, at: int) -> TokenSpan | None:
    """The subject of the verb at token `at`."""
    while at > 0 and (line[at - 1].lower in _AUXILIARIES or line[at - 1].lower.endswith("ly")):
        at -= 1
    begin = at
    while (
        begin > 0
        and at - begin < 9
        and line[begin - 1].kind == "word"
        and line[begin - 1].lower not in ("and", "that", "but", "while", "as")
        and line[begin - 1].lower not in _SAID
    ):
        begin -= 1
    if begin < at and line[begin - 1].text in _DASHES and line.glued(begin):
        begin += 1  # the end of a compound number: "the 2,400-square-foot house"
    while begin < at and (line[begin].lower in _DETERMINERS or line[begin].lower.endswith(("'s", "’s"))):
        begin += 1
    if line[begin].lower in words("figure_function_words"):
        return _back_from(line, at)
    if any(line[inside].lower in lexicon().scales for inside in range(begin, at)):
        return None
    end = begin
    while end < at and line[end].lower not in words("figure_function_words"):
        end += 1
    if line[end - 1].lower in ("number", "total", "amount") and end < at:
        whole = measured(line, end)  # "the number of passengers": what is numbered tells more
        end = whole[1] if whole and whole[1] <= at else end
    return (begin, end) if begin < end <= begin + 6 else None
