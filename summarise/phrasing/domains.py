"""What kind of news an article is: which templates may speak."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from ..language.words import stem, words
from ..model import Sentence
from ..resources import data_file


@cache
def _cues() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(data_file("en/domains.toml").read_text(encoding="utf-8"))
    return {
        name: frozenset(" ".join(stem(w) for w in cue.split()) for cue in cues) for name, cues in raw.items()
    }


def domains(sentences: Sequence[Sentence], most: int = 3) -> dict[str, float]:
    """The likeliest domains of an article with their shares, likeliest first.

    A domain's share is the number of its cue words in the text, the first three sentences
    counted three times, over that of all domains. At most `most` domains, none under a tenth.
    """
    counts: dict[str, int] = dict.fromkeys(_cues(), 0)
    for sentence in sentences:
        stems = [stem(w.lower()) for w in words(sentence.text)]
        pairs = [f"{a} {b}" for a, b in pairwise(stems)]
        for name, cues in _cues().items():
            counts[name] += (3 if sentence.index < 3 else 1) * sum(s in cues for s in (*stems, *pairs))
    return _shares(counts, most)


def _shares(counts: Mapping[str, int], most: int) -> dict[str, float]:
    total = sum(counts.values())
    ordered = sorted(counts, key=lambda name: (-counts[name], name))[:most]
    return {name: counts[name] / total for name in ordered if total and counts[name] / total >= 0.1}
