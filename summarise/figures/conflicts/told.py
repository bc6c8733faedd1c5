"""What each figure of an article counts, and what of its sentence bears on comparing it with others."""

import tomllib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from summarise.figures.lexicon import words
from summarise.figures.tokens import Line
from summarise.model import Figure, Sentence, Span
from summarise.resources import data_file

_BREAKS = frozenset('.,;:!?()[]"“”—–')
_NEAR = 16  # words between "toll" and its number
_STATE = 5  # words between a noun and what was done to it


class Setting(NamedTuple):
    """What a sentence says as a whole: its words, whether it names a year, whether it tells of other times."""

    words: frozenset[str]
    of_a_year: bool
    background: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in its sentence.

    `first` is the token where it or its cue begins, `after` the one behind it, `behind` the one behind its noun.
    `topic` is what happened to those it counts ("dead"), "" if that is not told; `group` says who they are, "" for
    people of any kind. A `part` is of another number ("nine of the dead"), an `extra` comes on top of one.
    """

    figure: Figure
    line: Line
    first: int
    after: int
    behind: int
    topic: str
    group: str
    part: bool
    extra: bool
    speaker: str
    setting: Setting

    @property
    def span(self) -> Span:
        """Where the figure stands."""
        return Span(self.figure.start, self.figure.end)


@cache
def tables() -> Mapping[str, Mapping[str, Mapping[str, frozenset[str]]]]:
    """The topics of data/en/conflict_words.toml."""
    read = tomllib.loads(data_file("en/conflict_words.toml").read_text(encoding="utf-8"))
    return {
        "topics": {
            topic: {part: frozenset(entries) for part, entries in lists.items()}
            for topic, lists in read["topics"].items()
        }
    }


@cache
def _words() -> Mapping[str, Mapping[str, frozenset[str]]]:
    read = tomllib.loads(data_file("en/conflict_words.toml").read_text(encoding="utf-8"))
    return {
        part: {name: frozenset(entries) for name, entries in read[part].items()}
        for part in ("classes", "background", "updated", "rivals")
    }


def known(part: str, name: str) -> frozenset[str]:
    """A class of words of data/en/conflict_words.toml."""
    return _words()[part][name]


def tell(figures: Sequence[Figure], lines: Mapping[int, Line]) -> list[Told]:
    """The figures of an article with what they count, in order; those of an unknown sentence are left out."""
    starts = {index: [token.start for token in line.tokens] for index, line in lines.items()}
    settings = {index: _setting(line) for index, line in lines.items()}
    found: list[Told] = []
    for figure in figures:
        line = lines.get(figure.sentence)
        if line is not None:
            found.append(_told(figure, line, starts[figure.sentence], settings[figure.sentence]))
    return found


def _setting(line: Line) -> Setting:
    year = _has_year(line)
    return Setting(frozenset(token.lower for token in line.tokens), year, year or _is_background(line))


def _has_year(line: Line) -> bool:
    return any(
        t.kind == "number" and len(t.text) == 4 and t.text[:2] in ("18", "19", "20") for t in line.tokens
    )


def _is_background(line: Line) -> bool:
    """Whether a sentence speaks of other times or events than the news."""
    for at, token in enumerate(line.tokens):
        word, following = token.lower, line[at + 1].lower
        if word in known("background", "words"):
            return True
        if word in known("background", "before_time") and (
            following in known("background", "times") or line[at + 2].lower in known("background", "times")
        ):
            return True
        if word in known("background", "other_events") and (
            following in known("background", "events") or line[at + 2].lower in known("background", "events")
        ):
            return True
    return False


def lines_of(figures: Sequence[Figure], text: str, sentences: Sequence[Sentence]) -> dict[int, Line]:
    """The tokens of every sentence that holds a figure and of the one before it."""
    wanted = {index for figure in figures for index in (figure.sentence - 1, figure.sentence)}
    return {s.index: Line(text[s.start : s.end], s.start) for s in sentences if s.index in wanted}


def _told(figure: Figure, line: Line, starts: Sequence[int], setting: Setting) -> Told:
    begin = figure.start
    if figure.cue_span is not None and figure.cue_span.start < begin and figure.bound not in ("up", "down"):
        begin = figure.cue_span.start
    first, after = bisect_left(starts, begin), bisect_left(starts, figure.end)
    behind = after
    if figure.noun_span is not None and figure.noun_span.start >= figure.end:
        end = bisect_left(starts, figure.noun_span.end)
        behind = end if end - after <= _STATE else after
    noun = [token.lower for token in line.tokens[after:behind]] if behind > after else []
    if figure.noun is not None and not noun:
        noun = figure.noun.lower().split()
    topic = _topic(figure, line, first, behind, noun) if figure.kind == "count" else ""
    return Told(
        figure,
        line,
        first,
        after,
        behind,
        topic,
        _group(noun, topic),
        figure.kind in ("count", "ratio") and _is_part(line, first, after, behind),
        _is_extra(line, first, after, behind, noun),
        figure.speaker or _speaker(line, first),
        setting,
    )


def _topic(figure: Figure, line: Line, first: int, behind: int, noun: Sequence[str]) -> str:
    topics = tables()["topics"]
    for topic, lists in topics.items():
        if any(word in lists["nouns"] for word in noun):
            return topic
    return (
        _before(line, first) or _state(line, behind) or (_of_a_number(line, first) if len(noun) < 3 else "")
    )


def _before(line: Line, first: int) -> str:
    """ "killing at least 23 people", "claimed 31 lives"."""
    word = line[first - 1].lower
    for topic, lists in tables()["topics"].items():
        if word in lists["verbs"] and line[first - 2].lower not in ("was", "were", "been", "being"):
            return topic
    return ""


def _state(line: Line, behind: int) -> str:
    """ "31 people were killed", "26 people in the town drowned", "six had been held"."""
    at = behind
    if line[at].lower in known("classes", "prepositions"):
        end = at + _STATE
        while at < end and line[at].lower not in known("classes", "auxiliaries"):
            if line[at].kind != "word":
                return ""
            at += 1
        if at == end:
            return ""
    aided = False
    while at < behind + 2 * _STATE and line[at].lower in known("classes", "auxiliaries"):
        aided, at = True, at + 1
    word = line[at].lower
    if aided and word.endswith("ly"):
        at += 1
        word = line[at].lower
    if not aided and (line[at + 1].kind == "number" or line[at + 1].lower in ("the", "a", "at", "more")):
        return "" if word not in ("died", "drowned") else "dead"  # "12 men killed 31 people"
    for topic, lists in tables()["topics"].items():
        if word in lists["states"] and (aided or word != "held"):
            return topic
    return ""


def _of_a_number(line: Line, first: int) -> str:
    """ "put the death toll at 26", "the number of cases rose from 19"."""
    for at in range(first - 1, max(first - _NEAR, -1), -1):
        token = line[at]
        if token.kind == "number" or token.text in ';:“”"':
            break
        if token.lower == "toll":
            return "dead" if line[at - 1].lower not in ("injury", "infection") else ""
        if token.lower == "number" and line[at + 1].lower == "of":
            inside = {line[i].lower for i in range(at + 2, min(at + 2 + _STATE, first))}
            for topic, lists in tables()["topics"].items():
                if inside & lists["nouns"]:
                    return topic
            break
    return ""


def _group(noun: Sequence[str], topic: str) -> str:
    """Who is counted: "" for people of any kind, else the head of the noun."""
    topical = {word for lists in tables()["topics"].values() for word in lists["nouns"] | lists["states"]}
    topical |= known("classes", "people") | known("classes", "others") | known("classes", "amounts")
    topical |= words("figure_function_words")
    named = [word for word in noun if word not in topical]
    if not topic:
        return named[-1] if named else ""
    kinds = [word for word in named if word in words("people_nouns") or word.endswith("s")]
    return kinds[-1] if kinds else ""


def _is_part(line: Line, first: int, after: int, behind: int) -> bool:
    """ "nine of the dead", "of the 21 hurt, ten", "among them four children", "with two missing"."""
    if line[after].lower == "of" and line[after + 1].lower in known("classes", "of_what"):
        return True
    for at in range(max(first - 8, 0), first - 2):
        if (
            line[at].lower == "of"
            and line[at + 1].lower in ("the", "those")
            and line[at + 2].kind == "number"
        ):
            return True
    back = {line[at].lower for at in range(max(first - 4, 0), first)}
    return (
        bool(back & known("classes", "parts"))
        or line[behind].text == "each"
        or line[first - 1].lower == "with"
    )


def _is_extra(line: Line, first: int, after: int, behind: int, noun: Sequence[str]) -> bool:
    others = known("classes", "others")
    inside = {line[at].lower for at in range(after, behind)} | {line[behind].lower, *noun}
    return bool(inside & others) or line[first - 1].lower in others


def _speaker(line: Line, first: int) -> str:
    """Who "put the toll at 26", where the patterns for speakers know none."""
    for at in range(first - 1, max(first - _NEAR, 0), -1):
        token = line[at]
        if token.kind == "number":
            break
        if token.lower in known("rivals", "puts") or token.lower in known("rivals", "tells"):
            end = at - 1 if line[at - 1].lower in ("had", "has", "have", "earlier", "later", "also") else at
            end = end - 1 if line[end - 1].lower in ("had", "has", "have") else end
            begin = end
            while begin > max(end - _NEAR, 0) and not (
                line[begin - 1].text in _BREAKS or line[begin - 1].lower in ("and", "but", "while", "which")
            ):
                begin -= 1
            return line.slice(line[begin].start, line[end - 1].end) if begin < end else ""
    return ""
