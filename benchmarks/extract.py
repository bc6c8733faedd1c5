"""Extracts against reference summaries, and how long they take.

    python -m benchmarks.extract FILE... [--sentences 3] [--limit N] [--peers lex-rank ...] [--peer-limit N]
    python -m benchmarks.extract --speed FILE

ROUGE-1/2/Lsum F1 with stemming, sentences joined by a newline. In the same run: the first sentences
of the raw text and of the text as we read it (datelines off), our own extract, and other summarisers
with their own tokenizers. sumy's needs NLTK's Punkt model: set NLTK_DATA to a folder that has it.

An extract dangles if one of its sentences leans, by our own rules, on something that was not taken:
once with the article's first sentence beyond doubt, once with that sentence under the rules as well.
Sentences of other summarisers are judged where each is one of ours, a part of one, or several whole.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import mean, median

import summarise
from summarise import Article, Style
from summarise.language.segment import segment
from summarise.model import Sentence, Span
from summarise.ranking.discourse import Lean, leans
from summarise.ranking.notices import notices
from summarise.ranking.story import story_of
from summarise.reading import from_text

from . import peers, speed
from .measure import DEGRADED, Rouge, clocked, degrade, rows, table

KINDS = ("rouge1", "rouge2", "rougeLsum")
HEADER = (
    "system",
    "R-1",
    "R-2",
    "R-Lsum",
    "words",
    "× Lead",
    "dangling %",
    "first too",
    "judged %",
    "ms mean",
    "median",
)
# Below this share the extracts that could be judged say too little of the others.
_JUDGED_ENOUGH = 0.5

Parts = Sequence[Sentence | str]
System = Callable[[str], Parts]
Made = tuple[list[Parts], list[float]]
"""An extract of each article, and its milliseconds."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article with what is needed to judge extracts of it: our sentences and what each leans on.

    `strict` has the first sentence under the rules as well.
    """

    text: str
    sentences: tuple[Sentence, ...]
    leaning: tuple[tuple[Lean, ...], ...]
    strict: tuple[tuple[Lean, ...], ...]


@dataclass(frozen=True, slots=True)
class Run:
    """What a system made of each article, what it scored, and how long it took."""

    name: str
    scores: list[dict[str, float]]
    dangling: list[tuple[bool, bool] | None]
    times: list[float]


def lead(text: str, count: int) -> list[Sentence]:
    """The first sentences of the raw text."""
    return [s for s in segment(Article(text)) if not s.heading][:count]


def read_lead(text: str, count: int) -> list[Sentence]:
    """The first sentences of the text as we read it."""
    return [s for s in segment(from_text(text)) if not s.heading][:count]


def ours(text: str, count: int, profile: str = "auto") -> list[Sentence]:
    """Our extract, in order of the article."""
    ranked = summarise.rank(text, Style(summary_sentences=count, profile=profile))
    return sorted((r.sentence for r in ranked if r.taken), key=lambda s: s.index)


def prepare(text: str) -> Text:
    """Our sentences of a text and what they lean on."""
    article = from_text(text)
    sentences = segment(article)
    story, beside = story_of(sentences, article.title), notices(sentences)
    strict = leans(story, beside, opening_may_lean=True)
    return Text(text, sentences, leans(story, beside), strict)


def taken(text: Text, extract: Parts) -> set[int] | None:
    """Positions of our sentences that an extract holds, None if one of its own has other bounds."""
    positions: set[int] = set()
    for part in extract:
        exact = isinstance(part, Sentence)
        start = part.start if isinstance(part, Sentence) else text.text.find(part)
        span = Span(start, start + len(part.text if isinstance(part, Sentence) else part))
        met = [s for s in text.sentences if s.start < span.end and span.start < s.end]
        within = len(met) == 1 and met[0].start <= span.start and span.end <= met[0].end
        whole = bool(met) and span.start <= met[0].start and met[-1].end <= span.end
        if not exact and (start < 0 or not (within or whole)):
            return None
        positions.update(s.index for s in met)
    return positions


def dangles(positions: set[int], leaning: Sequence[Sequence[Lean]]) -> bool:
    """Whether a sentence leans on something that is not among them."""
    return any(positions.isdisjoint(lean.supporters) for position in positions for lean in leaning[position])


def judged(name: str, made: Made, texts: Sequence[Text], references: Sequence[str], rouge: Rouge) -> Run:
    """What a system made of a set, beside the references and under the rules."""
    extracts, times = made
    scores, dangling = [], []
    for text, reference, extract in zip(texts, references, extracts, strict=True):
        shown = "\n".join(part.shown if isinstance(part, Sentence) else part for part in extract)
        scores.append(rouge.mean([(reference, shown)]))
        positions = taken(text, extract)
        dangling.append(
            None if positions is None else (dangles(positions, text.leaning), dangles(positions, text.strict))
        )
    return Run(name, scores, dangling, times)


def lines(runs: Sequence[Run]) -> list[tuple[object, ...]]:
    """The lines of a table; the first run is the baseline."""
    found: list[tuple[object, ...]] = []
    baseline = 0.0
    for one in runs:
        means = [mean(score[kind] for score in one.scores) for kind in (*KINDS, "words")]
        baseline = baseline or means[-1]
        verdicts = [verdict for verdict in one.dangling if verdict is not None]
        share = len(verdicts) / len(one.dangling)
        found.append(
            (
                one.name,
                *means,
                f"{means[-1] / baseline:.2f}",
                *(
                    100 * mean(float(verdict[which]) for verdict in verdicts)
                    if share >= _JUDGED_ENOUGH
                    else "–"
                    for which in (0, 1)
                ),
                100 * share,
                f"{mean(one.times):.2f}",
                f"{median(one.times):.2f}",
            )
        )
    return found


def measure(
    path: Path,
    count: int,
    limit: int | None,
    *,
    profiles: Sequence[str] = (),
    others: Sequence[str] = peers.NAMES,
    peer_limit: int | None = None,
    ids_without: str = "",
    how: str = "",
) -> str:
    """The table of one set; a second one beside the peers if they are given fewer articles.

    Args:
        path: a JSONL file of records with `text` and `reference`.
        count: sentences of an extract.
        limit: articles, spread evenly over the file; None for all.
        profiles: profiles of our ranker that get a row of their own.
        others: names in `peers.NAMES`; those that cannot run here are left out and said so.
        peer_limit: articles for these, spread evenly over the others'; None for all.
        ids_without: leave out records whose id begins so.
        how: one of DEGRADED, done to text and reference before anything else; empty for neither.
    """
    rouge = Rouge(KINDS)
    data = rows(path, limit, ids_without)
    raw = [degrade(row["text"], how) for row in data]
    references = [degrade(row["reference"], how) for row in data]
    systems: dict[str, System] = {
        f"Lead-{count}, raw text": partial(lead, count=count),
        f"Lead-{count}, as we read it": partial(read_lead, count=count),
        "summarise": partial(ours, count=count),
        **{f"summarise, profile {name}": partial(ours, count=count, profile=name) for name in profiles},
    }
    # The clock comes before the judging, which would make every article's words known to our own
    # ranker; so they are new to it in the row "summarise", and known in those of single profiles.
    made = {name: clocked(raw, system) for name, system in systems.items()}
    texts = [prepare(text) for text in raw]
    runs = [judged(name, result, texts, references, rouge) for name, result in made.items()]
    step = max(1, len(texts) // peer_limit) if peer_limit else 1
    chosen = range(0, len(texts), step)[:peer_limit]
    rest, notes = [], []
    for name in others:
        if why := peers.missing(name):
            notes.append(f"{peers.shown(name)} is left out: {why}.\n")
            continue
        result = clocked([raw[n] for n in chosen], partial(_peer, name=name, count=count))
        part = [texts[n] for n in chosen], [references[n] for n in chosen]
        rest.append(judged(peers.shown(name), result, *part, rouge))
    title = f"Extracts: {path.stem}, {{}} articles, {count} sentence{'s' * (count != 1)}"
    title += f", {how} text" if how else ""
    if len(chosen) == len(texts) or not rest:
        tables = [table(title.format(len(texts)), HEADER, lines([*runs, *rest]))]
    else:
        tables = [table(title.format(len(texts)), HEADER, lines(runs))]
        both = [only(one, chosen) for one in runs] + rest
        tables.append(table(title.format(f"{len(chosen)} of these"), HEADER, lines(both)))
    return "\n".join([*tables, *notes])


def _peer(text: str, name: str, count: int) -> list[str]:
    return peers.peer(name)(text, count)


def only(whole: Run, chosen: Sequence[int]) -> Run:
    """The part of a run that is about the articles of these numbers."""
    return Run(
        whole.name,
        [whole.scores[n] for n in chosen],
        [whole.dangling[n] for n in chosen],
        [whole.times[n] for n in chosen],
    )


def main() -> None:
    """Print a table for each set, or the times of one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--sentences", type=int, default=3)
    parser.add_argument("--limit", type=int, help="articles of each set")
    parser.add_argument("--profiles", nargs="*", default=[], help="a row for each")
    parser.add_argument("--peers", nargs="*", default=peers.NAMES, choices=peers.NAMES, help="default: all")
    parser.add_argument("--peer-limit", type=int, help="articles for the peers: they get a second table")
    parser.add_argument("--ids-without", default="", metavar="PREFIX", help="leave out records of such an id")
    parser.add_argument("--degrade", default="", choices=DEGRADED, help="spoil the text first")
    parser.add_argument("--speed", type=Path, metavar="FILE", help="times instead of extracts")
    options = parser.parse_args()
    if options.speed:
        print(speed.measure(options.speed))
    for path in options.paths:
        print(
            measure(
                path,
                options.sentences,
                options.limit,
                profiles=options.profiles,
                others=options.peers,
                peer_limit=options.peer_limit,
                ids_without=options.ids_without,
                how=options.degrade,
            ),
            flush=True,
        )


if __name__ == "__main__":
    main()
