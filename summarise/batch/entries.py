"""The index of a batch: one entry per article, kept so that a run can be taken up again."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from summarise.errors import SummariseError, WriteError
from summarise.writing import IndexRow, write_file

INDEX = "index.jsonl"
ERRORS = "errors.jsonl"
PAGE = "index.html"
JOURNAL = ".index.partial.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one article.

    Attributes:
        source: file or record, relative to the input folder.
        id: the article's own identifier.
        output: the result, relative to the output folder, "/" between folders; None if it failed.
        headline: the best headline.
        domain: the kind of news it most likely is.
        bullets, figures: how many the digest has.
        lines, rejected, findings: how many of its lines the audit checked, how many candidates it refused before,
            and what it found in the lines.
        warnings: the warnings' messages.
        fingerprint: of all that the result depends on.
        error: why it failed; None if it did not.
    """

    source: str
    id: str | None = None
    output: str | None = None
    headline: str | None = None
    domain: str | None = None
    bullets: int = 0
    figures: int = 0
    lines: int = 0
    rejected: int = 0
    findings: int = 0
    warnings: tuple[str, ...] = ()
    fingerprint: str | None = None
    error: SummariseError | None = None

    @property
    def status(self) -> Literal["done", "failed"]:
        """ "done" or "failed"; an article taken over from an earlier run is done as well."""
        return "failed" if self.error else "done"

    def index_line(self) -> str:
        """The entry's line of index.jsonl."""
        return _line(
            {
                "id": self.id,
                "source": self.source,
                "output": self.output,
                "status": self.status,
                "headline": self.headline,
                "domain": self.domain,
                "bullets": self.bullets,
                "figures": self.figures,
                "lines": self.lines,
                "rejected": self.rejected,
                "findings": self.findings,
                "warnings": list(self.warnings),
                "fingerprint": self.fingerprint,
            }
        )

    def error_line(self) -> str:
        """The entry's line of errors.jsonl."""
        error = self.error or SummariseError("")
        return _line(
            {
                "id": self.id,
                "source": self.source,
                "error": type(error).__name__,
                "problem": error.problem,
                "hint": error.hint,
            }
        )

    def row(self) -> IndexRow:
        """The entry's row of index.html."""
        return IndexRow(
            source=self.source,
            output=self.output,
            headline=self.headline,
            domain=self.domain,
            bullets=self.bullets,
            figures=self.figures,
            lines=self.lines,
            rejected=self.rejected,
            findings=self.findings,
            warnings=self.warnings,
            problem=self.error.problem if self.error else None,
        )


def load_done(out: Path) -> dict[str, Entry]:
    """Entries of earlier runs into this folder, by output; what an interrupted run had done included.

    Lines that cannot be read (torn by a crash) count as not there.
    """
    entries: dict[str, Entry] = {}
    for name in (INDEX, JOURNAL):
        try:
            lines = (out / name).read_text(encoding="utf-8", errors="replace").split("\n")
        except OSError:
            continue
        for entry in filter(None, map(_parse, lines)):
            if entry.output is not None:
                entries[entry.output] = entry
    return entries


def is_result_folder(folder: Path) -> bool:
    """Whether a batch wrote its results here."""
    try:
        with (folder / INDEX).open(encoding="utf-8", errors="replace") as index:
            values = json.loads(index.readline())
    except (OSError, ValueError):
        return False
    return isinstance(values, dict) and {"output", "fingerprint"} <= values.keys()


@contextmanager
def journal(out: Path) -> Iterator[Callable[[Iterable[Entry]], None]]:
    """A function that notes entries at once, so that a run that is stopped can be taken up again.

    The notes of earlier stopped runs stay beside the new ones until `write_entries` makes an index of all.

    Raises:
        WriteError: the output folder cannot be made or written to.
    """
    place = str(out / JOURNAL)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with (out / JOURNAL).open("a", encoding="utf-8", errors="backslashreplace") as file:
            # The last line may be torn: a run can be stopped anywhere.
            file.write("\n")

            def note(entries: Iterable[Entry]) -> None:
                file.writelines(f"{entry.index_line()}\n" for entry in entries)
                file.flush()

            yield note
    except OSError as error:
        raise WriteError(f"cannot be written: {error.strerror or error}", place=place) from None


def write_entries(out: Path, entries: Sequence[Entry]) -> None:
    """Write index.jsonl and errors.jsonl; the journal has done its service.

    Raises:
        WriteError: they cannot be written.
    """
    write_file(out / INDEX, "".join(f"{entry.index_line()}\n" for entry in entries))
    write_file(out / ERRORS, "".join(f"{entry.error_line()}\n" for entry in entries if entry.error))
    (out / JOURNAL).unlink(missing_ok=True)


def _line(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _parse(line: str) -> Entry | None:
    try:
        values = json.loads(line)
        if values.pop("status") != "done":
            return None
        return Entry(**{**values, "warnings": tuple(values["warnings"])})
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
