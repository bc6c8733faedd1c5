"""Bounds that are dropped or turned round, directions that are flipped, and what is counted, exchanged."""

import re
from collections.abc import Iterator
from random import Random
from typing import Any

from lemminflect import getInflection
from spacy.tokens import Token

from .material import Change, Host
from .numbers import Number, numbers
from .register import either, register, words


def _bounded(host: Host) -> Iterator[tuple[re.Match[str], str, str, bool]]:
    """Each bound before a number, the number as it is written, what follows, and whether it is of things counted."""
    bounds: dict[str, Any] = register()["bounds"]
    pattern = re.compile(
        rf"\b({'|'.join(sorted(bounds, key=len, reverse=True))}) (?=(?:a )?[$£€]?\d|[a-z])", re.IGNORECASE
    )
    found = {n.start - len(n.money): n for n in numbers(host.text, host.doc)}
    for match in pattern.finditer(host.text):
        one = found.get(match.end())
        if (
            one is None
            or host.quoted(*match.span())
            or re.search(r"\b(?:not|no|all|from)\s$", host.text[: match.start()])
        ):
            continue
        after = host.text[one.unit_end :]
        timed = re.match(r"[ -](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?)\b", after)
        word = next((t for t in host.doc if t.idx == match.start()), None)
        counts = word is not None and word.dep_ in ("quantmod", "advmod", "amod")
        if match[1].lower() in ("over", "under") and (
            not counts or timed or re.search(r"\b(?:all|won|victory|win|lead)\s$", host.text[: match.start()])
        ):
            continue
        if match[1].lower() == "up to" and re.search(
            r"\b(?:go|went|moved?|rose|taking|takes|took|add|adds|added)\s$", host.text[: match.start()]
        ):
            continue
        counted = not (one.money or one.unit or one.scale or timed) and not re.match(
            r" (?:per ?cent|percent|miles?|metres|feet|km|pounds|dollars|tons|tonnes)", after
        )
        yield match, host.text[one.start - len(one.money) : one.unit_end], one.noun, counted


def dropped(host: Host, random: Random) -> Iterator[Change]:
    """ "At least 23" becomes "23"; nowhere else may the article say the bare number."""
    for match, number, _, _ in _bounded(host):
        stands = rf"(?<![\w.,$£€]){re.escape(number.lower())}(?![\w]|[.,]\d)"
        before = [host.article.lower[: m.start()] for m in re.finditer(stands, host.article.lower)]
        if not all(re.search(rf"(?:{either('around.bound')})\s*$", text[-30:]) for text in before):
            continue
        start, end = match.span()
        first = host.text[end : end + 1]
        keeps_capital = match[1][0].isupper() and first.islower()
        yield Change(((start, end + 1, first.upper()),) if keeps_capital else ((start, end, ""),))


def flipped(host: Host, random: Random) -> Iterator[Change]:
    """ "At least" becomes "fewer than", "up to" "more than"."""
    bounds: dict[str, Any] = register()["bounds"]
    for match, number, _, counted in _bounded(host):
        new = random.choice(bounds[match[1].lower()]["few" if counted else "less"])
        if host.article.has(f"{new} {number}"):
            continue
        yield Change((((*match.span(1), new.capitalize() if match[1][0].isupper() else new)),))


def direction(host: Host, random: Random) -> Iterator[Change]:
    """Rose becomes fell, an increase a decrease, up 5% down 5%."""
    table: dict[str, dict[str, list[str]]] = register()
    measures = set(words("measures.words"))
    lemmas = {t.lemma_.lower() for t in host.doc}
    amounts = bool(re.search(r"\d", host.text)) and bool(measures & lemmas)
    for token in host.free:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in table["directions"] and _measured(token, measures):
            new = random.choice(table["directions"][lemma])
            forms = getInflection(new, tag=token.tag_)
            heads = {
                t.head.lemma_.lower()
                for d in host.elsewhere()
                for t in d
                if t.lemma_.lower() in measures and t.dep_.startswith("nsubj")
            }
            if forms and new not in heads:
                yield _one(token, forms[0])
        elif (
            token.pos_ == "NOUN" and lemma in table["direction_nouns"] and amounts and _noun_of_change(token)
        ):
            new = random.choice(table["direction_nouns"][lemma])
            forms = getInflection(new, tag=token.tag_)
            if forms:
                yield from _with_article(token, forms[0])
        elif token.lower_ in table["direction_words"] and amounts:
            after = host.text[token.idx + len(token) :]
            if token.lower_ in ("up", "down"):
                if not re.match(r" (?:by )?(?:[$£€]?\d[\d.,]*(?:%| per ?cent|\b)|from )", after) or re.match(
                    r" \d[\d.,]* (?:years|to)", after
                ):
                    continue
                if token.dep_ == "prt" or token.head.pos_ == "VERB":
                    continue
            elif token.dep_ not in ("acomp", "advmod", "oprd") or (
                re.match(r" [a-z]+(?:er|s)\b", after) and not re.match(r" (?:than|as)\b", after)
            ):
                continue
            yield _one(token, random.choice(table["direction_words"][token.lower_]))


def _one(token: Token, new: str) -> Change:
    return Change(
        ((token.idx, token.idx + len(token), new.capitalize() if token.text[0].isupper() else new),)
    )


def _measured(verb: Token, measures: set[str]) -> bool:
    subject = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")]
    if verb.dep_ in ("acl", "amod") or any(c.dep_ in ("prt", "neg", "acomp", "xcomp") for c in verb.children):
        return False
    nouns = {c.lemma_.lower() for c in subject}
    if verb.lemma_.lower() in (
        "gain",
        "raise",
        "cut",
        "reduce",
        "boost",
        "drop",
        "lower",
        "improve",
        "strengthen",
        "weaken",
    ):
        return any(c.dep_ == "dobj" and c.lemma_.lower() in measures for c in verb.children) or (
            any(c.dep_.startswith("nsubj") and c.lemma_.lower() in measures for c in verb.children)
        )
    return bool(nouns & measures)


def _noun_of_change(noun: Token) -> bool:
    return any(c.text in ("in", "of") for c in noun.children) or any(
        c.text == "%" or c.lemma_ == "percent" or c.like_num for c in noun.lefts
    )


def _with_article(noun: Token, new: str) -> Iterator[Change]:
    before = noun.nbor(-1) if noun.i else None
    if before is not None and before.lower_ in ("a", "an"):
        article = "an" if new[0] in "aeiou" else "a"
        article = article.capitalize() if before.text[0].isupper() else article
        yield Change(((before.idx, before.idx + len(before), article), (noun.idx, noun.idx + len(noun), new)))
    else:
        yield _one(noun, new)


def counted(host: Host, random: Random) -> Iterator[Change]:
    """ "23 soldiers" becomes "23 children", "23 killed" "23 wounded"."""
    yield from _other_noun(host, random)
    yield from _other_fate(host, random)


def _other_noun(host: Host, random: Random) -> Iterator[Change]:
    groups: dict[str, Any] = register()["counted"]
    known = [n for d in host.article.docs for n in numbers(d.text, d)]
    for one in numbers(host.text, host.doc):
        noun = _counted_noun(one, host)
        members = _group(noun.lower_) if noun is not None else []
        # The points of an index are none that are scored.
        if noun is None or not members or (noun.lower_ == "points" and "%" in host.text):
            continue
        others = [m for m in members if m != noun.lower_ and m not in groups["wide"].split()]
        counted_there = {n.noun for n in known}
        pairs = {(n.value, n.noun) for n in known}
        choice = [
            m
            for m in others
            if host.article.has(m) and m[:-1] in counted_there and (one.value, m[:-1]) not in pairs
        ]
        if not choice:
            fresh = [m for group in groups.values() if isinstance(group, list) for m in group]
            choice = [
                m for m in others if m in fresh and not host.article.has(m) and not host.article.has(m[:-1])
            ]
        new = random.choice(choice) if choice else ""
        if new and not host.has(new):
            yield Change(((noun.idx, noun.idx + len(noun), new),))


def _counted_noun(one: Number, host: Host) -> Token | None:
    """The noun that a number counts, if it stands near and is a plural."""
    if (
        host.quoted(one.start, one.unit_end)
        or one.money
        or one.unit
        or host.text[one.end : one.end + 1] == "-"
    ):
        return None
    for token in host.doc:
        if token.idx > one.start and token.lemma_.lower() == one.noun and token.tag_ == "NNS":
            between = host.text[one.end : token.idx]
            return (
                token
                if token.idx - one.unit_end <= 30 and not re.search(r"\b(?:old|year)", between)
                else None
            )
    return None


def _group(noun: str) -> list[str]:
    """The nouns that can stand in for one; empty if it is in no group."""
    groups: dict[str, Any] = register()["counted"]
    for name, first in groups.items():
        members = [*first, *groups[name + "_also"].split()] if isinstance(first, list) else []
        if noun in members:
            return members
    return []


def _other_fate(host: Host, random: Random) -> Iterator[Change]:
    fates: dict[str, list[str]] = register()["fates"]
    found = [t for t in host.free if t.lower_ in fates]
    values = list(numbers(host.text, host.doc))
    if len(found) != 1 or not values:
        return
    token = found[0]
    near = [
        n
        for n in values
        if abs(n.start - token.idx) < 40
        and not (n.money or n.unit or n.noun in words("fates_not_with.words"))
    ]
    active = token.tag_ in ("VBD", "VBN") and any(c.dep_ == "dobj" for c in token.children)
    if not near or (active and token.lower_ not in ("killed", "injured", "wounded", "arrested")):
        return
    if active and token.lower_ in ("injured", "wounded", "killed"):
        new = {"injured": "killed", "wounded": "killed", "killed": "wounded"}[token.lower_]
    else:
        new = random.choice(fates[token.lower_])
    same = rf"{re.escape(near[0].digits.lower())}[^.]{{0,40}}\b{new}"
    if not re.search(same, host.article.lower) and not host.has(new):
        yield _one(token, new)
