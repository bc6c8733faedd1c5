"""Who speaks in a sentence, told with the sentences around it: pronouns and quotations that run on."""

from collections.abc import Sequence
from dataclasses import replace

from summarise.figures.context.agreement import HE, SHE, agrees, introduced, is_person
from summarise.figures.context.attribution import Attribution, attributions
from summarise.figures.context.naming import PERSONAL, main_subject, slice_of
from summarise.figures.lexicon import word_class, words
from summarise.figures.tokens import Line
from summarise.model import Span

_BODIES = word_class("context", "bodies")
_NOWHERE = (-1, -1)


def speakers(
    text: str, spans: Sequence[Span], line: Line, after: Span | None = None
) -> tuple[Attribution, ...]:
    """Who speaks in a sentence of `text`.

    Args:
        text: the whole text.
        spans: the sentences before it, the nearest last.
        line: the sentence.
        after: the sentence behind it.
    """
    found = attributions(line)
    if not found:
        return _quoted_on(text, spans, line, after)
    if not any(one.pronoun for one in found):
        return found
    return tuple(_resolved(one, text, spans, line) if one.pronoun else one for one in found)


def _resolved(one: Attribution, text: str, spans: Sequence[Span], line: Line) -> Attribution:
    """The attribution with the name that its pronoun stands for; nameless if no sentence near has one."""
    pronoun = one.text.lower()
    if pronoun not in PERSONAL:
        return replace(one, text="")  # "we", "I": someone quoted
    named = _named_in(line, pronoun, one.name[0])
    for span in reversed(spans):
        if named:
            break
        named = _named_in(_line(text, span), pronoun)
    return replace(one, text=named)


def _named_in(line: Line, pronoun: str, before: int | None = None) -> str:
    """The speaker or the subject of a line that `pronoun` can mean, "" if there is none."""
    limit = len(line) if before is None else before
    for one in reversed(attributions(line)):
        if one.text and not one.pronoun and one.name[1] <= limit and agrees(pronoun, one.text):
            return one.text
    if before is None and pronoun in ("he", "she") and (met := introduced(line)):
        return met
    subject = main_subject(line, limit)
    if subject is None or (before is not None and subject[1] >= before):
        return ""
    name = slice_of(line, subject)
    return name if agrees(pronoun, name) and _may_speak(pronoun, name) else ""


def _may_speak(pronoun: str, name: str) -> bool:
    """Whether the subject of another sentence, who says nothing there, can be the one who speaks here."""
    parts = name.split()
    last = parts[-1].lower()
    if pronoun in ("he", "she"):
        title = parts[0].lower() in HE | SHE
        return is_person(last) or (parts[-1][0].isupper() and (len(parts) > 1 or title))
    return last in _BODIES or last in words("people_nouns") or (pronoun == "it" and parts[-1][0].isupper())


def _quoted_on(text: str, spans: Sequence[Span], line: Line, after: Span | None) -> tuple[Attribution, ...]:
    """The speaker of a sentence that is a quotation whose speaker another sentence names."""
    if not len(line):
        return ()
    start = line.offset
    opening = line[0].text in ("“", '"')
    near = [span for span in spans if "\n" not in text[span.end : start]]
    inside = bool(near) and _open_quote(text[near[0].start : start])
    if not opening and not inside:
        return ()
    for place in range(len(near) - 1, -1, -1):
        other = _line(text, near[place])
        found = attributions(other)
        if not found and main_subject(other, len(other)) and other[0].text not in ("“", '"') and not inside:
            return ()
        if found:
            last = found[-1]
            if last.pronoun:
                last = _resolved(last, text, spans[: len(spans) - len(near) + place], other)
            return (Attribution(last.text, 0, len(line), _NOWHERE),)
    if after is None or not _open_quote(line.text) or "\n" in text[start + len(line.text) : after.start]:
        return ()
    other = _line(text, after)
    found = attributions(other)
    if not found or found[0].start > 0 or other[0].text in ("“", '"'):
        return ()
    one = found[0]
    one = _resolved(one, text, spans, other) if one.pronoun else one
    return (Attribution(one.text, 0, len(line), _NOWHERE),)


def _open_quote(text: str) -> bool:
    """Whether a quotation is open where a text ends: its last mark stands before a word."""
    at = max(text.rfind(mark) for mark in '“”"')
    if at < 0 or text[at] == "”":
        return False
    return text[at] == "“" or (
        (at == 0 or text[at - 1] in " \n(—–-:") and text[at + 1 : at + 2].strip() != ""
    )


def _line(text: str, span: Span) -> Line:
    return Line(text[span.start : span.end], span.start)
