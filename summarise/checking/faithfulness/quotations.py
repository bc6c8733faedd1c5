"""Quotations: word for word, or cut where the cut shows."""

import re
from collections.abc import Iterator, Sequence

from ...model import Finding, Sentence
from .source import Source, quotable

_DOUBLE = re.compile(r'"([^"“”\n]{2,})"|“([^“”"\n]{2,})[”"]')
# Single marks enclose a quotation only where they stand free; an apostrophe stands in or behind a word.
_SINGLE = re.compile(r"(?<![\w’'])['‘](?=[\w…])([^'‘’\n]{3,}?(?:['’]\w[^'‘’\n]*?)*)['’](?![\w])")
_CUT = re.compile(r"\s*(?:\[[^\]]*\]|\.\.+|…|\. \. \.)\s*")
_EDGES = " ,.;:!?-'"


def check_quotations(text: str, sentences: Sequence[Sentence], source: Source) -> Iterator[Finding]:
    """Quotations whose words the source does not have in that order.

    An ellipsis or brackets may stand for what is left out or put in. A capital at the start and a mark at the
    end may differ.
    """
    said = source.quotable
    taken: list[tuple[int, int]] = []
    for pattern in (_DOUBLE, _SINGLE):
        for match in pattern.finditer(text):
            if any(start <= match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            quoted = next(group for group in match.groups() if group is not None)
            parts = [part for piece in _CUT.split(quoted) if (part := _quotable(piece))]
            if _in_order(parts, said) or _sentence_by_sentence(match, quoted, sentences, said):
                continue
            near = _nearest(parts, source)
            message = "the source has no such words"
            if near is not None:
                message = f"the source says {source.text[near[0] : near[1]]!r}"
            yield Finding(
                "quotation",
                "contradicted" if near is not None else "not found",
                match.group(),
                match.start(),
                match.end(),
                message,
                *(near or (None, None)),
            )


def _sentence_by_sentence(
    match: re.Match[str], quoted: str, sentences: Sequence[Sentence], said: str
) -> bool:
    """Whether each sentence of a longer quotation is the source's: its two marks may be of two quotations."""
    start = match.start() + match.group().index(quoted)
    end = start + len(quoted)
    parts = [
        quoted[max(s.start, start) - start : min(s.end, end) - start]
        for s in sentences
        if s.start < end and start < s.end
    ]
    return len(parts) > 1 and all(_in_order([bare], said) for part in parts if (bare := _quotable(part)))


def _quotable(text: str) -> str:
    return quotable(text).strip(_EDGES)


def _in_order(parts: list[str], said: str) -> bool:
    at = 0
    for part in parts:
        found = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)").search(said, at)
        if found is None:
            return False
        at = found.end()
    return True


def _nearest(parts: list[str], source: Source) -> tuple[int, int] | None:
    """The sentence of the source that has most of a quotation's words, if it has more than half of them."""
    wanted = {word for part in parts for word in re.findall(r"\w+", part)}
    best, most = None, 0.5 * len(wanted)
    for told in source.told:
        count = len(wanted & {word.lower for word in told.words})
        if count > most:
            best, most = (told.start, told.end), count
    return best
