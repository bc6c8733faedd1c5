"""Text from an article as Markdown that shows exactly that text.

After the CommonMark 0.31 rules for backslash escapes (any ASCII punctuation may
be escaped), with what GitHub adds: tables, strike-through, bare links, mathematics.
"""

import re

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
