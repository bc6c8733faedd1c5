"""The marks that may end a sentence, each with what stands around it."""

import re
from dataclasses import dataclass

from summarise.resources import word_list

OPENERS = "\"'“”‘’«»([{—–-*_•·`"

# A mark, what closes after it, and white space; or a mark straight before a capital, where a
# space was forgotten ("season.The"). The first character comes first, for the regex engine's sake.
CANDIDATE = re.compile(
    r"""
    ([.?!…](?<![.?!…].)(?:[.?!…]++|(?:\s\.){2,9})?+)
    (["'”’»)\]}*_]*+(?:[ ]["”](?=\s))?)   # at times a closing quote stands apart
    (?: \s+ | (?=[“‘"'(]?[A-Z](?:[a-z’']|\s)) )
    """,
    re.VERBOSE,
)
# The same where marks are tokens of their own: whatever may close is taken along.
TOKENISED = re.compile(
    r"""
    ([.?!…](?:\s?[.?!…]){0,9}+)
    ((?:\s?(?:''|["'”’»)\]}]|-r[rsc]b-)(?!\S))*+)
    \s+
    """,
    re.VERBOSE,
)
_NEXT = re.compile(r"\S{1,60}")  # bounded, so that a text without spaces costs no more
_BRACKET_TOKEN = re.compile(r"-l[rsc]b-$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_INNER = re.compile(r"[/—–()\[\]“”\"]")
_OPENS_BRACKET = re.compile(r"\s{0,9}(?:[(\[]|-l[rs]b-)")
_YEAR = re.compile(r"\((?:1[89]|20)\d\d[),]")
_TITLE_PART = re.compile(r"[-.]")


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
        return bare(self.next) in word_list("en/sentence_starters.txt")

    @property
    def abbreviated(self) -> bool:
        """Whether the word before is an abbreviation, an initial or dotted letters."""
        word = self.before
        if not word or self.mark != ".":
            return False
        last = word.rpartition("-")[2]
        return (
            _DOTTED.fullmatch(word) is not None
            or listed(last, "en/abbreviations.txt")
            or self.is_title
            or self.after_place
        )

    @property
    def is_title(self) -> bool:
        """Whether the word before is a title ("Lt.Col" by its last part; "GOV." before capitals)."""
        word = _TITLE_PART.split(self.before)[-1]
        titles = word_list("en/titles.txt")
        return word in titles or (word.isupper() and self.next[:2].isupper() and word.capitalize() in titles)

    @property
    def after_place(self) -> bool:
        """Whether the word before is a state's short form and stands where one can ("Salem, Ore.")."""
        head, _, last = self.before.rpartition("-")
        if not listed(last, "en/abbreviations_after_place.txt"):
            return False
        return len(head) == 1 or self.before_word((",", "("))

    @property
    def in_brackets(self) -> bool:
        """Whether a bracket opens the sentence."""
        return _OPENS_BRACKET.match(self.text, self.start) is not None

    @property
    def before_year(self) -> bool:
        """Whether a year in brackets follows, as behind the title of a film."""
        return _YEAR.match(self.text, self.next_at - 1) is not None

    def before_word(self, marks: str | tuple[str, ...]) -> bool:
        """Whether one of these marks stands before the word before."""
        at = self.at - len(self.before)
        return self.text[max(self.start, at - 3) : at].rstrip().endswith(marks)


def word_before(text: str, start: int, at: int) -> str:
    """The word that ends at `at`, without opening quotes; "" if white space stands there."""
    near = text[max(start, at - 40) : at]
    if not near or near[-1].isspace():
        return ""
    return _INNER.split(near.split()[-1].lstrip(OPENERS))[-1]


def next_word(text: str, at: int, end: int) -> tuple[str, int]:
    """The next word without its opening quotes and brackets; a lone dash or bullet is skipped."""
    for match in _NEXT.finditer(text, at, end):
        token = match.group()
        word = token.lstrip(OPENERS)
        if word and not _BRACKET_TOKEN.match(token):
            return word, match.start() + token.index(word)
    return "", end


def bare(word: str) -> str:
    """A word without the marks behind it, its apostrophe straight."""
    return word.rstrip(",.:;?!…\"'”’)").replace("’", "'")


def listed(word: str, name: str) -> bool:
    """Whether a data file has this word."""
    return word in word_list(name)
