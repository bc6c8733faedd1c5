"""Nouns taken for verbs."""

from collections.abc import Sequence
from dataclasses import replace

from ...model import Token
from .looking import below, subtree

_OBJECTS = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr"})


def ages(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """ "her four kids, ages 12 to 17,": no verb, but what the noun before the comma is."""
    for token in tokens:
        counts = token.index + 1 < len(tokens) and tokens[token.index + 1].tag == "CD"
        comma = token.index > 1 and tokens[token.index - 1].text == ","
        if token.text != "ages" or not token.tag.startswith("VB") or not counts or not comma:
            continue
        noun = tokens[token.index - 2]
        if noun.pos not in {"NOUN", "PROPN"} or token.head == token.index:
            continue
        mended = list(tokens)
        mended[token.index] = replace(token, tag="NNS", pos="NOUN", lemma="age", dep="appos", head=noun.index)
        for child in below(tokens, token):
            dep = "nummod" if child.dep in {"dobj", "attr"} else child.dep
            mended[child.index] = replace(child, dep=dep)
        return tuple(mended)
    return tuple(tokens)


def noun_after_noun(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """ "in his side's Six Nations defeat to Ireland": no second verb, where nothing joins it to a first."""
    for token in tokens:
        verbs = tokens[token.head].pos in {"VERB", "AUX"}
        taken = token.tag in {"VB", "VBP"} or (token.tag == "NN" and verbs)
        if token.dep != "conj" or not taken or token.index < 2:
            continue
        between = tokens[token.head + 1 : token.index]
        joined = any(t.dep == "cc" or t.text in {",", ";", "-", "–", "—"} for t in between)
        own = below(tokens, token)
        verbal = any(t.dep in {"aux", "auxpass", "neg", "nsubj", "dobj", "ccomp", "xcomp"} for t in own)
        noun = tokens[token.index - 1]
        if joined or verbal or noun.dep not in _OBJECTS or noun.pos not in {"NOUN", "PROPN"}:
            continue
        if noun.head == token.index or token.index in subtree(tokens, noun):
            continue
        mended = list(tokens)
        for child in below(tokens, noun):
            inside = child.dep in {"compound", "nummod"}
            mended[child.index] = replace(child, head=noun.index if inside else token.index)
        mended[noun.index] = replace(noun, dep="compound", head=token.index)
        mended[token.index] = replace(token, tag="NN", pos="NOUN", dep=noun.dep, head=noun.head)
        return tuple(mended)
    return tuple(tokens)


def torn_name(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """ "with Bergkamp and Jose Antonio Reyes after ...": the last of a name hung on the verb as if it were a time."""
    for last, first in zip(tokens[1:], tokens, strict=False):
        astray = last.dep in {"npadvmod", "dep"} and last.pos == "PROPN" and first.pos == "PROPN"
        if not astray or last.head == first.index or first.head == last.index or last.head == last.index:
            continue
        if (
            first.dep not in _OBJECTS | {"conj"}
            or last.text.rstrip(".") in _DATES
            or first.head == first.index
        ):
            continue
        if first.head in subtree(tokens, last):
            continue
        mended = list(tokens)
        for child in below(tokens, first):
            # What is joined to the name is joined to all of it.
            if child.dep in {"cc", "conj", "appos"}:
                mended[child.index] = replace(child, head=last.index)
        mended[first.index] = replace(first, dep="compound", head=last.index)
        mended[last.index] = replace(last, dep=first.dep, head=first.head)
        return tuple(mended)
    return tuple(tokens)


_DATES = frozenset(
    (
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
        "September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
    ).split()
)
