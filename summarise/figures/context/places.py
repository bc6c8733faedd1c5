"""Phrases of place: "in Kyiv", "across England", "in the south of the country"."""

from summarise.figures.context.naming import SAID
from summarise.figures.context.setting_words import Setting, lists
from summarise.figures.labels.dates import is_month
from summarise.figures.lexicon import word_class, words
from summarise.figures.tokens import Line

_WEEKDAYS = word_class("labels", "weekdays")
_JOINERS = frozenset({"of", "de", "la", "al", "el", "du", "upon"})


def place_at(line: Line, at: int) -> Setting | None:
    """The phrase of place that begins at token `at`, or None."""
    token, known = line[at], lists()["place"]
    if token.kind != "word":
        return None
    if token.lower in known["alone"] and token.text.islower():
        return Setting("place", (at, at + 1), (at, at + 1))
    if line.headline_case:
        return None
    if token.lower == "at":
        begin = at + 1 + (line[at + 1].lower == "the")
        end = _name_end(line, begin)
        fits = end > begin and line[end - 1].lower in known["sites"]
        return Setting("place", (at, end), (at + 1, end)) if fits else None
    if token.lower not in known["prepositions"]:
        return None
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
    if line[end - 1].lower.endswith(("'s", "’s")):
        return None
    return Setting("place", (at, end), (begin, end))


def _name_list_end(line: Line, at: int) -> int:
    """Behind "Lund", "Lund and Malmö", "Lund, Kiruna and Malmö"."""
    end = last = _name_end(line, at)
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
