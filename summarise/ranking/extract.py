"""From a ranking to an extract: options, choice, verdicts, and the cuts that were asked for."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from summarise.language.words import word_spans
from summarise.model import ELLIPSIS, Ranked, Sentence, Span
from summarise.ranking.budget import Budget
from summarise.ranking.choice import Choice, Option, Worth, choose
from summarise.ranking.discourse import Discourse, Lean, is_question
from summarise.ranking.rank import Ranking
from summarise.ranking.reasons import verdicts
from summarise.ranking.score import length_score
from summarise.ranking.trims import trim

OUTRANKED = "passed over: others add more"
BESIDE = "passed over: no part of the story"
TOO_LONG = "passed over: does not fit"

# A bullet, or the time in front of a live blog's entry; only before a word that can open a sentence.
_LAYOUT = re.compile(
    r"(?:[-–—*•·●▪◦‣■►]\s+|(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?:?\s+)(?=[\"“‘'(]?[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Extract:
    """An extract.

    Attributes:
        sentences: in order of the article; `Sentence.cuts` says what is left out of one.
        ranked: the ranking, with a verdict on every sentence.
        shortened: a sentence had to be cut off because none fits the budget whole.
    """

    sentences: tuple[Sentence, ...]
    ranked: tuple[Ranked, ...]
    shortened: bool = False


def extract(ranking: Ranking, budget: Budget, trims: Collection[str] = ()) -> Extract:
    """The extract within a budget, and the ranking with a verdict on every sentence.

    Our own ranker weighs the extract as a whole; for a classic one the best ratings are taken. The
    rules are the same: no sentence without what it leans on, none that repeats another, no question
    at the end. Where no sentence can stand by itself, as in a text of quotations, the best one that
    fits is taken as it is; where none fits the budget, the best is cut off at a word and ends in an
    ellipsis. So the extract is empty only for a text without a sentence, and always within the budget.

    Args:
        ranking: what `rank` gave.
        budget: what the extract may hold.
        trims: names of `trims.TRIMS` to leave out of the chosen sentences.
    """
    story = ranking.story
    if not ranking.own:
        return Extract((), ())
    choice = _choice(ranking, budget)
    shortened = not choice.taken
    sentences: tuple[Sentence, ...]
    if shortened:
        best = next(entry.sentence for entry in ranking.ranked)
        sentences = (cut_to(best, budget),)
        said = {best.index: "taken: none fits whole, this one is cut off"}
    else:
        chosen = [story.sentences[position] for position in sorted(choice.taken)]
        sentences = tuple(_trimmed(chosen, trims))
        found = verdicts(choice, story.sentences)
        said = {story.sentences[position].index: verdict for position, verdict in found.items()}
    taken = {sentence.index: sentence for sentence in sentences}
    own = {story.sentences[position].index for position in ranking.own}
    usual = TOO_LONG if shortened else OUTRANKED
    ranked = tuple(
        [
            Ranked(
                taken.get(entry.sentence.index, entry.sentence),
                entry.rank,
                entry.score,
                entry.reasons,
                entry.sentence.index in taken,
                said.get(entry.sentence.index, usual if entry.sentence.index in own else BESIDE),
            )
            for entry in ranking.ranked
        ]
    )
    return Extract(sentences, ranked, shortened)


def _choice(ranking: Ranking, budget: Budget) -> Choice:
    discourse = Discourse(ranking.story, ranking.beside, opening_may_lean=ranking.profile.opening_may_lean)
    options, worth = _options(ranking), _worth(ranking)
    choice = choose(options, discourse.of, budget, worth)
    if choice.taken:
        return choice
    # Nothing can stand by the rules: the opening may, which has nothing before it to lean on.
    one = replace(budget, sentences=1)
    plain = [replace(option, question=False) for option in options]
    for tried in (options[:1], options, plain):
        alone = choose(tried, _nothing, one, worth)
        if alone.taken:
            return replace(choice, taken=alone.taken)
    return choice


def _nothing(_: int) -> tuple[Lean, ...]:
    return ()


def cut_to(sentence: Sentence, budget: Budget) -> Sentence:
    """The sentence cut off behind the last word that fits, an ellipsis included; at least its first character."""
    spans = word_spans(sentence.text)
    end = spans[min(budget.words or len(spans), len(spans)) - 1].end if spans else len(sentence.text)
    if budget.characters is not None:
        room = max(1, budget.characters - len(ELLIPSIS))
        whole = [span.end for span in spans if span.end <= min(end, room)]
        end = whole[-1] if whole else min(end, room)
    if end >= len(sentence.text):
        return sentence
    return replace(sentence, cuts=(Span(sentence.start + end, sentence.end),))


def _trimmed(sentences: Sequence[Sentence], trims: Collection[str]) -> list[Sentence]:
    """The sentences without the marks that laid out a list or a live blog, and trimmed if that is asked for."""
    trimmed = []
    for number, sentence in enumerate(sentences):
        cuts: list[Span] = []
        if mark := _LAYOUT.match(sentence.text):
            cuts.append(Span(sentence.start, sentence.start + mark.end()))
        if trims:
            later = " ".join(other.text for other in sentences[number + 1 :])
            cuts += [cut for cut in trim(sentence, trims) if not _introduces(sentence, cut, later)]
        trimmed.append(replace(sentence, cuts=tuple(cuts)) if cuts else sentence)
    return trimmed


def _introduces(sentence: Sentence, cut: Span, later: str) -> bool:
    """Whether a cut would take away a short form that a later sentence of the extract uses."""
    inside = sentence.text[cut.start - sentence.start : cut.end - sentence.start].strip(" ()[]")
    return len(inside) > 1 and inside.isupper() and inside in later


def _options(ranking: Ranking) -> list[Option]:
    story = ranking.story
    if ranking.scores is None or ranking.weights is None:
        rated = {entry.sentence.index: entry.score for entry in ranking.ranked}
        values = [(rated[story.sentences[p].index],) * 2 for p in ranking.own]
        terms: list[Sequence[str]] = [()] * len(values)
    else:
        values = [(scored.score, scored.linear) for scored in ranking.scores.sentences]
        terms = [scored.measured.terms for scored in ranking.scores.sentences]
    return [
        Option(
            position=position,
            score=value,
            linear=linear,
            terms=own_terms,
            words=len(story.words[position]),
            characters=len(story.sentences[position].text),
            question=is_question(story.sentences[position].text),
            spoken=story.words[position],
        )
        for position, (value, linear), own_terms in zip(ranking.own, values, terms, strict=True)
    ]


def _worth(ranking: Ranking) -> Worth:
    if ranking.scores is None or ranking.weights is None:
        return Worth({}, 0.0, lambda size, sentences: 0.0)
    weights = ranking.weights
    _, _, adjacent, cover, squares = weights.extract
    covers = {term: cover * p + squares * p * p for term, p in ranking.scores.importance.items()}
    return Worth(covers, adjacent, lambda size, sentences: length_score(size, sentences, weights))
