"""Nouns of the source: an article and what is found in it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

Bound = Literal["=", "~", ">", ">=", "<", "<=", "up", "down"]
Direction = Literal["up", "down"]
FigureKind = Literal[
    "count", "money", "percent", "measure", "duration", "age", "rate", "score", "rank", "ratio",
    "ordinal", "year", "date", "time", "name",
]  # fmt: skip
Role = Literal["subject", "object", "complement", "adverbial", "modifier"]


ELLIPSIS = "…"
"""Stands where the end of a sentence is cut off."""


class Span(NamedTuple):
    """A stretch of `Article.text`, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dateline:
    """The line or phrase before a story that says where and when it was filed."""

    text: str
    start: int
    end: int
    place: str | None = None
    place_span: Span | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read.

    Attributes:
        text: the untouched text; every offset in a Digest refers to it.
        title, byline, dateline, date: what was told apart from the body, as it stands there.
        id: the article's own identifier, or the file's stem.
        source: file name or record ("news.jsonl:12") for messages; None for text given directly.
        body: the stretches of `text` that are story; empty means all of it.
    """

    text: str
    title: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    date: str | None = None
    id: str | None = None
    source: str | None = None
    body: tuple[Span, ...] = ()

    def spans(self) -> tuple[Span, ...]:
        """The story's stretches, the whole text if none were told apart."""
        return self.body or (Span(0, len(self.text)),)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body: `text == article.text[start:end]`, no white space at its ends.

    `cuts` are the stretches of the article's text that an extract leaves out of it by request.
    """

    index: int
    start: int
    end: int
    text: str
    paragraph: int
    heading: bool = False
    cuts: tuple[Span, ...] = ()

    @property
    def shown(self) -> str:
        """The text without its cuts; an ellipsis stands where the end was cut off."""
        starts = [self.start, *(cut.end for cut in self.cuts)]
        ends = [*(cut.start for cut in self.cuts), self.end]
        kept = [self.text[a - self.start : b - self.start] for a, b in zip(starts, ends, strict=True)]
        text = "".join(kept)
        if not self.cuts or self.cuts[-1].end < self.end:
            return text
        # "... was built in the U.S., police said.": the stop is that of the abbreviation.
        behind = self.text[self.cuts[-1].start - self.start :][:1]
        return text if text.endswith(".") and behind == "," else text + ELLIPSIS


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with everything that gives it its meaning.

    Attributes:
        text, start, end: number and unit as they stand ("$4.5 billion", "23", "18 to 25 percent").
        value: exact value with its scale multiplied in; lower end of a range.
        upper: upper end of a range, else None.
        bound: "=" as it stands, "~" about, ">" more than, ">=" at least, "<" less than,
            "<=" at most, "up"/"down" a rise or fall by this much.
        unit: normalised unit ("USD", "percent", "kilometre", "year"), None for a bare count.
        noun: what is counted or measured, as it stands ("civilians", "North Korean soldiers").
        kind: see FigureKind; the last five are numbers that label and do not count ("third", "2025", "3 May",
            "9.30am", "Flight 370"), and come only where they are asked for.
        sentence: index of its sentence.
        cue, cue_span: the words that make the bound ("at least"), if any.
        noun_span: where the noun stands.
        speaker: who says so ("police"), as it stands, if the sentence says it.
        negated: under a negation or denial ("denied that 40 ...").
        hypothetical: under a modal, a plan, a promise, a forecast or a condition ("could cost", "pledged to spend").
            "will" makes it so with a verb of change, size, cost or deed ("will close 14 mills", "will total £4m"),
            not as a plain timetable ("will play two games", "will cut 40 jobs on Friday").
        direction, direction_cue, direction_span: "up" or "down" where it is the size of a change, with the word
            that says so. `bound` is the same, unless the size is bounded too: "rose by about 3 per cent" has the
            bound "~" and the direction "up".
        verb, verb_span: the main verb of its clause ("wounded", "rose"), if it was found.
        role: what the phrase that it stands in is to that verb, or "modifier" of a noun ("a 5% rise").
        place, place_span: where it holds, if its sentence says so ("in Kyiv").
        time, time_span: when it holds ("in the first quarter", "on Tuesday").
    """

    text: str
    start: int
    end: int
    value: Decimal
    kind: FigureKind
    upper: Decimal | None = None
    bound: Bound = "="
    unit: str | None = None
    noun: str | None = None
    sentence: int = 0
    cue: str | None = None
    cue_span: Span | None = None
    noun_span: Span | None = None
    speaker: str | None = None
    negated: bool = False
    hypothetical: bool = False
    direction: Direction | None = None
    direction_cue: str | None = None
    direction_span: Span | None = None
    verb: str | None = None
    verb_span: Span | None = None
    role: Role | None = None
    place: str | None = None
    place_span: Span | None = None
    time: str | None = None
    time_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with its place in the ranking (1 is best), its score and why.

    Attributes:
        sentence: the sentence.
        rank: 1 is the best.
        score: comparable within one article.
        reasons: what moved the score most, in words, each with what it added.
        taken: is part of the extract.
        verdict: why it was taken or passed over.
    """

    sentence: Sentence
    rank: int
    score: float
    reasons: tuple[str, ...] = ()
    taken: bool = False
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a parsed sentence; `head` is the index of its governor there (its own for the root)."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence with its tokens and their dependency tree."""

    sentence: Sentence
    tokens: tuple[Token, ...]
