"""Bonds of denials and negations: a part left out of what is denied makes the denial too large."""

from collections.abc import Iterator

from ..tree import Tree, is_time
from .complements import denied_by_particle, whole_complements
from .register import entry
from .together import Pair, behind, of_today, text, whole

_NEGATING = frozenset("not never n't n’t nor neither nobody nothing none no".split())
# Behind a negated verb; "after" and "when" tell only what else happened.
_BINDING = frozenset("because until till unless without before if to that whether than as".split())


def denied(tree: Tree) -> Iterator[Pair]:
    """ "denied taking bribes from a builder": all of it, or nothing."""
    for token in tree.tokens:
        if token.pos not in {"VERB", "AUX"}:
            continue
        if token.lemma in entry("denying", "verbs") or denied_by_particle(tree, token.index):
            # "ruled out sending troops": the parser may take the gerund for an adjunct.
            gerunds = [i for i in behind(tree, token.index, "advcl") if tree.tokens[i].tag == "VBG"]
            acts = [i for i in gerunds if tree.child(i, "mark") is None]
            needs = whole_complements(tree, token.index)
            yield {token.index}, needs.union(*(whole(tree, i, True) for i in acts))


def negated(tree: Tree) -> Iterator[Pair]:
    """ "has never scored at the Riverside": a negated verb with its adjuncts and all of its object."""
    for token in tree.tokens:
        if token.pos not in {"VERB", "AUX"} or not _negated(tree, token.index):
            continue
        needs = set(whole_complements(tree, token.index))
        for child in behind(tree, token.index, "prep", "advcl", "advmod", "npadvmod"):
            clause = tree.tokens[child].dep == "advcl"
            if of_today(tree, child) or (clause and not _binds(tree, child)):
                continue
            needs |= whole(tree, child, True)
        needs |= {t.index for t in tree.tokens if t.head == token.index and t.dep == "neg"}
        yield {token.index}, needs
    for token in tree.tokens:
        # "without warning": its phrase is denied as well. "until" and "no evidence that" alike.
        alone = token.dep in {"prep", "mark"} and token.text.lower() in {"without", "until", "till", "unless"}
        if alone:
            top = token.index if token.dep == "prep" else token.head
            yield {token.index}, whole(tree, top, True)
        if token.dep == "det" and token.text.lower() == "no":
            for child in behind(tree, token.head, "acl", "relcl"):
                yield {token.head}, whole(tree, child)


def _negated(tree: Tree, verb: int) -> bool:
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if token.dep == "neg" and token.text.lower() in _NEGATING:
            return True
        if token.dep == "advmod" and token.text.lower() in {"never", "nowhere"}:
            return True
        # "no player had beaten a seed since 1998"
        denies = {token.text.lower(), *(text(tree, i) for i in tree.offspring(child, "det", "preconj"))}
        if token.dep in {"nsubj", "nsubjpass"} and denies & _NEGATING:
            return True
    return False


def _binds(tree: Tree, clause: int) -> bool:
    mark = tree.child(clause, "mark", "advmod", "aux")
    return mark is not None and text(tree, mark) in _BINDING


def banned(tree: Tree) -> Iterator[Pair]:
    """ "ban on the sale of raw milk": the noun may stand bare, what is banned may not be cut."""
    for token in tree.tokens:
        if token.lemma not in entry("denying", "nouns") or token.pos != "NOUN":
            continue
        for child in behind(tree, token.index, "prep", "acl", "relcl"):
            if not is_time(tree, child):
                yield {token.index, child}, whole(tree, child)


def contrast(tree: Tree) -> Iterator[Pair]:
    """ "not 40 but 14", "on Sundays, but only in towns": both sides or none."""
    for token in tree.tokens:
        if token.dep != "cc" or token.text.lower() != "but" or token.head >= token.index:
            continue
        first = tree.tokens[token.head]
        second = next((i for i in tree.offspring(first.index, "conj") if i > token.index), None)
        # "did not win, but drew": two predicates are two statements.
        if second is None or tree.tokens[second].pos in {"VERB", "AUX"}:
            continue
        needs = whole(tree, second) | {token.index}
        yield {first.index}, needs
        if first.dep in {"prep", "advmod"}:
            # "shops may open on Sundays, but only in towns": the verb is bounded as well.
            yield {first.head}, needs
        for denied_word in tree.tokens[: token.index]:
            near = denied_word.head in {first.index, first.head}
            if near and denied_word.dep == "neg" and denied_word.text.lower() == "not":
                yield {denied_word.index}, needs
