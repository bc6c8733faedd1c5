"""The traps for headlines, and what a generator without any caution could say of an article.

`drafts` makes every clause with every choice of its optional parts, `bold_drafts` leaves out what no rule allows. The
traps and the gates are tried on these lines, so that the truth of a headline does not hang on the taste of whatever
chooses among them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, islice
from pathlib import Path

from summarise.checking import Auditor, Source
from summarise.figures import find_figures
from summarise.language.segment import segment
from summarise.language.syntax import parse
from summarise.model import Article, Piece
from summarise.phrasing.clauses import Clause, clauses
from summarise.phrasing.compress.deletion import Option, close, shape
from summarise.phrasing.draft import Draft, draft
from summarise.phrasing.headlinese import reporting_form
from summarise.phrasing.line import pieces
from summarise.phrasing.polish import polish
from summarise.phrasing.slots import Slot, clause_slots, frame_slots, phrase, plain_fact
from summarise.phrasing.templates import load, render
from summarise.phrasing.tree import Tree, grow

GOLDEN = Path(__file__).parent / "golden" / "headline"
CHOICES = 400
_AT_MOST = 6400


@dataclass(frozen=True)
class Trap:
    """An article with what its headlines may not say and what they have to."""

    article: str
    rules: tuple[str, ...]
    must: tuple[str, ...]


def traps() -> list[Trap]:
    """The traps of golden/headline/traps.txt."""
    found = []
    for block in (GOLDEN / "traps.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        article, *rest = lines
        rules = tuple(line for line in rest if line.startswith(("never: ", "never line: ", "if said: ")))
        must = tuple(line.removeprefix("must: ") for line in rest if line.startswith("must: "))
        assert rules, f"a trap that cannot spring: {article}"
        assert len(rules) + len(must) == len(rest), f"a line that is no rule: {rest}"
        assert all((" -> " in rule) == rule.startswith("if said: ") for rule in rules), rules
        found.append(Trap(article, rules, must))
    return found


def sprung(rule: str, line: str) -> bool:
    """Whether a headline says what a rule of a trap forbids."""
    line = line.lower()
    kind, wording = rule.lower().split(": ", 1)
    if kind == "never line":
        return line == wording
    if kind == "never":
        return wording in line
    said, others = wording.split(" -> ")
    return said in line and not any(other in line for other in others.split(" / "))


@dataclass(frozen=True)
class Told:
    """An article taken apart: its trees and what audits a line against it."""

    trees: tuple[Tree, ...]
    auditor: Auditor


@cache
def told(text: str) -> Told:
    sentences = segment(Article(text))
    figures = find_figures(text, sentences)
    parsed = parse([sentences])[0]
    trees = tuple(tree for p in parsed if (tree := grow(p, figures)) is not None)
    return Told(trees, Auditor(Source(text, sentences, figures, parsed)))


def drafts(text: str) -> Iterator[Draft]:
    """Every general headline of every clause, with every choice of optional parts, up to CHOICES of them a clause."""
    for clause in _clauses(text):
        every = list(islice(choices(clause), _AT_MOST))
        yield from _filled(clause, every[:: -(-len(every) // CHOICES)])


def bold_drafts(text: str) -> Iterator[Draft]:
    """The same with any one, two or three dependents left out that are no articles, whatever the rules say of them."""
    for clause in _clauses(text):
        yield from _filled(clause, islice(_bold_choices(clause), CHOICES))


def frame_drafts(text: str) -> Iterator[Draft]:
    """Every headline of the templates for kinds of news, all kinds, from the clauses that tell a plain fact."""
    templates = [t for t in load() if t.domain != "general"]
    for clause in _clauses(text):
        if clause.report is None and plain_fact(clause.tree, clause.verb, clause.verb):
            slots = frame_slots(clause)
            lemma = clause.tree.tokens[clause.verb].lemma
            for template in templates:
                if template.accepts(slots, lemma, clause.passive):
                    line = render(template, slots)
                    if line is not None:
                        yield draft(polish(line), clause, template.name, template.domain)


def draft_of(text: str, line: str) -> Draft:
    """The draft that keeps these words of the text's first sentence, as they stand and in their order."""
    tree = told(text).trees[0]
    kept, position = set(), 0
    for word in re.findall(r"\d[\d,.-]*\d|\w+(?:\.\w+)*|[^\w\s]", line):
        while position < len(tree.tokens) and tree.tokens[position].text not in {
            word,
            word[:1].lower() + word[1:],
        }:
            position += 1
        assert position < len(tree.tokens), f"{word!r} of {line!r} is not in its place in {text!r}"
        kept.add(position)
        position += 1
    found = [c for c in clauses(tree) if c.verb in kept]
    root = tree.root
    subject = tree.child(root, "nsubj", "nsubjpass", "expl")
    clause = found[0] if found else Clause(tree, root, root if subject is None else subject)
    return draft(polish(pieces(tree, kept)), clause, "by hand", "general")


def _clauses(text: str) -> Iterator[Clause]:
    for tree in told(text).trees:
        yield from clauses(tree)


def _filled(clause: Clause, choices: Iterable[frozenset[int]]) -> Iterator[Draft]:
    """The general templates filled with each choice of tokens, no line twice."""
    seen = set()
    for kept in choices:
        slots = clause_slots(clause, kept) | _speaker(clause)
        for template in load():
            claim = "speaker" in template.needs
            fits = template.domain == "general" and claim == (clause.report is not None)
            line = render(template, slots) if fits and set(template.needs) <= set(slots) else None
            if line is not None and line not in seen:
                seen.add(line)
                yield draft(polish(line), clause, template.name, template.domain)


def choices(clause: Clause) -> Iterator[frozenset[int]]:
    """The tokens kept by every choice among a clause's optional parts, beginning with none of them."""
    tree = clause.tree
    mark = tree.child(clause.verb, "mark") if clause.report is not None else None
    form = shape(tree, clause.verb, frozenset(i for i in (clause.report, mark) if i is not None))
    core, options = form.core, form.options
    if clause.subject not in tree.children[clause.verb]:
        borrowed = shape(tree, clause.subject)
        core, options = core | borrowed.core, (*options, *borrowed.options)
    for taken in _choose(tree, options):
        yield close(tree, core | taken)


def _bold_choices(clause: Clause) -> Iterator[frozenset[int]]:
    tree = clause.tree
    whole = set(tree.subtree(clause.verb)) | set(tree.subtree(clause.subject))
    if clause.report is not None:
        # What the speaker's own clause adds is said by the template.
        below = clause.verb in tree.path_up(clause.report)
        whole -= set(tree.subtree(clause.report)) if below else set(tree.offspring(clause.verb, "mark"))
    whole = {i for i in whole if tree.tokens[i].text != "."}
    parts = [
        i
        for i in sorted(whole)
        if tree.tokens[i].dep not in _STAYING and i not in {clause.verb, clause.subject}
    ]
    for size in range(4):
        for left_out in combinations(parts, size):
            gone = {t for i in left_out for t in tree.subtree(i)}
            if not gone & {clause.verb, clause.subject}:
                joining = {k for i in left_out for k in _joining(tree, i)}
                yield close(tree, frozenset(whole - gone - joining))


# Left out, these leave no sentence at all, or are the headline's own business.
_STAYING = frozenset(
    "nsubj nsubjpass aux auxpass det punct pobj pcomp cc mark case ccomp ROOT expl csubj".split()
)


def _joining(tree: Tree, index: int) -> list[int]:
    """The "and" that joins a token to another."""
    token = tree.tokens[index]
    return list(tree.offspring(token.head, "cc")) if token.dep == "conj" else []


def _choose(tree: Tree, options: tuple[Option, ...]) -> Iterator[frozenset[int]]:
    if not options:
        yield frozenset()
        return
    first, *rest = options
    for others in _choose(tree, tuple(rest)):
        yield others
        for inner in _choose(tree, first.inner):
            yield others | inner | first.tokens | _joint(tree, first)


def _joint(tree: Tree, option: Option) -> frozenset[int]:
    """The "and" before a second predicate that stays."""
    top = min(option.tokens, key=lambda i: (tree.tokens[i].head in option.tokens, i))
    if tree.tokens[top].dep != "conj":
        return frozenset()
    whole = shape(tree, tree.tokens[top].head)
    return frozenset(
        i for i in tree.offspring(tree.tokens[top].head, "cc") if i < top and i not in whole.core
    )


def _speaker(clause: Clause) -> dict[str, Slot]:
    if clause.report is None or clause.speaker is None:
        return {}
    tree = clause.tree
    speaker = phrase(tree, clause.speaker)
    if not speaker.pieces or tree.tokens[clause.report].lemma == "tell":
        return {}
    form, origin = reporting_form(tree, clause.report, clause.speaker)
    token = tree.tokens[clause.report]
    return {"speaker": speaker, "says": Slot((Piece(form, origin, token.start, token.end),))}
