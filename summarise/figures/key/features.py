"""What is counted of a figure to tell how much it matters: numbers by name, for a linear score."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from summarise.figures.compare import noun_key
from summarise.figures.key.beside import (
    Beside,
    is_alternative,
    is_attribute,
    is_crowd,
    is_given,
    is_interim,
    is_point_in_time,
    is_term,
    surroundings,
    words_of,
)
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.model import Figure, Sentence

_SELDOM_NEWS = frozenset({"duration", "age", "rank"})
_IDLE_NOUNS = word_class("key", "idle_nouns")
_OCCASIONS = word_class("key", "occasions")
_TOLLS = word_class("key", "tolls")
_PERSONS = word_class("key", "persons")
_HARM = word_class("key", "harm")
_LATEST = 10  # sentences further down are all alike
_LONG = 4  # letters of a word that a title and a noun may share
_INTRODUCED = 2  # sentences in which whom a story is about is introduced
_FEW = 4
_FEW_UNNAMED = 20
_ASTRONOMIC = 10**18
_OFTEN = 10  # "ten times" is a turn of phrase, "a hundred times" tells something

FEATURES = (
    "standing", "standing_seldom", "later", "opening", "opening_seldom", "second",
    "money", "percent", "measure", "duration", "age", "rate", "score", "rank", "ratio",
    "first_in_sentence", "order", "noun", "people", "harmed", "bare_count",
    "negated", "hypothetical", "two", "few_things", "idle", "vague", "repeated", "in_title", "noun_in_title",
    "noun_in_lead", "most_money", "most_people", "most_percent", "bound", "change", "speaker",
    "precise", "range", "point_in_time", "attribute", "side_age", "term", "crowd", "interim", "given",
    "money_standing", "percent_change",
)  # fmt: skip

# Where a figure stands tells which of an article's come first, and not whether one is worth anything.
POSITION = frozenset({
    "standing", "standing_seldom", "later", "opening", "opening_seldom", "second", "first_in_sentence", "order",
})  # fmt: skip


def features(
    figures: Sequence[Figure],
    weights: Sequence[float],
    title: str | None = None,
    sentences: Sequence[Sentence] = (),
) -> list[dict[str, float]]:
    """The features of every figure of an article, in its order; those that are 0 are left out.

    Without the sentences, what only the text beside a figure tells is left out too.
    """
    low, high = (min(weights), max(weights)) if weights else (0.0, 0.0)
    titled = _long_words(title or "")
    lead = {w for f in figures if f.sentence == 0 and f.noun for w in _long_words(f.noun)}
    told_first = _told_first(sentences, title)
    amounts = Counter((f.value, f.unit, f.kind) for f in figures)
    most = _largest(figures)
    beside = surroundings(figures, sentences)
    orders: Counter[int] = Counter()
    told: set[tuple[Decimal, str | None]] = set()
    rows = []
    for place, figure in enumerate(figures):
        weight = weights[figure.sentence] if 0 <= figure.sentence < len(weights) else low
        share = (weight - low) / (high - low) if high > low else 0.0
        order = orders[figure.sentence]
        orders[figure.sentence] += 1
        row = _own(figure) | _from_text(figure, beside[place])
        behind = "_seldom" if figure.kind in _SELDOM_NEWS else ""
        row[f"standing{behind}"] = share
        row["later"] = float(min(figure.sentence, _LATEST))
        row[f"opening{behind}"] = float(figure.sentence == 0)
        row["second"] = float(figure.sentence == 1)
        row["first_in_sentence"] = float(order == 0)
        row["order"] = float(min(order, 4))
        row["repeated"] = float(min(amounts[figure.value, figure.unit, figure.kind] - 1, 2))
        row["money_standing"] = share * (figure.kind == "money")
        named = _long_words(figure.noun or "")
        if titled:
            row["in_title"] = float(in_title(figure, title))
            row["noun_in_title"] = float(bool(named & titled))
        row["noun_in_lead"] = float(figure.sentence > 0 and bool(named & lead))
        row["few_things"] = float(
            _few(figure) and figure.sentence > 0 and not named & titled and not named & lead
        )
        if figure.sentence == 0:
            row["point_in_time"] = 0.0  # "six hours after the strike began" is the news there
            row["attribute"] *= figure.kind != "duration"
        if sentences and figure.kind == "age" and figure.sentence >= _INTRODUCED:
            row["side_age"] = float(words_of(figure.noun or "").isdisjoint(told_first))
        for name, value in most.items():
            row[name] = float(_class(figure) == name and figure.value == value)
        row["given"] = float((figure.value, figure.unit) in told and is_given(figure, beside[place]))
        told.add((figure.value, figure.unit))
        if _in_doubt(figures, beside, place):
            row["vague"] = 1.0
        rows.append({name: value for name, value in row.items() if value})
    return rows


def _own(figure: Figure) -> dict[str, float]:
    row: dict[str, float] = {figure.kind: 1.0} if figure.kind in FEATURES else {}
    noun = noun_key(figure)
    counted = figure.kind == "count"
    row["noun"] = float(bool(noun))
    row["people"] = float(of_people(figure))
    row["harmed"] = float(counted and of_harm(figure))
    row["bare_count"] = float(counted and not noun)
    row["negated"] = float(figure.negated)
    row["hypothetical"] = float(figure.hypothetical)
    row["two"] = float(counted and figure.value == 2)
    row["idle"] = float(is_idle(figure))
    row["vague"] = float(figure.cue_span is not None and figure.cue_span.start == figure.start)
    row["bound"] = float(figure.bound in (">", ">=", "<", "<="))
    row["change"] = float(figure.bound in ("up", "down"))
    row["percent_change"] = float(figure.kind == "percent" and figure.direction is not None and bool(noun))
    row["speaker"] = float(figure.speaker is not None)
    row["range"] = float(figure.upper is not None and figure.kind != "score")
    row["precise"] = float(1000 <= figure.value < _ASTRONOMIC and figure.value % 100 != 0)
    return row


def _from_text(figure: Figure, beside: Beside) -> dict[str, float]:
    return {
        "point_in_time": float(is_point_in_time(figure, beside)),
        "attribute": float(is_attribute(figure, beside)),
        "term": float(is_term(figure, beside)),
        "crowd": float(is_crowd(figure, beside)),
        "interim": float(is_interim(figure, beside)),
    }


def _in_doubt(figures: Sequence[Figure], beside: Sequence[Beside], place: int) -> bool:
    """Either half of "three or four"."""
    pairs = ((place, place + 1), (place - 1, place))
    return any(
        is_alternative(beside[a], beside[b], figures[a], figures[b])
        for a, b in pairs
        if a >= 0 and b < len(figures)
    )


def _told_first(sentences: Sequence[Sentence], title: str | None) -> frozenset[str]:
    """The words of the title and of the first sentences: whom the story is about."""
    first = [sentence.text for sentence in sentences[:_INTRODUCED]]
    return words_of(" ".join((title or "", *first)))


def _long_words(text: str) -> set[str]:
    return {word.strip(".,:;'’\"“”").lower() for word in text.split() if len(word) > _LONG}


def in_title(figure: Figure, title: str | None) -> bool:
    """Whether the number stands in the title as it is written in the text."""
    number = figure.text.lower().split()[0]
    return number not in ("a", "an") and number in (title or "").lower().split()


def noun_in_title(figure: Figure, title: str | None) -> bool:
    """Whether the title names what is counted."""
    return bool(_long_words(figure.noun or "") & _long_words(title or ""))


def _few(figure: Figure) -> bool:
    """Up to four of a thing that is no person and came to no harm; of what is not said, up to twenty."""
    most = _FEW if figure.noun else _FEW_UNNAMED
    return figure.kind == "count" and figure.value <= most and not of_people(figure) and not of_harm(figure)


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


def of_harm(figure: Figure) -> bool:
    """The dead, the hurt, or what was killed or hurt."""
    return bool(set(noun_key(figure).split()) & _HARM) or (figure.verb or "").lower() in _HARM


def tells_harm(said: Iterable[str]) -> bool:
    """Whether one of these words tells of the dead or the hurt."""
    return not _HARM.isdisjoint(said)


def is_idle(figure: Figure) -> bool:
    """ "one guess", "two wrongs", "three times", "a million things": a turn of phrase."""
    if figure.kind not in ("count", "ratio"):
        return False
    last = noun_key(figure).rsplit(" ", 1)[-1]
    if figure.kind == "count" and last in _OCCASIONS and figure.value <= _OFTEN:
        return True
    first, _, scale = figure.text.lower().partition(" ")
    round_ = first in ("a", "one") and scale in lexicon().scales
    return last in _IDLE_NOUNS and (round_ or figure.value <= 2)
