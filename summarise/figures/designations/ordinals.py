"""Places in a row: "third", "22nd", "twenty-first", "hundred and twelfth"."""

from collections.abc import Iterator
from decimal import Decimal

from summarise.figures.designations.designation import Designation, known, ordinal_words
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.nouns.phrases import TokenSpan, counted, is_function_word
from summarise.figures.numbers.multipliers import HYPHENS
from summarise.figures.numbers.numerals import decimal_of
from summarise.figures.tokens import Line, Token

ENDINGS = frozenset({"st", "nd", "rd", "th"})
_LONGEST = 10  # tokens of an ordinal in words
_NOUNS = 3  # nouns behind the first one


def ordinals(line: Line, at: int) -> Iterator[Designation]:
    """The ordinal that begins at token `at`, if one does."""
    read = ordinal_at(line, at)
    if read is not None and not _is_time(line, at):
        value, end = read
        noun = _noun(line, end) if _before_noun(line, at) else None
        yield Designation(at, end, value, None, "ordinal", noun)


def ordinal_at(line: Line, at: int) -> tuple[Decimal, int] | None:
    """Value of the ordinal at token `at` and the index behind it."""
    if line[at].kind == "number":
        value = decimal_of(line[at].text)
        if value is None or line[at + 1].lower not in ENDINGS or not line.glued(at + 1):
            return None
        return value, at + 2
    return _in_words(line, at)


def _in_words(line: Line, start: int) -> tuple[Decimal, int] | None:
    """Cardinals and multipliers as in "two hundred and", then the ordinal that ends it."""
    known_words, places = lexicon(), ordinal_words()
    total, current, at = 0, 0, start
    while at < start + _LONGEST:
        tied = line[at].text in HYPHENS and line.glued(at) and line.glued(at + 1)
        linked = line[at].lower == "and"
        at += at > start and (tied or linked)
        word = line[at].lower
        place = places.get(word)
        if place is not None:
            if at > start and not (place < 20 or place >= 100):
                return (Decimal(total + current + place), at + 1) if current % 100 == 0 else None
            if place >= 100:
                return Decimal(total + max(current, 1) * place), at + 1
            fits = current % 100 == 0 or (place < 10 and current % 10 == 0)
            return (Decimal(total + current + place), at + 1) if fits else None
        if word in known_words.cardinals:
            current += known_words.cardinals[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in ("thousand", "million"):
            total, current = total + max(current, 1) * int(known_words.scales[word]), 0
        else:
            return None
        at += 1
    return None


def _is_time(line: Line, at: int) -> bool:
    """Whether "second" is the sixtieth part of a minute, or a verb."""
    if line[at].lower != "second":
        return False
    before, after = line[at - 1], line[at + 1]
    followed = after.kind == "word" and (
        not is_function_word(after) or after.lower in known("after_a_second")
    )
    if before.lower in known("before_idle_second") or before.kind == "number":
        return True
    return before.lower in known("articles") and not followed and after.text not in HYPHENS


def _before_noun(line: Line, at: int) -> bool:
    """Whether what stands before an ordinal lets a noun follow: "his third", not "came third" and not "First"."""
    before = line[at - 1]
    if line[at].kind == "number" or before.lower.endswith(("'s", "’s")) or before.text in ("'", "’", "-"):
        return True
    if before.kind != "word":
        return line[at].lower not in ("first", "second")
    return before.lower in known("before_ordinal") or before.lower in word_class("nouns", "determiners")


def _noun(line: Line, end: int) -> TokenSpan | None:
    """What the ordinal stands before: "third woman", "20th-century art" none."""
    following = line[end]
    if following.kind != "word" or line.glued(end) or is_function_word(following):
        return None
    if following.lower in lexicon().cardinals or following.lower in lexicon().scales:
        return None
    if following.lower in known("ordinal_nouns"):
        return end, end + 1
    found = counted(line, end, singular=True)
    if found is None or not _may_be_noun(line, found[1] - 1):
        return None
    if any(
        line[at].text[0].islower() and line[at + 1].text[0].isupper() for at in range(found[0], found[1] - 1)
    ):
        return None  # "his first government Mr Berg": what ends in "-ment" was taken for an adjective
    last = found[1]
    while last < found[1] + _NOUNS and _may_be_noun(line, last) and _leans(line[last - 1], line[last]):
        last += 1
    return found[0], last


def _leans(token: Token, following: Token) -> bool:
    """Whether the next word is of the same noun: "Anna Berg film" of "her ninth Anna Berg film"."""
    if token.text[0].isupper():
        nouns = words("person_nouns") | known("after_names")
        return following.text[0].isupper() or following.lower in nouns
    return token.lower.endswith(("'s", "’s")) or token.lower in known("leaning")


def _may_be_noun(line: Line, at: int) -> bool:
    token = line[at]
    if token.kind != "word" or line.glued(at) or is_function_word(token) or token.lower in ordinal_words():
        return False
    return not token.lower.endswith(("ed", "ly", "ing")) and token.lower not in known("not_labelled")
