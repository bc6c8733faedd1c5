"""Whom or what a pronoun stands for."""

from collections.abc import Sequence

from ...resources import word_list
from ..tree import Tree
from .centre import centre, overshadowed
from .name import Phrase, cited
from .phrases import doer, speaks
from .reach import ARGUMENTS, joined, near, speech, subjects_above
from .registers import Sex
from .several import several
from .things import thing

_PERSON: dict[str, Sex] = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_THING = frozenset({"it", "its"})
_MANY = frozenset({"they", "them", "their"})
PRONOUNS = frozenset(_PERSON) | _THING | _MANY
_BACK = 2  # sentences before


def sex_of(word: str) -> Sex | None:
    """ "he" or "she" for the pronouns of persons."""
    return _PERSON.get(word.lower())


def antecedent(tree: Tree, at: int, story: Sequence[Phrase]) -> Phrase | None:
    """The phrase before it in `story` that a pronoun means; None unless only one can be meant."""
    low = tree.tokens[at].text.lower()
    if at in tree.quoted or low not in PRONOUNS:
        return None
    if low in _PERSON:
        meant = _person(tree, at, _PERSON[low], story) or centre(tree, at, _PERSON[low], story)
    else:
        meant = (
            thing(tree, at, story) if low in _THING else _group(tree, at, story) or several(tree, at, story)
        )
    if meant is None or _named_below(tree, at, meant) or _fronted(tree, at, meant):
        return None
    return meant


def _fronted(tree: Tree, at: int, meant: Phrase) -> bool:
    """ "In his book, Ed Catmull tells ...": before its main clause a pronoun may look forward."""
    root = tree.root
    told = tree.child(root, "ccomp")
    if told is not None and told < root and tree.tokens[root].lemma in word_list("en/reporting_verbs.txt"):
        # "X left after he lost, Y reports."
        root = told
    subject = tree.child(root, "nsubj", "nsubjpass")
    if meant.sentence == tree.sentence.index or subject is None or subject <= at:
        return False
    return at not in tree.subtree(subject) and tree.tokens[subject].tag not in {"PRP", "EX", "NNS"}


def _named_below(tree: Tree, at: int, meant: Phrase) -> bool:
    """ "He says Clash flew him out": a pronoun is not whom its own clause names behind it (Hobbs 1978, binding)."""
    token = tree.tokens[at]
    if meant.name is None or token.dep not in {"nsubj", "nsubjpass"}:
        return False
    below = [tree.tokens[i] for i in tree.subtree(token.head) if i > at]
    return any(m.start <= t.start < m.end for t in below for m in meant.name.mentions)


def _person(tree: Tree, at: int, sex: Sex, story: Sequence[Phrase]) -> Phrase | None:
    for back in range(1, _BACK + 1):
        fitting = [p for p in near(tree, story, back) if _fits_person(p, sex)]
        if fitting:
            break
    else:
        return None
    if any(p.sort == "person" for p in fitting):
        # A capitalised word in passing is rarely a person.
        fitting = [p for p in fitting if p.sort == "person" or p.role in ARGUMENTS or p.sex == sex]
    chosen = fitting[-1]
    if len({p.who for p in fitting}) > 1:
        return _own_subject(tree, at, sex, fitting, story)
    if chosen.name is None and (back > 1 or chosen.noun in _ANYBODY):
        # Somebody without a name is not taken up over a sentence.
        return None
    if all(p.quoted for p in fitting) or not _telling(fitting) or _bound(tree, at, chosen):
        return None
    if chosen.name is None and any(joined(chosen, p) for p in story):
        # Either may be meant, whatever we know of vets.
        return None
    if chosen.sort != "person" and not any(p.role == "subject" for p in fitting):
        return None
    return None if overshadowed(tree, chosen, sex, story) else chosen


_ANYBODY = frozenset({"person", "stranger", "individual", "other"})


def _fits_person(phrase: Phrase, sex: Sex) -> bool:
    if phrase.number == "many" or (phrase.sex and phrase.sex != sex):
        return False
    if phrase.sort == "person":
        return True
    if phrase.name is None:
        # "The ex-Marine", "the busker": a doer that no list knows may be meant.
        return phrase.role == "subject" and phrase.sort == "unknown" and doer(phrase.noun)
    return phrase.name.personal and (phrase.role != "part" or phrase.name.sex == sex)


def _own_subject(
    tree: Tree, at: int, sex: Sex, fitting: Sequence[Phrase], story: Sequence[Phrase]
) -> Phrase | None:
    """ "Smith said he would go": the only person of this sentence, subject of a verb above, over nameless ones before.

    "Smith scored his first goal": whoever was named before, the owner is the subject of the same verb.
    """
    here = tree.sentence.index
    own = [p for p in fitting if p.sentence == here and (p.sort == "person" or p.role == "subject")]
    if not own:
        return _topic(tree, at, sex, fitting)
    if len({p.who for p in own}) != 1 or own[-1].sort != "person":
        return None
    chosen = own[-1]
    subjects = subjects_above(tree, at)
    if tree.tokens[at].dep == "poss" and subjects[:1] == [chosen.head]:
        return chosen
    known = any(p.who == chosen.who and p.sentence < here for p in story)
    if not known and _told_of_another(tree, at, own[0], fitting):
        return None
    rivals = [p for p in fitting if p.who != chosen.who and (p.name is not None or p.noun in PRONOUNS)]
    return chosen if chosen.sex == sex and chosen.head in subjects and not rivals else None


def _told_of_another(tree: Tree, at: int, chosen: Phrase, fitting: Sequence[Phrase]) -> bool:
    """ "A man was held. Sheriff Reed said he was drunk.": a new speaker may speak of the man."""
    verbs = [tree.tokens[tree.tokens[at].head], *(tree.tokens[i] for i in tree.path_up(at))]
    reported = any(verb.dep == "ccomp" and tree.tokens[chosen.head].head == verb.head for verb in verbs)
    return reported and any(
        p.main and p.sentence < tree.sentence.index for p in fitting if p.who != chosen.who
    )


def _topic(tree: Tree, at: int, sex: Sex, fitting: Sequence[Phrase]) -> Phrase | None:
    """ "Nancy Hill died at home, her manager said. She was 81.": the named subject, over people without a name."""
    if tree.tokens[at].dep not in {"nsubj", "nsubjpass"} or tree.tokens[at].head != tree.root:
        return None
    named = {p.who for p in fitting if p.name is not None or p.noun in PRONOUNS}
    main = [p for p in fitting if p.main and p.name is not None and p.sex == sex]
    if speaks(tree, tree.tokens[at]) and main and any(p.speaks and p.who != main[-1].who for p in fitting):
        # "Marlow will play, the coach said. He added ..."
        return None
    return main[-1] if len(named) == 1 and main else None


def _bound(tree: Tree, at: int, phrase: Phrase) -> bool:
    """ "Smith told him": an object is somebody else than the subject of its verb."""
    token = tree.tokens[at]
    if phrase.sentence != tree.sentence.index or token.dep not in {"dobj", "dative", "pobj"}:
        return False
    governor = tree.tokens[token.head]
    verb = governor.index if token.dep != "pobj" else governor.head
    return tree.child(verb, "nsubj", "nsubjpass") == phrase.head


def _telling(row: Sequence[Phrase]) -> bool:
    """Whether a name or a subject is meant: a noun mentioned by the way is rarely taken up."""
    return any(p.name is not None or p.role == "subject" or p.introduced for p in row)


def _group(tree: Tree, at: int, story: Sequence[Phrase]) -> Phrase | None:
    here = tree.sentence.index
    reach = near(tree, story)
    if speech(tree) or any(t.text.lower() in _NAMELESS and t.pos == "PRON" for t in tree.tokens[:at]):
        # "Those who need their fix"
        return None
    fitting = [p for p in reach if _fits_group(p)]
    chosen = [p for p in fitting if p.role == "subject" and _many(p)]
    if len({p.who for p in fitting}) != 1 or not chosen:
        return None
    last = chosen[-1]
    if len({p.who for p in reach if p.number == "one" and p.sort == "person" and not joined(p, last)}) > 1:
        # Two people named apart may be "they" as well.
        return None
    return last if last.sentence == here or last.main else None


_NAMELESS = frozenset(
    "those these both others many some all few several most everyone everybody anyone who".split()
)


def _many(phrase: Phrase) -> bool:
    """People, an organisation, or a name that is taken for one."""
    return phrase.sort in {"person", "organisation"} or phrase.name is not None


def _fits_group(phrase: Phrase) -> bool:
    if phrase.number == "many":
        return True
    if cited(phrase.name):
        return False
    group = phrase.number == "either" or (phrase.name is not None and phrase.sort == "unknown")
    return group and (phrase.role in ARGUMENTS or phrase.sort == "organisation")
