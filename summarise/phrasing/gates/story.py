"""Gates for what the sentence tells beside the line: who takes it back, when it was so, what it depends on."""

from ...checking.faithfulness.words import MONTHS
from ...model import Token
from ..clauses import stands_alone, told_as_sure, told_behind_colon
from ..draft import Draft
from ..tree import Tree, figure_tokens
from .register import entry


def bare_quote(draft: Draft) -> bool:
    """Words out of a quotation without its marks, or a quoted clause told as fact."""
    tree = draft.clause.tree
    if draft.clause.verb in tree.quoted:
        return True
    inside = [t for t in tree.tokens if t.index in tree.quoted and t.index in draft.shown]
    return bool(inside) and not any(mark in draft.text for mark in '"“')


def split_figure(draft: Draft) -> bool:
    """A figure without the words that bound it."""
    tree = draft.clause.tree
    return any(
        (parts := figure_tokens(tree, f)) & draft.shown and not parts <= draft.shown for f in tree.figures
    )


def negation_left_out(draft: Draft) -> bool:
    """A verb or noun that the source negates, shown without its "not", "never" or "hardly"."""
    tree = draft.clause.tree
    for token in tree.tokens:
        if token.dep != "neg" and token.text.lower() not in _NEGATIVE:
            continue
        if token.index in draft.shown:
            continue
        governors = [token.head]
        if not _apart(tree, token.head):
            governors += list(tree.path_up(token.head))[:1]
        if draft.shown & set(governors):
            return True
    return False


def _apart(tree: Tree, verb: int) -> bool:
    """A clause of its own beside or behind another: its negation says nothing of that other."""
    token = tree.tokens[verb]
    own = tree.child(verb, "nsubj", "nsubjpass", "expl") is not None
    return own and token.dep in {"conj", "parataxis", "advcl", "relcl"}


_NEGATIVE = frozenset("not never hardly barely scarcely rarely seldom n't n’t".split())


def background_time(draft: Draft) -> bool:
    """What happened years ago, and the line does not say so: no news of today."""
    tree, verb = draft.clause.tree, draft.clause.verb
    past = tree.tokens[verb].tag in {"VBD", "VBN"}
    if not past:
        return False
    lead = tree.sentence.index == 0
    if not lead and any(tree.tokens[i].text.lower() == "had" for i in tree.offspring(verb, "aux")):
        # Told as the story behind the story.
        return True
    for token in tree.tokens:
        if not _long_past(tree, token, lead):
            continue
        # "wins first cup in 1993", "vanishes 10 years ago": the line would tell in the present what is long past.
        if token.index in draft.shown and (tree.child(verb, "auxpass") is not None or _stays_past(draft)):
            continue
        way = list(tree.path_up(token.index))
        below = way[: way.index(verb)] if verb in way else None
        first = tree.tokens[verb].head if tree.tokens[verb].dep == "conj" else verb
        if below is None and first in way and token.index < verb:
            # "In 1920 they opened a cinema and charged 15 cents": the time of the first is that of both.
            below = way[: way.index(first)]
        if below is not None and all(tree.tokens[i].dep in _TIME_PATH for i in below):
            return True
    return False


def _stays_past(draft: Draft) -> bool:
    """Whether the line has the verb as it stands in the source: "was", "had won"."""
    verb = draft.clause.tree.tokens[draft.clause.verb]
    return any(
        p.origin != "inflected" and p.start is not None and p.start <= verb.start < (p.end or 0)
        for p in draft.pieces
    )


def _long_past(tree: Tree, token: Token, lead: bool) -> bool:
    word = token.text.lower()
    if word == "ago":
        above = tree.tokens[token.head].lemma
        near = {t.lemma for t in tree.tokens[max(0, token.index - 2) : token.index]} | {above}
        return not lead or bool(near & {"year", "decade", "century", "generation"})
    year = len(word) == 4 and word.isdigit()
    if lead:
        # "in 1988", not "since 1988"
        before = tree.tokens[token.index - 1].text.lower() if token.index else ""
        return year and word[:2] in {"17", "18", "19"} and before == "in"
    if year and word[:2] in {"17", "18", "19", "20"}:
        return True
    behind = tree.tokens[token.index + 1].lemma if token.index + 1 < len(tree.tokens) else ""
    return word in {"originally", "formerly", "once", "previously"} or (
        word in {"last", "previous"} and (behind in _LONG_SPANS or behind in MONTHS)
    )


_LONG_SPANS = frozenset("month year decade century season spring summer autumn winter".split())
_TIME_PATH = frozenset({"prep", "pobj", "npadvmod", "advmod", "nummod", "quantmod", "punct", "amod"})


def part_of_score(draft: Draft) -> bool:
    """One set of "4-6 6-3 7-5" alone tells another result."""
    scores = [f for f in draft.clause.tree.figures if f.kind == "score"]
    if len(scores) < 2:
        return False
    shown = [draft.covers(f.start) for f in scores]
    return any(shown) and not all(shown)


def conditional(draft: Draft) -> bool:
    """A clause under a condition that the headline does not show."""
    tree = draft.clause.tree
    below = set(tree.subtree(draft.clause.verb)) | set(tree.path_up(draft.clause.verb))
    marks = [
        t
        for t in tree.tokens
        if t.dep == "mark"
        and t.text.lower() in _CONDITIONS
        and tree.tokens[t.head].head in below
        and (t.index == 0 or tree.tokens[t.index - 1].text.lower() not in entry("conditions", "not_after"))
    ]
    return any(t.index not in draft.shown for t in marks)


_CONDITIONS = frozenset({"if", "unless", "lest", "provided"})


def no_longer_so(draft: Draft) -> bool:
    """What once was, put into the present: "was once the largest" is not "is once largest"."""
    tree, verb = draft.clause.tree, draft.clause.verb
    token = tree.tokens[verb]
    if token.lemma == "use" and token.tag == "VBD" and tree.child(verb, "xcomp") is not None:
        # "used to work here"
        return True
    words = [tree.tokens[i].text.lower() for i in tree.offspring(verb, "advmod")]
    past = token.tag == "VBD" or any(
        tree.tokens[i].tag == "VBD" for i in tree.offspring(verb, "aux", "auxpass")
    )
    return past and any(word in entry("taken_back", "first") - {"first"} for word in words)


def taken_back(draft: Draft) -> bool:
    """The first half of "was ordered to leave, but refuses": the later half is the news."""
    tree, clause = draft.clause.tree, draft.clause
    if clause.report is not None:
        return False
    if _never_came(tree, clause.verb):
        return True
    for other in tree.offspring(clause.verb, "conj"):
        between = [tree.tokens[i].text.lower() for i in tree.offspring(clause.verb, "cc") if i < other]
        if other in draft.shown or between[-1:] not in (["but"], ["yet"]):
            continue
        if _was_only_meant(tree, clause.verb) or _turns(tree, other):
            return True
    return False


def _never_came(tree: Tree, verb: int) -> bool:
    """ "had been due to launch", "was to have opened": told only of what did not come."""
    auxiliaries = [tree.tokens[i].text.lower() for i in tree.offspring(verb, "aux", "auxpass")]
    for other in (verb, *tree.offspring(verb, "acomp", "xcomp", "oprd")):
        if (
            tree.tokens[other].lemma in entry("taken_back", "plans")
            and "had" in auxiliaries
            and "been" in (*auxiliaries, tree.tokens[verb].text.lower())
        ):
            return True
    past = tree.tokens[verb].tag == "VBD" and tree.tokens[verb].lemma == "be"
    return past and any(
        {"to", "have"} <= {tree.tokens[i].text.lower() for i in tree.offspring(other, "aux")}
        for other in tree.offspring(verb, "xcomp", "ccomp")
    )


def _was_only_meant(tree: Tree, verb: int) -> bool:
    words = {tree.tokens[i].lemma for i in (verb, *tree.offspring(verb, "acomp", "xcomp", "oprd"))}
    early = {
        tree.tokens[i].text.lower()
        for i in tree.subtree(verb)[:8]
        if tree.tokens[i].head == verb
        or tree.tokens[i].dep in {"pobj", "pcomp"}
        or tree.tokens[i].tag == "RB"
    }
    perfect = any(tree.tokens[i].text.lower() == "had" for i in tree.offspring(verb, "aux"))
    passive_plan = bool(words & entry("taken_back", "plans")) and (
        tree.child(verb, "auxpass", "acomp") is not None or tree.child(verb, "xcomp") is not None
    )
    return perfect or passive_plan or bool(early & entry("taken_back", "first"))


def _turns(tree: Tree, verb: int) -> bool:
    token: Token = tree.tokens[verb]
    adverbs = {tree.tokens[i].text.lower() for i in tree.offspring(verb, "advmod")}
    particle = {tree.tokens[i].text.lower() for i in tree.offspring(verb, "prt")}
    return (
        token.lemma in entry("taken_back", "reversals")
        or bool(adverbs & entry("taken_back", "second"))
        or (tree.child(verb, "auxpass") is not None and bool(particle & entry("taken_back", "particles")))
    )


def speaker_unclear(draft: Draft) -> bool:
    """ "Few knew that A was in office, the Bs were second": what stands behind what is said may be said as well."""
    tree, clause = draft.clause.tree, draft.clause
    if clause.report is not None:
        return False
    token = tree.tokens[clause.verb]
    top = clause.verb if token.dep != "conj" else token.head
    before = tree.child(top, "ccomp")
    if tree.tokens[top].lemma == "be" and before is not None and before < top:
        # The parser takes the last of what is said for the main clause.
        return True
    if token.dep != "conj" or tree.child(clause.verb, "nsubj", "nsubjpass") is None:
        return False
    said = tree.child(token.head, "ccomp")
    if said is None or not token.head < said < clause.verb:
        return False
    # ", but the army denies it" turns to another speaker.
    between = [tree.tokens[i].text.lower() for i in tree.offspring(token.head, "cc")]
    return between[-1:] != ["but"]


def governed_away(draft: Draft) -> bool:
    """A clause below a verb that is neither shown nor the one that reports it."""
    tree, clause = draft.clause.tree, draft.clause
    index = clause.verb
    for governor in tree.path_up(clause.verb):
        if governor == clause.report:
            return False
        free = tree.tokens[index].dep == "conj" or (
            index == clause.verb
            and (stands_alone(tree, index) or told_behind_colon(tree, index) or told_as_sure(tree, index))
        )
        if not free and governor not in draft.shown:
            return True
        index = governor
    return False


def verb_in_subject(draft: Draft) -> bool:
    """ "A jury convicted Lund of fraud ... invents profits": the parser hung the sentence's own verb on the subject."""
    tree, clause = draft.clause.tree, draft.clause
    for index in tree.subtree(clause.subject):
        token = tree.tokens[index]
        if token.dep == "acl" and token.text.lower() in {"was", "were", "is", "are"}:
            # "Odetta was an influence ... became": the sentence's own verb, with the wrong one above it.
            return True
        if token.dep not in {"amod", "acl"} or token.tag not in {"VBN", "VBD"} or index > clause.verb:
            continue
        actor = tree.child(index, "npadvmod", "nsubj")
        if actor is not None and actor < index and tree.child(actor, "det") is not None:
            return True
    return False


def from_nowhere_to(draft: Draft) -> bool:
    """ "Toll raised from 18": where a figure came from, and not where it went."""
    tree, clause = draft.clause.tree, draft.clause
    words = {tree.tokens[i].text.lower() for i in tree.offspring(clause.verb, "prep") if i in draft.shown}
    if "from" not in words or tree.tokens[clause.verb].lemma not in entry("change", "verbs"):
        return False
    start = next(i for i in tree.offspring(clause.verb, "prep") if tree.tokens[i].text.lower() == "from")
    below = set(tree.subtree(start))
    measured = [figure_tokens(tree, f) for f in tree.figures]
    before = any(parts & below for parts in measured)
    after = any(parts & draft.shown and not parts & below for parts in measured)
    return before and not after
