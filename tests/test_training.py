"""Training: weights fitted on invented stories, the file they go to, and the gate in front of it."""

import json
import random
import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from summarise.ranking import PROFILES, rank
from summarise.ranking.extract import _options, _worth
from summarise.ranking.features import FEATURES
from summarise.ranking.terms import FUNCTION_WORDS
from summarise.ranking.weights import EXTRACT, IMPORTANCE, load_weights
from summarise.resources import data_file

np = pytest.importorskip("numpy")
pytest.importorskip("rouge_score")

from training import long_report  # noqa: E402
from training import rank as training  # noqa: E402
from training.examples import Record, example, records, without_leads  # noqa: E402
from training.minimum_risk import admissible, fit_words, rouge, rows_of, sets_of  # noqa: E402
from training.weights_file import Fit, fitted_on, write_weights  # noqa: E402

PLACES = "Marston Harbury Goole Pell Norby Arden Leeds Dunmore".split()
THINGS = "bridge ferry mill library harbour market school theatre".split()
PEOPLE = "Holm Marsh Hale Pell Novak Arden Quill Brandt".split()
DONE = "closed repaired flooded sold opened painted searched moved".split()


def story(dice: random.Random) -> dict[str, str]:
    """A story whose third sentence says what its reference says."""
    place, thing, person = dice.choice(PLACES), dice.choice(THINGS), dice.choice(PEOPLE)
    news = f"The {thing} of {place} will be {dice.choice(DONE)} in May, the council said on Monday."
    lines = [
        f"People in {place} have talked about the {thing} all day and all night.",
        f"Ada {person} has known the {thing} for {dice.randint(20, 60)} years.",
        news,
        f"{person} likes the {dice.choice(THINGS)} of {dice.choice(PLACES)} better.",
        f'"Nobody asked us," said Ada {person} on {dice.choice(["Tuesday", "Friday"])}.',
        f"Rain fell on the {dice.choice(THINGS)} for {dice.randint(2, 9)} hours.",
        f"A {dice.choice(THINGS)} in {dice.choice(PLACES)} was {dice.choice(DONE)} last year.",
    ]
    tail = lines[3:]
    dice.shuffle(tail)
    return {
        "text": " ".join(lines[:3] + tail),
        "reference": f"{thing} of {place} to be {news.split()[6]} in May",
    }


def write(path: Path, seed: int, number: int) -> Path:
    dice = random.Random(seed)
    lines = (json.dumps(story(dice)) + "\n" for _ in range(number))
    path.write_text("".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("training")
    write(folder / "stories.jsonl", 1, 30)
    write(folder / "others.jsonl", 2, 8)
    write(folder / "cut.jsonl", 3, 8)
    assert fit(folder, "first.toml", "--force") == 0
    return folder


def fit(folder: Path, output: str, *options: str, data: str = "stories.jsonl") -> int:
    """`python -m training.rank` in this process: one sentence, our own profile."""
    given = ["training.rank", "outlet", "--sentences", "1", "--data", str(folder / data), *options]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [*given, "-o", str(folder / output)])
        return training.main()


def without_fit(path: Path, name: str, figures: str | None = None) -> Path:
    """The same weights under another name, without what says where they come from, or with other figures."""
    text = path.read_text(encoding="utf-8")
    if figures is None:
        text = re.sub(r"\[fit\]\n(.+\n)+", "", text)
    else:
        text = re.sub(r"cross_validated = \[.+\]", f"cross_validated = [{figures}]", text)
    other = path.with_name(name)
    other.write_text(text, encoding="utf-8")
    return other


# The file.


def test_the_file_is_read_back_as_it_was_fitted(folder: Path, tmp_path: Path) -> None:
    path = folder / "first.toml"
    weights = load_weights(str(path))
    mark = fitted_on(str(path))
    assert mark is not None
    again = tmp_path / "first.toml"
    write_weights(again, weights, Fit(mark[0], 30, *mark[1:]))
    assert load_weights(str(again)) == weights
    read, written = (one.read_text(encoding="utf-8") for one in (again, path))
    assert read.replace('"first"', '"outlet"') == written


def test_the_same_stories_give_the_same_bytes(folder: Path) -> None:
    assert fit(folder, "second.toml", "--force") == 0
    assert (folder / "second.toml").read_bytes() == (folder / "first.toml").read_bytes()


def test_shipped_weights_are_as_written(tmp_path: Path) -> None:
    for name in PROFILES:
        mark = fitted_on(name)
        shipped = data_file(f"en/ranking/{name}.toml").read_text(encoding="utf-8")
        stories = re.search(r": (\d+) stories", shipped)
        fit = None if mark is None or stories is None else Fit(mark[0], int(stories[1]), *mark[1:])
        write_weights(tmp_path / f"{name}.toml", load_weights(name), fit)
        assert (tmp_path / f"{name}.toml").read_text(encoding="utf-8") == shipped


def test_long_report_is_derived_from_the_news_that_ship(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_report, "OUT", tmp_path / "long-report.toml")
    long_report.main()
    shipped = data_file("en/ranking/long-report.toml").read_bytes()
    assert (tmp_path / "long-report.toml").read_bytes() == shipped


def test_the_weights_learned_where_the_news_stands(folder: Path) -> None:
    found = {"shipped": 0, "fitted": 0}
    for record in records(folder / "others.jsonl"):
        one = example(record, opening_may_lean=False)
        for name, profile in (("shipped", "one-sentence"), ("fitted", str(folder / "first.toml"))):
            best = rank(one.story.sentences, profile=profile).ranked[0]
            found[name] += best.sentence.index == 2
    assert found["fitted"] == 8
    assert found["shipped"] < 8


# The gate.


def test_better_weights_are_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fit(folder, "gate.toml", "--against", "one-sentence", data="others.jsonl") == 0
    new, old = re.findall(
        r"(?:cross-validated|in use \(one-sentence\)): R-1 ([\d.]+)", capsys.readouterr().out
    )
    assert float(new) > float(old)
    assert load_weights(str(folder / "gate.toml")).name == "gate"


def test_worse_weights_are_refused_and_the_file_is_left_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fit(folder, "fitted.toml", "--force", data="others.jsonl") == 0
    better = without_fit(folder / "fitted.toml", "better.toml", "99.9, 99.9, 10.0")
    output = folder / "kept.toml"
    output.write_text("as it was", encoding="utf-8")
    assert fit(folder, "kept.toml", "--against", str(better), data="others.jsonl") == 1
    assert f"refused: {output} is as it was" in capsys.readouterr().out
    assert output.read_text(encoding="utf-8") == "as it was"
    assert fit(folder, "new.toml", "--against", str(better), data="others.jsonl") == 1
    assert not (folder / "new.toml").exists()
    assert fit(folder, "kept.toml", "--against", str(better), "--force", data="others.jsonl") == 0
    assert output.read_bytes() == (folder / "fitted.toml").read_bytes()


def test_weights_of_other_files_are_judged_on_these_stories(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    better = without_fit(folder / "first.toml", "unmarked.toml")
    assert fit(folder, "few.toml", "--against", str(better), data="others.jsonl") in (0, 1)
    new, old = re.findall(r"(?:cross-validated|in use \(.+\)): R-1 ([\d.]+)", capsys.readouterr().out)
    assert float(old) > 50
    assert (float(new) > float(old) - 0.05) == (folder / "few.toml").exists()


def test_old_and_new_weights_are_judged_on_the_same_stories(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def in_use(*options: str) -> str:
        fit(folder, "x.toml", "--against", "one-sentence", *options, data="others.jsonl")
        return next(line for line in capsys.readouterr().out.splitlines() if line.startswith("in use"))

    assert in_use("--cut", str(folder / "cut.jsonl")) == in_use()


# What is fitted on.


def test_records_have_a_reference_or_a_headline_and_a_weight(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"text": "Rain fell.", "headline": "Rain"}\n{"text": "Snow fell.", "reference": "Snow"}\n',
        encoding="utf-8",
    )
    assert list(records(path, 0.5)) == [Record("Rain fell.", "Rain", 0.5), Record("Snow fell.", "Snow", 0.5)]
    assert training._named("a.jsonl") == (Path("a.jsonl"), 1.0)
    assert training._named("a.jsonl:0.5") == (Path("a.jsonl"), 0.5)


def test_the_lead_becomes_the_reference() -> None:
    lead = "The old bridge of Marston will be closed in May, the council said."
    rest = "It rained. Holm won. Pell lost. Nobody came. The ferry sank."
    given = [Record(f"{lead}\n\n{rest}", "x", 2.0), Record(f"Rain fell. {rest}", "x"), Record(lead, "x")]
    assert list(without_leads(given)) == [Record(rest, lead, 2.0)]


TEXT = (
    "A man was arrested in Harbury on Monday. The man robbed a shop in Goole. Ada Holm owns the shop. "
    "Who pays for the shop in Goole? Rain fell on Harbury."
)


def test_sets_that_dangle_or_end_in_a_question_are_not_laid_out() -> None:
    one = example(Record(TEXT, "A man robbed a shop."), opening_may_lean=False)
    sets = sets_of(np.arange(5), 2)
    assert sets.tolist() == [[a, b] for a in range(5) for b in range(a + 1, 5)]
    good = [tuple(s) for s in sets[admissible(one, sets, False)].tolist()]
    assert all(0 in s for s in good if 1 in s)
    assert (0, 1) in good
    assert (3, 4) in good
    assert not [s for s in good if s[-1] == 3]
    assert sets[int(np.argmax(rouge(one, sets)))].tolist() in ([0, 1], [1, 4], [1, 2])


def test_the_fit_weighs_what_the_ranker_weighs() -> None:
    """The same weights give a sentence and a set the same value in training and in use."""
    one = example(Record(TEXT, "A man robbed a shop."), opening_may_lean=False)
    weights = load_weights("news")
    ranking = rank(one.story.sentences, profile="news")
    assert ranking.scores is not None
    one.chances = np.array([ranking.scores.importance[term] for term in one.measures.counts.times])
    flat = np.array([*weights.sentence, *weights.functions, *weights.importance, *weights.extract])
    assert len(flat) == len(FEATURES) + len(FUNCTION_WORDS) + len(IMPORTANCE) + len(EXTRACT)
    singles = rows_of(one, sets_of(np.arange(5), 1)) @ flat
    assert singles == pytest.approx([scored.score for scored in ranking.scores.sentences], rel=1e-4)
    options, worth = _options(ranking), _worth(ranking)
    sets = sets_of(np.arange(5), 3)
    for chosen, value in zip(sets.tolist(), rows_of(one, sets) @ flat, strict=True):
        parts = [options[position] for position in chosen]
        gain = sum(part.linear for part in parts) + sum(
            worth.cover[t] for t in {t for part in parts for t in part.terms}
        )
        gain += worth.adjacent * sum(b - a == 1 for a, b in pairwise(chosen))
        gain += worth.length(sum(part.words for part in parts), 3)
        assert value == pytest.approx(gain, rel=1e-4)


def test_words_are_counted_as_the_ranker_counts_them() -> None:
    one = example(Record("The ferry sank , the mayor said . It was old .", "x"), opening_may_lean=False)
    assert one.sizes.tolist() == [measured.size for measured in one.measures.sentences]


def test_a_class_that_decides_gets_the_weight() -> None:
    rows = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]] * 20, np.float32)
    weights, base = fit_words(rows, np.array([True, False] * 20))
    assert weights[0] > 0 > weights[1]
    assert weights[2] == 0
    assert base == pytest.approx(-(weights[0] + weights[1]) / 2, abs=1e-6)
