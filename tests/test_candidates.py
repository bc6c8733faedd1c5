"""What headlines are made of an article's sentences before one is chosen."""

from functools import cache

import pytest

from summarise.figures import find_figures
from summarise.language.segment import segment
from summarise.language.syntax import parse
from summarise.phrasing.candidates import candidates
from summarise.phrasing.content import story
from summarise.phrasing.gates import refused
from summarise.phrasing.mentions import read as read_mentions
from summarise.phrasing.readings import readings
from summarise.phrasing.templates import load
from summarise.reading import from_text

ROOM = 110


@cache
def made(text: str) -> frozenset[str]:
    """Every line of the general templates that no gate refuses."""
    sentences = segment(from_text(text))
    figures = find_figures(text, sentences)
    parsed = parse([sentences])[0]
    order = [s.index for s in sentences]
    told = story(sentences, order, {index: 1.0 / (1 + index) for index in order}, figures)
    mentions = read_mentions(parsed, sentences, figures)
    return frozenset(
        line.text
        for sentence in readings(parsed, figures, told)
        for line in candidates(sentence, mentions, load(), {}, ROOM)
        if len(line.text) <= ROOM and not refused(line)
    )


LINES = [
    # who is known by a surname later may be called so, and nobody is "Mr" in a headline
    ("Anna Berg has sold the mill. Ms Berg bought it in May.", "Berg sells mill"),
    ("Anna Berg has sold the mill. Ms Berg bought it in May.", "Anna Berg sells mill"),
    ("Mr Olaf Berg has sold the mill. Mr Berg bought it in May.", "Berg sells mill"),
    # whoever a pronoun behind the verb means
    ("Tom Hale, 40, robbed a bank. Police arrested him on a train.", "Police arrest Tom Hale on train"),
    # an adjective does without its "is" where more follows
    ("The ferry is likely to sink.", "Ferry likely to sink"),
    ("The old painter is dead at 84.", "Old painter dead at 84"),
    # a sentence of its own behind a colon
    (
        "Another blow for the valley: The mill in Halden has closed its doors.",
        "Mill in Halden closes its doors",
    ),
    # nobody but the article vouches for it
    ("The fair will move to Leeds, it has been confirmed.", "Fair to move to Leeds"),
    # what a comparison is with comes back rather than the line going
    (
        "Employers will hire 22% fewer graduates compared to last year.",
        "Employers to hire 22% fewer graduates compared to last year",
    ),
    # the first of a list that ends in others
    ("The bank sold its shares in mines and other firms.", "Bank sells its shares in mines"),
    # a clause beside it that is negated says nothing of this one
    ("The crew left the ship, and the captain did not wait.", "Crew leaves ship"),
    # quotation marks come in pairs
    (
        "Georgia is offering a one-off 'tax amnesty' to savers.",
        "Georgia offers one-off 'tax amnesty' to savers",
    ),
    # a name alone, where it is beside what it is
    ("The country's largest retailer, Halcyon Corp, cut 900 jobs.", "Halcyon Corp cuts 900 jobs"),
    ("Software giant Halcyon cut 900 jobs.", "Halcyon cuts 900 jobs"),
    # no owner, no genitive, the place before its noun
    ("The bank has raised its dividend.", "Bank raises dividend"),
    ("A riot in London has ended.", "London riot ends"),
    ("London's mayor opened the fair. The mayor of London is 60.", "London mayor opens fair"),
    # who did it before what was done
    ("The claim was thrown out by an appeal court.", "Appeal court throws out claim"),
    ("The chapel was spared by the fire.", "Fire spares chapel"),
    # two names in a piece of a line are both shortened whole
    (
        "Anna Berg and Karin Lund have resigned. Ms Berg is 50. Ms Lund is 60.",
        "Berg and Lund resign",
    ),
]


@pytest.mark.parametrize(("article", "line"), LINES, ids=[line for _, line in LINES])
def test_a_line_is_made(article: str, line: str) -> None:
    assert line in made(article), sorted(made(article))


NEVER = [
    # whose it is, where nothing else tells; a third of what
    ("Her first violin has sold for £12,000.", "First violin sells for £12,000"),
    ("The glacier has lost a third of its ice.", "Glacier loses a third of ice"),
    # "main London airport" may be another one
    ("Police closed the main airport in London.", "Police close main London airport"),
    # what more the verb says does not turn with it
    ("Berg was said by friends to have left.", "Friends say Berg to have left"),
    # nobody is "Sir" and a surname
    ("Sir Alan Berg has left London. Berg is 60.", "Sir Berg leaves London"),
    ("The town is under siege by camels.", "Town is by camels"),
    ("Berg won thanks to one of his friends.", "Berg wins to one of his friends"),
    # the name is used once only: nobody knows her by half of it
    ("Anna Berg has sold the mill.", "Berg sells mill"),
    # only a message says so
    ("His message was plain: The mill will close its doors.", "Mill to close its doors"),
    # no one vouches for a claim that "it has been suggested"
    ("The fair will move to Leeds, it has been suggested.", "Fair to move to Leeds"),
    # what was is not what is
    ("The ferry was likely to sink.", "Ferry likely to sink"),
    # the victims are told whole
    ("The blast killed nine miners and other workers.", "Blast kills 9 miners"),
    ("Parts of the town are still under water.", "Parts of town are still"),
    ("Berg was among the 14 people charged with fraud.", "Berg was among 14 people"),
    ("Georgia is offering a one-off 'tax amnesty' to savers.", "Georgia offers one-off 'tax amnesty"),
]


@pytest.mark.parametrize(("article", "line"), NEVER, ids=[line for _, line in NEVER])
def test_a_line_is_never_made(article: str, line: str) -> None:
    assert line not in made(article)
