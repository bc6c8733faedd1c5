"""Whether a sentence stands on its own, and what it leans on if it does not."""

import re
from collections.abc import Sequence

from ..language.words import STOP_WORDS
from ..model import Sentence
from ..resources import word_list

_OPENING_PRONOUN = frozenset(
    "he she it they his her its their him them this these that those such both neither another others one".split()
)
_LINKS = """
But And Or So Yet Also However Meanwhile Then Later Earlier Instead Nevertheless Nonetheless Still Moreover
Furthermore Therefore Thus Hence Besides Likewise Similarly Otherwise Afterwards? Since_then At_the_time
In_addition As_a_result By_contrast In_contrast For_example For_instance In_turn That_said Even_so Soon_after
Shortly_after(?:wards)? Minutes_later Hours_later Days_later The_next_day On_the_other_hand Rather Indeed
Of_these Of_those Of_them Among_them The_(?:latter|former|same) A_(?:second|third) Another Other
"""
_LINKING = re.compile("(?:" + "|".join(link.replace("_", " ") for link in _LINKS.split()) + r")\b")
_POINTING = re.compile(r"\b(?:of )?(?:these|those|this|such)\s+[a-z]+", re.IGNORECASE)
_SELF = re.compile(r"\b(?:I|we|We|my|our|you|me|us)\b")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')


def leans(sentence: Sentence) -> str | None:
    """The words by which a sentence leans on something before it; None if it stands alone."""
    text = sentence.text.lstrip("\"'“‘(- ")
    link = _LINKING.match(text)
    if link:
        return link.group()
    first = re.match(r"[A-Za-z’']+", text)
    opener = first.group().lower().replace("’", "'").split("'")[0] if first else ""
    if opener in _OPENING_PRONOUN:
        return first.group() if first else None
    outside = _QUOTED.sub(" ", text)
    pronoun = _unnamed(outside)
    if pronoun:
        return pronoun
    pointing = _POINTING.search(outside)
    return pointing.group() if pointing and pointing.start() < 40 else None


def _unnamed(text: str) -> str | None:
    """A personal pronoun with nobody named before it in the sentence whom it could mean."""
    for match in re.finditer(r"\b(?:he|she|they|him|his|her|their|them)\b", text):
        before = text[: match.start()].split()
        named = any(word[:1].isupper() for word in before[1:]) or (
            bool(before)
            and before[0][:1].isupper()
            and before[0].lower() not in STOP_WORDS
            and len(before) < 3
        )
        plural = match.group() in {"they", "their", "them"}
        called = any(_person(word, plural) for word in before)
        if not named and not called:
            return match.group()
    return None


def _person(word: str, plural: bool) -> bool:
    bare = word.lower().strip(",;:.\"'’s")
    return bare in word_list("en/people.txt") or (
        plural and word.lower().rstrip(",;:").endswith("s") and len(bare) > 3
    )


def quoting(sentence: Sentence) -> bool:
    """Whether most of a sentence is somebody's direct speech."""
    text = sentence.text
    inside = sum(len(match.group()) for match in _QUOTED.finditer(text))
    unclosed = text.count('"') % 2 == 1 or text.count("“") != text.count("”")
    return unclosed or inside > 0.5 * len(text) or bool(_SELF.search(_QUOTED.sub(" ", text)))


def supporter(sentence: Sentence, sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence before it in its paragraph, if that one stands alone."""
    if sentence.index == 0:
        return None
    before = sentences[sentence.index - 1]
    near = before.paragraph == sentence.paragraph or before.paragraph == sentence.paragraph - 1
    return before if near and not before.heading and leans(before) is None and not quoting(before) else None


def is_plain(sentence: Sentence) -> bool:
    """Whether a sentence can be a bullet at all: no heading, no question, no speech, no stray marks."""
    text = sentence.text
    return (
        not sentence.heading
        and not quoting(sentence)
        and text.rstrip("\"'”’)").endswith((".", "!"))
        and not re.search(r"https?:|www\.|\bclick\b|[|<>{}]", text, re.IGNORECASE)
        and text[:1] not in "-•*–—"
        and text.split()[0].lower() not in word_list("en/pronouns.txt") | {"click", "read", "see"}
    )
