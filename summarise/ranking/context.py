"""What a sentence is only in its place in the article."""

from collections.abc import Sequence

from summarise.language.quotations import open_quotations
from summarise.model import Sentence
from summarise.ranking.openers import leaning_opener, notice


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


def notices(sentences: Sequence[Sentence]) -> dict[int, str]:
    """For each sentence that is a notice or a caption its index and the words that show it.

    The sentence that opens the story is no caption, whatever it has in brackets or before a
    colon: only a notice counts there.
    """
    opening = min((sentence.index for sentence in sentences if not sentence.heading), default=None)
    found = ((s.index, notice(s.text, captions=s.index != opening)) for s in sentences)
    return {index: shown for index, shown in found if shown}


def predecessors(sentences: Sequence[Sentence]) -> dict[int, int | None]:
    """For each sentence the index of the one it leans on, None where it stands by itself.

    A sentence leans on the one before by its words (`leaning_opener`) or because it goes on with
    a quotation. The first of all has nothing before it to lean on: an article that opens with
    "It" does so on purpose.
    """
    inside = quoted_on(sentences)
    anchors: dict[int, int | None] = {}
    previous: int | None = None
    for sentence in sorted(sentences, key=lambda sentence: sentence.index):
        leans = sentence.index in inside or leaning_opener(sentence.text)
        anchors[sentence.index] = previous if leans else None
        previous = sentence.index
    return anchors
