"""How well figures are found.

    python -m benchmarks.figures PATH [PATH ...] [--errors N] [--parse]

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
from pathlib import Path

from .figure_gold import corpus
from .number_headlines import headlines
from .quantity_sets import ours, quantities, quantulum


def main() -> int:
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
    try:
        import quantulum3  # type: ignore[import-not-found, import-untyped, unused-ignore] # noqa: F401

        peer = True
    except ImportError:
        peer = False
    for path in options.paths:
        if path.is_dir():
            corpus(path, options.errors, options.parse)
            continue
        with path.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
        if "number" in rows[0]:
            headlines(path.name, rows, options.errors)
            continue
        quantities(path.name, rows, ours, options.errors)
        if peer:
            quantities(f"{path.name} (quantulum3)", rows, quantulum, 0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
