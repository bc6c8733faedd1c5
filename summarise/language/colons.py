"""Two sentences around a colon: "Another day, another recall: This time, Toyota is calling back ...".

A parser that must find one tree for both hangs the second somewhere in the first, and often finds the verb
of neither. They are parsed apart; then the one hangs on the other as parataxis, so that the sentence is one tree.
"""

from collections.abc import Sequence
from dataclasses import replace

from ..model import Token

_LEAST = 4
# What these say is one sentence with them.
_SAYING = frozenset(
    "say says said saying add adds added adding ask asks asked write writes wrote tweet tweets tweeted explain "
    "explains explained note notes noted read reads conclude concludes concluded reply replies replied".split()
)


def parts_at_colons(words: Sequence[str]) -> frozenset[int]:
    """Where a sentence begins behind a colon, as places in its words.

    Args:
        words: the words and marks of a sentence.
    """
    return frozenset(
        place + 1
        for place in range(1, len(words) - _LEAST)
        if words[place] == ":"
        and words[place + 1][:1].isupper()
        and words[place - 1].lower() not in _SAYING
        and not words[place - 1][-1:].isdigit()
    )


def join(tokens: Sequence[Token]) -> list[Token]:
    """One tree of several: the first that has a verb for its head governs, the others hang on it as parataxis."""
    roots = [t for t in tokens if t.head == t.index]
    if len(roots) < 2:
        return list(tokens)
    main = next((t for t in roots if t.pos in {"VERB", "AUX"}), roots[0])
    return [
        replace(t, dep="parataxis", head=main.index) if t.head == t.index and t.index != main.index else t
        for t in tokens
    ]
