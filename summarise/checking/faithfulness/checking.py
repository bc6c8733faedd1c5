"""The audit of a text: its sentences one by one, every check on each, and what they found in order."""

from collections.abc import Iterator, Sequence

from ...figures import find_figures
from ...figures.context.voices import speakers
from ...figures.tokens import Line
from ...language.segment import segment
from ...model import SEVERITIES, Article, Audit, Figure, Finding, Span
from .attribution import check_attribution
from .dates import check_dates
from .figures import check_figures
from .modality import check_modality
from .names import check_names
from .numbers import check_numbers
from .polarity import check_polarity
from .quotations import check_quotations
from .reading import Reading, read
from .roles import check_roles
from .source import Source
from .words import take_apart

# Which of two findings on the same words is told: the more particular one.
_KINDS = ("quotation", "figure", "date", "role", "name", "polarity", "modality", "attribution")


def audit(summary: str, source: str | Source) -> Audit:
    """Check a summary, headline or list of bullets against its source.

    What can be compared without understanding is compared: figures, names, who did it to whom, negations
    and doubts, whose claim it is, quotations, days.

    Args:
        summary: the text to check; findings point into it.
        source: the article's text, or a prepared one.

    Returns:
        Findings in the order of the summary; none means that nothing was found, not that all is true.
    """
    prepared = Source(source) if isinstance(source, str) else source
    sentences = segment(Article(summary))
    if not sentences or not prepared.sentences:
        return Audit()
    found = list(check_quotations(summary, sentences, prepared))
    spans = [Span(sentence.start, sentence.end) for sentence in sentences]
    figures: tuple[Figure, ...] | None = None
    for number, sentence in enumerate(sentences):
        if prepared.verbatim(sentence.text):
            continue
        if figures is None:
            figures = find_figures(summary, sentences)
        line = Line(sentence.text, sentence.start)
        reading = read(take_apart(line, prepared.vocabulary.is_name), prepared)
        if reading is None:
            continue
        own = [figure for figure in figures if figure.sentence == sentence.index]
        following = spans[number + 1] if number + 1 < len(spans) else None
        spoken = speakers(summary, spans[max(0, number - 3) : number], line, following)
        found += _checked(reading, own)
        found += check_attribution(reading, spoken)
    return Audit(tuple(_in_order(found)))


def _checked(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    yield from check_figures(reading, figures)
    yield from check_numbers(reading, figures)
    yield from check_dates(reading)
    yield from check_names(reading, figures)
    yield from check_roles(reading)
    yield from check_polarity(reading, figures)
    yield from check_modality(reading)


def _in_order(found: Sequence[Finding]) -> list[Finding]:
    """The findings in the order of the text; of several on the same words the most particular one."""
    kept: list[Finding] = []
    for finding in sorted(
        found, key=lambda f: (_KINDS.index(f.kind), SEVERITIES.index(f.severity), f.start, f.end)
    ):
        if any(
            finding.start < other.end
            and other.start < finding.end
            and (other.kind == finding.kind or finding.kind != "attribution")
            for other in kept
        ):
            continue
        kept.append(finding)
    return sorted(kept, key=lambda f: (f.start, f.end, f.kind, f.message))
