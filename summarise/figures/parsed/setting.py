"""Where and when a figure holds, told from the dependency parse."""

from summarise.figures.parsed.beside import is_thing
from summarise.figures.parsed.tree import Tree, syntax_words
from summarise.model import Figure, Span

_LONGEST = 12  # tokens of a speaker, a place or a time


def where(tree: Tree, figure: Figure, verb: int, noun: int | None) -> Span | None:
    """Where it happens: the nearest place that hangs on the verb or on what is counted."""
    found: list[Span] = []
    for holder in (verb, *(() if noun is None else (noun,))):
        for prep in tree.children[holder]:
            if tree.tokens[prep].dep != "prep" or tree.tokens[prep].text.lower() not in syntax_words(
                "words", "of_place"
            ):
                continue
            inner = tree.child(prep, "pobj")
            if inner is not None and _is_place(tree, prep, inner):
                span = noun_phrase(tree, inner)
                if span is not None:
                    found.append(span)
    return _nearest(figure, found)


def _is_place(tree: Tree, prep: int, head: int) -> bool:
    token = tree.tokens[head]
    if token.lemma in syntax_words("nouns", "times") or token.lemma in syntax_words("nouns", "bodies"):
        return False
    if token.lemma in syntax_words("nouns", "places"):
        return True
    named = (
        token.pos == "PROPN"
        and is_thing(tree, head)
        and not any(tree.tokens[c].pos == "NUM" for c in tree.children[head])
    )
    return named and tree.tokens[prep].text.lower() in (
        "in",
        "near",
        "across",
        "outside",
        "around",
        "throughout",
        "off",
    )


def when(tree: Tree, figure: Figure, verb: int) -> Span | None:
    """When it happens: the nearest time that hangs on the verb, with its preposition."""
    found: list[Span] = []
    for child in tree.children[verb]:
        token = tree.tokens[child]
        low = token.text.lower()
        if token.dep == "npadvmod" and token.lemma in syntax_words("nouns", "times"):
            span = noun_phrase(tree, child)
        elif token.dep == "advmod" and low in syntax_words("words", "adverbs_of_time"):
            span = _adverb(tree, child)
        elif token.dep == "prep" and low in syntax_words("words", "of_time"):
            span = _dated(tree, child)
        else:
            continue
        if span is not None:
            found.append(span)
    return _nearest(figure, found)


def _adverb(tree: Tree, index: int) -> Span | None:
    """ "yesterday", "a year earlier", "three weeks ago"."""
    begin = index
    below = set(tree.subtree(index))
    while begin - 1 in below and index - begin < 5 and tree.joined(begin - 1):
        begin -= 1
    if begin == index and tree.tokens[index].text.lower() in ("ago", "earlier", "later"):
        return None
    return Span(tree.tokens[begin].start, tree.tokens[index].end)


def _dated(tree: Tree, prep: int) -> Span | None:
    inner = tree.child(prep, "pobj")
    if inner is None:
        return None
    token = tree.tokens[inner]
    year = (
        token.text.isascii()
        and token.text.isdigit()
        and len(token.text) == 4
        and token.text[:2] in ("18", "19", "20")
    )
    if not year and (token.lemma not in syntax_words("nouns", "times") or not _points(tree, prep, inner)):
        return None
    span = noun_phrase(tree, inner)
    if span is None or not all(tree.joined(i) for i in range(prep, inner)):
        return None
    return Span(tree.tokens[prep].start, span.end)


def _points(tree: Tree, prep: int, head: int) -> bool:
    """Whether it says when, not how long: "in the last week", not "for a week" or "within three days"."""
    low = tree.tokens[prep].text.lower()
    if (
        low == "on"
        and tree.tokens[head].pos != "PROPN"
        and tree.tokens[head].lemma in ("year", "month", "week", "quarter")
    ):
        return False  # "up 5 per cent on last year"
    told = tree.tokens[head].pos == "PROPN" or any(
        tree.tokens[c].dep in ("det", "amod", "poss", "compound", "nummod")
        and tree.tokens[c].text.lower() not in ("a", "an")
        for c in tree.children[head]
    )
    if low == "for":
        return False
    counted = any(tree.tokens[c].dep == "nummod" for c in tree.children[head])
    return (told and not counted) or (
        low in ("at", "by", "before", "after", "since", "until", "during") and not counted
    )


def _nearest(figure: Figure, spans: list[Span]) -> Span | None:
    apart = [span for span in spans if span.end <= figure.start or span.start >= figure.end]
    return min(
        apart,
        key=lambda span: (max(span.start - figure.end, figure.start - span.end), span.start),
        default=None,
    )


def noun_phrase(tree: Tree, head: int) -> Span | None:
    """A noun with its article, modifiers and short prepositional phrases; no clauses, no appositions."""
    inside = [head]
    queue = [head]
    while queue and len(inside) <= _LONGEST:
        at = queue.pop()
        for child in tree.children[at]:
            dep = tree.tokens[child].dep
            after = child > head and at == head
            if dep in ("relcl", "acl", "appos", "punct", "advcl", "cc", "conj") and (
                after or dep not in ("punct", "cc", "conj")
            ):
                continue
            if dep == "prep" and tree.tokens[child].text not in ("of", "for", "in", "at", "from"):
                continue
            inside.append(child)
            queue.append(child)
    inside.sort()
    begin = end = head
    known = set(inside)
    while begin - 1 in known and tree.joined(begin - 1):
        begin -= 1
    while end + 1 in known and tree.joined(end):
        end += 1
    if tree.tokens[end].pos in ("ADP", "PUNCT", "DET"):
        end = head
    if tree.tokens[begin].pos == "PUNCT":
        begin = head
    return Span(tree.tokens[begin].start, tree.tokens[end].end) if end - begin < _LONGEST else None
