"""Light rewrites that leave what is said as it is: hosts that are not verbatim."""

import re

from spacy.tokens import Doc

from .material import inflected
from .numbers import value_of
from .register import register, words

_GONE = re.compile(
    r"\b(?:ago|last|yesterday|earlier|previously|once|since|until|when|after|(?:19|20)\d\d|had)\b"
)


def rewritten(doc: Doc, text: str) -> str | None:
    """The sentence in a headline's tense, without its opener, asides and some articles; None if little of it changes.

    Quotations stay as they are.
    """
    made = _present(doc, text)
    openers = [opener for opener in register()["openers"]["words"].split("|") if opener]
    for opener in openers:
        if made.startswith(opener + " ") and len(made) > len(opener) + 20:
            rest = made[len(opener) + 1 :]
            made = rest[0].upper() + rest[1:]
            break
    made = re.sub(r" \([^()\d]{0,40}\)", "", made)
    made = re.sub(r", (?:however|meanwhile|too|of course|though),? ", " ", made)
    outside = re.split(r'("[^"]*"|“[^”]*”)', made)
    outside[::2] = [_lightened(part) for part in outside[::2]]
    made = "".join(outside)
    if made and made[0].islower():
        made = made[0].upper() + made[1:]
    return made if made != text and len(made.split()) > 5 else None


def _lightened(part: str) -> str:
    same: dict[str, str] = register()["same"]
    for old, new in same.items():
        part = re.sub(rf"(?<![a-z]){old}\b", new, part)
    part = re.sub(r"(?<=\d) %", "%", part)
    # Every second "the" before a plain noun goes, as in a headline.
    count = 0

    def drop(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return "" if count % 2 else match[0]

    part = re.sub(
        r"(?:(?<=in )|(?<=on )|(?<=for )|(?<=by )|(?<=with )|(?<=after )|^)[Tt]he (?=[a-z]{3,} ?[a-z.,])",
        drop,
        part,
    )
    digits = {word: str(n) for n, word in enumerate(words("number_words")) if n > 1}
    return re.sub(
        r"(?<![\w-])("
        + "|".join(digits)
        + r")(?= (?:people|years|days|months|weeks|men|women|children|hours|times|goals|points)\b)",
        lambda m: str(int(value_of(m[1]))),
        part,
    )


def _within_quotation(place: int, text: str) -> bool:
    return any(m.start() <= place < m.end() for m in re.finditer(r'"[^"]*"|“[^”]*”', text))


def _present(doc: Doc, text: str) -> str:
    """The text with its main verb, if it is a plain past tense, in the present."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if (
        root is None
        or root.tag_ != "VBD"
        or root.lemma_ in ("be", "have", "do")
        or any(c.dep_ in ("aux", "auxpass", "neg") for c in root.children)
    ):
        return text
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    if subject is None or any(c.dep_ == "conj" for c in root.children):
        return text
    several = (
        subject.tag_ in ("NNS", "NNPS")
        or subject.lower_ in ("they", "we", "you", "i", "police", "people")
        or any(c.dep_ == "conj" for c in subject.children)
    )
    # Not where the past must stay: two past tenses, a time gone by.
    if any(
        t.tag_ == "VBD" and t.i != root.i for t in doc if not _within_quotation(t.idx, text)
    ) or _GONE.search(text):
        return text
    made = inflected(root, "VBP" if several else "VBZ")
    if not made or not root.text.islower():
        return text
    return text[: root.idx] + made + text[root.idx + len(root) :]
