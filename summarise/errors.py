"""What can go wrong, in a form a person can act on.

Every error says three things: where it happened (`place`: a file, a record, a
line), what is wrong, and the way out (`hint`). `str(error)` joins them in one
line, which is what the command line prints.
"""


class SummariseError(Exception):
    """Base of every error this package raises on purpose.

    Args:
        problem: what is wrong, in plain words.
        place: the file, record or line it concerns, if any.
        hint: what the user can do about it, if anything.
    """

    def __init__(self, problem: str, *, place: str | None = None, hint: str | None = None) -> None:
        self.problem = problem
        self.place = place
        self.hint = hint
        super().__init__(str(self))

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        way_out = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.problem}{way_out}"

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword-only arguments do not survive the default pickling, and batch
        # workers send their errors home pickled.
        return (_rebuild, (type(self), self.problem, self.place, self.hint))


def _rebuild(
    kind: type["SummariseError"], problem: str, place: str | None, hint: str | None
) -> "SummariseError":
    return kind(problem, place=place, hint=hint)


class ReadError(SummariseError):
    """An input cannot be read as an article: missing, empty, binary, too large, malformed."""


class StyleError(SummariseError):
    """A setting has a name or a value that does not exist."""


class TemplateError(SummariseError):
    """A template file is broken: bad TOML, unknown slot, an example that does not come out."""


class WriteError(SummariseError):
    """A result cannot be written where it was asked for."""


class ModelError(SummariseError):
    """The English pipeline is missing or is not the one this release was tested with."""
