"""The form of a name that a headline uses once it is known."""

from collections.abc import Sequence

from ...model import Span
from .chains import Chain, surname
from .name import Sort
from .registers import first_names, kept_titles, organisation_words
from .runs import Run


def short_form(chain: Chain, sort: Sort, siblings: Sequence[Chain]) -> Span:
    """Where the form for later mentions stands, the full one if there is no shorter one that is clear."""
    full = chain.full
    whole = Span(full.words[0].start, full.words[-1].end)
    if sort == "organisation":
        if chain.initials is not None:
            word = chain.initials.words[0]
            return Span(word.start, word.end)
        least = min(chain.runs, key=lambda run: (run.text.lower() in organisation_words(), len(run.words)))
        return Span(least.words[0].start, least.words[-1].end)
    if sort not in {"person", "unknown"} or len(full.words) == 1:
        return _kept(full) or whole
    by_title = _kept(full)
    if by_title is not None:
        return by_title
    bare = [run for run in chain.runs if len(run.words) < len(full.words)]
    if bare and (sort == "person" or len(bare) > 1):
        # The story itself shows which part is the surname ("Mr Hu" for Hu Jintao).
        titled = [run for run in bare if run.title] or bare
        wanted = [w.text.lower() for w in titled[0].words]
        texts = [w.text.lower() for w in full.words]
        at = next((i for i in range(len(texts)) if texts[i : i + len(wanted)] == wanted), None)
        if (
            at is not None
            and not _shared(full.words[at].text, chain, siblings)
            and (full.words[at].text not in first_names())
        ):
            return Span(full.words[at].start, full.words[at + len(wanted) - 1].end)
    family = surname(full)
    clear = sort == "person" and full.words[0].text in first_names()
    if not clear or _shared(family[-1].text, chain, siblings) or len(family) == len(full.words):
        return whole
    return Span(family[0].start, family[-1].end)


def _kept(run: Run) -> Span | None:
    """ "Prince Harry" is not "Harry"."""
    if run.title and run.title[-1].text.lower() in kept_titles():
        return Span(run.title[-1].start, run.words[-1].end)
    return None


def _shared(word: str, chain: Chain, siblings: Sequence[Chain]) -> bool:
    return any(
        other is not chain and surname(other.full)[-1].text == word and _bearer(other) for other in siblings
    )


def _bearer(chain: Chain) -> bool:
    """Whether a chain may be a person: two capitalised words met once may be any two."""
    full = chain.full
    return (
        len(full.words) == 1 or len(chain.runs) > 1 or bool(full.title) or full.words[0].text in first_names()
    )
