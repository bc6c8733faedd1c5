"""The noun phrase that speaks: before a verb of saying, behind it when it is turned round, or at the clause's start."""

from summarise.figures.context.verbs import auxiliaries, is_finite, verbs
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.nouns.phrases import TokenSpan, is_plural
from summarise.figures.tokens import Line

SAID = word_class("context", "said")
PERSONAL = frozenset({"he", "she", "it", "they"})
PRONOUNS = PERSONAL | {"we", "i", "you"}
_BEFORE_SUBJECT = frozenset({",", ";", ":", "“", "”", '"', "(", ")", "—", "–", "'", "’", "‘"})
_NOT_SUBJECT = word_class("context", "not_subject")
_IN_A_NAME = word_class("context", "in_a_name")
_NO_SPEAKER = word_class("context", "no_speaker")
_BODIES = word_class("context", "bodies")
_SHOWS = word_class("context", "findings") - {"denied", "denies", "denying"}
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "who", "which", "one", "many", "some"})
_RELATIVES = frozenset({"which", "who", "that"})
_CONTRACTED = (
    "i'",
    "i’",
    "we'",
    "we’",
    "you'",
    "you’",
    "it'",
    "it’",
    "he'",
    "he’",
    "she'",
    "she’",
    "they'",
    "they’",
)
_LONGEST = 12  # tokens of a speaker
_OPENING_QUOTES = frozenset({"“", '"', "‘", "'"})


def slice_of(line: Line, span: TokenSpan) -> str:
    """The text of a stretch of tokens."""
    return line.slice(line[span[0]].start, line[span[1] - 1].end)


def subject(line: Line, at: int) -> TokenSpan | None:
    """The speaker before a verb of saying, or after it when it is turned round; None if there is none."""
    end = at
    while end > 0 and (
        line[end - 1].lower in ("also", "earlier", "first", "just", "only", "since")
        or (line[end - 1].lower.endswith("ly") and line[end - 1].text.islower())
    ):
        end -= 1
    if end > 2 and line[end - 1].lower in word_class("labels", "weekdays"):
        end -= 1 + (line[end - 2].lower == "on")  # "Governor Ana Reed on Monday proposed"
    if end > 1 and line[end - 1].lower in verbs().have:
        end -= 1
        while line[end - 1].lower in ("also", "all", "already", "earlier", "since"):
            end -= 1
    if end > 1 and line[end - 1].lower in _RELATIVES and line[end - 1].kind == "word":
        return _antecedent(line, end - 1)
    start = _back(line, end)
    if start == end:
        # "the toll has been reported", "was expected to": no one is named.
        if start > 0 and line[end - 1].kind == "word":
            return None
        if end < at:
            return None
        if line[at - 1].text not in (",", "”", '"'):
            return None
        turned = None if line[at].lower in ("told", "tells") else _inverted(line, at)
        return turned or _before_apposition(line, at)
    if line[start - 1].lower in ("than", "as") and start > 0:
        return None
    name = start, end
    if line[start - 1].text == "," and line[start].lower in _ARTICLES:
        # "Ana Reed, a nurse in Lund, said" ends with a comma; "Ana Reed, who leads them, said" may not.
        return name if _is_name(line, *name) and line[at].lower not in _SHOWS else None
    return name if _is_name(line, *name, verb=line[at].lower) else None


def _past_dateline(line: Line) -> int:
    """Behind "LUND (Agency) - ": index of the first word of the story."""
    if not line[0].text.isupper() or len(line[0].text) < 2:
        return 0
    for at in range(1, 14):
        if line[at].text in ("-", "–", "—") and not line.glued(at) and not line.glued(at + 1):
            return at + 1
    return 0


def _antecedent(line: Line, relative: int) -> TokenSpan | None:
    """Who "which says" is about: "the Lund Monitor, a research group, which says"."""
    end = relative - (line[relative - 1].text == ",")
    start = _back(line, end)
    if line[start - 1].text == "," and line[start].lower in ("a", "an") and end < relative:
        outer = _back(line, start - 1), start - 1
        if outer[0] < outer[1] and _is_name(line, *outer):
            return outer
    return (start, end) if start < end and _is_name(line, start, end) else None


def main_subject(line: Line, before: int) -> TokenSpan | None:
    """The subject that the line's main clause begins with, if it ends before token `before`."""
    start = _past_dateline(line)
    while line[start].text in _OPENING_QUOTES or line[start].lower in ("but", "and", "yet", "meanwhile"):
        start += 1
    first = line[start].lower
    if first in lexicon().cardinals or first in (
        "after",
        "although",
        "as",
        "before",
        "if",
        "when",
        "while",
        "because",
    ):
        return None
    if first in ("at", "by", "for", "from", "in", "on", "since", "with", "under"):
        comma = next((at for at in range(start, min(start + 8, before)) if line[at].text == ","), None)
        if comma is None:
            return None
        start = comma + 1
    end = start
    while (
        end < min(start + _LONGEST, before)
        and line[end].kind == "word"
        and not (end > start and is_finite(line, end))
    ):
        end += 1
    while end > start and (
        line[end - 1].lower.endswith("ly") or line[end - 1].lower in ("also", "on", "still")
    ):
        end -= 1
    if end == start or line[end].kind == "end" or line[end].kind == "number":
        return None
    if line[start].lower in PRONOUNS:
        return start, start + 1
    if not _is_name(line, start, end):
        return None
    inner = end + 1
    while line[end].text == "," and line[inner].kind == "word" and line[inner].text[0].isupper():
        inner += 1
    # "the town's mayor, Ana Reed,"
    return (end + 1, inner) if inner > end + 2 and line[inner].text == "," else (start, end)


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
        if before.lower in SAID and before.lower not in _BODIES and before.lower != "reports":
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
    # "said budget director Ana Reed", "said co-author Ana Reed"
    while end < begin + 5 and (line[end].text[:1].islower() or line[end].text == "-"):
        if line[end].lower in words("figure_function_words"):
            return None
        end += 1
    while end < begin + _LONGEST and _name_goes_on(line, end, end > begin):
        end += 1
    return (begin, end) if end > begin and line[end - 1].text[0].isupper() else None


def _name_goes_on(line: Line, at: int, begun: bool) -> bool:
    """Whether token `at` belongs to a name: "Dr. Ana Reed", "Reed & Sons", "Wales coach Ana Reed"."""
    token, following = line[at], line[at + 1]
    if token.kind == "word" and token.text[0].isupper():
        return True
    if following.kind != "word" or not following.text[0].isupper() or not begun:
        return False
    if token.text == ".":
        return line.glued(at) and len(line[at - 1].text) < 4
    return token.text in ("&", "-") or (
        token.kind == "word" and token.lower not in words("figure_function_words")
    )


def _before_apposition(line: Line, at: int) -> TokenSpan | None:
    """ "its director, Osman Kheir, said", "Ana Reed, a nurse in Lund, said": the one with the name."""
    end = at - 1
    back = end
    while back > 0 and end - back < _LONGEST + 6 and line[back - 1].text not in _BEFORE_SUBJECT:
        back -= 1
    inner = (back, end) if 0 < back < end and line[back].kind in ("word", "number") else None
    if inner is None or (
        line[at + 1].kind == "word" and line[at + 1].text[0].isupper() and line[at].lower == "said"
    ):
        return None
    owned = line[back].lower.endswith(("'s", "’s"))
    lower = owned or line[back].lower in _ARTICLES or not line[back].text[0].isupper()
    if line[back - 1].text == "," and lower:
        outer = _back(line, back - 1), back - 1
        if line[back - 2].kind == "number":  # "Ana Reed, 42, who runs a shop, said"
            outer = _back(line, back - 3), back - 3
        if outer[0] < outer[1] and _is_name(line, *outer) and line[outer[1] - 1].text[0].isupper():
            return outer
        if line[back].lower in ("who", "which"):
            return outer if outer[0] < outer[1] and _is_name(line, *outer) else None
    if line[back].kind == "number":
        outer = _back(line, back - 1), back - 1
        return outer if end == back + 1 and outer[0] < outer[1] and _is_name(line, *outer) else None
    return inner if _is_name(line, *inner) else None


def _is_name(line: Line, start: int, end: int, verb: str = "") -> bool:
    """Whether these words are a noun phrase that can speak, and no clause cut in the middle."""
    first, last = line[start], line[end - 1]
    if start + 1 == end and first.lower in PRONOUNS:
        return not (verb in _SHOWS and first.lower == "it")
    if (
        first.lower in lexicon().cardinals
        or first.lower in PRONOUNS
        or first.lower.startswith(_CONTRACTED)
        or first.lower in _NO_SPEAKER
        or last.lower in _NO_SPEAKER
        or last.lower in auxiliaries()
    ):
        return False
    if (last.kind != "word" and last.text != ".") or last.lower.endswith(("'s", "’s")):
        return False
    if first.text[0].islower() and first.lower not in _IN_A_NAME and not _bare(line, start, end):
        return False
    for at in range(start, end):
        token = line[at]
        capital = token.text[0].isupper() and ((len(token.text) > 1 and token.text.isupper()) or at > start)
        if token.lower in words("figure_function_words") and not capital:
            joined = token.lower == "and" and at + 1 < end and _joins_nouns(line, at)
            if not joined and (token.lower not in _IN_A_NAME or at == end - 1):
                return False
        if (
            at > start
            and token.lower.endswith("s")
            and line[at + 1].lower in ("a", "an", "the", "such", "only")
        ):
            return False
    return True


def _bare(line: Line, start: int, end: int) -> bool:
    """Whether words without an article are a speaker: "fire officials", "spokeswoman Ana Reed", no "cut its sales"."""
    first, last = line[start], line[end - 1]
    if first.lower in verbs().past or first.lower in verbs().third or first.lower in _ARTICLES:
        return False
    group = (
        last.lower in _BODIES or last.lower in words("person_nouns") or last.lower in words("people_nouns")
    )
    return group or last.text[0].isupper() or last.text == "." or is_plural(last.lower)
