"""Who says the clause of a figure, told from the dependency parse."""

from summarise.figures.parsed.setting import noun_phrase
from summarise.figures.parsed.subjects import subject_token
from summarise.figures.parsed.tree import Tree, syntax_words
from summarise.model import Figure, Span
from summarise.resources import word_list

_QUOTES = frozenset({'"', "“", "”"})
_PRONOUNS = frozenset({"PRON", "DET"})


def said_by(tree: Tree, figure: Figure, verb: int) -> Span | None:
    """Who says the clause of the verb: the subject of a verb of saying above it or beside it."""
    at = verb
    for head in (verb, *tree.up(verb)):
        if head != verb and tree.tokens[at].dep in ("relcl", "acl", "advcl", "appos"):
            return None  # the writer may tell this himself: "Ms Reed, who leads 40 people, said"
        if head != verb and _says(tree, head) and tree.tokens[at].dep in ("ccomp", "parataxis"):
            return _near(tree, figure, _speaker(tree, head, figure))
        for child in tree.children[head]:
            inner = tree.tokens[child]
            told = inner.dep in ("parataxis", "ccomp", "advcl") and child > head and child != at
            if told and _says(tree, child) and _parenthetic(tree, child):
                return _near(tree, figure, _speaker(tree, child, figure))
            if inner.text.lower() == "according" and tree.tokens[head].pos != "NOUN":
                return _near(tree, figure, _source(tree, child, figure))
        at = head
    return None


def _near(tree: Tree, figure: Figure, span: Span | None) -> Span | None:
    """The speaker, if he and the figure stand in the same part of the sentence."""
    if span is None:
        return None
    between = Span(min(span.end, figure.end), max(span.start, figure.start))
    return None if ";" in tree.text(between) else span


def _says(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if not tree.is_verb(index) or token.lemma in syntax_words("verbs", "not_saying"):
        return False
    return token.lemma in word_list("en/reporting_verbs.txt") or token.lemma in syntax_words(
        "verbs", "saying"
    )


def _parenthetic(tree: Tree, verb: int) -> bool:
    """ "..., police said": set off by a comma, with nothing of its own behind but a time or a place."""
    below = tree.children[verb]
    return not any(tree.tokens[c].dep in ("ccomp", "dobj") for c in below) and any(
        tree.tokens[i].text in (",", *_QUOTES) for i in range(max(0, min([verb, *below]) - 2), verb)
    )


def _speaker(tree: Tree, verb: int, figure: Figure) -> Span | None:
    subject = subject_token(tree, verb)
    if subject is None:
        return None
    passive = tree.tokens[subject].dep == "nsubjpass"
    return None if passive else _name(tree, subject, figure)


def _source(tree: Tree, according: int, figure: Figure) -> Span | None:
    to = next((c for c in tree.children[according] if tree.tokens[c].text == "to"), according + 1)
    inner = tree.child(to, "pobj") if to < len(tree.tokens) else None
    return _name(tree, inner, figure) if inner is not None else None


def _name(tree: Tree, head: int, figure: Figure) -> Span | None:
    """The noun phrase of a speaker, without its relative clauses and appositions."""
    if tree.tokens[head].pos in _PRONOUNS or not tree.is_noun(head):
        return None
    found = noun_phrase(tree, head)
    if found is None or (found.start < figure.end and figure.start < found.end):
        return None
    return found
