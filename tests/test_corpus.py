"""The sample corpus is what it claims to be: each article has a gold, and its article bears it out.

Each check returns a list of complaints, one line each, that name the file and the entry, so that an editor
can mend them without reading this file. What the keys mean and which values they may have stands in
corpus/README.md; the registers are read from there.
"""

import re
import tomllib
from collections import Counter
from copy import deepcopy
from math import isclose
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parent.parent / "corpus"
NAMES = sorted({path.stem for path in CORPUS.iterdir() if path.suffix in {".txt", ".toml"}})
README = (CORPUS / "README.md").read_text(encoding="utf-8")
REGISTERS = {
    entry[1]: frozenset(re.findall("`([^`]+)`", entry[2]))
    for entry in re.finditer(r"^- (\w+): (.+(?:\n  .+)*)", README, re.MULTILINE)
}

REQUIRED = {"text": str, "value": (int, float), "bound": str, "kind": str}
OPTIONAL = {"upper": (int, float), "unit": str, "noun": str, "speaker": str}

# The words behind which a value may stand.
split = re.compile(r"[a-z]+").findall
ONES = split("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen")
TENS = split("twenty thirty forty fifty sixty seventy eighty ninety")
WORDS = {
    word: float(value) for value, word in enumerate([*ONES, *split("sixteen seventeen eighteen nineteen")])
}
WORDS |= {word: 10.0 * value for value, word in enumerate(TENS, 2)}
WORDS |= {"no": 0, "a": 1, "an": 1, "once": 1, "couple": 2, "pair": 2, "both": 2, "double": 2, "doubled": 2}
WORDS |= {"twice": 2, "triple": 3, "tripled": 3, "treble": 3, "trebled": 3, "quadrupled": 4, "dozen": 12}
WORDS |= {"dozens": 12, "decade": 10, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "half": 0.5}
SCALES = {"hundred": 1e2, "thousand": 1e3, "thousands": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6}
SCALES |= {"billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "dozen": 12, "decades": 10}
SCALES |= {"cent": 0.01, "cents": 0.01, "p": 0.01, "pence": 0.01}
DIVISORS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}
DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
PIECES = re.compile(rf"{DIGITS.pattern}|[a-z]+")


def numbers(text: str) -> set[float]:
    """Every value the numerals of `text` can be taken for, generous about which word belongs to which."""
    pieces = PIECES.findall(text.lower())
    plain: list[float] = []
    for before, piece in zip(["", *pieces], pieces, strict=False):
        if piece[0].isdigit():
            plain.append(float(piece.replace(",", "")))
        elif piece in WORDS:
            plain.append(WORDS[piece])
            if before in TENS and piece in ONES[1:10]:  # twenty-three
                plain.append(WORDS[before] + WORDS[piece])
        elif (stem := piece.removesuffix("ies") + "y") in TENS:  # "in his forties": 40 to 49
            plain += [WORDS[stem], WORDS[stem] + 9]
    shares = {piece.removesuffix("s") for piece in pieces} & DIVISORS.keys()
    found = {value * scale for value in plain for scale in [1.0, *(SCALES[p] for p in pieces if p in SCALES)]}
    found |= {value / DIVISORS[share] for value in [*plain, 1.0] for share in shares}
    if re.search(r"\b(?:in|of|out)\b", text.lower()):  # "one in five", "two out of three"
        found |= {value / other for value in plain for other in plain if other}
    return found | {value + part for value in plain for part in found if part < 1}


def among(value: float, candidates: set[float]) -> bool:
    """Fractions are rounded in the gold (a third is 0.3333); all else is exact."""
    tolerance = 0.002 if abs(value) < 1 else 1e-9
    return any(isclose(abs(value), candidate, rel_tol=tolerance) for candidate in candidates)


def keys_and_types(name: str, gold: dict[str, Any]) -> list[str]:
    """The gold has the keys of the README, all of the right type, and no others."""
    place = f"{name}.toml"
    shape: dict[str, Any] = {"domain": str, "style": str, "headlines": list, "extract": list, "figure": list}
    found = [
        f"{place}: {key!r} is missing or not a {t.__name__}"
        for key, t in shape.items()
        if type(gold.get(key)) is not t
    ]
    found += [f"{place}: unknown key {key!r}" for key in gold if key not in shape]
    if found:
        return found
    if gold["domain"] not in REGISTERS["domain"]:
        found.append(
            f"{place}: domain {gold['domain']!r} is none of {', '.join(sorted(REGISTERS['domain']))}"
        )
    if gold["style"] not in REGISTERS["style"]:
        found.append(f"{place}: style {gold['style']!r} is neither 'UK' nor 'US'")
    if len(gold["figure"]) < 3:
        found.append(f"{place}: {len(gold['figure'])} figures; the first three are the key figures")
    for index, figure in enumerate(gold["figure"], 1):
        entry = f"{place}: figure {index} {figure.get('text', '')!r}"
        found += [f"{entry}: {key!r} is missing" for key in REQUIRED if key not in figure]
        for key, value in figure.items():
            expected: Any = (REQUIRED | OPTIONAL).get(key)
            if expected is None:
                found.append(f"{entry}: unknown key {key!r}")
            elif not isinstance(value, expected) or isinstance(value, bool) or value == "":
                found.append(f"{entry}: {key} = {value!r} is of the wrong type or empty")
    return found


def figures_fit_together(name: str, gold: dict[str, Any]) -> list[str]:
    """Kind, unit, bound, value and upper of a figure agree with each other and with its text."""
    found = []
    for index, figure in enumerate(gold["figure"], 1):
        entry = f"{name}.toml: figure {index} {figure['text']!r}"
        kind, unit, value = figure["kind"], figure.get("unit"), figure["value"]
        upper = figure.get("upper")
        allowed = {
            "money": re.fullmatch("[A-Z]{3}", unit or "") is not None,
            "percent": unit in {"percent", "percentage point"},
            "duration": unit in REGISTERS["time"],
            "age": unit in REGISTERS["time"],
            "measure": unit in REGISTERS["measure"],
            "rate": unit is None or re.fullmatch("[a-z]+(?: [a-z]+)? per [a-z]+", unit) is not None,
        }
        if kind not in REGISTERS["kind"]:
            found.append(f"{entry}: kind {kind!r} is none of {', '.join(sorted(REGISTERS['kind']))}")
        elif not allowed.get(kind, unit is None):
            found.append(f"{entry}: unit {unit!r} does not go with kind {kind!r}")
        if figure["bound"] not in REGISTERS["bound"]:
            found.append(
                f"{entry}: bound {figure['bound']!r} is none of {' '.join(sorted(REGISTERS['bound']))}"
            )
        if upper is not None and not upper > value:
            found.append(f"{entry}: upper {upper} is not above value {value}")
        candidates = numbers(figure["text"])
        found += [
            f"{entry}: {key} {number} cannot be read from the text"
            for key, number in (("value", value), ("upper", upper))
            if number is not None and not among(number, candidates)
        ]
    texts = Counter((figure["text"], figure["value"]) for figure in gold["figure"])
    found += [
        f"{name}.toml: figure {text!r} is listed twice" for (text, _), count in texts.items() if count > 1
    ]
    return found


def words_are_the_articles(name: str, gold: dict[str, Any], article: str) -> list[str]:
    """Figure texts, nouns, speakers and extract sentences stand in the article character for character."""
    found = []
    for index, figure in enumerate(gold["figure"], 1):
        for key in ("text", "noun", "speaker"):
            phrase = figure.get(key)
            if phrase and not re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", article):
                found.append(
                    f"{name}.toml: figure {index} {figure['text']!r}: {key} {phrase!r} is not in {name}.txt"
                )
    if not 3 <= len(set(gold["extract"])) <= 5:
        found.append(f"{name}.toml: extract has {len(set(gold['extract']))} different sentences, not 3 to 5")
    for index, sentence in enumerate(gold["extract"], 1):
        entry = f"{name}.toml: extract {index} {sentence!r}"
        place = article.find(sentence)
        if place < 0:
            found.append(f"{entry}: is not in {name}.txt")
            continue
        before, after = article[:place], article[place + len(sentence) :]
        starts = re.search(r"(?:^|\n|[.?!][\"”’')]* |[—–:-] )$", before)
        ends = re.search(r"[.?!][\"”’')]*$", sentence) and (not after or after[0].isspace())
        # Two sentences in one: a stop after a whole lower-case word or a figure, then a capital.
        inside = re.search(r"(?:\b[a-z]{4,}|%)(?:\.[\"”’]?|[?!]) [\"“‘]?[A-Z]", sentence)
        if not starts or not ends or inside:
            found.append(f"{entry}: is not exactly one sentence")
    return found


def headlines_are_borne_out(name: str, gold: dict[str, Any], article: str) -> list[str]:
    """Two headlines or more of 5 to 11 words; the article has their digit-numbers and capitalised names."""
    found = []
    if len(set(gold["headlines"])) < 2:
        found.append(f"{name}.toml: headlines: fewer than two different ones")
    # Scales are left aside here: "£1.9m" in a headline is borne out by "£1.9 million".
    known = {float(digits.replace(",", "")) for digits in DIGITS.findall(article)}
    known |= set().union(*(numbers(phrase) for phrase in re.findall(r"[A-Za-z]+(?:-[a-z]+)?", article)))
    for index, headline in enumerate(gold["headlines"], 1):
        entry = f"{name}.toml: headline {index} {headline!r}"
        words = headline.split()
        if not 5 <= len(words) <= 11:
            found.append(f"{entry}: {len(words)} words, not 5 to 11")
        if headline.endswith(".") and not headline.endswith(("U.S.", "a.m.", "p.m.")):
            found.append(f"{entry}: ends in a full stop")
        for digits in DIGITS.findall(headline):
            if float(digits.replace(",", "")) not in known:
                found.append(f"{entry}: number {digits} is not in {name}.txt")
        for position, word in enumerate(words):
            bare = re.sub(r"[’']s?$", "", word.strip(".,:;?!()\"“”‘’'"))
            if position == 0:
                # Its capital is the sentence's: any form of a word of the article will do.
                if bare[:4].lower() not in article.lower() and bare not in REGISTERS["opener"]:
                    found.append(f"{entry}: {bare!r} is not in {name}.txt")
            elif bare[:1].isupper() and not re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", article):
                found.append(f"{entry}: {bare!r} is not in {name}.txt")
    return found


def read(name: str) -> tuple[dict[str, Any], str]:
    for path in (CORPUS / f"{name}.toml", CORPUS / f"{name}.txt"):
        if not path.is_file():
            pytest.fail(f"{path.name} is missing: articles come in pairs of .txt and .toml")
    try:
        gold = tomllib.loads((CORPUS / f"{name}.toml").read_bytes().decode("utf-8"))
    except ValueError as error:
        pytest.fail(f"{name}.toml: not TOML in UTF-8: {error}")
    return gold, (CORPUS / f"{name}.txt").read_bytes().decode("utf-8")


def complaints(name: str, gold: dict[str, Any], article: str) -> list[str]:
    return keys_and_types(name, gold) or [
        *figures_fit_together(name, gold),
        *words_are_the_articles(name, gold, article),
        *headlines_are_borne_out(name, gold, article),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_pair(name: str) -> None:
    gold, article = read(name)
    found = complaints(name, gold, article)
    if not re.fullmatch(r"\d\d(?:-[a-z0-9]+)+", name):
        found.append(f"{name}: the name is not two digits, a dash and a lower-case slug")
    if not 250 <= (count := len(article.split())) <= 700:
        found.append(f"{name}.txt: {count} words, not 250 to 700")
    if not article.endswith("\n") or re.search("[\ufeff\ufffd\r]", article):
        found.append(
            f"{name}.txt: no final newline, or a byte order mark, carriage return or broken character"
        )
    assert not found, "\n" + "\n".join(found)


def test_the_corpus_is_broad() -> None:
    golds = [read(name)[0] for name in NAMES]
    assert len(NAMES) >= 40, f"corpus/ has {len(NAMES)} articles, not 40 or more"
    twice = [number for number, count in Counter(name[:2] for name in NAMES).items() if count > 1]
    assert not twice, f"corpus/ has two articles with the number {', '.join(twice)}"
    domains = {gold["domain"] for gold in golds}
    assert len(domains) >= 10, f"corpus/ has {len(domains)} domains, not ten or more: {sorted(domains)}"
    styles = Counter(gold["style"] for gold in golds)
    assert min(styles["UK"], styles["US"]) * 3 >= len(golds), f"corpus/ leans to one style: {dict(styles)}"
    for key in ("kind", "bound"):
        used = {figure[key] for gold in golds for figure in gold["figure"]}
        assert used == REGISTERS[key], f"corpus/ has no figure of {key} {sorted(REGISTERS[key] - used)}"


SAMPLE = """LYON (Agency) - At least 23 people were hurt in a fire in Lyon on Monday, police said.

Sales fell by a third. Losses could reach $1.5 billion, the firm said. It had no comment on the cause.
"""
GOLD: dict[str, Any] = {
    "domain": "disaster",
    "style": "UK",
    "headlines": ["Fire in Lyon hurts at least 23", "Lyon fire injures at least 23 people"],
    "extract": [
        "At least 23 people were hurt in a fire in Lyon on Monday, police said.",
        "Losses could reach $1.5 billion, the firm said.",
        "It had no comment on the cause.",
    ],
    "figure": [
        {"text": "At least 23 people", "value": 23, "bound": ">=", "noun": "people", "kind": "count"},
        {"text": "fell by a third", "value": 0.3333, "bound": "down", "noun": "Sales", "kind": "ratio"},
        {"text": "$1.5 billion", "value": 1_500_000_000, "bound": "=", "unit": "USD", "kind": "money"},
    ],
}


def test_a_good_pair_has_no_complaints() -> None:
    assert complaints("41-sample", GOLD, SAMPLE) == []


@pytest.mark.parametrize(
    ("place", "entry", "value", "complaint"),
    [
        ("domain", None, "fires", "domain 'fires' is none of"),
        ("title", None, "Fire", "unknown key 'title'"),
        ("headlines", 0, "Fire in Lyon hurts at least 24", "headline 1 .* number 24 is not in"),
        ("headlines", 1, "Fire in Paris hurts at least 23", "headline 2 .* 'Paris' is not in"),
        ("headlines", 1, "Lyon fire injures many", "headline 2 .* 4 words"),
        ("extract", 0, "At least 23 people were hurt", "extract 1 .* is not exactly one sentence"),
        ("extract", 1, "Losses may reach $1.5 billion, the firm said.", "extract 2 .* is not in"),
        ("extract", 1, "Sales fell by a third. Losses could reach $1.5 billion, the firm said.", "extract 2"),
        ("figure", 0, {"text": "23 persons"}, "figure 1 '23 persons': text .* is not in"),
        ("figure", 0, {"value": 24}, "figure 1 .* value 24 cannot be read"),
        ("figure", 0, {"value": "23"}, "figure 1 .* value = '23' is of the wrong type"),
        ("figure", 0, {"upper": 23}, "figure 1 .* upper 23 is not above"),
        ("figure", 0, {"unit": "people"}, "figure 1 .* unit 'people' does not go with"),
        ("figure", 0, {"speaker": "Police"}, "figure 1 .* speaker 'Police' is not in"),
        ("figure", 1, {"bound": "falling"}, "figure 2 .* bound 'falling' is none of"),
        ("figure", 2, {"value": 1.5e6}, "figure 3 .* value 1500000.0 cannot be read"),
        ("figure", 2, {"unit": "dollar"}, "figure 3 .* unit 'dollar' does not go with"),
    ],
)
def test_a_mistake_is_named_with_its_place(place: str, entry: int | None, value: Any, complaint: str) -> None:
    gold = deepcopy(GOLD)
    if entry is None:
        gold[place] = value
    elif isinstance(value, dict):
        gold[place][entry] |= value
    else:
        gold[place][entry] = value
    found = complaints("41-sample", gold, SAMPLE)
    assert any(re.search(f"^41-sample.toml: {complaint}", line) for line in found), found
