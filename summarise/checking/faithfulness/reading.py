"""A summary sentence laid beside the sentences of the source that it may be made of."""

from dataclasses import dataclass, field

from ...model import Finding, FindingKind, Severity
from .align import Alignment, align
from .operators import Operator, operators
from .source import Source
from .words import Told, Word

_RETOLD = 0.5  # of a sentence's content that must come from one sentence of the source
_RETOLD_AROUND = 0.75  # of what is around a word
_AS_GOOD = 0.7  # of the support that a word has where its sentence comes from


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence of the summary and what it is compared with.

    Attributes:
        told: the sentence; source: the article.
        alignments: the sentence beside each of the nearest source sentences, the best first; never empty.
    """

    told: Told
    source: Source
    alignments: tuple[Alignment, ...]
    operators: tuple[Operator, ...] = ()
    _homes: dict[int, Alignment] = field(default_factory=dict)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        return self.told.words

    def home(self, at: int) -> Alignment:
        """Where word `at` comes from, to judge by the words around it."""
        known = self._homes.get(at)
        if known is None:
            known = max(
                self.alignments, key=lambda one: (one.support(at), one.weight, -self.alignments.index(one))
            )
            self._homes[at] = known
        return known

    def share(self, one: Alignment) -> float:
        """How much of the sentence's content an alignment finds in its sentence of the source."""
        return one.weight / (sum(word.weight for word in self.words if word.content) or 1.0)

    def close(self, one: Alignment, at: int) -> bool:
        """Whether the sentence, or what stands around word `at`, is that sentence of the source retold, so that what
        stands in a word's place there can contradict it.
        """
        return self.share(one) >= _RETOLD or one.support(at, 4) >= _RETOLD_AROUND

    def borne(self, at: int) -> bool:
        """Whether word `at` stands in another of the nearest sentences among nearly as much of what is around it."""
        home = self.home(at)
        wanted = _AS_GOOD * max(home.support(at), 0.2)
        return any(
            one is not home and one.same(at) >= 0 and one.support(at) >= wanted for one in self.alignments
        )

    def finding(
        self,
        kind: FindingKind,
        severity: Severity,
        first: int,
        last: int,
        message: str,
        place: tuple[int, int] | None = None,
    ) -> Finding:
        """A finding on the words `first` to `last` (inclusive); `place` is a stretch of the source's text."""
        start, end = self.words[first].start, self.words[last].end
        text = self.told.line.slice(start, end)
        return Finding(kind, severity, text, start, end, message, *(place or (None, None)))

    def quoted(self, one: Alignment, first: int, last: int) -> tuple[str, tuple[int, int]]:
        """The source's words `first` to `last` (inclusive) as they stand there, and where."""
        start, end = one.source.words[first].start, one.source.words[last].end
        return self.source.text[start:end], (start, end)


def read(told: Told, source: Source) -> Reading | None:
    """Lay a sentence beside those of the source that are nearest; None if none has anything of it."""
    nearest = source.nearest(told)
    if not nearest:
        return None
    found = [align(told, source.told[index], index) for index in nearest]
    found.sort(key=lambda one: (-one.weight, one.index))
    return Reading(told, source, tuple(found), operators(told))
