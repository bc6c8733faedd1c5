"""Exact counts as rounder ones that are true: 1,066 is more than 1,000, 1,980 nearly 2,000."""

import re

from ...checking.faithfulness import Source
from ...model import Figure
from ...resources import word_list
from .cloth import Cloth
from .figures import Shown
from .house import House

_FAR = 0.10  # of the number: further below it a rounder number says too little
_NEAR = 0.03  # further above it "nearly" says too much
_SHOWN = re.compile(r"(?P<sign>[^\d\s]{0,3})(?P<number>\d{1,3}(?:,\d{3})+|\d+)")
_LAST = re.compile(r"([\w'’]+)\W*$")
_NEXT = re.compile(r"\s*([\w'’]+)")


def rounded(text: str, shown: Shown, cloth: Cloth, house: House, source: Source) -> str | None:
    """The figure as a rounder one with its bound, None where it must stay as it is.

    Only a plain number of three or more digits that count, as the source states it: no year, age, score or
    change, nothing that has a bound already, and nothing that must be exact because of the words around it.
    """
    figure = shown.figure
    allowed = {"count", "money"} if house.rounding_of == "counts and money" else {"count"}
    if house.rounding != "more than" or figure.kind not in allowed or not _plain(figure):
        return None
    match = _SHOWN.fullmatch(text)
    # Written out in the source it is no exact count that a rounder one would shorten.
    if (
        match is None
        or not _SHOWN.fullmatch(figure.text)
        or int(match["number"].replace(",", "")) != figure.value
    ):
        return None
    if cloth.text[shown.end :][:1] in {"-", "–", "/", ":"} or cloth.text[: shown.start][-1:] in {
        "-",
        "–",
        "/",
        "(",
    }:
        return None
    around = (cloth.text[: shown.start], cloth.text[shown.end :])
    there = (source.text[: figure.start][-80:], source.text[figure.end :][:80])
    kept = word_list("en/dress/not_rounded.txt")
    if match["number"] in kept or any(_exact(before, behind, kept) for before, behind in (around, there)):
        return None
    rounder = _rounder(int(figure.value))
    return None if rounder is None else f"{rounder[0]} {match['sign']}{rounder[1]:,}"


def _plain(figure: Figure) -> bool:
    told = figure.bound == "=" and figure.cue is None and figure.upper is None and figure.direction is None
    counted = figure.kind == "money" or figure.noun is not None
    year = figure.kind == "count" and "," not in figure.text and 1900 <= figure.value <= 2099
    return (
        told
        and counted
        and not year
        and not figure.negated
        and figure.value == figure.value.to_integral_value()
    )


def _exact(before: str, behind: str, kept: frozenset[str]) -> bool:
    last, following = _LAST.search(before), _NEXT.match(behind)
    if last is not None and last[1].lower() in kept:
        return True
    # "737 Max": a capital behind the number may make it a name.
    return following is not None and (
        following[1][0].isupper() or following[1].lower() in {"of", "or", "to", "and"}
    )


def _rounder(value: int) -> tuple[str, int] | None:
    """The bound and the number with the fewest digits that is near enough: 1,266 is more than 1,200.

    Below a thousand only whole hundreds are rounder: "more than 110" for 113 is none the shorter.
    """
    if len(str(value).rstrip("0")) < 3:
        return None
    for digits in (1, 2) if value >= 1000 else (1,):
        unit = int(10 ** (len(str(value)) - digits))
        below = value // unit * unit
        if below + unit - value <= _NEAR * value:
            return "nearly", below + unit
        if value - below <= _FAR * value:
            return "more than", below
    return None
