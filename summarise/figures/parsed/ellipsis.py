"""What a figure leaves to another figure before it, told with the help of the dependency parse."""

from collections.abc import Sequence
from itertools import takewhile

from summarise.figures.nouns.phrases import is_plural
from summarise.figures.parsed.subjects import subject_token
from summarise.figures.parsed.tree import Tree, syntax_words
from summarise.model import Figure, Span

_ELLIPTIC = frozenset(
    {"nsubj", "nsubjpass", "conj", "appos", "dobj", "dep", "ROOT", "attr", "prep", "npadvmod", "advmod"}
)
_PRICED = 7  # tokens between two prices: "and the flat pan for"
_APPOSED = frozenset({"from", "in", "at", "for", "on"})


def compared(tree: Tree, figure: Figure, last: int, before: Sequence[Figure]) -> Span | None:
    """ "up from 5 percent", "compared with 70": what the figure before in the sentence is of."""
    earlier = _alike(figure, before)
    if earlier is None or earlier.noun_span is None:
        return None
    if last + 1 < len(tree.tokens) and tree.tokens[last + 1].text == "of":
        return None
    left = Span(max(tree.parsed.sentence.start, earlier.end, figure.start - 40), figure.start)
    if left.start > left.end:
        return None
    parts = tree.text(left).lower().replace(",", " ").split()[-6:]
    if "of" in parts:
        return None
    # "up from | about 9,000": a word or two may stand between.
    near = [f" {' '.join(parts[: len(parts) - extra])}" for extra in range(min(3, len(parts)))]
    cues = syntax_words("words", "compared")
    return earlier.noun_span if any(text.endswith(f" {cue}") for text in near for cue in cues) else None


def priced(tree: Tree, figure: Figure, before: Sequence[Figure]) -> int | None:
    """ "sells the pot for £5 and the pan for £9": the noun between the two prices."""
    first = min(tree.within((figure.start, figure.end)))
    if not before or before[-1].kind != "money" or figure.kind != "money" or before[-1].end > figure.start:
        return None
    if first < 3 or tree.tokens[first - 1].text != "for" or not tree.is_noun(first - 2):
        return None
    between = tree.within(Span(before[-1].end, figure.start))
    joined = bool(between) and tree.tokens[between[0]].text in ("and", ",") and len(between) <= _PRICED
    return first - 2 if joined and not any(tree.is_verb(index) for index in between) else None


def _alike(figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The last figure of the sentence that this one may be compared with; of counts the one nearest in size."""
    found: Figure | None = None
    for earlier in reversed(before):
        if earlier.sentence != figure.sentence:
            break
        fits = figure.unit is None or earlier.kind == figure.kind or _unit(earlier) == _unit(figure)
        if earlier.kind == "age" or not fits or (found is not None and earlier.unit != found.unit):
            continue
        if found is None or _apart(earlier, figure) < _apart(found, figure):
            found = earlier
        if figure.kind != "count":
            break
    return found


def _unit(figure: Figure) -> str:
    return (figure.unit or "").split(" ")[0]


def _apart(one: Figure, other: Figure) -> int:
    """How many powers of ten apart two values are."""
    return abs(one.value.adjusted() - other.value.adjusted())


def whole_of(figure: Figure, before: Sequence[Figure]) -> Span | None:
    """ "40 were hurt, 12 of them badly": the count before, of which this is a part."""
    for earlier in reversed(before):
        if earlier.sentence != figure.sentence:
            return None
        if earlier.kind == "count" and earlier.noun_span is not None and earlier.value >= figure.value:
            return earlier.noun_span
    return None


def elliptic(tree: Tree, figure: Figure, top: int, last: int, before: Sequence[Figure]) -> Span | None:
    """ "six from Lund and three from Cork": the noun of the count before, in this sentence or the last."""
    if figure.kind != "count" or figure.unit is not None:
        return None
    following = tree.tokens[last + 1].text.lower() if last + 1 < len(tree.tokens) else ""
    final = following in ("", ".", ";", ",") and last > 0 and tree.is_noun(last - 1)
    if following == "times" or not (final or tree.tokens[top].dep in _ELLIPTIC):
        return None
    apposed = _apposed(tree, figure, last, following)
    if apposed is not None:
        return apposed
    if before and before[-1].kind == "age" and 0 <= figure.start - before[-1].end <= 5:
        return before[-1].noun_span  # "two nurses, aged 29 and 51"
    for earlier in reversed(before):
        if figure.sentence - earlier.sentence > 1:
            return None
        if earlier.kind == "count" and earlier.noun_span is not None and earlier.unit is None:
            parallel = following in _APPOSED and earlier.sentence == figure.sentence
            return earlier.noun_span if earlier.value >= figure.value or parallel else None
    return None


def of_pronoun(tree: Tree, figure: Figure, top: int, before: Sequence[Figure]) -> Span | None:
    """ "They had gained 5 per cent": what the last figure of that kind is of, if the pronoun agrees with it."""
    if figure.kind not in ("percent", "money", "ratio", "rate"):
        return None
    verb = next((i for i in tree.up(top) if tree.is_verb(i)), None)
    lemma = tree.tokens[verb].lemma if verb is not None else ""
    if (
        verb is None
        or lemma not in syntax_words("verbs", "of_subject")
        or lemma in ("be", "stand", "remain", "cost")
    ):
        return None
    subject = subject_token(tree, verb)
    pronoun = tree.tokens[subject].text.lower() if subject is not None else ""
    near = takewhile(lambda f: figure.sentence - f.sentence <= 1, reversed(before))
    earlier = next(
        (f for f in near if f.noun is not None and f.kind in (figure.kind, "percent", "money")), None
    )
    if pronoun not in ("it", "they") or earlier is None or earlier.noun is None:
        return None
    last = earlier.noun.split(" of ")[0].split()[-1].lower()
    return earlier.noun_span if is_plural(last) == (pronoun == "they") else None


def _apposed(tree: Tree, figure: Figure, last: int, following: str) -> Span | None:
    """ "The routes to close, | six from Lund": the plural before the comma."""
    first = min(tree.within((figure.start, figure.end)))
    if following not in _APPOSED or first < 2 or tree.tokens[first - 1].text != ",":
        return None
    before = range(first - 2, max(first - 8, -1), -1)
    head = next((i for i in before if tree.tokens[i].tag == "NNS"), None)
    return tree.phrase(head) if head is not None else None
