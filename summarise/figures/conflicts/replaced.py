"""Numbers that were replaced: "an initial 18", "first put at 35", "later revised to 26"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from summarise.figures.conflicts.told import Told, known
from summarise.figures.conflicts.tolls import Pair, is_toll

_BACK = 3  # sentences back in which the newer number may stand


def both_ends(one: Told) -> Pair | None:
    """ "The toll rose from 18 to 31": both ends are one figure; each of them as a figure of its own."""
    figure = one.figure
    cut = figure.text.lower().find(" to ")
    if figure.upper is None or cut < 0 or (figure.cue or "").lower() != "from" or not is_toll(one):
        return None
    if _is_of_a_year(_behind(one)) or not _rises_from(one, one.first):
        return None
    ends = figure.value, figure.upper  # lower, higher; the text says which was first
    small_first = _is_rise(one)
    first, last = ends if small_first else ends[::-1]
    split = figure.start + cut
    old = replace(figure, text=figure.text[:cut], end=split, value=first, upper=None)
    new = replace(figure, text=figure.text[cut + 4 :], start=split + 4, value=last, upper=None)
    told = [replace(one, figure=end, behind=one.after) for end in (new, old)]
    return Pair("updated", told[0], told[1])


def _is_rise(one: Told) -> bool:
    """Whether the first of the two numbers of "from 18 to 31" is the lower one."""
    digits = [
        token.text.replace(",", "")
        for token in one.line.tokens[one.first : one.after]
        if token.kind == "number"
    ]
    return len(digits) < 2 or float(digits[0]) <= float(digits[-1])


def _behind(one: Told) -> list[str]:
    return [one.line[at].lower for at in range(one.after, min(one.after + 8, len(one.line)))]


def replaced(at: int, told: Sequence[Told], tolls: Mapping[tuple[str, str], Told]) -> Pair | None:
    """The figure at `at` is an earlier number; with the one that holds now."""
    one = told[at]
    figure = one.figure
    if figure.negated or figure.kind in ("age", "rank", "score", "duration") or one.part:
        return None
    raised = _raised_from(one)
    if raised and not one.topic:
        return _raised_toll(at, told)
    if not told_before(one) and not (one.topic and raised):
        return None
    newer = _newer(at, told, tolls)
    return Pair("updated", newer, one) if newer is not None else None


def _raised_toll(at: int, told: Sequence[Told]) -> Pair | None:
    """ "It put the number of cases at 2,870 in three towns, up from 2,200"."""
    one = told[at]
    if (one.group and one.behind > one.after) or one.figure.kind != "count":
        return None  # a noun that it borrows from the figure before it is not its own
    for other in told[max(at - 3, 0) : at][::-1]:
        if (
            other.topic
            and other.figure.sentence == one.figure.sentence
            and other.figure.value != one.figure.value
        ):
            return Pair("updated", other, one)
    return None


def told_before(one: Told) -> bool:
    """ "an initial 18", "first estimated at 35", "down from an earlier forecast of 5.6", "had put it at 12"."""
    line = one.line
    if line[one.first - 1].lower == "to" or (one.topic and one.figure.value <= 1):
        return False
    early, told, numbers = (known("updated", name) for name in ("early", "told", "numbers"))
    back = _back(one)
    behind = _behind(one)[:6]
    if one.topic and back and back[-1] in early and not _is_of_a_year(behind):
        return True  # "an initial 18"
    said = told | known("updated", "said")
    if _has_early(back, said if one.topic else told, numbers) and not {"than", "excess"} & set(back[-8:]):
        return True
    if one.topic and {"initially", "originally", "previously"} & set(back) and set(back) & said:
        return True
    timed = bool({"initially", "earlier", "previously"} & set(behind[:3])) or (
        bool({"morning", "earlier", *known("classes", "weekdays")} & set(behind)) and "had" in back
    )
    if timed and set(back) & told and set(back) & known("classes", "amounts"):
        return True
    # "more than double their estimate of 25,000 gallons on Tuesday"
    words = {line[at].lower for at in range(max(one.first - 6, 0), one.first)}
    return (
        bool(words & {"double", "twice", "triple", "times"})
        and "estimate" in words
        and bool(set(behind) & known("classes", "weekdays"))
    )


def _back(one: Told) -> list[str]:
    """The words before a figure, back to the last number, bracket or new clause."""
    back: list[str] = []
    for at in range(one.first - 1, max(one.first - 10, 0) - 1, -1):
        token = one.line[at]
        if token.kind == "number" or token.text in ";()" or token.lower in ("but", "while"):
            break
        back.append(token.lower)
    return back[::-1]


def _has_early(back: Sequence[str], told: frozenset[str], numbers: frozenset[str]) -> bool:
    """Whether a word for "earlier" goes with a word for telling or for a number: "first put", "initial estimate"."""
    early = known("updated", "early")
    for place, word in enumerate(back):
        following = back[place + 1 : place + 3]
        if word == "first" and any(next_ in told or next_ in numbers for next_ in following[:1]):
            return True
        if word in early and not set(following[:1]) & {"this", "that", "in", "on", "than"}:
            near = {*following, *back[max(place - 1, 0) : place]}
            if near & told or near & numbers:
                return True
    return False


def _is_of_a_year(behind: Sequence[str]) -> bool:
    return any((len(word) == 4 and word[:2] in ("19", "20")) or word in ("year", "years") for word in behind)


def _raised_from(one: Told) -> bool:
    """ "raised from 18", "up from 41": only of the dead, the hurt and the like."""
    at = one.first - 1
    if one.line[at].lower != "from" or _is_of_a_year(_behind(one)):
        return False
    return _rises_from(one, at)


def _rises_from(one: Told, at: int) -> bool:
    """Whether a verb such as "raised" stands shortly before the "from" at `at`."""
    return any(one.line[back].lower in known("updated", "raised") for back in range(max(at - 4, 0), at))


def _newer(at: int, told: Sequence[Told], tolls: Mapping[tuple[str, str], Told]) -> Told | None:
    one = told[at]
    here = one.figure.sentence
    around = (
        *told[max(at - 1, 0) : at],
        *told[at + 1 : at + 2],
        *told[max(at - 6, 0) : max(at - 1, 0)][::-1],
    )
    near = [other for other in around if here - _BACK <= other.figure.sentence <= here]
    following = told[at + 1 : at + 2]
    if following and _is_new_end(one, following[0]):
        return following[0]
    if one.topic and (one.topic, one.group) in tolls:
        near.insert(0, tolls[one.topic, one.group])
    elif one.topic or _is_number_of_it(one):
        leading = [
            toll for toll in tolls.values() if not toll.group and toll.topic == (one.topic or toll.topic)
        ]
        near = [*leading, *near]
    for other in near:
        if other is not one and _comparable(one, other):
            return other
    return None


def _is_new_end(one: Told, other: Told) -> bool:
    """ "the original number of 80 was adjusted upward to 100"."""
    alike = (other.figure.kind, other.figure.unit) == (one.figure.kind, one.figure.unit)
    beside = other.figure.sentence == one.figure.sentence
    if not alike or not beside or one.line[other.first - 1].lower != "to":
        return False
    between = {one.line[at].lower for at in range(one.after, other.first)}
    return bool(between & known("updated", "corrected"))


def _is_number_of_it(one: Told) -> bool:
    """ "had put the number at 19"."""
    return (
        one.figure.kind == "count"
        and not one.topic
        and one.line[one.first - 1].lower == "at"
        and (one.line[one.first - 2].lower in known("classes", "amounts"))
    )


def _comparable(one: Told, other: Told) -> bool:
    a, b = one.figure, other.figure
    if a.kind != b.kind or a.unit != b.unit or a.value == b.value or b.negated or other.part:
        return False
    if one.topic or other.topic:
        return (one.topic == other.topic and one.group == other.group) or _is_number_of_it(one)
    if a.kind == "count":
        return one.group == other.group if one.group else _is_number_of_it(one) or _same_deed(one, other)
    mine, theirs = (set((f.noun or "").lower().split()) for f in (a, b))
    return a.sentence == b.sentence or not mine or bool(mine & theirs)


def _same_deed(one: Told, other: Told) -> bool:
    """ "11 were freed" and "freed 18 hostages": the word behind the bare number is one of the other sentence."""
    at = one.behind
    while one.line[at].lower in known("classes", "auxiliaries"):
        at += 1
    word = one.line[at]
    return word.kind == "word" and len(word.text) > 3 and word.lower in other.setting.words


def replacing(at: int, told: Sequence[Told]) -> Pair | None:
    """ "later revised to 26": with the number before it."""
    one = told[at]
    line = one.line
    if line[one.first - 1].lower != "to":
        return None
    verbs = [
        back
        for back in range(max(one.first - 5, 0), one.first - 1)
        if line[back].lower in known("updated", "corrected")
    ]
    if not verbs:
        return None
    for other in (*told[at + 1 : at + 2], *told[max(at - 3, 0) : at][::-1]):
        apart = one.figure.sentence - other.figure.sentence
        after = other.first > one.first
        if after and (apart or line[other.first - 1].lower != "from" or other.first - one.behind > 2):
            continue
        bare = apart == 0 and one.figure.unit is None and not one.group
        if 0 <= apart <= 1 and one.figure.value != other.figure.value and (bare or _comparable(one, other)):
            return Pair("updated", one, other)
    return None
