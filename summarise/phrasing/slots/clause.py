"""The slots of a clause, put together."""

from collections.abc import Iterator
from dataclasses import replace

from ...language.inflect import present
from ...model import Piece
from ...resources import word_list
from ..agreement import plural_noun
from ..clauses import Clause
from ..compress.deletion import shape
from ..compress.dependents import governed
from ..headlinese import base_form, changes
from ..line import pieces, spaced
from ..tree import Tree, figure_tokens, is_time
from .amounts import amount_slots
from .around import MOTIONS, around_slots, place_of
from .harm import harm_slots, verb_slot
from .phrases import line_of, nominal, small
from .registers import noun_classes
from .slot import NOTHING, Slot, graded, trimmed

# What shows a verb's object, in one form or another.
_OBJECTS = frozenset("object object_short object_with_figure infinitive".split())
_FIGURES = frozenset("amount money percent change".split())
_VERBAL = frozenset({"infinitive", "purpose", "doing"})
# What shows the phrase behind a preposition, beside PREPOSITION_phrase.
_SHOWING = {
    "for": {"reason", "price", "punishment"},
    "over": {"reason"},
    "after": {"reason", "after"},
    "in": {"where", "time", "event_where"},
    "at": {"where", "change", "price", "age"},
    "on": {"where"},
    "to": {"change", "punishment"},
    "by": {"change"},
    "from": {"change"},
}


def clause_slots(clause: Clause, kept: frozenset[int]) -> dict[str, Slot]:
    """`subject`, `predicate` and both as `claim`, of a compressed clause, in headline grammar."""
    tree = clause.tree
    changed = changes(clause, kept)
    of_subject = set(tree.subtree(clause.subject)) & kept
    if clause.verb in tree.subtree(clause.subject):
        of_subject -= set(tree.subtree(clause.verb))
    subject = trimmed(pieces(tree, of_subject, changed))
    predicate = trimmed(pieces(tree, kept - of_subject, changed))
    lemma = tree.tokens[clause.verb].lemma
    found = {
        "subject": Slot(subject, plural=clause.plural),
        "predicate": Slot(predicate, lemma, clause.plural),
    }
    if subject and predicate:
        found["claim"] = Slot((*subject, *spaced(predicate)), lemma, clause.plural)
    return found


def active_slots(clause: Clause, kept: frozenset[int]) -> dict[str, Slot] | None:
    """The same of a plain passive turned round: "The claim was thrown out by a court" → who throws out what.

    None where nobody is named who did it, or where more than a "was" stands before the verb.
    """
    tree, verb = clause.tree, clause.verb
    agent = tree.child(verb, "agent")
    doer = tree.child(agent, "pobj") if agent is not None else None
    if agent is None or doer is None or not {agent, doer} <= kept or tree.tokens[agent].text.lower() != "by":
        return None
    if "PRON" in {tree.tokens[doer].pos, tree.tokens[clause.subject].pos}:
        return None
    auxiliaries = {tree.tokens[i].text.lower() for i in tree.offspring(verb, "aux", "auxpass")}
    plain = tree.child(verb, "auxpass") is not None and auxiliaries <= _PLAIN_PASSIVE
    # "was said by colleagues to have", "was not seen by": what more the verb says does not turn with it.
    more = tree.child(verb, "neg", "xcomp", "ccomp", "advcl") is not None
    if not plain or more or tree.tokens[verb].tag not in {"VBN", "VBD"}:
        return None
    changed = changes(clause, kept)
    of_subject = set(tree.subtree(clause.subject)) & kept
    of_doer = set(tree.subtree(doer)) & kept
    moved = of_subject | of_doer | {agent} | set(tree.offspring(verb, "aux", "auxpass"))
    rest = kept - moved - {verb}
    particles = {i for i in tree.offspring(verb, "prt") if i in rest}
    if any(i < verb or tree.tokens[i].dep == "conj" for i in rest) or tree.child(verb, "conj") in kept:
        return None
    plural = plural_noun(tree, doer)
    token = tree.tokens[verb]
    base = base_form(token)
    if base is None:
        return None
    line = [Piece(present(base, plural), "inflected", token.start, token.end)]
    for part in (particles, of_subject, rest - particles):
        line += spaced(small(tree, trimmed(pieces(tree, part, changed))))
    subject = trimmed(pieces(tree, of_doer, changed))
    if not subject or not of_subject:
        return None
    return {"subject": Slot(subject, plural=plural), "predicate": Slot(tuple(line), token.lemma, plural)}


_PLAIN_PASSIVE = frozenset("was were has have been is are 's ’s".split())


def frame_slots(clause: Clause) -> dict[str, Slot]:
    """Everything else a clause offers to the domain templates; what it does not tell for sure is not there."""
    tree, verb = clause.tree, clause.verb
    if _not_plain_news(clause):
        return {}
    target = tree.child(verb, "dobj")
    if target is not None and tree.comma_before(target):
        # "ended higher, the latest good sign": an afterthought.
        return {}
    found: dict[str, Slot] = {
        "actor": _actor(clause),
        "verb": replace(verb_slot(tree, verb, clause.plural), wants=tuple(_wants(clause))),
    }
    if target is not None and tree.tokens[target].pos != "PRON" and _tells_what(tree, target):
        found["object"] = nominal(tree, target)
        found["object_short"] = found["object"].short
        if _measured(tree, target):
            found["object_with_figure"] = found["object"]
    agent = tree.child(verb, "agent")
    inner = tree.child(agent, "pobj") if agent is not None else None
    if inner is not None:
        found["agent"] = nominal(tree, inner).short
    predicate = tree.child(verb, "oprd", "acomp")
    if predicate is not None and predicate > verb and tree.tokens[predicate].text != "aged":
        found["named"] = nominal(tree, predicate)
    found |= around_slots(clause)
    found |= amount_slots(clause)
    found |= harm_slots(clause)
    place = place_of(tree, {verb, target})
    if place is not None:
        found["place"], found["where"] = place
    return {name: slot for name, slot in found.items() if slot.pieces and not _points_back(tree, slot)}


def _points_back(tree: Tree, slot: Slot) -> bool:
    """Whether a slot has a "that theory" in it, which only the sentences before explain."""
    pointing = [t.start for t in tree.tokens if t.dep == "det" and t.text.lower() in _POINTING]
    return any(
        piece.start is not None and piece.end is not None and piece.start <= at < piece.end
        for piece in slot.pieces
        for at in pointing
    )


_POINTING = frozenset({"this", "that", "these", "those"})


def _says_who(tree: Tree, noun: int) -> bool:
    """Whether a subject is more than a number or an "others", which mean somebody told before."""
    token = tree.tokens[noun]
    # A number alone counts somebody told before.
    bare = token.tag == "CD" or token.text.lower() in {
        "others",
        "some",
        "many",
        "several",
        "most",
        "few",
        "both",
    }
    of = [i for at in tree.offspring(noun, "prep") for i in tree.children[at]]
    near = {tree.tokens[i].text.lower() for i in of} | {
        tree.tokens[k].text.lower() for i in of for k in tree.children[i]
    }
    pointing = bool(near & {"those", "these", "them", "us"})
    return not pointing and (not bare or any(tree.offspring(noun, "prep", "compound")))


def _actor(clause: Clause) -> Slot:
    """The subject, with a name behind it that the parser did not hang on it: "the comedy Spare Keys"."""
    tree, head = clause.tree, clause.subject
    if not _says_who(tree, head):
        return NOTHING
    if any(t.text in {":", ";"} for t in tree.tokens[head : clause.verb]):
        # "More bad news: the index sank": the parser takes what announces the clause for its subject.
        return NOTHING
    slot = nominal(tree, head)
    behind = set(tree.subtree(head)) if head < clause.verb else set()
    index = max(behind, default=0) + 1
    name = []
    while behind and index < clause.verb and tree.tokens[index].text[:1].isupper():
        name.append(index)
        index += 1
    if not name:
        return slot
    named = Slot(line_of(tree, shape(tree, head).core | frozenset(name) | _adjectives(tree, head)))
    return graded(named, named, named)


def _adjectives(tree: Tree, noun: int) -> frozenset[int]:
    return frozenset(tree.offspring(noun, "amod"))


def _tells_what(tree: Tree, noun: int) -> bool:
    """Not "that deal", nor "denied that coach X resigned", which the parser takes for one, nor "the other"."""
    pointed_at = any(tree.tokens[i].text.lower() in _POINTING for i in tree.offspring(noun, "det"))
    # "praises the way his side played": half of it is nothing.
    vague = tree.tokens[noun].lemma in noun_classes()["needs_phrase"]
    cut_off = vague and tree.child(noun, "relcl", "acl") is not None and tree.child(noun, "prep") is None
    return not (pointed_at or cut_off) and _says_who(tree, noun) and tree.tokens[noun].lemma != "other"


def _not_plain_news(clause: Clause) -> bool:
    """What stands only on somebody's word ("according to"), only partly, or had happened before the news."""
    tree = clause.tree
    doubted = any(tree.tokens[i].text.lower() in {"according", "per"} for i in tree.children[clause.verb])
    before = any(tree.tokens[i].text.lower() in {"had", "'d", "’d"} for i in clause.auxiliaries())
    # "only affects dear phones": what limits the verb would be lost.
    hedged = any(
        tree.tokens[i].text.lower() in word_list("en/hedges.txt")
        for i in tree.offspring(clause.verb, "advmod")
    )
    return doubted or before or hedged or _background(clause)


def _background(clause: Clause) -> bool:
    """ "was visiting his family when he was detained": the news is in the other clause."""
    tree, verb = clause.tree, clause.verb
    lasting = tree.tokens[verb].tag == "VBG" and any(
        tree.tokens[i].text.lower() in {"was", "were"} for i in tree.offspring(verb, "aux")
    )
    when = any(
        tree.tokens[i].text.lower() == "when"
        for at in tree.offspring(verb, "advcl")
        for i in tree.children[at]
    )
    return lasting and when


def _wants(clause: Clause) -> Iterator[frozenset[str]]:
    """What a headline with this verb must not leave out: its object, what it orders, where it moves."""
    tree, verb = clause.tree, clause.verb
    target = tree.child(verb, "dobj", "dative")
    if target is not None:
        # "blew himself up" can be no "blows up".
        if tree.tokens[target].pos == "PRON":
            yield frozenset()
        # "rose 12%": the figure is the object; "increased their spending by 12%" has another.
        measured = any(target in figure_tokens(tree, f) for f in tree.figures)
        yield _OBJECTS | _FIGURES if measured else _OBJECTS
    if any(i > verb and tree.child(i, "mark") is None for i in tree.offspring(verb, "xcomp", "ccomp")):
        yield _VERBAL
    if tree.child(verb, "oprd") is not None:
        yield frozenset({"named"})
    for index in tree.offspring(verb, "prep"):
        token = tree.tokens[index]
        word = token.text.lower()
        if index < verb or is_time(tree, index):
            continue
        if word in MOTIONS:
            yield frozenset({"motion", f"{word}_phrase"} | ({"where"} if word == "off" else set()))
        elif target is not None and governed(tree, token, tree.tokens[verb]):
            yield frozenset({f"{word}_phrase"} | _SHOWING.get(word, set()))


def _measured(tree: Tree, noun: int) -> bool:
    """Whether a figure counts or sizes a noun, close by: "900 jobs", "a $6bn deal", "a profit of $12m"."""
    near = {noun, *tree.children[noun]}
    near |= {
        i for of in tree.offspring(noun, "prep") if tree.tokens[of].text == "of" for i in tree.children[of]
    }
    near |= {i for index in tuple(near) for i in tree.children[index] if tree.tokens[i].dep != "prep"}
    return any(
        figure_tokens(tree, f) & near
        for f in tree.figures
        if f.kind in {"money", "count", "percent", "measure", "ratio", "rate"}
        and not (f.hypothetical or f.negated)
    )
