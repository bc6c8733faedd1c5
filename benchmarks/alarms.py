"""What the audit reports where nothing is wrong: on verbatim sentences, on rewrites, and on what editors wrote."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import summarise
from summarise.language.segment import segment
from summarise.reading import read_one
from summarise.reading.layout import from_text

from .measure import rows, table

CORPUS = Path(__file__).parent.parent / "corpus"
REWRITES = Path(__file__).parent / "rewrites"
SETS = ("summary_cnndm_dev", "headline_bbc_dev", "summary_xsum_dev", "headline_numhg_dev")
WRITTEN = {"headline_bbc_dev": "headline", "summary_cnndm_dev": "reference"}
LEADS = 500
ALONE = 100
OF_A_SET = 500

Complaints = Callable[[str, str], frozenset[str]] | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A source, a text of it that says nothing else, and of what sort and where it is."""

    category: str
    place: str
    source: str
    summary: str


def rewrites(path: Path) -> Iterator[Pair]:
    """The pairs of a file: blocks of `source:` and `summary:`, longer ones go on in lines that are set in.

    Raises:
        ValueError: a line is none of these, or a block lacks its source or its summary.
    """
    category, block, last = "", dict[str, str](), ""
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        if line.startswith("#!"):
            continue
        if line.startswith("# "):
            category = line[2:].strip()
        elif match := re.match(r"(source|summary): *(.*)", line):
            last = match[1]
            block[last] = match[2].strip()
        elif line.startswith("  ") and line.strip() and last:
            block[last] += " " + line.strip()
        elif not line.strip():
            if block:
                if block.keys() != {"source", "summary"}:
                    raise ValueError(
                        f"{path}, line {number}: the block before it needs a source: and a summary:"
                    )
                yield Pair(category, f"{path.name}:{number}", block["source"], block["summary"])
            block, last = {}, ""
        else:
            raise ValueError(
                f"{path}, line {number}: expected source:, summary:, '# category' or a blank line"
            )


def texts(folder: Path, count: int) -> list[str]:
    """So many articles of the corpus and of the sets, as many of each set."""
    found = [read_one(path).text for path in sorted(CORPUS.glob("*.txt"))]
    there = [folder / f"{name}.jsonl" for name in SETS if (folder / f"{name}.jsonl").exists()]
    found = found[: max(1, count // (len(there) + 1))]
    for number, path in enumerate(there):
        found += [row["text"] for row in rows(path, max(1, (count - len(found)) // (len(there) - number)))]
    return found[:count]


def pairs(folder: Path, count: int) -> dict[str, list[tuple[str, str]]]:
    """Summaries with their sources, each source once: references, headlines, and sentences of the corpus."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, key in (("summary_cnndm_dev", "reference"), ("headline_bbc_dev", "headline")):
        path = folder / f"{name}.jsonl"
        if path.exists():
            found[f"{name}, {key}s"] = [(_tidy(row[key]), row["text"]) for row in rows(path, count)]
    corpus = []
    for path in sorted(CORPUS.glob("*.txt")):
        text = read_one(path).text
        sentences = [s.text for s in segment(from_text(text)) if not s.heading]
        # One of each, so that no source comes twice.
        corpus.append((sentences[len(sentences) // 2], text))
    found["corpus, one sentence of each"] = corpus[:count]
    return found


def others(folder: Path, count: int) -> list[tuple[str, str]]:
    """Pairs to warm up on, of a set that `pairs` leaves alone; none if it is not there."""
    path = folder / "headline_numhg_dev.jsonl"
    return [(row["headline"], row["text"]) for row in rows(path, count)] if path.exists() else []


def _tidy(text: str) -> str:
    return re.sub(r"\s+([.,;:?!])(?=\s|$)", r"\1", text)


def measure(folder: Path, limit: int | None, show: int, complaints: Complaints = None) -> str:
    """The tables of everything on which there should be no finding, or where findings are to be explained."""
    return "\n".join(
        [
            _verbatim(folder, limit, show),
            _rewritten(show, complaints),
            *(
                _written(folder / f"{name}.jsonl", key, limit or OF_A_SET, show, complaints)
                for name, key in WRITTEN.items()
            ),
        ]
    )


def _verbatim(folder: Path, limit: int | None, show: int) -> str:
    leads, alone = [], []
    found = texts(folder, limit or LEADS)
    for text in found:
        story = [s for s in segment(from_text(text)) if not s.heading]
        if story:
            leads.append((" ".join(s.text for s in story[:3]), text))
    for text in found[:: max(1, len(found) // ALONE)][:ALONE]:
        alone += [(s.text, text) for s in segment(from_text(text)) if not s.heading]
    lines, shown = [], []
    for name, several in (("first three sentences", leads), ("every sentence alone", alone)):
        findings = [
            (summary, finding)
            for summary, text in several
            for finding in summarise.audit(summary, text).findings
        ]
        alarmed = len({summary for summary, _ in findings})
        lines.append((name, len(several), alarmed, len(findings)))
        shown += [
            f"- {f.kind}, {f.severity}: {f.text} in “{summary}”: {f.message}"
            for summary, f in findings[:show]
        ]
    header = ("verbatim", "texts", "with a finding", "findings")
    return "\n".join([table("Audit: false alarms on verbatim text", header, lines), *shown, ""])


def _rewritten(show: int, complaints: Complaints) -> str:
    lines: list[tuple[object, ...]] = []
    shown: list[str] = []
    paths = sorted(REWRITES.glob("*.txt"))
    for path in paths:
        several = list(rewrites(path))
        for category in [*dict.fromkeys(pair.category for pair in several), "all"]:
            chosen = [pair for pair in several if category in ("all", pair.category)]
            alarms = [
                (pair, found)
                for pair in chosen
                if (found := summarise.audit(pair.summary, pair.source).findings)
            ]
            theirs = _share(chosen, complaints)
            lines.append(
                (path.stem, category, len(chosen), len(alarms), 100 * len(alarms) / len(chosen), theirs)
            )
            if category != "all":
                shown += [
                    f"- {pair.place}, {category}: “{pair.summary}”: "
                    + " ".join(f"[{f.kind}] {f.message}" for f in found)
                    for pair, found in alarms[:show]
                ]
    if not paths:
        return f"{REWRITES.name}: no such pairs there, passed over\n"
    header = ("file", "category", "pairs", "with a finding", "%", "peer %")
    return "\n".join([table("Audit: false alarms on rewrites", header, lines), *shown, ""])


def _share(chosen: Sequence[Pair], complaints: Complaints) -> object:
    if complaints is None or not chosen:
        return "–"
    return 100 * sum(bool(complaints(pair.summary, pair.source)) for pair in chosen) / len(chosen)


def _written(path: Path, key: str, limit: int, show: int, complaints: Complaints) -> str:
    if not path.exists():
        return f"{path.name}: not there, passed over\n"
    counts: Counter[tuple[str, str]] = Counter()
    alarmed = theirs = 0
    shown: list[str] = []
    data = rows(path, limit)
    for row in data:
        summary = _tidy(row[key])
        findings = summarise.audit(summary, row["text"]).findings
        counts.update((f.kind, f.severity) for f in findings)
        alarmed += bool(findings)
        theirs += bool(complaints is not None and complaints(summary, row["text"]))
        if findings and len(shown) < show:
            told = "".join(f"\n  - {f.kind}, {f.severity}: {f.text}: {f.message}" for f in findings)
            shown.append(f"- {row['id']}: “{summary}”{told}")
    lines: list[tuple[object, ...]] = [
        ("any", "any", sum(counts.values()), alarmed, 100 * alarmed / len(data))
    ]
    lines += [(kind, severity, count, "", "") for (kind, severity), count in counts.most_common()]
    title = f"Audit: {path.stem}, {len(data)} {key}s as people wrote them"
    note = [f"The peer complains of {100 * theirs / len(data):.1f} %.\n"] if complaints is not None else []
    header = ("kind", "severity", "findings", "texts", "%")
    return "\n".join([table(title, header, lines), *note, *shown, ""])
