"""The rungs below the templates: a headline there always is, if the article has a word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..checking.faithfulness import Auditor
from ..language.words import words
from ..model import ELLIPSIS, Headline, Piece, Sentence, Style
from ..resources import word_list
from .clauses import Clause, clauses
from .compress.deletion import shape, variants
from .draft import draft
from .gates import breaks, hangs, personal, refused
from .line import pieces, text_of
from .polish import polish
from .standing import leans, quoting
from .tree import Tree
from .trim import has_clause


def lower_rungs(trees: Sequence[Tree], auditor: Auditor, style: Style) -> tuple[Headline, ...]:
    """Where no template gave a line that passes: the main clause, shortened; below it the shortened lead."""
    for tree in trees:
        for clause in clauses(tree):
            if clause.report is not None:
                continue
            for kept in _variants(clause, style):
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
    return _last_resort([*opening, *rest], by_index, auditor, style)


def whole_lead(trees: Sequence[Tree], auditor: Auditor, style: Style) -> Headline | None:
    """The first sentence, if there is room for all of it; for where no candidate is likely to be printed.

    None where it asks a question, speaks of "you" or "we", leans on something, quotes or has no clause of its own.
    """
    first = next((s for s in auditor.source.sentences if _proper(s)), None)
    tree = next((tree for tree in trees if first is not None and tree.sentence.index == first.index), None)
    if first is None or tree is None or not has_clause(tree) or quoting(first) or leans(first) is not None:
        return None
    if len(first.text) > style.headline_room:
        return None
    lead = _lead(first, len(first.text))
    if "?" in lead.text or personal(lead.text) or not _printable(lead.text):
        return None
    return lead if auditor.passes(lead.text) else None


def _last_resort(
    sentences: Sequence[Sentence], trees: Mapping[int, Tree], auditor: Auditor, style: Style
) -> tuple[Headline, ...]:
    """The first sentence that fits as it is, else as much of one as fits; nothing refused, if possible."""
    cut = [_cut(sentence, trees.get(sentence.index), style) for sentence in sentences]
    proper = [
        line
        for line in cut
        # An aside in brackets or somebody's words are no headline.
        if not _goes_on(line)
        and _printable(line.text)
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


_HALF_COMPARED = re.compile(r"\bas\s\S+\sas\s$", re.IGNORECASE)


def _shortened_lead(sentence: Sentence, tree: Tree | None, style: Style) -> Headline | None:
    """The first words of a sentence up to a break that leaves a clause standing; nothing is changed but the end."""
    text = sentence.text
    if len(text) <= style.headline_room:
        return _lead(sentence, len(text))
    needed = _clause_end(tree) - sentence.start if tree is not None else 20
    for match in reversed(list(_BREAK.finditer(text, 0, style.headline_room))):
        end = match.start()
        if ";" in text[:end]:
            # Half of what stands behind a semicolon is half a sentence.
            continue
        # Never a break that leaves out a condition, the other half of an alternative, or the verb's object.
        whole = end >= max(20, needed) and not _CONDITION.match(text, end) and not hangs(text[:end])
        if whole and not _tears(tree, sentence.start + end):
            return _lead(sentence, end)
    return None


def _tears(tree: Tree | None, end: int) -> bool:
    """Whether a cut parts words that are shown together or not at all."""
    return (
        tree is not None and breaks(tree, frozenset(t.index for t in tree.tokens if t.end <= end)) is not None
    )


def _clause_end(tree: Tree) -> int:
    """Where the main verb and the first of what it needs end."""
    verb = tree.root
    complement = tree.child(verb, "dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "agent")
    if complement is None:
        complement = next((i for i in tree.offspring(verb, "prep") if i > verb), None)
    last = verb if complement is None else max(tree.subtree(complement))
    return tree.tokens[last].end


def _cut(sentence: Sentence, tree: Tree | None, style: Style) -> Headline:
    """The last resort: the sentence if there is room for it, else as many whole words as there is, with an ellipsis."""
    text = sentence.text
    whole = _lead(sentence, len(text))
    if len(whole.text) <= style.headline_room:
        return whole
    room = style.headline_room - len(ELLIPSIS)
    ends = [match.start() for match in re.finditer(r"\s", text[: room + 1])]
    good = [end for end in ends if end >= room // 3 and not hangs(text[:end])]
    # Even an ellipsis should not part what is shown together or not at all.
    fair = [
        e
        for e in good
        if not _CONDITION.match(text, e) and not _HALF_COMPARED.search(text[: e + len(" as ")])
    ]
    sound = [e for e in fair if not _tears(tree, sentence.start + e)]
    before_that = [e for e in fair if re.match(r"\s+that\b", text[e:])]
    end = (sound or before_that or fair or good or ends or [room])[-1]
    # What trails off in the source as well has one ellipsis, ours.
    lead = _lead(sentence, len(text[:end].rstrip(ELLIPSIS)) or end)
    if not words(text[end:]):
        # Only marks were cut off: nothing is missed.
        return lead
    reasons = ("no clause could be taken out; the lead, cut off",)
    line = (*lead.pieces, Piece(ELLIPSIS, "template"))
    return replace(lead, text=text_of(line), pieces=line, reasons=reasons)


def _goes_on(line: Headline) -> bool:
    """Whether the line ends in the ellipsis of `_cut`."""
    return line.pieces[-1] == Piece(ELLIPSIS, "template")


def _lead(sentence: Sentence, end: int) -> Headline:
    text = sentence.text[:end]
    piece = Piece(text, "copied", sentence.start, sentence.start + end)
    line = polish([piece]) or (piece,)
    reasons = ("no clause could be taken out; the lead, shortened",)
    return Headline(text_of(line), "lead", "general", -1.0, sentence.index, line, reasons)


def _variants(clause: Clause, style: Style) -> Iterator[frozenset[int]]:
    tree = clause.tree
    form = shape(tree, clause.verb)
    if clause.subject not in tree.children[clause.verb]:
        # A second predicate borrows the subject of the first.
        borrowed = shape(tree, clause.subject)
        form = replace(form, core=form.core | borrowed.core, options=(*form.options, *borrowed.options))
    room = style.headline_room * 1.25

    def fits(kept: frozenset[int]) -> bool:
        return sum(len(tree.tokens[i].text) + 1 for i in kept) <= room

    yield from variants(tree, form, {}, fits)
