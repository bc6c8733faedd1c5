"""Subjects that hang in the wrong place."""

from collections.abc import Sequence
from dataclasses import replace

from ...model import Token
from ...resources import word_list
from .looking import below, subtree

_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def subject_of_auxiliary(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """ "Web access is encouraging people": what hangs on "is" belongs to the verb that "is" helps."""
    mended = list(tokens)
    for token in tokens:
        above = tokens[token.head]
        if token.dep not in {"nsubj", "nsubjpass"} or above.dep not in {"aux", "auxpass"}:
            continue
        verb = tokens[above.head]
        taken = any(t.dep in {"nsubj", "nsubjpass", "csubj"} for t in below(tokens, verb))
        if not taken and token.index < above.index and above.index != above.head:
            mended[token.index] = replace(token, head=verb.index)
    return tuple(mended)


def second_subject(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """ "The mayor and first lady Anna Berg took calls": an "and" joins the two that one verb has for subjects."""
    mended = list(tokens)
    for token in tokens:
        if token.dep not in {"nsubj", "nsubjpass"}:
            continue
        before = [
            t for t in below(tokens, tokens[token.head]) if t.dep == token.dep and t.index < token.index
        ]
        joined = before and any(
            t.dep == "cc" and t.text.lower() == "and" and before[-1].index < t.index < token.index
            for t in below(tokens, before[-1])
        )
        if joined:
            mended[token.index] = replace(token, dep="conj", head=before[-1].index)
    return tuple(mended)


def name_and_description(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """ "Rinus Michels, the man who made it, has died" and "Top seeds South Africa return": a subject left over.

    The parser takes the description between the commas, or the name, for the subject and does not
    know what to do with the noun before it.
    """
    for left in tokens:
        if left.dep not in {"dep", "npadvmod", "nsubj"} or left.pos not in _NOUNS or left.head <= left.index:
            continue
        verb = tokens[left.head]
        subject = next(
            (
                t
                for t in below(tokens, verb)
                if t.dep in {"nsubj", "nsubjpass"} and left.index < t.index < verb.index
            ),
            None,
        )
        if subject is None:
            continue
        own = subtree(tokens, subject)
        behind = subtree(tokens, left)[-1] + 1
        mended = list(tokens)
        if behind == own[0] and left.tag in {"NN", "NNS"} and left.dep == "dep":
            mended[left.index] = replace(left, dep="compound", head=subject.index)
            return tuple(mended)
        commas = tokens[behind].text == "," and own[-1] + 1 < len(tokens)
        closed = commas and "," in {tokens[own[-1]].text, tokens[own[-1] + 1].text}
        if closed and own[0] in {behind, behind + 1} and left.dep != "npadvmod":
            mended[left.index] = replace(left, dep=subject.dep)
            mended[subject.index] = replace(subject, dep="appos", head=left.index)
            return tuple(mended)
    return tuple(tokens)


_OPINIONS = frozenset("contend suspect fear feel know hope understand suppose reckon".split())


def hidden_claim(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """ "attacks he contends were not covered": the second verb hangs on the first, not beside the main one."""
    for verb in tokens:
        helps = [t for t in below(tokens, verb) if t.dep in {"aux", "auxpass", "neg"}]
        if verb.dep != "conj" or not helps or helps[0].index == 0:
            continue
        before = tokens[helps[0].index - 1]
        acts = any(t.dep in {"nsubj", "nsubjpass", "expl"} for t in below(tokens, verb))
        said = any(t.dep in {"ccomp", "dobj"} for t in below(tokens, before))
        claims = before.dep == "relcl" and before.lemma in word_list("en/reporting_verbs.txt") | _OPINIONS
        if claims and not acts and not said and verb.head < before.index:
            mended = list(tokens)
            mended[verb.index] = replace(verb, dep="ccomp", head=before.index)
            return tuple(mended)
    return tuple(tokens)


def subject_of_clause_behind_preposition(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """ "after its biggest firm saw its investment slashed": the noun acts, and "after" opens a clause."""
    for opener in tokens:
        if opener.dep != "prep" or opener.text.lower() not in _OPENERS:
            continue
        above = opener
        while above.pos not in {"VERB", "AUX"} and above.head != above.index:
            above = tokens[above.head]
        if above.pos not in {"VERB", "AUX"} or above.index > opener.index:
            continue
        noun = next((t for t in below(tokens, opener) if t.dep == "pobj"), None)
        if noun is None:
            continue
        last = subtree(tokens, noun)[-1]
        verb = tokens[last + 1] if last + 1 < len(tokens) else None
        if verb is None or verb.tag not in {"VBD", "VBZ"} or verb.dep not in _LOST:
            continue
        own = below(tokens, verb)
        if any(t.dep in {"nsubj", "nsubjpass", "expl", "mark", "aux", "auxpass"} for t in own):
            continue
        if verb.index == above.index or verb.head == verb.index:
            continue
        mended = list(tokens)
        mended[noun.index] = replace(noun, dep="nsubj", head=verb.index)
        mended[verb.index] = replace(verb, dep="advcl", head=above.index)
        mended[opener.index] = replace(opener, dep="mark", tag="IN", pos="SCONJ", head=verb.index)
        return tuple(mended)
    return tuple(tokens)


_OPENERS = frozenset({"after", "before", "as", "since", "until"})
_LOST = frozenset({"advcl", "conj", "ccomp", "dep", "acl"})
