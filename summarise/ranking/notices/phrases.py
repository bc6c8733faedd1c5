"""Notices to readers by their words: the listed openings, and phrases wherever they stand."""

import re
from collections.abc import Callable
from functools import cache

from summarise.ranking.notices.rule import LEAD, Rule
from summarise.resources import word_lines


@cache
def _openings() -> dict[str, tuple[str, ...]]:
    """The listed openings (data/en/boilerplate.txt) by their kind."""
    groups: dict[str, list[str]] = {}
    kind = ""
    for entry in word_lines("en/boilerplate.txt"):
        if entry.startswith("["):
            kind = entry.strip("[]")
        else:
            groups.setdefault(kind, []).append(entry)
    return {kind: tuple(entries) for kind, entries in groups.items()}


@cache
def _patterns(kind: str) -> dict[str, re.Pattern[str]]:
    """For each first word the pattern of the openings that begin with it, the longest first."""
    groups: dict[str, list[str]] = {}
    for entry in sorted(_openings()[kind], key=len, reverse=True):
        groups.setdefault(_first_word(entry), []).append(_loosened(entry))
    return {word: re.compile("|".join(group), re.IGNORECASE) for word, group in groups.items()}


def _first_word(text: str) -> str:
    found = _FIRST_WORD.match(text)
    return found.group().lower() if found else ""


_FIRST_WORD = re.compile(r"\w+|©")


def _loosened(entry: str) -> str:
    """The pattern of an opening, in a tokenised text too ("editor 's note :")."""
    phrase = re.escape(entry.removesuffix("$")).replace(r"\ ", r"\s+").replace("'", r"\s?['’]")
    if entry.endswith("$"):
        return phrase + r"[\s.:!?]*$"
    if entry[-1].isalnum():
        return phrase + r"\b(?!\s+than\b)"
    return phrase[: -len(re.escape(entry[-1]))] + r"\s?" + re.escape(entry[-1])


def _listed(kind: str) -> Callable[[str], str | None]:
    """A check for the listed openings of a kind."""

    def opening(text: str) -> str | None:
        text = text.lstrip(LEAD)
        pattern = _patterns(kind).get(_first_word(text))
        found = pattern.match(text) if pattern else None
        return found.group().rstrip() if found else None

    return opening


def _first_words(kind: str) -> frozenset[str]:
    return frozenset(map(_first_word, _openings()[kind]))


def _opening(pattern: str) -> Callable[[str], str | None]:
    """A check for a phrase that opens the sentence."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda text: _shown(compiled.match(text.lstrip(LEAD)))


def _anywhere(pattern: str) -> Callable[[str], str | None]:
    """A check for a phrase wherever it stands."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda text: _shown(compiled.search(text))


def _shown(found: re.Match[str] | None) -> str | None:
    return found.group().rstrip(" .") if found else None


RULES: tuple[Rule, ...] = (
    Rule(
        name="listed notice",
        kind="notice to readers",
        about="opens like a line of the page: click, share, subscribe, cookies",
        check=_listed("notice to readers"),
        fires=(
            "Click here for more.",
            "sign up for our weekly newsletter .",
            "We use cookies to improve this site.",
            "What do you think?",
            "Media playback is not supported on this device Ada Holm said the ferry was full.",
        ),
        quiet=(
            "Read more than two pages of the plan and it falls apart.",
            "Clicks heard in the bridge worried the engineers.",
            "By clicking pens in the gallery they drowned out the mayor.",
            '"Tell us the truth," said Ada Holm.',
        ),
        first=_first_words("notice to readers"),
        where="anywhere",
    ),
    Rule(
        name="listed pointer",
        kind="related",
        about="opens like a pointer to other articles",
        check=_listed("related"),
        fires=("For more on the ferry, see our guide.", "Related: Why ferries sink", "Top stories"),
        quiet=("For more than a month the ferry lay idle.", "Top stories of the tower burned down."),
        first=_first_words("related"),
        where="anywhere",
    ),
    Rule(
        name="listed programme note",
        kind="programme note",
        about="opens like a pointer to a broadcast or a clip",
        check=_listed("programme note"),
        fires=("Watch the full interview here.", "WATCH: Ferry runs aground"),
        quiet=("Watch makers in Leeds are hiring.", "Listen to the wind and you hear the ferry."),
        first=_first_words("programme note"),
        where="anywhere",
    ),
    Rule(
        name="listed credit",
        kind="credit",
        about="opens like the credit of a picture or of a source",
        check=_listed("credit"),
        fires=("Photo: Jo Hale", "Image copyright Marsh Press", "source : Leeds Ferries"),
        quiet=("Photographs of the crack were published.", "Sources close to the mayor deny it."),
        first=_first_words("credit"),
        where="anywhere",
    ),
    Rule(
        name="listed copyright line",
        kind="copyright",
        about="opens like a copyright line",
        check=_listed("copyright"),
        fires=("© Marsh Press", "Copyright © Marsh Press.", "All rights reserved."),
        quiet=("Copyright law has not kept up with the ferry trade.",),
        first=_first_words("copyright"),
        where="anywhere",
    ),
    Rule(
        name="listed correction",
        kind="correction",
        about="opens like a word of the editors on the text itself",
        check=_listed("correction"),
        fires=(
            "Editor's note: Names are changed.",
            "editor 's note : names are changed .",
            "This story has been updated.",
        ),
        quiet=("This story begins in a ferry.", "Published in 1950, the novel made Ada Holm rich."),
        first=_first_words("correction"),
        where="anywhere",
    ),
    Rule(
        name="listed byline",
        kind="byline",
        about="opens like a line on who made the text",
        check=_listed("byline"),
        fires=("Reporting by Ada Holm; editing by Jo Hale", "Our correspondent"),
        quiet=("Reporting bylaws to the council is a duty.", "Our correspondent in Leeds was at the ferry."),
        first=_first_words("byline"),
        where="anywhere",
    ),
    Rule(
        name="listed transcript head",
        kind="transcript",
        about="opens like the head of a transcript",
        check=_listed("transcript"),
        fires=("TRANSCRIPT .", "Full transcript of the debate"),
        quiet=("Transcripts of the calls were lost.", "Transcript pages lay on the floor of the ferry."),
        first=_first_words("transcript"),
        where="anywhere",
    ),
    Rule(
        name="listed table line",
        kind="table",
        about="opens like a line of a match's or a vote's statistics",
        check=_listed("table"),
        fires=("Subs not used: Marsh, Hale.", "attendance : 4,210"),
        quiet=("Attendance fell in May.", "Referees met in Leeds on Monday."),
        first=_first_words("table"),
    ),
    Rule(
        name="playback",
        kind="notice to readers",
        about="a line of a player, glued to a sentence wherever it is",
        check=_anywhere(
            r"\bmedia playback is (?:not supported|unsupported)\b|\bimage (?:copyright|caption) \w"
        ),
        fires=("The ferry sank. Media playback is unsupported on your device",),
        quiet=("Playback of the tape took an hour.",),
        words=frozenset("playback copyright caption".split()),
        where="anywhere",
    ),
    Rule(
        name="scroll down",
        kind="notice to readers",
        about="asks to scroll down",
        check=_anywhere(r"\bscroll down (?:for|to)\b"),
        fires=("The ferry sank. Scroll down for video", "the ferry sank . scroll down to see it ."),
        quiet=("Readers scroll down less than they did.",),
        words=frozenset("scroll".split()),
        where="anywhere",
    ),
    Rule(
        name="newsletter",
        kind="notice to readers",
        about="offers a newsletter",
        check=_anywhere(
            r"\b(?:sign up|subscribe|register|delivered)\b[^.]{0,60}\b(?:newsletters?|inbox)\b"
            r"|(?<![\"“'‘])\bclick here\b"
            r"|\bnewsletters?\b[^.]{0,60}\b(?:sign up|subscribe|your inbox)\b"
        ),
        fires=(
            "To get more of this, sign up to the Ferry newsletter.",
            "The whole list is there if you click here.",
        ),
        quiet=("The newsletter of the ferry club is printed in Leeds.",),
        words=frozenset("newsletter newsletters inbox click".split()),
        where="anywhere",
    ),
    Rule(
        name="page",
        kind="notice to readers",
        about="speaks of the page it stands on, or of the comments below it",
        check=_anywhere(
            r"\b(?:bottom|top|side|rest|end) of (?:this|the) page\b|\bon this page\b|\b(?:via|at|following) this link\b"
            r"|\bcomments? (?:section )?(?:box )?below\b|\bcomment,? below\b"
        ),
        fires=("Leave your name at the bottom of this page.", "All our ferry news is at this link."),
        quiet=("The page of the log was torn.", "He signed the comments, below a map."),
        words=frozenset("page link comment comments".split()),
    ),
    Rule(
        name="social media",
        kind="notice to readers",
        about="asks to follow somebody on social media",
        check=_opening(
            r"(?:you can |to |please |for (?:the latest|more) [^.?!]{1,40} )?(?:also )?(?:follow|find|like|join)"
            r"\b[^.?!]{0,60}?\bon (?:twitter|facebook|instagram|tumblr|youtube|snapchat|tiktok|linkedin)\b"
        ),
        fires=(
            "Follow Ada Holm on Twitter.",
            "you can follow her on facebook .",
            "For the latest ferry news follow @adaholm on Twitter.",
        ),
        quiet=("Followers on Twitter mocked the ferry.", "Ada Holm wrote on Facebook that she was well."),
        first=frozenset("you to please for also follow find like join".split()),
    ),
    Rule(
        name="pointer",
        kind="notice to readers",
        about="is a short line that sends the reader elsewhere on the page",
        check=_opening(
            r"(?:(?:you can|to|please) )?(?:also )?"
            r"(?:see|read|find|watch|check out|view|hear|learn|listen to|look at)\b[^.?!:;]{0,80}?"
            r"\b(?:here|(?:gallery|video|box|table|map|link|player|slideshow)s? (?:above|below))[\s.!…]*$"
        ),
        fires=(
            "You can read it here.",
            "Check out the first ferry here...",
            "See the whole line in the map below.",
        ),
        quiet=("See how the ferry got here in one piece.", "Read it and weep."),
        first=frozenset("you to please also see read find watch check view hear learn listen look".split()),
    ),
    Rule(
        name="rights",
        kind="copyright",
        about="reserves the rights",
        check=_anywhere(
            r"\ball rights reserved\b|\bcopyright (?:19|20)\d\d\b"
            r"|\bmay not be (?:published|reproduced|broadcast), (?:broadcast|rewritten|redistributed|published)\b"
        ),
        fires=("Marsh Press 2021, all rights reserved.", "Copyright 2021 Marsh Press."),
        quiet=("The mayor reserved all rights of way for the ferry.",),
        words=frozenset("rights copyright published reproduced".split()),
        where="anywhere",
    ),
    Rule(
        name="opinions",
        kind="byline",
        about="says whose opinions these are",
        check=_anywhere(r"\b(?:opinions|views) expressed (?:here|in this|are)\b"),
        fires=("The opinions expressed here are her own.", "all views expressed in this column are hers ."),
        quiet=("The views expressed by the mayor angered Leeds.",),
        words=frozenset("expressed".split()),
        where="anywhere",
    ),
)
