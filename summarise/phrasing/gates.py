"""What a headline must never be, whatever its score.

Each gate has a name and a test; `refused` gives the name of the first that closes.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from ..language.words import words
from ..model import Piece, Token
from ..resources import word_list
from .clauses import Clause
from .dependents import governed
from .pronouns import unnamed
from .tree import figure_tokens

Gate = Callable[[Clause, Sequence[Piece], str], bool]

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


def _too_short(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    return len(words(text)) < 3


def _no_name_yet(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    tree = clause.tree
    heads = [clause.subject] if clause.speaker is None else [clause.subject, clause.speaker]
    return any(
        tree.tokens[h].pos == "PRON"
        and tree.tokens[h].text.lower() not in {"nobody", "someone", "many", "some"}
        for h in heads
    )


def _speaks_of_itself(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    outside = re.sub(r'"[^"]*"|“[^”]*”', "", text)
    return any(w.lower().replace("’", "'") in _FIRST_PERSON and w != "US" for w in words(outside))


def _question(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    return "?" in text


def _half_quoted(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    return text.count('"') % 2 == 1 or text.count("“") != text.count("”")


def _bare_quote(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    """Words out of a quotation without its marks, or a quoted clause told as fact."""
    tree = clause.tree
    if clause.verb in tree.quoted:
        return True
    shown = [p for p in line if p.start is not None]
    inside = [t for t in tree.tokens if t.index in tree.quoted and any(_covers(p, t.start) for p in shown)]
    return bool(inside) and not any(mark in text for mark in '"“')


def _covers(piece: Piece, offset: int) -> bool:
    return piece.start is not None and piece.end is not None and piece.start <= offset < piece.end


def _dangling(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    spoken = words(text)
    last = spoken[-1].lower() if spoken else ""
    return (last in _DANGLING and last not in _FINAL_PARTICLES) or (
        last in _FINAL_PARTICLES and _ends_on_preposition(clause, line)
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


def _ends_on_preposition(clause: Clause, line: Sequence[Piece]) -> bool:
    last = next((p for p in reversed(line) if p.end is not None), None)
    token = next((t for t in clause.tree.tokens if last is not None and t.end == last.end), None)
    return token is None or token.dep in {"prep", "agent", "mark"}


def _no_complement(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    """A verb that says nothing without its object, left without one."""
    tree = clause.tree
    token = tree.tokens[clause.verb]
    if token.lemma == "be" and token.pos in {"AUX", "VERB"}:
        return (
            len([t for t in tree.tokens if t.index > clause.verb and any(_covers(p, t.start) for p in line)])
            == 0
        )
    if token.lemma not in _VERBS_WITH_OBJECT or clause.passive:
        return False
    after = [t for t in tree.tokens if t.index > clause.verb and any(_covers(p, t.start) for p in line)]
    return not after


def _says_nothing(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    """A reporting verb without what it reports: "Caplan writes in the Globe"."""
    tree = clause.tree
    token = tree.tokens[clause.verb]
    if token.lemma not in word_list("en/reporting_verbs.txt") or clause.passive:
        return False
    shown = {t.index for t in tree.tokens if any(_covers(p, t.start) for p in line)}
    said = set(tree.offspring(clause.verb, "ccomp", "dobj", "xcomp", "oprd", "acomp", "attr"))
    said |= {i for i in tree.offspring(clause.verb, "prep") if governed(tree, tree.tokens[i], token)}
    return not said & shown


def _split_figure(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    """A figure without the words that bound it."""
    tree = clause.tree
    shown = {t.index for t in tree.tokens if any(_covers(p, t.start) for p in line)}
    return any((parts := figure_tokens(tree, f)) & shown and not parts <= shown for f in tree.figures)


def _negation_left_out(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    """A verb or noun that the source negates, shown without its "not", "never" or "hardly"."""
    tree = clause.tree
    for token in tree.tokens:
        if token.dep != "neg" and token.text.lower() not in _NEGATIVE:
            continue
        if any(_covers(p, token.start) for p in line):
            continue
        governors = [token.head, *list(tree.path_up(token.head))[:1]]
        if any(_covers(p, tree.tokens[g].start) for g in governors for p in line):
            return True
    return False


_NEGATIVE = frozenset("not never hardly barely scarcely rarely seldom n't n’t".split())


def _unnamed_pronoun(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    """A pronoun with nobody shown before it that it could stand for."""
    tree = clause.tree
    return unnamed(tree, [t for t in tree.tokens if any(_covers(p, t.start) for p in line)])


def _background_time(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    """What happened in a year that the line does not show, told below the lead: no news of today."""
    tree = clause.tree
    if tree.sentence.index == 0 or tree.tokens[clause.verb].tag not in {"VBD", "VBN"}:
        return False
    for token in tree.tokens:
        year = len(token.text) == 4 and token.text.isdigit() and token.text[:2] in {"19", "20"}
        if not (year or token.text.lower() == "ago") or any(_covers(p, token.start) for p in line):
            continue
        way = list(tree.path_up(token.index))
        below = way[: way.index(clause.verb)] if clause.verb in way else None
        if below is not None and all(tree.tokens[i].dep in _TIME_PATH for i in below):
            return True
    return False


_TIME_PATH = frozenset({"prep", "pobj", "npadvmod", "advmod", "nummod", "quantmod", "punct", "amod"})


def _part_of_score(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    """One set of "4-6 6-3 7-5" alone tells another result."""
    scores = [f for f in clause.tree.figures if f.kind == "score"]
    if len(scores) < 2:
        return False
    shown = [any(_covers(p, f.start) for p in line) for f in scores]
    return any(shown) and not all(shown)


def _clause_cut_off(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    """ "... hurt when coach": a subordinate clause without its verb, or a subject without its own."""
    tree = clause.tree
    shown = {t.index for t in tree.tokens if any(_covers(p, t.start) for p in line)}
    for token in tree.tokens:
        opens = token.dep == "mark" or token.tag == "WRB"
        # "at the firm two men": the subject of a relative clause that is gone.
        acts = token.dep in {"nsubj", "nsubjpass"} and token.index not in {clause.subject, clause.speaker}
        if _astray(clause, token) and (token.head == clause.verb or token.index in shown):
            return True
        if token.index in shown and (opens or acts):
            head = tree.tokens[token.head]
            if head.index not in shown or (opens and head.pos not in {"VERB", "AUX"}):
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


def _half_pair(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    """ "Not only ..." without "but also", "either" without "or"."""
    lowered = text.lower()
    pairs = (
        ("not only ", " but "),
        ("either ", " or "),
        ("neither ", " nor "),
        ("both ", " and "),
        ("between ", " and "),
    )
    return any(re.search(rf"\b{one}", lowered) and other not in lowered for one, other in pairs)


def _expletive(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    return text.lower().startswith(("there ", "here ")) or clause.tree.child(clause.verb, "expl") is not None


def _conditional(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    """A clause under a condition that the headline does not show."""
    tree = clause.tree
    below = set(tree.subtree(clause.verb)) | set(tree.path_up(clause.verb))
    marks = [
        t
        for t in tree.tokens
        if t.dep == "mark" and t.text.lower() in _CONDITIONS and tree.tokens[t.head].head in below
    ]
    return any(not any(_covers(p, t.start) for p in line) for t in marks)


def _repeats(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    """The same span of the source twice in one line."""
    spans = sorted((p.start, p.end) for p in line if p.start is not None and p.end is not None)
    return any(one[1] is not None and two[0] is not None and two[0] < one[1] for one, two in pairwise(spans))


def _stray(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    """Marks of lists, tables, links and captions."""
    return bool(re.search(r"https?:|www\.|[|•*_<>{}\[\]]|@\w|\bclick\b", text, re.IGNORECASE))


def _leading_pronoun(clause: Clause, line: Sequence[Piece], text: str) -> bool:
    spoken = words(text)
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


def refused(clause: Clause, line: Sequence[Piece], text: str) -> str | None:
    """Name of the first gate that closes on a candidate, None if all stay open."""
    return next((name for name, gate in GATES.items() if gate(clause, line, text)), None)
