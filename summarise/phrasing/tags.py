"""How word classes follow one another in headlines: a trigram model of them, counted by training/flow.py.

Headlines have a grammar of their own; a line whose classes follow one another as they do in what editors
write reads like one. Add-one smoothed back-off over the classes that the parser gives.
"""

import math
from collections.abc import Sequence
from functools import cache

from ..learned.files import load
from ..model import Token
from .draft import Draft

MODEL = "flow"

EDGE = "."
"""Stands before the first word and behind the last."""


def classes(line: Draft) -> list[str]:
    """The word classes of a line: the parser's tag, or the word itself where it is a small one."""
    return [class_of(line.clause.tree.tokens[index]) for index in sorted(line.shown)]


def class_of(token: Token) -> str:
    """The parser's tag of a token, or a small word itself."""
    return token.text.lower() if token.pos in _SMALL else token.tag


_SMALL = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "PRON", "DET", "AUX"})


@cache
def _counts() -> dict[str, float]:
    arrays = load(MODEL)
    keys = bytes(arrays["keys"]).decode("utf-8").split("\n")
    return dict(zip(keys, (float(count) for count in arrays["counts"]), strict=True))


def flow(line: Draft) -> tuple[float, float]:
    """Mean and least log probability of the line's classes, each given the two before it."""
    return flow_of(classes(line), _counts())


def flow_of(found: Sequence[str], counts: dict[str, float]) -> tuple[float, float]:
    """The same for a list of classes under given counts of one to three classes in a row, joined by spaces."""
    padded = [EDGE, EDGE, *found, EDGE]
    total = counts.get("", 1.0)
    logs = []
    for a, b, c in zip(padded, padded[1:], padded[2:], strict=False):
        one = (counts.get(c, 0.0) + 0.5) / (total + 1000.0)
        two = (counts.get(f"{b} {c}", 0.0) + 5.0 * one) / (counts.get(b, 0.0) + 5.0)
        three = (counts.get(f"{a} {b} {c}", 0.0) + 5.0 * two) / (counts.get(f"{a} {b}", 0.0) + 5.0)
        logs.append(math.log(three))
    return sum(logs) / len(logs), min(logs)
