"""How figures and counts are put into words for a reader."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from summarise.model import Digest, Figure, Ranked, Sentence, Span, Warning
from summarise.phrasing.figure_lines_amount import BOUND_WORDS as BOUND_WORDS
from summarise.phrasing.figure_lines_amount import amount as in_words

# More decimals than this come from a division ("two-thirds"), not from the article.
_DECIMALS = Decimal("0.0001")

# Numbers of these are no amounts: 2,025 is no year.
_LABELS = ("ordinal", "year", "date", "time", "name")

# So many sentences that were passed over are explained where space is short.
_PASSED_OVER = 3

# Control characters, C0 and C1: an escape sequence in an article must not reach a terminal.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as a table shows it; every field is ready to print.

    Attributes:
        text: number and unit as they stand in the article.
        value: the value in digits with thousands separators; a range as "18–25".
        unit: the normalised unit, "" for a bare count.
        what: what is counted or measured, "" if the sentence does not say.
        bound: the bound in words, with the direction of a change ("up by about"); "between" for a range.
        said: "according to" the speaker, "" if there is none.
        speaker, place, time: who says so, where and when it holds; "" if the sentence does not say.
        note: "denied" or "not a fact yet" where the sentence denies or only plans it, else "".
        sentence: number of its sentence, the first being 1.
        amount: bound and number as the article has it: "at least 23", "up by about 3 per cent".
        phrase: all of it in one line, such as "civilians: at least 23 (in Marsk, according to police)".
    """

    text: str
    value: str
    unit: str
    what: str
    bound: str
    said: str
    speaker: str
    place: str
    time: str
    note: str
    sentence: int
    amount: str
    phrase: str

    @property
    def where(self) -> str:
        """Where and when it holds, in one."""
        return ", ".join(filter(None, (self.place, self.time)))


def figure_row(figure: Figure) -> FigureRow:
    """The figure in words."""
    text, what, speaker = (printable(part or "") for part in (figure.text, figure.noun, figure.speaker))
    place = _apart(figure.place, figure.place_span, figure.noun_span)
    time = _apart(figure.time, figure.time_span, figure.noun_span)
    notes = ["denied"] * figure.negated + ["not a fact yet"] * figure.hypothetical
    amount = in_words(figure, text)
    said = f"according to {_within(speaker)}" if speaker else ""
    remarks = [*filter(None, (place, time, said)), *notes]
    return FigureRow(
        text=text,
        value=value_text(figure),
        unit=figure.unit or "",
        what=what,
        bound=_bound(figure),
        said=said,
        speaker=speaker,
        place=place,
        time=time,
        note=", ".join(notes),
        sentence=figure.sentence + 1,
        amount=amount,
        phrase=(f"{what}: " if what else "") + amount + (f" ({', '.join(remarks)})" if remarks else ""),
    )


def _within(name: str) -> str:
    """A name within a sentence: "The Union Party" loses the capital of its article."""
    first, _, rest = name.partition(" ")
    return (
        f"{first.lower()} {rest}" if first == "The" or (first in ("A", "An") and rest[:1].islower()) else name
    )


def _bound(figure: Figure) -> str:
    ranged = figure.upper is not None and figure.bound == "=" and figure.kind != "score"
    size = "between" if ranged else BOUND_WORDS[figure.bound]
    if figure.direction is None or figure.direction == figure.bound:
        return size
    way = BOUND_WORDS[figure.direction]
    return way if figure.bound == "=" and not ranged else f"{way} {size}"


def _apart(words: str | None, span: Span | None, noun: Span | None) -> str:
    """A place or a time, unless the noun says it already."""
    if words is None or (span and noun and span.start < noun.end and noun.start < span.end):
        return ""
    return printable(words)


@dataclass(frozen=True, slots=True)
class KeyRow:
    """An entry of the list of key figures.

    Attributes:
        text: its line.
        figures: the figures that it tells, one or more.
        what: the line, or what the figure counts if the digest has no line of it.
        note, remarks: of a figure without a line what its phrase says behind the amount; else "".
    """

    text: str
    figures: tuple[Figure, ...]
    what: str
    note: str = ""
    remarks: str = ""


def key_rows(digest: Digest) -> list[KeyRow]:
    """The list of key figures; a figure that has no line in the digest is told by its phrase."""
    named = {Span(figure.start, figure.end): figure for figure in digest.key_figures}
    rows = []
    told: set[Span] = set()
    for line in digest.key_lines:
        figures = tuple(named[span] for span in line.figures if span in named)
        told.update(line.figures)
        text = printable(line.text)
        rows += [KeyRow(text, figures, text)] if figures else []
    for span, figure in named.items():
        if span not in told:
            row = figure_row(figure)
            remarks = " · ".join(filter(None, (row.said, row.where)))
            rows.append(KeyRow(row.phrase, (figure,), row.what, row.note, remarks))
    return rows


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a warning is about: the words there and the sentence they stand in."""

    span: Span
    words: str
    sentence: Sentence | None


def places(warning: Warning, digest: Digest) -> list[Place]:
    """The places of a warning in their order, each with its sentence if it lies in one."""
    known = {ranked.sentence.index: ranked.sentence for ranked in digest.ranking}
    known |= {sentence.index: sentence for sentence in digest.summary}
    return [
        Place(
            span,
            printable(digest.article.text[span.start : span.end]),
            next((s for s in known.values() if s.start <= span.start and span.end <= s.end), None),
        )
        for span in warning.spans
    ]


def in_several_sentences(found: Iterable[Place]) -> list[Place]:
    """Those of the places that lie in a sentence, if these are two or more: then they are worth quoting."""
    placed = [place for place in found if place.sentence is not None]
    return placed if len({place.sentence for place in placed}) > 1 else []


def value_text(figure: Figure) -> str:
    """The value in digits: "4,500,000,000", "0.6667"; a range with an en dash, "18–25"."""
    if figure.kind in _LABELS:
        return f"{figure.value:f}"
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


def plain_line(text: str) -> str:
    """The same, but a space at either end stays one: for a piece of a line."""
    return _SPACES.sub(" ", _CONTROL.sub("", text))


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
