"""The lines of a digest's key figures: each says by itself what was counted and what happened.

For each key figure there are several lines, from the fullest to the plainest: the clause of its
sentence cut down to the figure, "noun participle: amount", the predicate, the noun phrase, "noun: amount".
The first that reads as a line and passes the audit is taken.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..checking.faithfulness import Auditor
from ..model import Figure, KeyLine, LineForm, Origin, ParsedSentence, Span
from .clauses import Clause
from .draft import Draft
from .figure_lines_cut import Cut, cuts
from .figure_lines_forms import behind_colon, capital, noun_line, one_line, participle_line, remarks
from .gates import GATES
from .line import pieces, text_of
from .tree import Tree, figure_tokens, grow

# The longest aside that is printed, in characters: behind any figure, and one that holds the line's own.
_ASIDE, _LONG_ASIDE = 40, 90
_ASIDES = re.compile(r"[(\[–—]|\s-")
# A line that begins within a word or with a verb that lost its subject, or has lost the hour before "am".
_BROKEN = re.compile(
    r"^(?:['’]s|were|was|are|is)\b|^\w+ [-–—] (?!.* [-–—] )|(?<![\dI])\s[ap]m\b", re.IGNORECASE
)
_TIED = frozenset("after before ago later earlier since old away apart ahead behind short".split())
_GATES = tuple(
    GATES[name]
    for name in (
        "question", "half a quotation", "dangling end", "verb without complement", "says nothing",
        "figure without its bound", "clause cut off", "half of a pair", "part of a score", "markup",
    )
)  # fmt: skip
_OPENING = frozenset("the its his her their our my your this that these those and but or so however".split())
_SAYING_NOTHING = frozenset(
    "is was are were be been being has had have having do does did "
    "go goes went gone come comes came get got make made take took put".split()
)
_Candidate = tuple[LineForm, str, tuple[Span, ...]]
_SELF = frozenset("i we my our us me you your".split())
_WINDOW = 4


def key_lines(
    key: Sequence[Figure], parsed: Sequence[ParsedSentence], auditor: Auditor
) -> tuple[KeyLine, ...]:
    """A line for each key figure, in their order; a line that tells two of them stands once.

    Args:
        key: the key figures, refined by the parse.
        parsed: the parsed sentences, those of the key figures among them.
        auditor: checks the lines against the article.
    """
    wanted = {figure.sentence for figure in key}
    trees = {
        p.sentence.index: tree
        for p in parsed
        if p.sentence.index in wanted and (tree := grow(p, auditor.source.figures)) is not None
    }
    lines: list[KeyLine] = []
    told: set[Span] = set()
    for figure in key:
        if Span(figure.start, figure.end) in told:
            continue
        line = _line(figure, key, trees.get(figure.sentence), auditor)
        told |= set(line.figures)
        same = next((i for i, other in enumerate(lines) if other.text == line.text), None)
        # A line that says all that an earlier one says, and more, takes its place.
        less = next((i for i, other in enumerate(lines) if set(other.figures) < set(line.figures)), None)
        if same is not None:
            both = dict.fromkeys((*lines[same].figures, *line.figures))
            lines[same] = replace(line, figures=tuple(both))
        elif less is not None:
            lines[less] = line
        else:
            lines.append(line)
    return tuple(lines)


def _line(figure: Figure, key: Sequence[Figure], tree: Tree | None, auditor: Auditor) -> KeyLine:
    """The first line of a figure that passes the audit; the last one needs none, it stands in the article."""
    own = Span(figure.start, figure.end)
    for form, text, figures in _candidates(figure, key, tree):
        line = capital(text)
        if not _BROKEN.search(text) and auditor.passes(line):
            return KeyLine(line, form, figure.sentence, figures)
    return KeyLine(_window(figure, auditor.source.text), "words", figure.sentence, (own,))


def _candidates(figure: Figure, key: Sequence[Figure], tree: Tree | None) -> Iterator[_Candidate]:
    own = (Span(figure.start, figure.end),)
    later: list[_Candidate] = []
    last: list[_Candidate] = []
    if tree is not None:
        part = _part(tree, figure)
        for cut in cuts(tree, part) if part else ():
            text = _text(tree, cut, figure)
            if text is None:
                continue
            behind = remarks(figure, text, placed=False)
            line: _Candidate = cut.form, text + behind, _told(tree, cut, figure, key)
            # A denial stands better in its clause ("denied that ...") than in brackets.
            if cut.form == "clause" and not later and "denied" not in behind:
                yield line
            else:
                (last if cut.form == "clause" else later).append(line)
        participle = participle_line(tree, figure)
        if participle is not None:
            yield "participle", participle + remarks(figure, participle, placed=False), own
    yield from later
    noun = noun_line(figure)
    if noun is not None:
        yield "noun", noun + remarks(figure, noun, placed=True), own
    yield from last
    if figure.verb is not None and figure.verb.isalpha() and figure.verb.lower() not in _SAYING_NOTHING:
        verb = f"{one_line(figure.verb)}: {behind_colon(figure)}"
        yield "verb", verb + remarks(figure, verb, placed=True), own


def _part(tree: Tree, figure: Figure) -> frozenset[int]:
    """The tokens of a figure; of one in brackets or between dashes the token before."""
    if _parsed(tree, figure):
        return figure_tokens(tree, figure)
    before = max((t.index for t in tree.tokens if t.end <= figure.start), default=None)
    if before is None:
        return frozenset()
    of_figures = (figure_tokens(tree, f) for f in tree.figures)
    return next((found for found in of_figures if before in found), frozenset({before}))


def _parsed(tree: Tree, figure: Figure) -> bool:
    """Whether the parse has the figure; what stands in brackets or between dashes it has not."""
    return not _ASIDES.search(tree.sentence.text) or any(
        t.start < figure.end and t.end > figure.start for t in tree.tokens
    )


def _told(tree: Tree, cut: Cut, figure: Figure, key: Sequence[Figure]) -> tuple[Span, ...]:
    """The key figures that a line tells, its own first: those with the same standing as facts."""
    found = [Span(figure.start, figure.end)]
    for other in key:
        same = (other.sentence, other.negated, other.hypothetical) == (
            figure.sentence,
            figure.negated,
            figure.hypothetical,
        )
        if other is not figure and same and (tokens := _part(tree, other)) and tokens <= cut.kept:
            found.append(Span(other.start, other.end))
    return tuple(found)


def _text(tree: Tree, cut: Cut, figure: Figure) -> str | None:
    """The line of a cut; None if it does not read as one."""
    counted = frozenset(i for f in tree.figures for i in figure_tokens(tree, f))
    kept = _opened(tree, _unquoted(tree, cut.kept), counted)
    amount = _part(tree, figure)
    if not amount <= kept or not _says_more(tree, kept - counted) or _torn(tree, kept, amount, figure):
        return None
    beside = ((figure_tokens(tree, other), other) for other in tree.figures)
    if any(part <= kept and _torn(tree, kept, part, other) for part, other in beside if part):
        return None
    if any(tree.tokens[i].text.lower() in _SELF and tree.tokens[i].text != "US" for i in kept):
        return None
    if tree.tokens[min(kept)].tag in {"WP", "WRB", "WDT"}:
        return None
    line = pieces(tree, kept, _with_asides(tree, kept, figure))
    text = one_line(text_of(line))
    text = (text.replace('"', "") if text.count('"') % 2 else text).strip(" ,;:.–—-")
    if cut.verb is not None and cut.subject is not None:
        clause = Clause(tree, cut.verb, cut.subject)
        drafted = Draft(line, text, "", "", clause, kept)
        if any(gate(drafted) for gate in _GATES):
            return None
    return text


def _says_more(tree: Tree, beside: frozenset[int]) -> bool:
    """Whether there is a word beside the figures."""
    return any(tree.tokens[i].pos in {"NOUN", "PROPN", "VERB", "ADJ"} for i in beside)


def _unquoted(tree: Tree, kept: frozenset[int]) -> frozenset[int]:
    """Without quotation marks if one of a pair is missing."""
    marks = frozenset(i for i in kept if tree.tokens[i].text in {'"', "“", "”", "``", "''"})
    return kept - marks if len(marks) % 2 else kept


def _opened(tree: Tree, kept: frozenset[int], counted: frozenset[int]) -> frozenset[int]:
    """Without the article, the pointing word or the "and" that it would open with."""
    for index in sorted(kept)[:-1]:
        token = tree.tokens[index]
        if any(f.kind == "age" and f.start == tree.tokens[index + 1].start for f in tree.figures):
            break  # "The 62-year-old"
        opens = token.text.lower() in _OPENING and token.dep in {"det", "poss", "cc", "advmod", "mark"}
        if index in counted or not (opens or token.pos == "PUNCT"):
            break
        kept -= {index}
    return kept


def _with_asides(tree: Tree, kept: frozenset[int], figure: Figure) -> Mapping[int, tuple[str, Origin] | None]:
    """Tokens with what stands in brackets behind them, where that is a figure; between dashes only the line's own."""
    changes: dict[int, tuple[str, Origin] | None] = {}
    if not _ASIDES.search(tree.sentence.text):
        return changes
    for other in tree.figures:
        if _parsed(tree, other):
            continue
        before = max((t.index for t in tree.tokens if t.end <= other.start), default=None)
        if before is None or before not in kept or before in changes:
            continue
        token = tree.tokens[before]
        behind = tree.tokens[before + 1].start if before + 1 < len(tree.tokens) else tree.sentence.end
        aside = tree.sentence.text[token.end - tree.sentence.start : behind - tree.sentence.start].strip()
        own = (other.start, other.end) == (figure.start, figure.end)
        if len(aside) <= (_LONG_ASIDE if own else _ASIDE) and (own or aside.startswith("(")):
            changes[before] = (f"{one_line(token.text)} {one_line(aside)}", "normalised")
    return changes


def _torn(tree: Tree, kept: frozenset[int], amount: frozenset[int], figure: Figure) -> bool:
    """Whether the word that gives a figure its sense is gone: "40 years [after the film]", "[with a fine] 6-2 win"."""
    if figure.kind == "score":
        led = min(amount) - 1
        while led in kept and not tree.tokens[led].text.isalpha():
            led -= 1  # the set before
        return (
            led >= 0 and led not in kept and tree.tokens[led].text.isalpha() and tree.tokens[led].pos != "ADV"
        )
    if figure.kind not in ("duration", "measure"):
        return False
    for index in (max(amount) + 1, max(amount) + 2):
        near = index < len(tree.tokens) and tree.tokens[index].text.lower() in _TIED
        if near and index not in kept and index - 1 in kept:
            return True
    return False


def _window(figure: Figure, text: str) -> str:
    """The words around a figure of which nothing is known, as they stand."""
    before = text[max(0, figure.start - 80) : figure.start].split()[-_WINDOW:]
    behind = text[figure.end : figure.end + 80].split()[:_WINDOW]
    return " ".join(["…", *before, one_line(figure.text), *behind, "…"])
