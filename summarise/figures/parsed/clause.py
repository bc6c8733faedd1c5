"""The clause of a figure, told from the dependency parse: its verb, its role and the clauses above."""

from summarise.figures.parsed.tree import Tree, syntax_words
from summarise.model import Figure, Role

_CLAUSAL = frozenset({"ccomp", "xcomp", "pcomp", "csubj", "csubjpass", "acomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_COMPLEMENTS = frozenset({"attr", "acomp", "oprd", "xcomp", "ccomp"})
_ADVERBIAL = frozenset({"prep", "npadvmod", "advmod", "agent", "advcl", "prt"})
_OF_NOUN = frozenset({"nummod", "amod", "compound", "nmod"})


def main_verb(tree: Tree, figure: Figure, top: int) -> tuple[int, Role] | None:
    """The verb that governs a figure and what the figure's phrase is to it; None if there is none.

    Args:
        tree: the sentence.
        figure: the figure.
        top: its uppermost token.
    """
    inside = frozenset(tree.within((figure.start, figure.end)))
    if figure.kind == "ratio" and tree.is_verb(top) and len(inside) == 1:
        return top, "complement"  # "doubled"
    last = max(inside)
    # A bare count is a part of its phrase: "40 | people"; "a 5% | rise" and "a 12- | member panel" hang on another.
    hyphen = last + 1 < len(tree.tokens) and tree.tokens[last + 1].text in ("-", "‐", "‑")
    bare = figure.unit is None and figure.kind in ("count", "ratio", "rate") and not hyphen
    modifies = False
    at = top
    for head in tree.up(top):
        dep = tree.tokens[at].dep
        if tree.is_verb(head) and head not in inside and tree.tokens[head].text.lower() != "aged":
            role = _role(dep)
            return None if role is None else (head, "modifier" if modifies else role)
        if tree.is_noun(head) and head not in inside:
            attached = dep in ("prep", "acl", "relcl", "appos") and tree.tokens[
                head
            ].lemma not in syntax_words("nouns", "empty")
            modifies = modifies or attached or (dep in _OF_NOUN and not bare)
        at = head
    return None


def _role(dep: str) -> Role | None:
    if dep in _SUBJECTS:
        return "subject"
    if dep in _OBJECTS:
        return "object"
    if dep in _COMPLEMENTS:
        return "complement"
    return "adverbial" if dep in _ADVERBIAL else None


def clauses_above(tree: Tree, verb: int) -> list[int]:
    """The verb and the words whose content its clause is, outwards: "rose", "denied", "said"."""
    path = [verb]
    at = verb
    for head in tree.up(verb):
        dep = tree.tokens[at].dep
        of_noun = dep in ("acl", "pcomp", "prep", "relcl") and not tree.is_verb(head)
        if dep == "conj" and tree.is_verb(head):
            # What governs the first of two joined verbs governs the second, but not what hangs on the first.
            path.append(-1 - head)
        elif dep in _CLAUSAL or (of_noun and dep != "relcl"):
            path.append(head)
        else:
            break
        at = head
    return path
