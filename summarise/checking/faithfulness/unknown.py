"""Names that the source does not have in any form."""

from collections.abc import Iterator, Sequence

from ...language.inflect import is_known_word
from ...model import Finding
from ...resources import word_list
from .headings import titled
from .keys import abbreviations, aliases, key
from .reading import Reading
from .registers import alike
from .source import Source
from .words import Word

TITLES = frozenset(
    (
        "ch insp mr mrs ms miss dr sir dame lord lady president prime minister chancellor king queen prince "
        "princess judge justice senator governor mayor captain general colonel professor pope saint st chief secretary "
        "inspector sergeant rev reverend father sister gov sen rep gen col capt prof pc sgt det supt cllr councillor "
        "mp sheikh crown first lady duke duchess baroness baron major lieutenant archbishop bishop cardinal coach "
        "manager director congressman congresswoman"
    ).split()
)
_PARTICLES = frozenset("van der den de la le du da dos di bin al el von ten ter of and the".split())
_FIRST_PERSON = frozenset(("i", "i'm", "i've", "i’m", "i’ve", "my", "our", "we"))
_OWN_VOICE = 3  # sentences without a quotation in which a writer says "I"
_SHORTENED = range(3, 6)  # letters of "Man" and "Hep"
_SHORTENED_BY = 3
_PART = 3  # letters of a part of a compound
_MISSPELT = 5  # letters from which two names may be one name misspelt


def check_unknown(reading: Reading, first: int, last: int) -> Finding | None:
    """A name that the source lacks.

    Args:
        reading: the sentence beside its source.
        first, last: the words of the name.
    """
    source = reading.source
    for at in range(first, last + 1):
        word = reading.words[at]
        if word.key in source.vocabulary.places or known(word, source) or only_capital(reading, at):
            continue
        if _of_a_country(reading, at) or _compound(word) or _quarter(reading, at):
            continue
        if first == last and _spells_out(reading, first):
            return None
        if _joined_initials(reading, at) or _byline(reading, first, last):
            return None
        near = _spelt_otherwise(source, word)
        if near is not None:
            message = f"the source spells this name {near[0]!r}, the summary {word.text!r}"
            return reading.finding("name", "not found", at, at, message, near[1])
        near = _nearest_name(reading, at)
        message = f"the name {word.text!r} is not in the source"
        if near is not None:
            message += f", which has {near[0]!r} here"
        return reading.finding("name", "not found", at, at, message, near[1] if near else None)
    return None


def _of_a_country(reading: Reading, at: int) -> bool:
    """Whether a word and the one beside it are a country's name in another form: "South Korean" for "South Korea"."""
    words, known_forms = reading.words, aliases()
    own = known_forms.get(words[at].text.removesuffix("'s").removesuffix("’s"))
    if own and any(
        " " in form and form in reading.source.text for form, same in known_forms.items() if same == own
    ):
        return True  # "Britain" for "the United Kingdom"
    for first, last in ((at - 1, at), (at, at + 1)):
        if first >= 0 and last < len(words):
            form = f"{words[first].text} {words[last].text}".removesuffix("'s").removesuffix("’s")
            common = known_forms.get(form)
            if common and any(
                other in reading.source.text for other, same in known_forms.items() if same == common
            ):
                return True
    return False


def _compound(word: Word) -> bool:
    """Whether a word is made of two that the dictionary has: "Carmaker" at the start of a line."""
    lower = word.lower
    return lower.isalpha() and any(
        is_known_word(lower[:at]) and is_known_word(lower[at:]) for at in range(_PART, len(lower) - _PART)
    )


def _quarter(reading: Reading, at: int) -> bool:
    """Whether a letter is of "Q3" or "H1"."""
    words = reading.words
    return words[at].text in ("Q", "H") and at + 1 < len(words) and words[at + 1].start == words[at].end


def known(word: Word, source: Source) -> bool:
    """Whether the source has the word in another form: inflected, in lower case, as a part, or abbreviated."""
    bare = word.lower.replace("’", "'").removesuffix("'s").rstrip(".")
    if (
        key(bare) in source.vocabulary.stems
        or bare in source.vocabulary.all_words
        or word.lower in source.vocabulary.all_words
    ):
        return True
    if word.key in TITLES or bare in TITLES:
        return True
    plain = bare.replace(".", "")
    if plain in source.vocabulary.initials or plain.removesuffix("s") in source.vocabulary.initials:
        return True
    if bare.endswith("s") and bare[:-1] in source.vocabulary.places:
        return True
    if _short_for(word, source):
        return True
    # The long form of an abbreviation in the source: "World" and "Health" of "WHO".
    return any(
        short.lower() in source.vocabulary.places and any(key(bare) in full for full in fulls)
        for short, fulls in abbreviations().items()
        if any(key(bare) in full for full in fulls)
    ) or _shortened(word, bare, source)


def _short_for(word: Word, source: Source) -> bool:
    """Whether a word is a known abbreviation or nickname of what the source has."""
    return any(
        all(
            part in source.vocabulary.places or part in source.vocabulary.stems or part in _PARTICLES
            for part in full
        )
        for form in (word.text.rstrip("'s’"), word.text)
        for full in abbreviations().get(form, ())
    )


def _shortened(word: Word, bare: str, source: Source) -> bool:
    """ "Man" for "Manchester", "Utd" for "United", "TOTP" for "Top of the Pops"."""
    if len(bare) not in _SHORTENED or not bare.isalpha():
        return False
    for name in _names(source):
        if len(name.lower) >= len(bare) + _SHORTENED_BY and name.lower.startswith(bare):
            return True
        if (
            not set(bare) & set("aeio")
            and bare[0] == name.lower[0]
            and _within(bare, name.lower.rstrip("'s’"))
        ):
            return True
    if not word.text.rstrip("s").isupper():
        return False
    return any(_initialled(told.words, word.text.rstrip("s").lower()) for told in source.told)


def _within(short: str, full: str) -> bool:
    """Whether the letters of one word stand in another in this order, up to its last one: "utd" in "united"."""
    letters = iter(full)
    return short[-1] == full[-1] and all(letter in letters for letter in short)


def _initialled(words: Sequence[Word], letters: str) -> bool:
    """Whether some words in a row begin with these letters, the first and the last of them with capitals."""
    for at in range(len(words) - len(letters) + 1):
        if words[at].lower[0] != letters[0] or not words[at].text[0].isupper():
            continue
        stretch = words[at : at + len(letters)]
        if stretch[-1].text[0].isupper() and "".join(word.lower[0] for word in stretch) == letters:
            return True
    return False


def _names(source: Source) -> Iterator[Word]:
    return (word for told in source.told for word in told.words if word.sort == "name")


def only_capital(reading: Reading, at: int) -> bool:
    """Whether a word of the dictionary has its capital from a heading, or is another word of the source: "Internet"."""
    word = reading.words[at]
    bare = word.lower.replace("’", "'").removesuffix("'s")
    if (
        word.key in reading.source.vocabulary.places
        or word.key.startswith("=")
        or word.text.isupper()
        or not _common(bare)
    ):
        return False
    if titled(reading.told.line):
        behind = reading.words[at + 1] if at + 1 < len(reading.words) else None
        surname = behind is not None and behind.sort == "name" and not _common(behind.lower)
        return not (surname and word.text in word_list("en/first_names.txt"))
    if word.text in word_list("en/known_names.txt") or word.text in word_list("en/first_names.txt"):
        return False
    return any(alike(key(bare), other.key) for other in reading.home(at).source.words if other.sort == "word")


def _common(lower: str) -> bool:
    """Whether a word is one of the dictionary or of newspapers' headings."""
    bare = lower.removesuffix("'s").rstrip("'")
    return any(
        form in word_list("en/audit/heading_words.txt") for form in (bare, bare.removesuffix("s"))
    ) or any(is_known_word(form) for form in (bare, *_stems(bare)))


def _stems(bare: str) -> Iterator[str]:
    """What a word made with an ending is made of: "slash" of "slasher"."""
    for ending in ("ers", "er", "ing", "ness", "like", "less"):
        if bare.endswith(ending) and len(bare) > len(ending) + _SHORTENED_BY:
            root = bare.removesuffix(ending)
            yield from (root, f"{root}e")


def _spells_out(reading: Reading, at: int) -> bool:
    """Whether an opening word has its capital only from its place and is the source's in another form."""
    word = reading.words[at]
    opening = at == 0 or reading.words[at - 1].sort == "sign"
    lower = word.lower
    if not opening:
        return False
    short = len(lower) > 2 and any(one.startswith(lower) for one in reading.source.vocabulary.small_words)
    return short or key(lower) in reading.source.vocabulary.stems


def _joined_initials(reading: Reading, at: int) -> bool:
    """ "J&J" for "Johnson & Johnson"."""
    words = reading.words
    if len(words[at].key) != 1:
        return False
    letters = "".join(
        word.lower for word in words[max(0, at - 2) : at + 3] if len(word.key) == 1 and word.sort == "name"
    )
    joined = any(word.text == "&" for word in words[max(0, at - 1) : at + 2])
    return joined and len(letters) > 1 and letters in reading.source.vocabulary.initials


def _byline(reading: Reading, first: int, last: int) -> bool:
    """Whether a full name stands over a text as its writer's: "Ann Poe: Why ..." above an article that says "I"."""
    words, source = reading.words, reading.source
    if last == first or any(words[at].key in source.vocabulary.places for at in range(first, last + 1)):
        return False
    behind = words[last + 1].text if last + 1 < len(words) else ""
    before = words[first - 1].lower if first else ""
    if not (first == 0 and behind == ":") and before not in ("writes", "argues", "asks"):
        return False
    own = sum(
        any(word.lower in _FIRST_PERSON for word in told.words)
        and not any(word.key in ('"', "'") or word.sort == "said" for word in told.words)
        for told in source.told
    )
    return own >= _OWN_VOICE


def _spelt_otherwise(source: Source, word: Word) -> tuple[str, tuple[int, int]] | None:
    """A name of the source that differs by one letter: "Jordan" for "Jordon"."""
    if len(word.key) < _MISSPELT:
        return None
    for name in _names(source):
        if name.key[0] == word.key[0] and one_letter_apart(name.key, word.key):
            return name.text, (name.start, name.end)
    return None


def one_letter_apart(one: str, other: str) -> bool:
    """Whether two words differ by one letter, put in, left out or exchanged.

    >>> one_letter_apart("balloon", "baloon"), one_letter_apart("jordan", "jordon"), one_letter_apart("paris", "pairs")
    (True, True, False)
    """
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or one == other:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[same + (len(one) == len(other)) :] == other[same + 1 :]


def _nearest_name(reading: Reading, at: int) -> tuple[str, tuple[int, int]] | None:
    """The name of the source in the place of word `at`."""
    home = reading.home(at)
    theirs = home.source.words
    found = [index for index in home.gap(at) if theirs[index].sort == "name"]
    if not found or home.support(at) < _SUPPORTED:
        return None
    last = found[0]
    while last + 1 in found and theirs[last + 1].start - theirs[last].end <= 1:
        last += 1
    return reading.quoted(home, found[0], last)


_SUPPORTED = 0.5  # of what is around a name, for the name in its place to be told
