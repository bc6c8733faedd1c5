"""Every quantity of a text, in order: the driver over sentences and tokens."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from summarise.figures.bounds import Meaning, meaning
from summarise.figures.context import Attribution, attributions, is_hypothetical, is_negated, speaker
from summarise.figures.labels import (
    is_address,
    is_numbered,
    is_rank,
    label_end,
    looks_like_year,
    names_something,
)
from summarise.figures.lexicon import Unit, lexicon, words
from summarise.figures.nouns import TokenSpan, counted, measured
from summarise.figures.quantities import DASHES, Quantity, money_before, rate_behind, read_quantity
from summarise.figures.ranges import read_range
from summarise.figures.subjects import before_of, clause_subject, named_before_age, subject
from summarise.figures.tokens import VULGAR, Line
from summarise.model import Figure, Sentence, Span

_END_OF_SENTENCE = re.compile(r"""(?<=[.!?])["'”’)]?\s+(?=["'“‘(]?[A-Z])|\n+""")
_YEAR = Unit("year", "duration")
_OLDEST = 115
_MAGNITUDE = Unit("magnitude", "measure")
_TIMES_WHAT = frozenset("the as more higher larger greater bigger faster less its their that what longer lower earnings".split())
_PERSONS = frozenset("man woman boy girl suspect victim driver teenager teen pensioner player farmer pilot".split())
_PEOPLE = frozenset("children child kids people adults those anyone everyone residents men women voters boys girls infants babies".split())


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
    for index, span in stretches:
        piece = text[span.start : span.end]
        if _may_hold_a_number().search(piece):
            found.extend(_in_line(Line(piece, span.start), index))
    return tuple(found)


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
    return frozenset({*known.cardinals, *known.scales, *known.fractions, *plurals, "tens", "several", "few"} | {f"than {a}" for a in ("a", "an")})


def _in_line(line: Line, sentence: int) -> Iterator[Figure]:
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
        judged = _judge(line, joined or quantity)
        if judged is None and joined is not None:
            judged = _judge(line, quantity)
        if judged is None:
            at = quantity.number.end
            continue
        quantity, noun = judged
        if attributed is None:
            attributed = attributions(line)
        figure = _figure(line, quantity, noun, sentence, attributed)
        if previous is not None:
            figure = _inherit(line, previous, quantity, figure)
        yield figure
        previous = quantity, figure
        at = last_end = quantity.end


def _judge(line: Line, quantity: Quantity) -> tuple[Quantity, TokenSpan | None] | None:
    """Whether this is a quantity at all, and what it counts."""
    index = quantity.number.start
    if quantity.kind == "score":
        return quantity, None
    if quantity.unit is not None:
        if quantity.kind in ("duration",) and quantity.number.plain and quantity.start == index:
            if looks_like_year(line[index]) and not quantity.hyphen and int(line[index].text) > 1900:
                return None
        if quantity.value == 1 and line[index].lower == "one" and _one_is_idle(line, quantity):
            return None
        if quantity.kind == "age":
            return quantity, named_before_age(line, quantity)
        noun = measured(line, quantity.end)
        if noun is not None:
            return rate_behind(line, quantity, noun[1]), noun
        if quantity.kind == "duration" and not quantity.hyphen:
            return quantity, before_of(line, quantity)
        return quantity, subject(line, quantity)
    if quantity.number.ratio:
        return replace(quantity, kind="ratio"), _part_of(line, quantity)
    if line[index - 1].lower == "magnitude" and quantity.start == index:
        return replace(quantity, unit=_MAGNITUDE, kind="measure"), None
    age = _bare_age(line, quantity)
    if age is not None:
        return age, named_before_age(line, age)
    rank = is_rank(line, index)
    if rank is not None:
        whole = quantity.number.plain or line[index].kind == "word"
        return (replace(quantity, start=rank, kind="rank"), None) if whole else None
    if quantity.hyphen and line[index].lower == "one":
        return None
    if line[index].kind == "word" and line[index].lower == "one" and quantity.number.end == index + 1:
        noun = counted(line, quantity.end, singular=True) if _one_counts(line, index) else None
        return (quantity, noun) if noun else None
    if quantity.hyphen:
        return _compound(line, quantity)
    return _bare(line, quantity)


def _bare(line: Line, quantity: Quantity) -> tuple[Quantity, TokenSpan | None] | None:
    """A number without a unit: what it counts, unless it is a year or a label."""
    judged = _counted(line, quantity)
    if judged is None:
        return None
    quantity, noun = judged
    if noun is not None and line[noun[1] - 1].lower == "times" and line[noun[1]].lower in _TIMES_WHAT:
        quantity = replace(quantity, kind="ratio")
    elif noun is not None:
        quantity = rate_behind(line, quantity, noun[1])
    elif line[quantity.end].lower == "or":
        quantity = _with_unit_of_next(line, quantity)
    return quantity, noun or before_of(line, quantity)


def _with_unit_of_next(line: Line, quantity: Quantity) -> Quantity:
    """"eight or nine euros": the unit belongs to both."""
    following = read_quantity(line, quantity.end + 1, quantity.end + 1)
    if following is None or following.unit is None or following.start != following.number.start:
        return quantity
    return replace(quantity, unit=following.unit, rate=following.rate, kind=following.kind)


def _counted(line: Line, quantity: Quantity) -> tuple[Quantity, TokenSpan | None] | None:
    index, end = quantity.number.start, quantity.end
    noun = counted(line, end, singular=quantity.value == 1)
    if line[end].kind == "word" and line.glued(end):
        return None
    if line[end].text in DASHES and line.glued(end) and line[end + 1].kind in ("word", "number") and line.glued(end + 1):
        return None
    if line[index].kind == "word":
        if quantity.number.end == index + 1 and line[index].lower in lexicon().scales and noun is None:
            return None
        return None if noun is None and _stands_for_a_name(line, index) else (quantity, noun)
    if not quantity.number.plain:
        return quantity, noun
    people = noun is not None and line[noun[1] - 1].lower in words("people_nouns") | words("casualty_nouns")
    in_year = line[index - 1].lower in ("in", "since", "during", "until", "for")
    if looks_like_year(line[index]) and quantity.upper is None and (not people or in_year) and not _counted_year(line, quantity, noun):
        return None
    if is_address(line, end):
        return None
    if names_something(line, index) and not people and line[end].lower != "times":
        return None
    if is_numbered(line, index) and (noun is None or line[index - 1].text[0].isupper()):
        return None
    if index == 0 and len(line) > 1 and noun is None and line[1].text[:1].isupper():
        return None
    following = line[end]
    if noun is None and following.kind == "word" and following.text[0].isupper() and line[index - 1].lower in ("the", "own", "a", "new"):
        return None
    if noun is None and line[index - 1].lower in ("the", "a") and following.kind == "word" and quantity.upper is None:
        return None
    long = len(line[index].text) >= 4 and quantity.upper is None
    if noun is None and long and following.kind == "word" and following.lower not in words("figure_function_words"):
        return None
    if line[index - 1].text == ":" and noun is None:
        return None
    return quantity, noun


def _stands_for_a_name(line: Line, index: int) -> bool:
    """"the bottom three", "the two", "Kick Six": a group or a name, no count of its own."""
    before = line[index - 1].lower
    if before in ("top", "bottom", "big", "final", "last", "first", "the", "these", "those", "other", "all", "to"):
        return before != "to"
    return line[index].text[0].isupper() and names_something(line, index)


def _counted_year(line: Line, quantity: Quantity, noun: TokenSpan | None) -> bool:
    """Whether four digits that could be a year are a count: "more than 2000", "1,800 hires" without its comma."""
    cue = lexicon().cues_before.before(line, quantity.start)
    before = line[quantity.start - 1].lower
    value = int(line[quantity.number.start].text)
    if cue and before in ("than", "to", "least", "as", "about", "some", "nearly", "almost", "roughly", "approximately"):
        return line[cue[1]].lower not in ("about",) or noun is not None
    return noun is not None and not 1900 <= value <= 2060 and before not in ("in", "the", "since", "of")


def _one_counts(line: Line, index: int) -> bool:
    before = line[index - 1].lower
    return before not in ("no", "any", "every", "each", "this", "that", "the", "which", "day", "another", "some", "same", "new", "old", "good", "bad", "only", "last", "next", "first", "right", "wrong", "big", "small", "better", "best")


def _one_is_idle(line: Line, quantity: Quantity) -> bool:
    """"one day", "one night": any one, unless something says how many."""
    before = line[quantity.start - 1].lower
    unit = quantity.unit.name if quantity.unit else ""
    if before in ("no", "this", "that", "the", "any") and quantity.kind == "duration":
        return True
    return unit in ("day", "night", "second", "minute", "year") and quantity.kind == "duration" and not (
        quantity.hyphen or quantity.rate or before in ("for", "than", "least", "about", "after", "within", "in", "of", "under", "over", "nearly", "almost")
    )


def _compound(line: Line, quantity: Quantity) -> tuple[Quantity, TokenSpan | None] | None:
    """"12-member": the noun is tied to the number by a hyphen."""
    at = quantity.end + 1
    word = line[at].lower
    if names_something(line, quantity.number.start) or word in lexicon().fractions or word in ("fold", "way", "on", "to", "up", "in", "ish"):
        return None
    if word in ("odd", "plus"):
        return replace(quantity, hyphen=False), counted(line, at + 1, singular=False)
    if not word.islower() or not line[at].text.islower() or word in words("figure_function_words"):
        return None
    return quantity, (at, at + 1)


def _part_of(line: Line, quantity: Quantity) -> TokenSpan | None:
    at = quantity.end
    if line[at].lower in ("the", "its", "their", "his", "her", "all"):
        return counted(line, at + 1, singular=False)
    return measured(line, at) or counted(line, at, singular=False) or clause_subject(line, quantity)


def _bare_age(line: Line, quantity: Quantity) -> Quantity | None:
    """ "Priebke, 100," - "aged 33" - "John Smith (33)"."""
    index, end = quantity.number.start, quantity.end
    before, following = line[index - 1], line[end]
    if before.lower in ("aged", "age", "ages") or (before.lower == "of" and line[index - 2].lower == "age"):
        return replace(quantity, kind="age", unit=_YEAR) if quantity.value <= _OLDEST else None
    if before.lower == "between" and line[index - 2].lower in ("aged", "ages"):
        return replace(quantity, kind="age", unit=_YEAR)
    words_ = quantity.number.end == index + 1 and line[index].kind == "word"
    if not (quantity.number.plain or words_) or not 1 <= quantity.value <= _OLDEST or quantity.upper is not None:
        return None
    person = line[index - 2].lower in _PERSONS
    if before.lower == "of" and person and following.lower not in ("the", "his", "her") and counted(line, end, singular=False) is None:
        return replace(quantity, kind="age", unit=_YEAR)
    cue = lexicon().cues_before.before(line, index)
    if cue and before.lower in ("under", "over", "than") and line[cue[1]].lower in ("under", "over", "older", "younger"):
        if line[cue[1]].lower in ("older", "younger") or line[cue[1] - 1].lower in _PEOPLE:
            return replace(quantity, kind="age", unit=_YEAR)
    if following.lower in ("or", "and") and line[end + 1].lower in ("older", "younger"):
        return replace(quantity, kind="age", unit=_YEAR)
    named = person or line[index - 2].kind == "word" and line[index - 2].text[:1].isupper()
    if before.text == "," and named and following.text in (",", ")", ";", ".") and not line[index - 2].text.isupper():
        return replace(quantity, kind="age", unit=_YEAR)
    if before.text == "(" and named and following.text == ")" and quantity.value >= 15:
        return replace(quantity, kind="age", unit=_YEAR)
    if before.lower in ("turned", "turns", "turning") and following.kind != "word":
        return replace(quantity, kind="age", unit=_YEAR)
    if before.lower == "was" and line[index - 2].lower in ("who", "he", "she") and (
        following.kind in ("sign", "end") or following.lower in ("when", "and", "at")
    ):
        return replace(quantity, kind="age", unit=_YEAR)
    return None


def _figure(
    line: Line, quantity: Quantity, noun: TokenSpan | None, sentence: int, attributed: tuple[Attribution, ...]
) -> Figure:
    start, end = line[quantity.start].start, line[quantity.end - 1].end
    noun_span = Span(line[noun[0]].start, line[noun[1] - 1].end) if noun else None
    meant = meaning(line, quantity, noun[1] if noun else quantity.end) if quantity.kind != "score" else Meaning("=")
    return Figure(
        text=line.slice(start, end),
        start=start,
        end=end,
        value=tidy(quantity.value),
        kind=quantity.kind,
        upper=tidy(quantity.upper) if quantity.upper is not None else None,
        bound=meant.bound,
        unit=quantity.unit_name,
        noun=line.slice(*noun_span) if noun_span else None,
        sentence=sentence,
        cue=meant.cue,
        cue_span=meant.span,
        noun_span=noun_span,
        speaker=speaker(attributed, quantity.start),
        negated=is_negated(line, quantity.start),
        hypothetical=is_hypothetical(line, quantity.start, quantity.end),
    )


def tidy(value: Decimal) -> Decimal:
    """The same value written the shortest way: 4500000000, not 4500000000.0 or 4.5E+9."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole and abs(value) < Decimal(10) ** 27 else value


def _inherit(line: Line, previous: tuple[Quantity, Figure], quantity: Quantity, figure: Figure) -> Figure:
    """A conversion in brackets and an "or" share the bound: "more than 100 km (60 miles)"."""
    before, first = previous
    if figure.bound != "=" or figure.cue is not None or first.bound == "=":
        return figure
    opening = line[quantity.start - 1].text == "(" and before.end == quantity.start - 1
    either = line[quantity.start - 1].lower == "or" and quantity.start - before.end <= 3
    if opening and quantity.unit is not None and before.unit is not None:
        return replace(figure, bound=first.bound, cue=first.cue, cue_span=first.cue_span)
    if either and first.bound in ("up", "down") and quantity.unit is not None:
        return replace(figure, bound=first.bound, cue=first.cue, cue_span=first.cue_span)
    return figure


def normalise(text: str) -> Figure | None:
    """The figure that a short string such as "$4.5bn" or "at least seven" holds, None if it holds none."""
    found = find_figures(text)
    return found[0] if found else None

