"""Surnames, first names and short forms that an earlier sentence gave in full."""

import re
from functools import lru_cache
from itertools import compress
from operator import ne

from summarise.language.words import STOP_WORDS
from summarise.ranking.told import Found, Look, Told, kept
from summarise.resources import word_list

_KNOWN = word_list("en/known_names.txt")
_FIRST_NAMES = word_list("en/first_names.txt")
_HEADS = word_list("en/name_heads.txt")
_TAILS = word_list("en/name_tails.txt")

_COURTESY = frozenset("mr mrs ms miss".split())
_PARTICLES = frozenset("van der den de la le du da dos di bin al el von ten ter".split())


def remember_names(look: Look) -> None:
    """Note the full names of a sentence by their last word, and the names that came bare."""
    told = look.told
    words = look.words
    for first, end in look.runs:
        last = words[end - 1]
        if last[-1] == "s" and last[-2:-1] in "'’":
            last = last[:-2]
        if end - first == 1:
            if last not in told.names:
                told.bare.add(last)
        elif last not in told.bare and _full_name(words[first], last, end - first, first, look.low):
            _remember(told, words[first], last, look.told.positions[look.number])


def _remember(told: Told, start: str, last: str, position: int) -> None:
    known = told.names.get(last)
    if not known:
        known = told.names[last] = (start, [])
        told.name_words.update((last, last + "'s", last + "’s"))
        if start in _FIRST_NAMES and start not in told.bare:
            told.names.setdefault(start, known)
            told.name_words.update((start, start + "'s", start + "’s"))
    # A namesake does not tell who the first one is.
    if known[0] == start and known[1][-1:] != [position]:
        known[1].append(position)


def _plain(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _full_name(head: str, last: str, length: int, first: int, low: list[str]) -> bool:
    """Whether capitalised words in a row, from `head` to `last`, are somebody's first name and surname."""
    if not _may_name(head, last):
        return False
    if length > 2:
        return True
    before = low[first - 1] if first else ""
    return head.lower() not in _COURTESY and before != "the" and (first > 0 or low[0] not in _ROLES)


@lru_cache(maxsize=65536)
def _may_name(head: str, last: str) -> bool:
    low = last.lower()
    if len(last) < 3 or last.isupper() or low in STOP_WORDS or low in _TAILS:
        return False
    return head.lower() not in _HEADS


def runs_of(words: tuple[str, ...], low: list[str], text: str) -> list[tuple[int, int]]:
    """Stretches of capitalised words with only a space between them; function words do not count."""
    runs: list[tuple[int, int]] = []
    first = end = -1
    for number in compress(range(len(words)), map(ne, words, low)):
        word = words[number]
        if low[number] in _NO_PART_OF_NAMES or not word[0].isupper():
            continue
        if (number == end and f"{words[number - 1]} {word}" in text) or (
            0 < number - end < 3
            and end > 0
            and words[end] in _PARTICLES
            and _joined(words, end - 1, number) in text
        ):
            end = number + 1
        else:
            if end > 0:
                runs.append((first, end))
            first, end = number, number + 1
    if end > 0:
        runs.append((first, end))
    return runs


def _joined(words: tuple[str, ...], first: int, last: int) -> str:
    return " ".join(words[first : last + 1])


# "In June Holm sold the boat": no June Holm.
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december christmas easter".split()
)
_NO_PART_OF_NAMES = (STOP_WORDS - {"will", "may"}) | _CALENDAR


def bare_surname(look: Look) -> Found | None:
    """ "Holm", when only an earlier sentence says "Ada Holm"."""
    return _surname(look, courtesy=False)


def courtesy_surname(look: Look) -> Found | None:
    """ "Mr Holm", when only an earlier sentence says "Joe Holm"."""
    return _surname(look, courtesy=True)


def _surname(look: Look, courtesy: bool) -> Found | None:
    words = look.words
    told = look.told
    if courtesy and _COURTESY.isdisjoint(look.low):
        return None
    for first, end in look.runs:
        if words[end - 1] not in told.name_words:
            continue
        titled = end - first == 2 and look.low[first] in _COURTESY
        if titled != courtesy or (end - first != 1 and not titled):
            continue
        before = look.low[first - 1] if first else ""
        if not titled and before in _NO_SURNAME_BEHIND:
            continue
        name = _plain(words[end - 1])
        if name in _KNOWN or any(
            stop - start > 1
            and name in (_plain(words[stop - 1]), words[start])
            and look.low[start] not in _COURTESY
            for start, stop in look.runs
        ):
            continue
        return Found(" ".join(words[first:end]), tuple(kept(told.names[name][1])))
    return None


# "Bookmakers Harbury", "Former Marston manager Ada Holm": words that open a sentence and are no first names.
_ROLES = (
    word_list("en/people.txt")
    | word_list("en/person_nouns.txt")
    | {
        "former",
        "veteran",
        "fellow",
        "visiting",
        "bookmakers",
        "makers",
        "owners",
        "champions",
        "brewers",
        "retailers",
    }
    | {
        "hosts",
        "visitors",
        "leaders",
        "strugglers",
        "rivals",
        "neighbours",
        "ex",
        "ousted",
        "injured",
        "late",
    }
)
_NO_SURNAME_BEHIND = _COURTESY | {"in", "at", "near", "across", "the", "into", "outside"}


_SHORT = re.compile(r"\(([A-Z][A-Za-z&]{0,6}[A-Z]s?)\)")


def remember_short_forms(text: str, position: int, told: Told) -> None:
    """Note the short forms that a sentence gives in brackets: "the Marston River Trust (MRT)"."""
    for form in _SHORT.findall(text):
        if form not in _KNOWN:
            places = told.short_forms.setdefault(form, [])
            if places[-1:] != [position]:
                places.append(position)


def short_form(look: Look) -> Found | None:
    """ "MRT", when only an earlier sentence says what it is short for."""
    for word in look.words:
        form = word.removesuffix("'s").removesuffix("’s")
        if (places := look.told.short_forms.get(form)) and f"({form})" not in look.text:
            return Found(word, tuple(kept(places)))
    return None
