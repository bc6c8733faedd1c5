"""Quotations that run over the edge of a sentence, and speakers whom it does not name."""

import re
from collections.abc import Sequence

from summarise.language.quotations import open_quotations
from summarise.model import Sentence
from summarise.ranking.discourse.openers import ends_foreign_quotation
from summarise.ranking.discourse.pronouns import PRONOUNS, SPEAKING, names_somebody
from summarise.ranking.discourse.references import as_written
from summarise.ranking.discourse.told import Found, Look

_OPENS = "\"“‘'"
# A single mark closes behind a stop; elsewhere it is an apostrophe.
_SINGLE_CLOSER = re.compile(r"[,.?!…]['’](?!\w)")
_SPEECH = re.compile(
    r"\b(?:sa(?:id|ys)|add(?:ed|s)|told|wrote|writes|explain(?:ed|s)|tweeted|continued"
    r"|insisted|warn(?:ed|s)|claim(?:ed|s)"
    r"|argue[ds]|recall(?:ed|s)|joked|admit(?:ted|s)|replied|commented|statement|asked|according to)\b|:[\"“”]?$"
)


def within_quotation(look: Look) -> Found | None:
    """The sentence begins inside a quotation that was opened before it."""
    return Found("…") if look.inside else None


def end_of_quotation(look: Look) -> Found | None:
    """The sentence closes a quotation that it did not open."""
    return Found("…") if not look.inside and ends_foreign_quotation(look.text) else None


def bare_quotation(look: Look) -> Found | None:
    """A sentence that is nothing but direct speech: who speaks stands next to it."""
    text = look.text
    if look.inside or text[:1] not in _OPENS or len(look.words) < 2:
        return None
    if text[0] in "'‘":
        if not text[1].isupper():
            return None
        closer = _SINGLE_CLOSER.search(text)
        end = closer.end() - 1 if closer else -1
    else:
        end = text.find("”" if text[0] == "“" else '"', 1)
    if 0 <= end < len(text) - 2:
        return None
    mark = text[:1] + "…"
    if end < 0 and not _SPEECH.search(look.neighbour(-1)) and _SPEECH.search(look.neighbour(1)):
        return Found(mark, (look.told.positions[look.number + 1],))
    return Found(mark)


_VERBS = "|".join(sorted(SPEAKING))
# It begins with a set of marks, so that the search skips to these.
_SPEAKER = re.compile(
    r"[,?!.…–—-](?:"
    r"(?<!\.) ?['\"”’]{0,2} ?(?P<said>(?:he|she|they|it|the pair|the duo)"
    rf" (?:has |have |had |also |later |then |further )*(?:{_VERBS})\b)"
    r"|(?<=[,?!.…])['\"”’]{1,2} (?P<quoted>(?:he|she|they)(?:'s|'d)? [a-z]+(?! (?:who|whom))"
    r"|(?:said|says|added) (?:he|she|they)\b))"
)
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|(?<!\w)‘[^’]*’(?!\w)')
_SINGLE_QUOTED = re.compile(r"(?<!\w)'[^']*(?:'\w[^']*)*'(?!\w)")


def unnamed_speaker(look: Look) -> Found | None:
    """ ", he said": somebody speaks whom only an earlier sentence names."""
    lowered = look.lowered
    if SPEAKING.isdisjoint(look.low) and '"' not in lowered and "”" not in lowered and "' " not in lowered:
        return None
    for found in _SPEAKER.finditer(lowered):
        group = "said" if found["said"] else "quoted"
        said = found[group].split()
        pronoun = next((word for word in said if word in PRONOUNS or word == "it"), "they")
        if not names_somebody(_outside(look.text[: found.start() + 3]), pronoun, look.told.cased):
            return Found(as_written(look, *found.span(group)))
    return None


def _outside(text: str) -> str:
    """What of the beginning of a sentence is no quotation; nothing if one is still open at its end."""
    outside = _SINGLE_QUOTED.sub(" ", _QUOTED.sub(" ", text))
    return "" if outside.count('"') % 2 or outside.count("“") > outside.count("”") else outside


def quoted_on(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Indices of the sentences that begin inside a quotation opened before them (see `open_quotations`)."""
    ordered = sorted(sentences, key=lambda sentence: sentence.index)
    # Between sentences there is only white space: the text they were cut from is known without it.
    pieces: list[str] = []
    length = 0
    for sentence in ordered:
        pieces += [" " * (sentence.start - length), sentence.text]
        length = max(length, sentence.start) + len(sentence.text)
    return open_quotations(ordered, "".join(pieces))
