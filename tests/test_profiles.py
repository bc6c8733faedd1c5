"""Profiles: the files of weights, and which one is chosen for a text."""

import re
import tomllib
from pathlib import Path

import pytest

from summarise.errors import StyleError
from summarise.language.segment import segment
from summarise.model import Article, Style
from summarise.pipeline import summarise
from summarise.ranking import PROFILES, Budget, extract, rank
from summarise.ranking.features import FEATURES
from summarise.ranking.importance import FLAGS
from summarise.ranking.profiles import OPENING
from summarise.ranking.terms import FUNCTION_WORDS
from summarise.ranking.weights import CLASSES, EXTRACT, IMPORTANCE, SCALES, load_weights
from summarise.resources import data_file

NEWS = data_file("en/ranking/news.toml").read_text(encoding="utf-8")

WHOLE = """A ferry with 40 people on board has sunk in the harbour of Goole, the coastguard said on Monday.
All of them were saved by a fishing boat. The captain, Ada Holm, said she had heard a bang before the ferry
sank. Engineers will look for a crack in the hull. The harbour of Goole is closed until Friday."""
CUT = """The 34-year-old, who has run the ferry since May, said he had heard a bang. He told the coastguard that
the boat was full of water in a minute. Mr Holm, from Leeds, was the last to leave it. Engineers will look for a
crack in the hull of the ferry. The harbour of Goole is closed until Friday."""
LONG = " ".join(
    f"In year {number} the ferry of Goole carried {number * 7} people." for number in range(1, 130)
)


def profile_of(
    text: str, *, profile: str = "auto", wanted: int | None = None, title: str | None = None
) -> str:
    return rank(segment(Article(text)), profile=profile, wanted=wanted, title=title).profile.name


# The files.


@pytest.mark.parametrize("name", list(PROFILES))
def test_shipped_weights_load_and_every_weight_stands_once_with_its_meaning(name: str) -> None:
    weights = load_weights(name)
    assert weights.name == name
    lines = data_file(f"en/ranking/{name}.toml").read_text(encoding="utf-8").splitlines()
    found: dict[str, dict[str, str]] = {}
    comment = ""
    for line in lines:
        if line.startswith("["):
            table = found.setdefault(line[1 : line.index("]")], {})
        elif " = " in line and not line.startswith("#"):
            key, _, rest = line.partition(" = ")
            assert key not in table
            # A row of numbers has its meaning above it.
            table[key] = comment if rest.startswith("[") else rest.partition("  # ")[2]
        comment = line.removeprefix("# ") if line.startswith("# ") else ""
    assert list(found["sentence"].items()) == list(FEATURES.items())
    assert list(found["functions"]) == list(FUNCTION_WORDS)
    assert found["importance"] == IMPORTANCE
    assert found["extract"] == EXTRACT
    assert list(found["words"]) == ["base", *CLASSES, *FLAGS, *SCALES]
    assert all(found["words"].values())
    assert set(found) - {"fit"} == {"sentence", "functions", "importance", "extract", "words"}


def test_signs_of_a_lost_lead_stand_with_their_meanings() -> None:
    text = data_file("en/ranking/cut_off.toml").read_text(encoding="utf-8")
    weights = tomllib.loads(text)["weights"]
    known = [*FEATURES, *(f"word_{word}" for word in FUNCTION_WORDS), *OPENING]
    assert list(weights) == ["base", *(name for name in known if name in weights)]
    assert {"first", "word_has", "definite"} <= set(weights)
    assert all("  # " in line for line in text.splitlines() if " = " in line and "base" not in line)


@pytest.mark.parametrize(
    ("line", "instead", "problem"),
    [
        ("place_log = .*", "", "[sentence] has no number for 'place_log' (fit it with training/rank.py)"),
        ("place_log = .*", "place_log = 'x'", "[sentence] has no number for 'place_log'"),
        ("place_log = .*", "place_log = true", "[sentence] has no number for 'place_log'"),
        ("which = .*", "which = 1\nwhom = 2", "[functions] has an unknown weight 'whom'"),
        ("mass_squares = ", "mass_cubes = ", "[importance] has no number for 'mass_squares'"),
        ("cover = ", "cower = ", "[extract] has no number for 'cover'"),
        ("digit = ", "digits = ", "[words] has no number for 'digit'"),
        ("taken_up = .*", "taken_up = 0.2\ntaken_down = 1", "[words] has an unknown weight 'taken_down'"),
        ("capital = .*", "capital = [1, 2, 3]", "words.capital is not a row of 4 numbers"),
        ("capital = .*", 'capital = [1, 2, 3, "x"]', "words.capital is not a row of 4 numbers"),
        ("capital = .*", "capital = 3", "words.capital is not a row of 4 numbers"),
        ("capital = ", "kapital = ", "words.capital is not a row of 4 numbers"),
        (r"\[extract\]", "[extrakt]", "[extract] has no number for 'words'"),
        (r"\[sentence\]", "[sentence", "is no file of weights: "),
        pytest.param(
            "capital = .*",
            "capital = [1, 2, 3, true]",
            "words.capital is not a row of 4 numbers",
        ),
        pytest.param(
            "place_log = .*",
            "place_log = nan",
            "[sentence] has no number for 'place_log'",
        ),
    ],
)
def test_a_broken_file_says_file_and_weight(tmp_path: Path, line: str, instead: str, problem: str) -> None:
    path = tmp_path / "mine.toml"
    text, changed = re.subn(f"^{line}", instead, NEWS, flags=re.MULTILINE)
    assert changed == 1
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StyleError) as caught:
        load_weights(str(path))
    assert str(caught.value).startswith(f"{path}: {problem}")


@pytest.mark.parametrize("text", ["", "sentence = []\n", "words = 3\n"])
def test_a_file_without_the_tables_is_no_file_of_weights(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StyleError, match=r"mine\.toml: "):
        load_weights(str(path))


def test_a_file_that_is_not_there_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match=r"none\.toml: cannot be read"):
        load_weights(str(tmp_path / "none.toml"))
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StyleError, match=r"mine\.toml: is no file of weights"):
        load_weights(str(path))


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "late.toml"
    # Someone likes what comes late in a story.
    path.write_text(re.sub("place_share = .*", "place_share = 90", NEWS), encoding="utf-8")
    digest = summarise(WHOLE, Style(summary_sentences=1, profile=str(path)))
    assert digest.summary_text == "The harbour of Goole is closed until Friday."
    assert digest.profile == str(path)
    with pytest.raises(StyleError, match=r'profile = ".*none\.toml" is not a file'):
        summarise(WHOLE, Style(profile=str(tmp_path / "none.toml")))


# The choice.


def test_three_sentences_of_a_story_are_news() -> None:
    assert profile_of(WHOLE, wanted=3) == "news"
    assert profile_of(CUT, wanted=3) == "news"
    assert profile_of(CUT) == "news"
    assert summarise(WHOLE).profile == "news"
    assert summarise(WHOLE, Style(summary_words=20)).profile == "news"


def test_one_sentence_of_a_story_with_its_lead() -> None:
    assert profile_of(WHOLE, wanted=1) == "one-sentence"


def test_one_sentence_of_a_story_with_its_title() -> None:
    assert profile_of(WHOLE, wanted=1, title="Ferry sinks") == "one-sentence"
    digest = summarise(f"Ferry sinks\n\n{WHOLE}", Style(summary_sentences=1))
    assert digest.article.title == "Ferry sinks"
    assert digest.profile == "one-sentence"
    assert digest.summary_text == WHOLE[: WHOLE.index("\n")]


def test_a_title_tells_that_the_lead_is_there() -> None:
    assert profile_of(CUT, wanted=1, title="Captain heard a bang") == "one-sentence"


def test_a_story_that_lost_its_lead() -> None:
    assert profile_of(CUT, wanted=1) == "lead-cut"
    ranking = rank(segment(Article(CUT)), wanted=1)
    (only,) = extract(ranking, Budget(sentences=1)).sentences
    assert not only.text.startswith(("The 34-year-old", "He", "Mr Holm"))


@pytest.mark.parametrize(
    "lead",
    [
        "He said the boat was full of water in a minute, and that nobody came.",
        "But the council had been warned twice, it said on Monday.",
        "Mr Holm, who is 34, said he had heard a bang before the boat sank.",
    ],
)
def test_other_openings_that_lost_their_lead(lead: str) -> None:
    assert profile_of(f"{lead} {CUT.partition('. ')[2]}", wanted=1) == "lead-cut"


def test_120_sentences_are_a_long_report() -> None:
    for wanted in (None, 1, 3):
        assert profile_of(LONG, wanted=wanted) == "long-report"
        assert profile_of(LONG, wanted=wanted, title="Ferries") == "long-report"
    sentences = segment(Article(LONG))
    assert rank(sentences[:120]).profile.name == "long-report"
    assert rank(sentences[:119]).profile.name == "news"


@pytest.mark.parametrize("name", list(PROFILES))
@pytest.mark.parametrize("text", [WHOLE, CUT, LONG, "", "One."])
def test_a_profile_that_is_asked_for_is_used(name: str, text: str) -> None:
    for wanted in (None, 1, 3):
        assert profile_of(text, profile=name, wanted=wanted) == name


def test_in_lead_cut_the_first_sentence_must_stand_like_any_other() -> None:
    for name in PROFILES:
        ranking = rank(
            segment(Article("He resigned on Monday. Rain fell on the town of Goole.")), profile=name
        )
        first = extract(ranking, Budget(sentences=2)).sentences[0].text
        assert first.startswith("He") == (name != "lead-cut")


def test_a_long_report_cares_less_for_the_place() -> None:
    news, report = load_weights("news"), load_weights("long-report")
    for number, name in enumerate(FEATURES):
        if name in ("place_log", "place_share", "first", "second"):
            assert abs(report.sentence[number]) < abs(news.sentence[number])
        else:
            assert report.sentence[number] == news.sentence[number]
    assert set(report.words.first) == {0.0}
