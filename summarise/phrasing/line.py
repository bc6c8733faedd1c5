"""Lines made of pieces that remember where they come from.

The texts of a line's pieces, put behind one another, are the line; white space
between two pieces belongs to the later one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..model import Origin, Piece
from .tree import Tree

# What a kept token becomes instead of itself; None: nothing.
Changes = Mapping[int, "tuple[str, Origin] | None"]

_CLINGING = frozenset({",", ".", ";", ":", "'s", "’s", "n't", "n’t", "%", ")", "!", "?", "”"})
_OPENING = frozenset({"(", "“", "‘", "$", "£", "€", "#"})


def pieces(tree: Tree, kept: Iterable[int], changes: Changes | None = None) -> tuple[Piece, ...]:
    """The pieces for the kept tokens of a sentence, in the order of the source.

    Neighbours that stand side by side in the source become one copied piece.
    """
    changes = changes or {}
    line: list[Piece] = []
    previous = None
    open_quote = False
    for index in sorted(kept):
        token = tree.tokens[index]
        change = changes.get(index, (_source(tree, token.start, token.end), "copied"))
        if change is None:
            continue
        text, origin = change
        straight = text == '"' and token.dep == "punct"
        gap = " "
        if (
            previous is None
            or token.start == previous.end
            or (text in _CLINGING and not straight)
            or (straight and open_quote)
            or (previous.text in _OPENING and token.start == previous.end)
        ):
            gap = ""
        if straight:
            open_quote = not open_quote
        beside = (
            line
            and origin == "copied" == line[-1].origin
            and previous is not None
            and previous.index == index - 1
            and line[-1].end == previous.end
            and tree.sentence.text[
                previous.end - tree.sentence.start : token.start - tree.sentence.start
            ].strip()
            == ""
        )
        if beside:
            last = line.pop()
            line.append(Piece(last.text + gap + text, "copied", last.start, token.end))
        else:
            line.append(Piece(gap + text, origin, token.start, token.end))
        previous = token
    return tuple(line)


def _source(tree: Tree, start: int, end: int) -> str:
    return tree.sentence.text[start - tree.sentence.start : end - tree.sentence.start]


def text_of(line: Iterable[Piece]) -> str:
    """The line as text."""
    return "".join(piece.text for piece in line)


def spaced(line: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The line with a space before it; nothing if there is no line."""
    return (replace(line[0], text=" " + line[0].text), *line[1:]) if line else ()
