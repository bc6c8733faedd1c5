"""Where and when a figure holds, told from the dependency parse."""

from summarise.figures.context.places import place_at
from summarise.figures.context.setting_words import lists
from summarise.figures.parsed.beside import is_thing
from summarise.figures.parsed.ties import is_near, is_tied
from summarise.figures.parsed.tree import Tree, syntax_words
from summarise.model import Figure, Span

_FARTHEST = 400  # characters between a figure and where or when it holds
_TOLD = frozenset({"the", "a", "an", "this", "that"})
_COMPARING = frozenset({"compared", "against", "versus", "unlike", ";"})
_RIGHT_BEHIND = 4  # characters between a figure and "in May": the preposition of a place is not in its span
_LONGEST = 12  # tokens of a speaker, a place or a time


def where(tree: Tree, figure: Figure, top: int, verb: int, noun: int | None) -> Span | None:
    """Where it happens: the nearest place that hangs on the verb, on what is counted or on the place of these.

    Args:
        tree: the sentence.
        figure: the figure.
        top: its uppermost token.
        verb: the verb of its clause.
        noun: the last token of what it counts.
    """
    if noun is not None and tree.tokens[tree.heads[noun]].text in ("to", "for"):
        noun = None  # "£2m to an agent in Lund": it is the agent who is there
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
    return _best(tree, figure, top, verb, noun, found, "place")


def when(tree: Tree, figure: Figure, top: int, verb: int, noun: int | None) -> Span | None:
    """When it happens: the nearest time that hangs on the verb or passes to it, with its preposition."""
    found: list[Span] = []
    for child in tree.children[verb]:
        token = tree.tokens[child]
        low = token.text.lower()
        if token.dep == "npadvmod" and token.lemma in syntax_words("nouns", "times"):
            span = noun_phrase(tree, child) if _pointed(tree, child) else None
        elif token.dep == "advmod" and low in syntax_words("words", "adverbs_of_time"):
            span = _adverb(tree, child)
        elif token.dep == "prep" and low in syntax_words("words", "of_time"):
            span = _dated(tree, child)
        else:
            continue
        if span is not None:
            found.append(span)
    return _best(tree, figure, top, verb, noun, found, "time")


def _best(
    tree: Tree, figure: Figure, top: int, verb: int, noun: int | None, parsed: list[Span], kind: str
) -> Span | None:
    """The nearest phrase that patterns or parse find and that is tied to the figure."""
    ours = figure.place_span if kind == "place" else figure.time_span
    near = (figure.start - _FARTHEST, figure.end + _FARTHEST)
    known = [span for which, span in tree.settings if which == kind]
    spans = [span for span in known if near[0] <= span.end and span.start <= near[1]]
    if ours is not None and 0 <= ours.start - figure.end <= _RIGHT_BEHIND:
        return ours
    spans = [span for span in spans if not _of_another(tree, figure, span)]
    tied = [span for span in spans if is_tied(tree, span, top, verb, noun, place=kind == "place")]
    if kind == "place" and not (ours in tied or parsed):
        # Far from the figure only what hangs on its own words.
        tied = [span for span in tied if is_near(tree, span, verb, noun)]
    if ours is not None and ours not in known:
        tied.append(ours)  # "Sunday" of "Sunday's"
    for span in parsed:
        if not _of_another(tree, figure, span) and not any(
            span.start < other.end and other.start < span.end for other in spans
        ):
            tied.append(span)
    return _nearest(figure, tied)


def _of_another(tree: Tree, figure: Figure, span: Span) -> bool:
    """Whether what the figure is compared with stands between it and a phrase: "4% more than in May"."""
    behind = span.start >= figure.end
    gap = Span(figure.end, span.start) if behind else Span(span.end, figure.start)
    inside = tree.within(gap) if gap.start < gap.end else []
    between = {tree.tokens[i].text.lower() for i in inside}
    if between & _COMPARING and not (";" in between and "(" in between):
        return True
    for index in inside:
        low = tree.tokens[index].text.lower()
        counted = any(token.pos in ("NUM", "SYM") for token in tree.tokens[index + 1 : index + 4])
        if (
            low == "than" and behind and (not counted or index == inside[-1])
        ):  # "more than 40" compares nothing
            return True
        if low == "from" and (counted or index >= inside[-1] - 1):
            return True
    return False


def _is_place(tree: Tree, prep: int, head: int) -> bool:
    token = tree.tokens[head]
    if token.lemma in syntax_words("nouns", "times") or token.lemma in syntax_words("nouns", "bodies"):
        return False
    if token.lemma in syntax_words("nouns", "places"):
        below = tree.children[head]
        told = any(tree.tokens[c].pos == "PROPN" or tree.tokens[c].text.lower() in _TOLD for c in below)
        of = any(tree.tokens[c].text == "of" for c in below) and token.lemma in ("centre", "center")
        on = tree.tokens[prep].text.lower() == "on" and token.lemma not in syntax_words("nouns", "grounds")
        return told and not of and not on
    if place_at(tree.line, tree.line_index(tree.tokens[prep].start)) is None:
        return False  # the patterns know what no place is
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


def _pointed(tree: Tree, index: int) -> bool:
    """Whether a time without a preposition says when: "last year", "Sunday"; not "the day"."""
    if tree.tokens[index].pos == "PROPN" or tree.tokens[index].lemma in (
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
    ):
        return True
    below = [tree.tokens[child].text.lower() for child in tree.children[index]]
    return bool(set(below) & (lists()["time"]["pointing"] | lists()["time"]["ordering"]))


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
    if low == "for" or any(tree.tokens[c].text.lower() in ("a", "an", "any") for c in tree.children[head]):
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
