"""Whether two speakers may be one: names in full and in part, titles, short forms, bodies and those who speak for them."""

from collections.abc import Sequence
from functools import cache

from ...figures.context.agreement import agrees
from ...figures.context.naming import PERSONAL, SAID
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


@cache
def saying() -> frozenset[str]:
    """The keys of verbs that tell what somebody says."""
    return keys_of(
        " ".join((*sorted(SAID), *sorted(word_list("en/reporting_verbs.txt")), "according", "allege"))
    )


def _generic(own: frozenset[str]) -> bool:
    return all(form in keys_of(_GENERIC) or form in _GENERIC.split() for form in own)


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
    common = {aliases()[part] for part in text.replace(",", "").split() if part in aliases()}
    return frozenset(form for part in parts for form in (part, key(part))) | common


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
    if (_generic(own) and not _strange(own, source)) or _generic(other):
        # "officials" for "the ministry", "the company" for its name; but nobody's army is a company's.
        return not _persons(mine, theirs) and not _strange(own, source)
    return described(own, other, source)


def _persons(mine: str, theirs: str) -> bool:
    """Whether one of two speakers is a person with his name, and the other some body."""
    return False if not mine or not theirs else mine.split()[-1].lower() in ("police", "army", "witnesses")


def _strange(own: frozenset[str], source: Source) -> bool:
    """Whether the source has no word of the speaker at all."""
    return not any(form in source.places or form in source.stems for form in own)


def described(own: frozenset[str], theirs: frozenset[str], source: Source) -> bool:
    """Whether the source has both in one breath somewhere: "the mayor" and "Ada Lund" in "Mayor Ada Lund"."""
    for told in source.told:
        keys = [(word.key, key(word.lower)) for word in told.words]
        ours = [at for at, same in enumerate(keys) if not own.isdisjoint(same)]
        others = [at for at, same in enumerate(keys) if not theirs.isdisjoint(same)] if ours else []
        if any(
            a != b and abs(a - b) <= 6 and _apposed(told.words, min(a, b), max(a, b))
            for a in ours
            for b in others
        ):
            return True
    return False


def _apposed(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether what stands between two words lets them be one person: names, a comma, no verb of saying, no "and"."""
    between = words[first + 1 : last]
    return all(
        word.sort in ("name", "word", "small", "number", "ordinal") or word.lower in (",", "(", ")", "-")
        for word in between
    ) and not any(word.lower in ("and", "or", "but") or word.sort == "said" for word in between)


def names(told: Told, speaker: str) -> list[int]:
    """The words of a sentence that name a speaker."""
    wanted, short = heads(speaker), letters(speaker)
    return [
        at
        for at, word in enumerate(told.words)
        if word.key in wanted or word.lower in wanted or word.lower.replace(".", "") == short
    ]
