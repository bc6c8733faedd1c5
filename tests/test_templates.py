"""Templates: their own examples, and what an editor is told about a broken one."""

from pathlib import Path

import pytest

from summarise.errors import TemplateError
from summarise.model import Article
from summarise.phrasing.templates import load, load_file
from summarise.phrasing.trying import TemplateReport, check, try_templates

REPORTS = check()


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: f"{r.template.name}: {r.expected}")
def test_every_example_comes_out(report: TemplateReport) -> None:
    assert report.got == report.expected


def test_every_template_has_an_example() -> None:
    bare = [t.name for t in load() if not t.examples]
    assert not bare


def test_nine_domains_and_more() -> None:
    domains = {t.domain for t in load()}
    wanted = {
        "conflict",
        "disaster",
        "accident",
        "crime",
        "business",
        "economy",
        "politics",
        "sport",
        "health",
    }
    assert wanted | {"general"} <= domains


GOOD = """
domain = "sport"

[[template]]
name  = "draws"
verbs = "draw"
needs = ["actor", "verb", "with_phrase"]
text  = "{{ actor }} {{ verb | present }} with {{ with_phrase }}"
"""

BROKEN = {
    "no domain": (GOOD.replace('domain = "sport"', ""), "domain"),
    "bad TOML": (GOOD.replace('"draws"', '"draws'), "line 5"),
    "unknown key": (GOOD.replace("verbs", "verb"), "verb"),
    "unknown class": (GOOD.replace('"draw"', '"juggle"'), "juggle"),
    "unknown slot": (GOOD.replace("with_phrase", "sponsor"), "sponsor"),
    "slot not in needs": (GOOD.replace('"actor", ', ""), "actor"),
    "bad Jinja": (GOOD.replace("{{ actor }}", "{{ actor"), "team.toml:4"),
    "unknown filter": (GOOD.replace("present", "shout"), "shout"),
    "no text": (GOOD.replace("text ", "needs2 "), "needs2"),
    "name twice": (GOOD + GOOD.split("\n\n", 1)[1], "twice"),
}


@pytest.mark.parametrize("case", BROKEN, ids=str)
def test_a_broken_template_is_explained(case: str, tmp_path: Path) -> None:
    content, clue = BROKEN[case]
    file = tmp_path / "team.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        load_file(file)
    assert clue in str(caught.value)
    assert "team.toml" in str(caught.value)


def test_a_folder_of_ones_own_is_used_beside_the_shipped(tmp_path: Path) -> None:
    (tmp_path / "team.toml").write_text(GOOD, encoding="utf-8")
    names = [t.name for t in load(tmp_path)]
    assert "sport/draws" in names
    assert "general/clause" in names


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="no such folder"):
        load(tmp_path / "nowhere")


def test_what_is_missing_makes_a_template_not_eligible() -> None:
    article = Article("The committee met in Oslo on Tuesday to plan the festival.")
    trials = {t.template.name: t for t in try_templates(article)}
    scored = trials["sport/beats-score"]
    assert scored.text is None
    assert "score" in scored.reason


def test_a_template_cannot_reach_outside(tmp_path: Path) -> None:
    reaching = GOOD.replace("{{ actor }}", "{{ actor.__class__.__mro__ }}")
    (tmp_path / "team.toml").write_text(reaching, encoding="utf-8")
    article = Article("Marlow drew with Eastbrook on Saturday.")
    with pytest.raises(TemplateError, match=r"team\.toml:4"):
        try_templates(article, tmp_path)
