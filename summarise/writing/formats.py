"""The register of output formats and the one function that uses it."""

from collections.abc import Callable
from difflib import get_close_matches

from summarise.errors import WriteError
from summarise.model import Digest
from summarise.writing.marking import mark
from summarise.writing.rendering import render


def write(digest: Digest, format: str = "text") -> str:
    """The digest in one of `FORMATS`, ending in a newline.

    Args:
        digest: what to write.
        format: "text", "markdown", "json" (exactly `Digest.to_json()`) or "html" (one page that needs
            nothing else: no script, no request).

    Raises:
        WriteError: there is no such format.
    """
    return writer(format)(digest)


def writer(format: str) -> Callable[[Digest], str]:
    """The function for a format.

    Raises:
        WriteError: there is no such format.
    """
    try:
        return FORMATS[format]
    except KeyError:
        near = get_close_matches(format, FORMATS, n=1)
        hint = (f'did you mean "{near[0]}"? ' if near else "") + f"formats: {', '.join(FORMATS)}"
        raise WriteError(f'there is no output format "{format}"', hint=hint) from None


def _text(digest: Digest) -> str:
    return render("digest/digest.txt.j2", {"digest": digest})


def _markdown(digest: Digest) -> str:
    return render("digest/digest.md.j2", {"digest": digest})


def _html(digest: Digest) -> str:
    return render("digest/digest.html.j2", {"digest": digest, "marked": mark(digest)})


FORMATS: dict[str, Callable[[Digest], str]] = {
    "text": _text,
    "markdown": _markdown,
    "json": Digest.to_json,
    "html": _html,
}

SUFFIXES: dict[str, str] = {"text": ".txt", "markdown": ".md", "json": ".json", "html": ".html"}
