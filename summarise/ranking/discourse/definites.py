"""Definite nouns, surnames and short forms that an earlier sentence introduced."""

import re

from summarise.language.words import STOP_WORDS
from summarise.ranking.discourse.openers import LEAD
from summarise.ranking.discourse.references import as_written
from summarise.ranking.discourse.told import Found, Look, supporters
from summarise.resources import word_list

_UNIQUE = word_list("en/unique_nouns.txt")
_LABELS = word_list("en/pointing_labels.txt")

_EDGES = ",;:.?!\"'“”‘’()"
# A noun phrase ends before these; before the first kind it has a complement of its own.
_COMPLEMENTS = frozenset(
    "of who whom whose that which where between behind for with from in on at to against by into about over"
    " under near involving including without among towards whether than as outside inside around aimed called".split()
)
_ENDS = word_list("en/noun_phrase_ends.txt")
_REDUCED = frozenset(
    "accused named arrested charged killed injured involved convicted called known wanted suspected"
    " believed used described located based published released linked needed required given taken"
    " responsible caused carried".split()
)
_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_RANKS = frozenset(
    "first only best worst most least last latest next main biggest largest oldest youngest top whole entire"
    " overall same other more very few many two three four five six then".split()
)
_RELATIVE = frozenset("the a an he she they we you it his her their its i".split())
_PEOPLES = frozenset(
    "briton scot welshman englishman irishman frenchman dutchman spaniard swiss german italian american"
    " australian russian kenyan ethiopian swede dane norwegian finn pole czech serb croat greek turk belgian"
    " austrian portuguese canadian mexican brazilian argentine chilean colombian japanese chinese korean"
    " indian pakistani kiwi jamaican nigerian".split()
)
# "This year", "this country" point at the reader's own time and place.
_NOW_AND_HERE = word_list("en/now_and_here.txt")


def definite_subject(look: Look) -> Found | None:
    """ "The man" at the opening, when a sentence before had "a man"."""
    tokens = look.text[:110].lstrip(LEAD).split()
    return _definite(look, tokens[1:7], tokens[0])


def part_of_definite(look: Look) -> Found | None:
    """ "One of the men", "most of the victims" at the opening."""
    if look.low[1:3] != ["of", "the"] and look.low[2:4] != ["of", "the"]:
        return None
    tokens = look.text[:130].split()
    at = 3 if look.low[1] == "of" else 4
    return _definite(look, tokens[at : at + 6], " ".join(tokens[:at]))


def _definite(look: Look, tokens: list[str], opening: str) -> Found | None:
    nouns: list[str] = []
    closed = False
    for number, token in enumerate(tokens):
        word = token.strip(_EDGES)
        low = word.lower().replace("’", "'")
        if not number and low in _PEOPLES and len(tokens) > 1 and token.isalpha() and _verb(tokens[1]):
            return Found(f"{opening} {word}")
        if (look.told.cased and word[:1].isupper()) or (low.isdigit() and len(low) == 4):
            return None
        if low in _COMPLEMENTS:
            if nouns:
                return None
            break
        if low in _RELATIVE and nouns and token[-1:].isalpha():
            # "The problem the council has": its own clause follows.
            return None
        if low in _ENDS or not low:
            closed = token not in ".?!"
            break
        if nouns and low.endswith("ed") and low not in ("wounded", "injured", "united"):
            after = tokens[number + 1].lower() if number + 1 < len(tokens) else ""
            if low in _REDUCED and after in _COMPLEMENTS:
                return None
            closed = True
            break
        if (
            nouns
            and low.endswith("ly")
            and low not in ("family", "assembly", "ally", "rally", "supply", "bully", "fly")
        ):
            closed = True
            break
        nouns.append(low)
        if low.endswith("'s") or low.endswith("s'"):
            nouns[-1] = low.rstrip("'").removesuffix("'s")
            closed = True
            break
        if token[-1:] in ',;:.?!"”)':
            # A sentence does not end with its subject.
            closed = token[-1] not in ".?!"
            break
    if not nouns or nouns[0] in _RANKS or (nouns[0].endswith("est") and len(nouns[0]) > 5):
        return None
    candidates = [nouns[-1]] if closed and len(nouns) < 3 else nouns
    for number, noun in enumerate(candidates):
        if noun in _UNIQUE or noun in STOP_WORDS:
            if closed and noun == nouns[-1]:
                return None
            continue
        last = number == len(candidates) - 1
        if not last and _known(candidates[number + 1], look):
            continue
        if last and number and not closed:
            return None
        places = _supported(noun, look)
        if places is not None:
            return Found(
                f"{opening} {' '.join(tokens[: nouns.index(noun) + 1])}".strip(_EDGES + " "), places or None
            )
    if nouns[0] in _ORDINALS or nouns[0].endswith("-year-old") or (nouns[0] == "former" and closed):
        return Found(f"{opening} {tokens[0].strip(_EDGES)}")
    return None


def _verb(token: str) -> bool:
    """Whether a word that may be a noun's verb surely is one."""
    return token in _ENDS or token.endswith("ed")


def _known(noun: str, look: Look) -> bool:
    return noun in _LABELS or look.told.mentioned(noun, look.number)


def _supported(noun: str, look: Look) -> tuple[int, ...] | None:
    """Positions that introduced a noun; () for the sentence before; None if it does not lean."""
    label = noun in _LABELS
    mentions = look.told.mentioning(noun, look.number, verbs=label)
    if label or any(_introduces(look.told.lowered_at(place), form) for place, form in mentions):
        return supporters(place for place, _ in mentions)
    return None


_COMPLEMENTED = re.compile(
    r" (?:of|who|whose|that|which|for|between|behind|from|in|against|involving|named|called)\b"
)


def _introduces(lowered: str, form: str) -> bool:
    """Whether the mention is more than a bare "the man", which leans or is unique itself."""
    low = form.lower()
    at = lowered.find(f"the {low}")
    return at < 0 or bool(_COMPLEMENTED.match(lowered, at + 4 + len(low)))


def definite_person(look: Look) -> Found | None:
    """ "Police said the man was held": nobody in the sentence is the man."""
    low = look.low
    if "the" not in low:
        return None
    for number, word in enumerate(low):
        if word not in DEFINITE_PEOPLE or number < 2 or low[number - 1] != "the":
            continue
        noun = word.removesuffix("'s")
        after = low[number + 1] if number + 1 < len(low) else ""
        if noun == word and _modified(look, number, after):
            return None
        # Somebody named or introduced earlier in the sentence may be meant.
        if any(first and end <= number and end - first > 1 for first, end in look.runs):
            return None
        if not _INTRODUCING.isdisjoint(low[: number - 1]):
            return None
        return Found(f"the {look.words[number]}", _supported(noun.rstrip("s"), look) or None)
    return None


_INTRODUCING = frozenset("a an two three four one another".split())


def _modified(look: Look, number: int, after: str) -> bool:
    """Whether words behind a noun belong to it: "the man who", "the suspect vehicle"."""
    if after in _COMPLEMENTS or after in _REDUCED or look.words[number][:1].isupper():
        return True
    joined = f"{look.low[number]} {after}" in look.lowered
    return joined and after != "" and after not in _ENDS and not after.endswith(("ed", "ly"))


def reported_definite(look: Look) -> Found | None:
    """ "Police said the boat sank": the clause is about something that only an earlier sentence brought in."""
    low = look.low
    if "the" not in low:
        return None
    for number, word in enumerate(low):
        if word not in SAYING:
            continue
        at = number + 1
        if at < len(low) and low[at] == "that":
            at += 1
        if at + 1 >= len(low) or low[at] != "the":
            continue
        start = look.lowered.find(f"{word} {' '.join(low[number + 1 : at + 1])} ")
        if start < 0:
            continue
        tokens = look.text[start : start + 110].split()[at - number + 1 :][:6]
        if (
            (found := _definite(look, tokens, "the"))
            and found.supporters
            and not _mentioned(found.text, low[:number])
        ):
            return found
    return None


def unnamed_source(look: Look) -> Found | None:
    """ "Nobody was hurt, the charity said": which one stands before."""
    for found in _SOURCE.finditer(look.lowered):
        *front, noun = found[1].split()
        if (
            noun in _UNIQUE
            or not _COMPLEMENTS.isdisjoint(front)
            or _mentioned(noun, [word.strip(_EDGES) for word in look.lowered[: found.start()].split()])
        ):
            continue
        places = _supported(noun, look)
        if places or noun in _SOURCES:
            return Found(as_written(look, *found.span()).strip(_EDGES + " "), places or None)
    return None


_SOURCES = frozenset(
    "statement spokesman spokeswoman spokesperson report letter source newspaper paper".split()
)
_SOURCE = re.compile(
    # A mark first, so that the search skips to these; a full stop alone is no break in a sentence.
    r"[,.?!](?:(?<=,)|(?=[\"'”’]))[\"'”’]{0,2} the ((?:[a-z-]+ ){0,2}[a-z-]+) (?:said|says|added|adds|told|wrote"
    r"|warned|claimed|explained|reported)\b"
)
SAYING = frozenset(
    "said says say added told believe believes believed think thinks thought claimed claims warned confirmed reported"
    " insisted argued argues announced revealed suggested suggests".split()
)


def _mentioned(phrase: str, words: list[str]) -> bool:
    """Whether the noun that ends a phrase stands among the words."""
    stem = phrase.split()[-1].lower().removesuffix("'s").rstrip("s")
    return _begun(stem, words)


def _begun(stem: str, words: list[str]) -> bool:
    """Whether one of the words begins with the stem."""
    return f" {stem}" in f" {' '.join(words)}"


_PEOPLE = (
    "man woman boy girl victim victims suspect suspects teenager teenagers pair couple gunman gunmen attacker attackers"
    " driver men women boys girls"
).split()
DEFINITE_PEOPLE = frozenset([*_PEOPLE, *(f"{noun}'s" for noun in _PEOPLE)])


def pointing_noun(look: Look) -> Found | None:
    """ "This decision", "these attacks", "such cases" anywhere behind the opening."""
    low = look.low
    for number in [number for number, word in enumerate(low) if word in POINTERS]:
        word = low[number]
        if not number or number + 1 == len(low):
            continue
        noun = low[number + 1]
        if word == "same" and (
            low[number - 1] != "the"
            or noun not in _SAME
            or " as " in look.lowered
            or low[number + 2 : number + 3] in _SAME_ELSEWHERE
        ):
            continue
        if noun in _NOW_AND_HERE or noun in STOP_WORDS or noun.isdigit():
            continue
        if (
            look.told.cased and look.words[number + 1][:1].isupper()
        ) or f"{low[number]} {noun}" not in look.lowered:
            continue
        if low[number] == "such" and not noun.endswith("s"):
            continue
        if word == "this" and noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s")):
            continue
        if word == "this" and noun not in _LABELS and not _known(noun, look):
            continue
        stem = noun.rstrip("s")
        if _begun(stem, low[:number]):
            continue
        places = _supported(noun, look)
        return Found(f"{look.words[number]} {look.words[number + 1]}", places or None)
    return None


POINTERS = frozenset(("this", "these", "such", "same"))
_SAME_ELSEWHERE = (["last"], ["in"], ["of"], ["a"], ["the"], ["next"], ["that"], ["where"], ["who"])
_SAME = frozenset(
    "day week month year period season report study survey area game match street town city school court"
    " hearing meeting event competition incident attack company team club week's night evening morning"
    " source interview speech".split()
)
