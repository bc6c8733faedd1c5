"""Phrases of time: "on Tuesday", "in the first quarter of 2020", "a year ago", "between May and July"."""

from functools import cache

from summarise.figures.context.setting_words import Setting, lists
from summarise.figures.context.verbs import is_content
from summarise.figures.labels.dates import is_month
from summarise.figures.lexicon import lexicon, word_class
from summarise.figures.tokens import Line, split_key

_WEEKDAYS = word_class("labels", "weekdays")
_MONTHS = word_class("labels", "months")
_JUST = frozenset({"little", "just", "well", "for", "in", "of", "be", "is", "was", "were", "after", "within"})
_MOST_DAYS = 31
_MOST_JOINED = 4
_CLAUSE = 8  # tokens of "since it won power in 1996"


def time_at(line: Line, at: int) -> Setting | None:
    """The phrase of time that begins at token `at`, or None."""
    found = _time_at(line, at)
    if found is None or found.owning:
        return found
    end = _joined(line, found.span[1])
    return found if end == found.span[1] else Setting("time", (at, end), (found.shown[0], end))


def _time_at(line: Line, at: int) -> Setting | None:
    token, known = line[at], lists()["time"]
    owned = _owning(line, at)
    if owned is not None:
        return Setting("time", (at, owned), (at, owned), owning=True)
    fixed = _fixed(line, at)
    if fixed is not None:
        return Setting("time", (at, fixed), (at, fixed))
    if token.lower in known["prepositions"] and token.kind == "word":
        if token.lower == "between":
            days = _until(line, at + 1)
            if days is not None:
                return Setting("time", (at, days), (at, days))
            first = _time_phrase(line, at + 1, led=True)
            second = _time_phrase(line, first + 1, led=True) if first and line[first].lower == "and" else None
            return Setting("time", (at, second), (at, second)) if second else None
        end = _time_phrase(line, at + 1, led=True)
        if end is None and token.lower in ("since", "until"):
            end = _until_clause(line, at + 1)
        if end is None and token.lower == "over" and line[at - 1].lower not in _JUST:
            end = _stretch(line, at + 1)
        if end is None or (token.lower == "on" and _is_length(line[end - 1].lower)):
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


def _is_length(word: str) -> bool:
    """Whether a phrase that ends so is no day: "up 5 per cent on last year", "on the year before"."""
    return word in ("year", "quarter", "month", "week", "season", "before", "earlier")


def _owning(line: Line, at: int) -> int | None:
    """Behind "Sunday's", "last year's", "2003's"."""
    token, known = line[at], lists()["time"]
    base = token.lower.removesuffix("'s").removesuffix("’s")
    if base != token.lower:
        return at + 1 if token.text[0].isupper() and base in _WEEKDAYS else None
    if token.kind == "number":
        mark = line[at + 1].text in ("'", "’") and line[at + 2].text == "s"
        return at + 3 if _is_year(line, at) and mark and line.glued(at + 1) and line.glued(at + 2) else None
    if token.lower not in known["pointing"]:
        return None
    following = line[at + 1].lower
    owner = following.removesuffix("'s").removesuffix("’s")
    return at + 2 if owner != following and owner in known["units"] | _WEEKDAYS | _MONTHS else None


def _fixed(line: Line, at: int) -> int | None:
    """Behind "at the moment", "so far", "by year's end" and the like."""
    if line[at].text == "now":
        led = line[at - 1].lower in ("until", "by", "from", "right", "up", "till") and at > 0
        return None if led or line[at + 1].lower in ("that", ",") else at + 1
    for phrase in _phrases().get(line[at].lower, ()):
        if all(line[at + step].lower == word for step, word in enumerate(phrase)):
            return at + len(phrase)
    return None


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The set phrases of time by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(lists()["time"]["phrases"]):
        parts = split_key(phrase)
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(several, key=len, reverse=True)) for first, several in found.items()}


def _joined(line: Line, end: int) -> int:
    """The end of "in May | or early June", "in 2001|, 2002 and 2003"; `end` itself if no more times are joined."""
    last = end
    for _ in range(_MOST_JOINED):
        sign = line[last].text
        begin = last + 1
        if sign == "," and not _is_year(line, begin):
            return end
        if sign not in (",", "and", "or"):
            return end
        if line[begin].lower in ("in", "on", "by", "last", "earlier"):
            return end  # a second phrase of its own
        more = None if line[begin].lower in lists()["time"]["alone"] else _time_phrase(line, begin, led=True)
        if more is not None and line[more].text == "s" and line.glued(more):
            more += 1  # "the 1970s and 1980s"
        if (
            more is None
            or line[more].lower.endswith(("'s", "’s"))
            or line[more - 1].lower.endswith(("'s", "’s"))
        ):
            return end
        last = more
        if sign != "," or line[last].text not in (",", "and"):
            end = last
    return end


def _until_clause(line: Line, at: int) -> int | None:
    """ "since | it won power in 1996": up to the time in the clause."""
    if line[at].kind != "word" or line[at].text[0].isupper():
        return None
    for inner in range(at + 2, at + _CLAUSE):
        if line[inner].kind != "word":
            return None
        if line[inner].lower in ("in", "on", "last"):
            end = _time_phrase(line, inner + (line[inner].lower != "last"), led=line[inner].lower != "last")
            if end is not None:
                return end
    return None


def _stretch(line: Line, at: int) -> int | None:
    """ "over | ten years": how long a sum or a number took; no age and no point in time."""
    counted = line[at].kind == "number" or line[at].lower in lexicon().cardinals
    if not counted or line[at + 1].lower not in ("months", "years", "decades", "weeks"):
        return None
    following = line[at + 2]
    return None if following.lower in ("old", "of", "in", "ago") or following.text == "-" else at + 2


def _time_phrase(line: Line, at: int, *, led: bool) -> int | None:
    """The end of the time that begins at token `at`; `led`: a preposition stands before it."""
    token, known = line[at], lists()["time"]
    word = token.lower
    if word in known["alone"] and token.text.islower():
        return at + 1
    if word in _WEEKDAYS and token.text[0].isupper():
        if not led and line[at - 1].kind == "word" and line[at - 1].text[0].isupper() and at > 1:
            return None  # "the Lund Sunday ..."
        if line[at + 1].kind == "word" and line[at + 1].text[0].isupper() and not is_month(line[at + 1]):
            return None  # "Sunday Herald"
        end = at + 1 + (line[at + 1].lower in known["parts_of_day"])
        return end
    if token.kind == "number":
        if _is_day(line, at) and is_month(line[at + 1]):
            if not led and _is_named(line, _with_year(line, at + 2)):
                return None  # "the 11 September tribute"
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
    if word == "recent" and led and line[at + 1].lower in known["units"]:
        return at + 2
    if word == "the" and led:
        return _edge(line, at + 1) or _ordered(line, at + 1)
    if led and word in ("early", "late", "mid"):
        return _time_phrase(line, at + 1, led=True)
    return None


def _edge(line: Line, at: int) -> int | None:
    """ "the | end of next year", "the | beginning of the season"."""
    known = lists()["time"]
    if line[at].lower not in known["edges"] or line[at + 1].lower != "of":
        return None
    inner = at + 2
    if line[inner].lower in ("the", "this", "a") and line[inner + 1].lower in known["units"]:
        return inner + 2
    return _time_phrase(line, inner, led=True)


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
            if line[at - 1].lower == "on":
                return None  # "up 5 per cent on the year before", "on four years ago"
            return unit + 2
    return None


def _until(line: Line, at: int) -> int | None:
    """ "between | 24 and 26 December"."""
    if not _is_day(line, at) or line[at + 1].lower != "and" or not _is_day(line, at + 2):
        return None
    return _with_year(line, at + 4) if is_month(line[at + 3]) else None


def _is_named(line: Line, end: int) -> bool:
    """Whether a noun follows that a day gives its name to."""
    following = line[end]
    return following.kind == "word" and following.text.islower() and is_content(following.lower)


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
