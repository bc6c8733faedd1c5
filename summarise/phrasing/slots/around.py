"""Slots of what stands around a verb: where, when, why, behind which preposition."""

from collections.abc import Iterator

from ...model import Piece
from ..clauses import Clause
from ..compress.deletion import shape
from ..tree import Tree, figure_tokens, is_time
from .phrases import line_of, nominal
from .registers import noun_classes, verb_classes
from .slot import NOTHING, Slot, graded, led_by

_LOCATING = frozenset({"in", "at", "near", "on", "off", "outside", "inside", "across", "over", "around"})
_CAUSING = frozenset({"for", "over", "after", "following", "amid"})
MOTIONS = frozenset({"into", "onto", "off", "through", "against"})
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_MEASURES = frozenset({"year", "month", "week", "day", "hour", "minute", "decade", "century"})
_SPANS = frozenset({"year", "quarter", "month", "half", "season", "week"})


def around_slots(clause: Clause) -> dict[str, Slot]:
    """What stands around the clause's verb.

    Returns:
        `PREPOSITION_phrase` ("charged with ..."); `reason`, `after`, `time` and `motion` with their preposition;
        `infinitive` ("agrees to pay"), `purpose` ("beats X to reach the final"), `doing` ("denies stealing").
    """
    tree = clause.tree
    found: dict[str, Slot] = {}
    for index, noun in _prepositions(clause):
        word = tree.tokens[index].text.lower()
        if is_time(tree, noun):
            if word in {"in", "since"} and (slot := _time(tree, index, noun)) is not None:
                found.setdefault("time", slot)
            continue
        if tree.tokens[noun].pos == "PRON" or not word.isalpha():
            continue
        # Nothing between: "by 0.25% to 5.5%" must not become "to 0.25% ...".
        if tree.subtree(noun)[0] != index + 1:
            continue
        verbal = tree.tokens[noun].text.endswith("ing")
        if (word == "for" or verbal) and _clause_follows(tree, noun):
            continue
        slot = nominal(tree, noun)
        found.setdefault(f"{word}_phrase", slot)
        if word in MOTIONS:
            found.setdefault("motion", led_by(_word(tree, index), slot))
        if word in _CAUSING and not _measured(tree, noun) and not _measured_off(tree, index):
            found.setdefault("reason", led_by(_word(tree, index), slot))
            if word not in {"for", "over"}:
                found.setdefault("after", led_by(_word(tree, index), slot))
    for index, inner in _gerunds(clause):
        found.setdefault(f"{tree.tokens[index].text.lower()}_phrase", shortened(tree, inner))
    reasons = [found for governor in _governors(clause) for found in _clausal_reasons(tree, governor)]
    for slot, word in reasons:
        found.setdefault("reason", slot)
        if word != "for":
            found.setdefault("after", slot)
    found |= {name: slot for name, slot in _governed(clause).items() if slot is not None}
    return found


def shortened(tree: Tree, verb: int, more: frozenset[int] = frozenset()) -> Slot:
    """A subordinate clause in three lengths: with its phrases, with its adjectives, with what it cannot lose."""
    form = shape(tree, verb)
    core = form.core | more
    if tree.child(verb, "dobj", "attr", "acomp", "ccomp", "xcomp", "oprd") is None:
        # "planning to attack", "raping and killing a girl": the object stands with what follows.
        leaning = (o for o in form.options if o.rule.name == "phrase at a verb")
        core = core.union(*(o.tokens for o in list(leaning)[:1]))
        core = core.union(
            *(o.tokens | _conjunctions(tree, verb) for o in form.options if o.rule.name in _COMPLETING)
        )
    adjectives = frozenset(i for o in form.options if o.rule.name == "adjective" for i in o.tokens)
    phrases = frozenset(
        i for o in form.options if o.rule.name in {"phrase at a verb", "phrase at a noun"} for i in o.tokens
    )
    forms = [core | adjectives | phrases, core | adjectives, core]
    # "vows to release": a form that breaks off after its verb gives way to a longer one.
    long, *shorter = [Slot(line_of(tree, kept)) if _goes_on(tree, verb, kept) else NOTHING for kept in forms]
    short, bare = (slot if slot.pieces else long for slot in shorter)
    return graded(long, short, bare)


def _goes_on(tree: Tree, verb: int, kept: frozenset[int]) -> bool:
    """Whether something stands behind a verb, if something did in the source that is no time and no other clause."""
    if any(index > verb for index in kept):
        return True
    following = tree.tokens[verb + 1] if verb + 1 < len(tree.tokens) else None
    if following is None or following.index not in tree.subtree(verb):
        return True
    return following.pos in {"PUNCT", "CCONJ", "SCONJ"} or is_time(tree, following.index)


_COMPLETING = frozenset({"purpose", "second predicate"})


def _conjunctions(tree: Tree, verb: int) -> frozenset[int]:
    return frozenset(tree.offspring(verb, "cc"))


def _gerunds(clause: Clause) -> Iterator[tuple[int, int]]:
    """Prepositions with a verb behind them: "accused of stealing a car"."""
    tree = clause.tree
    for index in tree.offspring(clause.verb, "prep"):
        inner = tree.child(index, "pcomp")
        if inner is None or index < clause.verb or tree.tokens[inner].tag != "VBG":
            continue
        if not any(tree.offspring(inner, "neg", "nsubj")):
            yield index, inner


def _governed(clause: Clause) -> dict[str, Slot | None]:
    """Verbs under the clause's verb: `infinitive` (with whom it asks), `purpose`, `doing`."""
    tree, verb = clause.tree, clause.verb
    found: dict[str, Slot | None] = {"infinitive": None, "purpose": None, "doing": None}
    for index in tree.offspring(verb, "xcomp", "ccomp", "advcl"):
        token = tree.tokens[index]
        if index < verb or any(tree.offspring(index, "neg")) or tree.child(index, "mark") is not None:
            continue
        to = any(tree.tokens[i].tag == "TO" for i in tree.offspring(index, "aux"))
        asked = tree.child(verb, "dobj")
        if token.dep == "advcl":
            if to and tree.child(index, "nsubj") is None:
                found["purpose"] = found["purpose"] or shortened(tree, index)
        elif to and asked is not None and tree.tokens[verb].lemma not in verb_classes()["urge"]:
            # "beat Everton to reach the final"
            found["purpose"] = found["purpose"] or shortened(tree, index)
        elif to and _no_longer_meant(clause):
            continue
        elif to:
            more = shape(tree, asked).core if asked is not None and asked < index else frozenset()
            named = [i for i in (asked, tree.child(index, "nsubj")) if i is not None]
            if not any(tree.tokens[i].pos == "PRON" for i in named):
                found["infinitive"] = shortened(tree, index, more)
        elif token.tag == "VBG" and tree.child(index, "nsubj") is None:
            found["doing"] = shortened(tree, index)
    return found


def _prepositions(clause: Clause) -> Iterator[tuple[int, int]]:
    """Prepositions at the verb or at what it says of its subject, with their nouns."""
    tree = clause.tree
    for governor in _governors(clause):
        for index in tree.offspring(governor, "prep"):
            noun = tree.child(index, "pobj")
            if noun is not None and index > clause.verb:
                yield index, noun


def _governors(clause: Clause) -> list[int]:
    """The verb, what it says of its subject, and a term that it sets: "jailed for 12 years for stealing"."""
    tree, verb = clause.tree, clause.verb
    found = [verb]
    predicate = tree.child(verb, "oprd", "acomp")
    if predicate is not None:
        found.append(predicate)
    for prep in tree.offspring(verb, "prep"):
        noun = tree.child(prep, "pobj")
        if noun is not None and _measured(tree, noun) and tree.tokens[prep].text.lower() in {"for", "to"}:
            found.append(noun)
    return found


def _word(tree: Tree, index: int) -> Piece:
    token = tree.tokens[index]
    # "In Prague, the Rangers beat ...": the capital belonged to the sentence.
    return Piece(token.text.lower(), "copied", token.start, token.end)


def _clause_follows(tree: Tree, noun: int) -> bool:
    """ "calls for the office to be closed" asks for no office, "charged with planning to rob" tells half of it."""
    last = tree.subtree(noun)[-1]
    return any(tree.tokens[i].tag == "TO" for i in (last, last + 1) if i < len(tree.tokens)) or any(
        tree.tokens[i].tag == "VB" for i in tree.offspring(noun, "acl", "relcl")
    )


def _measured_off(tree: Tree, marker: int) -> bool:
    """ "four years after he fell": without the four years it would be another story."""
    before = tree.tokens[marker - 1] if marker else None
    if before is None or before.lemma not in _MEASURES:
        return False
    # "last month after a row" says when; "a month after a row" says how long after.
    told = {tree.tokens[i].text.lower() for i in tree.children[before.index]}
    return bool(told) and not told & {"this", "last", "next", "that"}


def _measured(tree: Tree, noun: int) -> bool:
    """Whether a phrase is a term or a price: "for 12 years" gives no reason."""
    kinds = {"duration", "money", "percent", "age"}
    return any(
        f.kind in kinds and any(i == noun or tree.tokens[i].head == noun for i in figure_tokens(tree, f))
        for f in tree.figures
    )


def _time(tree: Tree, prep: int, noun: int) -> Slot | None:
    """ "in May", "since 2011", "in the first quarter": a time that a reader of the headline understands."""
    token = tree.tokens[noun]
    named = token.text.lower() in _MONTHS or (token.text.isdigit() and len(token.text) == 4)
    telling = any(tree.tokens[i].dep in {"amod", "nummod"} for i in tree.children[noun])
    if not named and not (token.lemma in _SPANS and telling):
        return None
    slot = Slot(line_of(tree, shape(tree, noun).core | _adjectives(tree, noun) | {prep}))
    return graded(slot, slot, slot)


def _adjectives(tree: Tree, noun: int) -> frozenset[int]:
    return frozenset(tree.offspring(noun, "amod"))


def _clausal_reasons(tree: Tree, verb: int) -> Iterator[tuple[Slot, str]]:
    """ "for stealing a car", "after the carmaker cut its forecast", shortened to what it needs."""
    for index in tree.children[verb]:
        token = tree.tokens[index]
        if index <= verb:
            continue
        if token.dep == "prep" and token.text.lower() in _CAUSING:
            inner, word = tree.child(index, "pcomp"), token.text.lower()
            marker = index
            opening = frozenset({index})
        elif token.dep == "advcl":
            mark = tree.child(index, "mark")
            inner, word = index, tree.tokens[mark].text.lower() if mark is not None else ""
            marker = index if mark is None else mark
            opening = frozenset()
        else:
            continue
        if inner is None or word not in _CAUSING or any(tree.offspring(inner, "neg")):
            continue
        if _measured_off(tree, marker):
            continue
        yield shortened(tree, inner, opening), word


def _no_longer_meant(clause: Clause) -> bool:
    """ "planned to land" tells no plan of today."""
    tree, verb = clause.tree, clause.verb
    past = tree.tokens[verb].tag == "VBD" or any(
        tree.tokens[i].text.lower() in {"was", "were", "had"} for i in clause.auxiliaries()
    )
    return past and tree.tokens[verb].lemma in verb_classes()["intend"]


def place_of(tree: Tree, anchors: set[int | None]) -> tuple[Slot, Slot] | None:
    """A place at one of the anchors, as "Kyiv" and "near Kyiv": that of another noun is where something else is."""
    for token in tree.tokens:
        if token.dep != "prep" or token.head not in anchors or token.text.lower() not in _LOCATING:
            continue
        noun = tree.child(token.index, "pobj")
        if noun is None or is_time(tree, noun) or not _is_place(tree, noun):
            continue
        if tree.subtree(noun)[0] != token.index + 1:
            continue
        name = nominal(tree, noun)
        return name, led_by(_word(tree, token.index), name)
    return None


def _is_place(tree: Tree, noun: int) -> bool:
    token = tree.tokens[noun]
    if token.pos == "PROPN":
        return True
    pointed_at = any(
        tree.tokens[i].text.lower() in {"this", "that", "these", "those"} for i in tree.children[noun]
    )
    return token.lemma in noun_classes()["place"] and not pointed_at
