"""Phrases of time: "on Tuesday", "in the first quarter of 2020", "a year ago", "between May and July"."""

from summarise.figures.context.setting_words import Setting, lists
from summarise.figures.labels.dates import is_month
from summarise.figures.lexicon import lexicon, word_class
from summarise.figures.tokens import Line

_WEEKDAYS = word_class("labels", "weekdays")
_MOST_DAYS = 31


def time_at(line: Line, at: int) -> Setting | None:
    """The phrase of time that begins at token `at`, or None."""
    token, known = line[at], lists()["time"]
    if token.lower in known["prepositions"] and token.kind == "word":
        if token.lower == "between":
            first = _time_phrase(line, at + 1, led=True)
            second = _time_phrase(line, first + 1, led=True) if first and line[first].lower == "and" else None
            return Setting("time", (at, second), (at, second)) if second else None
        end = _time_phrase(line, at + 1, led=True)
        if end is None:
            return None
        if token.lower == "from":
            more = (
                _time_phrase(line, end + 1, led=True)
                if line[end].lower in ("to", "until", "through")
                else None
            )
            return Setting("time", (at, more), (at, more)) if more else None
        if (
            token.lower == "for"
            and line[end - 1].lower not in ("year", "quarter", "season")
            and line[at + 1].lower != "the"
        ):
            return None
        return Setting("time", (at, end), (at, end))
    if token.lower in known["degrees"] and line[at + 1].lower in known["pointing"]:
        end = _time_phrase(line, at + 1, led=True)
        begin = at - 1 if line[at - 1].lower == "so" else at
        return Setting("time", (begin, end), (begin, end)) if end else None
    end = _time_phrase(line, at, led=False)
    return Setting("time", (at, end), (at, end)) if end else None


def _time_phrase(line: Line, at: int, *, led: bool) -> int | None:
    """The end of the time that begins at token `at`; `led`: a preposition stands before it."""
    token, known = line[at], lists()["time"]
    word = token.lower
    if word in known["alone"] and token.text.islower():
        return at + 1
    if word in _WEEKDAYS and token.text[0].isupper():
        end = at + 1 + (line[at + 1].lower in known["parts_of_day"])
        return end
    if token.kind == "number":
        if _is_day(line, at) and is_month(line[at + 1]):
            return _with_year(line, at + 2)
        if led and _is_year(line, at):
            return at + 1
    if is_month(token) and (led or _is_day(line, at + 1)):
        end = at + 2 if _is_day(line, at + 1) else at + 1
        return _with_year(line, end)
    distance = _distance(line, at)
    if distance is not None:
        return distance
    if word in known["pointing"] and word not in ("earlier", "later"):
        following = line[at + 1].lower
        if (
            following in known["units"] - {"time", "period"}
            or following in _WEEKDAYS
            or is_month(line[at + 1])
        ):
            part = at + 2 + (line[at + 2].lower in known["parts_of_day"])
            return None if word in ("each", "every", "that") and not led else part
        return None
    if word == "the" and led:
        return _ordered(line, at + 1)
    if led and word in ("early", "late", "mid"):
        return _time_phrase(line, at + 1, led=True)
    return None


def _ordered(line: Line, at: int) -> int | None:
    """ "the first quarter of 2020", "the six months to March", "the past 10 years", "the year to May"."""
    known = lists()["time"]
    ordered = line[at].lower in known["ordering"]
    at += ordered
    counted = line[at].kind == "number" or line[at].lower in lexicon().cardinals
    if counted and line[at + 1].text == "s" and line.glued(at + 1):
        return at + 2  # "the 1990s"
    at += counted
    if line[at].lower in ("financial", "fiscal", "calendar", "tax"):
        at += 1
    if line[at].lower not in known["units"]:
        return None
    end = at + 1
    if line[end].lower in ("to", "ending", "ended", "through", "of"):
        more = _time_phrase(line, end + 1, led=True)
        if more is not None:
            return more
        if line[end].lower == "of" and line[end + 1].lower == "the" and line[end + 2].lower in known["units"]:
            return end + 3
    return end if ordered else None


def _distance(line: Line, at: int) -> int | None:
    """ "a year ago", "three weeks earlier"."""
    known = lists()["time"]
    token = line[at]
    if (
        token.kind == "number"
        or token.lower in lexicon().cardinals
        or token.lower in ("a", "an", "the", "several")
    ):
        unit = at + 1
        if line[unit].lower in known["units"] and line[unit + 1].lower in known["distances"]:
            if line[unit + 1].lower == "before" and line[unit + 2].kind == "word":
                return None
            return unit + 2
    return None


def _is_day(line: Line, at: int) -> bool:
    text = line[at].text
    return text.isdecimal() and len(text) <= 2 and 0 < int(text) <= _MOST_DAYS


def _is_year(line: Line, at: int) -> bool:
    text = line[at].text
    return (
        len(text) == 4
        and text.isdecimal()
        and text[:2] in ("18", "19", "20")
        and line[at + 1].text not in ("-", "%")
    )


def _with_year(line: Line, end: int) -> int:
    if _is_year(line, end):
        return end + 1
    return end + 2 if line[end].text == "," and _is_year(line, end + 1) else end
