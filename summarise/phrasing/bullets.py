"""Bullets: sentences of the article that stand on their own, without what a reader can spare.

A bullet is one sentence with its asides taken out, or, where a sentence with a
key figure leans on the one before it, both together, shortened, with a semicolon
between them. Nothing is reworded. Speakers, bounds and conditions stay.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..checking.audit import Source, audit
from ..language.words import STOP_WORDS, stem, words
from ..model import Bullet, Figure, ParsedSentence, Piece, Ranked, Sentence, Span, Style
from .compress import shape
from .line import pieces, text_of
from .polish import tidy
from .salience import Salience
from .standing import is_plain, leans, supporter
from .tree import Tree, figure_tokens, grow

# A bullet is read at a glance.
MAX_WORDS = 32
_COMFORTABLE = 26


@dataclass(frozen=True, slots=True)
class _Line:
    pieces: tuple[Piece, ...]
    sentences: tuple[int, ...]
    worth: float

    @property
    def text(self) -> str:
        return text_of(self.pieces)


def bullets(
    sentences: Sequence[Sentence],
    parsed: Sequence[ParsedSentence],
    ranked: Sequence[Ranked],
    source: Source,
    weights: Salience,
    style: Style,
) -> tuple[Bullet, ...]:
    """Up to `style.max_bullets` bullets in source order, each audited.

    The best by rank and new words come first into the list; a bullet that repeats another is passed over.
    """
    trees = {p.sentence.index: tree for p in parsed if (tree := grow(p, source.figures)) is not None}
    lines = [line for r in ranked if (line := _line(r, sentences, trees, weights)) is not None]
    chosen: list[_Line] = []
    covered: set[str] = set()
    while lines and len(chosen) < style.max_bullets:
        best = max(lines, key=lambda line: (_gain(line, covered, weights), -line.sentences[0]))
        lines.remove(best)
        if _gain(best, covered, weights) <= 0.0 and len(chosen) >= 3:
            break
        if (
            any(set(best.sentences) & set(other.sentences) for other in chosen)
            or not audit(best.text, source).ok
        ):
            continue
        chosen.append(best)
        covered |= _stems(best.text)
    chosen.sort(key=lambda line: line.sentences)
    return tuple(_bullet(line, source.figures) for line in chosen)


def _line(
    ranked: Ranked, sentences: Sequence[Sentence], trees: Mapping[int, Tree], weights: Salience
) -> _Line | None:
    sentence = ranked.sentence
    if not is_plain(sentence):
        return None
    key = sum(1 for f in weights.key_figures if sentence.start <= f.start < sentence.end)
    worth = weights.sentences.get(sentence.index, 0.0) + 0.25 * key
    if leans(sentence) is None:
        line = _shortened(sentence, trees.get(sentence.index), MAX_WORDS)
        return _Line(line, (sentence.index,), worth) if line else None
    before = supporter(sentence, sentences)
    if before is None or not key:
        return None
    return _joined(before, sentence, trees, worth)


def _joined(before: Sentence, sentence: Sentence, trees: Mapping[int, Tree], worth: float) -> _Line | None:
    """Two sentences as one bullet: "…; 478 of these devices were destroyed"."""
    first = _shortened(before, trees.get(before.index), MAX_WORDS, tight=True)
    second = _shortened(sentence, trees.get(sentence.index), MAX_WORDS, tight=True)
    if not first or not second:
        return None
    head = tidy([*first[:-1], replace(first[-1], text=first[-1].text.rstrip("."))])
    tail = _small_start(second, trees.get(sentence.index))
    line = (*head, Piece(";", "template"), replace(tail[0], text=" " + tail[0].text), *tail[1:])
    if len(words(text_of(line))) > MAX_WORDS + 10:
        return None
    return _Line(line, (before.index, sentence.index), worth)


def _small_start(line: tuple[Piece, ...], tree: Tree | None) -> tuple[Piece, ...]:
    first = tree.tokens[0] if tree else None
    if first is None or first.pos == "PROPN" or first.text.isupper() or line[0].start != first.start:
        return line
    return (replace(line[0], text=line[0].text[:1].lower() + line[0].text[1:]), *line[1:])


def _shortened(
    sentence: Sentence, tree: Tree | None, most: int, tight: bool = False
) -> tuple[Piece, ...] | None:
    """The sentence with as little taken out as makes it short enough; None if that cannot be done."""
    whole = tidy([Piece(" ".join(sentence.text.split()), "copied", sentence.start, sentence.end)])
    limit = 18 if tight else _COMFORTABLE
    if len(words(sentence.text)) <= limit or tree is None:
        return whole if len(words(sentence.text)) <= most else None
    everything = frozenset(t.index for t in tree.tokens)
    kept = everything
    for removable in _asides(tree):
        if len(words(text_of(pieces(tree, kept)))) <= limit:
            break
        if _keeps_figures(tree, kept - removable):
            kept -= removable
    kept = _clean(tree, kept)
    line = tidy(pieces(tree, kept))
    return line if line and len(words(text_of(line))) <= most else None


# What a bullet can spare, most easily spared first; each a part with commas around it, or at the end.
_SPARED = ("appos", "relcl", "acl", "advcl", "prep", "npadvmod", "advmod")


def _asides(tree: Tree) -> list[frozenset[int]]:
    found: list[frozenset[int]] = []
    for dep in _SPARED:
        for token in reversed(tree.tokens):
            if token.dep != dep or token.text.lower() == "according" or not tree.comma_before(token.index):
                continue
            mark = tree.child(token.index, "mark")
            if mark is not None and tree.tokens[mark].text.lower() in {
                "if",
                "unless",
                "although",
                "though",
                "but",
            }:
                continue
            below = frozenset(tree.subtree(token.index))
            if token.index in shape(tree, token.head).core and dep not in {"appos", "relcl"}:
                continue
            found.append(below)
    return found


def _keeps_figures(tree: Tree, kept: frozenset[int]) -> bool:
    """No figure is cut in two."""
    return all(not (p := figure_tokens(tree, f)) & kept or p <= kept for f in tree.figures)


def _clean(tree: Tree, kept: frozenset[int]) -> frozenset[int]:
    """Commas that stood around what is gone go with it."""
    gone: set[int] = set()
    for token in tree.tokens:
        if token.index in kept and token.text in {",", "–", "—", "--"}:
            before, after = token.index - 1, token.index + 1
            if before not in kept or after not in kept:
                gone.add(token.index)
    return kept - gone


def _stems(text: str) -> set[str]:
    return {stem(w.lower()) for w in words(text) if w.lower() not in STOP_WORDS}


def _gain(line: _Line, covered: set[str], weights: Salience) -> float:
    stems = _stems(line.text)
    if not stems:
        return 0.0
    new = sum(weights.stems.get(s, 0.0) for s in sorted(stems - covered))
    old = sum(weights.stems.get(s, 0.0) for s in sorted(stems & covered))
    fresh = new / (new + old) if new + old else 0.0
    return line.worth * (fresh if fresh > 0.35 else 0.0)


def _bullet(line: _Line, figures: Sequence[Figure]) -> Bullet:
    inside = tuple(
        Span(f.start, f.end)
        for f in figures
        if any(
            p.start is not None and p.end is not None and p.start <= f.start and f.end <= p.end
            for p in line.pieces
        )
    )
    return Bullet(line.text, line.sentences[-1], line.pieces, inside)
