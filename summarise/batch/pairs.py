"""Pairs of a summary and its source: out of JSON Lines, folders or two files."""

import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from summarise.batch.inputs import Inputs, find_inputs
from summarise.errors import ReadError, SummariseError
from summarise.model import Article
from summarise.reading import MAX_ARTICLE_BYTES, read_one
from summarise.reading.encoding import decode, wide_encoding
from summarise.reading.records import load_json
from summarise.reading.sources import STDIN, STDIN_PLACE
from summarise.writing import Pair

_EMPTY = "it is empty"  # as the reading says it
_SEPARATORS = "\ufeff \t\r\n"
_MEGABYTES = f"{MAX_ARTICLE_BYTES // 1_000_000} MB"


@dataclass(frozen=True, slots=True)
class Matched:
    """The pairs of a folder or two, and the files in these that no reader is for."""

    pairs: tuple[Pair, ...]
    ignored: tuple[str, ...] = ()


def pair_of(summary: Article, source: Article, id: str | None = None) -> Pair:
    """Two articles as a pair.

    A title that was told apart from the text, as in HTML, belongs to it: the summary's, which may be the
    headline, goes before its text, the source's behind it, so that offsets into the article stay true.
    """
    claim, text, title = summary.text, source.text, source.title
    if summary.title and summary.title not in claim:
        claim = f"{summary.title}\n\n{claim}"
    pair = Pair(claim, text, id=id or summary.id, name=summary.source, source_name=source.source)
    if not title or title in text:
        return pair
    return replace(pair, source=f"{text}\n\n{title}", title_at=len(text) + 2)


def read_pairs(file: str | Path, *, summary: str = "summary", source: str = "source") -> Iterator[Pair]:
    """The pairs of a file of JSON Lines, one object a line; blank lines are skipped.

    Each text is a string, or a list of strings: the lines of a summary, the paragraphs of a source. An "id"
    names the pair; without one it is called after the file and the line. A line that holds no pair comes
    out as a pair with a `problem`, and the rest follows.

    Args:
        file: its path, or "-" for standard input.
        summary, source: keys of the two texts.

    Raises:
        ReadError: it cannot be read, or there is no line in it at all.
    """
    place = STDIN_PLACE if str(file) == STDIN else str(file)
    empty = True
    for number, line in _lines(file, place):
        where = f"{place}:{number}"
        blank = Pair("", "", id=f"{Path(place).stem}-{number}", name=where, source_name=source)
        if isinstance(line, ReadError):
            empty = False
            yield replace(blank, problem=line)
            continue
        line = line.strip(_SEPARATORS)
        if not line:
            continue
        empty = False
        pair = blank
        try:
            record = load_json(line, where, one_line=True)
            if not isinstance(record, dict):
                hint = f'write it as {{"{summary}": "...", "{source}": "..."}}'
                raise ReadError("a record is an object with two texts", place=where, hint=hint)
            own = _id(record)
            pair = replace(blank, id=own or blank.id, own_id=own is not None)
            texts = _text(record, summary, where, "\n"), _text(record, source, where, "\n\n")
            yield replace(pair, summary=texts[0], source=texts[1])
        except ReadError as error:
            yield replace(pair, problem=error)
    if empty:
        hint = f'one JSON object a line, each with "{summary}" and "{source}"'
        raise ReadError(_EMPTY, place=place, hint=hint)


def match_folders(summaries: str | Path, sources: str | Path, *, out: Path | None = None) -> Matched:
    """The files of two folders matched by name without suffix, in the order of the names; nothing is read yet.

    The name is that within the folder: "may/storm.html" is the source of "may/storm.txt". What has no
    partner comes out as a pair with a `problem`, and so does what has two.

    Args:
        summaries: the folder of the summaries, of which a source may have several ("storm.txt", "storm.md").
        sources: the folder of the articles.
        out: a file that is no input even if it lies in one of the folders.

    Raises:
        ReadError: a folder is not there, or there is nothing to read in it.
    """
    left_out = [] if out is None else [out]
    (claims, ignored), (articles, others) = _files(summaries, left_out), _files(sources, left_out)
    pairs = []
    for name in sorted({*claims, *articles}):
        its = articles.get(name, [])
        if name not in claims:
            error = ReadError(f"no summary named {name} in {summaries}", place=str(its[0]))
            pairs.append(Pair("", "", id=name, source_name=str(its[0]), problem=error))
        for claim in map(str, claims.get(name, [])):
            pair = Pair("", "", id=name, name=claim)
            if not its:
                error = ReadError(f"no article named {name} in {sources}", place=claim)
                pairs.append(replace(pair, problem=error))
            elif len(its) > 1:
                found = " and ".join(path.name for path in its)
                error = ReadError(f"{len(its)} articles named {name}: {found}", place=claim, hint="keep one")
                pairs.append(replace(pair, problem=error))
            else:
                pairs.append(replace(pair, source_name=str(its[0])))
    return Matched(tuple(pairs), (*ignored, *others))


def match_article(summaries: str | Path, article: str | Path, *, out: Path | None = None) -> Matched:
    """Every summary of a folder with one and the same article, in the order of the names; nothing is read yet.

    Args:
        summaries: the folder of the summaries.
        article: the article's file, which is no summary even if it lies in the folder.
        out: a file that is no summary either.

    Raises:
        ReadError: the folder is not there, or there is nothing to read in it.
    """
    claims, ignored = _files(summaries, [Path(article), *([] if out is None else [out])])
    pairs = [
        Pair("", "", id=name, name=str(claim), source_name=str(article))
        for name in sorted(claims)
        for claim in claims[name]
    ]
    if not pairs:
        raise ReadError("there is no summary in it", place=str(summaries), hint="add one as a text file")
    return Matched(tuple(pairs), tuple(ignored))


def read_summary(source: str | Path) -> Article:
    """A file or "-" that holds one summary.

    Raises:
        ReadError: as `read_one`.
    """
    return _read(source, "summary")


def read_source(source: str | Path) -> Article:
    """A file or "-" that holds the article of a summary.

    Raises:
        ReadError: as `read_one`.
    """
    return _read(source, "article")


def load_pair(pair: Pair, source: Article | None = None) -> Pair:
    """A matched pair with its files read, or its `source` given; with a `problem` if one cannot be read."""
    if pair.problem or pair.name is None or pair.source_name is None:
        return pair
    try:
        summary = read_summary(pair.name)
        return replace(pair_of(summary, source or read_source(pair.source_name)), id=pair.id)
    except SummariseError as error:
        return replace(pair, problem=error)
    except Exception as error:
        # A reader's defect must not cost the other pairs.
        problem = f"internal error while reading: {type(error).__name__}: {error}"
        return replace(pair, problem=SummariseError(problem, place=pair.name))


def _read(source: str | Path, what: str) -> Article:
    try:
        return read_one(source)
    except ReadError as error:
        if error.problem != _EMPTY:
            raise
        hint = "give at least one sentence"
        raise ReadError(f"the {what} is empty", place=error.place, hint=hint) from None


def _files(folder: str | Path, left_out: Sequence[Path]) -> tuple[dict[str, list[Path]], list[str]]:
    """The files of a folder that can be read, by their name within it without suffix; and the others."""
    spared = {path.resolve() for path in left_out}
    inputs: Inputs = find_inputs(folder, out=Path())
    files: dict[str, list[Path]] = {}
    for path in inputs.files:
        if path not in spared:
            name = Path(inputs.name(path)).with_suffix("").as_posix()
            # As the user named the folder, not as the file system does.
            files.setdefault(name, []).append(Path(folder) / inputs.name(path))
    return files, [str(Path(folder) / name) for name in inputs.ignored]


@contextmanager
def _opened(file: str | Path) -> Iterator[BinaryIO]:
    if str(file) == STDIN:
        yield getattr(sys.stdin, "buffer", None) or io.BytesIO(sys.stdin.read().encode("utf-8", "replace"))
        return
    try:
        stream = Path(file).open("rb")  # noqa: SIM115 - what goes wrong later is no fault of the opening
    except FileNotFoundError:
        raise ReadError("there is no such file", place=str(file), hint="check the path") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ReadError(f"it cannot be read: {reason}", place=str(file), hint="check the path") from None
    with stream:
        yield stream


def _lines(file: str | Path, place: str) -> Iterator[tuple[int, str | ReadError]]:
    """Numbered lines, one in memory at a time; one that is too long or no text comes as its error."""
    with _opened(file) as stream:
        yield from _numbered(stream, place)


def _numbered(stream: BinaryIO, place: str) -> Iterator[tuple[int, str | ReadError]]:
    number = 0
    while line := stream.readline(MAX_ARTICLE_BYTES + 1):
        number += 1
        where = f"{place}:{number}"
        if number == 1 and wide_encoding(line) is not None:
            raise ReadError("it is not UTF-8 but UTF-16 or UTF-32", place=place, hint="save it as UTF-8")
        if len(line) > MAX_ARTICLE_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_ARTICLE_BYTES)
            yield number, ReadError(f"the record is larger than {_MEGABYTES}", place=where)
            continue
        try:
            yield number, decode(line, where)
        except ReadError as error:
            yield number, error


def _text(record: Mapping[str, Any], key: str, where: str, joint: str) -> str:
    value = record.get(key)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = joint.join(value)
    if value is None:
        found = ", ".join(f'"{name}"' for name in record) or "no keys"
        raise ReadError(f'there is no "{key}" in it; found {found}', place=where, hint="name both texts")
    if not isinstance(value, str):
        raise ReadError(f'its "{key}" is no text', place=where, hint="give a string, or a list of strings")
    if not value.strip(_SEPARATORS):
        raise ReadError(f'its "{key}" is empty', place=where, hint="give the text")
    # Half a surrogate pair, which JSON can smuggle in, is one character like what takes its place.
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in value)


def _id(record: Mapping[str, Any]) -> str | None:
    value = record.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None
