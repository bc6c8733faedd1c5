"""Who says a figure: by patterns within one sentence, a pronoun by the sentence before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.nouns import TokenSpan, is_plural
from summarise.figures.tokens import Line

_SAID = word_class("context", "said")
_BEFORE_SUBJECT = frozenset({",", ";", ":", "“", "”", '"', "(", ")", "—", "–", "'", "’", "‘"})
_NOT_SUBJECT = word_class("context", "not_subject")
_IN_A_NAME = word_class("context", "in_a_name")
_NO_SPEAKER = word_class("context", "no_speaker")
_BODIES = word_class("context", "bodies")
_ANSWERS = word_class("context", "answers")
_PERSONAL = frozenset({"he", "she", "it", "they"})
_PRONOUNS = _PERSONAL | {"we", "i", "you"}
_PERFECT = frozenset({"has", "have", "had"})
_FINDINGS = frozenset({"found", "finds", "denied", "denies"})  # of these only what follows "that" is a claim
_SHOWS = frozenset({"showed", "shows", "finds", "found"})
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "who", "which", "one", "many", "some"})
_MOST = 20  # speakers in one sentence; where more are found it is no sentence
_LONGEST = 12  # tokens of a speaker


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker and the stretch of tokens that he is quoted with.

    `text` is empty where someone speaks who is not named; `name` are the tokens of the speaker
    as he stands in this sentence, `apposed` if these stand between commas.
    """

    text: str
    start: int
    end: int
    name: TokenSpan
    apposed: bool = False

    @property
    def pronoun(self) -> bool:
        """Whether the speaker is told by a pronoun, so that another sentence names him."""
        return self.text.lower() in _PRONOUNS


def attributions(line: Line) -> tuple[Attribution, ...]:
    """Everyone who says something in a sentence, in order; a pronoun stands for the one before him."""
    found: list[Attribution] = []
    last = 0
    size = len(line)
    for at, token in enumerate(line.tokens):
        if len(found) == _MOST:
            break
        if token.lower == "according" and line[at + 1].lower == "to":
            end = _source_end(line, at + 2)
            if end > at + 2:
                stretch = (0, size) if at == 0 else (last, at)
                found.append(Attribution(_slice(line, at + 2, end), *stretch, (at + 2, end)))
                last = end
        elif token.lower in _SAID and token.kind == "word" and _claims(line, at):
            name = _subject(line, at)
            if name is None or (found and last == name[0] and line[name[0]].lower in _PRONOUNS):
                continue  # "the company said it expects": the company speaks on
            start = name[0]
            closing = start > 0 and line[start - 1].text in (",", "”", '"', "’") and start - 1 > last
            inverted = start > at
            if (closing or inverted) and _ends(line, max(at + 1, start + 1 if inverted else 0)):
                stretch = last, min(start, at)
            else:
                stretch = at, size
            one = Attribution(_slice(line, *name), *stretch, name, line[name[1]].text == ",")
            found.append(resolved(one, found[-1].text) if found and one.pronoun else one)
            last = at + 1
    return tuple(found)


def resolved(one: Attribution, named: str) -> Attribution:
    """The attribution with the name that its pronoun stands for, if `named` agrees with it."""
    return replace(one, text=named if named and _agrees(one.text.lower(), named) else "")


def _agrees(pronoun: str, named: str) -> bool:
    if pronoun not in _PERSONAL:
        return False  # "we", "I": someone quoted
    last = named.lower().split()[-1]
    body = last in _BODIES or (len(named) > 1 and named.isupper())
    many = last in words("people_nouns") or (
        is_plural(last) and (last == named.lower() or named[0].islower())
    )
    if pronoun == "they":
        return many or body
    if pronoun == "it":
        return not many and (body or named.lower().startswith("the ") or " " not in named)
    return not (many or body)


def _slice(line: Line, start: int, end: int) -> str:
    return line.slice(line[start].start, line[end - 1].end)


def _source_end(line: Line, at: int) -> int:
    end = at
    while end < min(at + _LONGEST - 2, len(line)) and not (
        line[end].text in ",;." and not line.glued(end + 1)
    ):
        if line[end].lower in ("which", "who", "that"):
            break
        end += 1
    return end


def _claims(line: Line, at: int) -> bool:
    """Whether the verb at `at` tells a claim: not "said no", not "found a way"."""
    verb, following = line[at].lower, line[at + 1]
    if verb in _FINDINGS:
        return following.lower == "that"
    if verb in ("pointed", "points"):
        return following.lower == "out"
    if following.lower in _ANSWERS:
        after = line[at + 2]
        return after.kind in ("word", "number") and after.lower not in ("to", "and", "but", "when", "as")
    return True


def _ends(line: Line, at: int) -> bool:
    """Whether the statement stood before: what follows "police said" is an end, a comma or a time."""
    if line[at].lower in ("that", "the", "there", "it", "at", "he", "she", "they", "about", "more"):
        return False
    return line[at].kind != "number"


def _subject(line: Line, at: int) -> TokenSpan | None:
    """The speaker before a verb of saying, or after it when it is turned round; None if there is none."""
    end = at
    while end > 0 and (
        line[end - 1].lower in ("also", "just", "only", "since") or line[end - 1].lower.endswith("ly")
    ):
        end -= 1
    if end > 1 and line[end - 1].lower in _PERFECT:
        end -= 1
        while line[end - 1].lower in ("also", "all"):
            end -= 1
    start = _back(line, end)
    if start == end:
        # "the toll has been reported", "was expected to": no one is named.
        if start > 0 and line[end - 1].kind == "word":
            return None
        if end < at or line[at - 1].text not in (",", "”", '"'):
            return None
        return _inverted(line, at) or _before_apposition(line, at)
    if line[start - 1].lower in ("than", "as") and start > 0:
        return None
    name = start, end
    if line[start - 1].text == "," and line[start].lower in _ARTICLES:
        # "Ana Reed, a nurse in Lund, said" ends with a comma; "Ana Reed, who leads them, said" may not.
        return name if _is_name(line, *name) and line[at].lower not in _SHOWS else None
    return name if _is_name(line, *name, verb=line[at].lower) else None


def _back(line: Line, end: int) -> int:
    """Where the words that end before `end` begin: behind a sign, a verb or a conjunction."""
    start = end
    while start > 0 and end - start < _LONGEST:
        before = line[start - 1]
        dot = before.text == "." and line[start - 2].kind == "word" and line[start - 2].text[0].isupper()
        if (
            before.text in _BEFORE_SUBJECT
            or before.kind == "number"
            or (before.kind == "sign" and not dot and before.text not in "-&")
        ):
            break
        if before.lower in _NOT_SUBJECT and not (before.lower == "and" and _joins_nouns(line, start - 1)):
            break
        if before.lower in _SAID:
            break
        start -= 1
    while start < end and line[start].kind != "word":
        start += 1
    return start


def _joins_nouns(line: Line, at: int) -> bool:
    """ "police and rescuers", "Kia and Hyundai": both sides alike in their capital."""
    left, right = line[at - 1], line[at + 1]
    if left.kind != "word" or right.kind != "word":
        return False
    plurals = is_plural(right.lower) and (is_plural(left.lower) or left.lower in _BODIES)
    return plurals and left.text[0].isupper() <= right.text[0].isupper() + (at == 1)


def _inverted(line: Line, at: int) -> TokenSpan | None:
    """ "..., said Osman Kheir", "..., said a spokeswoman for the port"."""
    begin = at + 1
    end = begin
    if line[at + 1].lower in _ARTICLES - {"who", "which"} and line[at].lower in ("said", "says"):
        end = begin + 1
        while end < begin + 8 and line[end].kind == "word" and line[end].lower not in _NOT_SUBJECT:
            if line[end].lower in words("figure_function_words") and line[end].lower not in _IN_A_NAME:
                break
            end += 1
        if (
            line[end].text == ","
            and line[begin].lower in ("its", "his", "her", "their")
            and line[end + 1].text[:1].isupper()
        ):
            begin, end = end + 1, end + 1  # "said its director, Osman Kheir"
            while line[end].kind == "word" and line[end].text[0].isupper():
                end += 1
            return begin, end
        # "..., said the club had been sold" goes on with what was said.
        return (begin, end) if end > begin + 1 and line[end].kind in ("sign", "end") else None
    while line[end].kind == "word" and line[end].text[0].isupper():
        end += 1
    return (begin, end) if end > begin else None


def _before_apposition(line: Line, at: int) -> TokenSpan | None:
    """ "its director, Osman Kheir, said", "Ana Reed, a nurse in Lund, said": the one with the name."""
    end = at - 1
    back = end
    while back > 0 and end - back < _LONGEST and line[back - 1].text not in _BEFORE_SUBJECT:
        back -= 1
    inner = (back, end) if 0 < back < end and line[back].kind == "word" else None
    if inner is None or (line[at + 1].kind == "word" and line[at + 1].text[0].isupper()):
        return None
    if line[back - 1].text == "," and (line[back].lower in _ARTICLES or line[back].text[0].islower()):
        outer = _back(line, back - 1), back - 1
        if outer[0] < outer[1] and _is_name(line, *outer) and line[outer[1] - 1].text[0].isupper():
            return outer
    return inner if _is_name(line, *inner) else None


def _is_name(line: Line, start: int, end: int, verb: str = "") -> bool:
    """Whether these words are a noun phrase that can speak, and no clause cut in the middle."""
    first, last = line[start], line[end - 1]
    if start + 1 == end and first.lower in _PRONOUNS:
        return not (verb in _SHOWS and first.lower == "it")
    if (
        first.lower in lexicon().cardinals
        or first.lower in _PRONOUNS
        or first.lower in _NO_SPEAKER
        or last.lower in _NO_SPEAKER
    ):
        return False
    if last.kind != "word" and last.text != ".":
        return False
    for at in range(start, end):
        token = line[at]
        function = token.lower in words("figure_function_words") and not (
            token.text.isupper() and len(token.text) > 1
        )
        if function and (token.lower not in _IN_A_NAME or at == end - 1):
            return False
        if (
            at > start
            and token.lower.endswith("s")
            and line[at + 1].lower in ("a", "an", "the", "such", "only")
        ):
            return False
    return True


def speaker(attributed: Sequence[Attribution], at: int, noun: TokenSpan | None = None) -> str | None:
    """Who says what stands at token `at`: the narrowest stretch wins.

    No one says a figure who is himself what is counted: "one veteran, Jan Bos, said".
    """
    around = [one for one in attributed if one.start <= at < one.end]
    if not around:
        return None
    best = min(around, key=lambda one: one.end - one.start)
    # Between an apposition and its noun there is but a comma.
    if noun is not None and noun[0] < best.name[1] and best.name[0] < noun[1] + 2 * best.apposed:
        return None
    return best.text or None
