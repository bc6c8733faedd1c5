"""Units that a short word leaves in doubt: a metre or a million, pounds paid or pounds weighed."""

from summarise.figures.lexicon import word_class, words
from summarise.figures.nouns.phrases import is_plural
from summarise.figures.quantities.rates import Quantity
from summarise.figures.tokens import DASHES, Line

_PAYING = word_class("quantities", "paying")
_EVENTS = word_class("quantities", "events")
_LEAPT = word_class("quantities", "leapt")
_DIMENSIONS = word_class("quantities", "dimensions")
_WEIGHT_VERBS = word_class("quantities", "weight_verbs")
_THRUST = frozenset({"thrust", "explosives", "cocaine", "meat", "food", "fish"})
_DISTANCES = frozenset("60 100 200 400 800 1500 1,500 3000 3,000 5000 5,000 10000 10,000".split())
_MONEY_SIGNS = frozenset("$ £ € ¥ euro euros dollar dollars pounds yen".split())


def is_sterling(line: Line, quantity: Quantity, end: int) -> bool:
    """Whether pounds are money: someone pays them, they come by the million, or by the week."""
    if line[end].lower == "of" or line[end - 2].lower == "per":
        return False
    if quantity.number.scaled and quantity.value >= 1_000_000:
        return True
    if quantity.number.vague and quantity.value >= 1_000 and line[end].lower not in _THRUST:
        return True
    if line[end].lower in ("a", "per") and line[end + 1].lower in (
        "week",
        "month",
        "year",
        "share",
        "head",
        "night",
    ):
        return True
    near = (*range(quantity.start - 6, quantity.start), *range(end, end + 4))
    paying = _PAYING if quantity.number.vague else _PAYING - _WEIGHT_VERBS
    return any(line[at].lower in paying for at in near)


def is_metre(line: Line, quantity: Quantity) -> bool:
    """Whether the m of "3.2m" is a metre: a word of dimension follows, or a whole number with nothing to count."""
    following = line[quantity.end]
    if following.lower in _DIMENSIONS or (
        following.text in DASHES and line[quantity.end + 1].lower in _DIMENSIONS
    ):
        return True
    if (
        line[quantity.start - 1].lower in ("a", "an")
        and following.kind == "word"
        and not is_plural(following.lower)
    ):
        return True
    ahead = quantity.end
    while line[ahead].lower in _EVENTS and ahead < quantity.end + 3:
        ahead += 1
    if ahead > quantity.end and line[ahead].lower in _DIMENSIONS:
        return True  # "the 400m world final"
    whose = line[quantity.start - 1].lower in ("its", "their", "our", "his", "her")
    number = line[quantity.number.start].text
    if whose and following.kind == "word" and not is_plural(following.lower) and number.isdecimal():
        return not any(token.lower in _MONEY_SIGNS for token in line.tokens)  # "their 382m track"
    if number in _DISTANCES or (len(number.partition(".")[2]) == 2 and quantity.value < 100_000_000):
        return not any(token.text in _MONEY_SIGNS for token in line.tokens)
    if any(line[back].lower in _LEAPT for back in range(max(quantity.start - 6, 0), quantity.start)):
        return len(number) < 6 and not any(sign in number for sign in ",")
    if following.kind == "word" and following.lower not in words("figure_function_words"):
        return False
    if any(line[back].lower in _PAYING for back in range(max(quantity.start - 4, 0), quantity.start)):
        return False
    return "." not in number and not any(token.lower in _MONEY_SIGNS for token in line.tokens)
