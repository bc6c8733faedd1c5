"""Every quantity of a text, in order: the driver over sentences and tokens."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, partial

from summarise.figures.arithmetic import EXACT
from summarise.figures.attribution import Attribution, attributions, resolved, speaker
from summarise.figures.bounds import meaning
from summarise.figures.context import is_hypothetical, is_negated
from summarise.figures.judging import judge
from summarise.figures.labels import label_end
from summarise.figures.lexicon import lexicon
from summarise.figures.nouns import TokenSpan
from summarise.figures.quantities import money_before, read_quantity
from summarise.figures.ranges import read_range
from summarise.figures.rates import Quantity
from summarise.figures.tokens import VULGAR, Line
from summarise.model import Figure, Sentence, Span

_BACK = 3  # sentences back that a pronoun's speaker may stand
_NEW_CLAUSE = frozenset({"and", "but", "while", "as", "with", "that", "which", "who", "said"})
_END_OF_SENTENCE = re.compile(r"""(?<=[.!?])["'”’)]?\s+(?=["'“‘(]?[A-Z])|\n+""")


def find_figures(text: str, sentences: Sequence[Sentence] | None = None) -> tuple[Figure, ...]:
    """Every quantity of a text, in order, none overlapping; `text[f.start:f.end] == f.text`.

    Args:
        text: any text.
        sentences: look only inside these; they are stretches of `text`, and `Figure.sentence` is
            their index. Without them the text is cut at sentence ends by a simple rule and
            `Figure.sentence` counts those.

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
        if _may_hold_a_number().search(piece):
            line = Line(piece, span.start)
            spans = [one for _, one in stretches[max(order - _BACK, 0) : order]]
            found.extend(_in_line(line, index, partial(_speakers, text, spans, line)))
    return tuple(found)


def _speakers(text: str, spans: Sequence[Span], line: Line) -> tuple[Attribution, ...]:
    """Who speaks in a sentence; a pronoun is the last speaker of the sentences `spans` before it."""
    found = attributions(line)
    if not any(one.pronoun for one in found):
        return found
    before = attributions(Line(text[spans[-1].start : spans[-1].end], spans[-1].start)) if spans else ()
    named = before[-1].text if before else ""
    if before and before[-1].pronoun:
        earlier = _speakers(text, spans[:-1], Line(text[spans[-1].start : spans[-1].end], spans[-1].start))
        named = earlier[-1].text
    return tuple(resolved(one, named) if one.pronoun else one for one in found)


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
        {*known.cardinals, *known.scales, *known.fractions, *plurals, "tens", "several", "few"}
        | {f"than {a}" for a in ("a", "an")}
    )


def _in_line(line: Line, sentence: int, speakers: Callable[[], tuple[Attribution, ...]]) -> Iterator[Figure]:
    attributed: tuple[Attribution, ...] | None = None
    at = 0
    previous: tuple[Quantity, Figure] | None = None
    last_end = 0
    while at < len(line):
        token = line[at]
        if token.kind == "sign":
            at += 1
            continue
        if token.kind == "number":
            label = label_end(line, at)
            if label is not None and money_before(line, at) is None:
                at = label
                continue
        quantity = read_quantity(line, at, last_end)
        if quantity is None or quantity.start < last_end:
            at += 1
            continue
        joined = read_range(line, quantity)
        judged = judge(line, joined or quantity)
        if judged is None and joined is not None:
            judged = judge(line, quantity)
        if judged is None:
            at = quantity.number.end
            continue
        quantity, noun = judged
        if attributed is None:
            attributed = speakers()
        figure = _figure(line, quantity, noun, sentence, attributed)
        if previous is not None:
            figure = _same_subject(line, previous, quantity, _inherit(line, previous, quantity, figure))
        yield figure
        previous = quantity, figure
        at = last_end = quantity.end


def _figure(
    line: Line, quantity: Quantity, noun: TokenSpan | None, sentence: int, attributed: tuple[Attribution, ...]
) -> Figure:
    start, end = line[quantity.start].start, line[quantity.end - 1].end
    noun_span = Span(line[noun[0]].start, line[noun[1] - 1].end) if noun else None
    limit, change = (
        meaning(line, quantity, noun[1] if noun else quantity.end)
        if quantity.kind != "score"
        else (None, None)
    )
    cue = limit or change
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
        speaker=speaker(attributed, quantity.start, noun),
        # A score is how a thing was rejected, not what was.
        negated=quantity.kind != "score" and is_negated(line, quantity.start),
        hypothetical=is_hypothetical(line, quantity.start, quantity.end),
    )


def tidy(value: Decimal) -> Decimal:
    """The same value written the shortest way: 4500000000, not 4500000000.0 or 4.5E+9."""
    whole = value.to_integral_value()
    if value != whole or value.copy_abs() >= Decimal(10) ** 27:
        return value
    return whole.quantize(Decimal(1), context=EXACT)


def _inherit(line: Line, previous: tuple[Quantity, Figure], quantity: Quantity, figure: Figure) -> Figure:
    """A conversion in brackets and an "or" share the bound: "more than 100 km (60 miles)"."""
    before, first = previous
    if figure.bound != "=" or figure.cue is not None or figure.value < 0 or first.bound == "=":
        return figure
    opening = line[quantity.start - 1].text == "(" and before.end == quantity.start - 1
    either = line[quantity.start - 1].lower == "or" and quantity.start - before.end <= 3
    if opening and quantity.unit is not None and before.unit is not None:
        return replace(figure, bound=first.bound, cue=first.cue, cue_span=first.cue_span)
    if either and first.bound in ("up", "down") and quantity.unit is not None:
        return replace(figure, bound=first.bound, cue=first.cue, cue_span=first.cue_span)
    return figure


def _same_subject(
    line: Line, previous: tuple[Quantity, Figure], quantity: Quantity, figure: Figure
) -> Figure:
    """ "Sales rose 3 percent to $5bn from $4bn, or $2 a share": all of it is of the sales."""
    before, first = previous
    if figure.noun is not None or first.noun is None or figure.kind in ("age", "rank", "score", "duration"):
        return figure
    cue = lexicon().cues_before.before(line, quantity.start)
    at = (cue[1] if cue else quantity.start) - 1
    gap = range(before.end, at)
    link = line[at].lower
    if len(gap) > 3 or any(
        line[inside].text in ";:()" or line[inside].lower in _NEW_CLAUSE for inside in gap
    ):
        return figure
    same = figure.unit == first.unit and figure.kind == first.kind and link in ("from", "to", "or")
    level = link == "to" and first.bound in ("up", "down") and figure.unit != first.unit
    part = link == "or" and figure.kind == "money" and first.kind == "money"
    if not (same or level or part) or line[quantity.end].lower == "of":
        return figure
    return replace(figure, noun=first.noun, noun_span=first.noun_span)


def normalise(text: str) -> Figure | None:
    """The figure that a short string such as "$4.5bn" or "at least seven" holds, None if it holds none."""
    found = find_figures(text)
    return found[0] if found else None
