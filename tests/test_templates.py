"""Templates: their own examples, and what an editor is told about a broken one."""

from pathlib import Path

import pytest

from summarise.errors import TemplateError
from summarise.model import Article
from summarise.phrasing.templates import load, load_file
from summarise.phrasing.trying import TemplateReport, check, try_templates

REPORTS = check()
SHIPPED = load()


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: f"{r.template.name}: {r.expected}")
def test_every_example_comes_out(report: TemplateReport) -> None:
    assert report.got == report.expected, report.reason


def test_every_template_has_two_examples_or_more() -> None:
    assert not [t.name for t in SHIPPED if len(t.examples) < 2]


def test_no_two_examples_of_a_template_are_alike() -> None:
    for template in SHIPPED:
        assert len({e.article for e in template.examples}) == len(template.examples), template.name


def test_there_are_twelve_domains_and_forty_templates() -> None:
    special = [t for t in SHIPPED if t.domain != "general"]
    assert len({t.domain for t in special}) >= 12
    # One that serves several domains is one.
    assert len({t.source for t in special}) >= 40


def test_every_domain_has_templates_of_its_own_or_shared() -> None:
    from summarise.phrasing.templates import domain_names

    assert {t.domain for t in SHIPPED} == set(domain_names())


GOOD = """
domain = "sport"

[[template]]
name  = "draws"
verbs = "draw"
needs = ["actor", "verb", "with_phrase"]
text  = "{{ actor }} {{ verb | present }} with {{ with_phrase }}"
"""
MAY = GOOD.replace("text ", 'may = ["where"]\ntext ')

BROKEN = {
    "no domain": (GOOD.replace('domain = "sport"', ""), "domain"),
    "bad TOML": (GOOD.replace('"draws"', '"draws'), "line 5"),
    "unknown key": (GOOD.replace("verbs", "verb"), "verb"),
    "unknown class": (GOOD.replace('"draw"', '"juggle"'), "juggle"),
    "one unknown class of two": (GOOD.replace('"draw"', '["draw", "juggle"]'), "juggle"),
    "unknown class of nouns": (GOOD.replace("text ", 'actor = "unicorn"\ntext '), "unicorn"),
    "class for a slot not in needs": (GOOD.replace("text ", 'object = "prize"\ntext '), "'object'"),
    "unknown slot": (GOOD.replace("with_phrase", "sponsor"), "sponsor"),
    "slot not in needs": (GOOD.replace('"actor", ', ""), "actor"),
    "a slot that cannot be left out": (MAY.replace("where", "agent"), "cannot be in may"),
    "unknown part of a slot": (GOOD.replace("{{ actor }}", "{{ actor.tiny }}"), "tiny"),
    "unknown further domain": (GOOD.replace("text ", 'also = ["gardening"]\ntext '), "gardening"),
    "bad Jinja": (GOOD.replace("{{ actor }}", "{{ actor"), "team.toml:4"),
    "unknown filter": (GOOD.replace("present", "shout"), "shout"),
    "no text": (GOOD.replace("text ", "needs2 "), "needs2"),
    "name twice": (GOOD + GOOD.split("\n\n", 1)[1], "twice"),
    "half an example": (GOOD + '[[template.example]]\narticle = "Marlow drew."\n', "example"),
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


def test_one_template_may_serve_several_domains(tmp_path: Path) -> None:
    (tmp_path / "team.toml").write_text(GOOD.replace("text ", 'also = ["politics"]\ntext '), encoding="utf-8")
    made = {t.name: t for t in load(tmp_path)}
    assert made["politics/draws"].text == made["sport/draws"].text
    assert made["politics/draws"].domain == "politics"


def test_what_is_missing_makes_a_template_not_eligible() -> None:
    article = Article("The committee met in Oslo on Tuesday to plan the festival.")
    trials = {t.template.name: t for t in try_templates(article)}
    scored = trials["sport/beats-score"]
    assert scored.text is None
    assert "result" in scored.reason


def test_a_template_cannot_reach_outside(tmp_path: Path) -> None:
    reaching = GOOD.replace("{{ actor }}", "{{ actor.__class__.__mro__ }}")
    (tmp_path / "team.toml").write_text(reaching, encoding="utf-8")
    with pytest.raises(TemplateError, match=r"team\.toml:4"):
        load(tmp_path)
