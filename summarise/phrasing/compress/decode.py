"""The best deletion that the rules allow: dynamic programming over what may go.

What must stay is given; each option is worth what its own words are worth and what the best of the
options inside it add. An option is taken if that is above nothing, so that the best set is found in one
pass from the leaves up (the tree version of Clarke & Lapata's global inference, JAIR 2008).
"""

from collections.abc import Callable, Sequence
from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray

from ..tree import Tree
from .deletion import Option, Shape, close, conjunction

Worth = Callable[[Option], float]
"""What an option is worth by itself; above nothing speaks for it."""


def decode(tree: Tree, form: Shape, worth: Worth) -> frozenset[int]:
    """The tokens to keep: the core and every option that is worth it."""
    kept = set(form.core)
    for option in form.options:
        gain, tokens = _best(tree, option, worth)
        if gain > 0:
            kept |= tokens
    return close(tree, frozenset(kept))


def decode_best(tree: Tree, form: Shape, worth: Worth, count: int) -> list[frozenset[int]]:
    """The `count` best sets, best first (the k best derivations of Huang & Chiang, IWPT 2005)."""
    best = [(0.0, form.core)]
    for option in form.options:
        best = _merged(best, _derivations(tree, option, worth, count), count)
    return list(dict.fromkeys(close(tree, tokens) for _, tokens in best))


Derivation = tuple[float, frozenset[int]]


def _derivations(tree: Tree, option: Option, worth: Worth, count: int) -> list[Derivation]:
    """The best ways to take an option, and to leave it out, best first."""
    taken = [(worth(option), option.tokens | conjunction(tree, option))]
    for inner in option.inner:
        taken = _merged(taken, _derivations(tree, inner, worth, count), count)
    return sorted([*taken, (0.0, frozenset[int]())], key=lambda found: -found[0])[:count]


def _merged(one: Sequence[Derivation], other: Sequence[Derivation], count: int) -> list[Derivation]:
    """The best pairs of two lists, each best first."""
    waiting = [(-(one[0][0] + other[0][0]), 0, 0)]
    seen = {(0, 0)}
    found: list[Derivation] = []
    while waiting and len(found) < count:
        loss, i, j = heappop(waiting)
        found.append((-loss, one[i][1] | other[j][1]))
        for a, b in ((i + 1, j), (i, j + 1)):
            if a < len(one) and b < len(other) and (a, b) not in seen:
                seen.add((a, b))
                heappush(waiting, (-(one[a][0] + other[b][0]), a, b))
    return found


def _best(tree: Tree, option: Option, worth: Worth) -> tuple[float, set[int]]:
    gain = worth(option)
    tokens = set(option.tokens) | conjunction(tree, option)
    for inner in option.inner:
        more, below = _best(tree, inner, worth)
        if more > 0:
            gain += more
            tokens |= below
    return gain, tokens


def by_words(logits: NDArray[np.float64], bias: float) -> Worth:
    """Each word counts by itself: the sum of its tokens' logits, moved by a bias."""

    def worth(option: Option) -> float:
        return sum(float(logits[i]) + bias for i in option.tokens)

    return worth


def by_branches(logits: NDArray[np.float64], bias: float) -> Worth:
    """Each branch counts, given that what it hangs on stays: the likeliest tree."""
    moved = logits + bias
    left_out = -np.logaddexp(0.0, moved)

    def worth(option: Option) -> float:
        inner = sum(float(left_out[o.top]) for o in option.inner)
        return float(moved[option.top]) + inner

    return worth


def mixed(
    branches: NDArray[np.float64],
    words: Sequence[float],
    share: float,
    bias: float,
) -> Worth:
    """For headlines: what an editor's deletion would keep, and what a headline is about.

    Args:
        branches: logits of the first.
        words: logits of the second, one a token, 0 for words that say nothing.
        share: how much the first counts.
        bias: is added for every word that says something.
    """

    def worth(option: Option) -> float:
        about = sum(words[i] + bias for i in option.tokens if words[i])
        return share * float(branches[option.top]) + about

    return worth
