"""`compress`: one sentence, shorter, still a sentence."""

from ...figures import find_figures
from ...language.segment import segment
from ...language.syntax import parse
from ...language.words import STOP_WORDS, words
from ...model import Article
from ..line import pieces, text_of
from ..polish import tidy
from ..tree import Tree, grow
from .deletion import shape, variants

# Without a budget, options stay that are worth their words: this share of the sentence's words.
_DEFAULT_SHARE = 0.6


def compress(sentence: str, max_words: int | None = None) -> str:
    """A grammatical deletion of a sentence: its words in their order, the least important left out.

    Args:
        sentence: one sentence. Of a longer text each sentence is compressed alone.
        max_words: as many words as there may be; the core of the sentence (subject, verb,
            objects, negation, bounds of figures) is never cut, so that the result may be longer.
            None: about six words in ten.

    Returns:
        The shortened sentence with its final stop. A text without a clause comes back as it is.
    """
    sentences = segment(Article(sentence))
    figures = find_figures(sentence, sentences)
    shortened = []
    for parsed in parse([sentences])[0]:
        tree = grow(parsed, figures)
        shortened.append(parsed.sentence.text if tree is None else _shortened(tree, max_words))
    return " ".join(shortened) or sentence.strip()


def _shortened(tree: Tree, max_words: int | None) -> str:
    spoken = words(tree.sentence.text)
    budget = max(1, round(_DEFAULT_SHARE * len(spoken))) if max_words is None else max_words
    weights = {
        t.index: 0.1 if t.text.lower() in STOP_WORDS else 2.0 if t.pos in {"PROPN", "NUM"} else 1.0
        for t in tree.tokens
    }

    def fits(kept: frozenset[int]) -> bool:
        return len(words(text_of(pieces(tree, kept)))) <= budget

    *_, kept = variants(tree, shape(tree, tree.root), weights, fits)
    line = text_of(tidy(pieces(tree, kept)))
    last = tree.sentence.text.rstrip()[-1:]
    return line if line.endswith((".", "!", "?")) or last not in ".!?" else line + last
