"""How easy a text is to read: textstat's formulas on our words, sentences and syllables.

The formulas are Flesch reading ease (Flesch, Journal of Applied Psychology 32, 1948),
Flesch-Kincaid grade (Kincaid et al., Navy Research Branch Report 8-75, 1975), Gunning
fog (Gunning, The Technique of Clear Writing, 1952); reading time is at 238 words a
minute, the mean of silent reading (Brysbaert, Journal of Memory and Language 109, 2019).

textstat splits sentences at every full stop ("$4.5 million in the U.S." is four to it),
leaves out those of one or two words, joins "air-defence" to one unknown word and asks
for a download of the CMU dictionary. So it gets a text prepared to count as we do, and
our syllables.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from threading import Lock
from types import SimpleNamespace
from typing import Any

from summarise.language.syllables import count_key, syllable_key
from summarise.language.words import words
from summarise.model import Readability, Sentence

_LANGUAGE = "en_US"
_WORDS_PER_MINUTE = 238
_SHORTEST = 3  # words; textstat does not count a shorter sentence

_lock = Lock()


def readability(sentences: Sequence[str] | Sequence[Sentence]) -> Readability:
    """Counts and formulas over running text, given as its sentences.

    Words are those of `language.words`, syllables those of `language.syllables`. Reading ease runs
    from about 0 (hard) to 100 (easy) but has no bounds; the grade and fog are years of school.
    Where sentences have under three words on average ("Yes. No."), the formulas take them as
    having three; the counts stay true. Without any word everything is 0. Nothing is downloaded.
    """
    texts = [sentence if isinstance(sentence, str) else sentence.shown for sentence in sentences]
    keys = [_spoken(word) for text in texts for word in words(text)]
    if not keys:
        return Readability(0, 0, 0, 0.0, 0.0, 0.0, 0.0)
    from textstat.backend import metrics

    count = sum(1 for text in texts if words(text))
    text = prepared(keys, count)
    with _lock:
        _give_syllables_to_textstat()
    return Readability(
        words=len(keys),
        sentences=count,
        syllables=sum(count_key(key) for key in keys),
        flesch_reading_ease=float(metrics.flesch_reading_ease(text, _LANGUAGE)),
        flesch_kincaid_grade=float(metrics.flesch_kincaid_grade(text, _LANGUAGE)),
        gunning_fog=float(metrics.gunning_fog(text, _LANGUAGE)),
        seconds_to_read=60 * len(keys) / _WORDS_PER_MINUTE,
    )


def prepared(keys: Sequence[str], sentences: int) -> str:
    """A text in which textstat counts each key as a word and finds that many sentences.

    The formulas only look at totals, so the words are dealt out evenly: then no sentence is
    shorter than textstat counts, unless there are fewer than three words for each.
    """
    sentences = max(1, min(sentences, len(keys) // _SHORTEST))
    return " ".join(_sentences(keys, sentences))


def _sentences(keys: Sequence[str], count: int) -> Iterator[str]:
    size, rest = divmod(len(keys), count)
    start = 0
    for number in range(count):
        end = start + size + (number < rest)
        yield " ".join(keys[start:end]) + "."
        start = end


def _spoken(word: str) -> str:
    # A word in letters that the key does not keep still is a word to be read.
    return syllable_key(word) or "x"


class _Syllables(dict[str, list[list[str]]]):
    """What textstat takes for the CMU dictionary: for any word, a pronunciation with our syllables."""

    def __missing__(self, word: str) -> list[list[str]]:
        return [["1"] * count_key(word)]


def _give_syllables_to_textstat() -> None:
    """Fill textstat's cache of the dictionary, once, before it looks for NLTK's.

    Its loader looks into NLTK's folders and downloads what it does not find; NLTK in turn refuses
    folders that others may write to. For this one call the loader sees a stand-in instead of
    NLTK. NLTK itself is not touched, and for words in the dictionary nobody else who uses textstat
    in this process gets other counts than with the original.
    """
    loader: Any = import_module("textstat.backend.utils._get_cmudict")
    if loader.get_cmudict.cache_info().currsize and isinstance(loader.get_cmudict(_LANGUAGE), _Syllables):
        return
    original = loader.nltk
    loader.get_cmudict.cache_clear()
    loader.nltk = SimpleNamespace(
        data=SimpleNamespace(find=lambda name: name),
        corpus=SimpleNamespace(cmudict=SimpleNamespace(dict=_Syllables)),
    )
    try:
        loader.get_cmudict(_LANGUAGE)
    finally:
        loader.nltk = original
