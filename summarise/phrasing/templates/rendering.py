"""Filling a template: Jinja2, sandboxed and strict.

Slot values carry their spans through Jinja2 between private-use characters, so
that each part of the line is known to be copied, inflected or the template's own.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from ...errors import TemplateError
from ...language.inflect import participle, present
from ...model import Piece
from ..slots import Slot
from ..slots.slot import NOTHING
from .template import HeadlineTemplate

if TYPE_CHECKING:
    from jinja2 import Environment, Template

PARTS = ("short", "head", "verb", "harmed")
"""What a template may ask of a slot: `{{ actor.short }}`, `{{ casualties.harmed }}`."""

_OPEN, _CLOSE = "\ue000", "\ue001"
_SHELF = "shelf_of_slots"
_MARKED = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


def names_in(text: str, place: str) -> list[str]:
    """The slots that a template's text reads.

    Raises:
        TemplateError: it is not Jinja2, or asks for a part that no slot has.
    """
    from jinja2 import TemplateError as JinjaError
    from jinja2 import meta, nodes

    try:
        tree = _environment().parse(text)
        _environment().from_string(text)
    except JinjaError as error:
        raise TemplateError(f"is not a template: {error}", place=place) from error
    for reached in tree.find_all(nodes.Getattr):
        if reached.attr not in PARTS:
            hint = "after a dot stand " + ", ".join(PARTS)
            raise TemplateError(f"a slot has no {reached.attr!r}", place=place, hint=hint)
    return sorted(meta.find_undeclared_variables(tree))


@cache
def _environment() -> "Environment":
    from jinja2 import StrictUndefined, pass_context
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    @pass_context
    def shelve(context: Any, value: object) -> object:
        # Sees every value that is printed, after its filters: a slot is put on the shelf
        # of this rendering and only its number goes into the text.
        if not isinstance(value, Slot):
            return value
        shelf: list[Slot] = context[_SHELF]
        shelf.append(value)
        return f"{_OPEN}{len(shelf) - 1}{_CLOSE}"

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, finalize=shelve)
    environment.filters |= {"present": _present, "participle": _participle}
    # No template of ours loops or calls; without globals none can.
    environment.globals.clear()
    return environment


@cache
def _compiled(text: str) -> "Template":
    return _environment().from_string(text)


def _inflected(slot: Slot, form: str) -> Slot:
    # Only the verb changes; its particle stays behind it.
    piece, *particle = slot.pieces
    changed = replace(piece, text=form, origin="copied" if form == piece.text else "inflected")
    return replace(slot, pieces=(changed, *particle))


def _verb(slot: Slot) -> str:
    """The base form of a verb without its particle."""
    return slot.lemma.split(" ")[0]


def _present(slot: Slot, agree: Slot | None = None) -> Slot:
    """Present tense, agreeing with `agree` if given: `verb | present`."""
    return _inflected(slot, present(_verb(slot), (agree or slot).plural))


def _participle(slot: Slot) -> Slot:
    """Past participle: `verb | participle`; one on "-ed" is spelled as the source spells it."""
    text = slot.pieces[0].text
    if text.endswith("ed"):
        return slot
    return _inflected(slot, participle(_verb(slot)))


def render(template: HeadlineTemplate, slots: Mapping[str, Slot]) -> tuple[Piece, ...] | None:
    """The filled template as pieces; None if something it reads is not there.

    Args:
        template: the template to fill.
        slots: what it needs, as a clause offers it or as one of its `fillings`; what it only may show is left
            out where it is not there.

    Raises:
        TemplateError: the template reaches for what the sandbox does not give.
    """
    from jinja2 import TemplateError as JinjaError
    from jinja2 import UndefinedError

    shelf: list[Slot] = []
    given = {need: slots[need] for need in template.needs}
    given |= {name: slots.get(name, NOTHING) for name in template.may}
    try:
        text = _compiled(template.text).render(given, **{_SHELF: shelf})
    except UndefinedError:
        return None
    except JinjaError as error:
        raise TemplateError(f"cannot be filled: {error}", place=template.source) from error
    line: list[Piece] = []
    position = 0
    for match in _MARKED.finditer(text):
        _add(line, text[position : match.start()])
        _add_slot(line, shelf[int(match.group(1))])
        position = match.end()
    _add(line, text[position:])
    while line and line[-1].origin == "template" and not line[-1].text.strip():
        line.pop()
    return tuple(piece for piece in line if piece.text)


def _add(line: list[Piece], text: str) -> None:
    if text:
        line.append(Piece(text, "template"))


def _add_slot(line: list[Piece], slot: Slot) -> None:
    gap = ""
    if line and line[-1].origin == "template" and line[-1].text.endswith(" "):
        # White space belongs to the later piece.
        text = line[-1].text.rstrip(" ")
        gap = " "
        line[-1] = replace(line[-1], text=text)
        if not text:
            line.pop()
    first, *rest = slot.pieces or (Piece("", "template"),)
    line.append(replace(first, text=gap + first.text))
    line.extend(rest)
