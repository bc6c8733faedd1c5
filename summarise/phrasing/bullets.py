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
from .rules import MAY, decide
from .salience import Salience
from .standing import is_plain, leans, quoting, supporter
from .tree import Tree, figure_tokens, grow

# A bullet is read at a glance; two sentences joined may take a little longer.
MAX_WORDS = 34
_COMFORTABLE = 26
_JOINED = 42


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
    chosen = [_with_its_follower(line, sentences, trees, source, weights) for line in chosen]
    chosen.sort(key=lambda line: line.sentences)
    return tuple(_bullet(line, source.figures) for line in chosen)


def _with_its_follower(
    line: _Line, sentences: Sequence[Sentence], trees: Mapping[int, Tree], source: Source, weights: Salience
) -> _Line:
    """The line joined with the sentence behind it, if that one has a main figure and leans on this one."""
    following = line.sentences[-1] + 1
    if len(line.sentences) > 1 or following >= len(sentences):
        return line
    sentence = sentences[following]
    main = weights.key_figures[:4]
    wanted = any(sentence.start <= f.start < sentence.end for f in main)
    if (
        not wanted
        or leans(sentence) is None
        or supporter(sentence, sentences) is None
        or not _can_follow(sentence)
    ):
        return line
    joined = _joined(sentences[following - 1], sentence, trees, line.worth)
    return joined if joined is not None and audit(joined.text, source).ok else line


def _line(
    ranked: Ranked, sentences: Sequence[Sentence], trees: Mapping[int, Tree], weights: Salience
) -> _Line | None:
    sentence = ranked.sentence
    key = sum(1 for f in weights.key_figures if sentence.start <= f.start < sentence.end)
    worth = weights.sentences.get(sentence.index, 0.0) + 0.25 * key
    if leans(sentence) is None:
        if not is_plain(sentence):
            return None
        line = _shortened(sentence, trees.get(sentence.index), _COMFORTABLE)
        return _Line(line, (sentence.index,), worth) if line else None
    before = supporter(sentence, sentences)
    if before is None or not key or not _can_follow(sentence):
        return None
    return _joined(before, sentence, trees, worth)


def _can_follow(sentence: Sentence) -> bool:
    return not sentence.heading and not quoting(sentence)


def _joined(before: Sentence, sentence: Sentence, trees: Mapping[int, Tree], worth: float) -> _Line | None:
    """Two sentences as one bullet: "...; 478 of these devices were destroyed"."""
    if not is_plain(before):
        return None
    for limit in (MAX_WORDS, _COMFORTABLE, 16):
        first = _shortened(before, trees.get(before.index), limit)
        second = _shortened(sentence, trees.get(sentence.index), min(limit, _COMFORTABLE))
        if not first or not second:
            continue
        head = tidy([*first[:-1], replace(first[-1], text=first[-1].text.rstrip("."))])
        tail = _small_start(second, trees.get(sentence.index))
        line = (*head, Piece(";", "template"), replace(tail[0], text=" " + tail[0].text), *tail[1:])
        if len(words(text_of(line))) <= _JOINED:
            return _Line(line, (before.index, sentence.index), worth)
    return None


def _small_start(line: tuple[Piece, ...], tree: Tree | None) -> tuple[Piece, ...]:
    first = tree.tokens[0] if tree else None
    if first is None or first.pos == "PROPN" or first.text.isupper() or line[0].start != first.start:
        return line
    return (replace(line[0], text=line[0].text[:1].lower() + line[0].text[1:]), *line[1:])


def _shortened(sentence: Sentence, tree: Tree | None, limit: int) -> tuple[Piece, ...] | None:
    """The sentence with as little taken out as brings it to `limit` words; None if more than MAX_WORDS stay."""
    if len(words(sentence.text)) <= limit or tree is None:
        whole = tidy([Piece(" ".join(sentence.text.split()), "copied", sentence.start, sentence.end)])
        return whole if len(words(sentence.text)) <= MAX_WORDS else None
    kept = frozenset(t.index for t in tree.tokens)
    for removable in _asides(tree):
        if _length(tree, kept) <= limit:
            break
        if _keeps_figures(tree, kept - removable):
            kept -= removable
    for removable in _adjuncts(tree) if _length(tree, kept) > MAX_WORDS else ():
        if _length(tree, kept) <= MAX_WORDS:
            break
        if removable <= kept and _keeps_figures(tree, kept - removable):
            kept -= removable
    kept = _clean(tree, kept)
    line = tidy(pieces(tree, kept))
    return line if line and len(words(text_of(line))) <= MAX_WORDS else None


def _length(tree: Tree, kept: frozenset[int]) -> int:
    return len(words(text_of(pieces(tree, kept))))


# What a bullet can spare, most easily spared first; each a part with commas around it, or at the end.
_SPARED = ("appos", "relcl", "acl", "advcl", "prep", "npadvmod", "advmod")


def _asides(tree: Tree) -> list[frozenset[int]]:
    """Parts between commas, or from a comma to the end, that the sentence can spare."""
    found: list[frozenset[int]] = []
    for dep in _SPARED:
        for token in reversed(tree.tokens):
            if token.dep != dep or token.text.lower() == "according" or not tree.comma_before(token.index):
                continue
            mark = tree.child(token.index, "mark")
            if mark is not None and tree.tokens[mark].text.lower() in _NEEDED_MARKS:
                continue
            below = tree.subtree(token.index)
            behind = tree.tokens[below[-1] + 1].text if below[-1] + 1 < len(tree.tokens) else "."
            whole = len(below) == below[-1] - below[0] + 1 and behind in {",", ".", ";", "–", "—"}
            if whole and (dep in {"appos", "relcl"} or token.index not in shape(tree, token.head).core):
                found.append(frozenset(below))
    return found


def _adjuncts(tree: Tree) -> list[frozenset[int]]:
    """Phrases without commas that the deletion rules let go, the last and least first; no second predicates."""
    found = []
    for deps in ({"relcl", "advcl"}, {"acl"}, {"prep"}):
        for token in reversed(tree.tokens):
            if token.dep in deps and decide(tree, token.index).decision == MAY:
                below = tree.subtree(token.index)
                if len(below) == below[-1] - below[0] + 1:
                    found.append(frozenset(below))
    return found


_NEEDED_MARKS = frozenset({"if", "unless", "although", "though", "but", "whether"})


def _keeps_figures(tree: Tree, kept: frozenset[int]) -> bool:
    """No figure is cut in two."""
    return all(not (p := figure_tokens(tree, f)) & kept or p <= kept for f in tree.figures)


def _clean(tree: Tree, kept: frozenset[int]) -> frozenset[int]:
    """Commas that stood around what is gone go with it; one stays before "..., officials said"."""
    gone: set[int] = set()
    subject = tree.child(tree.root, "nsubj")
    speaker = tree.subtree(subject)[0] if subject is not None else None
    for token in tree.tokens:
        if token.index in kept and token.text in {",", "–", "—", "--"}:
            before, after = token.index - 1, token.index + 1
            if (before not in kept or after not in kept) and after != speaker:
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
