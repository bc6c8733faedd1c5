"""Which firm "the company" is when the story has not called it so: the one in its centre."""

from collections.abc import Sequence

from ..tree import Tree
from .name import Phrase, cited
from .reach import ARGUMENTS, subjects_above
from .registers import demonyms, organisation_nouns

# What may be put for any firm; other nouns tell what it makes or does.
_FIRMS = frozenset({"company", "firm", "corporation", "giant", "group"})
# "The school" for a university; no firm is called so.
_ALSO = {
    "school": frozenset({"university", "college", "academy"}),
    "agency": frozenset({"bureau", "administration", "department"}),
    "bank": frozenset({"lender"}),
    "newspaper": frozenset({"paper"}),
}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def firm(tree: Tree, head: int, noun: str, story: Sequence[Phrase]) -> Phrase | None:
    """The only name near that may be a firm, if the sentence before or the clause above speaks of it.

    Args:
        tree: the sentence of "the company".
        head: the token of the noun.
        noun: its lemma.
        story: the phrases before it.
    """
    business = noun in _FIRMS or organisation_nouns()[noun] == "business"
    if tree.tokens[head].dep not in _SUBJECTS or not (business or noun in _ALSO):
        return None
    here = tree.sentence.index
    near = [p for p in story if here - p.sentence <= 1 and _organised(p)]
    if any(here - p.sentence <= 2 and _same_noun(p, noun) for p in story):
        return None
    above = set(subjects_above(tree, head))
    chosen = near[-1] if len({p.who for p in near}) == 1 else None
    if chosen is None or chosen.name is None:
        return None
    central = any(p.main if p.sentence < here else p.head in above for p in near)
    if not central and not (noun in _FIRMS and any(_under(p, here) for p in near)):
        return None
    if noun in _ALSO:
        return chosen if _ALSO[noun] & chosen.name.nouns else None
    if not _may_be_firm(chosen):
        return None
    if noun not in _FIRMS and (organisation_nouns().keys() & chosen.name.nouns or cited(chosen.name)):
        # "The retailer" is not the airline.
        return None
    return None if _from_elsewhere(tree, head, chosen) else chosen


def _organised(phrase: Phrase) -> bool:
    """Whether a phrase may be an organisation that a story speaks of."""
    if phrase.number == "many" or phrase.sort in {"person", "place"} or cited(phrase.name):
        return False
    if phrase.name is None:
        return phrase.sort == "organisation"
    # "An Xbox game", "Halo 2": a word in passing.
    passing = phrase.role == "part" or (
        phrase.role not in {*ARGUMENTS, "owner"} and len(phrase.name.mentions) == 1
    )
    return phrase.sort == "organisation" or not passing


def _same_noun(phrase: Phrase, noun: str) -> bool:
    """ "A company", "firms": others are called so as well."""
    return phrase.name is None and phrase.noun == noun and not phrase.definite


def _under(phrase: Phrase, here: int) -> bool:
    """ "Petrovia's profits fell", "shares in Petrovia fell": it is spoken of all the same if nobody else is."""
    if phrase.role == "owner":
        return True
    return phrase.role == "other" and phrase.sort == "organisation" and phrase.sentence < here


def _may_be_firm(phrase: Phrase) -> bool:
    name = phrase.name
    if name is None or (phrase.sort != "organisation" and len(name.mentions) < 2):
        return False
    kinds = {organisation_nouns()[n] for n in name.nouns if n in organisation_nouns()}
    return not kinds or "business" in kinds


def _from_elsewhere(tree: Tree, head: int, chosen: Phrase) -> bool:
    """ "The French firm" of a name that the story has not called French."""
    said = {tree.tokens[i].text for i in tree.subtree(head) if i < head} & demonyms()
    return bool(said) and not (chosen.name is not None and said & chosen.name.beside)
