"""A parsed sentence as a tree one can walk."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..model import Figure, ParsedSentence, Sentence, Token

TIME_NOUNS = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
        "august september october november december jan feb mar apr jun jul aug sept sep oct nov dec today "
        "yesterday tomorrow tonight night morning afternoon evening midnight noon weekend week month year day "
        "decade spring summer autumn winter hour minute moment time quarter century"
    ).split()
)


_SETTING_OFF = frozenset({",", "-", "--", "–", "—", ";", ":"})
_FORMS = {"VBZ": "present", "VBP": "present"}


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """Tokens with their children; the figures of the sentence stand beside them.

    Two trees are the same only if they are one: what is found out about a tree is remembered by it.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    figures: tuple[Figure, ...]
    quoted: frozenset[int]
    quotations: tuple[range, ...]

    def child(self, head: int, *deps: str) -> int | None:
        """First child of `head` with one of these dependency labels."""
        return next((c for c in self.children[head] if self.tokens[c].dep in deps), None)

    def offspring(self, head: int, *deps: str) -> Iterator[int]:
        """Children of `head` with one of these labels, in order."""
        return (c for c in self.children[head] if self.tokens[c].dep in deps)

    def subtree(self, head: int) -> list[int]:
        """`head` and everything below it, in order."""
        found, queue = [head], [head]
        while queue:
            for child in self.children[queue.pop()]:
                found.append(child)
                queue.append(child)
        return sorted(found)

    def path_up(self, index: int) -> Iterator[int]:
        """Governors of a token, nearest first, up to the root."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def comma_of(self, index: int) -> int | None:
        """The comma or dash that sets the subtree of `index` off from what stands before it."""
        first = self.subtree(index)[0]
        places = (first, first - 1) if first > 0 else (first,)
        return next((i for i in places if self.tokens[i].text in _SETTING_OFF), None)

    def comma_text(self, index: int) -> str:
        """The mark of `comma_of`, "" if there is none."""
        place = self.comma_of(index)
        return "" if place is None else self.tokens[place].text

    def comma_before(self, index: int) -> bool:
        """Whether there is one."""
        return self.comma_of(index) is not None

    def parallel(self, first: int, second: int) -> bool:
        """Whether two joined verbs have the same form, so that they can share a subject and auxiliaries."""
        if any(self.offspring(second, "aux", "auxpass")):
            return True
        forms = [_FORMS.get(self.tokens[i].tag, self.tokens[i].tag) for i in (first, second)]
        if self.child(first, "aux", "auxpass") is None:
            # The tagger takes past forms for participles.
            forms = ["VBD" if form == "VBN" else form for form in forms]
        return forms[0] == forms[1] or {*forms} == {"VBN", "VBD"}

    @property
    def root(self) -> int:
        """The token that governs the sentence."""
        return next(t.index for t in self.tokens if t.head == t.index)


def grow(parsed: ParsedSentence, figures: tuple[Figure, ...]) -> Tree | None:
    """The tree of a parsed sentence, with the article's figures that lie in it; None if it was not parsed."""
    tokens = parsed.tokens
    if not tokens:
        return None
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    sentence = parsed.sentence
    inside = tuple(f for f in figures if sentence.start <= f.start and f.end <= sentence.end)
    quotations = tuple(_quotations(tokens))
    quoted = frozenset(i for quotation in quotations for i in quotation[1:] if tokens[i].text not in _MARKS)
    if not quotations:
        # Within somebody's words they are words he quotes himself.
        quotations = tuple(_single_quotations(tokens))
    return Tree(sentence, tokens, tuple(map(tuple, children)), inside, quoted, quotations)


_MARKS = frozenset({'"', "“", "”"})


def _quotations(tokens: tuple[Token, ...]) -> Iterator[range]:
    """Stretches from an opening double quotation mark to its closing one, an unclosed one to the end."""
    opened: int | None = None
    for token in tokens:
        if token.text not in _MARKS:
            continue
        if opened is None:
            opened = token.index
        else:
            yield range(opened, token.index + 1)
            opened = None
    if opened is not None:
        yield range(opened, len(tokens))


_SINGLE = frozenset({"'", "‘", "’"})
_LONGEST_SINGLE = 10


def _single_quotations(tokens: tuple[Token, ...]) -> Iterator[range]:
    """A few words between single quotation marks: 'tax amnesty'. An apostrophe is none."""
    opened: int | None = None
    for token in tokens:
        if token.text not in _SINGLE or token.dep == "case":
            continue
        before = tokens[token.index - 1].end if token.index else -1
        after = tokens[token.index + 1].start if token.index + 1 < len(tokens) else -1
        if before != token.start and after == token.end:
            opened = token.index
        elif opened is not None and before == token.start:
            if token.index - opened <= _LONGEST_SINGLE:
                yield range(opened, token.index + 1)
            opened = None


# What a sentence's figures are made of is asked for with every choice of its words.
@lru_cache(maxsize=1 << 10)
def figure_tokens(tree: Tree, figure: Figure) -> frozenset[int]:
    """The tokens a figure is made of, with the words that make its bound: none of them may be lost alone."""
    spans = [(figure.start, figure.end)]
    # A rise or fall is told by the verb or noun that governs the figure, which stays anyway.
    if figure.cue_span and figure.bound not in {"up", "down"}:
        spans.append(figure.cue_span)
    return frozenset(t.index for t in tree.tokens for start, end in spans if t.start < end and t.end > start)


@lru_cache(maxsize=1 << 7)
def figure_parts(tree: Tree) -> tuple[frozenset[int], ...]:
    """The token sets that stay together: each figure, the sets of a score ("4-6 7-6 6-2") as one."""
    parts: list[frozenset[int]] = []
    last_was_score = False
    for figure in tree.figures:
        tokens = figure_tokens(tree, figure)
        if not tokens:
            continue
        score = figure.kind == "score"
        if score and last_was_score and min(tokens) - max(parts[-1]) <= 2:
            parts[-1] |= tokens | frozenset(range(max(parts[-1]) + 1, min(tokens)))
        else:
            parts.append(tokens)
        last_was_score = score
    return tuple(parts)


def is_time(tree: Tree, index: int) -> bool:
    """Whether a phrase says when: "on Monday", "last week", "in 2005", "earlier this month"."""
    token = tree.tokens[index]
    if token.pos == "ADP":
        inner = tree.child(index, "pobj")
        return inner is not None and is_time(tree, inner)
    word = token.text.lower().rstrip(".")
    if word in TIME_NOUNS or token.lemma in TIME_NOUNS:
        # "for three years" and "for 18 years" are terms, not dates.
        return not any(f.kind == "duration" and f.start <= token.start < f.end for f in tree.figures)
    return token.tag == "CD" and len(word) == 4 and word.isdigit() and word[:2] in {"18", "19", "20"}
