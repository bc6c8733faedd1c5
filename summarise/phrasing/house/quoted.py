"""Which stretches of a line are somebody's words, and the marks around them."""

import re
from dataclasses import dataclass

_DOUBLE = re.compile(r'[“"][^“”"]*(?:[”"]|$)')
_OPENS = re.compile(r"(?<![\w'’)])['‘](?=[^\W_])")
_CLOSES = re.compile(r"(?<=[^\W_]|[.,!?%…)])['’](?!\w)")
# What has an apostrophe in front and is no quotation: 'til, 'em, 'n', the '90s.
_ELISION = re.compile(r"['‘’](?:til|tis|twas|em|n|cause|bout|\d\ds?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of a line, marks included; `sure` where its marks can be nothing else."""

    start: int
    end: int
    sure: bool


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a line, in order.

    An apostrophe may look like the end of one in single marks: where that is open, the stretch
    is the longest that it may be and not `sure`.
    """
    found = [Quotation(m.start(), m.end(), m.end() - m.start() > 1) for m in _DOUBLE.finditer(text)]

    def outside(at: int) -> bool:
        return not any(one.start <= at < one.end for one in found)

    opens = [
        m.start() for m in _OPENS.finditer(text) if outside(m.start()) and not _ELISION.match(text, m.start())
    ]
    if opens:
        closes = [m.start() for m in _CLOSES.finditer(text, opens[0] + 1) if outside(m.start())]
        if closes:
            sure = len(opens) == len(closes) == 1
            found.append(Quotation(opens[0], closes[-1] + 1, sure))
    return tuple(sorted(found, key=lambda one: one.start))


def is_quoted(zones: tuple[Quotation, ...], start: int, end: int) -> bool:
    """Whether a stretch of a line lies in one of its quotations, or touches one."""
    return any(one.start < end and start < one.end for one in zones)
