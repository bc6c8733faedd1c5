"""Whether a summary and its source deny as much: the same negations in other words and other places."""

from collections.abc import Sequence

from ...language.inflect import is_known_word
from .align import Alignment
from .operators import Operator
from .reading import Reading
from .registers import operator_words
from .words import Word

# Words that deny half of what they stand with.
HALF_NO = frozenset(
    (
        "unless unlikely unable unwilling without lack absence failure failures refusal inability difficult unchanged"
    ).split()
)


def under(operators: Sequence[Operator], at: int, sort: str) -> Operator | None:
    """The operator of a sort that governs word `at`."""
    return next((one for one in operators if one.sort == sort and at in one.over), None)


def balanced(reading: Reading, home: Alignment, at: int, link: int) -> bool:
    """Whether as many negations stand around the word in the summary as around its like in the source.

    "No homes were damaged" and "the homes were not damaged" turn different words; "refused release" and "should
    not be released" too.
    """
    linked = [home.same(i) for i in range(max(0, at - 8), min(len(reading.words), at + 9))]
    inside = [j for j in linked if j >= 0] or [link]
    low, high = max(min(*inside, link) - 5, link - 10), min(max(*inside, link) + 3, link + 10)
    operators = reading.source.operators(home.index)
    # Those that both have do not count.
    mine = sum(
        one.sort == "not" and abs(one.at - at) <= 8 and home.same(one.at) < 0 for one in reading.operators
    )
    shared = {link for link, same in zip(home.links, home.equal, strict=True) if same} | set(
        home.moved.values()
    )
    theirs = sum(one.sort == "not" and low <= one.at <= high and one.at not in shared for one in operators)
    if under(reading.operators, at, "not") is None:
        return mine + _silent_here(reading, home, at) >= theirs
    return theirs + _silent_there(reading, home, high) >= mine


def _un(word: Word) -> bool:
    """Whether a word is the contrary of what stands behind its "un": "unanswered"."""
    return word.lower.startswith("un") and len(word.lower) > _LONG and is_known_word(word.lower[2:])


_LONG = 6


def _pair(words: Sequence[Word], at: int) -> bool:
    """ "Ruled out": a negation in two words."""
    return at + 1 < len(words) and (words[at].key, words[at + 1].lower) in operator_words().negating_pairs


def _silent_here(reading: Reading, home: Alignment, at: int) -> int:
    """How many words near word `at` deny without governing a verb, where the source does not have them, or has one that
    denies: "refused release"; "denies the contract went to him" for "rejected claims that it did".
    """
    words = home.told.words
    counted = {one.at for one in reading.operators if one.sort == "not"}
    denying = {one.at for one in reading.source.operators(home.index) if one.sort == "not"}
    return sum(
        _denies(words, near) and near not in counted and (not home.equal[near] or home.links[near] in denying)
        for near in range(max(0, at - 6), min(at + 8, len(words)))
    )


def _silent_there(reading: Reading, home: Alignment, high: int) -> int:
    """The same in the source's sentence up to word `high`, of words that the summary does not have."""
    words = home.source.words
    counted = {one.at for one in reading.source.operators(home.index) if one.sort == "not"}
    return sum(
        _denies(words, near) and near not in counted and not home.taken(near)
        for near in range(min(high + 1, len(words)))
    )


def _denies(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    return word.key in operator_words().negating or word.lower in HALF_NO or _un(word) or _pair(words, at)


def told_again(reading: Reading, home: Alignment, at: int, turned: Operator | None) -> bool:
    """Whether the source's sentence has the word once more, told as here: "did not say when but said how"."""
    operators = reading.source.operators(home.index)
    return any(
        word.key == reading.words[at].key and (under(operators, link, "not") is None) == (turned is None)
        for link, word in enumerate(home.source.words)
    )


def so_elsewhere(reading: Reading, home: Alignment, at: int) -> bool:
    """Whether another sentence of the source tells the word as the summary does, among the same words."""
    turned = under(reading.operators, at, "not") is not None
    for one in reading.alignments:
        if one is home or one.same(at) < 0 or one.support(at) < 0.5 * home.support(at):
            continue
        if (under(reading.source.operators(one.index), one.same(at), "not") is not None) == turned:
            return True
    return False
