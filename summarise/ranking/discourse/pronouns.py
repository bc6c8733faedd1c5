"""Pronouns inside a sentence that nothing before them in it can explain."""

import re
from collections.abc import Callable
from functools import cache

from summarise.language.words import STOP_WORDS
from summarise.ranking.discourse.openers import LEAD
from summarise.ranking.discourse.told import Found, Look, PerWord
from summarise.resources import word_list

_SINGULAR = frozenset("he she him his her he's she's he'd she'd he'll she'll himself herself".split())
_PLURAL = frozenset("they their them they're they've they'd they'll themselves".split())
_THING = frozenset(["it", "its", "it's"])
PRONOUNS = _SINGULAR | _PLURAL
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december christmas easter i i'm i'd i've i'll mr mrs ms miss english british".split()
)
SPEAKING = frozenset(
    "said says added adds told wrote writes explained explains noted notes insisted argued argues warned warns claimed"
    " claims recalled recalls continued joked admitted admits tweeted concluded replied testified recounted declared"
    " stated stressed suggested predicted remembered asked alleged revealed confirmed commented remarked".split()
)
_CALENDAR = _NO_NAMES | frozenset(
    "day days week weeks month months year years hour hours minute minutes moments time times season seasons decade"
    " decades century today yesterday tonight now then once recently later earlier ago eventually finally previously"
    " initially originally sometimes often perhaps maybe last this that next every first second third morning"
    " afternoon evening night weekend summer winter spring autumn on in by since until at"
    " for from about around early late".split()
)
# Behind these a capitalised word says where or when, not who.
_PLACING = frozenset("in at from near on since outside by until into to across via".split())
# Fronted words whose subject comes behind the comma, so that they cannot have named it.
_SUBJECTLESS = re.compile(
    r"(?:as an? (?:[a-z-]+ )?[a-z-]+,? (?:he|she)\b|according to|speaking|writing|talking|asked|appearing|giving"
    r"|addressing|born|raised|educated|having"
    r"|(?:after|before|while|since|by|without|when|despite|as well as|besides|on) (?!being\b)[a-z]+ing(?<!during)"
    r"(?<!morning)(?<!evening)(?<!spring)(?<!meeting)(?<!hearing)(?<!nothing)(?<!wedding)(?<!building)(?<!king))\b"
)
_SUBJECTLESS_STARTS = frozenset(
    "according speaking writing talking asked appearing giving addressing born raised"
    " educated having after before while"
    " since by without when despite as besides on".split()
)
_OPENING_CLAUSE = frozenset(
    "when while as after before despite in since during with at on for until although though"
    " if because from by unlike"
    " like throughout once having through given without to even of under over following amid"
    " speaking asked born".split()
)
_NO_PLURALS = frozenset(
    "was is has this his its us as yes does says goes always perhaps across towards"
    " afterwards besides plus versus less"
    " unless thus whereas news politics years months days weeks hours minutes seconds moments times decades centuries"
    " seasons gas bus crisis series campus sometimes it's that's there's he's she's what's who's let's".split()
)
_COLLECTIVE = word_list("en/collectives.txt")


def names_somebody(outside: str, pronoun: str, cased: bool) -> bool:
    """Whether some words, quotations taken out, have somebody who the pronoun can be."""
    words = [word for token in outside.split() if (word := token.strip(",;:.!?\"'“”‘’()"))]
    low = [word.lower().replace("’", "'") for word in words]
    if any(map(_meant_by(pronoun), low)):
        return True
    if not cased:
        return any(map(_content, low))
    last = len(words) - 1
    names = [
        word[:1].isupper()
        and not word.isupper()
        and plain not in _NO_NAMES
        and (
            number
            or (
                plain not in STOP_WORDS
                and plain not in _openers()
                and not plain.endswith(("ly", "ing", "ed"))
            )
        )
        for number, (word, plain) in enumerate(zip(words, low, strict=True))
    ]
    # For "he said" one name is too little, it may be a country's: a name that says, or one of two words.
    return any(
        name
        and (
            pronoun not in _SINGULAR or (number < last and (names[number + 1] or low[number + 1] in SPEAKING))
        )
        for number, name in enumerate(names)
    )


def unnamed_pronoun(look: Look) -> Found | None:
    """The first "he", "she" or "they" inside, if nothing before it in the sentence can be meant."""
    low = look.low
    for at, pronoun in enumerate(low):
        if pronoun in PRONOUNS and at:
            break
    else:
        return None
    before = low[:at]
    subjectless = low[0] in _SUBJECTLESS_STARTS and _subjectless(look, at)
    if not subjectless and (any(map(_meant_by(pronoun), before)) or _bound(look, at, pronoun)):
        return None
    fronted = low[0] in _OPENING_CLAUSE or low[0].endswith(("ing", "ed"))
    front = look.lowered.find(", ") if fronted else -1
    if front > look.lowered.find(f" {pronoun}") and _named_behind(look, front, pronoun):
        return None
    return Found(_with_front(look, at))


def _bound(look: Look, at: int, pronoun: str) -> bool:
    """Whether a name can be what the pronoun means; any word may be one where capitals say nothing."""
    if not look.told.cased:
        return any(map(_content, look.low[:at]))
    for first, end in look.runs:
        if first >= at:
            break
        if _names(look, first, min(end, at), pronoun):
            return True
    return False


def _content(low: str) -> bool:
    return low not in STOP_WORDS and low not in _CALENDAR and not low.isdigit()


def _names(look: Look, first: int, end: int, pronoun: str) -> bool:
    """Whether a stretch of capitalised words can be what the pronoun means."""
    low, words = look.low, look.words
    singular = pronoun in _SINGULAR
    if first == 0 and end == 1 and look.lowered[len(low[0]) :].startswith((f", {pronoun}", f" {pronoun}")):
        # "Somehow, she": no name.
        return False
    if first == 0 and (
        low[0].endswith(("ly", "ing", "ed")) or low[0] in _OPENING_CLAUSE or low[0] in _openers()
    ):
        first = 1
    while first < end and (
        low[first] in _NO_NAMES or (singular and words[first].isupper() and len(words[first]) > 1)
    ):
        first += 1
    if first >= end:
        return False
    before = low[first - 1] if first else ""
    if before == "the" and first > 1:
        before = low[first - 2]
    return not (singular and first < 4 and before in _PLACING)


def _agent(low: str) -> bool:
    """Whether a word looks like somebody who does something."""
    return (
        (len(low) > 5 and low.endswith(_AGENT_ENDINGS) and low not in _not_agents())
        or "-year-old" in low
        or ("-" in low and low.rpartition("-")[2] in word_list("en/person_nouns.txt"))
    )


def _plural(low: str) -> bool:
    """Whether a word looks like a plural."""
    return len(low) > 3 and low[-1] == "s" and low[-2] not in "su'" and low not in _NO_PLURALS


@cache
def _binders(plural: bool) -> frozenset[str]:
    """Words that "he" or "they" can mean, possessives as well."""
    nouns = word_list("en/person_nouns.txt")
    if plural:
        nouns |= _COLLECTIVE | word_list("en/people.txt") | word_list("en/irregular_plurals.txt")
    return nouns | {f"{noun}'s" for noun in nouns}


_meant_by_he = PerWord(lambda low: low in _binders(False) or _agent(low)).__getitem__
_meant_by_they = PerWord(lambda low: low in _binders(True) or _plural(low)).__getitem__


def _meant_by(pronoun: str) -> Callable[[str], bool]:
    """Says of a word in lower case whether the pronoun can mean it: by a list or by its ending."""
    return _meant_by_he if pronoun in _SINGULAR else _meant_by_they


def unnamed_thing(look: Look) -> Found | None:
    """ "In 2014, it ...": a time that opens the sentence names nothing "it" could be."""
    if look.low[0] not in _CALENDAR and not look.low[0].isdigit():
        return None
    at = next((number for number, word in enumerate(look.low[:7]) if word in _THING), 0)
    if not at or not all(word in _CALENDAR or word.isdigit() for word in look.low[:at]):
        return None
    front = look.lowered.find(", ")
    if EXPLETIVE.match(look.lowered[look.lowered.find(f" {look.low[at]}") + 1 :]):
        return None
    # "On its website, the council said": whose it is follows.
    if look.low[at] == "its" and front > 0 and _named_behind(look, front, "its"):
        return None
    return Found(_with_front(look, at))


_EMPTY = (
    "thought|believed|understood|reported|known|said|claimed|alleged|hoped|expected|estimated|feared|assumed|suggeste"
    "d"
    "|predicted|announced|confirmed|revealed|agreed|clear|unclear|obvious|evident|apparent|possible|impossible|likely"
    "|unlikely|probable|conceivable|important|hard|difficult|easy|vital|essential|crucial|necessary|official|true|rar"
    "e"
    "|common|illegal|legal|unusual|strange|ironic|early|late|worth|nice|good|great|sad|wrong|right|safe|fair|better|bes"
    "t"
    "|unfair|dangerous|tempting|inevitable|secret|surprise|coincidence|wonder|doubt|exaggeration|matter|shame|pity|tim"
    "e"
)
# "It is clear that", "It took an hour to": the "it" points forward.
EXPLETIVE = re.compile(
    r"it(?:'s| is| was| has been| had been| will be| would be| may be| can be| could be"
    r"| might be| isn't| wasn't| remains"
    r"| became| seems| appears)(?: [a-z]+ly| not| also| now| still| yet| been| being| never"
    r"| too| so| very| quite| more"
    rf"| even| just| no| a| an| the| always)* (?:{_EMPTY})(?: for [a-z ]{{2,30}})?"
    r",? (?:that|to|how|whether|if|why|what|who|when|where|the|there)\b"
    r"|it(?:'s| is| was)(?: not)? (?:raining|snowing|as if|as though|the first time (?:that )?(?:a|an|the)\b)"
    r"|it (?:has |had |later |also |then |only |now )*(?:emerge[sd]?|transpire[sd]?"
    r"|turns? out|turned out|takes|took|seems|appears"
    r"|looks like|looked like|looks as|looked as)\b"
)


def _subjectless(look: Look, at: int) -> bool:
    """Whether the fronted phrase is one whose subject is the pronoun right behind its comma."""
    lead = look.lowered.lstrip(LEAD)
    pronoun = look.low[at]
    found = _SUBJECTLESS.match(lead)
    return found is not None and (
        found[0].endswith((" he", " she"))
        or any(f", {mark}{pronoun} " in look.lowered for mark in ("", '"', "“"))
    )


_AGENT_ENDINGS = ("man", "woman", "ist", "er", "or", "ian", "ant")


@cache
def _openers() -> frozenset[str]:
    """Words that open a sentence with a capital and are no names."""
    return (
        frozenset(word.lower() for word in word_list("en/sentence_starters.txt"))
        | word_list("en/people.txt")
        | _CALENDAR
    )


@cache
def _not_agents() -> frozenset[str]:
    return STOP_WORDS | word_list("en/not_agents.txt")


def _named_behind(look: Look, front: int, pronoun: str) -> bool:
    """ "When he was 12, Ada Holm ...": the main clause names whom the fronted pronoun meant."""
    for number, token in enumerate(look.text[front + 2 :].split(maxsplit=5)[:5]):
        word = token.strip(",;:.\"'“”‘’()")
        low = word.lower().replace("’", "'")
        if low in PRONOUNS:
            return False
        name = (
            look.told.cased
            and word[:1].isupper()
            and low not in _NO_NAMES
            and (number or low not in _openers())
        )
        if name or _meant_by(pronoun)(low):
            return True
    return False


def _with_front(look: Look, at: int) -> str:
    """The words up to the pronoun if they are few, else the pronoun."""
    return " ".join(look.words[: at + 1]) if at < 4 else look.words[at]
