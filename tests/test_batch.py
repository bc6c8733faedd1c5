"""Folders into folders: what is read, what is written, and what happens when something is bad.

The digests here come from a stand-in for the pipeline, so that an article can be made to fail.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sample_digest import sample

from summarise.batch import BatchReport, Entry, Progress, summarise_folder, work
from summarise.errors import ReadError, StyleError, SummariseError, TemplateError, WriteError
from summarise.model import Article, Digest, Style
from summarise.writing import SUFFIXES


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand-ins for the pipeline's verbs; gives the sources of the articles they were asked for."""
    asked: list[str] = []

    def digest(article: Article, style: Style | None = None) -> Digest:
        asked.append(article.source or "?")
        if "REFUSE" in article.text:
            raise ReadError("there is no sentence in it", place=article.source, hint="give one")
        if "CRASH" in article.text:
            raise ZeroDivisionError("by zero")
        if "TEMPLATE" in article.text:
            raise TemplateError("a template is broken", place="x.toml:1")
        made = sample()
        headline = replace(made.headlines[0], text=" ".join(article.text.split()[-4:]))
        return replace(made, article=article, headlines=(headline,), figures=(), key_figures=(), ranking=())

    def digests(articles: Iterable[Article], style: Style | None = None) -> Iterator[Digest]:
        for article in articles:
            yield digest(article, style)

    monkeypatch.setattr(work, "summarise", digest)
    monkeypatch.setattr(work, "summarise_many", digests)
    return asked


@pytest.fixture
def news(tmp_path: Path, calls: list[str]) -> Path:
    """A folder of articles, with the pipeline's stand-in behind it."""
    folder = tmp_path / "news"
    put(folder / "b.txt", "Rain fell on the second town.")
    put(folder / "a.txt", "Snow fell on the first town.")
    put(folder / "deep" / "c.md", "Hail fell on the third town.")
    put(folder / "notes.pdf", "no article")
    put(folder / ".hidden" / "d.txt", "no article either")
    records = [{"id": "x/1", "text": "Fog lay on the fourth town."}, {"text": "Sun shone on the fifth town."}]
    put(folder / "records.jsonl", "".join(json.dumps(record) + "\n" for record in records))
    return folder


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def index(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "index.jsonl").read_text(encoding="utf-8").splitlines()]


def errors(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "errors.jsonl").read_text(encoding="utf-8").splitlines()]


# What is read and where it goes


def test_one_result_per_article_beside_an_index(news: Path, tmp_path: Path) -> None:
    report = summarise_folder(news, tmp_path / "out")
    assert isinstance(report, BatchReport)
    assert report.ok
    assert report.ignored == ("notes.pdf",)
    outputs = ["a.json", "b.json", "deep/c.json", "records/x-1.json", "records/records-2.json"]
    assert [entry.output for entry in report.done] == outputs
    assert set(tree(tmp_path / "out")) == {*outputs, "index.jsonl", "errors.jsonl"}
    assert [line["source"] for line in index(report.out)] == [
        "a.txt",
        "b.txt",
        "deep/c.md",
        "records.jsonl:1",
        "records.jsonl:2",
    ]
    first = index(report.out)[0]
    assert {
        key: first[key] for key in ("id", "output", "status", "headline", "domain", "bullets", "warnings")
    } == {
        "id": "a",
        "output": "a.json",
        "status": "done",
        "headline": "on the first town.",
        "domain": "disaster",
        "bullets": 2,
        "warnings": ["two tolls: 23 and 40"],
    }
    assert json.loads((report.out / "a.json").read_text())["article"]["source"] == "a.txt"
    assert (report.out / "errors.jsonl").read_text() == ""


@pytest.mark.parametrize("format", list(SUFFIXES))
def test_every_format_has_its_suffix(news: Path, tmp_path: Path, format: str) -> None:
    report = summarise_folder(news, tmp_path / "out", format=format, pattern="a.txt")
    assert (report.out / f"a{SUFFIXES[format]}").is_file()
    assert (report.out / "index.html").is_file() == (format == "html")


def test_the_html_index_links_to_every_page(news: Path, tmp_path: Path) -> None:
    put(news / "index.txt", "This one must not take the index's place.")
    put(news / "50% & more.txt", "REFUSE")
    put(news / "a #1?.txt", "Signs fell on the sixth town.")
    page = (summarise_folder(news, tmp_path / "out", format="html").out / "index.html").read_text()
    for link in ("a.html", "index-2.html", "records/x-1.html", "a%20%231%3F.html"):
        assert f'href="{link}"' in page
    assert "50% &amp; more.txt" in page
    assert "there is no sentence in it" in page


@pytest.mark.parametrize(
    ("settings", "sources"),
    [
        ({"pattern": "*.txt"}, ["a.txt", "b.txt"]),
        ({"pattern": ["*.md", "a.*"]}, ["a.txt", "deep/c.md"]),
        ({"pattern": "deep/**/*.md"}, ["deep/c.md"]),
        ({"recursive": False, "pattern": "*.md"}, None),
        ({"recursive": False}, ["a.txt", "b.txt", "records.jsonl:1", "records.jsonl:2"]),
    ],
)
def test_patterns(news: Path, tmp_path: Path, settings: dict, sources: list[str] | None) -> None:  # type: ignore[type-arg]
    if sources is None:
        with pytest.raises(ReadError, match="there is no article in it"):
            summarise_folder(news, tmp_path / "out", **settings)
    else:
        report = summarise_folder(news, tmp_path / "out", **settings)
        assert [entry.source for entry in report.done] == sources


@pytest.mark.parametrize("pattern", ["", "/etc/*", "../*.txt"])
def test_a_pattern_does_not_lead_out_of_the_folder(news: Path, tmp_path: Path, pattern: str) -> None:
    put(tmp_path / "outside.txt", "Not asked for.")
    with pytest.raises(ReadError):
        summarise_folder(news, tmp_path / "out", pattern=pattern)
    assert not (tmp_path / "out").exists()


def test_files_globs_and_lists(news: Path, tmp_path: Path) -> None:
    report = summarise_folder(news / "records.jsonl", tmp_path / "one")
    assert [entry.output for entry in report.done] == ["records/x-1.json", "records/records-2.json"]
    report = summarise_folder(
        [str(news / "*.txt"), news / "deep" / "c.md", news / "a.txt"], tmp_path / "several"
    )
    assert [entry.source for entry in report.done] == ["a.txt", "b.txt", "deep/c.md"]


def test_nothing_to_read_is_an_error(news: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReadError, match=r"empty: there is no article in it \(read are .*\.txt"):
        summarise_folder(tmp_path / "empty", tmp_path / "out")
    with pytest.raises(ReadError, match="nowhere: there is no such file or folder"):
        summarise_folder(tmp_path / "nowhere", tmp_path / "out")
    with pytest.raises(ReadError, match="there is no article"):
        summarise_folder([], tmp_path / "out")


def test_results_inside_the_input_are_not_read(news: Path) -> None:
    # As text, since that would be read again as articles.
    fresh = summarise_folder(news, news / "out", format="text")
    again = summarise_folder(news, news / "out", format="text")
    other = summarise_folder(news, news / "other", format="text")
    (news / "other" / "index.jsonl").unlink()
    stopped = summarise_folder(news, news / "other", format="text")
    sources = [entry.source for entry in fresh.done]
    assert [entry.source for entry in again.skipped] == sources
    assert [entry.source for entry in other.done] == sources
    assert [entry.source for entry in stopped.done] == sources
    assert fresh.ok
    assert again.ok
    assert other.ok
    assert stopped.ok


def test_input_inside_the_output_is_read_and_never_written_over(news: Path, tmp_path: Path) -> None:
    put(news / "x.json", json.dumps({"text": "A record that lies where a result might go."}))
    put(news / "news" / "x.txt", "An article whose result might go there.")
    before = tree(news)
    report = summarise_folder(news, tmp_path)
    assert report.ok
    assert len(report.done) == 7
    assert {name: (tmp_path / "news" / name).read_bytes() for name in before} == before


def test_the_input_folder_is_no_output_folder(news: Path) -> None:
    before = tree(news)
    with pytest.raises(WriteError, match="is the input folder"):
        summarise_folder(news, news)
    assert tree(news) == before


def test_the_output_does_not_depend_on_how_the_folder_is_named(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summarise_folder(news, tmp_path / "absolute")
    monkeypatch.chdir(tmp_path)
    summarise_folder("news", "relative")
    assert tree(tmp_path / "absolute") == tree(tmp_path / "relative")


# What goes wrong


def test_a_bad_article_costs_no_other_its_result(news: Path, tmp_path: Path, calls: list[str]) -> None:
    put(news / "aa.txt", "This will REFUSE to be done.")
    put(news / "ab.txt", "This will CRASH for sure.")
    put(news / "ac.json", '{"text": ')
    report = summarise_folder(news, tmp_path / "out")
    assert not report.ok
    assert [entry.source for entry in report.done if entry.output] == [
        "a.txt",
        "b.txt",
        "deep/c.md",
        "records.jsonl:1",
        "records.jsonl:2",
    ]
    assert [entry.source for entry in report.failed] == ["aa.txt", "ab.txt", "ac.json"]
    assert [line["status"] for line in index(report.out)] == ["done"] + ["failed"] * 3 + ["done"] * 4
    noted = errors(report.out)
    assert noted[0] == {
        "id": "aa",
        "source": "aa.txt",
        "error": "ReadError",
        "problem": "there is no sentence in it",
        "hint": "give one",
    }
    assert noted[1]["problem"] == "internal error: ZeroDivisionError: by zero"
    assert noted[2]["error"] == "ReadError"
    assert noted[2]["id"] is None
    # The first is done once, with the chunk; only from the culprit on is each tried alone.
    assert calls.count("a.txt") == 1


def test_a_bad_record_costs_no_other_record(tmp_path: Path, calls: list[str]) -> None:
    put(
        tmp_path / "r.jsonl",
        '{"text": "Rain fell on one town."}\n{"text": }\n{"text": "Snow fell on another."}\n',
    )
    report = summarise_folder(tmp_path / "r.jsonl", tmp_path / "out")
    assert [entry.source for entry in report.done] == ["r.jsonl:1", "r.jsonl:3"]
    assert [entry.source for entry in report.failed] == ["r.jsonl:2"]


def test_a_file_that_reads_worse_than_expected_costs_no_other(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarise.batch import inputs

    real = inputs.read_all

    def read(path: Path) -> Iterator[object]:
        if path.name == "a.txt":
            raise KeyError("oops")
        return real(path)

    monkeypatch.setattr(inputs, "read_all", read)
    report = summarise_folder(news, tmp_path / "out")
    assert [entry.source for entry in report.failed] == ["a.txt"]
    assert len(report.done) == 4


@pytest.mark.parametrize("format", ["html", "text", "json"])
def test_a_writer_that_fails_costs_one_article(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    real = work.write

    def write(digest: Digest, format: str) -> str:
        if digest.article.source == "b.txt":
            raise RecursionError("too deep")
        return real(digest, format)

    monkeypatch.setattr(work, "write", write)
    report = summarise_folder(news, tmp_path / "out", format=format)
    assert [entry.source for entry in report.failed] == ["b.txt"]


def test_what_every_article_would_suffer_ends_the_run(news: Path, tmp_path: Path) -> None:
    put(news / "aa.txt", "A broken TEMPLATE.")
    with pytest.raises(TemplateError, match=r"x\.toml:1: a template is broken"):
        summarise_folder(news, tmp_path / "out")
    with pytest.raises(StyleError, match="there is no ranker"):
        summarise_folder(news, tmp_path / "out", style=Style(ranker="best"))
    with pytest.raises(WriteError, match="there is no output format"):
        summarise_folder(news, tmp_path / "out", format="pdf")
    with pytest.raises(SummariseError, match="workers = 0 is too small"):
        summarise_folder(news, tmp_path / "out", workers=0)
    put(tmp_path / "file", "")
    with pytest.raises(WriteError, match="is a file"):
        summarise_folder(news, tmp_path / "file")


# Taking a run up again


def test_a_second_run_does_nothing_and_changes_nothing(news: Path, tmp_path: Path, calls: list[str]) -> None:
    put(news / "bad.txt", "This will REFUSE.")
    summarise_folder(news, tmp_path / "out", format="html")
    before = tree(tmp_path / "out")
    calls.clear()
    report = summarise_folder(news, tmp_path / "out", format="html")
    assert len(report.skipped) == 5
    assert report.done == ()
    # What failed is tried again: first in its chunk, then alone.
    assert set(calls) == {"bad.txt"}
    assert tree(tmp_path / "out") == before


def test_a_stopped_run_goes_on_where_it_stopped(
    news: Path, tmp_path: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarise.batch import folder

    monkeypatch.setattr(folder, "_CHUNK", 2)

    def stop(state: Progress) -> None:
        if state.done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        summarise_folder(news, tmp_path / "out", progress=stop)
    assert not (tmp_path / "out" / "index.jsonl").exists()
    # A crash may tear the last line.
    with (tmp_path / "out" / ".index.partial.jsonl").open("a") as journal:
        journal.write('{"id": "torn')
    calls.clear()
    report = summarise_folder(news, tmp_path / "out")
    assert calls == ["records.jsonl:2"]
    assert len(report.skipped) == 4
    summarise_folder(news, tmp_path / "fresh")
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")


def _done_again(news: Path, out: Path, calls: list[str], **settings: object) -> list[str]:
    calls.clear()
    summarise_folder(news, out, **settings)  # type: ignore[arg-type]
    return list(calls)


def test_what_changed_is_done_again(news: Path, tmp_path: Path, calls: list[str]) -> None:
    out = tmp_path / "out"
    every = _done_again(news, out, calls)
    put(news / "b.txt", "Frost fell on the second town.")
    assert _done_again(news, out, calls) == ["b.txt"]
    (out / "a.json").unlink()
    assert _done_again(news, out, calls) == ["a.txt"]
    assert _done_again(news, out, calls, style=Style(max_bullets=2)) == every
    assert _done_again(news, out, calls, format="text") == every
    assert _done_again(news, out, calls, format="text") == []
    assert _done_again(news, out, calls, format="text", force=True) == every


def test_a_corrected_template_is_a_changed_style(news: Path, tmp_path: Path, calls: list[str]) -> None:
    put(tmp_path / "mine" / "sport.toml", 'domain = "sport"\n')
    style = Style(templates=str(tmp_path / "mine"))
    every = _done_again(news, tmp_path / "out", calls, style=style)
    assert _done_again(news, tmp_path / "out", calls, style=style) == []
    put(tmp_path / "mine" / "sport.toml", 'domain = "politics"\n')
    assert _done_again(news, tmp_path / "out", calls, style=style) == every


def test_corrected_weights_are_a_changed_style(news: Path, tmp_path: Path, calls: list[str]) -> None:
    put(tmp_path / "mine.toml", "[sentence]\nplace_log = -0.4\n")
    style = Style(profile=str(tmp_path / "mine.toml"))
    every = _done_again(news, tmp_path / "out", calls, style=style)
    assert _done_again(news, tmp_path / "out", calls, style=style) == []
    put(tmp_path / "mine.toml", "[sentence]\nplace_log = -0.5\n")
    assert _done_again(news, tmp_path / "out", calls, style=style) == every
    assert _done_again(news, tmp_path / "out", calls, style=Style(summary_words=50)) == every
    assert (
        _done_again(news, tmp_path / "out", calls, style=Style(summary_words=50, trim=("attribution",)))
        == every
    )


def test_a_corrected_house_is_a_changed_style(news: Path, tmp_path: Path, calls: list[str]) -> None:
    put(tmp_path / "ours.toml", 'case = "title"\n')
    style = Style(house=str(tmp_path / "ours.toml"))
    every = _done_again(news, tmp_path / "out", calls, style=style)
    assert _done_again(news, tmp_path / "out", calls, style=style) == []
    put(tmp_path / "ours.toml", 'case = "sentence"\n')
    assert _done_again(news, tmp_path / "out", calls, style=style) == every


def test_an_article_that_fails_now_keeps_no_old_result(news: Path, tmp_path: Path) -> None:
    summarise_folder(news, tmp_path / "out")
    put(news / "a.txt", "This will REFUSE.")
    summarise_folder(news, tmp_path / "out")
    assert not (tmp_path / "out" / "a.json").exists()
    assert index(tmp_path / "out")[0]["output"] is None


def test_a_broken_index_counts_as_none(news: Path, tmp_path: Path, calls: list[str]) -> None:
    out = tmp_path / "out"
    every = _done_again(news, out, calls)
    whole = (out / "index.jsonl").read_bytes()
    for broken in (b'[1]\n"x"\n{"status": "done"}\n\xff\n', b"", whole.replace(b'"bullets"', b'"pellets"')):
        (out / "index.jsonl").write_bytes(broken)
        assert _done_again(news, out, calls) == every
        assert (out / "index.jsonl").read_bytes() == whole


def test_line_separators_in_a_headline_do_not_tear_the_index(tmp_path: Path, calls: list[str]) -> None:
    put(tmp_path / "n" / "a.txt", "one two\u2028three\x85four \u2029five")
    assert len(_done_again(tmp_path / "n", tmp_path / "out", calls)) == 1
    assert _done_again(tmp_path / "n", tmp_path / "out", calls) == []


def test_progress_counts_up_to_all(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from summarise.batch import folder

    monkeypatch.setattr(folder, "_CHUNK", 2)
    put(news / "bad.txt", "This will REFUSE.")
    states: list[Progress] = []
    summarise_folder(news, tmp_path / "out", progress=states.append)
    assert states == [
        Progress(0, 5),
        Progress(2, 5, done=2),
        Progress(4, 5, done=3, failed=1),
        Progress(5, 5, done=5, failed=1),
    ]


def test_an_entry_knows_its_status() -> None:
    assert Entry("a").status == "done"
    assert Entry("a", error=SummariseError("x")).status == "failed"
