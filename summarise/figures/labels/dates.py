"""Digits that are no quantity: dates, times of day, identifiers, section numbers, model names.

`label_end` looks only at what stands right around a numeral; what needs the unit
or the noun (years, "Boeing 737") is asked of `namesakes`.
"""

from summarise.figures.lexicon import word_class
from summarise.figures.tokens import Line, Token

_MONTHS = word_class("labels", "months")
_AMBIGUOUS_MONTHS = frozenset({"march", "may", "mar"})
_DASHES = ("-", "‐", "‑", "–", "—")
_CLOCK = word_class("labels", "clock")
_ZONES = word_class("labels", "zones")
_ORDINALS = frozenset({"st", "nd", "rd", "th", "s", "er", "ers"})
_DAY_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_PRIMES = frozenset("'’′")
_PREFIX_WORDS = frozenset({"sub", "minus", "plus", "under", "over", "now", "then"})
_SCREENS = frozenset({"480", "720", "1080", "1440", "2160"})
_PICTURES = word_class("labels", "pictures")
_TO = frozenset({"to", "and", "or", "through"})


def is_month(token: Token) -> bool:
    """A month's name or its usual short form; the ones that are also words need their capital."""
    return token.lower in _MONTHS and (token.text[0].isupper() or token.lower not in _AMBIGUOUS_MONTHS)


def looks_like_year(token: Token) -> bool:
    """Four bare digits from 1500 to 2199."""
    return len(token.text) == 4 and token.text.isdecimal() and 1500 <= int(token.text) < 2200


def label_end(line: Line, index: int) -> int | None:
    """Index behind a date, a time or an identifier that the numeral at `index` belongs to, else None."""
    return (
        _chain(line, index)
        or _clock(line, index)
        or _date(line, index)
        or _year_span(line, index)
        or _attached(line, index)
        or _listed(line, index)
    )


def _chain(line: Line, index: int) -> int | None:
    """Three or more numbers joined by one sign: 2019-09-01, 555-123-4567, 1.2.3, 12/03/2019, 1:30:00."""
    end, count = index + 1, 1
    while (
        line[end + 1].kind == "number"
        and line.glued(end)
        and line.glued(end + 1)
        and line[end].text in "-–./:"
    ):
        end, count = end + 2, count + 1
    if count >= 3 or (count == 2 and line[index + 1].text == "." and "." in line[index].text):
        return end  # also "3.2.1"
    if count == 2 and line[index + 1].text == "/" and line[end].text != "%":
        # Fractions were a number of their own; what is left is 24/7, 9/11, 120/80.
        top, bottom = line[index].text, line[index + 2].text
        fraction = (
            len(top) <= 2
            and bottom in ("2", "3", "4", "5", "6", "8", "10", "16")
            and top.isdecimal()
            and int(top) < int(bottom)
        )
        return None if fraction else end
    if (
        line[index - 1].text == "+"
        and line.glued(index)
        and len(line[index].text) <= 3
        and line[end].kind == "number"
    ):
        while line[end].kind == "number" or (line[end].text in _DASHES and line[end + 1].kind == "number"):
            end += 1
        return end
    return _telephone(line, index)


def _telephone(line: Line, index: int) -> int | None:
    """Groups of digits parted by spaces, the last of four: 020 7946 0958, 555 123 4567."""
    end = index + 1
    while end < index + 6 and line[end].kind == "number" and line[end].start == line[end - 1].end + 1:
        end += 1
    groups = [line[at].text for at in range(index, end)]
    if (
        len(groups) >= 3
        and all(group.isdecimal() for group in groups)
        and (groups[0].startswith("0") or len(groups[-1]) == 4)
    ):
        return end
    return None


def _clock(line: Line, index: int) -> int | None:
    following = line[index + 1]
    if (
        following.text == ":"
        and line.glued(index + 1)
        and line[index + 2].kind == "number"
        and line.glued(index + 2)
    ):
        end = index + 3
    elif following.lower in _CLOCK and (following.lower not in _ZONES or line[index].text.isdecimal()):
        end = index + 1
        if following.lower in ("ct", "pt", "et", "ist") and following.text.islower():
            return None
        if following.lower == "hrs" and not (len(line[index].text) == 4 and line[index].text.isdecimal()):
            return None
    elif following.lower in ("a", "p") and line[index + 2].text == "." and line[index + 3].lower == "m":
        return index + 4
    else:
        return None
    if line[end].text == "(" and line[end + 1].lower in _ZONES and line[end + 2].text == ")":
        return end + 3
    while line[end].lower in _CLOCK or line[end].lower == "local":
        end += 1
    return end


def _date(line: Line, index: int) -> int | None:
    token = line[index]
    if not token.text.isdecimal() or len(token.text) > 4:
        return None
    before = line[index - 1] if line[index - 1].text != "." else line[index - 2]
    small = int(token.text) <= 31
    if is_month(before) and not (line[index - 1].text == "." and not line.glued(index - 1)):
        if not small and not looks_like_year(token):
            return None
        if (
            line[index + 1].lower in _TO
            and line[index + 2].text.isdecimal()
            and small
            and len(line[index + 2].text) < 3
        ):
            return index + 3
        if line[index + 1].text in _DASHES and line[index + 2].text.isdecimal():
            return index + 3
        return index + 2 if line[index + 1].lower in _ORDINALS and line.glued(index + 1) else index + 1
    if not small:
        return None
    at = index + 1
    if line[at].text in _DASHES or line[at].lower in _TO:
        at = at + 2 if line[at + 1].text.isdecimal() and len(line[at + 1].text) < 3 else at
    if line[at].lower in _ORDINALS and line.glued(at):
        at += 2 if line[at + 1].lower == "of" else 1
    if is_month(line[at]) and (line[at].text[0].isupper() or line.text.islower()):
        return at + 1
    return None


def _year_span(line: Line, index: int) -> int | None:
    """2025-26, 2019–2020, 2014/15."""
    sign, second = line[index + 1], line[index + 2]
    if not looks_like_year(line[index]) or not second.text.isdecimal():
        return None
    if sign.text in (*_DASHES, "/", "to") and (line.glued(index + 1) or looks_like_year(second)):
        following = int(line[index].text[-2:]) + 1
        if looks_like_year(second) or (len(second.text) == 2 and int(second.text) >= following % 100):
            if line[index - 1].text in "$£€" and line[index - 1].text:
                return None
            return index + 3
    return None


def _attached(line: Line, index: int) -> int | None:
    """Letters and signs that touch the digits: F-16, A320, 22nd, 1980s, #1, [12]."""
    after = line[index + 1]
    if after.kind == "word" and line.glued(index + 1):
        if after.lower in _DAY_ENDINGS:
            return index + 2
        cohort = line[index - 1].text in _DASHES and line[index - 2].lower in ("over", "under")
        if (
            after.text == "s"
            and line[index].text.isdecimal()
            and line[index].text.endswith("0")
            and not cohort
        ):
            return index + 2
        if after.text == "p" and line[index].text in _SCREENS:
            return index + 2
        if after.text == "K" and line[index].text in ("4", "5", "8"):
            return index + 2 if line[index + 2].lower in _PICTURES else None
    if (
        after.text in _PRIMES
        and line[index + 2].kind == "number"
        and line.glued(index + 1)
        and line.glued(index + 2)
    ):
        return index + 3  # 5'10"
    if line[index + 1].text == ")" and (_is_substitution(line, index) or _is_line_up(line, index)):
        return index + 1
    if not line.glued(index):
        return None
    if line[index - 1].text in ("'", "’") and not line.glued(index - 1) and len(line[index].text) == 2:
        return index + 1  # "the '08 crash"
    before, further = line[index - 1], line[index - 2]
    if before.kind == "word":
        return index + 1
    joined = line.glued(index - 1)
    prefixed = further.kind == "word" and further.lower not in _PREFIX_WORDS
    if before.text in ("—", "–") and further.kind == "word":
        return None  # "the pupils—2.5% of the class—left"
    if before.text in _DASHES and joined and (further.kind == "number" or prefixed):
        return index + 1
    if before.text in ("/", ":", ".", ",", "_", "&", "=") and joined and further.kind in ("word", "number"):
        return index + 1 if before.text != "," or further.kind == "number" else None
    if before.text in ("#", "@", "_", "\\"):
        return index + 1
    if before.text in "[" and after.text == "]":
        return index + 2
    return None


def _is_substitution(line: Line, index: int) -> bool:
    """ "(Green 70)": a minute beside a name in brackets."""
    at = index - 1
    while at > index - 4 and line[at].kind == "word" and line[at].text[0].isupper():
        at -= 1
    return at < index - 1 and line[at].text == "("


def _is_line_up(line: Line, index: int) -> bool:
    """ "Brown (66), Green (38)": two numbers in brackets, of goals or runs rather than of ages."""
    if line[index - 1].text != "(":
        return False
    near = (*range(index - 12, index - 2), *range(index + 2, index + 12))
    return any(line[at].kind == "number" and line[at + 1].text == ")" and at != index for at in near)


def _listed(line: Line, index: int) -> int | None:
    """The number before an item of a list: "1. Do this"."""
    if (
        index == 0
        and line[1].text == "."
        and line.glued(1)
        and not line.glued(2)
        and line[2].text[:1].isupper()
    ):
        return 2
    # "... (Ciampino) 4." and "How many are there? 7.": the next item's number
    last = line[index + 1].text == "." and line.glued(index + 1) and index + 2 == len(line)
    if (
        last
        and len(line[index].text) < 3
        and line[index - 1].text in (")", "?", "!")
        and not line.glued(index)
    ):
        return index + 2
    return None
