"""Every headline that may be: templates over the clauses of a few sentences, each in many shortenings.

A clause is shortened by the decoder at several mixtures of what an editor's deletion would keep and of
what a headline of the article is about; a mention that means only one is named. What comes out is not
judged here, only that the templates have what they need.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..checking.faithfulness.vouching import is_outlet
from ..model import Piece
from ..ranking.discourse.names import COURTESY
from ..resources import word_list
from .clauses import Clause, clauses
from .compress.decode import decode_best, mixed
from .compress.deletion import FITTED, FREE, Shape, close, leading_to, shape
from .draft import Draft, draft
from .gates import breaks, completed, needless
from .headlinese import reporting_form
from .line import spaced, text_of
from .mentions import Mentions
from .polish import polish
from .readings import Reading
from .restating import Restatement, restate, restatements, short_names
from .slots import Slot, active_slots, clause_slots, frame_slots, phrase, plain_fact
from .templates import HeadlineTemplate, fillings, render
from .tightening import NAME_ALONE, Tightening, tightenings
from .tree import Tree, figure_parts

MIXTURES = ((1.0, 0.5), (0.5, 1.6), (0.25, 0.4), (0.25, 2.4))
"""Share of the deletion model, and what every word that says something is worth besides."""
_BEST = 4
_BEST_WITH_FIGURE = 2
_CITING = frozenset({"report"})


class _Ways(NamedTuple):
    """What may be said shorter in a sentence."""

    short: tuple[Restatement, ...]
    tightenings: tuple[Tightening, ...]


def candidates(
    read: Reading,
    mentions: Mentions,
    templates: Sequence[HeadlineTemplate],
    domains: Mapping[str, float],
    room: int,
) -> Iterator[Draft]:
    """Every template filled from every clause of a sentence in every variant.

    Args:
        read: the sentence.
        mentions: what its pronouns and definite nouns stand for.
        templates: the templates to fill.
        domains: the kinds of news it may be; their templates may be used beside the general ones.
        room: characters that a headline may have.
    """
    general = [t for t in templates if t.domain == "general"]
    framed = [t for t in templates if t.domain in domains]
    ways = _Ways(short_names(mentions, read.tree), tightenings(read.tree, mentions))
    for clause in clauses(read.tree):
        told = _speaker_slots(clause)
        named = _restated(clause, mentions)
        yield from _shortened(read, clause, told, named, ways, general, room)
        # A frame says that something happened: never under "may", "not" or "plans to".
        if plain_fact(read.tree, clause.verb, clause.verb):
            yield from _framed(clause, told, ways, framed)


def _shortened(
    read: Reading,
    clause: Clause,
    told: Mapping[str, Slot],
    named: Sequence[Restatement],
    ways: _Ways,
    templates: Sequence[HeadlineTemplate],
    room: int,
) -> Iterator[Draft]:
    tree = read.tree
    lemma = tree.tokens[clause.verb].lemma
    # Articles go and verbs shorten, so a little more than the limit may be kept here.
    most, spare = room * 1.25, needless(clause)
    seen: set[frozenset[int]] = set()
    for kept in shortenings(read, clause):
        if breaks(tree, kept | spare):
            # Rather longer than refused: what a word is bound to comes back with it.
            kept = close(tree, completed(tree, kept | spare)) - spare
            if breaks(tree, kept | spare):
                continue
        if kept in seen or sum(len(tree.tokens[i].text) + 1 for i in kept) > most:
            continue
        seen.add(kept)
        slots = {**clause_slots(clause, kept), **told}
        turned = active_slots(clause, kept) if clause.passive else None
        for template in templates:
            if template.accepts(slots, lemma, clause.passive):
                yield from _fill(template, slots, clause, named, ways)
                if turned is not None:
                    yield from _fill(template, {**slots, **turned}, clause, named, ways, ", active")


def shortenings(read: Reading, clause: Clause) -> list[frozenset[int]]:
    """The tokens that a headline of a clause may keep, no set twice; some of them with each of its figures."""
    tree, form = read.tree, clause_shape(clause)
    found: dict[frozenset[int], None] = {}
    worths = [mixed(read.keep.branches, read.pull, share, bias) for share, bias in MIXTURES]
    for worth in worths:
        found |= dict.fromkeys(decode_best(tree, form, worth, _BEST))
    loose = clause_shape(clause, FREE)
    for part in figure_parts(tree):
        path = leading_to(tree, form, part) or leading_to(tree, loose, part)
        if path is None:
            continue
        core, options = path
        for worth in worths[::2]:
            found |= dict.fromkeys(decode_best(tree, Shape(core, options), worth, _BEST_WITH_FIGURE))
    return list(found)


def clause_shape(clause: Clause, free: frozenset[str] = FITTED) -> Shape:
    """What of a clause must stay, and its options; the reporting verb above or beside it is left out."""
    tree = clause.tree
    promoted = clause.report is not None or tree.tokens[clause.verb].dep == "advcl"
    mark = tree.child(clause.verb, "mark") if promoted else None
    when = next((i for i in tree.offspring(clause.verb, "advmod") if tree.tokens[i].tag == "WRB"), None)
    leave_out = frozenset(i for i in (clause.report, mark, when) if i is not None)
    form = shape(tree, clause.verb, leave_out, free)
    if clause.subject not in tree.children[clause.verb]:
        # A second predicate borrows the subject of the first.
        borrowed = shape(tree, clause.subject, free=free)
        form = replace(form, core=form.core | borrowed.core, options=(*form.options, *borrowed.options))
    return form


def _framed(
    clause: Clause,
    told: Mapping[str, Slot],
    ways: _Ways,
    templates: Sequence[HeadlineTemplate],
) -> Iterator[Draft]:
    lemma = clause.tree.tokens[clause.verb].lemma
    slots = {**frame_slots(clause), **told}
    for template in templates:
        if template.accepts(slots, lemma, clause.passive):
            for filling in fillings(template, slots):
                yield from _fill(template, {**slots, **filling}, clause, (), ways)


def _restated(clause: Clause, mentions: Mentions) -> tuple[Restatement, ...]:
    tree = clause.tree
    heads = [clause.subject] if clause.speaker is None else [clause.speaker, clause.subject]
    if tree.tokens[clause.subject].pos != "PRON":
        # "Police arrest him": nobody in the line is him.
        heads += [t.index for t in tree.tokens if t.tag in {"PRP", "PRP$"} and t.index not in tree.quoted]
    return restatements(mentions, tree, list(dict.fromkeys(heads)))


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
        says = (*says, *spaced(phrase(tree, told).pieces))
    named = _lowered(speaker, tree)
    return {"speaker": named, "says": Slot(says)}


def cites(clause: Clause) -> bool:
    """Whether a clause is only cited from a paper, an agency or a station: "..., the AP reports"."""
    if clause.report is None or clause.speaker is None:
        return False
    tree = clause.tree
    if tree.tokens[clause.report].lemma not in _CITING or tree.tokens[clause.speaker].pos != "PROPN":
        return False
    if any(tree.tokens[i].tag == "MD" for i in tree.offspring(clause.verb, "aux")):
        # What may or will happen is for the one who says so.
        return False
    name = " ".join(tree.tokens[i].text for i in tree.subtree(clause.speaker))
    return is_outlet(name, tree.tokens[clause.speaker].text)


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


def _fill(
    template: HeadlineTemplate,
    slots: Mapping[str, Slot],
    clause: Clause,
    named: Sequence[Restatement],
    ways: _Ways,
    voice: str = "",
) -> Iterator[Draft]:
    claimed = clause.report is not None
    if claimed and "speaker" not in slots:
        return
    line = render(template, slots)
    if line is None:
        return
    name = template.name + voice
    if claimed and "speaker" not in template.needs:
        if template.domain == "general":
            if not cites(clause):
                return
            name = f"{name}, cited"
        else:
            # A claim goes nowhere without its speaker.
            speaker, says = slots["speaker"].pieces, slots["says"].pieces
            comma = (Piece(",", "template"), *spaced(speaker), *spaced(says))
            line, name = (*line, *comma), f"{name}, says"
    for tight in _tightened(line, ways.tightenings):
        yield from _with_short_names(tight, clause, name, template.domain, ways.short)
    for stated in named:
        put = restate(line, stated)
        if put is not None:
            for tight in _tightened(put, ways.tightenings):
                yield draft(
                    polish(tight.line), clause, f"{name}, named", template.domain, stated.tokens, tight.how
                )


class _Tight(NamedTuple):
    """A line with what was said shorter in it."""

    line: tuple[Piece, ...]
    how: tuple[Tightening, ...] = ()


def _tightened(line: tuple[Piece, ...], found: Sequence[Tightening]) -> Iterator[_Tight]:
    """A line as it is, with names alone where they can be, and with all that can be said shorter."""
    best = _Tight(line)
    yield best
    for names in (True, False):
        longer = best
        for one in found:
            if (one.name == NAME_ALONE) is names:
                put = restate(best.line, one.put)
                if put is not None and text_of(put) != text_of(best.line):
                    best = _Tight(put, (*best.how, one))
        if best is not longer:
            yield best


def _with_short_names(
    tight: _Tight, clause: Clause, name: str, domain: str, short: Sequence[Restatement]
) -> Iterator[Draft]:
    shorter, tokens = tight.line, frozenset[int]()
    for stated in short:
        put = restate(shorter, stated)
        if put is not None:
            shorter, tokens = put, tokens | stated.tokens
    if tokens:
        yield draft(polish(shorter), clause, f"{name}, short", domain, tokens, tight.how)
    if not any(clause.tree.tokens[i].text.rstrip(".").lower() in COURTESY for i in tokens):
        yield draft(polish(tight.line), clause, name, domain, how=tight.how)
