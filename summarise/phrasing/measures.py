"""What the scorers see of a headline candidate: a row of numbers, each with its name in `NAMES`.

They tell what the line carries of what a headline of the article would be about, how an editor's deletion
would go, where the clause stands, and how the line looks: its words, its figures, its subject and verb.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ..language.words import words
from ..ranking.importance import articles_with
from .aspects import aspects
from .content import Story, content_stem
from .draft import Draft
from .readings import Reading
from .salience import Salience
from .tags import flow
from .tightening import TIGHTENINGS
from .tree import Tree, figure_tokens
from .which_figure import missed

_KINDS = ("count", "money", "percent", "age", "score", "duration", "measure")
_FAMILIES = ("clause", "claim-says")


@dataclass(frozen=True, slots=True)
class Article:
    """What all candidates of an article are measured against.

    Attributes:
        told: its words and sentences.
        worth: what the ranking says of them.
        mass: for each stem the highest chance that a headline takes it up.
        expected: sum of these: about how many words that say something its headline has.
        domains: the kinds of news it may be, with their share.
        chances: for each figure, by where it starts, how likely a headline has it.
    """

    told: Story
    worth: Salience
    mass: Mapping[str, float]
    expected: float
    domains: Mapping[str, float]
    chances: Mapping[int, float]


def article(
    read: Sequence[Reading],
    told: Story,
    worth: Salience,
    domains: Mapping[str, float],
    chances: Mapping[int, float],
) -> Article:
    """Gather what the sentences say of the article's words."""
    mass: dict[str, float] = {}
    for sentence in read:
        for token, chance in zip(sentence.tree.tokens, sentence.about, strict=True):
            if chance:
                own = content_stem(token.text)
                mass[own] = max(mass.get(own, 0.0), chance)
    return Article(told, worth, mass, sum(mass.values()), domains, chances)


def measure(line: Draft, read: Reading, of: Article) -> dict[str, float]:
    """The measures of a candidate by name, in a fixed order."""
    return (
        _content(line, of)
        | _deletion(line, read)
        | _clause(line, read, of)
        | _figures(line, of)
        | _look(line)
        | {
            f"aspect {name}": value
            for name, value in aspects(line, of.worth, of.domains.get(line.domain, 0.0)).items()
        }
        | _ways(line)
    )


def _content(line: Draft, of: Article) -> dict[str, float]:
    spoken = words(line.text)
    stems = list(dict.fromkeys(own for word in spoken if (own := content_stem(word))))
    chances = [of.mass.get(own, 0.0) for own in stems]
    total = sum(chances)
    ranked = sorted(of.mass.values(), reverse=True)
    best = sorted(of.mass, key=lambda own: (-of.mass[own], own))[:6]
    shown = set(stems)
    return {
        "mass": total,
        "mass share": total / (of.expected or 1.0),
        "expected F1": 2 * total / (len(spoken) + 0.8 * of.expected + 2.0),
        "mean chance": total / max(1, len(chances)),
        "least chance": min(chances, default=0.0),
        "second least chance": sorted(chances)[1] if len(chances) > 1 else 0.0,
        "best chance": max(chances, default=0.0),
        "top word": float(bool(best) and best[0] in shown),
        "second word": float(len(best) > 1 and best[1] in shown),
        "top six": float(sum(own in shown for own in best)),
        "top mass": sum(ranked[: len(stems)]) - total,
        "expected": of.expected,
        "content words": float(len(stems)),
        "words": float(len(spoken)),
        "characters": float(len(line.text)),
        "function share": 1.0 - len(stems) / max(1, len(spoken)),
        "told twice": float(len([w for w in spoken if content_stem(w)]) - len(stems)),
        "rarity": sum(math.log(10_000 / (articles_with(own, 20) + 1)) for own in stems) / max(1, len(stems)),
    }


def _deletion(line: Draft, read: Reading) -> dict[str, float]:
    tree, kept = read.tree, line.shown
    branches, total, worst_kept, worst_gone, gone = read.keep.branches, 0.0, 6.0, 6.0, 0
    for token in tree.tokens:
        if token.head == token.index or token.head not in kept or token.dep == "punct":
            continue
        logit = float(branches[token.index])
        sign = logit if token.index in kept else -logit
        total -= math.log1p(math.exp(-sign)) if sign > -30 else -sign
        if token.index in kept:
            worst_kept = min(worst_kept, logit)
        elif token.dep != "det":
            worst_gone = min(worst_gone, -logit)
            gone += 1
    inside = [float(read.keep.words[i]) for i in kept]
    return {
        **_left_out(line),
        "deletion": total,
        "deletion a word": total / max(1, len(kept)),
        "least wanted word": worst_kept,
        "most wanted left out": worst_gone,
        "branches left out": float(gone),
        "kept mean": sum(inside) / max(1, len(inside)),
        "share of sentence": len(kept) / len(tree.tokens),
        "left out chance": max(
            (read.about[t.index] for t in tree.tokens if t.index not in kept and t.head in kept), default=0.0
        ),
    }


def _left_out(line: Draft) -> dict[str, float]:
    """What the words that are shown have lost."""
    tree, kept = line.clause.tree, line.shown
    gone = [t for t in tree.tokens if t.index not in kept and t.head in kept and t.head != t.index]
    nouns = {t.index for t in gone if tree.tokens[t.head].pos in {"NOUN", "PROPN"}}
    behind_verb = [t for t in gone if t.head == line.clause.verb and t.index > t.head]
    has_more = any(t.index > line.clause.verb for t in tree.tokens if t.index in kept)
    pointing = 0
    for index in kept:
        if tree.tokens[index].pos != "NOUN":
            continue
        own = [tree.tokens[i] for i in tree.children[index]]
        definite = any(t.text.lower() in {"the", "this", "that", "these", "those"} for t in own)
        told = any(t.index in kept and t.dep in _TELLING for t in own)
        pointing += definite and not told
    return {
        "adjectives left out": float(sum(t.dep == "amod" and t.index in nouns for t in gone)),
        "phrases left out at nouns": float(
            sum(t.dep in {"prep", "acl", "relcl"} and t.index in nouns for t in gone)
        ),
        "phrases left out at the verb": float(sum(t.dep in {"prep", "dative", "agent"} for t in behind_verb)),
        "clauses left out at the verb": float(sum(t.dep in {"advcl", "xcomp", "ccomp"} for t in behind_verb)),
        "verb left bare": float(not has_more and bool(behind_verb)),
        "pointing nouns": float(pointing),
    }


_TELLING = frozenset({"amod", "compound", "prep", "acl", "relcl", "poss", "nummod", "appos"})


def _clause(line: Draft, read: Reading, of: Article) -> dict[str, float]:
    clause, tree = line.clause, line.clause.tree
    verb, subject = tree.tokens[clause.verb], tree.tokens[clause.subject]
    index = tree.sentence.index
    alone = not any(
        tree.tokens[i].dep == "compound" and i in line.shown for i in tree.children[clause.subject]
    )
    family = line.template.split(",")[0].removeprefix("general/")
    auxiliaries = [tree.tokens[i].text.lower() for i in clause.auxiliaries()]
    below = [i for i in tree.subtree(clause.subject) if i in line.shown]
    return {
        "sentence": float(index),
        "place": float(of.told.places.get(index, 50)),
        "weight": of.told.weights.get(index, 0.0),
        "sentences": float(of.told.sentences),
        "length of article": math.log(of.told.length + 1),
        "root": float(verb.head == verb.index),
        "claim": float(clause.report is not None),
        "conjunct": float(verb.dep == "conj"),
        "but behind": float(_but(tree, clause.verb, line.shown)),
        "behind but": float(verb.dep == "conj" and _but(tree, verb.head, frozenset())),
        "subclause": float(verb.dep in {"advcl", "relcl", "acl"}),
        "passive": float(clause.passive),
        "modal": float(any(tree.tokens[i].tag == "MD" for i in clause.auxiliaries())),
        "will": float("will" in auxiliaries),
        "had": float("had" in auxiliaries),
        "has": float(bool({"has", "have"} & set(auxiliaries))),
        "negated": float(tree.child(clause.verb, "neg") is not None),
        "is be": float(verb.lemma == "be"),
        "present": float(verb.tag in {"VBZ", "VBP"}),
        "verb chance": read.about[clause.verb],
        "verb kept": float(read.keep.words[clause.verb]),
        "subject chance": read.about[clause.subject],
        "subject name": float(subject.pos == "PROPN"),
        "subject plural": float(clause.plural),
        "subject words": float(len(below)),
        "subject mass": sum(read.about[i] for i in below) / max(1, len(below)),
        "has object": float(
            any(i in line.shown for i in tree.offspring(clause.verb, "dobj", "attr", "acomp"))
        ),
        "has preposition": float(any(i in line.shown for i in tree.offspring(clause.verb, "prep", "agent"))),
        "named": float(bool(line.restated)),
        "cited": float("cited" in line.template),
        "frame": float(line.domain != "general"),
        **{f"family {name}": float(family == name) for name in _FAMILIES},
        "lone name": float(index > 0 and subject.pos == "PROPN" and alone and not line.restated),
        "year in sentence": float(
            any(t.tag == "CD" and len(t.text) == 4 and t.text[:2] in {"19", "20"} for t in tree.tokens)
        ),
        "ago": float(any(t.text.lower() in {"ago", "earlier", "previously", "once"} for t in tree.tokens)),
        "place of verb": clause.verb / len(tree.tokens),
        "sentence words": float(len(tree.tokens)),
    }


def _but(tree: Tree, verb: int, shown: frozenset[int]) -> bool:
    """Whether a verb is joined to another by a "but" that is not shown: the first half is rarely the news."""
    return any(
        i not in shown and tree.tokens[i].text.lower() in {"but", "yet"} for i in tree.offspring(verb, "cc")
    )


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}


def _figures(line: Draft, of: Article) -> dict[str, float]:
    tree = line.clause.tree
    shown = [f for f in tree.figures if figure_tokens(tree, f) & line.shown]
    places = [of.told.key.get(f.start, 99) for f in shown]
    hidden = [f for f in tree.figures if f not in shown]
    likely, missing = missed(of.chances, shown)
    return {
        "figures": float(len(shown)),
        "figure chance": likely,
        "figure chance missed": missing,
        "best key": float(min(places, default=99)),
        "bounds": float(sum(f.bound != "=" for f in shown)),
        "figures left out": float(len(hidden)),
        "digits": float(any(c.isdigit() for c in line.text)),
        "year": float(any(map(_is_year, words(line.text)))),
        **{f"kind {kind}": float(any(f.kind == kind for f in shown)) for kind in _KINDS},
        "figure first": float(any(f.start == line.pieces[0].start for f in shown)) if line.pieces else 0.0,
    }


def _look(line: Draft) -> dict[str, float]:
    tree = line.clause.tree
    shown = [tree.tokens[i] for i in sorted(line.shown)]
    last = shown[-1] if shown else None
    mean, least = flow(line)
    capitals = sum(word[:1].isupper() for word in words(line.text)[1:])
    return {
        "commas": float(line.text.count(",")),
        "quotes": float(line.text.count('"') + line.text.count("“")),
        "capitals": float(capitals),
        "holes": float(sum(b.index - a.index > 1 for a, b in pairwise(shown))),
        "widest hole": float(max((b.index - a.index for a, b in pairwise(shown)), default=0)),
        "last noun": float(last is not None and last.pos in {"NOUN", "PROPN", "NUM"}),
        "last adverb": float(last is not None and last.pos == "ADV"),
        "last verb": float(last is not None and last.pos == "VERB"),
        "uncertain": float(sum(t.dep in {"dep", "parataxis", "intj"} for t in shown)),
        "conjuncts": float(sum(t.dep == "conj" for t in shown)),
        "prepositions": float(sum(t.pos == "ADP" for t in shown)),
        "adjectives": float(sum(t.pos == "ADJ" for t in shown)),
        "clauses": float(sum(t.dep in {"advcl", "relcl", "ccomp", "xcomp", "acl"} for t in shown)),
        "of-phrases": float(sum(t.text.lower() == "of" for t in shown)),
        "pronouns": float(sum(t.pos == "PRON" for t in shown)),
        "flow": mean,
        "least flow": least,
    }


def _ways(line: Draft) -> dict[str, float]:
    """How the line came to say it in fewer words."""
    return {
        **{f"tightened: {name}": float(line.tightened.count(name)) for name in TIGHTENINGS},
        "active": float("active" in line.template.split(", ")),
    }


def rows(lines: Sequence[dict[str, float]]) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """Measures as a matrix, one row a candidate."""
    return np.array([list(line.values()) for line in lines], dtype=np.float64)
