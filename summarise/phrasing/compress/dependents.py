"""Questions about a dependent and its governor, for the deletion rules: each is true of the pair or not."""

import tomllib
from functools import cache

from ...model import Token
from ...resources import data_file, word_list
from ..tree import Tree, figure_tokens, is_time


def always(tree: Tree, child: Token, head: Token) -> bool:
    """True of any pair."""
    return True


@cache
def _governed_prepositions() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(data_file("en/governed_prepositions.toml").read_text(encoding="utf-8"))
    return {governing: frozenset(prepositions.split()) for governing, prepositions in raw.items()}


_DENYING = frozenset({"deny", "refuse", "reject", "dismiss", "rule", "fail", "never", "doubt"})
_CONDITIONS = frozenset({"if", "unless", "whether", "provided", "lest", "until"})
_PARTICLES = frozenset(
    "ill short free dead than out off away back down up over in on "
    "apart home forward together least more below above".split()
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


def article(tree: Tree, child: Token, head: Token) -> bool:
    return child.text.lower() in {"a", "an", "the"}


def first_word(tree: Tree, child: Token, head: Token) -> bool:
    return child.index == 0


def apart(tree: Tree, child: Token, head: Token) -> bool:
    # "said no to the offer" is no interjection.
    return child.index == 0 or tree.comma_before(child.index)


def under_condition(tree: Tree, child: Token, head: Token) -> bool:
    mark = tree.child(child.index, "mark", "advmod")
    opener = tree.tokens[mark].text.lower() if mark is not None else ""
    # "when" with a present tense is a condition as well: "dies when you smoke".
    return opener in _CONDITIONS or (opener == "when" and child.tag in {"VBZ", "VBP"})


def according(tree: Tree, child: Token, head: Token) -> bool:
    return child.text.lower() == "according"


def negative(tree: Tree, child: Token, head: Token) -> bool:
    """ "no longer", "hardly ever", "not yet": the negation hangs on the adverb and would go with it."""
    return any(
        tree.tokens[i].dep == "neg" or tree.tokens[i].text.lower() in _NEGATIVE
        for i in tree.subtree(child.index)
    )


def term(tree: Tree, child: Token, head: Token) -> bool:
    """ "has until Friday to repay": without its term the duty is another."""
    return child.text.lower() in {"until", "till"}


def deadline(tree: Tree, child: Token, head: Token) -> bool:
    coming = any(tree.tokens[i].tag == "MD" for i in tree.offspring(head.index, "aux"))
    return coming and child.text.lower() in _DEADLINES


def when(tree: Tree, child: Token, head: Token) -> bool:
    # "unless the river falls by Sunday": a condition holds with its time.
    conditional = verb(head) and head.dep == "advcl" and under_condition(tree, head, head)
    # "fewer compared to last year" says nothing without the year.
    return (
        is_time(tree, child.index) and not conditional and not _set_date(tree, child) and head.dep != "prep"
    )


def _set_date(tree: Tree, child: Token) -> bool:
    """ "to name 5 May as election day": a date that is an object."""
    named = child.dep == "npadvmod" and tree.child(child.head, "dobj") is None and child.index > child.head
    return named and any(tree.tokens[i].text.lower() == "as" for i in tree.offspring(child.head, "prep"))


def of(tree: Tree, child: Token, head: Token) -> bool:
    return child.text.lower() == "of"


def of_or_than(tree: Tree, child: Token, head: Token) -> bool:
    return child.text.lower() in {"of", "than"} and (noun(head) or head.pos in {"ADJ", "NUM"})


def inside_compound(tree: Tree, child: Token, head: Token) -> bool:
    return head.dep in {"compound", "amod"}


def hedging(tree: Tree, child: Token, head: Token) -> bool:
    # "had better listen"
    better = child.text.lower() == "better" and any(
        tree.tokens[i].lemma == "have" for i in tree.offspring(head.index, "aux")
    )
    return better or child.text.lower() in word_list("en/hedges.txt")


def fronted(tree: Tree, child: Token, head: Token) -> bool:
    # The first of what makes the clause; a predicate that borrows its subject begins with its auxiliary.
    opening = tree.child(head.index, "nsubj", "nsubjpass", "expl", "csubj", "aux", "auxpass", "neg")
    before = child.index < (opening if opening is not None else head.index)
    measure = opening is None and child.dep == "npadvmod"
    return before and not measure and not hedging(tree, child, head)


def after_comma(tree: Tree, child: Token, head: Token) -> bool:
    return tree.comma_before(child.index)


def trailing_after_comma(tree: Tree, child: Token, head: Token) -> bool:
    # ", the first rise in a year": a second object behind a comma only comments on the first.
    if child.dep == "dobj" and tree.child(head.index, "dobj") == child.index:
        return False
    return child.index > head.index and tree.comma_before(child.index)


def at_number(tree: Tree, child: Token, head: Token) -> bool:
    return head.pos == "NUM"


def degree(tree: Tree, child: Token, head: Token) -> bool:
    return head.pos in {"ADJ", "ADV"} and child.index < head.index and not child.text.lower().endswith("ly")


def particle(tree: Tree, child: Token, head: Token) -> bool:
    return child.text.lower() in _PARTICLES or child.tag in {"RBR", "JJR"}


def asking(tree: Tree, child: Token, head: Token) -> bool:
    return child.tag in {"WRB", "WP"}


def has_complement(tree: Tree, head: Token) -> bool:
    return tree.child(head.index, "dobj", "attr", "acomp", "xcomp", "ccomp", "agent", "oprd") is not None


def only_adverb(tree: Tree, child: Token, head: Token) -> bool:
    alone = not any(tree.offspring(head.index, "prep", "npadvmod", "prt"))
    return child.index > head.index and alone and not has_complement(tree, head)


def governed(tree: Tree, child: Token, head: Token) -> bool:
    """Whether a verb asks for this preposition; what a comma sets off it does not ask for."""
    asked = child.text.lower() in _governed_prepositions().get(head.lemma, ())
    return asked and child.index > head.index and not tree.comma_before(child.index)


def that(tree: Tree, child: Token, head: Token) -> bool:
    # "said that", not the "that" of a relative clause
    return child.text.lower() == "that" and head.dep == "ccomp"


def descriptive(tree: Tree, child: Token, head: Token) -> bool:
    """ "gossip website Gawker", "Bolton Wanderers boss Dougie Freedman": what somebody is, before the name."""
    # With a capital it may be part of the name: "International Monetary Fund".
    return head.pos == "PROPN" and child.pos == "NOUN" and child.text.islower()


def capital(tree: Tree, child: Token, head: Token) -> bool:
    return child.text[:1].isupper() and head.pos != "PROPN" and child.tag not in {"JJR", "JJS"}


def reversing(tree: Tree, child: Token, head: Token) -> bool:
    return child.index > head.index and child.text.lower() in {"without", "against"}


def direction(tree: Tree, child: Token, head: Token) -> bool:
    return child.index > head.index and child.text.lower() in _DIRECTIONS


def after_preposition(tree: Tree, child: Token, head: Token) -> bool:
    return head.dep in {"prep", "agent"}


def at_adjective(tree: Tree, child: Token, head: Token) -> bool:
    return head.pos in {"ADJ", "ADP", "ADV", "SCONJ"}


def all_there_is(tree: Tree, child: Token, head: Token) -> bool:
    """The first phrase right behind a verb that has nothing else to lean on."""
    if tree.child(head.index, "auxpass") is not None:
        # "31 people were killed" stands by itself.
        return False
    leaning = {"prep", "advmod", "npadvmod"}
    after = [c for c in tree.children[head.index] if c > head.index and tree.tokens[c].dep in leaning]
    return not has_complement(tree, head) and bool(after) and after[0] == child.index


def all_that_is(tree: Tree, child: Token, head: Token) -> bool:
    return head.lemma == "be" and all_there_is(tree, child, head)


def under_denial(tree: Tree, child: Token, head: Token) -> bool:
    if head.lemma == "rule" and tree.child(head.index, "prt") is None:
        return False
    return head.lemma in _DENYING or tree.child(head.index, "neg") is not None


def restricts(tree: Tree, child: Token, head: Token) -> bool:
    """Whether a clause says which of many: "3 of the 20 ships that left port", "40% of the cases reported"."""
    if tree.comma_before(child.index):
        return False
    around = [head.index, *list(tree.path_up(head.index))[:2]]
    near = {i for index in around if noun(tree.tokens[index]) for i in (index, *tree.children[index])}
    counted = any(
        figure_tokens(tree, f) & near for f in tree.figures if f.kind in {"count", "percent", "ratio"}
    )
    return counted or any(tree.tokens[i].text.lower() in _QUANTIFYING for i in near)


_QUANTIFYING = frozenset(
    {"all", "most", "only", "no", "few", "many", "some", "half", "third", "every", "each", "any"}
)


def clausal(tree: Tree, child: Token, head: Token) -> bool:
    return child.tag in {"VB", "VBD", "VBZ", "VBP"} or tree.child(child.index, "mark") is not None


def resulting_figure(tree: Tree, child: Token, head: Token) -> bool:
    below = set(tree.subtree(child.index))
    measured = any(figure_tokens(tree, f) & below for f in tree.figures)
    return child.tag == "VBG" and child.index > head.index and measured


def for_adjective(tree: Tree, child: Token, head: Token) -> bool:
    return head.pos == "ADJ" and child.tag == "VB"


def purpose(tree: Tree, child: Token, head: Token) -> bool:
    return child.tag == "VB" and child.index > head.index


def behind(tree: Tree, child: Token, head: Token) -> bool:
    return child.index > head.index


def own_subject(tree: Tree, child: Token, head: Token) -> bool:
    return verb(child) and tree.child(child.index, "nsubj", "nsubjpass", "expl") is not None


def and_own_subject(tree: Tree, child: Token, head: Token) -> bool:
    before = [tree.tokens[i].text.lower() for i in tree.offspring(head.index, "cc") if i < child.index]
    nominal = tree.child(child.index, "nsubj", "nsubjpass")
    named = nominal is not None and tree.tokens[nominal].pos != "PRON"
    return before[-1:] == ["and"] and named and verb(child) and verb(head)


def causative(tree: Tree, child: Token, head: Token) -> bool:
    # "had his money and his camera stolen", "saw a million jobs lost"
    while head.dep == "conj" and not verb(tree.tokens[head.head]):
        head = tree.tokens[head.head]
    governor = tree.tokens[head.head]
    done = governor.lemma in {"have", "get", "see", "leave", "keep"} and child.tag == "VBN"
    return done and head.dep in {"dobj", "conj"}


def at_those(tree: Tree, child: Token, head: Token) -> bool:
    return head.text.lower() in {"those", "ones", "anyone", "someone", "something", "anything"}


def in_pair(tree: Tree, child: Token, head: Token) -> bool:
    # "a small dog or a larger dog": the adjective is all that tells them apart.
    pair = [tree.tokens[i] for i in tree.offspring(head.index, "conj")]
    if head.dep == "conj":
        pair.append(tree.tokens[head.head])
    return any(other.lemma == head.lemma for other in pair)


def true_adverb(tree: Tree, child: Token, head: Token) -> bool:
    # "miss the Cup final": an adjective hung on the verb belongs to the noun before it.
    return not child.tag.startswith("JJ")


def a_name(tree: Tree, child: Token, head: Token) -> bool:
    # With an article of its own it is no apposition: "the firm the two men owned".
    return "PROPN" in {child.pos, head.pos} or tree.child(child.index, "det") is None


def second_verb(tree: Tree, child: Token, head: Token) -> bool:
    return verb(child) and verb(head)


def not_parallel(tree: Tree, child: Token, head: Token) -> bool:
    return verb(child) and verb(head) and not tree.parallel(head.index, child.index)
