"""Where each result goes: never outside the output folder, never two in one place."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Literal

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 100  # bytes of a record's name; file systems end at 255, with suffix and number


class Names:
    """Hands out names relative to the output folder, each only once.

    The same requests in the same order give the same names. Letter case does not
    tell names apart, since some file systems do not tell it either.
    """

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        """No name in `reserved` will be given out."""
        self._taken: dict[str, Literal["file", "folder"]] = {}
        for name in reserved:
            self._take(PurePosixPath(name))

    def name(self, file: str, record: str | None, suffix: str) -> str:
        """A free name for a result.

        Args:
            file: the source file, relative to the input folder, "/" between folders.
            record: the article's name within the file, None where the file is one article.
            suffix: of the result, with its dot.
        """
        wanted = PurePosixPath(file).with_suffix("")
        if record is not None:
            wanted = wanted / safe(record)
        folder = PurePosixPath()
        for part in wanted.parts[:-1]:
            folder = self._free(folder, part, "", folder=True)
        path = self._free(folder, wanted.name, suffix, folder=False)
        self._take(path)
        return path.as_posix()

    def _free(self, parent: PurePosixPath, stem: str, suffix: str, *, folder: bool) -> PurePosixPath:
        number = 1
        while True:
            path = parent / f"{stem}{suffix if number == 1 else f'-{number}{suffix}'}"
            kind = self._taken.get(_key(path))
            if kind is None or (folder and kind == "folder"):
                return path
            number += 1

    def _take(self, path: PurePosixPath) -> None:
        self._taken[_key(path)] = "file"
        for parent in path.parents:
            self._taken.setdefault(_key(parent), "folder")


def safe(record: str) -> str:
    """A record's name as a file name: letters, digits, "_", "-", inner dots; not empty, at most 100 bytes."""
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", record))
    cut = name.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore")
    return cut.strip(".-") or "record"


def _key(path: PurePosixPath) -> str:
    return unicodedata.normalize("NFC", path.as_posix()).casefold()
