"""Whether a sentence stands on its own, and what it leans on if it does not."""

import re
from collections.abc import Sequence

from ..language.words import STOP_WORDS, words
from ..model import Sentence
from ..ranking.discourse.openers import leaning_opener
from ..ranking.notices import notice
from ..resources import word_list

_POINTING = re.compile(r"\b(?:of )?(?:these|those|this|such)\s+[a-z]+", re.IGNORECASE)
# "this week" and "those who" point at nothing in the text.
_POINTING_FREELY = re.compile(
    r"\bthis (?:year|month|week|weekend|morning|afternoon|evening|summer|autumn|fall|winter|spring|season)\b"
    r"|\bthose (?:who|with|in|of|from|\w+ing|\w+ed)\b|\bsuch as\b",
    re.IGNORECASE,
)
_LINKED = re.compile(r", (?:however|though|too|meanwhile|for example|for instance|in turn|therefore|then),?")
# Somebody outside the sentence speaks: ", he said".
_SAID_BY_PRONOUN = re.compile(
    r"[,”\"]\s(?:he|she|they|it)\s(?:\w+ly\s)?(?:said|says|added|adds|told|wrote|explained|continued|alleged|claimed|warned)\b"
    r"|[,”\"]\s(?:said|says|added)\s(?:he|she|they)\b"
)
# "According to reports, they talked": the phrase in front names nobody that "they" could be.
_FRONTED = re.compile(
    r"(?P<front>(?:According|Amid|After|As|At|Before|By|Despite|During|Following|For|From|In|Of|On|Over|Since|Through|"
    r"Under|Until|When|While|With|Without)\b[^,;:.]{1,90}), (?P<pronoun>he|she|they|it|his|her|their|its)\b"
)
_SAME = re.compile(
    r"\b(?:did|do|does) the same\b|\bthat one\b|\bthe (?:former|latter|pair|duo|trio)\b", re.IGNORECASE
)
_SELF = re.compile(r"\b(?:I|We|we|My|my|Our|our|You|you|Your|your|me|us)\b")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|(?<!\w)‘[^’]*’(?!\w)')
_CAPTION = re.compile(
    r"\((?:pictured|left|right|centre|center|above|below|file|inset)\b|, (?:pictured|left|right),"
    r"|^\d+[.)]\s|\bphotograph above\b|^[A-Z][\w’' ]{0,30}: [A-Z]|scroll down",
    re.IGNORECASE,
)


def leans(sentence: Sentence) -> str | None:
    """The words by which a sentence leans on something before it; None if it stands alone."""
    text = sentence.text
    opener = leaning_opener(text)
    if opener:
        return opener
    outside = _QUOTED.sub(" ", text)
    for pattern in (_SAID_BY_PRONOUN, _LINKED, _SAME):
        found = pattern.search(outside)
        if found and not (pattern is _SAID_BY_PRONOUN and _named_speaker(outside[: found.start()])):
            return found.group().strip(' ,”"')
    fronted = _FRONTED.match(outside)
    if fronted and not any(_name(word) for word in fronted.group("front").split()[1:]):
        return fronted.group("pronoun")
    return _unnamed(outside) or _pointing(outside)


def _named_speaker(before: str) -> bool:
    """ "Drahan said the plant was hit, he added": the speaker is named before."""
    return bool(re.search(r"\b[A-Z][\w’'-]+ (?:said|says|told|added)\b", before))


def _pointing(text: str) -> str | None:
    free = _POINTING_FREELY.sub(" ", text)
    found = _POINTING.search(free)
    return found.group() if found and found.start() < 40 else None


def _unnamed(text: str) -> str | None:
    """A personal pronoun with nobody named before it in the sentence whom it could mean."""
    for match in re.finditer(r"\b(?:he|she|they|him|his|her|their|them)\b", text):
        before = text[: match.start()].split()
        plural = match.group() in {"they", "their", "them"}
        named = any(_name(word) for word in before[1:]) or (bool(before) and _opens_with_name(before))
        if not named and not any(_person(word, plural) for word in before):
            return match.group()
    return None


def _name(word: str) -> bool:
    return word[:1].isupper() and word.strip(",.").lower() not in _NO_NAMES


def _opens_with_name(before: Sequence[str]) -> bool:
    first = before[0].strip(",.").lower()
    return (
        before[0][:1].isupper()
        and first not in STOP_WORDS
        and first not in _NO_NAMES
        and not before[0].endswith(",")
    )


_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday soon now here there according after before when while "
    "although since despite under during".split()
)


def _person(word: str, plural: bool) -> bool:
    bare = word.lower().strip(",;:.\"'’")
    singular = bare.removesuffix("s") if plural else bare
    return (
        bare in word_list("en/people.txt")
        or singular in word_list("en/people.txt")
        or (plural and bare.endswith("s") and len(bare) > 3 and bare not in STOP_WORDS)
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
    """Whether a sentence can be a bullet at all: no heading, question, speech, caption or notice."""
    text = sentence.text
    return (
        not sentence.heading
        and not quoting(sentence)
        and len(words(text)) >= 5
        and text.rstrip("\"'”’)").endswith((".", "!"))
        and not re.search(r"https?:|www\.|\bclick\b|[|<>{}]", text, re.IGNORECASE)
        and text[:1] not in "-•*–—\"“‘'"
        and not _CAPTION.search(text)
        and notice(text) is None
        and text.split()[0].lower() not in word_list("en/pronouns.txt") | {"click", "read", "see", "not"}
    )
