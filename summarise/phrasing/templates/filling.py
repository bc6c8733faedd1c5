"""In which lengths the slots of a template may be filled."""

from collections.abc import Iterator, Mapping

from ..slots import Slot
from ..slots.slot import NOTHING
from .template import HeadlineTemplate

# From long to short: the form of the slots, and whether what a template may say is said.
_FORMS = (("full", True), ("short", True), ("full", False), ("short", False), ("head", False))


def fillings(template: HeadlineTemplate, slots: Mapping[str, Slot]) -> Iterator[Mapping[str, Slot]]:
    """The slots a template reads, in the few combinations of their forms that make sense, longest first.

    Args:
        template: a template that accepts these slots.
        slots: what the clause offers.

    Yields:
        At most five mappings for `render`, no two of which give the same line: every slot in full, without the
        phrases behind it, as bare as it stays true; those that the template only may show with and without.
    """
    seen: set[tuple[str, ...]] = set()
    for form, whole in _FORMS:
        filling = {need: slots[need].variant(form) for need in template.needs}
        for name in template.may:
            filling[name] = slots[name].variant(form) if whole and name in slots else NOTHING
        key = tuple(str(filling[name]) for name in (*template.needs, *template.may))
        if key not in seen:
            seen.add(key)
            yield filling
