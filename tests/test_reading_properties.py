"""Promises that hold for every text, not only for news."""

from hypothesis import assume, given
from hypothesis import strategies as st

from summarise.errors import ReadError
from summarise.model import Article
from summarise.reading import from_text

# Pieces that the recognisers look for, in any order, with any white space between them.
PIECES = st.sampled_from(
    [
        "LONDON", "Kyiv", "(Reuters)", "(CNN)", " - ", " — ", ":", "5 July 2025", "March 3", "By Jane Doe",
        "By Jane Doe LONDON (AP) - ", "Published: 5 July 2025", "Jane Doe in Paris", "Harbour fire kills two",
        "# ", "=====", "(Mar 9, 2021  7:15 AM)", "Two people died in a fire at the harbour, police said.",
        "(Reporting by Jane Doe)", "CNN's Jane Doe contributed to this report.", "© 2025", "###", "BBC News",
        "\n", "\n\n", "\r\n", "\r", "\u2028", " ", "\t", "\ufeff", "\xa0", "é", "“",
    ]
)  # fmt: skip
NEWSLIKE = st.lists(PIECES, max_size=14).map("".join)
TEXTS = st.one_of(st.text(), NEWSLIKE)


def read_if_text(text: str) -> Article:
    assume(any(letter.isalpha() for letter in text))
    try:
        return from_text(text)
    except ReadError:
        # The one reason left: replacement characters.
        assert "\ufffd" in text
        assume(False)
        raise


@given(TEXTS)
def test_text_is_kept_and_spans_are_in_order(text: str) -> None:
    article = read_if_text(text)
    assert article.text == text
    end = 0
    for span in article.body:
        assert end <= span.start < span.end <= len(text)
        piece = text[span.start : span.end]
        assert piece == piece.strip()
        end = span.end
    assert any(letter.isalpha() for span in article.spans() for letter in text[slice(*span)])


@given(TEXTS)
def test_what_is_told_apart_stands_in_the_text_and_outside_the_body(text: str) -> None:
    article = read_if_text(text)
    for part in (article.title, article.byline, article.date):
        assert part is None or part in text
    if article.dateline is not None:
        dateline = article.dateline
        assert text[dateline.start : dateline.end] == dateline.text
        assert all(span.end <= dateline.start or dateline.end <= span.start for span in article.body)
        if dateline.place_span is not None:
            assert dateline.start <= dateline.place_span.start < dateline.place_span.end <= dateline.end
            assert text[slice(*dateline.place_span)] == dateline.place


@given(st.lists(st.text(alphabet="abcdefghij ", min_size=20, max_size=60), min_size=1, max_size=4))
def test_lower_case_prose_is_left_whole(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    assert read_if_text(text).body == ()
