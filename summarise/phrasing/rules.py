"""The register of deletion rules: what each dependent of a kept word is to the sentence.

KEEP: without it the sentence is ungrammatical or says something else. MAY: it may
go, and comes back the sooner, the more of the article's weight it carries. DROP:
it goes. The first rule that fits decides, so the order is the logic.
"""

import tomllib
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from ..model import Token
from ..resources import data_file, word_list
from .tree import Tree, figure_tokens, is_time

KEEP, MAY, DROP = "keep", "may", "drop"

Test = Callable[[Tree, Token, Token], bool]


def _always(tree: Tree, child: Token, head: Token) -> bool:
    return True


class Rule(NamedTuple):
    """One decision.

    Attributes:
        name: what it is about, in words.
        decision: KEEP, MAY or DROP.
        deps: dependency labels of the child it speaks of, "" for any.
        at: "noun" or "verb" if the head must be one, "" for any.
        test: what else must hold of tree, child and head.
        weight: scales what a MAY is worth.
        comma: the comma before the phrase comes along: ", killing two".
    """

    name: str
    decision: str
    deps: str = ""
    at: str = ""
    test: Test = _always
    weight: float = 1.0
    comma: bool = False

    def fits(self, tree: Tree, child: Token, head: Token) -> bool:
        """Whether the rule speaks of this child of this head."""
        if self.deps and child.dep not in self.deps.split():
            return False
        if self.at and not (noun(head) if self.at == "noun" else verb(head)):
            return False
        return self.test(tree, child, head)


@cache
def _governed_prepositions() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(data_file("en/governed_prepositions.toml").read_text(encoding="utf-8"))
    return {governing: frozenset(prepositions.split()) for governing, prepositions in raw.items()}


_DENYING = frozenset({"deny", "refuse", "reject", "dismiss", "rule", "fail", "never", "doubt"})
_CONDITIONS = frozenset({"if", "unless", "whether", "provided", "lest", "until"})
_PARTICLES = frozenset(
    "than out off away back down up over in on apart home forward together least more below above".split()
)
_DIRECTIONS = frozenset("out off into onto against through past within down up without as".split())
_NEGATIVE = frozenset("no not never n't hardly barely scarcely rarely seldom neither nor".split())
_DEADLINES = frozenset({"before", "by", "until", "till", "within"})


def noun(token: Token) -> bool:
    """Whether a token heads a noun phrase."""
    return token.pos in {"NOUN", "PROPN", "PRON", "NUM", "SYM"} or token.tag.startswith("NN")


def verb(token: Token) -> bool:
    """Whether a token is a verb."""
    return token.pos in {"VERB", "AUX"} or token.tag.startswith("VB")


def _article(tree: Tree, child: Token, head: Token) -> bool:
    return child.text.lower() in {"a", "an", "the"}


def _first_word(tree: Tree, child: Token, head: Token) -> bool:
    return child.index == 0


def _under_condition(tree: Tree, child: Token, head: Token) -> bool:
    mark = tree.child(child.index, "mark", "advmod")
    opener = tree.tokens[mark].text.lower() if mark is not None else ""
    # "when" with a present tense is a condition as well: "dies when you smoke".
    return opener in _CONDITIONS or (opener == "when" and child.tag in {"VBZ", "VBP"})


def _according(tree: Tree, child: Token, head: Token) -> bool:
    return child.text.lower() == "according"


def _negative(tree: Tree, child: Token, head: Token) -> bool:
    """ "no longer", "hardly ever", "not yet": the negation hangs on the adverb and would go with it."""
    return any(
        tree.tokens[i].dep == "neg" or tree.tokens[i].text.lower() in _NEGATIVE
        for i in tree.subtree(child.index)
    )


def _term(tree: Tree, child: Token, head: Token) -> bool:
    """ "has until Friday to repay": without its term the duty is another."""
    return child.text.lower() in {"until", "till"}


def _deadline(tree: Tree, child: Token, head: Token) -> bool:
    coming = any(tree.tokens[i].tag == "MD" for i in tree.offspring(head.index, "aux"))
    return coming and child.text.lower() in _DEADLINES


def _when(tree: Tree, child: Token, head: Token) -> bool:
    return is_time(tree, child.index)


def _of(tree: Tree, child: Token, head: Token) -> bool:
    return child.text.lower() == "of"


def _of_or_than(tree: Tree, child: Token, head: Token) -> bool:
    return child.text.lower() in {"of", "than"} and (noun(head) or head.pos in {"ADJ", "NUM"})


def _inside_compound(tree: Tree, child: Token, head: Token) -> bool:
    return head.dep in {"compound", "amod"}


def _hedging(tree: Tree, child: Token, head: Token) -> bool:
    return child.text.lower() in word_list("en/hedges.txt")


def _fronted(tree: Tree, child: Token, head: Token) -> bool:
    subject = tree.child(head.index, "nsubj", "nsubjpass", "expl", "csubj")
    before = child.index < (subject if subject is not None else head.index)
    return before and not _hedging(tree, child, head)


def _after_comma(tree: Tree, child: Token, head: Token) -> bool:
    return tree.comma_before(child.index)


def _trailing_after_comma(tree: Tree, child: Token, head: Token) -> bool:
    # ", the first rise in a year": a second object behind a comma only comments on the first.
    if child.dep == "dobj" and tree.child(head.index, "dobj") == child.index:
        return False
    return child.index > head.index and tree.comma_before(child.index)


def _at_number(tree: Tree, child: Token, head: Token) -> bool:
    return head.pos == "NUM"


def _degree(tree: Tree, child: Token, head: Token) -> bool:
    return head.pos in {"ADJ", "ADV"} and child.index < head.index and not child.text.lower().endswith("ly")


def _particle(tree: Tree, child: Token, head: Token) -> bool:
    return child.text.lower() in _PARTICLES


def _asking(tree: Tree, child: Token, head: Token) -> bool:
    return child.tag in {"WRB", "WP"}


def _has_complement(tree: Tree, head: Token) -> bool:
    return tree.child(head.index, "dobj", "attr", "acomp", "xcomp", "ccomp", "agent", "oprd") is not None


def _only_adverb(tree: Tree, child: Token, head: Token) -> bool:
    alone = not any(tree.offspring(head.index, "prep", "npadvmod", "prt"))
    return child.index > head.index and alone and not _has_complement(tree, head)


def _restricting(tree: Tree, child: Token, head: Token) -> bool:
    telling = child.text[:1].isupper() or child.tag in {"JJR", "JJS", "VBN"}
    return telling or child.text.lower() in word_list("en/restrictive.txt")


def governed(tree: Tree, child: Token, head: Token) -> bool:
    """Whether a verb asks for this preposition."""
    return child.text.lower() in _governed_prepositions().get(head.lemma, ()) and child.index > head.index


def _direction(tree: Tree, child: Token, head: Token) -> bool:
    return child.index > head.index and child.text.lower() in _DIRECTIONS


def _after_preposition(tree: Tree, child: Token, head: Token) -> bool:
    return head.dep in {"prep", "agent"}


def _at_adjective(tree: Tree, child: Token, head: Token) -> bool:
    return head.pos in {"ADJ", "ADP", "ADV", "SCONJ"}


def _all_there_is(tree: Tree, child: Token, head: Token) -> bool:
    """The first phrase right behind a verb that has nothing else to lean on."""
    leaning = {"prep", "advmod", "npadvmod"}
    after = [c for c in tree.children[head.index] if c > head.index and tree.tokens[c].dep in leaning]
    return not _has_complement(tree, head) and bool(after) and after[0] == child.index


def _under_denial(tree: Tree, child: Token, head: Token) -> bool:
    if head.lemma == "rule" and tree.child(head.index, "prt") is None:
        return False
    return head.lemma in _DENYING or tree.child(head.index, "neg") is not None


def _clausal(tree: Tree, child: Token, head: Token) -> bool:
    return child.tag in {"VB", "VBD", "VBZ", "VBP"} or tree.child(child.index, "mark") is not None


def _resulting_figure(tree: Tree, child: Token, head: Token) -> bool:
    below = set(tree.subtree(child.index))
    measured = any(figure_tokens(tree, f) & below for f in tree.figures)
    return child.tag == "VBG" and child.index > head.index and measured


def _for_adjective(tree: Tree, child: Token, head: Token) -> bool:
    return head.pos == "ADJ" and child.tag == "VB"


def _purpose(tree: Tree, child: Token, head: Token) -> bool:
    return child.tag == "VB" and child.index > head.index


def _behind(tree: Tree, child: Token, head: Token) -> bool:
    return child.index > head.index


def _own_subject(tree: Tree, child: Token, head: Token) -> bool:
    return verb(child) and tree.child(child.index, "nsubj", "nsubjpass", "expl") is not None


def _second_verb(tree: Tree, child: Token, head: Token) -> bool:
    return verb(child) and verb(head)


def _not_parallel(tree: Tree, child: Token, head: Token) -> bool:
    return verb(child) and verb(head) and not tree.parallel(head.index, child.index)


_CORE = (
    "nsubj nsubjpass csubj csubjpass expl dobj iobj dative attr oprd acomp xcomp ccomp aux auxpass neg prt agent "
    "mark pobj pcomp complm"
)
_NOMINAL = "compound nummod quantmod case poss predet preconj det nmod"

RULES: tuple[Rule, ...] = (
    Rule("article", KEEP, "det", test=_article),
    Rule("opening conjunction", DROP, "cc", test=_first_word),
    Rule("interjection or address", DROP, "intj meta"),
    Rule("condition", KEEP, "advcl", test=_under_condition),
    Rule("according to", KEEP, test=_according, comma=True),
    Rule("negation at an adverb", KEEP, "advmod npadvmod amod", test=_negative),
    Rule("term", KEEP, "prep", "verb", _term),
    Rule("deadline", MAY, "prep", "verb", _deadline),
    Rule("time, whole", DROP, "npadvmod prep nmod", "verb", _when),
    Rule("time inside an of-phrase", KEEP, "prep", "noun", _of),
    Rule("adjective inside a compound", KEEP, "amod advmod npadvmod", test=_inside_compound),
    Rule("time at a noun", DROP, "npadvmod prep", "noun", _when),
    Rule("question word", KEEP, "advmod", test=_asking),
    Rule("fronted adjunct", DROP, "prep advcl npadvmod advmod", "verb", _fronted),
    Rule("afterthought", DROP, "attr npadvmod oprd dobj", test=_trailing_after_comma),
    Rule("core of the clause", KEEP, _CORE),
    Rule("inside a noun phrase", KEEP, _NOMINAL),
    Rule("hedge", KEEP, "advmod amod neg det preconj quantmod", test=_hedging),
    Rule("part of a number", KEEP, "advmod amod", test=_at_number),
    Rule("degree at an adjective", KEEP, "advmod", test=_degree),
    Rule("measure", KEEP, "npadvmod"),
    Rule("direction at a verb", KEEP, "advmod", test=_particle),
    Rule("the only adverb", KEEP, "advmod", "verb", _only_adverb),
    Rule("adverb", DROP, "advmod"),
    Rule("name-making or restricting adjective", KEEP, "amod", test=_restricting),
    Rule("adjective", MAY, "amod", weight=1.2),
    Rule("of-phrase", KEEP, "prep", test=_of_or_than),
    Rule("governed preposition", KEEP, "prep dative", "verb", governed),
    Rule("direction", KEEP, "prep", "verb", _direction),
    Rule("second half of a preposition", KEEP, "prep", test=_after_preposition),
    Rule("adjective's complement", KEEP, "prep", test=_at_adjective),
    Rule("nothing else to lean on", KEEP, "prep", "verb", _all_there_is),
    Rule("adjunct under a denial", KEEP, "prep advcl", test=_under_denial),
    Rule("comma-set aside", DROP, "relcl acl appos prep", "noun", _after_comma),
    Rule("close apposition", KEEP, "appos"),
    Rule("complement of a noun", KEEP, "acl", test=_clausal),
    Rule("participle at a noun", MAY, "acl", weight=1.3),
    Rule("restrictive relative clause", MAY, "relcl", weight=0.7),
    Rule("phrase at a noun", MAY, "prep", "noun", weight=1.3),
    Rule("result with its figure", MAY, "advcl", test=_resulting_figure, weight=1.6, comma=True),
    Rule("what an adjective is for", KEEP, "advcl xcomp", test=_for_adjective),
    Rule("purpose", MAY, "advcl", test=_purpose),
    Rule("after, as, when ...", MAY, "advcl", test=_behind, weight=0.7, comma=True),
    Rule("phrase at a verb", MAY, "prep dative"),
    Rule("second predicate with its own subject", DROP, "conj", test=_own_subject),
    Rule("second predicate in another form: hung on the wrong verb", DROP, "conj", test=_not_parallel),
    Rule("second predicate", MAY, "conj", test=_second_verb, weight=0.7),
    Rule("list kept whole", KEEP, "conj"),
    Rule("its conjunction, back with what it joins", DROP, "cc preconj"),
    Rule("punctuation", DROP, "punct"),
    Rule("loose end", DROP, "dep parataxis"),
    Rule("anything else", KEEP),
)


def decide(tree: Tree, index: int) -> Rule:
    """The rule that decides a token's subtree."""
    child = tree.tokens[index]
    head = tree.tokens[child.head]
    return next(rule for rule in RULES if rule.fits(tree, child, head))
