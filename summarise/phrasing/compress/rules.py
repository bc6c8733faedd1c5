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
from . import dependents as ask
from . import nominal

KEEP, FIRM, SOFT, MAY, LOOSE, DROP = "keep", "firm", "soft", "may", "loose", "drop"

Test = Callable[[Tree, Token, Token], bool]


class Rule(NamedTuple):
    """One decision.

    Attributes:
        name: what it is about, in words.
        decision: KEEP, FIRM, SOFT, MAY, LOOSE or DROP.
        deps: dependency labels of the child it speaks of, "" for any.
        test: what else must hold of tree, child and head.
        at: "noun" or "verb" if the head must be one, "" for any.
        weight: scales what a MAY is worth.
        comma: the comma before the phrase comes along: ", killing two".
        example: a sentence with what the rule decides in square brackets; the tests parse it.
    """

    name: str
    decision: str
    deps: str = ""
    test: Test = ask.always
    at: str = ""
    weight: float = 1.0
    comma: bool = False
    example: str = ""

    def fits(self, tree: Tree, child: Token, head: Token) -> bool:
        """Whether the rule speaks of this child of this head, if it speaks of the child's label."""
        if self.at and not (ask.noun(head) if self.at == "noun" else ask.verb(head)):
            return False
        return self.test(tree, child, head)


_CORE = (
    "nsubj nsubjpass csubj csubjpass expl dobj iobj attr oprd acomp xcomp ccomp aux auxpass neg prt "
    "mark pobj pcomp complm"
)
_NOMINAL = "compound nummod quantmod case poss predet preconj det"

RULES: tuple[Rule, ...] = (
    Rule("article", KEEP, "det", ask.article, example="[The] harbour is shut."),
    Rule("opening conjunction", DROP, "cc", ask.first_word, example="[But] the ferry sails."),
    Rule("interjection or address", DROP, "intj meta", ask.apart, example="[Well], the bridge is closed."),
    Rule("condition", KEEP, "advcl", ask.under_condition, example="The ferry sails [if the wind drops]."),
    Rule(
        "according to",
        SOFT,
        test=ask.according,
        comma=True,
        example="Two men died, [according to police].",
    ),
    Rule(
        "what 'those' stands for", KEEP, "relcl acl prep amod", ask.at_those, example="Ask those [who left]."
    ),
    Rule(
        "negation at an adverb", KEEP, "advmod npadvmod amod", ask.negative, example="She is [no longer] ill."
    ),
    Rule("term", KEEP, "prep", ask.term, at="verb", example="The club has [until May] to find a buyer."),
    Rule("deadline", MAY, "prep", ask.deadline, at="verb", example="The council will decide [by June]."),
    Rule(
        "time, whole", LOOSE, "npadvmod prep nmod", ask.when, at="verb", example="The dog died [last week]."
    ),
    Rule(
        "time inside an of-phrase", FIRM, "prep", ask.of, at="noun", example="The floods [of May] are over."
    ),
    Rule(
        "adjective inside a compound",
        KEEP,
        "amod advmod npadvmod",
        ask.inside_compound,
        example="A [high]-speed train left the rails.",
    ),
    Rule("time at a noun", LOOSE, "npadvmod prep", ask.when, at="noun", example="The talks [in May] failed."),
    Rule("question word", KEEP, "advmod", ask.asking, example="Nobody knows [how] the fire began."),
    Rule(
        "fronted adjunct",
        LOOSE,
        "prep advcl npadvmod advmod",
        ask.fronted,
        at="verb",
        example="[In the north], farmers lost their crops.",
    ),
    Rule(
        "afterthought",
        LOOSE,
        "attr npadvmod oprd dobj",
        ask.trailing_after_comma,
        comma=True,
        example="Sales rose 9%, [the fastest rise since 2010].",
    ),
    Rule("that", SOFT, "mark", ask.that, example="The mayor said [that] the bridge was safe."),
    Rule("core of the clause", KEEP, _CORE, example="Divers found [the wreck]."),
    Rule("by whom", SOFT, "agent", example="The bridge was built [by volunteers]."),
    Rule("to whom", FIRM, "dative", example="The museum gave [the widow] her letters."),
    Rule(
        "what a name is, before it", SOFT, "compound", ask.descriptive, example="Fans met [striker] Ana Lund."
    ),
    Rule("inside a noun phrase", KEEP, _NOMINAL, example="Police arrested [two] men."),
    Rule("loose part of a noun phrase", FIRM, "nmod", example="The [Nasdaq] composite index fell."),
    Rule("hedge", KEEP, "advmod amod", ask.hedging, example="[Almost] half the fleet was lost."),
    Rule(
        "part of a number", KEEP, "advmod amod", ask.at_number, example="The mill shut in the [early] 1980s."
    ),
    Rule("degree at an adjective", KEEP, "advmod", ask.degree, example="The river is [very] high."),
    Rule("measure", FIRM, "npadvmod", example="Prices rose [9%]."),
    Rule("direction at a verb", KEEP, "advmod", ask.particle, example="The rebels moved [away]."),
    Rule("the only adverb", SOFT, "advmod", ask.only_adverb, at="verb", example="The firm grew [rapidly]."),
    Rule("adverb", LOOSE, "advmod", ask.true_adverb, example="The court [quickly] rejected the appeal."),
    Rule("where it is from", SOFT, "amod", ask.capital, example="[Danish] farmers protested."),
    Rule(
        "name-making or restricting adjective",
        KEEP,
        "amod",
        nominal.restricting,
        example="The [main] gate fell.",
    ),
    Rule("adjective in a pair", KEEP, "amod", ask.in_pair, example="She sold a small dog and a [brown] dog."),
    Rule("adjective", MAY, "amod", weight=1.2, example="A [sudden] storm hit the coast."),
    Rule("of-phrase", KEEP, "prep", ask.of_or_than, example="The jar was full [of coins]."),
    Rule(
        "what something is, in a phrase",
        KEEP,
        "prep",
        ask.all_that_is,
        at="verb",
        example="The town is [under siege].",
    ),
    Rule(
        "governed preposition", FIRM, "prep", ask.governed, at="verb", example="Two people died [of cholera]."
    ),
    Rule(
        "without, against", KEEP, "prep", ask.reversing, at="verb", example="She left the hall [without him]."
    ),
    Rule("direction", FIRM, "prep", ask.direction, at="verb", example="The car crashed [into a wall]."),
    Rule(
        "second half of a preposition", KEEP, "prep", ask.after_preposition, example="He fell out [of a van]."
    ),
    Rule("adjective's complement", KEEP, "prep", ask.at_adjective, example="She is angry [about the delay]."),
    Rule(
        "nothing else to lean on", FIRM, "prep", ask.all_there_is, at="verb", example="She sat [on a bench]."
    ),
    Rule(
        "adjunct under a denial", KEEP, "prep advcl", ask.under_denial, example="He denied it [in a letter]."
    ),
    Rule(
        "comma-set aside",
        LOOSE,
        "relcl acl appos prep",
        ask.after_comma,
        at="noun",
        comma=True,
        example="The bridge, [which was built in 1910], is closed.",
    ),
    Rule(
        "close apposition of a name", FIRM, "appos", ask.a_name, example="The film [Blue Harbour] won prizes."
    ),
    Rule("other apposition", DROP, "appos", example="The oldest, [a farmer], was 90."),
    Rule("complement of a noun", KEEP, "acl", ask.clausal, example="The plan [to close the school] failed."),
    Rule("what was done to it", KEEP, "acl", ask.causative, example="The town saw a thousand jobs [lost]."),
    Rule(
        "clause that says which of many", KEEP, "relcl", ask.restricts, example="We saw few men [who fled]."
    ),
    Rule("participle at a noun", MAY, "acl", weight=1.3, example="Trains [leaving the city] were late."),
    Rule("restrictive relative clause", MAY, "relcl", weight=0.7, example="A man [who was jailed] escaped."),
    Rule(
        "phrase at a noun", MAY, "prep", at="noun", weight=1.3, example="The road [to the village] is shut."
    ),
    Rule(
        "result with its figure",
        MAY,
        "advcl",
        ask.resulting_figure,
        weight=1.6,
        comma=True,
        example="A bomb exploded in the market, [killing 12 people].",
    ),
    Rule(
        "what an adjective is for", KEEP, "advcl", ask.for_adjective, example="It made it easy [to find us]."
    ),
    Rule("purpose", MAY, "advcl", ask.purpose, example="The council sold the hall [to pay its debts]."),
    Rule(
        "after, as, when ...",
        MAY,
        "advcl",
        ask.behind,
        weight=0.7,
        comma=True,
        example="The crowd cheered [when the ship arrived].",
    ),
    Rule("phrase at a verb", MAY, "prep", example="The mayor opened the hall [with a short speech]."),
    Rule(
        "second clause joined by and",
        MAY,
        "conj",
        ask.and_own_subject,
        weight=0.8,
        comma=True,
        example="The mayor resigned and [the council chose a farmer.]",
    ),
    Rule("second clause", LOOSE, "conj", ask.own_subject, comma=True, example="It rained but [they stayed.]"),
    Rule(
        "second predicate in another form: hung on the wrong verb",
        DROP,
        "conj",
        ask.not_parallel,
        example="The firm was founded by a farmer and [sells bicycles].",
    ),
    Rule(
        "second predicate", MAY, "conj", ask.second_verb, weight=0.7, example="She won a car and [sold it]."
    ),
    Rule(
        "and others",
        MAY,
        "conj",
        nominal.and_others,
        weight=0.5,
        example="The bank sold its shares in mines and [other firms].",
    ),
    Rule("list kept whole", KEEP, "conj", example="The storm hit Spain and [Portugal]."),
    Rule(
        "its conjunction, back with what it joins", DROP, "cc", example="Fire hit a school [and] a library."
    ),
    Rule("punctuation", DROP, "punct", example="The bridge is closed[.]"),
    Rule("loose end", DROP, "dep parataxis", example="The bridge, [the mayor said], is closed."),
    Rule("anything else", KEEP, example="Many of the cases [nationwide] were mild."),
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
