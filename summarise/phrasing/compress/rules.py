"""The register of deletion rules: what each dependent of a kept word is to the sentence.

KEEP: without it the sentence is ungrammatical or says something else. MAY: it may
go, and comes back the sooner, the more of the article's weight it carries. DROP:
it goes. FIRM and SOFT stay and LOOSE goes unless a fitted model decides otherwise;
in a headline only SOFT is open to it. The first rule that fits decides, so the order is
the logic.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from ...model import Token
from ..tree import Tree
from . import dependents

KEEP, FIRM, SOFT, MAY, LOOSE, DROP = "keep", "firm", "soft", "may", "loose", "drop"

Test = Callable[[Tree, Token, Token], bool]


class Rule(NamedTuple):
    """One decision.

    Attributes:
        name: what it is about, in words.
        decision: KEEP, FIRM, SOFT, MAY, LOOSE or DROP.
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
    test: Test = dependents.always
    weight: float = 1.0
    comma: bool = False

    def fits(self, tree: Tree, child: Token, head: Token) -> bool:
        """Whether the rule speaks of this child of this head, if it speaks of the child's label."""
        if self.at and not (dependents.noun(head) if self.at == "noun" else dependents.verb(head)):
            return False
        return self.test(tree, child, head)


_CORE = (
    "nsubj nsubjpass csubj csubjpass expl dobj iobj attr oprd acomp xcomp ccomp aux auxpass neg prt "
    "mark pobj pcomp complm"
)
_NOMINAL = "compound nummod quantmod case poss predet preconj det"

RULES: tuple[Rule, ...] = (
    Rule("article", KEEP, "det", test=dependents.article),
    Rule("opening conjunction", DROP, "cc", test=dependents.first_word),
    Rule("interjection or address", DROP, "intj meta", test=dependents.apart),
    Rule("condition", KEEP, "advcl", test=dependents.under_condition),
    Rule("according to", SOFT, test=dependents.according, comma=True),
    Rule("what 'those' stands for", KEEP, "relcl acl prep amod", test=dependents.at_those),
    Rule("negation at an adverb", KEEP, "advmod npadvmod amod", test=dependents.negative),
    Rule("term", KEEP, "prep", "verb", dependents.term),
    Rule("deadline", MAY, "prep", "verb", dependents.deadline),
    Rule("time, whole", LOOSE, "npadvmod prep nmod", "verb", dependents.when),
    Rule("time inside an of-phrase", FIRM, "prep", "noun", dependents.of),
    Rule("adjective inside a compound", KEEP, "amod advmod npadvmod", test=dependents.inside_compound),
    Rule("time at a noun", LOOSE, "npadvmod prep", "noun", dependents.when),
    Rule("question word", KEEP, "advmod", test=dependents.asking),
    Rule("fronted adjunct", LOOSE, "prep advcl npadvmod advmod", "verb", dependents.fronted),
    Rule("afterthought", LOOSE, "attr npadvmod oprd dobj", test=dependents.trailing_after_comma, comma=True),
    Rule("that", SOFT, "mark", test=dependents.that),
    Rule("core of the clause", KEEP, _CORE),
    Rule("by whom", SOFT, "agent"),
    Rule("to whom", FIRM, "dative"),
    Rule("what a name is, before it", SOFT, "compound", test=dependents.descriptive),
    Rule("inside a noun phrase", KEEP, _NOMINAL),
    Rule("loose part of a noun phrase", FIRM, "nmod"),
    Rule("hedge", KEEP, "advmod amod neg det preconj quantmod", test=dependents.hedging),
    Rule("part of a number", KEEP, "advmod amod", test=dependents.at_number),
    Rule("degree at an adjective", KEEP, "advmod", test=dependents.degree),
    Rule("measure", FIRM, "npadvmod"),
    Rule("direction at a verb", KEEP, "advmod", test=dependents.particle),
    Rule("the only adverb", FIRM, "advmod", "verb", dependents.only_adverb),
    Rule("adverb", LOOSE, "advmod", test=dependents.true_adverb),
    Rule("where it is from", FIRM, "amod", test=dependents.capital),
    Rule("name-making or restricting adjective", KEEP, "amod", test=dependents.restricting),
    Rule("adjective in a pair", KEEP, "amod", test=dependents.in_pair),
    Rule("adjective", MAY, "amod", weight=1.2),
    Rule("of-phrase", KEEP, "prep", test=dependents.of_or_than),
    Rule("governed preposition", FIRM, "prep dative", "verb", dependents.governed),
    Rule("without, against", KEEP, "prep", "verb", dependents.reversing),
    Rule("direction", FIRM, "prep", "verb", dependents.direction),
    Rule("second half of a preposition", KEEP, "prep", test=dependents.after_preposition),
    Rule("adjective's complement", KEEP, "prep", test=dependents.at_adjective),
    Rule("nothing else to lean on", FIRM, "prep", "verb", dependents.all_there_is),
    Rule("adjunct under a denial", KEEP, "prep advcl", test=dependents.under_denial),
    Rule("comma-set aside", LOOSE, "relcl acl appos prep", "noun", dependents.after_comma, comma=True),
    Rule("close apposition of a name", FIRM, "appos", test=dependents.a_name),
    Rule("other apposition", DROP, "appos"),
    Rule("complement of a noun", KEEP, "acl", test=dependents.clausal),
    Rule("what was done to it", KEEP, "acl", test=dependents.causative),
    Rule("clause that says which of many", KEEP, "relcl", test=dependents.restricts),
    Rule("participle at a noun", MAY, "acl", weight=1.3),
    Rule("restrictive relative clause", MAY, "relcl", weight=0.7),
    Rule("phrase at a noun", MAY, "prep", "noun", weight=1.3),
    Rule("result with its figure", MAY, "advcl", test=dependents.resulting_figure, weight=1.6, comma=True),
    Rule("what an adjective is for", KEEP, "advcl xcomp", test=dependents.for_adjective),
    Rule("purpose", MAY, "advcl", test=dependents.purpose),
    Rule("after, as, when ...", MAY, "advcl", test=dependents.behind, weight=0.7, comma=True),
    Rule("phrase at a verb", MAY, "prep dative"),
    Rule("second clause joined by and", MAY, "conj", test=dependents.and_own_subject, weight=0.8, comma=True),
    Rule("second clause", LOOSE, "conj", test=dependents.own_subject, comma=True),
    Rule(
        "second predicate in another form: hung on the wrong verb", DROP, "conj", test=dependents.not_parallel
    ),
    Rule("second predicate", MAY, "conj", test=dependents.second_verb, weight=0.7),
    Rule("list kept whole", KEEP, "conj"),
    Rule("its conjunction, back with what it joins", DROP, "cc preconj"),
    Rule("punctuation", DROP, "punct"),
    Rule("loose end", DROP, "dep parataxis"),
    Rule("anything else", KEEP),
)


# A clause is decided on several times, for each freedom that it is given.
@lru_cache(maxsize=1 << 11)
def decide(tree: Tree, index: int) -> Rule:
    """The rule that decides a token's subtree."""
    child = tree.tokens[index]
    head = tree.tokens[child.head]
    return next(rule for rule in _rules_of(child.dep) if rule.fits(tree, child, head))


@cache
def _rules_of(dep: str) -> tuple[Rule, ...]:
    """The rules that may speak of a child with this label, in their order."""
    return tuple(rule for rule in RULES if not rule.deps or dep in rule.deps.split())
