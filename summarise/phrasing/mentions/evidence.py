"""What a name is: person, organisation or place, and he or she; with the reasons."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from ...model import Span, Token
from ...resources import word_list
from ..tree import Tree
from .chains import Chain
from .name import Name, NameMention, Sort
from .registers import (
    Sex,
    first_names,
    organisation_nouns,
    organisation_words,
    person_nouns,
    places,
    sex_of_name,
    sex_of_title,
    titles,
)
from .runs import Run, particles
from .short import short_form

_ARTICLES = frozenset({"the", "a", "an"})
_WHERE = frozenset({"in", "at", "near", "across", "outside", "throughout"})
_NO_SURNAMES = word_list("en/name_tails.txt")
_NO_FIRST_NAMES = word_list("en/name_heads.txt")


def named(chain: Chain, trees: Mapping[int, Tree], siblings: Sequence[Chain], text: str) -> Name:
    """A chain as a Name; `text` is the article's."""
    called = [tuple(_called(run, trees.get(run.sentence))) for run in chain.runs]
    beside = [tuple(_beside(run, trees.get(run.sentence))) for run in chain.runs]
    nouns = frozenset(noun for row in called for noun in row)
    votes = list(_votes(chain, nouns, trees, text))
    sort = _winner(votes)
    full = chain.full.words
    return Name(
        text=text[full[0].start : full[-1].end],
        span=Span(full[0].start, full[-1].end),
        short=short_form(chain, sort, siblings),
        sort=sort,
        sex=_sex(chain, nouns) if sort in {"person", "unknown"} else None,
        mentions=tuple(_mention(run) for run in chain.runs),
        nouns=nouns,
        beside=frozenset(word for row in beside for word in row),
        evidence=tuple(dict.fromkeys(reason for vote, _, reason in votes if vote == sort)),
        whole=_whole(chain, sort),
        bare=not (chain.runs[0].title or called[0] or beside[0]),
        personal=sort == "person" or (sort == "unknown" and _may_be_person(chain, trees)),
    )


def _whole(chain: Chain, sort: Sort) -> bool:
    """Whether neither a number nor an 's belongs to a name: "50 Cent", "McDonald's", which is never without."""
    always_owner = sort != "person" and len(chain.runs) > 1 and all(run.words[-1].owner for run in chain.runs)
    return 2 * sum(run.whole for run in chain.runs) > len(chain.runs) and not always_owner


def _mention(run: Run) -> NameMention:
    start = run.words[0].start
    return NameMention(start, run.words[-1].end, run.title[0].start if run.title else start, run.sentence)


def head_of(tree: Tree, start: int, end: int) -> int | None:
    """The token that governs the words from `start` to `end`."""
    first = bisect_left(tree.tokens, start, key=_start)
    last = first
    while last < len(tree.tokens) and tree.tokens[last].end <= end:
        last += 1
    # A run of tokens: what lies outside it is before or behind.
    outer = (
        i
        for i in range(last - 1, first - 1, -1)
        if not first <= tree.tokens[i].head < last or _roots(tree, i)
    )
    return next(outer, None)


def _start(token: Token) -> int:
    return token.start


def _roots(tree: Tree, index: int) -> bool:
    return tree.tokens[index].head == index


def _called(run: Run, tree: Tree | None) -> Iterator[str]:
    """Nouns that the story puts beside a name: before it, in apposition, behind "is"."""
    yield from (low for word in run.title if (low := word.text.lower().rstrip(".")) in titles())
    yield from _own_nouns(run)
    head = head_of(tree, run.words[0].start, run.words[-1].end) if tree is not None else None
    if tree is None or head is None:
        if run.before in person_nouns() or run.before in organisation_nouns():
            yield run.before
        return
    tokens = tree.tokens
    for child in tree.children[head]:
        token = tokens[child]
        if token.tag == "NN" and token.dep in {"compound", "nmod"} and token.end <= run.words[0].start:
            yield token.lemma.lower()
        if token.dep == "appos" and token.tag in {"NN", "NNP"} and not tree.child(child, "cc"):
            yield from _head_words(tree, child)
    # "the airline, Northair," and "Actor Gerard Jugnot" with the noun as the head.
    governor = tokens[tokens[head].head]
    if tokens[head].dep == "appos" and governor.tag == "NN":
        yield from _head_words(tree, governor.index)
    if tokens[head].dep in {"nsubj"} and governor.lemma == "be" and not tree.child(governor.index, "neg"):
        complement = tree.child(governor.index, "attr")
        if complement is not None and tokens[complement].tag == "NN":
            yield from _head_words(tree, complement)
    if run.before in person_nouns() or run.before in organisation_nouns():
        yield run.before


def _beside(run: Run, tree: Tree | None) -> Iterator[str]:
    """The capitalised words beside a name that are none of it: "Tory" of "Tory leader Michael Marsh"."""
    for word in run.title:
        if word.text.lower() not in titles():
            yield word.text
    head = head_of(tree, run.words[0].start, run.words[-1].end) if tree is not None else None
    if tree is None or head is None:
        return
    for child in tree.children[head]:
        token = tree.tokens[child]
        if token.dep == "appos" or (token.dep in {"compound", "nmod", "poss", "amod"} and child < head):
            for index in tree.subtree(child):
                other = tree.tokens[index]
                outside = other.end <= run.words[0].start or other.start >= run.words[-1].end
                if outside and other.text[0].isupper() and other.text.lower() not in titles():
                    yield other.text


def _head_words(tree: Tree, head: int) -> Iterator[str]:
    """The lemma of a head, and "carmaker" for "car maker"."""
    lemma = tree.tokens[head].lemma.lower()
    yield lemma
    before = tree.child(head, "compound")
    if before is not None:
        yield tree.tokens[before].lemma.lower() + lemma


def _own_nouns(run: Run) -> Iterator[str]:
    """ "Northern Airlines" is an airline by its own words."""
    for word in run.words:
        noun = organisation_words().get(word.text.lower(), "")
        if noun and (word is run.words[-1] or word is run.words[0]):
            yield noun


Vote = tuple[Sort, int, str]


def _votes(chain: Chain, nouns: frozenset[str], trees: Mapping[int, Tree], text: str) -> Iterator[Vote]:
    full = chain.full
    last = full.words[-1].text.lower()
    if any(run.title for run in chain.runs):
        yield "person", 5, "a title before it"
    for noun in sorted(nouns):
        if noun in person_nouns() and noun not in organisation_nouns():
            yield "person", 4, f"called {noun}"
        elif noun in organisation_nouns():
            # "A music industry giant", "the producer" may be somebody.
            yield (
                "organisation",
                1 if noun in person_nouns() else 2 if noun == "giant" else 3,
                f"called {noun}",
            )
    if last in organisation_words() and len(full.words) > 1:
        yield "organisation", 5, f"ends in {full.words[-1].text}"
    elif len(full.words) > 1 and full.words[0].text.lower() in organisation_words():
        yield "organisation", 4, f"begins with {full.words[0].text}"
    if chain.initials is not None or any(w.text == "&" for w in full.words):
        yield "organisation", 4, "known by its initials"
    if 1 < len(full.words) < 5 and last not in _NO_SURNAMES:
        if full.words[0].text in first_names():
            yield "person", 4, "a first name"
        elif any(w.text in particles() for w in full.words[1:-1]):
            yield "person", 2, "a particle in the middle"
        elif len(full.words[1].text.rstrip(".")) == 1 and len(full.words) > 2:
            yield "person", 2, "an initial in the middle"
        elif full.words[0].text.lower() not in _NO_FIRST_NAMES and chain.full.before not in {"the", *_WHERE}:
            yield "person", 1, "two words like a name's"
    if full.text in places():
        yield "place", 5, "a place we know"
    held = sum(run.before == "in" and _owned(run, text) for run in chain.runs)
    if held and full.text not in places():
        yield "organisation", 3, "somebody's shares in it"
    where = sum(run.before in _WHERE for run in chain.runs) - held
    if where:
        yield "place", (2 if len(full.words) == 1 else 1) * where, "behind a word for where"
    if any(run.before == "the" for run in chain.runs) and full.text not in places():
        yield "organisation", 1, "with an article"
    yield from _deeds(chain, trees)


def _owned(run: Run, text: str) -> bool:
    """ "Shares in Petrovia", "a stake in Northair": no place."""
    first = (run.title or run.words)[0].start
    before = text[max(0, first - 30) : first].lower().split()
    return len(before) > 1 and before[-1] == "in" and before[-2] in _OWNED


_OWNED = frozenset(
    "share shares stake stakes stock stocks interest holding holdings investor investors shareholder shareholders"
    " investment investments invest invested confidence".split()
)


def _deeds(chain: Chain, trees: Mapping[int, Tree]) -> Iterator[Vote]:
    """What stands right behind a name: an age, "who", its shares."""
    for run in chain.runs:
        tree = trees.get(run.sentence)
        if tree is None:
            continue
        end = run.words[-1].end
        after = next((t.index for t in tree.tokens if t.start >= end), None)
        if after is None or after + 1 >= len(tree.tokens):
            continue
        one, other = tree.tokens[after], tree.tokens[after + 1]
        if one.text == "," and other.text.isdigit() and len(other.text) == 2:
            yield "person", 3, "an age behind it"
        who = (other.text.lower() == "who" and one.text == ",") or one.text.lower() == "who"
        if who and not _plural(run, tree):
            yield "person", 3, "'who' behind it"
        if one.text in {"'s", "’s"} and other.lemma in {
            "share",
            "profit",
            "chairman",
            "shareholder",
            "subsidiary",
        }:
            yield "organisation", 2, f"its {other.text}"


def _may_be_person(chain: Chain, trees: Mapping[int, Tree]) -> bool:
    """Whether nothing speaks against a person: no article, no capitals throughout, no word of institutions."""
    words = chain.full.words
    last = words[-1].text.lower()
    if len(words) > 4 or last in organisation_words() or (len(words) > 1 and last in _NO_SURNAMES):
        return False
    if len(words) == 1 and words[0].text in first_names():
        return True
    if words[0].text.lower() in _NO_FIRST_NAMES or any(_acronym(w.text) for w in words):
        return False
    if any(c.isdigit() for w in words for c in w.text) or any(r.before in _ARTICLES for r in chain.runs):
        return False
    return not any(_plural(run, trees.get(run.sentence)) for run in chain.runs)


def _acronym(word: str) -> bool:
    """ "CNN", "CDs"; not "JK", which may be somebody's initials."""
    return len(word) > 2 and word[:2].isalpha() and word[:2].isupper() and "-" not in word


def _plural(run: Run, tree: Tree | None) -> bool:
    """Whether the parser takes a name for a plural: "Conservatives"."""
    if tree is None:
        return False
    return any(t.tag == "NNPS" and t.end == run.words[-1].end for t in tree.tokens)


def _winner(votes: Sequence[Vote]) -> Sort:
    weight: dict[Sort, int] = {}
    for sort, points, _ in votes:
        weight[sort] = weight.get(sort, 0) + points
    best = sorted(weight.items(), key=lambda item: (-item[1], item[0]))
    if not best or best[0][1] < 2 or (len(best) > 1 and best[0][1] - best[1][1] < 2):
        return "unknown"
    return best[0][0]


def _sex(chain: Chain, nouns: frozenset[str]) -> Sex | None:
    told = {sex for run in chain.runs for w in run.title if (sex := sex_of_title(w.text))}
    if not told:
        told = {sex for noun in nouns if noun in person_nouns() and (sex := sex_of_title(noun))}
    if not told:
        told = {sex for sex in [sex_of_name(chain.full.words[0].text)] if sex}
    return told.pop() if len(told) == 1 else None
