"""Who says a figure, and whether the sentence takes it back: by patterns within one sentence."""

from dataclasses import dataclass

from summarise.figures.lexicon import word_class
from summarise.figures.tokens import Line

_SAID = word_class("context", "said")
_BEFORE_SUBJECT = frozenset({",", ";", ":", "“", "”", '"', "(", ")", "—", "–", "'", "’", "‘"})
_NOT_SUBJECT = word_class("context", "not_subject")
_NEGATIONS = word_class("context", "negations")
_HYPOTHETICAL = word_class("context", "hypothetical")
_PLANS = word_class("context", "plans")
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})
_CLAUSE = frozenset({",", ";", ":", "“", "”", "—", "(", ")"})
_REACH = 12
_MOST = 20  # speakers in one sentence; where more are found it is no sentence


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker and the stretch of tokens that he is quoted with."""

    text: str
    start: int
    end: int


def attributions(line: Line) -> tuple[Attribution, ...]:
    """Everyone who says something in a sentence, in order."""
    found: list[Attribution] = []
    last = 0
    size = len(line)
    for at, token in enumerate(line.tokens):
        if len(found) == _MOST:
            break
        if token.lower == "according" and line[at + 1].lower == "to":
            end = at + 2
            while end < min(at + 12, size) and not (line[end].text in ",;." and not line.glued(end + 1)):
                if line[end].lower in ("which", "who", "that"):
                    break
                end += 1
            name = line.slice(line[at + 2].start, line[end - 1].end) if end > at + 2 else ""
            if name:
                opens = at == 0
                found.append(Attribution(name, 0 if opens else last, size if opens else at))
                last = end
        elif token.lower in _SAID and token.kind == "word":
            if token.lower in ("found", "finds", "denied", "denies") and line[at + 1].lower != "that":
                continue
            subject = _subject(line, at)
            if subject is None or (found and last == subject[0] and subject[1].lower() in _PRONOUNS):
                continue  # "the company said it expects": the company speaks on
            start, name = subject
            closing = start > 0 and line[start - 1].text in (",", "”", '"', "’") and start - 1 > last
            inverted = start > at
            if (closing or inverted) and _ends(line, max(at + 1, start + 1 if inverted else 0)):
                found.append(Attribution(name, last, min(start, at)))
            else:
                found.append(Attribution(name, at, size))
            last = at + 1
    return tuple(found)


def _ends(line: Line, at: int) -> bool:
    """Whether the statement stood before: what follows "police said" is an end, a comma or a time."""
    if line[at].lower in ("that", "the", "there", "it", "at", "he", "she", "they", "about", "more"):
        return False
    return line[at].kind != "number"


def _subject(line: Line, at: int) -> tuple[int, str] | None:
    """The words before a verb of saying back to the last sign, or after it when it is turned round."""
    start = at
    while start > 0 and at - start < 12:
        before = line[start - 1]
        if (
            before.text in _BEFORE_SUBJECT
            or before.lower in _NOT_SUBJECT
            or before.lower in _SAID
            or before.kind == "number"
        ):
            break
        start -= 1
    # "the toll has been reported", "was expected to": no one is named.
    if start > 0 and start == at and line[at - 1].kind == "word":
        return None
    while start < at and line[start].kind != "word":
        start += 1
    if start == at and line[at - 1].text == ",":
        # "its director, Osman Kheir, said"
        back = at - 1
        while back > 0 and at - back < 10 and line[back - 1].text not in _BEFORE_SUBJECT:
            back -= 1
        name = line.slice(line[back].start, line[at - 2].end) if at - 2 >= back > 0 else ""
        if (
            name
            and line[back].kind == "word"
            and not (line[at + 1].kind == "word" and line[at + 1].text[0].isupper())
        ):
            return back, name
    if start == at:
        if (
            line[at - 1].text not in (",", "”", '"')
            or line[at + 1].kind != "word"
            or not line[at + 1].text[0].isupper()
        ):
            return None
        end = at + 1
        while line[end].kind == "word" and line[end].text[0].isupper():
            end += 1
        return at + 1, line.slice(line[at + 1].start, line[end - 1].end)
    return start, line.slice(line[start].start, line[at - 1].end)


def speaker(attributed: tuple[Attribution, ...], at: int) -> str | None:
    """Who says what stands at token `at`: the narrowest stretch wins."""
    around = [one for one in attributed if one.start <= at < one.end]
    return min(around, key=lambda one: one.end - one.start).text if around else None


def is_negated(line: Line, start: int) -> bool:
    """Whether a denial or a negation reaches the number at token `start`."""
    for at in range(start - 1, max(start - 1 - _REACH, -1), -1):
        token = line[at]
        if token.text in (";", ":", "“", "”") or token.lower in ("but", "although", "while"):
            return False
        if token.text == "," and start - at > 1:
            return False
        if token.lower in _NEGATIONS or token.lower.endswith(("n't", "n’t")):
            following = line[at + 1].lower
            return following not in ("only", "more", "less", "fewer", "just", "least")
    return False


def is_hypothetical(line: Line, start: int, end: int) -> bool:
    """Whether a modal, a plan or a condition governs the number at tokens `start` to `end`."""
    for at in range(start - 1, max(start - 1 - _REACH, -1), -1):
        token = line[at]
        if token.text in _CLAUSE and start - at > 1:
            break
        if (token.lower in _HYPOTHETICAL and token.text.islower()) or token.text == "If":
            return True
        if token.lower in _PLANS and token.text.islower():
            return True
    for at in range(end, min(end + 8, len(line))):
        token = line[at]
        if token.text in _CLAUSE:
            break
        if token.text in ("could", "would", "may", "might", "if", "unless"):
            return True
    return False
