"""What a figure counts or measures where a word right beside it says so, told from a parsed sentence."""

from summarise.figures.lexicon import lexicon, words
from summarise.figures.parsed.tree import Tree, syntax_words
from summarise.model import Figure

_ARTICLES = frozenset({"the", "its", "their", "his", "her", "all", "each", "our", "a", "an", "that", "every"})
_BETWEEN_AGE = frozenset(
    {"between", ",", "from", "about", "around", "over", "under", "nearly", "just", "and", "or"}
)
_LENGTHS = ("metre", "kilometre", "mile", "foot", "yard", "centimetre", "inch", "millimetre")
_PURPOSES = frozenset({"for", "to", "towards"})
_RUN = 7  # tokens that a noun phrase without its "of" has at most


def is_thing(tree: Tree, index: int, *, pronoun: bool = False) -> bool:
    """Whether a token can be what is counted: a noun, one of the dead or hurt, "them" if `pronoun`."""
    token = tree.tokens[index]
    low = token.text.lower()
    if (pronoun and low == "them") or low in words("casualty_nouns"):
        return True
    if not tree.is_noun(index) or not token.text[:2].isalpha() or len(low) == 1:
        return False
    return not (
        token.lemma in syntax_words("nouns", "times")
        or low in syntax_words("nouns", "never")
        or low in lexicon().scales
    )


def is_distance(tree: Tree, figure: Figure, last: int) -> bool:
    """ "within 5 kilometres of the town", "5 miles north of it": how far, and of nothing.

    `last` is the last token of the figure.
    """
    before = [
        token.text.lower() for token in tree.tokens[max(0, last - 7) : last] if token.end <= figure.start
    ]
    if "within" in before[-3:]:
        return figure.kind in ("measure", "duration")
    if figure.unit not in _LENGTHS:
        return False
    if "of" in before[-3:]:
        return False
    behind = [token.text.lower() for token in tree.tokens[last + 1 : last + 4]]
    if behind[:2] == ["to", "the"]:
        behind = behind[2:]
    return (behind[:1] != [] and behind[0] in syntax_words("words", "directions")) or "from" in before[-2:]


def beside(tree: Tree, figure: Figure, top: int, inside: frozenset[int]) -> int | None:
    """The noun that a word right beside the figure ties to it, None if there is none.

    Args:
        tree: the sentence.
        figure: the figure.
        top: its uppermost token.
        inside: all its tokens.
    """
    last = max(inside)
    if figure.kind == "age":
        return _aged(tree, min(inside))
    if figure.kind == "rank":
        return _noun_run(tree, last + 1)
    if figure.kind == "score":
        return (
            _noun_run(tree, last + 1)
            if last + 1 < len(tree.tokens) and tree.tokens[last + 1].pos == "NOUN"
            else None
        )
    if figure.kind == "ratio":
        return _share_of(tree, top, last) or _of(tree, last)
    found = _of(tree, last)
    if found is not None or last + 2 >= len(tree.tokens):
        return found
    custody = tree.tokens[last + 2].lemma in syntax_words("nouns", "custody")
    return last + 2 if figure.kind == "duration" and tree.tokens[last + 1].text == "in" and custody else None


def in_kind(tree: Tree, last: int) -> int | None:
    """ "£3 million in unpaid taxes": what the money, whose last token is `last`, consists of."""
    if last + 2 >= len(tree.tokens) or tree.tokens[last + 1].text != "in":
        return None
    inner = tree.child(last + 1, "pobj")
    if (
        inner is None
        or tree.tokens[inner].pos != "NOUN"
        or tree.tokens[last + 2].pos not in ("NOUN", "ADJ", "NUM")
    ):
        return None
    return (
        None
        if tree.tokens[inner].lemma in syntax_words("nouns", "places") or not is_thing(tree, inner)
        else inner
    )


def purpose(tree: Tree, verb: int, at: int, last: int) -> int | None:
    """ "spend £5 on roads", "£1,000 to every household", "£13.50 for shop staff": whom or what it is for.

    Args:
        tree: the sentence.
        verb: the verb of the figure.
        at: the token of the figure that hangs on it.
        last: the figure's last token.
    """
    tokens = tree.tokens
    spent = tokens[verb].lemma in syntax_words("verbs", "spending")
    other = syntax_words("verbs", "trading") | syntax_words("verbs", "blaming")
    for prep in sorted({*tree.children[verb], *tree.children[at]}):
        text = tokens[prep].text.lower()
        near = prep == last + 1 and text == "for" and tokens[verb].lemma not in other
        wanted = near or (spent and prep > last and (text == "on" or text in _PURPOSES))
        inner = tree.child(prep, "pobj") if wanted else None
        if (
            inner is None
            or not is_thing(tree, inner)
            or tokens[inner].lemma in syntax_words("nouns", "times")
        ):
            continue
        if tokens[inner].tag == "VBG" or tokens[inner].text.endswith("ing"):
            continue
        below = tree.children[inner]
        rate = not spent and any(tokens[c].lemma in ("each", "every") for c in below)  # "£5 for each unit"
        if not rate and not any(tokens[c].pos == "NUM" for c in below):
            return inner
    return None


def _of(tree: Tree, last: int) -> int | None:
    """The object of an "of" right behind."""
    if last + 1 >= len(tree.tokens) or tree.tokens[last + 1].text != "of":
        return None
    inner = tree.child(last + 1, "pobj")
    if inner is None:
        return None
    # "four of them children"
    if (
        tree.tokens[inner].text == "them"
        and inner + 1 < len(tree.tokens)
        and tree.tokens[inner + 1].tag == "NNS"
    ):
        return inner + 1
    return inner if is_thing(tree, inner, pronoun=True) else None


def _share_of(tree: Tree, top: int, last: int) -> int | None:
    """ "half the market", "a third the size", "11 times the average wage"."""
    at = last + 1
    if at < len(tree.tokens) and tree.tokens[at].text.lower() == "times":
        at += 1
    if at < len(tree.tokens) and (tree.tokens[at].text.lower() in _ARTICLES or _owned(tree, at)):
        return _noun_run(tree, at + 1)
    head = tree.heads[top]
    return head if tree.tokens[top].dep == "predet" and head > top and is_thing(tree, head) else None


def _owned(tree: Tree, at: int) -> bool:
    return tree.tokens[at].pos == "PROPN" and any(
        token.tag == "POS" for token in tree.tokens[at + 1 : at + 4]
    )


def _noun_run(tree: Tree, at: int) -> int | None:
    """The last noun of the words from `at` on: "average | yearly | salary"."""
    found = None
    for index in range(at, min(at + _RUN, len(tree.tokens))):
        token = tree.tokens[index]
        if tree.is_noun(index):
            found = index
        elif (found is not None and token.tag != "POS") or (
            token.pos not in ("ADJ", "NUM", "PART")
            and token.text != "-"
            and token.tag not in ("VBN", "VBG", "POS")
        ):
            break
        else:
            found = None
    return found if found is not None and is_thing(tree, found) else None


def _aged(tree: Tree, first: int) -> int | None:
    """ "two nurses, aged 29", "men ages 19 to 46": the noun before the word of age."""
    at = first - 1
    while (at > 0 and tree.tokens[at].text.lower() in _BETWEEN_AGE) or (
        at > 0 and tree.tokens[at].pos == "NUM"
    ):
        at -= 1
    if at <= 0 or tree.tokens[at].text.lower() not in ("aged", "ages", "age"):
        return None
    if tree.tokens[at].text.lower() == "aged":
        # "died of a stroke aged 70"
        died = next((head for head in tree.up(at) if tree.tokens[head].lemma == "die"), None)
        if died is not None:
            return next(
                (c for c in tree.children[died] if tree.tokens[c].dep == "nsubj" and is_thing(tree, c)), None
            )
    at -= 1 + (tree.tokens[at - 1].text == ",")
    return at if at >= 0 and is_thing(tree, at) else None
