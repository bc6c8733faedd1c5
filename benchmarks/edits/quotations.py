"""Quotations whose words are changed."""

import re
from collections.abc import Iterator
from random import Random

from spacy.tokens import Token

from .material import Change, Host
from .polarity import finite
from .register import register

_QUOTATION = re.compile(r'"([^"]{15,})"|“([^”]{15,})”')


def altered(host: Host, random: Random) -> Iterator[Change]:
    """A word of a quotation is replaced, one is added, or it is negated; each as often as it can be."""
    for match in _QUOTATION.finditer(host.text):
        inside = [t for t in host.doc if match.start() < t.idx < match.end() - 1]
        if len(inside) < 4:
            continue
        ways = [
            list(_replaced(host, inside, random)),
            list(_added(inside, random)),
            list(_negated(host, inside)),
        ]
        choice = [made for made in ways if made]
        if choice:
            yield random.choice(random.choice(choice))


def _replaced(host: Host, inside: list[Token], random: Random) -> Iterator[Change]:
    table: dict[str, list[str]] = register()["quotations"]
    for token in inside:
        if token.tag_ not in table or token.is_stop or not token.text.islower() or len(token) < 4:
            continue
        places = (
            ("amod",)
            if token.tag_ == "JJ"
            else ("dobj", "pobj", "nsubj", "ROOT", "ccomp", "xcomp", "advcl", "relcl")
        )
        if (
            token.dep_ not in places
            or token.nbor(1).lower_ in ("of", "to", "for")
            or token.lower_ in ("able", "other", "same", "fide")
        ):
            continue
        before = token.nbor(-1) if token.i else None
        if (before is not None and (before.text == "-" or before.lower_ in ("a", "an", "-"))) or token.nbor(
            1
        ).text == "-":
            continue
        if token.tag_ == "VB" and not any(c.dep_ == "dobj" for c in token.children):
            continue
        if token.tag_ in ("VBD", "VBN") and not any(c.dep_ in ("dobj", "nsubjpass") for c in token.children):
            continue
        if any(c.dep_ in ("prt", "ccomp") for c in token.children):
            continue
        if token.tag_ in ("NN", "NNS") and any(t.dep_ == "compound" for t in token.children):
            continue
        choice = [w for w in table[token.tag_] if not host.article.has(w)]
        if choice:
            yield Change(((token.idx, token.idx + len(token), random.choice(choice)),))


def _added(inside: list[Token], random: Random) -> Iterator[Change]:
    for token in inside:
        if (
            token.tag_ == "JJ"
            and token.dep_ == "acomp"
            and token.head.lemma_ in ("be", "feel", "seem", "look")
            and token.i == token.head.i + 1
        ):
            yield Change(
                (
                    (
                        token.idx,
                        token.idx,
                        random.choice(register()["quotations"]["added_before_adjective"]) + " ",
                    ),
                )
            )


def _negated(host: Host, inside: list[Token]) -> Iterator[Change]:
    for verb in inside:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in ("ROOT", "ccomp"):
            continue
        word = finite(verb)
        subject = any(c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i for c in verb.children)
        if word is None or not subject or any(t.dep_ == "neg" for t in verb.subtree) or "'" in word.text:
            continue
        if word.i != verb.i or verb.lower_ in ("is", "are", "was", "were"):
            end = word.idx + len(word)
            if host.text[end : end + 1] == " " and "?" not in host.text:
                yield Change(((end, end, " not"),))
