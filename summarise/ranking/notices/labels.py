"""Labels before a text: who speaks, what is announced; and the rules for captions."""

import re

from summarise.ranking.notices.captions import bracketed_place, label, list_head, picture_pointed_to, pictured
from summarise.ranking.notices.rule import Rule

_SPEAKER = re.compile(
    r"(?:(?!(?:UPDATE|BREAKING)\b)[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,4}(?: \([^()]{1,30}\))?|[QA]) ?: "
)
_STAGE_NOTE = re.compile(r"[(\[][A-Z][A-Z ,'’-]{3,40}[)\]]\s?\.?$")
_ANNOUNCES = re.compile(
    r"(?:here ?(?:['’]s|is|are|were)|below ?(?:is|are)|these (?:is|are|were)|the following (?:is|are|were))\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"below|[^.]{0,40}\b(?:(?:what|all|everything|things|facts|reasons|ways|questions)(?: that)? (?:you|we)\b"
    r"|transcript|excerpts?|edited version|guide to|round-?up)\b",
    re.IGNORECASE,
)


def speaker(text: str) -> str | None:
    """The name before a speech in a transcript ("HOLM:", "Q:"), or a note such as "(APPLAUSE)"."""
    found = _SPEAKER.match(text) or _STAGE_NOTE.match(text)
    return found.group().strip() if found else None


def announcement(text: str) -> str | None:
    """Words that only announce a list or a transcript ("Here are four facts:")."""
    found = _ANNOUNCES.match(text)
    if found and (text.rstrip(" .").endswith(":") or _ANNOUNCED.match(text)):
        return found.group()
    return None


RULES: tuple[Rule, ...] = (
    Rule(
        name="announcement",
        kind="list head",
        about="only announces a list or a transcript",
        check=announcement,
        fires=("Here are four facts on the new ferry:", "Below is an edited version of our talk."),
        quiet=(
            "Here is a town that lives on its ferry.",
            "Below the ferry lay the wreck.",
            "These are hard times.",
            "He gave the following answer:",
        ),
        first=frozenset("here below these".split()),
        words=frozenset(("following",)),
    ),
    Rule(
        name="list head",
        kind="list head",
        about="opens with the number of a list item",
        check=list_head,
        fires=("5. Leeds has three bridges.", "(12) Leeds has three bridges.", "#3 Leeds has three bridges."),
        quiet=("5.5 million people live there.", "30 people were hurt.", "(Nobody was hurt.)"),
        first=frozenset("0"),
    ),
    Rule(
        name="speaker",
        kind="transcript",
        about="opens with a speaker in a transcript, or is a note in one",
        check=speaker,
        fires=("HOLM: The ferry was full.", "Q: Was the ferry full?", "(APPLAUSE)"),
        quiet=("NATO said: The ferry was empty.", "(Nobody was hurt.)"),
        marks=":([",
    ),
    Rule(
        name="place in brackets",
        kind="caption",
        about="says in brackets where somebody stands in a picture",
        check=bracketed_place,
        fires=(
            "Edna Marsh (right) met the mayor.",
            "edna marsh ( second from left ) met the mayor .",
            "Jo Hale (above as a king).",
        ),
        quiet=("The mayor resigned (left office) in May.", "The party (the left of it) won."),
        marks="(",
    ),
    Rule(
        name="pictured",
        kind="caption",
        about="says who is pictured or shown here",
        check=pictured,
        fires=(
            "Edna Marsh, pictured, sells bread.",
            "Pictured in Leeds: the mayor.",
            "Jo Hale, seen here in 2012, won.",
        ),
        quiet=("She pictured a quiet life.", "He was seen here in May."),
        words=frozenset("pictured seen shown".split()),
    ),
    Rule(
        name="pointer to a picture",
        kind="caption",
        about="points to a picture beside it",
        check=picture_pointed_to,
        fires=(
            "Above: The bridge in May.",
            "The photograph above shows a crack.",
            "Left, the bridge in May.",
        ),
        quiet=(
            "Above all, the bridge was old.",
            "Right now, the bridge is closed.",
            "The pictures above the bar were sold.",
        ),
        words=frozenset("above below left right centre center far top bottom".split()),
    ),
    Rule(
        name="label",
        kind="label",
        about="opens with a label and a colon, as captions and headlines do",
        check=label,
        fires=("Hard work: Volunteers clear the lane.", "Opinion: Why bridges fall", "Top speed: 40 knots"),
        quiet=(
            "It's official: Leeds won.",
            'Edna Marsh: "I swam."',
            "The idea: Bread should be cheap.",
            "But one question remains: Who pays?",
        ),
        marks=":",
    ),
)
