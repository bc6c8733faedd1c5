"""Files and standard input to articles.

One register says which suffix is read how. Every reader gets a binary stream and
gives articles, or the error that stands in an article's place; what concerns the
whole file is raised.
"""

import difflib
import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from summarise.errors import ReadError
from summarise.model import Article
from summarise.reading.encoding import decode, refuse_binary, wide_encoding
from summarise.reading.html import from_html
from summarise.reading.layout import from_text
from summarise.reading.markdown import from_markdown
from summarise.reading.records import from_json, from_json_lines

STDIN = "-"
STDIN_PLACE = "standard input"

MAX_ARTICLE_BYTES = 20_000_000
"""Largest file that is read as one article (or one JSON list), and largest record of JSON Lines, in bytes."""

Reader = Callable[[BinaryIO, str, str], Iterator[Article | ReadError]]
"""What reads a format: (stream, name for messages, stem for ids) → articles, errors in their place."""


def read(source: str | Path) -> Iterator[Article]:
    """The articles of a file, one by one; the first bad record ends it.

    Args:
        source: path of a .txt, .md, .html, .json or .jsonl file, or "-" for standard input, where JSON,
            JSON Lines, HTML and plain text are told apart by their look.

    Yields:
        Articles in the order of the file. Nothing is opened before the first is asked for.

    Raises:
        ReadError: the source is missing, empty, no text, too large, malformed or of an unknown kind.
    """
    for item in read_all(source):
        if isinstance(item, ReadError):
            raise item
        yield item


def read_all(source: str | Path) -> Iterator[Article | ReadError]:
    """The same, but a bad record, or an unreadable source, comes out as its error and the rest follows."""
    try:
        place, stem, stream, reader = _open(source)
        with stream as opened:
            yield from reader(opened, place, stem)
    except ReadError as error:
        yield error
    except OSError as error:
        yield ReadError(
            f"it cannot be read: {error.strerror or error}", place=str(source), hint="check the disk"
        )


def read_one(source: str | Path) -> Article:
    """The article of a source that holds exactly one.

    Raises:
        ReadError: as `read`; also when there are more.
    """
    articles = read(source)
    article = next(articles, None)
    place = STDIN_PLACE if str(source) == STDIN else str(source)
    if article is None:
        raise ReadError("there is no article in it", place=place, hint="give a file with one article")
    if next(articles, None) is not None:
        raise ReadError(
            "there is more than one article in it",
            place=place,
            hint="use `summarise batch` for many articles",
        )
    return article


def _open(source: str | Path) -> tuple[str, str, AbstractContextManager[BinaryIO], Reader]:
    if str(source) == STDIN:
        binary = getattr(sys.stdin, "buffer", None) or io.BytesIO(
            sys.stdin.read().encode("utf-8", "surrogateescape")
        )
        return STDIN_PLACE, "stdin", nullcontext(binary), _read_sniffed
    path = Path(source)
    place = str(source)
    try:
        if path.is_dir():
            raise ReadError(
                "it is a folder", place=place, hint="use `summarise batch` for folders, or name a file"
            )
        if not path.exists():
            raise ReadError("there is no such file", place=place, hint=_nearest(path))
        reader = FORMATS.get(path.suffix.lower())
        if reader is None:
            kind = f'"{path.suffix}" files are' if path.suffix else "a file without a suffix is"
            known = ", ".join(FORMATS)
            raise ReadError(
                f"{kind} not known", place=place, hint=f"known are {known}; or give the text on stdin"
            )
        return place, path.stem, path.open("rb"), reader
    except PermissionError:
        raise ReadError("no permission to read it", place=place, hint="change its permissions") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ReadError(f"it cannot be read: {reason}", place=place, hint="check the path") from None


def _nearest(path: Path) -> str:
    """The likeliest slip of the keyboard, from the names beside it."""
    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return "check the path"
    near = difflib.get_close_matches(path.name, names, n=1, cutoff=0.75)
    return f'did you mean "{path.parent / near[0]}"?' if near else "check the path"


def _bytes(stream: BinaryIO, place: str, *, first: bytes = b"") -> bytes:
    data = first + stream.read(max(0, MAX_ARTICLE_BYTES + 1 - len(first)))
    if len(data) > MAX_ARTICLE_BYTES:
        raise ReadError(
            f"it is larger than {MAX_ARTICLE_BYTES // 1_000_000} MB",
            place=place,
            hint="split it, or give many articles as .jsonl",
        )
    if not data.strip():
        raise ReadError("it is empty", place=place, hint="give an article of at least one sentence")
    return data


def _read_text(stream: BinaryIO, place: str, stem: str) -> Iterator[Article | ReadError]:
    yield from_text(decode(_bytes(stream, place), place), id=stem, source=place)


def _read_markdown(stream: BinaryIO, place: str, stem: str) -> Iterator[Article | ReadError]:
    yield from_markdown(decode(_bytes(stream, place), place), place, stem)


def _read_html(stream: BinaryIO, place: str, stem: str) -> Iterator[Article | ReadError]:
    yield from_html(decode(_bytes(stream, place), place, html=True), place, stem)


def _read_json(stream: BinaryIO, place: str, stem: str) -> Iterator[Article | ReadError]:
    yield from from_json(decode(_bytes(stream, place), place), place, stem)


def _read_json_lines(stream: BinaryIO, place: str, stem: str) -> Iterator[Article | ReadError]:
    first = stream.readline(MAX_ARTICLE_BYTES + 1)
    refuse_binary(first, place)
    yield from from_json_lines(_lines(stream, place, first), place, stem)


def _lines(stream: BinaryIO, place: str, first: bytes) -> Iterator[tuple[int, str | ReadError]]:
    """Numbered lines, one in memory at a time; one that is too long or no text comes as its error."""
    if wide_encoding(first) is not None:
        # A line end is two or four bytes here and may lie across what `readline` calls one.
        text = decode(_bytes(stream, place, first=first), place)
        yield from enumerate(text.split("\n"), start=1)
        return
    number = 0
    line = first
    while line:
        number += 1
        where = f"{place}:{number}"
        if len(line) > MAX_ARTICLE_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_ARTICLE_BYTES)
            size = f"{MAX_ARTICLE_BYTES // 1_000_000} MB"
            yield (
                number,
                ReadError(f"the record is larger than {size}", place=where, hint="is it one article?"),
            )
        else:
            try:
                yield number, decode(line, where)
            except ReadError as error:
                yield number, error
        line = stream.readline(MAX_ARTICLE_BYTES + 1)


def _read_sniffed(stream: BinaryIO, place: str, stem: str) -> Iterator[Article | ReadError]:
    """Standard input has no suffix: JSON and HTML show in their first characters, the rest is plain text."""
    first = stream.readline(MAX_ARTICLE_BYTES + 1)
    if _is_object(first):
        # A whole object on the first line is JSON Lines, which may go on for gigabytes.
        lines = ((number, line) for number, line in _lines(stream, place, first) if _has_content(line))
        opening = list(islice(lines, 2))
        if len(opening) > 1:
            yield from from_json_lines(chain(opening, lines), place, stem)
            return
        data = first
    else:
        data = _bytes(stream, place, first=first)
    text = decode(data, place, html=_HTML_START.match(data[:200].decode("latin-1")) is not None)
    start = text.lstrip()
    if _JSON_START.match(start):
        filled = [line.strip() for line in start.splitlines() if line.strip()]
        if len(filled) > 1 and all(line[0] + line[-1] == "{}" for line in filled[:2]):
            yield from from_json_lines(enumerate(text.split("\n"), start=1), place, stem)
        else:
            yield from from_json(text, place, stem)
    elif _HTML_START.match(start):
        yield from_html(text, place, stem)
    else:
        yield from_text(text, id=stem, source=place)


_JSON_START = re.compile(r"\{\s*(?:\"|\}|\Z)|\[\s*(?:\{|\]\s*\Z)")
_HTML_START = re.compile(
    r"[\s\ufeff]*(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|meta|body|main|article|section|header|div|h[1-6]|p|title)\b",
    re.IGNORECASE | re.DOTALL,
)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.removeprefix(b"\xef\xbb\xbf")), dict)
    except (ValueError, RecursionError):
        return False


def _has_content(line: str | ReadError) -> bool:
    return isinstance(line, ReadError) or bool(line.strip())


FORMATS: dict[str, Reader] = {
    ".txt": _read_text,
    ".text": _read_text,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
    ".xhtml": _read_html,
    ".json": _read_json,
    ".jsonl": _read_json_lines,
    ".ndjson": _read_json_lines,
}
"""Suffix, in lower case, to what reads it."""
