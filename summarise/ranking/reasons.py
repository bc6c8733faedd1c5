"""Why a sentence ranks where it does, and why it was taken or passed over, in words.

The words come from the numbers that decided: each theme of a score is set against the
story's mean, and the themes that moved the sentence most are said first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import sub

from summarise.model import Sentence
from summarise.ranking.choice import Choice
from summarise.ranking.features import FEATURES, Measures
from summarise.ranking.notices import Notice
from summarise.ranking.score import THEMES, Scored, Scores

_MOST_REASONS = 3
_WORTH_SAYING = 0.1
_TELLING_TERMS = 10
_MAIN_ACTORS = 6
_FREQUENT_TERMS = 8
_NUMBER = {name: number for number, name in enumerate(FEATURES)}
_SHORT, _LONG = 12, 32


@dataclass(frozen=True, slots=True)
class Main:
    """What a story is about: its frequent terms, those a summary likely has, and the names most sentences have."""

    frequent: frozenset[str]
    telling: frozenset[str]
    actors: frozenset[str]
    title: int
    sentences: int


def main_of(measures: Measures, scores: Scores, titled: int) -> Main:
    """The main terms and names of a story; `titled` is the number of terms in its title."""
    times = measures.counts.times
    frequent = nlargest(_FREQUENT_TERMS, [t for t in times if times[t] > 1], key=times.__getitem__)
    telling = nlargest(_TELLING_TERMS, scores.importance, key=scores.importance.__getitem__)
    names = [name for name in measures.names if measures.names[name] > 1]
    # The order of a set is not the same in every run: equal names go by the alphabet.
    actors = nlargest(_MAIN_ACTORS, sorted(names), key=measures.names.__getitem__)
    return Main(frozenset(frequent), frozenset(telling), frozenset(actors), titled, len(measures.sentences))


def ranking_reasons(scores: Scores, main: Main) -> list[tuple[str, ...]]:
    """For each sentence the themes that moved it most, the weightiest first, each with what it added."""
    themes = [scored.themes for scored in scores.sentences]
    mean = [sum(column) / len(themes) for column in zip(*themes, strict=True)]
    found = []
    for number, scored in enumerate(scores.sentences):
        moved = list(map(sub, scored.themes, mean))
        far = list(map(abs, moved))
        order = sorted(_THEMES, key=far.__getitem__, reverse=True)[:_MOST_REASONS]
        said = [theme for theme in order if far[theme] >= _WORTH_SAYING] or order[:1]
        words = [
            f"{_SAY[theme](scored, number, main, moved[theme] > 0)} ({moved[theme]:+.1f})" for theme in said
        ]
        found.append(tuple(words) if far[order[0]] >= _WORTH_SAYING else (words[0].replace("-0.0", "+0.0"),))
    return found


def _place(_: Scored, number: int, main: Main, good: bool) -> str:
    return "opens the story" if number == 0 else f"is sentence {number + 1} of {main.sentences}"


def _length(scored: Scored, _: int, main: Main, good: bool) -> str:
    size = scored.measured.size
    how = "" if good else "as many as " if size >= _LONG else "only " if size <= _SHORT else ""
    return f"has {how}{size} word{'s' * (size != 1)}"


def _frequency(scored: Scored, _: int, main: Main, good: bool) -> str:
    if not main.frequent:
        return "is in a story that repeats no term"
    has = len(main.frequent.intersection(scored.measured.terms))
    return f"has {has} of the {len(main.frequent)} most frequent terms"


def _links(scored: Scored, _: int, main: Main, good: bool) -> str:
    if good:
        return "is taken up by what follows"
    values = scored.measured.values
    repeated = values[_NUMBER["backward"]] > values[_NUMBER["forward"]]
    return "goes over what came before" if repeated else "is taken up by little that follows"


def _names(scored: Scored, _: int, main: Main, good: bool) -> str:
    has = len(main.actors & scored.measured.names)
    if not main.actors:
        return "has names" if scored.measured.names else "has no name"
    if not has:
        return "names no main actor"
    return f"names {has} of the {len(main.actors)} main actors"


def _speech(scored: Scored, _: int, main: Main, good: bool) -> str:
    values = scored.measured.values
    if good:
        return "reports instead of quoting"
    if share := values[_NUMBER["quoted_share"]]:
        return f"is quoted speech ({share:.0%})"
    return "speaks as I, we or you"


def _form(scored: Scored, _: int, main: Main, good: bool) -> str:
    if scored.measured.values[_NUMBER["question"]]:
        return "asks a question"
    return "has a label in front" if scored.measured.values[_NUMBER["label"]] else "is a plain statement"


def _title(scored: Scored, _: int, main: Main, good: bool) -> str:
    has = round(scored.measured.values[_NUMBER["title"]] * main.title)
    return f"has {has} of the title's {main.title} terms"


def _style(_: Scored, __: int, main: Main, good: bool) -> str:
    return "is worded like a summary" if good else "is not worded like a summary"


def _importance(scored: Scored, _: int, main: Main, good: bool) -> str:
    has = len(main.telling.intersection(scored.measured.terms))
    return f"has {has} of the {len(main.telling)} terms that a summary likeliest has"


_BY_THEME: dict[str, Callable[[Scored, int, Main, bool], str]] = {
    "place": _place,
    "length": _length,
    "frequency": _frequency,
    "links": _links,
    "names": _names,
    "speech": _speech,
    "form": _form,
    "title": _title,
}
_SAY = (*(_BY_THEME[theme] for theme in THEMES), _style, _importance)
_THEMES = range(len(_SAY))


def beside_reason(sentence: Sentence, notice: Notice | None) -> str:
    """Why a sentence is no part of the story."""
    if sentence.heading or notice is None:
        return "is a heading"
    return f"reads like a {notice.kind} ('{notice.text}')"


def verdicts(choice: Choice, sentences: Sequence[Sentence]) -> dict[int, str]:
    """For each sentence that was taken or could not be why, by position; the others were outranked."""

    def number(position: int) -> str:
        return f"sentence {sentences[position].index + 1}"

    found: dict[int, str] = {}
    for position, lean in choice.leaning.items():
        on = f"on {number(lean.supporters[-1])}" if lean.supporters else "on what is not in the text"
        found[position] = f"passed over: leans {on} ('{lean.text}'), which was not taken"
    for position in choice.asking:
        found[position] = "passed over: would end the extract with a question"
    for position, left in choice.too_long.items():
        room = "" if left is None else f", {left} word{' is' if left == 1 else 's are'} left"
        found[position] = f"passed over: does not fit{room}"
    for position, other in choice.repeating.items():
        found[position] = f"passed over: says again what {number(other)} says"
    for place, position in enumerate(choice.taken, 1):
        if position in choice.drawn_in:
            found[position] = f"taken along: {number(choice.drawn_in[position])} leans on it"
        else:
            found[position] = f"taken as number {place}"
    return found
