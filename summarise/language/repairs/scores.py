"""Scores hang on the verb that tells the result."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...model import Token
from .looking import below

_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")


def hang_scores(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Hang "5-1" on the verb: it measures what was done and is nobody's object."""
    scores = {
        t.index
        for t in tokens
        if _SCORE.fullmatch(t.text) and t.dep not in {"nummod", "compound", "amod", "pobj"}
    }
    scores = {i for i in scores if tokens[i].head != i and tokens[tokens[i].head].pos in {"VERB", "AUX"}}
    mended = list(tokens)
    for index in sorted(scores):
        score = mended[index]
        own = below(mended, score)
        # "beat Eastbrook Town 5-1": the parser made the score the object and the side its modifier.
        name = next(
            (t for t in reversed(own) if t.index < index and t.dep in {"compound", "nmod", "amod", "poss"}),
            None,
        )
        for token in own:
            inside = name is not None and token.index < name.index
            mended[token.index] = replace(token, head=name.index if inside and name else score.head)
        if name is not None:
            mended[name.index] = replace(
                name, dep="dobj" if score.dep == "npadvmod" else score.dep, head=score.head
            )
        mended[index] = replace(score, tag="CD", pos="NUM", dep="npadvmod", lemma=score.text)
    return tuple(mended)
