"""Stories with references, made ready for fitting: features, leans, and overlap with the reference."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from nltk.stem.porter import PorterStemmer

from summarise.language.segment import segment
from summarise.language.words import words
from summarise.model import Sentence
from summarise.ranking.discourse import is_question, leans
from summarise.ranking.features import Measures, measure
from summarise.ranking.notices import notices
from summarise.ranking.rank import own_positions
from summarise.ranking.story import Story, story_of
from summarise.ranking.terms import FUNCTION_WORDS, content_stems
from summarise.reading import from_text

Array = np.ndarray
# A story that lost its lead needs so many sentences to be one.
_FEWEST_AFTER_CUT = 5
_SHORTEST_LEAD = 10


@dataclass(frozen=True, slots=True)
class Record:
    """A text with what a good summary of it says. `weight` is what it counts in the fitting."""

    text: str
    reference: str
    weight: float = 1.0


@dataclass(slots=True)
class Example:
    """A story taken apart.

    Attributes:
        record: where it comes from.
        story, measures: as the ranker sees it.
        values: features and function words, a row for each of the story's own sentences.
        terms: for each own sentence the numbers of its terms.
        referred: for each term whether the reference has it.
        unigrams, bigrams: for each own sentence how often it has each of the reference's.
        wanted, wanted_pairs: how often the reference has each.
        tokens, sizes: tokens as ROUGE counts them, and words, of each own sentence.
        needs: for each own sentence its leans, each as the own sentences that satisfy it.
        asks: for each own sentence whether it is a question.
        chances: word importance of each term, once fitted.
    """

    record: Record
    story: Story
    measures: Measures
    values: Array
    terms: list[Array]
    referred: Array
    unigrams: Array
    bigrams: Array
    wanted: Array
    wanted_pairs: Array
    tokens: Array
    sizes: Array
    needs: list[list[tuple[int, ...]]]
    asks: Array
    chances: Array | None = None


def records(path: Path, weight: float = 1.0) -> Iterator[Record]:
    """Records of a JSONL file with `text` and `reference` (or `headline`)."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Record(row["text"], row.get("reference") or row["headline"], weight)


def without_leads(given: Iterable[Record]) -> Iterator[Record]:
    """The same stories without their first sentence, which becomes the reference.

    Stories whose first sentence is a notice, a heading or very short are left out.
    """
    for record in given:
        flat = from_text(" ".join(record.text.split()))
        sentences = segment(flat)
        own = own_positions(sentences, notices(sentences))
        if len(own) <= _FEWEST_AFTER_CUT or own[0] > 0 or len(words(sentences[0].text)) < _SHORTEST_LEAD:
            continue
        yield Record(flat.text[sentences[0].end :].strip(), sentences[0].text, record.weight)


def example(record: Record, *, opening_may_lean: bool) -> Example:
    """Take a record apart."""
    article = from_text(record.text)
    sentences = segment(article)
    story = story_of(sentences, article.title)
    beside = notices(sentences)
    own = own_positions(sentences, beside)
    measures = measure(story, own)
    place = {position: number for number, position in enumerate(own)}
    found = leans(story, beside, opening_may_lean=opening_may_lean)
    needs = [
        [tuple(place[p] for p in lean.supporters if p in place) for lean in found[position]]
        for position in own
    ]
    number = {term: at for at, term in enumerate(measures.counts.times)}
    reference = set(content_stems(words(record.reference)))
    parts = [sentences[position] for position in own]
    overlaps = _overlap(parts, record.reference)
    return Example(
        record=record,
        story=story,
        measures=measures,
        values=_values(measures),
        terms=[np.array([number[term] for term in s.terms], int) for s in measures.sentences],
        referred=np.array([term in reference for term in number], bool),
        unigrams=overlaps[0],
        bigrams=overlaps[1],
        wanted=overlaps[2],
        wanted_pairs=overlaps[3],
        tokens=overlaps[4],
        sizes=np.array([len(story.words[position]) for position in own]),
        needs=needs,
        asks=np.array([is_question(part.text) for part in parts], bool),
    )


def _values(measures: Measures) -> Array:
    rows = []
    for sentence in measures.sentences:
        functions = [float(sentence.functions.get(number, 0)) for number in range(len(FUNCTION_WORDS))]
        rows.append([*sentence.values, *functions])
    return np.array(rows, np.float32)


def tokens_of(text: str) -> list[str]:
    """The tokens that rouge-score compares, with its stemming."""
    return [_rouge_stem(word) if len(word) > 3 else word for word in re.findall(r"[a-z0-9]+", text.lower())]


def _overlap(parts: Sequence[Sentence], reference: str) -> tuple[Array, Array, Array, Array, Array]:
    wanted = tokens_of(reference)
    unigrams, bigrams = Counter(wanted), Counter(pairwise(wanted))
    at = {token: number for number, token in enumerate(unigrams)}
    pairs_at = {pair: number for number, pair in enumerate(bigrams)}
    ones = np.zeros((len(parts), len(at)), np.int16)
    twos = np.zeros((len(parts), len(pairs_at)), np.int16)
    sizes = np.zeros(len(parts), int)
    for row, part in enumerate(parts):
        tokens = tokens_of(part.text)
        sizes[row] = len(tokens)
        for token in tokens:
            if token in at:
                ones[row, at[token]] += 1
        for pair in pairwise(tokens):
            if pair in pairs_at:
                twos[row, pairs_at[pair]] += 1
    counts = np.array(list(unigrams.values()), int), np.array(list(bigrams.values()), int)
    return ones, twos, *counts, sizes


@cache
def _stemmer() -> PorterStemmer:
    return PorterStemmer()


@lru_cache(maxsize=1 << 18)
def _rouge_stem(word: str) -> str:
    return str(_stemmer().stem(word))
