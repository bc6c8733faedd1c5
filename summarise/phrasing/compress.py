"""Grammatical deletion: what of a sentence must stay, may go, and goes first.

Each dependent of a kept word is decided by the first rule of RULES that fits:
KEEP (without it the sentence is ungrammatical or says something else), MAY (the
more of the article's weight it carries per word, the sooner it comes back) or
DROP. Deleting whole subtrees keeps the rest a sentence (Filippova & Strube,
"Dependency tree based sentence compression", INLG 2008). Nothing is reordered or
reworded here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..model import Token
from ..resources import word_list
from .tree import Tree, figure_tokens, is_time

KEEP, MAY, DROP = "keep", "may", "drop"

Test = Callable[[Tree, Token, Token], bool]


class Rule(NamedTuple):
    """`test(tree, child, head)` decides whether `decision` holds; `weight` scales what a MAY is worth.

    With `comma`, the comma before the phrase comes along: ", killing two".
    """

    name: str
    decision: str
    test: Test
    weight: float = 1.0
    comma: bool = False


# Adjuncts under these are the news itself: "sentenced to", "accused of", "fell to".
_GOVERNING = {
    "accuse": "of", "acquit": "of", "agree": "on to with", "aim": "at for", "apologise": "for to", "apologize": "for to",
    "arrest": "over on for in", "base": "on", "beat": "by", "blame": "for on", "call": "for on", "charge": "with over",
    "clash": "with", "close": "at down to", "collide": "with", "come": "from to under", "compare": "with to",
    "consist": "of", "convict": "of", "cut": "from to by", "deal": "with", "depend": "on", "die": "of from in",
    "drop": "to by from out", "fall": "to by from into below", "find": "in at", "fine": "over for", "fire": "at on",
    "focus": "on", "go": "to on into", "grow": "to by", "hold": "in", "increase": "to by", "infect": "with",
    "jail": "for over", "jump": "to by", "lead": "to", "link": "to", "lose": "to by", "move": "to into", "object": "to",
    "plead": "to", "plunge": "to by into", "prevent": "from", "pull": "out of", "raise": "to by", "reach": "with",
    "refer": "to", "rely": "on", "remove": "from", "resign": "as over", "result": "in", "return": "to", "rise": "to by from above",
    "rule": "out against in", "run": "for into", "sentence": "to", "serve": "as", "settle": "for with", "sign": "for",
    "slip": "to by", "strip": "of", "sue": "for over", "suffer": "from", "suspect": "of", "take": "to over", "test": "for",
    "turn": "into to down", "urge": "to", "vote": "for against to on", "wait": "for", "warn": "of against about", "withdraw": "from",
    "win": "by", "work": "on for with", "agreed": "on",
}  # fmt: skip
_GOVERNED = {verb: frozenset(prepositions.split()) for verb, prepositions in _GOVERNING.items()}

_NEGATIVE_HEAD = frozenset({"deny", "refuse", "reject", "dismiss", "rule", "fail", "never", "doubt"})
_CONDITION = frozenset({"if", "unless", "whether", "provided", "lest", "until"})
_COMMA_DEPS = frozenset({"relcl", "acl", "appos", "advcl"})


def _is_article(tree: Tree, child: Token, head: Token) -> bool:
    return child.dep == "det" and child.text.lower() in {"a", "an", "the"}


def _noun(token: Token) -> bool:
    return token.pos in {"NOUN", "PROPN", "PRON", "NUM", "SYM"} or token.tag.startswith("NN")


def _verb(token: Token) -> bool:
    return token.pos in {"VERB", "AUX"} or token.tag.startswith("VB")


def _has_complement(tree: Tree, head: Token) -> bool:
    return tree.child(head.index, "dobj", "attr", "acomp", "xcomp", "ccomp", "agent", "oprd") is not None


def _first_after(tree: Tree, child: Token, head: Token) -> bool:
    """The first prepositional phrase right behind a verb that has nothing else to lean on."""
    after = [c for c in tree.children[head.index] if c > head.index and tree.tokens[c].dep in {"prep", "advmod", "npadvmod"}]
    return not _has_complement(tree, head) and bool(after) and after[0] == child.index


def _governed(tree: Tree, child: Token, head: Token) -> bool:
    return child.text.lower() in _GOVERNED.get(head.lemma, ()) and child.index > head.index


def _fronted(tree: Tree, child: Token, head: Token) -> bool:
    subject = tree.child(head.index, "nsubj", "nsubjpass", "expl", "csubj")
    return _verb(head) and child.index < (subject if subject is not None else head.index)


def _measures(tree: Tree, child: Token) -> bool:
    below = set(tree.subtree(child.index))
    return any(figure_tokens(tree, f) & below for f in tree.figures)


def _mark(tree: Tree, child: Token) -> str:
    mark = tree.child(child.index, "mark", "advmod")
    return tree.tokens[mark].text.lower() if mark is not None else ""


# The order is the logic: the first rule that fits decides.
RULES: tuple[Rule, ...] = (
    Rule("article", KEEP, _is_article),
    Rule("opening conjunction", DROP, lambda t, c, h: c.dep == "cc" and c.index == 0),
    Rule("interjection or address", DROP, lambda t, c, h: c.dep in {"intj", "meta"}),
    Rule(
        "condition",
        KEEP,
        lambda t, c, h: c.dep == "advcl" and _mark(t, c) in _CONDITION,
    ),
    Rule("according to", KEEP, lambda t, c, h: c.text.lower() == "according", comma=True),
    Rule("time, whole", DROP, lambda t, c, h: c.dep in {"npadvmod", "prep", "nmod"} and _verb(h) and is_time(t, c.index)),
    Rule("time inside an of-phrase", KEEP, lambda t, c, h: c.dep == "prep" and c.text.lower() == "of" and _noun(h)),
    Rule("adjective inside a compound", KEEP, lambda t, c, h: c.dep in {"amod", "advmod"} and h.dep in {"compound", "amod"}),
    Rule("time at a noun", DROP, lambda t, c, h: c.dep in {"npadvmod", "prep"} and _noun(h) and is_time(t, c.index)),
    Rule("fronted adjunct", DROP, lambda t, c, h: c.dep in {"prep", "advcl", "npadvmod", "advmod"} and _fronted(t, c, h) and c.text.lower() not in word_list("en/hedges.txt")),
    Rule(
        "core of the clause",
        KEEP,
        lambda t, c, h: c.dep in {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "dobj", "iobj", "dative", "attr", "oprd", "acomp",
                                  "xcomp", "ccomp", "aux", "auxpass", "neg", "prt", "agent", "mark", "pobj", "pcomp", "complm"},
    ),  # fmt: skip
    Rule("inside a noun phrase", KEEP, lambda t, c, h: c.dep in {"compound", "nummod", "quantmod", "case", "poss", "predet", "preconj", "det", "nmod"}),
    Rule("hedge", KEEP, lambda t, c, h: c.text.lower() in word_list("en/hedges.txt")),
    Rule("part of a number", KEEP, lambda t, c, h: c.dep in {"advmod", "amod"} and h.pos == "NUM"),
    Rule("degree at an adjective", KEEP, lambda t, c, h: c.dep == "advmod" and h.pos in {"ADJ", "ADV"} and c.index < h.index and not c.text.lower().endswith("ly")),
    Rule("measure", KEEP, lambda t, c, h: c.dep == "npadvmod"),
    Rule("direction at a verb", KEEP, lambda t, c, h: c.dep == "advmod" and c.text.lower() in {"out", "off", "away", "back", "down", "up", "over", "in", "on", "apart", "home", "forward", "together", "least", "more", "below", "above"}),
    Rule("question word", KEEP, lambda t, c, h: c.dep == "advmod" and c.tag in {"WRB", "WP"}),
    Rule("wanted adverb", KEEP, lambda t, c, h: c.dep == "advmod" and _verb(h) and c.index > h.index and not _has_complement(t, h) and not any(t.offspring(h.index, "prep", "npadvmod", "prt"))),
    Rule("adverb", DROP, lambda t, c, h: c.dep == "advmod"),
    Rule("name-making or restricting adjective", KEEP, lambda t, c, h: c.dep == "amod" and (c.text[:1].isupper() or c.tag in {"JJR", "JJS"} or c.tag == "VBN" or c.text.lower() in word_list("en/restrictive.txt"))),
    Rule("adjective", MAY, lambda t, c, h: c.dep == "amod", 1.2),
    Rule("of-phrase", KEEP, lambda t, c, h: c.dep == "prep" and c.text.lower() in {"of", "than"} and (_noun(h) or h.pos == "ADJ" or h.pos == "NUM")),
    Rule("governed preposition", KEEP, lambda t, c, h: c.dep in {"prep", "dative"} and _verb(h) and _governed(t, c, h)),
    Rule("direction", KEEP, lambda t, c, h: c.dep == "prep" and _verb(h) and c.index > h.index and c.text.lower() in {"out", "off", "into", "onto", "against", "through", "past", "within", "down", "up", "without", "as", "since"}),
    Rule("second half of a preposition", KEEP, lambda t, c, h: c.dep == "prep" and h.dep in {"prep", "agent"}),
    Rule("adjective's complement", KEEP, lambda t, c, h: c.dep == "prep" and h.pos in {"ADJ", "ADP", "ADV", "SCONJ"}),
    Rule("nothing else to lean on", KEEP, lambda t, c, h: c.dep == "prep" and _verb(h) and _first_after(t, c, h)),
    Rule("adjunct under a denial", KEEP, lambda t, c, h: c.dep in {"prep", "advcl"} and (h.lemma in _NEGATIVE_HEAD or t.child(h.index, "neg") is not None)),
    Rule("comma-set aside", DROP, lambda t, c, h: c.dep in {"relcl", "acl", "appos", "prep"} and _noun(h) and t.comma_before(c.index)),
    Rule("close apposition", KEEP, lambda t, c, h: c.dep == "appos"),
    Rule("complement of a noun", KEEP, lambda t, c, h: c.dep == "acl" and (c.tag in {"VB", "VBD", "VBZ", "VBP"} or t.child(c.index, "mark") is not None)),
    Rule("participle at a noun", MAY, lambda t, c, h: c.dep == "acl", 1.3),
    Rule("restrictive relative clause", MAY, lambda t, c, h: c.dep == "relcl", 0.7),
    Rule("phrase at a noun", MAY, lambda t, c, h: c.dep == "prep" and _noun(h), 1.3),
    Rule("result with its figure", MAY, lambda t, c, h: c.dep == "advcl" and c.tag == "VBG" and c.index > h.index and _measures(t, c), 1.6, True),
    Rule("purpose", MAY, lambda t, c, h: c.dep == "advcl" and c.tag == "VB" and c.index > h.index, 1.0),
    Rule("after, as, when ...", MAY, lambda t, c, h: c.dep == "advcl" and c.index > h.index, 0.7, True),
    Rule("phrase at a verb", MAY, lambda t, c, h: c.dep in {"prep", "dative"}, 1.0),
    Rule("second predicate with its own subject", DROP, lambda t, c, h: c.dep == "conj" and _verb(c) and t.child(c.index, "nsubj", "nsubjpass", "expl") is not None),
    Rule("second predicate", MAY, lambda t, c, h: c.dep == "conj" and _verb(c) and _verb(h), 0.7),
    Rule("list kept whole", KEEP, lambda t, c, h: c.dep == "conj"),
    Rule("its conjunction, back with what it joins", DROP, lambda t, c, h: c.dep in {"cc", "preconj"}),
    Rule("punctuation", DROP, lambda t, c, h: c.dep == "punct"),
    Rule("loose end", DROP, lambda t, c, h: c.dep in {"dep", "parataxis"}),
    Rule("anything else", KEEP, lambda t, c, h: True),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Option:
    """A part that may go: its own words, and the parts inside that may go first."""

    rule: Rule
    tokens: frozenset[int]
    inner: tuple["Option", ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """What of a phrase must stay, and its options."""

    core: frozenset[int]
    options: tuple[Option, ...]


def shape(tree: Tree, head: int, leave_out: frozenset[int] = frozenset()) -> Shape:
    """Decide every dependent below `head`.

    Args:
        tree: the sentence.
        head: token that governs the phrase.
        leave_out: heads of subtrees that are dropped whatever the rules say.
    """
    core: set[int] = {head}
    options: list[Option] = []
    for index in tree.children[head]:
        if index in leave_out:
            continue
        rule = decide(tree, index)
        if rule.decision == DROP:
            continue
        below = shape(tree, index, leave_out)
        if rule.comma and tree.comma_before(index):
            below = Shape(below.core | {tree.subtree(index)[0] - 1}, below.options)
        if rule.decision == KEEP:
            core |= below.core
            options += below.options
        else:
            options.append(Option(rule, below.core, below.options))
    if any(tree.tokens[o].dep == "conj" for o in tree.children[head] if o in core):
        core |= set(tree.offspring(head, "cc", "preconj"))
    return Shape(frozenset(core), tuple(options))


def decide(tree: Tree, index: int) -> Rule:
    """The rule that decides a token's subtree."""
    child = tree.tokens[index]
    head = tree.tokens[child.head]
    return next(rule for rule in RULES if rule.test(tree, child, head))


def variants(
    tree: Tree, form: Shape, weight: Mapping[int, float], fits: Callable[[frozenset[int]], bool]
) -> Iterator[frozenset[int]]:
    """The core, then the core with its options added one by one, best weight per word first, while they fit.

    The same again with each of the options at the top left out: what greed takes first may take the room
    of what would have been better. No set comes twice.

    Args:
        tree: the sentence.
        form: what must stay and what may go.
        weight: how much of the article's news each token carries.
        fits: whether a set of tokens is short enough.
    """
    seen: dict[frozenset[int], None] = {}
    for banned in (None, *form.options):
        for kept in _greedy(tree, form, weight, fits, banned):
            if kept not in seen:
                seen[kept] = None
                yield kept


def _greedy(
    tree: Tree,
    form: Shape,
    weight: Mapping[int, float],
    fits: Callable[[frozenset[int]], bool],
    banned: Option | None,
) -> Iterator[frozenset[int]]:
    kept = close(tree, form.core)
    yield kept
    waiting = [option for option in form.options if option is not banned]
    while waiting:
        best = max(waiting, key=lambda o: (_worth(o, weight), -min(o.tokens)))
        waiting.remove(best)
        grown = close(tree, kept | best.tokens | _joint(tree, best))
        if not fits(grown):
            continue
        kept = grown
        waiting += best.inner
        yield kept


def _joint(tree: Tree, option: Option) -> frozenset[int]:
    """The "and" before a second predicate that comes back."""
    top = min(option.tokens, key=lambda i: (tree.tokens[i].head in option.tokens, i))
    if tree.tokens[top].dep != "conj":
        return frozenset()
    head = tree.tokens[top].head
    return frozenset(c for c in tree.offspring(head, "cc") if c < top)


def _worth(option: Option, weight: Mapping[int, float]) -> float:
    mass = sum(weight.get(i, 0.0) for i in option.tokens)
    return option.rule.weight * mass / (len(option.tokens) ** 0.7)


def close(tree: Tree, kept: frozenset[int]) -> frozenset[int]:
    """Figures whole or not at all, hyphenated words whole, and punctuation where both its neighbours stay."""
    tokens = tree.tokens
    grown = set(kept)
    for figure in tree.figures:
        parts = figure_tokens(tree, figure)
        if parts & grown:
            grown |= parts
    for token in tokens:
        if token.tag == "HYPH" or token.text in {"/", "&"} or _glued(tree, token.index):
            around = {token.index - 1, token.index + 1} & set(range(len(tokens)))
            if around & grown and _glued(tree, token.index):
                grown |= around | {token.index}
    for token in tokens:
        if token.dep == "punct" or token.pos == "PUNCT":
            before, after = token.index - 1, token.index + 1
            inner = before in grown and after in grown
            if inner and token.text not in {".", ";", ":", "--", "—", "–"}:
                grown.add(token.index)
            elif token.index in grown and after not in grown and not _glued(tree, token.index):
                grown.discard(token.index)
    return frozenset(grown)


def _glued(tree: Tree, index: int) -> bool:
    """A token with no space on either side: the hyphen of "air-defence"."""
    tokens = tree.tokens
    return (
        0 < index < len(tokens) - 1
        and tokens[index - 1].end == tokens[index].start
        and tokens[index].end == tokens[index + 1].start
        and not tokens[index].text.isalnum()
        and tokens[index].text not in {'"', ",", ".", ";", ":", "“", "”", "'"}
    )


def join(tree: Tree, kept: Iterable[int]) -> str:
    """The kept words as they stand, a space where the source has one or where something is gone."""
    text, last = "", None
    for index in sorted(kept):
        token = tree.tokens[index]
        if last is not None and not (token.start == last.end) and not _clings(token.text):
            text += " "
        text += token.text
        last = token
    return text


def _clings(text: str) -> bool:
    return text in {",", ".", ";", ":", "'s", "’s", "'", "’", "n't", "n’t", "%", ")", "!", "?"}
