"""Who did it to whom: "A beat B" is not "B beat A".

The patterns of the other checks see that two words have changed places; only the
grammar tells whether that changes who did what. So the two sentences are parsed, and
only then.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...figures.context.naming import PERSONAL, SAID
from ...language.inflect import may_be_verb
from ...language.syntax import parse
from ...model import Finding, ParsedSentence, Sentence, Token
from .align import Alignment
from .exchanged import MUTUAL, exchanged
from .keys import aliases, key, keys_of
from .reading import Reading
from .registers import alike

_SUBJECTS = ("nsubj",)
_PASSIVE = ("nsubjpass",)
_OBJECTS = ("dobj", "dative")
_RETOLD = 0.6  # of a sentence's content that comes from the source's, or who did what cannot be compared
_PERSONAL = PERSONAL | {"him", "her", "them"}
_NOUNS = ("NOUN", "PROPN")
_RELATIONS = frozenset({"over", "against", "from", "to", "for", "with"})


@dataclass(frozen=True, slots=True)
class Fact:
    """What a sentence says with one verb or noun: word, relation ("subject", "object", "over") and who stands there.

    `open`: a headline may mean either ("voice lost": the subject is what was lost).
    """

    governor: str
    relation: str
    keys: frozenset[str]
    head: Token
    at: Token
    open: bool = False


def check_roles(reading: Reading) -> Iterator[Finding]:
    """Places of doer and done-to that were exchanged."""
    for home in reading.alignments:
        if reading.share(home) < _RETOLD or not _suspicious(home):
            continue
        found = exchanged(reading, home) or _compare(reading, home)
        if found is not None:
            yield found
            return


def _suspicious(home: Alignment) -> bool:
    """Whether two content words that both sentences share stand in another order."""
    words = home.told.words
    placed = sum(1 for at, word in enumerate(words) if word.content and home.same(at) >= 0)
    if placed < 3:
        return False
    if _crossed(home):
        return True
    # "was hit by" and "hit": the doer's "by" came or went behind a verb that both have.
    theirs = home.source.words
    own = any(
        w.lower == "by" and home.links[at] < 0 and at and home.links[at - 1] >= 0
        for at, w in enumerate(words)
    )
    return own or any(
        w.lower == "by" and home.back[at] < 0 and at and home.back[at - 1] >= 0 for at, w in enumerate(theirs)
    )


def _crossed(home: Alignment) -> bool:
    """Whether two words have changed sides around a verb."""
    if not home.moved:
        return False
    words = home.told.words
    placed = [
        (at, home.same(at))
        for at, word in enumerate(words)
        if word.sort in ("name", "word") and home.same(at) >= 0
    ]
    for at, link in placed:
        if words[at].sort != "word" or not may_be_verb(words[at].lower):
            continue
        before = any(other < at and there > link for other, there in placed)
        if before and any(other > at and there < link for other, there in placed):
            return True
    return False


def _compare(reading: Reading, home: Alignment) -> Finding | None:
    mine = Sentence(0, home.told.start, home.told.end, home.told.line.text, 0)
    theirs = reading.source.sentences[home.index]
    ready = reading.source.parsed(home.index)
    own, other = (parse([[mine]])[0][0], ready) if ready else parse([[mine, theirs]])[0]
    told, known = facts(own), facts(other)
    for fact in told:
        if not _transitive(fact, told):
            continue
        if fact.governor in keys_of(MUTUAL) or fact.governor in keys_of(_SAYING) or fact.open:
            continue
        for there in known:
            if not _same_verb(fact, there) or not _exchanged(fact, there, told, known):
                continue
            doers = [there, *(one for one in known if one.at.index == there.at.index)]
            if _witnessed(fact, known) or any(_by_doer(reading, one) for one in doers):
                continue
            was = _phrase(other, there)
            return Finding(
                "role",
                "contradicted",
                fact.head.text,
                fact.head.start,
                fact.head.end,
                f"in the source {was!r} stands here as {_ROLE.get(there.relation, there.relation)} of "
                f"{there.at.text!r}, in the summary {_phrase(own, fact)!r}",
                there.head.start,
                there.head.end,
            )
    return None


def _by_doer(reading: Reading, there: Fact) -> bool:
    """Whether the source's doer stands behind "by" here: a headline's passive, whatever the parser made of it."""
    words = reading.words
    return there.relation == "subject" and any(
        word.lower == "by"
        and any(other.key in there.keys or other.lower in there.keys for other in words[at + 1 : at + 5])
        for at, word in enumerate(words)
    )


_ROLE = {"subject": "the doer", "object": "the one it is done to"}


def _phrase(parsed: ParsedSentence, fact: Fact) -> str:
    """The head with its compounds."""
    near = [
        t
        for t in parsed.tokens
        if t.index == fact.head.index or (t.head == fact.head.index and t.dep == "compound")
    ]
    return " ".join(t.text for t in near)


def _exchanged(fact: Fact, there: Fact, told: Sequence[Fact], known: Sequence[Fact]) -> bool:
    """Whether the one who has a role here has the other role there."""
    if fact.relation != there.relation or fact.keys & there.keys:
        return False
    if any(alike(a, b) for a in fact.keys for b in there.keys):
        return False
    # Its own role there must be another one of the same word ...
    for other in known:
        if other.at.index == there.at.index and other.relation != there.relation and _is_head(other, fact):
            return {other.relation, fact.relation} not in _GIVEN
    if _PERSONAL & (fact.keys | there.keys):
        return False
    # ... or stand with another word of that sentence, while the one who has it there is named ...
    if fact.relation == "subject" and fact.head.pos == there.head.pos == "PROPN":
        return any(other.keys & fact.keys for other in known)
    # ... or the one who has it there has another role here.
    return any(
        other.at.index == fact.at.index
        and other.relation != fact.relation
        and _is_head(other, there)
        and {other.relation, fact.relation} not in _GIVEN
        for other in told
    )


# "pay the families" and "pay to the families".
_GIVEN = ({"object", "to"}, {"object", "for"})


def _is_head(one: Fact, other: Fact) -> bool:
    return _key(one.head) in other.keys and _key(other.head) in one.keys


def _transitive(fact: Fact, told: Sequence[Fact]) -> bool:
    """Whether a verb has both its doer and its done-to here: "the news moves" is what "it moved its news" comes to."""
    if fact.relation == "subject":
        return any(one.at.index == fact.at.index and one.relation == "object" for one in told)
    if fact.relation != "object":
        return True
    return any(one.at.index == fact.at.index and one.relation != fact.relation for one in told)


def _same_verb(fact: Fact, there: Fact) -> bool:
    """Whether two facts are of one verb. Of dying and killing only the words themselves: one has the victim as its
    subject, the other as its object.
    """
    if fact.governor == there.governor:
        return fact.governor not in keys_of(_EITHER)
    if fact.governor in keys_of(_DYING) or there.governor in keys_of(_DYING) or there.open:
        return False
    return alike(fact.governor, there.governor)


# Done by someone or simply happening: "it changed its colour", "its colour changed".
_EITHER = "change turn move run grow open close start begin end stop break increase double"
_DYING = "change turn move run grow die kill drown perish dead burn sink open close start stop break"


def _witnessed(fact: Fact, known: Sequence[Fact]) -> bool:
    return any(
        alike(fact.governor, one.governor) and one.relation == fact.relation and one.keys & fact.keys
        for one in known
    )


_SAYING = " ".join((*sorted(SAID), "find", "rule", "read", "tell", "say"))


def facts(parsed: ParsedSentence) -> tuple[Fact, ...]:
    """Every doer and done-to of a sentence, passives turned round, and every noun's complement with its preposition."""
    tokens = parsed.tokens
    children: dict[int, list[Token]] = {}
    for token in tokens:
        if token.head != token.index:
            children.setdefault(token.head, []).append(token)
    found: list[Fact] = []
    for token in tokens:
        below = children.get(token.index, [])
        if token.pos in ("VERB", "AUX"):
            turned = any(t.dep in ("auxpass", "nsubjpass") for t in below)
            counted = {t.index for t in below if not turned and _is_measure(t, children)}
            below = [t for t in below if t.index not in counted]
            headless = token.tag in ("VBN", "VBD") and not any(
                t.dep in ("aux", "auxpass", "dobj", "dative", "prt") for t in below
            )
            passive = any(t.dep in ("auxpass", "nsubjpass") for t in below) or _bare_passive(token, below)
            for child in below:
                relation = ""
                if child.dep in _SUBJECTS:
                    relation = (
                        "object"
                        if passive and child.dep == "nsubj" and _bare_passive(token, below)
                        else "subject"
                    )
                elif child.dep in _PASSIVE or child.dep in _OBJECTS:
                    relation = "object"
                elif child.dep == "agent" or (passive and child.dep == "prep" and child.lemma == "by"):
                    for inner in children.get(child.index, []):
                        if inner.dep == "pobj":
                            found += _facts(token, "subject", inner, children)
                    continue
                elif child.dep == "prep" and child.lemma in _RELATIONS:
                    for inner in children.get(child.index, []):
                        if inner.dep == "pobj":
                            found += _facts(token, child.lemma, inner, children)
                    continue
                if relation:
                    found += _facts(
                        token, relation, child, children, headless and child.dep == "nsubj" and not passive
                    )
        elif token.pos in ("NOUN", "PROPN"):
            for child in below:
                if child.dep == "poss":
                    found += _facts(token, "whose", child, children)
                elif child.dep == "prep" and child.lemma in _RELATIONS:
                    for inner in children.get(child.index, []):
                        if inner.dep == "pobj":
                            found += _facts(token, child.lemma, inner, children)
    return tuple(found)


def _bare_passive(verb: Token, below: Sequence[Token]) -> bool:
    """ "Holt beaten by Ruiz": a participle without its auxiliary and with a doer behind it."""
    return (
        verb.tag in ("VBN", "VBD")
        and not any(t.dep in ("aux", "auxpass", "dobj") for t in below)
        and any(t.dep == "agent" or (t.dep == "prep" and t.lemma == "by") for t in below)
    )


def _is_measure(by: Token, children: dict[int, list[Token]]) -> bool:
    """ "by five votes", "by another metre": by how much, no doer."""
    return by.lemma == "by" and any(
        inner.dep in ("nummod", "quantmod") or inner.lemma in ("another", "margin")
        for noun in children.get(by.index, [])
        for inner in [noun, *children.get(noun.index, [])]
    )


def _facts(
    at: Token, relation: str, head: Token, children: dict[int, list[Token]], either: bool = False
) -> list[Fact]:
    """The fact for a head and for each that is joined to it by "and"."""
    found = []
    queue = [head]
    while queue:
        one = queue.pop()
        below = children.get(one.index, [])
        names = [one, *(t for t in below if t.dep in ("compound", "flat", "appos", "nmod", "amod"))]
        keys = frozenset(
            _key(t) for t in names if (t.pos in _NOUNS or t.text[:1].isupper()) and t.text[:1].isalpha()
        )
        if not keys and one.pos == "PRON" and one.text.lower() in PERSONAL:
            keys = frozenset({one.text.lower()})
        if keys:
            found.append(Fact(key(at.lemma), relation, keys, one, at, either))
        queue += [t for t in children.get(one.index, []) if t.dep == "conj"]
    return found


def _key(token: Token) -> str:
    common = aliases().get(token.text)
    if common is not None:
        return common
    lower = token.text.lower().replace("’", "'").removesuffix("'s")
    return lower if token.pos == "PROPN" else key(lower)
