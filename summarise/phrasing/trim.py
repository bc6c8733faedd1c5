"""Shortening a sentence for a bullet: asides and adjuncts go, everything else stays as it stands.

More careful than a headline's compression: second predicates, adjectives and
adverbs stay, and a part goes only if the sentence still says the same without it.
"""

from collections.abc import Sequence

from ..language.words import words
from ..model import Piece, Sentence
from ..resources import word_list
from .compress.deletion import shape
from .compress.dependents import restricts
from .compress.rules import MAY, decide
from .line import pieces, text_of
from .polish import tidy
from .tree import Tree, figure_parts

# A bullet is read at a glance.
MAX_WORDS = 34
COMFORTABLE = 26
# The lead may be longer before it is left out: a digest without it misses the story.
LEAD_WORDS = 44

# As much of a sentence must stay, or it is not the sentence any more.
_LEAST_SHARE = 0.6

# What a bullet can spare: parts with commas around them, or from a comma to the end.
_SPARED = frozenset({"appos", "relcl", "acl", "advcl", "prep", "npadvmod", "advmod"})
_NEEDED_MARKS = frozenset({"if", "unless", "although", "though", "but", "whether", "until", "except"})
# "beaten to death" is more than beaten; where and when something was may go.
_PLACING = frozenset({"in", "at", "near", "on", "during", "after", "before", "amid", "of"})
_UNSURE = frozenset({"dep", "intj", "meta"})


def trimmed(sentence: Sentence, tree: Tree, limit: int) -> tuple[Piece, ...] | None:
    """The sentence with as little taken out as brings it to `limit` words.

    Returns:
        Its pieces; None if more than MAX_WORDS would stay.
    """
    whole = tidy([Piece(" ".join(sentence.text.split()), "copied", sentence.start, sentence.end)])
    length = len(words(sentence.text))
    if length <= limit:
        return whole
    kept = _without_adjuncts(tree, _without_asides(tree, limit)) if _sure(tree) else _everything(tree)
    left = _length(tree, kept)
    most = LEAD_WORDS if sentence.index == 0 else MAX_WORDS
    if left > MAX_WORDS or (left < _LEAST_SHARE * length <= length <= most):
        return whole if length <= most else None
    line = tidy(pieces(tree, _clean(tree, kept)))
    return line if not text_of(line).rstrip(".").endswith((":", ",", "–", "—")) else None


def has_clause(tree: Tree) -> bool:
    """Whether the sentence has a main verb in a finite form with its subject."""
    root = tree.tokens[tree.root]
    subject = tree.child(tree.root, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
    finite = root.tag in {"VBD", "VBZ", "VBP", "VBN", "MD"} or any(
        tree.offspring(tree.root, "aux", "auxpass")
    )
    return root.pos in {"VERB", "AUX"} and finite and subject is not None


def _sure(tree: Tree) -> bool:
    """Whether the tree can be trusted with a cut: no loose ends, no aside that is not somebody's "said"."""
    return not any(
        t.dep in _UNSURE or (t.dep == "parataxis" and t.lemma not in word_list("en/reporting_verbs.txt"))
        for t in tree.tokens
    )


def _everything(tree: Tree) -> frozenset[int]:
    return frozenset(t.index for t in tree.tokens)


def _length(tree: Tree, kept: frozenset[int]) -> int:
    return len(words(text_of(pieces(tree, kept))))


def _without_asides(tree: Tree, limit: int) -> frozenset[int]:
    """The smallest aside that suffices goes; if none does, the largest first until enough is gone."""
    kept = _everything(tree)
    spare = sorted(_asides(tree), key=lambda part: (len(part), -min(part)))
    spare = [part for part in spare if _whole(tree, kept - part)]
    enough = next((part for part in spare if _length(tree, kept - part) <= limit), None)
    if enough is not None:
        return kept - enough
    for part in reversed(spare):
        if _length(tree, kept) <= limit:
            break
        kept -= part
    return kept


def _without_adjuncts(tree: Tree, kept: frozenset[int]) -> frozenset[int]:
    """Only where the sentence is longer than a bullet may be: the last adjuncts go as well."""
    for part in _adjuncts(tree) if _length(tree, kept) > MAX_WORDS else ():
        if _length(tree, kept) <= MAX_WORDS:
            break
        if part <= kept and _whole(tree, kept - part):
            kept -= part
    return kept


def _asides(tree: Tree) -> list[frozenset[int]]:
    found: list[frozenset[int]] = []
    for token in tree.tokens:
        if (
            token.dep not in _SPARED
            or token.text.lower() == "according"
            or not tree.comma_before(token.index)
        ):
            continue
        mark = tree.child(token.index, "mark", "advmod")
        if mark is not None and tree.tokens[mark].text.lower() in _NEEDED_MARKS:
            continue
        # An aside inside an aside goes with it or not at all.
        if any(tree.tokens[i].dep in _SPARED and tree.comma_before(i) for i in tree.path_up(token.index)):
            continue
        # The lead's own "..., killing two" is news.
        if token.dep == "advcl" and tree.sentence.index == 0:
            continue
        below = tree.subtree(token.index)
        behind = tree.tokens[below[-1] + 1].text if below[-1] + 1 < len(tree.tokens) else "."
        whole = len(below) == below[-1] - below[0] + 1 and behind in {",", ".", ";", "–", "—"}
        if whole and _spared(tree, token.index):
            found.append(frozenset(below))
    return found


def _spared(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    head = tree.tokens[token.head]
    if token.dep == "appos":
        # "the news site, NRG": the name is what the reader needs.
        names_it = token.pos == "PROPN" and head.pos != "PROPN"
        row = any(tree.tokens[i].text.lower() == "and" for i in tree.subtree(index))
        return not names_it and not row
    beside = [head, *(tree.tokens[i] for i in tree.offspring(token.head, "relcl") if i < index)]
    if token.dep in {"acl", "advcl"} and token.tag == "VBN" and any(other.tag == "VBN" for other in beside):
        # "was punched, bound and robbed": a row of things done, not an aside.
        return False
    return token.dep == "relcl" or index not in shape(tree, token.head).core


def _adjuncts(tree: Tree) -> list[frozenset[int]]:
    """Phrases without commas that the deletion rules let go, the last first; no second predicates."""
    found = []
    for deps in ({"relcl", "advcl"}, {"acl"}, {"prep"}):
        for token in reversed(tree.tokens):
            # In the lead, "when shells hit a market" is the news.
            if token.dep == "advcl" and tree.sentence.index == 0:
                continue
            if token.dep == "prep" and token.text.lower() not in _PLACING:
                continue
            if token.dep not in deps or decide(tree, token.index).decision != MAY:
                continue
            below = tree.subtree(token.index)
            behind = tree.tokens[below[-1] + 1] if below[-1] + 1 < len(tree.tokens) else None
            # Behind a part that really ends stands a stop, a conjunction or the next adjunct.
            ends = behind is None or behind.pos in {"PUNCT", "CCONJ", "ADP", "SCONJ"}
            if ends and len(below) == below[-1] - below[0] + 1 and not _tells_which(tree, token.index):
                found.append(frozenset(below))
    return found


def _tells_which(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.dep in {"relcl", "acl"} and restricts(tree, token, tree.tokens[token.head])


def _whole(tree: Tree, kept: frozenset[int]) -> bool:
    """No figure and no quotation is cut in two."""
    parts = [*figure_parts(tree), *(frozenset(quotation) for quotation in tree.quotations)]
    return all(not part & kept or part <= kept for part in parts)


def _clean(tree: Tree, kept: frozenset[int]) -> frozenset[int]:
    """Commas that stood around what is gone go with it.

    One stays before "..., officials said", before a conjunct and before another part set off by commas.
    """
    gone: set[int] = set()
    starts = _starts_of_parts(tree)
    # A kept part that lost its own end still needs the comma that closes it.
    closed = {
        tree.subtree(t.index)[-1] + 1
        for t in tree.tokens
        if t.index in kept and t.dep in _SPARED and tree.comma_before(t.index)
    }
    for token in tree.tokens:
        if token.index in kept and token.text in {",", "–", "—", "--"}:
            before, after = token.index - 1, token.index + 1
            if after not in kept or (
                before not in kept and token.index not in closed and after not in starts
            ):
                gone.add(token.index)
    return kept - gone


def _starts_of_parts(tree: Tree) -> frozenset[int]:
    """First tokens of what needs its comma: "..., officials said", a conjunct of a row, a clause of its own."""
    starts = set()
    for token in tree.tokens:
        speaking = token.dep == "nsubj" and token.head < len(tree.tokens) and _speaks_behind(tree, token.head)
        apart = token.dep in {"conj", "advcl", "relcl", "appos"} and tree.comma_before(token.index)
        if speaking or apart or token.text.lower() == "according":
            first = tree.subtree(token.index)[0]
            starts.add(first + 1 if tree.tokens[first].text == "," else first)
    return frozenset(starts)


def _speaks_behind(tree: Tree, verb: int) -> bool:
    """Whether a verb hands on what stands before it: "..., officials said"."""
    if tree.tokens[verb].dep in {"parataxis", "ccomp"}:
        return tree.tokens[verb].lemma in word_list("en/reporting_verbs.txt")
    claim = tree.child(verb, "ccomp")
    return claim is not None and claim < verb


def joined(first: Sequence[Piece], second: Sequence[Piece], tree: Tree) -> tuple[Piece, ...]:
    """Two lines with a semicolon between them, the second with a small letter unless it opens with a name."""
    head = tidy([*first[:-1], _with(first[-1], first[-1].text.rstrip("."))])
    opening = second[0]
    starter = tree.tokens[0]
    small = starter.pos in {"DET", "PRON", "ADP", "SCONJ", "ADV", "NUM"} and starter.text != "I"
    named = not small or opening.start != starter.start
    text = opening.text if named else opening.text[:1].lower() + opening.text[1:]
    return (*head, Piece(";", "template"), _with(opening, " " + text), *second[1:])


def _with(piece: Piece, text: str) -> Piece:
    return Piece(text, piece.origin, piece.start, piece.end)
