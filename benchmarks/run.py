"""All benchmarks over a folder of development sets: what `make bench` prints.

    python -m benchmarks.run FOLDER [--limit N]

A set that is not in the folder is passed over and said so.
"""

import argparse
import os
from pathlib import Path

from . import alarms, extract, figures, headlines
from . import audit as audits
from .edits.cases import cases


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=300, help="articles of each set (default 300)")
    options = parser.parse_args()
    folder: Path = options.folder
    if (folder / "nltk_data").is_dir():
        # For sumy's own tokenizer only; summarise works without it.
        os.environ.setdefault("NLTK_DATA", str(folder / "nltk_data"))
    for name in ("summary_cnndm_dev", "summary_xsum_dev"):
        path = folder / f"{name}.jsonl"
        if path.exists():
            print(extract.measure(path, 1 if "xsum" in name else 3, options.limit))
        else:
            print(f"{path.name}: not there, passed over\n")
    for name in ("headline_bbc_dev", "headline_numhg_dev"):
        path = folder / f"{name}.jsonl"
        if path.exists():
            print(headlines.measure(path, options.limit))
        else:
            print(f"{path.name}: not there, passed over\n")
    for name in ("figures_newsquant_dev", "figures_units_dev", "headline_numhg_dev"):
        path = folder / f"{name}.jsonl"
        if path.exists():
            figures.measure(path, limit=None if name.startswith("figures") else options.limit)
        else:
            print(f"{path.name}: not there, passed over\n")
    figures.measure(Path(__file__).parent.parent / "corpus", parsed=True)
    few = max(1, options.limit // 15)
    print(audits.edits(cases(folder, [], most=few), complaints=audits.peer()))
    print(alarms.measure(folder, options.limit, 0, None))
    print(audits.speed(folder, options.limit))


if __name__ == "__main__":
    main()
