"""All cases: which texts are edited, by whom, how many of each kind."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from . import bounds, dates, modality, names, numbers, polarity, quotations, roles, speakers
from .material import Host, Maker, Material, articles, parsed, read
from .rewriting import rewritten

MAKERS: dict[str, Maker] = {
    "number": numbers.changed,
    "other number": numbers.swapped,
    "scale": numbers.scale,
    "unit": numbers.unit,
    "bound dropped": bounds.dropped,
    "bound flipped": bounds.flipped,
    "direction": bounds.direction,
    "what is counted": bounds.counted,
    "name swapped": names.swapped,
    "part of a name": names.part,
    "unknown name": names.unknown,
    "speaker swapped": speakers.swapped,
    "speaker dropped": speakers.dropped,
    "negation added": polarity.negation_added,
    "negation removed": polarity.negation_removed,
    "opposite verb": polarity.opposite,
    "made certain": modality.certain,
    "roles, active": roles.active,
    "roles, passive": roles.passive,
    "quotation altered": quotations.altered,
    "quotation's speaker": speakers.quoted_by_another,
    "weekday": dates.weekday,
    "month": dates.month,
    "day of the month": dates.day_of_month,
    "year": dates.year,
    "relative day": dates.relative_day,
}
HOSTS = {"sentence": 200, "rewritten": 100, "written": 160}
"""The texts that are edited, and how many cases of a kind are taken of each: half to tune on, half not.

"written" has more, since those whose unedited form does not pass are no cases.
"""
OF_AN_ARTICLE = 2


@dataclass(frozen=True, slots=True)
class Case:
    """An edit that changes what a text says: `summary` is `original` with what stands at start:end changed."""

    kind: str
    host: str
    id: str
    part: str
    source: str
    original: str
    summary: str
    start: int
    end: int


def cases(
    folder: Path, kinds: Sequence[str] = (), *, most: int | None = None, limit: int | None = None
) -> Iterator[Case]:
    """The cases of the articles of the corpus and of the sets in a folder; the same every time.

    Args:
        folder: where the sets are.
        kinds: keys of MAKERS; empty for all.
        most: cases of a kind and text; None for as many as HOSTS says.
        limit: articles in all; None for all there are.
    """
    enough = {host: (min(most, count) if most else count) // 2 for host, count in HOSTS.items()}
    wanted = {
        (kind, host, part): enough[host]
        for kind in kinds or MAKERS
        for host in HOSTS
        for part in ("tune", "held")
    }
    taken: Counter[tuple[str, str, str]] = Counter()
    for material in articles(folder, limit):
        open_here = {key[:2] for key, most in wanted.items() if key[2] == material.part and taken[key] < most}
        if not open_here:
            if all(taken[key] >= most for key, most in wanted.items()):
                return
            continue
        for case in of_article(material, open_here):
            key = (case.kind, case.host, case.part)
            if taken[key] < wanted[key]:
                taken[key] += 1
                yield case


def of_article(material: Material, wanted: Iterable[tuple[str, str]]) -> Iterator[Case]:
    """The cases of one article, of kinds and hosts that are wanted: of each at most OF_AN_ARTICLE."""
    if read(material) is None:
        return
    hosts = list(_hosts(material))
    for kind, name in sorted(wanted):
        made = 0
        random = Random(f"{kind}|{name}|{material.id}")
        for host in random.sample([h for h in hosts if h.kind == name], sum(h.kind == name for h in hosts)):
            changes = list(MAKERS[kind](host, random))
            if changes and made < OF_AN_ARTICLE:
                summary, start, end = random.choice(changes).applied(host.text)
                if summary != host.text:
                    yield Case(
                        kind, name, host.id, material.part, material.text, host.text, summary, start, end
                    )
                    made += 1


def _hosts(material: Material) -> Iterator[Host]:
    fit = [n for n, doc in enumerate(material.docs) if _fit(doc.text)]
    rewrites: dict[int, str] = {}
    for number in fit:
        doc = material.docs[number]
        text = material.text[material.starts[number] : material.starts[number] + len(doc.text)]
        yield Host("sentence", f"{material.id}#{number}", text, doc, material, number)
        made = rewritten(doc, text)
        if made is not None:
            rewrites[number] = made
    for number, doc in zip(rewrites, parsed(list(rewrites.values())), strict=True):
        yield Host("rewritten", f"{material.id}#{number}", rewrites[number], doc, material, number)
    short = [line for line in material.written if len(line.split()) <= 35]
    for number, doc in enumerate(parsed(short)):
        yield Host("written", f"{material.id}#w{number}", short[number], doc, material, -1)


def _fit(text: str) -> bool:
    """Whether a sentence is a whole one, of no more than forty words, with its quotations whole."""
    return (
        6 <= len(text.split()) <= 40
        and text[0].isupper() | (text[0] in '"“')
        and text.rstrip("\"”'’")[-1:] in (".", "!")
        and "\n" not in text
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
        and not text.startswith(("(", "Click", "Read more"))
    )


def write(found: Iterable[Case], path: Path) -> Counter[tuple[str, str]]:
    """Write cases to a JSONL file; how many of each kind and host."""
    counts: Counter[tuple[str, str]] = Counter()
    with path.open("w", encoding="utf-8") as file:
        for case in found:
            file.write(json.dumps(asdict(case), ensure_ascii=False) + "\n")
            counts[case.kind, case.host] += 1
    return counts


def load(path: Path) -> list[Case]:
    """The cases that `write` wrote."""
    return [Case(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
