"""What an editor would look at in a headline candidate, as numbers for the scorers."""

import re
from collections.abc import Sequence

from ..language.words import STOP_WORDS, word_spans, words
from ..model import Figure, Token
from ..resources import word_list
from .clauses import Clause
from .draft import Draft
from .salience import Salience

_LONG_AGO = frozenset("ago earlier previously once originally formerly decades career terms".split())
_WEAK = frozenset("be have say add tell become remain include come seem describe go know".split())


def aspects(draft: Draft, weights: Salience, domain_share: float) -> dict[str, float]:
    """What an editor would look at in a candidate, each by name as a number; see the names."""
    clause, text = draft.clause, draft.text
    tree = clause.tree
    spoken = words(text)
    auxiliaries = [tree.tokens[i].text.lower() for i in clause.auxiliaries()]
    shown = [tree.tokens[i] for i in sorted(draft.shown)]
    covered = [f for f in weights.key_figures if draft.covers(f.start)]
    count = len(spoken)
    return {
        "carries the article's main words": weights.of_text(text),
        "from a leading sentence": _distance(tree.sentence.index),
        "gives a key figure": _figures(weights, covered),
        "gives a figure where figures are the news": _figures(weights, covered)
        if weights.figures_lead
        else 0.0,
        "fits a template of its kind of news": 0.5 + domain_share if domain_share else 0.0,
        "length off 6 to 14 words": max(0, 6 - count) * 1.6 + max(0, count - 14),
        "subject is only pointed at": float(_pointed_at(clause)),
        "leans on an earlier sentence": float(_leans(text)),
        "background tense": float("had" in auxiliaries or _background(clause)),
        "words it could spare": float(
            sum(1 for w in spoken if w.lower() in STOP_WORDS or not weights.of_word(w))
        ),
        "second predicate": float(tree.tokens[clause.verb].dep == "conj" and not _after_but(clause)),
        "the turn of the story left out": float(_turns(clause, shown)),
        "quotes": float('"' in text or "“" in text),
        "weak verb": float(tree.tokens[clause.verb].lemma in _WEAK and not clause.passive),
        "no name": float(
            not any(text[s.start].isupper() or text[s.start].isdigit() for s in word_spans(text)[1:])
        ),
        "uncertain parse": float(any(t.dep in {"dep", "parataxis", "intj"} for t in shown)),
        "leaves a bare beginning": float(_bare(clause, shown)),
    }


def _figures(weights: Salience, covered: Sequence[Figure]) -> float:
    return min(1.6, sum(1 / (1 + 0.4 * weights.key_figures.index(f)) for f in covered))


def _after_but(clause: Clause) -> bool:
    """A predicate of its own behind "but": that is where the news is."""
    tree = clause.tree
    head = tree.tokens[clause.verb].head
    words = [tree.tokens[i].text.lower() for i in tree.offspring(head, "cc") if i < clause.verb]
    return words[-1:] == ["but"] and tree.child(clause.verb, "nsubj", "nsubjpass") is not None


def _turns(clause: Clause, shown: Sequence[Token]) -> bool:
    """ "..., but ..." behind the clause that the line does not show."""
    tree = clause.tree
    kept = {t.index for t in shown}
    return any(
        tree.tokens[i].text.lower() == "but" and i not in kept for i in tree.offspring(clause.verb, "cc")
    )


def _background(clause: Clause) -> bool:
    """Told with a year, an "ago" or an "earlier": what led up to the news, not the news."""
    tree = clause.tree
    for child in tree.offspring(clause.verb, "prep", "npadvmod", "advmod"):
        words_below = [tree.tokens[i].text.lower() for i in tree.subtree(child)]
        if any(
            w in _LONG_AGO or (len(w) == 4 and w.isdigit() and w[:2] in {"19", "20"}) for w in words_below
        ):
            return tree.tokens[clause.verb].tag in {"VBD", "VBN"}
    return False


def _distance(index: int) -> float:
    return float(index) if index < 3 else 2.0 + 0.5 * (index - 2)


def _pointed_at(clause: Clause) -> bool:
    """ "The company", "the pair", "this": a common noun with a definite article after the first sentence."""
    tree = clause.tree
    token = tree.tokens[clause.subject]
    pointing = {"this", "these", "those", "that", "such"}
    determiners = [tree.tokens[i].text.lower() for i in tree.offspring(clause.subject, "det")]
    if any(d in pointing for d in determiners):
        return True
    restricted = any(
        tree.tokens[i].dep != "amod" or tree.tokens[i].text.lower() not in _VAGUE
        for i in tree.offspring(clause.subject, "prep", "compound", "amod", "poss", "relcl", "acl")
    )
    return (
        token.pos in {"NOUN", "ADJ"} and "the" in determiners and tree.sentence.index > 0 and not restricted
    )


def _bare(clause: Clause, shown: Sequence[Token]) -> bool:
    """ "Sector" for "a strong retail sector": a common noun that lost what told it from others."""
    tree = clause.tree
    if tree.tokens[clause.subject].pos != "NOUN" or tree.tokens[clause.subject].tag == "NNS":
        return False
    kept = {t.index for t in shown}
    telling = [
        i
        for i in tree.children[clause.subject]
        if tree.tokens[i].dep in {"amod", "compound", "prep", "acl", "relcl", "poss"}
    ]
    return bool(telling) and not kept & set(telling)


_VAGUE = frozenset({"new", "latest", "other", "same", "second", "first", "last", "next", "current", "recent"})


def _leans(text: str) -> bool:
    lowered = [w.lower() for w in words(text)]
    leaning = word_list("en/pronouns.txt") - {"that", "who", "which", "such"}
    return bool(re.match(r"(?:Also|However|Meanwhile|Then|Later)\b", text)) or any(
        w in leaning for w in lowered[:3]
    )
