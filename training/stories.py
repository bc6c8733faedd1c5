"""Articles with their editors' headlines, read and parsed once, as the headline trainers want them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.measure import rows
from summarise.figures import conflicts, find_figures, key_figures
from summarise.language.segment import segment
from summarise.language.syntax import parse
from summarise.model import Figure, ParsedSentence, Sentence, Warning
from summarise.phrasing.compress.features import token_columns
from summarise.phrasing.content import KEY_FIGURES, Story, content_stem, story
from summarise.phrasing.domains import domains
from summarise.phrasing.headline import worth_reading
from summarise.phrasing.tree import Tree, grow
from summarise.ranking import rank, standing
from summarise.reading import from_text

FOLDS = 5
PROCESSES = 2


@dataclass(frozen=True, slots=True)
class Told:
    """An article with its headline.

    Attributes:
        row: the record of the set.
        text: as it was read.
        fold: which part of a cross-validation it is in.
        sentences, parsed, figures, key, clashes, weights, kinds: as the pipeline makes them.
        order: sentence indices, best first.
    """

    row: Mapping[str, Any]
    text: str
    fold: int
    sentences: tuple[Sentence, ...]
    parsed: tuple[ParsedSentence, ...]
    figures: tuple[Figure, ...]
    key: tuple[Figure, ...]
    clashes: tuple[Warning, ...]
    weights: Mapping[int, float]
    kinds: Mapping[str, float]
    order: tuple[int, ...]

    def story(self) -> Story:
        """Its words, counted."""
        return story(self.sentences, self.order, self.weights, self.key)

    def trees(self) -> list[Tree]:
        """Its parsed sentences as trees."""
        proper = (p for p in self.parsed if not p.sentence.heading)
        return [tree for p in proper if (tree := grow(p, self.figures)) is not None]


def read_stories(path: Path, limit: int | None = None) -> list[Told]:
    """All articles of a set that have a sentence."""
    found = rows(path, limit)
    with Pool(PROCESSES) as pool:
        return [one for one in pool.imap(_read, enumerate(found), chunksize=50) if one is not None]


def _read(numbered: tuple[int, Mapping[str, Any]]) -> Told | None:
    number, row = numbered
    article = from_text(row["text"])
    sentences = segment(article)
    if not sentences:
        return None
    figures = find_figures(article.text, sentences)
    ranked = rank(sentences, title=article.title).ranked
    order = tuple(r.sentence.index for r in ranked)
    weights = {r.sentence.index: standing(r.rank) for r in ranked}
    clashes = conflicts(figures, article.text, sentences)
    key = key_figures(
        figures,
        [weights.get(s.index, 0.0) for s in sentences],
        KEY_FIGURES,
        title=article.title,
        clashes=clashes,
        sentences=sentences,
    )
    parsed = parse([worth_reading(sentences, order)])[0]
    return Told(
        row,
        article.text,
        number % FOLDS,
        sentences,
        parsed,
        figures,
        key,
        tuple(clashes),
        weights,
        domains(sentences),
        order,
    )


def labelled(stories: Iterable[Told]) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int8]]]:
    """For each story the feature columns of its tokens, and whether the headline takes each one's word up."""
    with Pool(PROCESSES) as pool:
        yield from pool.imap(_labelled, stories, chunksize=50)


def _labelled(told: Told) -> tuple[NDArray[np.int32], NDArray[np.int8]]:
    trees = told.trees()
    wanted = headline_stems(told.row["headline"])
    columns = [row for tree in trees for row in token_columns(tree)]
    labels = [bool(wanted & headline_stems(token.text)) for tree in trees for token in tree.tokens]
    return np.array(columns, dtype=np.int32), np.array(labels, dtype=np.int8)


def headline_stems(text: str) -> frozenset[str]:
    """The stems that ROUGE would see in a headline, small words left out."""
    parts = "".join(c if c.isalnum() else " " for c in text).split()
    return frozenset(own for part in parts if (own := content_stem(part)))


def by_tree(stories: Sequence[Told], values: NDArray[Any]) -> list[list[NDArray[Any]]]:
    """One value a token, cut into those of each story's trees."""
    found, start = [], 0
    for told in stories:
        own = []
        for tree in told.trees():
            own.append(values[start : start + len(tree.tokens)])
            start += len(tree.tokens)
        found.append(own)
    return found


def write_rows(path: Path, records: Iterable[Mapping[str, Any]]) -> None:
    """Records as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record) + "\n")
