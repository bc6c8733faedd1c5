"""Whether a number that was read is a quantity at all, and what it counts."""

from dataclasses import replace

from summarise.figures.ages import bare_age
from summarise.figures.labels import (
    is_address,
    is_chosen_number,
    is_numbered,
    is_rank,
    looks_like_year,
    names_something,
)
from summarise.figures.lexicon import Unit, lexicon, word_class, words
from summarise.figures.nouns import TokenSpan, counted, measured, member_of
from summarise.figures.quantities import DASHES, read_quantity
from summarise.figures.rates import Quantity, rate_behind
from summarise.figures.subjects import (
    attributive,
    before_of,
    compound_end,
    counted_subject,
    named_before_age,
    subject,
)
from summarise.figures.tokens import Line

_MAGNITUDE = Unit("magnitude", "measure")
_NO_COMPOUND = frozenset({"fold", "way", "on", "to", "up", "in", "ish", "time", "and"})
_SET_PHRASES = word_class("judging", "set_phrases")
_NOT_BEFORE_ONE = word_class("judging", "not_before_one")
_FOOTHOLD = word_class("judging", "foothold")
_TIMES_WHAT = word_class("judging", "times_what")


def judge(line: Line, quantity: Quantity) -> tuple[Quantity, TokenSpan | None] | None:
    """Whether this is a quantity at all, and what it counts."""
    index = quantity.number.start
    if quantity.kind == "score":
        return quantity, None
    if quantity.unit is not None:
        if quantity.kind == "duration" and _bare_year(line, quantity):
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
        shaken = attributive(line, quantity.end)
        return replace(quantity, unit=_MAGNITUDE, kind="measure"), (
            shaken[0],
            shaken[0] + 1,
        ) if shaken else None
    age = bare_age(line, quantity)
    if age is not None:
        return age, named_before_age(line, age)
    if is_chosen_number(line, index):
        return None
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


def _bare_year(line: Line, quantity: Quantity) -> bool:
    """A year that happens to stand before a unit of time."""
    token = line[quantity.number.start]
    return quantity.number.plain and looks_like_year(token) and not quantity.hyphen and int(token.text) > 1900


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
    if noun is None and quantity.kind == "ratio":
        return quantity, before_of(line, quantity)
    return quantity, noun or before_of(line, quantity) or counted_subject(line, quantity)


def _with_unit_of_next(line: Line, quantity: Quantity) -> Quantity:
    """ "eight or nine euros": the unit belongs to both."""
    following = read_quantity(line, quantity.end + 1, quantity.end + 1)
    if following is None or following.unit is None or following.start != following.number.start:
        return quantity
    return replace(quantity, unit=following.unit, rate=following.rate, kind=following.kind)


def _counted(line: Line, quantity: Quantity) -> tuple[Quantity, TokenSpan | None] | None:
    index, end = quantity.number.start, quantity.end
    noun = counted(line, end, singular=quantity.value == 1) or member_of(line, end)
    if line[end].kind == "word" and line.glued(end):
        return None
    if (
        line[end].text in DASHES
        and line.glued(end)
        and line[end + 1].kind in ("word", "number")
        and line[end + 1].lower not in ("plus", "odd")
        and line.glued(end + 1)
    ):
        return None
    if line[index].kind == "word":
        if quantity.number.end == index + 1 and line[index].lower in lexicon().scales and noun is None:
            return None
        return None if noun is None and _stands_for_a_name(line, index) else (quantity, noun)
    if not quantity.number.plain:
        return quantity, noun
    people = noun is not None and line[noun[1] - 1].lower in words("people_nouns") | words("casualty_nouns")
    in_year = line[index - 1].lower in ("in", "since", "during", "until", "for")
    if (
        looks_like_year(line[index])
        and quantity.upper is None
        and (not people or in_year)
        and not _counted_year(line, quantity, noun)
    ):
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
    if (
        noun is None
        and following.kind == "word"
        and following.text[0].isupper()
        and line[index - 1].lower in ("the", "own", "a", "new")
    ):
        return None
    if (
        noun is None
        and line[index - 1].lower in ("the", "a")
        and following.kind == "word"
        and quantity.upper is None
    ):
        return None
    long = len(line[index].text) >= 4 and quantity.upper is None
    if (
        noun is None
        and long
        and following.kind == "word"
        and following.lower not in words("figure_function_words")
    ):
        return None
    if line[index - 1].text == ":" and noun is None:
        return None
    return quantity, noun


def _stands_for_a_name(line: Line, index: int) -> bool:
    """ "the bottom three", "the two", "Kick Six": a group or a name, no count of its own."""
    before = line[index - 1].lower
    if before in (
        "top",
        "bottom",
        "big",
        "final",
        "last",
        "first",
        "the",
        "these",
        "those",
        "other",
        "all",
        "to",
    ):
        return before != "to"
    return line[index].text[0].isupper() and names_something(line, index)


def _counted_year(line: Line, quantity: Quantity, noun: TokenSpan | None) -> bool:
    """Whether four digits that could be a year are a count: "more than 2000", "1,800 hires" without its comma."""
    cue = lexicon().cues_before.before(line, quantity.start)
    before = line[quantity.start - 1].lower
    value = int(line[quantity.number.start].text)
    if cue and before in (
        "than",
        "to",
        "least",
        "as",
        "about",
        "some",
        "nearly",
        "almost",
        "roughly",
        "approximately",
    ):
        return line[cue[1]].lower not in ("about",) or noun is not None
    return noun is not None and not 1900 <= value <= 2060 and before not in ("in", "the", "since", "of")


def _one_counts(line: Line, index: int) -> bool:
    before = line[index - 1].lower
    return before not in _NOT_BEFORE_ONE


def _one_is_idle(line: Line, quantity: Quantity) -> bool:
    """ "one day", "one night": any one, unless something says how many."""
    before = line[quantity.start - 1].lower
    unit = quantity.unit.name if quantity.unit else ""
    if unit == "foot" and line[quantity.end].lower != "of" and not quantity.hyphen:
        # "with one foot in the door", "one foot on the pedal": a part of the body
        placed = line[quantity.end].lower in ("in", "on", "onto", "over", "out")
        if before in ("with", "on", "in") or (placed and line[quantity.end + 1].lower in _FOOTHOLD):
            return True
    if before in ("no", "this", "that", "the", "any") and quantity.kind == "duration":
        return True
    return (
        unit in ("day", "night", "second", "minute", "year")
        and quantity.kind == "duration"
        and not (
            quantity.hyphen
            or quantity.rate
            or before
            in (
                "for",
                "than",
                "least",
                "about",
                "after",
                "within",
                "in",
                "of",
                "under",
                "over",
                "nearly",
                "almost",
            )
        )
    )


def _compound(line: Line, quantity: Quantity) -> tuple[Quantity, TokenSpan | None] | None:
    """ "12-member council": the noun is tied to the number by a hyphen, and what it makes stands behind."""
    at = quantity.end + 1
    word = line[at].lower
    if names_something(line, quantity.number.start) or word in lexicon().fractions or word in _NO_COMPOUND:
        return None
    if word in ("odd", "plus"):
        return replace(quantity, hyphen=False), counted(line, at + 1, singular=False)
    if not word.islower() or not line[at].text.islower() or word in words("figure_function_words"):
        return None
    head = line[at + 1]
    if f"{word} {head.lower}" in _SET_PHRASES:
        return None
    return quantity, (at, compound_end(line, at + 1))


def _part_of(line: Line, quantity: Quantity) -> TokenSpan | None:
    at = quantity.end
    if line[at].lower in ("the", "its", "their", "his", "her", "all"):
        return counted(line, at + 1, singular=False)
    return measured(line, at) or counted(line, at, singular=False) or counted_subject(line, quantity)
