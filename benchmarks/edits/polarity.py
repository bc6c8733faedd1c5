"""Negations put in and taken out, and verbs turned into their contrary."""

import re
from collections.abc import Iterator
from random import Random

from lemminflect import getInflection
from spacy.tokens import Token

from .material import Change, Host, base, inflected
from .register import either, register, words

_NEGATIVE = frozenset(
    "not n't no never none nobody nothing neither nor without hardly few little only cannot".split()
)
# What "do" leaves behind when it goes.
_DO = {"did": "VBD", "does": "VBZ", "do": "VBP"}
_BE_OR_MODAL = frozenset(
    "is are was were am has have had will would can could may might must should shall does do did".split()
)


def finite(token: Token) -> Token | None:
    """The word of a finite clause that "not" stands behind: its auxiliary, or the verb itself; None if it has none."""
    aux = [c for c in token.children if c.dep_ in ("aux", "auxpass") and c.i < token.i and c.tag_ != "TO"]
    if aux:
        return aux[0] if aux[0].lower_ in _BE_OR_MODAL else None
    if token.tag_ in ("VBD", "VBZ", "VBP") and not any(c.tag_ == "TO" for c in token.children):
        return token
    return None


def negation_added(host: Host, random: Random) -> Iterator[Change]:
    """ "Rose" becomes "did not rise", "is" "is not"."""
    said = set(words("reporting.said"))
    verbs = [
        t
        for t in host.free
        if t.pos_ in ("VERB", "AUX") and t.dep_ in ("ROOT", "ccomp") and t.lemma_.lower() not in said
    ]
    for verb in verbs:
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
        if (
            subject is None
            or subject.i > verb.i
            or _NEGATIVE & {t.lower_ for t in verb.subtree if abs(t.i - verb.i) < 12}
        ):
            continue
        if any(c.tag_ in ("WDT", "WP", "WRB") for c in verb.children) or "?" in host.text:
            continue
        word = finite(verb)
        if word is None or word.i < subject.i or (word.i != verb.i and word.text.startswith("'")):
            continue
        after = word.idx + len(word)
        if word.i != verb.i or verb.lower_ in _BE_OR_MODAL - {"has", "have", "had", "do", "does", "did"}:
            if host.text[after : after + 1] == " ":
                yield Change(((after, after, " not"),))
        elif verb.lower_ not in ("'s", "'re", "'m", "s"):
            plain = base(verb)
            do = {"VBD": "did", "VBZ": "does", "VBP": "do"}[verb.tag_]
            if plain and verb.text.islower():
                yield Change(((word.idx, after, f"{do} not {plain}"),))


def negation_removed(host: Host, random: Random) -> Iterator[Change]:
    """ "Did not rise" becomes "rose", "no injuries" "injuries"."""
    if re.search(rf"\b(?:{either('around.tied')})\b", host.text.lower()):
        return
    for token in host.free:
        if token.i and token.dep_ == "neg" and token.lower_ in ("not", "n't", "never"):
            yield from _not_removed(token)
        elif token.text == "no" and token.dep_ == "det":
            yield from _no_removed(token)


def _not_removed(token: Token) -> Iterator[Change]:
    start, end = token.idx, token.idx + len(token)
    before, verb = token.nbor(-1), token.head
    if verb.pos_ not in ("VERB", "AUX") or (token.i > verb.i and before.i != verb.i):
        return
    if token.lower_ == "never":
        if (
            before.pos_ in ("AUX", "PROPN", "NOUN", "PRON")
            and verb.tag_ in ("VBN", "VBD", "VB")
            and verb.i > token.i
        ):
            yield Change(((start, end + 1, ""),))
    elif before.lower_ in _DO:
        made = inflected(verb, _DO[before.lower_])
        if made and verb.tag_ == "VB" and verb.i == token.i + 1:
            form = made.capitalize() if verb.text[0].isupper() else made
            yield Change(((before.idx, verb.idx + len(verb), form),))
    elif before.lower_ in _BE_OR_MODAL and token.lower_ == "not":
        # "Cannot" is two words without a space for the parser.
        glued = before.idx + len(before) == start
        yield Change(((start if glued else start - 1, end, ""),))
    elif before.lower_ in (*_BE_OR_MODAL, "wo", "ca"):
        full = {"wo": "will", "ca": "can"}.get(before.lower_, before.text)
        yield Change(((before.idx, end, full),))


def _no_removed(no: Token) -> Iterator[Change]:
    noun, start, end = no.head, no.idx, no.idx + len(no)
    if noun.tag_ == "NNS" and no.nbor(1).lower_ not in ("more", "less", "fewer") and noun.lower_ != "doubts":
        yield Change(((start, end + 1, ""),))
    elif re.fullmatch(either("around.bare_no"), noun.lower_) and noun.i == no.i + 1:
        article = "an" if noun.lower_[0] in "aeiou" else "a"
        mass = re.fullmatch(either("around.bare_no_mass"), noun.lower_)
        yield Change(((start, end + 1, "") if mass else (start, end, article),))


def opposite(host: Host, random: Random) -> Iterator[Change]:
    """Denied becomes admitted, refused to agreed to, rejected accepted, won lost."""
    for token in host.free:
        choice = [new for new in _contraries(token) if not _with_same_subject(new, token, host)]
        forms = getInflection(random.choice(choice), tag=token.tag_) if choice else ()
        if forms:
            word = forms[0].capitalize() if token.text[0].isupper() else forms[0]
            yield Change(((token.idx, token.idx + len(token), word),))


def _contraries(verb: Token) -> list[str]:
    """The verbs that say the contrary of one as it stands: before "to", with an object, or in the passive."""
    table: dict[str, dict[str, list[str]]] = register()["opposites"]
    lemma, children = verb.lemma_.lower(), list(verb.children)
    if verb.pos_ != "VERB" or lemma not in table or verb.dep_ == "amod":
        return []
    if any(c.dep_ in ("neg", "prt", "dative") for c in children):
        return []
    objects = [c for c in children if c.dep_ in ("dobj", "ccomp", "xcomp") and c.i > verb.i]
    if lemma in ("win", "lose") and not any(c.lemma_.lower() in words("contests.words") for c in objects):
        return []
    passive = any(c.dep_ == "auxpass" for c in children) or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    before_to = verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "to"
    if before_to and any(c.dep_ == "xcomp" for c in children):
        return table[lemma]["to"]
    if passive:
        # Who is denied something is granted it; what is denied, is not.
        return [] if lemma in ("deny", "refuse") and not objects else table[lemma]["passive"]
    if lemma == "welcome" and not any(c.dep_ == "dobj" and c.pos_ == "NOUN" for c in objects):
        # A person may be welcomed home.
        return []
    return table[lemma]["object"] if objects and lemma != "ban" else []


def _with_same_subject(lemma: str, verb: Token, host: Host) -> bool:
    subjects = {c.lemma_.lower() for c in verb.children if c.dep_.startswith("nsubj")}
    for doc in host.elsewhere():
        for token in doc:
            if token.lemma_.lower() == lemma and subjects & {
                c.lemma_.lower() for c in token.children if c.dep_.startswith("nsubj")
            }:
                return True
    return False
