"""The nouns: a name, the places where it stands, and a noun phrase that a later mention may stand for."""

from dataclasses import dataclass
from typing import Literal

from ...model import Span
from .registers import Sex, media

Sort = Literal["person", "organisation", "place", "unknown"]
Number = Literal["one", "many", "either"]
Role = Literal["subject", "object", "other", "owner", "part"]


@dataclass(frozen=True, slots=True)
class NameMention:
    """One place where a name stands.

    Attributes:
        start, end: the words of the name, without title and possessive 's.
        titled: where the title before it begins; `start` if there is none.
        sentence: index of its sentence.
    """

    start: int
    end: int
    titled: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or something that an article calls by a name.

    Attributes:
        text, span: the fullest form, without a title ("Tony Blair"); `span` is the first place of it.
        short: the form for later mentions ("Blair", "ICBC"): a place of it, or of a part of the full form.
        sort: what it is; "unknown" where nothing in the article or in our lists says so.
        sex: "he" or "she" where title, first name or noun tell, else None.
        mentions: every place where it stands, in order.
        nouns: what it is called besides, as lemmas: "airline", "striker".
        beside: the capitalised words that stand before it or in apposition: "Tory" of "Tory leader Michael Marsh".
        evidence: why it has its sort, for an editor to read.
        personal: it is a person, or may be one for all the article shows.
        bare: it stands alone where it stands first: no title, no noun, no apposition.
        whole: no number or 's beside it belongs to it ("50 Cent", "McDonald's").
    """

    text: str
    span: Span
    short: Span
    sort: Sort
    sex: Sex | None
    mentions: tuple[NameMention, ...]
    nouns: frozenset[str]
    beside: frozenset[str]
    evidence: tuple[str, ...]
    personal: bool = True
    whole: bool = True
    bare: bool = False


def cited(name: Name | None) -> bool:
    """Whether a name is a paper or a channel, which a story rather cites than tells of."""
    if name is None:
        return False
    *front, last = name.text.split()
    return name.text in media() or bool(name.nouns & _PRINTED) or (bool(front) and last in _HEADS)


_PRINTED = frozenset({"newspaper", "magazine"})
# What stands over front pages.
_HEADS = frozenset(
    "News Times Herald Tribune Journal Gazette Chronicle Courier Telegraph Examiner Inquirer".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that a later mention may stand for.

    Attributes:
        sentence: index of its sentence.
        head: its head's token there.
        span: its words from the first modifier to the head, without an article.
        who: the same for all phrases that mean the same: the place of the first.
        name: the name it is, if it is one.
        sort, number, sex: what it may agree with.
        role: what it is to its verb; inside another noun phrase "owner" (X's) or "part" of it.
        noun: lemma of its head, in lower case.
        quoted: it stands inside direct speech.
        main: it is the subject of the sentence's main clause.
        speaks: it is the subject of the sentence's main verb, and that is "say" or one like it.
        words: of a phrase without a name, its words in small letters.
        definite: it has "the" before it, or an owner.
        introduced: it has "a" or "an" before it.
    """

    sentence: int
    head: int
    span: Span
    who: int
    name: Name | None
    sort: Sort
    number: Number
    sex: Sex | None
    role: Role
    noun: str
    quoted: bool
    main: bool
    speaks: bool
    words: tuple[str, ...] = ()
    definite: bool = False
    introduced: bool = False
