"""Fit the sign that a story has lost its lead: summarise/data/en/ranking/cut_off.toml.

    python -m training.lead --whole a.jsonl b.jsonl --cut c.jsonl [-o cut_off.toml]

Stories of --whole count twice: as they are, and without their first sentence. Those of --cut are
known to have lost theirs. Prints how often each set is taken for cut off when not fitted on.
"""

import argparse
from pathlib import Path

import numpy as np

from summarise.language.segment import segment
from summarise.ranking.discourse import leans
from summarise.ranking.features import FEATURES, measure
from summarise.ranking.notices import notices
from summarise.ranking.profiles import CUT, OPENING, signs
from summarise.ranking.rank import own_positions
from summarise.ranking.story import story_of
from summarise.reading import from_text

from .examples import Array, records, without_leads
from .minimum_risk import chances, fit_words

OUT = Path("summarise/data/en/ranking/cut_off.toml")
HEAD = """\
# Signs that the first sentence is not the one the story began with, fitted by training/lead.py:
# a logistic model over the features of that sentence.

[weights]
"""


def row(text: str) -> dict[str, float]:
    """The signs of one text, empty if it has no sentence."""
    article = from_text(" ".join(text.split()))
    sentences = segment(article)
    if not sentences:
        return {}
    story = story_of(sentences, article.title)
    beside = notices(sentences)
    measures = measure(story, own_positions(sentences, beside))
    opening = leans(story, beside, opening_may_lean=True)[measures.sentences[0].position]
    return signs(story, measures, opening)


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--whole", nargs="*", type=Path, default=[])
    parser.add_argument("--cut", nargs="*", type=Path, default=[])
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    options = parser.parse_args()
    rows: list[dict[str, float]] = []
    labels: list[bool] = []
    sets: list[str] = []
    groups: list[int] = []
    for path in (*options.whole, *options.cut):
        for number, record in enumerate(records(path)):
            texts = [(record.text, path in options.cut)]
            if path in options.whole:
                texts += [(cut.text, True) for cut in without_leads([record])]
            for text, is_cut in texts:
                if found := row(text):
                    rows.append(found)
                    labels.append(is_cut)
                    sets.append(f"{path.stem}{' without leads' if is_cut and path in options.whole else ''}")
                    groups.append(number)
    names = list(rows[0])
    design = np.array([[found[name] for name in names] for found in rows], np.float32)
    cut = np.array(labels)
    held_out = np.zeros(len(cut), np.float32)
    fold = np.array(groups) % 5
    for number in range(5):
        rest = fold != number
        held_out[~rest] = chances(design[~rest], *fit_words(design[rest], cut[rest], l2=1e-3))
    for name in dict.fromkeys(sets):
        own = np.array([one == name for one in sets])
        print(f"{name}: {100 * (held_out[own] >= CUT).mean():.1f} % of {own.sum()} taken for cut off")
    weights, base = fit_words(design, cut, l2=1e-3)
    write(options.output, names, weights, base)


def write(path: Path, names: list[str], weights: Array, base: float) -> None:
    """Write the file, each weight with its meaning."""
    meanings = {**FEATURES, **OPENING}
    lines = [f"base = {base:.3f}\n"]
    for name, weight in zip(names, weights, strict=True):
        about = meanings.get(name) or f'number of "{name.removeprefix("word_")}"'
        lines.append(f"{name} = {weight:.3f}  # {about}\n")
    path.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
