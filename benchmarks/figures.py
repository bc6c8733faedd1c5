"""How well figures are found.

    python benchmarks/figures.py PATH [PATH ...] [--errors N] [--parse]

Each PATH is a JSONL set or a folder of corpus articles:

- records with `text` and `quantities` (value, change, unit, normalized_unit): precision, recall and F1 of value,
  value + change, value + unit; a record's quantities are matched greedily, a range is its two ends;
- records with `text`, `headline` and `number`: how often the headline's number is among the figures of the text;
- a folder of NAME.txt with NAME.toml: recall of its [[figure]] tables and of the three most important ones among our
  first five key figures.

If quantulum3 is installed, it is measured beside on the first kind of set.
"""

import argparse
import json
import sys
import warnings
from importlib.util import find_spec
from pathlib import Path

if not __package__:  # run as a file: its neighbours are found from the folder above
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.figure_gold import corpus
from benchmarks.number_headlines import headlines
from benchmarks.quantity_sets import ours, quantities, quantulum


def measure(path: Path, errors: int = 0, parsed: bool = False, limit: int | None = None) -> None:
    """Print what is to be said of one set or folder."""
    if path.is_dir():
        corpus(path, errors, parsed)
        return
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()][:limit]
    if "number" in rows[0]:
        headlines(path.name, rows, errors)
        return
    quantities(path.name, rows, ours, errors)
    if find_spec("quantulum3"):
        with warnings.catch_warnings():
            # It warns of an optional part that is not installed.
            warnings.simplefilter("ignore")
            quantities(f"{path.name} (quantulum3)", rows, quantulum, 0)


def main() -> None:
    """Measure every path."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("paths", nargs="+", type=Path)
    arguments.add_argument(
        "--errors", type=int, default=0, help="show this many wrong texts for each measure"
    )
    arguments.add_argument(
        "--parse", action="store_true", help="measure a corpus folder also with every sentence parsed"
    )
    options = arguments.parse_intermixed_args()
    for path in options.paths:
        measure(path, options.errors, options.parse)


if __name__ == "__main__":
    main()
