"""Verbs that the parser takes for participles, and participles that it takes for verbs.

The tagger takes some past forms for participles: "A suicide bombing killed 14
people" comes out as a noun with a reduced relative clause, a sentence without a
verb. A participle that governs a direct object cannot be such a passive, so the
noun it hangs on is its subject and it is the main verb.
"""

from collections.abc import Sequence
from dataclasses import replace

from ...model import Token
from ..inflect import participle
from .looking import below

# Verbs with two objects keep one in the passive: "a man given two years".
_TWO_OBJECTS = frozenset(
    (
        "give offer award pay send show tell grant hand deny call name ask teach lend promise owe fine cost "
        "charge"
    ).split()
)

_NEVER_PASSIVE = frozenset("manage attempt try decide refuse fail hope vow threaten".split())


def find_verb(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Give a sentence or a "when ..." whose head is a noun the verb that hangs on it."""
    for noun in tokens:
        if noun.pos not in {"NOUN", "PROPN"}:
            continue
        own = below(tokens, noun)
        if noun.head == noun.index or (noun.dep == "ccomp" and noun.head > noun.index):
            verb = next((t for t in own if _is_past(t, noun, tokens)), None)
        elif noun.dep == "advcl" and any(t.tag == "WRB" or t.dep == "mark" for t in own):
            # A subordinate clause has a verb, if need be without an object.
            verb = next((t for t in own if _may_be_past(t, noun, tokens)), None)
        else:
            continue
        if verb is not None:
            return _promote(tokens, noun, verb)
    return tuple(tokens)


def _promote(tokens: Sequence[Token], noun: Token, verb: Token) -> tuple[Token, ...]:
    """The verb takes the noun's place in the tree, the noun becomes its subject."""
    mended = list(tokens)
    for token in tokens:
        # What stands behind the verb belongs to it, and so does the "when" before the noun.
        opens = token.tag == "WRB" or token.dep == "mark"
        if token.head == noun.index and token.index != noun.index and (token.index > verb.index or opens):
            mended[token.index] = replace(token, head=verb.index)
    governor = verb.index if noun.head == noun.index else noun.head
    mended[noun.index] = replace(noun, dep="nsubj", head=verb.index)
    mended[verb.index] = replace(verb, dep=noun.dep, head=governor, tag="VBD")
    return tuple(mended)


def fold_relative(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Make "wanted" in "A man wanted in the case has been arrested" the relative clause that it is.

    The parser takes the participle for the main verb (and the verb for its object clause), or for a
    clause that is the subject. Either way the noun before it belongs to the verb with the auxiliary.
    """
    for early in tokens:
        # "was" is no participle.
        if early.tag not in {"VBN", "VBD"} or early.lemma in {"be", "have", "do"}:
            continue
        own = below(tokens, early)
        noun = next((t for t in own if t.dep in {"nsubj", "nsubjpass"} and t.index < early.index), None)
        if noun is None or any(t.dep in {"aux", "auxpass", "mark", "dobj"} for t in own):
            continue
        if early.dep == "csubj":
            main: Token | None = tokens[early.head]
        else:
            main = next((t for t in own if _lacks_only_a_subject(t, tokens)), None)
        if main is not None and main.index > early.index:
            return _fold(tokens, noun, early, main)
    return tuple(tokens)


def _fold(tokens: Sequence[Token], noun: Token, early: Token, main: Token) -> tuple[Token, ...]:
    """The noun becomes the main verb's subject, the participle hangs on the noun."""
    mended = list(tokens)
    for token in tokens:
        if token.head == early.index and token.index > main.index:
            mended[token.index] = replace(token, head=main.index)
    if early.dep != "csubj":
        governor = main.index if early.head == early.index else early.head
        mended[main.index] = replace(main, dep=early.dep, head=governor)
    passive = any(t.head == main.index and t.dep == "auxpass" for t in tokens)
    mended[noun.index] = replace(noun, dep="nsubjpass" if passive else "nsubj", head=main.index)
    mended[early.index] = replace(early, dep="acl", tag="VBN", head=noun.index)
    return tuple(mended)


def _lacks_only_a_subject(verb: Token, tokens: Sequence[Token]) -> bool:
    if verb.dep not in {"ccomp", "dep", "conj"}:
        return False
    if any(t.dep == "cc" and t.head == verb.head and t.index < verb.index for t in tokens):
        return False
    own = below(tokens, verb)
    finite = any(t.dep in {"aux", "auxpass"} and t.tag in {"VBZ", "VBP", "VBD", "MD"} for t in own)
    # "ate" can only be a past: its participle is another form.
    finite = finite or (verb.tag == "VBD" and participle(verb.lemma) != verb.text.lower())
    return finite and not any(t.dep in {"nsubj", "nsubjpass", "expl", "mark"} for t in own)


def _is_past(token: Token, noun: Token, tokens: Sequence[Token]) -> bool:
    """A participle with a direct object, as no reduced passive has."""
    own = below(tokens, token)
    transitive = any(t.dep == "dobj" for t in own) and token.lemma not in _TWO_OBJECTS
    # "A girl managed to escape": nobody is managed to do a thing.
    transitive = transitive or (token.lemma in _NEVER_PASSIVE and any(t.dep == "xcomp" for t in own))
    return transitive and _may_be_past(token, noun, tokens)


def _may_be_past(token: Token, noun: Token, tokens: Sequence[Token]) -> bool:
    if token.dep not in {"acl", "relcl"} or token.tag not in {"VBN", "VBD"} or token.index < noun.index:
        return False
    own = below(tokens, token)
    if any(t.dep in {"nsubj", "nsubjpass", "aux", "auxpass", "agent", "mark"} for t in own):
        return False
    return tokens[token.index - 1].text != ","
