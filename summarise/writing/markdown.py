"""Text from an article as Markdown that shows exactly that text.

After the CommonMark 0.31 rules for backslash escapes (any ASCII punctuation may
be escaped), with what GitHub adds: tables, strike-through, bare links, mathematics.
"""

import re

from summarise.writing.audited import Excerpt
from summarise.writing.wording import printable

_ANYWHERE = re.compile(r"[\\`*_\[\]<>#|~$&!^]")
# A bare address becomes a link by itself on many sites.
_BARE_LINK = re.compile(r"(?<=\w):(?=//)|(?<=\bwww)\.|(?<=\S)@(?=\S)|(?<=\bmailto):|(?<=\bxmpp):", re.I)
_AT_START = re.compile(r"^(?:([-+=])|(\d+)([.)]))")


def escape_markdown(text: str) -> str:
    """The text on one line, with every character escaped that would make markup."""
    line = _ANYWHERE.sub(r"\\\g<0>", printable(text))
    line = _BARE_LINK.sub(r"\\\g<0>", line)
    return _AT_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", line)


def marked_markdown(shown: Excerpt) -> str:
    """A line with its words in bold."""
    begin, end = "**", "**"
    # Asterisks between a letter and a punctuation mark are no emphasis.
    if _stuck(shown.before[-1:], shown.words[:1]) or _stuck(shown.after[:1], shown.words[-1:]):
        begin, end = "<b>", "</b>"
    words = escape_markdown(shown.words)
    return (
        f"{_piece(shown.before)}{begin}{words}{end}{_piece(shown.after)}" if words else _piece(shown.before)
    )


def _stuck(outside: str, inside: str) -> bool:
    return outside.isalnum() and not inside.isalnum()


def _piece(text: str) -> str:
    """A piece of a line, whose spaces at its ends stay."""
    before, after = " " * text.startswith(" "), " " * text.endswith(" ")
    return before + escape_markdown(text) + after if text.strip() else before
