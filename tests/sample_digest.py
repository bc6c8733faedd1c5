"""A small digest made by hand, with everything in it that a writer must cope with."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from summarise.model import (
    Article,
    Bullet,
    Checked,
    Dateline,
    Digest,
    Figure,
    Finding,
    Headline,
    LineFinding,
    Piece,
    Ranked,
    Readability,
    Sentence,
    Span,
    Warning,
)

TEXT = """By Ann Lee

PORT ELLEN, 5 July: A storm sank the ferry *Aurora* (or <i>Holm</i>) & killed at least 23 sailors, police said. \
Rescuers reached the island at dawn.

Repairs could cost <b>$4.5 billion</b> or 18 to 25 percent of output, the ministry said. \
It denied that 40 ships were lost.
"""


def _figure(text: str, value: str, **others: Any) -> Figure:
    start = TEXT.index(text)
    return Figure(text=text, start=start, end=start + len(text), value=Decimal(value), **others)


def _sentences() -> tuple[Sentence, ...]:
    first = "A storm sank the ferry *Aurora* (or <i>Holm</i>) & killed at least 23 sailors, police said."
    second = "Rescuers reached the island at dawn."
    third = "Repairs could cost <b>$4.5 billion</b> or 18 to 25 percent of output, the ministry said."
    fourth = "It denied that 40 ships were lost."
    sentences = []
    for index, (text, paragraph) in enumerate(((first, 0), (second, 0), (third, 1), (fourth, 1))):
        start = TEXT.index(text)
        sentences.append(Sentence(index, start, start + len(text), text, paragraph))
    return tuple(sentences)


def sample() -> Digest:
    """The digest."""
    sentences = _sentences()
    dateline = Dateline("PORT ELLEN, 5 July:", TEXT.index("PORT"), TEXT.index(": A") + 1, place="PORT ELLEN")
    figures = (
        _figure("23", "23", kind="count", bound=">=", noun="sailors", speaker="police", cue="at least"),
        _figure("$4.5 billion", "4500000000", kind="money", unit="USD", hypothetical=True, sentence=2),
        _figure("18 to 25 percent", "18", upper=Decimal(25), kind="percent", unit="percent", sentence=2),
        _figure("40", "40", kind="count", noun="ships", negated=True, sentence=3),
    )
    storm = TEXT.index("storm")
    aside = Span(TEXT.index(" (or"), TEXT.index(" & killed"))
    police = TEXT.index("police said")
    bullet = "A storm killed at least 23 sailors, police said."
    doubt = bullet.index("police")
    finding = Finding(
        "attribution", "weakened", "police said", doubt, doubt + 11, "the *police* <only> said so", police, police + 11
    )  # fmt: skip
    verdicts = (
        "taken as number 1",
        "taken as number 2",
        "passed over: does not fit, 3 words are left",
        "passed over: leans on sentence 2 ('It'), which was not taken",
    )
    return Digest(
        article=Article(
            TEXT,
            byline="By Ann Lee",
            dateline=dateline,
            id="storm",
            source="news/storm.txt",
            body=(Span(sentences[0].start, len(TEXT)),),
        ),
        headlines=(
            Headline(
                "Storm kills at least 23 sailors",
                "disaster/toll",
                "disaster",
                1.25,
                0,
                (Piece("Storm", "copied", storm, storm + 5), Piece(" at sea", "template")),
                ("has the toll",),
            ),
            Headline("Ferry *Aurora* sinks & 23 die", "general/plain", "general", 0.5, 0),
        ),
        bullets=(
            Bullet(bullet, 0, figures=(Span(storm, storm + 5),)),
            Bullet("1. Repairs could cost <b>$4.5 billion</b>.", 2),
        ),
        summary=(replace(sentences[0], cuts=(aside,)), sentences[2]),
        figures=figures,
        key_figures=figures[:2],
        readability=Readability(44, 4, 66, 61.25, 8.17, 9.0, 12.0),
        domain="disaster",
        profile="long-report",
        warnings=(Warning("conflict", "two tolls: 23 and 40", (Span(storm, storm + 5),)),),
        ranking=tuple(
            Ranked(
                sentences[index],
                rank,
                1 / rank,
                ("opens the story (+1.2)", "has 14 words (-0.1)") if rank == 1 else (),
                taken=rank <= 2,
                verdict=verdict,
            )
            for rank, (index, verdict) in enumerate(zip((0, 2, 1, 3), verdicts, strict=True), 1)
        ),
        checked=Checked(6, 1014, (LineFinding("bullet", 0, bullet, finding),)),
    )


def bare() -> Digest:
    """A digest of next to nothing: no headline, no figure, no bullet."""
    text = "Hm."
    sentence = Sentence(0, 0, 3, text, 0)
    return Digest(Article(text), (), (), (sentence,), (), (), Readability(1, 1, 1, 120.0, -3.4, 0.4, 0.3))


def with_text(text: str) -> Digest:
    """The sample with this text as its headline, its bullets, its warning, its finding and in its ranking."""
    digest = sample()
    return replace(
        digest,
        headlines=tuple(replace(headline, text=text) for headline in digest.headlines),
        bullets=tuple(replace(bullet, text=text) for bullet in digest.bullets),
        warnings=tuple(replace(warning, message=text) for warning in digest.warnings),
        ranking=tuple(
            replace(ranked, reasons=(text,), verdict=f"passed over: {text}") for ranked in digest.ranking
        ),
        profile=f"{text}.toml",
        checked=replace(
            digest.checked,
            findings=tuple(
                replace(line, text=text, finding=replace(line.finding, start=0, end=len(text), message=text))
                for line in digest.checked.findings
            ),
        ),
    )
