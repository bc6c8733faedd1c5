"""What stands right behind an amount and is named by it: "a £1,000 payment", "a 10-year ban", "33-year-old Ann Lee"."""

from summarise.figures.context.verbs import is_past
from summarise.figures.labels.dates import is_month
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.nouns.phrases import TokenSpan, is_plural, past_bracket
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import Line

_DASHES = ("-", "‐", "‑")
_DETERMINERS = word_class("subjects", "determiners")
_COPULAS = word_class("subjects", "copulas")
_NO_NOUN = word_class("subjects", "no_noun")
_ING_NOUNS = word_class("subjects", "ing_nouns")
_SHARES = word_class("subjects", "shares")
_WEEKDAYS = word_class("labels", "weekdays")
_PLACING = frozenset({"in", "at", "near", "from", "of", "on", "by", "with", "for", "to", "outside"})
_VERB_ENDINGS = ("ing", "ly", "ed")
_LONGEST_NAME = 5


def names(line: Line, quantity: Quantity) -> TokenSpan | None:
    """What the amount is attributed to by standing before it, None if it does not stand so."""
    return attributive(line, past_bracket(line, quantity.end)) if _may_name(line, quantity) else None


def _may_name(line: Line, quantity: Quantity) -> bool:
    if quantity.hyphen or quantity.kind == "money":
        return quantity.rate is None
    if quantity.kind == "percent":
        return quantity.rate is None and _has_a_share(line, quantity)
    last = line[quantity.end - 1].lower
    singular = not last.endswith("s") and last.isalpha() and len(last) > 2 and quantity.value != 1
    return quantity.kind in ("duration", "measure") and singular


def _has_a_share(line: Line, quantity: Quantity) -> bool:
    """ "its 5% stake", "20 per cent duties", but "40% want it", "90% certain": an article, a plural or a known noun."""
    before = line[quantity.start - 1].lower
    if (
        before in _DETERMINERS
        or before.endswith(("'s", "’s"))
        or line[quantity.start - 2].lower in ("a", "an", "the")
    ):
        return True
    for at in range(quantity.end, quantity.end + 3):
        word = line[at].lower
        if line[at].kind != "word" or word in words("figure_function_words"):
            return False
        if word in _SHARES or word in lexicon().change_nouns or is_plural(word):
            return True
    return False


def attributive(line: Line, at: int) -> TokenSpan | None:
    """The noun phrase that begins at token `at`, as far as it is sure to be one."""
    begin = at
    if line[at].text in _DASHES or line.glued(at) or line[at].kind != "word":
        return None
    while at < begin + 3 and line[at].text[:1].isupper() and not _names_a_day(line, at):
        at += 1  # "3,300 square foot Florida home": a name may stand before what it names
    if line[at].kind != "word" or line[at].text[0].isupper() or (at > begin and not _is_head(line, at)):
        return None
    end = noun_end(
        line, at, 4 if at == begin else 1
    )  # behind a name one word is sure: what comes next may be the verb
    return (begin, end) if end > at else None


def noun_end(line: Line, first: int, longest: int) -> int:
    """Index behind the lower-case words from `first` on that make a noun phrase, `first` if there is none."""
    at = first
    while at < first + longest and line[at].kind == "word":
        word = line[at].lower
        if word in words("figure_function_words") or word in _NO_NOUN or word.endswith(("'s", "’s")):
            break
        if line[at].text[0].isupper() or _is_verb(line, at, at == first):
            break
        at += 1
        if line[at].text in _DASHES and line.glued(at) and line.glued(at + 1) and line[at + 1].kind == "word":
            at += 2  # "lay-off", "sell-off"
            longest += 2
    return at


def _is_verb(line: Line, at: int, first: bool) -> bool:
    """Whether a word in a noun phrase is a verb that ends it: "a 12-man jury heard", "a 20-team plan offering hope"."""
    word, following = line[at].lower, line[at + 1]
    if word.endswith("ing"):
        # "a £90m funding gap", but "$5m making it ..."
        return (
            word not in _ING_NOUNS
            or following.kind != "word"
            or following.lower in words("figure_function_words")
        )
    if first:
        return word.endswith(_VERB_ENDINGS)
    if is_past(word):
        return True
    # "the 35-mile road crosses 570 hectares": an s before a number or an article is a verb's
    return word.endswith("s") and (following.kind == "number" or following.lower in _DETERMINERS)


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
    if found:
        return found[1]
    # "the 11,000-member Teachers Union": what it makes may be a name
    while line[at].kind == "word" and line[at].text[0].isupper() and not _names_a_day(line, at):
        at += 1
    return at


def whose_age(line: Line, quantity: Quantity) -> TokenSpan | None:
    """The person of an age: before ", 34," or "(34)", behind "34-year-old", at the head of "... has died aged 34"."""
    if quantity.link == "decade":
        at = quantity.start - 1
        while line[at].lower != "in" and at > 0:
            at -= 1
        return _name_before(line, at)
    if line[quantity.end - 1].lower in ("old", "olds", "age"):
        return _behind_age(line, quantity.end)
    if line[quantity.start - 1].text in (",", "("):
        return _name_before(line, quantity.start - 1)
    aged = line[quantity.start - 1].lower == "aged"
    if aged and line[quantity.start - 2].text == ",":
        return _name_before(line, quantity.start - 2)
    if aged or (line[quantity.start - 1].lower == "of" and line[quantity.start - 2].lower == "age"):
        return _who_died(line, quantity.start - 1)
    return None


def _behind_age(line: Line, at: int) -> TokenSpan | None:
    """ "33-year-old Ann Lee", "the 22-year-old French judo champion", "a 15-year-old boy"."""
    end = at
    while end < at + _LONGEST_NAME and line[end].kind == "word" and line[end].text[0].isupper():
        if _names_a_day(line, end):
            break
        end += 1
        if line[end].text in _DASHES and line.glued(end) and line.glued(end + 1):
            end += 1
    if end == at:
        return attributive(line, at)
    # "French champion": an adjective of a place leads on, a surname hardly does.
    behind = noun_end(line, end, 3) if end == at + 1 else end
    return at, behind


def _name_before(line: Line, end: int) -> TokenSpan | None:
    """The capitalised words that end before token `end`; else the one word of a person, "the striker, 33,"."""
    at = end
    while at > 0 and end - at < 2 * _LONGEST_NAME:
        word = line[at - 1]
        if word.text in _DASHES and line.glued(at - 1) and line.glued(at) and at < end:
            at -= 1
            continue
        if word.kind != "word":
            break
        if not word.text[0].isupper() and (at < end or word.lower in words("figure_function_words")):
            if at == end:
                return None
            break
        at -= 1
    while at < end and (line[at].kind != "word" or line[at].lower in _DETERMINERS):
        at += 1
    return (at, end) if at < end else None


def _who_died(line: Line, before: int) -> TokenSpan | None:
    """The name that the sentence begins with, if no other comes between: "The actor Joe Hill has died aged 79"."""
    end = None
    for at in range(before - 1, max(before - 16, -1), -1):
        token = line[at]
        if token.kind != "word" and token.text not in ("'", "’"):
            return None
        if token.text[0].isupper() and at > 0:
            first = at
            while line[first - 1].kind == "word" and line[first - 1].text[0].isupper():
                first -= 1
            if line[first - 1].lower in _PLACING:
                continue  # "has died in Leeds at the age of 79"
            end = at + 1
            break
    return _name_before(line, end) if end is not None else None
