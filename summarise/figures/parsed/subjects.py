"""The subject of a verb in a parsed sentence."""

from summarise.figures.parsed.beside import is_thing
from summarise.figures.parsed.tree import Tree, syntax_words

_STEPS = 10
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_SUBJECTS = ("nsubj", "nsubjpass")
_THROUGH = frozenset({"conj", "xcomp", "advcl", "ccomp", "dep", "acomp", "pcomp", "prep", "oprd"})


def subject_of(tree: Tree, verb: int, busy: frozenset[int] = frozenset()) -> int | None:
    """The noun that is the subject of a verb, told or understood; None for a pronoun."""

    def good(index: int) -> int | None:
        return index if index not in busy and is_thing(tree, index) else None

    at = verb
    for _ in range(_STEPS):
        head, dep = tree.heads[at], tree.tokens[at].dep
        found = subject_token(tree, at)
        if found is not None:
            counted = tree.tokens[found].lemma in syntax_words("nouns", "empty")
            owner = next((c for c in tree.children[found] if tree.tokens[c].tag == "WP$"), None)
            relative = tree.tokens[found].tag in _RELATIVE or tree.tokens[found].lemma == "that"
            if relative or (counted and owner is not None):
                # "a yacht that he says is worth £5": the relative clause may be further up.
                clause = next(
                    (i for i in (at, *tree.up(at)) if tree.tokens[i].dep not in ("ccomp", "xcomp", "conj")),
                    at,
                )
                return good(tree.heads[clause]) if tree.tokens[clause].dep == "relcl" else None
            return good(found)
        if dep in ("acl", "relcl"):
            return good(head)
        if dep not in _THROUGH or head == at:
            return None
        if dep == "ccomp" and tree.tokens[at].tag not in ("VB", "VBN", "VBG"):
            return None
        if dep == "xcomp":
            given = tree.child(head, "dobj")
            if given is not None and given < at:
                return good(given)
            if tree.tokens[head].lemma in syntax_words("verbs", "of_object"):
                return None
        at = head
    return None


def subject_token(tree: Tree, verb: int) -> int | None:
    """The subject that hangs on a verb, the nearest before it if there are two."""
    before = [c for c in tree.children[verb] if c < verb and tree.tokens[c].dep in _SUBJECTS]
    return before[-1] if before else tree.child(verb, *_SUBJECTS)
