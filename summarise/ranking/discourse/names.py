"""Surnames, first names and short forms that an earlier sentence gave in full."""

import re
from functools import lru_cache
from itertools import compress

from summarise.language.words import STOP_WORDS
from summarise.ranking.discourse.told import Found, Look, PerWord, Told, earlier, kept
from summarise.resources import word_list

_KNOWN = word_list("en/known_names.txt")
_FIRST_NAMES = word_list("en/first_names.txt")
_HEADS = word_list("en/name_heads.txt")
_TAILS = word_list("en/name_tails.txt")

COURTESY = frozenset("mr mrs ms miss".split())
_PARTICLES = frozenset("van der den de la le du da dos di bin al el von ten ter".split())


def note_names(told: Told) -> None:
    """Fill `told` with the capitalised words of every sentence, and with the names that they are."""
    for number, (words, text) in enumerate(zip(told.words, told.texts, strict=True)):
        runs = runs_of(words, text)
        told.runs.append(runs)
        if runs:
            _note(told, number, words, runs)


def _note(told: Told, number: int, words: tuple[str, ...], runs: list[tuple[int, int]]) -> None:
    """Note the full names of a sentence by their last word, and the names that came bare."""
    names, bare = told.names, told.bare
    for first, end in runs:
        last = words[end - 1]
        if last[-1] == "s" and last[-2:-1] in "'’":
            last = last[:-2]
        if end - first == 1:
            if last in names:
                told.named_again.add(number)
            else:
                bare.add(last)
        elif last not in bare and _full_name(words, first, end, last):
            _remember(told, words[first], last, told.positions[number])


def _remember(told: Told, start: str, last: str, position: int) -> None:
    known = told.names.get(last)
    if not known:
        known = told.names[last] = (start, [])
        if start in _FIRST_NAMES and start not in told.bare:
            told.names.setdefault(start, known)
    # A namesake does not tell who the first one is.
    if known[0] == start and known[1][-1:] != [position]:
        known[1].append(position)


def _plain(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _full_name(words: tuple[str, ...], first: int, end: int, last: str) -> bool:
    """Whether capitalised words in a row, up to `last`, are somebody's first name and surname."""
    head = words[first]
    if not _may_name(head, last):
        return False
    if end - first > 2:
        return True
    if first and words[first - 1].lower() == "the":
        return False
    plain = head.lower()
    return plain not in COURTESY and (first > 0 or plain not in _ROLES)


@lru_cache(maxsize=65536)
def _may_name(head: str, last: str) -> bool:
    low = last.lower()
    if len(last) < 3 or last.isupper() or low in STOP_WORDS or low in _TAILS:
        return False
    return head.lower() not in _HEADS


def runs_of(words: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    """Stretches of capitalised words with only a space between them; function words do not count."""
    runs: list[tuple[int, int]] = []
    first = end = -1
    for number in compress(range(len(words)), map(_part_of_names, words)):
        if (
            f"{words[number - 1]} {words[number]}" in text
            if number == end
            else number - end < 3
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


def _capitalised(word: str) -> bool:
    low = word.lower()
    return word != low and word[0].isupper() and low.replace("’", "'") not in _NO_PART_OF_NAMES


_part_of_names = PerWord(_capitalised).__getitem__


def bare_surname(look: Look) -> Found | None:
    """ "Holm", when only an earlier sentence says "Ada Holm"."""
    return _surname(look, courtesy=False)


def courtesy_surname(look: Look) -> Found | None:
    """ "Mr Holm", when only an earlier sentence says "Joe Holm"."""
    return _surname(look, courtesy=True)


def _surname(look: Look, courtesy: bool) -> Found | None:
    words, low, runs = look.words, look.low, look.runs
    names = look.told.names
    for first, end in runs:
        titled = end - first == 2 and low[first] in COURTESY
        if titled != courtesy or (end - first != 1 and not titled):
            continue
        name = _plain(words[end - 1])
        if name not in names or name in _KNOWN:
            continue
        places = names[name][1]
        if places[0] >= look.position or (not titled and first and low[first - 1] in _NO_SURNAME_BEHIND):
            continue
        if not _given_in_full(look, name):
            return Found(" ".join(words[first:end]), tuple(kept(earlier(places, look.position))))
    return None


def _given_in_full(look: Look, name: str) -> bool:
    """Whether the sentence itself has more of a name than the one word."""
    words = look.words
    return any(
        end - first > 1 and name in (_plain(words[end - 1]), words[first]) and look.low[first] not in COURTESY
        for first, end in look.runs
    )


# "Bookmakers Harbury", "Former Marston manager Ada Holm": words that open a sentence and are no first names.
_ROLES = (
    word_list("en/people.txt")
    | word_list("en/person_nouns.txt")
    | frozenset(
        "former veteran fellow visiting bookmakers makers owners champions brewers retailers hosts visitors leaders"
        " strugglers rivals neighbours ex ousted injured late".split()
    )
)
_NO_SURNAME_BEHIND = COURTESY | {"in", "at", "near", "across", "the", "into", "outside"}


_SHORT = re.compile(r"\(([A-Z][A-Za-z&]{0,6}[A-Z]s?)\)")


def note_short_forms(told: Told) -> None:
    """Note the short forms that sentences give in brackets: "the Marston River Trust (MRT)"."""
    for position, text in zip(told.positions, told.texts, strict=True):
        if "(" not in text:
            continue
        for form in _SHORT.findall(text):
            if form not in _KNOWN:
                places = told.short_forms.setdefault(form, [])
                if places[-1:] != [position]:
                    places.append(position)


def short_form(look: Look) -> Found | None:
    """ "MRT", when only an earlier sentence says what it is short for."""
    known = look.told.short_forms
    for word in look.words:
        form = word.removesuffix("'s").removesuffix("’s")
        if form in known and known[form][0] < look.position and f"({form})" not in look.text:
            return Found(word, tuple(kept(earlier(known[form], look.position))))
    return None
