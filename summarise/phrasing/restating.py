"""Names in the place of pronouns and of nouns that only point."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import Piece, Span
from ..ranking.discourse.names import COURTESY
from .mentions import Mentions, Name
from .mentions.name import NameMention
from .tree import Tree


@dataclass(frozen=True, slots=True)
class Restatement:
    """What stands for some words: their tokens, their characters in the source, and the pieces to put there, if any."""

    tokens: frozenset[int]
    start: int
    end: int
    pieces: tuple[Piece, ...]


def restatements(mentions: Mentions, tree: Tree, heads: Sequence[int]) -> tuple[Restatement, ...]:
    """Those of the given heads that can stand for only one."""
    found = []
    for head in heads:
        pieces = mentions.restate(tree, head, full=True)
        if pieces is None:
            continue
        found.append(in_place_of(tree, mentions.extent(tree, head), pieces))
    return tuple(found)


def in_place_of(tree: Tree, tokens: Sequence[int], pieces: tuple[Piece, ...]) -> Restatement:
    """The pieces in the place of neighbouring tokens."""
    return Restatement(frozenset(tokens), tree.tokens[tokens[0]].start, tree.tokens[tokens[-1]].end, pieces)


def named(mentions: Mentions, span: Span) -> Piece:
    """A name as it stands at a place of the article."""
    return Piece(mentions.text(span), "copied", span.start, span.end)


def known_form(mentions: Mentions, name: Name, place: NameMention) -> Span:
    """Where the form of a name stands that a headline uses at one of its places: the short one, where it is clear."""
    return mentions.short(name) if _says_who(name, mentions) else Span(place.start, place.end)


def short_names(mentions: Mentions, tree: Tree) -> tuple[Restatement, ...]:
    """The names of a sentence that the article has a shorter form of, each with that form: "Blair" for "Tony Blair"."""
    found = []
    for name in mentions.names:
        for place in name.mentions:
            if place.sentence != tree.sentence.index:
                continue
            title = [t for t in tree.tokens if place.titled <= t.start < place.start]
            # No headline says "Mr", and nobody "Sir Budd".
            start = place.titled if title and title[0].text.rstrip(".").lower() in _GOES else place.start
            tokens = frozenset(t.index for t in tree.tokens if start <= t.start < place.end)
            form = known_form(mentions, name, place)
            if tokens and not tokens & tree.quoted and form.end - form.start < place.end - start:
                found.append(Restatement(tokens, start, place.end, (named(mentions, form),)))
    return tuple(found)


def _says_who(name: Name, mentions: Mentions) -> bool:
    """Whether a short form is clear without the whole: any surname, initials, or what a firm's name begins with."""
    short = mentions.text(mentions.short(name))
    if len(name.mentions) < _KNOWN:
        return False
    if name.sort != "organisation":
        return name.sort == "person"
    rest = name.text.removeprefix(short + " ")
    # "Industrial and Commercial Bank" of China is another one, and so may "United" be.
    return short.isupper() or (rest != name.text and rest.split()[0] not in {"of", "for", "and", "&"})


_GOES = COURTESY | {"sir", "dame"}
_KNOWN = 2  # mentions: who is named once is not known by half a name


def restate(line: Sequence[Piece], stated: Restatement) -> tuple[Piece, ...] | None:
    """A line with a mention restated; None if the line does not have the mention."""
    put: list[Piece] = []
    done = False
    for piece in line:
        if piece.start is None or piece.end is None or piece.end <= stated.start or piece.start >= stated.end:
            put.append(piece)
            continue
        if piece.origin != "copied":
            return None
        lead = len(piece.text) - len(piece.text.lstrip(" "))
        before = piece.text[: max(0, stated.start - piece.start) + lead]
        after = piece.text[lead + min(piece.end, stated.end) - piece.start :]
        if before.strip():
            put.append(
                replace(piece, text=before.rstrip(" "), end=piece.start + len(before.rstrip(" ")) - lead)
            )
        if not done and stated.pieces:
            gap = " " if put else ""
            first, *rest = stated.pieces
            put += [replace(first, text=gap + first.text), *rest]
        done = True
        if after.strip():
            # A space at the front of a piece belongs to the line, not to the source.
            gap_behind = len(after) - len(after.lstrip(" "))
            put.append(replace(piece, text=after, start=stated.end + gap_behind))
    return tuple(put) if done else None
