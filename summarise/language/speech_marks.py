"""A quotation mark with white space on both sides: does it close what came before, or open what follows?

Elsewhere a straight mark sticks to what it encloses. One that stands apart (a slip of the
pen, or text cut into tokens) is told by what follows it up to the next mark of its kind:
a mark closes before narration and opens before speech, be it begun or, in a new paragraph
of the same quotation, begun again. Where that is no help, marks take turns.
"""

import re

# Single marks count only where they stand apart behind another mark: "the workers ' pay" is no quotation.
_DOUBLE = re.compile(r"``|''|[\"“”]")
_SINGLE = re.compile(r"(?<=[,:.?!]\s)'(?=\s)|(?<!\S)`(?=\s)")
_SAYING = re.compile(
    r"(?:said|says|saying|added|adding|adds|told\s+\S+|asked|wrote|replied|insisted|explained|:)\s*,?\s*$",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:I|we|you|my|our|me|us|your|let|think|really|lot|very|going|want|gonna|yes|well|n['’]t)\b|['’](?:re|ve|ll|m)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:said|says|added|told|asked|according|reported|announced|mr|ms|mrs|percent|police|also)\b",
    re.IGNORECASE,
)
# Behind one of these a quotation begins.
_LEADING = re.compile(
    r"(?:\b(?:the|an?|of|and|or|to|as|is|was|by|in|for|with|called|dubbed|that|his|her|their|its|are|were)|--|–)\s+$",
    re.IGNORECASE,
)
# Looking for the next mark stops here: no quotation is longer, and the time stays linear.
_REACH = 1200
_READ = 400
_DEPTH = 2  # marks to look ahead


class SpeechMarks:
    """The marks of one paragraph, asked for one after the other from left to right."""

    def __init__(self, text: str, start: int, end: int) -> None:
        """Take the paragraph `text[start:end]`."""
        self._text = text
        self._start = start
        self._end = end
        self._seen = {_DOUBLE: start, _SINGLE: start}
        self._open = {_DOUBLE: False, _SINGLE: False}
        self._inside = False  # whether the last double mark opened inside a sentence ('the "worst')

    def closes(self, place: int) -> bool:
        """Whether the straight mark at `place`, later than any asked for before, closes a quotation."""
        text = self._text
        kind = _DOUBLE if text[place] == '"' else _SINGLE
        self._read_to(kind, place)
        closing = True if kind is _DOUBLE and self._inside else self._before_narration(kind, place + 1)
        if closing is None:
            # Behind a single mark: the one outside a quotation within the quotation (' ").
            nested = kind is _DOUBLE and text[place - 1 : place] in {"'", "’"}
            closing = self._open[kind] or nested
        self._open[kind] = not closing
        self._seen[kind] = place + 1
        self._inside = self._inside and kind is _SINGLE
        return closing

    def _before_narration(self, kind: re.Pattern[str], start: int, depth: int = 0) -> bool | None:
        """Whether narration (True) or speech (False) stands before the next mark; None: hard to tell."""
        following = kind.search(self._text, start, min(start + _REACH, self._end))
        end = self._end
        if following:
            end = following.start()
            if not self._text[start:end].strip():
                return True
            evident = self._evident(end)
            if evident is not None:
                return not evident
        end = min(end, start + _READ)
        spoken = len(_SPOKEN.findall(self._text, start, end))
        reported = len(_REPORT.findall(self._text, start, end))
        if spoken != reported:
            return spoken < reported
        if following and depth < _DEPTH and self._before_narration(kind, following.end(), depth + 1):
            # The next mark closes: speech it is.
            return False
        return None

    def _read_to(self, kind: re.Pattern[str], place: int) -> None:
        """Note what the marks up to `place` opened and closed."""
        for match in kind.finditer(self._text, self._seen[kind], place):
            closes = self._evident(match.start())
            self._open[kind] = not (self._open[kind] if closes is None else closes)
            word = self._text[max(self._start, match.start() - 2) : match.start()].rstrip()[-1:].isalnum()
            self._inside = kind is _DOUBLE and self._open[kind] and word

    def _evident(self, at: int) -> bool | None:
        """Whether its surroundings show that the mark at `at` closes (True) or opens (False)."""
        text = self._text
        mark = text[at]
        if mark in "“`":
            return False
        if mark == "”" or text.startswith("''", at):
            return True
        before = text[at - 1] if at > self._start else " "
        after = text[at + 1] if at + 1 < self._end else " "
        if before.isspace() != after.isspace():
            return after.isspace()
        if before.isspace():
            near = text[max(self._start, at - 24) : at]
            if _SAYING.search(near) or _LEADING.search(near):
                return False
            if near.rstrip().endswith(",") or text[at + 2 : at + 3] in {",", ".", ";", ")"}:
                return True
        return None


def own_closers(text: str, match: re.Match[str], marks: SpeechMarks) -> str:
    """What closes behind the mark, without a quotation mark that opens the next sentence."""
    closers = str(match[2])
    begin = match.start(2)
    for place, character in enumerate(closers, begin):
        if character not in "\"'" or text.startswith("''", place) or text.startswith("''", place - 1):
            continue
        apart = text[place - 1].isspace() and text[place + 1 : place + 2].isspace()
        glued = character == '"' and place + 1 == match.end()
        if (apart or glued) and not marks.closes(place):
            return closers[: place - begin].rstrip()
    return closers
