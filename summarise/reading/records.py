"""Records: JSON objects, lists of them, and JSON Lines."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from summarise.errors import ReadError
from summarise.model import Article
from summarise.reading.layout import arrange, check_text

# Key (in any case) → what it holds. The first key of a group that has something in it counts.
TITLE_KEYS = ("title", "headline")
TEXT_KEYS = ("text", "body", "content")
DATE_KEYS = ("date", "published")
BYLINE_KEYS = ("byline", "author")
ID_KEYS = ("id",)

_KEYS_SHOWN = 12
_SURROGATE = re.compile("[\ud800-\udfff]")


def from_record(record: Mapping[str, Any], *, source: str | None = None, id: str | None = None) -> Article:
    """An article from one JSON object.

    Keys count in any case: title/headline, text/body/content, date/published, byline/author, id.
    Others are ignored. A text given as a list of paragraphs is joined by blank lines; several authors
    are joined by commas. Half surrogate pairs, which JSON can smuggle in, become U+FFFD.

    Args:
        record: the object.
        source: name of the record for messages ("news.jsonl:12").
        id: identifier to use when the record has none.

    Raises:
        ReadError: no text, or a text that is not one.
    """
    if not isinstance(record, Mapping):
        raise ReadError(
            f"a record is an object with a text, this is {_json_name(record)}",
            place=source,
            hint='write it as {"text": "..."}',
        )
    fields = {str(key).strip().casefold(): value for key, value in reversed(list(record.items()))}
    text = _text(fields, source)
    if text is None:
        empty = next((key for key in TEXT_KEYS if key in fields), None)
        problem = (
            f'its "{empty}" is empty' if empty else f"there is no text in it; found {_found_keys(record)}"
        )
        raise ReadError(
            problem,
            place=source,
            hint=f"the article goes under {_list(TEXT_KEYS, 'or')}",
        )
    check_text(text, source)
    names = _first(fields, BYLINE_KEYS)
    return arrange(
        text,
        title=_first(fields, TITLE_KEYS),
        names=re.sub(r"^[Bb]y\s+", "", names) if names else None,
        date=_first(fields, DATE_KEYS),
        id=_first(fields, ID_KEYS) or id,
        source=source,
    )


def load_json(text: str, place: str, *, one_line: bool = False) -> Any:
    """The value of a JSON text; `one_line` when `place` names the line already.

    Raises:
        ReadError: malformed, with line and column; or nested too deeply.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = "" if one_line else f"line {error.lineno}, "
        raise ReadError(
            f"malformed JSON at {line}column {error.colno}: {error.msg}",
            place=place,
            hint="correct it there" if text[error.pos :].strip() else "it breaks off: is the file complete?",
        ) from None
    except RecursionError:
        raise ReadError(
            "its JSON is nested too deeply", place=place, hint="give one flat object an article"
        ) from None
    except ValueError:
        # Python refuses to convert such a number, and says so in terms of its own settings.
        raise ReadError(
            "a number in its JSON has thousands of digits", place=place, hint="quote it"
        ) from None


def from_json(text: str, place: str, stem: str) -> Iterator[Article | ReadError]:
    """The articles of a JSON text: one object, or a list of objects. A bad object comes out as its error."""
    value = load_json(text, place)
    if not isinstance(value, list):
        yield from_record(value, source=place, id=stem)
        return
    if not value:
        raise ReadError("the list is empty", place=place, hint='a list holds objects such as {"text": "..."}')
    for number, record in enumerate(value, start=1):
        try:
            yield from_record(record, source=f"{place}, record {number}", id=f"{stem}-{number}")
        except ReadError as error:
            yield error


def from_json_lines(
    lines: Iterable[tuple[int, str | ReadError]], place: str, stem: str
) -> Iterator[Article | ReadError]:
    """The articles of JSON Lines: one object a line, blank lines skipped.

    Args:
        lines: line numbers from 1, with the line or the error that kept it from being read.
        place: name of the file, for messages.
        stem: what identifiers start with where a record has none.

    Yields:
        An article, or the error of a line; the lines behind it follow all the same.

    Raises:
        ReadError: there is no record at all.
    """
    empty = True
    for number, line in lines:
        if isinstance(line, ReadError):
            empty = False
            yield line
            continue
        if not line.strip("\ufeff \t\r\n"):
            continue
        empty = False
        where = f"{place}:{number}"
        try:
            record = load_json(line.strip("\ufeff \t\r\n"), where, one_line=True)
            yield from_record(record, source=where, id=f"{stem}-{number}")
        except ReadError as error:
            yield error
    if empty:
        raise ReadError("it is empty", place=place, hint="one JSON object a line, each with a text")


def _text(fields: Mapping[str, Any], source: str | None) -> str | None:
    for key in TEXT_KEYS:
        value = fields.get(key)
        if isinstance(value, list) and all(isinstance(paragraph, str) for paragraph in value):
            value = "\n\n".join(paragraph for paragraph in value if paragraph.strip())
        if isinstance(value, str):
            if value.strip():
                return _SURROGATE.sub("\ufffd", value)
        elif value is not None:
            raise ReadError(
                f'"{key}" is {_json_name(value)}, not a text',
                place=source,
                hint="give the article as a string",
            )
    return None


def _first(fields: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((words for key in keys if (words := _words(fields.get(key)))), None)


def _words(value: Any) -> str | None:
    """A value as one line: a string, a number, a list of names, or schema.org's Person with its name."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", " ".join(value.split())) or None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        return ", ".join(words for item in value if (words := _words(item))) or None
    if isinstance(value, Mapping):
        return _words(value.get("name"))
    return None


def _found_keys(record: Mapping[str, Any]) -> str:
    keys = [str(key) for key in record]
    if not keys:
        return "no keys"
    more = len(keys) - _KEYS_SHOWN
    shown = [f'"{_SURROGATE.sub("?", key)[:40]}"' for key in keys[:_KEYS_SHOWN]]
    return ("only " if len(keys) == 1 else "") + _list([*shown, f"{more} more"] if more > 0 else shown, "and")


def _list(words: Iterable[str], conjunction: str) -> str:
    *first, last = words
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def _json_name(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, (int, float)):
        return "a number"
    if isinstance(value, str):
        return "a string"
    return "a list" if isinstance(value, list) else "an object"
