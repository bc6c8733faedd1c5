"""What a number that labels is, and the words that tell."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from summarise.resources import data_file

DesignationKind = Literal["ordinal", "year", "date", "time", "name"]


@dataclass(frozen=True, slots=True)
class Designation:
    """A number that labels, at tokens `start` to `end` (exclusive) of a line.

    `value` by kind, with `upper` where a second number is part of it:

    - ordinal: the place in the row ("22nd" is 22);
    - year: the year in full ("'08" is 2008), a decade's first year ("1980s" is 1980), of a span the first
      and as `upper` the last one ("2025-26");
    - date: the day ("April 13" is 13), of a span of days the first and the last; of a date in figures that
      does not say which is the day ("9/11", "12/03/2019") the first number and the second;
    - time: hours as they stand, minutes as hundredths ("9.30am" and "9:30 p.m." are 9.30, "0401 GMT" is 4.01);
    - name: the number in the name ("MH370" is 370); `upper` the second one of two ("24/7", "747-400"), which
      may be the smaller. Telephone numbers are all their digits. It is also the kind of every number that
      nothing tells more about.

    `noun`: the tokens of what is so labelled, where that is plain ("third woman", "Flight 370").
    """

    start: int
    end: int
    value: Decimal
    upper: Decimal | None
    kind: DesignationKind
    noun: tuple[int, int] | None = None


@cache
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(data_file("en/designations.toml").read_text(encoding="utf-8"))


@cache
def known(name: str) -> frozenset[str]:
    """A list of words of data/en/designations.toml."""
    return frozenset(_data()["words"][name])


@cache
def ordinal_words() -> dict[str, int]:
    """ "third" and its fellows with their place."""
    return dict(_data()["ordinals"])
