"""Numbers that are part of a name or tell which, not how many: "Boeing 737", "round three", "No. 1"."""

from summarise.figures.context.verbs import verbs
from summarise.figures.labels.dates import is_month
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.nouns.phrases import is_plural
from summarise.figures.tokens import Line

_HYPHENS = ("-", "‐", "‑")
_STREETS = word_class("labels", "streets")
_NUMBERED_NAMES = word_class("labels", "numbered_names")
_WEEKDAYS = word_class("labels", "weekdays")
_VERSIONS = 20  # numbers with a decimal from here on name no version


def is_hour(line: Line, index: int) -> bool:
    """ "half past eight", "ten to six" and both their numbers, "at seven on Sunday"."""
    if line[index].kind != "word":
        return False
    before, earlier, following = line[index - 1].lower, line[index - 2].lower, line[index + 1].lower
    parts = ("quarter", "half", "minutes")
    if before == "past" and (earlier in parts or earlier in lexicon().cardinals):
        return True
    if before == "to" and earlier in parts:
        return True
    return following in ("o'clock", "o’clock") or (
        following == "past" and line[index + 2].lower in lexicon().cardinals
    )


def is_group_name(line: Line, index: int) -> bool:
    """ "the Group of 20", "Gang of Four", "type 2 diabetes"."""
    before, earlier = line[index - 1].lower, line[index - 2]
    return before == "type" or (before == "of" and earlier.text in ("Group", "Gang"))


def is_numbered(line: Line, index: int) -> bool:
    """Whether a label word stands before: "Article 50", "category 4", "week 3"."""
    before = line[index - 1]
    if before.text == "." and line[index - 2].lower in (
        "fig",
        "vol",
        "apt",
        "ch",
        "art",
        "sec",
        "p",
        "pp",
        "prop",
    ):
        return True
    if before.lower in ("and", "or", "to") and (
        line[index - 2].kind == "number" or line[index - 2].lower in lexicon().cardinals
    ):
        return line[index - 3].lower.removesuffix("s") in words("label_nouns")
    # "rounds seven and eight"
    several = line[index + 1].lower in ("and", "or", "to") and (
        line[index + 2].kind == "number" or line[index + 2].lower in lexicon().cardinals
    )
    plural = before.text[:1].isupper() or several
    known = words("label_nouns")
    return before.lower in known or (plural and before.lower.removesuffix("s") in known)


def is_tied_label(line: Line, index: int) -> bool:
    """ "the day-two crowd", "a par-five hole": a hyphen ties the number to what it labels."""
    return (
        line[index - 1].text in _HYPHENS
        and line.glued(index)
        and line.glued(index - 1)
        and line[index - 2].lower in words("label_nouns")
    )


def is_chosen_number(line: Line, index: int) -> bool:
    """ "she chose the number 21", "a number 7": a number for its own sake, where nothing is ranked by it."""
    if line[index - 1].lower != "number" or line[index - 2].lower not in ("the", "a"):
        return False
    following = line[index + 1]
    return following.kind != "word" or following.lower in words("figure_function_words")


def is_rank(line: Line, index: int) -> int | None:
    """Index where "No. 1" or "number one" begins, else None."""
    before = line[index - 1]
    if before.text == "." and line[index - 2].text in ("No", "Nos", "no", "Nr"):
        return index - 2
    if (before.text in ("No", "Nos") and line[index].kind == "number") or (
        before.lower in ("number", "numbers") and line[index + 1].lower != "of"
    ):
        return index - 1
    return None


def names_something(line: Line, index: int) -> bool:
    """Whether a name stands right before the numeral, so that it is part of it: "Boeing 737", "S&P 500"."""
    before = line[index - 1]
    if (
        before.kind != "word"
        or before.end == line[index].start
        or before.lower.endswith(("'s", "’s", "s’", "s'"))
    ):
        return False
    if line.headline_case and not (before.text[0].islower() and not before.text.islower()):
        return False
    if not any(character.isupper() for character in before.text) or before.lower in words(
        "figure_function_words"
    ):
        return False
    if before.lower in _WEEKDAYS or is_month(before):
        return False
    if index == 1 and before.text.istitle():
        # A sentence begins with a capital: a name only if the predicate follows, "Windows 11 is".
        following = line[index + 1].lower
        return (
            following in verbs().auxiliaries
            and not is_plural(before.lower)
            and before.lower not in words("people_nouns")
        )
    return True


def is_numbered_name(line: Line, index: int) -> bool:
    """ "Formula One", "BBC Two": both with a capital."""
    before = line[index - 1]
    capitals = line[index].text.istitle() and before.text[:1].isupper()
    return capitals and before.lower in _NUMBERED_NAMES and not line.headline_case


def is_version(line: Line, index: int) -> bool:
    """ "Bluetooth 5.3", "version 2.0"; an index or a price is larger or has a unit."""
    whole, dot, part = line[index].text.partition(".")
    if not dot or len(part) > 2 or not whole.isdecimal() or int(whole[:3]) >= _VERSIONS:
        return False
    return line[index - 1].lower == "version" or (index > 1 and names_something(line, index))


def is_address(line: Line, end: int) -> bool:
    """Whether a street follows: "575 Wilbraham Road"."""
    for at in range(end, end + 4):
        if line[at].kind != "word" or not line[at].text[0].isupper():
            return False
        if at > end and line[at].lower in _STREETS:
            return True
    return False
