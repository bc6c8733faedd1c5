"""Lines of a table, a running report or a page's headings.

Each check takes the text of a sentence and gives the words that show it for such a line, or None.
All are linear: no pattern has a repetition inside a repetition without a bound.
"""

import re

from summarise.ranking.notices.rule import Rule

_ZONES = r"(?:gmt|bst|utc|cet|cest|ist|[ecmp][sd]?t|a[ce][sd]t)\b"
_TIME = rf"\d{{1,2}}(?:[:.]?\d\d)?(?:\s?[ap]\.?\s?m\b\.?)?(?:,?\s?{_ZONES})?"
# "14:05 BST", "2.30pm:", "1405 GMT Ada Holm arrives", "21:10 -"
_STAMP = re.compile(
    r"\d{1,2}(?:[:.]?\d\d)?(?:"
    rf"\s?[ap]\.?\s?m\b\.?(?:,?\s?{_ZONES})?\s?(?:[:–—|-]\s|[.\])]*$)"
    rf"|\s?{_ZONES}(?:\s?[:–—|.-]?\s*$|\s?[:–—|-]\s|\s+(?-i:[A-Z]))"
    r"|(?<=[:.]\d\d)\s?(?:[:–—|]\s|-\s|\s*$))",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"[\[(]?(?:breaking news[ ,-]*)?(?:last )?(?:updated?|posted|published|filed)(?: (?:at|on))?[ ,:]{1,3}"
    rf"(?:{_TIME}|[a-z]{{3,9}}\.? \d{{1,2}}|\d{{1,2}} [a-z]{{3,9}})\b",
    re.IGNORECASE,
)
_UPDATE_TAG = re.compile(r"\[[^\]]{0,40}\b(?:updated?|posted|published)\b[^\]]{0,60}\]", re.IGNORECASE)
_TWO_NUMBERS = re.compile(r"\d\s+[£$€+-]?\d")
_NUMBER = r"(?<!\S)(?![+0]\d)[£$€+-]?\d[\d.,:]*%?"
_NUMBERS_IN_A_ROW = re.compile(rf"{_NUMBER}\s+{_NUMBER}\s+{_NUMBER}(?!\S)")
_NEXT_NUMBER = re.compile(r"(?:[\d%)]|\d(?:secs?|pts|m|kg))\s+\d{1,2}\.$")
_SCORER = re.compile(r":? ?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2} \d{1,3}(?: (?:pen|og|\(pen\)))?\.?$")
_ENTRY = re.compile(r"(?:[A-Z][\w'’.-]* ){1,4}\([A-Z][^()]{1,39}\)\.?$")
_RESULT = re.compile(
    r"[A-Z][^\d.,;:?!]{1,40} \d{1,3}(?:, | [-–—] |,? )(?:\d{1,3} )?[A-Z][^\d.,;:?!]{1,40}(?: \d{1,3})?\.?$"
)
_VERSUS = re.compile(
    r"(?:[A-Z][\w'’.&-]*|or|of|and|the|&)(?: (?:[A-Z][\w'’.&-]*|or|of|and|the|&)){0,8} vs?\.? [A-Z]"
)
_SMALL_WORD = re.compile(r"\b(?!(?:or|of|and|the|v|vs|de|la|le|van|von)\b)[a-z]{2,}")
_NAME_PIECE = re.compile(
    r"\s*(?:and )?(?:[a-z]{1,3} ){0,2}[A-Z][\w'’./-]*(?: [\w'’./-]+){0,2}\s*(?:\([^()]{0,30}\)?)?[\s.\d]*$"
)
_TICKER = re.compile(
    r"(?:corner ?,|offside ?,|substitution ?,|foul by |hand ?ball by |attempt (?:missed|saved|blocked)\b"
    r"|dangerous play by |delay (?:over\b|in match)|(?:first|second) half (?:begins|ends)\b|match ends ?,"
    r"|half[ -]time ?:|full[ -]time ?:|penalty (?:conceded|missed|saved)[ !.]|line-?ups are announced"
    r"|fourth official has announced|own goal by )",
    re.IGNORECASE,
)
# Headlines leave these out; a sentence whose stop went astray has them.
_TOLD = re.compile(
    r"(?:meanwhile|perhaps|however|but|and|he|she|they|it|his|her|their|its)\b|.*?(?:\b(?:was|were|had)\b|[,?!][\"”] )",
    re.IGNORECASE,
)
_SLUG = re.compile(
    r"(?:[A-Z][A-Z.,'’ -]{2,40}|[A-Z][\w.'’ -]{2,24}(?:, [A-Z][\w.'’ -]{2,24})?)?\s?"
    r"(?:\((?:ap|afp|pa|cnn|reuters|upi|dpa|efe|tass|xinhua)\)\s?[–—-]{0,2}|[–—]|--)\s?\.?$",
    re.IGNORECASE,
)
_LONGEST_LINE = 12


def time_stamp(text: str) -> str | None:
    """The time at the head of an entry ("14:05 BST", "2.30pm:"), or the note when a text was updated."""
    found = _STAMP.match(text) or _UPDATED.match(text) or _UPDATE_TAG.match(text)
    return found.group().strip(" ,") if found else None


def row(text: str) -> str | None:
    """Three bare numbers in a row, or the number of the next row at the end ("Marsh Lane 1,126 5.")."""
    if _TWO_NUMBERS.search(text) and (found := _NUMBERS_IN_A_ROW.search(text)):
        return found.group()
    if text[-2:-1].isdigit() and text[-1] == "." and (found := _NEXT_NUMBER.search(text)):
        return found.group()
    return None


def result(text: str) -> str | None:
    """The score or the scorers that are the whole line ("Leeds 1, York 3.", "Hale 12, Marsh 51.")."""
    if not text.rstrip(" .")[-1:].isdigit():
        return None
    found = _RESULT.match(text)
    if found and not _SMALL_WORD.search(text):
        return found.group()
    return text if all(_SCORER.match(piece.strip()) for piece in text.split(",")) else None


def fixture(text: str) -> str | None:
    """The two sides of a match that are the whole line ("Leeds v York")."""
    if len(text) > 80 or text[-1:] in "?!\"'" or not _VERSUS.match(text) or _SMALL_WORD.search(text):
        return None
    return text.rstrip(" .")


def line_up(text: str) -> str | None:
    """At least five names, parted by commas, that are all of the line."""
    head, _, names = text.rpartition(": ")
    pieces = re.split(r"[,;]", names) if len(head) < 30 else []
    named = [_NAME_PIECE.match(piece) is not None for piece in pieces]
    if sum(named) < max(5, len(named) - 1) or not (named[0] and named[-1]):
        return None
    return pieces[0].strip()


def entry(text: str) -> str | None:
    """A name with a club or a place in brackets that are the whole line ("Ada Holm (Leeds)")."""
    return text if _ENTRY.match(text) else None


def ticker(text: str) -> str | None:
    """The opening of a line of a match's running report ("Corner, Leeds.")."""
    found = _TICKER.match(text)
    return found.group().strip() if found else None


def slug(text: str) -> str | None:
    """A place or an agency that is the whole line ("LEEDS (Reuters) -")."""
    found = _SLUG.match(text) if len(text) < 60 else None
    return found.group().strip() if found else None


def kicker(text: str) -> str | None:
    """A short line all in capitals."""
    if not text.isupper() or len(text) > 90 or text[0] in "\"'“‘(" or text[-1] in "\"'”’":
        return None
    return text if len(text.split()) > 1 else None


def joined_line(text: str) -> str | None:
    """A short line with its stop set apart (" ."), as where lines without one were joined to a text."""
    if text[-2:] != " ." or len(text.split()) > _LONGEST_LINE + 1 or _TOLD.match(text):
        return None
    words = text.rstrip(" .")
    return None if words[-1:] in ':"”' else words or text


def bare_line(text: str) -> str | None:
    """A short line that ends without any mark."""
    if not text[-1:].isalnum() or text[:1] in '"“':
        return None
    return text if len(text.split()) <= _LONGEST_LINE else None


RULES: tuple[Rule, ...] = (
    Rule(
        name="time stamp",
        kind="time stamp",
        about="opens with the time of an entry, or says when the text was updated",
        check=time_stamp,
        fires=(
            "14:05 BST",
            "2.30pm: The ferry has left.",
            "2000 GMT",
            "[Updated at 3:05 p.m. ET]",
            "10:15 - The ferry is back.",
        ),
        quiet=(
            "5.5 million people live there.",
            "10:30 trains were late.",
            "7.30 was too late for the ferry.",
            "Updated plans for 30 ferries were shown.",
        ),
        first=frozenset("0 updated update posted published filed last breaking".split()),
    ),
    Rule(
        name="ticker",
        kind="table",
        about="is an entry of a match's running report",
        check=ticker,
        fires=("Corner, Leeds.", "Foul by Jo Hale (Leeds).", "attempt missed ."),
        quiet=(
            "Corner shops closed early.",
            "Second half profits fell.",
            "Attempts to raise the ferry failed.",
        ),
        first=frozenset(
            "corner offside substitution foul hand handball attempt dangerous delay first second match"
            " half full penalty line lineups fourth own".split()
        ),
    ),
    Rule(
        name="fixture",
        kind="table",
        about="is nothing but the two sides of a match",
        check=fixture,
        fires=("Leeds v York", "York or Hull v Leeds"),
        quiet=("Holm v Marsh was heard in Leeds.", "Leeds v York: a feud without end."),
        words=frozenset("v vs".split()),
    ),
    Rule(
        name="table row",
        kind="table",
        about="has numbers in a row, as a table pasted as text",
        check=row,
        fires=("Leeds 38 21 9 8 72", "Marsh Lane 1,126 5."),
        quiet=("She won 6-3 4-6 7-5 in Leeds.", "In 2012 40 ferries sank.", "It cost $30, 000 (£15,000)."),
        shape="number at the end",
    ),
    Rule(
        name="result",
        kind="table",
        about="is nothing but a result",
        check=result,
        fires=("Leeds 1, York 3.", "Leeds 2 - 0 York 1", "Hale 12, Marsh 51 pen, Reed 60."),
        quiet=("Leeds lost by 3.", "In 2012, 40 sank, and in 2013, 60.", "Ferry 2 sank on May 3."),
        shape="number at the end",
    ),
    Rule(
        name="line-up",
        kind="table",
        about="is nothing but names in a row",
        check=line_up,
        fires=(
            "Marsh, Hale, Ada Holm, Reed (Kerr 75), Stone, Wood.",
            "Marsh; Hale, Holm, Reed, Stone, Kerr; Wood",
        ),
        quiet=("Leeds, York, Hull, Goole, Selby and Bath were flooded on Monday.",),
        shape="many commas",
    ),
    Rule(
        name="entry",
        kind="table",
        about="is nothing but a name with a club or a place in brackets",
        check=entry,
        fires=("Ada Holm (Leeds).", "Jo Hale (England)"),
        quiet=("Ada Holm left (York won).", "They met Ada Holm (Leeds)."),
        shape="bracket at the end",
    ),
    Rule(
        name="slug",
        kind="agency slug",
        about="is nothing but a place or an agency",
        check=slug,
        fires=("LEEDS (Reuters) -", "LEEDS, England —"),
        quiet=("The ferry (Reuters saw it) sank.",),
        shape="bare end",
        where="anywhere",
    ),
)

# Judged last: a line is no more than a headline only where nothing else shows what it is.
HEADLINES: tuple[Rule, ...] = (
    Rule(
        name="kicker",
        kind="headline",
        about="is a short line all in capitals among others that are not",
        check=kicker,
        fires=("FERRY OF THE WEEK.", "HOW THEY VOTED"),
        quiet=("NATO met.", '"STOP THE FERRY!"'),
        shape="capitals",
        where="among whole sentences",
    ),
    Rule(
        name="joined line",
        kind="headline",
        about="is a short line with its stop set apart",
        check=joined_line,
        fires=("Why the ferry sank .", "Ten boats, one harbour, no plan ."),
        quiet=(
            "The ferry sank.",
            '"The ferry sank" .',
            "The mayor said: .",
            '"It is over," said Ada Holm .',
            "Hale had won .",
        ),
        shape="set-off stop",
        where="among whole sentences",
    ),
    Rule(
        name="bare line",
        kind="headline",
        about="is a short line without a stop, between sentences that have one",
        check=bare_line,
        fires=("Olympic rowing champion", "Ferry of the week"),
        quiet=("The ferry sank.", "Why?", '"The ferry sank"', "The mayor said:"),
        shape="bare end",
        where="between whole sentences",
    ),
)
