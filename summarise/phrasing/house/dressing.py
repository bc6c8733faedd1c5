"""Putting a house style on a finished headline, in this order:

1. the speaker, behind the line or in front of it
2. numbers, spelling, quotation marks, dashes: each outside names and quotations
3. the capital at the start, then title case

A house changes how a line is written and never what it says. What a word is (a name, a
figure and of what kind, the start of a sentence) is asked of the source and not of the
line, so a line that is dressed already stays as it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from ...checking.faithfulness import Source
from ...model import Headline, Piece
from ..line import text_of
from ..polish import capital
from .attribution import attribution
from .case import title_case
from .cloth import lay_out, sew
from .house import House
from .marks import dashes, marks
from .numbers import numbers
from .spelling import spelling


def dress(line: Sequence[Piece], house: House, source: Source) -> tuple[Piece, ...]:
    """A headline in neutral form as the house writes it.

    Args:
        line: a polished headline, its spans pointing into the source's text.
        house: what it should look like.
        source: the article it was made of.

    Returns:
        The line in its new dress. What was rewritten is "normalised" with the span of what it stands for; signs
        of the house's own, such as the colon behind a speaker, are "template".
    """
    if house.changes_nothing or not line:
        return tuple(line)
    text = source.text
    cloth = lay_out(attribution(line, house), text)
    cloth = sew(cloth, numbers(cloth, house, source), text)
    cloth = sew(cloth, spelling(cloth, house, source), text)
    cloth = sew(cloth, dashes(cloth, house), text)
    cloth = sew(cloth, marks(cloth, house), text)
    return title_case(lay_out(capital(cloth.pieces), text), house).pieces


def dressed(
    headlines: Sequence[Headline], house: House, source: Source, passes: Callable[[str], bool], most: int
) -> tuple[Headline, ...]:
    """Finished headlines in the style of a house, in their order.

    Args:
        headlines: the headlines in neutral form.
        house, source: see `dress`.
        passes: the audit; a line that it refuses in its new dress, or that has become longer than `most`
            characters, is tried without rounding, then with its speaker behind, and else keeps its neutral form.
        most: the most characters of a headline.
    """
    return tuple(_dressed(headline, house, source, passes, most) for headline in headlines)


def _dressed(
    headline: Headline, house: House, source: Source, passes: Callable[[str], bool], most: int
) -> Headline:
    exact = replace(house, rounding="off")
    for attempt in dict.fromkeys((house, exact, replace(exact, attribution="says behind"))):
        line = dress(headline.pieces, attempt, source)
        text = text_of(line)
        if text == headline.text:
            return headline
        if len(text) <= most and passes(text):
            return replace(headline, text=text, pieces=line)
    return headline
