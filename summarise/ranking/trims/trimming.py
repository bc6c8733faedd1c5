"""Stretches that may be left out inside a sentence of an extract: asides in brackets, who says so.

Off unless asked for. An extract is verbatim; with trims it is verbatim but for cuts, and the digest
lists every one. Nothing is put in or changed, and when in doubt a sentence stays whole.

Who asks for "attribution" takes on the responsibility for the sentence: "The road was closed, police
said." becomes a statement of the editor's own. So a tail goes only where the rest is plain reporting
and an institution says it. The rules are in `tails`, those for brackets in `asides`.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from summarise.model import Sentence, Span
from summarise.ranking.trims.asides import asides
from summarise.ranking.trims.tails import tails


@dataclass(frozen=True, slots=True)
class Trim:
    """A kind of stretch that may be left out.

    Attributes:
        name: as `trim` and the settings know it; `about` says in one line what goes.
        find: takes a sentence's text, gives what may go, in order, as offsets into it.
        shortens: sentences before and after.
        leaves: sentences that stay as they are.
    """

    name: str
    about: str
    find: Callable[[str], list[Span]]
    shortens: tuple[tuple[str, str], ...]
    leaves: tuple[str, ...]


_ROUNDS = 4  # cuts inside cuts: "..., said Holm (left), a spokeswoman for the council."


def trim(sentence: Sentence, kinds: Collection[str]) -> tuple[Span, ...]:
    """What may be left out of a sentence, as stretches of `Article.text`, in order, none overlapping.

    Args:
        sentence: any sentence of the article; headings stay whole.
        kinds: names in `TRIMS`; others raise KeyError.
    """
    finders = [TRIMS[kind].find for kind in sorted(kinds)]
    if not finders or sentence.heading:
        return ()
    cuts: list[Span] = []
    for _ in range(_ROUNDS):
        rest = _without(sentence.text, cuts)
        found = [span for find in finders for span in find(rest)]
        if not found:
            return tuple(Span(start + sentence.start, end + sentence.start) for start, end in cuts)
        cuts = _joined([*cuts, *(_moved(span, cuts) for span in found)])
    return ()  # brackets or tails in endless rows: no sentence to shorten


def _without(text: str, cuts: Sequence[Span]) -> str:
    starts = [0, *(cut.end for cut in cuts)]
    ends = [*(cut.start for cut in cuts), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _moved(span: Span, cuts: Sequence[Span]) -> Span:
    """A stretch of what was left by the cuts, as a stretch of the whole (cuts inside it included)."""
    start, end = span
    for cut in cuts:
        start += (cut.end - cut.start) * (cut.start <= start)
        end += (cut.end - cut.start) * (cut.start < end)
    return Span(start, end)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """The same stretches in order, those that touch made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    return joined


TRIMS: dict[str, Trim] = {
    one.name: one
    for one in (
        Trim(
            name="parentheses",
            about="Asides in brackets that neither limit nor deny anything and that the rest can do without.",
            find=asides,
            shortens=(
                ("The ferry (a gift from the county) sails again.", "The ferry sails again."),
                ("Ada Holm (left) opened the bridge.", "Ada Holm opened the bridge."),
                (
                    "The Marston River Trust (MRT) bought the mill.",
                    "The Marston River Trust bought the mill.",
                ),
                ("The mill cost $4m (£3m; 3.4m euros) in May.", "The mill cost $4m in May."),
                ("The path is 50 kilometres (31 miles) long.", "The path is 50 kilometres long."),
                (
                    "The ferry left at 7 a.m. (11:00 GMT) for Harbury.",
                    "The ferry left at 7 a.m. for Harbury.",
                ),
                ("She starred in The Last Ferry (1998).", "She starred in The Last Ferry."),
                ("The mill [built by the Holm family] is for sale.", "The mill is for sale."),
                ("Holm (who was born in Marston (Ohio)) won.", "Holm won."),
            ),
            leaves=(
                "The deputy (not the mayor) signed the contract.",
                "Every shop (excluding the bakery) was open.",
                "The mayor (and his deputy) left the hall.",
                "Ada Holm (who denies the charge) left the hall.",
                "Households (with children) get a voucher.",
                "Marston beat Harbury (3-2) on Sunday.",
                "Sales rose by $4m (12%) in May.",
                "Sales rose to $4m ($3m) in May.",
                "The Marston River Trust (MRT) said MRT boats were safe.",
                "The MRT (Marston River Trust) bought the mill.",
                "(Nobody was hurt in the fire.)",
                "(MCN) The ferry sank in the harbour.",
                "Marston (Courier) The ferry sank in the harbour.",
                "“She (the mayor) left the hall,” said Holm.",
                "The mayor said he was “proud of (the) crew”.",
                "You put my numbers (the old ones) up.",
                "The council paid for the (legal) advice.",
                "The two clerks (Holm and Marsh) rowed.",
                "Take the key(s) to the office.",
                "Joe Marsh (Harbury), Ada Holm (Marston), Jo Hale (Leeds) rowed.",
                "The ferry (built in Marston sank.",
                "The mill [see the map on page nine] is old.",
                "The ferry – an old one – sank.",
            ),
        ),
        Trim(
            name="attribution",
            about="Who says so, at the end of plain reporting by an institution.",
            find=tails,
            shortens=(
                ("The bridge was closed overnight, police said.", "The bridge was closed overnight."),
                ("The bridge was closed overnight, said police.", "The bridge was closed overnight."),
                ("The ferry has left Marston, according to the ministry.", "The ferry has left Marston."),
                (
                    "Rain washed away the road to Harbury, said Ada Holm, a spokeswoman for the Marston council.",
                    "Rain washed away the road to Harbury.",
                ),
                (
                    "The library has opened a branch in Harbury, the council announced on Monday.",
                    "The library has opened a branch in Harbury.",
                ),
                (
                    "The ferry was built in the U.S., the Department of Ferries said in a statement.",
                    "The ferry was built in the U.S.",
                ),
                (
                    "The road was closed at noon, police spokesman Joe Marsh told reporters.",
                    "The road was closed at noon.",
                ),
                ("(The road was closed overnight, police said.)", "(The road was closed overnight.)"),
            ),
            leaves=(
                "A driver was arrested in Marston, police said.",
                "The mayor lied to the council, officials said.",
                "The bridge will open again in May, the council said.",
                "The ferry should be replaced, the ministry said.",
                "The ferry is safe, the company said.",
                "Four boats were moored in the harbour, police said.",
                "The boats were moored there in 2014, police said.",
                "Many roads were closed overnight, police said.",
                "The roads were not closed, police said.",
                "The crew was apparently ashore, police said.",
                "Two sailors drowned, the coastguard said.",
                "“The bridge was closed overnight,” police said.",
                "We closed the bridge overnight, police said.",
                "The bridge was closed overnight, Ada Holm said.",
                "The bridge was closed overnight, an official said.",
                "The bridge was closed overnight, opposition officials said.",
                "The bridge was closed overnight, experts at the university said.",
                "The bridge was closed overnight, the Marston news agency said.",
                "The bridge was closed overnight, police said, adding that the river had risen.",
                "The bridge was closed overnight, according to a report by the council.",
                "When the bridge was closed, police said.",
                "A barge with a red sail, police said.",
                "The bridge, which was closed overnight, police said.",
                "Was the bridge closed overnight, police said?",
                "The bridge, police said, was closed overnight.",
                "The bridge was closed overnight, officials said, police said.",
            ),
        ),
    )
}
