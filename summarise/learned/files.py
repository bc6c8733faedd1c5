"""Model files: numpy archives beside a list of their hashes."""

import hashlib
import io
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import ModelError
from ..resources import data_file

HASHES = "models/hashes.json"


@cache
def load(name: str) -> Mapping[str, NDArray[Any]]:
    """The arrays of a model of the package.

    Raises:
        ModelError: the file is missing or is not the one that was fitted.
    """
    path = data_file(f"models/{name}.npz")
    hint = "reinstall summarise"
    try:
        content = path.read_bytes()
    except OSError:
        raise ModelError(f"the model {name} is missing", place=str(path), hint=hint) from None
    known = json.loads(data_file(HASHES).read_text(encoding="utf-8"))
    if hashlib.sha256(content).hexdigest() != known.get(name):
        raise ModelError(f"the model {name} is not the one that was fitted", place=str(path), hint=hint)
    with np.load(io.BytesIO(content)) as archive:
        return {key: archive[key] for key in archive.files}


def save(name: str, arrays: Mapping[str, NDArray[Any]], folder: Path) -> None:
    """Write a model into a folder of models and note its hash there; the same arrays give the same bytes."""
    path = folder / f"{name}.npz"
    np.savez_compressed(path, allow_pickle=False, **arrays)
    listed = folder / Path(HASHES).name
    known = json.loads(listed.read_text(encoding="utf-8")) if listed.exists() else {}
    known[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    listed.write_text(json.dumps(dict(sorted(known.items())), indent=2) + "\n", encoding="utf-8")
