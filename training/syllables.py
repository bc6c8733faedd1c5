"""Write data/en/syllables.txt: the words whose syllables the rule of spelling gets wrong.

    python training/syllables.py PATH_TO_CMUDICT [--check]

PATH_TO_CMUDICT is the file `cmudict` of NLTK's corpus of that name (version 0.7a of
the Carnegie Mellon Pronouncing Dictionary). With --check nothing is written: the
program compares every word of the dictionary with `count_syllables` and with textstat
as `checking.readability` sets it up, prints the agreement and fails below 100 percent.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from summarise.checking.readability import readability
from summarise.language.syllables import count_by_rule, count_syllables, count_with, syllable_key
from summarise.resources import data_file

HEAD = """\
# Words whose syllables the rule in language/syllables.py gets wrong, and how many they
# have. "_" stands for a mark inside a word ("u_s"). Written by training/syllables.py;
# a word that is missing can be added in its alphabetical place.
#
# The counts are facts taken from the Carnegie Mellon Pronouncing Dictionary, version 0.7a:
#
# Copyright (C) 1993-2008 Carnegie Mellon University. All rights reserved.
#
# Redistribution and use in source and binary forms, with or without modification, are
# permitted provided that the following conditions are met:
#
# 1. Redistributions of source code must retain the above copyright notice, this list of
#    conditions and the following disclaimer. The contents of this file are deemed to be
#    source code.
# 2. Redistributions in binary form must reproduce the above copyright notice, this list of
#    conditions and the following disclaimer in the documentation and/or other materials
#    provided with the distribution.
#
# This work was supported in part by funding from the Defense Advanced Research Projects
# Agency, the Office of Naval Research and the National Science Foundation of the United
# States of America, and by member companies of the Carnegie Mellon Sphinx Speech Consortium.
# We acknowledge the contributions of many volunteers to the expansion and improvement of
# this dictionary.
#
# THIS SOFTWARE IS PROVIDED BY CARNEGIE MELLON UNIVERSITY ``AS IS'' AND ANY EXPRESSED OR
# IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF
# MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL
# CARNEGIE MELLON UNIVERSITY NOR ITS EMPLOYEES BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
# SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
# SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION)
# HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR
# TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE,
# EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cmudict", type=Path)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    arguments = parser.parse_args()
    pronounced = read(arguments.cmudict)
    if arguments.check:
        return check(pronounced)
    listed = exceptions(pronounced)
    path = data_file("en/syllables.txt")
    lines = "".join(f"{key} {count}\n" for key, count in sorted(listed.items()))
    path.write_text(HEAD + lines, encoding="utf-8", newline="\n")
    plain = [key for key in pronounced if key.isalpha()]
    right = sum(count_by_rule(key) == pronounced[key] for key in plain)
    print(
        f"{len(pronounced)} words; the rule is right for {right / len(plain):.1%} of {len(plain)} plain ones"
    )
    print(f"{len(listed)} exceptions, {path.stat().st_size / 1000:.0f} kB: {path}")
    return 0


def read(path: Path) -> dict[str, int]:
    """Syllables of each word of the dictionary, by its `syllable_key`; the first pronunciation counts."""
    pronounced: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, *phones = line.split()
        key = syllable_key(word)
        # No words of a text: spelled-out punctuation (")PAREN") and the plurals and possessives of
        # letters, for which the dictionary has dots ("U.S" is "Us", the letter).
        if key and word[0].isalnum() and "." not in word:
            pronounced.setdefault(key, sum(phone[-1].isdigit() for phone in phones))
    return pronounced


def exceptions(pronounced: dict[str, int]) -> dict[str, int]:
    """The words that do not come out by rule, with the other exceptions, short ones first."""
    listed: dict[str, int] = {}
    # A compound or possessive is made of shorter words, so these must be settled before it.
    for key in sorted(pronounced, key=lambda key: (len(key), key)):
        if count_with(key, listed) != pronounced[key]:
            listed[key] = pronounced[key]
    return listed


def check(pronounced: dict[str, int]) -> int:
    """Compare every word with the dictionary, ours and textstat's count; 1 if one differs."""
    from textstat.backend import counts

    readability(["This gives textstat our syllables."])
    counters: dict[str, Callable[[str], int]] = {
        "count_syllables": count_syllables,
        "textstat": lambda key: counts.count_syllables(key, "en_US"),
    }
    failed = 0
    for name, counter in counters.items():
        wrong = [key for key, count in pronounced.items() if counter(key) != count]
        print(f"{name} agrees on {1 - len(wrong) / len(pronounced):.2%} of {len(pronounced)} words")
        if wrong:
            failed = 1
            print("differs:", ", ".join(wrong[:20]))
    return failed


if __name__ == "__main__":
    sys.exit(main())
