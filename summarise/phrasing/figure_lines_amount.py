"""The amount of a figure in words: its number as it stands, with what says how it is meant."""

import re

from ..model import Bound, Figure

BOUND_WORDS: dict[Bound, str] = {
    "=": "as stated",
    "~": "about",
    ">": "more than",
    ">=": "at least",
    "<": "less than",
    "<=": "at most",
    "up": "up by",
    "down": "down by",
}

# "62-year-old", "six-month-old"
_AGED = re.compile(r"(?P<number>[\w,.]+)[- ](?P<unit>year|month|week|day)s?[- ]olds?", re.IGNORECASE)
_HYPHENED = re.compile(r"(?P<number>[\w,.£$€]+)-(?P<unit>year|month|week|day|hour|minute)", re.IGNORECASE)


def amount(figure: Figure, text: str) -> str:
    """The number with what says how it is meant, once: "dozens" are "at least" by themselves."""
    span, cue = figure.cue_span, (figure.cue or "").lower()
    words = [] if figure.bound == "=" else [BOUND_WORDS[figure.bound]]
    if span is not None and figure.start <= span.start and span.end <= figure.end:
        words = []
    elif figure.bound == "=" and figure.upper is not None and cue in ("between", "from"):
        words = [cue]
    if figure.direction is not None and figure.direction != figure.bound:
        words.insert(0, BOUND_WORDS[figure.direction])
    return " ".join([*words, text])


def spelled(figure: Figure, text: str) -> str:
    """The number as it stands behind a colon: no hyphens of an attribute, no capital of a sentence's start."""
    if figure.kind == "age":
        aged = _AGED.fullmatch(text)
        if aged is not None:
            return _plural(aged["number"].lower(), aged["unit"]) + " old"
        return text.lower() if "year" in text or "month" in text else f"{text.lower()} years old"
    hyphened = _HYPHENED.fullmatch(text) if figure.kind == "duration" else None
    if hyphened is not None:
        return _plural(hyphened["number"].lower(), hyphened["unit"])
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}".strip() if first.istitle() and first.isalpha() else text


def _plural(number: str, unit: str) -> str:
    return f"{number} {unit}" if number in ("one", "1", "a") else f"{number} {unit}s"
