"""Claims that are given to another speaker, or to nobody."""

import re
from collections.abc import Iterator
from random import Random

from spacy.tokens import Doc, Token

from .material import Change, Host, content
from .names import mentions, rivals
from .register import register, words

_AFTER_LEAD = frozenset(
    "it he she they we i you this that these those which who there one some others many".split()
)


def reports(host: Host) -> Iterator[tuple[Token, int, int]]:
    """Each verb of reporting with the place of its speaker, a noun phrase: no pronoun."""
    verbs = set(words("reporting.said"))
    for token in host.doc:
        if token.pos_ != "VERB" or token.lemma_.lower() not in verbs or host.quoted(token.idx, token.idx + 1):
            continue
        if any(c.dep_ in ("neg", "aux", "auxpass") for c in token.children):
            continue
        subject = next((c for c in token.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
        if subject is not None and subject.lower_ in ("others", "people", "%"):
            continue
        claim = any(c.dep_ in ("ccomp", "parataxis") for c in token.children) or token.dep_ == "parataxis"
        span = phrase(subject) if subject is not None else None
        if span is None or not (claim or _tail(token, span[0])):
            continue
        if span and not host.quoted(*span):
            yield token, *span
    for match in re.finditer(r"\b[Aa]ccording to ", host.text):
        chunk = next((c for c in host.doc.noun_chunks if c.start_char == match.end()), None)
        if chunk is not None and chunk.root.pos_ in ("NOUN", "PROPN") and not host.quoted(*match.span()):
            span = phrase(chunk.root)
            if span:
                yield chunk.root, *span


def _tail(verb: Token, speaker: int) -> bool:
    """Whether verb and speaker stand behind their claim and end the sentence: "..., police said on Monday"."""
    text = verb.doc.text
    last = max(verb.idx, speaker)
    return bool(re.search(r'[,"] $', text[: min(verb.idx, speaker)])) and len(text[last:].split()) < 9


def phrase(noun: Token) -> tuple[int, int] | None:
    """Where the noun phrase of a speaker stands; None if it is long, a list, or has a clause or apposition."""
    parts = [noun]
    for child in noun.children:
        if child.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod") or (
            child.dep_ == "prep" and child.text == "of"
        ):
            parts += list(child.subtree)
        elif child.dep_ in ("conj", "cc", "appos", "relcl", "acl", "prep"):
            return None
    first, last = min(t.i for t in parts), max(t.i for t in parts)
    if last - first > 5 or len(parts) != last - first + 1:
        return None
    return noun.doc[first].idx, noun.doc[last].idx + len(noun.doc[last])


def _families(text: str) -> set[str]:
    heads: dict[str, str] = register()["speaker_heads"]
    found = set(re.findall(r"\w+", text.lower()))
    return {name for name, listed in heads.items() if found & set(listed.split())}


def swapped(host: Host, random: Random) -> Iterator[Change]:
    """A claim that is no quotation gets another speaker: another of the article, or one of another family."""
    for verb, start, end in reports(host):
        if '"' not in host.doc.text:
            yield from _other(host, start, end, verb, random)


def quoted_by_another(host: Host, random: Random) -> Iterator[Change]:
    """A quotation gets another speaker."""
    for verb, start, end in reports(host):
        if re.search(r'"[^"]{12,}"', host.doc.text):
            yield from _other(host, start, end, verb, random)


def _other(host: Host, start: int, end: int, verb: Token, random: Random) -> Iterator[Change]:
    old = host.text[start:end]
    inside = [m for m in mentions(host) if m.start >= start and m.end == end]
    named = next((m for m in inside if m.kind in ("person", "organisation")), None)
    choice: list[str] = []
    if named is not None and (named.start == start or named.kind == "person"):
        choice = rivals(named, host)
    if not choice and named is not None and named.kind == "organisation" and random.random() < 0.5:
        choice = [n for n in _others(host) if not _speaks_alike(n, host)]
    somebody = any(t.pos_ == "PROPN" and t.ent_type_ == "PERSON" for t in host.doc if start <= t.idx < end)
    if re.match(r"['’]|\.? [A-Z]", host.text[end:]) or (somebody and named is None):
        return
    # Who is only described is never given a name: it might be the name of the same person.
    if not choice and (named is None or named.kind == "organisation"):
        choice = _other_families(host, _families(old))
    if not choice or (named is not None and re.search(r"\b(?:his|her|their)\b", old.lower())):
        return
    new = random.choice(sorted(choice))
    plural = not new[0].isupper() and new not in words("speaker_numbers.single", by=",")
    if (verb.tag_ == "VBZ" and plural) or (verb.tag_ == "VBP" and not plural):
        return
    yield Change(((start, end, new[0].upper() + new[1:] if start == 0 else new),))


def _others(host: Host) -> list[str]:
    """The persons of the article that are not in the text."""
    return [
        n for n in host.article.names["person"] if not any(host.has(p) for p in (n.split()[0], n.split()[-1]))
    ]


def _other_families(host: Host, families: set[str]) -> list[str]:
    """Speakers that the article does not have, of families that are not in the text."""
    speakers: dict[str, list[str]] = register()["speakers"]
    strange = [name for name in speakers if name not in families | _families(host.doc.text)]
    choice = [s for name in strange for s in speakers[name] if not host.article.has(s)]
    # Of somebody unknown only those can be told apart that hardly anybody is.
    return choice if families else [s for s in choice if s in words("speaker_numbers.apart", by=",")]


def _speaks_alike(name: str, host: Host) -> bool:
    own, last = content(host.doc), name.split()[-1].lower()
    return any(last in d.text.lower() and len(own & content(d)) > 0.3 * len(own) for d in host.elsewhere())


def dropped(host: Host, random: Random) -> Iterator[Change]:
    """A claim that somebody makes becomes a fact: who says it is left out. No quotations."""
    if '"' in host.doc.text or "'" in re.sub(r"\w'\w|s' ", "", host.doc.text):
        return
    found = list(reports(host))
    verbs = set(words("reporting.said"))
    said = [
        t for t in host.doc if (t.lemma_.lower() in verbs and t.pos_ == "VERB") or t.lower_ == "according"
    ]
    for verb, start, end in found if len(said) == 1 else []:
        change = _tail_off(host, verb, start, end) or _head_off(host, verb, start)
        if change is None:
            continue
        made, _, _ = change.applied(host.text)
        claim = [t for t in host.doc if host.text[t.idx : t.idx + len(t)] and not _removed(t, change)]
        if len(made.split()) >= 5 and not _stated(claim, host):
            yield change


def _removed(token: Token, change: Change) -> bool:
    return any(left <= token.idx < right for left, right, _ in change.pieces)


def _tail_off(host: Host, verb: Token, start: int, end: int) -> Change | None:
    text = host.text
    pattern = r",\s(?:according to )?$"
    opening = re.search(pattern, text[:start])
    if opening is None:
        reversed_order = re.search(r",\s(?:\w+)\s$", text[:start])
        if reversed_order is None or text[reversed_order.start() + 2 : start].strip() != verb.text:
            return None
        opening = reversed_order
    tail = text[end:]
    closing = re.match(
        rf"(?: {re.escape(verb.text)})?(?: (?:on|in|at|last|earlier|late|this) [\w ]{{2,30}}|"
        r" (?:[A-Z][a-z]+day|today|yesterday))?\.?$",
        tail,
    )
    if closing is None or "," in tail:
        return None
    return Change(((opening.start(), len(text.rstrip(".")), ""),))


def _head_off(host: Host, verb: Token, start: int) -> Change | None:
    claim = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if verb.dep_ != "ROOT" or claim is None or start != 0:
        return None
    tree = sorted(claim.subtree, key=lambda t: t.i)
    first = tree[0]
    if first.lower_ == "that" and len(tree) > 1:
        first = tree[1]
    subject = next((c for c in claim.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if (
        subject is None
        or subject.lower_ in _AFTER_LEAD - {"there"}
        or first.pos_ not in ("DET", "NOUN", "PROPN", "NUM", "ADJ", "PRON")
    ):
        return None
    between = [t for t in host.doc if verb.i < t.i < first.i]
    if (
        any(t.text in (",", ":", ";", "-", "how", "why", "what", "whether", "if") for t in between)
        or len(between) > 4
    ):
        return None
    if first.lower_ in (
        "how",
        "why",
        "what",
        "whether",
        "if",
        "he",
        "she",
        "it",
        "they",
        "his",
        "her",
        "their",
        "its",
    ):
        return None
    letter = host.text[first.idx].upper()
    return Change(((0, first.idx + 1, letter),))


def _stated(claim: list[Token], host: Host) -> bool:
    """Whether another sentence of the article states much of the claim without a speaker."""
    own = content(claim)
    verbs = set(words("reporting.said"))
    for doc in host.elsewhere():
        if not any(t.lemma_.lower() in verbs or t.lower_ == "according" for t in doc) and _shared(own, doc):
            return True
    return not own


def _shared(own: frozenset[str], doc: Doc) -> bool:
    return len(own & content(doc)) >= 0.5 * len(own)
