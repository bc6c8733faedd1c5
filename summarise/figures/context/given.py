"""Figures that a sentence takes for given, so that a negation or a modal does not touch them; and mere labels."""

from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.tokens import Line
from summarise.model import FigureKind

_DEFINITE = word_class("context", "definite")
_RACES = word_class("context", "races")
_RACE_LED = frozenset({"the", "men's", "women's", "men’s", "women’s", "individual", "indoor"})
_HYPHENS = frozenset({"-", "‑", "‐"})
_DESCRIBING = 3  # words between an article and a figure with a hyphen ("the town's new five-year plan")
_APART = frozenset({"ago", "later", "earlier", "before"})
_ORDERING = frozenset({"first", "last", "next", "final", "opening", "past", "other", "remaining", "same"})
_STANDING = frozenset({"age", "score", "rank"})


def hyphened(line: Line, start: int, end: int) -> bool:
    """Whether a hyphen ties the figure at tokens `start` to `end` to a noun: "two-day", "12-|member"."""
    if line[end].text in _HYPHENS and line.glued(end) and line.glued(end + 1):
        return True
    last = line[end - 1].lower
    known = lexicon()
    tied = end - start > 1 and line[end - 2].text in _HYPHENS and line.glued(end - 1)
    number = last in known.cardinals or last.removesuffix("s") in {*known.fractions, *known.scales, "half"}
    return tied and last.isalpha() and not number


def is_race(line: Line, start: int, end: int) -> bool:
    """Whether a length names a race: "the 200m", "800m title"."""
    if end - start != 2 or line[start].text not in _RACES or line[start + 1].lower not in ("m", "metres"):
        return False
    following = line[end]
    named = following.kind == "word" and following.lower not in words("figure_function_words")
    return named or line[start - 1].lower in _RACE_LED


def is_placeless(line: Line, start: int, end: int, kind: FigureKind) -> bool:
    """Whether a figure holds anywhere and at any time: an age, a score, a modifier with a hyphen, a race."""
    return kind in ("age", "score") or hyphened(line, start, end) or is_race(line, start, end)


def is_given(line: Line, start: int, end: int, kind: FigureKind) -> bool:
    """Whether a figure is there whatever its verb says: "the two teams", "my first two games", "her offer of £4m".

    `start` is its first token, or that of the words of its bound.
    """
    if kind in _STANDING:
        return True
    if kind == "duration" and line[end].lower in _APART:
        return True  # "ten years ago", "two minutes later"
    at = start - 1
    if kind == "count" and line[at].lower == "and" and _definite(line, at - 2):
        return True  # "his wife and four children"
    if line[at].lower in _ORDERING:
        at -= 1
    if hyphened(line, start, end):
        for _ in range(_DESCRIBING):
            if line[at].kind != "word" or _definite(line, at) or line[at].lower in ("a", "an"):
                break
            at -= 1
    elif line[at].lower == "of" and kind in ("money", "percent"):
        at -= 2  # "their offer of £4m"
        return _definite(line, at) and line[at].lower != "the"
    return _definite(line, at)


def _definite(line: Line, at: int) -> bool:
    word = line[at].lower
    if word in ("top", "bottom"):  # "a UK top 20 hit", not "expects sales to top 500,000"
        before = line[at - 1]
        return before.lower in _DEFINITE | {"a", "an"} or (at > 0 and before.text[:1].isupper())
    return word in _DEFINITE or (word.endswith(("'s", "’s")) and line[at].kind == "word" and len(word) > 4)
