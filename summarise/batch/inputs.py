"""Which files a batch reads, in which order, and their articles one by one."""

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from summarise.batch.entries import is_result_folder
from summarise.errors import ReadError, SummariseError
from summarise.model import Article
from summarise.reading import FORMATS, read_all


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files of a batch.

    Attributes:
        title: name of the source, for people.
        base: the folder that their names are relative to.
        files: what will be read, sorted.
        ignored: files of a folder that no reader is for, relative to `base`.
    """

    title: str
    base: Path
    files: tuple[Path, ...]
    ignored: tuple[str, ...] = ()

    def name(self, path: Path) -> str:
        """The file's name relative to the base, with "/" between folders."""
        return path.relative_to(self.base).as_posix()


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a file, or why it could not be read.

    Attributes:
        file: name of its file, relative to the base.
        source: the same, with the record's place in the file where there is one ("news.jsonl:12").
        number: 1 for the file's first article.
        several: whether the file holds more than one.
    """

    file: str
    source: str
    number: int
    several: bool
    content: Article | SummariseError


def find_inputs(
    source: str | Path | Iterable[str | Path],
    *,
    pattern: str | Sequence[str] | None = None,
    recursive: bool = True,
    out: Path,
) -> Inputs:
    """The files that a source stands for.

    Args:
        source: a folder, a file, a glob, or several of these.
        pattern: globs that a folder's files must match ("*.txt", "2025/**/*.html", relative to the
            folder); None takes every file that there is a reader for.
        recursive: also look in the folder's folders. Hidden files and folders are never looked at.
        out: the output folder; its contents, and those of any other batch's output folder, are not
            input even if it lies in the source.

    Raises:
        ReadError: nothing is there, or nothing to read is there.
    """
    sources = [source] if isinstance(source, str | Path) else list(source)
    patterns = [pattern] if isinstance(pattern, str) else pattern
    places = [place for one in sources for place in _places(one)]
    files: dict[Path, None] = {}
    ignored: dict[Path, None] = {}
    for place in places:
        if place.is_file():
            files[place] = None
            continue
        for path in _walk(place, patterns, recursive=recursive, out=out):
            readable = patterns is not None or path.suffix.lower() in FORMATS
            (files if readable else ignored)[path] = None
    if not files:
        shown = ", ".join(str(one) for one in sources)
        what = f"pattern: {', '.join(patterns)}" if patterns else f"read are {', '.join(sorted(FORMATS))}"
        raise ReadError("there is no article in it", place=shown or None, hint=what)
    folders = [place if place.is_dir() else place.parent for place in places]
    base = Path(os.path.commonpath(folders))
    title = places[0].name if len(places) == 1 else base.name
    inputs = Inputs(title, base, tuple(sorted(files, key=lambda path: path.relative_to(base).parts)))
    return replace(inputs, ignored=tuple(sorted(inputs.name(path) for path in ignored if path not in files)))


def read_items(inputs: Inputs, path: Path) -> Iterator[Item]:
    """The articles of one file; whatever goes wrong becomes an item, so that the next file has its turn."""
    file = inputs.name(path)
    waiting: Item | None = None
    for number, content in enumerate(_read(path), 1):
        item = Item(file, _place(content, path, file), number, number > 1, content)
        if waiting is not None:
            # Only the second article tells that there are several.
            yield replace(waiting, several=True)
        waiting = item
    if waiting is not None:
        yield waiting


def _read(path: Path) -> Iterator[Article | SummariseError]:
    try:
        yield from read_all(path)
    except SummariseError as error:
        yield error
    except Exception as error:
        # A reader's defect must not cost the other files.
        yield SummariseError(
            f"internal error while reading: {type(error).__name__}: {error}", place=str(path)
        )


def _place(content: Article | SummariseError, path: Path, file: str) -> str:
    """The place as the reader gives it, with the name relative to the base in place of the path."""
    place = (content.source if isinstance(content, Article) else content.place) or ""
    for prefix in (str(path), path.name):
        if place.startswith(prefix):
            return file + place[len(prefix) :]
    return file


def _places(source: str | Path) -> list[Path]:
    path = Path(source)
    if path.exists():
        return [path.resolve()]
    found = sorted(glob.glob(str(source), recursive=True)) if glob.has_magic(str(source)) else []
    if not found:
        raise ReadError("there is no such file or folder", place=str(source))
    return [Path(one).resolve() for one in found]


def _walk(folder: Path, patterns: Sequence[str] | None, *, recursive: bool, out: Path) -> Iterator[Path]:
    @cache
    def is_input(place: Path) -> bool:
        # The source itself is what the user asked for, even inside a result folder.
        return place == folder or (place != out and not is_result_folder(place) and is_input(place.parent))

    for pattern in patterns or ["*"]:
        try:
            found = folder.rglob(pattern) if recursive and "/" not in pattern else folder.glob(pattern)
            paths = sorted(found)
        except (ValueError, NotImplementedError) as error:
            hint = 'a glob relative to the folder, such as "*.txt"'
            raise ReadError(f'"{pattern}" is no pattern: {error}', hint=hint) from None
        for path in paths:
            # ".." in a pattern leads out of the folder.
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if not hidden and path.is_file() and is_input(path.parent):
                yield path
