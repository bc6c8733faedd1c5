"""All that the words around a figure say of it: who says it, whether it holds, its verb, its place and time."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarise.figures.context.attribution import Attribution, speaker
from summarise.figures.context.clauses import clause
from summarise.figures.context.given import is_placeless
from summarise.figures.context.modality import is_negated
from summarise.figures.context.setting import nearest, settings
from summarise.figures.context.setting_words import Setting
from summarise.figures.context.supposition import is_hypothetical
from summarise.figures.context.voices import speakers
from summarise.figures.lexicon import lexicon
from summarise.figures.nouns.phrases import TokenSpan
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import Line
from summarise.model import Role, Span


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of a sentence before its figures are looked at."""

    attributed: tuple[Attribution, ...]
    settings: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """See the fields of `Figure` with the same names."""

    speaker: str | None
    negated: bool
    hypothetical: bool
    verb: Span | None
    role: Role | None
    place: Span | None
    time: Span | None


def scene(text: str, spans: Sequence[Span], line: Line, after: Span | None = None) -> Scene:
    """What holds for all figures of a sentence; the arguments are those of `speakers`."""
    return Scene(speakers(text, spans, line, after), settings(line))


def surroundings(
    line: Line, quantity: Quantity, noun: TokenSpan | None, cue: Span | None, known: Scene
) -> Surroundings:
    """What the sentence says of the figure `quantity`.

    Args:
        line: the sentence.
        quantity: the figure.
        noun: tokens of what it counts.
        cue: where the words of its bound stand.
        known: what holds for the whole sentence.
    """
    start = _start(line, quantity, cue)
    found = lexicon().cues_before.before(line, quantity.start)
    cued = min(start, found[1]) if found else start
    governed = clause(line, quantity, noun, start)
    whole = start, quantity.end
    placed = () if is_placeless(line, quantity.start, quantity.end, quantity.kind) else known.settings
    return Surroundings(
        speaker=speaker(known.attributed, quantity.start, noun),
        negated=is_negated(line, cued, quantity.end, quantity.kind),
        hypothetical=is_hypothetical(line, cued, quantity.end, quantity.kind),
        verb=_span(line, None if governed.verb is None else (governed.verb, governed.verb + 1)),
        role=governed.role,
        place=_span(line, nearest(line, placed, "place", whole)),
        time=without_owner(line, _span(line, nearest(line, placed, "time", whole))),
    )


def without_owner(line: Line, span: Span | None) -> Span | None:
    """ "Sunday" of "Sunday's"."""
    if span is None or not line.slice(*span).endswith(("'s", "’s")):
        return span
    return Span(span.start, span.end - 2)


def _start(line: Line, quantity: Quantity, cue: Span | None) -> int:
    """The first token of the figure with its cue, if that stands right before it."""
    start = quantity.start
    if cue is None or cue.end > line[start].start or line[start - 1].end != cue.end:
        return start
    while start > 0 and line[start - 1].start >= cue.start:
        start -= 1
    return start


def _span(line: Line, tokens: TokenSpan | None) -> Span | None:
    return Span(line[tokens[0]].start, line[tokens[1] - 1].end) if tokens else None
