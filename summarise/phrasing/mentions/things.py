"""What "it" and "its" stand for."""

from collections.abc import Sequence

from ...model import Token
from ...ranking.discourse.pronouns import EXPLETIVE
from ..tree import Tree, is_time
from .matters import matter
from .name import Phrase, cited
from .reach import ARGUMENTS, near, speech, subjects_above
from .registers import acts


def thing(tree: Tree, at: int, story: Sequence[Phrase]) -> Phrase | None:
    """The organisation or state before it in `story` that "it" or "its" means; None unless only one can be meant."""
    token = tree.tokens[at]
    verb = tree.tokens[token.head]
    if token.dep == "expl" or EXPLETIVE.match(_rest(tree, at)) or _empty(tree, at):
        return None
    if (verb.tag == "VB" and _infinitive(tree, verb)) or _small(tree, verb) or speech(tree):
        # "does not expect it to cost much", "made it known": a matter, not a firm.
        return None
    meant = _only(tree, at, story)
    if meant is not None or (verb.dep == "ccomp" and verb.lemma in _STATES and not _minded(tree, verb)):
        # "Petrovia insists it is due to demand": a matter may be that as well.
        return meant
    return matter(tree, at, story)


def _only(tree: Tree, at: int, story: Sequence[Phrase]) -> Phrase | None:
    """The one that is left when all that does not fit is struck out."""
    token = tree.tokens[at]
    verb = tree.tokens[token.head]
    here = tree.sentence.index
    fitting = [p for p in near(tree, story) if _fits_thing(p)]
    own = [p for p in fitting if p.sentence == here]
    if token.dep == "poss" and own:
        return _own_thing(tree, at, own)
    does = token.dep == "nsubj" and acts(verb.lemma)
    if own:
        return _speaker(tree, verb, own) if does or _reported(tree, verb) else _only_subject(own)
    if does:
        fitting = [p for p in fitting if _acts_here(p)]
    main = [p for p in fitting if p.main and (does or _acting(p))]
    if not main or token.dep not in {"nsubj", "nsubjpass", "poss"}:
        return None
    return main[-1] if len({p.who for p in fitting}) == 1 else None


def _only_subject(own: Sequence[Phrase]) -> Phrase | None:
    """The one thing of a sentence, if it is an organisation and the subject."""
    subject = [p for p in own if p.role == "subject" and _acting(p)]
    return subject[-1] if subject and len({p.who for p in own}) == 1 else None


def _speaker(tree: Tree, verb: Token, own: Sequence[Phrase]) -> Phrase | None:
    """ "Ruritania said it would open its border": who speaks, if nobody else in the sentence acts."""
    acting = [p for p in own if _acts_here(p)]
    subjects = [p for p in acting if p.role == "subject"]
    if len({p.who for p in acting}) != 1 or not subjects:
        return None
    if verb.lemma in _STATES and not _minded(tree, verb):
        # "said it remains healthy": trade may do that as well.
        return None
    reported = tree.tokens[verb.head].index if verb.dep == "ccomp" else None
    speakers = set(tree.offspring(reported, "nsubj")) if reported is not None else set()
    if speakers and speakers.isdisjoint(p.head for p in acting):
        # "Sue Essex said it was a good deal": not what she leads.
        return None
    return subjects[-1]


def _own_thing(tree: Tree, at: int, own: Sequence[Phrase]) -> Phrase | None:
    """ "Serbia has made its first arrests": the subject of the same verb, where nobody else in the sentence owns."""
    owners = [p for p in own if _acting(p) or p.name is not None]
    if len({p.who for p in owners}) != 1 or _set_apart(tree, at):
        return None
    return owners[-1] if subjects_above(tree, at)[:1] == [owners[-1].head] else None


def _set_apart(tree: Tree, at: int) -> bool:
    """ "showed people celebrating its return", "is a firm on its list": somebody else may be the owner."""
    path = [at, *tree.path_up(at)]
    subject = next(
        (n for n, i in enumerate(path) if tree.child(i, "nsubj", "nsubjpass") is not None), len(path)
    )
    return any(tree.tokens[i].dep in {"acl", "relcl", "attr"} for i in path[:subject])


def _acts_here(phrase: Phrase) -> bool:
    """Who may do what only organisations and states do; a place in passing ("in Marseille") does nothing."""
    if phrase.sort == "place":
        return phrase.role in ARGUMENTS
    return phrase.sort == "organisation" or phrase.name is not None


def _infinitive(tree: Tree, verb: Token) -> bool:
    return any(tree.tokens[i].tag == "TO" for i in tree.offspring(verb.index, "aux"))


def _small(tree: Tree, verb: Token) -> bool:
    """ "Made it known", "helps it grow": a clause without a verb that has a tense."""
    finite = verb.tag in {"VBD", "VBZ", "VBP", "MD"} or tree.child(verb.index, "aux", "auxpass") is not None
    return verb.dep in {"ccomp", "xcomp"} and not finite


def _reported(tree: Tree, verb: Token) -> bool:
    """Whether a clause is what somebody says: "Ruritania said it would open its border"."""
    return verb.dep == "ccomp" and acts(tree.tokens[verb.head].lemma)


def _rest(tree: Tree, at: int) -> str:
    return tree.sentence.text[tree.tokens[at].start - tree.sentence.start :].lower()


def _empty(tree: Tree, at: int) -> bool:
    """ "It is Smith who ...", "it is hard to say", "it was common practice to ...": nothing before is meant."""
    token = tree.tokens[at]
    verb = tree.tokens[token.head]
    if verb.lemma in _IDIOMS:
        # "When it comes to jobs", "it depends on whom you ask", "as it happens".
        return True
    if token.dep not in {"nsubj", "nsubjpass"} or verb.lemma not in _LINKS:
        return False
    clauses = ("ccomp", "xcomp", "csubj", "advcl", "relcl", "acl")
    below = [verb.index, *tree.offspring(verb.index, "attr", "acomp", "oprd")]
    if any(is_time(tree, i) for i in below[1:]):
        # "It was another bad day for retailers."
        return True
    if _minded(tree, verb):
        return False
    return any(tree.child(i, *clauses) is not None for i in below)


def _minded(tree: Tree, verb: Token) -> bool:
    return any(tree.tokens[i].lemma.lower() in _MINDS for i in tree.offspring(verb.index, "acomp", "attr"))


_IDIOMS = frozenset({"come", "depend", "happen"})
_STATES = frozenset("be remain stay seem appear become look".split())
# What only somebody is: "it was confident that ...".
_MINDS = frozenset(
    "confident aware sure happy pleased ready willing keen able unable determined committed optimistic concerned"
    " delighted disappointed proud".split()
)
_LINKS = frozenset("be seem appear become take look mean sound feel make".split())


def _fits_thing(phrase: Phrase) -> bool:
    if phrase.role == "part" and (phrase.name is None or phrase.sort == "place"):
        return False
    if cited(phrase.name):
        return False
    return phrase.number != "many" and phrase.sort != "person"


def _acting(phrase: Phrase) -> bool:
    """An organisation, a state, or a name that comes often enough to be one."""
    return phrase.sort in {"organisation", "place"} or (
        phrase.name is not None and len(phrase.name.mentions) > 1
    )
