"""Running templates by themselves: their examples, and what they make of an article."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..checking.faithfulness import Source, audit
from ..figures import find_figures
from ..language.segment import segment
from ..language.syntax import parse
from ..model import Article, Style
from .candidates import candidates
from .choice import choose
from .content import KEY_FIGURES, story
from .draft import Draft
from .gates import refused
from .measures import Article as Measured
from .measures import article as article_of
from .mentions import Mentions
from .mentions import read as read_mentions
from .readings import Reading, readings
from .salience import salience
from .templates import HeadlineTemplate, load

_TRIED = 3
_EXAMPLE_STYLE = Style(max_headline_chars=80)


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """One example of a template: what should come out, what did, and why nothing did if so."""

    template: HeadlineTemplate
    example: str
    expected: str
    got: str | None
    ok: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a template made of an article, or why it made nothing."""

    template: HeadlineTemplate
    text: str | None
    reason: str


def check(folder: Path | None = None) -> tuple[TemplateReport, ...]:
    """Run every example of every template, the shipped ones and those of a folder.

    An example passes when what the template makes of the article first is the expected headline. A template
    without an example does not pass.
    """
    reports = []
    for template in load(folder):
        if not template.examples:
            reports.append(TemplateReport(template, "", "", None, False, "it has no example"))
        for example in template.examples:
            trial = _stage(Article(example.article), _EXAMPLE_STYLE)(template)
            ok = trial.text == example.headline
            reports.append(
                TemplateReport(template, example.article, example.headline, trial.text, ok, trial.reason)
            )
    return tuple(reports)


def try_templates(
    article: Article, folder: Path | None = None, style: Style | None = None
) -> tuple[Trial, ...]:
    """What each template makes of an article's first sentences, whatever kind of news it is."""
    trial_of = _stage(article, style or Style())
    return tuple(trial_of(template) for template in load(folder))


def _stage(article: Article, style: Style) -> Callable[[HeadlineTemplate], Trial]:
    """What tries one template after the other on an article that is read and parsed once."""
    sentences = segment(article)
    figures = find_figures(article.text, sentences)
    source = Source(article.text, sentences, figures)
    order = [s.index for s in sentences]
    weights = {index: 1.0 / (1 + index) for index in order}
    told = story(sentences, order, weights, figures[:KEY_FIGURES])
    parsed = parse([[s for s in sentences if not s.heading][:_TRIED]])[0]
    read = readings(parsed, figures, told)
    of = article_of(read, told, salience(sentences, weights, figures[:5]), {}, {})
    mentions = read_mentions(parsed, sentences, figures)

    def trial_of(template: HeadlineTemplate) -> Trial:
        reason = "no clause of the first sentences offers " + ", ".join(template.needs)
        for draft in _in_order(template, read, mentions, of, style):
            gate = refused(draft)
            if len(draft.text) > style.headline_room:
                gate = "longer than the style allows"
            if gate is None and (findings := audit(draft.text, source).findings):
                gate = f"audit: {findings[0].message}"
            if gate is None:
                return Trial(template, draft.text, "")
            reason = f"{gate}: {draft.text}"
        return Trial(template, None, reason)

    return trial_of


def _in_order(
    template: HeadlineTemplate, read: Sequence[Reading], mentions: Mentions, of: Measured, style: Style
) -> list[Draft]:
    """What a template makes, first what it is tried with first.

    A template of a domain fills its slots from the first clause that offers them, the longest form first. The
    general ones take the clause in many lengths; there the fitted choice decides.
    """
    domains = {template.domain: 0.5}
    made = [
        (line, sentence)
        for sentence in read
        for line in candidates(sentence, mentions, (template,), domains, style.headline_room)
    ]
    if template.domain == "general":
        return [chosen.draft for chosen in choose(made, of)]
    return [line for line, _ in made]
