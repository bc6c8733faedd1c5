"""Count how word classes follow one another in compressions.

    python -m training.flow google.jsonl [--write]

A record has `tokens` and `keep`. Articles, passive "be" and full stops are left out, as headlines leave them out.
"""

import argparse
from collections import Counter
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.measure import rows as records
from summarise.learned.files import save
from summarise.phrasing.tags import EDGE, MODEL, class_of
from summarise.resources import data_file

from .compression import PROCESSES, Case, case

_RARE = 2
_LEFT_OUT = frozenset({"a", "an", "the", "."})


def classes(one: Case) -> list[str]:
    """The word classes of what is kept of a sentence."""
    return [
        class_of(token)
        for token, stays in zip(one.tree.tokens, one.labels, strict=True)
        if stays and token.text.lower() not in _LEFT_OUT and token.dep != "auxpass"
    ]


def main() -> None:
    """Count, and write if asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with Pool(PROCESSES) as pool:
        cases = pool.map(case, records(options.file, None), chunksize=100)
    counts: Counter[str] = Counter()
    for one in cases:
        row = [EDGE, EDGE, *classes(one), EDGE] if one is not None else []
        for a, b, c in zip(row, row[1:], row[2:], strict=False):
            counts.update(("", c, f"{b} {c}", f"{a} {b} {c}"))
    keys = sorted(key for key, count in counts.items() if count >= _RARE)
    print(len(keys), "rows of classes")
    if options.write:
        arrays: dict[str, NDArray[Any]] = {
            "keys": np.frombuffer("\n".join(keys).encode(), dtype=np.uint8),
            "counts": np.array([counts[key] for key in keys], dtype=np.int32),
        }
        save(MODEL, arrays, data_file("models"))


if __name__ == "__main__":
    main()
