"""Slots of figures: what was paid, how much something rose, for how long, with what score.

A figure is offered only where it belongs to the clause's own verb, and always with its bound.
"""

from collections.abc import Iterator

from ...model import Figure, Piece
from ..clauses import Clause
from ..compress.deletion import shape
from ..line import pieces
from ..tree import Tree, figure_parts, figure_tokens
from .facts import attached
from .phrases import line_of
from .slot import Slot, graded, led_by, trimmed

_DIRECT = {"money": "money", "percent": "percent"}
_MEASURED = frozenset({"percent", "money", "count", "measure", "ratio", "rate"})
_CHANGING = frozenset({"by", "to", "from", "at", "below", "above"})
_SIZED = frozenset({"percent", "money", "count", "measure", "rate", "ratio"})
_CONFINED = frozenset({"prison", "jail", "custody", "death", "life"})


def amount_slots(clause: Clause) -> dict[str, Slot]:
    """Figures at the clause's verb.

    Returns:
        `money`, `percent`, `amount` (either, a count or a measure) that the verb has for its object or measure;
        `price` ("for $1.2bn"), `change` ("by 5% to $4m"), `term` and `punishment` ("12 years", "for 12 years"),
        `result` (alias `score`), `age` ("at 88") and `years` (the bare number behind a name).
    """
    tree = clause.tree
    found: dict[str, Slot] = {}
    for figure, tokens in _told(clause):
        if any(tree.tokens[i].head == clause.verb and tree.tokens[i].dep in _OBJECTS for i in tokens):
            slot = _span(tree, tokens)
            if figure.kind in _DIRECT:
                found.setdefault(_DIRECT[figure.kind], slot)
            if figure.kind in _MEASURED:
                found.setdefault("amount", slot)
        if figure.kind == "duration":
            found.setdefault("term", _span(tree, tokens))
    found |= _named(
        price=_price(clause), change=_change(clause), punishment=_punishment(clause), result=_result(clause)
    )
    if "result" in found:
        found["score"] = found["result"]
    return found | _ages(clause)


_OBJECTS = frozenset({"dobj", "npadvmod", "oprd", "attr", "dative", "advmod"})


def _named(**slots: Slot | None) -> dict[str, Slot]:
    return {name: slot for name, slot in slots.items() if slot is not None}


def _told(clause: Clause) -> Iterator[tuple[Figure, frozenset[int]]]:
    """The figures at the clause's verb that are told as facts, in order."""
    tree = clause.tree
    below = set(tree.subtree(clause.subject))
    for figure in tree.figures:
        tokens = figure_tokens(tree, figure)
        if not tokens or tokens & below or figure.negated or figure.hypothetical or _apiece(tree, tokens):
            continue
        if all(i == clause.verb or attached(tree, i, clause.verb) for i in tokens):
            yield figure, tokens


def _apiece(tree: Tree, tokens: frozenset[int]) -> bool:
    """ "$85 each" is not what all of them cost."""
    after = max(tokens) + 1
    return after < len(tree.tokens) and tree.tokens[after].text.lower() in {"each", "apiece", "per"}


def _span(tree: Tree, tokens: frozenset[int]) -> Slot:
    return Slot(trimmed(pieces(tree, range(min(tokens), max(tokens) + 1))))


def _word(tree: Tree, index: int) -> Piece:
    token = tree.tokens[index]
    return Piece(token.text, "copied", token.start, token.end)


def _price(clause: Clause) -> Slot | None:
    """ "for $1.2bn" at the verb."""
    tree = clause.tree
    for figure, tokens in _told(clause):
        if figure.kind != "money":
            continue
        for prep in tree.offspring(clause.verb, "prep"):
            noun = tree.child(prep, "pobj")
            if noun in tokens and tree.tokens[prep].text.lower() in {"for", "at"} and prep < min(tokens):
                return led_by(_word(tree, prep), _span(tree, tokens))
    return None


def _change(clause: Clause) -> Slot | None:
    """How far something rose or fell, as it stands: "12%", "by 5% to $4.2m", "from 4% to 5%".

    Its short form is the first of these. A change that stands on another verb is none of this one's.
    """
    tree = clause.tree
    own = [tokens for figure, tokens in _told(clause) if figure.kind in _SIZED]
    parts: list[frozenset[int]] = []
    for index in tree.children[clause.verb]:
        if index <= clause.verb:
            continue
        token = tree.tokens[index]
        measure = token.dep in {"npadvmod", "dobj", "advmod"} and any(index in t for t in own)
        noun = tree.child(index, "pobj") if token.dep == "prep" else None
        sized = noun is not None and token.text.lower() in _CHANGING and _sized(tree, noun, own)
        if measure or sized:
            kept = shape(tree, index).core
            whole = kept.union(*(t for t in own if t & kept))
            # "by 4.3% in the year to December, up from 4.2%": what stands apart is another comparison.
            if parts and min(whole) - max(parts[-1]) > 2:
                break
            parts.append(whole)
    if not parts or max(map(max, parts)) - min(map(min, parts)) > 14:
        return None
    # "from 4%" alone does not say to what.
    if len(parts) == 1 and tree.tokens[min(parts[0])].text.lower() == "from":
        return None
    full = Slot(line_of(tree, frozenset().union(*parts)))
    first = tree.tokens[min(parts[0])].text.lower()
    short = Slot(line_of(tree, parts[0])) if first != "from" else full
    return graded(full, short, short)


def _sized(tree: Tree, noun: int, own: list[frozenset[int]]) -> bool:
    """Whether a phrase behind a preposition is a figure, bare or with its noun right behind: "to 340 cases"."""
    return any(noun in t or any(tree.tokens[i].head == noun for i in t) for t in own)


def _punishment(clause: Clause) -> Slot | None:
    """ "for 12 years", "to 20 years in prison", "for life" at the verb."""
    tree = clause.tree
    terms = [tokens for figure, tokens in _told(clause) if figure.kind == "duration"]
    for prep in tree.offspring(clause.verb, "prep"):
        noun = tree.child(prep, "pobj")
        if noun is None or tree.tokens[prep].text.lower() not in {"for", "to"}:
            continue
        lasting = any(noun in t or any(tree.tokens[i].head == noun for i in t) for t in terms)
        if not lasting and tree.tokens[noun].lemma not in _CONFINED:
            continue
        core = shape(tree, noun).core | {prep}
        inside = frozenset(
            i
            for at in tree.offspring(noun, "prep")
            for i in tree.subtree(at)
            if tree.tokens[at].text.lower() in {"in", "of"} and len(tree.subtree(at)) <= 3
        )
        full, short = Slot(line_of(tree, core | inside)), Slot(line_of(tree, core))
        return graded(full, short, short)
    return None


def _result(clause: Clause) -> Slot | None:
    """A score behind the verb and not inside another phrase; the sets of a match stay together."""
    tree = clause.tree
    scores = {tokens for figure, tokens in _told(clause) if figure.kind == "score"}
    if not scores:
        return None
    merged = [part for part in figure_parts(tree) if any(tokens <= part for tokens in scores)]
    if len(merged) != 1 or min(merged[0]) < clause.verb:
        return None
    way = {tree.tokens[i].dep for t in merged for i in _between(tree, min(t), clause.verb)}
    # "after a 2-0 win" is the score of another match.
    return None if way & {"prep", "pobj", "pcomp", "conj"} else _span(tree, merged[0])


def _between(tree: Tree, index: int, verb: int) -> Iterator[int]:
    while index != verb and tree.tokens[index].head != index:
        yield index
        index = tree.tokens[index].head


def _ages(clause: Clause) -> dict[str, Slot]:
    """How old the clause's subject is: "at 88" behind the verb, the bare number behind a name."""
    tree = clause.tree
    found: dict[str, Slot] = {}
    for figure in tree.figures:
        tokens = figure_tokens(tree, figure)
        if figure.kind != "age" or not tokens:
            continue
        first = min(tokens)
        if (
            tree.tokens[first].head == clause.subject
            and tree.tokens[first].dep == "appos"
            and len(tokens) == 1
        ):
            found.setdefault("years", _span(tree, tokens))
        for index in (
            *tree.offspring(clause.verb, "prep", "advcl", "acomp"),
            *tree.offspring(clause.subject, "acl"),
        ):
            # "aged 61 after a long illness": no more than the age.
            below = frozenset(i for i in tree.subtree(index) if i <= max(tokens))
            if tree.tokens[index].text.lower() in {"at", "aged"} and tokens <= below and len(below) <= 6:
                # "at the age of 88" keeps its article.
                found.setdefault("age", Slot(trimmed(pieces(tree, below))))
    return found
