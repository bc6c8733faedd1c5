"""Results into files, whole or not at all."""

import os
from pathlib import Path

from summarise.errors import WriteError


def write_file(path: Path, text: str) -> None:
    """Write the text as UTF-8 so that a reader sees the old file or the new one, never a half.

    Missing folders are made. Something that is not a file (a pipe, a terminal) is written to as it is.
    Lone surrogates, which UTF-8 does not have, become their escape (in JSON, the same text again).

    Raises:
        WriteError: it cannot be written.
    """
    data = text.encode("utf-8", "backslashreplace")
    path = path.resolve()
    # In the same folder, since a rename is atomic only within one file system.
    draft = path.with_name(f".{os.getpid()}.summarise.tmp")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(data)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(f"cannot be written: {error.strerror or error}", place=str(path)) from None
