"""Whom or what "the company", "the Liverpool midfielder" or "the pair" stands for."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from ...model import Token
from ..tree import Tree
from .described import described
from .firms import firm
from .name import Name, Phrase, cited
from .phrases import PAIR, is_aged, is_person, role_of, word_at
from .registers import (
    demonyms,
    offices,
    organisation_nouns,
    plain_people,
    sex_of_title,
    stands_apart,
    wide_nouns,
)

_PAIRS = frozenset({"pair", "couple", "duo"})


# Firms and clubs are often called nothing before "the company"; a ministry or a union is one by its name.
_PLAIN_KINDS = frozenset({"business", "sport"})
_VAGUE = frozenset({"group", "body", "operator", "giant", "agency"})


# Last words of names that are neither somebody nor a firm.
_EVENTS = frozenset(
    "cup open games championship championships trophy slam prize award awards tour festival final finals act bill"
    " treaty plan project programme program report review street road square day week war scheme series show".split()
)


def definite(tree: Tree, head: int, story: Sequence[Phrase]) -> Phrase | None:
    """The phrase before it in `story` that a definite noun phrase means; None unless only one can be meant."""
    token = tree.tokens[head]
    if not is_definite(tree, head) or head in tree.quoted:
        return None
    noun = word_at(tree, head)
    if noun in _PAIRS:
        return _pair(tree, story) if not _modifiers(tree, head) else None
    if token.tag not in {"NN", "NNP"} and not is_aged(tree, head):
        return None
    if noun in organisation_nouns():
        return _organisation(tree, head, noun, story) or firm(tree, head, noun, story)
    called = any(p.name is not None and p.sort == "person" and noun in p.name.nouns for p in story)
    if called or is_person(tree, head):
        return _person(tree, head, noun, story)
    return None


def is_definite(tree: Tree, head: int) -> bool:
    """Whether a noun phrase points back: "the firm", "the world's biggest airline"; no "the firm that ..."."""
    token = tree.tokens[head]
    if token.dep in {"appos", "attr", "compound", "nmod", "npadvmod"} or token.tag in {"NNPS", "PRP"}:
        return False
    small = token.text == token.text.lower() or token.text[0].isdigit()
    if not small and token.text.lower() not in offices():
        return False
    determiner = tree.child(head, "det")
    if determiner is not None:
        if tree.tokens[determiner].text.lower() != "the":
            return False
    else:
        owner = tree.child(head, "poss")
        superlative = any(tree.tokens[i].tag in {"JJS", "RBS"} for i in tree.subtree(head) if i < head)
        if owner is None or not superlative or tree.tokens[owner].tag.startswith("PRP"):
            return False
    aged = is_aged(tree, head)
    if any(stands_apart(t.text.lower()) or (t.tag == "CD" and not aged) for t in _modifiers(tree, head)):
        return False
    return not any(_restricts(tree, i) for i in tree.children[head] if i > head)


def _restricts(tree: Tree, child: int) -> bool:
    token = tree.tokens[child]
    if token.dep in {"case", "punct"}:
        return False
    # ", which flies to ..." tells more of it; "that flies to ..." tells which one.
    return not (token.dep in {"relcl", "acl"} and tree.comma_before(child))


def _modifiers(tree: Tree, head: int) -> list[Token]:
    return [
        tree.tokens[j]
        for i in tree.children[head]
        if i < head and tree.tokens[i].dep not in {"det", "punct"}
        for j in tree.subtree(i)
        if tree.tokens[j].dep not in {"det", "case", "punct"}
    ]


def _by_bearer(story: Iterable[Phrase]) -> dict[int, list[Phrase]]:
    found: dict[int, list[Phrase]] = {}
    for phrase in story:
        found.setdefault(phrase.who, []).append(phrase)
    return found


def _nouns(row: Sequence[Phrase]) -> frozenset[str]:
    """What a bearer was called in the story before."""
    own = frozenset(p.noun for p in row if p.name is None)
    return own.union(*(p.name.nouns for p in row if p.name is not None))


def _organisation(tree: Tree, head: int, noun: str, story: Sequence[Phrase]) -> Phrase | None:
    token = tree.tokens[head]
    before = tree.child(head, "compound")
    forms = {noun} if before is None else {noun, tree.tokens[before].lemma.lower() + noun}
    sport = "sport" in wide_nouns().get(noun, frozenset({organisation_nouns()[noun]}))
    bearers = {
        who: row
        for who, row in _by_bearer(story).items()
        if any(_may_be_organisation(p) or (sport and _plays(p)) for p in row)
        and not any(p.quoted for p in row[-1:])
    }
    if any(p.noun == noun and p.number == "many" for p in story):
        return None
    called = [who for who, row in bearers.items() if forms & _nouns(row)]
    kinds = wide_nouns().get(noun, frozenset())
    if len(called) == 1:
        chosen = called[0]
    elif called:
        return None
    else:
        own = organisation_nouns()[noun]
        if not kinds and own not in _PLAIN_KINDS:
            return None
        plain = own in _PLAIN_KINDS and noun not in _VAGUE
        typed = [
            who for who, row in bearers.items() if kinds and _fits(_nouns(row), kinds, True) and _kinds(row)
        ]
        chosen_row = typed or [who for who, row in bearers.items() if plain and not _kinds(row)]
        if len(chosen_row) != 1:
            return None
        chosen = chosen_row[0]
        if not _known_well(bearers, chosen) or not _plain_mention(tree, head):
            return None
    row = bearers[chosen]
    rivals = [
        who
        for who, other in bearers.items()
        if who != chosen
        and _fits(_nouns(other), kinds or frozenset({organisation_nouns()[noun]}), True)
        and (sport or not called or other[-1].span > row[-1].span)
        and (
            _kinds(other)
            or not _kinds(row)
            or (_prominent(other) and not called)
            or _organised(other)
            or sport
        )
    ]
    if rivals or tree.sentence.index - row[-1].sentence > 2:
        return None
    if row[0].name is None and not {t.text.lower() for t in _modifiers(tree, head)} <= _words(row):
        return None
    foreign = {t.text for t in _modifiers(tree, head)} & demonyms()
    if foreign and len(bearers) > 1 and not _from_there(row, foreign):
        # "the French firm", of a story with two
        return None
    return row[-1] if token.start > row[-1].span.end else None


def _may_be_organisation(phrase: Phrase) -> bool:
    if phrase.name is None:
        return phrase.sort == "organisation" and phrase.number != "many"
    if cited(phrase.name):
        return False
    last = phrase.name.text.rsplit(" ", 1)[-1].lower()
    if phrase.sort == "unknown" and last in _EVENTS:
        return False
    return phrase.sort in {"organisation", "unknown"}


def _plays(phrase: Phrase) -> bool:
    """A town or a country may be its team."""
    return phrase.sort == "place" and phrase.role in {"subject", "object"}


def _kinds(row: Sequence[Phrase]) -> frozenset[str]:
    return frozenset(organisation_nouns()[n] for n in _nouns(row) if n in organisation_nouns())


def _from_there(row: Sequence[Phrase], foreign: AbstractSet[str]) -> bool:
    """Whether the story has said before that somebody is French."""
    return any(
        foreign & p.name.beside if p.name is not None else foreign & {w.title() for w in p.words} for p in row
    )


def _plain_mention(tree: Tree, head: int) -> bool:
    """Whether a noun that the story has not used before may take up a name: "the firm said", no "the defence team"."""
    if (
        any(tree.tokens[i].tag == "NN" for i in tree.offspring(head, "compound"))
        and tree.child(head, "poss") is None
    ):
        return False
    return role_of(tree, tree.tokens[head]) in {"subject", "owner"}


def _known_well(bearers: Mapping[int, Sequence[Phrase]], chosen: int) -> bool:
    """Whether a story is about an organisation: it did something, or it is the only one and named often."""
    row = bearers[chosen]
    if any(p.role == "subject" for p in row):
        return True
    name = row[0].name
    return len(bearers) == 1 and name is not None and (name.sort == "organisation" or len(name.mentions) > 2)


def _prominent(row: Sequence[Phrase]) -> bool:
    """Whether a name nobody calls anything may all the same be the organisation that is meant."""
    return any(p.role == "subject" or p.sort == "organisation" for p in row)


def _organised(row: Sequence[Phrase]) -> bool:
    return any(p.sort == "organisation" for p in row)


def _fits(nouns: frozenset[str], kinds: frozenset[str], wide: bool) -> bool:
    """Whether what was called so may be called by a word of these kinds; what was called nothing may be anything."""
    known = {organisation_nouns()[n] for n in nouns if n in organisation_nouns()}
    return not known or (wide and bool(known & kinds))


def _person(tree: Tree, head: int, noun: str, story: Sequence[Phrase]) -> Phrase | None:
    modifiers = _modifiers(tree, head)
    sex = sex_of_title(noun)
    bearers = {
        who: row
        for who, row in _by_bearer(story).items()
        if any(_may_be_person(p) for p in row)
        and not (sex and any(p.sex and p.sex != sex for p in row))
        and not any(p.number == "many" for p in row)
    }
    if any(p.number == "many" and p.sort == "person" and p.noun in {noun, f"{noun}s"} for p in story):
        return None
    called = [who for who, row in bearers.items() if noun in _nouns(row)]
    here = tree.sentence.index
    if len(called) == 1:
        row = bearers[called[0]]
        if row[0].name is not None and not _same_office(row[0].name, modifiers, len(bearers) == 1):
            return described(tree, head, noun, story)
        if row[0].name is None and not {t.text.lower() for t in modifiers} <= _words(row):
            return None
        return row[-1] if here - row[-1].sentence <= 3 else None
    return None if called else _plainly(tree, head, noun, bearers) or described(tree, head, noun, story)


def _plainly(tree: Tree, head: int, noun: str, bearers: Mapping[int, Sequence[Phrase]]) -> Phrase | None:
    """ "The striker", "the 24-year-old": the only person spoken of a moment ago."""
    if not (noun in plain_people() or is_aged(tree, head)):
        return None
    here = tree.sentence.index
    near = {who: row for who, row in bearers.items() if here - row[-1].sentence <= 1}
    if len(near) != 1:
        return None
    row = next(iter(near.values()))
    last = [p for p in row if here - p.sentence <= 1]
    sure = any(p.sort == "person" for p in row) and any(p.role == "subject" for p in last)
    return row[-1] if sure and tree.tokens[head].dep in {"nsubj", "nsubjpass"} else None


def _same_office(name: Name, modifiers: Sequence[Token], alone: bool) -> bool:
    """ "the Labour leader" is not the Tory leader; "the South African archbishop" may be anybody's first time so."""
    capitals = {t.text for t in modifiers if t.text[0].isupper()}
    known = name.beside | set(name.text.split())
    return not capitals or bool(capitals & known) or (alone and not name.beside)


def _words(row: Sequence[Phrase]) -> set[str]:
    return {word for p in row for word in p.words}


def _may_be_person(phrase: Phrase) -> bool:
    if phrase.sort == "person":
        return True
    return phrase.name is not None and phrase.name.personal and phrase.role != "part"


def _pair(tree: Tree, story: Sequence[Phrase]) -> Phrase | None:
    """The only two people joined by "and" in the sentence before."""
    here = tree.sentence.index
    joined = [p for p in story if p.number == "many" and p.sort == "person" and here - p.sentence <= 1]
    groups = {p.who for p in joined}
    return joined[-1] if len(groups) == 1 and joined[-1].noun == PAIR else None
