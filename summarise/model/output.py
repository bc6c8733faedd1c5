"""Nouns of the output: lines with where they come from, findings, and the digest that holds them all."""

import json
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from typing import Any, Literal

from .source import Article, Figure, Ranked, Sentence, Span

SCHEMA_VERSION = "1"
"""Of docs/schema.json: another one when a field is renamed, removed or given another meaning, not when one is added."""

Origin = Literal["copied", "inflected", "normalised", "template"]
FindingKind = Literal["figure", "name", "role", "polarity", "modality", "attribution", "quotation", "date"]
Severity = Literal["contradicted", "not found", "changed attribution", "weakened"]
SEVERITIES: tuple[Severity, ...] = ("contradicted", "not found", "changed attribution", "weakened")
"""How grave a finding is, the gravest first."""
LinePart = Literal["headline", "bullet", "key figure", "extract"]
LineForm = Literal["clause", "participle", "predicate", "phrase", "noun", "verb", "words"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an output line and where it comes from.

    `origin` is "copied" (the source's words as they stand), "inflected" (launched → launches),
    "normalised" (seven → 7) or "template" (a template's fixed words; no span).
    """

    text: str
    origin: Origin
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline that passed the audit.

    Attributes:
        text: the line.
        template, domain: what made it: "general/clause", "sport/beats-score"; "clause" and "lead" are the rungs
            below the templates. Behind a comma stands what was done besides: "says" (its speaker put behind it),
            "cited" (the paper that is cited left out), "named" (a name put for a pronoun or "the company").
        score: the higher, the better; comparable within one article.
        sentence: index of the sentence it was made of.
        pieces: its parts with where they come from.
        reasons: why it was chosen.
        confidence: how likely a desk would print it as it is, between 0 and 1.
    """

    text: str
    template: str
    domain: str
    score: float
    sentence: int
    pieces: tuple[Piece, ...] = ()
    reasons: tuple[str, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Bullet:
    """A line of the digest that stands on its own."""

    text: str
    sentence: int
    pieces: tuple[Piece, ...] = ()
    figures: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A line of the list of key figures.

    Attributes:
        text: the line, ready to print: "At least 23 civilians were wounded (according to police)".
        form: how it was made: "clause" and "predicate" are the figure's sentence cut short, "phrase" the noun
            phrase around it; "participle" is "civilians wounded: 23", "noun" "civilians: 23", "verb" "lost: 23";
            "words" are those around a figure of which nothing is known.
        sentence: index of the sentence.
        figures: the key figures that it tells, one or more.
    """

    text: str
    form: LineForm
    sentence: int
    figures: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a summary that its source does not bear out.

    Attributes:
        kind: what is wrong: a "figure" (value, unit, bound, direction, what is counted), a "name", a "role" (who
            did it to whom), the "polarity" (not, denied; won for lost), the "modality" (may, plans to, alleged),
            the "attribution" (whose claim it is), a "quotation" or a "date" (day, month, year).
        severity: "contradicted", the source says otherwise; "not found", it says no such thing; "changed
            attribution", someone else says it or nobody does; "weakened", a bound or a doubt was lost or added.
        text, start, end: the words in the summary.
        message: what is wrong, in one sentence.
        source_start, source_end: the nearest place in the source, None if there is none.
    """

    kind: FindingKind
    severity: Severity
    text: str
    start: int
    end: int
    message: str
    source_start: int | None = None
    source_end: int | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """Result of checking a summary against its source."""

    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """True when nothing was found."""
        return not self.findings

    def to_dict(self) -> dict[str, Any]:
        """Plain data: `ok` and the findings."""
        return {"ok": self.ok, "findings": plain(self.findings)}


@dataclass(frozen=True, slots=True)
class LineFinding:
    """A finding in a line of a digest: the `index`-th of its part, from 0; the finding's span points into `text`."""

    part: LinePart
    index: int
    text: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """What the audit did to a digest.

    Attributes:
        lines: how many of the digest's lines were checked against the article.
        rejected: how many candidates for them it refused before.
        findings: what was found in the lines that are there. Nothing, unless no line without a finding could be made.
    """

    lines: int = 0
    rejected: int = 0
    findings: tuple[LineFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Readability:
    """Counts and formulas over the extract (see checking.readability for the sources of the formulas)."""

    words: int
    sentences: int
    syllables: int
    flesch_reading_ease: float
    flesch_kincaid_grade: float
    gunning_fog: float
    seconds_to_read: float


@dataclass(frozen=True, slots=True)
class Warning:
    """Something an editor should know before printing: a conflict of figures, a short article ..."""

    kind: str
    message: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything that was made of one article.

    `domain` is the kind of news it most likely is, `profile` that of the ranking's weights, `key_lines` are the
    key figures as lines to print, in their order, one line for those that one clause tells together, `checked` is
    what the audit of all lines came to.
    """

    article: Article
    headlines: tuple[Headline, ...]
    bullets: tuple[Bullet, ...]
    summary: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
    key_figures: tuple[Figure, ...]
    readability: Readability
    domain: str = "general"
    profile: str = "news"
    warnings: tuple[Warning, ...] = ()
    ranking: tuple[Ranked, ...] = field(default=(), repr=False)
    key_lines: tuple[KeyLine, ...] = ()
    checked: Checked = Checked()

    @property
    def headline(self) -> Headline | None:
        """The best headline; None only when the article has no word to make one of."""
        return self.headlines[0] if self.headlines else None

    @property
    def summary_text(self) -> str:
        """The extract as running text, without the cuts that were asked for."""
        return " ".join(sentence.shown for sentence in self.summary)

    def to_dict(self) -> dict[str, Any]:
        """Plain data after docs/schema.json. The article's text is not repeated."""
        return {
            "schema": SCHEMA_VERSION,
            "article": facts(self.article),
            "domain": self.domain,
            "profile": self.profile,
            "headline": plain(self.headline),
            "headlines": plain(self.headlines),
            "bullets": plain(self.bullets),
            "summary": [plain(sentence) | {"shown": sentence.shown} for sentence in self.summary],
            "figures": plain(self.figures),
            "key_figures": plain(self.key_figures),
            "key_lines": plain(self.key_lines),
            "readability": plain(self.readability),
            "warnings": plain(self.warnings),
            "checked": plain(self.checked),
            "ranking": [
                {
                    "sentence": ranked.sentence.index,
                    "rank": ranked.rank,
                    "score": round(ranked.score, 6),
                    "reasons": list(ranked.reasons),
                    "taken": ranked.taken,
                    "verdict": ranked.verdict,
                }
                for ranked in self.ranking
            ],
        }

    def to_json(self) -> str:
        """`to_dict` as JSON text, two spaces indented, ending in a newline."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"


def facts(article: Article) -> dict[str, Any]:
    """What is known of an article, without its text."""
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "byline": article.byline,
        "dateline": article.dateline.text if article.dateline else None,
        "date": article.date,
        "characters": len(article.text),
    }


def plain(value: Any) -> Any:
    """Dataclasses, tuples, spans and decimals as what JSON can hold; everything else as it is."""
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float):
        return round(value, 6)
    return value
