"""Title case: a capital on every word but the small ones, names as they are."""

import re
from collections.abc import Sequence

from ...resources import word_list
from .cloth import Cloth, recase
from .house import House

_WORD = re.compile(r"[^\W_](?:[\w'’-]*\w)?")
# After these a headline begins anew.
_ANEW = re.compile(r"(?:[:–—?!]\s*[\"'“‘]?|^\W*)$")


def title_case(cloth: Cloth, house: House) -> Cloth:
    """The line in the case of the house; only letters change, never their number."""
    if house.case != "title":
        return cloth
    words = list(_WORD.finditer(cloth.text))
    letters = list(cloth.text)
    for index, match in enumerate(words):
        word = match[0]
        small = word in word_list("en/dress/title_small.txt")
        must = index == len(words) - 1 or _ANEW.search(cloth.text, 0, match.start()) is not None
        # "3 p.m.", "e.g.": one word with its stops.
        dotted = cloth.text[match.end() :][:1] == "." and len(word) == 1
        dotted = dotted or cloth.text[: match.start()].endswith(".")
        if (small and not must) or dotted or _particle(words, index):
            continue
        for at, part in _parts(word, match.start()):
            upper = part[0].upper()
            # "iPhone" and "eBay" have their capital already; "ß" has none of one letter.
            if not any(letter.isupper() for letter in part) and len(upper) == 1:
                letters[at] = upper
    return recase(cloth, "".join(letters))


def _parts(word: str, start: int) -> list[tuple[int, str]]:
    """The parts of a hyphenated word that get a capital, each with its place."""
    found = []
    for match in re.finditer(r"[^-]+", word):
        part = match[0]
        first = match.start() == 0
        inside = part in word_list("en/dress/title_small.txt") and not first
        # "al-Bab" keeps the small letter of the name, "anti-Bab" does not.
        named = part in word_list("en/dress/name_particles.txt") and word[match.end() + 1 :][:1].isupper()
        if not inside and not (named and first):
            found.append((start + match.start(), part))
    return found


def _particle(words: Sequence[re.Match[str]], index: int) -> bool:
    """Whether a word is a small one inside a name: "van" and "der" between two words with capitals."""
    particles = word_list("en/dress/name_particles.txt")
    if words[index][0] not in particles:
        return False
    before = next((w[0] for w in reversed(words[:index]) if w[0] not in particles), "")
    behind = next((w[0] for w in words[index + 1 :] if w[0] not in particles), "")
    return before[:1].isupper() and behind[:1].isupper()
