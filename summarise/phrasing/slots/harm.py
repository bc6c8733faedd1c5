"""Slots of who came to harm, how many, and in what."""

from collections.abc import Iterator
from dataclasses import replace

from ...language.inflect import participle, present
from ...model import Piece
from ..clauses import Clause
from ..tree import Tree, figure_tokens
from .around import place_of
from .facts import attached, hedged, plain_fact
from .phrases import counted, nominal
from .registers import base_form, noun_classes, verb_classes
from .slot import Slot


def verb_slot(tree: Tree, verb: int, plural: bool) -> Slot:
    """A verb for the filters `present` and `participle`, with the particle it cannot do without: "lay off"."""
    token = tree.tokens[verb]
    found: tuple[Piece, ...] = (Piece(token.text, "copied", token.start, token.end),)
    lemma = base_form(token.lemma)
    particle = _particle(tree, verb)
    if particle is not None:
        behind = tree.tokens[particle]
        found += (Piece(" " + behind.text, "copied", behind.start, behind.end),)
        lemma = f"{lemma} {behind.text.lower()}"
    return Slot(found, lemma, plural, token.start, token.end)


def _particle(tree: Tree, verb: int) -> int | None:
    """The particle of a verb; one that the parser takes for an adverb counts where the two are a verb we know."""
    found = tree.child(verb, "prt")
    if found is not None and tree.children[found]:
        # "capsized off Zanzibar": a preposition with its noun.
        found = None
    if found is not None or verb + 1 >= len(tree.tokens) or tree.tokens[verb + 1].dep != "advmod":
        return found
    pair = f"{tree.tokens[verb].lemma} {tree.tokens[verb + 1].text.lower()}"
    return verb + 1 if any(pair in verbs for verbs in verb_classes().values()) else None


def harm_slots(clause: Clause) -> dict[str, Slot]:
    """Who came to harm, in what.

    Returns:
        `casualties` with `.verb` and `.harmed` (killed; die), `others` (a second number, of the same kind);
        `event` and `event_where`; where the event itself does the harm, `victims` and `harm`.
    """
    tree = clause.tree
    found: dict[str, Slot] = {}
    first: int | None = None
    for verb, victim in _harmed(clause):
        slot = _casualties(tree, verb, victim)
        if first is None and tree.tokens[victim].lemma == "other":
            continue
        if first is not None:
            another = tree.tokens[verb].lemma != tree.tokens[first].lemma
            if another and "others" not in found:
                found["others"] = slot
            continue
        first = verb
        found["casualties"] = slot
        event = _event(clause, verb)
        if event is None:
            continue
        found["event"] = nominal(tree, event)
        place = place_of(tree, {event, verb, clause.verb, victim, *_sharing(tree, verb)})
        if place is not None:
            found["event_where"] = place[1]
        active = tree.child(verb, "nsubjpass", "auxpass") is None and not _shares_passive(tree, verb)
        if active and tree.tokens[verb].lemma in verb_classes()["casualty"] and victim != clause.subject:
            plural = tree.tokens[event].tag == "NNS"
            found |= {"victims": slot, "harm": replace(verb_slot(tree, verb, plural), plural=plural)}
    if "event" not in found and _is_event(tree, clause.subject):
        found["event"] = nominal(tree, clause.subject)
    if "event" in found:
        found["event_short"] = found["event"].short
    return found


def _casualties(tree: Tree, verb: int, victim: int) -> Slot:
    slot = counted(tree, victim)
    harm = verb_slot(tree, verb, True)
    lemma = tree.tokens[verb].lemma
    form = present(lemma, True) if _dies(tree, verb, victim) else participle(lemma)
    text = harm.pieces[0].text
    piece = replace(harm.pieces[0], text=form, origin="copied" if form == text else "inflected")
    parts = {"verb": harm, "harmed": replace(harm, pieces=(piece, *harm.pieces[1:]))}
    shorter = {name: replace(slot.variant(name), parts=parts) for name in ("short", "head")}
    return replace(slot, parts={**parts, **shorter})


def _dies(tree: Tree, verb: int, victim: int) -> bool:
    return tree.child(verb, "nsubj") == victim and not _shares_passive(tree, verb)


def _harmed(clause: Clause) -> Iterator[tuple[int, int]]:
    """Verbs of harm in the clause or its participles, told as plain fact, with those who are counted."""
    tree = clause.tree
    for token in tree.tokens:
        if token.pos != "VERB" or not plain_fact(tree, token.index, clause.verb):
            continue
        victim = None
        if token.lemma in verb_classes()["casualty"]:
            passive = tree.child(token.index, "nsubjpass")
            victim = passive if passive is not None else tree.child(token.index, "dobj")
            if victim is None and _shares_passive(tree, token.index):
                victim = tree.child(token.index, "nsubj")
        elif token.lemma in verb_classes()["die"]:
            victim = tree.child(token.index, "nsubj")
        apart = token.index != clause.verb and token.dep == "conj" and not _shares_passive(tree, token.index)
        if apart and tree.child(token.index, "nsubj", "nsubjpass") is not None:
            # Another event with casualties of its own.
            continue
        if victim is not None and _counts_people(tree, victim) and not hedged(tree, victim):
            yield token.index, victim


def _shares_passive(tree: Tree, verb: int) -> bool:
    """Whether a participle borrows its "were": "three were killed and 12 injured"."""
    token = tree.tokens[verb]
    return (
        token.dep == "conj"
        and token.tag in {"VBN", "VBD"}
        and tree.child(token.head, "auxpass") is not None
        and not any(tree.offspring(verb, "aux", "auxpass"))
    )


def _counts_people(tree: Tree, noun: int) -> bool:
    """Whether a figure at the noun itself counts it, and it is no number of things."""
    if tree.tokens[noun].lemma in noun_classes()["thing"]:
        return False
    if any(tree.tokens[i].tag == "PRP" for i in tree.subtree(noun)):
        # "six of them"
        return False
    for figure in tree.figures:
        tokens = figure_tokens(tree, figure)
        if figure.kind != "count" or figure.hypothetical or figure.negated or not tokens:
            continue
        if noun in tokens or any(
            tree.tokens[i].head == noun and tree.tokens[i].dep == "nummod" for i in tokens
        ):
            return True
    return False


def _event(clause: Clause, verb: int) -> int | None:
    """The event that did the harm: the verb's subject, what it happened in, or those of the clause above."""
    tree = clause.tree
    # "three were killed and 12 injured in a blast": what stands behind the last is said of all.
    for governor in dict.fromkeys((verb, clause.verb, *_sharing(tree, verb))):
        near = [tree.child(governor, "nsubj")]
        for index in tree.offspring(governor, "prep", "agent"):
            if tree.tokens[index].text.lower() in {"in", "by", "during"}:
                near.append(tree.child(index, "pobj"))
        for noun in near:
            if noun is not None and _is_event(tree, noun) and attached(tree, noun, governor):
                return noun
    return None


def _sharing(tree: Tree, verb: int) -> list[int]:
    return [i for i in tree.offspring(verb, "conj") if _shares_passive(tree, i)]


def _is_event(tree: Tree, noun: int) -> bool:
    token = tree.tokens[noun]
    if hedged(tree, noun):
        return False
    if token.index == 0 and token.tag == "NNP":
        # "Wildfires destroyed ...": the capital is the sentence's.
        return (
            token.lemma.lower() in noun_classes()["event"]
            or token.text.lower()[:-1] in noun_classes()["event"]
        )
    return token.lemma in noun_classes()["event"] and token.pos == "NOUN"
