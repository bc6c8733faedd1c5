"""What the fitted models see of a token: itself, its governors, its neighbours and its place in the tree.

Features are strings, hashed to a fixed number of columns (Weinberger et al., "Feature hashing for
large scale multitask learning", ICML 2009) by CRC-32, which is the same on every machine.
"""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from ..tree import Tree, is_time

BITS = 17
_COLUMNS = (1 << BITS) - 1
_DEEPEST = 7
_PATH = 4
_LENGTHS = (6, 10, 15, 20, 25, 30, 40)
_SIZES = (1, 2, 3, 4, 6, 9, 13, 20)


@lru_cache(maxsize=1 << 18)
def column(feature: str) -> int:
    """The column of a feature."""
    return crc32(feature.encode()) & _COLUMNS


def token_columns(tree: Tree) -> list[list[int]]:
    """The columns of the features that each token of a sentence has."""
    return [[column(feature) for feature in features] for features in token_features(tree)]


def token_features(tree: Tree) -> list[list[str]]:
    """The features of each token of a sentence, by name."""
    depths, sizes = depths_of(tree), sizes_of(tree)
    figure_kinds = _figure_kinds(tree)
    length = _bucket(len(tree.tokens), _LENGTHS)
    return [
        _features(tree, index, depths, sizes, figure_kinds.get(index, ""), length)
        for index in range(len(tree.tokens))
    ]


# Each view of a sentence asks for them again.
@lru_cache(maxsize=1 << 6)
def depths_of(tree: Tree) -> tuple[int, ...]:
    """How many governors stand above each token."""
    depths = [-1] * len(tree.tokens)
    waiting = [(tree.root, 0)]
    while waiting:
        index, depth = waiting.pop()
        depths[index] = depth
        waiting += [(child, depth + 1) for child in tree.children[index]]
    return tuple(depths)


@lru_cache(maxsize=1 << 6)
def sizes_of(tree: Tree) -> tuple[int, ...]:
    """How many tokens the subtree of each token has."""
    sizes = [1] * len(tree.tokens)

    def measure(index: int) -> int:
        sizes[index] = 1 + sum(measure(child) for child in tree.children[index])
        return sizes[index]

    measure(tree.root)
    return tuple(sizes)


def _figure_kinds(tree: Tree) -> dict[int, str]:
    return {
        token.index: figure.kind
        for figure in tree.figures
        for token in tree.tokens
        if token.start < figure.end and token.end > figure.start
    }


def _bucket(value: int, limits: Sequence[int]) -> int:
    return sum(value > limit for limit in limits)


def _features(
    tree: Tree, index: int, depths: Sequence[int], sizes: Sequence[int], figure: str, length: int
) -> list[str]:
    tokens = tree.tokens
    token = tokens[index]
    parent = tokens[token.head]
    grandparent = tokens[parent.head]
    top = parent.index == token.index
    dep, tag, word, lemma = token.dep, token.tag, token.text.lower(), token.lemma
    above = [] if top else list(tree.path_up(index))
    path = [tokens[i].dep for i in above[:_PATH]]
    before = tokens[index - 1] if index else None
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    before_tag = before.tag if before else "^"
    behind_tag = behind.tag if behind else "$"
    siblings = () if top else tree.children[parent.index]
    at = siblings.index(index) if siblings else 0
    left = tokens[siblings[at - 1]].dep if at > 0 else "^"
    right = tokens[siblings[at + 1]].dep if siblings and at + 1 < len(siblings) else "$"
    side = "0" if top else "<" if index < parent.index else ">"
    depth, size = min(depths[index], _DEEPEST), _bucket(sizes[index], _SIZES)
    place = 10 * index // len(tokens)
    own = [tokens[c] for c in tree.children[index]]
    inner = next((c.lemma for c in own if c.dep in {"pobj", "mark", "advmod", "nsubj"}), "")
    comma = "," if tree.comma_before(index) else ""
    capital = "A" if token.text[:1].isupper() else "1" if token.text[:1].isdigit() else "a"
    when = (
        "when" if token.dep in {"npadvmod", "prep", "pobj", "nmod", "advmod"} and is_time(tree, index) else ""
    )
    spans = [
        d
        for d in ("relcl", "advcl", "appos", "ccomp", "acl", "conj", "prep", "parataxis")
        if d in path or d == dep
    ]
    return [
        "bias",
        f"d {dep}",
        f"t {tag}",
        f"w {word}",
        f"l {lemma} {dep}",
        f"td {tag} {dep}",
        f"dp {dep} {parent.dep} {side}",
        f"dpt {dep} {parent.tag}",
        f"dpl {dep} {parent.lemma}",
        f"lpl {lemma} {parent.lemma}",
        f"tdtd {tag} {dep} {parent.tag} {parent.dep}",
        f"ddd {dep} {parent.dep} {grandparent.dep}",
        f"ttt {tag} {parent.tag} {grandparent.tag}",
        f"path {dep} {' '.join(path)}",
        f"inside {' '.join(spans)} {side}",
        f"depth {depth} {dep}",
        f"size {size} {dep} {parent.dep}",
        f"place {place}",
        f"place {place} {dep}",
        f"length {length} {dep}",
        f"length {length} {depth} {place}",
        f"order {left} {dep} {right}",
        f"left {left} {dep} {parent.dep}",
        f"right {right} {dep} {parent.dep}",
        f"n {len(own)} {dep}",
        f"own {' '.join(dict.fromkeys(c.dep for c in own))} {dep}",
        f"inner {dep} {inner}",
        f"wi {word} {inner}",
        f"b {before.text.lower() if before else '^'}",
        f"f {behind.text.lower() if behind else '$'}",
        f"btf {before_tag} {tag} {behind_tag}",
        f"bt {before_tag} {dep}",
        f"ft {behind_tag} {dep}",
        f"comma {comma} {dep} {side} {parent.tag}",
        f"comma {comma} {dep} {size}",
        f"figure {figure} {dep}",
        f"figure {figure} {parent.dep} {parent.lemma}",
        f"capital {capital} {dep}",
        f"when {when} {dep} {side} {parent.dep}",
        f"quoted {index in tree.quoted} {dep}",
        f"head {parent.lemma} {word}",
        f"gap {min(9, abs(index - parent.index))} {dep} {side}",
        f"pw {parent.text.lower()} {dep} {side}",
        f"gl {grandparent.lemma} {dep} {parent.dep}",
    ]
