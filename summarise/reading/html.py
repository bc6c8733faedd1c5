"""HTML to the plain text it stands for, with title, author and date.

trafilatura finds the article on a page (Barbaresi 2021, "Trafilatura: A Web Scraping
Library and Command-Line Tool for Text Discovery and Extraction"), set to prefer
precision. Where it finds nothing, all paragraphs outside menus, headers and footers
count. Nothing is ever fetched.
"""

import logging
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from summarise.errors import ReadError
from summarise.model import Article
from summarise.reading.layout import arrange, check_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# libxml2 drops what is nested deeper than 256 elements. No article is; where a page is, its containers go.
_DEEPEST = 200
_INLINE = "a|abbr|b|bdi|bdo|big|cite|em|font|i|ins|label|mark|q|s|small|span|strike|strong|sub|sup|tt|u"
_CONTAINERS = (
    "article|aside|blockquote|center|dd|div|dl|dt|fieldset|footer|form|header|main|nav|ol|section|table|tbody|td"
    "|tfoot|th|thead|tr|ul"
)
_NESTING = re.compile(rf"<(?P<close>/?)(?:(?P<inline>{_INLINE})|{_CONTAINERS})\b[^<>]*>", re.IGNORECASE)

_NOT_PROSE = """
    aside audio button canvas code figcaption figure footer head header iframe math nav noscript object pre
    script select style svg table template textarea title video
"""
_UNSEEN = tuple(_NOT_PROSE.split())
_BLOCK_NAMES = """
    address article blockquote body center dd div dl dt form h1 h2 h3 h4 h5 h6 hr li main ol p section ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
# The vocabulary of trafilatura's result, a small part of TEI.
_EXTRACTED_UNSEEN = ("table", "graphic", "comments")
_EXTRACTED_BLOCKS = frozenset(("body", "p", "head", "list", "item", "quote", "div", "code"))

# Only dates the page declares; htmldate's wider search guesses from copyright lines and addresses.
_DATES: dict[str, Any] = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}


class _Page(NamedTuple):
    title: str | None
    author: str | None
    date: str | None


def from_html(html: str, place: str, stem: str) -> Article:
    """An article from an HTML page.

    The text is the article's, without menus, comments, tables, code and pictures: paragraphs apart by
    blank lines, one list item a line. Title, author and date are those that the page declares, or its
    first heading and `<time datetime>`.

    Raises:
        ReadError: no text is left.
    """
    deep = _too_deep(html)
    if deep:
        html = _flattened(html)
    page = _Page(None, None, None) if deep else _declared(html)
    text = "" if deep else _extracted(html)
    text = text or _plain(html)
    if not text:
        raise ReadError("there is no text in it", place=place, hint="is it a page with an article?")
    check_text(text, place)
    return arrange(text, title=page.title, names=page.author, date=page.date, id=stem, source=place)


def _tree(html: str) -> "HtmlElement | None":
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        # Bytes, because lxml refuses a string that declares an encoding.
        root = document_fromstring(html.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return root


def _declared(html: str) -> _Page:
    tree = _tree(html)
    if tree is None:
        return _Page(None, None, None)
    from trafilatura.metadata import extract_metadata

    _quiet()
    try:
        found = extract_metadata(tree, date_config=dict(_DATES))
    except Exception:
        # Metadata that trips the library up must not cost the article.
        return _Page(None, None, None)
    author = re.sub(r"^[Bb]y\s+", "", found.author).replace("; ", ", ") if found.author else None
    return _Page(found.title or None, author, found.date or None)


def _extracted(html: str) -> str:
    """The article's text as trafilatura finds it; empty if it finds none."""
    tree = _tree(html)
    if tree is None:
        return ""
    from trafilatura import bare_extraction

    _quiet()
    try:
        found = bare_extraction(tree, favor_precision=True, include_comments=False, include_tables=False)
    except Exception:
        # The same: then all paragraphs count.
        return ""
    body = getattr(found, "body", None)
    if body is None:
        return ""
    for code in list(body.iter("code")):
        # A block of code stands among the paragraphs, a piece of code inside one.
        if code.getparent() is body:
            body.remove(code)
    return _text(body, _EXTRACTED_UNSEEN, _EXTRACTED_BLOCKS, item="item", line_break="lb")


def _plain(html: str) -> str:
    """The text of everything but menus, headers, footers and what is not prose."""
    tree = _tree(html)
    return "" if tree is None else _text(tree, _UNSEEN, _BLOCKS, item="li", line_break="br")


def _text(root: Any, unseen: tuple[str, ...], blocks: frozenset[str], *, item: str, line_break: str) -> str:
    """Text of a tree: blocks apart by blank lines, neighbouring list items by a line break.

    Walks by events, so that no depth can exhaust the stack.
    """
    from lxml import etree

    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, *unseen, with_tail=False)
    pieces: list[str] = []
    words: list[str] = []
    after_item = False

    def flush(in_item: bool) -> None:
        nonlocal after_item
        lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
        words.clear()
        block = "\n".join(line for line in lines if line)
        if block:
            pieces.append(("\n" if in_item and after_item else "\n\n") + block if pieces else block)
            after_item = in_item

    items = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag in blocks:
                flush(items > 0)
            items += tag == item
            words.append("\n" if tag == line_break else _one_line(element.text))
        else:
            if tag in blocks:
                flush(items > 0)
            items -= tag == item
            if element is not root:
                words.append(_one_line(element.tail))
    flush(False)
    return "".join(pieces)


def _one_line(text: str | None) -> str:
    """Line breaks in the source mean nothing; only `<br>` breaks a line."""
    return re.sub(r"[\r\n\u2028\u2029]", " ", text or "")


def _too_deep(html: str) -> bool:
    depth = 0
    for tag in _NESTING.finditer(html):
        depth += -1 if tag["close"] else 1
        if depth > _DEEPEST:
            return True
    return False


def _flattened(html: str) -> str:
    return _NESTING.sub(lambda tag: "" if tag["inline"] else "<p>", html)


def _quiet() -> None:
    """Keep trafilatura's own remarks off stderr unless the program that uses us has set up logging."""
    for name in ("trafilatura", "htmldate"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
