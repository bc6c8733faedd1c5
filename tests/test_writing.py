"""A digest in every format: the golden texts, the schema, and nothing of the article becoming markup."""

import json
import re
from dataclasses import fields, replace
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from sample_digest import bare, sample, with_text

from summarise.errors import WriteError
from summarise.model import Bound, Digest, Figure, FigureKind, Ranked, Role, Sentence, Span
from summarise.writing import FORMATS, SUFFIXES, figure_row, why, write, write_figures, write_file
from summarise.writing.markdown import escape_markdown
from summarise.writing.wording import number_text, printable

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "writing"
SCHEMA = json.loads((HERE.parent / "docs" / "schema.json").read_text(encoding="utf-8"))

# What an article might smuggle in, besides arbitrary characters.
MARKUP = """
    <b> </p> <!-- &amp; &#35; * ** _ ` [a](b) ![ | \\ # 1. 2) - + = ~~ > --- $x$ ^ ! " '
    http://a.b www.a.b a@b.c {{ }} {% {# word
"""
hostile = st.lists(
    st.sampled_from([*MARKUP.split(), " ", "\x1b[31m"]) | st.text(max_size=4),
    max_size=12,
).map("".join)


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_golden(format: str) -> None:
    for name, digest in (("sample", sample()), ("bare", bare())):
        expected = (GOLDEN / f"{name}{SUFFIXES[format]}").read_text(encoding="utf-8")
        assert write(digest, format) == expected


def test_every_format_has_a_suffix_and_ends_in_one_newline() -> None:
    assert list(FORMATS) == list(SUFFIXES) == ["text", "markdown", "json", "html"]
    for format in FORMATS:
        for digest in (sample(), bare()):
            text = write(digest, format)
            assert text.endswith("\n")
            assert not text.endswith("\n\n")


def test_an_unknown_format_says_which_there_are() -> None:
    with pytest.raises(WriteError) as caught:
        write(sample(), "markdwn")
    assert str(caught.value) == (
        'there is no output format "markdwn" (did you mean "markdown"? formats: text, markdown, json, html)'
    )


def told(**changes: Any) -> Figure:
    """A figure of which everything is known."""
    figure = Figure(
        "3 per cent", 0, 10, Decimal(3), "percent", bound="~", unit="percent", noun="fares", cue="about",
        speaker="The port office", direction="up", direction_cue="rose", place="in Marsk", time="on Monday",
        place_span=Span(20, 28), time_span=Span(29, 38), noun_span=Span(40, 45), hypothetical=True,
    )  # fmt: skip
    return replace(figure, **changes)


# JSON and its schema


def test_json_is_the_digests_own() -> None:
    assert write(sample(), "json") == sample().to_json()


@pytest.mark.parametrize("digest", [sample(), bare()], ids=["sample", "bare"])
def test_the_schema_holds(digest: Digest) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(digest.to_json()))


def test_the_schema_names_every_field_and_kind_of_a_figure() -> None:
    figure = SCHEMA["$defs"]["figure"]
    assert set(figure["properties"]) == set(figure["required"]) == {field.name for field in fields(Figure)}
    assert set(figure["properties"]["kind"]["enum"]) == set(get_args(FigureKind))
    assert set(figure["properties"]["bound"]["enum"]) == set(get_args(Bound))
    assert set(figure["properties"]["role"]["enum"]) == {None, *get_args(Role)}


def test_the_document_of_the_figures_keeps_the_schema() -> None:
    digest = sample()
    figures = (told(), *digest.figures)
    written = json.loads(write_figures(digest.article, figures, digest.key_figures, digest.warnings))
    schema = {"$ref": "#/$defs/figures_document", "$defs": SCHEMA["$defs"]}
    Draft202012Validator(schema).validate(written)
    same = digest.to_dict()
    assert [written[key] for key in ("schema", "article", "key_figures", "warnings")] == [
        same[key] for key in ("schema", "article", "key_figures", "warnings")
    ]
    assert written["figures"][1:] == same["figures"]
    assert set(written["figures"][0]) == set(SCHEMA["$defs"]["figure"]["required"])


def _objects(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Paths of all objects in a JSON value."""
    if isinstance(value, dict):
        return [path, *(found for key, inner in value.items() for found in _objects(inner, (*path, key)))]
    if isinstance(value, list):
        return [found for key, inner in enumerate(value) for found in _objects(inner, (*path, key))]
    return []


def _at(value: object, path: tuple[str | int, ...]) -> dict[str, object]:
    for key in path:
        value = value[key]  # type: ignore[index]
    assert isinstance(value, dict)
    return value


def test_the_schema_is_strict_everywhere() -> None:
    validator = Draft202012Validator(SCHEMA)
    paths = _objects(sample().to_dict())
    assert len(paths) > 20
    for path in paths:
        more = json.loads(sample().to_json())
        _at(more, path)["extra"] = 1
        assert not validator.is_valid(more), f"an unknown key passes at {path}"
        for key in list(_at(sample().to_dict(), path)):
            less = json.loads(sample().to_json())
            del _at(less, path)[key]
            assert not validator.is_valid(less), f"{key} may be missing at {path}"


# Markdown


def _text_of(markdown: str) -> str:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    inlines = [token for token in tokens if token.type == "inline"]
    kinds = {child.type for token in inlines for child in token.children or []}
    assert kinds <= {"text"}, kinds
    return "".join(child.content for token in inlines for child in token.children or [])


@given(hostile)
def test_markdown_shows_exactly_the_text(text: str) -> None:
    # White space other than ASCII is dealt with on both sides alike.
    assert _text_of(f"- {escape_markdown(text)}\n").split() == printable(text).split()
    assert _text_of(f"# {escape_markdown(text)}\n").split() == printable(text).split()


@pytest.mark.parametrize("text", ["see http://a.org", "see www.a.org", "write to a@b.org", "$4 and $5"])
def test_markdown_escapes_what_sites_turn_into_links_and_mathematics(text: str) -> None:
    escaped = escape_markdown(text)
    assert not re.search(r"(?<!\\)\$|\w://|www\.|\w@\w", escaped)
    assert _text_of(escaped) == text


@given(hostile)
def test_the_markdown_page_keeps_its_shape(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(write(with_text(text), "markdown"))
    plain = MarkdownIt("commonmark").enable("table").parse(write(with_text("x"), "markdown"))

    def shape(parsed: list[Any]) -> list[str]:
        return [
            token.type
            for token in parsed
            if token.type not in ("paragraph_open", "paragraph_close", "inline")
        ]

    assert shape(tokens) == shape(plain)


# HTML


class Page(HTMLParser):
    """What a test needs to know of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marks: list[str] = []
        self.article = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        self.ids += filter(None, [values.get("id")])
        self.links += [value or "" for key, value in attrs if key in ("href", "src", "action")]
        if tag not in ("meta", "br"):
            self.open.append("article" if values.get("class") == "article" else tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() in (tag, "article")

    def handle_data(self, data: str) -> None:
        if "article" in self.open:
            self.article += data
            if "mark" in self.open:
                self.marks.append(data)


def test_the_page_needs_nothing_else() -> None:
    html = write(sample(), "html")
    page = Page(html)
    assert {"script", "link", "img", "iframe", "form"}.isdisjoint(page.tags)
    assert not re.search(r"url\(|@import|https?:", html)


@pytest.mark.parametrize("digest", [sample(), bare()], ids=["sample", "bare"])
def test_every_link_of_the_page_arrives(digest: Digest) -> None:
    page = Page(write(digest, "html"))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_headline_bullets_extract_and_figures_link_to_their_places() -> None:
    page = Page(write(sample(), "html"))
    sentences = [link for link in page.links if link.startswith("#s")]
    # headline; the warning's place; two bullets; two sentences of the extract
    assert sentences[:6] == ["#s1", "#s1", "#s1", "#s3", "#s1", "#s3"]
    # the ranking, best first; the other headline
    assert sentences[6:] == ["#s1", "#s3", "#s2", "#s4", "#s1"]
    # key figures, then all
    assert [link for link in page.links if link.startswith("#f")] == [
        "#f1",
        "#f2",
        "#f1",
        "#f2",
        "#f3",
        "#f4",
    ]


def test_the_article_is_all_there_with_extract_and_figures_marked() -> None:
    digest = sample()
    page = Page(write(digest, "html"))
    assert page.article.split() == digest.article.text.split()
    marked = "".join(page.marks)
    for sentence in digest.summary:
        assert sentence.text in marked
    for figure in digest.figures:
        assert figure.text in page.marks
    assert "Rescuers" not in marked


def test_a_cut_is_shown_only_where_the_article_is_and_struck_through_there() -> None:
    for format in FORMATS:
        assert ("Holm" in write(sample(), format).split("Why these sentences")[0]) == (format == "json")
    html = write(sample(), "html")
    assert html.count("<del title") == 1
    assert '<del title="left out by request"> (or &lt;i&gt;Holm&lt;/i&gt;)</del> &amp; killed' in html
    assert "<del>left out of the extract</del>" in html
    assert "<del" not in write(bare(), "html")


def test_a_sentence_cut_off_at_its_end_says_so() -> None:
    digest = bare()
    digest = replace(digest, summary=(replace(digest.summary[0], cuts=(Span(2, 3),)),))
    html = write(digest, "html")
    assert "<p>Hm…" in html
    assert 'Hm<del title="cut off to fit the limits">.</del>' in html
    assert "  Hm…\n" in write(digest, "text")


def test_a_figure_inside_a_cut_stays_a_figure_with_one_anchor() -> None:
    digest = sample()
    first, last = digest.summary
    figure = digest.figures[2]
    cut = Span(figure.start + 3, figure.end + 4)
    html = write(replace(digest, summary=(first, replace(last, cuts=(cut,)))), "html")
    page = Page(html)
    assert page.article.split() == digest.article.text.split()
    assert page.ids.count("f3") == 1
    # The other cut, the part of the figure, and what is behind it.
    assert html.count('<del title="left out by request">') == 3


def test_the_page_says_of_every_sentence_why_it_was_taken_or_passed_over() -> None:
    html = write(sample(), "html")
    ranking = html[html.index('<details class="ranking">') : html.index("</details>")]
    for ranked in sample().ranking:
        assert f"<strong>{ranked.verdict.replace(chr(39), '&#39;')}</strong>" in ranking
        for reason in ranked.reasons:
            assert f"<li>{reason}</li>" in ranking
    assert ranking.count('<tr class="taken">') == 2
    assert "profile long-report" in html
    assert '<details class="ranking">' not in write(bare(), "html")


def test_markdown_explains_what_was_taken_and_the_best_that_was_passed_over() -> None:
    digest = sample()
    passed = tuple(replace(digest.ranking[2], rank=rank) for rank in range(1, 40))
    markdown = write(replace(digest, ranking=(*passed, replace(digest.ranking[0], rank=40))), "markdown")
    rows = re.findall(r"^\| (\d+) \| \d+: .* \| (\w+) ", markdown, re.MULTILINE)
    assert rows == [("1", "passed"), ("2", "passed"), ("3", "passed"), ("40", "taken")]


@given(hostile)
def test_no_text_of_an_article_becomes_a_tag(text: str) -> None:
    tame = Page(write(with_text("x"), "html"))
    page = Page(write(with_text(text), "html"))
    assert page.tags == tame.tags
    assert page.links == tame.links


@given(hostile, st.data())
def test_any_spans_give_a_sound_page_with_the_whole_text(text: str, data: st.DataObject) -> None:
    text = text.replace("\0", "") + "\n\nx. y"  # HTML has no NUL
    digest = sample()
    place = st.integers(0, len(text))

    def moved(thing: Any) -> Any:
        start, end = sorted((data.draw(place), data.draw(place)))
        return replace(thing, start=start, end=end, text=text[start:end])

    digest = replace(
        digest,
        article=replace(digest.article, text=text, body=()),
        figures=tuple(moved(figure) for figure in digest.figures),
        summary=tuple(
            replace(
                moved(sentence), cuts=tuple(Span(*sorted((data.draw(place), data.draw(place)))) for _ in "ab")
            )
            for sentence in digest.summary
        ),
        ranking=(),
    )
    page = Page(write(digest, "html"))
    assert "".join(page.article.split()) == "".join(text.split())
    assert len(page.ids) == len(set(page.ids))


# Words


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("23", "23"),
        ("4.5E+9", "4,500,000,000"),
        ("0.6666666666666666666666666667", "0.6667"),
        ("-0.25", "-0.25"),
        ("1234.50", "1,234.5"),
        ("0.00001", "0.00001"),
        ("0", "0"),
    ],
)
def test_numbers(number: str, shown: str) -> None:
    assert number_text(Decimal(number)) == shown


def test_a_figure_in_words() -> None:
    phrases = [figure_row(figure).phrase for figure in sample().figures]
    assert phrases == [
        "sailors: at least 23 (according to police)",
        "$4.5 billion (not a fact yet)",
        "18 to 25 percent",
        "ships: 40 (denied)",
    ]
    rows = [figure_row(figure) for figure in sample().figures]
    assert [row.bound for row in rows] == ["at least", "as stated", "between", "as stated"]
    assert [row.value for row in rows] == ["23", "4,500,000,000", "18–25", "40"]
    assert [row.sentence for row in rows] == [1, 3, 3, 4]


def test_a_fall_within_a_range_keeps_its_direction() -> None:
    fall = Figure("3 to 4%", 0, 7, Decimal(3), "percent", upper=Decimal(4), bound="down", noun="sales")
    assert (figure_row(fall).bound, figure_row(fall).phrase) == ("down by", "sales: down by 3 to 4%")


def test_a_figure_says_where_when_and_which_way() -> None:
    row = figure_row(told())
    assert row.bound == "up by about"
    assert row.where == "in Marsk, on Monday"
    assert row.phrase == (
        "fares: up by about 3 per cent (in Marsk, on Monday, according to the port office, not a fact yet)"
    )
    assert figure_row(told(place_span=Span(39, 45))).where == "on Monday"  # the noun says it
    assert figure_row(told(speaker="A Smith")).said == "according to A Smith"


@pytest.mark.parametrize(
    ("changes", "bound", "amount"),
    [
        ({"bound": "up"}, "up by", "up by 3 per cent"),
        ({"bound": "="}, "up by", "up by 3 per cent"),
        ({"direction": None}, "about", "about 3 per cent"),
        ({"direction": None, "bound": "="}, "as stated", "3 per cent"),
        ({"direction": None, "bound": ">=", "cue_span": Span(0, 1)}, "at least", "3 per cent"),
        ({"direction": None, "bound": "=", "upper": Decimal(4)}, "between", "3 per cent"),
        ({"bound": "=", "upper": Decimal(4), "cue": "Between"}, "up by between", "up by between 3 per cent"),
        ({"bound": "=", "upper": Decimal(1), "kind": "score", "direction": None}, "as stated", "3 per cent"),
    ],
)
def test_how_a_figure_is_meant(changes: dict[str, Any], bound: str, amount: str) -> None:
    row = figure_row(told(**changes))
    assert (row.bound, row.amount) == (bound, amount)


def test_a_year_has_no_thousands() -> None:
    year = Figure("2025", 0, 4, Decimal(2025), "year")
    assert figure_row(year).value == "2025"


def _disputed() -> Digest:
    digest = sample()
    first, last = digest.figures[0], digest.figures[3]
    spans = (Span(first.start, first.end), Span(last.start, last.end))
    warning = replace(digest.warnings[0], message="both 23 and 40 are said", spans=spans)
    figures = (replace(digest.figures[0], place="at sea"), *digest.figures[1:])
    return replace(
        digest, warnings=(warning,), figures=figures, key_figures=(figures[0], figures[1], figures[3])
    )


def test_a_contradiction_quotes_the_sentences_of_both_figures() -> None:
    lines = write(_disputed(), "text").split("Warnings\n")[1].splitlines()
    assert lines[0] == "- both 23 and 40 are said"
    assert lines[1].startswith("    sentence 1: A storm sank the ferry *Aurora*")
    assert lines[2] == "    sentence 4: It denied that 40 ships were lost."
    assert "  - sentence 4: It denied that 40 ships were lost.\n" in write(_disputed(), "markdown")
    warnings = write(_disputed(), "html").split("Before you print this")[1].split("</section>")[0]
    links = Page(f"{warnings.split('</h2>')[1]}</section>".replace("</section>", "")).links
    assert links == ["#f1", "#f4"]
    assert "It denied that 40 ships were lost." in warnings


def test_a_warning_about_one_sentence_does_not_quote_it() -> None:
    assert "sentence 1:" not in write(sample(), "text").split("Warnings\n")[1]


def test_the_page_shows_of_a_key_figure_all_that_gives_it_its_meaning() -> None:
    html = write(_disputed(), "html")
    numbers = html.split('<ul class="numbers">')[1].split("</ul>")[0]
    first, second, last = numbers.split("<li>")[1:]
    assert '<a href="#f1">at least 23</a>' in first
    assert "sailors <small>according to police · at sea</small>" in first
    assert '<em class="note">not a fact yet</em>' in second
    assert 'ships <em class="note">denied</em>' in last
    assert '<th scope="col">Who says, where and when</th>' in html
    assert "police <small>at sea</small></td>" in html
    assert "where and when" not in write(sample(), "html")


def test_why_in_a_line_is_the_verdict_then_the_reasons() -> None:
    sentence = Sentence(0, 0, 3, "Hm.", 0)
    both = Ranked(
        sentence, 1, 1.0, ("opens the story (+1.2)", "has 1 word (-2.0)"), True, "taken as number 1"
    )
    assert why(both) == "taken as number 1 – opens the story (+1.2); has 1 word (-2.0)"
    assert why(replace(both, verdict="")) == "opens the story (+1.2); has 1 word (-2.0)"
    assert why(replace(both, reasons=())) == "taken as number 1"


def test_no_escape_sequence_reaches_a_terminal() -> None:
    assert printable("a\x1b[31m\x9b\x07 b\r\nc\x00") == "a[31m b c"
    assert "\x1b" not in write(with_text("\x1b]0;x\x07"), "text")


# Files


def test_a_file_is_replaced_whole_and_no_draft_stays(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "a.txt"
    write_file(path, "one")
    write_file(path, "zwei ü \ud800")
    assert path.read_bytes() == "zwei ü \\ud800".encode()
    assert [p.name for p in path.parent.iterdir()] == ["a.txt"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_what_cannot_be_written_says_where(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError, match=r"file/a\.txt: cannot be written: "):
        write_file(tmp_path / "file" / "a.txt", "x")
