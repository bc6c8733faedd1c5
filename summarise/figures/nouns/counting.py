"""Whether a number without a unit counts anything, or is a year, a label, a name; and what it counts."""

from dataclasses import replace

from summarise.figures.labels.dates import looks_like_year
from summarise.figures.labels.namesakes import is_address, is_numbered, is_version, names_something
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.nouns.phrases import TokenSpan, counted, is_function_word, is_plural, member_of
from summarise.figures.quantities.amounts import read_quantity
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import DASHES, Line

_GROUPS = word_class("counting", "groups")
_AMOUNTS = word_class("counting", "amounts")
_ARTICLES = frozenset({"the", "own", "a", "new"})


def what_counts(line: Line, quantity: Quantity) -> tuple[Quantity, TokenSpan | None] | None:
    """The quantity with the tokens of what it counts (None if the text does not say); None if it counts nothing."""
    index, end = quantity.number.start, quantity.end
    if (
        quantity.number.plain
        and line[end].lower == "x"
        and line.glued(end)
        and line[end + 1].kind != "number"
    ):
        return replace(quantity, kind="ratio", end=end + 1), None  # "10x faster"
    if line.glued(end) and (line[end].kind == "word" or _is_tied(line, end)):
        return None
    noun = (
        counted(line, end, singular=quantity.value == 1 or _halves_one(line, quantity))
        or member_of(line, end)
        or _of_a_size(line, quantity)
    )
    if line[index].kind == "word":
        named = _is_named_in_words(line, quantity, noun)
    elif quantity.number.plain:
        named = _is_named_in_digits(line, quantity, noun)
    else:
        named = noun is None and is_version(line, index)
    return None if named else (quantity, noun)


def _is_tied(line: Line, at: int) -> bool:
    """Whether a dash at `at` ties the number to something that is no cue: "5-a-side", but "40-plus"."""
    tied = line[at].text in DASHES and line[at + 1].kind in ("word", "number") and line.glued(at + 1)
    return tied and line[at + 1].lower not in ("plus", "odd")


def _is_named_in_words(line: Line, quantity: Quantity, noun: TokenSpan | None) -> bool:
    """Whether a number word is a label or a part of a name: "round three", "the Six Nations", "the bottom three"."""
    index, end = quantity.number.start, quantity.end
    if is_numbered(line, index) and (noun is None or line[end].kind == "sign"):
        return True
    if noun is not None:
        return _is_title(line, quantity, noun)
    bare_scale = end == index + 1 and line[index].lower in lexicon().scales
    return bare_scale or _inside_a_name(line, index, end) or _stands_for_a_name(line, index)


def _is_named_in_digits(line: Line, quantity: Quantity, noun: TokenSpan | None) -> bool:
    """Whether bare digits are a year, an address, a label or a part of a name."""
    index, end = quantity.number.start, quantity.end
    people = noun is not None and line[noun[1] - 1].lower in words("people_nouns") | words("casualty_nouns")
    if _is_year(line, quantity, noun, people) or is_address(line, end) or _joins_a_name(line, index, end):
        return True
    if names_something(line, index) and not people and line[end].lower != "times":
        return True
    if noun is not None:
        return is_numbered(line, index) and line[index - 1].text[0].isupper()
    if line[index - 1].lower in ("last", "final") and line[index - 2].lower == "the":
        return True  # "a place in the last 16"
    return is_numbered(line, index) or _is_label(line, quantity)


def _is_label(line: Line, quantity: Quantity) -> bool:
    """Whether digits that count nothing stand where a label does: before a name, behind an article or a colon."""
    index, following = quantity.number.start, line[quantity.end]
    before = line[index - 1]
    if before.text == ":" or (index == 0 and len(line) > 1 and line[1].text[:1].isupper()):
        return True
    if following.kind != "word":
        return False
    if before.lower in _ARTICLES and following.text[0].isupper():
        return True
    if quantity.upper is not None:
        return False
    long = len(line[index].text) >= 4 and following.lower not in words("figure_function_words")
    return long or before.lower in ("the", "a")


def _is_year(line: Line, quantity: Quantity, noun: TokenSpan | None, people: bool) -> bool:
    index = quantity.number.start
    before = line[index - 1].lower
    if noun is None and _is_old_year(line, index):
        return True
    if not looks_like_year(line[index]) or quantity.upper is not None:
        return False
    if people and before not in ("in", "since", "during", "until", "for"):
        return False
    return not _is_counted_year(line, quantity, noun)


def _is_counted_year(line: Line, quantity: Quantity, noun: TokenSpan | None) -> bool:
    """Whether four digits that could be a year are a count: "more than 2000", "1,800 hires" without its comma."""
    cue = lexicon().cues_before.before(line, quantity.start)
    before = line[quantity.start - 1].lower
    if cue and before in _AMOUNTS:
        return line[cue[1]].lower != "about" or noun is not None
    value = int(line[quantity.number.start].text)
    return noun is not None and not 1900 <= value <= 2060 and before not in ("in", "the", "since", "of")


def _is_old_year(line: Line, index: int) -> bool:
    """ "In 1492 he sailed", "44 BC"."""
    if line[index + 1].text in ("BC", "BCE", "CE", "AD") or line[index - 1].text == "AD":
        return True
    text = line[index].text
    return len(text) == 4 and text < "1500" and line[index - 1].lower in ("in", "since", "until")


def _inside_a_name(line: Line, index: int, end: int) -> bool:
    """ "Pieter ten Broek": a number word in small letters between two capitals."""
    sides = (line[index - 1], line[end])
    return index > 0 and all(side.kind == "word" and side.text.istitle() for side in sides)


def _joins_a_name(line: Line, index: int, end: int) -> bool:
    """ "Fathers 4 Justice": digits between two capitals, of which the second is one thing."""
    if line.headline_case or not _inside_a_name(line, index, end) or is_function_word(line[index - 1]):
        return False
    following = line[end + 1]
    single = not is_plural(line[end].lower) and (following.kind != "word" or is_function_word(following))
    return single and line[index - 1].lower not in lexicon().cardinals


def _is_title(line: Line, quantity: Quantity, noun: TokenSpan) -> bool:
    """Whether number and noun are a name by their capitals: "the Six Nations", "a Three Rivers church"."""
    index = quantity.number.start
    if not line[index].text.istitle() or line.headline_case:
        return False
    inside = index > 0 and (line[index - 1].kind == "word" or line[index - 1].text == ",")
    return inside and noun[0] == quantity.end and all(line[at].text[0].isupper() for at in range(*noun))


def _stands_for_a_name(line: Line, index: int) -> bool:
    """ "the bottom three", "the two", "Kick Six": a group or a name, no count of its own."""
    if line[index - 1].lower in _GROUPS:
        return True
    return line[index].text[0].isupper() and line[index - 1].lower != "to" and names_something(line, index)


def _halves_one(line: Line, quantity: Quantity) -> bool:
    """ "half a length": one thing is halved, so that its noun is no plural."""
    return quantity.value < 1 and line[quantity.end - 1].lower in ("a", "an")


def _of_a_size(line: Line, quantity: Quantity) -> TokenSpan | None:
    """What is counted behind a size: "six million 330ml cans", "two 12-member teams"."""
    at = quantity.end
    if line[at].kind != "number" or line.glued(at):
        return None
    size = read_quantity(line, at, at)
    if size is None or not (size.unit or size.hyphen):
        return None
    if size.kind == "age" and line[size.end - 1].lower == "olds":
        return at, size.end  # "two 14-year-olds"
    behind = size.end + 2 if size.hyphen and size.unit is None else size.end
    noun = counted(line, behind, singular=False)
    return (at, noun[1]) if noun else None
