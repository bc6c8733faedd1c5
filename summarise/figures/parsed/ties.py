"""Whether a phrase of place or time holds for a figure, told by what it hangs on in the parse."""

from summarise.figures.lexicon import words
from summarise.figures.parsed.tree import Tree, syntax_words
from summarise.model import Span

_IN = frozenset({"in", "at", "near", "outside", "inside", "on", "across", "around", "throughout", "off"})
_WITHIN = _IN - {"on"} | {"of"}
_SUBJECTS = ("nsubj", "nsubjpass")
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_ASIDES = frozenset({"appos", "advcl", "acl", "amod"})
_STEPS = 6


def is_tied(tree: Tree, span: Span, top: int, verb: int, noun: int | None, *, place: bool) -> bool:
    """Whether what stands in `span` is where or when the figure holds.

    Args:
        tree: the sentence.
        span: the phrase.
        top: the uppermost token of the figure.
        verb: the verb of the figure.
        noun: the last token of what it counts.
        place: it is a place; a place that hangs on another noun is the place of that.
    """
    inside = tree.within(span)
    if not inside:
        return True
    known = set(inside)
    outward = [i for i in inside if tree.heads[i] not in known]
    if not outward:
        return not place
    chain = _chain(tree, top, verb)
    if any(i in chain for i in inside):
        return False  # "in Lund and five other towns": the figure stands within the place
    if noun is not None:
        chain.add(noun)
    at = outward[0] if len(outward) == 1 else min(outward, key=lambda i: sum(1 for _ in tree.up(i)))
    if tree.is_verb(at):
        return _same_clause(tree, at, verb, chain)
    return _place_holds(tree, at, verb, chain) if place else _time_holds(tree, at, verb, chain)


def _time_holds(tree: Tree, at: int, verb: int, chain: set[int]) -> bool:
    """Whether a time holds: not that of an aside between commas ("Reed, now a baker, sold 40")."""
    plain = True
    for head in tree.up(at):
        if tree.is_verb(head):
            return _same_clause(tree, head, verb, chain if tree.heads[at] == head else set())
        if head in chain:
            return True
        plain = plain and not tree.is_noun(head)
        if tree.tokens[head].dep in _ASIDES and (tree.is_noun(head) or tree.tokens[head].pos == "ADJ"):
            return False
    return plain


def _place_holds(tree: Tree, at: int, verb: int, chain: set[int]) -> bool:
    """Whether a place is that of the figure: on its own noun, "at a mill in Lund", on a part of its clause.

    Not so: "an agent in Lund", "similar to those in Lund", "paid to a bank in Lund".
    """
    part = at
    for head in tree.up(at):
        token = tree.tokens[head]
        if tree.is_verb(head):
            last = tree.tokens[part]
            alone = part == at or last.text.lower() in _IN
            whose = last.dep in _PARTS and last.lemma not in syntax_words("nouns", "builders")
            if whose and last.dep in _SUBJECTS:  # "the market in Spain peaked", not "a firm in Spain built"
                whose = tree.tokens[verb].lemma in syntax_words("verbs", "of_subject")
            if last.dep == "conj" and last.text.lower() in words("casualty_nouns"):
                whose = True  # "six were killed and 14 hurt at a mill"
            return (alone or (head == verb and whose)) and _same_clause(tree, head, verb, chain)
        if head in chain:
            return True
        leads = token.pos in ("ADP", "SCONJ") and token.text.lower() not in (_IN if part == at else _WITHIN)
        if token.pos == "ADJ" or leads:
            return False
        part = head
    return False


def is_near(tree: Tree, span: Span, verb: int, noun: int | None) -> bool:
    """Whether a phrase hangs straight on the figure's verb, on the subject of that or on what is counted."""
    inside = tree.within(span)
    known = set(inside)
    outward = [i for i in inside if tree.heads[i] not in known]
    holder = tree.heads[outward[0]] if outward else -1
    if outward and tree.tokens[outward[0]].dep == "pobj":
        holder = tree.heads[holder]
    return holder in (verb, noun) or (
        holder >= 0 and tree.heads[holder] == verb and tree.tokens[holder].dep in _SUBJECTS
    )


def _chain(tree: Tree, top: int, verb: int) -> set[int]:
    """The figure's uppermost token and all between it and its verb."""
    found = {top}
    for head in tree.up(top):
        if head == verb:
            break
        found.add(head)
    return found


def _same_clause(tree: Tree, held: int, verb: int, chain: set[int]) -> bool:
    """Whether what hangs on the verb `held` holds for the verb `verb` as well, or for what the figure is of."""
    if held == verb or (tree.tokens[held].dep == "acl" and tree.heads[held] in chain):
        return True
    return _passes_down(tree, held, verb) or _passes_up(tree, held, verb)


def _passes_down(tree: Tree, held: int, verb: int) -> bool:
    """From a main verb to one below: "fell on Tuesday, reaching 5%", "came in May and sold 40"; not "and has sold"."""
    at = verb
    for _ in range(_STEPS):
        token = tree.tokens[at]
        if token.dep == "conj":
            own = tree.child(at, "aux", *_SUBJECTS, "auxpass") is not None
            same = token.tag == tree.tokens[tree.heads[at]].tag
            if own or not same:
                return False
        elif token.dep == "advcl":
            if token.tag != "VBG" or tree.child(at, "mark", *_SUBJECTS) is not None:
                return False
            # "attacked after taking 40", "by closing 40": a clause of its own
            if tree.child(at, "prep") == at - 1:
                return False
        elif token.dep == "ccomp" and at < tree.heads[at]:
            pass  # "In May 40 came ashore, the port said"
        elif token.dep != "xcomp":
            return False
        at = tree.heads[at]
        if at == held:
            return True
    return False


def _passes_up(tree: Tree, held: int, verb: int) -> bool:
    """From a verb below to a main verb: "began to sink in May", "sank 14 and hurt six in May"."""
    at = held
    for _ in range(_STEPS):
        token, head = tree.tokens[at], tree.heads[at]
        bare = token.dep == "conj" and tree.child(at, "aux", "auxpass") is None
        alike = token.tag == tree.tokens[head].tag and tree.child(at, *_SUBJECTS) is None
        if token.dep != "xcomp" and not (bare and (alike or token.tag == "VBN")):
            return False
        at = head
        if at == verb:
            return True
    return False
