"""The word registers of the audit: they load, hold to their own rules, and do not contradict each other."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Any

import pytest

from summarise.resources import data_file, word_lines

FOLDER = "en/audit/"
PARTS_OF_SPEECH = {"verb", "noun", "adjective", "preposition"}
MODALITY_KEYS = {"words", "verbs", "nouns", "phrases", "before_verb"}
MODALITIES = {"possibility", "belief", "plan", "allegation", "condition", "attempt", "demand"}
FILES = sorted(path.name for path in data_file(FOLDER).iterdir() if path.suffix in {".toml", ".txt"})

Pair = frozenset[str]
GOVERNED = {"to", "from", "that", "object", "ing", "of", "in"}


def table(name: str) -> dict[str, Any]:
    return tomllib.loads(data_file(FOLDER + name).read_text(encoding="utf-8"))


def rows(name: str) -> list[list[str]]:
    return [[form.strip() for form in line.split("|")] for line in word_lines(FOLDER + name)]


def strings(value: object) -> Iterable[str]:
    """All strings of a TOML document's lists, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def repeated(words: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [word for word in words if word in seen or seen.add(word)]  # type: ignore[func-returns-value]


def pairs(words: Iterable[str]) -> Iterable[Pair]:
    return (frozenset(pair) for pair in combinations(words, 2))


OPPOSITES: list[dict[str, Any]] = table("opposites.toml")["group"]
SYNONYMS: list[dict[str, Any]] = table("synonyms.toml")["group"]
NEGATION = table("negation.toml")


def contraries() -> dict[Pair, list[dict[str, Any]]]:
    """Each two words that stand on different sides of a group, with the groups."""
    found: dict[Pair, list[dict[str, Any]]] = defaultdict(list)
    for group in OPPOSITES:
        for side, other in combinations(group["sides"], 2):
            for word in side:
                for against in other:
                    found[frozenset((word, against))].append(group)
    return found


CONTRARIES = contraries()


def meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two groups speak of the same part of speech; a group without one speaks of all."""
    return "only" not in one or "only" not in other or one["only"] == other["only"]


def test_the_registers_are_those_that_the_checks_read() -> None:
    wanted = {
        "abbreviations_known.txt", "capitals.txt", "demonyms.txt", "modality.toml", "negation.toml",
        "opposites.toml", "spelling.txt", "synonyms.toml",
    }  # fmt: skip
    assert wanted <= set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_register_opens_with_what_it_is_and_how_to_extend_it(name: str) -> None:
    text = data_file(FOLDER + name).read_text(encoding="utf-8")
    head = text.split("\n\n")[0] if name.endswith(".toml") else text
    assert text.startswith("# ")
    assert "# To extend:" in head


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".toml")])
def test_entries_are_trimmed_and_lower_case(name: str) -> None:
    for entry in strings(table(name)):
        assert entry
        assert entry == " ".join(entry.split())
    if name != "opposites.toml":
        assert [entry for entry in strings(table(name)) if entry != entry.lower()] == []


# ---------------------------------------------------------------- opposites


def test_opposites_have_the_keys_that_the_header_tells_of() -> None:
    assert len(OPPOSITES) >= 220
    assert repeated(group["name"] for group in OPPOSITES) == []
    for group in OPPOSITES:
        assert set(group) <= {"name", "sides", "only", "weak", "converse"}, group["name"]
        assert group.get("only", "verb") in PARTS_OF_SPEECH, group["name"]
        assert group.get("weak", True) is True, group["name"]
        assert group.get("converse", True) is True, group["name"]
        assert len(group["sides"]) >= 2, group["name"]
        assert all(group["sides"]), group["name"]


def test_no_word_stands_twice_in_a_group_of_opposites() -> None:
    for group in OPPOSITES:
        words = [word for side in group["sides"] for word in side]
        assert repeated(words) == [], group["name"]
        assert [word for word in words if word != word.lower()] == [], group["name"]


def test_no_two_words_are_mates_in_one_group_and_contraries_in_another() -> None:
    clashes = [
        (sorted(pair), mate["name"], other["name"])
        for mate in OPPOSITES
        for side in mate["sides"]
        for pair in pairs(side)
        for other in CONTRARIES.get(pair, ())
        if meet(mate, other)
    ]
    assert clashes == []


@pytest.mark.parametrize(
    ("word", "contrary"),
    [
        ("rise", "fall"), ("win", "lose"), ("accept", "reject"), ("admit", "deny"), ("agree", "refuse"),
        ("manage", "fail"), ("convict", "acquit"), ("guilty", "innocent"), ("arrest", "release"),
        ("kill", "wound"), ("dead", "missing"), ("open", "close"), ("start", "end"), ("hire", "sack"),
        ("buy", "sell"), ("approve", "veto"), ("support", "oppose"), ("allow", "ban"), ("profit", "loss"),
        ("before", "after"), ("north", "south"), ("man", "woman"), ("majority", "minority"), ("join", "leave"),
        ("civilian", "soldier"), ("always", "never"), ("tighten", "ease"), ("extend", "shorten"),
    ],
)  # fmt: skip
def test_contraries_of_the_news_are_known(word: str, contrary: str) -> None:
    assert frozenset((word, contrary)) in CONTRARIES


# ---------------------------------------------------------------- synonyms


def test_synonyms_have_the_keys_that_the_header_tells_of() -> None:
    assert len(SYNONYMS) >= 250
    for group in SYNONYMS:
        assert set(group) <= {"words", "only"}, group
        assert group.get("only", "verb") in PARTS_OF_SPEECH, group
        assert len(group["words"]) >= 2, group
        assert repeated(group["words"]) == [], group


def test_no_group_of_synonyms_stands_twice() -> None:
    assert repeated(f"{group.get('only')} {sorted(group['words'])}" for group in SYNONYMS) == []


def test_synonyms_are_no_contraries() -> None:
    clashes = [
        (sorted(pair), group["words"], other["name"])
        for group in SYNONYMS
        for pair in pairs(group["words"])
        for other in CONTRARIES.get(pair, ())
        if meet(group, other)
    ]
    assert clashes == []


# ---------------------------------------------------------------- negation and modality


def test_negation_has_the_tables_that_the_header_tells_of() -> None:
    assert set(NEGATION) == {"words", "verbs", "instead", "states"}
    for verb, entry in NEGATION["verbs"].items():
        assert set(entry) == {"turns", "same", "governs"}, verb
        assert entry["turns"], verb
        assert set(entry["governs"]) <= GOVERNED, verb
        assert repeated([verb, *entry["turns"], *entry["same"]]) == [], verb


def test_what_turns_a_negating_verb_round_is_no_synonym_of_it() -> None:
    turning = {
        frozenset((verb, word)) for verb, entry in NEGATION["verbs"].items() for word in entry["turns"]
    }
    verbs = [group for group in SYNONYMS if group.get("only", "verb") == "verb"]
    assert [sorted(pair) for group in verbs for pair in pairs(group["words"]) if pair in turning] == []


def test_what_stands_for_a_negating_verb_is_no_contrary_of_it() -> None:
    verbal = {
        pair for pair, groups in CONTRARIES.items() if any(g.get("only", "verb") == "verb" for g in groups)
    }
    same = {frozenset((verb, word)) for verb, entry in NEGATION["verbs"].items() for word in entry["same"]}
    assert [sorted(pair) for pair in same & verbal] == []


@pytest.mark.parametrize("key", ["instead", "states"])
def test_what_stands_for_a_negation_is_wrong_without_it(key: str) -> None:
    kinds = ("verb",) if key == "instead" else ("adjective",)
    groups = [set(group["words"]) for group in SYNONYMS if group.get("only", kinds[0]) in kinds]
    for word, others in NEGATION[key].items():
        assert repeated([word, *others]) == [], word
        for other in others:
            assert not any({word, other} <= group for group in groups), (word, other)


def test_harmless_phrases_hold_a_negating_word() -> None:
    words = NEGATION["words"]
    negating = {*words["after"], "nor", "or"}
    for phrase in words["harmless"]:
        parts = phrase.replace("-", " ").replace(".", "").split()
        assert negating & set(parts) or any(part.endswith("n't") for part in parts), phrase


def test_modalities_are_the_known_classes() -> None:
    modality = table("modality.toml")
    assert set(modality) == MODALITIES
    for name, entry in modality.items():
        assert set(entry) - {"headline"} == MODALITY_KEYS, name


@pytest.mark.parametrize("key", sorted(MODALITY_KEYS))
def test_a_word_is_of_one_modality(key: str) -> None:
    assert repeated(word for entry in table("modality.toml").values() for word in entry[key]) == []


# ---------------------------------------------------------------- names and spellings


@pytest.mark.parametrize(
    ("name", "least"), [("abbreviations_known.txt", 200), ("capitals.txt", 150), ("demonyms.txt", 195)]
)
def test_a_line_of_forms_has_two_or_more_and_none_twice(name: str, least: int) -> None:
    lines = rows(name)
    assert len(lines) >= least
    for forms in lines:
        assert len(forms) >= 2, forms
        assert all(forms), forms
        assert repeated(forms) == [], forms
    assert repeated(" | ".join(forms) for forms in lines) == []


def test_a_place_has_one_line() -> None:
    assert repeated(forms[0] for forms in rows("demonyms.txt")) == []
    assert repeated(forms[0] for forms in rows("capitals.txt")) == []


def test_states_with_capitals_are_in_the_list_of_places() -> None:
    places = {forms[0] for forms in rows("demonyms.txt")}
    states = data_file(FOLDER + "capitals.txt").read_text(encoding="utf-8").split("# -----")[0]
    named = [line.split("|")[0].strip() for line in states.splitlines() if "|" in line and line[0] != "#"]
    assert [name for name in named if name not in places] == []


def test_spellings_are_pairs_that_no_rule_makes() -> None:
    lines = [line.split() for line in word_lines(FOLDER + "spelling.txt")]
    assert len(lines) >= 80
    assert [line for line in lines if len(line) != 2 or line[0] == line[1]] == []
    assert repeated(" ".join(sorted(line)) for line in lines) == []
    ruled = [
        line
        for line in lines
        for british, american in (("ae", "e"), ("oe", "e"), ("our", "or"), ("is", "iz"), ("ys", "yz"))
        if line[0].replace(british, american) == line[1]
    ]
    assert ruled == []
