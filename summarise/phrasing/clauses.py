"""Clauses that may be promoted to a headline, with who acts and who says so.

A clause is taken from the root of a sentence, from what a reporting verb reports
(then its speaker goes with it) and from a second predicate. Nothing under "if",
"whether", a denial or a wish is taken out of it: those stay inside the clause
that governs them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..language.inflect import inflect
from ..model import Token
from ..resources import word_list
from .agreement import is_plural
from .tree import TIME_NOUNS, Tree

_PASSIVE_FRAMES = frozenset(
    "find believe think say know report suppose consider deem allege rumour rumor call shoot name dub".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its subject.

    Attributes:
        tree: the sentence it stands in.
        verb: its main verb.
        subject: head of its subject.
        report, speaker: the reporting verb above it and that verb's subject, if it is reported speech.
        plural: whether the subject takes a plural verb.
    """

    tree: Tree
    verb: int
    subject: int
    report: int | None = None
    speaker: int | None = None
    plural: bool = False

    @property
    def passive(self) -> bool:
        """Whether the verb is in the passive."""
        return (
            self.tree.child(self.verb, "auxpass") is not None
            or self.tree.tokens[self.subject].dep == "nsubjpass"
        )

    def auxiliaries(self) -> list[int]:
        """The verb's auxiliaries in order."""
        return list(self.tree.offspring(self.verb, "aux", "auxpass"))


def clauses(tree: Tree) -> Iterator[Clause]:
    """The clauses of a sentence that may stand alone, the governing one first."""
    root = tree.root
    if tree.tokens[root].pos not in {"VERB", "AUX"} or tree.sentence.text.rstrip("\"'”’ ").endswith("?"):
        return
    yield from _at(tree, root, None)
    for other in tree.offspring(root, "parataxis"):
        if told_behind_colon(tree, other):
            yield from _at(tree, other, None)


def _at(tree: Tree, verb: int, inherited: int | None) -> Iterator[Clause]:
    subject = tree.child(verb, "nsubj", "nsubjpass", "csubj")
    subject = inherited if subject is None else subject
    claim = tree.child(verb, "ccomp")
    # "..., the court heard": whatever stands before its verb with a comma is what was said.
    inverted = claim is not None and claim < verb and tree.tokens[verb].lemma != "be"
    reports = inverted or tree.tokens[verb].lemma in word_list("en/reporting_verbs.txt")
    if subject is not None and _finite(tree, verb) and not _relative(tree, subject):
        if not inverted:
            report = _said_in_passing(tree, verb)
            speaker = tree.child(report, "nsubj") if report is not None else None
            yield Clause(tree, verb, subject, report, speaker, is_plural(tree, subject, verb))
            for other, actor in _told_as_fact(tree, verb):
                yield Clause(tree, other, actor, report, speaker, is_plural(tree, actor, other))
        told = tree.tokens[subject].dep == "nsubjpass"
        # "ministers were warned that ...": they heard it and did not say it.
        spoken = claim is not None and (inverted or claim > verb)
        if claim is not None and spoken and reports and not told and asserted(tree, claim):
            inner = tree.child(claim, "nsubj", "nsubjpass", "csubj")
            # An event told by somebody not of this clause; "said it would" keeps its frame instead.
            if inner is not None and _finite(tree, claim):
                yield Clause(tree, claim, inner, verb, subject, is_plural(tree, inner, claim))
                for other, actor in _told_as_fact(tree, claim):
                    yield Clause(tree, other, actor, verb, subject, is_plural(tree, actor, other))
                for other in _joined_claims(tree, claim):
                    yield Clause(tree, other, inner, verb, subject, is_plural(tree, inner, other))
    if claim is not None and told_as_sure(tree, claim):
        inner = tree.child(claim, "nsubj", "nsubjpass", "csubj")
        if inner is not None and _finite(tree, claim):
            yield Clause(tree, claim, inner, plural=is_plural(tree, inner, claim))
    for other in tree.offspring(verb, "conj"):
        own = tree.child(other, "nsubj", "nsubjpass")
        # A shared subject under a negation shares the negation; one of its own does not.
        free = own is not None or (tree.child(verb, "neg") is None and _tensed(tree, other))
        # "denied his statement was drafted by officials": without an "and" the parser has made up the pair.
        free = free and (
            own is not None or any(t.text == "," or t.dep == "cc" for t in tree.tokens[verb:other])
        )
        if tree.tokens[other].pos in {"VERB", "AUX"} and free and not _elliptical(tree, verb, other):
            yield from _at(tree, other, subject)


# "One question remains: ...", "The rumour is this: ...": what stands behind the colon is only theirs.
_SOMEBODY_S = frozenset(
    (
        "question message claim theory idea argument rumour rumor allegation warning belief view opinion verdict wish "
        "hope demand dream fear suggestion proposal plan promise pledge threat lie myth moral lesson slogan motto "
        "excuse answer response reply word statement prediction forecast bet guess possibility scenario option choice "
        "quote thing headline title tweet post letter note sign poster banner premise pitch logic conclusion"
    ).split()
)


def told_behind_colon(tree: Tree, verb: int) -> bool:
    """Whether a verb heads a sentence of its own behind a colon, told by the article and not by somebody in it."""
    whole = tree.subtree(verb)
    if tree.tokens[verb].dep != "parataxis" or whole[0] == 0 or tree.tokens[whole[0] - 1].text != ":":
        return False
    before = tree.tokens[: whole[0] - 1]
    saying = word_list("en/reporting_verbs.txt")
    unfinished = (
        t.pos == "VERB" and t.lemma in saying and tree.child(t.index, "ccomp", "xcomp") is None
        for t in before
    )
    return not any(unfinished) and not any(t.lemma in _SOMEBODY_S for t in before)


def _relative(tree: Tree, subject: int) -> bool:
    """ "whose film", "which": the subject of a clause about something else."""
    return any(tree.tokens[i].tag in {"WP$", "WDT"} for i in (subject, *tree.children[subject]))


# What stands behind these happened, whatever becomes of the clause above.
_FACTIVE = frozenset({"after", "as", "because", "since", "when"})


def _told_as_fact(tree: Tree, verb: int) -> Iterator[tuple[int, int]]:
    """The verbs with their subjects that `stands_alone` finds right below a verb."""
    for other in tree.offspring(verb, "advcl"):
        actor = tree.child(other, "nsubj", "nsubjpass")
        if actor is not None and stands_alone(tree, other):
            yield other, actor


def stands_alone(tree: Tree, verb: int) -> bool:
    """Whether a clause happened whatever is told above it: "after a bomb exploded", "when the bridge collapsed"."""
    token = tree.tokens[verb]
    above = token.head
    if token.dep != "advcl" or tree.child(above, "neg") is not None:
        return False
    if any(
        tree.tokens[i].tag in {"MD", "TO"}
        for i in (*tree.offspring(above, "aux"), *tree.offspring(verb, "aux"))
    ):
        return False
    mark = tree.child(verb, "mark", "advmod")
    actor = tree.child(verb, "nsubj", "nsubjpass")
    if mark is None or actor is None or mark > actor or tree.tokens[mark].text.lower() not in _FACTIVE:
        return False
    # "three decades after police searched a market", "When they charged him, ...": what led up to the news.
    long_ago = mark > 0 and tree.tokens[mark - 1].lemma in TIME_NOUNS
    if long_ago or (tree.tokens[mark].text.lower() == "when" and verb < above):
        return False
    past = token.tag in {"VBD", "VBN"} or any(
        tree.tokens[i].tag in {"VBD", "VBZ", "VBP"} for i in tree.offspring(verb, "aux", "auxpass")
    )
    return past and _finite(tree, verb)


_SURE = frozenset("announce confirm disclose".split())


def told_as_sure(tree: Tree, claim: int) -> bool:
    """Whether nobody but the article vouches for a clause: "..., it has been confirmed"."""
    above = tree.tokens[tree.tokens[claim].head]
    subject = tree.child(above.index, "nsubjpass")
    nobody = subject is not None and tree.tokens[subject].text.lower() == "it"
    return tree.tokens[claim].dep == "ccomp" and nobody and above.lemma in _SURE and asserted(tree, claim)


def _joined_claims(tree: Tree, claim: int) -> Iterator[int]:
    """Further predicates of what is reported that share its subject."""
    for other in tree.offspring(claim, "conj"):
        own = tree.child(other, "nsubj", "nsubjpass", "expl")
        verbal = tree.tokens[other].pos in {"VERB", "AUX"}
        if verbal and own is None and _tensed(tree, other) and not _elliptical(tree, claim, other):
            yield other


def _said_in_passing(tree: Tree, verb: int) -> int | None:
    """The reporting verb of a ", doctors said," put into the clause."""
    for other in tree.offspring(verb, "parataxis", "ccomp", "conj"):
        speaker = tree.child(other, "nsubj")
        if speaker is None or tree.tokens[other].lemma not in word_list("en/reporting_verbs.txt"):
            continue
        # ", warns the bank": joined to the verb by the parser, with its subject behind it.
        inverted = tree.tokens[other].dep != "conj" or speaker > other or _only_says(tree, verb, other)
        if tree.tokens[other].dep == "parataxis" and tree.comma_text(other) == ":":
            continue
        if inverted and other > verb and len(tree.subtree(other)) <= 12 and tree.comma_before(other):
            return other
    return None


def _only_says(tree: Tree, verb: int, other: int) -> bool:
    """ "..., a former clerk alleges in a lawsuit": joined by the parser without an "and", and nothing else is said."""
    joined = any(verb < i < other for i in tree.offspring(verb, "cc"))
    return not joined and tree.child(other, "dobj", "ccomp", "xcomp", "attr", "acomp", "neg") is None


def _elliptical(tree: Tree, verb: int, other: int) -> bool:
    """A predicate whose auxiliary stands only with the first: "31 were killed and 80 wounded"."""
    if any(tree.offspring(other, "aux", "auxpass")):
        return False
    return tree.child(verb, "auxpass") is not None or not tree.parallel(verb, other)


def asserted(tree: Tree, claim: int) -> bool:
    """Whether what a verb reports is told as so: no question, and no denial or doubt in the reporting."""
    mark = tree.child(claim, "mark")
    opener = tree.tokens[mark].text.lower() if mark is not None else "that"
    asks = any(tree.tokens[i].tag in {"WRB", "WP", "WDT"} for i in tree.children[claim])
    governor = tree.tokens[claim].head
    doubtful = any(
        tree.tokens[i].dep == "neg" or tree.tokens[i].tag == "MD"
        for i in tree.offspring(governor, "neg", "aux")
    )
    return opener == "that" and not asks and not doubtful


def _tensed(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].tag in {"VBD", "VBZ", "VBP"} or any(tree.offspring(verb, "aux", "auxpass"))


def _finite(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    if tree.child(verb, "aux", "auxpass") is not None:
        return not any(tree.tokens[a].tag == "TO" for a in tree.offspring(verb, "aux"))
    if token.tag == "VBN" and _only_participle(token):
        # "patients given the drug recovered": no past form at all.
        return False
    if token.tag in {"VBN", "VBD"} and tree.child(verb, "agent") is not None:
        # "messages stopped by the firm": a passive without its auxiliary is no main clause.
        return False
    # "the figure found guilty", "a pup believed to have died": reduced passives as well.
    framed = token.lemma in _PASSIVE_FRAMES and (
        tree.child(verb, "oprd", "xcomp", "acomp") is not None
        # "the gunman shot dead at the gate had fired first"
        or any(tree.tokens[i].text == "dead" for i in tree.children[verb])
    )
    if framed and token.tag in {"VBN", "VBD"} and tree.child(verb, "dobj", "ccomp") is None:
        return False
    # The tagger takes past forms for participles; with a subject and no auxiliary it is the past.
    return token.tag in {"VBD", "VBZ", "VBP", "VBN", "MD"}


def _only_participle(token: Token) -> bool:
    """Whether a form is never the past: "given", "taken", not "led" or "closed"."""
    form = token.text.lower()
    irregular = not form.endswith("ed") and inflect(token.lemma, "VBN") == form
    return irregular and inflect(token.lemma, "VBD") != form
