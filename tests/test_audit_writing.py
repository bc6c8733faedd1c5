"""Audits written out: lines, blocks, JSON, Markdown and the page; and a digest's account of its own."""

import json
import re
from dataclasses import fields, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from sample_digest import bare, sample

from summarise.errors import ReadError, WriteError
from summarise.model import (
    SEVERITIES,
    Audit,
    Checked,
    Finding,
    FindingKind,
    LineFinding,
    LinePart,
    Severity,
)
from summarise.writing import (
    AUDIT_FORMATS,
    AUDIT_SUFFIXES,
    Audited,
    IndexRow,
    Pair,
    audit_document,
    audit_record,
    finding_block,
    replacing,
    write,
    write_audit,
    write_index,
)
from summarise.writing.audited import excerpt, position, quoted
from summarise.writing.checked import checked_line, checked_rows
from summarise.writing.stretches import stretches

SCHEMA = json.loads((Path(__file__).parent.parent / "docs" / "schema.json").read_text(encoding="utf-8"))
SUMMARY = "A storm.\nIt killed <40> sailors, the army said.\n"
SOURCE = "At least 23 sailors were killed in a storm.\n\nPolice said so on Friday."
TITLE = "Ferry sinks"


def found(
    kind: FindingKind, severity: Severity, words: str, message: str, near: str | None = None
) -> Finding:
    text = f"{SOURCE}\n\n{TITLE}"
    start = SUMMARY.index(words)
    place = text.index(near) if near else None
    end = None if place is None or near is None else place + len(near)
    return Finding(kind, severity, words, start, start + len(words), message, place, end)


FIGURE = found("figure", "contradicted", "<40>", "the source has 23", "At least 23")
SPEAKER = found("attribution", "changed attribution", "the army", "the police say this", "Police")
WORD = found("polarity", "not found", "A storm", "no such thing", None)
HEAD = found("polarity", "weakened", "killed <40>", "only sank", "sinks")


def audited(*findings: Finding) -> Audited:
    """An audit of the texts above; the source has a title of its own."""
    pair = Pair(
        SUMMARY, f"{SOURCE}\n\n{TITLE}", id="storm", name="sum.txt", source_name="storm.html",
        title_at=len(SOURCE) + 2,
    )  # fmt: skip
    return Audited(pair, Audit(tuple(sorted(findings, key=lambda finding: finding.start))))


ALL = audited(FIGURE, SPEAKER, WORD, HEAD)
CLEAN = audited()
UNREAD = Audited(
    Pair("", "", id="x-2", name="x.jsonl:2"), error=ReadError("it is *empty*", place="x.jsonl:2")
)


# Text


def test_a_line_a_finding_with_both_places() -> None:
    assert write_audit(ALL, "lines").splitlines() == [
        'sum.txt:1:1: not found polarity "A storm": no such thing',
        'sum.txt:2:4: weakened polarity "killed <40>": only sank (storm.html, title "sinks")',
        'sum.txt:2:11: contradicted figure "<40>": the source has 23 (storm.html:1:1 "At least 23")',
        'sum.txt:2:25: changed attribution "the army": the police say this (storm.html:3:1 "Police")',
    ]
    assert write_audit(CLEAN, "lines") == write_audit(CLEAN, "text") == ""


def test_a_block_a_finding_with_the_words_underlined() -> None:
    assert write_audit(audited(SPEAKER), "text") == (
        "sum.txt:2:25: changed attribution: the police say this\n"
        "    It killed <40> sailors, the army said.\n"
        "                            ^^^^^^^^\n"
        "  storm.html:3:1:\n"
        "    Police said so on Friday.\n"
        "    ^^^^^^\n"
        "\n"
    )


def test_wide_letters_are_underlined_where_they_stand() -> None:
    pair = Pair("東京 の 京都 x", "東京")
    finding = Finding("name", "not found", "京都", 5, 7, "no such name")
    line, carets = ("".join(part for part, _ in parts) for parts in finding_block(Audited(pair), finding)[1:])
    assert line == "    東京 の 京都 x"
    assert carets == "    " + " " * 8 + "^^^^"


def test_texts_without_a_name_are_called_what_they_are() -> None:
    finding = Finding("name", "not found", "A", 0, 1, "no such name", 0, 1)
    assert write_audit(Audited(Pair("A", "B"), Audit((finding,))), "lines") == (
        'summary:1:1: not found name "A": no such name (source:1:1 "B")\n'
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("40 men", '"40 men"'),
        ('"So it is,"', '"So it is,"'),
        ("“So it\n is”", '"So it is"'),
        ('"So it is," he said.', "'\"So it is,\" he said.'"),
        ('he said: "So', "'he said: \"So'"),
        ("", '""'),
    ],
)
def test_words_are_quoted_once(words: str, shown: str) -> None:
    assert quoted(words) == shown


def test_control_characters_do_not_reach_the_terminal() -> None:
    finding = Finding("name", "not found", "\x1b[31mA\n", 0, 7, "no\x1b[0m\nname", 0, 7)
    audit = Audited(Pair("\x1b[31mA\n b", "\x1b[31mB\n b"), Audit((finding,)))
    for format in ("lines", "text", "markdown"):
        assert "\x1b" not in write_audit(audit, format)
    assert write_audit(audit, "lines").count("\n") == 1


@given(st.text(), st.text(min_size=1), st.text(), st.integers(20, 80))
def test_an_excerpt_keeps_the_words_and_the_width(before: str, words: str, after: str, width: int) -> None:
    shown = excerpt(before + words + after, len(before), len(before + words), width)
    whole = shown.before + shown.words + shown.after
    assert "\n" not in whole
    # An ellipsis at either end may come on top.
    assert len(whole) <= width + 4
    if len(words) <= width and words.isalnum():
        assert shown.words == words


def test_an_excerpt_is_cut_at_spaces() -> None:
    text = "One two three four 12,500 houses five six seven eight nine ten."
    at = text.index("houses")
    shown = excerpt(text, at, at + 6, 30)
    assert (shown.before, shown.words, shown.after) == ("… 12,500 ", "houses", " five six …")
    assert excerpt(text, at, at + 6, 200).before == text[:at]


def test_positions_count_from_one() -> None:
    assert [position("ab\ncd", at) for at in (0, 1, 3, 5)] == [(1, 1), (1, 2), (2, 1), (2, 3)]


# JSON


def validator() -> Draft202012Validator:
    return Draft202012Validator({"$ref": "#/$defs/audit_document", "$defs": SCHEMA["$defs"]})


@pytest.mark.parametrize("one", [ALL, CLEAN, UNREAD], ids=["all", "clean", "unread"])
def test_the_document_keeps_the_schema(one: Audited) -> None:
    for text in (write_audit(one, "json"), audit_record(one)):
        assert text.endswith("}\n")
        validator().validate(json.loads(text))
        assert json.loads(text) == audit_document(one)
    assert audit_record(one).count("\n") == 1
    assert audit_document(one)["ok"] is (one is CLEAN)


def test_the_schema_of_the_document_is_strict() -> None:
    for path in ([], ["findings", 0]):
        for key in ["extra", *_at(audit_document(ALL), path)]:
            changed = audit_document(ALL)
            if key == "extra":
                _at(changed, path)[key] = 1
            else:
                del _at(changed, path)[key]
            assert not validator().is_valid(changed), (path, key)


def _at(value: object, path: list[str | int]) -> dict[str, object]:
    for key in path:
        value = value[key]  # type: ignore[index]
    assert isinstance(value, dict)
    return value


def test_the_schema_names_every_kind_severity_and_part() -> None:
    own = {field.name for field in fields(Finding)}
    places = {"line", "column", "source_text", "source_line", "source_column"}
    for name, expected in (("finding", own), ("audit_finding", own | places)):
        schema = SCHEMA["$defs"][name]
        assert set(schema["properties"]) == set(schema["required"]) == expected
        assert schema["properties"]["kind"]["enum"] == list(get_args(FindingKind))
        assert schema["properties"]["severity"]["enum"] == list(SEVERITIES) == list(get_args(Severity))
    line = SCHEMA["$defs"]["line_finding"]["properties"]
    assert set(line) == {field.name for field in fields(LineFinding)}
    assert line["part"]["enum"] == list(get_args(LinePart))
    assert set(SCHEMA["$defs"]["checked"]["properties"]) == {field.name for field in fields(Checked)}


def test_the_document_says_where() -> None:
    first, second, third, last = audit_document(ALL)["findings"]
    assert (first["line"], first["column"], first["source_text"], first["source_line"]) == (1, 1, None, None)
    # A title apart from the text has no line in it.
    assert (second["source_text"], second["source_line"], second["source_column"]) == ("sinks", None, None)
    assert (third["source_text"], third["source_line"], third["source_column"]) == ("At least 23", 1, 1)
    assert (last["line"], last["source_line"]) == (2, 3)


# Markdown and the page


def test_markdown_shows_words_and_places() -> None:
    text = write_audit(audited(FIGURE), "markdown")
    assert text == (
        "# Audit of sum.txt\n\n"
        "Checked against storm.html: 1 finding: 1 contradicted.\n\n"
        '## 1. contradicted figure: "\\<40\\>"\n\n'
        "the source has 23\n\n"
        "- sum.txt:2:11: It killed **\\<40\\>** sailors, the army said.\n"
        "- storm.html:1:1: **At least 23** sailors were killed in a storm.\n"
    )
    assert (
        write_audit(CLEAN, "markdown") == "# Audit of sum.txt\n\nChecked against storm.html: no findings.\n"
    )
    assert "Not checked: x.jsonl:2: it is \\*empty\\*\n" in write_audit(UNREAD, "markdown")


@pytest.mark.parametrize(
    ("before", "words", "after"), [("a ", "b", " c"), ("a", "$40", "m"), ("(", '"b."', "s"), ("", "*", "")]
)
def test_words_are_bold_wherever_they_stand(before: str, words: str, after: str) -> None:
    text = before + words + after
    finding = Finding("polarity", "weakened", words, len(before), len(before + words), "m")
    markdown = write_audit(Audited(Pair(text, "s"), Audit((finding,))), "markdown")
    html = MarkdownIt("commonmark").render(markdown).replace("<b>", "<strong>").replace("</b>", "</strong>")
    escaped = [part.replace('"', "&quot;") for part in (before, words, after)]
    assert f"summary:1:{len(before) + 1}: {escaped[0]}<strong>{escaped[1]}</strong>{escaped[2]}" in html


class Page(HTMLParser):
    """Tags, ids, links and the texts of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.texts = [""]
        self._stack: list[str] = []
        self.feed(html)
        self.close()
        assert self._stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        self.ids += filter(None, [values.get("id")])
        self.links += filter(None, [values.get("href")])
        if tag != "meta":
            self._stack.append("text" if (values.get("class") or "").startswith("text") else tag)
            if self._stack[-1] == "text":
                self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._stack.pop() in (tag, "text")

    def handle_data(self, data: str) -> None:
        if "text" in self._stack and "sup" not in self._stack:
            self.texts[-1] += data


def test_the_page_shows_both_texts_whole() -> None:
    html = write_audit(ALL, "html")
    page = Page(html)
    assert page.texts[1:] == [SUMMARY, TITLE, SOURCE]
    assert {"script", "link", "img", "iframe", "form"}.isdisjoint(page.tags)
    assert not re.search(r"url\(|@import|https?:", html)


@pytest.mark.parametrize("one", [ALL, CLEAN, UNREAD], ids=["all", "clean", "unread"])
def test_every_link_of_the_page_arrives(one: Audited) -> None:
    page = Page(write_audit(one, "html"))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_findings_and_texts_link_to_each_other() -> None:
    page = Page(write_audit(ALL, "html"))
    assert {f"#claim-{n}" for n in range(1, 5)} <= set(page.links)
    # The first has no place in the source.
    assert {f"#place-{n}" for n in range(1, 5)} & set(page.links) == {"#place-2", "#place-3", "#place-4"}
    assert page.links.count("#finding-3") == 2
    html = write_audit(ALL, "html")
    assert '<mark class="wrong not-found" id="claim-1">A storm</mark>' in html
    # Where two findings overlap, the graver one gives the colour.
    assert '<mark class="wrong weakened" id="claim-2">killed </mark>' in html
    assert '<mark class="wrong contradicted" id="claim-3">&lt;40&gt;</mark>' in html


def test_a_clean_page_says_what_that_means() -> None:
    html = write_audit(CLEAN, "html")
    assert "no findings" in html
    assert "That is no proof" in html
    assert "That is no proof" not in write_audit(UNREAD, "html")


@given(st.text(max_size=30), st.data())
def test_any_spans_give_a_sound_page(text: str, data: st.DataObject) -> None:
    text = re.sub(r"[\0\r]", "", text) + "."  # HTML has no NUL and one kind of line end
    place = st.integers(0, len(text) + 2)
    findings = []
    for _ in range(3):
        (start, end), (near, far) = (sorted((data.draw(place), data.draw(place))) for _ in "ab")
        findings.append(Finding("polarity", "weakened", text[start:end], start, end, text, near, far))
    title = data.draw(st.none() | st.integers(0, len(text)))
    audit = Audited(Pair(text, text, title_at=title), Audit(tuple(findings)))
    page = Page(write_audit(audit, "html"))
    assert page.texts[1] == text
    assert "".join("".join(page.texts[2:]).split()) in ("".join(text.split()), *("".join(p.split()) for p in [
        text[title:] + text[:title] if title is not None else text
    ]))  # fmt: skip
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    validator().validate(audit_document(audit))


@given(st.text(max_size=20), st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), max_size=5))
def test_stretches_joined_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    cut = stretches(text, {n: (*span, SEVERITIES[n % 4]) for n, span in enumerate(spans)})
    assert "".join(stretch.text for stretch in cut) == text
    begun = [number for stretch in cut for number in stretch.begins]
    assert sorted(begun) == sorted(number for stretch in cut for number in stretch.ends)
    assert begun == sorted(set(begun), key=begun.index)


def test_every_format_and_suffix_is_known() -> None:
    assert list(AUDIT_FORMATS) == ["text", "lines", "json", "markdown", "html"]
    assert set(AUDIT_SUFFIXES.values()) <= set(AUDIT_FORMATS)


# A digest's account of its own lines


def test_the_line_about_a_digest() -> None:
    assert checked_line(Checked()) == ""
    assert checked_line(Checked(1, 1)) == (
        "Checked against the article: the 1 line above, nothing found; 1 draft line failed the check and was left out."
    )
    assert checked_line(Checked(17)) == "Checked against the article: all 17 lines above, nothing found."
    assert checked_line(Checked(17, 2), page=True) == (
        "Checked against the article: all 17 lines of this page, nothing found; "
        "2 draft lines failed the check and were left out."
    )
    assert checked_line(sample().checked) == (
        "Checked against the article: all 6 lines above, 1 finding, listed above; "
        "1,014 draft lines failed the check and were left out."
    )
    two = replace(sample().checked, findings=sample().checked.findings * 2)
    assert ": all 6 lines of this page, 2 findings, see below; 1,014" in checked_line(two, page=True)
    for format in ("text", "markdown", "html"):
        assert "1,014 draft lines failed the check" in write(sample(), format)
        assert "Checked against" not in write(bare(), format)
        assert "Audit" not in write(bare(), format)


def test_the_lines_of_a_digest_are_named() -> None:
    line = sample().checked.findings[0]
    places = [("headline", 0), ("headline", 1), ("bullet", 0), ("key figure", 2), ("extract", 0)]
    findings = tuple(replace(line, part=part, index=index) for part, index in places)
    rows = checked_rows(replace(sample(), checked=Checked(9, 0, findings)))
    assert [row.where for row in rows] == [
        "Headline", "Headline 2", "Bullet 1", "Key figure 3", "Extract, sentence 1"
    ]  # fmt: skip
    assert {row.named for row in rows} == {"weakened attribution"}


def test_a_finding_of_a_digest_is_marked_in_the_article_and_linked() -> None:
    html = write(sample(), "html")
    assert '<mark class="wrong weakened" id="a1">police said</mark>' in html
    assert '<a class="where" href="#a1">' in html
    assert "the *police* &lt;only&gt; said so" in html
    assert "weakened in the digest" in html
    clean = write(replace(sample(), checked=Checked(6, 3)), "html")
    assert "Audit findings" not in clean
    assert "all 6 lines of this page, nothing found; 3 draft lines failed" in clean


def test_a_finding_without_a_place_has_no_link() -> None:
    line = sample().checked.findings[0]
    lost = replace(line, finding=replace(line.finding, source_start=None, source_end=None))
    html = write(replace(sample(), checked=Checked(6, 3, (lost,))), "html")
    assert "Audit findings" in html
    assert "nearest place" not in html


def test_the_index_shows_the_audits() -> None:
    rows = [
        IndexRow("a.txt", "a.html", "A", "general", lines=9, rejected=1100),
        IndexRow("b.txt", "b.html", "B", "general", lines=4, rejected=3, findings=2),
        IndexRow("c.txt", problem="it is empty"),
    ]
    html = write_index(rows)
    assert "Audit: 13 lines checked against their sources, 1,103 candidates refused, 2 findings" in html
    assert "<td>9 lines, no findings</td>" in html
    assert "<strong>2 findings</strong>" in html
    assert "Audit" not in write_index([IndexRow("c.txt", problem="it is empty")])


# Files


def test_what_is_written_piece_by_piece_arrives_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.txt"
    with replacing(path) as write_piece:
        write_piece("one\n")
        assert not path.exists()
        write_piece("two\n")
    assert path.read_text() == "one\ntwo\n"

    def stopped() -> None:
        with replacing(path) as write_piece:
            write_piece("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert path.read_text() == "one\ntwo\n"
    assert [p.name for p in path.parent.iterdir()] == ["a.txt"]
    with pytest.raises(WriteError, match="cannot be written"), replacing(path / "b.txt"):
        pass
