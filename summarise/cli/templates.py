"""Commands for those who write headline templates."""

from pathlib import Path
from typing import Annotated

import typer

from summarise.cli.options import File
from summarise.cli.show import say, show_line, show_table

app = typer.Typer(help="List, check and try headline templates.", no_args_is_help=True)

Folder = Annotated[
    Path | None,
    typer.Option("--templates", metavar="DIR", help="Your own templates, beside the shipped ones."),
]


@app.command("list")
def list_templates(templates: Folder = None) -> None:
    """All headline templates: domain, what they need and may show, text, number of examples."""
    from summarise.phrasing.templates import load

    found = load(templates)
    show_table(
        ["domain", "name", "needs", "may show", "text", "examples", "where"],
        [
            (
                t.domain,
                t.name.split("/", 1)[1],
                ", ".join((*t.needs, *(f"{slot}: {' or '.join(kinds)}" for slot, kinds in t.nouns.items()))),
                ", ".join(t.may),
                t.text,
                str(len(t.examples)),
                t.source,
            )
            for t in found
        ],
    )
    say(f"{len(found)} templates for {len({t.domain for t in found})} domains")


@app.command()
def check(templates: Folder = None) -> None:
    """Run the examples of the templates as tests. Exit code 1 if one does not come out."""
    from summarise.phrasing.trying import check as run_examples

    reports = run_examples(templates)
    wrong = [report for report in reports if not report.ok]
    for report in wrong:
        show_line(
            (f"{report.template.source}: ", "dim"),
            (report.template.name, "bold"),
            (": an example does not come out", "red"),
        )
        if report.expected:
            show_line((f"    expected: {report.expected}", ""))
        show_line((f"    got:      {report.got if report.got is not None else report.reason}", ""))
    count = len({report.template.name for report in reports})
    say(f"{len(reports)} examples of {count} templates, {len(wrong)} wrong")
    if wrong:
        raise typer.Exit(1)


@app.command("try")
def try_on(file: File, templates: Folder = None) -> None:
    """What each template makes of an article, or why it makes nothing; those that make something first."""
    from summarise.phrasing.trying import try_templates
    from summarise.reading import read_one

    trials = sorted(try_templates(read_one(file), templates), key=lambda trial: trial.text is None)
    show_table(
        ["template", "headline", "why not"],
        [(t.template.name, t.text or "", t.reason) for t in trials],
    )
    say(f"{sum(t.text is not None for t in trials)} of {len(trials)} templates make a headline of it")
