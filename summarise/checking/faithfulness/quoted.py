"""Who is quoted: the words between quotation marks stay with whoever says them in the source."""

from collections.abc import Iterator, Sequence

from ...figures.context.attribution import Attribution
from ...figures.context.naming import PERSONAL, PRONOUNS
from ...model import Finding
from .claims import is_named, two_voices
from .reading import Reading
from .source import Source
from .speakers import one_speaker, says
from .words import Told

_OPENING = frozenset({'"', "“", "‘", "'"})
_CLOSING = frozenset({'"', "”", "’", "'"})
_FEWEST = 2  # content words that tell a quotation from a word that happens to stand elsewhere as well


def check_quoted(reading: Reading, spoken: Sequence[Attribution]) -> Iterator[Finding]:
    """Quotations that somebody else says in the source.

    Args:
        reading: the sentence beside its source.
        spoken: who says what in it.
    """
    for first, last in _quotations(reading.told):
        mine = _speaker(reading.told, spoken, first, last)
        if mine is None or not mine.text or mine.text.lower() in PRONOUNS | PERSONAL:
            continue
        theirs = list(_sayings(reading.source, reading.told, first, last))
        if not theirs or any(_fits(reading.source, mine.text, index, claim) for index, claim, _ in theirs):
            continue
        text, place = theirs[0][1].text, theirs[0][2]
        message = f"in the source {text} {says(text)} this, in the summary {mine.text}"
        # Both are marked, what is quoted and who is said to have said it.
        begin, end = first, last
        if mine.name[0] >= 0:
            begin, end = min(first, mine.name[0]), max(last, mine.name[1] - 1)
        yield reading.finding("quotation", "changed attribution", begin, end, message, place)


def _quotations(told: Told) -> Iterator[tuple[int, int]]:
    """First and last word of every stretch between quotation marks."""
    begin = -1
    for at, word in enumerate(told.words):
        if begin < 0 and word.text in _OPENING:
            begin = at + 1
        elif begin >= 0 and word.text in _CLOSING:
            last = at - 1
            while last >= begin and told.words[last].sort == "sign":
                last -= 1
            if last >= begin:
                yield begin, last
            begin = -1


def _speaker(told: Told, spoken: Sequence[Attribution], first: int, last: int) -> Attribution | None:
    """The nearest speaker whose claim holds a quotation."""
    covering = [one for one in spoken if one.start <= first and last < one.end]
    return max(covering, key=lambda one: (one.start, -one.end), default=None)


def _fits(source: Source, mine: str, index: int, claim: Attribution) -> bool:
    """Whether the summary's speaker may be the one of a claim in sentence `index`; nobody known may be anyone."""
    if not claim.text or claim.pronoun or not is_named(claim):
        return True
    return one_speaker(mine, claim.text, source) and not two_voices(source, index, claim, mine, 1)


_NOBODY = Attribution("", 0, 0, (-1, -1))


def _sayings(
    source: Source, told: Told, first: int, last: int
) -> Iterator[tuple[int, Attribution, tuple[int, int]]]:
    """Every place of a quotation's words in the source: the sentence, the claim that they stand in, where."""
    wanted = [word.lower for word in told.words[first : last + 1] if word.sort != "sign"]
    content = [word for word in told.words[first : last + 1] if word.content]
    if (len(content) < _FEWEST and len(wanted) > 1) or not content:
        return
    for index in source.vocabulary.places.get(content[0].key, ()):
        words = [at for at, word in enumerate(source.told[index].words) if word.sort != "sign"]
        lower = [source.told[index].words[at].lower for at in words]
        for start in range(len(lower) - len(wanted) + 1):
            if lower[start : start + len(wanted)] != wanted:
                continue
            begin, end = words[start], words[start + len(wanted) - 1]
            claim = _speaker(source.told[index], source.attributions(index), begin, end) or _NOBODY
            yield index, claim, (source.told[index].words[begin].start, source.told[index].words[end].end)
