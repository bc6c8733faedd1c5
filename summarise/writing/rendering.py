"""The only door to Jinja2 for what is written out (headline templates have their own)."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from summarise.resources import templates_folder
from summarise.writing.checked import checked_line, checked_rows
from summarise.writing.markdown import escape_markdown, marked_markdown
from summarise.writing.wording import (
    figure_row,
    in_several_sentences,
    key_rows,
    places,
    printable,
    why,
    worth_explaining,
)

if TYPE_CHECKING:
    from jinja2 import Environment


def render(name: str, values: Mapping[str, Any]) -> str:
    """The shipped template of this name (relative to `templates/`), filled with the values.

    A name that a template uses and the values lack is an error, never a blank.
    Templates whose name contains ".html" escape everything they print.
    """
    return _environment().get_template(name).render(values)


@cache
def _environment() -> "Environment":
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates_folder()),
        undefined=StrictUndefined,
        autoescape=lambda name: name is not None and ".html" in name,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        line=printable,
        markdown=escape_markdown,
        marked_markdown=marked_markdown,
        checked_line=checked_line,
        checked_rows=checked_rows,
        figure=figure_row,
        key_rows=key_rows,
        places=places,
        in_several_sentences=in_several_sentences,
        why=why,
        worth_explaining=worth_explaining,
    )
    return environment
