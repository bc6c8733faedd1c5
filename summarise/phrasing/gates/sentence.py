"""Gates for the grammar of a line: complete verbs, named pronouns, clauses with all that makes them clauses."""

from dataclasses import replace
from itertools import pairwise

from ...language.words import words
from ...model import Token
from ...resources import word_list
from ..clauses import Clause
from ..compress.dependents import governed
from ..draft import Draft
from ..pronouns import GROUPS, unnamed
from ..tree import TIME_NOUNS, Tree
from .surface import DANGLING, FINAL_PARTICLES

# "called off" ends well, "a storm off" does not.
_MAYBE_PARTICLES = frozenset(
    "off out up down after before against across along through around behind inside".split()
)
_VERBS_WITH_OBJECT = frozenset(
    (
        "include involve say tell make take give get cause have become seem remain contain follow describe "
        "announce reveal confirm launch use want need let mean"
    ).split()
)
_LEANING = frozenset("first second third latter former other others another rest latest same".split())
_NAMING_ENOUGH = frozenset({"nobody", "someone", "many", "some"})


def no_name_yet(draft: Draft) -> bool:
    """A pronoun for who acts or who says so."""
    tree, clause = draft.clause.tree, draft.clause
    heads = [clause.subject] if clause.speaker is None else [clause.subject, clause.speaker]
    # "the first claimed a life", "the latter resigned": of something named before.
    leaning = [
        h
        for h in heads
        if tree.tokens[h].text.lower() in _LEANING and tree.child(h, "prep", "nummod") is None
    ]
    return bool(leaning) or any(
        tree.tokens[h].pos == "PRON"
        and h not in draft.restated
        and tree.tokens[h].text.lower() not in _NAMING_ENOUGH
        for h in heads
    )


def dangling(draft: Draft) -> bool:
    """An end that wants another word: "talks with", "killed by"."""
    spoken = words(draft.text)
    last = spoken[-1].lower() if spoken else ""
    if last in FINAL_PARTICLES | _MAYBE_PARTICLES:
        return _ends_on_preposition(draft)
    return last in DANGLING


def _ends_on_preposition(draft: Draft) -> bool:
    last = next((p for p in reversed(draft.pieces) if p.end is not None), None)
    token = next((t for t in draft.clause.tree.tokens if last is not None and t.end == last.end), None)
    return token is None or token.dep in {"prep", "agent", "mark"}


def no_complement(draft: Draft) -> bool:
    """A verb that says nothing without its object, left without one."""
    tree = draft.clause.tree
    token = tree.tokens[draft.clause.verb]
    left = any(index > draft.clause.verb for index in draft.shown)
    if token.lemma == "be" and token.pos in {"AUX", "VERB"}:
        # "Parts of city are still" says as little as "Parts of city are".
        behind = [tree.tokens[i] for i in draft.shown if i > draft.clause.verb]
        # "was 83": how old somebody is is no news without the years.
        bare = {t.index for t in behind if t.tag == "CD" or t.text.lower() in _SAYING_NOTHING}
        return all(t.index in bare or t.dep in {"aux", "auxpass", "neg", "punct"} for t in behind)
    spoken = words(draft.text)
    # "love of water ends up": what it ends up as is not told.
    if token.lemma in {"end", "wind", "turn"} and spoken and spoken[-1].lower() in {"up", "out"}:
        return True
    return token.lemma in _VERBS_WITH_OBJECT and not draft.clause.passive and not left


_SAYING_NOTHING = frozenset(
    "still now also already yet only then again once today just always ever not".split()
)


def says_nothing(draft: Draft) -> bool:
    """A reporting verb without what it reports: "Caplan writes in the Globe"."""
    tree = draft.clause.tree
    token = tree.tokens[draft.clause.verb]
    if token.lemma not in word_list("en/reporting_verbs.txt") or draft.clause.passive:
        return False
    said = set(tree.offspring(draft.clause.verb, "ccomp", "dobj", "xcomp", "oprd", "acomp", "attr"))
    said |= {i for i in tree.offspring(draft.clause.verb, "prep") if governed(tree, tree.tokens[i], token)}
    return not said & draft.shown


def unnamed_pronoun(draft: Draft) -> bool:
    """A pronoun with nobody shown before it that it could stand for."""
    tree = draft.clause.tree
    shown = (tree.tokens[i] for i in sorted(draft.shown))
    unsaid = draft.restated | draft.spared
    named = (replace(t, tag="NNP", pos="PROPN") if t.index in unsaid else t for t in shown)
    return unnamed(tree, list(named))


def pointing(draft: Draft) -> bool:
    """ "observes this scenario", "could figure that out": what only the sentence before tells."""
    tree = draft.clause.tree
    for token in tree.tokens:
        if (
            token.index not in draft.shown
            or token.text.lower() not in _POINTING
            or token.index in draft.restated
        ):
            continue
        told = tree.child(token.index, "relcl", "acl", "prep") is not None
        if token.tag == "DT" and token.dep in {"dobj", "pobj", "attr", "nsubj", "nsubjpass"} and not told:
            return True
        noun = tree.tokens[token.head]
        behind = tree.child(noun.index, "relcl", "acl", "prep")
        dated = noun.lemma in TIME_NOUNS or tree.child(noun.index, "poss") is not None
        if (
            token.dep == "det"
            and noun.pos == "NOUN"
            and not dated
            and (behind is None or behind not in draft.shown)
        ):
            return True
    return False


_POINTING = frozenset({"this", "that", "these", "those"})


def clause_cut_off(draft: Draft) -> bool:
    """ "... hurt when coach": a subordinate clause without its verb, or a subject without its own."""
    tree = draft.clause.tree
    for token in tree.tokens:
        opens = token.dep == "mark" or token.tag == "WRB"
        # "at the firm two men": the subject of a relative clause that is gone.
        acts = token.dep in {"nsubj", "nsubjpass"} and token.index not in {
            draft.clause.subject,
            draft.clause.speaker,
        }
        if _astray(draft.clause, token) and (token.head == draft.clause.verb or token.index in draft.shown):
            return True
        if token.index in draft.shown and (opens or acts):
            head = tree.tokens[token.head]
            if head.index not in draft.shown or (opens and head.pos not in {"VERB", "AUX"}):
                return True
        inside = token.index in draft.shown and token.dep == "relcl" and token.index != draft.clause.verb
        if inside and _unlinked(tree, token, draft.shown):
            return True
    return False


def bare_participle(draft: Draft) -> bool:
    """ "bridges built are unsafe": a participle behind a noun without any of what stands behind it."""
    tree, shown = draft.clause.tree, draft.shown
    for token in tree.tokens:
        behind_noun = token.dep == "acl" and token.tag in {"VBN", "VBG"}
        # "fall by 6%, driven down": the same behind a verb.
        if token.index not in shown or not (behind_noun or (token.dep == "advcl" and token.tag == "VBN")):
            continue
        rest = {
            i
            for i in tree.children[token.index]
            if i > token.index and tree.tokens[i].dep not in {"punct", "prt"}
        }
        if rest and not rest & shown:
            return True
    return False


def loose_conjunction(draft: Draft) -> bool:
    """ "saves a penalty, but", "proposes a budget, raise pay": an "and" without what it joins, or two forms joined."""
    tree, shown = draft.clause.tree, draft.shown
    for token in tree.tokens:
        if token.index not in shown:
            continue
        # "wild about Oscars but viewers": a clause whose verb the parser has lost, if nothing is denied.
        lost = token.text.lower() == "but" and token.dep == "cc" and tree.tokens[token.head].pos in _NOUNS
        if lost and not any(t.dep == "neg" or t.text.lower() in _DENIED for t in tree.tokens):
            return True
        if token.dep == "cc" and token.index > 0:
            joined = next((i for i in tree.offspring(token.head, "conj") if i > token.index), token.index + 1)
            if not shown & {joined, token.index + 1}:
                return True
        verbs = token.dep == "conj" and token.tag == "VB" and tree.tokens[token.head].tag in _FINITE
        if verbs and token.head in shown and not any(tree.offspring(token.index, "aux", "nsubj")):
            shared = any(tree.tokens[i].tag in {"MD", "TO"} for i in tree.offspring(token.head, "aux"))
            if not shared:
                return True
    return False


_DENIED = frozenset({"no", "nothing", "all", "none", "nobody"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def run_together(draft: Draft) -> bool:
    """ "knows a repeat of the win is unlikely": two verbs with nothing between their clauses belong to each other."""
    tree, verb = draft.clause.tree, draft.clause.verb
    heads = {verb} | ({tree.tokens[verb].head} if tree.tokens[verb].dep == "conj" else set())
    for head in heads:
        for other in tree.offspring(head, "conj"):
            own = tree.child(other, "nsubj", "nsubjpass")
            if own is None or other < head or own > other:
                continue
            first = min(tree.subtree(own))
            between = tree.tokens[head + 1 : first]
            joined = any(t.dep == "cc" and t.head == head for t in between) or any(
                t.text in {",", ";", ":", "-", "–", "—", "--"} for t in between
            )
            if between and not joined:
                return True
    return False


def disagrees(draft: Draft) -> bool:
    """ "Figures still looks set": a borrowed subject that does not fit the verb."""
    tree, clause = draft.clause.tree, draft.clause
    if clause.subject in tree.children[clause.verb]:
        return False
    first = next(tree.offspring(clause.verb, "aux", "auxpass"), clause.verb)
    subject, tag = tree.tokens[clause.subject], tree.tokens[first].tag
    many = subject.tag == "NNS" or tree.child(clause.subject, "conj") is not None
    one = subject.tag == "NN" and not many and subject.lemma not in GROUPS
    return (tag == "VBZ" and many) or (tag == "VBP" and one)


def half_pair(draft: Draft) -> bool:
    """ "Not only ..." without "but also", "either" without "or"; "neither side" and "both sides" are no pairs."""
    lowered, tree = draft.text.lower(), draft.clause.tree
    if any(one in f" {lowered}" and other not in lowered for one, other in _PAIRS.items()):
        return True
    opening = {
        t.text.lower()
        for t in tree.tokens
        if t.index in draft.shown and (t.dep in {"preconj", "cc"} or tree.child(t.head, "conj") is not None)
    }
    return any(one in opening and f" {other} " not in lowered for one, other in _CONJOINED.items())


_PAIRS = {" not only ": " but ", " between ": " and "}
_CONJOINED = {"either": "or", "neither": "nor", "both": "and"}


def _unlinked(tree: Tree, verb: Token, shown: frozenset[int]) -> bool:
    """ "film president is killed opens": a relative clause without its "which" or "in which"."""
    linking = [
        i
        for i in tree.subtree(verb.index)
        if i < verb.index and tree.tokens[i].tag in {"WDT", "WP", "WP$", "WRB"}
    ]
    return any(
        i not in shown or (tree.tokens[i].dep == "pobj" and tree.tokens[i].head not in shown)
        for i in linking[:1]
    )


def _astray(clause: Clause, token: Token) -> bool:
    """A finite verb without a subject: "tells court are false", "people aboard crash Flight 447 were on a list"."""
    tree = clause.tree
    if token.dep not in {"ccomp", "dep", "conj"} or token.tag not in {"VBZ", "VBP", "VBD"}:
        return False
    if (
        token.index < clause.verb
        or tree.child(token.index, "nsubj", "nsubjpass", "expl", "csubj") is not None
    ):
        return False
    # A second predicate borrows its subject, and says so with an "and" or a comma.
    between = tree.tokens[token.head + 1 : token.index]
    return token.dep != "conj" or not any(t.text == "," or t.dep == "cc" for t in between)


def out_of_order(draft: Draft) -> bool:
    """ "900 nurses According to union, leave service": what stood before the subject put between it and its verb."""
    tree, clause = draft.clause.tree, draft.clause
    first = tree.tokens[min(tree.subtree(clause.subject), default=clause.subject)].start
    verb = tree.tokens[clause.verb].start
    spans = [(p.start, p.end) for p in draft.pieces if p.start is not None and p.end is not None]
    behind = [place for place, (start, end) in enumerate(spans) if start <= verb < end]
    before = spans[: behind[0] + 1] if behind else []
    return any(one[0] >= first > two[0] for one, two in pairwise(before))


def expletive(draft: Draft) -> bool:
    """ "There is ...", "it is ... that"."""
    return (
        draft.text.lower().startswith(("there ", "here "))
        or draft.clause.tree.child(draft.clause.verb, "expl") is not None
    )


def run_in_speaker(draft: Draft) -> bool:
    """ "... on the bridge Reuters reports": who says so runs into the line without its comma."""
    tokens, shown = draft.clause.tree.tokens, draft.shown
    last = max(shown, default=0)
    parted = any(p.origin == "template" and p.text.strip() in {",", ":"} for p in draft.pieces)
    if parted or tokens[last].lemma not in word_list("en/reporting_verbs.txt"):
        return False
    # However it was parsed: ", a new study shows" at the end, and the comma is not there.
    comma = max((t.index for t in tokens[:last] if t.text == ","), default=None)
    if comma is None or comma in shown or last - comma > _LONGEST_SPEAKER:
        return False
    speaker = [t.index for t in tokens[comma + 1 : last] if t.dep != "det"]
    return bool(speaker) and set(speaker) <= shown and sum(i < comma for i in shown) >= 3


_LONGEST_SPEAKER = 7
