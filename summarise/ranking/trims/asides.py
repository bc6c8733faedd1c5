"""Asides in brackets that may be left out of a sentence."""

import re
from collections.abc import Sequence

from summarise.figures.find import find_figures
from summarise.language.words import STOP_WORDS
from summarise.model import Sentence, Span
from summarise.ranking.trims.weighing import LETTERS, SPEAKING, SPEECH, weighs
from summarise.resources import word_list

_CLOSES = {")": "(", "]": "["}
_BRACKET = re.compile(r"[()\[\]]")
_SHORT_FORM = re.compile(r"[A-Z][\w&.-]{0,11}")
_PICTURE = re.compile(
    r"(?:(?:far|top|bottom|second|front|back|middle) )?(?:left|right|above|below|centre|center|pictured)"
    r"(?:,.*| (?:in|on|with|wearing|speaking)\b.*)?|pictured\b.*",
    re.DOTALL,
)
_ENDS = ".?!…"
_SMALL = re.compile(r"\b[a-z]{3,}\b")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?:[-–]\d{2,4})?")
_CLOCK = r"\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\b\.?|[A-Z]{2,4}\b|(?<=[.:]\d\d))"
_TIME = re.compile(rf"{_CLOCK}(?: [A-Z]{{2,4}}\b)?(?: \w+day)?")
_TIME_BEFORE = re.compile(rf"(?:{_CLOCK}|\bnoon|\bmidnight)(?: [A-Z]{{2,4}})?(?:,? (?:on )?\w+day)?$")
_LINK = re.compile(r"[\s;,/]|\b(?:or|about|around|some|roughly|approximately|nearly)\b")
# Words that begin an aside that changes how far the sentence reaches ("households (with children)"),
# or that adds to what it says ("the mayor (and his deputy)").
_REACHES = frozenset(
    "and or but plus nor as of in on at by to for from with within under over between through inside outside until"
    " till since before after when where while during per based measured adjusted excluding except including both"
    " minus apart save other others mostly sic his her their its".split()
)
# An aside behind one of these is what they lead to: "when (they) left", "an (old) boat".
_LEADS = word_list("en/figure_function_words.txt") - frozenset(
    "him her it them me us all one together".split()
)
_MANY = 3  # as many asides make a row of entries: "Holm (Marston), Marsh (Harbury), Hale (Leeds)"


def asides(text: str) -> list[Span]:
    """Brackets in a sentence that may go, with the space before them, in order, as offsets into `text`.

    What goes: a conversion ("(£3m)" behind dollars, "(30 miles)" behind kilometres, another time zone), where to
    look in a picture ("(left)"), a year, a short form that is not used again in the sentence, any other
    aside of several words. What stays: asides that limit, deny, join or hedge, or hold a claim or another figure
    (a score, a place, a share), words put into a quotation or a sentence that is not whole without
    them, long forms of a short form, single names, rows of entries, datelines, what has no partner,
    and everything in a sentence that says I, we or you: it may go on a quotation.
    """
    if "(" not in text and "[" not in text:
        return []
    pairs = _pairs(text)
    if not pairs or SPEAKING.search(text):
        return []
    speech = _speech(text)
    apart = {pair for pair in pairs if not _meet(pair, speech) and _stands_apart(text, pair)}
    free = {pair for pair in apart if _restates(text, pair)}
    if len(pairs) - len(free) < _MANY and _SMALL.search(_outside(text, pairs)):
        free |= {pair for pair in apart - free if _mere_aside(text, pair)}
    return [_with_space(text, pair) for pair in sorted(free)]


def _pairs(text: str) -> list[Span]:
    """The outermost brackets; none if one of the sentence's brackets has no partner."""
    waiting: list[tuple[str, int]] = []
    pairs = []
    for found in _BRACKET.finditer(text):
        mark = found.group()
        if mark in "([":
            waiting.append((mark, found.start()))
        elif not waiting or waiting[-1][0] != _CLOSES[mark]:
            return []
        else:
            start = waiting.pop()[1]
            if not waiting:
                pairs.append(Span(start, found.end()))
    return [] if waiting else pairs


def _outside(text: str, pairs: list[Span]) -> str:
    """The text without its brackets; one without a small word is an entry of a list, no sentence."""
    starts = [0, *(pair.end for pair in pairs)]
    ends = [*(pair.start for pair in pairs), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _stands_apart(text: str, pair: Span) -> bool:
    """Between words of one sentence: not its head, no part of a word, no dateline, no link."""
    before, behind = text[max(0, pair.start - 40) : pair.start], text[pair.end : pair.end + 8]
    content = text[pair.start + 1 : pair.end - 1]
    last = LETTERS.findall(before)
    if not last or not before[-1].isspace() or not (behind[:1].isspace() or behind[:1] in ",.;:?!"):
        return False
    mark = before.rstrip()[-1]
    if mark in ",;:–—-" or (last[-1].lower() in _LEADS and mark.isalpha()):
        return False
    follows = behind.lstrip()
    if mark in _ENDS and (not follows or follows[0] in _ENDS):
        return False
    if not follows:
        return content[-1] not in _ENDS if content else False
    # A capital shows that something else begins there; a dash, that a dateline ends.
    return not follows[0].isupper() and not (follows[0] in "-–—" and content.isupper())


def _speech(text: str) -> Span:
    """From the first quotation mark to the last: there brackets hold the editor's words for the speaker's."""
    marks = [found.start() for found in SPEECH.finditer(text)]
    if not marks:
        return Span(0, 0)
    begun_before = marks[0] > 0 and not text[marks[0] - 1].isspace()
    return Span(0 if begun_before else marks[0], len(text) if len(marks) % 2 else marks[-1])


def _restates(text: str, pair: Span) -> bool:
    """Says the figure before it in another unit or zone, or where to look in a picture."""
    content = text[pair.start + 1 : pair.end - 1].strip()
    if text[pair.start] == "[":
        return False
    if _PICTURE.fullmatch(content) and not SPEECH.search(content):
        return True
    if not any(map(str.isdigit, content)):
        return False
    before = text[max(0, pair.start - 40) : pair.start].rstrip()
    if _TIME.fullmatch(content):
        return bool(_TIME_BEFORE.search(before))
    return len(content) < 60 and _converts(before, content)


def _converts(before: str, content: str) -> bool:
    line = f"{before} ({content})"
    at = len(before) + 2
    figures = find_figures(line, [Sentence(0, 0, len(line), line, 0)])
    inside = [figure for figure in figures if figure.start >= at]
    outside = [figure for figure in figures if figure.end == len(before)]
    if not inside or not outside:
        return False
    first = outside[0]
    left = line[at:-1]
    for figure in inside:
        left = left.replace(figure.text, "", 1)
    return not _LINK.sub("", left) and all(
        figure.kind == first.kind and None not in (figure.unit, first.unit) and figure.unit != first.unit
        for figure in inside
    )


def _mere_aside(text: str, pair: Span) -> bool:
    """Words without which the sentence says the same."""
    content = text[pair.start + 1 : pair.end - 1].strip()
    words = LETTERS.findall(content)
    if text[pair.start] == "[" and len(words) < 3:
        return False
    if _YEARS.fullmatch(content):
        return True
    if not words or weighs(content) or words[0].lower() in _REACHES:
        return False
    if len(content.split()) == 1:
        return _short_form(text, pair, content)
    if _names(words) and _lower_before(text, pair):
        return False  # who or which is meant: "two senators (Holm and Marsh)"
    return not all(word.lower() in STOP_WORDS for word in words) and not _spells_out(text, pair, words)


def _names(words: Sequence[str]) -> bool:
    return all(word[0].isupper() or word in ("and", "of", "the", "de") for word in words)


def _lower_before(text: str, pair: Span) -> bool:
    before = LETTERS.findall(text, max(0, pair.start - 40), pair.start)
    return bool(before) and before[-1][0].islower()


def _short_form(text: str, pair: Span, content: str) -> bool:
    """A short form of the name before it ("Marston River Trust (MRT)") that nothing else in the sentence needs.

    One small word is a word put in ("the (legal) owner"); another name says who or which is meant.
    """
    if len(content) < 2 or not _SHORT_FORM.fullmatch(content):
        return False
    before = text[max(0, pair.start - 80) : pair.start]
    initials = {word[0].upper() for word in LETTERS.findall(before)}
    return content[0] in initials and content not in text[: pair.start] and content not in text[pair.end :]


def _spells_out(text: str, pair: Span, words: Sequence[str]) -> bool:
    """The long form of the short form before it: "the MRT (Marston River Trust)"."""
    before = text[max(0, pair.start - 20) : pair.start].split()
    short = "".join(filter(str.isalpha, before[-1])) if before else ""
    return len(short) > 1 and short[:2].isupper() and words[0][0].upper() == short[0]


def _with_space(text: str, pair: Span) -> Span:
    """The brackets and the space before them; of the space behind, all but one character."""
    start, end = pair
    while start and text[start - 1].isspace():
        start -= 1
    while text[end : end + 2].isspace() and len(text[end : end + 2]) == 2:
        end += 1
    return Span(start, end)
