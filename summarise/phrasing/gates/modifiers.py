"""Bonds inside a phrase: words that weaken, bound or change what stands beside them."""

from collections.abc import Iterator

from ...model import Token
from ...resources import word_list
from ..compress.dependents import descriptive, in_pair
from ..compress.nominal import and_others
from ..tree import TIME_NOUNS, Tree, is_time
from .register import entry, table
from .together import Pair, behind, counting, text, whole


def weakening(tree: Tree) -> Iterator[Pair]:
    """ "almost sank", "allegedly struck": never without the word that says it is not quite so."""
    words = entry("weakening", "words") | (word_list("en/hedges.txt") - _LOOSE)
    turned = entry("taken_back", "second")
    for token in tree.tokens:
        word, head = token.text.lower(), tree.tokens[token.head]
        hangs = token.dep in {"advmod", "neg", "amod", "quantmod", "preconj"} and token.head != token.index
        counting_words = head.pos == "NUM" and word in word_list("en/hedges.txt")
        # "backed it, but now opposes it"
        later = word in turned and head.dep == "conj" and _after_but(tree, head.index)
        if hangs and (word in words or counting_words or later):
            yield {token.head}, {token.index}


def _after_but(tree: Tree, verb: int) -> bool:
    head = tree.tokens[verb].head
    return any(head < i < verb and text(tree, i) == "but" for i in tree.offspring(head, "cc"))


# Words of hedges.txt that bound only some of what they stand at.
_LOOSE = frozenset(
    "still even always ever about around over more less most least fewer enough forever only longer".split()
)


def bounding(tree: Tree) -> Iterator[Pair]:
    """ "only in towns with 20,000 visitors", "ran on sunlight alone": the word, and all that it bounds."""
    for token in tree.tokens:
        word = token.text.lower()
        if word not in entry("bounding", "exclusive") or token.head == token.index:
            continue
        head = tree.tokens[token.head]
        if token.dep in {"advmod", "amod", "quantmod", "acomp", "oprd", "npadvmod"}:
            yield {head.index}, {token.index}
        if head.pos not in {"VERB", "AUX"}:
            yield {token.index, head.index}, whole(tree, head.index)
        if head.index == token.index + 1 and head.pos in {"VERB", "AUX"}:
            continue
        # "only in towns": hung on the verb, it bounds the phrase that stands behind it.
        beside = next((c for c in tree.children[head.index] if tree.subtree(c)[0] == token.index + 1), None)
        if beside is not None and head.pos in {"VERB", "AUX"}:
            yield {token.index}, whole(tree, beside)
            yield {beside}, {token.index}
    for token in tree.tokens:
        # "is faster on only two stretches": a phrase with a border in it bounds its verb.
        if token.text.lower() == "only" and token.dep in {"advmod", "quantmod", "amod"}:
            top = _phrase_at_verb(tree, token.head)
            if top is not None:
                yield {tree.tokens[top].head}, whole(tree, top)


def _phrase_at_verb(tree: Tree, index: int) -> int | None:
    """The phrase or clause behind a verb that a word lies in."""
    for top in (index, *tree.path_up(index)):
        token = tree.tokens[top]
        if token.dep in {"prep", "advcl"} and tree.tokens[token.head].pos in {"VERB", "AUX"}:
            return top if top > token.head and not tree.comma_before(top) else None
        if token.dep in {"relcl", "acl", "ccomp", "conj"} or token.head == top:
            return None
    return None


def exceptions(tree: Tree) -> Iterator[Pair]:
    """ "every town except the capital", "apart from the cook"."""
    for token in tree.tokens:
        word = token.text.lower()
        second = table("bounding")["exceptions_with"].get(word)
        following = text(tree, token.index + 1)
        simple = word in entry("bounding", "exceptions") and token.dep == "prep"
        if not simple and (second is None or following != second):
            continue
        if token.head == token.index:
            continue
        needs = whole(tree, token.index)
        yield {token.head}, needs
        # The parser may hang it on the verb instead of on "every town".
        for other in tree.tokens[: token.index]:
            if other.text.lower() in entry("quantities", "words") and other.head in {token.head, other.index}:
                yield {other.index}, needs


def qualifying(tree: Tree) -> Iterator[Pair]:
    """ "former president", "attempted murder": not the thing without its qualifier."""
    words = entry("qualifying", "words")
    for token in tree.tokens:
        # "central bank", but "central India"
        place = token.text.lower() == "central" and tree.tokens[token.head].pos == "PROPN"
        if token.text.lower() in words and token.dep in {"amod", "compound", "nmod"} and not place:
            yield {token.head}, {token.index}


def compounds(tree: Tree) -> Iterator[Pair]:
    """ "rail workers", "club's stadium", "Washington state": the nouns before a noun are part of it."""
    for token in tree.tokens:
        if token.dep not in {"compound", "poss", "nummod", "case", "quantmod", "predet"}:
            continue
        if token.dep == "poss" and (token.lemma in TIME_NOUNS or is_time(tree, token.index)):
            continue
        if token.head == token.index or _comma_between(tree, token.index, token.head):
            continue
        if not _descriptor(tree, token):
            yield {token.head}, counting(tree, {token.index})


def _descriptor(tree: Tree, token: Token) -> bool:
    """ "gossip website Gawker": what a name is, told before it; "his wife Anna" needs it for the "his"."""
    owned = tree.child(token.head, "poss") is not None
    return token.dep == "compound" and not owned and descriptive(tree, token, tree.tokens[token.head])


def _comma_between(tree: Tree, one: int, other: int) -> bool:
    return any(t.text == "," for t in tree.tokens[min(one, other) : max(one, other)])


def of_what(tree: Tree) -> Iterator[Pair]:
    """ "wife of the president", "chairman of the board": a noun with its "of"."""
    for token in tree.tokens:
        if token.pos not in {"NOUN", "PROPN", "NUM", "DET", "PRON", "ADJ"}:
            continue
        for child in behind(tree, token.index, "prep"):
            if text(tree, child) == "of" and child == _next_word(tree, token.index):
                inner = [i for i in tree.children[child] if tree.tokens[i].dep in {"pobj", "pcomp"}]
                yield {token.index}, counting(tree, {child, *inner})


def complements_of_nouns(tree: Tree) -> Iterator[Pair]:
    """ "calls for a ban", "a surge in sales", "access to the books": a noun that says nothing without its phrase."""
    asked = table("noun_complements")
    for token in tree.tokens:
        wanted = asked.get(token.lemma, "")
        if token.pos != "NOUN" or not wanted:
            continue
        # "a tax rise", "Blair's advice on Iraq": a noun or name before it tells what it is about.
        if any(tree.tokens[i].dep == "compound" for i in tree.children[token.index]):
            continue
        for child in behind(tree, token.index, "prep"):
            inner = tree.child(child, "pobj", "pcomp")
            if inner is not None and text(tree, child) in wanted.split() and not is_time(tree, child):
                yield {token.index}, counting(tree, {child, inner})
                break


def _next_word(tree: Tree, index: int) -> int:
    following = index + 1
    while following < len(tree.tokens) and tree.tokens[following].dep in {"case", "punct"}:
        following += 1
    return following


def pairs(tree: Tree) -> Iterator[Pair]:
    """ "a small cat or a larger cat", "at their slowest pace": adjectives that tell things apart."""
    for token in tree.tokens:
        if token.dep != "amod":
            continue
        head = tree.tokens[token.head]
        if token.tag in {"JJR", "JJS"} or in_pair(tree, token, head):
            yield {head.index}, {token.index}


def times(tree: Tree) -> Iterator[Pair]:
    """ "before, during and after his term": it was not only after it."""
    last: int | None = None
    for token in tree.tokens:
        if token.text.lower() in _ROUND:
            if last is not None:
                yield {token.index}, {last}
                yield {last}, {token.index}
            last = token.index
        elif token.text not in {",", "and", "or"}:
            last = None


def in_a_row(tree: Tree) -> Iterator[Pair]:
    """ "for a sixth month in a row": in a row of what."""
    for token in tree.tokens:
        place = token.index
        if token.lemma != "row" or (text(tree, place - 2), text(tree, place - 1)) != ("in", "a"):
            continue
        spell = next((i for i in range(place - 3, -1, -1) if tree.tokens[i].pos == "NOUN"), None)
        if spell is not None:
            yield {place}, {spell, place - 1, *tree.offspring(spell, "amod", "nummod")}


_ROUND = frozenset({"before", "during", "after"})


def lists(tree: Tree) -> Iterator[Pair]:
    """ "A teacher, a cook and a driver were killed": nouns that are joined stay joined."""
    for token in tree.tokens:
        if token.dep != "conj" or token.pos not in {"NOUN", "PROPN", "PRON", "NUM"}:
            continue
        head = tree.tokens[token.head]
        if head.pos in {"NOUN", "PROPN", "PRON", "NUM"} and not and_others(tree, token, head):
            joining = [i for i in tree.offspring(head.index, "cc") if head.index < i < token.index]
            yield {head.index}, {token.index, *joining[-1:]}


def noun_complements(tree: Tree) -> Iterator[Pair]:
    """ "reports that he would join", "likely to lose", "short of calling": what a noun or an adjective asks for."""
    for token in tree.tokens:
        if token.pos == "NOUN":
            for child in behind(tree, token.index, "acl", "ccomp"):
                mark = tree.child(child, "mark")
                if mark is not None and text(tree, mark) == "that":
                    yield {token.index}, {child, mark}
        if token.pos in {"ADJ", "ADV"} and token.dep in {"acomp", "advmod", "oprd", "attr"}:
            for child in behind(tree, token.index, "xcomp", "ccomp", "prep"):
                yield {token.index}, counting(tree, {child})


def prefixes(tree: Tree) -> Iterator[Pair]:
    """ "anti-government", "ex-wife": a word torn at its hyphen is another word."""
    listed = entry("qualifying", "prefixes")
    for token in tree.tokens[1:-1]:
        before, after = tree.tokens[token.index - 1], tree.tokens[token.index + 1]
        glued = token.text in {"-", "‑"} and before.end == token.start and token.end == after.start
        if not glued:
            continue
        yield {before.index}, {token.index, after.index}
        yield {after.index}, {token.index, before.index}
        # The parser makes each part of "anti-government group" a modifier of its own.
        if before.text.lower() in listed and after.head > after.index:
            yield {after.head}, {before.index, token.index, after.index}
