"""Days, months and years that are changed."""

import re
from collections.abc import Iterator
from random import Random

from .material import Change, Host
from .register import either, register, words

_MONTHS = words("months")
_SHORT = words("months_short")
_ANY = "|".join([*_MONTHS, *_SHORT])


def weekday(host: Host, random: Random) -> Iterator[Change]:
    """Monday becomes a day that the article does not name."""
    days = words("weekdays")
    for match in re.finditer(rf"\b({'|'.join(days)})(?=['’]s|s?\b)", host.text):
        if re.search(
            rf"\b(?:{either('around.before_day')}) $",
            host.text[: match.start()],
        ):
            continue
        choice = [
            day
            for day in days
            if not host.article.has(day) and not host.article.has(day + "s") and day != match[1]
        ]
        if (
            choice
            and not host.quoted(*match.span())
            and not re.match(r"s? (?:[A-Z](?!T\b)|night live)", host.text[match.end() :])
        ):
            yield Change(((*match.span(), random.choice(choice)),))


def month(host: Host, random: Random) -> Iterator[Change]:
    """December becomes a month that the article does not name."""
    for match in re.finditer(rf"\b({_ANY})\b", host.text):
        short = match[1] in _SHORT and match[1] != "May"
        before, after = host.text[: match.start()], host.text[match.end() :]
        dated = re.match(r"\.? \d{1,2}\b|,? (?:19|20)\d\d", after) or re.search(
            rf"(?:\d(?:st|nd|rd|th)?|\b(?:{either('around.before_month')}))[ -]$",
            before,
        )
        if not dated or host.quoted(*match.span()) or (match[1] == "March" and re.search(r"\bto $", before)):
            continue
        names = _SHORT if short else _MONTHS
        choice = [
            new
            for long, brief, new in zip(_MONTHS, _SHORT, names, strict=True)
            if not host.article.has(long)
            and not host.article.has(brief)
            and not long.startswith(match[1])
            and long not in ("May", "February")
        ]
        if choice:
            yield Change(((*match.span(), random.choice(choice)),))


def day_of_month(host: Host, random: Random) -> Iterator[Change]:
    """31 December becomes 12 December, a day that the article does not name."""
    for match in re.finditer(
        rf"\b(?:(?:{_ANY})\.? (?P<after>\d{{1,2}})(?!\d|,\d{{3}}|:|%)|"
        rf"(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?= (?:of )?(?:{_ANY})\b))",
        host.text,
    ):
        group = "after" if match["after"] else "before"
        start, end = match.span(group)
        ordinal = re.match(r"st|nd|rd|th", host.text[end:])
        plain = [d for d in range(4, 29) if d not in (21, 22, 23)]
        choice = [
            d
            for d in plain
            if str(d) != match[group]
            and not re.search(rf"(?<!\d){d}(?:st|nd|rd|th)?(?!\d)", host.article.lower)
        ]
        if choice and not host.quoted(start, end) and 1 <= int(match[group]) <= 31:
            new = str(random.choice(choice))
            yield Change(((start, end + (2 if ordinal else 0), new + ("th" if ordinal else "")),))


def year(host: Host, random: Random) -> Iterator[Change]:
    """2004 becomes 2001, a year that the article does not name."""
    for match in re.finditer(
        r"(?<![\d$£€.,'-])(1[89]\d\d|20[0-3]\d)(?![\d%]|[,.]\d|-\w|s\b"
        rf"| (?:{either('around.after_number')}))",
        host.text,
    ):
        before = host.text[: match.start()]
        if not re.search(
            rf"(?:\b(?:{either('around.before_year')})|\d|,|\(|(?:{_ANY})\.?) ?$",
            before,
        ):
            continue
        old = int(match[1])
        choice = [
            y
            for y in range(old - 9, old + 10)
            if abs(y - old) > 1 and y < 2031 and str(y) not in host.article.text
        ]
        if choice and not host.quoted(*match.span()):
            yield Change(((*match.span(), str(random.choice(choice))),))


def relative_day(host: Host, random: Random) -> Iterator[Change]:
    """Yesterday becomes tomorrow, last week next week."""
    table: dict[str, list[str]] = register()["days"]
    for match in re.finditer(rf"\b({'|'.join(table)})\b", host.text, re.IGNORECASE):
        old = match[1].lower()
        after = host.text[match.end() :]
        if host.quoted(*match.span()) or re.match(r"['’]s? ", after) or (match[1] != old and match.start()):
            continue
        tags = {t.tag_ for t in host.free} | {
            t.lower_ for t in host.free if t.lower_ in ("will", "'ll", "to")
        }
        past = bool(tags & {"VBD", "VBN"})
        wrong = (
            ("next", "tomorrow")
            if past
            else ("last", "yesterday")
            if tags & {"will", "'ll", "to", "VBZ"}
            else ("never",)
        )
        choice = [new for new in table[old] if not host.article.has(new) and not new.startswith(wrong)]
        if old == "today" and "VBD" not in tags:
            continue
        if re.search(
            rf"\b(?:{either('around.before_relative_day')}|{_ANY}) $",
            host.text[: match.start()],
        ):
            continue
        if choice:
            new = random.choice(choice)
            yield Change(((*match.span(), new[0].upper() + new[1:] if match[1][0].isupper() else new),))
