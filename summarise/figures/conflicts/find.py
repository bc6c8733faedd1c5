"""Figures of one article that do not go together, as warnings for an editor."""

from collections.abc import Sequence
from itertools import groupby

from summarise.figures.compare import wording
from summarise.figures.conflicts.claims import claims
from summarise.figures.conflicts.parts import misfits
from summarise.figures.conflicts.sums import wrong_sums
from summarise.figures.conflicts.told import Told, lines_of, tell
from summarise.figures.conflicts.tolls import Pair
from summarise.model import Figure, Sentence, Span, Warning

_MOST = 12  # warnings of one article; a text with more is a list or a table
_OF = {
    "dead": "of the dead", "hurt": "of the injured", "missing": "of the missing", "held": "of those held",
    "moved": "of those who left their homes", "rescued": "of the rescued", "ill": "of cases",
    "crowd": "of those who came",
}  # fmt: skip


def conflicts(figures: Sequence[Figure], text: str, sentences: Sequence[Sentence]) -> tuple[Warning, ...]:
    """What in an article's figures an editor should look at, in the order of the text.

    Kinds of warnings: "conflict", two claims of one number; "updated", a number and the one that it
    replaced (the newer one's span is the first); "total", parts that do not fit their total;
    "arithmetic", one amount told in two ways that do not agree. Every warning has the spans of all
    its figures. Errs on the side of silence.

    Args:
        figures: as `find_figures(text, sentences)` gives them.
        text: the article's text.
        sentences: its sentences.
    """
    told = tell(figures, lines := lines_of(figures, text, sentences))
    found = [_warning(pair) for pair in claims(told, lines)]
    for _, group in groupby(told, key=lambda one: one.figure.sentence):
        sentence = list(group)
        for kind, wrong in (("total", misfits(sentence)), ("arithmetic", wrong_sums(sentence))):
            found += [Warning(kind, one.message, tuple(t.span for t in one.figures)) for one in wrong]
    unique = {_key(warning): warning for warning in reversed(found)}
    ordered = sorted(unique.values(), key=lambda warning: (max(warning.spans), warning.kind))
    return tuple(ordered[:_MOST])


def _key(warning: Warning) -> tuple[str, frozenset[Span]]:
    """Two warnings of the same key are one; a number is replaced once."""
    return warning.kind, frozenset(warning.spans[1:] if warning.kind == "updated" else warning.spans)


def _warning(pair: Pair) -> Warning:
    first, second = pair.first, pair.second
    spans = first.span, second.span
    topic = _OF.get(first.topic, "") if pair.kind == "updated" or first.topic == second.topic else ""
    if pair.kind == "updated":
        message = (
            f"“{_shown(second)}” was told earlier, “{_shown(first)}” is the newer number {topic}".strip()
        )
        return Warning("updated", message, spans)
    what = f"two numbers {topic}".strip() if topic else "two figures for one thing"
    message = f"the article gives {what}: {_claimed(first)} and {_claimed(second)}"
    return Warning("conflict", message, spans)


def _claimed(one: Told) -> str:
    return f"“{_shown(one)}” ({one.speaker})" if one.speaker else f"“{_shown(one)}”"


def _shown(one: Told) -> str:
    """The figure with its cue and noun as they follow each other."""
    figure = one.figure
    if one.behind > one.after and one.behind - one.first < 12:
        start, end = one.line[one.first].start, max(one.line[one.behind - 1].end, figure.end)
        return " ".join(one.line.slice(start, end).split())
    return wording(figure)
