"""Bullets: sentences of the article that stand on their own, without what a reader can spare.

A bullet is one sentence with its asides taken out, or, where a sentence with a
key figure leans on the one before it, both together, shortened, with a semicolon
between them. Nothing is reworded. Speakers, bounds and conditions stay.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..checking.faithfulness import Auditor
from ..language.quotations import open_quotations
from ..language.words import STOP_WORDS, stem, words
from ..model import Bullet, Figure, ParsedSentence, Piece, Ranked, Sentence, Span, Style
from .line import text_of
from .mixing import mixes
from .salience import Salience
from .standing import is_plain, leans, quoting, supporter
from .tree import Tree, grow
from .trim import COMFORTABLE, MAX_WORDS, has_clause, joined, trimmed

# Two sentences joined may take a little longer than one.
_JOINED = 42


@dataclass(frozen=True, slots=True)
class _Line:
    pieces: tuple[Piece, ...]
    sentences: tuple[int, ...]
    worth: float
    rank: int

    @property
    def text(self) -> str:
        return text_of(self.pieces)


@dataclass(frozen=True, slots=True)
class _Story:
    """What the choice of bullets looks at."""

    sentences: Sequence[Sentence]
    trees: Mapping[int, Tree]
    spoken: frozenset[int]
    auditor: Auditor
    weights: Salience


def bullets(
    sentences: Sequence[Sentence],
    parsed: Sequence[ParsedSentence],
    ranked: Sequence[Ranked],
    auditor: Auditor,
    weights: Salience,
    style: Style,
) -> tuple[Bullet, ...]:
    """Up to `style.max_bullets` bullets in source order, each audited.

    The best by rank and new words come first into the list; a bullet that repeats another is passed over.
    """
    source = auditor.source
    trees = {p.sentence.index: tree for p in parsed if (tree := grow(p, source.figures)) is not None}
    story = _Story(sentences, trees, open_quotations(sentences, source.text), auditor, weights)
    lines = [line for r in ranked if (line := _line(r, story)) is not None]
    chosen: list[_Line] = []
    covered: set[str] = set()
    while lines and len(chosen) < style.max_bullets:
        best = max(lines, key=lambda line: (_gain(line, covered, weights), -line.sentences[0]))
        lines.remove(best)
        if _gain(best, covered, weights) <= 0.0 and len(chosen) >= 3:
            break
        taken = {i for other in chosen for i in other.sentences}
        if taken & set(best.sentences) or mixes(best.pieces, weights.clashes, source.figures):
            continue
        if not auditor.passes(best.text):
            continue
        chosen.append(best)
        covered |= _stems(best.text)
    chosen = [_with_its_follower(line, story) for line in chosen]
    chosen.sort(key=lambda line: line.sentences)
    return tuple(_bullet(line, source.figures) for line in chosen)


def _with_its_follower(line: _Line, story: _Story) -> _Line:
    """The line joined with the sentence behind it, if that one has a main figure and leans on this one."""
    following = line.sentences[-1] + 1
    if len(line.sentences) > 1 or following >= len(story.sentences):
        return line
    sentence = story.sentences[following]
    main = story.weights.key_figures[:4]
    wanted = any(sentence.start <= f.start < sentence.end for f in main)
    if not wanted or leans(sentence) is None or not _can_follow(sentence, story):
        return line
    both = _joined(sentence, story, line.worth, line.rank)
    if both is None or mixes(both.pieces, story.weights.clashes, story.auditor.source.figures):
        return line
    return both if story.auditor.passes(both.text) else line


def _line(ranked: Ranked, story: _Story) -> _Line | None:
    sentence = ranked.sentence
    tree = story.trees.get(sentence.index)
    if tree is None or sentence.index in story.spoken:
        return None
    key = sum(1 for f in story.weights.key_figures if sentence.start <= f.start < sentence.end)
    worth = story.weights.sentences.get(sentence.index, 0.0) + 0.25 * key
    if leans(sentence) is None:
        if not is_plain(sentence) or not has_clause(tree):
            return None
        line = trimmed(sentence, tree, COMFORTABLE)
        return _Line(line, (sentence.index,), worth, ranked.rank) if line else None
    return _joined(sentence, story, worth, ranked.rank) if key and _can_follow(sentence, story) else None


def _can_follow(sentence: Sentence, story: _Story) -> bool:
    linked = sentence.text.split()[0].strip(",").lower() in {"and", "but", "or", "so", "nor", "yet"}
    return (
        not sentence.heading and not linked and not quoting(sentence) and sentence.index not in story.spoken
    )


def _joined(sentence: Sentence, story: _Story, worth: float, rank: int) -> _Line | None:
    """A sentence with the one it leans on as one bullet: "...; 478 of these devices were destroyed"."""
    before = supporter(sentence, story.sentences)
    if before is None or not is_plain(before) or before.index in story.spoken:
        return None
    trees = (story.trees.get(before.index), story.trees.get(sentence.index))
    if trees[0] is None or trees[1] is None or not all(map(has_clause, trees)):  # type: ignore[arg-type]
        return None
    for limit in (MAX_WORDS, COMFORTABLE, 16):
        first = trimmed(before, trees[0], limit)
        second = trimmed(sentence, trees[1], min(limit, COMFORTABLE))
        if first and second:
            line = joined(first, second, trees[1])
            if len(words(text_of(line))) <= _JOINED:
                return _Line(line, (before.index, sentence.index), worth, rank)
    return None


def _stems(text: str) -> set[str]:
    return {stem(w.lower()) for w in words(text) if w.lower() not in STOP_WORDS}


def _gain(line: _Line, covered: set[str], weights: Salience) -> float:
    stems = _stems(line.text)
    if not stems:
        return 0.0
    new = sum(weights.stems.get(s, 0.0) for s in sorted(stems - covered))
    old = sum(weights.stems.get(s, 0.0) for s in sorted(stems & covered))
    fresh = new / (new + old) if new + old else 0.0
    # The second main sentence shares its topic words with the first and is wanted all the same.
    return line.worth * (fresh if fresh > (0.2 if line.rank <= 3 else 0.35) else 0.0)


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
