"""What of a sentence stays around a figure: its clause, its predicate or its noun phrase, cut short.

As in `compress`, nothing is reordered; but the way from the verb down to the figure stays whatever
the rules of deletion say of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from .compress.deletion import Option, close
from .figure_lines_keep import commas, grown_to, hold, length, take
from .tree import Tree

Form = Literal["clause", "predicate", "phrase"]

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
# A sentence of so many words is a line by itself.
_SHORT = 11
_RELATIVE = frozenset({"which", "who", "that"})
# With these for a subject a clause says nothing by itself.
_POINTING = frozenset(
    "he she it they we i you this that these those both others another one some who which what "
    "him her them himself itself themselves pair duo trio former latter".split()
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})


@dataclass(frozen=True, slots=True)
class Cut:
    """Tokens of a sentence that make a line, with the verb that governs them, if any."""

    kept: frozenset[int]
    form: Form
    verb: int | None = None
    subject: int | None = None


def cuts(tree: Tree, part: frozenset[int]) -> Iterator[Cut]:
    """Lines around the tokens of a figure: its clause and the one above, then its predicate, then its noun phrase."""
    top = _top(tree, part)
    way = [top, *tree.path_up(top)]
    pronouns: list[Cut] = []
    clauses = 0
    for position, verb in enumerate(way):
        subject = _subject(tree, verb)
        if subject is None or not _finite(tree, verb) or _open(tree, verb) or _far(tree, verb, subject):
            continue
        path = frozenset(way[: position + 1]) | part
        cut = _clause(tree, verb, subject, path)
        if cut is None:
            break
        assert cut.subject is not None
        if tree.tokens[cut.subject].text.lower() not in _POINTING or _expletive(tree, subject):
            yield cut
            clauses += 1
            if clauses > 1:
                break
            continue
        pronouns.append(cut)
        if len(pronouns) > 1:
            break
    for cut in pronouns[:1]:
        yield _predicate(tree, cut, part)
    if length(tree, frozenset(range(len(tree.tokens)))) <= _SHORT:
        yield Cut(frozenset(t.index for t in tree.tokens), "predicate", tree.root)
    yield from _phrases(tree, way, part)
    yield from (replace(cut, form="predicate") for cut in pronouns[:1])


def _open(tree: Tree, verb: int) -> bool:
    """Whether a clause is a condition or a question that hangs on another: "if", "whether", "how much"."""
    token = tree.tokens[verb]
    for child in tree.children[verb]:
        word = tree.tokens[child]
        if word.dep == "mark" and word.text.lower() in {"if", "unless", "whether"}:
            return True
        if word.tag in {"WRB", "WP", "WDT"} and token.dep not in {"relcl", "advcl"}:
            return True
    return False


def _top(tree: Tree, part: frozenset[int]) -> int:
    return next(
        (i for i in sorted(part) if tree.tokens[i].head not in part or tree.tokens[i].head == i), min(part)
    )


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, its own or that of the verb it is joined to."""
    if tree.tokens[verb].pos not in {"VERB", "AUX"}:
        return None
    at = verb
    for _ in range(4):
        own = list(tree.offspring(at, *_SUBJECTS))
        if own:
            expletive = next((c for c in own if tree.tokens[c].dep == "expl"), None)
            return own[0] if expletive is None else expletive
        above = tree.tokens[at].head
        if tree.tokens[at].dep != "conj" or above == at or tree.tokens[above].pos not in {"VERB", "AUX"}:
            return None
        at = above
    return None


def _expletive(tree: Tree, subject: int) -> bool:
    return tree.tokens[subject].dep == "expl"


def _finite(tree: Tree, verb: int) -> bool:
    helpers = list(tree.offspring(verb, "aux", "auxpass"))
    if helpers:
        return not any(tree.tokens[i].tag == "TO" for i in helpers)
    # "messages stopped by the firm": a passive without its auxiliary is no main clause.
    token = tree.tokens[verb]
    subject = tree.child(verb, "nsubj")
    single = subject is not None and tree.tokens[subject].tag in {"NN", "NNP"}
    if subject is not None and single and token.tag == "VBP" and token.dep == "ccomp":
        # "to see the bank return £5m": an infinitive that the tagger took for a finite verb.
        return tree.child(subject, "cc") is not None
    return token.tag in _FINITE and (token.head == verb or tree.child(verb, "agent") is None)


def _far(tree: Tree, verb: int, subject: int) -> bool:
    """ "the attack on the school that killed ten": what "that" stands for is anybody's guess."""
    if tree.tokens[verb].dep != "relcl" or tree.tokens[subject].text.lower() not in {"that", "which"}:
        return False
    return tree.tokens[tree.tokens[verb].head].dep == "pobj" and not tree.comma_before(verb)


def _clause(tree: Tree, verb: int, subject: int, path: frozenset[int]) -> Cut | None:
    """The clause of a verb with its subject; None if it takes too many words."""
    for bare in (False, True):
        core: set[int] = set()
        options: list[Option] = []
        hold(tree, verb, path, core, options, bare)
        head = subject
        if tree.tokens[verb].dep == "relcl" and tree.tokens[subject].text.lower() in _RELATIVE:
            # ", which cost £3m": what the pronoun stands for is its subject.
            core.discard(subject)
            head = tree.tokens[verb].head
            take(tree, head, core, options, bare, frozenset({verb}))
        elif subject not in core:
            take(tree, subject, core, options, bare)
            core |= _borrowed(tree, verb)
        core -= _openers(tree, verb)
        kept = grown_to(tree, frozenset(core), options, min(tree.subtree(head)), verb)
        if kept is not None:
            return Cut(kept, "clause", verb, head)
    return None


def _borrowed(tree: Tree, verb: int) -> set[int]:
    """What a second predicate shares with the first: "31 were killed and 80 wounded", "did not come or call"."""
    first = tree.tokens[verb].head
    if tree.child(verb, "aux", "auxpass") is not None:
        return set()
    shared = set(tree.offspring(first, "neg")) if _shared(tree, verb) else set()
    if tree.tokens[verb].tag in {"VBN", "VB", "VBG"} or shared:
        shared |= set(tree.offspring(first, "aux", "auxpass"))
    return shared


def _openers(tree: Tree, verb: int) -> set[int]:
    """ "when", "where" and "as" before a clause that now stands alone."""
    return {
        i
        for i in tree.children[verb]
        if (tree.tokens[i].dep == "mark" or (tree.tokens[i].tag == "WRB" and i < verb))
        and tree.tokens[i].text.lower() not in {"if", "unless", "whether"}
    }


def _shared(tree: Tree, verb: int) -> bool:
    return tree.child(verb, *_SUBJECTS) is None and tree.child(verb, "aux", "auxpass") is None


def _predicate(tree: Tree, cut: Cut, part: frozenset[int]) -> Cut:
    """The clause without its subject, and without "has", "is" and the like.

    Where that reads badly it keeps its pronoun: "For two weeks, he was out", "It's not cheap at £7m".
    """
    assert cut.verb is not None
    assert cut.subject is not None
    helpers = {i for i in tree.offspring(cut.verb, "aux", "auxpass") if i in cut.kept}
    if tree.tokens[cut.verb].lemma == "be":
        helpers.add(cut.verb)
    kept = cut.kept - set(tree.subtree(cut.subject))
    fronted = min(kept, default=0) < cut.subject
    bound = any(tree.tokens[i].tag == "MD" for i in helpers) or tree.child(cut.verb, "neg") is not None
    if fronted or bound:
        return replace(cut, form="predicate")
    kept -= {
        i
        for i in helpers
        if tree.tokens[i].lemma in {"be", "have", "do", "'s", "’s", "'ve", "’ve", "'re", "’re"}
    }
    return Cut(kept | part, "predicate", cut.verb, None)


def _phrases(tree: Tree, way: list[int], part: frozenset[int]) -> Iterator[Cut]:
    """The largest noun phrase around the figure that is short enough."""
    nouns: list[int] = []
    for position, index in enumerate(way):
        token = tree.tokens[index]
        if token.pos in {"VERB", "AUX"} and token.dep not in {"acl", "relcl"} and index not in part:
            break
        if token.pos in {"NOUN", "PROPN"} and index not in part and token.dep != "conj":
            nouns.append(position)
    for position in reversed(nouns):
        core: set[int] = set()
        options: list[Option] = []
        hold(tree, way[position], frozenset(way[:position]) | part, core, options, False)
        kept = grown_to(tree, frozenset(core) | part, options, 0, way[position])
        if kept is not None:
            yield Cut(kept, "phrase")
            break
    lowest = next((p for p, i in enumerate(way) if tree.tokens[i].pos == "PROPN" and i not in part), None)
    if lowest is not None:
        core = set()
        hold(tree, way[lowest], frozenset(way[:lowest]) | part, core, [], True)
        yield Cut(commas(tree, close(tree, frozenset(core) | part), way[lowest]), "phrase")
