"""The headline: every candidate, then the best one that passes.

The ladder: domain frames and generic clause templates over the leading sentences;
below them the shortened main clause; below that the shortened lead. All
candidates of the upper rungs stand in one list and are chosen by one score.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..checking.faithfulness import Auditor
from ..language.words import words
from ..model import Headline, ParsedSentence, Piece, Sentence, Style
from ..resources import word_list
from .clauses import Clause, clauses
from .compress.deletion import shape, variants
from .draft import Draft, draft
from .gates import hangs, refused
from .headlinese import reporting_form
from .line import pieces, text_of
from .mixing import mixes
from .polish import polish
from .salience import Salience
from .score import score
from .slots import Slot, clause_slots, frame_slots, phrase, plain_fact
from .standing import leans, quoting
from .templates import HeadlineTemplate, fillings, render
from .tree import Tree, figure_tokens, grow
from .trim import has_clause


def headlines(
    parsed: Sequence[ParsedSentence],
    auditor: Auditor,
    weights: Salience,
    templates: Sequence[HeadlineTemplate],
    domains: Mapping[str, float],
    style: Style,
) -> tuple[Headline, ...]:
    """Headlines for an article, best first, no two alike, each audited.

    Args:
        parsed: its sentences that matter, in source order.
        auditor: checks the candidates against the article.
        weights: what its words are worth.
        templates: the templates to fill.
        domains: the kinds of news it may be, with their share; their templates may be used.
        style: lengths and counts.
    """
    source = auditor.source
    trees = [tree for p in parsed if not p.sentence.heading and (tree := grow(p, source.figures))]
    found = [
        scored
        for tree in trees
        for filled in drafts(tree, weights, templates, domains, style)
        if (scored := _judge(filled, weights, domains, style)) is not None
    ]
    found.sort(key=lambda headline: (-headline.score, headline.sentence, headline.text))
    chosen: list[Headline] = []
    for headline in found:
        if len(chosen) == style.alternatives:
            break
        if any(_alike(headline.text, other.text) for other in chosen):
            continue
        if mixes(headline.pieces, weights.clashes, source.figures):
            continue
        if auditor.passes(headline.text):
            chosen.append(headline)
    return tuple(chosen) or _lower_rungs(trees, auditor, style)


def drafts(
    tree: Tree,
    weights: Salience,
    templates: Sequence[HeadlineTemplate],
    domains: Mapping[str, float],
    style: Style,
) -> Iterator[Draft]:
    """Every template filled from every clause of a sentence in every variant."""
    token_weights = weights.tokens(tree)
    for clause in clauses(tree):
        lemma = tree.tokens[clause.verb].lemma
        for kept in _variants(clause, token_weights, style):
            slots = clause_slots(clause, kept) | _speaker_slots(clause)
            for template in templates:
                if template.domain == "general" and template.accepts(slots, lemma, clause.passive):
                    yield from _fill(template, slots, clause)
        # A frame says that something happened: never under "may", "not" or "plans to".
        if not plain_fact(tree, clause.verb, clause.verb):
            continue
        slots = frame_slots(clause) | _speaker_slots(clause)
        for template in templates:
            if template.domain in domains and template.accepts(slots, lemma, clause.passive):
                for filling in fillings(template, slots):
                    yield from _fill(template, {**slots, **filling}, clause)


def _variants(clause: Clause, weights: Mapping[int, float], style: Style) -> Iterator[frozenset[int]]:
    tree = clause.tree
    mark = tree.child(clause.verb, "mark") if clause.report is not None else None
    leave_out = frozenset(i for i in (clause.report, mark) if i is not None)
    form = shape(tree, clause.verb, leave_out)
    if clause.subject not in tree.children[clause.verb]:
        # A second predicate borrows the subject of the first.
        borrowed = shape(tree, clause.subject)
        form = replace(form, core=form.core | borrowed.core, options=(*form.options, *borrowed.options))
    # Articles go and verbs shorten, so a little more than the limit may be kept here.
    room = style.headline_room * 1.25

    def fits(kept: frozenset[int]) -> bool:
        return sum(len(tree.tokens[i].text) + 1 for i in kept) <= room

    yield from variants(tree, form, weights, fits, [figure_tokens(tree, f) for f in tree.figures])


def _speaker_slots(clause: Clause) -> dict[str, Slot]:
    if clause.report is None or clause.speaker is None:
        return {}
    tree = clause.tree
    text, origin = reporting_form(tree, clause.report, clause.speaker)
    token = tree.tokens[clause.report]
    speaker = phrase(tree, clause.speaker)
    if not speaker.pieces:
        return {}
    # Within a sentence "The company" and "Police" lose the capital that only the start gave them.
    says: tuple[Piece, ...] = (Piece(text, origin, token.start, token.end),)
    told = tree.child(clause.report, "dobj", "dative")
    if token.lemma == "tell":
        if told is None or tree.tokens[told].pos == "PRON":
            return {}
        says = (*says, *_spaced(phrase(tree, told).pieces))
    return {"speaker": _lowered(speaker, tree), "says": Slot(says)}


def _lowered(slot: Slot, tree: Tree) -> Slot:
    first = slot.pieces[0]
    starter = next((t for t in tree.tokens if t.start == first.start), None)
    if starter is None or starter.text.isupper() or starter.start != tree.tokens[0].start:
        return slot
    # The parser takes "Authorities" at the start for a name.
    group = starter.text.lower() in word_list("en/speaking_groups.txt")
    if starter.pos == "PROPN" and not group:
        return slot
    # "Syrian" keeps its capital: only what a dictionary writes small may lose it.
    plain_adjective = starter.text.lower() in word_list("en/restrictive.txt")
    named = starter.tag in {"NNP", "NNPS"} and not group
    if (starter.pos == "ADJ" and not plain_adjective) or named:
        return slot
    lowered = first.text[:1].lower() + first.text[1:]
    return replace(slot, pieces=(replace(first, text=lowered), *slot.pieces[1:]))


def _fill(template: HeadlineTemplate, slots: Mapping[str, Slot], clause: Clause) -> Iterator[Draft]:
    claimed = clause.report is not None
    if claimed and "speaker" not in slots:
        return
    line = render(template, slots)
    if line is None:
        return
    name = template.name
    if claimed and "speaker" not in template.needs:
        if template.domain == "general":
            return
        # A claim goes nowhere without its speaker.
        speaker, says = slots["speaker"].pieces, slots["says"].pieces
        comma = (Piece(",", "template"), *_spaced(speaker), *_spaced(says))
        line, name = (*line, *comma), f"{name}, says"
    yield draft(polish(line), clause, name, template.domain)


def _spaced(line: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return (replace(line[0], text=" " + line[0].text), *line[1:])


def _judge(filled: Draft, weights: Salience, domains: Mapping[str, float], style: Style) -> Headline | None:
    if len(filled.text) > style.headline_room or refused(filled):
        return None
    value, reasons = score(filled, weights, domains.get(filled.domain, 0.0))
    sentence = filled.clause.tree.sentence.index
    return Headline(
        filled.text, filled.template, filled.domain, round(value, 6), sentence, filled.pieces, reasons
    )


def _alike(one: str, other: str) -> bool:
    a, b = (frozenset(w.lower() for w in words(text)) for text in (one, other))
    return a == b or (len(a & b) / max(1, min(len(a), len(b))) > 0.95 and abs(len(a) - len(b)) <= 1)


def _lower_rungs(trees: Sequence[Tree], auditor: Auditor, style: Style) -> tuple[Headline, ...]:
    for tree in trees:
        for clause in clauses(tree):
            if clause.report is not None:
                continue
            for kept in _variants(clause, {}, style):
                shortened = draft(polish(pieces(tree, kept)), clause, "clause", "general")
                line, text = shortened.pieces, shortened.text
                fits = len(text) <= style.headline_room and not refused(shortened)
                if fits and _printable(text) and auditor.passes(text):
                    reasons = ("no template fitted; the main clause of a leading sentence, shortened",)
                    return (Headline(text, "clause", "general", 0.0, tree.sentence.index, line, reasons),)
    by_index = {tree.sentence.index: tree for tree in trees}
    source = auditor.source
    proper = [s for s in source.sentences if _proper(s)][:3]
    opening = [s for s in proper if not quoting(s)] or proper
    for sentence in opening:
        parsed = by_index.get(sentence.index)
        first = sentence is opening[0]
        if not first and (parsed is None or not has_clause(parsed) or leans(sentence) is not None):
            continue
        lead = _shortened_lead(sentence, parsed, style)
        if lead is not None and auditor.passes(lead.text):
            return (lead,)
    rest = [s for s in source.sentences if words(s.text)]
    return _last_resort([*opening, *rest], auditor, style)


def _last_resort(sentences: Sequence[Sentence], auditor: Auditor, style: Style) -> tuple[Headline, ...]:
    """The first sentence that fits as it is, else as much of one as fits; nothing refused, if possible."""
    cut = [_cut(sentence, style) for sentence in sentences]
    whole = [
        line
        for line, sentence in zip(cut, sentences, strict=True)
        if len(line.text) + 1 >= len(sentence.text)
    ]
    proper = [
        line
        for line in whole
        # An aside in brackets or somebody's words are no headline.
        if _printable(line.text)
        and not line.text.startswith(("(", '"', "“"))
        and not _leaning(line, sentences)
    ]
    for line in (*proper[:1], *cut):
        if auditor.passes(line.text):
            return (line,)
    return tuple(cut[:1])


def _leaning(line: Headline, sentences: Sequence[Sentence]) -> bool:
    """Whether the sentence of a line leans on the one before it."""
    return any(s.index == line.sentence and leans(s) is not None for s in sentences)


def _printable(text: str) -> bool:
    spoken = words(text)
    return len(spoken) >= 3 and spoken[0].lower() not in word_list("en/pronouns.txt")


def _proper(sentence: Sentence) -> bool:
    return not sentence.heading and len(words(sentence.text)) >= 4


_BREAK = re.compile(
    r"[,;:–—]\s|\s[–—-]\s|\s(?=(?:after|as|and|but|because|when|while|who|which|that|in|on|at|for|with|by|from|to|of)\s)"
)

_CONDITION = re.compile(
    r"[\s,;:–—-]*(?:if|unless|until|or|nor|than|but|except|without|only)\b", re.IGNORECASE
)


def _shortened_lead(sentence: Sentence, tree: Tree | None, style: Style) -> Headline | None:
    """The first words of a sentence up to a break that leaves a clause standing; nothing is changed but the end."""
    text = sentence.text
    if len(text) <= style.headline_room:
        return _lead(sentence, len(text))
    needed = _clause_end(tree) - sentence.start if tree is not None else 20
    for match in reversed(list(_BREAK.finditer(text, 0, style.headline_room))):
        end = match.start()
        # Never a break that leaves out a condition, the other half of an alternative, or the verb's object.
        if end >= max(20, needed) and not _CONDITION.match(text, end) and not hangs(text[:end]):
            return _lead(sentence, end)
    return None


def _clause_end(tree: Tree) -> int:
    """Where the main verb and the first of what it needs end."""
    verb = tree.root
    complement = tree.child(verb, "dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "agent")
    if complement is None:
        complement = next((i for i in tree.offspring(verb, "prep") if i > verb), None)
    last = verb if complement is None else max(tree.subtree(complement))
    return tree.tokens[last].end


def _cut(sentence: Sentence, style: Style) -> Headline:
    """The last resort: as many whole words as there is room for."""
    text = sentence.text
    room = style.headline_room
    if len(text) <= room:
        return _lead(sentence, len(text))
    ends = [match.start() for match in re.finditer(r"\s", text[: room + 1])]
    whole = [end for end in ends if end >= room // 3 and not hangs(text[:end])]
    return _lead(sentence, (whole or ends or [room])[-1])


def _lead(sentence: Sentence, end: int) -> Headline:
    text = sentence.text[:end]
    piece = Piece(text, "copied", sentence.start, sentence.start + end)
    line = polish([piece]) or (piece,)
    reasons = ("no clause could be taken out; the lead, shortened",)
    return Headline(text_of(line), "lead", "general", -1.0, sentence.index, line, reasons)
