"""Every quantity of a text, in order: the driver over sentences and tokens."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cache, partial

from summarise.figures.arithmetic import EXACT
from summarise.figures.context.surroundings import Scene, scene, surroundings
from summarise.figures.designations import with_designations
from summarise.figures.labels.dates import label_end
from summarise.figures.lexicon import lexicon
from summarise.figures.nouns.judging import judge
from summarise.figures.nouns.phrases import TokenSpan
from summarise.figures.quantities.amounts import money_before, read_quantity
from summarise.figures.quantities.bounds import meaning
from summarise.figures.quantities.decades import read_decade
from summarise.figures.quantities.ellipsis import completed, with_scale_of_degrees
from summarise.figures.quantities.ranges import read_range
from summarise.figures.quantities.rates import Quantity
from summarise.figures.quantities.scores import read_score
from summarise.figures.tokens import VULGAR, Line
from summarise.model import Figure, Sentence, Span

_BACK = 3  # sentences back that a pronoun's speaker may stand
_END_OF_SENTENCE = re.compile(r"""(?<=[.!?])["'”’)]?\s+(?=["'“‘(]?[A-Z])|\n+""")


def find_figures(
    text: str, sentences: Sequence[Sentence] | None = None, *, labels: bool = False
) -> tuple[Figure, ...]:
    """Every quantity of a text, in order, none overlapping; `text[f.start:f.end] == f.text`.

    Args:
        text: any text.
        sentences: look only inside these; they are stretches of `text`, and `Figure.sentence` is
            their index. Without them the text is cut at sentence ends by a simple rule and
            `Figure.sentence` counts those.
        labels: give also the numbers that label and do not count, as kinds "ordinal", "year", "date",
            "time" and "name"; `designations.Designation` says what their values are.

    Plain years, dates, times of day, ordinals, section and telephone numbers, model names and
    digit strings longer than 24 digits are no quantities.
    """
    found: list[Figure] = []
    if sentences is None:
        stretches = [(index, span) for index, span in enumerate(_cut(text))]
    else:
        stretches = [(sentence.index, Span(sentence.start, sentence.end)) for sentence in sentences]
    for order, (index, span) in enumerate(stretches):
        piece = text[span.start : span.end]
        counts = _may_hold_a_number().search(piece) is not None
        if counts or labels:
            line = Line(piece, span.start)
            spans = [one for _, one in stretches[max(order - _BACK, 0) : order]]
            following = stretches[order + 1][1] if order + 1 < len(stretches) else None
            figures = _in_line(line, index, partial(scene, text, spans, line, following)) if counts else ()
            found.extend(with_designations(line, index, figures) if labels else figures)
    return tuple(with_scale_of_degrees(found))


def _cut(text: str) -> Iterator[Span]:
    start = 0
    for match in _END_OF_SENTENCE.finditer(text):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if start < len(text):
        yield Span(start, len(text))


@cache
def _may_hold_a_number() -> re.Pattern[str]:
    return re.compile(rf"[0-9{''.join(VULGAR)}]|\b(?:{'|'.join(sorted(_starters()))})\b", re.IGNORECASE)


def _starters() -> frozenset[str]:
    """Words a number may begin with."""
    known = lexicon()
    plurals = {f"{word}s" for word in (*known.scales, *known.fractions)}
    return frozenset(
        {*known.cardinals, *known.scales, *known.fractions, *plurals, *known.groups}
        | {*known.multiples, *known.multiplying, *known.decades, "tens", "several", "few"}
        | {"than a", "than an", "within a", "within an", "nearly a", "nearly an", "almost a", "almost an"}
    )


def _in_line(line: Line, sentence: int, look: Callable[[], Scene]) -> Iterator[Figure]:
    known: Scene | None = None
    at = 0
    previous: tuple[Quantity, Figure] | None = None
    last_end = 0
    while at < len(line):
        token = line[at]
        if token.kind == "sign":
            at += 1
            continue
        decade = read_decade(line, at)
        if token.kind == "number" and decade is None:
            label = label_end(line, at)
            if label is not None and money_before(line, at) is None:
                at = label
                continue
        quantity = decade or read_quantity(line, at, last_end)
        if quantity is None or quantity.start < last_end:
            at += 1
            continue
        joined = read_score(line, quantity) or read_range(line, quantity)
        judged = judge(line, joined or quantity)
        if judged is None and joined is not None:
            judged = judge(line, quantity)
        if judged is None:
            at = quantity.number.end
            continue
        quantity, noun = judged
        if known is None:
            known = look()
        figure = _figure(line, quantity, noun, sentence, known)
        if previous is not None:
            figure = completed(line, previous, quantity, figure)
        yield figure
        previous = quantity, figure
        at = last_end = quantity.end


def _figure(line: Line, quantity: Quantity, noun: TokenSpan | None, sentence: int, known: Scene) -> Figure:
    start, end = line[quantity.start].start, line[quantity.end - 1].end
    noun_span = Span(line[noun[0]].start, line[noun[1] - 1].end) if noun else None
    limit, change = (
        meaning(line, quantity, noun[1] if noun else quantity.end)
        if quantity.kind != "score"
        else (None, None)
    )
    cue = limit or change
    around = surroundings(line, quantity, noun, limit.span if limit else None, known)
    return Figure(
        text=line.slice(start, end),
        start=start,
        end=end,
        value=tidy(quantity.value),
        kind=quantity.kind,
        upper=tidy(quantity.upper) if quantity.upper is not None else None,
        bound=cue.bound if cue else "=",
        unit=quantity.unit_name,
        noun=line.slice(*noun_span) if noun_span else None,
        sentence=sentence,
        cue=cue.text if cue else None,
        cue_span=cue.span if cue else None,
        direction=change.direction if change else None,
        direction_cue=change.text if change else None,
        direction_span=change.span if change else None,
        noun_span=noun_span,
        speaker=around.speaker,
        negated=around.negated,
        hypothetical=around.hypothetical,
        verb=line.slice(*around.verb) if around.verb else None,
        verb_span=around.verb,
        role=around.role,
        place=line.slice(*around.place) if around.place else None,
        place_span=around.place,
        time=line.slice(*around.time) if around.time else None,
        time_span=around.time,
    )


def tidy(value: Decimal) -> Decimal:
    """The same value written the shortest way: 4500000000, not 4500000000.0 or 4.5E+9."""
    whole = value.to_integral_value()
    if value != whole or value.copy_abs() >= Decimal(10) ** 27:
        return value
    return whole.quantize(Decimal(1), context=EXACT)


def normalise(text: str) -> Figure | None:
    """The figure that a short string such as "$4.5bn" or "at least seven" holds, None if it holds none."""
    found = find_figures(text)
    return found[0] if found else None
