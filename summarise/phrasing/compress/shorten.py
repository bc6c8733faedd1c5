"""`compress`: one sentence, shorter, still a sentence."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from ...errors import StyleError
from ...figures import find_figures
from ...language.segment import segment
from ...language.syntax import parse
from ...language.words import words
from ...learned.files import load
from ...learned.forest import Forest, forest_of
from ...model import Article
from ..line import pieces, text_of
from ..polish import tidy
from ..tree import Tree, grow
from .deletions import Deletion, deletions, facts
from .features import token_columns
from .keep import MODEL, Keep, keep


def compress(
    sentence: str,
    max_words: int | None = None,
    *,
    ratio: float | None = None,
    attribution: bool = False,
) -> str:
    """A grammatical deletion of a sentence: its words in their order, the least important left out.

    A model of what editors leave out, fitted on sentences with their compressions, scores each branch of the
    sentence's tree; rules say which branches must stay (`compress.rules`), a decoder finds the best deletions
    (Filippova & Strube, INLG 2008; Filippova et al., EMNLP 2015 for the data), and a second model chooses.

    Args:
        sentence: one sentence. Of a longer text each sentence is compressed alone.
        max_words: as many words as there may be, 1 or more; the core of the sentence (subject, verb, objects,
            negation, bounds of figures) is never cut, so that the result may be longer.
        ratio: the same as a share of the sentence's words, above 0 and up to 1.
        attribution: True keeps "officials said" with what they said; else it may go like any other frame.

    Returns:
        The shortened sentence with its final stop. A text without a clause comes back as it is. Without a
        budget as many words as the model finds best, about 45 in 100.

    Raises:
        StyleError: a budget that is none.
    """
    if max_words is not None and max_words < 1:
        raise StyleError(f"max_words = {max_words} is too small", hint="1 or more")
    if ratio is not None and not 0 < ratio <= 1:
        raise StyleError(f"ratio = {ratio} is out of range", hint="above 0 and up to 1")
    sentences = segment(Article(sentence))
    figures = find_figures(sentence, sentences)
    shortened = []
    for parsed in parse([sentences])[0]:
        tree = grow(parsed, figures)
        budget = _budget(parsed.sentence.text, max_words, ratio)
        shortened.append(parsed.sentence.text if tree is None else _shortened(tree, budget, attribution))
    return " ".join(shortened) or sentence.strip()


def _budget(text: str, max_words: int | None, ratio: float | None) -> int | None:
    share = None if ratio is None else max(1, round(ratio * len(words(text))))
    given = [limit for limit in (max_words, share) if limit is not None]
    return min(given) if given else None


def _shortened(tree: Tree, budget: int | None, attribution: bool) -> str:
    kept = keep([tree], [np.array(token_columns(tree), dtype=np.intp)])[0]
    line = _line(tree, best(tree, kept, budget, attribution).kept)
    last = tree.sentence.text.rstrip()[-1:]
    return line if line.endswith((".", "!", "?")) or last not in ".!?" else line + last


def best(tree: Tree, kept: Keep, budget: int | None = None, attribution: bool = False) -> Deletion:
    """The deletion that the fitted choice puts first, of those within the budget; the shortest if none is."""
    found = deletions(tree, kept, attribution, tight=budget is not None)
    if budget is not None:
        lengths = [len(words(_line(tree, one.kept))) for one in found]
        within = [one for one, length in zip(found, lengths, strict=True) if length <= budget]
        found = within or [found[lengths.index(min(lengths))]]
    return found[int(np.argmax(_choice().raw(rows(tree, kept, found))))]


def rows(
    tree: Tree, kept: Keep, found: Sequence[Deletion]
) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """The facts of deletions, one row each."""
    return np.array([facts(tree, kept, one) for one in found], dtype=np.float64)


@cache
def _choice() -> Forest:
    return forest_of(load(MODEL), "choice")


def _line(tree: Tree, kept: frozenset[int]) -> str:
    return text_of(tidy(pieces(tree, kept)))
