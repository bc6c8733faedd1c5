"""Markdown to the plain text it stands for, and what its front matter says."""

import re
import tomllib
from collections.abc import Sequence
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from summarise.model import Article
from summarise.reading.layout import arrange, check_text

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(
    r"\A\s*(?:---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*\r?$"
    r"|\+\+\+[ \t]*\r?\n(?P<toml>.*?)^\+\+\+[ \t]*\r?$)\r?\n?",
    re.DOTALL | re.MULTILINE,
)
_YAML_LINE = re.compile(r"(?P<key>[A-Za-z][\w -]*?)[ \t]*:(?:[ \t]+(?P<value>.*)|[ \t]*)")
_YAML_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style|figure|pre|table)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class Rendered(NamedTuple):
    """Plain text of a Markdown document and its first heading, if the document opens with one."""

    text: str
    title: str | None


def from_markdown(markdown: str, place: str, stem: str) -> Article:
    """An article from a Markdown document (CommonMark and tables).

    The text is what the markup stands for: paragraphs apart by blank lines, one list item a line.
    Code, images, tables, comments and HTML tags are left out. Front matter (YAML between "---" or TOML
    between "+++") gives title, author and date; otherwise the opening heading is the title.

    Raises:
        ReadError: no text is left.
    """
    front, markdown = front_matter(markdown)
    rendered = render(markdown)
    check_text(rendered.text, place)
    return arrange(
        rendered.text,
        title=front.get("title") or front.get("headline") or rendered.title,
        names=front.get("author") or front.get("authors") or front.get("byline"),
        date=front.get("date") or front.get("published"),
        id=front.get("id") or stem,
        source=place,
    )


def front_matter(markdown: str) -> tuple[dict[str, str], str]:
    """The scalars and flat lists of the front matter, by lower-case key, and the document behind it.

    Of YAML only what front matter is made of is understood: `key: value`, quoted or not, `[a, b]` and
    lists of "- item" lines. Anything else is passed over.
    """
    match = _FRONT_MATTER.match(markdown)
    if match is None:
        return {}, markdown
    if match["toml"] is not None:
        try:
            values: dict[str, Any] = tomllib.loads(match["toml"])
        except tomllib.TOMLDecodeError:
            values = {}
        return {key.lower(): words for key, value in values.items() if (words := _scalar(value))}, markdown[
            match.end() :
        ]
    lists: dict[str, list[str]] = {}
    key = None
    for line in match["yaml"].splitlines():
        item = _YAML_ITEM.fullmatch(line)
        if item is not None and key is not None:
            lists[key].append(_unquoted(item["value"]))
            continue
        entry = _YAML_LINE.fullmatch(line)
        if entry is None:
            continue
        key = entry["key"].strip().lower()
        value = (entry["value"] or "").strip()
        inline = re.fullmatch(r"\[(.*)\]", value)
        parts = inline[1].split(",") if inline else [value]
        lists[key] = [word for part in parts if (word := _unquoted(part))]
    if not lists:
        return {}, markdown  # two rules with prose between them
    return {key: ", ".join(values) for key, values in lists.items() if values}, markdown[match.end() :]


def render(markdown: str) -> Rendered:
    """Plain text of a Markdown document without front matter."""
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    pieces: list[str] = []
    title = None
    tables = items = 0
    in_list = False  # the block before stood in the same list
    for before, token in pairwise([Token("start", "", 0), *tokens]):
        if token.type in ("table_open", "table_close"):
            tables += token.nesting
        elif token.type in ("list_item_open", "list_item_close"):
            items += token.nesting
        elif token.type in ("bullet_list_close", "ordered_list_close") and items == 0:
            in_list = False
        elif tables == 0 and token.type in ("inline", "html_block"):
            text = _inline(token.children or []) if token.type == "inline" else _without_tags(token.content)
            text = "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
            if not text:
                continue
            if before.type == "heading_open":
                text = text.replace("\n", " ")
                title = title or (None if pieces else text)
            if pieces:
                pieces.append("\n" if in_list and items else "\n\n")
            pieces.append(text)
            in_list = items > 0
    return Rendered("".join(pieces), title)


def _inline(tokens: "Sequence[Token]") -> str:
    """Text of a paragraph's tokens: links and emphasis as their words, images and tags as nothing."""
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak" or (token.type == "html_inline" and _BREAK.fullmatch(token.content)):
            parts.append("\n")
    return "".join(parts)


def _without_tags(html: str) -> str:
    return unescape(_TAG.sub("", _BREAK.sub("\n", _UNSEEN.sub("", html))))


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = re.fullmatch(r"([\"'])(.*)\1\s*(?:#.*)?", value)
    if quoted is not None:
        inside = quoted[2]
        return inside.replace("''", "'") if quoted[1] == "'" else inside.replace('\\"', '"')
    if value.startswith(("|", ">", "&", "*", "{", "#")):
        return ""  # block scalars, anchors, mappings, comments: not what a title or a date is written as
    return re.sub(r"\s+#.*$", "", value)


def _scalar(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(words for item in value if (words := _scalar(item)))
    return "" if isinstance(value, (dict, bool)) else str(value)
