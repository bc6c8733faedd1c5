"""What holds for the audit of any text."""

from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from summarise import audit
from summarise.checking import Source
from summarise.checking import audit as check
from summarise.language.segment import segment
from summarise.model import SEVERITIES, Article
from summarise.reading import read_one

CORPUS = sorted((Path(__file__).parent.parent / "corpus").glob("*.txt"))


@cache
def source(index: int) -> Source:
    return Source(read_one(CORPUS[index]).text)


articles = st.integers(0, len(CORPUS) - 1)


@given(articles, st.data())
@settings(max_examples=150, deadline=None)
def test_sentences_of_the_source_pass_in_any_choice_and_order(index: int, data: st.DataObject) -> None:
    sentences = [s.text for s in source(index).sentences if not s.heading]
    chosen = data.draw(st.lists(st.sampled_from(sentences), min_size=1, max_size=4, unique=True))
    for joint in (" ", "\n"):
        assert check(joint.join(chosen), source(index)).findings == ()


@given(articles, st.data())
@settings(max_examples=150, deadline=None)
def test_a_figure_that_the_source_does_not_have_is_found(index: int, data: st.DataObject) -> None:
    prepared = source(index)
    plain = [f for f in prepared.figures if f.text.isdigit() and int(f.text) > 2]
    if not plain:
        return
    figure = data.draw(st.sampled_from(plain))
    other = str(data.draw(st.integers(3, 90_000).filter(lambda n: str(n) not in prepared.text)))
    sentence = prepared.sentences[figure.sentence]
    at = figure.start - sentence.start
    edited = sentence.text[:at] + other + sentence.text[at + len(figure.text) :]
    found = check(edited, prepared).findings
    assert any(
        f.kind in ("figure", "date", "quotation") and f.start <= at + len(other) and at <= f.end
        for f in found
    ), (
        edited,
        found,
    )


@given(articles, st.data())
@settings(max_examples=100, deadline=None)
def test_a_name_that_the_source_does_not_have_is_found(index: int, data: st.DataObject) -> None:
    prepared = source(index)
    sentence = data.draw(
        st.sampled_from([s for s in prepared.sentences if " in " in s.text and not s.heading])
    )
    edited = sentence.text.replace(" in ", " in Qarvethi with ", 1)
    assert any("Qarvethi" in f.text for f in check(edited, prepared).findings)


@given(st.text(max_size=300), st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_is_audited_and_spans_are_true(summary: str, article: str) -> None:
    for finding in audit(summary, article).findings:
        assert summary[finding.start : finding.end] == finding.text
        assert finding.message
        assert finding.severity in SEVERITIES


@given(articles, articles)
@settings(max_examples=60, deadline=None)
def test_spans_point_into_both_texts(one: int, other: int) -> None:
    summary = " ".join(s.text for s in segment(Article(source(one).text))[:3])
    for finding in check(summary, source(other)).findings:
        assert summary[finding.start : finding.end] == finding.text
        if finding.source_start is not None and finding.source_end is not None:
            assert 0 <= finding.source_start < finding.source_end <= len(source(other).text)


@given(articles)
@settings(max_examples=20, deadline=None)
def test_the_same_audit_comes_out_again(index: int) -> None:
    text = source(index).text
    summary = " ".join(text.split()[3:60])
    assert audit(summary, text) == audit(summary, text) == check(summary, source(index))
