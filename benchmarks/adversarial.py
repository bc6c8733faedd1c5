"""Texts that would hurt a quadratic program: how long the figures of n and of 2n repetitions take.

    python -m benchmarks.adversarial [--size N] [--all]

A linear program needs twice as long for twice the text; what needs three times as long is marked.
Without --all only marked texts are printed, and the slowest.
"""

import argparse
import random
import time
from collections.abc import Callable
from functools import partial

from summarise.figures import conflicts, find_figures
from summarise.language.segment import segment
from summarise.model import Article

_SUPERLINEAR = 3.0
_LEAST = 0.02  # seconds; less is noise
_WORDS = """
    the river rose by about 3 per cent and at least 20 people of Marsk said that it had $5m or more , ( ) “ ”
""".split()

REPEATED = [
    "1,", "1-", "1 ", "1.", "1:", "1/", "1 to ", "1 and ", "1 or ", "1 in ", "1 of ", "1 x ", "1 × 10",
    "1'", "1 000 ", "12,", "$", "$ ", "$1", "$1-", "-", "- ", "+", "+1", "#", "# ", "%", "½", "½ ", "½-",
    ".", ". ", "...", "…", "(", ")", "()", "[", "“", "”", "“a ”", '"', '" "', "' ", "“1” ", ",", ", ", ";",
    "; ", "—", " ", "\n", "\n\n", "\t", "\u00a0", "\u200b", "\x00", "one ", "one-", "one hundred ",
    "hundred ", "hundred and ", "hundreds of ", "million ", "dozens of ", "twenty-", "half ", "half a ",
    "and a half ", "a third of ", "two-thirds ", "1/2 ", "a ", "an ", "no ", "not ", "of ", "of the ",
    "to ", "to 5 ", "from 5 ", "from 5 to ", "between 5 and ", "between ", "at least ", "more than ",
    "about ", "up to ", "or more ", "by ", "rose by ", "rose ", "rose 5 ", "up ", "down 3 ", "a 5% rise ",
    "increase of ", "said ", "he said ", "police said ", "said he ", "according to ",
    "according to police 5 ", "who ", "which ", "that ", "and ", "or ", "but ", "may ", "if ", "would ",
    "denied ", "people ", "5 people ", "5 people, ", "5 people and ", "5 people or ", "5 North Korean ",
    "North ", "North Korean ", "red, ", "big ", "big, ", "Smith, 33, ", "aged 33 ", "33-year-old ",
    "33 years old ", "5kg ", "5 kg of ", "km ", "per ", "per cent ", "per day ", "a day ", "5 a day ",
    "$5 a barrel ", "barrels ", "years ", "5 years ", "May ", "3 May ", "May 3 ", "Monday ", "on Monday ",
    "in Kyiv ", "in 2025 ", "2019-", "2019 ", "2019-20 ", "10:30 ", "10pm ", "No. 1 ", "No. ", "number ",
    "Flight 370 ", "Boeing 737 ", "A1", "A1 ", "a1b2", "1st ", "third ", "Mr. ", "U.S. ", "the U.S. ",
    "e.g. ", "e\u0301", "😀", "万", "٣ ", "3-2 ", "won 3-2 ", "killed ", "5 were killed ",
    "5 killed and 6 wounded ", "5 of the 6 ", "one of the ", "the number of ", "the rate was ",
    "as many as ", "twice as many ", "times ", "three times ", "five-", "minus ", "minus 5 ", "tonnes of ",
    "5 to 6 to ", "5–6 ", "5, 6 ", "5; ", "5. ", "5.\n", "Five people died. ",
    "At least 5 people died, police said. ", "He said 5. ", "“It was 5,” he said. ", "He said he ", "It ",
]  # fmt: skip


BEHIND_A_NUMBER = ["a ", "big ", "and ", "of ", "North ", "- ", "people "]
BEFORE_A_NUMBER = ["a ", "not ", "by ", "said ", "at ", "( ", "the "]


def texts() -> dict[str, Callable[[int], str]]:
    """Makers of texts: how many characters in, a text of about that many out."""
    made: dict[str, Callable[[int], str]] = {repr(piece): partial(_repeat, piece) for piece in REPEATED}
    made |= {f"5 {piece!r}": partial(_repeat, piece, before="5 ") for piece in BEHIND_A_NUMBER}
    made |= {f"{piece!r} 5": partial(_repeat, piece, behind=" 5 people") for piece in BEFORE_A_NUMBER}
    made["nested quotes"] = lambda n: "“" * (n // 2) + "5 people" + "”" * (n // 2)
    made["nested brackets"] = lambda n: "(5 " * (n // 4) + ")" * (n // 4)
    made["one long word"] = lambda n: "a" * n
    made["one long number"] = lambda n: "1" * n
    made["one long decimal"] = lambda n: "1." + "0" * n
    made["one line of words"] = lambda n: _line(n, _WORDS)
    made["one line without stops"] = lambda n: _line(n, [word for word in _WORDS if word.isalnum()])
    return made


def _repeat(piece: str, size: int, *, before: str = "", behind: str = "") -> str:
    return before + piece * (size // len(piece)) + behind


def _line(size: int, words: list[str]) -> str:
    generator = random.Random(size)
    return " ".join(generator.choice(words) for _ in range(size // 4))


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """Processor time, the best of some runs: other programs do not count."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def whole(text: str) -> None:
    """All that is done for the figures of an article without a parser."""
    sentences = segment(Article(text))
    conflicts(find_figures(text, sentences), text, sentences)


WORK: dict[str, Callable[[str], object]] = {
    "labels": lambda text: find_figures(text, labels=True),
    "article": whole,
}


def superlinear(once: float, twice: float) -> bool:
    """Whether these are times of a program that is worse than linear."""
    return twice > _LEAST and twice > _SUPERLINEAR * once


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--size", type=int, default=20_000, help="characters of the shorter text")
    parser.add_argument("--all", action="store_true", help="print every text")
    options = parser.parse_args()
    find_figures("At least 5 people were hurt, police said.", labels=True)
    slowest = ("", "", 0.0)
    print(f"{'text':32} {'what':8} {'ms, n':>9} {'ms, 2n':>9} {'factor':>7}")
    for name, make in texts().items():
        short, long = make(options.size), make(2 * options.size)
        for what, work in WORK.items():
            once, twice = seconds(partial(work, short)), seconds(partial(work, long))
            if superlinear(once, twice):  # perhaps by chance
                once, twice = seconds(partial(work, short), 3), seconds(partial(work, long), 3)
            marked = superlinear(once, twice)
            slowest = max(slowest, (name, what, twice), key=lambda row: row[2])
            if marked or options.all:
                mark = "  superlinear" if marked else ""
                print(
                    f"{name:32} {what:8} {once * 1e3:9.1f} {twice * 1e3:9.1f} {twice / once:7.1f}{mark}",
                    flush=True,
                )
    print(
        f"slowest: {slowest[0]} ({slowest[1]}), {slowest[2] * 1e3:.0f} ms for {2 * options.size} characters"
    )


if __name__ == "__main__":
    main()
