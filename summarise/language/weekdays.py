"""Days of the week, taken out before parsing and put back after.

"A federal jury on Monday convicted ..." leads a parser astray: it hangs the day on
the noun, takes the verb for a participle and finds another main verb. A day of the
week says when and nothing else, so its place in the tree needs no parser: it hangs
on the verb beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Span, Token

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:\s(?:morning|afternoon|evening|night))?"
_WEEKDAY = re.compile(
    rf"^On\s{_DAY}{_PART},?(?=\s)|(?:(?<=[\w,])\son\s{_DAY}{_PART}"
    # A bare day, as US papers write it: "said Wednesday", "on strike Friday".
    rf"|(?<=[a-z])(?<!\bof)(?<!\bby)(?<!\bfor)(?<!\bfrom)(?<!\bto)(?<!\buntil)(?<!\blast)(?<!\bnext)(?<!\bthis)"
    rf"(?<!\bevery)(?<!\beach)(?<!\bsince)(?<!\bafter)(?<!\bbefore)(?<!\blate)(?<!\bearly)(?<!\band)(?<!\bthe)"
    rf"(?<!\bon)(?<!\bor)(?<!\bthrough)(?<!\btill)(?<!\ba)\s{_DAY}{_PART})"
    rf"(?=[,.;]|\s[a-z]|$)(?!,?\s(?:and|or|to|through)\s{_DAY})"
)


def weekday_spans(text: str) -> list[Span]:
    """Where days of the week that say when stand, the space before them included."""
    return [Span(*match.span()) for match in _WEEKDAY.finditer(text)]


def put_back(tokens: Sequence[Token], text: str, spans: Sequence[Span], offset: int) -> tuple[Token, ...]:
    """The tokens with the days at their places, each hung on the verb beside it.

    Args:
        tokens: the parsed tokens of a sentence.
        text: the sentence's text.
        spans: the days that were taken out of it.
        offset: where the sentence starts in the article.
    """
    if not tokens or not spans:
        return tuple(tokens)
    merged: list[tuple[Token, int | None]] = [(token, token.head) for token in tokens]
    number = {token.start: token.index for token in tokens}
    added: list[tuple[Token, int]] = []
    for span in spans:
        base = offset + span.start
        words = [
            (m.start() + base, m.end() + base, m.group())
            for m in re.finditer(r"\w+|,", text[span.start : span.end])
        ]
        verb = _verb_beside(tokens, words[0][0])
        added.extend(_day_tokens(words, verb, len(tokens) + len(added)))
    merged += [(token, token.head) for token, _ in added]
    merged.sort(key=lambda pair: pair[0].start)
    place = {token.start: position for position, (token, _) in enumerate(merged)}
    starts = {index: start for start, index in number.items()} | {
        index: token.start for token, index in added
    }
    return tuple(
        replace(token, index=place[token.start], head=place[starts[token.head]]) for token, _ in merged
    )


def _verb_beside(tokens: Sequence[Token], start: int) -> Token:
    """The verb right behind the day; else the nearest before it; else the root."""
    behind = next((t for t in tokens if t.start > start), None)
    if behind is not None and behind.pos in {"VERB", "AUX"}:
        return behind if behind.dep not in {"aux", "auxpass"} else tokens[behind.head]
    before = next((t for t in reversed(tokens) if t.start < start and t.pos == "VERB"), None)
    return before or next(t for t in tokens if t.head == t.index)


def _day_tokens(words: Sequence[tuple[int, int, str]], verb: Token, first: int) -> list[tuple[Token, int]]:
    """Tokens for "on Monday night" or "Monday", numbered from `first`; each with that number."""
    made: list[tuple[Token, int]] = []
    has_preposition = words[0][2].lower() == "on"
    comma = len(words) if words[-1][2] != "," else len(words) - 1
    for position, (start, end, word) in enumerate(words):
        number = first + position
        last = position == comma - 1
        if position == comma:
            token = Token(number, start, end, word, ",", ",", "PUNCT", "punct", verb.index)
        elif position == 0 and has_preposition:
            token = Token(number, start, end, word, "on", "IN", "ADP", "prep", verb.index)
        elif last:
            head, dep = (first, "pobj") if has_preposition else (verb.index, "npadvmod")
            token = Token(number, start, end, word, word.lower(), "NNP", "PROPN", dep, head)
        else:
            token = Token(
                number, start, end, word, word.lower(), "NNP", "PROPN", "compound", first + comma - 1
            )
        made.append((token, number))
    return made
