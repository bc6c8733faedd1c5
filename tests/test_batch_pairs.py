"""Pairs of summary and source: how they are found, and that each is audited whatever becomes of the others."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarise import audit, pipeline
from summarise.batch import (
    Audited,
    Pair,
    audit_one,
    audit_pairs,
    load_pair,
    match_article,
    match_folders,
    pair_of,
    read_pairs,
)
from summarise.errors import ModelError, ReadError, SummariseError
from summarise.model import Article, Audit, Finding

SOURCE = "At least 23 people were hurt in Harlow, police said. The road was closed for six hours."


def put(path: Path, *records: Any) -> Path:
    """Records as JSON Lines; a string is a line as it stands."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def problem(pair: Pair) -> str:
    return str(pair.problem)


# Reading


def test_records_are_pairs(tmp_path: Path) -> None:
    file = put(
        tmp_path / "p.jsonl",
        {"id": "a", "summary": "One.", "source": "Two."},
        "",
        {"id": 7, "summary": ["One.", "Three."], "source": ["Two.", "Four."], "more": 1},
        {"id": True, "summary": "O\ud800ne", "source": "Two"},
    )
    assert list(read_pairs(file)) == [
        Pair("One.", "Two.", "a", f"{file}:1", "source", own_id=True),
        Pair("One.\nThree.", "Two.\n\nFour.", "7", f"{file}:3", "source", own_id=True),
        Pair("O\ufffdne", "Two", "p-4", f"{file}:4", "source"),
    ]


def test_the_keys_can_be_others(tmp_path: Path) -> None:
    file = put(tmp_path / "p.jsonl", {"headline": "One.", "text": "Two."}, {"summary": "x", "source": "y"})
    first, second = read_pairs(file, summary="headline", source="text")
    assert (first.summary, first.source, first.source_name) == ("One.", "Two.", "text")
    assert (
        problem(second)
        == f'{file}:2: there is no "headline" in it; found "summary", "source" (name both texts)'
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"summary": "x"', "malformed JSON at column 16"),
        ("[1]", "a record is an object with two texts"),
        ("{}", 'there is no "summary" in it; found no keys'),
        ('{"id": "q", "source": "y"}', 'there is no "summary" in it; found "id", "source"'),
        ('{"summary": "x", "source": " "}', 'its "source" is empty'),
        ('{"summary": "", "source": "y"}', 'its "summary" is empty'),
        ('{"summary": [], "source": "y"}', 'its "summary" is empty'),
        ('{"summary": 3, "source": "y"}', 'its "summary" is no text'),
        ('{"summary": "x", "source": null}', 'there is no "source" in it'),
        ('{"summary": "x", "source": [1]}', 'its "source" is no text'),
        ("[" * 100_000, "its JSON is nested too deeply"),
    ],
)
def test_a_bad_record_is_a_problem_and_the_next_follows(tmp_path: Path, line: str, said: str) -> None:
    good = {"summary": "One.", "source": "Two."}
    bad, after = read_pairs(put(tmp_path / "p.jsonl", line, good))
    assert problem(bad).startswith(f"{tmp_path}/p.jsonl:1: {said}")
    assert bad.id in ("p-1", "q")
    assert after.problem is None
    assert after.name == f"{tmp_path}/p.jsonl:2"


def test_bytes_that_are_no_text_are_a_problem_of_their_line(tmp_path: Path) -> None:
    file = tmp_path / "p.jsonl"
    file.write_bytes(
        b'\xef\xbb\xbf{"summary": "a", "source": "b"}\r\n\x00\x01\n{"summary": "c", "source": "d"}'
    )
    first, bad, last = read_pairs(file)
    assert (first.summary, last.summary) == ("a", "c")
    assert problem(bad).startswith(f"{file}:2: ")


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="gone: there is no such file"):
        list(read_pairs("gone"))
    with pytest.raises(ReadError, match="it cannot be read"):
        list(read_pairs(tmp_path))
    with pytest.raises(ReadError, match="it is empty"):
        list(read_pairs(put(tmp_path / "p.jsonl", "", " ")))
    (tmp_path / "w.jsonl").write_text("{}", encoding="utf-16")
    with pytest.raises(ReadError, match="save it as UTF-8"):
        list(read_pairs(tmp_path / "w.jsonl"))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"summary": "a", "source": "b"}\n'))
    assert list(read_pairs("-")) == [Pair("a", "b", "standard input-1", "standard input:1", "source")]


# Folders


def test_folders_are_matched_by_name_without_suffix(tmp_path: Path) -> None:
    for name in ("S/b.txt", "S/b.md", "S/may/a.txt", "S/alone.txt", "S/two.txt", "S/note"):
        put(tmp_path / name, "Text.")
    for name in ("A/b.html", "A/may/a.md", "A/other.txt", "A/two.txt", "A/two.md", "A/.hidden.txt"):
        put(tmp_path / name, "Text.")
    matched = match_folders(tmp_path / "S", tmp_path / "A")
    good = [(pair.id, pair.name, pair.source_name) for pair in matched.pairs if not pair.problem]
    assert good == [
        ("b", f"{tmp_path}/S/b.md", f"{tmp_path}/A/b.html"),
        ("b", f"{tmp_path}/S/b.txt", f"{tmp_path}/A/b.html"),
        ("may/a", f"{tmp_path}/S/may/a.txt", f"{tmp_path}/A/may/a.md"),
    ]
    assert [problem(pair) for pair in matched.pairs if pair.problem] == [
        f"{tmp_path}/S/alone.txt: no article named alone in {tmp_path}/A",
        f"{tmp_path}/A/other.txt: no summary named other in {tmp_path}/S",
        f"{tmp_path}/S/two.txt: 2 articles named two: two.md and two.txt (keep one)",
    ]
    assert matched.ignored == (f"{tmp_path}/S/note",)


def test_the_output_is_no_input(tmp_path: Path) -> None:
    put(tmp_path / "S/a.txt", "Text.")
    put(tmp_path / "S/out.json", "{}")
    put(tmp_path / "A/a.txt", "Text.")
    matched = match_folders(tmp_path / "S", tmp_path / "A", out=tmp_path / "S" / "out.json")
    assert [pair.id for pair in matched.pairs] == ["a"]


def test_every_summary_of_a_folder_has_the_one_article(tmp_path: Path) -> None:
    for name in ("S/b.txt", "S/may/a.md", "S/article.txt", "S/out.txt", "S/picture.png"):
        put(tmp_path / name, "Text.")
    put(tmp_path / "S/void.txt")
    article, out = tmp_path / "S" / "article.txt", tmp_path / "S" / "out.txt"
    matched = match_article(tmp_path / "S", article, out=out)
    assert [pair.id for pair in matched.pairs] == ["b", "may/a", "void"]
    assert {pair.source_name for pair in matched.pairs} == {str(article)}
    assert matched.ignored == (f"{tmp_path}/S/picture.png",)
    loaded = [load_pair(pair, Article("A.", source="standard input")) for pair in matched.pairs]
    assert [(pair.summary.strip(), pair.source, pair.source_name) for pair in loaded[:2]] == [
        ("Text.", "A.", "standard input")
    ] * 2
    assert problem(loaded[2]) == f"{tmp_path}/S/void.txt: the summary is empty (give at least one sentence)"
    put(tmp_path / "T/article.txt", "Text.")
    with pytest.raises(ReadError, match="there is no summary in it"):
        match_article(tmp_path / "T", tmp_path / "T" / "article.txt")


def test_titles_apart_from_the_text_belong_to_it() -> None:
    pair = pair_of(Article("Body.", title="Head", id="i", source="s.html"), Article("Text.", title="Top"))
    assert (pair.summary, pair.source, pair.title_at) == ("Head\n\nBody.", "Text.\n\nTop", 7)
    assert pair.source[pair.title_at :] == "Top"
    assert (pair.id, pair.name) == ("i", "s.html")
    within = pair_of(Article("Head\n\nBody.", title="Head"), Article("Top. Text.", title="Top"))
    assert (within.summary, within.source, within.title_at) == ("Head\n\nBody.", "Top. Text.", None)


# Auditing


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A stand-in for the audit that can be made to fail; gives the summaries it was asked for."""
    asked: list[str] = []

    def check(summary: str, source: str) -> Audit:
        asked.append(summary)
        if "REFUSE" in summary:
            raise ReadError("there is no sentence in it")
        if "CRASH" in summary:
            raise ZeroDivisionError("by zero")
        if "MODEL" in summary:
            raise ModelError("the model is gone")
        return Audit((Finding("polarity", "weakened", summary, 0, len(summary), "m"),))

    monkeypatch.setattr(pipeline, "audit", check)
    return asked


def test_each_pair_has_its_result_in_order(calls: list[str], tmp_path: Path) -> None:
    gone = Pair("", "", id="g", name=str(tmp_path / "gone.txt"), source_name="x.txt")
    bad = Pair("", "", problem=ReadError("is bad"))
    results = list(audit_pairs([("a", "s"), Pair("REFUSE", "s"), bad, ("CRASH", "s"), gone, ("b", "s")]))
    assert calls == ["a", "REFUSE", "CRASH", "b"]
    assert [str(result.error)[:40] for result in results if result.error] == [
        "there is no sentence in it",
        "is bad",
        "internal error: ZeroDivisionError: by ze",
        str(results[4].error)[:40],
    ]
    assert "gone.txt: there is no such file" in str(results[4].error)
    assert [result.findings[0].text for result in results if not result.error] == ["a", "b"]
    assert not any(result.ok for result in results)


@pytest.mark.usefixtures("calls")
def test_what_concerns_every_pair_ends_the_run() -> None:
    with pytest.raises(ModelError):
        list(audit_pairs([("MODEL", "s")]))
    with pytest.raises(SummariseError, match="workers = 0 is too small"):
        audit_pairs([], workers=0)


def test_no_more_is_read_than_is_asked_for(calls: list[str]) -> None:
    def endless() -> Iterator[tuple[str, str]]:
        while True:
            yield "a", "s"

    results = audit_pairs(endless())
    assert next(results).findings
    assert len(calls) < 100


def test_files_are_read_when_it_is_their_turn(tmp_path: Path) -> None:
    put(tmp_path / "S/a.txt", "At least 23 people were hurt, police said.")
    put(tmp_path / "A/a.html", f"<html><body><article><h1>Crash</h1><p>{SOURCE}</p></article></body></html>")
    (result,) = audit_pairs(match_folders(tmp_path / "S", tmp_path / "A").pairs)
    assert result.pair.id == "a"
    assert result.pair.summary.startswith("At least 23")
    assert SOURCE in result.pair.source
    assert result.error is None


def test_workers_change_nothing() -> None:
    texts = ["23 people were hurt, police said.", SOURCE, "Nobody was hurt in Paris."]
    pairs = [Pair(texts[n % 3], SOURCE, id=str(n)) for n in range(40)]
    pairs[5] = Pair("", "", id="5", problem=ReadError("is bad", place="x:5", hint="mend it"))

    def plain(results: Iterator[Audited]) -> list[tuple[str | None, Audit, str]]:
        return [(result.pair.id, result.audit, str(result.error)) for result in results]

    one = plain(audit_pairs(pairs))
    assert plain(audit_pairs(pairs, workers=2)) == one
    assert [name for name, _, _ in one] == [str(n) for n in range(40)]


def test_one_pair_is_as_the_audit_says() -> None:
    assert audit_one(Pair("Nobody was hurt in Paris.", SOURCE)).audit == audit(
        "Nobody was hurt in Paris.", SOURCE
    )
