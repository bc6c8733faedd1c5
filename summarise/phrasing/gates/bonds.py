"""Bonds: words of a sentence that a line shows together or not at all.

A bond says: who shows these words must show those as well. "Denies" needs all of
what is denied, "president" its "former", "less" its "than". Bonds are found once a
sentence, whatever is made of it later, and know nothing of the rules by which
parts are left out; so they hold for any generator of headlines.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ..clauses import Clause, stands_alone
from ..draft import Draft
from ..tree import Tree
from . import amounts, comparison, complements, conditions, denial, halves, modifiers, quantities
from .together import Pair

Finder = Callable[[Tree], Iterator[Pair]]


class Bond(NamedTuple):
    """If a line holds all of `shown`, it must hold all of `needs`."""

    name: str
    shown: frozenset[int]
    needs: frozenset[int]


BONDS: dict[str, Finder] = {
    "verb without what it governs": complements.governed,
    "verb without its modal": complements.modal,
    "preposition without its noun": complements.prepositions,
    "adverb of the verb": complements.adverbs,
    "opening word": complements.openers,
    "what was done to it": complements.causatives,
    "denial cut short": denial.denied,
    "negated clause cut short": denial.negated,
    "ban cut short": denial.banned,
    "contrast cut short": denial.contrast,
    "condition": conditions.conditions,
    "half a phrase": conditions.whole_phrases,
    "word that weakens": modifiers.weakening,
    "word that bounds": modifiers.bounding,
    "exception": modifiers.exceptions,
    "qualifying word": modifiers.qualifying,
    "part of a name or noun": modifiers.compounds,
    "of what": modifiers.of_what,
    "noun without what it is about": modifiers.complements_of_nouns,
    "one of a pair": modifiers.pairs,
    "list cut short": modifiers.lists,
    "before and after": modifiers.times,
    "in a row": modifiers.in_a_row,
    "complement of a noun or adjective": modifiers.noun_complements,
    "prefix": modifiers.prefixes,
    "which of many": quantities.which,
    "where and when it holds": quantities.holding,
    "determiner": quantities.determiners,
    "comparison": comparison.compared,
    "degree": comparison.degrees,
    "superlative without its scope": comparison.superlatives,
    "since without its superlative": comparison.since_then,
    "from without to": amounts.from_to,
    "share of what": amounts.one_in,
    "up from": amounts.up_from,
    "counted from": halves.counted_from,
    "at which": halves.at_which,
    "joined by an ampersand": halves.joined_names,
    "how a score is counted": amounts.scored,
}


def bonds(tree: Tree) -> tuple[Bond, ...]:
    """All the bonds of a sentence, in the order of BONDS."""
    return _bonds(tree)


# Hundreds of lines are made of one sentence; its bonds are asked for each time.
@lru_cache(maxsize=64)
def _bonds(tree: Tree) -> tuple[Bond, ...]:
    return tuple(
        Bond(name, frozenset(shown), missing)
        for name, find in BONDS.items()
        for shown, needs in find(tree)
        if (missing := frozenset(needs) - frozenset(shown))
    )


def broken(draft: Draft) -> str | None:
    """Name of the first bond that a line breaks, None if it keeps them all."""
    # What a template says itself is there: "pleads guilty to {{ to_phrase }}".
    said = {word for p in draft.pieces if p.origin == "template" for word in p.text.lower().split()}
    shown = draft.shown | needless(draft.clause)
    return breaks(draft.clause.tree, shown, frozenset(said))


def needless(clause: Clause) -> frozenset[int]:
    """The word that opens a clause and is not missed where the clause is told by itself: "after a bomb exploded"."""
    opener = (
        clause.tree.child(clause.verb, "mark", "advmod") if stands_alone(clause.tree, clause.verb) else None
    )
    return frozenset() if opener is None else frozenset({opener})


def completed(tree: Tree, shown: frozenset[int]) -> frozenset[int]:
    """A choice of tokens with what their bonds ask for besides, and what that asks for in turn."""
    found = bonds(tree)
    while True:
        missing = frozenset(
            i for bond in found if bond.shown <= shown and not bond.needs <= shown for i in bond.needs
        )
        if missing <= shown:
            return shown
        # With all that leads down to it: "kept [the flames] from reaching".
        missing |= {i for m in missing - shown for i in _way_up(tree, m, shown)}
        # What comes back comes with its small words: "had it been approved".
        small = {
            i
            for m in missing
            for i in tree.offspring(m, "aux", "auxpass", "neg", "prt", "det", "case", "mark")
        }
        shown |= missing | small


def _way_up(tree: Tree, index: int, shown: frozenset[int]) -> Iterator[int]:
    """The governors of a token up to the first that is shown."""
    for above in tree.path_up(index):
        if above in shown:
            return
        yield above


def breaks(tree: Tree, shown: frozenset[int], said: frozenset[str] = frozenset()) -> str | None:
    """Name of the first bond that a choice of tokens breaks, before any line is made of it.

    Args:
        tree: the sentence.
        shown: the tokens that are kept. Articles, stops and plain auxiliaries may be among them or not.
        said: words in lower case that stand in the line without being kept.
    """
    for bond in bonds(tree):
        missing = bond.needs - shown if bond.shown <= shown else ()
        if any(tree.tokens[i].text.lower() not in said for i in missing):
            return bond.name
    return None
