"""Golden cases of what is told apart, in plain files under tests/golden/reading/."""

import re
from pathlib import Path

import pytest

from summarise.model import Article
from summarise.reading import from_text, read_one

GOLDEN = Path(__file__).parent / "golden" / "reading"
KEYS = {"title", "byline", "dateline", "place", "date", "starts", "ends", "pieces"}


def fields(block: str) -> dict[str, str]:
    entries = dict(line.split(": ", 1) for line in block.strip().splitlines())
    assert set(entries) <= KEYS, f"unknown keys: {sorted(set(entries) - KEYS)}"
    return entries


def cases(name: str) -> list[tuple[str, str, dict[str, str]]]:
    parts = re.split(r"^=== (.*)\n", (GOLDEN / f"{name}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = []
    for title, block in zip(parts[1::2], parts[2::2], strict=True):
        text, expected = re.split(r"^---\n", block, maxsplit=1, flags=re.MULTILINE)
        found.append((title, text.rstrip("\n"), fields(expected)))
    return found


def check(article: Article, expected: dict[str, str]) -> None:
    dateline = article.dateline
    assert {
        "title": article.title,
        "byline": article.byline,
        "dateline": dateline.text if dateline else None,
        "place": dateline.place if dateline else None,
        "date": article.date,
    } == {key: expected.get(key) for key in ("title", "byline", "dateline", "place", "date")}
    if dateline is not None:
        assert article.text[dateline.start : dateline.end] == dateline.text
        if dateline.place_span is not None:
            assert article.text[slice(*dateline.place_span)] == dateline.place
    body = [article.text[slice(*span)] for span in article.spans()]
    assert len(body) == int(expected.get("pieces", "1"))
    assert body[0].startswith(expected.get("starts", ""))
    assert body[-1].endswith(expected.get("ends", ""))


HEADS = [case for name in ("datelines", "heads") for case in cases(name)]
WHOLE = cases("whole")
PAGES = sorted((GOLDEN / "pages").glob("*.expected"))


def test_there_are_golden_cases() -> None:
    assert len(HEADS) > 40
    assert len(WHOLE) > 10
    assert len(PAGES) > 4


@pytest.mark.parametrize(("name", "text", "expected"), HEADS, ids=[case[0] for case in HEADS])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_head_is_told_apart(name: str, text: str, expected: dict[str, str], line_end: str) -> None:
    text = text.replace("\n", line_end)
    article = from_text(text)
    assert article.text == text
    assert article.body
    check(article, expected)


@pytest.mark.parametrize(("name", "text", "expected"), WHOLE, ids=[case[0] for case in WHOLE])
def test_story_is_left_whole(name: str, text: str, expected: dict[str, str]) -> None:
    assert not expected
    assert from_text(text) == Article(text)


@pytest.mark.parametrize("expectation", PAGES, ids=lambda path: path.stem)
def test_page_becomes_text(expectation: Path) -> None:
    expected, text = expectation.read_text(encoding="utf-8").split("---\n", 1)
    article = read_one(expectation.with_suffix(""))
    assert article.text == text.rstrip("\n")
    check(article, fields(expected))
