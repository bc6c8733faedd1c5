"""Reading headline templates from TOML files, with messages that say where and what is wrong."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from ...errors import TemplateError
from ...resources import data_file, templates_folder
from ..slots import noun_classes, verb_classes
from .rendering import names_in
from .template import Example, HeadlineTemplate

SLOTS = frozenset(
    (
        "subject predicate claim speaker says actor verb object object_short object_with_figure agent "
        "named infinitive purpose doing "
        "amount money price percent change term punishment result score age years "
        "casualties others event event_short event_where victims harm place where motion reason after time"
    ).split()
)
_PHRASE_SLOT = re.compile(r"[a-z]+_phrase")
# What brings its own small word along ("in Leeds", "after a storm") may be left out without leaving a gap.
OPTIONAL = frozenset(
    "where motion event_where reason after time price change result punishment age purpose".split()
)
_KEYS = frozenset("name also needs may text verbs passive actor object example".split())
_EXAMPLE_KEYS = frozenset({"article", "headline"})


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
    _check_domain(domain, str(file))
    lines = [number for number, line in enumerate(source.splitlines(), 1) if line.strip() == "[[template]]"]
    found: dict[str, HeadlineTemplate] = {}
    for table, line in zip(raw.get("template", []), lines, strict=False):
        for template in _templates(table, domain, f"{file.name}:{line}"):
            if template.name in found:
                raise TemplateError(f"the name {template.name!r} is used twice", place=template.source)
            found[template.name] = template
    return tuple(found.values())


@cache
def domain_names() -> tuple[str, ...]:
    """The kinds of news that templates may be for, "general" first."""
    return ("general", *tomllib.loads(data_file("en/domains.toml").read_text(encoding="utf-8")))


def _check_domain(domain: str, place: str) -> None:
    if domain not in domain_names():
        hint = "domains are " + ", ".join(domain_names())
        raise TemplateError(f"unknown domain {domain!r}", place=place, hint=hint)


def _templates(table: Mapping[str, Any], domain: str, place: str) -> Iterator[HeadlineTemplate]:
    """The template of a table, once for its domain and once for each it is for as well."""
    template = _template(table, domain, place)
    yield template
    for other in table.get("also", []):
        _check_domain(other, place)
        yield replace(template, name=f"{other}/{table['name']}", domain=other)


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
    may = table.get("may", [])
    for name in may:
        _check_optional(name, place)
    verbs = _classes(table.get("verbs", []), "verbs", verb_classes(), place)
    nouns = {}
    for slot in ("actor", "object"):
        if slot in table and slot not in needs:
            raise TemplateError(f"says what {slot!r} must be and does not list it in needs", place=place)
        if slot in table:
            nouns[slot] = _classes(table[slot], "nouns", noun_classes(), place)
    for name in names_in(table["text"], place):
        _check_slot(name, place)
        if name not in needs and name not in may:
            raise TemplateError(f"uses {name!r} and does not list it in needs or may", place=place)
    examples = table.get("example", [])
    for example in examples:
        if set(example) != _EXAMPLE_KEYS:
            raise TemplateError("an example needs an article and a headline, and nothing else", place=place)
    return HeadlineTemplate(
        name=f"{domain}/{table['name']}",
        domain=domain,
        needs=tuple(needs),
        text=table["text"].strip(),
        verbs=verbs,
        passive=table.get("passive"),
        nouns=nouns,
        may=tuple(may),
        examples=tuple(Example(" ".join(e["article"].split()), e["headline"]) for e in examples),
        source=place,
    )


def _classes(
    named: str | Iterable[str], kind: str, known: Mapping[str, frozenset[str]], place: str
) -> tuple[str, ...]:
    """The classes of verbs or nouns a template asks for, one or several."""
    found = (named,) if isinstance(named, str) else tuple(named)
    for name in found:
        if name not in known:
            hint = "classes are " + ", ".join(sorted(known))
            raise TemplateError(f"unknown class of {kind} {name!r}", place=place, hint=hint)
    return found


def _check_optional(name: str, place: str) -> None:
    _check_slot(name, place)
    if name not in OPTIONAL:
        hint = "only these bring their own small word along: " + ", ".join(sorted(OPTIONAL))
        raise TemplateError(f"{name!r} cannot be in may", place=place, hint=hint)


def _check_slot(name: str, place: str) -> None:
    if name not in SLOTS and not _PHRASE_SLOT.fullmatch(name):
        hint = "slots are " + ", ".join(sorted(SLOTS)) + " and PREPOSITION_phrase, such as with_phrase"
        raise TemplateError(f"unknown slot {name!r}", place=place, hint=hint)
