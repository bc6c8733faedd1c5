"""The traps, tried on every choice of optional parts: the gates and the audit carry the truth, not the generator."""

from collections.abc import Callable, Iterator

import pytest
from headline_lines import Trap, bold_drafts, drafts, frame_drafts, sprung, told, traps

from summarise.phrasing.draft import Draft
from summarise.phrasing.gates import refused


def fallen(trap: Trap, make: Callable[[str], Iterator[Draft]]) -> list[tuple[str, str]]:
    """The rules of a trap with the lines that break them and would be printed."""
    auditor = told(trap.article).auditor
    return [
        (rule, draft.text)
        for draft in make(trap.article)
        for rule in trap.rules
        if sprung(rule, draft.text) and refused(draft) is None and auditor.passes(draft.text)
    ]


def test_there_are_traps() -> None:
    articles = [trap.article for trap in traps()]
    assert len(articles) >= 190
    assert len(set(articles)) == len(articles)


def test_the_lines_that_are_tried_are_not_few() -> None:
    tried = [sum(1 for _ in drafts(trap.article)) for trap in traps()]
    assert sum(tried) > 400
    assert sum(sum(1 for _ in bold_drafts(trap.article)) for trap in traps()) > 3_000


@pytest.mark.parametrize("trap", traps(), ids=lambda trap: trap.article[:60])
def test_no_choice_of_optional_parts_springs_a_trap(trap: Trap) -> None:
    assert not fallen(trap, drafts)


@pytest.mark.parametrize("trap", traps(), ids=lambda trap: trap.article[:60])
def test_no_choice_against_the_rules_springs_a_trap(trap: Trap) -> None:
    assert not fallen(trap, bold_drafts)


@pytest.mark.parametrize("trap", traps(), ids=lambda trap: trap.article[:60])
def test_no_frame_springs_a_trap(trap: Trap) -> None:
    assert not fallen(trap, frame_drafts)
