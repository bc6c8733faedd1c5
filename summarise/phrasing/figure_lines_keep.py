"""Growing a line from a verb or noun down to a figure: what of a sentence stays beside that way.

What the rules of deletion keep stays; what they let go comes back while there is room.
"""

from collections.abc import Iterable

from .compress.deletion import Option, close, shape
from .compress.rules import DROP, FIRM, KEEP, LOOSE, SOFT, decide
from .tree import Tree

# A line grows to so many words, and is refused if its core alone takes more than the second number.
_WANTED = 13
_MOST = 18

# What may come back into a line, by the rule that speaks of it; the lowest number first.
_WELCOME = {
    "adjective": 0,
    "adverb": 1,  # "gravely wounded"
    "phrase at a noun": 1,
    "phrase at a verb": 1,
    "deadline": 1,
    "time, whole": 2,
    "time at a noun": 2,
    "participle at a noun": 3,
    "restrictive relative clause": 3,
    "purpose": 3,
    "after, as, when ...": 4,
}
# Where the rules keep too much, of what stands beside the way only this stays.
_BARE = frozenset(
    "nsubj nsubjpass expl aux auxpass neg prt det nummod compound poss case quantmod dobj attr acomp oprd "
    "agent pobj advmod".split()
)
_BARE_RULES = frozenset({"hedge", "negation at an adverb", "according to", "of-phrase", "part of a number"})
# These come back if they tell another figure: "killed six people and wounded 14".
_WITH_FIGURE = {"second predicate": 2, "result with its figure": 2}
_DISPENSABLE = frozenset({"adjective", "adverb", "time, whole", "time at a noun", "deadline", "purpose"})
_LOOSE = frozenset({",", "-", "–", "—", "--"})
_SET_OFF = frozenset({"appos", "relcl", "acl", "advcl"})
# "10 and 20 went to one and the other": without it each is told of both.
_ALWAYS = frozenset({"respectively", "each", "apiece"})


def hold(
    tree: Tree, head: int, path: frozenset[int], core: set[int], options: list[Option], bare: bool
) -> None:
    """Keep the way down from `head`, and of all beside it what the rules keep."""
    waiting = [head]
    while waiting:
        at = waiting.pop()
        core.add(at)
        for child in tree.children[at]:
            if child in path:
                waiting.append(child)
                core |= _joint(tree, at, child)
                continue
            rule = decide(tree, child)
            if rule.name == "adjective" and tree.tokens[at].pos == "NOUN":
                # "their first two games" are not "their two games".
                core |= shape(tree, child).core
            elif rule.decision in {KEEP, FIRM, SOFT} or tree.tokens[child].text.lower() in _ALWAYS:
                if not bare or tree.tokens[child].dep in _BARE or rule.name in _BARE_RULES:
                    take(tree, child, core, options, bare)
                    core |= _joint(tree, at, child) if tree.tokens[child].dep == "conj" else set()
            elif rule.name == "adverb" and child == at - 1 and tree.tokens[child].text.endswith("ly"):
                options.append(Option(rule, child, frozenset({child}), ()))
            elif rule.name in _WITH_FIGURE and _measured(tree, child):
                whole = shape(tree, child).core | _joint(tree, at, child)
                whole |= _what_befell(tree, whole)
                options.append(Option(rule, child, whole, ()))
            elif rule.name == "after, as, when ..." and tree.tokens[child].tag == "VBN":
                continue  # "in a raid, planned for May": hung on the verb by mistake
            elif rule.name in _WELCOME and (rule.decision not in {DROP, LOOSE} or _later_time(tree, child)):
                form = shape(tree, child)
                options += _both(Option(rule, child, form.core, form.options))
    core |= _what_befell(tree, core)


def _what_befell(tree: Tree, kept: Iterable[int]) -> set[int]:
    """What a bare number cannot be told without: "and more than 100 | injured" are not 100 killed."""
    found: set[int] = set()
    for index in kept:
        if tree.tokens[index].pos == "NUM":
            for child in tree.children[index]:
                if child > index and tree.tokens[child].dep in ("acl", "relcl", "advcl"):
                    found |= shape(tree, child).core
    return found


def _measured(tree: Tree, index: int) -> bool:
    first, last = min(tree.subtree(index)), max(tree.subtree(index))
    start, end = tree.tokens[first].start, tree.tokens[last].end
    return any(start <= f.start and f.end <= end for f in tree.figures)


def _joint(tree: Tree, head: int, child: int) -> set[int]:
    """What ties a part on the way to its governor: "and", or the comma before ", killing two"."""
    token = tree.tokens[child]
    if token.dep == "conj":
        before = [i for i in tree.offspring(head, "cc") if i < child]
        return {*before[-1:], *(i for i in tree.offspring(head, "preconj") if i < child)}
    if token.dep in {"advcl", "appos", "acl"} and child > head:
        comma = tree.comma_of(child)
        return set() if comma is None else {comma}
    if token.dep in {"advcl", "prep", "npadvmod", "advmod"} and child < head:
        behind = tree.subtree(child)[-1] + 1
        return {behind} if tree.tokens[behind].text == "," else set()
    return set()


def take(
    tree: Tree,
    index: int,
    core: set[int],
    options: list[Option],
    bare: bool,
    leave_out: frozenset[int] = frozenset(),
) -> None:
    """Take in a part beside the way; `bare` leaves out all that is joined to it or follows it."""
    if bare:
        leave_out |= {
            i for i in tree.subtree(index) if tree.tokens[i].dep in {"conj", "relcl", "acl", "appos", "advcl"}
        }
    form = shape(tree, index, leave_out)
    core |= form.core
    for option in form.options:
        if option.rule.name in _WELCOME:
            options += _both(option)


def _both(option: Option) -> list[Option]:
    """A part with all that may stay in it; and its core, if that is not half of what it says ("in comparison")."""
    full, waiting, whole = option.tokens, list(option.inner), True
    while waiting:
        inner = waiting.pop()
        if inner.rule.name in _WELCOME:
            full |= inner.tokens
            waiting += inner.inner
            whole = whole and inner.rule.name in _DISPENSABLE
    found = [Option(option.rule, option.top, full, ())]
    if full != option.tokens and (whole or not option.rule.name.startswith("phrase")):
        found.append(Option(option.rule, option.top, option.tokens, ()))
    return found


def _later_time(tree: Tree, index: int) -> bool:
    return index > tree.tokens[index].head and not tree.comma_before(index)


def grown_to(
    tree: Tree, core: frozenset[int], options: list[Option], first: int, verb: int
) -> frozenset[int] | None:
    """The core with what may come back; None if the core alone is too long.

    Args:
        tree: the sentence.
        core: what stays.
        options: what may come back.
        first: no option begins before this token.
        verb: what governs the line; commas around it are not its own.
    """
    kept = close(tree, core)
    if length(tree, kept) > _MOST:
        return None
    order = _WELCOME | _WITH_FIGURE
    ordered = sorted(options, key=lambda o: (order[o.rule.name], min(o.tokens), -len(o.tokens)))
    for option in ordered:
        if option.tokens <= kept or option.tokens & kept:
            continue
        grown = close(tree, kept | option.tokens)
        if length(tree, grown) <= _WANTED and min(option.tokens) >= first:
            kept = grown
    return commas(tree, kept, verb)


def commas(tree: Tree, kept: frozenset[int], verb: int) -> frozenset[int]:
    """Commas that set a kept part off stand before and behind it; one that lost its neighbours goes."""
    needed: set[int] = set()
    last = max(kept)
    for index in kept:
        token = tree.tokens[index]
        if index == verb or token.head not in kept or token.head == index:
            continue
        below = tree.subtree(index)
        behind = below[-1] + 1
        if index < token.head and behind in kept and tree.tokens[behind].text == ",":
            needed.add(behind)
        if token.dep not in _SET_OFF:
            continue
        before = tree.comma_of(index) if index > token.head else None
        if before is not None and tree.tokens[before].text == "," and not _closes_another(tree, before, kept):
            needed.add(before)
            if behind < last and tree.tokens[behind].text == ",":
                needed.add(behind)
    loose = {
        i
        for i in kept
        if tree.tokens[i].text in _LOOSE and i not in needed and (i - 1 not in kept or i + 1 not in kept)
    }
    return (kept | needed) - loose


def length(tree: Tree, kept: frozenset[int]) -> int:
    """How many words the tokens make."""
    return sum(any(map(str.isalnum, tree.tokens[i].text)) for i in kept)


def _closes_another(tree: Tree, comma: int, kept: frozenset[int]) -> bool:
    """Whether a comma stood behind an aside that is gone, right after an auxiliary: "is[, he says], accused of"."""
    before = max((i for i in kept if i < comma), default=comma - 1)
    return before < comma - 1 and tree.tokens[before].pos == "AUX"
