"""Lines on who made a text, whom to reach and what to watch.

Each check takes the text of a sentence and gives the words that show it for such a line, or None.
All are linear: no pattern has a repetition inside a repetition without a bound.
"""

import re

from summarise.ranking.notices.rule import Rule

_NAME = r"[A-Z][\w.'’-]*"
_NAMES = rf"{_NAME}(?:,? (?:{_NAME}|and|de|der|van|von|al)){{1,12}}"
_JOBS = (
    "reporter reporters writer writers columnist columnists correspondent correspondents photographer"
    " photographers photojournalist commentator contributor blogger journalist journalists editor editors"
    " freelancer freelance producer producers anchor presenter"
).split()
_JOB = f"(?:{'|'.join(_JOBS)})"
_BYLINE = re.compile(
    r"(?i:(?:(?:story|report|words?|text|interviews?|analysis|written|edited|compiled|produced|pictures?|video"
    rf"|additional) )?by:?) {_NAMES}(?i:,? (?:for|in|at) (?:the )?[A-Z][\w.'’ -]{{0,40}}"
    rf"|,? [^.:;]{{0,50}}\b{_JOB}\b[^.:;]{{0,40}})?\s?\.?$"
)
_LOWER_BYLINE = re.compile(
    rf"by (?:[\w'’-]+ ){{2,4}}, ?(?:for the |[^.:;]{{0,50}}\b{_JOB}\b)[^.:;]{{0,40}}\.?$", re.IGNORECASE
)
_BOX = re.compile(
    rf"(?:{_NAMES}|(?i:the (?:author|writer))|@\w+)(?: \([^()]{{1,40}}\))?,? is (?:now )?"
    rf"(?:an?|the|our|{_NAME}['’]s?)? ?(?:[\w'’/-]+,? ){{0,8}}?{_JOB}\b(?! (?:who|whose|when|turned)\b)"
)
_CONTRIBUTED = re.compile(
    r"\bcontribut(?:ed|ing) (?:reporting )?to (?:this|the) {1,2}(?:report|story|article|piece|post)\b"
    r"|\b(?:reported|wrote|reporting|writing) (?:and (?:reported|wrote) )?(?:this|the) (?:report|story|article)\b"
)
_REPORTED_FROM = re.compile(
    rf"{_NAMES} (?:and |also )?(?:reported|reporting|reports?|wrote|writing|contributed)"
    r"(?: (?:from|in) [A-Z][\w.,'’ -]{1,60})?\s?\.?$"
)
_EMAIL = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}\.[a-z]{2,}", re.IGNORECASE)
_DIGITS = re.compile(r"\d[\d) -]{1,3}[\dA-Z-]{3}|\b(?:101|116)\b")
_PHONE = re.compile(
    r"(?<![\w-])(?:\(?\+?0\d{2,4}\)?[ -]?\d{1,4}[ -]?\d{3,4}|\+\d{1,3}[ (-][\d() -]{6,14}\d"
    r"|\(?\d{3}\)?[ -]\d{3}[ -]\d{4}|(?:1-)?[38]\d\d-[A-Za-z\d][A-Za-z\d-]{3,12}"
    r"|0\d{3} \d{2} \d{2} \d{2}|101\b(?!\S\w)|116 ?\d{3}\b)"
)
_CALL = re.compile(
    r"\b(?:call|calling|phone|phoning|ring|ringing|dial|contact|contacting|telephone|telephoning|tel|helpline|hotline|text"
    r"|texting|line|whatsapp|number|crimestoppers)\b[^?!]*$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:visit|go to|see|find|for|to|check|log|book|apply|donate|donations|details|tickets|more|read|sign|vote"
    r"|follow|buy|register|source|email|e-mail|contact|call|write|send|anyone|if you|you can|please|text|tweet"
    r"|submit|get|join|do you|have you|want|got|share|learn|help|entries|enquiries|information|further)\b",
    re.IGNORECASE,
)
_WRITE_TO = re.compile(
    r"\b(?:e-?mail|write to|contact|send)(?: [\w'’]+){0,8}? ?:?(?: at| to)? ?$", re.IGNORECASE
)
_GO_TO = re.compile(
    r"(?:\b(?:visit|go to|log on ?to|see|check(?: out)?|follow|details|tickets)\b[^.?!;]{0,60}|^.{0,8})$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?:|www\.|\b[\w-]{2,40}\.(?:com|org|net|co\.uk|org\.uk|gov)\b", re.IGNORECASE)
_ON_AIR = re.compile(
    r"\b(?:bbc|itv\d?|cnn|nbc|cbs|abc|pbs|hbo|fox|sky (?:sports|news|one|atlantic)|channel \d|radio|5 live|s4c"
    r"|bt sport|iplayer|podcast|youtube|netflix)\b",
    re.IGNORECASE,
)
_AIR_TIME = re.compile(
    r"\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun|week|to)days?\b|\bonline\b"
    r"|\biplayer\b|\bpodcast\b|\bgmt\b|\bbst\b|\blive\b",
    re.IGNORECASE,
)
# "weeknights 8pm", "Sundays at 21:00": enough of a programme where one is asked to watch
_SLOT = re.compile(
    r"\b(?:week|mon|tues|wednes|thurs|fri|satur|sun)(?:day|night)s?(?: at|,)? \d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b)?",
    re.IGNORECASE,
)
_IS_ON = re.compile(
    r"\b(?:(?:is|are|will be) (?:also )?(?:on|broadcast on|shown on|aired on|screened on|available on|live on)"
    r"|airs|(?:can|will) be (?:broadcast|heard|seen|shown|watched))\b",
    re.IGNORECASE,
)


def byline(text: str) -> str | None:
    """A whole line that says by whom the text is ("By Ada Holm, for the Courier")."""
    found = _BYLINE.match(text) or _LOWER_BYLINE.match(text)
    return found.group().strip(" .") if found and len(text) < 160 else None


def author_box(text: str) -> str | None:
    """Who the author is ("Ada Holm is a reporter for the Courier")."""
    found = _BOX.match(text)
    return found.group() if found else None


def contributor(text: str) -> str | None:
    """Who else worked on the text ("Jo Hale contributed to this report")."""
    found = _CONTRIBUTED.search(text)
    return found.group().strip(" .") if found else None


def reported_from(text: str) -> str | None:
    """A line of names that reported ("Ada Holm reported from Leeds")."""
    found = _REPORTED_FROM.match(text)
    return found.group().strip(" .") if found else None


def contact(text: str) -> str | None:
    """A telephone number to call or an address to write to."""
    if _DIGITS.search(text) and (number := _PHONE.search(text)):
        called = _CALL.search(text, max(0, number.start() - 90), number.start())
        if called:
            return text[called.start() : number.end()]
    if "@" not in text:
        return None
    if (found := _EMAIL.search(text)) and (
        not found.start() or _ASKS.match(text) or _WRITE_TO.search(text, 0, found.start())
    ):
        return found.group()
    return None


def web_address(text: str) -> str | None:
    """A page to go to, or a line of nothing but addresses, hashtags and handles."""
    tokens = text.split()
    if text[-1:] not in "\"'”’" and all(
        token.startswith(("@", "#", "http", "www.", "pic.twitter")) for token in tokens
    ):
        return tokens[0] if tokens else None
    found = _ADDRESS.search(text) if _ASKS.match(text) else None
    return found.group() if found and _GO_TO.search(text, 0, found.start()) else None


def programme(text: str) -> str | None:
    """A programme to watch or hear, with its station and its time."""
    found = _ON_AIR.search(text) if _AIR_TIME.search(text) else None
    if not found and len(text) < 90:
        found = _SLOT.search(text)
    return found.group() if found else None


def programme_time(text: str) -> str | None:
    """When a programme is on ("… is on BBC One at 21:00 on Sunday")."""
    found = _IS_ON.search(text)
    return found.group() if found and programme(text[found.start() :]) else None


RULES: tuple[Rule, ...] = (
    Rule(
        name="contributor",
        kind="byline",
        about="says who else worked on the text",
        check=contributor,
        fires=("Ada Holm contributed to this report.", "Jo Hale in Leeds and Edna Marsh wrote this story."),
        quiet=("Rain contributed to the flood.", "Ada Holm wrote the law."),
        words=frozenset("contributed contributing wrote writing reported reporting".split()),
        where="anywhere",
    ),
    Rule(
        name="byline",
        kind="byline",
        about="is nothing but by whom the text is",
        check=byline,
        fires=(
            "By Ada Holm, for the Courier",
            "By Ada Holm and Jo Hale",
            "Words by Edna Marsh.",
            "by ada holm , for the courier .",
        ),
        quiet=(
            "By Monday Ada Holm had left.",
            "By Leeds standards, the ferry is cheap.",
            "By 2012 it was over.",
        ),
        first=frozenset(
            "by story report word words text interview interviews analysis written edited compiled"
            " produced picture pictures video additional".split()
        ),
        where="anywhere",
    ),
    Rule(
        name="reported from",
        kind="byline",
        about="says who reported from where",
        check=reported_from,
        fires=(
            "The Courier's Ada Holm reported from Leeds.",
            "Ada Holm and Jo Hale report from Leeds.",
        ),
        quiet=("Ada Holm reported the theft.", "The Courier reported from the ferry that all were safe."),
        words=frozenset("report reports reported reporting wrote contributed writing".split()),
        where="at the end",
    ),
    Rule(
        name="author box",
        kind="byline",
        about="says who the author is",
        check=author_box,
        fires=(
            "Ada Holm is a reporter for the Courier.",
            "Jo Hale (@johale) is the Courier's ferry correspondent.",
        ),
        quiet=("Ada Holm is a sailor from Leeds.", "The ferry is a threat to every reporter's sleep."),
        words=frozenset(_JOBS),
        where="at the end",
    ),
    Rule(
        name="contact",
        kind="contact line",
        about="gives a number to call or an address to write to",
        check=contact,
        fires=("Anyone who saw it should call 0113 496 0000.", "Send it to Ada Holm at ada@example.org."),
        quiet=(
            "She called 999 at once.",
            "Leeds had 4,210 calls in 2015-16.",
            "He wrote to ada@example.org and waited.",
        ),
        words=frozenset(
            "call calling phone phoning ring ringing dial contact contacting telephone telephoning tel helpline"
            " hotline text texting line number whatsapp crimestoppers".split()
        ),
        marks="@",
        where="anywhere",
    ),
    Rule(
        name="web address",
        kind="contact line",
        about="sends the reader to a page, or holds nothing but links, hashtags and handles",
        check=web_address,
        fires=("Visit www.example.org for tickets.", "#ferry @adaholm https://example.org/a"),
        quiet=(
            "The mayor wrote on www.example.org that he was ill.",
            "@adaholm wrote that the ferry was late.",
        ),
        first=frozenset(
            "visit go see find check log book apply donate details tickets read sign vote follow buy register source"
            " email e contact send anyone if you please submit get join do have want learn help entries for to"
            " http https www".split()
        ),
        marks="@#",
        where="anywhere",
    ),
    Rule(
        name="programme",
        kind="programme note",
        about="asks to watch or hear a programme at its time",
        check=programme,
        fires=(
            "Watch the boats on BBC Two at 21:00.",
            "Catch the ferry film on Channel 4 on Sunday.",
            "Watch Ferry Hour weeknights 8pm.",
        ),
        quiet=("Watch your step on the ferry.", "Catch limits were set in May."),
        first=frozenset("watch listen catch see hear join follow coverage tune".split()),
        where="anywhere",
    ),
    Rule(
        name="programme time",
        kind="programme note",
        about="says when a programme is on, at the article's end",
        check=programme_time,
        fires=("Ferries of the North is on BBC One at 21:00 on Sunday.",),
        quiet=("The ferry is on time.",),
        words=frozenset(
            "bbc itv itv1 itv2 cnn nbc cbs abc pbs hbo fox sky channel radio netflix youtube podcast iplayer"
            " s4c".split()
        ),
        where="at the end",
    ),
)
