"""The headline: every candidate, then the best one that passes.

Domain frames and generic clause templates are filled from the leading sentences in many shortenings;
gates refuse what must never be printed, a fitted choice puts the rest in order, and the audit has the
last word. Where nothing passes, the ladder below goes down to the shortened lead.
"""

from collections.abc import Mapping, Sequence

from ..checking.faithfulness import Auditor
from ..language.words import words
from ..model import Headline, ParsedSentence, Sentence, Style
from .candidates import candidates
from .choice import Chosen, choose
from .content import Story
from .draft import Draft
from .gates import refused
from .ladder import lower_rungs, whole_lead
from .measures import article
from .mentions import read as read_mentions
from .mixing import mixes
from .readings import Reading, readings
from .salience import Salience
from .templates import HeadlineTemplate
from .which_figure import figure_chances

_OPENING = 3
_BEST = 2
_DOUBTFUL = 0.2


def worth_reading(sentences: Sequence[Sentence], order: Sequence[int]) -> list[Sentence]:
    """The sentences that a headline may be made of: the first of the story and the best of the ranking.

    Args:
        sentences: all of them.
        order: their indices, best first.
    """
    proper = [s for s in sentences if not s.heading]
    best = [index for index in order if not sentences[index].heading][:_BEST]
    wanted = {*(s.index for s in proper[:_OPENING]), *best}
    return [s for s in proper if s.index in wanted]


def headlines(
    parsed: Sequence[ParsedSentence],
    auditor: Auditor,
    told: Story,
    worth: Salience,
    templates: Sequence[HeadlineTemplate],
    domains: Mapping[str, float],
    style: Style,
) -> tuple[Headline, ...]:
    """Headlines for an article, best first, no two alike, each audited.

    Args:
        parsed: the sentences of `worth_reading`, in source order.
        auditor: checks the candidates against the article.
        told: its words and sentences, counted.
        worth: what its words are worth in the ranking.
        templates: the templates to fill.
        domains: the kinds of news it may be, with their share; their templates may be used.
        style: lengths and counts.

    Returns:
        At most `style.alternatives`. Nothing where the style asks for more confidence than the best one has.
    """
    source = auditor.source
    read = readings(parsed, source.figures, told)
    of = article(read, told, worth, domains, figure_chances(read, told))
    mentions = read_mentions(parsed, source.sentences, source.figures)
    found: list[tuple[Draft, Reading]] = []
    seen: set[str] = set()
    for sentence in read:
        for line in candidates(sentence, mentions, templates, domains, style.headline_room):
            if line.text in seen or len(line.text) > style.headline_room or refused(line):
                continue
            seen.add(line.text)
            found.append((line, sentence))
    picked: list[Headline] = []
    for chosen in choose(found, of):
        if len(picked) == style.alternatives:
            break
        if chosen.confidence < style.min_confidence:
            continue
        if any(_alike(chosen.draft.text, other.text) for other in picked):
            continue
        if mixes(chosen.draft.pieces, worth.clashes, source.figures):
            continue
        if auditor.passes(chosen.draft.text):
            picked.append(_headline(chosen))
    if style.min_confidence > 0:
        return tuple(picked)
    trees = [sentence.tree for sentence in read]
    if not picked:
        return lower_rungs(trees, auditor, style)
    if picked[0].confidence < _DOUBTFUL and (lead := whole_lead(trees, auditor, style)) is not None:
        # Readers print a plain lead sooner than what they hardly ever print.
        return (lead, *picked)[: style.alternatives]
    return tuple(picked)


def _headline(chosen: Chosen) -> Headline:
    line = chosen.draft
    return Headline(
        line.text,
        line.template,
        line.domain,
        round(chosen.score, 6),
        line.clause.tree.sentence.index,
        line.pieces,
        chosen.reasons,
        round(chosen.confidence, 4),
    )


def _alike(one: str, other: str) -> bool:
    a, b = (frozenset(w.lower() for w in words(text)) for text in (one, other))
    return a == b or (len(a & b) / max(1, min(len(a), len(b))) > 0.95 and abs(len(a) - len(b)) <= 1)
