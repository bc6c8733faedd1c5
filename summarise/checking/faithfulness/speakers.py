"""Whether two speakers may be one: full names and parts, titles, short forms, bodies and those who speak for them."""

from collections.abc import Sequence
from functools import cache

from ...figures.context.agreement import agrees, is_person
from ...figures.context.naming import PERSONAL, SAID
from ...figures.nouns.phrases import is_plural
from ...resources import word_list
from .keys import aliases, key, keys_of
from .registers import alike
from .source import Source
from .words import Told, Word

# Speakers that stand for whoever speaks for a body.
_GENERIC = (
    "official officials authority authorities source sources statement report reports spokesman spokeswoman "
    "spokesperson spokespeople organisation organization group body agency department office company firm "
    "team fund bank government ministry"
)


_MORE = "allege complain protest boast joke quip recount lament"


@cache
def saying() -> frozenset[str]:
    """The keys of verbs that tell what somebody says."""
    return keys_of(
        " ".join((*sorted(SAID), *sorted(word_list("en/reporting_verbs.txt")), _MORE, "according"))
    )


# Those of them that are many persons or none: no single person with a name, and no crowd of others.
_OFFICIAL = (
    "official authority police prosecutor minister ministry government army military spokesman spokeswoman"
)


# What any business may be called.
_FIRMS = "firm company group business maker"


def _official(own: frozenset[str]) -> bool:
    return not own.isdisjoint(keys_of(_OFFICIAL))


@cache
def generic_heads() -> frozenset[str]:
    """The words for whoever speaks for a body, as they stand and as keys."""
    return keys_of(_GENERIC) | frozenset(_GENERIC.split())


def _generic(own: frozenset[str]) -> bool:
    return own <= generic_heads()


# Speakers who stand for anyone who is not named.
_NAMELESS = frozenset("source sources sourc insider insiders".split())
_SMALL = frozenset("the a an of in for on at and 's’ 's ’s its his her their some many two who".split())


def heads(text: str) -> frozenset[str]:
    """The words that tell a speaker, each as it stands in lower case and as its key."""
    parts = [
        part.strip(",.'’\"“”()").lower().removesuffix("'s").removesuffix("’s")
        for part in text.replace("-", " ").split()
        if part.lower() not in _SMALL and part[0].isalnum()
    ]
    parts += [_RANKS[part] for part in parts if part in _RANKS]
    common = {aliases()[part] for part in text.replace(",", "").split() if part in aliases()}
    return frozenset(form for part in parts for form in (part, key(part))) | common


_RANKS = {
    "gen": "general", "maj": "major", "lt": "lieutenant", "col": "colonel", "capt": "captain", "sgt": "sergeant",
    "sen": "senator", "rep": "representative", "gov": "governor", "prof": "professor", "dr": "doctor",
    "supt": "superintendent", "insp": "inspector", "cllr": "councillor",
}  # fmt: skip


def letters(name: str) -> str:
    """The initials of a name without its article; "-" for a single word."""
    found = "".join(part[0] for part in name.split() if part[0].isupper() and part.lower() != "the").lower()
    return found if len(found) > 1 else "-"


def forms(name: str) -> set[str]:
    """The words of a name in lower case without stops."""
    return {part.lower().replace(".", "") for part in name.split()}


def one_speaker(mine: str, theirs: str, source: Source) -> bool:
    """Whether the summary's speaker may be the source's.

    Args:
        mine: the summary's speaker as it stands.
        theirs: the source's; a pronoun may be anyone it agrees with.
        source: the article, which may tell that they are one.
    """
    own, other = heads(mine), heads(theirs)
    if not own or not other or own <= _NAMELESS:
        return True
    if mine.lower() in PERSONAL:
        return True
    if theirs.lower() in PERSONAL:
        return agrees(theirs.lower(), mine)
    if any(alike(a, b) for a in own for b in other):
        return True
    if letters(theirs) in forms(mine) or letters(mine) in forms(theirs):
        return True
    if _describes(mine, theirs):
        return True
    if _generic(own) and not _strange(own, source):
        # "officials" for "the ministry", "the company" for its name.
        return True
    if (
        own <= keys_of(_FIRMS) | frozenset(_FIRMS.split())
        and not _official(other)
        and not is_person(theirs.split()[-1])
    ):
        return True
    if _generic(other) and _may_stand_for(mine, own, source):
        return True
    return described(_plainly(mine), _plainly(theirs), source)


def _describes(mine: str, theirs: str) -> bool:
    """Whether one person is told by a noun or a nationality, and the other by a name: "the singer", "the Swede"."""
    last = theirs.split()[-1]
    if not last[0].isupper() or len(theirs.split()) > 6:
        return False
    noun = mine.split()[-1]
    return (noun.islower() and is_person(noun)) or (len(mine.split()) < 3 and noun in aliases())


def _may_stand_for(mine: str, own: frozenset[str], source: Source) -> bool:
    """Whether a speaker whom the source knows may be meant by "officials" or "the company" there."""
    if _strange(own, source):
        return False
    if any(part[:1].isupper() for part in mine.split()[-1:]):
        return True  # a name that the source has
    return _official(own)


def _strange(own: frozenset[str], source: Source) -> bool:
    """Whether the source has no word of the speaker at all."""
    return not any(form in source.vocabulary.places or form in source.vocabulary.stems for form in own)


def described(own: frozenset[str], theirs: frozenset[str], source: Source) -> bool:
    """Whether the source has both in one breath somewhere: "the mayor" and "Ada Lund" in "Mayor Ada Lund".

    Args:
        own, theirs: the words of both speakers as they stand (`_plainly`): "campaigner" is no "campaign".
        source: the article.
    """
    for told in source.told:
        ours = [at for at, word in enumerate(told.words) if not own.isdisjoint(_forms(word))]
        others = (
            [at for at, word in enumerate(told.words) if not theirs.isdisjoint(_forms(word))] if ours else []
        )
        if any(
            a != b and abs(a - b) <= 6 and _apposed(told.words, min(a, b), max(a, b))
            for a in ours
            for b in others
        ):
            return True
    return False


def _plainly(text: str) -> frozenset[str]:
    """The words of a speaker in lower case without plural endings, and the common keys of his names."""
    return frozenset(
        part.strip(",.'’\"“”()").lower().removesuffix("'s").removesuffix("’s").rstrip("s")
        for part in text.replace("-", " ").split()
        if part.lower() not in _SMALL and part[0].isalnum()
    ) | frozenset(aliases()[part] for part in text.replace(",", "").split() if part in aliases())


def _forms(word: Word) -> tuple[str, str]:
    return word.lower.removesuffix("'s").removesuffix("’s").rstrip("s"), word.key


def _apposed(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether what stands between two words lets them be one person: names, a comma, no verb of saying, no "and"."""
    between = words[first + 1 : last]
    return all(
        word.sort in ("name", "word", "small", "number", "ordinal") or word.lower in (",", "(", ")", "-")
        for word in between
    ) and not any(word.lower in ("and", "or", "but") or word.sort == "said" for word in between)


def says(speaker: str) -> str:
    """ "say" or "says", as the speaker wants it: "police say", "the ministry says".

    >>> says("two officials from the ministry"), says("Ana Reed"), says("the head of the unions")
    ('say', 'says', 'says')
    """
    words = speaker.split()
    if "and" in words:
        return "say"
    end = next((at for at, word in enumerate(words) if at and word.lower().strip(",") in _BEHIND), len(words))
    head = words[end - 1].strip(",.'’\"”").lower() if words else ""
    first = words[0].lower() if words else ""
    named = end > 1 and words[end - 1][0].isupper() and first != "the"
    if first in ("they", "we", "i", "you") or first in _MANY:
        return "say"
    if named or head in _ONE or (first in ("a", "an") and head != "people"):
        return "says"
    return "say" if head in ("police", "people") or is_plural(head) else "says"


_BEHIND = frozenset("of from in for at on with who which by close near familiar there".split())
_MANY = frozenset("two three four five six some many several most".split())
_ONE = frozenset("reuters times news nations states politics press athletics".split())


def names(told: Told, speaker: str) -> list[int]:
    """The words of a sentence that name a speaker."""
    wanted, short = heads(speaker), letters(speaker)
    return [
        at
        for at, word in enumerate(told.words)
        if word.key in wanted or word.lower in wanted or word.lower.replace(".", "") == short
    ]
