"""Figures of one article that do not go together, against a gold list read by hand, and what is done about them."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarise import summarise
from summarise.figures import conflicts, find_figures, key_figures
from summarise.language.segment import segment
from summarise.model import Article, Piece, Span, Warning
from summarise.phrasing.mixing import mixes
from summarise.reading import from_text

ROOT = Path(__file__).parent.parent
GOLD = tomllib.loads((ROOT / "tests/golden/figures/conflicts.toml").read_text(encoding="utf-8"))
ARTICLES = sorted((ROOT / "corpus").glob("*.txt"))


def found(text: str, article: Article | None = None) -> tuple[Warning, ...]:
    article = article or Article(text)
    sentences = segment(article)
    return conflicts(find_figures(article.text, sentences), article.text, sentences)


def parts(text: str, warning: Warning) -> list[str]:
    return [text[span.start : span.end] for span in warning.spans]


def matches(text: str, warning: Warning, gold: dict[str, object]) -> bool:
    """Whether a warning is the gold one: each of its figures stands in one of the two gold texts."""
    wanted = gold["texts"]
    assert isinstance(wanted, list)
    figures = parts(text, warning)
    pairs = [(figures[0], wanted[0]), (figures[1], wanted[1])]
    turned = [(figures[0], wanted[1]), (figures[1], wanted[0])]
    return warning.kind == gold["kind"] and any(all(a in b for a, b in pair) for pair in (pairs, turned))


def test_of_the_corpus_four_in_five_are_found_and_four_in_five_are_true() -> None:
    hits, shown, wanted = 0, 0, len(GOLD["article"])
    for path in ARTICLES:
        article = from_text(path.read_text(encoding="utf-8"))
        gold = [one for one in GOLD["article"] if one["name"] == path.stem]
        warnings = found("", article)
        shown += len(warnings)
        hits += sum(any(matches(article.text, warning, one) for warning in warnings) for one in gold)
    assert hits >= 0.8 * wanted, f"{hits} of {wanted}"
    assert hits >= 0.8 * shown, f"{hits} of {shown} shown"


@pytest.mark.parametrize("case", GOLD["text"], ids=lambda case: case["text"][:50] or "nothing")
def test_what_must_fire_and_what_must_not(case: dict[str, str]) -> None:
    kinds = {warning.kind for warning in found(case["text"])}
    assert kinds == ({case["kind"]} if case["kind"] else set())


@pytest.mark.parametrize(
    "case", [case for case in GOLD["text"] if case["kind"]], ids=lambda case: case["text"][:50]
)
def test_a_warning_has_the_spans_of_its_figures(case: dict[str, str]) -> None:
    for warning in found(case["text"]):
        assert len(warning.spans) >= 2
        assert all(
            any(sign.isdigit() for sign in part) or "third" in part.lower()
            for part in parts(case["text"], warning)
        )
        assert "\n" not in warning.message


def test_the_newer_number_comes_first() -> None:
    for text in (
        "Earlier reports said 15 people had died. The ministry now says 26 people are dead.",
        "The death toll rose from 15 to 26 on Sunday.",
        "Officials said 15 people died. They later revised the toll to 26.",
    ):
        (warning,) = found(text)
        assert parts(text, warning) == ["26", "15"]
        assert warning.message.index("15") < warning.message.index("26") or "newer" in warning.message


def test_both_speakers_are_named() -> None:
    (warning,) = found("The mayor said 23 people were wounded. The hospital said 26 people were wounded.")
    assert "The mayor" in warning.message
    assert "The hospital" in warning.message


def test_a_table_of_figures_does_not_flood_the_desk() -> None:
    text = " ".join(f"The storm sank {n + 9} of the {n} boats." for n in range(10, 90))
    assert len(found(text)) == 12


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(
    "12 40 people were killed said the army of them including ( ) , . 5 % km miles from to rose initially put "
    "toll at A third 9 men women children up".split(" ")
), max_size=60))  # fmt: skip
def test_any_row_of_words_is_read_without_error(row: list[str]) -> None:
    text = " ".join(row)
    for warning in found(text):
        assert all(0 <= span.start < span.end <= len(text) for span in warning.spans)


def sides(text: str, count: int, weights: Sequence[float]) -> list[str]:
    article = Article(text)
    sentences = segment(article)
    figures = find_figures(text, sentences)
    best = key_figures(figures, weights, count, clashes=conflicts(figures, text, sentences))
    return [figure.text for figure in best]


def test_a_replaced_number_is_key_only_behind_its_replacement() -> None:
    text = "Police had first put the death toll at 12. At least 26 people are dead, they now say. It rained."
    assert sides(text, 1, [1.0, 0.2, 0.0]) == ["26"]
    assert sides(text, 2, [1.0, 0.2, 0.0]) == ["26", "12"]


def test_two_claims_stand_side_by_side_among_the_key_figures() -> None:
    text = (
        "Doctors said at least 31 people were killed in the $9m hall. The blaze shut 4 roads. "
        "The army put the number of dead at 22."
    )
    best = sides(text, 4, [1.0, 0.5, 0.3])
    assert best.index("22") == best.index("31") + 1


def piece(text: str, line: str) -> Piece:
    start = text.index(line)
    return Piece(line, "copied", start, start + len(line))


def test_figures_of_two_sentences_that_contradict_are_not_mixed() -> None:
    text = "Doctors said 31 people were killed. The army put the number of dead at 22."
    figures = find_figures(text)
    clash = Warning("conflict", "", (Span(13, 15), Span(text.index("22"), text.index("22") + 2)))
    first, second = (
        piece(text, line) for line in ("Doctors said 31 people were killed", "number of dead at 22")
    )
    assert mixes([first, second], [clash], figures)
    assert not mixes([first], [clash], figures)
    assert not mixes([first, second], [Warning("total", "", clash.spans)], figures)


def test_one_sentence_may_tell_both_claims_with_their_speakers() -> None:
    text = "The police said 31 marchers were held and the union said 22 marchers were held."
    figures = find_figures(text)
    spans = tuple(Span(figure.start, figure.end) for figure in figures)
    clash = Warning("conflict", "", spans)
    assert [bool(figure.speaker) for figure in figures] == [True, True]
    assert not mixes([piece(text, text)], [clash], figures)
    bare = [piece(text, "31 marchers were held"), piece(text, "22 marchers were held")]
    assert mixes(bare, [clash], figures)
    assert not mixes(bare, [Warning("updated", "", spans)], figures)


@pytest.mark.parametrize("path", ARTICLES[:10] + ARTICLES[-1:], ids=lambda path: path.stem)
def test_no_bullet_and_no_headline_mixes_what_contradicts(path: Path) -> None:
    digest = summarise(path.read_text(encoding="utf-8"))

    def sentence(span: Span) -> int:
        return next(f.sentence for f in digest.figures if f.start < span.end and span.start < f.end)

    rivals = [w.spans for w in digest.warnings if w.kind in ("conflict", "updated")]
    apart = [spans for spans in rivals if len({sentence(span) for span in spans}) > 1]
    lines: list[tuple[Piece, ...]] = [b.pieces for b in digest.bullets] + [h.pieces for h in digest.headlines]
    for line in lines:
        for spans in apart:
            held = [
                any(p.start is not None and p.start <= s.start < (p.end or 0) for p in line) for s in spans
            ]
            assert not all(held)


def test_a_digest_never_shows_only_the_old_toll() -> None:
    for path in ARTICLES:
        article = from_text(path.read_text(encoding="utf-8"))
        sentences = segment(article)
        figures = find_figures(article.text, sentences)
        clashes = conflicts(figures, article.text, sentences)
        starts = [f.start for f in key_figures(figures, [1.0] * len(sentences), 5, clashes=clashes)]
        for warning in clashes:
            if warning.kind == "updated" and warning.spans[1].start in starts:
                assert warning.spans[0].start in starts, path.stem
