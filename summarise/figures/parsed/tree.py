"""A parsed sentence as a tree to climb, safe on any tree that a parser may give."""

import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from operator import lt

from summarise.figures.context.setting import settings
from summarise.figures.tokens import Line
from summarise.model import Figure, ParsedSentence, Span, Token
from summarise.resources import data_file

_STEPS = 30  # no chain of governors that means anything is longer
_LEFT = frozenset(
    {
        "amod",
        "compound",
        "nmod",
        "nummod",
        "advmod",
        "npadvmod",
        "punct",
        "poss",
        "case",
        "cc",
        "conj",
        "quantmod",
    }
)
_NOUNS = frozenset({"NOUN", "PROPN"})
_LONGEST_OF = 7  # tokens of an "of" phrase that stays with its noun
VERBS = frozenset({"VERB", "AUX"})


@cache
def _classes() -> dict[str, dict[str, frozenset[str]]]:
    tables = tomllib.loads(data_file("en/figure_syntax.toml").read_text(encoding="utf-8"))
    return {
        part: {name: frozenset(entries) for name, entries in table.items()} for part, table in tables.items()
    }


def syntax_words(part: str, name: str) -> frozenset[str]:
    """A class of words of data/en/figure_syntax.toml."""
    return _classes()[part][name]


class Tree:
    """The tokens of a sentence with their governors and children; indexes are places in `tokens`."""

    __slots__ = ("_ends", "_line", "_settings", "_starts", "children", "heads", "parsed", "tokens")

    def __init__(self, parsed: ParsedSentence) -> None:
        first, last = parsed.sentence.start, parsed.sentence.end
        self.parsed = parsed
        self._line: Line | None = None
        self._settings: tuple[tuple[str, Span], ...] | None = None
        self._starts = [token.start for token in parsed.tokens]
        self._ends = [token.end for token in parsed.tokens]
        places = [place for pair in zip(self._starts, self._ends, strict=True) for place in pair]
        # Tokens out of order or outside of their sentence would make spans that are none.
        sound = bool(places) and first <= places[0] and places[-1] <= last and places == sorted(places)
        sound = sound and all(map(lt, self._starts, self._ends))
        self.tokens: tuple[Token, ...] = parsed.tokens if sound else ()
        size = len(self.tokens)
        self.heads = [t.head if 0 <= t.head < size else i for i, t in enumerate(self.tokens)]
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for index, head in enumerate(self.heads):
            if head != index:
                self.children[head].append(index)

    @property
    def line(self) -> Line:
        """The sentence as the patterns read it."""
        if self._line is None:
            self._line = Line(self.parsed.sentence.text, self.parsed.sentence.start)
        return self._line

    def line_span(self, figure: Figure) -> tuple[int, int]:
        """The tokens of `line` that a figure stands in."""
        return self.line_index(figure.start), self.line_index(figure.end)

    def line_index(self, place: int) -> int:
        """The first token of `line` that does not begin before a place of the article."""
        return bisect_left(self.line.tokens, place, key=lambda token: token.start)

    @property
    def settings(self) -> tuple[tuple[str, Span], ...]:
        """The phrases of place and time that the patterns know, each as "place" or "time" with what is shown of it."""
        if self._settings is None:
            line = self.line
            self._settings = tuple(
                (one.kind, Span(line[one.shown[0]].start, line[one.shown[1] - 1].end))
                for one in settings(line)
                if not one.owning
            )
        return self._settings

    def text(self, span: Span) -> str:
        """The article's text of a span inside the sentence."""
        offset = self.parsed.sentence.start
        return self.parsed.sentence.text[span.start - offset : span.end - offset]

    def up(self, index: int) -> Iterator[int]:
        """The governors of a token, nearest first; ends on a tree that runs in a circle."""
        for _ in range(_STEPS):
            head = self.heads[index]
            if head == index:
                return
            yield head
            index = head

    def child(self, index: int, *deps: str) -> int | None:
        """The first child with one of these labels."""
        return next((c for c in self.children[index] if self.tokens[c].dep in deps), None)

    def is_noun(self, index: int) -> bool:
        """Whether a token is a noun or a name."""
        return self.tokens[index].pos in _NOUNS

    def is_verb(self, index: int) -> bool:
        """Whether a token is a verb, also one that is an auxiliary elsewhere."""
        return self.tokens[index].pos in VERBS

    def within(self, span: tuple[int, int]) -> list[int]:
        """The tokens that touch a stretch of the article."""
        if not self.tokens:
            return []
        return list(range(bisect_right(self._ends, span[0]), bisect_left(self._starts, span[1])))

    def top(self, figure: Figure) -> int | None:
        """The token of a figure that governs the rest of it, None if the parse does not hold it."""
        inside = self.within((figure.start, figure.end))
        if not inside:
            return None
        known = set(inside)
        outward = [i for i in inside if self.heads[i] not in known or self.heads[i] == i]
        if not outward:
            return None
        return min(outward, key=lambda i: (sum(1 for _ in self.up(i)), -i))

    def subtree(self, index: int) -> list[int]:
        """A token and all below it, in order."""
        found, queue = {index}, [index]
        while queue:
            for child in self.children[queue.pop()]:
                if child not in found:
                    found.add(child)
                    queue.append(child)
        return sorted(found)

    def phrase(self, head: int, after: int = 0, *, of: bool = True) -> Span | None:
        """The noun at `head` with its modifiers, without articles, owners and what stands before `after`.

        An "of" phrase right behind stays with it, if `of` is set and it is short.
        """
        begin = head
        while begin > 0 and self._modifies(begin - 1, head) and self.tokens[begin - 1].start >= after:
            begin -= 1
        while begin < head and (
            self.tokens[begin].dep in ("punct", "cc", "advmod", "quantmod", "nummod", "case")
            or self.tokens[begin].pos in ("NUM", "PRON", "DET", "PUNCT")
            or self.tokens[begin].tag == "JJR"
        ):
            begin += 1
        end = head
        if self.tokens[begin].start < after:
            return None
        if of:
            end = self._of_end(head)
        return self._whole(begin, head, end)

    def _modifies(self, index: int, head: int) -> bool:
        token = self.tokens[index]
        if (
            token.dep not in _LEFT
            or token.dep == "poss"
            or (token.pos in ("DET", "PRON", "VERB") and token.tag == "DT")
        ):
            return False
        if token.text in ('"', "“", "”", ",", ";", ":", "(", ")", "—", "–"):
            return False
        if token.tag == "POS" or self.heads[index] == index:
            return False
        # The chain to the head must stay left of it: "five-year plan" hangs together, another phrase does not.
        for above in self.up(index):
            if above == head:
                return True
            if above > head or self.tokens[above].dep not in _LEFT or self.tokens[above].dep == "poss":
                return False
        return False

    def _of_end(self, head: int) -> int:
        at = head + 1
        if at >= len(self.tokens) or self.tokens[at].text != "of" or self.heads[at] != head:
            return head
        inner = self.child(at, "pobj")
        if inner is None or not self.is_noun(inner) or inner - head > _LONGEST_OF:
            return head
        between = self.tokens[at + 1 : inner]
        if any(
            t.pos in ("NUM", "PUNCT", "VERB", "AUX", "ADP", "SCONJ") and t.text not in ("-", "'s", "’s")
            for t in between
        ):
            return head
        return inner

    def _whole(self, begin: int, head: int, end: int) -> Span | None:
        """The stretch around the head without a gap that the parser did not see."""
        for index in range(head, end):
            if not self.joined(index):
                end = index
                break
        for index in range(head - 1, begin - 1, -1):
            if not self.joined(index):
                begin = index + 1
                break
        return Span(self.tokens[begin].start, self.tokens[end].end)

    def joined(self, index: int) -> bool:
        """Whether nothing but white space is between this token and the next."""
        if index + 1 >= len(self.tokens):
            return False
        gap = Span(self.tokens[index].end, self.tokens[index + 1].start)
        return gap.start <= gap.end and not self.text(gap).strip()
