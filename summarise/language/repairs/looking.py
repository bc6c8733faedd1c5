"""Looking about in a list of tokens."""

from collections.abc import Sequence

from ...model import Token


def below(tokens: Sequence[Token], head: Token) -> list[Token]:
    """The dependents of a token, in their order."""
    return [t for t in tokens if t.head == head.index and t.index != head.index]


def subtree(tokens: Sequence[Token], head: Token) -> list[int]:
    """The indices of a token and of all that hangs on it, in their order."""
    found, queue = [head.index], [head]
    while queue:
        for token in below(tokens, queue.pop()):
            found.append(token.index)
            queue.append(token)
    return sorted(found)


def root_of(tokens: Sequence[Token]) -> Token | None:
    """The token that governs the sentence."""
    return next((t for t in tokens if t.head == t.index), None)


def is_tree(tokens: Sequence[Token]) -> bool:
    """Whether every token leads up to the one root."""
    heads = [t.head for t in tokens]
    roots = {place for place, head in enumerate(heads) if head == place}
    sure = set(roots)
    for place in range(len(heads)):
        way: list[int] = []
        while place not in sure and len(way) <= len(heads):
            way.append(place)
            place = heads[place]
        if place not in sure:
            return False
        sure.update(way)
    return len(roots) <= 1
