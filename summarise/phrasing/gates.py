"""What a headline must never be, whatever its score.

Each gate has a name and a test; `refused` gives the name of the first that closes.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from ..language.words import words
from ..model import Token
from ..resources import word_list
from .clauses import Clause
from .compress.dependents import governed
from .draft import Draft
from .pronouns import unnamed
from .tree import figure_tokens

Gate = Callable[[Draft], bool]

_FIRST_PERSON = frozenset(
    "i we you me us my our your myself ourselves mine i'm we're i've we've you're it's let's".split()
)
_DANGLING = frozenset(
    (
        "a an the of to in on at by for with from and or but nor as than that which who whose is are was were "
        "be been has have had will would could should may might must can not its their his her into over "
        "under near about between because while although if when where amid per thanks due via during without "
        "despite including such"
    ).split()
)
_FINAL_PARTICLES = frozenset({"over", "in", "on", "under", "about", "by", "near", "to"})
_VERBS_WITH_OBJECT = frozenset(
    (
        "include involve say tell make take give get cause have become seem remain contain follow describe "
        "announce reveal confirm launch use want need let mean"
    ).split()
)


def _too_short(draft: Draft) -> bool:
    return len(words(draft.text)) < 3


def _no_name_yet(draft: Draft) -> bool:
    tree = draft.clause.tree
    heads = (
        [draft.clause.subject]
        if draft.clause.speaker is None
        else [draft.clause.subject, draft.clause.speaker]
    )
    return any(
        tree.tokens[h].pos == "PRON"
        and tree.tokens[h].text.lower() not in {"nobody", "someone", "many", "some"}
        for h in heads
    )


def _speaks_of_itself(draft: Draft) -> bool:
    outside = re.sub(r'"[^"]*"|“[^”]*”', "", draft.text)
    return any(w.lower().replace("’", "'") in _FIRST_PERSON and w != "US" for w in words(outside))


def _question(draft: Draft) -> bool:
    return "?" in draft.text


def _half_quoted(draft: Draft) -> bool:
    return draft.text.count('"') % 2 == 1 or draft.text.count("“") != draft.text.count("”")


def _bare_quote(draft: Draft) -> bool:
    """Words out of a quotation without its marks, or a quoted clause told as fact."""
    tree = draft.clause.tree
    if draft.clause.verb in tree.quoted:
        return True
    inside = [t for t in tree.tokens if t.index in tree.quoted and t.index in draft.shown]
    return bool(inside) and not any(mark in draft.text for mark in '"“')


def _dangling(draft: Draft) -> bool:
    spoken = words(draft.text)
    last = spoken[-1].lower() if spoken else ""
    return (last in _DANGLING and last not in _FINAL_PARTICLES) or (
        last in _FINAL_PARTICLES and _ends_on_preposition(draft)
    )


def hangs(text: str) -> bool:
    """Whether a text ends on a word that wants another behind it."""
    spoken = words(text)
    return not spoken or spoken[-1].lower() in _DANGLING | _FINAL_PARTICLES | {
        "says",
        "said",
        "say",
        "told",
        "tells",
    }


def _ends_on_preposition(draft: Draft) -> bool:
    last = next((p for p in reversed(draft.pieces) if p.end is not None), None)
    token = next((t for t in draft.clause.tree.tokens if last is not None and t.end == last.end), None)
    return token is None or token.dep in {"prep", "agent", "mark"}


def _no_complement(draft: Draft) -> bool:
    """A verb that says nothing without its object, left without one."""
    tree = draft.clause.tree
    token = tree.tokens[draft.clause.verb]
    left = any(index > draft.clause.verb for index in draft.shown)
    if token.lemma == "be" and token.pos in {"AUX", "VERB"}:
        return not left
    return token.lemma in _VERBS_WITH_OBJECT and not draft.clause.passive and not left


def _says_nothing(draft: Draft) -> bool:
    """A reporting verb without what it reports: "Caplan writes in the Globe"."""
    tree = draft.clause.tree
    token = tree.tokens[draft.clause.verb]
    if token.lemma not in word_list("en/reporting_verbs.txt") or draft.clause.passive:
        return False
    said = set(tree.offspring(draft.clause.verb, "ccomp", "dobj", "xcomp", "oprd", "acomp", "attr"))
    said |= {i for i in tree.offspring(draft.clause.verb, "prep") if governed(tree, tree.tokens[i], token)}
    return not said & draft.shown


def _split_figure(draft: Draft) -> bool:
    """A figure without the words that bound it."""
    tree = draft.clause.tree
    return any(
        (parts := figure_tokens(tree, f)) & draft.shown and not parts <= draft.shown for f in tree.figures
    )


def _negation_left_out(draft: Draft) -> bool:
    """A verb or noun that the source negates, shown without its "not", "never" or "hardly"."""
    tree = draft.clause.tree
    for token in tree.tokens:
        if token.dep != "neg" and token.text.lower() not in _NEGATIVE:
            continue
        if token.index in draft.shown:
            continue
        governors = [token.head, *list(tree.path_up(token.head))[:1]]
        if draft.shown & set(governors):
            return True
    return False


_NEGATIVE = frozenset("not never hardly barely scarcely rarely seldom n't n’t".split())


def _unnamed_pronoun(draft: Draft) -> bool:
    """A pronoun with nobody shown before it that it could stand for."""
    tree = draft.clause.tree
    return unnamed(tree, [tree.tokens[i] for i in sorted(draft.shown)])


def _background_time(draft: Draft) -> bool:
    """What happened in a year that the line does not show, told below the lead: no news of today."""
    tree = draft.clause.tree
    if tree.sentence.index == 0 or tree.tokens[draft.clause.verb].tag not in {"VBD", "VBN"}:
        return False
    for token in tree.tokens:
        year = len(token.text) == 4 and token.text.isdigit() and token.text[:2] in {"19", "20"}
        if not (year or token.text.lower() == "ago") or token.index in draft.shown:
            continue
        way = list(tree.path_up(token.index))
        below = way[: way.index(draft.clause.verb)] if draft.clause.verb in way else None
        if below is not None and all(tree.tokens[i].dep in _TIME_PATH for i in below):
            return True
    return False


_TIME_PATH = frozenset({"prep", "pobj", "npadvmod", "advmod", "nummod", "quantmod", "punct", "amod"})


def _part_of_score(draft: Draft) -> bool:
    """One set of "4-6 6-3 7-5" alone tells another result."""
    scores = [f for f in draft.clause.tree.figures if f.kind == "score"]
    if len(scores) < 2:
        return False
    shown = [draft.covers(f.start) for f in scores]
    return any(shown) and not all(shown)


def _clause_cut_off(draft: Draft) -> bool:
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
    return False


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


def _half_pair(draft: Draft) -> bool:
    """ "Not only ..." without "but also", "either" without "or"."""
    lowered = draft.text.lower()
    pairs = (
        ("not only ", " but "),
        ("either ", " or "),
        ("neither ", " nor "),
        ("both ", " and "),
        ("between ", " and "),
    )
    return any(re.search(rf"\b{one}", lowered) and other not in lowered for one, other in pairs)


def _expletive(draft: Draft) -> bool:
    return (
        draft.text.lower().startswith(("there ", "here "))
        or draft.clause.tree.child(draft.clause.verb, "expl") is not None
    )


def _conditional(draft: Draft) -> bool:
    """A clause under a condition that the headline does not show."""
    tree = draft.clause.tree
    below = set(tree.subtree(draft.clause.verb)) | set(tree.path_up(draft.clause.verb))
    marks = [
        t
        for t in tree.tokens
        if t.dep == "mark" and t.text.lower() in _CONDITIONS and tree.tokens[t.head].head in below
    ]
    return any(t.index not in draft.shown for t in marks)


def _repeats(draft: Draft) -> bool:
    """The same span of the source twice in one line."""
    spans = sorted((p.start, p.end) for p in draft.pieces if p.start is not None and p.end is not None)
    return any(one[1] is not None and two[0] is not None and two[0] < one[1] for one, two in pairwise(spans))


def _stray(draft: Draft) -> bool:
    """Marks of lists, tables, links and captions."""
    return bool(re.search(r"https?:|www\.|[|•*_<>{}\[\]]|@\w|\bclick\b", draft.text, re.IGNORECASE))


def _leading_pronoun(draft: Draft) -> bool:
    spoken = words(draft.text)
    return bool(spoken) and spoken[0].lower() in word_list("en/pronouns.txt")


_CONDITIONS = frozenset({"if", "unless", "lest", "provided"})

GATES: dict[str, Gate] = {
    "too short": _too_short,
    "pronoun for a subject": _no_name_yet,
    "opens with a pronoun": _leading_pronoun,
    "first or second person": _speaks_of_itself,
    "question": _question,
    "half a quotation": _half_quoted,
    "quotation without its marks": _bare_quote,
    "dangling end": _dangling,
    "verb without complement": _no_complement,
    "says nothing": _says_nothing,
    "figure without its bound": _split_figure,
    "negation left out": _negation_left_out,
    "pronoun without a name": _unnamed_pronoun,
    "of another year": _background_time,
    "clause cut off": _clause_cut_off,
    "part of a score": _part_of_score,
    "half of a pair": _half_pair,
    "there is": _expletive,
    "condition left out": _conditional,
    "said twice": _repeats,
    "markup": _stray,
}


def refused(draft: Draft) -> str | None:
    """Name of the first gate that closes on a candidate, None if all stay open."""
    return next((name for name, gate in GATES.items() if gate(draft)), None)
