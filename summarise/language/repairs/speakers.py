"""Who says so, behind the comma at the end."""

from collections.abc import Sequence
from dataclasses import replace

from ...model import Token
from .looking import below, root_of


def find_speaker(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Give "..., police and councils said" its subject where the parser joined it to the noun before the comma."""
    root = root_of(tokens)
    if (
        root is None
        or root.lemma not in {"say", "tell", "add", "report"}
        or any(t.dep in {"nsubj", "expl"} for t in below(tokens, root))
    ):
        return tuple(tokens)
    comma = next((t.index for t in reversed(tokens[: root.index]) if t.text == ","), None)
    between = tokens[comma + 1 : root.index] if comma is not None else ()
    nouns = [t for t in between if t.pos in {"NOUN", "PROPN", "PRON"}]
    if comma is None or not nouns or any(t.pos in {"VERB", "AUX", "ADP"} for t in between):
        return tuple(tokens)
    inside = {t.index for t in between}
    head = next((t for t in nouns if t.head not in inside), nouns[-1])
    mended = list(tokens)
    mended[head.index] = replace(head, dep="nsubj", head=root.index)
    for token in between:
        if token.index != head.index and token.head not in inside:
            mended[token.index] = replace(token, head=head.index)
    return tuple(mended)


_SAYS = {"reports": "report", "notes": "note", "says": "say", "writes": "write", "adds": "add"}


def verb_of_outlet(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """ "..., the Oregonian reports.": taken for a noun, with the paper for its adjective."""
    root = root_of(tokens)
    if root is None or root.text not in _SAYS or not _tells(tokens, root) or root.index < 2:
        return tuple(tokens)
    mended = list(tokens)
    if root.tag not in {"VBZ", "VBP", "VBD"}:
        mended[root.index] = replace(root, tag="VBZ", pos="VERB", lemma=_SAYS[root.text])
    own = [t for t in below(tokens, root) if t.dep not in {"punct", "ccomp"} and t.index < root.index]
    if any(t.dep in {"nsubj", "expl"} for t in own):
        return tuple(mended)
    comma = next((t.index for t in reversed(tokens[: root.index]) if t.text == ","), None)
    last = tokens[root.index - 1]
    if comma is None or comma == last.index or last.head != root.index:
        return tuple(mended)
    mended[last.index] = replace(last, dep="nsubj", tag="NNP", pos="PROPN")
    for token in own:
        if comma < token.index < last.index:
            mended[token.index] = replace(token, head=last.index)
    return tuple(mended)


def outlet_after_verb(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """ "..., reports MSNBC.": who reports hangs behind its verb as if it were the time or the object."""
    root = root_of(tokens)
    if root is None or root.lemma not in _SAYS.values() or not _tells(tokens, root):
        return tuple(tokens)
    own = below(tokens, root)
    if tokens[root.index - 1].text != "," or any(t.dep in {"nsubj", "expl"} for t in own):
        return tuple(tokens)
    names = [t for t in own if t.index > root.index and t.pos in {"NOUN", "PROPN"} and t.dep in _ASTRAY]
    if not names:
        return tuple(tokens)
    mended = list(tokens)
    mended[names[0].index] = replace(names[0], dep="nsubj")
    return tuple(mended)


_ASTRAY = frozenset({"npadvmod", "dobj", "appos", "attr", "oprd", "dep"})


def _tells(tokens: Sequence[Token], root: Token) -> bool:
    """Whether a verb has what it reports before it."""
    return any(t.dep == "ccomp" and t.index < root.index for t in below(tokens, root))
