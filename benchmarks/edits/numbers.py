"""Numbers, scales and units that are changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from spacy.tokens import Doc

from .material import Change, Host
from .register import either, register, words

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = words("number_words")
_NUMBER = re.compile(
    rf"(?<![\w.,:/#+'-])(?P<money>[$£€]?)(?P<number>{_DIGITS}|(?:{'|'.join(_WORDS[2:])})(?![\w-]))"
    r"(?P<scale>(?: ?(?:million|billion|trillion|thousand)|bn|m|k)(?!\w))?(?P<unit>%)?"
    r"(?![\d/:]|[.,]\d|(?:st|nd|rd|th)\b|-\d|(?:am|pm|a\.m|p\.m)| ?[ap]\.?m\b)"
)
_MONTH = re.compile(rf"\b(?:{'|'.join([*words('months'), *words('months_short')])})\.?\s*$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"\s*(?:of )?(?:{'|'.join([*words('months'), *words('months_short')])})\b")
_LOWER = re.compile(rf"(?:{either('around.lower')})\s*$", re.IGNORECASE)
_UPPER = re.compile(rf"(?:{either('around.upper')})\s*$", re.IGNORECASE)
_ROUGH = re.compile(rf"(?:{either('around.rough')})\s*$", re.IGNORECASE)
_NO_COUNT = re.compile(rf"(?:{either('around.no_count')})$")
_MOVED = re.compile(
    rf"\b(?:{either('around.moved')})(?: \w+)? (?:by |of |just |nearly |about |almost )?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its place, its value, what is counted, and what stands around it."""

    start: int
    end: int
    digits: str
    value: float
    noun: str
    money: str
    scale: str
    unit: str
    unit_end: int


def value_of(written: str) -> float:
    """The value of digits or of a number word."""
    return float(_WORDS.index(written.lower())) if written.isalpha() else float(written.replace(",", ""))


def numbers(text: str, doc: Doc) -> Iterator[Number]:
    """The numbers of a text that count or measure something: no years, days, scores, and parts of names."""
    for match in _NUMBER.finditer(text):
        start, end = match.span("number")
        written = match["number"]
        value = value_of(written)
        plain = not match["scale"] and not match["unit"] and not match["money"]
        if plain and written.isdigit() and len(written) == 4 and 1500 <= value <= 2100:
            continue
        if plain and (_MONTH.search(text[:start]) or _MONTH_AFTER.match(text[end:])):
            continue
        token = next((t for t in doc if t.idx <= start < t.idx + len(t)), None)
        if token is None:
            continue
        before = doc[token.i - 1] if token.i else None
        if before is not None and (
            _NO_COUNT.match(before.lower_)
            or (before.pos_ == "PROPN" and plain and before.idx + len(before) + 1 == start)
        ):
            continue
        if plain and not re.match(r"(?:-year-old|[- ][A-Za-z])", text[end:]):
            continue
        noun = _noun(token.i, doc) if plain else (match["unit"] or match["money"] or "")
        if noun is None or value <= 1 or re.search(r"\b[Nn]o\. ?$", text[:start]):
            continue
        yield Number(
            start,
            end,
            written,
            value,
            noun,
            match["money"],
            (match["scale"] or "").strip(),
            match["unit"] or "",
            match.end(),
        )


def _noun(at: int, doc: Doc) -> str | None:
    token = doc[at]
    if re.match(r"\S*-(?:year|month|week|day)", doc.text[token.idx :]):
        return "year-old"
    for candidate in doc[at + 1 : at + 5]:
        if candidate.pos_ in ("NOUN", "PROPN"):
            following = doc[candidate.i + 1] if candidate.i + 1 < len(doc) else None
            if following is not None and following.pos_ in ("NOUN", "PROPN"):
                continue
            return str(candidate.lemma_.lower())
        if candidate.lower_ in ("killed", "injured", "wounded", "dead", "hurt", "arrested", "missing"):
            return str(candidate.lower_)
        if candidate.pos_ not in ("ADJ", "NUM", "VERB", "ADV") and candidate.text not in ("-", "of", "'s"):
            return None
    return None


def changed(host: Host, random: Random) -> Iterator[Change]:
    """A number becomes another near it that stands nowhere in the article."""
    known = {round(n.value, 4) for d in host.article.docs for n in numbers(d.text, d)}
    known |= {value_of(m) for m in re.findall(_DIGITS, host.article.text)}
    known |= {float(n) for n, word in enumerate(_WORDS) if host.article.has(word)}
    for one in numbers(host.text, host.doc):
        before = host.text[: one.start - len(one.money)]
        if host.quoted(one.start, one.end) or one.value == 0:
            continue
        low, high, rough = _LOWER.search(before), _UPPER.search(before), _ROUGH.search(before)
        for _ in range(12):
            if low:
                factor = random.uniform(1.5, 3)
            elif high:
                factor = random.uniform(0.2, 0.6)
            else:
                factor = random.choice((random.uniform(0.4, 0.7), random.uniform(1.4, 1.9)))
            near = _near(one, factor, wide=bool(low or high or rough), random=random)
            if near and value_of(near) not in known and near != one.digits and one.digits != "100":
                yield Change(((one.start, one.end, near),))
                break


def _near(one: Number, factor: float, *, wide: bool, random: Random) -> str:
    if one.digits.isalpha():
        value = round(one.value * factor) if wide else int(one.value) + random.choice((-2, -1, 1, 2, 3))
        return _cased(_WORDS[value], one.digits) if 2 <= value < len(_WORDS) else ""
    if "." in one.digits:
        places = len(one.digits.partition(".")[2])
        made = (
            one.value * factor
            if wide
            else one.value + random.choice((-0.4, -0.3, 0.2, 0.3, 0.5)) * max(1, one.value / 4)
        )
        return f"{made:,.{places}f}" if made > 0 else ""
    if one.value < 13 and not wide:
        value = int(one.value) + random.choice((-2, -1, 1, 2, 3))
        return str(value) if value > 1 else ""
    zeros = len(one.digits) - len(one.digits.rstrip("0"))
    step = 10**zeros
    value = (
        round(one.value * (factor if wide else random.choice((0.7, 0.8, 0.85, 1.15, 1.2, 1.3, 1.4))) / step)
        * step
    )
    if value <= 1 or (one.unit and one.value < 100 <= value):
        return ""
    return f"{value:,}" if "," in one.digits or value >= 10_000 else str(value)


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word


def swapped(host: Host, random: Random) -> Iterator[Change]:
    """A number becomes another of the article, one that counts or measures something else of its sort.

    That the new number stands in the article is the point; it must not stand there with the same noun.
    """
    others = [n for d in host.elsewhere() for n in numbers(d.text, d)]
    pairs = {(n.value, n.noun) for n in others}
    own = {n.value for n in numbers(host.text, host.doc)}
    for one in numbers(host.text, host.doc):
        before = host.text[: one.start - len(one.money)]
        if host.quoted(one.start, one.end) or re.search(r"between\s*$", before):
            continue
        low, high = _LOWER.search(before), _UPPER.search(before)
        fitting = [
            n
            for n in others
            if n.value not in own
            and n.value > 1
            and (n.unit, n.money, n.scale) == (one.unit, one.money, one.scale)
            and (one.unit or one.money or (n.noun != one.noun and (n.value, one.noun) not in pairs))
            and (n.noun == "year-old") == (one.noun == "year-old")
            and 1 / 30 < n.value / max(one.value, 0.1) < 30
            and (
                (n.value > 1.3 * one.value)
                if low
                else (n.value < 0.7 * one.value)
                if high
                else _differ(n.value, one.value)
            )
            and not (re.match(r" and a half", host.text[one.end :]))
        ]
        if fitting:
            yield Change(((one.start, one.end, random.choice(sorted({n.digits.lower() for n in fitting}))),))


def _differ(one: float, other: float) -> bool:
    return abs(one - other) > 0.04 * max(one, other)


def scale(host: Host, random: Random) -> Iterator[Change]:
    """Millions become billions, a "bn" an "m"; "hundreds of" becomes "thousands of"."""
    scales: dict[str, list[str]] = register()["scales"]
    for match in re.finditer(
        rf"[$£€]?(?P<number>{_DIGITS}|\b[a-z]+)(?P<space> ?|-)(?P<scale>[a-z]+)\b", host.text
    ):
        old = match["scale"].lower()
        if old not in scales or host.quoted(*match.span()):
            continue
        if len(old) <= 2 and (
            match["space"] or not match["number"][-1].isdigit() or (old == "m" and match[0][0] not in "$£€")
        ):
            continue
        if match["number"].isalpha() and match["number"] not in (*_WORDS, "a", "several", "half"):
            continue
        if match["number"].isalpha() and match["number"] == "half":
            continue
        new = random.choice(scales[old])
        phrase = match["number"] + match["space"] + new
        if not host.article.has(phrase) and not host.article.has(match["number"] + " " + new):
            yield Change(((*match.span("scale"), new),))
    vague: dict[str, list[str]] = register()["vague_scales"]
    for match in re.finditer(
        r"\b(dozens|hundreds|thousands)(?= of (?!thousands|millions|hundreds))", host.text, re.IGNORECASE
    ):
        new = random.choice(vague[match[0].lower()])
        before = host.text[: match.start()].lower()
        if (
            not host.quoted(*match.span())
            and not host.article.has(f"{new} of")
            and not before.endswith(("of ", "many "))
        ):
            yield Change(((*match.span(), _cased(new, match[0])),))


def unit(host: Host, random: Random) -> Iterator[Change]:
    """Kilometres become miles, pounds dollars, days weeks, percent points."""
    units: dict[str, list[str]] = register()["units"]
    names = "|".join(re.escape(name) for name in sorted(units, key=len, reverse=True) if name != "%")
    number = rf"(?:{_DIGITS}|\b(?:{'|'.join(_WORDS[2:])}))"
    for match in re.finditer(
        rf"(?<![\w.,])(?P<number>{number})(?P<unit>%| (?:million |billion )?(?:{names})\b)", host.text
    ):
        end = match.end("unit")
        old = re.sub(r"^ (?:million |billion )?", "", match["unit"])
        start = end - len(old)
        if host.quoted(start, end) or re.match(r"( old|-old|[- ]an? |’|'|-)", host.text[end:]):
            continue
        new = random.choice(units[old])
        if (old.startswith("per") or old == "%") and not _moved(host.text[: match.start()]):
            continue
        if old == "pounds" and "£" in host.article.text:
            continue
        if not host.article.has(f"{match['number']} {new.strip()}") and not (
            old in ("mile", "days") and "nautical" in host.text
        ):
            yield Change(((start, end, new),))
    for match in re.finditer(
        r"(?<![A-Za-z])([$£€])(?=(\d[\d.,]*\d|\d)([a-z]{0,2}| (?:million|billion))\b)", host.text
    ):
        new = random.choice([sign for sign in "$£€" if sign != match[1]])
        if (
            host.quoted(*match.span())
            or host.article.has(new + match[2])
            or (new + match[2]) in host.article.text
        ):
            continue
        if (
            re.match(r"[^()]{0,25}\([$£€]", host.text[match.end() :])
            or "(" in host.text[max(0, match.start() - 2) : match.start()]
        ):
            continue
        if len(set(re.findall(r"[$£€]", host.text))) == 1:
            yield Change(((*match.span(), new),))


def _moved(before: str) -> bool:
    """Whether what comes before a percentage says that something went up or down by it."""
    return bool(_MOVED.search(before))
