"""What headlines say in fewer words than articles: a name alone, a name before its noun, no "its".

Each tightening finds in a sentence the phrases that it can say shorter, and what to put there. Nothing is
said that the phrase does not say; whether the shorter line is the better headline is left to the choice.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..model import Piece, Span
from ..resources import word_list
from .compress.dependents import descriptive
from .compress.nominal import restricting
from .mentions import Mentions, Name
from .mentions.name import NameMention
from .restating import Restatement, in_place_of, known_form, named
from .tree import TIME_NOUNS, Tree

Finder = Callable[[Tree, Mentions], Iterator[Restatement]]

# What a name may be told by, and is not missed where the name is there.
_TELLING = frozenset({"NN", "NNS", "JJ", "NNP", "NNPS", "HYPH", "DT", "POS", "VBG", "VBN"})
# "lost his life", "on their own", "changed her mind": no headline does without it.
_NEEDING_OWNER = frozenset(
    "own way mind life heart hand head foot eye ear mouth face back best worst turn time part place name "
    "breath tongue word share side age first second last only self debut".split()
)
_PEOPLE_AND_THINGS_IN = frozenset({"in", "at"})


def _name_alone(tree: Tree, mentions: Mentions) -> Iterator[Restatement]:
    """ "The world's largest retailer, Halcyon," → "Halcyon"; "software giant Halcyon" → "Halcyon"."""
    for name, place in _names_in(tree, mentions):
        tokens, head = _words_of(tree, place)
        if not tokens or tokens[-1] in tree.quoted:
            continue
        if tree.child(head, "conj", "cc") is not None:
            continue
        start = _told_before(tree, head, tokens[0]) or _in_apposition(tree, head, tokens[0])
        if start is None:
            continue
        end = tokens[-1]
        if (
            tree.tokens[head].dep == "appos"
            and end + 1 < len(tree.tokens)
            and tree.tokens[end + 1].text == ","
        ):
            end += 1
        form = known_form(mentions, name, place)
        yield in_place_of(tree, range(start, end + 1), (named(mentions, form),))


def _told_before(tree: Tree, head: int, first: int) -> int | None:
    """Where what a name is begins, if that stands before the name in one noun phrase."""
    before = [i for i in tree.children[head] if i < first]
    if not any(descriptive(tree, tree.tokens[i], tree.tokens[head]) for i in before):
        return None
    start = min(min(tree.subtree(i)) for i in before)
    between = tree.tokens[start:first]
    plain = all(t.tag in _TELLING and t.index not in tree.quoted for t in between)
    # "his wife Anna" says whose, "two brothers" how many.
    return start if plain and not any(t.text == "," for t in between) else None


def _in_apposition(tree: Tree, head: int, first: int) -> int | None:
    """Where the noun begins that a name stands beside: "the retailer, Halcyon,"."""
    if tree.tokens[head].dep != "appos":
        return None
    noun = tree.tokens[tree.tokens[head].head]
    if noun.tag != "NN" or noun.index > first or noun.lemma in TIME_NOUNS:
        return None
    if tree.child(noun.index, "conj", "relcl", "nummod", "neg") is not None:
        return None
    inside = [i for i in tree.subtree(noun.index) if i < first]
    whole = inside == list(range(inside[0], first))
    plain = not set(inside) & tree.quoted and all(tree.tokens[i].tag not in {"PRP", "PRP$"} for i in inside)
    return inside[0] if whole and plain else None


def _nobody_s(tree: Tree, mentions: Mentions) -> Iterator[Restatement]:
    """ "boosts its dividend" → "boosts dividend"."""
    for token in tree.tokens:
        if token.tag != "PRP$" or token.index in tree.quoted or token.dep != "poss":
            continue
        noun = tree.tokens[token.head]
        own = tree.tokens[token.index + 1].text.lower() if token.index + 1 < len(tree.tokens) else "own"
        if noun.lemma in _NEEDING_OWNER or own == "own" or noun.pos not in {"NOUN", "PROPN"}:
            continue
        if not any(t.pos in {"NOUN", "PROPN"} for t in tree.tokens[: token.index]):
            # "Her first violin has sold": nothing in the line would tell whose.
            continue
        # "a third of its ice" is not a third of all ice.
        above = tree.tokens[noun.head]
        if noun.dep == "pobj" and above.text.lower() == "of":
            continue
        # "her husband", "their leader": who somebody is to somebody.
        if noun.lemma in word_list("en/person_nouns.txt") or noun.tag == "NNP":
            continue
        yield in_place_of(tree, range(token.index, token.index + 1), ())


def _name_before_noun(tree: Tree, mentions: Mentions) -> Iterator[Restatement]:
    """ "a riot in Halden" → "Halden riot", "the president of Norway" → "Norway president"."""
    for name, place in _names_in(tree, mentions):
        tokens, head = _words_of(tree, place)
        if not tokens or place.titled != place.start or len(tokens) > 2:
            continue
        above = tree.tokens[tree.tokens[head].head]
        plain = all(i in tokens or tree.tokens[i].dep == "det" for i in tree.children[head])
        if tree.tokens[head].dep != "pobj" or not plain:
            continue
        noun = tree.tokens[above.head]
        if above.index != noun.index + 1 or not _takes_name(tree, name, above.text.lower(), noun.index):
            continue
        behind = Piece(" " + noun.text, "copied", noun.start, noun.end)
        pieces = (named(mentions, Span(place.start, place.end)), behind)
        yield in_place_of(tree, range(noun.index, tokens[-1] + 1), pieces)


def _takes_name(tree: Tree, name: Name, preposition: str, noun: int) -> bool:
    token = tree.tokens[noun]
    if token.tag not in {"NN", "NNS"} or token.index in tree.quoted or token.text[:1].isupper():
        return False
    # "the main airport in Tripoli" is no "main Tripoli airport".
    if token.lemma in TIME_NOUNS or tree.child(noun, "poss", "conj", "compound", "amod") is not None:
        return False
    person = token.lemma in word_list("en/person_nouns.txt")
    if preposition == "of":
        # "the head of BBC" is its head; "fear of Iran" is not Iran's.
        return person and name.sort in {"place", "organisation"}
    return preposition in _PEOPLE_AND_THINGS_IN and name.sort == "place"


def _no_genitive(tree: Tree, mentions: Mentions) -> Iterator[Restatement]:
    """ "Norway's prime minister" → "Norway prime minister"."""
    for name, place in _names_in(tree, mentions):
        last = next((t for t in tree.tokens if t.end == place.end), None)
        if last is None or not name.whole or name.sort not in {"place", "organisation"}:
            continue
        mark = last.index + 1
        if mark + 1 >= len(tree.tokens) or tree.tokens[mark].tag != "POS" or last.index in tree.quoted:
            continue
        if tree.tokens[mark].start != last.end or last.dep != "poss":
            continue
        noun, following = tree.tokens[last.head], tree.tokens[mark + 1]
        joins = following.tag in {"NN", "NNS"} or restricting(tree, following, noun)
        ranked = following.tag in {"JJS", "JJR", "RBS", "CD", "VBN", "VBG"} or following.text[:1].isupper()
        if noun.tag in {"NN", "NNS"} and joins and not ranked:
            yield in_place_of(tree, range(mark, mark + 1), ())


NAME_ALONE = "name alone"

TIGHTENINGS: dict[str, Finder] = {
    NAME_ALONE: _name_alone,
    "no owner": _nobody_s,
    "name before noun": _name_before_noun,
    "no genitive": _no_genitive,
}


class Tightening(NamedTuple):
    """A phrase of a sentence that can be said shorter, and the name of how."""

    name: str
    put: Restatement


def tightenings(tree: Tree, mentions: Mentions) -> tuple[Tightening, ...]:
    """All that can be said shorter in a sentence, in the order of TIGHTENINGS."""
    return tuple(Tightening(name, put) for name, find in TIGHTENINGS.items() for put in find(tree, mentions))


def _names_in(tree: Tree, mentions: Mentions) -> Iterator[tuple[Name, NameMention]]:
    index = tree.sentence.index
    return ((name, place) for name in mentions.names for place in name.mentions if place.sentence == index)


def _words_of(tree: Tree, place: NameMention) -> tuple[list[int], int]:
    """The tokens of a name at one of its places, and that which governs the others."""
    tokens = [t.index for t in tree.tokens if place.start <= t.start < place.end]
    return tokens, next((i for i in tokens if tree.tokens[i].head not in tokens), tokens[-1] if tokens else 0)
