"""Phrases of place: "in Kyiv", "across England", "in the south of the country"."""

from summarise.figures.context.naming import SAID
from summarise.figures.context.setting_words import Setting, lists
from summarise.figures.context.verbs import auxiliaries, is_past
from summarise.figures.labels.dates import is_month
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.tokens import Line
from summarise.resources import word_list

_WEEKDAYS = word_class("labels", "weekdays")
_EVENT = 8  # tokens between a verb and "at Wembley"
_JOINERS = frozenset({"of", "de", "la", "al", "el", "du", "upon"})


def place_at(line: Line, at: int) -> Setting | None:
    """The phrase of place that begins at token `at`, or None."""
    token, known = line[at], lists()["place"]
    if token.kind != "word":
        return None
    if token.lower in known["alone"] and token.text.islower():
        return Setting("place", (at, at + 1), (at, at + 1)) if _is_adverb(line, at) else None
    if line.headline_case:
        return None
    if token.lower == "at":
        begin = at + 1 + (line[at + 1].lower == "the")
        end = _name_end(line, begin)
        fits = end > begin and (line[end - 1].lower in known["sites"] or _is_venue(line, at, begin, end))
        return Setting("place", (at, end), (at + 1, end)) if fits else None
    if token.lower == "on":
        begin = at + 1 + (line[at + 1].lower == "the")
        end = _name_end(line, begin)
        fits = end > begin + 1 and line[end - 1].lower in known["roads"]
        return Setting("place", (at, end), (at + 1, end)) if fits else None
    if line.glued(at) and line[at - 1].kind == "number":
        return None  # "6ft 4in Reed"
    if token.lower not in known["prepositions"] or (
        token.lower == "in" and line[at - 1].lower in known["holdings"]
    ):
        return None  # "shares in", "a stake in"
    begin = at + 1
    inside = begin + (line[begin].lower in ("the", "this", "its", "a"))
    described = inside
    while (
        described < inside + 2
        and line[described].lower in known["quarters"]
        and line[described].text.islower()
    ):
        described += 1
    end = _name_list_end(line, described)
    if end > described:
        head = line[end].lower in known["heads"] and line[end].kind == "word"
        following = end + head
        if head and line[following].lower == "of":
            end, following = _name_end(line, following + 1), following
            return Setting("place", (at, max(end, following)), (begin, max(end, following)))
        return _checked(line, at, begin, described, following, named=True)
    return _checked(line, at, begin, inside, _head_end(line, inside), named=False) if inside > begin else None


def _head_end(line: Line, at: int) -> int:
    """Behind "south of the country", "mountain villages", "town of Lund"; `at` itself if no place stands there."""
    known = lists()["place"]
    head = at
    while head < at + 3 and line[head].lower not in known["heads"]:
        if line[head].kind != "word" or line[head].lower in words("figure_function_words"):
            return at
        head += 1
    if line[head].lower not in known["heads"] or line[head + 1].lower in known["heads"]:
        return head + 2 if line[head + 1].lower in known["heads"] else at
    end = head + 1
    if line[end].lower == "of":
        begin = end + 1 + (line[end + 1].lower == "the")
        named = _name_end(line, begin)
        if named > begin:
            return named
        return begin + 1 if line[begin].lower in known["heads"] else end
    return end


def _checked(line: Line, at: int, begin: int, first: int, end: int, *, named: bool) -> Setting | None:
    never = lists()["place"]["never"]
    if end <= first or (named and (line[first].lower in never or line[end - 1].lower in never)):
        return None
    if line[end].text == "-" and line.glued(end):
        return None  # "in a continent-hopping race"
    if line[end].lower == "of" and not named and line[end + 1].kind != "word":
        return None  # "in the area of £3m"
    if named and end == first + 1 and line[first].lower in lists()["place"]["never_alone"]:
        return None
    if line[end - 1].lower.endswith(("'s", "’s")) or _is_people(line[end - 1].text):
        return None
    if named and (
        _is_person(line, first, end) or _is_letters(line, first, end) or line[end].text in ("'", "’")
    ):
        return None
    if named and begin < first and _describes(line, end):
        return None  # "in the Lund trials"
    if _listed_on(line, end):
        return None
    return Setting("place", (at, end), (begin, end))


def _is_person(line: Line, first: int, end: int) -> bool:
    """ "in Ana Reed": a first name and a second."""
    return end - first > 1 and line[first].text in word_list("en/first_names.txt")


def _is_letters(line: Line, first: int, end: int) -> bool:
    """ "in GDP", "at IT": letters that stand for no country or city."""
    name = line[first].text
    alone = end == first + 1 and name.isupper() and len(name) > 1
    return alone and name.lower().replace(".", "") not in lists()["place"]["letters"]


def _is_adverb(line: Line, at: int) -> bool:
    """Whether "worldwide" and the like stand by themselves: not "worldwide sales", "overseas students"."""
    following = line[at + 1]
    free = following.kind != "word" or following.text[0].isupper()
    known = lists()["time"]
    return free or following.lower in words("figure_function_words") | known["pointing"] | known["alone"]


def _is_venue(line: Line, at: int, begin: int, end: int) -> bool:
    """Whether "at Wembley" is where people met, played or were hurt, and no firm that they work at."""
    if (
        end - begin > 2
        or _is_letters(line, begin, end)
        or line[begin].lower in lists()["place"]["never"]
        or _is_people(line[end - 1].text)
    ):
        return False
    if line[end - 1].lower.endswith(("'s", "’s")) or _describes(line, end):
        return False
    events = lists()["place"]["events"]
    return any(line[before].lower in events for before in range(max(at - _EVENT, 0), at))


def _is_people(word: str) -> bool:
    """Whether a capitalised word is an adjective of a nation and no place: "British", "Chinese"."""
    return word.lower() in lists()["place"]["peoples"] or (
        len(word) > 4 and word.lower().endswith(("ish", "ese", "ian", "ians"))
    )


def _describes(line: Line, end: int) -> bool:
    """Whether the name before token `end` stands before a noun of its own that is no place."""
    following = line[end]
    if following.kind != "word" or not following.text.islower() or line[end - 1].text.islower():
        return False
    word = following.lower
    function = word in words("figure_function_words") or word in lists()["time"]["pointing"]
    verbal = word.endswith(("ed", "ing", "ly")) or word in auxiliaries() or is_past(word)
    return not (function or verbal or word in SAID or word in lists()["time"]["alone"])


def _listed_on(line: Line, end: int) -> bool:
    """Whether other places follow that were not read: "in Turin; Malta; and Norway", "in Lund and six other towns"."""
    if line[end].text == ";":
        return line[end + 1].text[:1].isupper() or line[end + 1].lower in ("and", "or")
    if line[end].lower not in ("and", "or"):
        return False
    following = line[end + 1]
    counted = following.kind == "number" or following.lower in lexicon().cardinals
    return line[end + 1 + counted].lower in ("other", "others", "elsewhere")


def _name_list_end(line: Line, at: int) -> int:
    """Behind "Lund", "Lund and Malmö", "Lund, Kiruna and Malmö"."""
    end = last = _name_end(line, at)
    region = _name_end(line, end + 1) if end > at and line[end].text == "," else 0
    if region > end + 1 and line[region].text in (",", ".", ";", "") and line[at - 2].text != "":
        return region  # "Turin, Italy"
    for _ in range(5):
        if end == at or line[last].text not in (",", "and"):
            return end
        closes = line[last].lower == "and" or line[last + 1].lower == "and"
        begin = last + 1 + (line[last].text == "," and line[last + 1].lower == "and")
        last = _name_end(line, begin)
        if last == begin:
            return end
        if closes:
            return end if line[last].lower in SAID else last
    return end


def _name_end(line: Line, at: int) -> int:
    """Behind the capitalised words that begin at token `at`; a month or a weekday is no name."""
    end = at
    while end < at + 6 and _in_name(line, end, begun=end > at):
        end += 1
    return end


def _in_name(line: Line, at: int, *, begun: bool) -> bool:
    token = line[at]
    if token.kind == "word" and token.text[0].isupper():
        return not (is_month(token) or token.lower in _WEEKDAYS)
    if not begun:
        return False
    if token.text == "-":
        return line.glued(at) and line.glued(at + 1)
    return token.lower in _JOINERS and line[at + 1].text[:1].isupper()
