"""Which sentences stand on their own: what a bullet may be made of."""

import pytest

from summarise.model import Sentence
from summarise.phrasing.standing import is_plain, leans, quoting


def sentence(text: str) -> Sentence:
    return Sentence(1, 0, len(text), text, 0)


LEANING = [
    ("He attested that four other cities were hit.", "He"),
    ("But the bank held its rate.", "But"),
    ("According to reports, they talked about air defence.", "they"),
    ("In a long statement, it denied the claim of the union.", "it"),
    ("478 of these devices were destroyed.", "of these devices"),
    ("The road was closed, he said.", "he said"),
    ("The plan, however, was dropped by the council.", "however"),
    ("The lawyer for the pair did the same on Monday.", "did the same"),
]

STANDING = [
    "Russia launched its biggest assault of the war.",
    "Mayor Ada Lund said she would stay in office.",
    "Those who lost homes will be paid by June.",
    "This week the council meets in Halden.",
    "The company said it would cut 900 jobs.",
    "After Ann Lee won the vote, she thanked her family.",
    "The driver denied that his brakes had failed.",
]


@pytest.mark.parametrize(("text", "words"), LEANING)
def test_what_leans_says_by_which_words(text: str, words: str) -> None:
    found = leans(sentence(text))
    assert found is not None
    assert words in found


@pytest.mark.parametrize("text", STANDING)
def test_what_stands_alone(text: str) -> None:
    assert leans(sentence(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "“We will not give up,” she said.",
        "We will all miss the old tram.",
        "Scroll down for the video of the race.",
        "Is this the end of the line for the trams?",
        "3. The best beaches of the north coast are quiet.",
        "Mayor Ada Lund (pictured) opened the bridge on Monday.",
        "Not in the checked luggage, as a dog found out on Tuesday.",
        "Read more: https://example.com/news",
        "A short heading without a stop",
    ],
)
def test_what_is_no_bullet(text: str) -> None:
    assert not is_plain(sentence(text))


def test_speech_is_known() -> None:
    assert quoting(sentence('"Nobody told us anything about it at all," said a neighbour.'))
    assert not quoting(sentence('The mayor called the plan "a gift" to the town.'))
