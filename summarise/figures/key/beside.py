"""What stands right beside a figure in its sentence, as far as it tells what the figure is worth."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarise.figures.lexicon import word_class
from summarise.model import Figure, Sentence

_REACH = 40  # characters looked at on either side
_BRACKET = 16  # characters between an amount and its conversion, "(or about " among them
_LINED_UP = 130  # the last minute that a team sheet may name
_RACES = (60, 100, 200, 400, 800, 1500, 3000, 5000, 10000)
_MARKS = ".,:;!?()[]\"'‘’“”"

_POINTS_IN_TIME = word_class("key", "points_in_time")
_SIZES = word_class("key", "sizes")
_PRISON = word_class("key", "prison")
_DEFINITE = word_class("key", "definite")
_CROWD = word_class("key", "crowd")
_GOALS = word_class("key", "goals")
_MAKE = word_class("key", "make")
_INTERIM = word_class("key", "interim")
_LENGTHS = ("year", "month", "decade")
_MOMENTS = ("second", "minute", "hour")
_WHOLE = 20  # more parts than this are the news themselves: "a 700-member choir"


@dataclass(frozen=True, slots=True)
class Beside:
    """The text on either side of a figure and the words of its sentence, all in lower case but `before`."""

    before: str = ""
    after: str = ""
    words: frozenset[str] = frozenset()

    def next_word(self) -> str:
        """The word behind the figure, "" if a mark stands there."""
        first = self.after.split(maxsplit=1)[:1] if self.after[:1].isspace() else []
        return first[0].strip(_MARKS) if first else ""


def surroundings(figures: Sequence[Figure], sentences: Sequence[Sentence]) -> list[Beside]:
    """What is beside each figure; nothing if its sentence is not given."""
    by_index: Mapping[int, Sentence] = {sentence.index: sentence for sentence in sentences}
    words: dict[int, frozenset[str]] = {}
    found = []
    for figure in figures:
        sentence = by_index.get(figure.sentence)
        if sentence is None or not sentence.start <= figure.start < figure.end <= sentence.end:
            found.append(Beside())
            continue
        if figure.sentence not in words:
            words[figure.sentence] = words_of(sentence.text)
        start, end = figure.start - sentence.start, figure.end - sentence.start
        before, after = sentence.text[max(0, start - _REACH) : start], sentence.text[end : end + _REACH]
        found.append(Beside(before, after.lower(), words[figure.sentence]))
    return found


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case, without the marks around them and without the possessive."""
    bare = (word.strip(_MARKS).lower() for word in text.split())
    return frozenset(word.removesuffix("'s").removesuffix("’s") for word in bare if word)


def is_point_in_time(figure: Figure, beside: Beside) -> bool:
    """ "two days later", "five minutes before the break": when, not how long."""
    return figure.kind == "duration" and beside.next_word() in _POINTS_IN_TIME


def is_attribute(figure: Figure, beside: Beside) -> bool:
    """ "a 15-man game", "a two-part film", "a six-minute video": what sort of thing, not how many or how long."""
    if figure.kind == "duration" and figure.unit in _MOMENTS and "-" in figure.text:
        return True
    if figure.kind != "count" or figure.value > _WHOLE or beside.after[:1] != "-":
        return False
    tied = beside.after[1:].split(maxsplit=1)[:1]
    return bool(tied) and tied[0][0].isalpha() and tied[0].strip(_MARKS) not in _SIZES


def is_given(figure: Figure, beside: Beside) -> bool:
    """ "the three men", "her two films": as of what was told before."""
    return figure.kind == "count" and (beside.before.split() or [""])[-1].lower() in _DEFINITE


def is_alternative(beside: Beside, other: Beside, figure: Figure, following: Figure | None) -> bool:
    """The first of "three or four": neither is the number."""
    near = following is not None and 0 < following.start - figure.end <= len(" or ")
    return near and beside.after.startswith(" or ") and other.before.endswith(" or ")


def is_term(figure: Figure, beside: Beside) -> bool:
    """A time in prison: the core of a story from a court."""
    unit = (figure.unit or "").split(" per ")[0]
    return figure.kind == "duration" and unit in _LENGTHS and not _PRISON.isdisjoint(beside.words)


def is_crowd(figure: Figure, beside: Beside) -> bool:
    """An attendance, which often stands without a noun."""
    return figure.kind == "count" and figure.value >= 1000 and not _CROWD.isdisjoint(beside.words)


def is_interim(figure: Figure, beside: Beside) -> bool:
    """A score on the way: "to make it 2-0", "2-1 at half-time", "from 2-0 down"."""
    if figure.kind != "score":
        return False
    last = beside.before.lower().split()[-2:]
    made = len(last) == 2 and last[0] in _MAKE and last[1] == "it"
    return made or beside.next_word() == "down" or not _INTERIM.isdisjoint(words_of(beside.after))


def is_line_up(figure: Figure, beside: Beside) -> bool:
    """The minute behind a name in a team sheet or among the scorers: "(Smith 61)", "Smith 61 pen,"."""
    if figure.kind != "count" or figure.noun or figure.value > _LINED_UP or not figure.text.isdigit():
        return False
    name = beside.before.split()[-1:]
    if not name or not name[0].lstrip("([")[:1].isupper() or name[0][-1] in _MARKS:
        return False
    return beside.after[:1] in ("", ",", ".", ";", ")") or beside.next_word() in _GOALS


def is_race(figure: Figure, beside: Beside) -> bool:
    """ "the 100m title": the name of an event, and no distance that anybody tells."""
    if figure.unit != "metre" or figure.upper is not None or figure.value not in _RACES:
        return False
    return figure.text.endswith("m") and beside.next_word() != "of"


def is_conversion(figure: Figure, beside: Beside, before: Figure | None, before_is: bool) -> bool:
    """An amount in brackets behind its twin, in another unit if it is no money: "$5m (£4m)".

    Args:
        before: the figure before it.
        before_is: that one is a conversion, so this may be the next in the same brackets.
    """
    if before is None or before.kind != figure.kind or before.sentence != figure.sentence:
        return False
    gap = figure.start - before.end
    if not 0 < gap <= _BRACKET or (figure.unit == before.unit and figure.kind != "money"):
        return False
    between = beside.before[-gap:]
    if not between:  # the text is not known
        return gap <= len(" (") and figure.unit != before.unit
    inside = between.strip().startswith("(") and ")" not in between
    return inside or (before_is and between[0] in ";,/" and ")" not in between)
