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
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from summarise.language.punkt import Punkt
from summarise.language.words import STOP_WORDS
from summarise.model import Span
from summarise.resources import word_list

# A mark, what closes after it, and white space; or a mark straight before a capital,
# where a space was forgotten ("season.The").
_CANDIDATE = re.compile(
    r"""
    (?<![.?!…])
    (?P<mark>(?:\.\s){2,}\.|[.?!…]++)
    (?P<closers>["'”’»)\]}*_]*+(?:[ ]["”](?=\s))?)   # at times a closing quote stands apart
    (?: \s+ | (?=[“‘"'(]?[A-Z](?:[a-z’']|\s)) )
    """,
    re.VERBOSE,
)
_OPENERS = "\"'“”‘’«»([{—–-*_•·"
_QUOTES = "\"'”’»"
_NEXT = re.compile(r"\S{1,60}")  # bounded, so that a text without spaces costs no more
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ROMAN = re.compile(r"(?:[VXLC][IVXLC]*|I[IVX]+)\b")
_ITEM = re.compile(r"[a-z]\)")
_MEASURE = re.compile(r"\d\s?(?:ft|in|lbs?|oz|st|yds?|mi|hrs?|mins?|secs?)$")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
_LARGE_NUMBER = re.compile(r"\d{1,3},\d{3}\b")
_TIMES = frozenset({"a.m", "p.m", "A.M", "P.M"})
_AFTER_TIME = re.compile(
    r"(?:[ECMP][SD]?T|GMT|BST|UTC|CET|Eastern|Pacific|Central|Mountain|local"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?)(?!\w)"
)
_ENUMERATOR = re.compile(r"[\s\"'“‘(\[*•·●▪–—-]*(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,4})[.)]+\s*")
_SAYS = (
    r"(?:said|says|asks|asked|adds|added|writes|wrote|shouts|shouted|replies|replied|tweeted|continued"
    r"|wondered|cried|joked|quipped|tells|told|exclaimed|explained|declared|insisted)\b"
)
_NAMED_SPEAKER = re.compile(rf"(?:[A-Z][\w.’'-]{{0,30}}\s+){{1,6}}{_SAYS}")
# A title before one of these was the end of its sentence after all; "He", "So" or
# "Will" may be a name.
_NEVER_NAMES = frozenset({"The", "It", "They", "This", "But", "In", "At"})
_DOMAINS = frozenset({"Com", "Net", "Org", "Co", "Js", "Io"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mark that may end a sentence, with what stands around it.

    Attributes:
        text: the whole text; start: where the sentence begins that the mark would end.
        mark, at: the mark ("?!", "...") and where it begins; closers: quotes and brackets after it.
        spaced: white space follows.
        before: the word the mark follows, "" if white space stands between them.
        next, next_at: the next word without opening quotes and brackets, and where it begins.
    """

    text: str
    start: int
    mark: str
    at: int
    closers: str
    spaced: bool
    before: str
    next: str
    next_at: int

    @property
    def starts_sentence(self) -> bool:
        """Whether the next word can be told by itself to open a sentence."""
        return _bare(self.next) in word_list("en/sentence_starters.txt")

    @property
    def abbreviated(self) -> bool:
        """Whether the word before is an abbreviation, an initial or dotted letters."""
        word = self.before
        if not word or self.mark != ".":
            return False
        last = word.rpartition("-")[2]
        return (
            _DOTTED.fullmatch(word) is not None
            or _listed(last, "en/abbreviations.txt")
            or _is_title(self)
            or self.after_place
        )

    @property
    def after_place(self) -> bool:
        """Whether the word before is a state's short form and stands where one can ("Salem, Ore.")."""
        head, _, last = self.before.rpartition("-")
        if not _listed(last, "en/abbreviations_after_place.txt"):
            return False
        space = self.text[max(self.start, self.at - len(self.before) - 3) : self.at - len(self.before)]
        return len(head) == 1 or space.rstrip().endswith((",", "("))


Rule = Callable[[Candidate], bool | None]


def boundaries(text: str, paragraph: Span, punkt: Punkt) -> Iterator[int]:
    """The ends of the sentences inside `paragraph`, in order; the paragraph's own end is not among them."""
    start = seen = paragraph.start
    quotes = 0
    for match in _CANDIDATE.finditer(text, paragraph.start, paragraph.end):
        end, following = match.end("closers"), match.end()
        if following >= paragraph.end:
            return
        quotes += text.count('"', seen, match.start())
        seen = match.start()
        closers = match["closers"]
        if closers.endswith('"') and quotes % 2 == 0 and (following == end or closers[-2:-1] == " "):
            # 'said."The', 'said. " The': an even number of quotes before, so this one opens.
            closers = closers[:-1].rstrip(" ")
            end = match.start("closers") + len(closers)
        word, word_at = _next_word(text, following, paragraph.end)
        candidate = Candidate(
            text=text,
            start=start,
            mark=match["mark"],
            at=match.start(),
            closers=closers,
            spaced=following > end and text[end].isspace(),
            before=_word_before(text, start, match.start()),
            next=word,
            next_at=word_at,
        )
        if _ends_sentence(candidate, punkt):
            yield end
            start = end


def _ends_sentence(candidate: Candidate, punkt: Punkt) -> bool:
    for rule in RULES:
        opinion = rule(candidate)
        if opinion is not None:
            return opinion
    return punkt.ends_sentence(candidate.before, _bare(candidate.next))


def _word_before(text: str, start: int, at: int) -> str:
    near = text[max(start, at - 40) : at]
    if not near or near[-1].isspace():
        return ""
    word = near.split()[-1].lstrip(_OPENERS)
    return re.split(r"[/—–()\[\]“”\"]", word)[-1]


def _next_word(text: str, at: int, end: int) -> tuple[str, int]:
    """The next word without its opening quotes and brackets; a lone dash or bullet is skipped."""
    for match in _NEXT.finditer(text, at, end):
        word = match.group().lstrip(_OPENERS)
        if word:
            return word, match.start() + match.group().index(word)
    return "", end


def _bare(word: str) -> str:
    return word.rstrip(",.:;?!…\"'”’)").replace("’", "'")


def _listed(word: str, name: str) -> bool:
    return word in word_list(name)


def _is_title(c: Candidate) -> bool:
    """Whether the word before is a title ("Lt.Col" counts by its last part); "GOV." is one before capitals."""
    word = re.split(r"[-.]", c.before)[-1]
    titles = word_list("en/titles.txt")
    return word in titles or (word.isupper() and c.next[:2].isupper() and word.capitalize() in titles)


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
    return c.starts_sentence or bool(c.before and c.next[:1].isupper())


def _named_speaker(c: Candidate) -> bool | None:
    """ "Who are you?" Smith asked: the question's speaker belongs to it."""
    if c.mark[-1] not in "?!" or not any(q in c.closers for q in _QUOTES) or c.starts_sentence:
        return None
    return False if _NAMED_SPEAKER.match(c.text, c.next_at) else None


def _bracket(c: Candidate) -> bool | None:
    """ "(in the U.S.) President": inside a bracket the stop is the abbreviation's alone."""
    if c.closers[:1] not in {")", "]"} or not c.abbreviated:
        return None
    return c.text[c.start : c.at].lstrip()[:1] in {"(", "["}


def _before_number(c: Candidate) -> bool | None:
    """ "No. 1", "Vol. II", "6 ft. 2"; without a number "no" is a word like any other."""
    if c.mark == "." and c.next[:1].isdigit() and _MEASURE.search(c.text, max(c.start, c.at - 12), c.at):
        return False
    if c.mark != "." or not _listed(c.before, "en/abbreviations_before_number.txt"):
        return None
    if c.next[:1].isdigit() or (c.before != "no" and _ROMAN.match(c.next)):
        return False
    return None if c.abbreviated else True


def _title(c: Candidate) -> bool | None:
    """ "Lt. Col. Smith", "Gov. Jay Inslee"."""
    if c.mark != "." or c.closers or not _is_title(c):
        return None
    return c.next in _NEVER_NAMES


def _forgotten_space(c: Candidate) -> bool | None:
    """ "season.The" but not "Jolt.Com", "J.Smith", "St.Louis"."""
    if c.spaced or c.closers:
        return None
    word = _bare(c.next)
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
    if c.mark == "." and _listed(c.before.rpartition("-")[2], "en/abbreviations_after_place.txt"):
        return False if c.next.endswith(".") and _listed(c.next[:-1], "en/titles.txt") else None
    return None


def _abbreviation(c: Candidate) -> bool | None:
    """After an abbreviation: a starter, a quotation or a large number opens a sentence."""
    if not c.abbreviated:
        return True
    if c.starts_sentence or (len(c.before) > 1 and c.next[:1].isupper() and c.text[c.next_at - 1] in '"“'):
        return True
    if len(c.before) > 1 and _LARGE_NUMBER.match(c.next):
        return True
    return None if c.next[:1].isalpha() else False


RULES: tuple[Rule, ...] = (
    _enumerator,
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
)
