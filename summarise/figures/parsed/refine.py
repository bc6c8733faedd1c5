"""Figures refined by the dependency parse of their sentences.

The patterns of `find` know what stands beside a number; the parse knows what
governs it. It errs too, so that a noun right behind the number stays.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from summarise.figures.context.given import is_placeless
from summarise.figures.lexicon import words
from summarise.figures.parsed.beside import is_distance
from summarise.figures.parsed.clause import clauses_above, main_verb
from summarise.figures.parsed.ellipsis import compared, elliptic, of_pronoun, priced, whole_of
from summarise.figures.parsed.holding import whether_it_holds
from summarise.figures.parsed.nouns import what
from summarise.figures.parsed.setting import when, where
from summarise.figures.parsed.tree import Tree, syntax_words
from summarise.figures.parsed.voice import said_by
from summarise.figures.quantities.ellipsis import as_twin
from summarise.model import Figure, ParsedSentence, Span

_PREFIXED = 24  # characters before a noun that are looked at for "pre-tax"
_CUE = 12  # characters that "(about" and its like may take
_LABELS = ("name", "ordinal", "year", "date", "time")


def with_syntax(figures: Sequence[Figure], parsed: Sequence[ParsedSentence]) -> tuple[Figure, ...]:
    """The same figures in the same order; those of a parsed sentence say more.

    Args:
        figures: as `find_figures` gives them.
        parsed: parsed sentences of the same article; `Figure.sentence` is the index of theirs.

    Refined are `noun`, `verb`, `role`, `negated`, `hypothetical`, `speaker`, `place` and `time`; number,
    unit and bound stay as they are.
    """
    told = {figure.sentence for figure in figures if figure.kind not in _LABELS}
    trees = {p.sentence.index: Tree(p) for p in parsed if p.tokens and p.sentence.index in told}
    spans: dict[int, list[Span]] = {}
    for figure in figures:
        if figure.sentence in trees and figure.kind not in _LABELS:
            spans.setdefault(figure.sentence, []).append(Span(figure.start, figure.end))
    busy = {
        index: frozenset(i for span in found for i in trees[index].within(span))
        for index, found in spans.items()
    }
    refined: list[Figure] = []
    twins: set[int] = set()  # figures in brackets that are the one before them in another unit
    for figure in figures:
        tree = trees.get(figure.sentence) if figure.kind not in _LABELS else None
        top = tree.top(figure) if tree is not None else None
        if tree is not None and refined and _converts(tree, refined[-1], figure, refined[-1].start in twins):
            twins.add(figure.start)
            refined.append(as_twin(refined[-1], figure))
        elif tree is None or top is None:
            refined.append(figure)
        else:
            refined.append(_refined(tree, figure, top, busy[figure.sentence], refined))
    return tuple(refined)


def _converts(tree: Tree, before: Figure, figure: Figure, further: bool) -> bool:
    """Whether a figure opens a bracket behind one of another unit, or goes on in it: "3bn yen ($30m; £20m)"."""
    if before.sentence != figure.sentence or None in (before.unit, figure.unit) or before.unit == figure.unit:
        return False
    if "age" in (before.kind, figure.kind) or figure.start < before.end:
        return False
    between = tree.text(Span(before.end, figure.start)).strip()
    opened = between.startswith("(") and len(between) < _CUE
    return opened or (further and between in (";", ",", "/"))


def _refined(tree: Tree, figure: Figure, top: int, busy: frozenset[int], before: Sequence[Figure]) -> Figure:
    figure = _with_noun(tree, figure, _noun_span(tree, figure, top, busy, before), before)
    if figure.kind == "age" and figure.speaker is not None and (figure.noun or "-") in figure.speaker:
        figure = replace(figure, speaker=None)  # the teller's own age is told by the writer
    return _with_clause(tree, figure, top)


def _with_clause(tree: Tree, figure: Figure, top: int) -> Figure:
    """The verb of the figure's clause and what it says of the figure."""
    found = main_verb(tree, figure, top)
    # How games were scored is written with its own grammar, which the parser does not know.
    if found is None or (figure.kind == "score" and figure.verb is not None):
        return figure
    verb, role = found
    token = tree.tokens[verb]
    path = clauses_above(tree, verb)
    negated, hypothetical = whether_it_holds(tree, figure, top, path)
    said = None if figure.speaker is not None else said_by(tree, figure, verb)
    nouns = tree.within(figure.noun_span) if figure.noun_span is not None else []
    noun = nouns[-1] if nouns else None
    stands = is_placeless(tree.line, *tree.line_span(figure), figure.kind)
    place = None if stands else where(tree, figure, top, verb, noun)
    time = None if stands else when(tree, figure, top, verb, noun)
    return replace(
        figure,
        verb=tree.text(Span(token.start, token.end)),
        verb_span=Span(token.start, token.end),
        role=role,
        negated=negated,
        hypothetical=hypothetical,
        speaker=tree.text(said) if said is not None else figure.speaker,
        place=tree.text(place) if place is not None else None,
        place_span=place,
        time=tree.text(time) if time is not None else None,
        time_span=time,
    )


def _with_noun(tree: Tree, figure: Figure, span: Span | None, before: Sequence[Figure]) -> Figure:
    if span is not None:
        whole = tree.parsed.sentence.start <= span.start and span.end <= tree.parsed.sentence.end
        span = _prefixed(tree, figure, span) if whole else span
    if span == figure.noun_span:
        return figure
    if span is None:
        return replace(figure, noun=None, noun_span=None)
    inside = tree.parsed.sentence.start <= span.start and span.end <= tree.parsed.sentence.end
    noun = (
        tree.text(span) if inside else next((f.noun for f in reversed(before) if f.noun_span == span), None)
    )
    return replace(figure, noun=noun, noun_span=span) if noun else figure


def _noun_span(
    tree: Tree, figure: Figure, top: int, busy: frozenset[int], before: Sequence[Figure]
) -> Span | None:
    """Where the noun stands: by the patterns, by the parse, or that of a figure before."""
    last = max(tree.within((figure.start, figure.end)))
    if is_distance(tree, figure, last):
        return None
    ours = figure.noun_span
    if [token.text.lower() for token in tree.tokens[last + 1 : last + 3]] == ["of", "what"]:
        return None
    if ours is not None and ours.start >= figure.end and _right_behind(tree, figure, ours):
        ours = _checked(tree, figure, ours, busy)
        if ours is not None:
            return ours
    if _owned_by_of(tree, figure, busy):
        return figure.noun_span
    shared = compared(tree, figure, last, before)
    if shared is not None:
        return shared
    head = priced(tree, figure, before) or what(tree, figure, top, busy)
    if head is not None and tree.tokens[head].text.lower() == "them":
        shared = whole_of(figure, before)
        if shared is not None:
            return shared
        owner = tree.heads[top]
        head = (
            owner if tree.tokens[top].dep == "appos" and tree.is_noun(owner) and owner not in busy else head
        )
    if head is not None:
        found = tree.phrase(head, after=figure.end if tree.tokens[head].start >= figure.end else 0)
        if found is not None and (found.end <= figure.start or found.start >= figure.end):
            kept = ours is not None and (
                _same_head(tree, ours, found, head) or _is_subject(tree, figure, ours, found, busy)
            )
            if kept and ours is not None and tree.tokens[head].lemma in syntax_words("nouns", "of_heads"):
                return Span(ours.start, max(ours.end, found.end))  # "index | of factory orders"
            return ours if kept else found
    ours = _trimmed(tree, figure.noun_span) if _sound(tree, figure, busy) else None
    if ours is not None and (_is_cause(tree, ours) or _is_blamed(tree, figure, ours, top)):
        return None
    return ours or elliptic(tree, figure, top, last, before) or of_pronoun(tree, figure, top, before)


def _right_behind(tree: Tree, figure: Figure, span: Span) -> bool:
    """Whether no preposition but "of" and "in" parts the number from the noun."""
    between = tree.within(Span(figure.end, span.start)) if figure.end < span.start else []
    return not any(tree.tokens[i].pos == "ADP" and tree.tokens[i].text not in ("of", "in") for i in between)


def _is_subject(tree: Tree, figure: Figure, ours: Span, found: Span, busy: frozenset[int]) -> bool:
    """Whether the patterns' noun stands right before the verb, nearer than what the parse took for its subject."""
    inside = tree.within(ours)
    if not inside or found.end > ours.start or not _sound(tree, figure, busy) or _is_cause(tree, ours):
        return False
    behind = inside[-1] + 1
    alone = tree.is_noun(inside[-1]) and tree.tokens[inside[-1]].dep != "pobj"
    return alone and behind < len(tree.tokens) and tree.is_verb(behind)


def _is_cause(tree: Tree, span: Span) -> bool:
    """ "because of rain", "due to a strike": why, and never what."""
    inside = tree.within(span)
    if not inside:
        return False
    led = [token.text.lower() for token in tree.tokens[max(0, inside[0] - 4) : inside[0]]]
    pairs = list(pairwise(led))
    return ("because", "of") in pairs or any((word, "to") in pairs for word in ("due", "owing", "thanks"))


def _is_blamed(tree: Tree, figure: Figure, span: Span, top: int) -> bool:
    """Whether a noun is who was fined or sued for the money."""
    if figure.kind != "money" or span.start >= figure.start:
        return False
    verb = next((i for i in tree.up(top) if tree.is_verb(i)), None)
    passive = verb is not None and tree.child(verb, "nsubjpass", "auxpass") is not None
    return verb is not None and passive and tree.tokens[verb].lemma in syntax_words("verbs", "blaming")


def _prefixed(tree: Tree, figure: Figure, span: Span) -> Span:
    """The noun with a word and its prefix before it: "pre-tax | profits"."""
    begin = span.start - tree.parsed.sentence.start
    words_before = tree.parsed.sentence.text[max(0, begin - _PREFIXED) : begin].split(" ")
    if len(words_before) < 2 or words_before[-1]:
        return span
    prefix, _, word = words_before[-2].partition("-")
    start = span.start - len(words_before[-2]) - 1
    known = prefix.lower() in syntax_words("words", "prefixes") and word.isalpha()
    apart = start >= figure.end or span.end <= figure.start
    return Span(start, span.end) if known and apart and len(words_before) > 1 else span


def _same_head(tree: Tree, ours: Span, found: Span, head: int) -> bool:
    """Whether the patterns found the same noun: they know better where it begins ("mills | cut emissions").

    Only at a hyphen they may begin too late: "pre-|tax profits".
    """
    begin = ours.start - tree.parsed.sentence.start
    cut = tree.parsed.sentence.text[max(begin - 1, 0) : begin] in ("-", "‑", "‐")
    return ours.end in (tree.tokens[head].end, found.end) and not (cut and found.start < ours.start)


def _sound(tree: Tree, figure: Figure, busy: frozenset[int]) -> bool:
    """Whether the patterns' noun before the number ends in a noun."""
    if figure.noun_span is None:
        return False
    inside = tree.within(figure.noun_span)
    if not inside:
        return True
    if figure.noun_span.start >= figure.end or inside[-1] in busy:
        return False
    last = tree.tokens[inside[-1]]
    if figure.kind == "count" and last.lemma in syntax_words("nouns", "parents"):
        return False
    return last.dep == "csubj" or any(_nominal(tree, index) for index in inside)


def _nominal(tree: Tree, index: int) -> bool:
    return tree.is_noun(index) or tree.tokens[index].text.lower() in words("casualty_nouns")


def _trimmed(tree: Tree, span: Span | None) -> Span | None:
    """The patterns' noun up to its last noun: "amount of borrowing | needed"."""
    inside = tree.within(span) if span is not None else []
    if span is None or not inside or tree.tokens[inside[-1]].dep == "csubj":
        return span
    last = max((index for index in inside if _nominal(tree, index)), default=inside[-1])
    return Span(span.start, tree.tokens[last].end)


def _owned_by_of(tree: Tree, figure: Figure, busy: frozenset[int]) -> bool:
    """ "savings of at least 5 million": the patterns' noun right before "of", if it says enough."""
    span = figure.noun_span
    if span is None or span.end > figure.start or not _sound(tree, figure, busy):
        return False
    between = tree.text(Span(span.end, figure.start)).split()
    lemma = tree.tokens[tree.within(span)[-1]].lemma if tree.within(span) else ""
    vague = any(lemma in syntax_words("nouns", name) for name in ("changes", "empty", "qualities"))
    clause = any(tree.tokens[i].pos in ("VERB", "AUX") for i in tree.within(Span(span.end, figure.start)))
    return between[:1] == ["of"] and len(between) <= 5 and not vague and not clause


def _checked(tree: Tree, figure: Figure, span: Span, busy: frozenset[int]) -> Span | None:
    """The patterns' noun behind the number, extended to its head; None if it is no noun at all."""
    inside = tree.within(span)
    if not inside:
        return span
    last = tree.tokens[inside[-1]]
    if (
        last.pos in ("ADV", "ADP", "NUM")
        or inside[-1] in busy
        or (last.tag in ("JJR", "RBR") and figure.unit is not None)
    ):
        return None
    if figure.kind == "ratio" and last.lemma in ("time", *syntax_words("nouns", "times")):
        return None
    head = tree.heads[inside[-1]]
    if last.dep == "poss" and inside[-1] < head <= inside[-1] + 3 and tree.is_noun(head) and head not in busy:
        return Span(span.start, tree.tokens[head].end)  # "70 per cent of the dogs' | diet"
    if (
        last.dep in ("compound", "nmod", "amod")
        and tree.is_noun(head)
        and head == inside[-1] + 1
        and head not in busy
    ):
        gap = Span(span.end, tree.tokens[head].start)
        if gap.start <= gap.end and not tree.text(gap).strip():
            return Span(span.start, tree.tokens[head].end)
    return span
