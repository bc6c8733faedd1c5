"""What an amount, a share or a measure is of, when no "of" follows it.

"Sales rose 5 percent" → Sales; "a loss of £19m" → loss; "a 5% pay rise" → pay rise;
"a 14 per cent rise in annual profit" → annual profit; "Jane Doe, 34," → Jane Doe.
"""

from summarise.figures.labels import is_month
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.nouns import TokenSpan, measured
from summarise.figures.rates import Quantity
from summarise.figures.tokens import Line

_DASHES = ("-", "‐", "‑")
_DETERMINERS = word_class("subjects", "determiners")
_COPULAS = word_class("subjects", "copulas")
_AUXILIARIES = word_class("subjects", "auxiliaries")
_SAID = word_class("context", "said")
_PREPOSITIONS = word_class("subjects", "prepositions")
_NO_NOUN = word_class("subjects", "no_noun")
_MOVING = word_class("subjects", "moving")
_WEEKDAYS = word_class("labels", "weekdays")
_NOT_IN = word_class("subjects", "not_in")
_VERB_ENDINGS = ("ing", "ly", "ed")


def named_before_age(line: Line, quantity: Quantity) -> TokenSpan | None:
    """The person before ", 34," or "(34)"; the words after "34-year-old"."""
    if line[quantity.end - 1].lower in ("old", "olds", "age"):
        return attributive(line, quantity.end)
    at = quantity.start - 1
    if line[at].text not in (",", "("):
        return None
    end = at
    while at > 0 and line[at - 1].kind == "word" and end - at < 5:
        word = line[at - 1]
        if not word.text[0].isupper() and (at < end or word.lower in words("figure_function_words")):
            if at == end:
                return None
            break
        at -= 1
    return (at, end) if at < end else None


def subject(line: Line, quantity: Quantity) -> TokenSpan | None:
    """The noun phrase that a quantity with a unit is about, or None."""
    return (
        measured(line, quantity.end)
        or (_change_in(line, quantity.end) if line[quantity.end].lower != "in" else None)
        or (attributive(line, quantity.end) if _isattributive(line, quantity) else None)
        or before_of(line, quantity)
        or moved(line, quantity)
        or clause_subject(line, quantity)
        or (_change_in(line, quantity.end) if quantity.kind == "money" else None)
    )


def _isattributive(line: Line, quantity: Quantity) -> bool:
    if quantity.kind in ("money", "percent") or quantity.hyphen:
        return quantity.rate is None
    last = line[quantity.end - 1].lower
    return (
        quantity.kind in ("duration", "measure")
        and not last.endswith("s")
        and last.isalpha()
        and len(last) > 3
        and quantity.value != 1
    )


def attributive(line: Line, at: int) -> TokenSpan | None:
    """The words right behind: "a £1,000 payment", "a 10-year ban"."""
    begin = at
    if line[at].text in _DASHES or line.glued(at) or line[at].kind != "word":
        return None
    while at < begin + 3 and line[at].text[:1].isupper() and not _names_a_day(line, at):
        at += 1  # "3,300 square foot Florida home": a name may stand before what it names
    if line[at].kind != "word" or line[at].text[0].isupper() or (at > begin and not _is_head(line, at)):
        return None
    first = at
    # Behind a name one word is sure: what comes next may be the verb.
    while at < first + (4 if first == begin else 1) and line[at].kind == "word":
        word = line[at].lower
        if word in words("figure_function_words") or word in _NO_NOUN or word.endswith(("'s", "’s")):
            break
        if at == first and word.endswith(_VERB_ENDINGS):
            break
        if line[at].text[0].isupper() or (at > first and (_is_verb(line, at) or word.endswith("ed"))):
            break
        at += 1
    return (begin, at) if at > first else None


def _names_a_day(line: Line, at: int) -> bool:
    return is_month(line[at]) or line[at].lower.removesuffix("'s").removesuffix("’s") in _WEEKDAYS


def _is_head(line: Line, at: int) -> bool:
    """Whether a word behind a name is what it names, no verb: "Florida home", not "Ford makes cars"."""
    word = line[at].lower
    verb = word.endswith((*_VERB_ENDINGS, "s")) or word in words("figure_function_words") or word in _COPULAS
    return not verb and word not in _NO_NOUN


def compound_end(line: Line, at: int) -> int:
    """Index behind the words that a compound stands before: "six-game | bans", "a 12-member | city council"."""
    found = attributive(line, at)
    return found[1] if found else at


def _is_verb(line: Line, at: int) -> bool:
    """ "the 35-mile road crosses 570 hectares": an s before a number or an article is a verb's."""
    following = line[at + 1]
    return line[at].lower.endswith("s") and (following.kind == "number" or following.lower in _DETERMINERS)


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
    while at > 0 and end - at < 4 and line[at - 1].kind == "word":
        word = line[at - 1].lower
        if word in words("figure_function_words") or word in _DETERMINERS or word.endswith(("'s", "’s")):
            break
        if (at < end and word in lexicon().change) or word.endswith("ly"):
            break
        at -= 1
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
    at -= 1
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
    while begin < at and (line[begin].lower in _DETERMINERS or line[begin].lower.endswith(("'s", "’s"))):
        begin += 1
    if line[begin].lower in words("figure_function_words"):
        return _back_from(line, at)
    if any(line[inside].lower in known.scales for inside in range(begin, at)):
        return None
    end = begin
    while end < at and line[end].lower not in words("figure_function_words"):
        end += 1
    if line[end - 1].lower in ("number", "total", "amount") and end < at:
        whole = measured(line, end)  # "the number of passengers": what is numbered tells more
        end = whole[1] if whole and whole[1] <= at else end
    return (begin, end) if begin < end <= begin + 6 else None
