"""Lines of the form "noun: amount" for figures whose sentence gives no clause, and what stands in brackets behind."""

import re

from ..figures.lexicon import word_class
from ..model import Figure
from ..resources import word_list
from .figure_lines_amount import amount, spelled
from .tree import Tree

_PLACED = re.compile(r"(?:in|at|near|on|outside|across|around) (?:the )?[A-Z]")
_DATED = re.compile(r"\d|\b(?:quarter|year|month|decade|century)\b")
_PRONOUNS = frozenset("he she it they we i you this that those who".split())
_GROWING = re.compile(
    r"\b(?:growth|rise|fall|cut|cuts|increase|increases|drop|decline|loss|losses|reduction|gain|gains|inflation)$",
    re.IGNORECASE,
)


def one_line(text: str) -> str:
    """The words with single spaces."""
    return " ".join(text.split())


def capital(text: str) -> str:
    """The line with a capital at its start; "iPhone" keeps its small letter."""
    return text if re.match(r"[a-z][A-Z]", text) else text[:1].upper() + text[1:]


def behind_colon(figure: Figure) -> str:
    """The amount as it stands behind a colon."""
    text = one_line(figure.text)
    bare = figure
    level = figure.noun is not None and _GROWING.search(figure.noun) is not None
    words = amount(bare, spelled(figure, text))
    if level and figure.direction is not None:
        # A growth of 9 per cent is no rise of the growth.
        words = words.removeprefix("up by ").removeprefix("down by ")
    return words.removesuffix(" of")


def noun_line(figure: Figure) -> str | None:
    """ "Civilians: at least 23"; None if it is not known what is counted."""
    if figure.noun is None:
        return None
    return f"{one_line(figure.noun)}: {behind_colon(figure)}"


def participle_line(tree: Tree, figure: Figure) -> str | None:
    """ "People killed: six", from a passive or from a verb whose participle has the form that stands there."""
    if figure.noun is None or figure.verb_span is None or figure.kind not in ("count", "money", "measure"):
        return None
    if figure.negated or figure.hypothetical:
        return None
    verb = next((t for t in tree.tokens if t.start == figure.verb_span.start), None)
    if verb is None or verb.pos != "VERB" or tree.child(verb.index, "neg", "prt") is not None:
        return None
    passive = tree.child(verb.index, "nsubjpass") is not None and figure.role == "subject"
    done = figure.role == "object" and verb.text.lower().endswith("ed") and verb.tag in {"VBD", "VBN"}
    if not passive and not done:
        return None
    return f"{one_line(figure.noun)} {verb.text.lower()}: {behind_colon(figure)}"


def remarks(figure: Figure, line: str, *, placed: bool) -> str:
    """What stands in brackets behind a line: where, when, who says so, whether it holds; "" if nothing does.

    Args:
        figure: the figure.
        line: the line so far; what it says already is not said again.
        placed: whether the line is without a clause, so that place and time are wanted.
    """
    said: list[str] = []
    bare = figure.kind in ("age", "duration") or "-" in figure.text
    lower = line.lower()
    if placed and not bare and figure.place is not None and _PLACED.match(figure.place):
        said.append(one_line(figure.place))
    if not bare and figure.time is not None and (placed or _DATED.search(figure.time)):
        said.append(_small(one_line(figure.time)))
    said = [words for words in said if words.lower() not in lower]
    speaker = _speaker(figure)
    if speaker and speaker.lower().removeprefix("the ") not in lower and "according to" not in lower:
        said.append(f"according to {speaker}")
    shown = set(re.findall(r"[\w’']+", lower))
    if figure.negated and not _denied(shown):
        said.append("denied")
    if figure.hypothetical and not _open(shown):
        said.append("not a fact yet")
    return f" ({', '.join(said)})" if said else ""


def _denied(shown: set[str]) -> bool:
    told = word_class("context", "negations") | word_class("context", "denials")
    return bool(shown & (told | _LACKING)) or any(w.endswith(("n't", "n’t")) for w in shown)


def _open(shown: set[str]) -> bool:
    told = word_class("context", "hypothetical") | word_class("context", "plans")
    return bool(shown & (told | {"will", "to", "won't", "can"}))


def _speaker(figure: Figure) -> str:
    if figure.speaker is None:
        return ""
    words = one_line(figure.speaker).split()
    while words and words[-1].lower() in _UNFINISHED:
        words.pop()
    speaker = " ".join(words)
    return "" if speaker.lower() in _PRONOUNS else _small(speaker)


def _small(words: str) -> str:
    """A phrase within a line: "The Union Party" loses the capital of its article, "In 2003" that of its start."""
    first, _, rest = words.partition(" ")
    group = first.lower() in word_list("en/speaking_groups.txt")
    return f"{first.lower()} {rest}".rstrip() if group or (first in _SMALL and rest) else words


_UNFINISHED = frozenset("the a an of for in on at to and with by from".split())
_LACKING = frozenset("no none without fail fails failed refuse refuses refused unable lack lacks".split())
_SMALL = frozenset(
    "The A An In At On By Since During Over For From Between Before After Last This Next Until Another One "
    "Some Its His Her Their Our Most Many Two Three Local Senior Earlier Late Early".split()
)
