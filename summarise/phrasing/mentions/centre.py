"""Of whom a story goes on to speak: the person in its centre, taken up as "he" or "she" although others were named.

Centering (Grosz, Joshi & Weinstein 1995) in three strict forms. A sentence goes on with the subject of the one before
(`_onward`), a clause with the subject above it (`_above`), a story that knows but one man with that man (`_alone`).
Whoever else stands near must stand lower: in no argument's place, or without a name, or named less often.
"""

from collections.abc import Sequence

from ...model import Token
from ...resources import word_list
from ..tree import Tree
from .name import Phrase, cited
from .phrases import PAIR, ROW, doer, speaks
from .reach import ARGUMENTS, speech, subjects_above
from .registers import Sex

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FAR = 2  # sentences before
# Where somebody without a name may be meant as well.
_PLACES = ARGUMENTS | {"owner"}


def centre(tree: Tree, at: int, sex: Sex, story: Sequence[Phrase]) -> Phrase | None:
    """The person in the centre of the story whom a subject "he" or "she" goes on with.

    Args:
        tree: the sentence of the pronoun.
        at: its token.
        sex: "he" or "she".
        story: the phrases before it.
    """
    token = tree.tokens[at]
    if token.dep not in _SUBJECTS:
        return None
    other = {p.who for p in story if p.sex is not None and p.sex != sex}
    people = [p for p in story if p.who not in other and _somebody(p, sex)]
    here = tree.sentence.index
    own = [p for p in people if p.sentence == here and not _merely(tree, p)]
    before = [p for p in people if p.sentence == here - 1]
    if any(_open(p) and p.role in ARGUMENTS and p.noun in {"him", "her"} for p in own):
        # "They paid him for all that he had": whoever "him" is.
        return None
    told = _told_of(tree, token)
    chosen = (
        _above(tree, at, sex, own, before, people)
        or _onward(tree, token, sex, [p for p in own if p.head not in told], before, people)
        or _alone(tree, sex, own, people, story)
    )
    if chosen is None or _named_behind(tree, at, chosen) or _other_before(chosen, people):
        return None
    if speech(tree) and not speaks(tree, token) and any(p.speaks and p.who == chosen.who for p in before):
        # "Ada was ill, Holm says. I thought she slept.": who speaks is not spoken of.
        return None
    return chosen


def _other_before(chosen: Phrase, people: Sequence[Phrase]) -> bool:
    """ "She stood up, says Holm. She ...": whoever "she" is, she was spoken of before Holm was named."""
    row = [p for p in people if p.sentence == chosen.sentence and p.head < chosen.head]
    return chosen.speaks and any(_open(p) and p.role == "subject" for p in row)


def _named_behind(tree: Tree, at: int, chosen: Phrase) -> bool:
    """ "She hit the line, Holm said": whom the sentence names later, it would have named first."""
    start, end = tree.tokens[at].start, tree.sentence.end
    return chosen.name is not None and any(start < m.start < end for m in chosen.name.mentions)


def overshadowed(tree: Tree, chosen: Phrase, sex: Sex, story: Sequence[Phrase]) -> bool:
    """Whether a story that has told of one person names the other by the way: "Reed lost to Cole. He was glad."."""
    if chosen.role == "subject" or chosen.sentence == tree.sentence.index:
        return False
    told = {p.who for p in story if p.main and p.name is not None and p.sex == sex and p.who != chosen.who}
    return any(_weight(story, who) > _weight(story, chosen.who) for who in told)


def _somebody(phrase: Phrase, sex: Sex) -> bool:
    """Whether a phrase may be a person of that sex."""
    if phrase.number == "many" or cited(phrase.name):
        return False
    if phrase.sort == "person" or phrase.sex == sex:
        return True
    if phrase.name is None:
        return phrase.role == "subject" and phrase.sort == "unknown" and doer(phrase.noun)
    # A capitalised word in passing is rarely a person.
    return phrase.name.personal and (phrase.role in ARGUMENTS or " " in phrase.name.text)


def _merely(tree: Tree, phrase: Phrase) -> bool:
    """ "As a child", "became a director": nobody new."""
    if phrase.name is not None:
        return False
    governor = tree.tokens[tree.tokens[phrase.head].head]
    return governor.text.lower() == "as" or governor.lemma in {"become", "fall"}


def _told_of(tree: Tree, token: Token) -> frozenset[int]:
    """The tokens of what a pronoun's verb reports before it: "Holm won, he said" is not said by Holm."""
    if tree.tokens[token.head].lemma not in word_list("en/reporting_verbs.txt"):
        return frozenset()
    told = tree.child(token.head, "ccomp")
    return frozenset(tree.subtree(told)) if told is not None and told < token.index else frozenset()


def _open(phrase: Phrase) -> bool:
    """A pronoun that nobody could resolve."""
    return phrase.name is None and phrase.noun in {"he", "she", "him", "her", "his"}


def _sure(phrase: Phrase, sex: Sex) -> bool:
    """Whether the story or a list says that somebody is a person of that sex, or a person at least."""
    return phrase.sex == sex or (phrase.sex is None and phrase.sort == "person")


def _slight(phrase: Phrase) -> bool:
    """A capitalised word of which nothing says that it is a person, or one beside a noun: "Boyzone singer"."""
    if phrase.name is None or phrase.sex is not None:
        return False
    return phrase.role == "part" or (phrase.sort == "unknown" and len(phrase.name.mentions) == 1)


def _weight(row: Sequence[Phrase], who: int) -> int:
    return sum(p.who == who for p in row)


def _above(
    tree: Tree, at: int, sex: Sex, own: Sequence[Phrase], before: Sequence[Phrase], people: Sequence[Phrase]
) -> Phrase | None:
    """ "Holm fell as she ran", "Holm says she fell": the subject above, where nobody else in the sentence is named."""
    by_head = {p.head: p for p in own}
    subjects = [i for i in [*subjects_above(tree, at), *_fronted(tree, at)] if i in by_head]
    if not subjects:
        return None
    chosen = by_head[subjects[0]]
    if _open(chosen):
        return chosen
    if not _sure(chosen, sex) or chosen.quoted or any(_joined(p, chosen) for p in own):
        return None
    others = [p for p in own if p.who != chosen.who and not _open(p)]
    if any((p.name is not None and not _slight(p)) or p.role in _PLACES for p in others):
        return None
    rivals = [p for p in before if p.who != chosen.who and not _open(p) and not _slight(p)]
    if not rivals:
        return chosen
    known = any(p.who == chosen.who for p in before)
    if known:
        most = max(_weight(people, p.who) for p in rivals)
        return chosen if _weight(people, chosen.who) > most else None
    reported = tree.tokens[tree.tokens[at].head].dep in {"ccomp", "xcomp"}
    if reported or any(p.role == "subject" for p in rivals):
        return None
    return chosen


def _fronted(tree: Tree, at: int) -> list[int]:
    """ "When Holm came, she ...": the subject of a clause in front."""
    verb = tree.tokens[at].head
    clauses = [i for i in tree.offspring(verb, "advcl") if i < at]
    return [i for clause in clauses if (i := tree.child(clause, *_SUBJECTS)) is not None]


def _joined(row: Phrase, phrase: Phrase) -> bool:
    return row.noun in {PAIR, ROW} and row.head == phrase.head


def _onward(
    tree: Tree,
    token: Token,
    sex: Sex,
    own: Sequence[Phrase],
    before: Sequence[Phrase],
    people: Sequence[Phrase],
) -> Phrase | None:
    """ "Holm met Vane's wife. She ...": the main subject of the sentence before, where nobody else weighs as much."""
    if any(not _open(p) for p in own):
        return None
    main = [p for p in before if p.main and (p.name is not None or _open(p))]
    if len({p.who for p in main}) != 1:
        return None
    chosen = main[-1]
    if _open(chosen):
        return chosen
    if any(
        _open(p) and (p.noun in {"him", "her"} or p.head < chosen.head) for p in before if p.role in ARGUMENTS
    ):
        # "Vane called him a giant. He ...", "He knew, Vane says. He ...": whoever that is, Vane is not.
        return None
    rivals = [p for p in before if p.who != chosen.who and not _open(p) and not _slight(p)]
    if not _sure(chosen, sex) and (rivals or not _likely(chosen)):
        return None
    if token.head != tree.root and any(p.role in ARGUMENTS for p in rivals):
        return None
    if speaks(tree, token) and any(p.speaks for p in before):
        # "An official said of Holm that ... He added": who speaks goes on speaking.
        return chosen if chosen.speaks else None
    weight = _weight(people, chosen.who)
    for rival in rivals:
        if rival.name is not None and (rival.role in ARGUMENTS or _weight(people, rival.who) >= weight):
            return None
    return chosen


def _likely(phrase: Phrase) -> bool:
    """Whether a name of which the story says nothing looks like a person's and comes again."""
    name = phrase.name
    if name is None or phrase.speaks:
        # "The Lund Echo reports": a paper may be called anything.
        return False
    return phrase.sort == "unknown" and name.personal and len(name.mentions) > 1 and " " in name.text


def _alone(
    tree: Tree, sex: Sex, own: Sequence[Phrase], people: Sequence[Phrase], story: Sequence[Phrase]
) -> Phrase | None:
    """The only person of that sex with a name near, of whom the story has told more than of any other."""
    here = tree.sentence.index
    named = [p for p in people if p.name is not None and here - p.sentence <= _FAR]
    last = [p for p in named if p.sentence == named[-1].sentence or p.sentence >= here - 1]
    if len({p.who for p in last}) != 1 or not _sure(last[-1], sex) or all(p.quoted for p in last):
        return None
    chosen = last[-1]
    weight = _weight(people, chosen.who)
    if any(_weight(people, p.who) >= weight for p in people if p.name is not None and p.who != chosen.who):
        return None
    near = [p for p in [*people, *own] if p.sentence >= chosen.sentence and p.who != chosen.who]
    if any(not _open(p) and (p.name or p.role in _PLACES) for p in near):
        return None
    # "A friend of Vane's cheated women he knew": who is named by the way is not whom the sentence tells of.
    by_the_way = chosen.sentence == here and chosen.role in {"other", "part"}
    return None if by_the_way and any(_unknown(p) for p in story if p.sentence == here) else chosen


def _unknown(phrase: Phrase) -> bool:
    """A main subject of which no list says whether it is somebody."""
    return phrase.main and phrase.name is None and phrase.number == "one" and phrase.sort == "unknown"
