"""Does a summary say only what its source says?

Claims that can be checked without understanding are checked: figures (value,
unit, bound, what is counted), names, quotations, negation, and whose claim it
is. A finding is a place to look, with the nearest place in the source.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..figures import find_figures, same_quantity, supports, wording
from ..language.segment import segment
from ..language.words import STOP_WORDS, stem, word_spans, words
from ..model import Article, Audit, Figure, Finding, Sentence
from ..resources import word_list

_QUOTATION = re.compile(r'"([^"]{2,})"|“([^”]{2,})”')
_NEGATIONS = frozenset(
    (
        "not no never none nobody nothing neither nor without cannot n't n’t deny denies denied denying "
        "refuse refuses refused"
    ).split()
)
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Source:
    """A source prepared for many audits."""

    text: str
    plain: str
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
    names: frozenset[str]
    stems: tuple[frozenset[str], ...]


def prepare(
    text: str, sentences: tuple[Sentence, ...] | None = None, figures: tuple[Figure, ...] | None = None
) -> Source:
    """Prepare a source text; sentences and figures may be handed over if they are known already."""
    sentences = segment(Article(text)) if sentences is None else sentences
    figures = find_figures(text, sentences) if figures is None else figures
    names = frozenset(_bare(word).lower() for word in words(text))
    stems = tuple(frozenset(stem(w.lower()) for w in words(s.text)) for s in sentences)
    return Source(text, _plain(text), sentences, figures, names, stems)


def audit(summary: str, source: str | Source) -> Audit:
    """Check a summary, headline or list of bullets against its source.

    Args:
        summary: the text to check; findings point into it.
        source: the article's text, or a prepared one.

    Returns:
        Findings in the order of the summary; none means that nothing was found, not that all is true.
    """
    prepared = prepare(source) if isinstance(source, str) else source
    sentences = segment(Article(summary))
    figures = find_figures(summary, sentences)
    findings = [
        *_check_figures(summary, figures, sentences, prepared),
        *_check_names(summary, sentences, prepared),
        *_check_quotations(summary, prepared),
        *_check_polarity(sentences, prepared),
    ]
    return Audit(tuple(sorted(findings, key=lambda f: (f.start, f.end, f.kind, f.message))))


def _check_figures(
    summary: str, claims: Sequence[Figure], sentences: Sequence[Sentence], source: Source
) -> Iterable[Finding]:
    for claim in claims:
        bearing = [f for f in source.figures if supports(f, claim)]
        fitting = [f for f in bearing if _same_thing(f, claim, source)]
        if fitting:
            yield from _check_speaker(claim, fitting, sentences)
            continue
        near = next((f for f in source.figures if same_quantity(f, claim)), None)
        near = near or next((f for f in source.figures if f.value == claim.value), None)
        if bearing:
            other = bearing[0]
            yield Finding(
                "figure", "contradicted", claim.text, claim.start, claim.end,
                f"the source counts {other.noun} here, the summary {claim.noun}", other.start, other.end,
            )  # fmt: skip
        elif near is not None:
            was, now = (wording(f) for f in (near, claim))
            severity = "contradicted" if near.unit != claim.unit else "weakened"
            yield Finding(
                "figure", severity, claim.text, claim.start, claim.end,  # type: ignore[arg-type]
                f"the source says {was!r}, the summary {now!r}", near.start, near.end,
            )  # fmt: skip
        elif not _verbatim(claim.text, source):
            yield Finding(
                "figure", "not found", claim.text, claim.start, claim.end, "the source has no such figure"
            )  # fmt: skip


def _verbatim(text: str, source: Source) -> bool:
    """Whether a figure's very words stand in the source, not as a part of a longer number."""
    pattern = r"(?<![\w.,])" + re.escape(_plain(text)) + r"(?![\w]|[.,]\d)"
    return re.search(pattern, source.plain) is not None


def _same_thing(source_figure: Figure, claim: Figure, source: Source) -> bool:
    if claim.noun is None or source_figure.noun is None or claim.kind != "count":
        return True
    counted = {stem(w.lower()) for w in words(claim.noun)}
    # The noun may stand elsewhere in the figure's sentence: "478 of these devices were destroyed".
    around = (
        source.stems[source_figure.sentence] if source_figure.sentence < len(source.stems) else frozenset()
    )
    return bool(counted & ({stem(w.lower()) for w in words(source_figure.noun)} | around))


def _check_speaker(
    claim: Figure, fitting: Sequence[Figure], sentences: Sequence[Sentence]
) -> Iterable[Finding]:
    speakers = [f.speaker for f in fitting]
    if None in speakers:
        return
    sentence = next((s.text for s in sentences if s.start <= claim.start < s.end), "")
    # The speaker may be named in the sentence before: "The air force ... Ten, it said, ..."
    told = {stem(w.lower()) for w in words(f"{sentence} {claim.speaker or ''}")}
    if any({stem(w.lower()) for w in words(s or "")} & told for s in speakers):
        return
    first = fitting[0]
    yield Finding(
        "attribution", "changed attribution", claim.text, claim.start, claim.end,
        f"in the source this is what {first.speaker} says", first.start, first.end,
    )  # fmt: skip


def _check_names(summary: str, sentences: Sequence[Sentence], source: Source) -> Iterable[Finding]:
    starts = {s.start for s in sentences}
    for span in word_spans(summary):
        word = summary[span.start : span.end]
        if not word[:1].isupper() or (span.start in starts and _bare(word).lower() in STOP_WORDS):
            continue
        parts = [p for p in re.split(r"[-/–]", _bare(word)) if p[:1].isupper()]
        lost = [p for p in parts if p.lower() not in source.names and not _part_of_name(p, source)]
        # At the start of a sentence any word has a capital; an inflected one is not a name.
        at_start = span.start in starts or summary[: span.start].rstrip().endswith((":", "\n", '"', "“"))
        if lost and not (at_start and _inflected(lost[0], source)):
            yield Finding("name", "not found", word, span.start, span.end, f"{word!r} is not in the source")


def _part_of_name(part: str, source: Source) -> bool:
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", source.plain) is not None


def _inflected(word: str, source: Source) -> bool:
    wanted = stem(word.lower())
    return any(wanted in stems for stems in source.stems)


def _check_quotations(summary: str, source: Source) -> Iterable[Finding]:
    for match in _QUOTATION.finditer(summary):
        quoted = match.group(1) or match.group(2)
        wanted = _plain(quoted).strip(" ,.;:!?")
        if wanted and wanted.lower() not in source.plain.lower():
            yield Finding(
                "quotation", "contradicted", match.group(), match.start(), match.end(),
                "the source has no such words",
            )  # fmt: skip


def _check_polarity(sentences: Sequence[Sentence], source: Source) -> Iterable[Finding]:
    for sentence in sentences:
        nearest = _nearest(sentence, source)
        if nearest is None:
            continue
        told, meant = _polarity(sentence.text), _polarity(nearest.text)
        for word, (negated, start, end) in told.items():
            if word in meant and meant[word][0] != negated and not _elsewhere(word, negated, source):
                message = (
                    "denied in the source, stated here"
                    if not negated
                    else "stated in the source, denied here"
                )
                yield Finding(
                    "polarity", "contradicted", sentence.text[start:end],
                    sentence.start + start, sentence.start + end, message,
                    nearest.start + meant[word][1], nearest.start + meant[word][2],
                )  # fmt: skip


def _nearest(sentence: Sentence, source: Source) -> Sentence | None:
    wanted = {stem(w.lower()) for w in words(sentence.text) if w.lower() not in STOP_WORDS}
    best, most = None, 0.0
    for candidate, stems in zip(source.sentences, source.stems, strict=True):
        shared = len(wanted & stems) / (1 + len(wanted))
        if shared > most:
            best, most = candidate, shared
    return best if most >= 0.4 else None


def _polarity(text: str) -> dict[str, tuple[bool, int, int]]:
    """For each content stem whether a negation stands before it, and where the stem stands."""
    found: dict[str, tuple[bool, int, int]] = {}
    negated = False
    for span in word_spans(text):
        word = text[span.start : span.end].lower().translate(_QUOTES)
        if word in _NEGATIONS or word.endswith("n't"):
            negated = True
            continue
        if word in STOP_WORDS or word in word_list("en/hedges.txt"):
            continue
        found.setdefault(stem(word), (negated, span.start, span.end))
        negated = False
    return found


def _elsewhere(word: str, negated: bool, source: Source) -> bool:
    return any(
        word in stems and _polarity(sentence.text).get(word, (None,))[0] is negated
        for sentence, stems in zip(source.sentences, source.stems, strict=True)
    )


def _bare(word: str) -> str:
    return re.sub(r"(?:['’]s|['’])$", "", word.strip("'’\"“”")).rstrip(".")


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_QUOTES))
