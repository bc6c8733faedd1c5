"""Grammatical deletion: what of a sentence must stay, may go, and goes first.

Each dependent of a kept word is decided by `rules.decide`. Deleting whole subtrees
keeps the rest a sentence (Filippova & Strube, "Dependency tree based sentence
compression", INLG 2008). Nothing is reordered or reworded here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..tree import Tree, figure_parts
from .rules import FIRM, KEEP, LOOSE, MAY, SOFT, Rule, decide

_SHORT_QUOTATION = 10
_MARKS = frozenset({'"', "“", "”"})


@dataclass(frozen=True, slots=True)
class Option:
    """A part that may go: what decided it, the word it hangs by, its own words, the parts inside that may go first."""

    rule: Rule
    top: int
    tokens: frozenset[int]
    inner: tuple["Option", ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """What of a phrase must stay, and its options."""

    core: frozenset[int]
    options: tuple[Option, ...]


# What a comma closes as well as opens, where the sentence goes on behind it.
_CLOSED = frozenset({"appos", "relcl", "acl", "prep", "advcl"})

RULED = frozenset({MAY})
"""What is open without a model: FIRM and SOFT stay, LOOSE goes."""
FITTED = frozenset({MAY, SOFT})
"""What is open to a model that chooses for a headline."""
FREE = frozenset({MAY, SOFT, FIRM, LOOSE})
"""What is open to a model that compresses."""


def shape(
    tree: Tree, head: int, leave_out: frozenset[int] = frozenset(), free: frozenset[str] = RULED
) -> Shape:
    """Decide every dependent below `head`.

    Args:
        tree: the sentence.
        head: token that governs the phrase.
        leave_out: heads of subtrees that are dropped whatever the rules say.
        free: the decisions that make an option.
    """
    core: set[int] = {head}
    options: list[Option] = []
    for index in tree.children[head]:
        if index in leave_out:
            continue
        rule = decide(tree, index)
        stays = rule.decision in {KEEP, FIRM, SOFT} and rule.decision not in free
        if not stays and rule.decision not in free:
            continue
        below = shape(tree, index, leave_out, free)
        if rule.comma:
            below = Shape(below.core | _set_off_by(tree, index), below.options)
        if stays:
            core |= below.core
            options += below.options
        elif tree.tokens[index].dep in {"relcl", "acl"}:
            # Half a relative clause tells another thing: "which takes a look".
            whole = frozenset(
                t for o in below.options if tree.tokens[min(o.tokens)].dep == "prep" for t in o.tokens
            )
            inner = tuple(o for o in below.options if not o.tokens & whole)
            options.append(Option(rule, index, below.core | whole, inner))
        else:
            options.append(Option(rule, index, below.core, below.options))
    for joined in tree.offspring(head, "conj"):
        if joined in core:
            core |= _conjunction(tree, joined)
    return Shape(frozenset(core), tuple(options))


def _set_off_by(tree: Tree, index: int) -> frozenset[int]:
    """The marks around a part that is set off, the second only where one stands."""
    opening = tree.comma_of(index)
    if opening is None:
        return frozenset()
    last = tree.subtree(index)[-1]
    # The parser hangs the second comma within the part or behind it.
    behind = last if last > index and tree.tokens[last].text == "," else last + 1
    closes = (
        tree.tokens[index].dep in _CLOSED and behind < len(tree.tokens) and tree.tokens[behind].text == ","
    )
    return frozenset({opening, behind} if closes else {opening})


def variants(
    tree: Tree,
    form: Shape,
    weight: Mapping[int, float],
    fits: Callable[[frozenset[int]], bool],
) -> Iterator[frozenset[int]]:
    """The core, then the core with its options added one by one, best weight per word first, while they fit.

    The same again with each of the options at the top left out (what greed takes first may take the room of
    what would have been better). No set comes twice.

    Args:
        tree: the sentence.
        form: what must stay and what may go.
        weight: how much of the article's news each token carries.
        fits: whether a set of tokens is short enough.
    """
    seen: dict[frozenset[int], None] = {}
    paths = [(form.core, form.options)]
    paths += [(form.core, tuple(o for o in form.options if o is not banned)) for banned in form.options]
    for core, options in paths:
        for kept in _greedy(tree, core, options, weight, fits):
            if kept not in seen:
                seen[kept] = None
                yield kept


def leading_to(
    tree: Tree, form: Shape, part: frozenset[int]
) -> tuple[frozenset[int], tuple[Option, ...]] | None:
    """The core with the chain of options down to a part, and the options that are left; None if it is not there."""
    if part & form.core:
        return None
    for option in form.options:
        others = tuple(o for o in form.options if o is not option)
        grown = form.core | option.tokens | conjunction(tree, option)
        if part & option.tokens:
            return grown, (*others, *option.inner)
        deeper = leading_to(tree, Shape(grown, option.inner), part)
        if deeper is not None:
            return deeper[0], (*others, *deeper[1])
    return None


def _greedy(
    tree: Tree,
    core: frozenset[int],
    options: Iterable[Option],
    weight: Mapping[int, float],
    fits: Callable[[frozenset[int]], bool],
) -> Iterator[frozenset[int]]:
    kept = close(tree, core)
    yield kept
    waiting = list(options)
    while waiting:
        best = max(waiting, key=lambda o: (_worth(tree, o, weight), -min(o.tokens)))
        waiting.remove(best)
        grown = close(tree, kept | best.tokens | conjunction(tree, best))
        if not fits(grown):
            continue
        kept = grown
        waiting += best.inner
        yield kept


def conjunction(tree: Tree, option: Option) -> frozenset[int]:
    """The "and" before a second predicate that comes back."""
    return _conjunction(tree, option.top) if tree.tokens[option.top].dep == "conj" else frozenset()


def _conjunction(tree: Tree, joined: int) -> frozenset[int]:
    """The conjunction right before a conjunct, with the "both" or "either" that opens the pair."""
    head = tree.tokens[joined].head
    before = [i for i in tree.offspring(head, "cc") if i < joined]
    opening = [i for i in tree.offspring(head, "preconj") if i < joined]
    return frozenset({*before[-1:], *opening})


def _worth(tree: Tree, option: Option, weight: Mapping[int, float]) -> float:
    """Weight per word that says something; a preposition costs nothing beside what it brings."""
    mass = sum(weight.get(i, 0.0) for i in option.tokens)
    content = sum(tree.tokens[i].pos not in _FUNCTION for i in option.tokens)
    return option.rule.weight * mass / float(max(1, content) ** 0.7)


_FUNCTION = frozenset({"ADP", "DET", "PART", "PUNCT", "CCONJ", "SCONJ", "AUX"})


def close(tree: Tree, kept: frozenset[int]) -> frozenset[int]:
    """Figures whole or not at all, hyphenated words whole, and punctuation where both its neighbours stay."""
    tokens = tree.tokens
    grown = set(kept)
    for parts in figure_parts(tree):
        if parts & grown:
            grown |= parts
    for quotation in tree.quotations:
        # A few quoted words stay quoted, whole and with their marks.
        if len(quotation) <= _SHORT_QUOTATION and grown & set(quotation):
            grown |= set(quotation)
    glue, marks = _marks_of(tree)
    for index in glue:
        around = {index - 1, index + 1}
        if around & grown:
            grown |= around | {index}
    closing = {quotation[-1] for quotation in tree.quotations}
    for index in marks:
        inner = index - 1 in grown and index + 1 in grown
        if inner and tokens[index].text not in {".", ";", ":", "--", "—", "–"}:
            grown.add(index)
        elif (
            index in grown
            and index + 1 not in grown
            and not _sets_off(tree, index, kept)
            and index not in glue
            and tokens[index].text not in _MARKS
            and index not in closing
        ):
            grown.discard(index)
    return frozenset(grown)


@lru_cache(maxsize=1 << 7)
def _marks_of(tree: Tree) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The tokens that glue their neighbours together, and all punctuation."""
    glue = tuple(t.index for t in tree.tokens if _glued(tree, t.index))
    return glue, tuple(t.index for t in tree.tokens if t.dep == "punct" or t.pos == "PUNCT")


def _sets_off(tree: Tree, index: int, kept: frozenset[int]) -> bool:
    """Whether a comma that a part brought along still stands between words: ", (last) seen at the gate, ..."."""
    if index not in kept or tree.tokens[index].text != ",":
        return False
    behind = next((tree.tokens[i] for i in sorted(kept) if i > index), None)
    return behind is not None and behind.dep != "punct"


def _glued(tree: Tree, index: int) -> bool:
    """A token with no space on either side: the hyphen of "air-defence"."""
    tokens = tree.tokens
    return (
        0 < index < len(tokens) - 1
        and tokens[index - 1].end == tokens[index].start
        and tokens[index].end == tokens[index + 1].start
        and not tokens[index].text.isalnum()
        and tokens[index].text not in {'"', ",", ".", ";", ":", "“", "”", "'", "—", "–", "--"}
    )
