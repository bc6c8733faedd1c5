"""What may be, is planned or alleged is made a fact."""

import re
from collections.abc import Iterator
from random import Random

from spacy.tokens import Token

from .material import Change, Host, inflected
from .register import either, words

_CONDITION = re.compile(r"\b(?:if|unless|whether|would|were)\b")
_PAST = re.compile(r"\b(?:was|had|did|said|couldn)\b")
_COMPARED = re.compile(r"\b(?:if|unless|whether|not|than|as)\b")


def certain(host: Host, random: Random) -> Iterator[Change]:
    """ "May close" becomes "will close", "plans to close" "has closed", "the alleged thief" "the thief"."""
    for token in host.free:
        if token.i == 0 or token.i + 1 == len(token.doc):
            continue
        if token.lower_ in words("modality.modals") and token.tag_ == "MD":
            yield from _modal(host, token)
        elif token.lower_ in words("modality.adverbs") and token.dep_ == "advmod":
            yield from _adverb(host, token)
        elif token.lower_ in words("modality.adjectives") and token.dep_ == "amod":
            yield from _adjective(host, token)
        elif token.lemma_.lower() in words("modality.before_to") and token.pos_ == "VERB":
            yield from _plan(host, token)
        elif token.lower_ in words("modality.participles"):
            yield from _expected(host, token)


def _clean(verb: Token) -> bool:
    """Whether a verb is neither negated nor that of a question or a relative clause."""
    return not any(c.dep_ == "neg" or c.tag_ in ("WP", "WRB", "WDT") for c in verb.children)


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def _several(noun: Token) -> bool:
    more = noun.lower_ in ("they", "we", "you", "i", "police", "people")
    return more or noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children)


def _firm(verb: Token, host: Host) -> bool:
    """Whether another sentence has the verb with "will" or in the past tense, of whatever."""
    return any(
        t.lemma_ == verb.lemma_
        and (t.tag_ in ("VBD", "VBN") or any(c.lower_ in ("will", "to") for c in t.children))
        for d in host.elsewhere()
        for t in d
        if t.lemma_ not in ("be", "have")
    )


def _modal(host: Host, token: Token) -> Iterator[Change]:
    verb, following, text = token.head, token.nbor(1), host.text.lower()
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in ("ROOT", "ccomp", "conj", "relcl"):
        return
    if not _clean(verb) or token.i > verb.i or "?" in text or _CONDITION.search(text):
        return
    if token.lower_ == "could":
        # Somebody could once: that is no doubt.
        able = any(c.lower_ in ("they", "i", "we", "you", "he", "she") for c in verb.children)
        if able or _PAST.search(text.replace("said", "", 1)):
            return
    subject = _subject(verb)
    if following.lower_ == "have":
        if subject is not None and subject.i < token.i:
            yield Change(((token.idx, following.idx + 4, "have" if _several(subject) else "has"),))
    elif following.lower_ in ("be", verb.lower_) and not _firm(verb, host):
        yield Change(((token.idx, token.idx + len(token), "Will" if token.text[0].isupper() else "will"),))


def _adverb(host: Host, token: Token) -> Iterator[Change]:
    start, end, before = token.idx, token.idx + len(token), token.nbor(-1)
    apart = host.text[start - 1] == " " and host.text[end : end + 1] == " "
    if token.head.pos_ not in ("VERB", "AUX") or not apart or token.lower_ == "likely":
        return
    if re.fullmatch(either("modality.before_adverb"), before.lower_):
        return
    if not re.search(r"\b(?:not|n't)\b", host.doc[max(0, token.i - 2) : token.i].text):
        yield Change(((start, end + 1, ""),))


def _adjective(host: Host, token: Token) -> Iterator[Change]:
    start, end, before, following, noun = (
        token.idx,
        token.idx + len(token),
        token.nbor(-1),
        token.nbor(1),
        token.head,
    )
    if noun.pos_ != "NOUN" or following.text in (",", "and", "or") or before.pos_ == "ADV":
        return
    if re.fullmatch(either("modality.before_adjective"), before.lower_):
        return
    # Elsewhere the article speaks of the noun only with such a word before it.
    doubtful = "".join(f"(?<!{word} )" for word in words("modality.adjectives"))
    rest = host.article.lower.replace(host.doc.text.lower(), "")
    if re.search(rf"{doubtful}\b{re.escape(noun.lower_)}\b", rest):
        return
    if before.lower_ in ("a", "an"):
        article = "an" if following.lower_[0] in "aeiou" else "a"
        yield Change(((before.idx, end, article.capitalize() if before.text[0].isupper() else article),))
    elif before.idx + len(before) < start:
        yield Change(((start, end + 1, ""),))


def _plan(host: Host, token: Token) -> Iterator[Change]:
    to, subject = token.nbor(1), _subject(token)
    verb = to.head
    if to.lower_ != "to" or token.tag_ not in ("VBZ", "VBP") or not _clean(token):
        return
    if verb.dep_ != "xcomp" or verb.i != to.i + 1 or verb.lemma_ in words("modality.no_deeds"):
        return
    if any(c.dep_ == "aux" and c.lower_ in ("will", "would", "do", "does") for c in token.children):
        return
    done = inflected(verb, "VBN")
    if subject is not None and subject.i < token.i and done and not _firm(verb, host):
        yield Change(((token.idx, verb.idx + len(verb), f"{'have' if _several(subject) else 'has'} {done}"),))


def _expected(host: Host, token: Token) -> Iterator[Change]:
    """ "Is expected to close" becomes "will close", "is said to have closed" "has closed"."""
    if token.i + 2 == len(token.doc):
        return
    be, to, verb = token.nbor(-1), token.nbor(1), token.nbor(2)
    if be.lower_ not in ("is", "are", "was", "were") or to.lower_ != "to" or verb.tag_ != "VB":
        return
    start, end = be.idx, verb.idx + len(verb)
    if _COMPARED.search(host.text[:start].lower()[-40:]) or "," in host.text[start : verb.idx]:
        return
    past = be.lower_ in ("was", "were")
    if verb.lower_ == "have":
        yield Change(((start, end, "had" if past else "has" if be.lower_ == "is" else "have"),))
    elif verb.lower_ == "be":
        told = token.lower_ in words("modality.told")
        yield Change(((start, end, be.text if past or told else "will be"),))
    elif not _firm(verb, host):
        made = inflected(verb, "VBD") if past else f"will {verb.text}"
        if made:
            yield Change(((start, end, made),))
