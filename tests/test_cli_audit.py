"""`summarise audit`: what goes where, what the exit code says, and what wrong use looks like.

The audit itself is a stand-in, but for the last test, which runs the whole program.
"""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cli_outcome import Outcome, Run
from jsonschema import Draft202012Validator

from summarise import pipeline
from summarise.cli import main
from summarise.model import Audit, Finding

SCHEMA = json.loads((Path(__file__).parent.parent / "docs" / "schema.json").read_text(encoding="utf-8"))
DOCUMENT = Draft202012Validator({"$ref": "#/$defs/audit_document", "$defs": SCHEMA["$defs"]})
ARTICLE = "A storm killed at least 23 sailors. The harbour was closed."
SUMMARY = "A storm.\nIt killed 40 sailors.\n"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs the program in a folder with a summary, its article, a file of pairs and two folders."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    Path("sum.txt").write_text(SUMMARY, encoding="utf-8")
    Path("art.txt").write_text(ARTICLE, encoding="utf-8")
    records = [
        {"id": "one", "summary": SUMMARY, "source": ARTICLE},
        {"id": "two", "summary": "A storm.", "source": ARTICLE},
    ]
    Path("pairs.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    for name, text in {
        "S/a.txt": SUMMARY,
        "S/b.txt": "A storm.",
        "A/a.txt": ARTICLE,
        "A/b.txt": ARTICLE,
    }.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")

    def program(*arguments: str | Path) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["summarise", "audit", *map(str, arguments)])
        with pytest.raises(SystemExit) as caught:
            main()
        captured = capsys.readouterr()
        assert isinstance(caught.value.code, int)
        assert "Traceback" not in captured.err
        return Outcome(caught.value.code, captured.out, captured.err)

    return program


@pytest.fixture(autouse=True)
def findings(monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """What an audit finds in each text with a 40 in it; a test may change it."""
    found = [Finding("figure", "contradicted", "40 sailors", 19, 29, "the source says 23", 15, 34)]
    monkeypatch.setattr(
        pipeline, "audit", lambda summary, source: Audit(tuple(found) if "40" in summary else ())
    )
    return found


LINE = ':2:11: contradicted figure "40 sailors": the source says 23 ('
NEAR = ':1:16 "at least 23 sailors")\n'
ONE = "summarise: 1 finding: 1 contradicted\n"
MANY = "summarise: 2 pairs checked, 1 of them without a finding; 1 finding: 1 contradicted\n"


# One summary


def test_a_line_a_finding_in_a_pipe(run: Run) -> None:
    assert run("sum.txt", "--source", "art.txt") == Outcome(1, f"sum.txt{LINE}art.txt{NEAR}", ONE)
    assert run("sum.txt", "-s", "art.txt", "-q") == Outcome(1, f"sum.txt{LINE}art.txt{NEAR}", "")


def test_a_clean_audit_is_silent_on_stdout(run: Run) -> None:
    assert run("S/b.txt", "--source", "art.txt") == Outcome(0, "", "summarise: no findings\n")


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)


BLOCK = (
    "sum.txt:2:11: contradicted figure: the source says 23\n"
    "    It killed 40 sailors.\n"
    "              ^^^^^^^^^^\n"
    "  art.txt:1:16:\n"
    "    A storm killed at least 23 sailors. The harbour was closed.\n"
    "                   ^^^^^^^^^^^^^^^^^^^\n"
    "\n"
)


def test_a_terminal_sees_the_lines_in_colour(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_terminal(monkeypatch)
    outcome = run("sum.txt", "--source", "art.txt")
    assert re.sub(r"\x1b\[[0-9;]*m", "", outcome.out) == BLOCK
    assert "\x1b[1;31m40 sailors\x1b[0m" in outcome.out
    assert "\x1b[1;36mat least 23 sailors\x1b[0m" in outcome.out
    # One that cannot show colour, or a reader who wants none, gets the same plain.
    monkeypatch.setenv("NO_COLOR", "1")
    assert run("sum.txt", "--source", "art.txt").out == BLOCK


def test_the_same_text_plain_on_request(run: Run) -> None:
    assert run("sum.txt", "--source", "art.txt", "--format", "text").out == BLOCK


def test_text_from_an_article_is_no_markup_on_a_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, findings: list[Finding]
) -> None:
    on_a_terminal(monkeypatch)
    findings[:] = [Finding("polarity", "weakened", "[red]", 3, 8, "no [bold] :smile:")]
    Path("sum.txt").write_text("40 [red] x", encoding="utf-8")
    out = re.sub(r"\x1b\[[0-9;]*m", "", run("sum.txt", "--source", "art.txt").out)
    assert "no [bold] :smile:" in out
    assert "    40 [red] x\n" in out


def test_json_keeps_its_schema(run: Run) -> None:
    outcome = run("sum.txt", "--source", "art.txt", "--json")
    assert outcome.code == 1
    document = json.loads(outcome.out)
    DOCUMENT.validate(document)
    assert (document["id"], document["name"], document["source_name"]) == ("sum", "sum.txt", "art.txt")
    assert run("sum.txt", "--source", "art.txt", "-f", "json").out == outcome.out


def test_markdown_and_a_page(run: Run) -> None:
    assert run("sum.txt", "--source", "art.txt", "-f", "markdown").out.startswith("# Audit of sum.txt\n")
    assert run("sum.txt", "--source", "art.txt", "-f", "html").out.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("name", "start"),
    [("o.txt", BLOCK), ("o.json", "{\n"), ("o.md", "# Audit"), ("o.html", "<!doc"), ("o", "sum.t")],
)
def test_the_suffix_of_the_output_tells_the_format(run: Run, name: str, start: str) -> None:
    assert run("sum.txt", "--source", "art.txt", "-o", name) == Outcome(1, "", ONE)
    assert Path(name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize("name", ["o", "o.txt", "o.log"])
def test_a_format_that_the_suffix_does_not_contradict(run: Run, name: str) -> None:
    assert run("sum.txt", "--source", "art.txt", "-o", name, "-f", "lines", "-q").code == 1
    assert Path(name).read_text(encoding="utf-8") == f"sum.txt{LINE}art.txt{NEAR}"


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        ("contradicted", "contradicted", 1),
        ("not found", "contradicted", 0),
        ("not found", "not-found", 1),
        ("not found", "not found", 1),
        ("weakened", "changed-attribution", 0),
        ("changed attribution", "changed-attribution", 1),
        ("changed attribution", "weakened", 1),
        ("weakened", "weakened", 1),
        ("contradicted", "never", 0),
    ],
)
def test_fail_on(run: Run, findings: list[Finding], severity: str, fail_on: str, code: int) -> None:
    findings[:] = [Finding("polarity", severity, "40", 19, 21, "m")]  # type: ignore[arg-type]
    outcome = run("sum.txt", "--source", "art.txt", "--fail-on", fail_on)
    assert outcome.code == code
    assert outcome.out
    assert outcome.err == f"summarise: 1 finding: 1 {severity}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["sum.txt"],
        ["S"],
        ["-", "--source", "-"],
        ["S", "--source", "art.txt", "--format", "html"],
        ["sum.txt", "--source", "A"],
        ["pairs.jsonl", "--source", "art.txt"],
        ["sum.txt", "--source", "art.txt", "-o", "out.foo"],
        ["sum.txt", "--source", "art.txt", "-o", "out.md", "--json"],
        ["sum.txt", "--source", "art.txt", "-o", "out.txt", "--format", "html"],
        ["sum.txt", "--source", "art.txt", "-o", "out.json", "--format", "lines"],
        ["sum.txt", "--source", "art.txt", "-o", "S"],
        ["sum.txt", "--source", "art.txt", "-o", "gone/out.txt"],
        ["sum.txt", "--source", "art.txt", "--fail-on", "grave"],
        ["sum.txt", "--source", "art.txt", "--format", "pdf"],
        ["sum.txt", "--source", "art.txt", "--json", "--format", "html"],
        ["sum.txt", "--source", "art.txt", "-o", "sum.txt"],
        ["sum.txt", "--source", "art.txt", "-o", "art.txt"],
        ["pairs.jsonl", "-o", "pairs.jsonl"],
        ["pairs.jsonl", "--format", "html"],
        ["pairs.jsonl", "--workers", "0"],
    ],
)
def test_wrong_use_is_exit_code_2_with_nothing_on_stdout(run: Run, arguments: list[str]) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err
    assert not Path("gone").exists()
    assert Path("sum.txt").read_text(encoding="utf-8") == SUMMARY


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["pairs.jsonl", "-s", "art.txt"],
            "holds pairs, which have their sources in them: leave --source out.",
        ),
        (
            ["sum.txt", "-s", "A"],
            "A is a folder, sum.txt is a file: give two files, two folders, or a folder and",
        ),
        (["gone", "-s", "A"], "A is a folder, there is no gone:"),
        (
            ["sum.txt", "-s", "art.txt", "-o", "o.foo"],
            "no format has the suffix .foo: take .txt, .json, .jsonl, .ndjson, .md, .html, or say --format.",
        ),
        (
            ["sum.txt", "-s", "art.txt", "-o", "o.md", "--json"],
            "o.md is a name for markdown, the format asked for",
        ),
        (["sum.txt", "-s", "art.txt", "-o", "gone/o.md"], "there is no folder gone: make it first"),
    ],
)
def test_wrong_use_says_what_is_right(run: Run, arguments: list[str], said: str) -> None:
    # Without the frame, in which the lines are broken.
    assert said in " ".join(re.sub("[│╭╮╰╯─]", " ", run(*arguments).err).split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["void.txt", "-s", "art.txt"], "the summary is empty (give at least one sentence)"),
        (["sum.txt", "-s", "void.txt"], "the article is empty (give at least one sentence)"),
    ],
)
def test_what_is_empty_is_named(run: Run, arguments: list[str], said: str) -> None:
    Path("void.txt").write_text("\n", encoding="utf-8")
    assert run(*arguments) == Outcome(1, "", f"summarise: void.txt: {said}\n")


@pytest.mark.parametrize(
    "arguments",
    [["gone.txt", "-s", "art.txt"], ["sum.txt", "-s", "gone.txt"], ["gone.jsonl"]],
)
def test_what_cannot_be_read_is_one_line_and_exit_code_1(run: Run, arguments: list[str]) -> None:
    outcome = run(*arguments, "-o", "out.txt", "--fail-on", "never")
    assert (outcome.code, outcome.out) == (1, "")
    assert re.fullmatch(r"summarise: gone\.\w+: there is no such file .*\n", outcome.err)
    assert not Path("out.txt").exists()


# Many


def test_pairs_of_a_file(run: Run) -> None:
    near = NEAR.replace("art.txt", "source")
    line = LINE.replace(": ", ": [one] ", 1)
    assert run("pairs.jsonl") == Outcome(1, f"pairs.jsonl:1{line}source{near}", MANY)
    assert run("pairs.jsonl", "-f", "text").out.startswith("pairs.jsonl:1:2:11: [one] contradicted figure: ")
    assert run("pairs.jsonl", "-f", "markdown").out.startswith("# Audit of \\[one\\] pairs.jsonl:1\n")


def test_pairs_as_records(run: Run) -> None:
    outcome = run("pairs.jsonl", "--json")
    assert (outcome.code, outcome.err) == (1, MANY)
    records = [json.loads(line) for line in outcome.out.splitlines()]
    for record in records:
        DOCUMENT.validate(record)
    assert [(record["id"], record["ok"], len(record["findings"])) for record in records] == [
        ("one", False, 1),
        ("two", True, 0),
    ]
    assert run("pairs.jsonl", "-o", "out.jsonl", "-q") == Outcome(1, "", "")
    assert Path("out.jsonl").read_text(encoding="utf-8") == outcome.out


def test_pairs_of_two_folders(run: Run) -> None:
    assert run("S", "--source", "A") == Outcome(1, f"S/a.txt{LINE}A/a.txt{NEAR}", MANY)
    assert run("S", "--source", "A", "--fail-on", "never").code == 0


def test_a_folder_of_summaries_of_one_article(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("S", "--source", "art.txt") == Outcome(1, f"S/a.txt{LINE}art.txt{NEAR}", MANY)
    monkeypatch.setattr(sys, "stdin", io.StringIO(ARTICLE))
    assert run("S", "--source", "-") == Outcome(1, f"S/a.txt{LINE}standard input{NEAR}", MANY)
    assert run("S", "--source", "gone.txt", "-o", "out.txt").err.startswith(
        "summarise: gone.txt: there is no"
    )


def test_what_cannot_be_checked_is_named_and_the_rest_goes_on(run: Run) -> None:
    with Path("pairs.jsonl").open("a", encoding="utf-8") as file:
        file.write(
            '{"id": "three", "source": "x"}\n{"summary"\n{"id": "four", "summary": "A.", "source": "B."}\n'
        )
    outcome = run("pairs.jsonl", "--json", "--fail-on", "never")
    assert outcome.code == 1
    assert outcome.err.splitlines()[0] == (
        'summarise: pairs.jsonl:3: [three] there is no "summary" in it; found "id", "source" (name both texts)'
    )
    assert outcome.err.splitlines()[1].startswith("summarise: pairs.jsonl:4: malformed JSON at column 11")
    assert outcome.err.splitlines()[2] == (
        "summarise: 3 pairs checked, 2 of them without a finding; 1 finding: 1 contradicted; 2 could not be checked"
    )
    records = [json.loads(line) for line in outcome.out.splitlines()]
    for record in records:
        DOCUMENT.validate(record)
    assert [record["id"] for record in records] == ["one", "two", "three", "pairs-4", "four"]
    assert [record["error"] is None for record in records] == [True, True, False, False, True]


def test_a_file_without_a_partner_is_named(run: Run) -> None:
    Path("S/c.txt").write_text("A storm.", encoding="utf-8")
    Path("S/picture.png").write_text("x", encoding="utf-8")
    outcome = run("S", "--source", "A", "--fail-on", "never", "-q")
    assert (outcome.code, outcome.out) == (1, f"S/a.txt{LINE}A/a.txt{NEAR}")
    assert outcome.err.splitlines() == [
        "summarise: left alone, of no kind that can be read: S/picture.png",
        "summarise: S/c.txt: no article named c in A",
    ]


def test_other_keys(run: Run) -> None:
    Path("own.jsonl").write_text(json.dumps({"headline": SUMMARY, "text": ARTICLE}) + "\n", encoding="utf-8")
    outcome = run("own.jsonl", "--summary-field", "headline", "--source-field", "text")
    assert outcome.out == f"own.jsonl:1{LINE}text{NEAR}"


def test_a_run_that_breaks_off_leaves_the_old_output(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("out.jsonl").write_text("old", encoding="utf-8")

    def interrupted(summary: str, source: str) -> Audit:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "audit", interrupted)
    assert run("pairs.jsonl", "-o", "out.jsonl").code == 130
    assert Path("out.jsonl").read_text(encoding="utf-8") == "old"
    assert not list(Path().glob(".*.tmp"))


def test_the_example_of_the_readme_is_true(tmp_path: Path) -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    shown = readme.split("$ summarise audit summary.txt --source article.txt\n")[1].split("```")[0]
    # The texts are those that the example shows, each line once.
    texts = [line.strip() for line in shown.splitlines() if line.startswith("    ") and "^" not in line]
    (tmp_path / "summary.txt").write_text("\n".join(texts[0::2]) + "\n", encoding="utf-8")
    (tmp_path / "article.txt").write_text("\n".join(texts[1::2]) + "\n", encoding="utf-8")
    program = [sys.executable, "-c", "from summarise.cli import main; main()", "audit", "summary.txt"]
    options = ["--source", "article.txt", "--format", "text"]
    run = subprocess.run([*program, *options], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.stdout + run.stderr == shown
    assert run.returncode == 1


def test_the_number_of_workers_changes_no_byte(tmp_path: Path) -> None:
    records = [{"id": str(n), "summary": f"It killed {n} sailors.", "source": ARTICLE} for n in range(20, 60)]
    (tmp_path / "p.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    program = [sys.executable, "-c", "from summarise.cli import main; main()", "audit", "p.jsonl", "--json"]
    runs = [
        subprocess.run([*program, "--workers", workers], cwd=tmp_path, capture_output=True, check=False)
        for workers in ("1", "2")
    ]
    assert [run.returncode for run in runs] == [1, 1]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stderr == runs[1].stderr
    assert runs[0].stdout.count(b"\n") == 40
