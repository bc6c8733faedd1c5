"""Headline templates: reading them from TOML and filling them.

A template is data that an editor can write: a domain, a class of verbs, the slots
it needs, a Jinja2 text and examples that are run as tests. Rendering is sandboxed
and strict. Slot values carry their spans through Jinja2 between private-use
characters, so that each part of the line is known to be copied, inflected or the
template's own.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import TemplateError
from ..language.inflect import participle, present
from ..model import Piece
from ..resources import data_file, templates_folder
from .slots import Slot, verb_classes

if TYPE_CHECKING:
    from jinja2 import Environment, Template

_OPEN, _CLOSE = "\ue000", "\ue001"
_SHELF = "shelf_of_slots"
_MARKED = re.compile(f"{_OPEN}(\\d+){_CLOSE}")

SLOTS = frozenset(
    (
        "subject predicate speaker says source actor verb object object_short agent amount money percent term score "
        "casualties event event_short place where event_where victims harm"
    ).split()
)
_PHRASE_SLOT = re.compile(r"[a-z]+_phrase")
_KEYS = frozenset({"name", "needs", "text", "verbs", "passive", "example"})


@dataclass(frozen=True, slots=True)
class Example:
    """A template's test: a short article and the headline the template makes of it."""

    article: str
    headline: str


@dataclass(frozen=True, slots=True)
class HeadlineTemplate:
    """A headline with places to fill.

    Attributes:
        name: unique name, "domain/name".
        domain: kind of news it is for; "general" fits all.
        needs: slots without which it is not eligible.
        text: Jinja2 text.
        verbs: class of data/en/verbs.toml that the clause's verb must be in, None for any.
        passive: True or False if the clause must or must not be in the passive, None for either.
        examples: its tests.
        source: "file:line" for messages.
    """

    name: str
    domain: str
    needs: tuple[str, ...]
    text: str
    verbs: str | None = None
    passive: bool | None = None
    examples: tuple[Example, ...] = ()
    source: str = ""

    def accepts(self, slots: Mapping[str, Slot], lemma: str, passive: bool) -> bool:
        """Whether a clause with this verb and these slots can fill it."""
        return (
            (self.verbs is None or lemma in verb_classes()[self.verbs])
            and (self.passive is None or self.passive == passive)
            and all(need in slots for need in self.needs)
        )


def load(folder: Path | None = None) -> tuple[HeadlineTemplate, ...]:
    """All headline templates: the shipped ones and those of a folder, files in order of their names.

    Args:
        folder: an editor's own folder of `.toml` files; a template of a name that is
            shipped replaces the shipped one.

    Raises:
        TemplateError: a file that is not readable as templates, with its line.
    """
    found = {t.name: t for t in _load_folder(templates_folder() / "headline")}
    if folder is not None:
        if not folder.is_dir():
            raise TemplateError(
                "no such folder of templates", place=str(folder), hint="give a folder of .toml files"
            )
        if not any(folder.glob("*.toml")):
            raise TemplateError(
                "there is no .toml file in it", place=str(folder), hint="templates are .toml files"
            )
        found |= {t.name: t for t in _load_folder(folder)}
    return tuple(found.values())


@cache
def _load_folder(folder: Path) -> tuple[HeadlineTemplate, ...]:
    return tuple(template for file in sorted(folder.glob("*.toml")) for template in load_file(file))


def load_file(file: Path) -> tuple[HeadlineTemplate, ...]:
    """The templates of one TOML file.

    Raises:
        TemplateError: bad TOML, an unknown key, slot, filter or verb class, a name given twice.
    """
    try:
        source = file.read_text(encoding="utf-8")
        raw = tomllib.loads(source)
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"cannot be read: {error}", place=str(file)) from error
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(f"is not TOML: {error}", place=str(file)) from error
    domain = raw.get("domain")
    if not isinstance(domain, str):
        raise TemplateError(
            "has no domain", place=str(file), hint='begin with a line such as domain = "sport"'
        )
    if domain not in domain_names():
        hint = "domains are " + ", ".join(domain_names())
        raise TemplateError(f"unknown domain {domain!r}", place=str(file), hint=hint)
    lines = [number for number, line in enumerate(source.splitlines(), 1) if line.strip() == "[[template]]"]
    found: dict[str, HeadlineTemplate] = {}
    for table, line in zip(raw.get("template", []), lines, strict=False):
        template = _template(table, domain, f"{file.name}:{line}")
        if template.name in found:
            raise TemplateError(f"the name {template.name!r} is used twice", place=template.source)
        found[template.name] = template
    return tuple(found.values())


@cache
def domain_names() -> tuple[str, ...]:
    """The kinds of news that templates may be for, "general" first."""
    return ("general", *tomllib.loads(data_file("en/domains.toml").read_text(encoding="utf-8")))


def _template(table: Mapping[str, Any], domain: str, place: str) -> HeadlineTemplate:
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise TemplateError(
            f"unknown key {unknown[0]!r}", place=place, hint="keys are " + ", ".join(sorted(_KEYS))
        )
    for key in ("name", "text"):
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise TemplateError(f"a template needs a {key}", place=place)
    needs = table.get("needs", [])
    for need in needs:
        _check_slot(need, place)
    verbs = table.get("verbs")
    if verbs is not None and verbs not in verb_classes():
        raise TemplateError(
            f"unknown class of verbs {verbs!r}",
            place=place,
            hint="classes are " + ", ".join(sorted(verb_classes())),
        )
    for name in _names(table["text"], place):
        _check_slot(name, place)
        if name not in needs:
            raise TemplateError(f"uses {name!r} and does not list it in needs", place=place)
    examples = table.get("example", [])
    if any(not {"article", "headline"} <= set(example) for example in examples):
        raise TemplateError("an example needs an article and a headline", place=place)
    return HeadlineTemplate(
        name=f"{domain}/{table['name']}",
        domain=domain,
        needs=tuple(needs),
        text=table["text"].strip(),
        verbs=verbs,
        passive=table.get("passive"),
        examples=tuple(Example(" ".join(e["article"].split()), e["headline"]) for e in examples),
        source=place,
    )


def _check_slot(name: str, place: str) -> None:
    if name not in SLOTS and not _PHRASE_SLOT.fullmatch(name):
        hint = "slots are " + ", ".join(sorted(SLOTS)) + " and PREPOSITION_phrase, such as with_phrase"
        raise TemplateError(f"unknown slot {name!r}", place=place, hint=hint)


def _names(text: str, place: str) -> list[str]:
    from jinja2 import TemplateError as JinjaError
    from jinja2 import meta

    try:
        tree = _environment().parse(text)
        _environment().from_string(text)
    except JinjaError as error:
        raise TemplateError(f"is not a template: {error}", place=place) from error
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
    piece = slot.pieces[0]
    origin = "copied" if form == piece.text else "inflected"
    return replace(slot, pieces=(Piece(form, origin, piece.start, piece.end),))  # type: ignore[arg-type]


def _present(slot: Slot, agree: Slot | None = None) -> Slot:
    """Present tense, agreeing with `agree` if given: `verb | present`."""
    return _inflected(slot, present(slot.lemma, (agree or slot).plural))


def _participle(slot: Slot) -> Slot:
    """Past participle: `verb | participle`."""
    return _inflected(slot, participle(slot.lemma))


def render(template: HeadlineTemplate, slots: Mapping[str, Slot]) -> tuple[Piece, ...] | None:
    """The filled template as pieces; None if something it reads is not there.

    Raises:
        TemplateError: the template reaches for what the sandbox does not give.
    """
    from jinja2 import TemplateError as JinjaError
    from jinja2 import UndefinedError

    shelf: list[Slot] = []
    given = {need: slots[need] for need in template.needs}
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
