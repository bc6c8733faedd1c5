"""The data files of the audit, read once: synonyms, contraries, negations, doubts."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from ...resources import data_file
from .keys import key

DoubtSort = Literal["possible", "belief", "plan", "alleged", "condition", "attempt", "demand"]
_CLASSES: dict[str, DoubtSort] = {
    "possibility": "possible", "belief": "belief", "plan": "plan", "allegation": "alleged", "condition": "condition",
    "attempt": "attempt", "demand": "demand",
}  # fmt: skip


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(data_file(f"en/audit/{name}.toml").read_text(encoding="utf-8"))


@cache
def synonyms() -> dict[str, frozenset[int]]:
    """The groups that a key belongs to: words that honest rewrites put for one another."""
    found: dict[str, set[int]] = {}
    groups: list[Iterable[str]] = [group["words"] for group in _table("synonyms")["group"]]
    groups += [(verb, *entry["same"]) for verb, entry in _table("negation")["verbs"].items()]
    for number, words in enumerate(groups):
        for word in words:
            if " " not in word:
                found.setdefault(key(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def opposites() -> dict[str, tuple[tuple[int, int, str], ...]]:
    """For a key the groups of contraries that it is in: number of the group, of the side, and "strong", "weak" or
    "converse".
    """
    found: dict[str, list[tuple[int, int, str]]] = {}
    groups: list[tuple[list[list[str]], str]] = [
        (group["sides"], "weak" if group.get("weak") else "converse" if group.get("converse") else "strong")
        for group in _table("opposites")["group"]
    ]
    negation = _table("negation")
    groups += [([[verb], entry["turns"]], "strong") for verb, entry in negation["verbs"].items()]
    groups += [
        ([[word], others], "strong")
        for part in ("instead", "states")
        for word, others in negation[part].items()
    ]
    for number, (sides, strength) in enumerate(groups):
        for side, words in enumerate(sides):
            for word in words:
                if " " not in word:
                    found.setdefault(key(word), []).append((number, side, strength))
    return {word: tuple(dict.fromkeys(entries)) for word, entries in found.items()}


@cache
def contrary(one: str, other: str) -> str:
    """How two keys contradict each other: "strong", "converse" (unless the parties change places as well), "weak" (only
    in the very same slot) or "" (not at all).
    """
    mine, theirs = opposites().get(one), opposites().get(other)
    if not mine or not theirs or alike(one, other):
        return ""
    found: set[str] = set()
    for group, side, strength in mine:
        for other_group, other_side, _ in theirs:
            if group == other_group:
                if side == other_side:
                    return ""
                found.add(strength)
    if not found:
        return ""
    if "converse" in found:
        return "converse"
    return "strong" if "strong" in found else "weak"


_NONE: frozenset[int] = frozenset()


@cache
def alike(one: str, other: str) -> bool:
    """Whether two keys are equal or exchanged by honest rewrites."""
    if one == other:
        return True
    return not synonyms().get(one, _NONE).isdisjoint(synonyms().get(other, _NONE))


@dataclass(frozen=True, slots=True)
class Operators:
    """Words that turn or doubt others.

    Attributes:
        negations: in lower case, one word each.
        clitics: endings that negate ("n't").
        negating: keys of verbs that hold a negation, with where the negated stands ("to", "from", "that", "object").
        negating_pairs: the same of two words: key of the first, and the second ("rule", "out").
        words: sort of doubt by word in lower case.
        verbs, nouns: sort by key; they count with "to" or a participle behind them.
        phrases: first word → (all its words, sort), the longest first; sort "" is harmless, "not" a negation.
    """

    negations: frozenset[str]
    clitics: tuple[str, ...]
    negating: dict[str, tuple[str, ...]]
    negating_pairs: frozenset[tuple[str, str]]
    words: dict[str, DoubtSort]
    verbs: dict[str, DoubtSort]
    nouns: dict[str, DoubtSort]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def operator_words() -> Operators:
    """The registers of negation and modality."""
    negation, modality = _table("negation"), _table("modality")
    own = negation["words"]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}

    def note(texts: Iterable[str], sort: str) -> None:
        for text in texts:
            parts = tuple(text.split())
            if len(parts) > 1:
                phrases.setdefault(parts[0], []).append((parts, sort))

    note(own["phrases"], "not")
    note(own["harmless"], "")
    words: dict[str, DoubtSort] = {}
    verbs: dict[str, DoubtSort] = {}
    nouns: dict[str, DoubtSort] = {}
    for name, sort in _CLASSES.items():
        table = modality[name]
        words.update(dict.fromkeys(table["words"], sort))
        verbs.update(dict.fromkeys((key(word) for word in table.get("verbs", ())), sort))
        nouns.update(dict.fromkeys((key(word) for word in table.get("nouns", ())), sort))
        note(table.get("phrases", ()), sort)
        note(table.get("before_verb", ()), sort)
    return Operators(
        frozenset((*own["after"], *own["bare"], "hardly", "barely", "scarcely", "rarely", "seldom")),
        tuple(own["clitics"]),
        {key(verb): tuple(entry["governs"]) for verb, entry in negation["verbs"].items() if " " not in verb},
        frozenset(
            (key(verb.split()[0]), verb.split()[1]) for verb in negation["verbs"] if verb.count(" ") == 1
        ),
        words,
        verbs,
        nouns,
        {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in phrases.items()},
    )
