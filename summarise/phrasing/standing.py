"""Whether a sentence stands on its own, and what it leans on if it does not."""

import re
from collections.abc import Sequence

from ..model import Sentence
from ..resources import word_list

_OPENING_PRONOUN = frozenset(
    "he she it they his her its their him them this these that those such both neither another others one".split()
)
_LINKING = re.compile(
    r"(?:But|And|Or|So|Yet|Also|However|Meanwhile|Then|Later|Earlier|Instead|Nevertheless|Nonetheless|Still|Moreover|"
    r"Furthermore|Therefore|Thus|Hence|Besides|Likewise|Similarly|Otherwise|Afterwards?|Since then|At the time|"
    r"In addition|As a result|By contrast|In contrast|For example|For instance|In turn|That said|Even so|Soon after|"
    r"Shortly after(?:wards)?|Minutes later|Hours later|Days later|The next day|On the other hand|Rather|Indeed|"
    r"Of these|Of those|Of them|Among them|The (?:latter|former|same)|A (?:second|third)|Another|Other)\b"
)
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
    """A personal pronoun with no name and no noun it could mean before it in the sentence."""
    for match in re.finditer(r"\b(?:he|she|they|him|his|her|their|them)\b", text):
        if not re.search(
            r"\b[A-Z][\w’'-]+|\b(?:man|woman|men|women|boy|girl|people|police|officials|\w+(?:er|or|ist|ian)s?)\b",
            text[: match.start()],
        ):
            return match.group()
    return None


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
