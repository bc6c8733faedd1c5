"""The articles that edits are made from, parsed, and what is known of them.

Parsing is spaCy's with its named entities, which the project itself does without: a benchmark may be slow.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random

from lemminflect import getInflection
from spacy.language import Language
from spacy.tokens import Doc, Token

from summarise.language.segment import segment
from summarise.language.syntax import PIPELINES
from summarise.reading import read_one
from summarise.reading.layout import from_text

from ..measure import rows
from .register import register, words

SETS = ("summary_cnndm_dev", "headline_bbc_dev", "summary_xsum_dev", "headline_numhg_dev")

_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_NAME = re.compile(r"[A-Z][\w'’-]*\.?(?: (?:[A-Z][\w'’-]*\.?|of|the|and|for))*$")
_LONGEST = 6000


@dataclass(frozen=True, slots=True)
class Change:
    """Pieces of a text, each with what is to stand there instead; in order, none overlapping."""

    pieces: tuple[tuple[int, int, str], ...]

    def applied(self, text: str) -> tuple[str, int, int]:
        """The changed text, and where in it the change begins and ends."""
        made, position, start, end = "", 0, -1, 0
        for left, right, new in sorted(self.pieces):
            made += text[position:left]
            start = len(made) if start < 0 else start
            made += new
            position, end = right, len(made)
        return made + text[position:], start, end


@dataclass(slots=True)
class Material:
    """An article: its text and sentences, and its names by what they name."""

    id: str
    text: str
    written: tuple[str, ...]
    lower: str
    docs: list[Doc] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    names: dict[str, list[str]] = field(default_factory=dict)
    lemmas: list[frozenset[str]] = field(default_factory=list)

    @property
    def part(self) -> str:
        """Whether one may tune on it ("tune") or not ("held"): for good, by its id."""
        return "tune" if int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % 2 else "held"

    def has(self, phrase: str) -> bool:
        """Whether the phrase stands anywhere in the article, in whatever case."""
        return bool(re.search(rf"(?<!\w){re.escape(phrase.strip().lower())}(?!\w)", self.lower))

    def tokens(self) -> Iterator[Token]:
        """All words of the article."""
        return (token for doc in self.docs for token in doc)


@dataclass(frozen=True, slots=True)
class Host:
    """A text that is going to be edited: a sentence of an article, that sentence rewritten, or a written one."""

    kind: str
    id: str
    text: str
    doc: Doc
    article: Material
    own: int
    """The number of the sentence in its article, -1 if it is none."""

    def quoted(self, start: int, end: int) -> bool:
        """Whether any of it is inside a quotation."""
        return any(m.start() < end and start < m.end() for m in _QUOTED.finditer(self.text))

    def has(self, phrase: str) -> bool:
        """Whether the phrase stands in the host, in whatever case."""
        return bool(re.search(rf"(?<!\w){re.escape(phrase.lower())}(?!\w)", self.text.lower()))

    @property
    def free(self) -> list[Token]:
        """The words that are in no quotation."""
        return [t for t in self.doc if not self.quoted(t.idx, t.idx + len(t))]

    def elsewhere(self) -> Iterator[Doc]:
        """The other sentences of the article."""
        return (doc for n, doc in enumerate(self.article.docs) if n != self.own)


Maker = Callable[[Host, Random], Iterator[Change]]
"""Makes edits of one kind."""


@cache
def pipeline() -> Language:
    """The English pipeline with its named entities."""
    name = next(name for name in PIPELINES if find_spec(name))
    loaded: Language = import_module(name).load()
    return loaded


def parsed(texts: Sequence[str]) -> list[Doc]:
    """Each text as one tree; the same characters, with plain quotation marks."""
    nlp = pipeline()
    docs = []
    for text in texts:
        doc = nlp.make_doc(text.translate(_PLAIN))
        for token in doc[1:]:
            token.is_sent_start = False
        docs.append(doc)
    return list(nlp.pipe(docs))


def articles(folder: Path, limit: int | None = None) -> Iterator[Material]:
    """The articles of the corpus and of the sets, unparsed, in an order that mixes them but is always the same.

    Args:
        folder: where the sets are; one that is not there is passed over.
        limit: articles in all; None for all there are.
    """
    found = []
    corpus = Path(__file__).parent.parent.parent / "corpus"
    for path in sorted(corpus.glob("*.txt")):
        found.append(_material(path.stem, read_one(path).text, ()))
    for name in SETS:
        path = folder / f"{name}.jsonl"
        for row in rows(path, None) if path.exists() else []:
            wrote = row.get("headline") or (row["reference"] if name == "summary_cnndm_dev" else "")
            found.append(_material(f"{name}/{row['id']}", row["text"], tuple(_lines(wrote))))
    found.sort(key=lambda m: hashlib.sha256(b"order" + m.id.encode()).digest())
    yield from found[:limit]


def _material(name: str, text: str, written: tuple[str, ...]) -> Material:
    return Material(name, text, written, text.translate(_PLAIN).lower())


def _lines(wrote: str) -> Iterator[str]:
    for line in wrote.splitlines():
        line = re.sub(r"\s+([.,;:?!])", r"\1", line.strip())
        if line:
            yield line


def read(material: Material) -> Material | None:
    """The article with its sentences parsed and its names listed; None if there is too much or nothing to read."""
    if len(material.text) > _LONGEST:
        return None
    if len(re.findall(r"\b(?:the|of|and|to)\b", material.lower)) * 20 < len(material.text.split()):
        # Not in English.
        return None
    sentences = [s for s in segment(from_text(material.text)) if not s.heading and len(s.text) < 600]
    if not sentences:
        return None
    material.docs = parsed([s.text for s in sentences])
    material.starts = [s.start for s in sentences]
    material.lemmas = [content(doc) for doc in material.docs]
    material.names = _names(material)
    return material


def base(verb: Token) -> str:
    """The verb's infinitive; empty where the lemma that the parser gives cannot be right: hop for hopes."""
    lemma = verb.lemma_.lower()
    for form in (lemma, lemma + "e"):
        if verb.lower_ in getInflection(form, tag=verb.tag_):
            return form
    return ""


def inflected(verb: Token, tag: str) -> str:
    """The verb in another form; empty if it cannot be told."""
    form = base(verb)
    forms = getInflection(form, tag=tag) if form else ()
    return str(forms[0]) if forms else ""


def content(doc: Sequence[Token] | Doc) -> frozenset[str]:
    """The lemmas of the words that say something."""
    return frozenset(
        t.lemma_.lower() for t in doc if t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") and not t.is_stop
    )


def _names(material: Material) -> dict[str, list[str]]:
    votes: dict[str, Counter[str]] = {}
    for doc in material.docs:
        for entity in doc.ents:
            text = re.sub(r"^(?:(?:the|The|Mr|Mrs|Ms|Dr|Sir)\.? )+|'s?$", "", entity.text).strip()
            if _NAME.match(text) and len(text) > 2:
                votes.setdefault(text, Counter())[entity.label_] += 1
    countries: dict[str, str] = register()["countries"]
    days = {*words("weekdays"), *words("months"), *words("months_short")}
    lower = {t.text for d in material.docs for t in d if t.text.islower()} | set(words("no_person.words"))
    found: dict[str, list[str]] = {"person": [], "place": [], "organisation": []}
    big = words("big_places.words", by=",")
    group = {"PERSON": "person", "GPE": "place", "ORG": "organisation"}
    for text, labels in votes.items():
        label, count = labels.most_common(1)[0]
        parts = text.split()
        if (
            label not in group
            or count < sum(labels.values())
            or days & set(parts)
            or text in countries
            or text in big
        ):
            continue
        if label == "PERSON" and not (
            2 <= len(parts) <= 3 and all(p[0].isupper() and len(p) > 1 for p in parts)
        ):
            continue
        # Who is a person is spoken of again; and a name that stands once may have been misread.
        if label == "PERSON" and count < 2 and votes.get(parts[-1], Counter())["PERSON"] == 0:
            continue
        if label == "PERSON" and any(p.lower() in lower or p.endswith("ing") for p in parts):
            continue
        if label == "ORG" and count < 2:
            continue
        found[group[label]].append(text)
    persons = {part for name in found["person"] for part in name.split()}
    for kind in ("place", "organisation"):
        found[kind] = [name for name in found[kind] if not persons & set(name.split())]
    return found
