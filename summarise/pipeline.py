"""The whole story, readable in one minute."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from .checking import Auditor, Source
from .checking import audit as _audit
from .checking.readability import readability
from .errors import ReadError
from .figures import conflicts, key_figures
from .figures import find_figures as _find_figures
from .figures.parsed import with_syntax
from .language.segment import segment
from .language.syntax import parse
from .model import (
    Article,
    Audit,
    Bullet,
    Checked,
    Digest,
    Figure,
    Headline,
    KeyLine,
    LineFinding,
    LinePart,
    Ranked,
    Sentence,
    Style,
    Warning,
)
from .phrasing.bullets import bullets
from .phrasing.compress.shorten import compress as compress
from .phrasing.content import KEY_FIGURES, story
from .phrasing.domains import domains
from .phrasing.figure_lines import key_lines
from .phrasing.headline import headlines, worth_reading
from .phrasing.house import dressed, load_house, settled
from .phrasing.salience import salience
from .phrasing.templates import HeadlineTemplate, load
from .ranking import NAMES, STANDARD_SENTENCES, Budget, Extract, Ranking, budget_of, extract, standing
from .ranking import rank as _rank
from .reading import from_text
from .settings import check_style

# Headlines come from the top of the ranking and of the story; bullets may need a few more.
STANDARD_KEY_FIGURES = 5
_PARSED = 9
_FEWEST_BULLETS = 3
_PARSED_AT_MOST = 30


def summarise(text_or_article: str | Article, style: Style | None = None) -> Digest:
    """Make a digest of one article: headline, bullets, key figures and an extract.

    Args:
        text_or_article: the text of an article, or an Article from `reading`.
        style: what the output should be like; None for the standard.

    Returns:
        A Digest whose every span points into `digest.article.text`.

    Raises:
        ReadError: there is no word in the text.
        TypeError: neither text nor an Article was given.
        StyleError: a value of the style is out of its range, or its house is broken.
        TemplateError: a template of `style.templates` is broken.
    """
    article = _article(text_or_article)
    style = check_style(style or Style(), **NAMES)
    return _digest(article, style, _templates(style))


def summarise_many(articles: Iterable[str | Article], style: Style | None = None) -> Iterator[Digest]:
    """Digests of many articles, in order, one at a time as they are asked for.

    The same Digest comes out whatever other articles are in the row. Errors are those of `summarise`.
    """
    style = check_style(style or Style(), **NAMES)
    templates = _templates(style)
    for item in articles:
        yield _digest(_article(item), style, templates)


def _article(given: str | Article) -> Article:
    """The article itself, or one made of its text.

    Raises:
        TypeError: it is something else, such as a path.
    """
    if isinstance(given, str):
        return from_text(given)
    if isinstance(given, Article):
        return given
    kind = type(given).__name__
    raise TypeError(
        f"an article's text or an Article is wanted, not {kind}; summarise.reading.read_one reads a file"
    )


def _digest(article: Article, style: Style, templates: tuple[HeadlineTemplate, ...]) -> Digest:
    house = load_house(style.house)
    style = settled(style, house)
    sentences = segment(article)
    if not sentences:
        raise ReadError(
            "there is no sentence in it", place=article.source, hint="give the text of an article"
        )
    figures = _find_figures(article.text, sentences)
    ranking = _ranking(article, sentences, style)
    budget = _budget(ranking, style)
    taken = extract(ranking, budget, style.trim)
    ranked = ranking.ranked
    weights = {r.sentence.index: standing(r.rank) for r in ranked}
    clashes = conflicts(figures, article.text, sentences)
    ordered = key_figures(
        figures,
        [weights.get(s.index, 0.0) for s in sentences],
        max(KEY_FIGURES, style.key_figures),
        title=article.title,
        clashes=clashes,
        sentences=sentences,
    )
    key = ordered[: style.key_figures]
    kinds = domains(sentences)
    domain = next(iter(kinds), "general")
    worth = salience(sentences, weights, ordered[:STANDARD_KEY_FIGURES], domain, clashes)
    order = [r.sentence.index for r in ranked]
    leading = {s.index for s in worth_reading(sentences, order)}
    parsed = parse([_sentences_that_matter(sentences, leading, order, key)])[0]
    auditor = Auditor(Source(article.text, sentences, figures, parsed))
    lines = headlines(
        [p for p in parsed if p.sentence.index in leading],
        auditor,
        story(sentences, order, weights, ordered),
        worth,
        templates,
        kinds,
        style,
    )
    lines = dressed(lines, house, auditor.source, auditor.passes, style.headline_room)
    points = bullets(sentences, parsed, ranked, auditor, worth, style)
    if len(points) < min(_FEWEST_BULLETS, style.max_bullets) and len(parsed) < len(sentences):
        # Much speech or many pronouns: look further down.
        more = [r.sentence for r in ranked if not r.sentence.heading][:_PARSED_AT_MOST]
        more = sorted(
            {s.index: s for s in (*more, *(p.sentence for p in parsed))}.values(), key=lambda s: s.index
        )
        parsed = parse([more])[0]
        points = bullets(sentences, parsed, ranked, auditor, worth, style)
    # What is written is checked against the figures as the patterns find them, in it and in the source alike.
    refined = dict(zip(figures, with_syntax(figures, parsed), strict=True))
    best = tuple(refined[figure] for figure in key)
    told = key_lines(best, parsed, auditor)
    shown = _faithful(taken.sentences, auditor, style)
    return Digest(
        article=article,
        headlines=lines,
        bullets=points,
        summary=shown,
        figures=tuple(refined.values()),
        key_figures=best,
        key_lines=told,
        readability=readability(shown),
        domain=domain,
        profile=ranking.profile.name if ranking.weights else "",
        warnings=(*_warnings(ranking, taken, budget), *clashes),
        ranking=taken.ranked,
        checked=_checked(lines, points, told, shown, auditor),
    )


def _faithful(sentences: tuple[Sentence, ...], auditor: Auditor, style: Style) -> tuple[Sentence, ...]:
    """The extract's sentences; one that says something else without what was trimmed off it is whole again.

    A speaker who was taken off by request (`trim=("attribution",)`) is missed by nobody.
    """
    asked = {"attribution"} if "attribution" in style.trim else set()
    kept = []
    for sentence in sentences:
        cut_off = bool(sentence.cuts) and sentence.cuts[-1].end == sentence.end
        if sentence.cuts and not cut_off:
            found = auditor.findings(sentence.shown)
            if any(finding.kind not in asked for finding in found):
                auditor.passes(sentence.shown)
                sentence = replace(sentence, cuts=())
        kept.append(sentence)
    return tuple(kept)


def _checked(
    lines: Sequence[Headline],
    points: Sequence[Bullet],
    told: Sequence[KeyLine],
    shown: Sequence[Sentence],
    auditor: Auditor,
) -> Checked:
    """What the audit says of all that is shown. Windows of the article's own words around a figure are no claims."""
    parts: list[tuple[LinePart, int, str]] = [
        *(("headline", index, line.text) for index, line in enumerate(lines)),
        *(("bullet", index, point.text) for index, point in enumerate(points)),
        *(("key figure", index, line.text) for index, line in enumerate(told) if line.form != "words"),
        *(("extract", index, sentence.text) for index, sentence in enumerate(shown)),
    ]
    found = [
        LineFinding(part, index, text, finding)
        for part, index, text in parts
        for finding in auditor.findings(text)
    ]
    return Checked(len(parts), len(auditor.refused), tuple(found))


def _sentences_that_matter(
    sentences: tuple[Sentence, ...], leading: set[int], order: list[int], key: tuple[Figure, ...]
) -> list[Sentence]:
    wanted = leading | set(order[:_PARSED])
    # A sentence with a key figure may be joined to the one before it.
    for figure in key:
        wanted |= {figure.sentence, max(0, figure.sentence - 1)}
    return [s for s in sentences if s.index in wanted]


def _ranking(article: Article, sentences: Sequence[Sentence], style: Style) -> Ranking:
    limited = (style.summary_words, style.summary_characters, style.summary_share) != (None, None, None)
    wanted = style.summary_sentences or (None if limited else STANDARD_SENTENCES)
    return _rank(sentences, ranker=style.ranker, title=article.title, profile=style.profile, wanted=wanted)


def _budget(ranking: Ranking, style: Style) -> Budget:
    return budget_of(
        style.summary_sentences,
        style.summary_words,
        style.summary_characters,
        style.summary_share,
        article_words=sum(len(ranking.story.words[position]) for position in ranking.own),
    )


def _warnings(ranking: Ranking, taken: Extract, budget: Budget) -> list[Warning]:
    found = []
    proper = sum(not sentence.heading for sentence in ranking.story.sentences)
    if budget.sentences is not None and proper < budget.sentences:
        message = f"the article has {proper} sentence{'s' * (proper != 1)}, {budget.sentences} were asked for"
        found.append(Warning("short", message))
    if taken.shortened:
        message = "no sentence fits the extract's limits: the best one is cut off"
        found.append(Warning("cut off", message, taken.sentences[0].cuts))
    return found


def _templates(style: Style) -> tuple[HeadlineTemplate, ...]:
    return load(Path(style.templates) if style.templates else None)


def audit(summary: str, source: str) -> Audit:
    """Check a summary, headline or list of bullets against its source; see `checking.faithfulness`."""
    return _audit(summary, source)


def find_figures(text: str | Article, *, labels: bool = False, syntax: bool = False) -> tuple[Figure, ...]:
    """Every quantity of a text, in order; `Figure.sentence` counts the sentences of the text.

    Args:
        text: any text, or an Article from `reading`.
        labels: give also the numbers that label and do not count, among the quantities and in order.
            `Figure.kind` tells them: "ordinal" ("third" is 3), "year" ("2016", "1980s" is 1980, "2025-26"
            has the upper end 2026), "date" ("April 13" is 13; "9/11" is 9 with the upper end 11), "time"
            ("9.30am" is 9.30) and "name" ("Flight 370", "MH370", "iPhone 4S", and what is none of these).
            Their `noun` is what they label ("third woman"), where that is plain; they have no unit, bound
            or speaker.
        syntax: parse every sentence with a figure, so that noun, verb, place and the like are told better;
            about ten times slower.
    """
    article = Article(text) if isinstance(text, str) else _article(text)
    sentences = segment(article)
    figures = _find_figures(article.text, sentences, labels=labels)
    if not syntax:
        return figures
    wanted = {figure.sentence for figure in figures}
    return with_syntax(figures, parse([[s for s in sentences if s.index in wanted]])[0])


def rank(text: str | Article, style: Style | None = None) -> tuple[Ranked, ...]:
    """The sentences of an article, best first.

    Each has its score, the reasons for it, and whether and why it is taken into the extract that
    `style` asks for. Errors are those of `summarise`, except that a text without a sentence gives ().
    """
    article = _article(text)
    style = check_style(style or Style(), **NAMES)
    ranking = _ranking(article, segment(article), style)
    return extract(ranking, _budget(ranking, style), style.trim).ranked
