"""What a rule is by which `notices` tells a sentence from the story."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Where = Literal[
    "anywhere", "behind the opening", "at the end", "among whole sentences", "between whole sentences"
]

Shape = Literal[
    "bare end", "set-off stop", "number at the end", "bracket at the end", "capitals", "many commas"
]

# What may stand before the first word of a line. A quotation mark may not: speech is no notice.
LEAD = "([{—–-*_…. •·|>►#"


@dataclass(frozen=True, slots=True)
class Rule:
    """One sign by which a sentence is told from the story.

    Attributes:
        name: of the rule; `kind` is that of the notices it makes.
        about: in one line, what it recognises.
        check: takes the sentence, gives the words that show it or None.
        fires, quiet: sentences on which it must fire, and on which no rule may.
        first: it is tried where this is the first word (lower case; "0" for any digit),
        words: where one of these is among the words (lower case),
        marks: where one of these characters is in it,
        shape: or where it has this shape (see `shapes`).
        where: which sentences it judges. All but "anywhere" leave out the one that opens the story.
            "at the end": those with less than three sentences of the story behind them; "among
            whole sentences": in an article whose sentences have their stops ("between": not the last).
    """

    name: str
    kind: str
    about: str
    check: Callable[[str], str | None]
    fires: tuple[str, ...]
    quiet: tuple[str, ...]
    first: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    marks: str = ""
    shape: Shape | None = None
    where: Where = "behind the opening"


def shapes(text: str) -> tuple[Shape, ...]:
    """What can be seen of a sentence at a glance: how it ends, and whether it is a row of names or capitals."""
    found = _shapes_of_end(text[-2:])
    if text.count(",") > 3:
        found = (*found, "many commas")
    if text.isupper():
        found = (*found, "capitals")
    return found


@lru_cache(maxsize=4096)
def _shapes_of_end(last_two: str) -> tuple[Shape, ...]:
    found: list[Shape] = []
    end = last_two[-1:]
    if end == ".":
        end = last_two[:-1]
        if end == " ":
            found.append("set-off stop")
    elif end.isalnum() or end in "-–—":
        found.append("bare end")
    if end.isdigit():
        found.append("number at the end")
    elif end == ")":
        found.append("bracket at the end")
    return tuple(found)
