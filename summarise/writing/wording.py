"""How figures and counts are put into words for a reader."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from summarise.model import Bound, Figure, Ranked

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

# More decimals than this come from a division ("two-thirds"), not from the article.
_DECIMALS = Decimal("0.0001")

# So many sentences that were passed over are explained where space is short.
_PASSED_OVER = 3

# Control characters, C0 and C1: an escape sequence in an article must not reach a terminal.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as a table shows it; every field is ready to print.

    Attributes:
        text: number and unit as they stand in the article.
        value: the value in digits with thousands separators; a range as "18–25".
        unit: the normalised unit, "" for a bare count.
        what: what is counted or measured, "" if the sentence does not say.
        bound: the bound in words; "between" for a range.
        speaker: who says so, "" if the sentence does not say.
        note: "denied" or "not a fact yet" where the sentence denies or only plans it, else "".
        sentence: number of its sentence, the first being 1.
        phrase: all of it in one line, such as "civilians: at least 23 (according to police)".
    """

    text: str
    value: str
    unit: str
    what: str
    bound: str
    speaker: str
    note: str
    sentence: int
    phrase: str


def figure_row(figure: Figure) -> FigureRow:
    """The figure in words."""
    text, what, speaker = (printable(part or "") for part in (figure.text, figure.noun, figure.speaker))
    ranged = figure.upper is not None and figure.bound == "="
    notes = ["denied"] * figure.negated + ["not a fact yet"] * figure.hypothetical
    amount = text if figure.bound == "=" else f"{BOUND_WORDS[figure.bound]} {text}"
    remarks = [f"according to {speaker}"] * bool(speaker) + notes
    return FigureRow(
        text=text,
        value=value_text(figure),
        unit=figure.unit or "",
        what=what,
        bound="between" if ranged else BOUND_WORDS[figure.bound],
        speaker=speaker,
        note=", ".join(notes),
        sentence=figure.sentence + 1,
        phrase=(f"{what}: " if what else "") + amount + (f" ({', '.join(remarks)})" if remarks else ""),
    )


def value_text(figure: Figure) -> str:
    """The value in digits: "4,500,000,000", "0.6667"; a range with an en dash, "18–25"."""
    low = number_text(figure.value)
    return low if figure.upper is None else f"{low}–{number_text(figure.upper)}"


def number_text(number: Decimal) -> str:
    """A number with thousands separators and at most four decimals, none of them a trailing zero."""
    if number == number.to_integral_value():
        return f"{int(number):,}"
    # A tiny number keeps its digits: rounding it to 0.0000 would print a false value.
    rounded = number.quantize(_DECIMALS) if abs(number) >= _DECIMALS else number
    return f"{rounded:,f}".rstrip("0").rstrip(".")


def printable(text: str) -> str:
    """The text on one line: white space runs become one space, control characters go."""
    return " ".join(_CONTROL.sub("", text).split())


def why(ranked: Ranked) -> str:
    """Why a sentence was taken or passed over, then what moved its score, in one line."""
    return printable(" – ".join(filter(None, [ranked.verdict, "; ".join(ranked.reasons)])))


def worth_explaining(ranking: Iterable[Ranked]) -> list[Ranked]:
    """What was taken, and the best few that were passed over; a long text has hundreds of those."""
    passed_over = 0
    kept = []
    for ranked in ranking:
        passed_over += not ranked.taken
        if ranked.taken or passed_over <= _PASSED_OVER:
            kept.append(ranked)
    return kept
