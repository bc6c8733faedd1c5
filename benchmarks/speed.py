"""How long an extract takes, beside sumy's LexRank, and whether that grows in line with the text."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import summarise
from summarise.language.segment import segment
from summarise.ranking import rank
from summarise.reading import from_text

from . import peers
from .measure import rows, table

SHORTEST, LONGEST = 725, 755
LONG_TEXTS = (5_000, 10_000)
WARM_UP = 200
ROUNDS = 3


def milliseconds(work: Callable[[Any], Any], item: Any) -> float:
    """One call."""
    start = time.perf_counter()
    work(item)
    return 1000 * (time.perf_counter() - start)


def measure(path: Path) -> str:
    """Two tables: articles of about 740 words, and very long texts.

    The process is warmed up on articles of other lengths. Then everything is done to each article
    in turn, so that whatever else the machine does meets all of it. "New" is the first time an
    article is seen, "again" the second and third, when its words are known.
    """
    texts = [row["text"] for row in rows(path, None)]
    sized = [text for text in texts if SHORTEST <= len(text.split()) <= LONGEST]
    if not sized:
        return f"{path.name} has no article of {SHORTEST} to {LONGEST} words\n"
    others = [text for text in texts if not SHORTEST <= len(text.split()) <= LONGEST]
    works: dict[str, tuple[Callable[[Any], Any], list[Any]]] = {
        "summarise.rank, from text to extract": (summarise.rank, sized),
        "ranking.rank, the order alone": (rank, [segment(from_text(text)) for text in sized]),
    }
    why = peers.missing("lex-rank")
    if not why:
        lex_rank = peers.peer("lex-rank")
        works["sumy LexRank, from text"] = (lambda text: lex_rank(text, 3), sized)
    for text in others[:WARM_UP]:
        summarise.rank(text)
    times: dict[str, list[list[float]]] = {name: [[] for _ in range(ROUNDS)] for name in works}
    for turn in range(ROUNDS):
        for number in range(len(sized)):
            for name, (work, items) in works.items():
                times[name][turn].append(milliseconds(work, items[number]))
    whole = [median(taken) for taken in _rounds(times["summarise.rank, from text to extract"])]
    lines = []
    for name, rounds in times.items():
        new, again = (median(taken) for taken in _rounds(rounds))
        lines.append((name, f"{new:.2f}", f"{new / whole[0]:.1f}", f"{again:.2f}", f"{again / whole[1]:.1f}"))
    title = f"Speed: {path.stem}, {len(sized)} articles of {SHORTEST} to {LONGEST} words, median ms"
    header = ("work", "new", "× ours", "again", "× ours")
    note = f"sumy is left out: {why}.\n" if why else ""
    return "\n".join([table(title, header, lines), note, _long(path, texts)])


def _rounds(rounds: list[list[float]]) -> tuple[list[float], list[float]]:
    return rounds[0], [taken for later in rounds[1:] for taken in later]


def _long(path: Path, texts: list[str]) -> str:
    lines = []
    for wanted in LONG_TEXTS:
        text, count = strung(texts, wanted)
        taken = [milliseconds(summarise.rank, text) for _ in range(ROUNDS)]
        each = f"{1000 * min(taken) / count:.1f}"
        lines.append(
            (f"{count:,}", f"{len(text.split()):,}", f"{min(taken):.0f}", f"{median(taken):.0f}", each)
        )
    header = ("sentences", "words", "ms, best of 3", "median", "µs a sentence")
    return table(f"Speed: articles of {path.stem} strung together, summarise.rank", header, lines)


def strung(texts: list[str], wanted: int) -> tuple[str, int]:
    """Articles one behind the other up to so many sentences, and how many there are."""
    parts: list[str] = []
    count = 0
    for text in texts:
        if count >= wanted:
            break
        sentences = segment(from_text(text))[: wanted - count]
        if sentences:
            parts.append(text[: sentences[-1].end])
            count += len(sentences)
    whole = "\n\n".join(parts)
    return whole, len(segment(from_text(whole)))
