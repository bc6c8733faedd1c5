"""A folder of articles into a folder of digests, taken up again where an earlier run stopped."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from summarise.batch.entries import ERRORS, INDEX, JOURNAL, PAGE, Entry, journal, load_done, write_entries
from summarise.batch.fingerprint import fingerprint, fingerprint_run
from summarise.batch.inputs import Inputs, Item, find_inputs, read_items
from summarise.batch.naming import Names
from summarise.batch.work import Result, do_chunks
from summarise.errors import SummariseError, WriteError
from summarise.model import Article, Style
from summarise.ranking import NAMES
from summarise.settings import check_style
from summarise.writing import SUFFIXES, write_file, write_index, writer

# Enough for the parser to work at full speed, few enough to lose little when a run is stopped.
_CHUNK = 32


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is: files read of all files, and articles by what became of them."""

    files: int
    all_files: int
    done: int = 0
    skipped: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What a batch did, every tuple in the order of the input.

    Attributes:
        out: the output folder, with index.jsonl and errors.jsonl (and index.html for "html").
        done: articles that were digested now.
        skipped: articles whose result from an earlier run still holds.
        failed: articles and files that could not be done, each with its error.
        ignored: files in the folder that no reader is for.
    """

    out: Path
    done: tuple[Entry, ...] = ()
    skipped: tuple[Entry, ...] = ()
    failed: tuple[Entry, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """True when nothing failed."""
        return not self.failed


@dataclass(frozen=True, slots=True)
class _Planned:
    """An article on its way. `article` is None where there is nothing left to do."""

    entry: Entry
    output: str
    files: int
    article: Article | None = None
    skipped: bool = False


def summarise_folder(
    source: str | Path | Iterable[str | Path],
    out: str | Path,
    *,
    style: Style | None = None,
    format: str = "json",
    pattern: str | Sequence[str] | None = None,
    recursive: bool = True,
    progress: Callable[[Progress], None] | None = None,
    force: bool = False,
    workers: int = 1,
) -> BatchReport:
    """Digest every article of a folder into files of another one.

    The result of `news/a.txt` is `out/news/a.json`; a file with several articles becomes a folder with
    one result each, named after the articles' ids. `out/index.jsonl` has a line for every article,
    `out/errors.jsonl` one for each that could not be done. A file that cannot be read, or an article that
    cannot be digested, is noted there and the next one has its turn.

    Started again, it skips what is done already, as long as article, style, format and program are the
    same; the index is then the one of a fresh run, byte for byte. Results of articles that are gone are
    left where they are.

    Args:
        source: a folder, a file, a glob, or several of these.
        out: the output folder; it is made if it is not there.
        style: see `Style`.
        format: one of `writing.FORMATS`.
        pattern: globs that a folder's files must match; None takes every file there is a reader for.
        recursive: also read the folder's folders.
        progress: called at the beginning and after every chunk of articles.
        force: do everything again.
        workers: processes to use, 1 or more; above 1, a calling script needs the usual
            `if __name__ == "__main__":`. The results do not depend on it.

    Raises:
        ReadError: there is nothing to read.
        WriteError: the output folder cannot be written to, or there is no such format.
        StyleError, TemplateError, ModelError: nothing can be done with this style or installation.
    """
    style = check_style(style or Style(), **NAMES)
    writer(format)
    if workers < 1:
        raise SummariseError(f"workers = {workers} is too small", hint="1 or more")
    out = Path(out).resolve()
    if out.exists() and not out.is_dir():
        raise WriteError("is a file", place=str(out), hint="give a folder for the results")
    inputs = find_inputs(source, pattern=pattern, recursive=recursive, out=out)
    if out == inputs.base:
        raise WriteError("is the input folder", place=str(out), hint="choose another output folder")
    earlier = load_done(out)
    planned = _plan(inputs, out, fingerprint_run(style, format), SUFFIXES[format], {} if force else earlier)

    state = Progress(0, len(inputs.files))
    if progress:
        progress(state)
    entries: list[tuple[Entry, bool]] = []
    chunks = do_chunks(_groups(planned), style, format, workers)
    # Closed at once when something stops the run, so that no worker goes on for nothing.
    with journal(out) as note, closing(chunks):
        for group, results in chunks:
            waiting = iter(results)
            settled = [_settle(plan, next(waiting), out) if plan.article else plan.entry for plan in group]
            for plan, entry in zip(group, settled, strict=True):
                if entry.error and plan.output in earlier:
                    # An old result beside a note that there is none would be believed.
                    (out / plan.output).unlink(missing_ok=True)
                entries.append((entry, plan.skipped))
            note(entry for plan, entry in zip(group, settled, strict=True) if not plan.skipped)
            state = _further(state, group, settled)
            if progress:
                progress(state)

    every = [entry for entry, _ in entries]
    if format == "html":
        write_file(out / PAGE, write_index([entry.row() for entry in every], title=inputs.title))
    write_entries(out, every)
    return BatchReport(
        out=out,
        done=tuple(entry for entry, skipped in entries if not skipped and not entry.error),
        skipped=tuple(entry for entry, skipped in entries if skipped),
        failed=tuple(entry for entry in every if entry.error),
        ignored=inputs.ignored,
    )


def _plan(inputs: Inputs, out: Path, run: str, suffix: str, earlier: dict[str, Entry]) -> Iterator[_Planned]:
    """What to do with each article, in the order of the input."""
    # Where the input lies in the output folder, no result may take an input's place.
    inside = [path.relative_to(out).as_posix() for path in inputs.files if path.is_relative_to(out)]
    names = Names([INDEX, ERRORS, PAGE, JOURNAL, *inside])
    for files, path in enumerate(inputs.files, 1):
        for item in read_items(inputs, path):
            yield _plan_item(item, files, out, run, names, suffix, earlier)


def _plan_item(
    item: Item, files: int, out: Path, run: str, names: Names, suffix: str, earlier: dict[str, Entry]
) -> _Planned:
    if isinstance(item.content, SummariseError):
        return _Planned(Entry(item.source, error=item.content), "", files)
    # Relative, so that the result does not depend on where the folder lies.
    article = replace(item.content, source=item.source)
    record = (article.id or str(item.number)) if item.several else None
    output = names.name(item.file, record, suffix)
    entry = Entry(item.source, id=article.id, output=output, fingerprint=fingerprint(article, run))
    before = earlier.get(output)
    if before and before.fingerprint == entry.fingerprint and (out / output).is_file():
        return _Planned(before, output, files, skipped=True)
    return _Planned(entry, output, files, article)


def _groups(plans: Iterable[_Planned]) -> Iterator[tuple[list[_Planned], list[Article]]]:
    """The plans in groups with at most a chunk of articles to do, and these articles."""
    group: list[_Planned] = []
    articles: list[Article] = []
    for plan in plans:
        group.append(plan)
        if plan.article:
            articles.append(plan.article)
        if len(articles) == _CHUNK or len(group) == 10 * _CHUNK:
            yield group, articles
            group, articles = [], []
    if group:
        yield group, articles


def _settle(plan: _Planned, result: Result, out: Path) -> Entry:
    """Write the result of an article and say what became of it."""
    if result.error:
        return replace(plan.entry, output=None, fingerprint=None, error=result.error)
    write_file(out / plan.output, result.text)
    return replace(
        plan.entry,
        headline=result.headline,
        domain=result.domain,
        bullets=result.bullets,
        figures=result.figures,
        lines=result.lines,
        rejected=result.rejected,
        findings=result.findings,
        warnings=result.warnings,
    )


def _further(state: Progress, group: Sequence[_Planned], settled: Sequence[Entry]) -> Progress:
    skipped = sum(plan.skipped for plan in group)
    failed = sum(entry.error is not None for entry in settled)
    return Progress(
        files=group[-1].files,
        all_files=state.all_files,
        done=state.done + len(group) - skipped - failed,
        skipped=state.skipped + skipped,
        failed=state.failed + failed,
    )
