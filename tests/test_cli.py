"""The command line: what goes where, what the exit code says, and what a mistake looks like.

The pipeline's verbs are stand-ins; `test_cli_whole.py` runs the real ones.
"""

import json
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from cli_outcome import Outcome, Run
from sample_digest import sample

import summarise
from summarise import pipeline
from summarise.cli import main
from summarise.errors import TemplateError
from summarise.model import Digest, Figure, Ranked, Span, Style, Warning
from summarise.phrasing.house import load_house
from summarise.ranking import PROFILES, TRIMS
from summarise.resources import house_files


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs the program in an empty folder, as a shell would."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "dumb")

    def program(*arguments: str | Path) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["summarise", *map(str, arguments)])
        with pytest.raises(SystemExit) as caught:
            main()
        captured = capsys.readouterr()
        code = caught.value.code
        assert isinstance(code, int)
        assert "Traceback" not in captured.err
        return Outcome(code, captured.out, captured.err)

    return program


@pytest.fixture
def styles(monkeypatch: pytest.MonkeyPatch) -> list[Style]:
    """Makes every digest the sample; gives the styles that were asked for."""
    asked: list[Style] = []

    def digest(article: object, style: Style) -> Digest:
        asked.append(style)
        return sample()

    monkeypatch.setattr(pipeline, "summarise", digest)
    return asked


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "storm.txt"
    path.write_text("A storm killed at least 23 sailors. The harbour was closed.", encoding="utf-8")
    return path


# The program


def test_version(run: Run) -> None:
    assert run("--version") == Outcome(0, f"summarise {summarise.__version__}\n", "")


def test_help_names_every_command(run: Run) -> None:
    outcome = run("--help")
    assert outcome.code == 0
    for command in ("digest", "batch", "audit", "figures", "rank", "compress", "templates"):
        assert f" {command} " in outcome.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["digst", "x"],
        ["digest"],
        ["digest", "x.txt", "--format", "pdf"],
        ["digest", "x.txt", "--sentences", "0"],
        ["digest", "x.txt", "--colour"],
        ["batch", "."],
        ["batch", ".", "-o", "out", "--workers", "0"],
        ["audit", "x.txt"],
        ["audit", "-", "--source", "-"],
        ["compress", " "],
        ["templates", "tri"],
    ],
)
def test_wrong_use_is_exit_code_2_with_nothing_on_stdout(run: Run, arguments: list[str]) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err


def one_line(outcome: Outcome) -> str:
    """The single line on stderr of a mistake."""
    assert outcome.out == ""
    assert outcome.err.startswith("summarise: ")
    assert outcome.err.count("\n") == 1
    return outcome.err.removeprefix("summarise: ").rstrip("\n")


@pytest.mark.parametrize("command", [["digest"], ["figures"], ["rank"], ["audit", "--source", "gone.txt"]])
def test_an_unreadable_file_is_one_line(run: Run, command: list[str]) -> None:
    outcome = run(*command, "gone.txt")
    assert outcome.code == 1
    assert one_line(outcome).startswith("gone.txt: there is no such file")


def test_a_wrong_setting_is_one_line_and_wrong_use(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text("max_bulets = 3")
    outcome = run("digest", article, "--style", "s.toml")
    assert outcome.code == 2
    assert one_line(outcome).startswith(
        's.toml: there is no setting "max_bulets" (did you mean "max_bullets"?'
    )
    outcome = run("digest", article, "--ranker", "lexrank")
    assert outcome.code == 2
    assert 'did you mean "lex-rank"?' in one_line(outcome)


def test_an_error_of_several_lines_is_still_one_line(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Digest:
        raise TemplateError("is not TOML:\n  at line 3", place="x.toml")

    monkeypatch.setattr(pipeline, "summarise", broken)
    assert one_line(run("digest", article)) == "x.toml: is not TOML: at line 3"


def test_an_interrupt_is_130(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> Digest:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "summarise", interrupted)
    assert run("digest", article) == Outcome(130, "", "")


# digest


@pytest.mark.parametrize("format", ["text", "markdown", "json", "html"])
def test_digest_writes_the_format(run: Run, article: Path, styles: list[Style], format: str) -> None:
    from summarise.writing import write

    assert run("digest", article, "--format", format) == Outcome(0, write(sample(), format), "")


def test_digest_is_text_unless_the_output_says_otherwise(
    run: Run, article: Path, styles: list[Style], tmp_path: Path
) -> None:
    assert run("digest", article).out.startswith("Storm kills at least 23 sailors\n=====")
    assert run("digest", article, "-o", "new/d.json") == Outcome(0, "", "")
    assert (tmp_path / "new" / "d.json").read_text(encoding="utf-8") == sample().to_json()
    run("digest", article, "-o", "d.json", "--format", "markdown")
    assert (tmp_path / "d.json").read_text(encoding="utf-8").startswith("# Storm")
    assert run("digest", article, "-o", "d.xyz").code == 0
    assert (tmp_path / "d.xyz").read_text(encoding="utf-8").startswith("Storm")


def test_digest_options_win_over_the_style_file(
    run: Run, article: Path, styles: list[Style], tmp_path: Path
) -> None:
    (tmp_path / "s.toml").write_text('max_bullets = 3\nkey_figures = 2\nranker = "lsa"\n')
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine.toml").write_text("")
    options = """
        --sentences 2 --words 60 --characters 400 --share 0.25 --ranker lex-rank --profile mine.toml
        --trim parentheses --trim attribution --bullets 1 --max-headline 60 --house us-web --templates mine
    """
    run("digest", article, "--style", "s.toml", *options.split())
    assert styles == [
        Style(
            summary_sentences=2,
            summary_words=60,
            summary_characters=400,
            summary_share=0.25,
            max_bullets=1,
            max_headline_chars=60,
            house="us-web",
            key_figures=2,
            ranker="lex-rank",
            profile="mine.toml",
            trim=("parentheses", "attribution"),
            templates="mine",
        )
    ]


def test_what_no_option_names_is_as_the_style_file_says(
    run: Run, article: Path, styles: list[Style], tmp_path: Path
) -> None:
    (tmp_path / "s.toml").write_text('trim = ["attribution"]\nsummary_share = 0.5\nprofile = "lead-cut"\n')
    run("digest", article, "--style", "s.toml", "--words", "9")
    assert styles == [Style(summary_words=9, summary_share=0.5, profile="lead-cut", trim=("attribution",))]


@pytest.mark.parametrize("command", [["digest"], ["rank"], ["batch", "-o", "out"]], ids=lambda c: c[0])
@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--profile", "new"], 'there is no profile "new" (did you mean "news"? profiles: auto, '),
        (["--profile", "gone.toml"], 'profile = "gone.toml" is not a file'),
        (["--trim", "brackets"], 'there is no trim "brackets" (trims: attribution, parentheses)'),
        (["--share", "30"], "summary_share = 30.0 is out of range (above 0 and up to 1)"),
        (["--ranker", "lexrank"], 'did you mean "lex-rank"?'),
    ],
    ids=lambda value: value[0] + " " + value[1] if isinstance(value, list) else "",
)
def test_the_shared_options_are_checked_alike(
    run: Run, article: Path, command: list[str], option: list[str], said: str
) -> None:
    outcome = run(*command, article, *option)
    assert outcome.code == 2
    assert said in one_line(outcome)


@pytest.mark.parametrize("command", ["digest", "batch", "rank"])
def test_help_says_what_each_profile_and_trim_is(run: Run, command: str) -> None:
    text = " ".join(run(command, "--help").out.replace("│", " ").split())
    for name, profile in PROFILES.items():
        assert f"• {name}: {profile.about}" in text
    for name, trim in TRIMS.items():
        assert f"• {name}: {trim.about.rstrip('.')}".lower() in text.lower()
    for option in ("sentences", "words", "characters", "share", "ranker"):
        assert f"--{option} " in text


@pytest.mark.parametrize("command", ["digest", "batch"])
def test_help_says_what_each_house_is(run: Run, command: str) -> None:
    text = " ".join(run(command, "--help").out.replace("│", " ").split())
    for name in house_files():
        assert f"• {name}: {load_house(name).about}" in text
    assert "--house " in text


@pytest.mark.parametrize("command", [["digest"], ["batch", "-o", "out"]], ids=lambda c: c[0])
def test_a_house_that_does_not_exist_is_wrong_use(run: Run, article: Path, command: list[str]) -> None:
    outcome = run(*command, article, "--house", "us-wep")
    assert outcome.code == 2
    assert 'there is no house "us-wep" (did you mean "us-web"? houses: plain, ' in one_line(outcome)


def test_digest_takes_the_style_of_the_project(
    run: Run, article: Path, styles: list[Style], tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.summarise]\nmax-bullets = 2\n")
    run("digest", article)
    assert styles == [Style(max_bullets=2)]


def test_digest_of_many_says_what_to_use(run: Run, tmp_path: Path, styles: list[Style]) -> None:
    (tmp_path / "n.jsonl").write_text('{"text": "Rain fell on one town."}\n' * 2)
    outcome = run("digest", "n.jsonl")
    assert outcome.code == 1
    assert "summarise batch" in one_line(outcome)


def test_digest_that_cannot_be_written_is_one_line(run: Run, article: Path, styles: list[Style]) -> None:
    outcome = run("digest", article, "-o", article / "d.json")
    assert outcome.code == 1
    assert "cannot be written" in one_line(outcome)


# rank


@pytest.fixture
def ranking(monkeypatch: pytest.MonkeyPatch) -> list[Style]:
    """Makes every ranking the sample's; gives the styles that were asked for."""
    asked: list[Style] = []

    def rank(article: object, style: Style) -> tuple[Ranked, ...]:
        asked.append(style)
        return sample().ranking

    monkeypatch.setattr(pipeline, "rank", rank)
    return asked


def test_rank_says_why_each_sentence_was_taken_or_passed_over(
    run: Run, article: Path, ranking: list[Style]
) -> None:
    outcome = run("rank", article, "--words", "40", "--profile", "one-sentence")
    assert (outcome.code, outcome.err) == (0, "")
    assert ranking == [Style(summary_words=40, profile="one-sentence")]
    head, first, *_, last = outcome.out.splitlines()
    assert head.split("\t") == ["rank", "sentence", "score", "taken", "why", "text"]
    why = "taken as number 1 – opens the story (+1.2); has 14 words (-0.1)"
    assert first.split("\t")[:5] == ["1", "1", "1.00", "✓", why]
    assert last.split("\t") == [
        "4",
        "4",
        "0.25",
        "",
        "passed over: leans on sentence 2 ('It'), which was not taken",
        "It denied that 40 ships were lost.",
    ]


@pytest.mark.parametrize("width", [100, 160])
def test_the_ranking_fits_a_terminal(
    run: Run, article: Path, ranking: list[Style], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run("rank", article).out.splitlines()
    assert max(map(len, lines)) <= width
    # Sentences of several lines are set apart.
    assert [line.split()[0] for line in lines if line[:4].strip().isdigit()] == ["1", "2", "3", "4"]
    assert sum(not line.strip() for line in lines) >= 3


def test_rank_as_json_gives_everything(run: Run, article: Path, ranking: list[Style]) -> None:
    first = json.loads(run("rank", article, "--json").out)[0]
    assert first.keys() == {"sentence", "rank", "score", "reasons", "taken", "verdict"}
    assert (first["taken"], first["verdict"]) == (True, "taken as number 1")
    assert first["sentence"]["cuts"] == []


# compress


@pytest.fixture
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        pipeline, "compress", lambda text, max_words=None, **_: " ".join(text.split()[:max_words])
    )


@pytest.mark.usefixtures("_short")
def test_compress(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    assert run("compress", "One two three four.", "--max-words", "2").out == "One two\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO("One two three.\n\n  Four five six.\n"))
    assert run("compress", "-", "--max-words", "2").out == "One two\nFour five\n"


# Tables


def test_a_table_elsewhere_than_on_a_terminal_is_tab_separated_and_whole(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from summarise.cli.show import show_table

    long = "word " * 100
    show_table(["a", "b"], [("x\ty\n", "[red]z\x1b[31m"), (long, "1")], numbers=["b"])
    assert capsys.readouterr().out == f"a\tb\nx y\t[red]z[31m\n{long.strip()}\t1\n"


def test_a_table_on_a_terminal_shows_text_as_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarise.cli.show import show_table

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    show_table(["a", "b"], [("[red]z[/red]", "one :smile: two")])
    out = capsys.readouterr().out
    assert "[red]z[/red]" in out
    assert ":smile:" in out


def test_decimals_and_spans_become_json(capsys: pytest.CaptureFixture[str]) -> None:
    from summarise.cli.show import show_json

    value: Any = (sample().figures[0], Decimal("2.5"))
    show_json(value)
    written = json.loads(capsys.readouterr().out)
    assert written[0]["value"] == 23
    assert written[1] == 2.5


def test_a_table_too_wide_for_its_terminal_loses_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarise.cli.show import show_table

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "30")
    columns = [f"column{n}" for n in range(8)]
    show_table(columns, [[f"cell{n}" for n in range(8)]], numbers=columns[:2])
    out = capsys.readouterr().out
    assert all(name in out for name in [*columns, *(f"cell{n}" for n in range(8))])


FERRY = """A ferry sank off Marsk on Monday and at least 23 people were killed, police said.

The coast guard said that 31 people were killed when the third ferry of the year went down.
Fares rose by about 3 per cent to $4.5bn in 2025.
"""


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY, encoding="utf-8")
    return path


def table_of(out: str) -> list[dict[str, str]]:
    head, *rows = (line.split("\t") for line in out.splitlines())
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_figures_in_a_pipe_are_a_line_each_with_every_column(run: Run, ferry: Path) -> None:
    outcome = run("figures", ferry)
    assert outcome.code == 0
    rows = table_of(outcome.out)
    assert list(rows[0]) == [
        "text", "value", "unit", "kind", "what", "bound", "who says", "place", "time", "note", "key", "sentence",
    ]  # fmt: skip
    first, second, third, fourth = rows
    assert (first["text"], first["bound"], first["what"], first["who says"]) == (
        "23",
        "at least",
        "people",
        "police",
    )
    assert (second["text"], second["sentence"]) == ("31", "2")
    assert (third["bound"], third["unit"], third["value"]) == ("up by about", "percent", "3")
    assert (fourth["value"], fourth["unit"]) == ("4,500,000,000", "USD")


def test_all_figures_are_those_that_count_and_those_that_label(run: Run, ferry: Path) -> None:
    usual = [row["text"] for row in table_of(run("figures", ferry).out)]
    rows = table_of(run("figures", ferry, "--all").out)
    kinds = {row["text"]: row["kind"] for row in rows}
    assert kinds["third"] == "ordinal"
    assert kinds["2025"] == "year"
    assert set(usual) < set(kinds)
    assert next(row["value"] for row in rows if row["text"] == "2025") == "2025"


def test_key_figures_are_marked_and_can_be_had_alone_best_first(run: Run, ferry: Path) -> None:
    rows = table_of(run("figures", ferry, "--key", "2").out)
    assert [row["key"] for row in rows] == ["key", "key"]
    best = json.loads(run("figures", ferry, "--json").out)["key_figures"]
    assert [row["text"] for row in rows] == [figure["text"] for figure in best[:2]]
    assert best == json.loads(run("digest", ferry, "--format", "json").out)["key_figures"]


def test_figures_as_json_are_those_of_the_digest(run: Run, ferry: Path) -> None:
    document = json.loads(run("figures", ferry, "--json").out)
    digest = json.loads(run("digest", ferry, "--format", "json").out)
    assert document.keys() == {"schema", "article", "figures", "key_figures", "warnings"}
    for key in ("schema", "article", "figures", "key_figures"):
        assert document[key] == digest[key]


def test_figures_that_contradict_are_named_on_stderr(
    run: Run, ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def both(found: tuple[Figure, ...], *_: object) -> tuple[Warning, ...]:
        spans = tuple(Span(figure.start, figure.end) for figure in found[:2])
        return (Warning("conflict", f"both {found[0].text} and {found[1].text}", spans),)

    monkeypatch.setattr("summarise.figures.conflicts", both)
    outcome = run("figures", ferry)
    assert outcome.code == 0
    assert outcome.err == "summarise: conflict: both 23 and 31 (sentences 1 and 2)\n"
    assert "conflict" not in outcome.out


@pytest.mark.parametrize("text", ["", "  \n", "Nobody was hurt."])
def test_no_figure_is_said_and_no_mistake(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "calm.txt").write_text(text, encoding="utf-8")
    outcome = run("figures", "calm.txt")
    assert (outcome.code, outcome.err) == (0, "summarise: no figures in calm.txt\n")
    assert table_of(outcome.out) == []
    document = json.loads(run("figures", "calm.txt", "--json").out)
    assert (document["schema"], document["figures"], document["key_figures"]) == ("1", [], [])


@pytest.mark.parametrize("columns", [80, 120])
def test_the_table_of_figures_fits_its_terminal(
    run: Run, ferry: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(columns))
    out = re.sub(r"\x1b\[[0-9;]*m", "", run("figures", ferry, "--all").out)
    assert max(map(len, out.splitlines())) <= columns
    assert re.search(r"^★ 23 +23 +people +at least +police", out, re.MULTILINE)
    assert "4,500,000,000" in out
    assert "★ key figure; in: number of the sentence" in out


def test_words_of_a_narrow_table_break_but_numbers_do_not(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarise.cli.show import show_table

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "30")
    show_table(["name", "value"], [("extraordinarily", "1,240,000,000")], numbers=["value"])
    out = re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)
    assert "1,240,000,000" in out
    assert "extraordinarily" not in out
    assert max(map(len, out.splitlines())) <= 30
