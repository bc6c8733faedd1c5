"""The audit as the generator meets it: one article, many candidates, and a memory of what was refused."""

from ...model import Finding
from .checking import audit
from .source import Source


class Auditor:
    """An article that candidates are checked against.

    Attributes:
        source: the article, ready for audits.
        refused: the candidates that were refused, in order, with what was found in each.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.refused: dict[str, tuple[Finding, ...]] = {}
        self._known: dict[str, tuple[Finding, ...]] = {}

    def findings(self, text: str) -> tuple[Finding, ...]:
        """What the audit finds in a line; asked once for each text."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = audit(text, self.source).findings
        return known

    def passes(self, text: str) -> bool:
        """Whether a candidate may be shown; if not, it is remembered as refused."""
        found = self.findings(text)
        if found:
            self.refused[text] = found
        return not found
