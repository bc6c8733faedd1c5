"""The files of fitted models, and the trees in them."""

import json
from pathlib import Path

import numpy as np
import pytest

from summarise.errors import ModelError
from summarise.learned import files
from summarise.learned.forest import Forest, forest_of
from summarise.phrasing.compress.features import column
from summarise.resources import data_file


def test_a_forest_adds_up_its_trees() -> None:
    # Tree one: left of 1.0 in column 0 gives 1, right 2. Tree two: left of 0.0 in column 1 gives 10, right 20.
    forest = Forest(
        np.array([[0], [1]]), np.array([[1.0], [0.0]]), np.array([[1.0, 2.0], [10.0, 20.0]]), depth=1
    )
    rows = np.array([[1.0, 0.0], [1.5, -1.0], [0.0, 5.0]])
    assert forest.raw(rows).tolist() == [11.0, 12.0, 21.0]
    assert forest.raw(np.zeros((0, 2))).tolist() == []


def test_a_deeper_tree_is_walked_to_its_leaf() -> None:
    forest = Forest(
        np.array([[0, 0, 0]]), np.array([[5.0, 2.0, 8.0]]), np.array([[1.0, 2.0, 3.0, 4.0]]), depth=2
    )
    assert forest.raw(np.array([[1.0], [4.0], [7.0], [9.0]])).tolist() == [1.0, 2.0, 3.0, 4.0]


def test_a_forest_survives_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forest = Forest(np.array([[0]]), np.array([[0.5]]), np.array([[-1.0, 1.0]]), depth=1)
    (tmp_path / "models").mkdir()
    files.save("tiny", forest.arrays("a"), tmp_path / "models")
    first = (tmp_path / "models" / "tiny.npz").read_bytes()
    files.save("tiny", forest.arrays("a"), tmp_path / "models")
    assert (tmp_path / "models" / "tiny.npz").read_bytes() == first
    monkeypatch.setattr(files, "data_file", lambda name: tmp_path / name)
    files.load.cache_clear()
    again = forest_of(files.load("tiny"), "a")
    assert again.raw(np.array([[0.0], [1.0]])).tolist() == [-1.0, 1.0]
    (tmp_path / "models" / "tiny.npz").write_bytes(first + b" ")
    files.load.cache_clear()
    with pytest.raises(ModelError, match="not the one that was fitted"):
        files.load("tiny")
    with pytest.raises(ModelError, match="missing"):
        files.load("none")
    files.load.cache_clear()


def test_every_model_that_ships_is_the_one_that_was_fitted() -> None:
    known = json.loads(data_file(files.HASHES).read_text(encoding="utf-8"))
    shipped = {path.stem for path in data_file("models").glob("*.npz")}
    assert shipped == set(known) == {"acceptability", "compression", "flow", "headlines"}
    for name in known:
        assert files.load(name)


def test_columns_are_the_same_on_every_machine() -> None:
    assert [column(feature) for feature in ("bias", "d nsubj", "w kyiv")] == [92763, 89912, 38116]
