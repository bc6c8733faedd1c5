"""Names that are exchanged for others of their sort, in whole or in part, or for unknown ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from .material import Change, Host, Material
from .register import either, register, words

_SMALL = re.compile(r"(?:In|On|At|For|The|From|To|By|With|But|And|As|While|When|If|After|Before|Since|Both)$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: what it names, the whole name as the article has it, and whether all of it stands here."""

    start: int
    end: int
    kind: str
    name: str
    whole: bool


def mentions(host: Host) -> list[Mention]:
    """The names of the article, and countries and what belongs to them, that stand in a text outside quotations."""
    found: list[Mention] = []
    names = host.article.names
    for kind in ("person", "organisation", "place"):
        for name in names[kind]:
            found += [Mention(*span, kind, name, True) for span in _places(name, host)]
    for name in names["person"]:
        last = name.split()[-1]
        if sum(other.split()[-1] == last for other in names["person"]) == 1 and len(last) > 2:
            found += [Mention(*span, "person", name, False) for span in _places(last, host)]
    for country, belonging in _countries().items():
        found += [Mention(*span, "country", country, True) for span in _places(country, host)]
        found += [Mention(*span, "nationality", belonging, True) for span in _places(belonging, host)]
    found.sort(key=lambda m: (m.start, -m.end))
    kept: list[Mention] = []
    for one in found:
        inside = kept and one.start < kept[-1].end
        if not inside and not _part_of_more(host.text, one):
            kept.append(one)
    return kept


def _countries() -> dict[str, str]:
    countries: dict[str, str] = register()["countries"]
    return countries


def _places(name: str, host: Host) -> list[tuple[int, int]]:
    found = (m.span() for m in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-]|\.\w)", host.text))
    return [span for span in found if not host.quoted(*span)]


def _part_of_more(text: str, one: Mention) -> bool:
    """Whether capitals beside it make it a part of another name: "New England", "Paris Hilton"."""
    before, after = text[: one.start], text[one.end :]
    if re.match(r" [A-Z]|[-/&]\w", after) or re.search(r"[-–—/&]$", before):
        return True
    if one.kind == "organisation" and re.match(r" (?:of|and|&) [A-Z]|['’]s [A-Z]", after):
        return True
    capital = re.search(r"([A-Z][\w.'’-]*) $", before)
    if capital is None or (one.kind == "person" and not _titled(before)):
        return False
    # The first word of the text has its capital in any case.
    return bool(before[: capital.start(1)].strip()) or not _SMALL.match(capital[1])


def _titled(before: str) -> bool:
    """Whether a word with a capital that is no title stands before it."""
    last = re.search(r"([A-Z][\w.'-]*) $", before)
    return bool(last) and not re.match(
        rf"(?:{either('around.titles')})\.?$",
        last[1] if last else "",
    )


def _related(one: str, other: str, article: Material) -> bool:
    """Whether two names may be of the same: they share a word, or one is the other's initials."""
    left, right = set(one.lower().split()), set(other.lower().split())
    initials = ["".join(w[0] for w in name.split() if w[0].isupper()).lower() for name in (one, other)]
    short = {one.lower().replace(".", ""), other.lower().replace(".", "")}
    contained = one.lower() in other.lower() or other.lower() in one.lower()
    return bool(left & right) or contained or any(len(i) > 1 and i in short for i in initials)


def rivals(one: Mention, host: Host) -> list[str]:
    """Other names of the article that could stand in the place of one, in the form it has here.

    Not those that stand in the same text, that may name the same, or of which the article says something like it.
    """
    article, names = host.article, host.article.names
    if one.kind in ("country", "nationality"):
        table = _countries()
        pool = list(table) if one.kind == "country" else list(table.values())
        pool = [name for name in pool if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", article.text)]
    else:
        states = words("states.words", by=",")
        pool = [n for n in names[one.kind] if (n in states) == (one.name in states)]
    found = []
    for name in pool:
        if _related(one.name, name, article) or any(host.has(part) for part in name.split() if len(part) > 2):
            continue
        if one.kind in ("place", "organisation") and _together(one.name, name, article):
            continue
        if _said_of(one, name, host):
            continue
        form = name if one.whole else name.split()[-1]
        if re.match(r"[Tt]he $", host.text[max(0, one.start - 4) : one.start]) and one.kind == "place":
            continue
        found.append(form)
    return sorted(set(found))


def _together(one: str, other: str, article: Material) -> bool:
    """Whether two names stand in one sentence: a place may lie in the other, a firm may own the other."""
    return any(one in d.text and other in d.text for d in article.docs)


def _said_of(one: Mention, name: str, host: Host) -> bool:
    """Whether a sentence of the article that has the other name tells much of what this one tells."""
    last = name.split()[-1].lower()
    own = frozenset(
        t.lemma_.lower() for t in host.doc if t.pos_ in ("NOUN", "VERB", "NUM", "ADJ") and not t.is_stop
    )
    for number, doc in enumerate(host.article.docs):
        if (
            last in doc.text.lower()
            and number != host.own
            and len(own & host.article.lemmas[number]) > 0.4 * len(own)
        ):
            return True
    return False


def swapped(host: Host, random: Random) -> Iterator[Change]:
    """A name becomes another one of the article."""
    for one in mentions(host):
        others = rivals(one, host)
        if others and not _article_before(host.text, one, others):
            yield Change(((one.start, one.end, random.choice(others)),))


def _article_before(text: str, one: Mention, others: list[str]) -> bool:
    """Whether "a" or "an" stands before it, which may not fit the other."""
    return bool(re.search(r"\b[Aa]n? $", text[: one.start]))


def part(host: Host, random: Random) -> Iterator[Change]:
    """One part of a person's name becomes another: the first name, or the last."""
    first_names: list[str] = register()["strangers"]["first_names"]
    surnames: list[str] = register()["strangers"]["surnames"]
    people = host.article.names["person"]
    for one in mentions(host):
        parts = one.name.split()
        if (
            one.kind != "person"
            or not one.whole
            or len(parts) != 2
            or not all(p.isalpha() and len(p) > 2 for p in parts)
        ):
            continue
        first = random.random() < 0.7
        own = [n.split()[0 if first else -1] for n in people if not set(n.split()) & set(parts)]
        strange = first_names if first else surnames
        new = random.choice(sorted(own)) if own and random.random() < 0.5 else random.choice(strange)
        if (
            not host.article.has(f"{new} {parts[1]}" if first else f"{parts[0]} {new}")
            and not host.has(new)
            and new.isalpha()
        ):
            span = (one.start, one.start + len(parts[0])) if first else (one.end - len(parts[1]), one.end)
            yield Change(((*span, new),))


def unknown(host: Host, random: Random) -> Iterator[Change]:
    """A name becomes one that the article does not know."""
    strangers: dict[str, list[str]] = register()["strangers"]
    for one in mentions(host):
        if one.kind == "nationality" or re.search(r"\b[Aa]n? $", host.text[: one.start]):
            continue
        pool = strangers[
            {"person": "persons", "country": "countries", "place": "places"}.get(one.kind, "organisations")
        ]
        new = random.choice(pool)
        if one.kind == "person" and not one.whole:
            new = new.split()[-1]
        if one.kind == "organisation":
            the = re.search(r"\b[Tt]he $", host.text[: one.start])
            if the:
                new = new.removeprefix("the ")
            elif not one.start:
                new = new[0].upper() + new[1:]
        if not host.article.has(new.split()[-1]):
            yield Change(((one.start, one.end, new),))
