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
