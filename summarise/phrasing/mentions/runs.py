"""Runs of capitalised words in plain text: where names may stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ...language.words import STOP_WORDS
from ...model import ParsedSentence, Sentence
from ...resources import word_list
from .registers import (
    demonyms,
    first_names,
    kept_titles,
    offices,
    organisation_nouns,
    organisation_words,
    person_nouns,
    titles,
)
from .words import Seen, Word, seen_in, words_of

_PARTICLES = frozenset("van von der den de la le du da dos di del bin ibn al el ten ter zu af".split())
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december feb apr aug sept oct nov dec christmas easter".split()
)
_NEVER = (STOP_WORDS - {"will", "may"}) | _CALENDAR | {"i'm", "i've", "i'll", "i'd", "ok", "yes"}
_OF = frozenset({"of", "for"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look like a name; `title` are the words before it that are none of it.

    `before` is the word in lower case right before ("actor", "in", "the"), "" at a break; `doubtful` if only the
    start of the sentence may have given the capital; `text` the words as one name;
    not `whole` if a number right beside it belongs to it ("50 Cent", "Pier 1").
    """

    sentence: int
    words: tuple[Word, ...]
    title: tuple[Word, ...]
    before: str
    doubtful: bool
    text: str
    whole: bool = True


def runs(sentences: Sequence[Sentence], parsed: Sequence[ParsedSentence]) -> list[Run]:
    """Every run of the story in order; headings are left out."""
    trees = {p.sentence.index: p for p in parsed}
    seen = seen_in(sentences)
    found: list[Run] = []
    for sentence in sentences:
        if not sentence.heading:
            found.extend(_of_sentence(sentence, trees.get(sentence.index), seen))
    return found


# "Harbour, Texas-based Petrovia": where somebody is, beside the name.
_BASED = re.compile(r"(?:, [A-Z][\w.]*)?-(?:based|born)\b")
_OPENINGS = ("“", '"', ":", ".", "?", "!")


def _of_sentence(sentence: Sentence, tree: ParsedSentence | None, seen: Seen) -> Iterator[Run]:
    text, base = sentence.text, sentence.start
    words = words_of(text, base)
    if not words or text.isupper():
        return
    capitals = [number for number, word in enumerate(words) if _capital(word.text)]
    at = 0
    for first in capitals:
        if first < at:
            continue
        at = first
        doubtful = first == 0 or text[: words[first].start - base].rstrip()[-1:] in _OPENINGS
        while following := _next(words, at, text, base):
            at = following
        row = words[first : at + 1]
        before = words[first - 1].text.lower() if first and text[words[first - 1].end - base] == " " else ""
        behind = words[at + 1] if at + 1 < len(words) else None
        numbered = before.isdigit() or (
            behind is not None and behind.text.isdigit() and behind.start == words[at].end + 1
        )
        at += 1
        if doubtful and not _named(row[0], len(row), tree, seen):
            row, doubtful = row[1:], False
        if row and row[0].text != "&" and not _BASED.match(text, row[-1].end - base):
            yield from _split(sentence.index, row, before, doubtful and tree is None, not numbered)


def _next(words: Sequence[Word], at: int, text: str, base: int) -> int | None:
    """The word that carries a run on behind word `at`."""

    if words[at].owner and not (at + 1 < len(words) and _institution_of(words[at], words[at + 1])):
        return None

    def joined(one: int, other: int) -> bool:
        gap = text[words[one].end - base : words[other].start - base]
        short = (
            len(words[one].text) == 1 or words[one].text.lower() in titles() or words[one].text in _STOPPED
        )
        return gap in {" ", "' ", "’ ", "'s ", "’s "} or (gap == ". " and short)

    if at + 1 >= len(words) or not joined(at, at + 1):
        return None
    if _capital(words[at + 1].text):
        return at + 1
    for ahead in (2, 3):
        if at + ahead >= len(words) or words[at + ahead - 1].owner:
            return None
        between = [w.text for w in words[at + 1 : at + ahead]]
        if not all(joined(at + i, at + i + 1) for i in range(ahead)) or not _capital(words[at + ahead].text):
            continue
        if all(w in _PARTICLES for w in between) or between == ["&"]:
            return at + ahead
        institution = words[at].text.lower() in _institutions()
        if institution and between[0] in _OF and between[1:] in ([], ["the"]):
            return at + ahead
    return None


def _institution_of(owner: Word, word: Word) -> bool:
    """ "the Dockers' Union", "the Women's Institute": the owner belongs to the name."""
    many = owner.text.endswith("s") or owner.text in _OWNERS
    return many and word.text.lower() in organisation_words() and word.text[0].isupper()


_OWNERS = frozenset("Women Men People Children King Queen Prince Workers".split())
_STOPPED = frozenset(
    {
        "St",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Jr",
        "Sr",
        "Prof",
        "Rev",
        "Sgt",
        "Lt",
        "Gen",
        "Col",
        "Sen",
        "Rep",
        "Gov",
        "Mt",
        "Ft",
    }
)


@cache
def _institutions() -> frozenset[str]:
    return frozenset(organisation_words()) | {"house", "bureau", "chamber", "secretary"} - {
        "air",
        "news",
        "times",
    }


@lru_cache(maxsize=16384)
def _capital(text: str) -> bool:
    if text.endswith(("-based", "-born", "-owned", "-led", "-style")):
        return False
    return (
        text == "&"
        or (
            (
                text[0].isupper()
                or (text[0].islower() and text[1:2].isupper())
                or text.startswith(("al-", "el-"))
            )
            and text.lower().replace("’", "'") not in _NEVER
        )
        or text in _MIXED
    )


# In small letters these are function words.
_MIXED = frozenset({"US", "UN", "WHO"})


def _named(word: Word, length: int, tree: ParsedSentence | None, seen: Seen) -> bool:
    """Whether the capital of a sentence's first word is a name's."""
    low = word.text.lower()
    if length > 1 and low in _openers():
        # "Rival Sony", "Airline Northair".
        return False
    if word.text[1:].lower() != word.text[1:] or word.text in first_names():
        return True
    if length > 1 and (low in _PARTICLES or low in titles() or word.text in demonyms()):
        return True
    if (
        low in seen.small
        or (low.endswith("s") and low[:-1] in person_nouns())
        or low in word_list("en/speaking_groups.txt")
        or low in word_list("en/sentence_starters.txt")
    ):
        return False
    if word.text in seen.capital:
        return True
    if tree is None or low.endswith(("ly", "ing", "ed")):
        return False
    token = next((t for t in tree.tokens if t.start <= word.start < t.end), None)
    return token is not None and token.tag in {"NNP", "NNPS"}


@cache
def _openers() -> frozenset[str]:
    """Words that open a sentence before a name and are none of it."""
    nouns = person_nouns() | (frozenset(organisation_nouns()) - frozenset(organisation_words()))
    return (nouns | {"former", "rival", "fellow", "veteran", "ousted", "ex", "late"}) - titles()


def _split(sentence: int, row: Sequence[Word], before: str, doubtful: bool, whole: bool) -> Iterator[Run]:
    """The name in a row of capitalised words, its title apart: "South African President | Thabo Mbeki"."""
    last = row[-1].text.lower()
    cut = 0
    if last not in organisation_words():
        for at, word in enumerate(row[:-1]):
            if word.text.lower().rstrip(".") in titles() and not _of_it(row, at, cut):
                cut = at + 1
    if not cut and len(row) > 2 and row[1].text in first_names() and row[0].text in demonyms() | _PARTIES:
        # "Tory Liam Fox", "Briton Tim Henman"
        cut = 1
    name, title = tuple(row[cut:]), tuple(row[:cut])
    office = before in {"the", "a", "an"} and last in offices()
    only = all(w.text.lower() in titles() or w.text in demonyms() for w in name)
    if office or (only and not title):
        # "Prime Minister", "the Home Secretary", "French": nobody's name.
        return
    if len(name) == 1 and name[0].text in demonyms() | {"&"}:
        return
    whole = whole or len(name) > 1
    yield Run(sentence, name, title, before, doubtful, " ".join(w.text for w in name), whole)


_PARTIES = frozenset({"Tory", "Labour", "Conservative", "Dem", "Liberal"})


def _of_it(row: Sequence[Word], at: int, cut: int) -> bool:
    """ "Nat King Cole", "George Judge": the title belongs to the name."""
    if at == cut or row[at].text.lower() in {"mr", "mrs", "ms", "president", "minister", "secretary"}:
        return False
    before = [w.text for w in row[cut:at]]
    return before[-1] in first_names() or row[at].text.lower() in kept_titles() | _OTHERWISE


# Titles that are often part of another name: "Four Star General", "the Football Chief".
_OTHERWISE = frozenset(
    "general justice chief major father brother sister count baron speaker crown vice private dr".split()
)


def ends_in_suffix(run: Run) -> bool:
    """ "Jr", "III" close a name and are no surname."""
    return len(run.words) > 2 and run.words[-1].text.lower().rstrip(".") in _SUFFIXES


def particles() -> frozenset[str]:
    """Small words inside surnames."""
    return _PARTICLES
