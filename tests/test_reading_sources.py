"""Files, standard input and records: what is read, and what is refused with which words."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from summarise.errors import ReadError
from summarise.model import Article, Span
from summarise.reading import FORMATS, from_record, from_text, read, read_all, read_one, sources

SAVE = "(save it as .txt or .html first)"
STORY = "A fire broke out at the harbour. Nobody was hurt, the police said."


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def error_of(source: Path | str) -> str:
    """The message of the only thing that reading gives, without the folder."""
    (item,) = read_all(source)
    assert isinstance(item, ReadError)
    assert item.hint
    return str(item).replace(str(Path(source).parent) + os.sep, "") if source != "-" else str(item)


# --- encodings -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("A dog’s bark cost £5".encode(), "A dog’s bark cost £5"),
        ("A dog’s bark cost £5".encode("utf-8-sig"), "A dog’s bark cost £5"),
        ("A dog’s bark cost £5".encode("utf-16"), "A dog’s bark cost £5"),
        (b"\xfe\xff" + "A dog’s bark".encode("utf-16-be"), "A dog’s bark"),
        ("A dog’s bark cost £5".encode("utf-16-le"), "A dog’s bark cost £5"),
        ("A dog’s bark cost £5".encode("utf-16-be"), "A dog’s bark cost £5"),
        ("A dog’s bark".encode("utf-32"), "A dog’s bark"),
        ("“Café” – £5 for a crème brûlée".encode("cp1252"), "“Café” – £5 for a crème brûlée"),
        ("The dog doesn’t bark".encode("mac_roman"), "The dog doesn’t bark"),
        ("The café cost £5".encode("cp850"), "The café cost £5"),
        ("“Good” café".encode() + b" \xff ok", "“Good” café \ufffd ok"),
        (b"One.\r\nTwo.\rThree.\n", "One.\r\nTwo.\rThree.\n"),
    ],
)
def test_text_is_decoded_and_left_as_it_stands(tmp_path: Path, data: bytes, text: str) -> None:
    assert read_one(write(tmp_path, "a.txt", data)).text == text


def test_declared_charset_of_a_page_counts(tmp_path: Path) -> None:
    page = '<html><head><meta charset="koi8-r"></head><body><p>The word is Мир, he said.</p></body></html>'
    assert read_one(write(tmp_path, "a.html", page.encode("koi8-r"))).text == "The word is Мир, he said."


def test_utf8_wins_over_a_wrong_declaration(tmp_path: Path) -> None:
    page = '<meta charset="iso-8859-1"><p>“Café”, said the man at the harbour.</p>'
    assert read_one(write(tmp_path, "a.html", page)).text == "“Café”, said the man at the harbour."


# --- files that are refused ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "a.txt: it is empty (give an article of at least one sentence)"),
        ("a.txt", b" \r\n\t", "a.txt: it is empty (give an article of at least one sentence)"),
        (
            "a.txt",
            b"\xef\xbb\xbf\n",
            "a.txt: there is no text in it (give an article of at least one sentence)",
        ),
        ("a.txt", b"12 34 !", "a.txt: there is no word in it (give an article of at least one sentence)"),
        (
            "a.txt",
            b"abc\x00def",
            "a.txt: it is not text: a NUL byte at offset 3 " + SAVE,
        ),
        ("a.txt", b"%PDF-1.7\n1 0 obj", "a.txt: it is a PDF, not text " + SAVE),
        (
            "a.txt",
            b"PK\x03\x04\x14\x00word/document.xml",
            "a.txt: it is a Word document (.docx), not text " + SAVE,
        ),
        (
            "a.md",
            b"PK\x03\x04\x14\x00data",
            "a.md: it is a zip archive, not text " + SAVE,
        ),
        (
            "a.html",
            b"\x89PNG\r\n\x1a\n\x00\x00",
            "a.html: it is a PNG image, not text " + SAVE,
        ),
        (
            "a.txt",
            "Привет, мир, это новости".encode("cp1251"),
            "a.txt: its encoding cannot be told (save it as UTF-8)",
        ),
        (
            "a.txt",
            "A dog".encode("utf-16") + b"x",
            "a.txt: it is marked as UTF-16-LE but breaks off or is damaged at byte 10"
            " (save it again as UTF-8)",
        ),
        (
            "a.docx",
            b"PK",
            'a.docx: ".docx" files are not known (known are .txt, .text, .md, .markdown, .html, .htm, .xhtml,'
            " .json, .jsonl, .ndjson; or give the text on stdin)",
        ),
        (
            "a.html",
            b"<script>let words = 1</script>",
            "a.html: there is no text in it (is it a page with an article?)",
        ),
        (
            "a.md",
            b"![image](a.png)",
            "a.md: there is no text in it (give an article of at least one sentence)",
        ),
        ("a.json", b"[]", 'a.json: the list is empty (a list holds objects such as {"text": "..."})'),
        (
            "a.json",
            b'{"text": "a",\n "x": }',
            "a.json: malformed JSON at line 2, column 7: Expecting value (correct it there)",
        ),
        (
            "a.json",
            b'{"text": "a"',
            "a.json: malformed JSON at line 1, column 13: Expecting ',' delimiter"
            " (it breaks off: is the file complete?)",
        ),
        ("a.json", b"[" * 100_000, "a.json: its JSON is nested too deeply (give one flat object an article)"),
        (
            "a.json",
            b'{"x": ' + b"1" * 5000 + b"}",
            "a.json: a number in its JSON has thousands of digits (quote it)",
        ),
        (
            "a.json",
            b'"words"',
            'a.json: a record is an object with a text, this is a string (write it as {"text": "..."})',
        ),
        (
            "a.json",
            b'{"id": 1, "summary": "x", "Url": "y"}',
            'a.json: there is no text in it; found "id", "summary" and "Url"'
            " (the article goes under text, body or content)",
        ),
        (
            "a.json",
            b'{"text": " "}',
            'a.json: its "text" is empty (the article goes under text, body or content)',
        ),
        ("a.json", b'{"text": 5}', 'a.json: "text" is a number, not a text (give the article as a string)'),
        ("a.jsonl", b"\n\n", "a.jsonl: it is empty (one JSON object a line, each with a text)"),
        (
            "a.jsonl",
            b"\x1f\x8b\x08\x00",
            "a.jsonl: it is a gzip archive, not text " + SAVE,
        ),
    ],
)
def test_unreadable_file_says_what_where_and_the_way_out(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    path = write(tmp_path, name, content)
    assert error_of(path) == message
    with pytest.raises(ReadError):
        read_one(path)


def test_missing_file_names_its_neighbour(tmp_path: Path) -> None:
    near = write(tmp_path, "harbour.txt", STORY)
    (error,) = read_all(tmp_path / "harbor.txt")
    assert isinstance(error, ReadError)
    assert (error.problem, error.hint) == ("there is no such file", f'did you mean "{near}"?')
    assert error_of(tmp_path / "zebra.txt") == "zebra.txt: there is no such file (check the path)"


def test_folder_points_to_batch(tmp_path: Path) -> None:
    assert error_of(tmp_path).endswith("it is a folder (use `summarise batch` for folders, or name a file)")


def test_impossible_path() -> None:
    assert "there is no such file" in error_of("a\0b.txt")
    assert "it cannot be read: File name too long" in error_of("x" * 5000 + ".txt")


def test_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.txt", STORY)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert error_of(path) == "a.txt: no permission to read it (change its permissions)"


def test_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_ARTICLE_BYTES", 1_000_000)
    hint = "(split it, or give many articles as .jsonl)"
    assert error_of(write(tmp_path, "a.txt", b"a " * 500_001)) == f"a.txt: it is larger than 1 MB {hint}"
    assert read_one(write(tmp_path, "b.txt", b"a " * 500_000)).text.startswith("a a")


@pytest.mark.parametrize("tag", ["div", "b", "ul", "blockquote", "nav"])
def test_hugely_nested_page_keeps_its_words(tmp_path: Path, tag: str) -> None:
    page = f"<html><body>{f'<{tag}>' * 20_000}<p>Deep words here.</p><p>More <i>of</i> them.</p>"
    assert read_one(write(tmp_path, "a.html", page)).text == "Deep words here.\n\nMore of them."


def test_short_page_that_the_extractor_leaves_empty_still_gives_its_words(tmp_path: Path) -> None:
    page = "<body><nav>Menu</nav><div>Fire is out.</div><footer>Imprint</footer></body>"
    assert read_one(write(tmp_path, "a.html", page)).text == "Fire is out."


# --- JSON and JSON Lines ---------------------------------------------------------------------


def test_record_keys_in_any_case_and_others_ignored() -> None:
    article = from_record(
        {
            "ID": 7,
            "Headline": "Harbour  fire",
            "BODY": "LONDON (Reuters) - " + STORY,
            "Published": "2025-07-05",
            "author": [{"name": "Jane Doe"}, "John Roe"],
            "views": 12,
        },
        source="news.jsonl:1",
    )
    assert (article.id, article.title, article.date) == ("7", "Harbour fire", "2025-07-05")
    assert (article.byline, article.source) == ("Jane Doe, John Roe", "news.jsonl:1")
    assert article.dateline is not None
    assert article.dateline.place == "LONDON"
    assert article.body == (Span(19, len(article.text)),)


def test_record_prefers_what_it_says_over_what_its_text_says() -> None:
    text = f"Harbour fire\n\nBy John Roe\n\nKyiv, 5 July 2025:\n\n{STORY}"
    article = from_record(
        {"title": "Harbour fire", "text": text, "byline": "By Jane Doe", "date": "6 July 2025"}
    )
    assert (article.title, article.byline, article.date) == ("Harbour fire", "Jane Doe", "6 July 2025")
    assert [article.text[slice(*span)] for span in article.body] == [STORY]


def test_known_title_leaves_other_first_lines_in_the_story() -> None:
    text = f"Another line that might be a title\n\n{STORY}"
    assert from_text(text).title == "Another line that might be a title"
    assert from_text(text, title="Harbour fire").body == ()


def test_empty_text_key_gives_way_to_the_next() -> None:
    assert from_record({"text": "", "body": None, "content": STORY}).text == STORY
    assert from_record({"text": ["One here.", "", "Two here."]}).text == "One here.\n\nTwo here."


def test_list_goes_on_after_a_bad_record(tmp_path: Path) -> None:
    path = write(
        tmp_path, "news.json", json.dumps([{"text": STORY}, {"x": 1}, 5, {"text": STORY, "id": "b"}])
    )
    items = list(read_all(path))
    assert [item.id if isinstance(item, Article) else item.problem for item in items] == [
        "news-1",
        'there is no text in it; found only "x"',
        "a record is an object with a text, this is a number",
        "b",
    ]
    assert [item.place for item in items if isinstance(item, ReadError)] == [
        f"{path}, record 2",
        f"{path}, record 3",
    ]


def test_lines_go_on_after_a_bad_one(tmp_path: Path) -> None:
    good = json.dumps({"text": STORY})
    path = write(tmp_path, "news.jsonl", f'\ufeff{good}\r\n\r\nnot json\r\n{good}\r\n{{"text": "cut o')
    items = list(read_all(path))
    assert [str(item) if isinstance(item, ReadError) else item.source for item in items] == [
        f"{path}:1",
        f"{path}:3: malformed JSON at column 1: Expecting value (correct it there)",
        f"{path}:4",
        f"{path}:5: malformed JSON at column 10: Unterminated string starting at (correct it there)",
    ]
    articles = read(path)
    assert next(articles).id == "news-1"
    with pytest.raises(ReadError, match=r"news\.jsonl:3"):
        next(articles)


def test_line_that_is_too_long_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_ARTICLE_BYTES", 1_000_000)
    lines = [
        json.dumps({"text": STORY}),
        json.dumps({"text": "word " * 700_000}),
        json.dumps({"text": STORY}),
    ]
    path = write(tmp_path, "news.jsonl", "\n".join(lines))
    first, second, third = read_all(path)
    assert isinstance(first, Article)
    assert str(second) == f"{path}:2: the record is larger than 1 MB (is it one article?)"
    assert isinstance(third, Article)
    assert third.source == f"{path}:3"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252"])
def test_lines_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    lines = "".join(json.dumps({"text": f"Café {n}"}, ensure_ascii=False) + "\n" for n in (1, 2))
    path = write(tmp_path, "a.jsonl", lines.encode(encoding))
    assert [article.text for article in read(path)] == ["Café 1", "Café 2"]


def test_one_line_in_another_encoding_does_not_spoil_the_rest(tmp_path: Path) -> None:
    data = b'{"text": "Caf\xe9 one"}\n' + '{"text": "Café two"}\n'.encode()
    assert [article.text for article in read(write(tmp_path, "a.jsonl", data))] == ["Café one", "Café two"]


def test_half_surrogate_pairs() -> None:
    assert (
        from_record(json.loads(r'{"text": "A fine fire \ud83d at the harbour."}')).text.count("\ufffd") == 1
    )
    with pytest.raises(ReadError, match="character 3 is half of a surrogate pair"):
        from_text("a \ud83d b")


def test_wrongly_decoded_text_is_refused() -> None:
    with pytest.raises(ReadError, match="wrong encoding"):
        from_text("Caf\ufffd \ufffd5 \ufffd")
    assert from_text("The caf\ufffd at the harbour is open again.").body == ()


# --- one, many, standard input ---------------------------------------------------------------


def test_read_one_wants_exactly_one(tmp_path: Path) -> None:
    two = write(tmp_path, "a.json", json.dumps([{"text": STORY}, {"text": STORY}]))
    with pytest.raises(ReadError, match="more than one article in it"):
        read_one(two)
    assert read_one(str(write(tmp_path, "b.JSON", json.dumps({"text": STORY})))).id == "b"


@pytest.mark.parametrize(
    ("given", "articles"),
    [
        ("Plain words.", [("Plain words.", "stdin", "standard input")]),
        ("[Agency] Plain words.", [("[Agency] Plain words.", "stdin", "standard input")]),
        ("{curly} words.", [("{curly} words.", "stdin", "standard input")]),
        ("\n<p>Marked up words.</p>", [("Marked up words.", "stdin", "standard input")]),
        ('{"text": "One."}', [("One.", "stdin", "standard input")]),
        ('\n{\n "text": "One."\n}', [("One.", "stdin", "standard input")]),
        ('[{"text": "One."}]', [("One.", "stdin-1", "standard input, record 1")]),
        (
            '{"text": "One."}\n\n{"text": "Two."}\n',
            [("One.", "stdin-1", "standard input:1"), ("Two.", "stdin-3", "standard input:3")],
        ),
    ],
)
def test_standard_input_is_told_by_its_look(
    monkeypatch: pytest.MonkeyPatch, given: str, articles: list[tuple[str, str, str]]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    assert [(article.text, article.id, article.source) for article in read("-")] == articles


def test_standard_input_with_a_bad_first_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"text": bad}\n{"text": "Two."}\n'))
    first, second = read_all("-")
    assert str(first).startswith("standard input:1: malformed JSON at column 10")
    assert isinstance(second, Article)


def test_empty_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert error_of("-") == "standard input: it is empty (give an article of at least one sentence)"


def test_identifier_is_the_stem_and_source_the_path(tmp_path: Path) -> None:
    path = write(tmp_path, "07-harbour.txt", STORY)
    assert read_one(path) == Article(STORY, id="07-harbour", source=str(path))


def test_every_format_reads_what_it_is_for(tmp_path: Path) -> None:
    content = {"json": json.dumps({"text": STORY}), "ndjson": json.dumps({"text": STORY})}
    content["jsonl"] = content["ndjson"]
    for suffix in FORMATS:
        path = write(tmp_path, f"a{suffix}", content.get(suffix[1:], STORY))
        assert [article.text for article in read(path)] == [STORY], suffix
