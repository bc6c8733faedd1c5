"""How a number is meant: exactly, about, at least, a rise by this much."""

from dataclasses import dataclass

from summarise.figures.lexicon import lexicon, word_class
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import Line
from summarise.model import Bound, Direction, Span

_COMPARED = frozenset(
    {"on", "at", "from", "compared", ",", ".", "this", "for", "in", "over", "year", ")", "by", "after"}
)
_BEFORE_SKIPPED = frozenset(
    {"a", "an", "the", "(", "another", "just", "only", "record", "whopping", "further", "total", "of"}
)
_ADVERBS = word_class("bounds", "adverbs")
_DURATION_OVER = word_class("bounds", "duration_over")


# Athletes and walkers do these by so many metres, no quantity does.
_MOVES = ("jump", "leap", "climb", "drop", "slid", "tumbl", "plung")
_BE = word_class("bounds", "be")
_MARGINS = frozenset({"votes", "points", "strokes", "goals", "seats", "lengths", "runs", "wickets", "shots"})
_SUMMING = frozenset(
    {"add", "added", "adding", "adds", "came", "come", "comes", "coming", "total", "totalled", "worked"}
)
_PUSHING = word_class("bounds", "pushing")
_LEVELS = frozenset({"below", "above", "beyond", "past", "surpassed", "topped", "topping", "exceeded"})
_PHRASAL = word_class("bounds", "phrasal")
_CARRYING = word_class("bounds", "carrying")
_PERIODS = word_class("bounds", "periods")
_LOW_DEGREES = word_class("bounds", "low_degrees")
_PLACING = frozenset({"under", "over", "about", "above", "below", "around"})
_QUALIFIED = ("ed", "al", "est", "ic", "ous", "ing")  # adjectives between a verb and its amount


@dataclass(frozen=True, slots=True)
class Cue:
    """A bound with the words that make it."""

    bound: Bound
    text: str
    span: Span
    start: int  # token

    @property
    def direction(self) -> Direction | None:
        """Which way, if it is a change."""
        return self.bound if self.bound in ("up", "down") else None


def meaning(line: Line, quantity: Quantity, noun_end: int) -> tuple[Cue | None, Cue | None]:
    """What bounds the size of a quantity, and which way it goes: "about" and "rose" of "rose by about 3 per cent".

    `noun_end` is the index behind the quantity's noun (or behind itself).
    """
    limit = _before(line, quantity, noun_end) or _after(line, quantity, noun_end)
    if limit is None and quantity.number.vague:
        limit = _vague(line, quantity)
    if quantity.link == "from":
        return limit, None  # "rose from 20 to 29" tells two levels and no difference
    start = limit.start if limit is not None and limit.start < quantity.start else quantity.start
    if limit is not None and limit.text.lower().rsplit(" ", 1)[-1] in _LEVELS:
        return limit, None  # "slipped below 9 per cent" tells a level
    return limit, _change(line, quantity, start, noun_end)


def _meant(line: Line, bound: Bound, start: int, end: int) -> Cue:
    span = Span(line[start].start, line[end - 1].end)
    return Cue(bound, line.slice(span.start, span.end), span, start)


def _before(line: Line, quantity: Quantity, noun_end: int) -> Cue | None:
    at = quantity.start
    if line[at - 1].lower in _BEFORE_SKIPPED and at > 1:
        found = lexicon().cues_before.before(line, at)
        # "under the two kings", "about just one man": a preposition, and no bound
        if not found and line[at - 1].lower in ("the", "just", "only") and line[at - 2].lower in _PLACING:
            return None
        at = at if found else at - 1
    # "sub-300"
    if line[at - 1].text in ("-", "‑") and line[at - 2].lower in ("sub", "over", "under") and line.glued(at):
        return _meant(line, ">" if line[at - 2].lower == "over" else "<", at - 2, at - 1)
    if quantity.link in ("between", "from"):
        return _meant(line, "=", at - 1, at) if line[at - 1].lower == quantity.link else None
    found = _as_high_as(line, at) or lexicon().cues_before.before(line, at)
    if found is None or not _fits(line, found[1], at, quantity, noun_end):
        return None
    bound, start = found
    if line[start - 1].lower in ("just", "well", "slightly") and line[start].lower in ("over", "under"):
        start -= 1
    return _meant(line, bound, start, at) if bound != "=" else None


def _as_high_as(line: Line, at: int) -> tuple[Bound, int] | None:
    """ "as deep as", "as low as": a highest or a lowest, whatever the adjective."""
    if line[at - 1].lower != "as" or line[at - 3].lower != "as" or line[at - 2].kind != "word" or at < 3:
        return None
    degree = line[at - 2].lower
    if degree in ("well", "soon", "such", "same"):
        return None
    return (">=" if degree in _LOW_DEGREES else "<="), at - 3


def _fits(line: Line, start: int, at: int, quantity: Quantity, noun_end: int) -> bool:
    """Whether words that may be prepositions of time or place are meant as a bound."""
    word = line[start].lower
    single = at == start + 1
    if word == "up" and line[start + 1].lower == "to" and _carries(line, start, quantity):
        return False
    period = noun_end > quantity.end and line[noun_end - 1].lower in _PERIODS
    if single and word == "over" and (quantity.kind == "duration" or period):
        past = line[quantity.end].lower in ("ago", "old", "earlier", "before", "later")
        return past or line[start - 1].lower in _DURATION_OVER
    if single and word == "under" and line[quantity.end].lower in ("roof", "umbrella", "banner"):
        return False
    if single and word in ("max", "min"):
        return line[at].kind == "number"
    if single and word in ("sub", "c.", "min.", "max.") and not line.glued(at):
        return word != "sub"
    return not (single and word in (">", "<") and line.glued(start) and line[start - 1].text in "<>=-")


def _carries(line: Line, at: int, quantity: Quantity) -> bool:
    """Whether the "up" at token `at` is a verb's: "edged up to 4.2%", "pushed its rate up to 4%", "adds up to 310m"."""
    if line[at - 1].lower in _CARRYING or line[at - 1].lower in _SUMMING:
        return True
    if quantity.kind == "duration":
        return False  # "takes patients up to four weeks"
    for back in range(at - 2, max(at - 6, -1), -1):
        if line[back].lower in _PUSHING:
            return True
        if line[back].kind != "word":
            return False
    return False


def _after(line: Line, quantity: Quantity, noun_end: int) -> Cue | None:
    for at in dict.fromkeys((quantity.number.end, quantity.end, noun_end)):
        found = lexicon().cues_after.after(line, at)
        if found is not None and at < len(line):
            bound, end = found
            if line[end - 1].lower == "up" and line[end].lower == "to":
                continue  # "5 shops and up to 9 staff"
            if line[at].text == "+" and not (line.glued(at) and line[end].kind != "number"):
                continue
            if (
                line[at].lower in ("plus", "tops", "at")
                and line[end].kind in ("number", "word")
                and line[at].lower != "at"
            ):
                continue
            if line[at].lower == "at" and (
                line[end].kind == "number" or line[end].lower in lexicon().cardinals
            ):
                continue
            if line[at].lower in ("odd", "ish") and line[at - 1].text != "-":
                continue
            return _meant(line, bound, at, end)
        if line[at].text in ("-", "‑") and line.glued(at) and line[at + 1].lower in ("plus", "odd", "ish"):
            return _meant(line, ">=" if line[at + 1].lower == "plus" else "~", at + 1, at + 2)
    return None


def _change(line: Line, quantity: Quantity, start: int, noun_end: int) -> Cue | None:
    """ "rose 3 percent", "cut costs by 20%", "a 5% increase", "closed 2 percent higher"."""
    words = lexicon()
    if quantity.kind in ("age", "score", "rank"):
        return None
    share = quantity.kind in ("percent", "rate") or line[quantity.end].lower in ("points", "point")
    at = start - 1
    crossed_to = False
    while at >= 0 and at > start - 4 and (line[at].lower in _ADVERBS or line[at].lower.endswith("ly")):
        crossed_to = crossed_to or line[at].lower == "to"
        at -= 1
    if crossed_to:
        return None
    at = _past_adjective(line, at, start)
    word = line[at].lower
    by = any(line[inside].lower == "by" for inside in range(at + 1, start))
    bound = words.change.get(word)
    counted = quantity.kind == "count" and noun_end > quantity.end
    if (
        bound
        and not by
        and not share
        and (counted or (quantity.kind == "measure" and word.startswith(_MOVES)))
    ):
        bound = None
    if bound is None and (share or by):
        bound = words.change_of_something.get(word)
    if word == "up" and line[at - 1].lower in _PHRASAL:
        return None  # "they make up 85 per cent of the staff"
    bare = not (quantity.unit or by or share)
    if word in ("up", "down") and bare and at > 0 and line[at - 1].lower not in _BE:
        bound = None
    if bound is not None and quantity.kind != "duration":
        return _meant(line, bound, at, at + 1)
    if by and line[noun_end - 1].lower in _MARGINS:
        return None  # "lost to Hill by 900 votes"
    if by:
        for back in range(at, max(at - 6, -1), -1):
            bound = words.change.get(line[back].lower) or words.change_of_something.get(line[back].lower)
            if bound is not None:
                return _meant(line, bound, back, back + 1)
            if line[back].kind == "sign":
                break
    if share and word == "of":
        bound = words.change_nouns.get(line[at - 1].lower)
        if bound is not None:
            return _meant(line, bound, at - 1, at)
    if share and line[quantity.end].lower in ("up", "down") and line[quantity.end + 1].lower in _COMPARED:
        return _meant(
            line, "up" if line[quantity.end].lower == "up" else "down", quantity.end, quantity.end + 1
        )
    if share:
        for ahead in range(quantity.end, quantity.end + 3):
            token = line[ahead]
            bound = words.change_nouns.get(token.lower)
            if bound is not None and not (
                token.lower in ("higher", "lower") and line[ahead + 1].lower == "than"
            ):
                return _meant(line, bound, ahead, ahead + 1)
            if token.kind != "word" or token.lower in ("of", "to", "in", "and", "for", "from", "on", "at"):
                break
    return None


def _past_adjective(line: Line, at: int, start: int) -> int:
    """Where the verb may stand before an article and adjectives: "rose a seasonally adjusted 0.5%"."""
    for back in range(at, max(at - 3, -1), -1):
        word = line[back].lower
        if word in ("a", "an"):
            before = back - 1
            return before - 1 if line[before].lower == "by" and before > 0 else before
        if line[back].kind != "word" or not word.endswith((*_QUALIFIED, "ly", "st", "rd", "p")):
            return at
    return at


def _vague(line: Line, quantity: Quantity) -> Cue:
    """ "hundreds of" says no more than that it is some multiple of a hundred."""
    return _meant(line, ">=", quantity.number.start, quantity.number.start + 1)
