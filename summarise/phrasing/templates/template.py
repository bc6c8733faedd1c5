"""What a headline template is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..slots import Slot, noun_classes, verb_classes


@dataclass(frozen=True, slots=True)
class Example:
    """A template's test: a short article and the headline the template makes of it."""

    article: str
    headline: str


@dataclass(frozen=True, slots=True)
class HeadlineTemplate:
    """A headline with places to fill.

    Attributes:
        name: unique name, "domain/name".
        domain: kind of news it is for; "general" fits all.
        needs: slots without which it is not eligible.
        text: Jinja2 text.
        verbs: classes of data/en/verbs.toml, in one of which the clause's verb must be; none for any verb.
        passive: True or False if the clause must or must not be in the passive, None for either.
        nouns: for a slot, the classes of data/en/headline_nouns.toml that the noun at its head must be in.
        may: slots that are shown where they are there and left out where not.
        examples: its tests.
        source: "file:line" for messages.
    """

    name: str
    domain: str
    needs: tuple[str, ...]
    text: str
    verbs: tuple[str, ...] = ()
    passive: bool | None = None
    nouns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    may: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    source: str = ""

    def accepts(self, slots: Mapping[str, Slot], lemma: str, passive: bool) -> bool:
        """Whether a clause with this verb and these slots can fill it.

        A verb with a particle counts as the two together: "lay off" is not in a class that has "lay".
        """
        if self.passive is not None and self.passive != passive:
            return False
        if not all(need in slots for need in self.needs):
            return False
        if self.verbs:
            whole = slots["verb"].lemma if "verb" in slots else lemma
            if not any(whole in verb_classes()[name] for name in self.verbs):
                return False
        for slot, classes in self.nouns.items():
            if not any(slots[slot].lemma.lower() in noun_classes()[name] for name in classes):
                return False
        shown = {*self.needs, *self.may}
        return all(group & shown for need in self.needs for group in slots[need].wants)
