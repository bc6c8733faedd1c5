"""What the mentions of an article stand for."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...language.quotations import open_quotations
from ...model import Figure, ParsedSentence, Piece, Sentence, Span
from ..tree import Tree, grow
from .chains import chains
from .evidence import named
from .name import Name
from .resolve import Resolved, resolve
from .runs import runs


@dataclass(frozen=True, slots=True)
class Mentions:
    """The names of an article, and what its definite nouns and pronouns stand for.

    Attributes:
        names: people, organisations and places, in the order of their first mention.
        resolved: the mentions in the parsed sentences that can mean only one.
        texts: where each sentence begins, with its words; for the pieces of `restate`.
    """

    names: tuple[Name, ...] = ()
    resolved: tuple[Resolved, ...] = ()
    texts: tuple[tuple[int, str], ...] = field(default=(), repr=False)

    def named(self, start: int) -> Name | None:
        """The name in whose words (title included) the character at `start` stands."""
        return next((n for n in self.names if any(m.titled <= start < m.end for m in n.mentions)), None)

    def short(self, name: Name) -> Span:
        """Where the form stands that a headline uses once the name is known: surname, initials, or the whole name."""
        return name.short

    def antecedent(self, sentence: int, start: int) -> Name | Span | None:
        """What the pronoun or definite noun phrase with its head at `start` stands for.

        Args:
            sentence: index of its sentence.
            start: where the pronoun, or the head of the noun phrase ("company"), begins in the article.

        Returns:
            A Name; the Span of a fuller phrase ("34-year-old man", without its article); None where it is not clear.
        """
        found = self._resolved(sentence, start)
        return None if found is None else found.name or found.first

    def restate(self, tree: Tree, token: int, full: bool = False) -> tuple[Piece, ...] | None:
        """The pieces to put for a mention in a headline.

        Args:
            tree: its sentence.
            token: the pronoun, or the head of the noun phrase; `extent` has the tokens that they replace.
            full: the whole name instead of its short form.

        Returns:
            The words of what it stands for, copied from there, with "'s" from us behind those put for "his" and
            its like; None where it is not clear what is meant.
        """
        found = self._resolved(tree.sentence.index, tree.tokens[token].start)
        if found is None:
            return None
        span = found.first if found.name is None or full else found.name.short
        text = self.text(span)
        line = (Piece(text, "copied", span.start, span.end),)
        if tree.tokens[token].tag != "PRP$":
            return line
        person = found.name is not None and found.name.personal
        plural = text.endswith("s") and not person and (found.many or found.name is not None)
        return (*line, Piece("'" if plural else "'s", "template"))

    def extent(self, tree: Tree, token: int) -> tuple[int, ...]:
        """The tokens that `restate` replaces: article, what stands between, and head; a possessive 's is left."""
        before = [i for i in tree.children[token] if i < token]
        first = min([token, *(min(tree.subtree(i)) for i in before)])
        return tuple(range(first, token + 1))

    def _resolved(self, sentence: int, start: int) -> Resolved | None:
        return next((r for r in self.resolved if r.sentence == sentence and r.start == start), None)

    def text(self, span: Span) -> str:
        """The words of a span of the article."""
        offset, text = next((o, t) for o, t in self.texts if o <= span.start < o + len(t))
        return text[span.start - offset : span.end - offset]


def read(
    parsed: Sequence[ParsedSentence], sentences: Sequence[Sentence], figures: Sequence[Figure] = ()
) -> Mentions:
    """The mentions of an article.

    Args:
        parsed: its sentences that were parsed, in order; only in these are nouns and pronouns resolved.
        sentences: all its sentences; names are looked for in the words of all.
        figures: its figures; what they measure is nobody.
    """
    counted = tuple(figures)
    trees = {p.sentence.index: tree for p in parsed if (tree := grow(p, counted)) is not None}
    if not sentences:
        return Mentions()
    text = _joined(sentences)
    known = chains(runs(sentences, parsed), text)
    names = tuple(named(chain, trees, known, text) for chain in known)
    spoken = open_quotations(sentences, text)
    headings = frozenset(s.index for s in sentences if s.heading)
    return Mentions(
        names, resolve(trees, names, spoken, headings), tuple((s.start, s.text) for s in sentences)
    )


def _joined(sentences: Sequence[Sentence]) -> str:
    """The text of the sentences, each where it stands in the article, blanks between them."""
    parts, at = [], 0
    for sentence in sentences:
        parts.append(" " * (sentence.start - at) + sentence.text)
        at = sentence.end
    return "".join(parts)
