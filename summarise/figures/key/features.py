"""What is counted of a figure to tell how much it matters: numbers by name, for a linear score."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from summarise.figures.compare import noun_key
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.model import Figure

_SELDOM_NEWS = frozenset({"duration", "age", "rank"})
_IDLE_NOUNS = word_class("key", "idle_nouns")
_TOLLS = word_class("key", "tolls")
_PERSONS = word_class("key", "persons")
_HARM = word_class("key", "harm")
_LATEST = 10  # sentences further down are all alike
_CLOSE = 2  # characters between a figure and its conversion in brackets
_LONG = 4  # letters of a word that a title and a noun may share

FEATURES = (
    "standing", "standing_seldom", "later", "opening", "opening_seldom", "second",
    "money", "percent", "measure", "duration", "age", "rate", "score", "rank", "ratio",
    "first_in_sentence", "order", "noun", "people", "harmed", "bare_count",
    "negated", "hypothetical", "one", "two", "idle", "vague", "repeated", "in_title", "noun_in_title",
    "noun_in_lead", "most_money", "most_people", "most_percent", "bound", "change", "speaker", "conversion",
    "precise", "range",
)  # fmt: skip


def features(
    figures: Sequence[Figure], weights: Sequence[float], title: str | None = None
) -> list[dict[str, float]]:
    """The features of every figure of an article, in its order; those that are 0 are left out."""
    low, high = (min(weights), max(weights)) if weights else (0.0, 0.0)
    titled = _long_words(title or "")
    lead = {w for f in figures if f.sentence == 0 and f.noun for w in _long_words(f.noun)}
    amounts = Counter((f.value, f.unit, f.kind) for f in figures)
    most = _largest(figures)
    orders: Counter[int] = Counter()
    rows = []
    for place, figure in enumerate(figures):
        weight = weights[figure.sentence] if 0 <= figure.sentence < len(weights) else low
        share = (weight - low) / (high - low) if high > low else 0.0
        order = orders[figure.sentence]
        orders[figure.sentence] += 1
        row = _own(figure)
        behind = "_seldom" if figure.kind in _SELDOM_NEWS else ""
        row[f"standing{behind}"] = share
        row["later"] = float(min(figure.sentence, _LATEST))
        row[f"opening{behind}"] = float(figure.sentence == 0)
        row["second"] = float(figure.sentence == 1)
        row["first_in_sentence"] = float(order == 0)
        row["order"] = float(min(order, 4))
        row["repeated"] = float(min(amounts[figure.value, figure.unit, figure.kind] - 1, 2))
        if titled:
            row["in_title"] = float(figure.text.lower().split()[0] in (title or "").lower().split())
            row["noun_in_title"] = float(bool(figure.noun and _long_words(figure.noun) & titled))
        row["noun_in_lead"] = float(
            figure.sentence > 0 and bool(figure.noun and _long_words(figure.noun) & lead)
        )
        for name, value in most.items():
            row[name] = float(_class(figure) == name and figure.value == value)
        before = figures[place - 1] if place else None
        row["conversion"] = float(
            before is not None
            and 0 < figure.start - before.end <= _CLOSE
            and figure.kind == before.kind
            and figure.unit != before.unit
        )
        rows.append({name: value for name, value in row.items() if value})
    return rows


def _own(figure: Figure) -> dict[str, float]:
    row: dict[str, float] = {figure.kind: 1.0} if figure.kind in FEATURES else {}
    noun = noun_key(figure)
    counted = figure.kind == "count"
    row["noun"] = float(bool(noun))
    row["people"] = float(of_people(figure))
    harmed = bool(set(noun.split()) & _HARM) or (figure.verb or "").lower() in _HARM
    row["harmed"] = float(counted and harmed)
    row["bare_count"] = float(counted and not noun)
    row["negated"] = float(figure.negated)
    row["hypothetical"] = float(figure.hypothetical)
    row["one"] = float(counted and figure.value <= 1)
    row["two"] = float(counted and figure.value == 2)
    row["idle"] = float(is_idle(figure))
    row["vague"] = float(figure.cue_span is not None and figure.cue_span.start == figure.start)
    row["bound"] = float(figure.bound in (">", ">=", "<", "<="))
    row["change"] = float(figure.bound in ("up", "down"))
    row["speaker"] = float(figure.speaker is not None)
    row["range"] = float(figure.upper is not None)
    row["precise"] = float(figure.value >= 1000 and figure.value % 100 != 0)
    return row


def _long_words(text: str) -> set[str]:
    return {word.strip(".,:;'’\"“”").lower() for word in text.split() if len(word) > _LONG}


def _class(figure: Figure) -> str:
    if figure.kind == "money":
        return "most_money"
    if figure.kind == "percent":
        return "most_percent"
    return "most_people" if figure.kind == "count" and of_people(figure) else ""


def _largest(figures: Sequence[Figure]) -> dict[str, Decimal]:
    """The largest amount of money, count of people and percentage of an article that has two of them."""
    found: dict[str, list[Decimal]] = {}
    for figure in figures:
        if name := _class(figure):
            found.setdefault(name, []).append(figure.value)
    return {name: max(values) for name, values in found.items() if len(values) > 1}


def of_people(figure: Figure) -> bool:
    """People, above all the dead and the hurt."""
    last = noun_key(figure).rsplit(" ", 1)[-1]
    return last in words("casualty_nouns") | words("people_nouns") | _TOLLS | _PERSONS


def is_idle(figure: Figure) -> bool:
    """ "one guess", "two wrongs", "a million things": a turn of phrase."""
    last = noun_key(figure).rsplit(" ", 1)[-1]
    first, _, scale = figure.text.lower().partition(" ")
    round_ = first in ("a", "one") and scale in lexicon().scales
    return figure.kind in ("count", "ratio") and last in _IDLE_NOUNS and (round_ or figure.value <= 2)
