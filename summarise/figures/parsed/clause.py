"""The clause of a figure, told from the dependency parse: its verb, and whether what it says holds."""

from summarise.figures.lexicon import word_class
from summarise.figures.parsed.tree import Tree, syntax_words
from summarise.model import Figure, Role

_CLAUSAL = frozenset({"ccomp", "xcomp", "pcomp", "csubj", "csubjpass", "acomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_COMPLEMENTS = frozenset({"attr", "acomp", "oprd", "xcomp", "ccomp"})
_ADVERBIAL = frozenset({"prep", "npadvmod", "advmod", "agent", "advcl", "prt"})
_OF_NOUN = frozenset({"nummod", "amod", "compound", "nmod"})
_MODALS = frozenset({"could", "would", "may", "might", "should", "'d", "’d"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_NOT_NEGATING = frozenset({"only", "more", "less", "fewer", "just", "least", "until", "later"})


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


def negation(tree: Tree, figure: Figure, top: int, path: list[int]) -> bool:
    """Whether the figure is denied: its verb or one above it is negated, or one above it denies."""
    for order, entry in enumerate(path):
        if entry < 0:
            continue
        above = tree.tokens[entry]
        if order and above.lemma in syntax_words("verbs", "denying") and above.start < figure.start:
            return True
        for child in tree.children[entry]:
            if tree.tokens[child].dep == "neg" and _negates(tree, child, figure):
                return True
    near = [top, *(head for head, _ in zip(tree.up(top), range(2), strict=False) if not tree.is_verb(head))]
    return any(
        tree.tokens[child].text.lower() in ("no", "not", "never")
        and tree.tokens[child].dep in ("neg", "preconj")
        and _negates(tree, child, figure)
        for index in near
        for child in tree.children[index]
    )


def _negates(tree: Tree, index: int, figure: Figure) -> bool:
    following = tree.tokens[index + 1].text.lower() if index + 1 < len(tree.tokens) else ""
    return tree.tokens[index].start < figure.end and following not in _NOT_NEGATING


def supposed(tree: Tree, path: list[int]) -> bool:
    """Whether a modal, a plan or a condition governs the clause."""
    plans = word_class("context", "plans")
    for order, entry in enumerate(path):
        index = entry if entry >= 0 else -1 - entry
        if order and entry >= 0 and tree.tokens[index].text.lower() in plans:
            return True
        for child in tree.children[index]:
            token = tree.tokens[child]
            if (
                token.dep == "aux"
                and token.text in _MODALS
                and (entry >= 0 or not _has_auxiliary(tree, path[0]))
            ):
                return True
            if entry >= 0 and token.dep == "mark" and token.text.lower() in _CONDITIONS:
                return True
            if (
                order == 0
                and token.dep == "advcl"
                and any(
                    tree.tokens[c].dep == "mark" and tree.tokens[c].text.lower() in ("if", "unless")
                    for c in tree.children[child]
                )
            ):
                return True
    return False


def _has_auxiliary(tree: Tree, verb: int) -> bool:
    finite = tree.tokens[verb].tag not in ("VB", "VBN")  # "could rise and | killed": of its own
    return finite or tree.child(verb, "aux", "nsubj", "nsubjpass") is not None


def cue_elsewhere(tree: Tree, figure: Figure, path: list[int], cues: frozenset[str]) -> bool:
    """Whether every such word before the figure hangs on a verb that does not govern it."""
    known = {entry for entry in path if entry >= 0} | {-1 - entry for entry in path if entry < 0}
    found = [
        i
        for i, t in enumerate(tree.tokens)
        if t.start < figure.end and (t.text.lower() in cues or t.text.lower() in ("n't", "n’t"))
    ]
    heads = [tree.heads[i] if tree.tokens[i].dep in ("neg", "aux", "mark") else i for i in found]
    return bool(found) and all(
        tree.is_verb(head) and head not in known and tree.tokens[found[order]].dep in ("neg", "aux")
        for order, head in enumerate(heads)
    )
