"""What a number counts or measures, told from word shapes alone.

No parser: the phrase runs from the number to the first plural ("500 North Korean
soldiers") and ends at a function word or a sign.
"""

from summarise.figures.context.verbs import verbs
from summarise.figures.lexicon import lexicon, word_class, words
from summarise.figures.tokens import Line, Token

TokenSpan = tuple[int, int]
_LONGEST = 6
_DETERMINERS = word_class("nouns", "determiners")
_LEADING = frozenset({"more", "additional", "extra", "further", "such", "so-called", "of", "straight"})
_BE = word_class("nouns", "be")
_ADVERBS = word_class("nouns", "adverbs")
_ADJECTIVE_ENDINGS = (
    "al",
    "ic",
    "ous",
    "ive",
    "able",
    "ible",
    "ful",
    "less",
    "ary",
    "an",
    "ese",
    "ish",
    "ed",
    "ing",
    "er",
    "est",
    "ant",
    "ent",
)
_ADJECTIVES = word_class("nouns", "adjectives")
_NOT_AFTER_ONE = word_class("nouns", "not_after_one")
_DASHES = ("-", "‐", "‑")
_QUOTES = frozenset("\"“‘'")


def is_function_word(token: Token) -> bool:
    """Whether a word ends a noun phrase; "US" and "IT" in capitals do not."""
    return token.lower in words("figure_function_words") and not (
        token.text.isupper() and len(token.text) > 1
    )


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if word in words("irregular_plurals") or word in words("casualty_nouns"):
        return True
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ous", "'s", "’s")):
        return word in ("tds", "mps", "mps")
    return word not in words("not_plurals")


def counted(line: Line, at: int, *, singular: bool) -> TokenSpan | None:
    """Tokens of the noun phrase that the number before token `at` counts.

    `singular`: the number is one, so that the noun does not show itself by its ending.
    """
    at = past_cue(line, at)
    if singular and line[at].lower == "of":
        return None
    at = _skip_of(line, at)
    while line[at].lower in _LEADING and line[at].lower != "of":
        at += 1
    if singular:
        return _one(line, at)
    begin = first = at
    while at < begin + 2 * _LONGEST:
        token = line[at]
        if token.kind != "word":
            if token.text in _DASHES and line.glued(at) and line.glued(at + 1) and at > begin:
                at += 1
                continue
            if token.text in _QUOTES and line.glued(at + 1) and not line.glued(at):
                if at == begin:
                    begin = first = at + 1  # thirty "tokens"
                at += 1
                continue
            if (
                token.text == ","
                and at > begin
                and _adjective(line[at - 1].lower)
                and line[at + 1].kind == "word"
            ):
                at += 1
                continue
            return None
        if token.lower in ("and", "or") and at > begin and _alike(line, at):
            at += 1
            continue
        if at == first and token.lower == "or" and _is_number(line[at + 1]) and line[at + 2].kind == "word":
            at = begin = (
                at + 2
            )  # once, or a long list would be read again for each of its members: "three or four people"
            continue
        ranked = _rank_end(line, at)
        if ranked:
            at = ranked
            continue
        tied = line[at + 1].text in _DASHES and line.glued(at + 1)  # "by-elections"
        tied = tied or (at > begin and line[at - 1].text in _DASHES)  # "gas-only engines"
        if is_function_word(token) and not tied and not (at > begin and _inside_name(line, at)):
            return _passive(line, at) if at == begin else None
        joined = line[at + 1].text in _DASHES and line.glued(at + 1) and line.glued(at + 2)
        if not joined and is_plural(token.lower) and not _is_adjective_here(line, at):
            return begin, _with_second(line, at + 1)
        if at > begin and token.lower in verbs().past and token.lower not in verbs().participle:
            return None
        at += 1
    return None


def _rank_end(line: Line, at: int) -> int | None:
    """Index behind a rank inside a noun phrase: "12 top 20 hits", "three number one singles"."""
    if line[at].lower not in ("top", "number") or line[at].text.isupper() or not _is_number(line[at + 1]):
        return None
    return at + 2 if line[at + 2].kind == "word" else None


def _inside_name(line: Line, at: int) -> bool:
    """Whether a function word is a part of a name by its capital: "the Come Away films"."""
    return len(line[at].text) > 1 and line[at].text[0].isupper() and line[at - 1].text[0].isupper()


def _is_adjective_here(line: Line, at: int) -> bool:
    """Whether a word such as "wounded" stands before the noun and is no noun itself: "12 wounded soldiers"."""
    word, following = line[at].lower, line[at + 1]
    if word not in words("casualty_nouns") or word.endswith("s") or following.kind != "word":
        return False
    return not is_function_word(following) and is_plural(following.lower)


def _with_second(line: Line, end: int) -> int:
    """Index behind a second noun of people: "six men and women"."""
    people = words("people_nouns")
    if line[end].lower in ("and", "or") and line[end - 1].lower in people and line[end + 1].lower in people:
        return end + 2
    return end


def past_cue(line: Line, at: int) -> int:
    """Past "+", "-plus", "-odd", "or more", "or so" between a number and its noun or unit."""
    if line[at].text == "+" and line.glued(at) and line[at + 1].kind == "word":
        return at + 1
    if line[at].text in _DASHES and line.glued(at) and line[at + 1].lower in ("plus", "odd"):
        return at + 2
    if line[at].lower == "or" and line[at + 1].lower in ("more", "so", "fewer", "less"):
        return at + 2
    return at


def _is_number(token: Token) -> bool:
    return token.kind == "number" or token.lower in lexicon().cardinals


def _alike(line: Line, at: int) -> bool:
    """Two adjectives or two names joined: "digital and physical sales", "Kia and Hyundai vehicles"."""
    left, right = line[at - 1], line[at + 1]
    if right.kind != "word" or is_function_word(right):
        return False
    return (_adjective(left.lower) and _adjective(right.lower)) or (
        left.text[0].isupper() and right.text[0].isupper()
    )


def _skip_of(line: Line, at: int) -> int:
    """Past "of the", "of his", "of Johnson's"."""
    if line[at].lower != "of":
        return at
    at += 1
    while line[at].lower in _DETERMINERS or line[at].lower.endswith(("'s", "’s")) or _is_number(line[at]):
        at += 1
    return at


def member_of(line: Line, at: int) -> TokenSpan | None:
    """The whole that some are of: "eight of Lund's first-team squad"; one word after a possessive is enough."""
    if line[at].lower != "of":
        return None
    for owner in range(at + 1, at + 4):
        token = line[owner]
        if token.lower.endswith(("'s", "’s")):
            return measured(line, at) if owner == at + 1 else measured_from(line, owner + 1)
        if token.kind != "word" or not token.text[0].isupper():
            return None
    return None


def _passive(line: Line, at: int) -> TokenSpan | None:
    """ "23 were wounded": the participle names who is counted."""
    end = at + 4
    while at < end and (line[at].lower in _BE or line[at].lower in _ADVERBS):
        at += 1
    return (at, at + 1) if line[at].lower in words("casualty_nouns") else None


def _one(line: Line, at: int) -> TokenSpan | None:
    """The noun after "one", the head first met after any adjectives."""
    begin = at
    while at < begin + 4:
        token = line[at]
        if token.kind != "word" or len(token.lower) < 2:
            return None
        if token.lower in words("figure_function_words") or (at == begin and token.lower in _NOT_AFTER_ONE):
            return None
        if line[at + 1].text in _DASHES and line.glued(at + 1) and line.glued(at + 2):
            at += 2
            continue
        following = line[at + 1]
        if (
            _adjective(token.lower)
            and following.kind == "word"
            and following.lower not in words("figure_function_words")
        ):
            at += 1
            continue
        person = following.text.islower() and following.lower in words("person_nouns")
        return begin, at + 1 + person  # "one senior staff member"
    return None


def _adjective(word: str) -> bool:
    return word in _ADJECTIVES or (len(word) > 4 and word.endswith(_ADJECTIVE_ENDINGS))


def past_bracket(line: Line, at: int) -> int:
    """Past a conversion in brackets that begins at `at`, or past the bracket that closes there."""
    if line[at].text == "(":
        return next((close + 1 for close in range(at + 2, at + 9) if line[close].text == ")"), at)
    return at + (line[at].text == ")")


def measured(line: Line, at: int) -> TokenSpan | None:
    """The phrase after "of": "30 gigawatts of offshore wind capacity", "12 miles (20km) of new pipe"."""
    at = past_bracket(line, at)
    if line[at].lower != "of":
        return None
    at += 1
    while line[at].lower in _DETERMINERS or line[at].lower.endswith(("'s", "’s")):
        at += 1
    return measured_from(line, at)


def measured_from(line: Line, at: int) -> TokenSpan | None:
    """The noun phrase that begins at token `at`."""
    begin = at
    while at < begin + _LONGEST:
        token = line[at]
        joined = token.text in _DASHES and line.glued(at) and line.glued(at + 1) and at > begin
        if token.kind == "number" and at > begin:
            # "the combined 4,200 members": what that number counts
            return counted(line, at + 1 + line.glued(at + 1), singular=False) or (begin, at)
        if not joined and (token.kind != "word" or is_function_word(token)):
            break
        at += 1
        if is_plural(token.lower) and not (line[at].text in _DASHES and line.glued(at)):
            break
    while at > begin and line[at - 1].kind != "word":
        at -= 1
    return (begin, at) if at > begin else None
