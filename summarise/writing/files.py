"""Results into files, whole or not at all."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from summarise.errors import WriteError


def write_file(path: Path, text: str) -> None:
    """Write the text as UTF-8 so that a reader sees the old file or the new one, never a half.

    Missing folders are made. Something that is not a file (a pipe, a terminal) is written to as it is.
    Lone surrogates, which UTF-8 does not have, become their escape (in JSON, the same text again).

    Raises:
        WriteError: it cannot be written.
    """
    with replacing(path) as write:
        write(text)


@contextmanager
def replacing(path: Path) -> Iterator[Callable[[str], None]]:
    """A function that writes text after text, for what is too much to hold; otherwise as `write_file`.

    What was written takes the file's place at the end; when an error leaves the block, the old file stays.

    Raises:
        WriteError: it cannot be written.
    """
    path = path.resolve()
    with _told(path):
        as_it_is = path.exists() and not path.is_file()
        if not as_it_is:
            path.parent.mkdir(parents=True, exist_ok=True)
        # In the same folder, since a rename is atomic only within one file system.
        draft = path if as_it_is else path.with_name(f".{os.getpid()}.summarise.tmp")
        file = draft.open("wb")

    def write(text: str) -> None:
        with _told(path):
            file.write(text.encode("utf-8", "backslashreplace"))

    try:
        with file:
            yield write
            with _told(path):
                file.close()
        if not as_it_is:
            with _told(path):
                draft.replace(path)
    finally:
        if not as_it_is:
            draft.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriteError(f"cannot be written: {error.strerror or error}", place=str(path)) from None
