"""A first guess at each token set beside the guesses for what is around it: rows for the second model.

A token stays the likelier, the likelier its governor, its neighbours and what hangs on it are to stay;
the second model reads these from the first one's guesses (stacked generalisation, Wolpert 1992).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..tree import Tree
from .features import depths_of, sizes_of

_LABELS = (
    "ROOT nsubj nsubjpass dobj pobj prep det amod compound punct aux auxpass advmod conj cc nummod poss case "
    "xcomp ccomp advcl relcl acl appos attr mark npadvmod agent prt acomp neg pcomp parataxis dep quantmod"
).split()
_NUMBER_OF = {label: number for number, label in enumerate(_LABELS)}
_OTHER = 40

COLUMNS = 26
"""How many columns `surroundings` gives."""


def surroundings(tree: Tree, guesses: NDArray[np.float64]) -> NDArray[np.float64]:
    """One row for each token.

    Args:
        tree: the sentence.
        guesses: a logit for each of its tokens.
    """
    count = len(tree.tokens)
    depth = np.array(depths_of(tree))
    size = np.array(sizes_of(tree))
    head = np.array([token.head for token in tree.tokens])
    above = guesses[head]
    total, best, weakest = guesses.copy(), guesses.copy(), np.zeros(count)
    children, number, top = np.zeros(count), np.zeros(count), np.full(count, -9.0)
    downwards = sorted(range(count), key=depth.__getitem__)
    for index in reversed(downwards):
        governor = head[index]
        if governor != index:
            total[governor] += total[index]
            best[governor] = max(best[governor], best[index])
            children[governor] += guesses[index]
            number[governor] += 1
            top[governor] = max(top[governor], guesses[index])
    for index in downwards:
        governor = head[index]
        weakest[index] = guesses[index] if governor == index else min(weakest[governor], guesses[governor])
    mean_child = children / np.maximum(number, 1)
    around = np.concatenate([[0.0, 0.0], guesses, [0.0, 0.0]])
    place = np.arange(count)
    standing = np.argsort(np.argsort(-guesses, kind="stable"), kind="stable") / count
    labels = np.array([_NUMBER_OF.get(token.dep, _OTHER) for token in tree.tokens])
    everywhere = np.ones(count)
    columns: Sequence[NDArray[np.float64]] = (
        guesses, above, above[head], weakest,
        around[1:-3], around[3:-1], around[:-4], around[4:],
        total / size, best, total, mean_child, top, number,
        depth, size, place / count, everywhere * count, place - head,
        standing, everywhere * guesses.mean(), labels, labels[head], above[head][head],
        mean_child[head], everywhere * (np.maximum(guesses, 0).sum() / count),
    )  # fmt: skip
    return np.stack([np.asarray(column, dtype=np.float64) for column in columns], axis=1)
