"""Who did it to whom, exchanged: the two change places, or the voice of the verb changes and they stay."""

import re
from collections.abc import Iterator
from random import Random

from lemminflect import getAllLemmas
from spacy.tokens import Token

from .material import Change, Host, inflected
from .names import mentions
from .register import words

_SCORE = re.compile(r"\d+[-–]\d+$")
_SINGULAR = {"have": "has", "are": "is", "were": "was"}


def active(host: Host, random: Random) -> Iterator[Change]:
    """ "A beat B" becomes "B beat A"; "A was beaten by B" becomes "A beat B"."""
    for verb in _verbs(host):
        one, other = _child(verb, "nsubj"), _object(verb)
        if one is not None and other is not None:
            yield from _exchanged(host, verb, one, other)
        one, other = _child(verb, "nsubjpass"), _agent(verb)
        be, by = verb.nbor(-1) if verb.i else None, verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
        if one is None or other is None or be is None or by is None or not _acts(one, host):
            continue
        plain = be.lower_ in ("was", "were") and by.lower_ == "by" and _child(verb, "aux") is None
        done = inflected(verb, "VBD")
        if plain and done and _actor(other, host) and not _told(verb, one, other, host):
            yield Change(((be.idx, by.idx + len(by), done),))


def passive(host: Host, random: Random) -> Iterator[Change]:
    """ "A was beaten by B" becomes "B was beaten by A"; "A beat B" becomes "A was beaten by B"."""
    for verb in _verbs(host):
        one, other = _child(verb, "nsubjpass"), _agent(verb)
        if one is not None and other is not None:
            yield from _exchanged(host, verb, one, other)
        one, other = _child(verb, "nsubj"), _object(verb)
        if one is None or other is None or verb.tag_ != "VBD" or _child(verb, "aux") is not None:
            continue
        span, done = _span(other, verb), inflected(verb, "VBN")
        beside = span is not None and span[0] == verb.idx + len(verb) + 1
        if done and beside and _acts(one, host) and _actor(other, host) and not _told(verb, other, one, host):
            be = "were" if _several(one) or one.lower_ in ("police", "they") else "was"
            yield Change(((verb.idx, verb.idx + len(verb), f"{be} {done} by"),))


def _verbs(host: Host) -> Iterator[Token]:
    alike = set(words("symmetric.verbs"))
    if host.has("each other"):
        return
    for token in host.free:
        # What the parser takes for a verb is one: "sevens" and "classmates" are none.
        known = token.pos_ == "VERB" and bool(getAllLemmas(token.lower_, upos="VERB"))
        if known and token.lemma_.lower() not in alike and not any(c.dep_ == "neg" for c in token.children):
            yield token


def _child(verb: Token, relation: str) -> Token | None:
    return next((c for c in verb.children if c.dep_ == relation and c.i < verb.i), None)


def _object(verb: Token) -> Token | None:
    """The object of a verb that has nothing else with it that would not fit the other way round."""
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    more = any(c.dep_ in ("dative", "xcomp", "ccomp", "oprd", "prt") for c in verb.children)
    return objects[0] if len(objects) == 1 and not more else None


def _agent(verb: Token) -> Token | None:
    by = next((c for c in verb.children if c.dep_ == "agent" and c.lower_ == "by"), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def _exchanged(host: Host, verb: Token, one: Token, other: Token) -> Iterator[Change]:
    left, right = _span(one, verb), _span(other, verb)
    if not (_actor(one, host) and _actor(other, host)) or left is None or right is None or left[1] > right[0]:
        return
    first, second = host.text[left[0] : left[1]], host.text[right[0] : right[1]]
    alike = {*re.findall(r"\w{4,}", first.lower())} & {*re.findall(r"\w{4,}", second.lower())}
    if re.match(r"['’]", host.text[left[1] :]) or re.match(r"['’]", host.text[right[1] :]):
        return
    if alike or host.quoted(*left) or host.quoted(*right):
        return
    if one.lemma_ == other.lemma_ or _several(one) != _several(other) or _told(verb, other, one, host):
        return
    if left[0] == 0:
        opening = host.doc[0]
        if opening.pos_ in ("DET", "NOUN", "ADJ", "NUM") and not opening.ent_type_:
            first = first[0].lower() + first[1:]
        second = second[0].upper() + second[1:]
    yield Change(((*left, second), *_agreeing(verb, other), (*right, first)))


def _agreeing(verb: Token, subject: Token) -> list[tuple[int, int, str]]:
    """The finite word of the verb, made singular for its new subject if it was plural: teams have, a player has."""
    if _several(subject) or subject.lower_ == "police":
        return []
    word = next((c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.lower_ in _SINGULAR), None)
    if word is not None:
        return [(word.idx, word.idx + len(word), _SINGULAR[word.lower_])]
    return (
        [(verb.idx, verb.idx + len(verb), inflected(verb, "VBZ") or verb.text)] if verb.tag_ == "VBP" else []
    )


def _several(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children)


def _acts(noun: Token, host: Host) -> bool:
    return noun.lower_ in ("he", "she", "they") or (_actor(noun, host) and _span(noun, noun.head) is not None)


def _actor(noun: Token, host: Host) -> bool:
    """Whether a noun names somebody, or something like a firm or a country, who can do such things: no pronoun."""
    if noun.pos_ != "PROPN":
        return noun.pos_ == "NOUN" and noun.lower_ in words("actors.words")
    big = words("big_places.words", by=",")
    known = noun.text in big or any(one.start <= noun.idx < one.end for one in mentions(host))
    whole = noun.ent_type_ == "PERSON" and noun.i > 0 and noun.nbor(-1).ent_type_ == "PERSON"
    return whole or (known and noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"))


def _span(noun: Token, verb: Token) -> tuple[int, int] | None:
    """The phrase of a noun without what is told of it; None if it is a list or leans on the other one."""
    parts = [noun]
    for child in noun.children:
        if child.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod", "quantmod"):
            parts += list(child.subtree)
        elif child.dep_ in ("conj", "cc") or (child.dep_ in ("appos", "relcl", "acl") and noun.i < verb.i):
            return None
        elif child.dep_ == "prep" and child.lower_ in ("of", "from") and abs(child.i - noun.i) == 1:
            parts += list(child.subtree)
        elif child.dep_ == "prep" and (child.lower_ in ("such", "like", "including") or noun.i < verb.i):
            return None
    parts = [t for t in parts if t.i <= noun.i or not _SCORE.match(t.text)]
    first, last = min(t.i for t in parts), max(t.i for t in parts)
    if len(parts) != last - first + 1 or last - first > 7:
        return None
    if any(
        t.pos_ == "PRON" or t.tag_ == "PRP$" or t.text in (",", "-", "--", "–") or t.tag_.startswith("W")
        for t in parts
    ):
        return None
    return noun.doc[first].idx, noun.doc[last].idx + len(noun.doc[last])


def _told(verb: Token, subject: Token, object_: Token, host: Host) -> bool:
    """Whether another sentence of the article tells just that."""
    for doc in host.elsewhere():
        for token in doc:
            if token.lemma_ == verb.lemma_:
                subjects = {c.lower_ for c in token.children if c.dep_ == "nsubj"}
                objects = {c.lower_ for c in token.children if c.dep_ == "dobj"}
                if subject.lower_ in subjects and object_.lower_ in objects:
                    return True
    return False
