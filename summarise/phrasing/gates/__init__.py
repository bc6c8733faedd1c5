"""What a headline must never be, whatever its score.

Each gate has a name and a test; `refused` gives the name of the first that closes.
`surface` looks at the line alone, `sentence` at its grammar, `story` at what the
sentence tells beside it. `bonds` are words of the source that a line holds together
or not at all; whoever chooses what is left out can ask for them beforehand.
"""

from collections.abc import Callable

from ..draft import Draft
from . import halves, sentence, story, surface
from .bonds import BONDS, Bond, bonds, breaks, broken, completed, needless
from .surface import hangs, personal

__all__ = [
    "BONDS",
    "GATES",
    "Bond",
    "Gate",
    "bonds",
    "breaks",
    "broken",
    "completed",
    "hangs",
    "needless",
    "personal",
    "refused",
]

Gate = Callable[[Draft], bool]

GATES: dict[str, Gate] = {
    "too short": surface.too_short,
    "pronoun for a subject": sentence.no_name_yet,
    "opens with a pronoun": surface.leading_pronoun,
    "first or second person": surface.speaks_of_itself,
    "question": surface.question,
    "half a quotation": surface.half_quoted,
    "quotation without its marks": story.bare_quote,
    "dangling end": sentence.dangling,
    "torn word": surface.torn,
    "verb without complement": sentence.no_complement,
    "says nothing": sentence.says_nothing,
    "figure without its bound": story.split_figure,
    "negation left out": story.negation_left_out,
    "pronoun without a name": sentence.unnamed_pronoun,
    "points back": sentence.pointing,
    "of another year": story.background_time,
    "clause cut off": sentence.clause_cut_off,
    "participle left bare": sentence.bare_participle,
    "conjunction without its other side": sentence.loose_conjunction,
    "words out of their order": sentence.out_of_order,
    "speaker run in": sentence.run_in_speaker,
    "joined without and": halves.joined_without_and,
    "what it has done to it": halves.done_to_it,
    "part of a score": story.part_of_score,
    "half of a pair": sentence.half_pair,
    "there is": sentence.expletive,
    "condition left out": story.conditional,
    "taken back": story.taken_back,
    "no longer so": story.no_longer_so,
    "perhaps said by somebody": story.speaker_unclear,
    "subject of another verb": sentence.disagrees,
    "under a verb left out": story.governed_away,
    "two clauses run together": sentence.run_together,
    "verb in the subject": story.verb_in_subject,
    "from without a figure now": story.from_nowhere_to,
    "said twice": surface.repeats,
    "markup": surface.stray,
}


def refused(draft: Draft) -> str | None:
    """Name of the first gate that closes on a candidate or of the first bond it breaks, None if it may pass."""
    closed = next((name for name, gate in GATES.items() if gate(draft)), None)
    return closed or broken(draft)
