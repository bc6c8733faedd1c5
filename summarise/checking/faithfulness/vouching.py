"""Who is trusted to tell a fact: bodies, papers and counts, as long as nobody gainsays them."""

from ...figures.context.attribution import Attribution
from ...resources import word_list
from .claims import HEDGES, verb_of, within
from .keys import key, keys_of
from .source import Source
from .words import Told

# Who tells what has been, counted or decided, as a rule without taking sides.
_VOUCHING = (
    "police official authority agency ministry government administration department office bureau court spokesman "
    "spokeswoman spokesperson statement report newspaper paper magazine broadcaster television journal study research "
    "researcher scientist poll survey figure data statistic media press observatory archive network station database"
)
# Words of saying that hand on what is known; of any other ("claim", "complain") the speaker is part of the news.
_NEUTRAL = (
    "say said says saying tell told report announce confirm according state note add reveal show find found write "
    "wrote declare disclose indicate suggest"
)
_NEWS = frozenset(
    "reuters ap afp bbc cnn itv nbc abc cbs msnbc bloomberg times post herald tribune guardian telegraph register "
    "gazette independent mirror observer news daily journal chronicle".split()
)
_DISPUTES = (
    "deny dispute reject disagree contest contradict refute dismiss rebut accuse allege trial charge counter challenge "
    "defend innocent insist lawsuit sue"
)
_AROUND = 2  # sentences in which a claim is contradicted


def vouched(told: Told, claim: Attribution) -> bool:
    """Whether a body, a paper or a study tells what happened: "police said", "the paper reports"."""
    verb = verb_of(told, claim)
    last = claim.name[1]
    if verb >= 0 and told.words[verb].key not in keys_of(_NEUTRAL):
        return False
    if verb >= 0 and told.words[verb].lower in ("reports", "reported", "announced", "confirmed"):
        return True
    behind = told.words[last : last + 8] if last >= 0 and told.line[last].text == "," else ()
    near = [key(part.strip(",.'’").lower()) for part in claim.text.replace("-", " ").split()]
    near += [word.key for word in behind]
    raw = {part.strip(",.'’").lower() for part in claim.text.split()}
    return not keys_of(_VOUCHING).isdisjoint(near) or not raw.isdisjoint(_NEWS)


def relayed(told: Told, claim: Attribution) -> bool:
    """Whether a paper, agency or station is only named as where a plain fact was read: "..., the AP reports".

    Its name may go, as the desks that quote it do; what may or will be, or is said to be, stays the paper's.
    """
    verb = verb_of(told, claim)
    if verb < 0 or told.words[verb].lower not in _RELAYING or not is_outlet(claim.text):
        return False
    return not any(told.words[at].lower in HEDGES | _TO_COME for at in within(told, claim))


def only_relays(told: Told, taken: range) -> bool:
    """The same of words that were taken out: ", reports the BBC"."""
    words = [told.words[at].lower for at in taken if told.words[at].sort != "sign"]
    verb = next((word for word in words if word in _RELAYING), None)
    if verb is None or not is_outlet(" ".join(word for word in words if word != verb)):
        return False
    return not any(word.lower in (HEDGES - _RELAYING) | _TO_COME for word in told.words)


def is_outlet(text: str, head: str | None = None) -> bool:
    """Whether a name is that of a paper, an agency or a station.

    Args:
        text: the name, with its article or without.
        head: the word of it that tells, its last one if None.
    """
    name = text.lower().removeprefix("the ").strip(".,")
    outlets = word_list("en/outlets.txt")
    return name in outlets or (name.rsplit(" ", 1)[-1] if head is None else head.lower()) in outlets


_RELAYING = frozenset({"reports", "reported"})
_TO_COME = frozenset("will would may might could should must can".split())


def disputed(source: Source, index: int) -> bool:
    """Whether a sentence or those around it tell that somebody says otherwise."""
    around = source.told[max(0, index - _AROUND) : index + _AROUND + 1]
    return any(word.key in keys_of(_DISPUTES) for told in around for word in told.words)
