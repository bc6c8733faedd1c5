"""The real program, in processes of its own: the same bytes each time, quiet pipes, a quick start."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

SCHEMA = json.loads((Path(__file__).parent.parent / "docs" / "schema.json").read_text(encoding="utf-8"))
PROGRAM = [sys.executable, "-c", "from summarise.cli import main; main()"]
FERRY = """PORT ELLEN, 5 July: A ferry sank in a storm off the island of Norrey on Friday, killing
at least 23 people, police said. Rescuers pulled 41 passengers from the water.

The company said the ship, built in 1998, had passed an inspection in March. Repairs to the harbour
could cost more than $4.5 million, officials said.
"""
BANK = """The central bank raised its main interest rate to 4.25 per cent on Thursday, the third rise this year.

The governor, Maria Lund, said inflation had fallen to about 3 per cent but wages were still rising.
Analysts had expected no change.
"""
RECORDS = """{"id": "one", "text": "Fire destroyed a warehouse in Tarn on Monday. Two workers were injured."}
{"id": "two", "text": 3}
"""
ARTICLES = {"ferry.txt": FERRY, "bank.txt": BANK, "news.jsonl": RECORDS}
HEAVY = {"spacy", "nltk", "sumy", "textstat", "trafilatura", "lemminflect", "jinja2", "numpy"}


def start(*arguments: str | Path, seed: int = 0) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    return subprocess.Popen(
        [*PROGRAM, *map(str, arguments)], env=environment, stdin=pipe, stdout=pipe, stderr=pipe
    )


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles") / "news"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def test_workers_and_hash_seeds_change_no_byte(news: Path, tmp_path: Path) -> None:
    runs = [
        start("batch", news, "-o", tmp_path / "one", "-f", "html", seed=1),
        start("batch", news, "-o", tmp_path / "two", "-f", "html", "--workers", "2", seed=2),
    ]
    for run, name in zip(runs, ("one", "two"), strict=True):
        out, err = run.communicate()
        place = tmp_path / name
        assert (run.returncode, out) == (1, b""), err.decode()
        assert (
            err.decode()
            == f"summarise: 3 done, 1 failed (see {place}/errors.jsonl); index in {place}/index.jsonl\n"
        )
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert {"bank.html", "ferry.html", "news/one.html", "index.html"} <= set(tree(tmp_path / "one"))


def test_the_json_of_a_real_article_keeps_the_schema(news: Path) -> None:
    run = start("digest", "-", "--format", "json")
    out, err = run.communicate(FERRY.encode())
    assert (run.returncode, err) == (0, b"")
    value = json.loads(out)
    Draft202012Validator(SCHEMA).validate(value)
    assert value["figures"]
    assert value["headline"]["text"]


def test_a_reader_that_goes_away_is_no_matter(news: Path) -> None:
    run = start("figures", news / "ferry.txt")
    assert run.stdout is not None
    run.stdout.close()
    run.stdout = None
    _, err = run.communicate()
    assert err == b""


def test_help_does_not_load_the_heavy_libraries() -> None:
    code = "import sys; from summarise.cli import app; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "summarise.cli.app" in run.stdout.split()
    assert HEAVY.isdisjoint(run.stdout.split())
