"""Slots: what a clause offers a template to be filled with.

A slot is made of pieces, so that every part of a headline knows the characters of
the source it comes from.
"""

import tomllib
from dataclasses import dataclass, field, replace
from functools import cache

from ..model import Figure, Piece
from ..resources import data_file
from .clauses import Clause
from .compress.deletion import close, shape
from .headlinese import changes
from .line import pieces, text_of
from .tree import Tree, figure_tokens, is_time

EVENTS = frozenset(
    (
        "attack strike airstrike bombing blast explosion shooting stabbing fire blaze wildfire crash "
        "collision accident derailment earthquake quake flood flooding flash-flood storm hurricane typhoon "
        "cyclone tornado landslide mudslide avalanche eruption collapse outbreak assault raid clash ambush "
        "shelling offensive siege stampede crush sinking bombardment barrage rampage massacre protest riot "
        "heatwave tsunami pile-up"
    ).split()
)

_LOCATING = frozenset({"in", "at", "near", "on", "off", "outside", "across", "over", "around"})


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in a template's place: pieces, and what filters need to know of them."""

    pieces: tuple[Piece, ...]
    lemma: str = ""
    plural: bool = False
    start: int | None = None
    end: int | None = None
    parts: dict[str, "Slot"] = field(default_factory=dict)

    def __str__(self) -> str:
        return text_of(self.pieces)

    def __getattr__(self, name: str) -> "Slot":
        # `casualties.verb` in a template; a part that is not there is an error, not a blank.
        if name in {"parts", "pieces"} or name.startswith("__") or name not in self.parts:
            raise AttributeError(name)
        return self.parts[name]


@cache
def verb_classes() -> dict[str, frozenset[str]]:
    """The classes of data/en/verbs.toml."""
    raw = tomllib.loads(data_file("en/verbs.toml").read_text(encoding="utf-8"))
    return {name: frozenset(verbs) for name, verbs in raw.items()}


def phrase(tree: Tree, head: int) -> Slot:
    """A noun phrase with its adjectives and without what follows it, articles gone."""
    return _noun_phrase(tree, head, {"adjective"})


def full_phrase(tree: Tree, head: int) -> Slot:
    """A noun phrase with its adjectives and the prepositional phrases at it, articles gone."""
    return _noun_phrase(tree, head, {"adjective", "phrase at a noun"})


def _noun_phrase(tree: Tree, head: int, wanted: set[str]) -> Slot:
    form = shape(tree, head)
    kept = set(form.core)
    for option in form.options:
        if option.rule.name in wanted:
            kept |= option.tokens
    closed = close(tree, frozenset(kept))
    dropped = {i: None for i in closed if _article(tree, i)}
    return Slot(_trim(pieces(tree, closed, dropped)), tree.tokens[head].lemma)


def _article(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return (
        token.dep == "det" and token.text in {"a", "an", "the", "A", "An", "The"} and index not in tree.quoted
    )


def _trim(line: tuple[Piece, ...]) -> tuple[Piece, ...]:
    if not line:
        return line
    first = line[0]
    return (replace(first, text=first.text.lstrip()), *line[1:])


def verb_slot(tree: Tree, verb: int, plural: bool) -> Slot:
    """A verb for the filters `present` and `participle`."""
    token = tree.tokens[verb]
    piece = Piece(token.text, "copied", token.start, token.end)
    return Slot((piece,), token.lemma, plural, token.start, token.end)


def clause_slots(clause: Clause, kept: frozenset[int]) -> dict[str, Slot]:
    """`subject` and `predicate` of a compressed clause, in headline grammar."""
    tree = clause.tree
    changed = changes(clause, kept)
    of_subject = set(tree.subtree(clause.subject)) & kept
    if clause.verb in tree.subtree(clause.subject):
        of_subject -= set(tree.subtree(clause.verb))
    subject = pieces(tree, of_subject, changed)
    predicate = pieces(tree, kept - of_subject, changed)
    return {
        "subject": Slot(_trim(subject), plural=clause.plural),
        "predicate": Slot(_trim(predicate), tree.tokens[clause.verb].lemma, clause.plural),
    }


def frame_slots(clause: Clause) -> dict[str, Slot]:
    """Everything else a clause offers to the domain templates."""
    tree, verb = clause.tree, clause.verb
    found: dict[str, Slot] = {
        "actor": full_phrase(tree, clause.subject),
        "verb": verb_slot(tree, verb, clause.plural),
    }
    target = tree.child(verb, "dobj")
    if target is not None and tree.tokens[target].pos != "PRON":
        found["object"] = full_phrase(tree, target)
        found["object_short"] = phrase(tree, target)
    agent = tree.child(verb, "agent")
    inner = tree.child(agent, "pobj") if agent is not None else None
    if inner is not None:
        found["agent"] = phrase(tree, inner)
    predicate = tree.child(verb, "oprd", "acomp")
    governors = [verb] if predicate is None else [verb, predicate]
    for index in (i for governor in governors for i in tree.offspring(governor, "prep")):
        word = tree.tokens[index].text.lower()
        noun = tree.child(index, "pobj")
        if noun is None or is_time(tree, noun) or tree.tokens[noun].pos == "PRON" or not word.isalpha():
            continue
        # Nothing between: "by 0.25% to 5.5%" must not become "to 0.25% ...".
        if tree.subtree(noun)[0] == index + 1:
            found.setdefault(f"{word}_phrase", full_phrase(tree, noun))
    found |= _figure_slots(clause)
    found |= _event_slots(clause)
    place = _place(tree, {verb, target})
    if place is not None:
        found["place"], found["where"] = place
    return found


def _figure_slots(clause: Clause) -> dict[str, Slot]:
    """`amount`, `money`, `percent`, `term`, `score`: figures at the clause's verb, with their bounds."""
    tree = clause.tree
    own = set(tree.subtree(clause.verb)) - set(tree.subtree(clause.subject))
    found: dict[str, Slot] = {}
    for figure in tree.figures:
        tokens = figure_tokens(tree, figure)
        open_question = (figure.negated or figure.hypothetical) and figure.kind != "score"
        if not tokens or not tokens <= own or open_question:
            continue
        slot = _figure_slot(tree, figure, tokens)
        name = {"percent": "percent", "money": "money", "duration": "term", "score": "score"}.get(figure.kind)
        if name:
            found.setdefault(name, slot)
        if figure.kind in {"percent", "money", "count", "measure"}:
            found.setdefault("amount", slot)
    return found


def _figure_slot(tree: Tree, figure: Figure, tokens: frozenset[int]) -> Slot:
    return Slot(_trim(pieces(tree, range(min(tokens), max(tokens) + 1))))


def _event_slots(clause: Clause) -> dict[str, Slot]:
    """Who came to harm, in what: `casualties` (with `.verb`), `event`, and, where it acts, `victims`, `harm`."""
    tree = clause.tree
    for verb in _harm_verbs(clause):
        token = tree.tokens[verb]
        passive = tree.child(verb, "nsubjpass")
        victim = passive if passive is not None else tree.child(verb, "dobj")
        if victim is None or not _counts(tree, victim):
            continue
        slot = phrase(tree, victim)
        harm = verb_slot(tree, verb, False)
        found = {"casualties": replace(slot, parts={"verb": harm})}
        event = _event(clause, verb)
        if event is not None:
            found |= {"event": full_phrase(tree, event), "event_short": phrase(tree, event)}
            place = _place(tree, {event, verb, clause.verb})
            if place is not None:
                found["event_where"] = place[1]
            if passive is None and token.tag != "VBN":
                plural = tree.tokens[event].tag == "NNS"
                found |= {"victims": slot, "harm": replace(harm, plural=plural)}
        return found
    subject = tree.tokens[clause.subject]
    if subject.lemma in EVENTS and subject.pos == "NOUN":
        return {"event": full_phrase(tree, clause.subject), "event_short": phrase(tree, clause.subject)}
    return {}


def _harm_verbs(clause: Clause) -> list[int]:
    """Verbs of harm in the clause or its participles that are told as plain fact."""
    tree = clause.tree
    return [
        t.index
        for t in tree.tokens
        if t.lemma in verb_classes()["casualty"]
        and t.pos == "VERB"
        and plain_fact(tree, t.index, clause.verb)
    ]


def _event(clause: Clause, verb: int) -> int | None:
    """The event that did the harm: the verb's subject, what it happened in, or those of the clause above."""
    tree = clause.tree
    for governor in dict.fromkeys((verb, clause.verb)):
        near = [tree.child(governor, "nsubj")]
        for index in tree.offspring(governor, "prep", "agent"):
            if tree.tokens[index].text.lower() in {"in", "by", "during"}:
                near.append(tree.child(index, "pobj"))
        for noun in near:
            if noun is not None and tree.tokens[noun].lemma in EVENTS and tree.tokens[noun].pos == "NOUN":
                return noun
    return None


def _counts(tree: Tree, noun: int) -> bool:
    below = set(tree.subtree(noun))
    return any(
        figure_tokens(tree, f) & below and f.kind == "count" and not f.hypothetical for f in tree.figures
    )


def plain_fact(tree: Tree, verb: int, top: int) -> bool:
    """Whether a verb is `top` or joined to it as a fact: no negation, modal or condition on the way."""
    index = verb
    while True:
        if tree.child(index, "neg") is not None:
            return False
        if any(tree.tokens[a].tag in {"MD", "TO"} for a in tree.offspring(index, "aux")):
            return False
        if index == top:
            return True
        token = tree.tokens[index]
        joined = token.dep == "conj" or (
            token.dep == "advcl" and token.tag == "VBG" and tree.child(index, "mark") is None
        )
        if not joined or token.head == index:
            return False
        index = token.head


def _place(tree: Tree, anchors: set[int | None]) -> tuple[Slot, Slot] | None:
    """A place at one of the anchors, as "Kyiv" and "near Kyiv": that of another noun is where something else is."""
    for token in tree.tokens:
        if token.dep != "prep" or token.head not in anchors or token.text.lower() not in _LOCATING:
            continue
        noun = tree.child(token.index, "pobj")
        if noun is None or is_time(tree, noun) or tree.tokens[noun].pos != "PROPN":
            continue
        name = phrase(tree, noun)
        kept = close(tree, frozenset({token.index}) | shape(tree, noun).core)
        return name, Slot(_trim(pieces(tree, kept, {i: None for i in kept if _article(tree, i)})))
    return None
