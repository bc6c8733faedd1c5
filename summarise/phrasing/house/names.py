"""Whether a word of a line may be a name, by how the source writes it."""

import re

from ...checking.faithfulness import Source
from .cloth import Cloth

# "Centre for Ocean Studies": the small words inside a name are passed over.
_AFTER_WORD = re.compile(r"\W*(?:(?:for|of|of the|and)\s+)?(\w)")


def may_be_name(cloth: Cloth, start: int, end: int, source: Source) -> bool:
    """Whether the word from `start` to `end` is written with a capital that its place alone does not give it.

    A capital at the start of a sentence proves nothing: the word is taken for a name if the next one has
    a capital too, or if it has one elsewhere within a sentence.
    """
    word = cloth.text[start:end]
    place = cloth.places[start]
    if place is None:
        return word[0].isupper() and start > 0
    if source.text[place].islower():
        return False
    if any(letter.isupper() for letter in word[1:]) or not _opens(source, place):
        return True
    behind = _AFTER_WORD.match(source.text, place + len(word))
    if behind and behind[1].isupper():
        return True
    return bool(re.search(rf"[\w,;] {re.escape(word.capitalize())}\b", source.text))


def _opens(source: Source, place: int) -> bool:
    """Whether a sentence begins at a place of the source, or what is written like one."""
    before = source.text[:place].rstrip("\"'“‘(")
    # Behind a dateline or a colon: "(Dec 17) Ten miners ...".
    if before.rstrip()[-1:] in {")", ":", "–", "—"}:
        return True
    return any(sentence.start in (place, len(before)) for sentence in source.sentences)
