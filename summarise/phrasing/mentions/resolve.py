"""One reading of a story from left to right: what every definite noun and pronoun of it stands for.

The method is the sieve of Raghunathan et al. (2010) with an open end. The surest evidence comes first: names and
their parts, initials, titles and appositions (`chains`, `evidence`), then nouns that a name was called by, then nouns
that fit only one (`definites`), pronouns last (`pronouns`), with the agreement in number and sex, the nearness and the
roles of Lappin & Leass (1994) and the binding of Hobbs (1978) as filters. They do not weigh candidates, they strike
them out. Where more than one is left, the story may still have a centre (Grosz, Joshi & Weinstein 1995) that it goes
on with: a person (`centre`), somebody just described (`described`), a firm (`firms`), a thing (`matters`), people
(`several`). Where it has none, the mention stays open.

Of 7,084 subjects in the first five sentences that are a pronoun or such a noun, about 29 % are resolved: 53 %
of "he" and "she", 24 % of the nouns (a quarter of which are "the government" or its like, named nowhere), 8 % of "it"
(half of which mean nothing or a whole clause), 9 % of "they". What only a centre tells was read by hand in articles
that had not been looked at before: 408 of 419 were right for "he" and "she", 71 of 73 for "they", 47 of 51 for nouns.
For "it" 27 of 34 were; only what somebody does is resolved since, where none of the seven errors was. What needs no
centre had been read before: 324 of 332.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from ...model import Span
from ..tree import Tree
from .definites import definite
from .name import Name, Phrase
from .phrases import is_main, phrases, role_of, speaks
from .pronouns import PRONOUNS, antecedent, sex_of


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention with the phrase it stands for; `first` is the fullest place of what is meant."""

    sentence: int
    head: int
    start: int
    name: Name | None
    first: Span
    many: bool


def resolve(
    trees: Mapping[int, Tree],
    names: Sequence[Name],
    spoken: Set[int] = frozenset(),
    headings: Set[int] = frozenset(),
) -> tuple[Resolved, ...]:
    """Every mention in the parsed sentences that can mean only one.

    A sentence that was not parsed is a gap, over which nothing is resolved.

    Args:
        trees: the parsed sentences by index.
        names: the article's names.
        spoken: sentences that begin inside direct speech; nothing in them is resolved.
        headings: lines that interrupt nothing, parsed or not.
    """
    known = {*trees, *headings}
    misleading = _misleading(names)
    story: list[Phrase] = []
    found: list[Resolved] = []
    for index in sorted(trees):
        tree = trees[index]
        for item in _items(tree, names):
            phrase = item if isinstance(item, Phrase) else None
            at = item.head if isinstance(item, Phrase) else item
            meant = None
            if index in spoken:
                pass
            elif phrase is None:
                meant = antecedent(tree, at, story)
            elif phrase.name is None:
                meant = definite(tree, at, story)
            first = _fullest(story, meant) if meant is not None and meant.who not in misleading else None
            if meant is not None and first is not None and not _gap(meant, index, known):
                token = tree.tokens[at]
                if phrase is None or not first.words or not set(first.words) <= set(phrase.words):
                    # "The man" for "a man" would say nothing new.
                    found.append(
                        Resolved(
                            index,
                            at,
                            token.start,
                            meant.name,
                            meant.name.span if meant.name else first.span,
                            meant.number == "many",
                        )
                    )
                story.append(_again(meant, phrase, tree, at))
            elif phrase is not None:
                story.append(phrase)
            else:
                story.append(_open(tree, at))
    return tuple(found)


def _items(tree: Tree, names: Sequence[Name]) -> list[Phrase | int]:
    items: list[tuple[int, int, Phrase | int]] = [(p.head, n, p) for n, p in enumerate(phrases(tree, names))]
    items += [
        (t.index, -1, t.index) for t in tree.tokens if t.text.lower() in PRONOUNS and t.tag.startswith("PRP")
    ]
    return [item for _, _, item in sorted(items, key=lambda i: i[:2])]


def _misleading(names: Sequence[Name]) -> frozenset[int]:
    """Names that would mislead: "Marsh" for the elder Marsh beside Luke Marsh, "Cent" for 50 Cent."""
    last = {n.text.rsplit(" ", 1)[1] for n in names if " " in n.text}
    return frozenset(n.span.start for n in names if n.text in last or not n.whole)


def _fullest(story: Sequence[Phrase], meant: Phrase) -> Phrase | None:
    """The first phrase of what is meant, None if that was a mention itself that nobody could resolve."""
    first = next(p for p in story if p.who == meant.who)
    if (
        first.noun in PRONOUNS
        or (first.name is None and first.noun in _PARTS)
        or (first.definite and len(first.words) < 2)
        or first.words[:1] in _OWNED
    ):
        # "The winner", "his party" say no more of who is meant than "he" does.
        return None
    return first


# Of whom, stands behind them.
_PARTS = frozenset("member part number lot bunch majority minority handful dozen pair rest half".split())
_OWNED = tuple((word,) for word in ("his", "her", "its", "their", "my", "our", "your", "whose"))


def _gap(meant: Phrase, index: int, known: Set[int]) -> bool:
    """Whether a sentence nobody has parsed stands between a mention and what it means."""
    return any(i not in known for i in range(meant.sentence, index))


def _again(meant: Phrase, phrase: Phrase | None, tree: Tree, at: int) -> Phrase:
    """The mention as a phrase of the story that means the same."""
    token = tree.tokens[at]
    thing = token.text.lower() in {"it", "its"} and meant.sort == "unknown"
    person = meant.sort == "unknown" and (
        sex_of(token.text) is not None or (phrase is not None and phrase.sort == "person")
    )
    return replace(
        meant,
        sentence=tree.sentence.index,
        head=at,
        span=Span(token.start, token.end),
        sort="organisation" if thing else "person" if person else meant.sort,
        sex=meant.sex or sex_of(token.text) or (phrase.sex if phrase else None),
        role=role_of(tree, token),
        noun=phrase.noun if phrase is not None else meant.noun,
        quoted=at in tree.quoted,
        main=is_main(tree, token),
        speaks=speaks(tree, token),
        words=(),
        definite=True,
    )


def _open(tree: Tree, at: int) -> Phrase:
    """A pronoun nobody could resolve: somebody is meant, and may be meant again."""
    token = tree.tokens[at]
    low = token.text.lower()
    return Phrase(
        sentence=tree.sentence.index,
        head=at,
        span=Span(token.start, token.end),
        who=token.start,
        name=None,
        sort="person" if sex_of(low) else "unknown",
        number="many" if low in {"they", "them", "their"} else "one",
        sex=sex_of(low),
        role=role_of(tree, token),
        noun=low,
        quoted=at in tree.quoted,
        main=is_main(tree, token),
        speaks=speaks(tree, token),
        words=(low,),
        definite=True,
    )
