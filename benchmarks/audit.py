"""What the audit finds of edits that change what is said, what it reports where nothing is wrong, and how fast.

    python -m benchmarks.audit FOLDER [--limit N] [--kind K ...] [--part tune|held] [--show N] [--peer]
    python -m benchmarks.audit FOLDER --dump CASES.jsonl
    python -m benchmarks.audit FOLDER --cases CASES.jsonl [--only edits|alarms|speed]

An edit is caught if the audit of the edited text has a finding that the unedited one has not (another kind
or other words) in the sentence that was edited. "Fitting": the kind of that finding fits the edit. "On it": its
span meets the edit itself. The three sorts of text, see `edits`: sentences of the article, the same sentences
lightly rewritten, and what people wrote of the article, where its unedited form passes.
"""

import argparse
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import groupby
from pathlib import Path
from statistics import mean, median

import summarise
from summarise.language.segment import segment
from summarise.language.syntax import pipeline
from summarise.model import Article, Finding

from . import alarms
from .edits.cases import HOSTS, MAKERS, Case, cases, load, write
from .measure import table

FITTING: dict[str, frozenset[str]] = {
    kind: frozenset(fitting.split())
    for kind, fitting in {
        "number": "figure",
        "other number": "figure",
        "scale": "figure",
        "unit": "figure",
        "bound dropped": "figure",
        "bound flipped": "figure",
        "direction": "figure polarity",
        "what is counted": "figure role polarity",
        "name swapped": "name role attribution",
        "part of a name": "name",
        "unknown name": "name",
        "speaker swapped": "attribution name",
        "speaker dropped": "attribution modality",
        "negation added": "polarity",
        "negation removed": "polarity",
        "opposite verb": "polarity",
        "made certain": "modality attribution",
        "roles, active": "role",
        "roles, passive": "role",
        "quotation altered": "quotation",
        "quotation's speaker": "attribution quotation name",
        "weekday": "date",
        "month": "date",
        "day of the month": "date",
        "year": "date",
        "relative day": "date",
    }.items()
}
"""The kinds of findings that say of an edit what it is."""

SPEED_PAIRS = 300
WARM_UP = 50


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a case: whether it was caught, by a fitting finding, on the spot; and by the peer, if asked."""

    case: Case
    caught: bool
    fitting: bool
    on_it: bool
    new: tuple[Finding, ...]
    passes: bool
    peer: bool | None = None


def judged(case: Case, before: Sequence[Finding]) -> Verdict:
    """Audit the edited text; `before` is what the audit finds in the unedited one."""
    known = {(f.kind, f.text) for f in before}
    sentences = segment(Article(case.summary))
    edited = [s for s in sentences if s.start <= case.end and case.start <= s.end]
    left = min((s.start for s in edited), default=0)
    right = max((s.end for s in edited), default=len(case.summary))
    new = tuple(
        finding
        for finding in summarise.audit(case.summary, case.source).findings
        if (finding.kind, finding.text) not in known and finding.start <= right and left <= finding.end
    )
    return Verdict(
        case,
        bool(new),
        any(f.kind in FITTING[case.kind] for f in new),
        any(f.start <= case.end and case.start <= f.end for f in new),
        new,
        not before,
    )


Peer = Callable[[str, str], frozenset[str]]
"""A summary and its source, to what is complained of."""


def peer() -> Peer | None:
    """The package hallucination-check with its own defaults; None if it is not installed."""
    try:
        hallucination_check = import_module("hallucination_check")
    except ImportError:
        return None

    def complaints(summary: str, source: str) -> frozenset[str]:
        unsupported = hallucination_check.check(summary, source).unsupported
        # How near the nearest sentence comes changes with every word.
        return frozenset(re.sub(r"\d\.\d\d", "", claim.reason) for claim in unsupported)

    return complaints


def by_peer(case: Case, complaints: Peer) -> bool:
    """Whether the peer complains of the edited text, and not in the same words of the unedited one."""
    return bool(complaints(case.summary, case.source) - complaints(case.original, case.source))


def edits(found: Iterable[Case], *, show: int = 0, complaints: Peer | None = None) -> str:
    """The table of the edits, each kind and sort of text a line; `show` cases that were missed of each behind it."""
    # Many edits are of the same sentence.
    before: dict[tuple[str, str], Sequence[Finding]] = {}
    verdicts = []
    for case in found:
        key = (case.original, case.source)
        if key not in before:
            before[key] = summarise.audit(*key).findings
        verdicts.append(judged(case, before[key]))
    # What people wrote need not pass: then there is no telling what a finding is about.
    verdicts = [v for v in verdicts if v.passes or v.case.host != "written"]
    if complaints is not None:
        verdicts = [replace(v, peer=by_peer(v.case, complaints)) for v in verdicts]
    kinds = {kind: number for number, kind in enumerate(MAKERS)}
    hosts = {host: number for number, host in enumerate(HOSTS)}
    verdicts.sort(key=lambda v: (kinds[v.case.kind], hosts[v.case.host]))
    lines, missed = [], []
    for kind, of_kind in groupby(verdicts, key=lambda v: v.case.kind):
        several = list(of_kind)
        for host, one in groupby(several, key=lambda v: v.case.host):
            lines.append(_line(kind, host, list(one)))
        lines.append(_line(kind, "all", several))
        missed += _missed(kind, several, show)
    for host in HOSTS:
        lines.append(_line("all", host, [v for v in verdicts if v.case.host == host]))
    lines.append(_line("all", "all", verdicts))
    header = ("edit", "text", "cases", "caught %", "fitting %", "on it %", "peer %")
    return "\n".join([table("Audit: edits that change what is said", header, lines), *missed])


def _line(kind: str, host: str, verdicts: Sequence[Verdict]) -> tuple[object, ...]:
    if not verdicts:
        return (kind, host, 0, "–", "–", "–", "–")
    shares = (
        100 * mean(float(getattr(v, name)) for v in verdicts) for name in ("caught", "fitting", "on_it")
    )
    asked = [v.peer for v in verdicts if v.peer is not None]
    return (kind, host, len(verdicts), *shares, 100 * mean(map(float, asked)) if asked else "–")


def _missed(kind: str, verdicts: Sequence[Verdict], show: int) -> list[str]:
    lines = []
    for verdict in [v for v in verdicts if not v.fitting][:show]:
        one = verdict.case
        tail = len(one.summary) - one.end
        old = one.original[one.start : len(one.original) - tail]
        marked = (
            f"{one.summary[: one.start]}[{old} => {one.summary[one.start : one.end]}]{one.summary[one.end :]}"
        )
        said = "; ".join(f"{f.kind}: {f.text}" for f in verdict.new) or "nothing found"
        lines.append(f"- {kind}, {one.host}, {one.id}: {marked} ({said})")
    return [*lines, ""] if lines else []


def speed(folder: Path, limit: int | None) -> str:
    """Pairs a second, each source met for the first time, after a warm-up on other pairs."""
    several = alarms.pairs(folder, limit or SPEED_PAIRS)
    pipeline()  # a model that is read once and not for every pair; some pairs need no parse
    for summary, source in alarms.others(folder, WARM_UP):
        summarise.audit(summary, source)
    lines = []
    for name, pairs in several.items():
        times = []
        for summary, source in pairs:
            start = time.perf_counter()
            summarise.audit(summary, source)
            times.append(1000 * (time.perf_counter() - start))
        if times:
            words = mean(len(source.split()) for _, source in pairs)
            lines.append(
                (name, len(times), f"{words:.0f}", mean(times), median(times), f"{1000 / mean(times):.0f}")
            )
    header = ("pairs", "count", "words of a source", "ms mean", "median", "pairs a second")
    return table("Audit: speed, one core, new sources", header, lines)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="where the development sets are")
    parser.add_argument("--limit", type=int, help="cases of each kind and text, and texts of each set")
    parser.add_argument(
        "--kind", nargs="*", default=[], choices=list(MAKERS), help="kinds of edits, default: all"
    )
    parser.add_argument("--part", choices=("tune", "held"), help="only edits of this half of the articles")
    parser.add_argument("--only", choices=("edits", "alarms", "speed"), help="one part of the benchmark")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="show N missed edits and alarms of each kind"
    )
    parser.add_argument("--peer", action="store_true", help="hallucination-check on the same cases")
    parser.add_argument("--dump", type=Path, metavar="FILE", help="write the cases and do nothing else")
    parser.add_argument("--cases", type=Path, metavar="FILE", help="read the cases that --dump wrote")
    options = parser.parse_args()
    if options.dump:
        counts = write(cases(options.folder, options.kind, most=options.limit), options.dump)
        lines = [(kind, *(counts[kind, host] for host in HOSTS)) for kind in MAKERS]
        print(table(f"Cases in {options.dump.name}", ("edit", *HOSTS), lines))
        return
    complaints = peer() if options.peer else None
    if options.peer and complaints is None:
        print("hallucination-check is left out: it is not installed\n")
    if options.only in (None, "edits"):
        found = (
            load(options.cases)
            if options.cases
            else list(cases(options.folder, options.kind, most=options.limit))
        )
        print(edits(_chosen(found, options), show=options.show, complaints=complaints), flush=True)
    if options.only in (None, "alarms"):
        print(alarms.measure(options.folder, options.limit, options.show, complaints), flush=True)
    if options.only in (None, "speed"):
        print(speed(options.folder, options.limit))


def _chosen(found: Iterable[Case], options: argparse.Namespace) -> list[Case]:
    kept: dict[tuple[str, str], list[Case]] = {}
    for case in found:
        if (not options.kind or case.kind in options.kind) and options.part in (None, case.part):
            kept.setdefault((case.kind, case.host), []).append(case)
    return [case for group in kept.values() for case in group[: options.limit]]


if __name__ == "__main__":
    main()
