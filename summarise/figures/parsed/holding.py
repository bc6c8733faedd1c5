"""Whether what a clause says of a figure holds, told from the dependency parse: denied, or but a possibility."""

from summarise.figures.context.given import hyphened, is_given
from summarise.figures.context.modality import REACH
from summarise.figures.context.supposition import is_dated, is_promised, is_source, is_will
from summarise.figures.lexicon import lexicon, word_class
from summarise.figures.parsed.tree import Tree, syntax_words
from summarise.model import Figure, Span

_MODALS = frozenset({"could", "would", "may", "might", "should", "'d", "’d"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_NOT_NEGATING = frozenset({"only", "more", "less", "fewer", "just", "least", "until", "later", "before"})
_OPINION = frozenset({"say", "think", "guess", "imagine", "argue"})
_BEHIND = 60  # characters behind a figure that a modal may stand


def whether_it_holds(tree: Tree, figure: Figure, top: int, path: list[int]) -> tuple[bool, bool]:
    """Whether a figure is denied, and whether it is a possibility.

    Args:
        tree: the sentence.
        figure: the figure, as the patterns know it.
        top: its uppermost token.
        path: its verb and the clauses above, as `clauses_above` gives them.
    """
    line = tree.line
    start, end = tree.line_span(figure)
    cued = lexicon().cues_before.before(line, start)
    start = min(start, cued[1]) if cued else start
    given = is_given(line, start, end, figure.kind)
    negated = not (given or hyphened(line, start, end) or _beside(tree, figure, top)) and negation(
        tree, figure, top, path
    )
    if figure.negated and not negated:
        negated = not cue_elsewhere(tree, path, word_class("context", "negations"), figure.end)
    hypothetical = not (given or is_source(line, start, end)) and supposed(tree, figure, path)
    if figure.hypothetical and not hypothetical and not _planned(tree, start):
        cues = word_class("context", "hypothetical")
        hypothetical = not cue_elsewhere(tree, path, cues, figure.end + _BEHIND)
    elif figure.hypothetical:
        hypothetical = True
    return negated, hypothetical


def _planned(tree: Tree, start: int) -> bool:
    """Whether the word of a plan stands before a figure, so that the patterns are right about it."""
    words = word_class("context", "plans") | word_class("context", "plans_to")
    return any(tree.line[at].lower in words for at in range(max(start - REACH, 0), start))


def _beside(tree: Tree, figure: Figure, top: int) -> bool:
    """Whether the figure hangs on a preposition whose object stands: "not afford it in 92% of towns"."""
    head = tree.heads[top]
    nearest = [i for i in (head, tree.heads[head]) if tree.tokens[i].pos in ("ADP", "SCONJ")]
    low = tree.tokens[nearest[0]].text.lower() if nearest else ""
    start = tree.line_span(figure)[0]
    if tree.line[start - 1].lower in ("just", "only") or (figure.cue or "").lower() == "under":
        return True  # "not about just one"
    if figure.kind == "duration":
        return low in word_class("context", "not_in_time")  # "not seen for ten years"
    return low in word_class("context", "beside_denial") or (low == "for" and figure.kind == "count")


def negation(tree: Tree, figure: Figure, top: int, path: list[int]) -> bool:
    """Whether the figure is denied: its verb or one above it is negated, or one above it denies."""
    for order, entry in enumerate(path):
        if entry < 0:
            continue
        above = tree.tokens[entry]
        if order and above.lemma in syntax_words("verbs", "denying") and above.start < figure.start:
            return True
        if order and above.text.lower() in word_class("context", "factive"):
            continue
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
    token = tree.tokens[index]
    gap = Span(token.end, figure.start)
    parted = gap.start < gap.end and any(mark in tree.text(gap) for mark in (" - ", " – ", "—", ";"))
    return token.start < figure.end and following not in _NOT_NEGATING and not parted


def supposed(tree: Tree, figure: Figure, path: list[int]) -> bool:
    """Whether a modal, a promise, a plan or a condition governs the clause."""
    plans = word_class("context", "plans")
    habits = word_class("context", "habits")
    behind = tree.line_span(figure)[1]
    habit = tree.line[behind].lower == "times" or any(
        tree.tokens[c].text.lower() in habits for c in tree.children[path[0]]
    )
    for order, entry in enumerate(path):
        index = entry if entry >= 0 else -1 - entry
        if order and entry >= 0 and tree.tokens[index].text.lower() in plans:
            return True
        for child in tree.children[index]:
            token = tree.tokens[child]
            if (
                token.dep == "aux"
                and (token.text in _MODALS or _will(tree, figure, index, child))
                and not (
                    token.text in ("would", "'d", "’d") and (habit or tree.tokens[index].lemma in _OPINION)
                )
                and not (token.text == "could" and _unable(tree, index))
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


def _unable(tree: Tree, verb: int) -> bool:
    """ "could not reach", "could only clear": what somebody was not able to do is told as a fact."""
    below = tree.children[verb]
    perfect = any(tree.tokens[c].text == "have" and tree.tokens[c].dep == "aux" for c in below)
    return not perfect and any(
        tree.tokens[c].dep == "neg" or (tree.tokens[c].text == "only" and c < verb) for c in below
    )


def _will(tree: Tree, figure: Figure, verb: int, aux: int) -> bool:
    """Whether "will" before a verb is a promise or a forecast."""
    if not is_will(tree.tokens[aux].text.lower()) and tree.tokens[aux].text != "wo":
        return False
    perfect = any(tree.tokens[c].lemma == "have" and tree.tokens[c].dep == "aux" for c in tree.children[verb])
    return perfect or is_promised(
        tree.tokens[verb].lemma, figure.kind, dated=is_dated(tree.line, tree.line_span(figure)[0])
    )


def _has_auxiliary(tree: Tree, verb: int) -> bool:
    finite = tree.tokens[verb].tag not in ("VB", "VBN")  # "could rise and | killed": of its own
    return finite or tree.child(verb, "aux", "nsubj", "nsubjpass") is not None


def cue_elsewhere(tree: Tree, path: list[int], cues: frozenset[str], limit: int) -> bool:
    """Whether every such word before the place `limit` hangs on a verb that does not govern the figure."""
    known = {entry for entry in path if entry >= 0}
    if tree.child(path[0], "nsubj", "nsubjpass") is None:
        known |= {-1 - entry for entry in path if entry < 0}
    found = [
        i
        for i, t in enumerate(tree.tokens)
        if t.start < limit and (t.text.lower() in cues or t.text.lower() in ("n't", "n’t"))
    ]
    heads = [tree.heads[i] if tree.tokens[i].dep in ("neg", "aux", "mark") else i for i in found]
    return bool(found) and all(
        tree.is_verb(head) and head not in known and tree.tokens[found[order]].dep in ("neg", "aux")
        for order, head in enumerate(heads)
    )
