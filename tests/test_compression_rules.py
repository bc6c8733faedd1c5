"""The register of deletion rules: each rule has an example beside it, and decides it."""

import re

import pytest

from summarise.figures import find_figures
from summarise.language.segment import segment
from summarise.language.syntax import parse
from summarise.model import Article, Span
from summarise.phrasing.compress.dependents import always
from summarise.phrasing.compress.rules import RULES, Rule, decide
from summarise.phrasing.tree import Tree, grow

BRACKETED = re.compile(r"([^\[\]]*)\[([^\[\]]+)\]([^\[\]]*)")


def read(example: str) -> tuple[str, Span]:
    """The sentence of an example, and where in it the bracketed part stands."""
    match = BRACKETED.fullmatch(example)
    assert match is not None, f"not one part in square brackets: {example!r}"
    before, part, behind = match.groups()
    return before + part + behind, Span(len(before), len(before) + len(part))


def parsed(text: str) -> Tree:
    sentences = segment(Article(text))
    (one,) = parse([sentences])[0]
    tree = grow(one, find_figures(text, sentences))
    assert tree is not None
    return tree


def without_commas(tree: Tree, tokens: set[int]) -> list[str]:
    return [tree.tokens[i].text for i in sorted(tokens) if tree.tokens[i].text != ","]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_decides_its_example(rule: Rule) -> None:
    text, part = read(rule.example)
    tree = parsed(text)
    inside = {t.index for t in tree.tokens if part.start <= t.start and t.end <= part.end}
    tops = [i for i in sorted(inside) if tree.tokens[i].head not in inside]
    assert len(tops) == 1, f"the part hangs on the rest by {[tree.tokens[i].text for i in tops]}"
    top = tops[0]
    assert without_commas(tree, set(tree.subtree(top))) == without_commas(tree, inside)
    assert decide(tree, top) is rule, f"{decide(tree, top).name!r} decides it"


def test_no_name_and_no_sentence_comes_twice() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert len({read(rule.example)[0] for rule in RULES}) == len(RULES)


def test_no_rule_waits_for_what_another_always_takes() -> None:
    """A rule without a condition leaves nothing of its labels to those behind it."""
    taken: dict[str, str] = {}
    for rule in RULES:
        assert "" not in taken, f"{taken['']!r} takes everything before {rule.name!r}"
        labels = rule.deps.split() or [""]
        idle = {label: taken[label] for label in labels if label in taken}
        assert not idle, f"{rule.name!r} never gets {idle}"
        if rule.test is always and not rule.at:
            taken |= dict.fromkeys(labels, rule.name)
