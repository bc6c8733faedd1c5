"""The noun phrases of a parsed sentence, with what a later mention has to agree with."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set

from ...model import Span, Token
from ...resources import word_list
from ..tree import Tree, is_time
from .evidence import head_of
from .name import Name, Number, Phrase, Role, Sort
from .registers import organisation_nouns, person_nouns, sex_of_title

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "dative", "agent"})
_PARTS = frozenset({"compound", "poss", "nmod", "amod", "npadvmod", "nummod"})
_BEFORE = frozenset({"amod", "compound", "nmod", "nummod", "poss", "quantmod", "advmod"})
# What stands for the noun of coordinated phrases, of two and of more.
PAIR, ROW = "(pair)", "(row)"
_NO_THINGS = frozenset("% percent cent something anything nothing everything lot bit way time".split())


def phrases(tree: Tree, names: Sequence[Name]) -> Iterator[Phrase]:
    """The phrases of a sentence in the order of their heads; pronouns are not among them."""
    heads = _name_heads(tree, names)
    begun = {span.start for _, span in heads.values()}
    inside = {i for head, (_, span) in heads.items() for i in _within(tree, span) if i != head}
    for token in tree.tokens:
        if token.index in inside:
            continue
        if token.index in heads:
            yield _of_name(tree, token, *heads[token.index])
        elif _new_noun(tree, token, begun):
            yield _of_noun(tree, token)
        else:
            continue
        row = _coordinated(tree, token.index)
        if row:
            yield _of_row(tree, token, row, heads)


def _of_name(tree: Tree, token: Token, name: Name, span: Span) -> Phrase:
    return Phrase(
        sentence=tree.sentence.index,
        head=token.index,
        span=span,
        who=name.span.start,
        name=name,
        sort=name.sort,
        number=_number_of_name(tree, token, name),
        sex=name.sex,
        role=role_of(tree, token),
        noun=token.lemma.lower(),
        quoted=token.index in tree.quoted,
        main=is_main(tree, token),
        speaks=speaks(tree, token),
    )


def _of_noun(tree: Tree, token: Token) -> Phrase:
    noun, span = word_at(tree, token.index), core(tree, token.index)
    person = is_person(tree, token.index)
    sort: Sort = "person" if person else "organisation" if noun in organisation_nouns() else "unknown"
    return Phrase(
        sentence=tree.sentence.index,
        head=token.index,
        span=span,
        who=token.start,
        name=None,
        sort=sort,
        number=_number(token),
        sex=sex_of_title(token.text) if person else None,
        role=role_of(tree, token),
        noun=noun,
        quoted=token.index in tree.quoted,
        main=is_main(tree, token),
        speaks=speaks(tree, token),
        words=tuple(tree.tokens[i].text.lower() for i in _within(tree, span)),
        definite=_is_definite(tree, token),
        introduced=_introduced(tree, token),
    )


def _of_row(tree: Tree, token: Token, row: Sequence[int], heads: Mapping[int, tuple[Name, Span]]) -> Phrase:
    beside = tree.child(row[-1], "appos")
    # "Vane and fellow sprinter Ada Holm"
    named = beside is not None and tree.tokens[beside].pos == "PROPN" and not tree.comma_before(beside)
    last = beside if beside is not None and named else row[-1]
    span = Span(core(tree, row[0]).start, tree.tokens[last].end)
    return Phrase(
        sentence=tree.sentence.index,
        head=token.index,
        span=span,
        # No other phrase has a place before the text.
        who=-span.start - 1,
        name=None,
        sort="person" if all(_person_at(tree, i, heads) for i in row) else "unknown",
        number="many",
        sex=None,
        role=role_of(tree, token),
        noun=PAIR if len(row) == 2 else ROW,
        quoted=token.index in tree.quoted,
        main=is_main(tree, token),
        speaks=speaks(tree, token),
        words=tuple(tree.tokens[i].text.lower() for i in _within(tree, span)),
    )


def _new_noun(tree: Tree, token: Token, begun: Set[int]) -> bool:
    """Whether a token heads a noun phrase for somebody or something that no name before or behind it is."""
    if not _nominal(tree, token) or token.dep in _PARTS - {"poss"} or _same_as_governor(tree, token):
        return False
    noun = word_at(tree, token.index)
    if noun in _NO_THINGS or is_time(tree, token.index) or _measure(tree, token):
        return False
    # "The oil company Petrovia": whatever the parser makes of it, nobody new.
    beside = token.end + 1 in begun
    return not (beside and (noun in organisation_nouns() or is_person(tree, token.index)))


def _is_definite(tree: Tree, token: Token) -> bool:
    if tree.child(token.index, "poss") is not None:
        return True
    determiner = tree.child(token.index, "det")
    return determiner is not None and tree.tokens[determiner].text.lower() not in {
        "a",
        "an",
        "another",
        "some",
    }


def _introduced(tree: Tree, token: Token) -> bool:
    determiner = tree.child(token.index, "det")
    return determiner is not None and tree.tokens[determiner].text.lower() in {"a", "an"}


def _name_heads(tree: Tree, names: Sequence[Name]) -> Mapping[int, tuple[Name, Span]]:
    found: dict[int, tuple[Name, Span]] = {}
    for name in names:
        for mention in name.mentions:
            if mention.sentence == tree.sentence.index:
                head = head_of(tree, mention.start, mention.end)
                if head is not None:
                    found[head] = name, Span(mention.start, mention.end)
    return found


def _within(tree: Tree, span: Span) -> Iterator[int]:
    at = bisect_left(tree.tokens, span.start, key=lambda token: token.start)
    while at < len(tree.tokens) and tree.tokens[at].end <= span.end:
        yield at
        at += 1


def _nominal(tree: Tree, token: Token) -> bool:
    aged = token.text == "old" and token.dep in _SUBJECTS | _OBJECTS | {"pobj", "poss"}
    return token.tag in {"NN", "NNS", "NNP", "NNPS"} or (aged and is_aged(tree, token.index))


def word_at(tree: Tree, index: int) -> str:
    """The whole word that ends with a token, in small letters: "34-year-old", of which the parser makes five."""
    first = index
    while first > 0 and tree.tokens[first - 1].end == tree.tokens[first].start and _hyphened(tree, first):
        first -= 1
    if first == index:
        return tree.tokens[index].lemma.lower()
    start = tree.sentence.start
    return tree.sentence.text[tree.tokens[first].start - start : tree.tokens[index].end - start].lower()


def _hyphened(tree: Tree, index: int) -> bool:
    return "-" in {tree.tokens[index].text, tree.tokens[index - 1].text}


def is_aged(tree: Tree, index: int) -> bool:
    """Whether a token heads "the 34-year-old"."""
    return word_at(tree, index).endswith("-year-old")


def is_person(tree: Tree, index: int) -> bool:
    """Whether a common noun is one for persons."""
    low = word_at(tree, index)
    token = tree.tokens[index]
    if low in word_list("en/mentions/not_persons.txt"):
        return False
    return (
        low in person_nouns()
        or token.text.lower() in person_nouns()
        or is_aged(tree, index)
        or low.startswith("ex-")
        # "A 55-year-old male", but "female MPs" tells nothing of a name.
        or low in {"male", "female"}
    )


def doer(noun: str) -> bool:
    """Whether a noun has the ending of somebody who does something and is no known thing."""
    return (
        len(noun) > 4
        and noun.endswith(("er", "or", "ist", "ian", "ant", "man"))
        and noun not in word_list("en/not_agents.txt")
    )


def _same_as_governor(tree: Tree, token: Token) -> bool:
    """ "X, an airline", "X is an airline": nobody new."""
    governor = tree.tokens[token.head]
    return token.dep == "appos" or (token.dep == "attr" and governor.lemma in {"be", "become", "remain"})


def _measure(tree: Tree, token: Token) -> bool:
    return any(f.start <= token.start < f.end and f.kind != "count" for f in tree.figures)


def _number(token: Token) -> Number:
    if token.tag in {"NNS", "NNPS"}:
        return "many"
    return "either" if token.lemma.lower() in word_list("en/collectives.txt") else "one"


def role_of(tree: Tree, token: Token) -> Role:
    """What a noun or pronoun is to its verb."""
    if token.dep in _PARTS:
        return "owner" if token.dep == "poss" else "part"
    if token.dep in _SUBJECTS:
        return "subject"
    if token.dep in {"conj", "appos"} and tree.tokens[token.head].pos in {"NOUN", "PROPN"}:
        return role_of(tree, tree.tokens[token.head])
    return "object" if token.dep in _OBJECTS else "other"


def is_main(tree: Tree, token: Token) -> bool:
    """Whether a noun or pronoun is the subject of its sentence's main clause."""
    verb = tree.tokens[token.head]
    # "X died, her manager said" tells of X as well.
    told = verb.dep == "ccomp" and verb.head == tree.root and verb.index < tree.root
    return token.dep in _SUBJECTS and (token.head == tree.root or told)


def speaks(tree: Tree, token: Token) -> bool:
    """Whether a noun or pronoun is who the sentence says something by: "Holm said that ..."."""
    verb = tree.tokens[token.head]
    return (
        token.dep == "nsubj" and token.head == tree.root and verb.lemma in word_list("en/reporting_verbs.txt")
    )


def _number_of_name(tree: Tree, token: Token, name: Name) -> Number:
    """ "Lund Rovers have sold ...": the verb may say that a name is more than one."""
    if name.sort != "person" and token.dep == "nsubj" and tree.child(token.index, "cc", "conj") is None:
        verb = tree.tokens[token.head]
        first = tree.child(verb.index, "aux")
        if (verb if first is None else tree.tokens[first]).text.lower() in {
            "have",
            "are",
            "were",
            "'re",
            "do",
        }:
            return "many"
    return "one" if name.personal and token.tag != "NNPS" else "either"


def core(tree: Tree, head: int) -> Span:
    """From the first modifier before a head to the head; its article stays outside."""
    before = [i for i in tree.children[head] if i < head and tree.tokens[i].dep in _BEFORE]
    starts = [
        tree.tokens[min(tree.subtree(i))].start
        for i in before
        if tree.tokens[i].text.lower() not in _ARTICLES
    ]
    return Span(min([tree.tokens[head].start, *starts]), tree.tokens[head].end)


_ARTICLES = frozenset({"the", "a", "an", "this", "that"})


def _coordinated(tree: Tree, head: int) -> list[int]:
    """The heads of "Smith and Jones", [] if nothing is joined or by another word."""
    row, at = [head], head
    if tree.tokens[head].dep == "conj":
        return []
    joined = False
    while True:
        joined = joined or any(tree.tokens[i].text.lower() == "and" for i in tree.offspring(at, "cc"))
        following = tree.child(at, "conj")
        if following is None or tree.tokens[following].pos not in {"NOUN", "PROPN"}:
            return row if joined and len(row) > 1 else []
        row.append(following)
        at = following


def _person_at(tree: Tree, head: int, heads: Mapping[int, tuple[Name, Span]]) -> bool:
    named = heads.get(head)
    if named is None:
        return is_person(tree, head)
    return named[0].sort == "person" or (named[0].personal and " " in named[0].text)
