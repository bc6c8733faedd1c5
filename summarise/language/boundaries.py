"""Where a sentence ends inside a paragraph: the rules that news needs, and Punkt.

Every full stop, question mark, exclamation mark and ellipsis that white space (or a
forgotten space) follows is a candidate. The rules look at it one after the other;
the first with an opinion decides. What they leave open (an abbreviation or an
initial before a capital) NLTK's Punkt decides (Kiss and Strunk 2006), on our own
abbreviations and on the spelling of the words in this very article: "police" in
lower case elsewhere tells that "in the U.S. Police said" is two sentences. When in
doubt two sentences stay one: one too long reads better than half a one.
"""

import re
from collections import deque
from collections.abc import Callable, Iterator
from functools import cache

from summarise.language import uncased
from summarise.language.candidates import (
    CANDIDATE,
    TOKENISED,
    Candidate,
    bare,
    listed,
    next_word,
    word_before,
)
from summarise.language.manner import Manner
from summarise.language.punkt import Punkt
from summarise.language.speakers import named_speaker
from summarise.language.speech_marks import SpeechMarks, own_closers
from summarise.language.unmarked import unmarked_ends
from summarise.language.words import STOP_WORDS
from summarise.model import Span
from summarise.resources import word_list

_QUOTES = "\"'”’»"
_ROMAN = re.compile(r"(?:[VXLC][IVXLC]*|I[IVX]+)\b")
_ITEM = re.compile(r"[a-z]\)")
_MEASURE = re.compile(r"\d\s?(?:ft|in|lbs?|oz|st|yds?|mi|hrs?|mins?|secs?)$")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
_LARGE_NUMBER = re.compile(r"\d{1,3},\d{3}\b")
_VERSE = re.compile(r"\d{1,3}:\d{1,3}\b")
_TIMES = frozenset({"a.m", "p.m", "A.M", "P.M"})
_AFTER_TIME = re.compile(
    r"(?:[ECMP][SD]?T|GMT|BST|UTC|CET|Eastern|Pacific|Central|Mountain|local"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?)(?!\w)"
)
_ENUMERATOR = re.compile(r"[\s\"'“‘(\[*•·●▪–—-]*(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,4})\s?[.)]+\s*")
# A title before one of these was the end of its sentence after all; "He", "So" or
# "Will" may be a name.
_NEVER_NAMES = frozenset({"The", "It", "They", "This", "But", "In", "At"})
_DOMAINS = frozenset({"Com", "Net", "Org", "Co", "Js", "Io"})
_MONTHS = frozenset({"Jan", "Feb", "Apr", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"})
# Behind a country's letters these are part of a name, however the article spells them elsewhere.
_OFFICES = frozenset(
    "Government Congress Senate House Attorney President Embassy Consulate Immigration Customs Border Army"
    " Navy Marines Marine Coast Treasury Justice State Supreme District Court Constitution Ambassador".split()
)
_TWO_NAMES = re.compile(r"[A-Z][\w’'-]*\s+[A-Z]")
_NICKNAME = re.compile(r"[A-Z][^\"”.,?!]{1,30}[\"”]\s+[A-Z]")
_NAMES_AND_VERB = re.compile(
    r"(?:[A-Z][\w’'-]+\s+){1,5}(?:has|had|have|is|was|were|said|says|will|would|[a-z]+ed)\b"
)
# "Robert Hale Jr. Day was ...": called after him.
_CALLED_AFTER = frozenset(
    "Day Boulevard Avenue Street Drive Way Memorial Library School Hospital Center Park Foundation".split()
)
# Dots behind one of these are a pause.
_HANGING = frozenset(
    "a an the of to and or but as is was were are my your his her its our their in on at by with".split()
)

Rule = Callable[[Candidate], bool | None]


@cache
def _watched() -> frozenset[str]:
    """Words behind which a full stop needs a closer look."""
    names = ("abbreviations", "abbreviations_after_place", "abbreviations_before_number", "titles")
    words = {word for name in names for word in word_list(f"en/{name}.txt")}
    marked = {name.split()[-1] for name in word_list("en/exclaimed_names.txt")}
    return frozenset(words | marked | {word.upper() for word in word_list("en/titles.txt")})


def boundaries(text: str, paragraph: Span, how: Manner, punkt: Punkt) -> Iterator[tuple[int, int]]:
    """The ends of the sentences inside `paragraph`, each with the place where the next sentence begins.

    They come in order; the paragraph's own end is not among them.
    """
    last, start = paragraph.end, paragraph.start
    usual = how.cased and not how.tokenised
    unmarked = deque(unmarked_ends(text, start, last) if usual else ())
    marks = SpeechMarks(text, start, last)
    watched = _watched()
    for match in (TOKENISED if how.tokenised else CANDIDATE).finditer(text, start, last):
        at, end, following = match.start(), match.end(2), match.end()
        while unmarked and unmarked[0][0] <= at:
            if unmarked[0][0] > start:
                yield unmarked[0]
                start = unmarked[0][1]
            unmarked.popleft()
        if following >= last:
            break
        mark, closers = match.groups()
        if usual and mark in ".?!" and following > end and " " not in closers and at - start > 8:
            # The common case, which no rule would judge differently: an ordinary word, then a capital.
            space = text.rfind(" ", at - 60 if at - start > 60 else start, at)
            word = text[space + 1 if space >= 0 else start : at]
            if "-" in word:
                word = word.rpartition("-")[2]
            if word.isalnum() and len(word) > 1 and word not in watched and (mark == "." or not closers):
                opening = text[following]
                if opening in "\"“‘'":
                    opening = text[following + 1 : following + 2]
                if opening.isupper():
                    yield end, following
                    start = following
                    continue
        closers = own_closers(text, match, marks)
        end = match.start(2) + len(closers)
        word, word_at = next_word(text, end, last)
        before = word_before(text, start, at)
        candidate = Candidate(text, start, mark, at, closers, text[end].isspace(), before, word, word_at)
        if _ends_sentence(candidate, how, punkt):
            following = end
            while text[following].isspace():
                following += 1
            yield end, following
            start = following
    for end, following in unmarked:
        if end > start:
            yield end, following
            start = following


def _ends_sentence(candidate: Candidate, how: Manner, punkt: Punkt) -> bool:
    if _enumerator(candidate) is False:
        return False
    if not how.cased:
        return uncased.ends_sentence(candidate)
    for rule in RULES:
        opinion = rule(candidate)
        if opinion is not None:
            return opinion
    return punkt.ends_sentence(candidate.before, bare(candidate.next))


# The rules, each with what it is about. True: the sentence ends; False: it does not; None: no opinion.


def _enumerator(c: Candidate) -> bool | None:
    """ "1. Item": the number of a list item opens its sentence."""
    return False if c.at - c.start < 8 and _ENUMERATOR.fullmatch(c.text, c.start, c.at + 1) else None


def _lower_case(c: Candidate) -> bool | None:
    """A word in lower case goes on, but for "iPhone" and for a slip after a word that is no abbreviation."""
    if not c.next[:1].islower() or _CAMEL.match(c.next) or _ITEM.match(c.next):
        return None
    if _MEASURE.search(c.text, max(c.start, c.at - 12), c.at):
        return False
    if c.mark != "." or c.closers or c.abbreviated or not c.before.isalpha():
        return False
    short = len(c.before) <= 3 or (len(c.before) <= 5 and c.before[0].isupper())
    return not short or c.before.lower() in STOP_WORDS


def _marked_name(c: Candidate) -> bool | None:
    """ "Yahoo! Inc": the mark belongs to the name."""
    if c.mark not in {"!", "?"} or c.closers or not c.spaced or not c.before:
        return None
    names = word_list("en/exclaimed_names.txt")
    two = " ".join(c.text[max(c.start, c.at - 40) : c.at].split()[-2:])
    return c.starts_sentence if c.before in names or two in names else None


def _ellipsis(c: Candidate) -> bool | None:
    """ "He paused ... Obama": dots that stand alone end a sentence only before a starter."""
    if ".." not in c.mark and "…" not in c.mark and ". ." not in c.mark:
        return None
    going_on = not c.before or (c.before.lower() in _HANGING and not c.closers)
    return c.starts_sentence or (not going_on and c.next[:1].isupper())


def _named_speaker(c: Candidate) -> bool | None:
    """ "Who are you?" Smith asked: the question's speaker belongs to it."""
    if c.mark[-1] not in "?!" or not any(q in c.closers for q in _QUOTES) or c.text[c.next_at - 1] in "\"'“‘":
        return None
    if c.starts_sentence and c.next != "I":
        return None
    return False if named_speaker(c.text, c.next_at) else None


def _bracket(c: Candidate) -> bool | None:
    """ "(in the U.S.) President": inside a bracket the stop is the abbreviation's alone; "Why?" (2004) goes on."""
    if c.before_year:
        return False
    if c.closers[:1] not in {")", "]"} or not c.abbreviated:
        return None
    return c.in_brackets


def _before_number(c: Candidate) -> bool | None:
    """ "No. 1", "Vol. II", "6 ft. 2", "Ps. 27:13"; without a number "no" is a word like any other."""
    if c.mark == "." and c.next[:1].isdigit():
        if _MEASURE.search(c.text, max(c.start, c.at - 12), c.at):
            return False
        if c.before[:1].isupper() and len(c.before) <= 5 and _VERSE.match(c.next):
            return False
    if c.mark != "." or not listed(c.before, "en/abbreviations_before_number.txt"):
        return None
    if c.next[:1].isdigit() or (c.before != "no" and _ROMAN.match(c.next)):
        return False
    return None if c.abbreviated else True


def _title(c: Candidate) -> bool | None:
    """ "Lt. Col. Smith", "Gov. Jay Inslee"."""
    if c.mark != "." or c.closers or not c.is_title:
        return None
    return c.next in _NEVER_NAMES


def _forgotten_space(c: Candidate) -> bool | None:
    """ "season.The" but not "Jolt.Com", "J.Smith", "St.Louis"."""
    if c.spaced or c.closers:
        return None
    word = bare(c.next)
    if "." in c.before[:-2] or "@" in c.before + word or word in _DOMAINS or c.before.lower() == "www":
        return c.abbreviated and c.starts_sentence and len(word) > 1
    if c.mark == "." and not c.before[-1:].isdigit() and (c.abbreviated or not c.before[-2:].islower()):
        return len(c.before) > 1 and len(word) > 1 and c.starts_sentence
    return len(word) > 1 or word in {"I", "A"}


def _time(c: Candidate) -> bool | None:
    """ "at 9 a.m. Tuesday", "at 9 a.m. Police said"."""
    if c.before not in _TIMES or c.mark != ".":
        return None
    return not _AFTER_TIME.match(c.next) and c.next[:1].isupper()


def _state(c: Candidate) -> bool | None:
    """ "Wash. Gov. Jay Inslee": a title after a state's short form."""
    if c.mark == "." and listed(c.before.rpartition("-")[2], "en/abbreviations_after_place.txt"):
        return False if c.next.endswith(".") and listed(c.next[:-1], "en/titles.txt") else None
    return None


def _abbreviation(c: Candidate) -> bool | None:
    """After an abbreviation: a starter, a quotation or a large number opens a sentence."""
    if not c.abbreviated:
        return True
    quoted = c.text[c.next_at - 1] in '"“'
    if quoted and _NICKNAME.match(c.text, c.next_at):
        return False
    if c.starts_sentence or (len(c.before) > 1 and c.next[:1].isupper() and quoted):
        return True
    if len(c.before) > 1 and _LARGE_NUMBER.match(c.next):
        return True
    return None if c.next[:1].isalpha() else False


def _name(c: Candidate) -> bool | None:
    """ "U.S. Flag Code", "Lund, N. Best" go on; "in Dec. Hale", 'an "e." Hale', "Jo Hale Sr. Lund has" do not."""
    if not c.next[:1].isupper():
        return None
    if len(c.before) == 1:
        if c.before.islower() and any(q in c.closers for q in _QUOTES):
            return True
        return False if c.before.isupper() and c.before_word(",") else None
    if c.before in _MONTHS:
        return True
    if c.before in {"Jr", "Sr"}:
        names = _NAMES_AND_VERB.match(c.text, c.next_at)
        return True if names and _CALLED_AFTER.isdisjoint(names.group().split()) else None
    if c.before == "D.C":
        return True if c.before_word(",") else None
    if "." in c.before and not c.closers:
        office = bare(c.next).removesuffix("'s") in _OFFICES
        return False if office or _TWO_NAMES.match(c.text, c.next_at) else None
    return None


RULES: tuple[Rule, ...] = (
    _lower_case,
    _marked_name,
    _ellipsis,
    _named_speaker,
    _bracket,
    _before_number,
    _title,
    _forgotten_space,
    _time,
    _state,
    _abbreviation,
    _name,
)
