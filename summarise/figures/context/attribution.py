"""Who says a figure: by patterns within one sentence. What only the sentences before tell is in voices.py."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarise.figures.context.agreement import agrees
from summarise.figures.context.claims import SPEAKING, claim_end, claims, past_time
from summarise.figures.context.naming import PRONOUNS, SAID, main_subject, slice_of, subject
from summarise.figures.context.verbs import auxiliaries
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.nouns.phrases import TokenSpan
from summarise.figures.tokens import Line

_FINDINGS = word_class("context", "findings")
_ASIDES = word_class("context", "asides")
_TURNING = word_class("context", "turning")
_HEADLINE_SPEAKERS = word_class("context", "headline_speakers")
_PARTICIPLES = frozenset({"saying", "adding", "warning", "insisting", "telling", "denying"})
_OPENERS = frozenset(
    {"that", "the", "there", "it", "a", "an", "its", "his", "her", "their", "up", "no", "some"}
)
_FORESEEN = frozenset({"expected", "forecast", "predicted", "projected"})
_JOINED = frozenset({"said", "warned", "added", "denied", "predicted", "announced"})  # "made a loss and said"
_TIMES = frozenset({"on", "in", "late", "early", "last", "during", "after", "yesterday", "today", "earlier"})
_QUOTES = frozenset({"“", "”", '"', "’", "'", "‘"})
_SUBORDINATE = frozenset({"after", "as", "because", "when", "that", "which", "than"})
_DASHES = frozenset({"-", "–", "—"})
_ASIDE = 12  # tokens between two dashes
_MOST = 20  # speakers in one sentence; where more are found it is no sentence


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker and the stretch of tokens that he is quoted with.

    `text` is empty where someone speaks who is not named; `name` are the tokens of the speaker
    as he stands in this sentence, `apposed` if these stand between commas. `aside`: said in
    a subordinate clause ("after a study found that").
    """

    text: str
    start: int
    end: int
    name: TokenSpan
    apposed: bool = False
    aside: bool = False

    @property
    def pronoun(self) -> bool:
        """Whether the speaker is told by a pronoun, so that another sentence names him."""
        return self.text.lower() in PRONOUNS


def attributions(line: Line) -> tuple[Attribution, ...]:
    """Everyone who says something in a sentence, in order."""
    found: list[Attribution] = []
    last = 0
    size = len(line)
    headed = _headline_speaker(line)
    if headed:
        return (Attribution(slice_of(line, (0, headed)), headed + 1, size, (0, headed)),)
    for at, token in enumerate(line.tokens):
        if token.kind != "word" or at < last:
            continue
        if len(found) == _MOST:
            break
        if token.lower == "according" and line[at + 1].lower == "to":
            end = _source_end(line, at + 2)
            if end > at + 2:
                begin = found[-1].name[0] if found and found[-1].end == size else last
                stretch = (end, size) if at == 0 else (begin, at)
                found = [_shortened(one, at) for one in found]
                found.append(Attribution(slice_of(line, (at + 2, end)), *stretch, (at + 2, end)))
                last = end
        elif token.lower in SPEAKING:
            one = _spoken(line, at, last, found)
            if one is not None:
                found.append(one)
                last = at + 1
    return tuple(found)


def _shortened(one: Attribution, at: int) -> Attribution:
    return (
        Attribution(one.text, one.start, min(one.end, at), one.name, one.apposed) if one.start < at else one
    )


def _spoken(line: Line, at: int, last: int, found: Sequence[Attribution]) -> Attribution | None:
    """What the verb of saying at token `at` makes known, or None."""
    verb = line[at].lower
    name = _who(line, at, found)
    if name is None:
        return None
    closes = _closing(line, at, name, last)
    if not closes and not claims(line, at, name):
        return None
    if found and last == name[0] and line[name[0]].lower in PRONOUNS and verb not in ("said", "says"):
        return None  # "the company said it expects": the company speaks on
    text = slice_of(line, name)
    if found and name[0] > found[-1].name[0] and line[name[0]].lower in PRONOUNS and name[0] < found[-1].end:
        text = found[-1].text if agrees(line[name[0]].lower, found[-1].text) else text
    apposed = line[name[1]].text == ","
    if closes:
        end = min(name[0], at)
        last = 0 if found and found[-1].aside else last
        if name[0] < at and _goes_on(line, at + 1):
            return Attribution(text, last, len(line), name, apposed)
        return Attribution(text, last, end, name, apposed)
    begin = at
    if line[name[0] - 1].lower in ("that", "which", "what") and verb in _FORESEEN:
        begin = max(last, name[0] - 6)  # "the $4m that analysts had expected"
    if verb in ("told", "tells"):  # "told 40 guests that": the guests are no part of it
        begin = next((next_ for next_ in range(at, at + 12) if line[next_].lower == "that"), begin)
    aside = verb in _FINDINGS or line[name[0] - 1].lower in _SUBORDINATE
    return Attribution(text, begin, claim_end(line, at), name, apposed, aside)


def _who(line: Line, at: int, found: Sequence[Attribution]) -> TokenSpan | None:
    """The speaker's tokens: beside the verb, or where it stands without its own, the clause's subject."""
    before = line[at - 1]
    verb = line[at].lower
    if at and verb in _PARTICIPLES:
        if before.text not in (",", "”", '"') and before.lower != "and":
            return None
        return _earlier(line, at, found)
    name = subject(line, at)
    if name is not None and name[0] > at and _is_clause(line, name[1]):
        return main_subject(line, at)
    if name is None and at and before.lower in ("and", "but", "also") and line[at + 1].kind == "word":
        return _earlier(line, at, found) if verb in _JOINED else None
    return name


def _is_clause(line: Line, at: int) -> bool:
    """Whether what follows "said" is a clause with an aside: "said the plan | -- due in May -- is"."""
    if line[at].text not in _DASHES:
        return False
    close = next((next_ for next_ in range(at + 2, at + _ASIDE) if line[next_].text in _DASHES), None)
    if close is None:
        return False
    close += line[close + 1].text in _DASHES
    return line[close + 1].lower in auxiliaries()


def _earlier(line: Line, at: int, found: Sequence[Attribution]) -> TokenSpan | None:
    if found and found[-1].name[0] >= 0:
        return found[-1].name
    return main_subject(line, at)


def _closing(line: Line, at: int, name: TokenSpan, last: int) -> bool:
    """Whether the statement stands before the verb and its speaker: "..., police said on Monday"."""
    start = name[0]
    verb = line[at].lower
    if verb not in SAID:
        return False
    if verb in _FINDINGS and line[past_time(line, at + 1)].kind not in ("sign", "end"):
        return False
    if start > at:
        return at > last
    before = line[start - 1]
    if start - 1 <= last or before.text not in _QUOTES | {","}:
        return False
    outer = start - 1
    if line[at - 1].text == "," or before.text == ",":
        outer = _apposition_start(line, start - 1)
    if outer <= last:
        return False
    if any(line[inside].text in ("”", '"') for inside in range(max(outer - 2, last), start)):
        return True
    return _ends(line, at + 1, verb)


def _apposition_start(line: Line, comma: int) -> int:
    """Where "its director" begins in "its director, Osman Kheir, said"; the comma itself else."""
    at = comma - 1
    while at > 0 and comma - at < 9 and line[at].kind == "word" and line[at].text not in (",",):
        at -= 1
    if line[at + 1].lower in ("its", "the", "his", "her", "their", "a", "an", "one") and comma - at < 9:
        return at if line[at].text in _QUOTES | {","} else (-1 if at == 0 else comma)
    return comma


def _ends(line: Line, at: int, verb: str) -> bool:
    """Whether the statement stood before: what follows "police said" is an end, a comma or a time."""
    if verb in ("told", "tells"):
        return not any(line[next_].lower == "that" for next_ in range(at, at + 12))
    following = line[at]
    if following.lower == "by":
        return False  # "a claim denied by the bank"
    if following.kind in ("end", "sign"):
        return following.text not in ("“", '"', "$", "£", "€", ":", "‘", "~")
    if following.kind == "number" or following.lower in lexicon().cardinals:
        return False
    if lexicon().cues_before.after(line, at) is not None:
        return False
    if following.lower in _OPENERS | PRONOUNS or following.lower in ("at", "about", "more", "this", "they"):
        return False
    if following.lower in _TIMES:
        return True
    if following.text[0].isupper():
        return following.lower.startswith(tuple(word_class("labels", "weekdays"))) or _runs_out(line, at)
    return _runs_out(line, at)


def _runs_out(line: Line, at: int) -> bool:
    """Whether the line or the clause is over within a few words, so that no claim can follow."""
    return any(
        line[next_].kind == "end" or line[next_].text in (".", ",", ";") for next_ in range(at, at + 4)
    )


def _goes_on(line: Line, at: int) -> bool:
    """Whether the statement goes on behind ", police said on Monday, "."""
    comma = next((next_ for next_ in range(at, at + 5) if line[next_].text == ","), None)
    if comma is None or any(line[inside].kind not in ("word", "number") for inside in range(at, comma)):
        return False
    following = line[comma + 1]
    if following.text in ("“", '"'):
        return True
    return (
        following.kind != "end"
        and following.lower not in _TURNING | _ASIDES
        and not (following.lower.endswith("ing") and following.lower != "adding")
    )


def _source_end(line: Line, at: int) -> int:
    end = at
    while end < min(at + 10, len(line)) and not (line[end].text in ",;.)" and not line.glued(end + 1)):
        if line[end].lower in ("which", "who", "that"):
            break
        end += 1
    return end


def _headline_speaker(line: Line) -> int:
    """Index of the colon in "Police: 23 dead after blast", 0 if there is none."""
    for at in range(1, 5):
        if line[at].text == ":" and line[at + 1].kind != "end":
            head = line[at - 1].lower
            clause = any(line[inside].lower in words("figure_function_words") for inside in range(at))
            return at if head in _HEADLINE_SPEAKERS and not clause else 0
    return 0


def speaker(attributed: Sequence[Attribution], at: int, noun: TokenSpan | None = None) -> str | None:
    """Who says what stands at token `at`: the narrowest stretch wins.

    No one says a figure who is himself what is counted: "one veteran, Jan Bos, said".
    """
    around = [one for one in attributed if one.start <= at < one.end and not one.name[0] <= at < one.name[1]]
    if not around:
        return None
    best = min(around, key=lambda one: one.end - one.start)
    # Between an apposition and its noun there is but a comma.
    if noun is not None and noun[0] < best.name[1] and best.name[0] < noun[1] + 2 * best.apposed:
        return None
    return best.text or None
